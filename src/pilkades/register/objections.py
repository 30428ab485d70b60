"""Objections to a posted list: filed, decided with reason and article, answered in plain words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pilkades.base.article import Article
from pilkades.base.day import Day
from pilkades.base.errors import PilkadesError
from pilkades.base.findings import Verdict
from pilkades.base.language import EMPTY, Text, joined, same
from pilkades.register.changes import ChangeKind, RemovalReason, may_touch
from pilkades.register.grounds import GROUNDS, Ground, ListProposal, offer_of
from pilkades.register.lists import LISTS, ListKind
from pilkades.register.proposal_clock import Clock, named
from pilkades.regulation.rulebook import Rulebook
from pilkades.timetable.days import Answer


@dataclass(frozen=True, slots=True)
class Objection:
    """What was filed: its number (`pilkades.register.reference_number`), on which list, why, and when."""

    number: str
    on: ListKind
    ground: Ground
    filed: date


class Outcome(StrEnum):
    """How the committee decides. NOT_SERVED is no refusal of the matter: the text sends late ones away."""

    ACCEPTED = "accepted"
    PARTLY = "partly"
    REFUSED = "refused"
    NOT_SERVED = "not_served"


OUTCOMES = {
    Outcome.ACCEPTED: Text("diterima", "accepted"),
    Outcome.PARTLY: Text("diterima sebagian", "accepted in part"),
    Outcome.REFUSED: Text("tidak diterima", "not accepted"),
    Outcome.NOT_SERVED: Text("tidak dilayani karena terlambat", "not served, for it came late"),
}


@dataclass(frozen=True, slots=True)
class Ruling:
    """The committee's decision: the reason in its own words, the articles, who and when.

    `basis` is written where a proposal may be late and the text leaves open whether it is served.
    """

    outcome: Outcome
    reason: str
    articles: tuple[Article, ...]
    by: str
    decided: date
    basis: str = ""


def decide(
    objection: Objection, ruling: Ruling, clock: Clock, follows: ListProposal, rulebook: Rulebook
) -> Ruling:
    """The ruling with the articles of its ground, its clock and its lateness, once it may stand.

    Raises:
        PilkadesError: `ruling-without-reason` where anything is turned down without one;
            `ruling-before-filing`; `late-not-served` where the text sends a late proposal away and it is
            accepted; `served-in-time` where one in time is called late; `late-without-basis` where the text
            leaves a late one, or whether it is late, to the committee and no basis is written; `dpt-closed`
            where an adopted DPT would change for what its article does not allow, and
            `dpt-change-without-basis` where no text rules on it and no basis is written.
    """
    if ruling.decided < objection.filed:
        raise PilkadesError("ruling-before-filing", filed=objection.filed, decided=ruling.decided)
    if ruling.outcome in {Outcome.REFUSED, Outcome.PARTLY} and not ruling.reason.strip():
        raise PilkadesError("ruling-without-reason")
    takes = ruling.outcome in {Outcome.ACCEPTED, Outcome.PARTLY}
    if takes and follows.closed:
        _held_to_the_dpt(ruling, follows, rulebook)
    in_time = clock.in_time(objection.filed, objection.ground)
    _held_to_the_clock(ruling, clock, in_time, takes=takes)
    late = (clock.late_article,) if clock.late_article and in_time is not Answer.YES else ()
    known = (*ruling.articles, *offer_of(objection.ground, rulebook).articles, *late)
    return Ruling(
        ruling.outcome,
        ruling.reason.strip(),
        tuple(dict.fromkeys(known)),
        ruling.by,
        ruling.decided,
        ruling.basis.strip(),
    )


def _held_to_the_dpt(ruling: Ruling, follows: ListProposal, rulebook: Rulebook) -> None:
    touched = follows.reason or follows.kind
    verdict = may_touch(touched, rulebook).verdict if touched is not None else Verdict.COMPLIED
    if verdict is Verdict.VIOLATED:
        raise PilkadesError("dpt-closed")
    if verdict is Verdict.UNKNOWN and not ruling.basis.strip():
        raise PilkadesError("dpt-change-without-basis")


def _held_to_the_clock(ruling: Ruling, clock: Clock, in_time: Answer, *, takes: bool) -> None:
    if in_time is Answer.YES:
        if ruling.outcome is Outcome.NOT_SERVED:
            raise PilkadesError("served-in-time")
        return
    certainly_late = in_time is Answer.NO
    if certainly_late and takes and clock.late_served is Answer.NO:
        raise PilkadesError("late-not-served")
    left_open = clock.late_served is Answer.UNDECIDED or not certainly_late
    if left_open and (takes or ruling.outcome is Outcome.NOT_SERVED) and not ruling.basis.strip():
        raise PilkadesError("late-without-basis")


_ANSWERS = {
    Outcome.ACCEPTED: Text("Usul Anda “{ground}” diterima.", "Your proposal “{ground}” is accepted."),
    Outcome.PARTLY: Text(
        "Usul Anda “{ground}” diterima sebagian.", "Your proposal “{ground}” is accepted in part."
    ),
    Outcome.REFUSED: Text(
        "Usul Anda “{ground}” tidak diterima.", "Your proposal “{ground}” is not accepted."
    ),
    Outcome.NOT_SERVED: Text(
        "Usul Anda “{ground}” datang sesudah waktunya, jadi tidak dilayani.",
        "Your proposal “{ground}” came after its time, so it is not served.",
    ),
}
_FOLLOWS = {
    ChangeKind.ADDED: Text(
        "Panitia menambahkan orang ini ke {list}.", "The committee adds this person to the {list}."
    ),
    ChangeKind.CORRECTED: Text(
        "Panitia memperbaiki baris di {list}.", "The committee corrects the row of the {list}."
    ),
    ChangeKind.REMOVED: Text(
        "Panitia mengeluarkan baris dari {list}.", "The committee takes the row out of the {list}."
    ),
}
_NOTED = Text(
    "Panitia mencatat kematian di DPT; barisnya tetap ada.",
    "The committee notes the death in the DPT; the row stays.",
)
_AGAIN = Text(
    "Bila ada bukti baru, ajukan usul baru sampai {day}.", "With new proof, file a new proposal until {day}."
)
_ASK = Text(
    "Waktu usul sudah lewat. Tanyakan kepada panitia bila ada yang belum jelas.",
    "The time for proposals is over. Ask the committee where something is not clear.",
)
_LOOK = Text("Periksa daftar berikutnya bila diumumkan.", "Look at the next list when it is posted.")


def answer(
    objection: Objection, ruling: Ruling, clock: Clock, follows: ListProposal, rulebook: Rulebook
) -> Text:
    """The answer to the citizen: the outcome, why, by which article, and what comes next."""
    ground = GROUNDS[objection.ground]
    parts = [_ANSWERS[ruling.outcome].fill(ground=ground)]
    takes = ruling.outcome in {Outcome.ACCEPTED, Outcome.PARTLY}
    if takes:
        parts.append(_what_follows(follows))
    if ruling.reason:
        parts.append(
            Text("Alasan panitia: {why}", "The committee's reason: {why}").fill(why=_ended(ruling.reason))
        )
    if ruling.basis:
        parts.append(
            Text("Dasar panitia: {why}", "The committee's basis: {why}").fill(why=_ended(ruling.basis))
        )
    if ruling.outcome is Outcome.NOT_SERVED:
        parts.append(clock.late_message if clock.late_served is Answer.NO else EMPTY)
    if ruling.articles:
        places = same("; ".join(rulebook.short(article) for article in ruling.articles))
        parts.append(Text("Pasal: {places}.", "Articles: {places}.").fill(places=places))
    else:
        parts.append(Text("Teks yang dibaca tidak menyebut hal ini.", "The text read does not name this."))
    closes = clock.closes_for(objection.ground)
    parts.append(_next(ruling, closes, takes=takes and follows.kind is not None))
    return joined(parts)


def _ended(words: str) -> str:
    return words if words.endswith((".", "?", "”")) else f"{words}."


def _what_follows(follows: ListProposal) -> Text:
    if follows.kind is None:
        return EMPTY
    if follows.closed and follows.reason is RemovalReason.DIED:
        return _NOTED
    return _FOLLOWS[follows.kind].fill(list=LISTS[follows.into])


def _next(ruling: Ruling, closes: Day | None, *, takes: bool) -> Text:
    if takes:
        return _LOOK
    if closes is not None and ruling.decided <= closes.earliest:
        return _AGAIN.fill(day=named(closes.earliest))
    return _ASK


class StepState(StrEnum):
    """How far a step of the status page is."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class StatusStep:
    """One step of the status page, with its day where there is one."""

    label: Text
    state: StepState
    day: date | None = None
    message: Text = EMPTY


def status(
    objection: Objection, clock: Clock, ruling: Ruling | None = None, changed: date | None = None
) -> tuple[StatusStep, ...]:
    """Filed, examined, decided, and in the list: where an objection stands.

    `changed` is the day on which the list was changed accordingly; the last step is left out where nothing
    is to change.
    """
    return tuple(_status(objection, clock, ruling, changed))


def _status(
    objection: Objection, clock: Clock, ruling: Ruling | None, changed: date | None
) -> Iterator[StatusStep]:
    yield StatusStep(
        Text("Usul masuk", "Filed"), StepState.DONE, objection.filed, _lateness(objection, clock)
    )
    done, now, following = StepState.DONE, StepState.NOW, StepState.NEXT
    examined = Text("Diperiksa panitia", "Examined by the committee")
    if ruling is None:
        yield StatusStep(examined, now, clock.decide_by, clock.decide_message)
        yield StatusStep(Text("Diputuskan", "Decided"), following)
        return
    yield StatusStep(examined, done)
    yield StatusStep(Text("Diputuskan", "Decided"), done, ruling.decided, OUTCOMES[ruling.outcome])
    if ruling.outcome in {Outcome.ACCEPTED, Outcome.PARTLY} and objection.ground is not Ground.OTHER:
        label = Text("Diterapkan pada daftar", "Applied to the list")
        yield StatusStep(label, done if changed else now, changed)


def _lateness(objection: Objection, clock: Clock) -> Text:
    in_time = clock.in_time(objection.filed, objection.ground)
    if in_time is Answer.YES:
        return Text("Masuk pada waktunya.", "In time.")
    if in_time is Answer.NO:
        return joined([Text("Masuk sesudah waktunya.", "Came after its time."), clock.late_message])
    if clock.closes is None:
        return clock.closes_words
    return Text(
        "Tepat waktu atau tidak bergantung pada cara menghitung hari, yang tidak disebut teks.",
        "Whether it is in time depends on how days are counted, which the text does not say.",
    )
