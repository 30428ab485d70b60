"""How the columns of a file are read: shown beside its first rows, and corrected where it is wrong."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.views.decorators.http import require_http_methods

from pilkades.base.errors import FaultyInput, PilkadesError
from pilkades.base.language import EMPTY, Text
from pilkades.register.cells import Sheet, cell_at, is_blank, letters_of, text_of
from pilkades.register.headers import Proposal, propose_at
from pilkades.register.layouts import COLUMNS, Column
from pilkades.register.layouts import Mapping as ReadBy
from pilkades.register.voter import MARITAL, Marital
from pilkades.web.committee.frame import Reader, reader_of
from pilkades.web.committee.voters.importing import brought_of
from pilkades.web.committee.voters.rooms import room
from pilkades.web.core.access import Need, NotThereError
from pilkades.web.core.models import ImportState, VoterImport
from pilkades.web.core.queries.brought import reading_of, sheets_of
from pilkades.web.core.services.read_import import map_import
from pilkades.web.core.vault.covering import tails
from pilkades.web.shared.components.board import Choice
from pilkades.web.shared.components.intake import AskedCode, MappedColumn, MappedSheet, MappingForm
from pilkades.web.shared.components.page import Link

STEP, HEADINGS = "langkah", "judul"
_UNPROCESSABLE, _SEE_OTHER = 422, 303
_SAMPLES, _MOST_CODES, _MOST_COLUMNS, _LONGEST_CODE = 3, 8, 80, 3

TITLE = Text("Periksa kolom", "Check the columns")
_LEAD = Text(
    "Cocokkan arti setiap kolom dengan isi baris pertamanya, lalu periksa lagi berkasnya.",
    "Hold what each column means against its first rows, then check the file again.",
)
_KNOWN = Text("Dikenali sebagai {layout}. Ada {n} baris.", "Recognised as {layout}. It has {n} rows.")
_UNKNOWN = Text(
    "Tata letaknya tidak dikenal; kolom dikenali dari judulnya. Ada {n} baris.",
    "The layout is not known; columns are known by their headings. It has {n} rows.",
)
_NO_HEADER = Text(
    "Baris judul tidak ditemukan. Isi nomor barisnya, atau lewati lembar ini.",
    "No header row was found. Enter its number, or leave this sheet out.",
)
_SKIPPED = Text("Lembar ini dilewati. Ada {n} baris.", "This sheet is left out. It has {n} rows.")
_NOT_READ = Text("tidak dibaca", "not read")
_NOT_CHOSEN = Text("belum dipilih", "not chosen yet")
_CHECK = Text("Periksa berkas lagi", "Check the file again")
_TWICE = Text(
    "Lembar {sheet}: pilih satu kolom saja untuk {what}.",
    "Sheet {sheet}: choose one column alone for {what}.",
)
_NO_NAME = Text("Lembar {sheet}: pilih kolom nama.", "Sheet {sheet}: choose the column of the name.")
_NO_ROW = Text("Lembar {sheet}: isi nomor baris judul.", "Sheet {sheet}: enter the row of the headings.")
_NO_SHEET = Text("Pilih sedikitnya satu lembar untuk dibaca.", "Choose at least one sheet to be read.")


@dataclass(frozen=True, slots=True)
class _Read:
    """One sheet as the form has it; `chosen` is what each column was set to, faults included."""

    sheet: Sheet
    number: int
    mapping: ReadBy | None
    skipped: bool
    header: str
    chosen: Mapping[int, str] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)
    moved: bool = False

    def box(self, kind: str, rest: str = "") -> str:
        """The name of a box of this sheet."""
        return f"{kind}-{self.number}" + (f"-{rest}" if rest else "")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def columns(request: HttpRequest, election_id: int, import_id: int) -> HttpResponse:
    """The columns of every sheet, to be looked at and set right; then the file is checked anew."""
    reader = reader_of(request, election_id, Need.EDIT_VOTERS)
    brought = brought_of(reader, import_id)
    whole = reader.to("voters-imports-one", str(brought.pk))
    if brought.state not in {ImportState.FAULTY, ImportState.READY}:
        return HttpResponseRedirect(whole, status=_SEE_OTHER)
    try:
        sheets = sheets_of(brought)
    except (FaultyInput, PilkadesError):
        return HttpResponseRedirect(whole, status=_SEE_OTHER)
    held = {one.sheet: one for one in reading_of(brought, sheets)}
    read = [_held(number, sheet, held.get(sheet.name)) for number, sheet in enumerate(sheets, 1)]
    if request.method != "POST":
        return _page(request, reader, read, [])
    sent = [_sent(one, request.POST) for one in read]
    if request.POST.get(STEP) == HEADINGS or any(one.moved and one.mapping for one in sent):
        return _page(request, reader, sent, [])
    faults = list(_faults(sent))
    if faults:
        return _page(request, reader, sent, faults)
    return _checked(reader, brought, sent, whole)


def _checked(reader: Reader, brought: VoterImport, sent: Sequence[_Read], whole: str) -> HttpResponse:
    read_by = [one.mapping for one in sent if one.mapping is not None and not one.skipped]
    # Taken or given up in another window meanwhile: the page says so.
    with suppress(NotThereError):
        map_import(reader.user, reader.election.pk, brought.pk, read_by, at=reader.at)
    return HttpResponseRedirect(whole, status=_SEE_OTHER)


def _held(number: int, sheet: Sheet, proposal: Proposal | None) -> _Read:
    mapping = proposal.mapping if proposal else None
    return _shown(_Read(sheet, number, mapping, proposal is None, str(mapping.header_row) if mapping else ""))


def _shown(read: _Read) -> _Read:
    """The boxes as its mapping sets them."""
    if read.mapping is None:
        return replace(read, chosen={}, codes={})
    chosen = {at: column.value for column, at in read.mapping.columns.items()}
    codes = {code: marital.value for code, marital in read.mapping.marital_codes.items()}
    return replace(read, chosen=chosen, codes=codes)


def _sent(read: _Read, data: QueryDict) -> _Read:
    """The sheet as the form has it now.

    The boxes of the columns belong to the header that the page was made with; under another one they are made
    anew, to be looked at before they are read.
    """
    skipped = bool(data.get(read.box("lewati")))
    header = data.get(read.box("judul"), "").strip()
    base = replace(read, skipped=skipped, header=header)
    if header != read.header:
        number = int(header) if header.isascii() and header.isdigit() else 0
        base = replace(base, mapping=propose_at(read.sheet, number).mapping)
    if header != data.get(read.box("judul-lama"), read.header):
        return replace(_shown(base), moved=True)
    read_by, read = base.mapping, base
    if read_by is None:
        return _shown(base)
    chosen = {
        at: value
        for at in range(_width(read))
        if (value := data.get(read.box("kolom", str(at)), "")) in set(Column)
    }
    codes = {
        code: value
        for code in _codes(read)
        if (value := data.get(read.box("angka", code), "")) in set(Marital)
    }
    mapping = replace(
        read_by,
        columns={Column(value): at for at, value in chosen.items()},
        marital_codes={code: Marital(value) for code, value in codes.items()},
    )
    return replace(read, mapping=mapping, chosen=chosen, codes=codes)


def _faults(sent: Sequence[_Read]) -> Iterator[Link]:
    wanted = [one for one in sent if not one.skipped]
    if not wanted:
        yield Link("#isian", _NO_SHEET)
    for one in wanted:
        sheet = one.sheet.name
        if one.mapping is None:
            yield Link(f"#{one.box('judul')}", _NO_ROW.fill(sheet=sheet))
            continue
        if Column.NAME.value not in one.chosen.values():
            yield Link(f"#{one.box('kolom', '0')}", _NO_NAME.fill(sheet=sheet))
        for at, value in one.chosen.items():
            if value in list(one.chosen.values())[: list(one.chosen).index(at)]:
                what = COLUMNS[Column(value)]
                yield Link(f"#{one.box('kolom', str(at))}", _TWICE.fill(sheet=sheet, what=what))


def _page(request: HttpRequest, reader: Reader, read: Sequence[_Read], faults: list[Link]) -> HttpResponse:
    at_sheet = {link.href: link.label for link in faults}
    form = MappingForm(
        tuple(_sheet(one, at_sheet) for one in read), request.path, _CHECK, faults=tuple(faults)
    )
    status = _UNPROCESSABLE if faults else 200
    return room(request, reader, TITLE, [form], lead=_LEAD, faults=bool(faults), status=status)


def _sheet(read: _Read, faults: Mapping[str, Text]) -> MappedSheet:
    box = read.box("judul")
    return MappedSheet(
        name=read.sheet.name,
        known=_known(read),
        header_box=box,
        header=read.header,
        was_box=read.box("judul-lama"),
        skip_box=read.box("lewati"),
        skipped=read.skipped,
        columns=() if read.skipped else tuple(_columns(read)),
        rows=len(read.sheet.rows),
        codes=() if read.skipped else tuple(_asked(read)),
        fault=faults.get(f"#{box}", EMPTY),
    )


def _known(read: _Read) -> Text:
    if read.skipped:
        return _SKIPPED.fill(n=len(read.sheet.rows))
    if read.mapping is None:
        return _NO_HEADER
    rows = max(0, len(read.sheet.rows) - read.mapping.first_row + 1)
    if read.mapping.layout is None:
        return _UNKNOWN.fill(n=rows)
    return _KNOWN.fill(layout=read.mapping.layout.label, n=rows)


def _columns(read: _Read) -> Iterator[MappedColumn]:
    if read.mapping is None:
        return
    headings = read.mapping.headings
    for at in range(_width(read)):
        chosen = read.chosen.get(at, "")
        choices = (
            Choice("", _NOT_READ, not chosen),
            *(Choice(column.value, label, column.value == chosen) for column, label in COLUMNS.items()),
        )
        heading = headings[at] if at < len(headings) else ""
        samples = tuple(_samples(read, at))
        if heading or samples or chosen:
            yield MappedColumn(letters_of(at), tails(heading), samples, read.box("kolom", str(at)), choices)


def _samples(read: _Read, at: int) -> Iterator[str]:
    if read.mapping is None:
        return
    first = read.mapping.first_row - 1
    for row in read.sheet.rows[first : first + _SAMPLES]:
        cell = cell_at(row, at)
        if not is_blank(cell):
            yield tails(text_of(cell))[:60]


def _asked(read: _Read) -> Iterator[AskedCode]:
    for code in _codes(read):
        chosen = read.codes.get(code, "")
        choices = (
            Choice("", _NOT_CHOSEN, not chosen),
            *(Choice(one.value, label, one.value == chosen) for one, label in MARITAL.items()),
        )
        yield AskedCode(code, read.box("angka", code), choices)


def _codes(read: _Read) -> tuple[str, ...]:
    """The numbers that stand in the column of the marital status, as far as they are few."""
    if read.mapping is None or Column.MARITAL not in read.mapping.columns:
        return ()
    at, first = read.mapping.columns[Column.MARITAL], read.mapping.first_row - 1
    found = {text_of(cell_at(row, at)) for row in read.sheet.rows[first:]}
    numbers = sorted(one for one in found if one.isascii() and one.isdigit() and len(one) <= _LONGEST_CODE)
    return tuple(numbers[:_MOST_CODES])


def _width(read: _Read) -> int:
    """How many columns the sheet shows: those of its headings, and of its first rows."""
    if read.mapping is None:
        return 0
    first = read.mapping.first_row - 1
    rows = read.sheet.rows[first : first + _SAMPLES]
    return min(_MOST_COLUMNS, max((len(read.mapping.headings), *(len(row) for row in rows))))
