"""Proposals of citizens on a posted list: read, decided with reason and article, answered, followed up."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_safe

from pilkades.base.errors import PilkadesError
from pilkades.base.language import EMPTY, Text, joined, same
from pilkades.register.changes import ChangeKind
from pilkades.register.grounds import GROUNDS, offer_of
from pilkades.register.lists import LISTS, ListKind
from pilkades.register.objections import OUTCOMES, Outcome, StepState, status
from pilkades.register.proposal_clock import Clock
from pilkades.web.committee.beside import bases_of
from pilkades.web.committee.fields import capital
from pilkades.web.committee.frame import Reader, reader_of
from pilkades.web.committee.lists.parts import Switch
from pilkades.web.committee.parts import Facts, Heading, Links
from pilkades.web.committee.voters.parts import Asked
from pilkades.web.committee.voters.rooms import room
from pilkades.web.committee.voters.words import area_of
from pilkades.web.committee.written import Line
from pilkades.web.core.access import Need, NotThereError
from pilkades.web.core.messages import said
from pilkades.web.core.queries.objections import Proposal, proposal_of, proposals_of, read_proposals
from pilkades.web.core.queries.proposal_times import proposal_time_of
from pilkades.web.core.queries.voters import Wanted, page_of, person_now
from pilkades.web.core.services.decide_objection import Decided, decide_objection, follows_of
from pilkades.web.core.vault.covering import tails
from pilkades.web.shared.components.due import Task, TaskList
from pilkades.web.shared.components.page import Link, Pages
from pilkades.web.shared.components.people import FilterBar, Weighed, WeighedReason
from pilkades.web.shared.components.status import Status, Tag
from pilkades.web.shared.components.words import long_day, long_moment
from pilkades.web.shared.forms import lazily
from pilkades.web.shared.templatetags.pilkades import say

_SEE_OTHER, _UNPROCESSABLE = 303, 422
PER_PAGE, MOST_FOUND = 20, 12
WHICH, PAGE, SEARCH = "keadaan", "halaman", "cari"
DECIDED = "diputus"

TITLE = Text("Usul dan keberatan atas daftar", "Proposals on the list")
_LEAD = Text(
    "Setiap usul diputus dengan alasan dan pasalnya. Jawabannya terbaca oleh pengusul dengan nomornya.",
    "Every proposal is decided with reason and article. Whoever proposed reads the answer by its number.",
)
_SWITCH = Text("Usul menurut keadaannya", "Proposals by state")
_OPEN, _DONE = Text("menunggu keputusan", "waiting"), Text("sudah diputus", "decided")
_NONE = Text("Belum ada usul di sini.", "There is no proposal here.")
_FILED = Text("Masuk {at}", "Filed {at}")
_BY_LAW = Text("Dasar usul ini", "The law of this proposal")
_STEPS = Text("Perjalanan usul", "Course of the proposal")
_LABELS = {
    "text": Text("Kata pengusul", "In the citizen's words"),
    "contact": Text("Cara menghubungi", "How to reach the person"),
    "list": Text("Daftar", "List"),
    "filed": Text("Masuk", "Filed"),
    "papers": Text("Surat yang menunjukkannya", "Papers that show it"),
    "about": Text("Orang yang dimaksud", "The person meant"),
    "answer": Text("Jawaban kepada pengusul", "Answer to the citizen"),
}
_HELPS = Text("{paper} (membantu, tidak diwajibkan teks)", "{paper} (helps; no text asks for it)")
_DECIDE = Text("Putuskan usul ini", "Decide this proposal")
_AGAIN = Text("Putuskan lagi", "Decide anew")
_AGAIN_LEAD = Text(
    "Keputusan baru berlaku menggantikan yang lama; keduanya tetap tercatat.",
    "The new decision takes the place of the old; both stay on record.",
)
_OUTCOME = Text("Keputusan panitia", "Decision of the committee")
_NO_OUTCOME = Text("Pilih keputusannya.", "Choose the decision.")
_REASON = Text("Alasan", "Reason")
_REASON_HINT = Text("Pengusul membaca alasan ini.", "The citizen reads this reason.")
_BASIS = Text(
    "Dasar, bila teks menyerahkan kepada panitia", "Basis, where the text leaves it to the committee"
)
_ABOUT = Text("Orang yang dimaksud dalam daftar", "The person on the list who is meant")
_NOBODY = Text("belum ditentukan", "not known yet")
_FIND = Text("Cari nama orang yang dimaksud", "Search for the person who is meant")
_NO_DIGITS = Text("Tulis nama tanpa angka.", "A name has no digits.")
_SAVE = Text("Simpan keputusan", "Record the decision")
_FOLLOW = Text("Lanjutkan pada daftar", "Carry it out on the list")
_FOLLOWS: Mapping[ChangeKind, Text] = {
    ChangeKind.ADDED: Text("Tambahkan orang ini ke pendataan", "Add the person to the register"),
    ChangeKind.CORRECTED: Text("Perbaiki barisnya", "Correct the row"),
    ChangeKind.REMOVED: Text("Keluarkan dari daftar", "Take the person off the list"),
}
_NOTE_DEATH = Text("Catat kematian di DPT", "Note the death in the DPT")
_STATES = {StepState.DONE: Status.DONE, StepState.NOW: Status.ACTIVE, StepState.NEXT: Status.NOT_STARTED}


class RulingForm(forms.Form):
    """The decision, its reason, and whom it concerns."""

    def __init__(self, people: list[tuple[str, str]], data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, auto_id="id_%s")
        self.fields["keputusan"] = forms.ChoiceField(
            label=say(_OUTCOME),
            choices=[(one.value, say(capital(words))) for one, words in OUTCOMES.items()],
            widget=forms.RadioSelect,
            error_messages={"required": lazily(_NO_OUTCOME)},
        )
        self.fields["alasan"] = forms.CharField(
            label=say(_REASON),
            help_text=say(_REASON_HINT),
            max_length=1000,
            required=False,
            widget=forms.Textarea({"rows": 3}),
        )
        self.fields["dasar"] = forms.CharField(label=say(_BASIS), max_length=500, required=False)
        self.fields["orang"] = forms.ChoiceField(
            label=say(_ABOUT), choices=[("", say(_NOBODY)), *people], required=False
        )


@login_required
@require_safe
def objections(request: HttpRequest, election_id: int) -> HttpResponse:
    """Those that wait for a decision, the earliest first, or those that were decided."""
    reader = reader_of(request, election_id, Need.READ_VOTERS)
    decided = request.GET.get(WHICH) == DECIDED
    rows = proposals_of(reader.election, still_open=not decided)
    counts = {one: proposals_of(reader.election, still_open=not one).count() for one in (False, True)}
    sent = request.GET.get(PAGE, "")
    last = max(1, -(-counts[decided] // PER_PAGE))
    page = min(max(1, int(sent)) if sent.isascii() and sent.isdigit() else 1, last)
    shown = read_proposals(reader.election, rows[(page - 1) * PER_PAGE : page * PER_PAGE])
    here = reader.to("voters-objections")
    ways = (
        (Link(here, _OPEN), counts[False], not decided),
        (Link(f"{here}?{WHICH}={DECIDED}", _DONE), counts[True], decided),
    )
    tasks = tuple(_task(reader, one) for one in shown)
    parts: list[object] = [
        Switch(_SWITCH, ways),
        TaskList(capital(_DONE if decided else _OPEN), tasks, nothing=_NONE, most=len(tasks)),
    ]
    if last > 1:
        extra = f"&{WHICH}={DECIDED}" if decided else ""
        before = f"?{PAGE}={page - 1}{extra}" if page > 1 else ""
        parts.append(Pages(page, last, before, f"?{PAGE}={page + 1}{extra}" if page < last else ""))
    return room(request, reader, TITLE, parts, lead=_LEAD)


def _task(reader: Reader, one: Proposal) -> Task:
    at = long_moment(one.row.filed_at.astimezone(reader.at.tzinfo))
    done = one.ruled is not None
    note = OUTCOMES[one.ruled.ruling.outcome] if one.ruled else _FILED.fill(at=at)
    return Task(
        reader.to("voters-objections-one", str(one.row.pk)),
        GROUNDS[one.objection.ground],
        note=capital(note),
        status=Status.DONE if done else Status.DUE,
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, election_id: int, objection_id: int) -> HttpResponse:
    """One proposal: what it says, what the law says of it, and the decision."""
    reader = reader_of(request, election_id, Need.READ_VOTERS)
    found = proposal_of(reader.election, objection_id)
    if found is None:
        raise NotThereError
    clock = proposal_time_of(reader.state, found.objection.on)
    people = _people(reader, found, request.GET.get(SEARCH, "").strip()[:60])
    may = reader.may(Need.DECIDE_VOTERS)
    if request.method != "POST":
        return _page(request, reader, found, clock, RulingForm(people) if may else None)
    if not may:
        raise NotThereError
    chosen = request.POST.get("orang", "")
    if chosen and chosen not in dict(people):
        people += _named(reader, chosen)
    form = RulingForm(people, request.POST)
    if form.is_valid():
        sent = form.cleaned_data
        about = UUID(sent["orang"]) if sent["orang"] else None
        ruling = Decided(Outcome(sent["keputusan"]), sent["alasan"], sent["dasar"], about)
        try:
            decide_objection(reader.user, election_id, objection_id, ruling, clock, at=reader.at)
        except PilkadesError as error:
            form.add_error(_AT.get(error.code), say(said(error)))
        else:
            where = reader.to("voters-objections-one", str(objection_id))
            return HttpResponseRedirect(where, status=_SEE_OTHER)
    return _page(request, reader, found, clock, form)


_AT = {"ruling-without-reason": "alasan", "late-without-basis": "dasar", "dpt-change-without-basis": "dasar"}


def _people(reader: Reader, found: Proposal, words: str) -> list[tuple[str, str]]:
    known = _named(reader, str(found.row.about)) if found.row.about else []
    if not words or any(sign.isdigit() for sign in words):
        return known
    listed = page_of(reader.election, Wanted(words=words)).people[:MOST_FOUND]
    return known + [
        (str(person.person), f"{person.voter.name}, {person.nik_tail or '–'}, {area_of(person.voter)}")
        for person in listed
        if str(person.person) not in dict(known)
    ]


def _named(reader: Reader, person: str) -> list[tuple[str, str]]:
    try:
        found = person_now(reader.election, UUID(person))
    except ValueError:
        return []
    return [(person, f"{found.voter.name}, {found.nik_tail or '–'}")] if found else []


def _page(
    request: HttpRequest, reader: Reader, found: Proposal, clock: Clock, form: RulingForm | None
) -> HttpResponse:
    parts: list[object] = [
        Facts(tuple(_facts(reader, found))),
        _steps(found, clock),
        _law(reader, found, clock),
    ]
    faults = bool(form is not None and form.is_bound and form.errors)
    if found.ruled is not None:
        follow = tuple(_follow(reader, found))
        if follow:
            parts.append(Links(follow))
    if form is not None:
        title, lead = (_AGAIN, _AGAIN_LEAD) if found.ruled else (_DECIDE, EMPTY)
        words = "".join(sign for sign in request.GET.get(SEARCH, "") if not sign.isdigit())
        asked = (
            Heading(title, lead),
            FilterBar(SEARCH, _FIND, words, clear=request.path, refuses="[^0-9]*", why_not=_NO_DIGITS),
            Asked(form, _SAVE, action=request.get_full_path()),
        )
        parts = [*asked, *parts] if faults else [*parts, *asked]
    title = GROUNDS[found.objection.ground]
    return room(request, reader, title, parts, faults=faults, status=_UNPROCESSABLE if faults else 200)


def _facts(reader: Reader, found: Proposal) -> Iterator[Line]:
    at = long_moment(found.row.filed_at.astimezone(reader.at.tzinfo))
    # A citizen may write down whole numbers; a look at those is asked for at the person's own page.
    yield Line(_LABELS["text"], same(tails(found.text)))
    if found.contact:
        yield Line(_LABELS["contact"], same(found.contact))
    yield Line(_LABELS["list"], capital(LISTS[ListKind(found.row.on_list)]))
    yield Line(_LABELS["filed"], at)
    if found.row.about:
        named = _named(reader, str(found.row.about))
        yield Line(_LABELS["about"], same(named[0][1]) if named else _NOBODY)
    if found.ruled:
        yield Line(_LABELS["answer"], found.ruled.answer)


def _steps(found: Proposal, clock: Clock) -> Weighed:
    ruling = found.ruled.ruling if found.ruled else None
    steps = status(found.objection, clock, ruling)
    return Weighed(
        _STEPS,
        None,
        tuple(
            WeighedReason(
                step.label,
                Tag(_STATES[step.state], long_day(step.day) if step.day else EMPTY),
                step.message,
            )
            for step in steps
        ),
    )


def _law(reader: Reader, found: Proposal, clock: Clock) -> Weighed:
    rulebook = reader.state.rulebook
    offer = offer_of(found.objection.ground, rulebook)
    reasons = [
        WeighedReason(offer.label, None, EMPTY, bases_of(offer.articles, rulebook), question=offer.question)
    ]
    for asked in offer.asked:
        words = capital(asked.paper) if asked.article else _HELPS.fill(paper=capital(asked.paper))
        basis = bases_of((asked.article,), rulebook) if asked.article else ()
        reasons.append(WeighedReason(_LABELS["papers"], None, words, basis))
    words = joined([clock.closes_words, clock.decide_message])
    return Weighed(_BY_LAW, None, tuple(reasons), words)


def _follow(reader: Reader, found: Proposal) -> Iterator[Link]:
    ruled = found.ruled
    if ruled is None or ruled.ruling.outcome not in {Outcome.ACCEPTED, Outcome.PARTLY}:
        return
    if not reader.may(Need.EDIT_VOTERS):
        return
    follows = follows_of(reader.election, found.objection, found.row.about)
    if follows.closed:
        yield Link(reader.to("voters-lists-death"), _NOTE_DEATH)
    elif follows.kind is ChangeKind.ADDED:
        yield Link(reader.to("registration"), _FOLLOWS[follows.kind])
    elif follows.kind is not None and found.row.about:
        name = "correct" if follows.kind is ChangeKind.CORRECTED else "remove"
        yield Link(reader.to(f"voters-people-{name}", str(found.row.about)), _FOLLOWS[follows.kind])
