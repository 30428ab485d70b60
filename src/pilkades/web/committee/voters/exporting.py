"""Take a list off this site: for a reason that is kept, with a watermark, and in sight of the committee."""

import io
from collections.abc import Mapping
from itertools import groupby
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text, same
from pilkades.exchange.lists import COVERED, WHOLE, page_of, write_xlsx
from pilkades.register.lists import LISTS, ListKind
from pilkades.web.committee.frame import Reader, reader_of
from pilkades.web.committee.parts import Heading
from pilkades.web.committee.voters.faults import XLSX, download
from pilkades.web.committee.voters.parts import Asked
from pilkades.web.committee.voters.rooms import room
from pilkades.web.core.access import Need
from pilkades.web.core.messages import said
from pilkades.web.core.models import ListVersionRow, VoterExport
from pilkades.web.core.queries.lists import exports_of, versions_of
from pilkades.web.core.queries.voters import count_of
from pilkades.web.core.services.export_list import REGISTER, Exported, export_list, export_register
from pilkades.web.shared.components.page import Empty
from pilkades.web.shared.components.record import Log, LogDay, LogEntry
from pilkades.web.shared.templatetags.pilkades import say

LIST, NUMBERS, REASON = "daftar", "nomor", "alasan"
_WHOLE, _COVERED = "lengkap", "tertutup"
_UNPROCESSABLE = 422
_LONGEST = 300
_SHEET = "Daftar pemilih"

TITLE = Text("Ekspor daftar pemilih", "Export the voter list")
_LEAD = Text(
    "Nama Anda, waktu, dan alasannya dicatat dan tertulis pada setiap lembar.",
    "Your name, the time and the reason are kept, and stand on every sheet.",
)
_WHICH = Text("Daftar yang diambil", "Which list")
_NO_LIST = Text("Pilih daftar yang diambil.", "Choose the list.")
_DRAFT = Text("Daftar yang sedang disusun ({n} orang)", "The list being drawn up ({n} people)")
_FIXED = Text("{kind} nomor {number} ({n} orang)", "{kind} number {number} ({n} people)")
_NUMBERS = Text("NIK dan nomor KK", "NIK and KK")
_NO_NUMBERS = Text("Pilih cara nomor ditulis.", "Choose how the numbers are written.")
_AS_COVERED = Text("tertutup, hanya kode wilayah yang terlihat", "covered, the area code alone can be read")
_AS_WHOLE = Text("lengkap, untuk disimpan di kantor panitia", "whole, to be kept in the committee's office")
_WHY = Text("Alasan mengambil daftar", "Reason for taking the list")
_WHY_HINT = Text("Contoh: dicetak untuk papan pengumuman TPS 2.", "Example: printed for the board of TPS 2.")
_NO_WHY = Text("Isi alasan mengambil daftar.", "Enter the reason for taking the list.")
_FETCH = Text("Unduh daftar (xlsx)", "Download the list (xlsx)")
_BEFORE = Text("Daftar yang pernah diambil", "Lists that were taken")
_NONE = Text("Belum ada daftar yang diambil.", "No list was taken yet.")
_TOOK = Text("{who} mengambil {what}, nomor {how}", "{who} took {what}, numbers {how}")
_HOW = {True: Text("lengkap", "whole"), False: Text("tertutup", "covered")}


class ExportForm(forms.Form):
    """Which list, how its numbers are written, and why; whole numbers only for who may decide."""

    def __init__(
        self, reader: Reader, versions: tuple[ListVersionRow, ...], data: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(data, initial={LIST: REGISTER, NUMBERS: _COVERED})
        lists = [(REGISTER, say(_DRAFT.fill(n=count_of(reader.election))))]
        lists += [(f"{one.kind}-{one.number}", say(_named(one))) for one in versions]
        self.fields[LIST] = forms.ChoiceField(
            label=say(_WHICH),
            choices=lists,
            widget=forms.RadioSelect,
            error_messages={"required": say(_NO_LIST), "invalid_choice": say(_NO_LIST)},
        )
        ways = [(_COVERED, say(_AS_COVERED))]
        if reader.may(Need.DECIDE_VOTERS):
            ways.append((_WHOLE, say(_AS_WHOLE)))
        self.fields[NUMBERS] = forms.ChoiceField(
            label=say(_NUMBERS),
            choices=ways,
            widget=forms.RadioSelect,
            error_messages={"required": say(_NO_NUMBERS), "invalid_choice": say(_NO_NUMBERS)},
        )
        self.fields[REASON] = forms.CharField(
            label=say(_WHY),
            help_text=say(_WHY_HINT),
            max_length=_LONGEST,
            error_messages={"required": say(_NO_WHY)},
        )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def exports(request: HttpRequest, election_id: int) -> HttpResponse:
    """Ask for a list, and see every list that was taken."""
    reader = reader_of(request, election_id, Need.READ_VOTERS)
    versions = versions_of(reader.election)
    form = ExportForm(reader, versions, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            return _file(reader, form.cleaned_data)
        except PilkadesError as error:
            form.add_error(REASON, say(said(error)))
    faults = bool(form.errors)
    parts = [
        Asked(form, _FETCH),
        Heading(_BEFORE),
        _log(reader, exports_of(reader.election)),
    ]
    status = _UNPROCESSABLE if faults else 200
    return room(request, reader, TITLE, parts, lead=_LEAD, faults=faults, status=status)


def _file(reader: Reader, given: Mapping[str, Any]) -> HttpResponse:
    whole, reason, election = given[NUMBERS] == _WHOLE, given[REASON], reader.election.pk
    name, _, number = str(given[LIST]).partition("-")
    if name == REGISTER:
        made = export_register(reader.user, election, reason, full_numbers=whole, at=reader.at)
    else:
        kind = ListKind(name)
        made = export_list(reader.user, election, kind, int(number), reason, full_numbers=whole, at=reader.at)
    return download(_sheets(reader, made), XLSX, f"daftar-pemilih-{reader.election.key}-{made.row.pk}.xlsx")


def _sheets(reader: Reader, made: Exported) -> bytes:
    title = f"{say(_kind_of(made.row))} · {reader.election.village}"
    copy = WHOLE if made.row.full_numbers else COVERED
    page = page_of(_SHEET, (title, made.watermark), copy, made.voters, footer=made.watermark)
    target = io.BytesIO()
    write_xlsx(target, [page])
    return target.getvalue()


def _log(reader: Reader, taken: tuple[VoterExport, ...]) -> object:
    if not taken:
        return Empty(_NONE)
    entries = [
        LogEntry(
            one.exported_at.astimezone(reader.at.tzinfo),
            _TOOK.fill(who=one.exported_by.full_name, what=_kind_of(one), how=_HOW[one.full_numbers]),
            reason=same(one.reason),
        )
        for one in taken
    ]
    days = groupby(entries, key=lambda one: one.at.date())
    return Log(tuple(LogDay(day, tuple(group)) for day, group in days))


def _kind_of(taken: VoterExport) -> Text:
    if taken.version is None:
        return _DRAFT.fill(n=taken.count)
    return _named(taken.version)


def _named(version: ListVersionRow) -> Text:
    return _FIXED.fill(kind=LISTS[ListKind(version.kind)], number=version.number, n=version.count)
