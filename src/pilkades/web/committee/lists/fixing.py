"""Fixing a list: what it would hold and leave out, then one button that freezes it with its act."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from pilkades.acts.payload import OFFICES, Office
from pilkades.base.errors import PilkadesError
from pilkades.base.findings import Verdict
from pilkades.base.language import EMPTY, Text, joined, same
from pilkades.register.changes import CHANGES, count_of
from pilkades.register.lists import LISTS, Entry, ListKind
from pilkades.register.reasons import REQUIREMENTS, Eligibility
from pilkades.web.committee.act_form import ACT_ID, HEAD
from pilkades.web.committee.fields import capital
from pilkades.web.committee.frame import Reader, reader_of
from pilkades.web.committee.lists.parts import ListRows
from pilkades.web.committee.lists.versions import change_grid
from pilkades.web.committee.parts import Heading, Links
from pilkades.web.committee.preparation.exact import ExactDate
from pilkades.web.committee.voters.parts import Asked, Note
from pilkades.web.committee.voters.rooms import room
from pilkades.web.committee.voters.words import area_of
from pilkades.web.core import clock
from pilkades.web.core.access import Need, NotThereError
from pilkades.web.core.messages import said
from pilkades.web.core.services.append_act import EARLIEST_YEAR, LATEST_YEAR, ChangedError
from pilkades.web.core.services.fix_list import Draft, Fixing, draft_list, fix_list
from pilkades.web.core.services.keep_overview import keep_overviews
from pilkades.web.shared.components.page import Link, Stat, Stats
from pilkades.web.shared.forms import lazily
from pilkades.web.shared.templatetags.pilkades import say

SEEN = "versi"
_SEE_OTHER, _UNPROCESSABLE, _CONFLICT = 303, 422, 409
_MOST = 100
IN, OUT = "masuk", "tunggu"

_HEADINGS: Mapping[ListKind, Text] = {
    ListKind.DPS: Text("Susun dan tetapkan DPS", "Draw up and fix the DPS"),
    ListKind.DPTB: Text("Tetapkan DPTb", "Fix the DPTb"),
    ListKind.DPT: Text("Tetapkan DPT", "Fix the DPT"),
}
_CORRECTED = Text("Tetapkan DPS hasil perbaikan", "Fix the corrected DPS")
_FIX = Text("Tetapkan {list} dengan {n} pemilih", "Fix the {list} with {n} voters")
_BINDING = Text(
    "Sesudah ditetapkan daftar ini tidak berubah lagi. Jumlah dan sidiknya masuk ke catatan.",
    "Once fixed this list never changes. Its number and its digest enter the record.",
)
_DPT_BINDING = Text(
    "Sesudah ditetapkan DPT tidak diubah. Hanya pemilih yang meninggal dunia diberi catatan.",
    "Once adopted the DPT is not changed. Only the death of a voter is noted.",
)
_WOULD = Text("Daftar yang akan ditetapkan", "The list that would be fixed")
_LISTED = Text("pemilih dalam daftar", "voters on the list")
_LEFT_OUT = Text("tidak memenuhi syarat", "not eligible")
_UNDECIDED = Text("belum dapat diputus", "not decided yet")
_WHO_OUT = Text("Tidak masuk daftar", "Left out")
_WHO_OPEN = Text("Belum dapat diputus menurut isian", "Not to be decided from what is stated")
_OPEN_LEAD = Text(
    "Isian mereka belum cukup untuk memutus. Lengkapi barisnya, atau putuskan di bawah.",
    "What is stated of them does not decide. Complete their rows, or decide below.",
)
_HEADS = (Text("Nama", "Name"), Text("Alamat", "Address"), Text("Sebabnya", "Why"))
_NOT_SAID = Text("Belum disebut: {what}.", "Not said yet: {what}.")
_STATE = Text("Nyatakan syarat pemilih untuk semua orang", "State the voters' requirements for all")
_FIX_SOME = Text("Tetapkan {list}", "Fix the {list}")
_MORE = Text("{n} orang lain tidak ditampilkan di sini.", "{n} more people are not shown here.")
_CHANGES = Text("Perubahan dari versi sebelumnya", "Changes since the version before")
_DAY = Text("Tanggal penetapan", "Day on which it is fixed")
_NUMBER = Text("Nomor berita acara", "Number of the minutes")
_OFFICE = Text("Ditetapkan oleh", "Fixed by")
_ASK = Text("Yang belum dapat diputus", "Those not decided yet")
_TAKE_IN = Text("Masukkan {n} orang ini ke daftar", "Take these {n} people onto the list")
_LEAVE = Text("Jangan masukkan {n} orang ini", "Leave these {n} people out")
_SAY = Text("Pilih: masuk daftar atau tidak.", "Choose: on the list or not.")
_YEAR = Text("Periksa tahunnya.", "Check the year.")
_BACK = Text("Kembali ke daftar yang sudah ditetapkan", "Back to the lists that were fixed")


class FixForm(forms.Form):
    """The day, the number of the minutes, who fixes, and what becomes of those who are not decided."""

    def __init__(self, reader: Reader, draft: Draft, data: Mapping[str, Any] | None = None) -> None:
        initial = {
            HEAD: reader.election.head.digest,
            ACT_ID: clock.new_act_id(reader.at),
            SEEN: draft.seen,
            "tanggal": reader.today,
        }
        super().__init__(data, initial={} if data is not None else initial, auto_id="id_%s")
        self.fields["tanggal"] = ExactDate(label=say(_DAY))
        self.fields["nomor"] = forms.CharField(label=say(_NUMBER), max_length=200, required=False)
        offices = [one for one in (Office.COMMITTEE, Office.COMMITTEE_CHAIR) if one in reader.offices]
        self.fields["oleh"] = forms.ChoiceField(
            label=say(_OFFICE), choices=[(one.value, say(capital(OFFICES[one]))) for one in offices]
        )
        if draft.undecided:
            people = len(draft.undecided)
            self.fields["belum"] = forms.ChoiceField(
                label=say(_ASK),
                choices=[("", "–"), (IN, say(_TAKE_IN.fill(n=people))), (OUT, say(_LEAVE.fill(n=people)))],
                error_messages={"required": lazily(_SAY)},
            )
        for name in (HEAD, ACT_ID):
            self.fields[name] = forms.CharField(widget=forms.HiddenInput)
        self.fields[SEEN] = forms.IntegerField(widget=forms.HiddenInput)

    def clean_tanggal(self) -> object:
        """The day; a year out of reach is a slip of the hand.

        Raises:
            ValidationError: the year is out of reach.
        """
        day = self.cleaned_data["tanggal"]
        if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
            raise forms.ValidationError(say(_YEAR))
        return day


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def fix(request: HttpRequest, election_id: int, kind: str) -> HttpResponse:
    """What the list would hold, and the button; what stands against it is told before."""
    reader = reader_of(request, election_id, Need.DECIDE_VOTERS)
    if kind not in set(ListKind):
        raise NotThereError
    wanted = ListKind(kind)
    try:
        draft = draft_list(reader.user, election_id, Fixing(wanted, reader.today), at=reader.at)
    except PilkadesError as error:
        parts = (Note(said(error)),)
        return room(request, reader, _HEADINGS[wanted], parts, status=_CONFLICT)
    if request.method != "POST":
        return _page(request, reader, draft, FixForm(reader, draft))
    form = FixForm(reader, draft, request.POST)
    if not form.is_valid():
        return _page(request, reader, draft, form)
    try:
        version = fix_list(
            reader.user, election_id, _fixing(wanted, form), form.cleaned_data[HEAD], at=reader.at
        )
    except ChangedError as error:
        renewed = {**request.POST.dict(), HEAD: error.head}
        return _page(request, reader, draft, FixForm(reader, draft, renewed), said(error))
    except PilkadesError as error:
        if error.code == "draft-changed":
            draft = draft_list(reader.user, election_id, Fixing(wanted, reader.today), at=reader.at)
            form = FixForm(reader, draft, {**request.POST.dict(), SEEN: str(draft.seen)})
        return _page(request, reader, draft, form, said(error))
    keep_overviews(election_id)
    where = reader.to("voters-lists-one", version.kind, str(version.number))
    return HttpResponseRedirect(where, status=_SEE_OTHER)


def _fixing(kind: ListKind, form: FixForm) -> Fixing:
    sent = form.cleaned_data
    undecided = {IN: True, OUT: False}.get(sent.get("belum", ""))
    by = Office(sent["oleh"])
    return Fixing(kind, sent["tanggal"], undecided, by, sent["nomor"], sent[ACT_ID], sent[SEEN])


def _page(
    request: HttpRequest, reader: Reader, draft: Draft, form: FixForm, fault: Text = EMPTY
) -> HttpResponse:
    kind = draft.version.kind
    title = _CORRECTED if kind is ListKind.DPS and draft.after is not None else _HEADINGS[kind]
    parts: list[object] = [Note(fault)] if fault else []
    counts = [Stat(draft.version.count, _LISTED)]
    if kind is not ListKind.DPT:
        counts += [Stat(len(draft.left_out), _LEFT_OUT), Stat(len(draft.undecided), _UNDECIDED)]
    parts.append(Stats(_WOULD, tuple(counts)))
    parts += _open_parts(reader, draft)
    parts += _change_parts(reader, draft)
    binding = _DPT_BINDING if kind is ListKind.DPT else _BINDING
    number = draft.version.count
    # How many it will be is open while somebody is not decided.
    words = (_FIX_SOME if draft.undecided else _FIX).fill(
        list=same({ListKind.DPTB: "DPTb"}.get(kind, kind.value.upper())), n=number
    )
    back = Link(reader.to("voters-lists"), _BACK)
    asked = Asked(form, words, title, binding, action=request.path, back=back)
    faults = bool(form.is_bound and form.errors)
    parts = [asked, *parts] if faults else [*parts, asked]
    parts += _left_parts(draft)
    status = _UNPROCESSABLE if faults else _CONFLICT if fault else 200
    return room(request, reader, title, parts, lead=capital(LISTS[kind]), faults=faults, status=status)


def _open_parts(reader: Reader, draft: Draft) -> Iterator[object]:
    if draft.undecided:
        yield Heading(_WHO_OPEN, _OPEN_LEAD)
        if reader.may(Need.RECORD):
            yield Links([Link(reader.to("record", "voter_requirements"), _STATE)])
        yield from _people(_WHO_OPEN, draft.undecided)


def _left_parts(draft: Draft) -> Iterator[object]:
    if draft.left_out:
        yield Heading(_WHO_OUT)
        yield from _people(_WHO_OUT, draft.left_out)


def _people(title: Text, people: tuple[tuple[Entry, Eligibility], ...]) -> Iterator[object]:
    rows = [
        (number, (same(entry.voter.name), same(area_of(entry.voter) or "–"), _why(judged)))
        for number, (entry, judged) in enumerate(people[:_MOST], start=1)
    ]
    yield ListRows(title, _HEADS, rows)
    if len(people) > _MOST:
        yield Note(_MORE.fill(n=len(people) - _MOST))


def _why(judged: Eligibility) -> Text:
    """The requirements that stand against it, or that nothing decides, with what was found."""
    against = [reason for reason in judged.reasons if reason.verdict is Verdict.VIOLATED]
    against = against or [
        reason for reason in judged.reasons if reason.verdict in {Verdict.UNKNOWN, Verdict.AMBIGUOUS}
    ]
    words = [
        Text("{what}: {sentence}", "{what}: {sentence}").fill(
            what=capital(REQUIREMENTS[reason.requirement]), sentence=reason.message
        )
        for reason in against
        if reason.verdict is not Verdict.UNKNOWN
    ]
    if any(reason.verdict is Verdict.UNKNOWN for reason in against):
        words.insert(0, _NOT_SAID.fill(what=joined(judged.missing, "; ")))
    return joined(words)


def _change_parts(reader: Reader, draft: Draft) -> Iterator[object]:
    if draft.after is None:
        return
    yield Heading(_CHANGES)
    yield Stats(
        _CHANGES, tuple(Stat(count_of(draft.changes, kind), words) for kind, words in CHANGES.items())
    )
    if draft.changes:
        yield change_grid(reader, draft.changes)
