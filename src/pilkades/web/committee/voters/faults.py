"""Every fault of a file by kind, and the file itself with its cells marked."""

import json
from itertools import groupby

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST, require_safe

from pilkades.base.errors import FaultyInput, PilkadesError
from pilkades.base.language import Text
from pilkades.register.cells import letters_of
from pilkades.register.troubles import WORDINGS, Kind, Weight
from pilkades.web.committee.frame import reader_of
from pilkades.web.committee.parts import Links
from pilkades.web.committee.voters.importing import brought_of
from pilkades.web.committee.voters.kinds import KINDS
from pilkades.web.committee.voters.parts import Button
from pilkades.web.committee.voters.rooms import room
from pilkades.web.core.access import Need
from pilkades.web.core.models import ImportFault, ImportState, VoterImport
from pilkades.web.core.queries.brought import marked_file
from pilkades.web.core.queries.voters import faults_of
from pilkades.web.shared.components.board import Choice
from pilkades.web.shared.components.intake import FaultGroup, FaultGroups, PlacedFault
from pilkades.web.shared.components.page import Empty, Link, Pages
from pilkades.web.shared.components.people import FilterBar, Selection
from pilkades.web.shared.templatetags.pilkades import active_language

PER_PAGE = 50
_KIND, _WEIGHT, _PAGE = "jenis", "berat", "halaman"
_REPAIR, _LOOK = "perbaiki", "lihat"
_SEE_OTHER = 303
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

TITLE = Text("Temuan dalam {name}", "What was found in {name}")
_LEAD = Text(
    "Berkas Anda tidak diubah. Perbaiki di berkas, lalu unggah lagi.",
    "Your file is not changed. Repair it there, then upload it again.",
)
_CELL = Text("{sheet}, sel {cell}", "{sheet}, cell {cell}")
_ROW = Text("{sheet}, baris {row}", "{sheet}, row {row}")
_ALL = Text("semua", "all")
_OF_KIND = Text("{title} ({n})", "{title} ({n})")
_BY_KIND = Text("Jenis", "Kind")
_BY_WEIGHT = Text("Berat", "Weight")
_WEIGHTS = {
    _REPAIR: Text("baris menunggu perbaikan", "the row waits for a repair"),
    _LOOK: Text("baris dipakai, perlu dilihat", "the row is used, look at it"),
}
_NOTHING = Text("Tidak ada temuan seperti itu dalam berkas ini.", "Nothing of that kind was found.")
_BACK = Text("Kembali ke berkas", "Back to the file")
_MARKED = Text("Unduh berkas bertanda", "Download the marked file")


@login_required
@require_safe
def faults(request: HttpRequest, election_id: int, import_id: int) -> HttpResponse:
    """All faults, those whose rows wait first; narrowed by kind and by weight, fifty to a page."""
    reader = reader_of(request, election_id, Need.EDIT_VOTERS)
    brought = brought_of(reader, import_id)
    counts = {Kind(name): int(number) for name, number in json.loads(brought.counts or "{}").items()}
    kind = next((one for one in counts if one.value == request.GET.get(_KIND)), None)
    weight = request.GET.get(_WEIGHT, "")
    found = faults_of(brought, kind.value if kind else "", repair=_asked(weight))
    shown = Paginator(found.order_by("-repair", "kind", "pk"), PER_PAGE).get_page(request.GET.get(_PAGE))
    groups = tuple(
        _group(Kind(name), tuple(several), counts)
        for name, several in groupby(shown, key=lambda one: one.kind)
    )
    kept = f"{_KIND}={kind.value if kind else ''}&{_WEIGHT}={weight if weight in _WEIGHTS else ''}"
    pages = Pages(
        shown.number,
        shown.paginator.num_pages,
        f"?{kept}&{_PAGE}={shown.previous_page_number()}" if shown.has_previous() else "",
        f"?{kept}&{_PAGE}={shown.next_page_number()}" if shown.has_next() else "",
    )
    parts: list[object] = [
        _filters(request.path, counts, kind, weight),
        FaultGroups(groups, pages) if groups else Empty(_NOTHING),
    ]
    if groups and brought.state in {ImportState.FAULTY, ImportState.READY}:
        parts.append(Button(reader.to("voters-imports-marked", str(brought.pk)), _MARKED))
    parts.append(Links([Link(reader.to("voters-imports-one", str(brought.pk)), _BACK)]))
    return room(request, reader, TITLE.fill(name=brought.file_name), parts, lead=_LEAD)


def _asked(weight: str) -> bool | None:
    return {_REPAIR: True, _LOOK: False}.get(weight)


def _filters(here: str, counts: dict[Kind, int], kind: Kind | None, weight: str) -> FilterBar:
    ordered = sorted(counts, key=lambda one: (WORDINGS[one].weight is not Weight.REPAIR, -counts[one]))
    kinds = (
        Choice("", _ALL, kind is None),
        *(Choice(one.value, _OF_KIND.fill(title=KINDS[one], n=counts[one]), one is kind) for one in ordered),
    )
    weights = (
        Choice("", _ALL, weight not in _WEIGHTS),
        *(Choice(name, label, name == weight) for name, label in _WEIGHTS.items()),
    )
    return FilterBar(
        selections=(Selection(_KIND, _BY_KIND, kinds), Selection(_WEIGHT, _BY_WEIGHT, weights)), clear=here
    )


def _group(kind: Kind, several: tuple[ImportFault, ...], counts: dict[Kind, int]) -> FaultGroup:
    return FaultGroup(
        kind.value,
        KINDS[kind],
        counts.get(kind, len(several)),
        waits=WORDINGS[kind].weight is Weight.REPAIR,
        faults=tuple(
            PlacedFault(_place(one), Text(one.problem_id, one.problem_en), Text(one.remedy_id, one.remedy_en))
            for one in several
        ),
    )


def _place(fault: ImportFault) -> Text:
    sheet = Text("{sheet}", "{sheet}").fill(sheet=fault.sheet)
    if fault.row is None:
        return sheet
    # A row's number is a place, no amount: it is written without a point.
    row = str(fault.row)
    if fault.column is None:
        return _ROW.fill(sheet=fault.sheet, row=row)
    return _CELL.fill(sheet=fault.sheet, cell=f"{letters_of(fault.column)}{row}")


@login_required
@require_POST
def marked(request: HttpRequest, election_id: int, import_id: int) -> HttpResponse:
    """The file that was uploaded, its faulty cells coloured and noted; nothing is kept of it."""
    reader = reader_of(request, election_id, Need.EDIT_VOTERS)
    brought = brought_of(reader, import_id)
    try:
        content = marked_file(brought, active_language())
    except (FaultyInput, PilkadesError):
        # The file was taken or given up meanwhile: its page says so.
        return HttpResponseRedirect(reader.to("voters-imports-one", str(brought.pk)), status=_SEE_OTHER)
    return download(content, XLSX, _marked_name(brought))


def download(content: bytes, kind: str, name: str) -> HttpResponse:
    """A file to take away, kept by no cache."""
    plain = "".join(sign if sign.isascii() and (sign.isalnum() or sign in "-_.") else "-" for sign in name)
    answer = HttpResponse(content, content_type=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{plain}"'
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


def _marked_name(brought: VoterImport) -> str:
    stem = brought.file_name.rpartition(".")[0] or brought.file_name
    return f"{stem}-bertanda.xlsx"
