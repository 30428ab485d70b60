"""Moving one step of the draft: what the move breaks, mends and carries along is shown before it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST
from typing_extensions import override

from pilkades.base.errors import PilkadesError
from pilkades.base.language import EMPTY, Text
from pilkades.timetable.misfits import Move, check, move
from pilkades.timetable.proposal import Key, Timetable, Window
from pilkades.timetable.rows import Row, rows
from pilkades.web.committee.beside import bases_of
from pilkades.web.committee.fields import capital
from pilkades.web.committee.frame import Reader, answer, reader_of
from pilkades.web.committee.parts import Between
from pilkades.web.committee.preparation.exact import ExactDate
from pilkades.web.committee.preparation.parts import Effects, MoveForm, PlanList, PlanStage, PostButton, Told
from pilkades.web.committee.preparation.timetable import may_plan, plan_row
from pilkades.web.committee.preparation.words import days_of, label_of
from pilkades.web.core.access import Need, NotThereError
from pilkades.web.core.messages import said
from pilkades.web.core.queries.plans import Draft, Made, draft_of, key_of, proposal_of
from pilkades.web.core.services.move_step import DraftChangedError, move_step
from pilkades.web.shared.components.faults import FaultSummary
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.status import Status, Tag
from pilkades.web.shared.templatetags.pilkades import say

STEP, SAVE, BACK, VERSION = "langkah", "simpan", "kembali", "versi"
_UNPROCESSABLE, _CONFLICT, _SEE_OTHER = 422, 409, 303

_FIRST = Text("Hari pertama", "First day")
_LAST = Text("Hari terakhir", "Last day")
_CARRY = Text("Langkah lain yang dihitung dari langkah ini", "Other steps that are counted from this one")
_ALONG = Text("Ikut bergeser", "Move along")
_STAY = Text("Tetap di tempatnya", "Stay where they are")
_SOME_DAY = Text(
    "Isi hari pertama, hari terakhir, atau keduanya.", "Enter the first day, the last day, or both."
)
_REVERSED = Text(
    "Hari terakhir lebih awal dari hari pertama. Periksa keduanya.",
    "The last day comes before the first. Check both.",
)
_TOO_FAR = Text(
    "Tahun ini terlalu jauh dari hari pemungutan suara. Isi tahun {first} sampai {last}.",
    "This year is too far from the polling day. Enter a year from {first} to {last}.",
)
_SAME = Text("Tanggalnya sama dengan yang sekarang.", "These are the days as they stand.")
_BREAKS = Text("Menjadi tidak cocok", "Would no longer fit")
_MENDS = Text("Menjadi cocok", "Would fit again")
_STILL = Text("Tetap tidak cocok", "Still does not fit")
_CLEAR = Text("Cocok", "Fits")
_NOTHING_BREAKS = Text("Perubahan ini tetap cocok dengan semua batas.", "This change keeps to all limits.")
_WITH_IT = Text("Langkah yang ikut bergeser: {n}", "Steps that move along: {n}")
_SHIFTED = Text("{label}: dari {before} menjadi {after}", "{label}: from {before} to {after}")
_SAVE = Text("Simpan di draf", "Keep in the draft")
_OTHERS = Text("Draf baru saja diubah", "The draft has just been changed")
_THEIRS = Text("{by}: {label}, {days}", "{by}: {label}, {days}")
_TO_PROPOSAL = Text("kembali ke usulan", "back to the proposal")
_ALL = Text("{by}: semua langkah kembali ke usulan", "{by}: all steps back to the proposal")


class WindowForm(forms.Form):
    """The days of a step, and what becomes of the steps that are counted from it."""

    def __init__(
        self,
        years: tuple[int, int],
        data: Mapping[str, Any] | None = None,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=dict(initial or {}), auto_id="id_%s")
        self.years = years
        self.fields["awal"] = ExactDate(label=say(_FIRST), required=False)
        self.fields["akhir"] = ExactDate(label=say(_LAST), required=False)
        self.fields["ikut"] = forms.ChoiceField(
            label=say(_CARRY),
            choices=[("ya", say(_ALONG)), ("tidak", say(_STAY))],
            widget=forms.RadioSelect,
            initial="ya",
        )
        self.fields[VERSION] = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    @override
    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        for name in ("awal", "akhir"):
            day = values.get(name)
            if isinstance(day, date) and not self.years[0] <= day.year <= self.years[1]:
                self.add_error(name, say(_TOO_FAR).format(first=self.years[0], last=self.years[1]))
        first, last = values.get("awal"), values.get("akhir")
        if first and last and last < first:
            self.add_error("akhir", say(_REVERSED))
        if not first and not last and not self.errors:
            self.add_error("awal", say(_SOME_DAY))
        return values

    @property
    def window(self) -> Window:
        """The days as they were entered."""
        return Window(self.cleaned_data.get("awal"), self.cleaned_data.get("akhir"))

    @property
    def along(self) -> bool:
        """Whether the steps counted from this one move along."""
        return self.cleaned_data.get("ikut") != "tidak"


@dataclass(frozen=True, slots=True)
class Room:
    """A step of a draft, and who stands before it."""

    reader: Reader
    proposal: Timetable
    draft: Draft
    key: Key

    @property
    def timetable(self) -> Timetable:
        """The draft laid over the proposal."""
        return self.draft.on(self.proposal)

    @property
    def row(self) -> Row:
        """The step as it stands in the draft."""
        return next(row for row in rows(self.timetable) if row.key == self.key)

    def form(self, data: Mapping[str, Any] | None = None) -> WindowForm:
        """The form, filled in as the draft stands."""
        row = self.row
        years = self.proposal.workdays.years
        reach = (min(years), max(years)) if years else (date.min.year, date.max.year)
        initial = {"awal": row.start, "akhir": row.end, VERSION: self.draft.version}
        return WindowForm(reach, data, initial)

    def moved(self, form: WindowForm) -> Move:
        """What the move does, with or without the steps that are counted from this one."""
        return move(self.timetable, self.key, form.window, carry=form.along)

    def windows(self, form: WindowForm) -> dict[Key, Window | None]:
        """What the draft is to keep: this window, and where the others stay those that would move."""
        kept: dict[Key, Window | None] = {self.key: form.window}
        if not form.along:
            carried = move(self.timetable, self.key, form.window, carry=True).carried
            kept |= {one.key: one.before for one in carried}
        return kept


def room_of(request: HttpRequest, election_id: int) -> tuple[Reader, Timetable, Draft]:
    """Who may move steps of which draft.

    Raises:
        NotThereError: it is not there, or not for this person.
    """
    reader = reader_of(request, election_id, Need.RECORD)
    proposal = proposal_of(reader.election)
    if proposal is None or not may_plan(reader):
        raise NotThereError
    return reader, proposal, draft_of(reader.election)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, election_id: int, key: str) -> HttpResponse:
    """Look at a step, try other days, and keep them in the draft."""
    reader, proposal, draft = room_of(request, election_id)
    wanted = key_of(key)
    if wanted not in {placed.key for placed in proposal.placed}:
        raise NotThereError
    here = Room(reader, proposal, draft, wanted)
    if request.method != "POST":
        return _page(request, here, here.form())
    if request.POST.get(STEP) == BACK:
        return _kept(request, here, {wanted: None}, here.form())
    form = here.form(request.POST)
    valid = form.is_valid()
    if request.headers.get("HX-Request"):
        return render(request, "committee/effects.html", {"it": _effects(here, form, valid=valid)})
    if not valid:
        return _page(request, here, form)
    if request.POST.get(STEP) == SAVE:
        return _kept(request, here, here.windows(form), form)
    return _page(request, here, form, _effects(here, form, valid=True))


def _page(
    request: HttpRequest,
    here: Room,
    form: WindowForm,
    effects: Effects | None = None,
    before: tuple[object, ...] = (),
    status: int = 200,
) -> HttpResponse:
    reader, row = here.reader, here.row
    title = Text("Geser: {label}", "Move: {label}").fill(label=row.label)
    back = Link(reader.to("preparation-timetable"), Text("Kembali ke jadwal", "Back to the timetable"))
    parts: list[object] = [*before]
    if form.errors:
        parts.append(FaultSummary.of(form))
    shown = plan_row(reader.state, row)
    parts += [
        PlanList([PlanStage(EMPTY, [shown])]),
        MoveForm(form, Text("Periksa", "Check"), back, effects, live=request.path),
    ]
    if here.key in here.draft.fixed:
        usual = next(one for one in here.proposal.placed if one.key == here.key)
        sentence = Text("Usulan program: {days}.", "The program's proposal: {days}.")
        parts.append(
            PostButton(
                request.path,
                Text("Kembalikan ke usulan", "Put back to the proposal"),
                sentence.fill(days=days_of(usual.window)),
                ((STEP, BACK), (VERSION, str(here.draft.version))),
            )
        )
    faults = bool(form.errors)
    return answer(
        request,
        reader,
        title,
        parts,
        faults=faults,
        status=_UNPROCESSABLE if faults else status,
        htmx=True,
    )


def _effects(here: Room, form: WindowForm, *, valid: bool) -> Effects:
    title = Text("Akibat perubahan ini", "What this change brings about")
    if not valid:
        return Effects(title, (), faults=[str(one) for several in form.errors.values() for one in several])
    row = here.row
    if form.window == Window(row.start, row.end):
        return Effects(title, (Told(Tag(Status.NOT_APPLICABLE, _SAME), EMPTY),))
    done = here.moved(form)
    state = here.reader.state
    still = {one.identity for one in check(here.timetable)} & {one.identity for one in check(done.timetable)}
    signs = [(Tag(Status.LATE, _BREAKS), done.broken), (Tag(Status.DONE, _MENDS), done.mended)]
    own = tuple(one for one in check(done.timetable) if one.identity in still and one.key == here.key)
    signs.append((Tag(Status.LATE, _STILL), own))
    told = [
        Told(tag, capital(one.message), bases_of(one.articles, state.rulebook))
        for tag, found in signs
        for one in found
    ]
    if not done.broken and not own:
        told.insert(0, Told(Tag(Status.DONE, _CLEAR), _NOTHING_BREAKS))
    labels = {one.key: label_of(one) for one in rows(done.timetable)}
    carried = [
        _SHIFTED.fill(label=labels[one.key], before=days_of(one.before), after=days_of(one.after))
        for one in done.carried
    ]
    return Effects(title, told, carried, _WITH_IT.fill(n=len(carried)), _SAVE)


def _kept(
    request: HttpRequest, here: Room, windows: Mapping[Key, Window | None], form: WindowForm
) -> HttpResponse:
    seen = request.POST.get(VERSION, "")
    version = int(seen) if seen.isdigit() else -1
    try:
        move_step(here.reader.user, here.reader.election.pk, windows, version, at=here.reader.at)
    except DraftChangedError as error:
        data = request.POST.copy()
        data[VERSION] = str(here.draft.version)
        told = others(here, error.between)
        between = Between(_OTHERS, said(error), told)
        again = here.form(data) if form.is_bound else here.form()
        return _page(request, here, again, None, (between,), _CONFLICT)
    except PilkadesError as error:
        form.add_error(None, say(said(error)))
        return _page(request, here, form)
    query = urlencode({"tersimpan": str(here.key)})
    answered = HttpResponseRedirect(f"{here.reader.to('preparation-timetable')}?{query}")
    answered.status_code = _SEE_OTHER
    return answered


def others(here: Room, moves: tuple[Made, ...]) -> tuple[Link, ...]:
    """What others set meanwhile, each a way to its step."""
    labels = {row.key: label_of(row) for row in rows(here.timetable)}
    found = []
    for made in moves:
        if not made.windows:
            found.append(Link(here.reader.to("preparation-timetable"), _ALL.fill(by=made.by)))
        for key, window in made.windows.items():
            days = days_of(window) if window else _TO_PROPOSAL
            words = _THEIRS.fill(by=made.by, label=labels.get(key, EMPTY), days=days)
            found.append(Link(here.reader.to("preparation-step", str(key)), words))
    return tuple(found)


@login_required
@require_POST
def reset(request: HttpRequest, election_id: int) -> HttpResponse:
    """Put every step back to the proposal."""
    reader, proposal, draft = room_of(request, election_id)
    seen = request.POST.get(VERSION, "")
    try:
        move_step(reader.user, reader.election.pk, {}, int(seen) if seen.isdigit() else -1, at=reader.at)
    except DraftChangedError as error:
        here = Room(reader, proposal, draft, proposal.placed[0].key)
        parts = [
            Between(_OTHERS, said(error), others(here, error.between)),
        ]
        title = Text("Jadwal belum dikembalikan", "The timetable is not put back")
        return answer(request, reader, title, parts, status=_CONFLICT)
    answered = HttpResponseRedirect(reader.to("preparation-timetable"))
    answered.status_code = _SEE_OTHER
    return answered
