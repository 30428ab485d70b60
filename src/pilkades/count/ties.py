"""How a tie at the top is broken: ordered methods as data, each step explained, open questions left open."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from pilkades.base.article import Article
from pilkades.base.errors import PilkadesError
from pilkades.base.language import EMPTY, Text


class Method(StrEnum):
    """Ways to break a tie that instruments name."""

    TPS_MOST_VOTERS = "tps_most_voters"
    RESIDENCE_AREA_MOST_VOTERS = "residence_area_most_voters"
    WIDER_AREA = "wider_area"
    EDUCATION = "education"
    EXAM_SCORE = "exam_score"
    RERUN = "rerun"
    SECOND_ROUND = "second_round"
    BPD_DECISION = "bpd_decision"
    COMMITTEE_DECISION = "committee_decision"
    BUPATI_DECISION = "bupati_decision"


class Condition(StrEnum):
    """When a step applies at all."""

    ALWAYS = "always"
    SEVERAL_TPS = "several_tps"
    ONE_TPS = "one_tps"


@dataclass(frozen=True, slots=True)
class TieStep:
    """One method in a chain, with its article and, for an act, its limit in days (`working` or calendar)."""

    method: Method
    article: Article | None
    condition: Condition = Condition.ALWAYS
    days: int | None = None
    working: bool = False
    caveat: Text = EMPTY


def _step(method: Method, at: str, condition: Condition = Condition.ALWAYS, caveat: Text = EMPTY) -> TieStep:
    return TieStep(method, Article.parse(at), condition, caveat=caveat)


PERDA_BENGKAYANG_TIE = (
    TieStep(Method.RERUN, Article.parse("perda-bengkayang-13-2006:28(2)"), days=14),
    TieStep(Method.BPD_DECISION, Article.parse("perda-bengkayang-13-2006:28(5)"), days=14, working=True),
)
"""Perda Bengkayang 13/2006 Ps. 28: another vote among the tied, then the BPD."""

PERMENDAGRI_112_TIE = (
    _step(Method.TPS_MOST_VOTERS, "permendagri-112-2014:42(2)", Condition.SEVERAL_TPS),
    _step(Method.RESIDENCE_AREA_MOST_VOTERS, "permendagri-112-2014:42(3)", Condition.ONE_TPS),
)
"""Permendagri 112/2014 Ps. 42(2)-(3)."""

PP_43_TIE = (_step(Method.WIDER_AREA, "pp-43-2014:41(4).c"),)
"""PP 43/2014 Ps. 41(4)c: "wilayah perolehan suara yang lebih luas"."""

PP_16_TIE = (_step(Method.WIDER_AREA, "pp-16-2026:39(5)"),)
"""PP 16/2026 Ps. 39(5): "wilayah perolehan suara sah yang lebih luas"."""

_SAME_DUSUN = Text(
    'Teks berbunyi "pada dusun yang sama"; apakah ini hanya bagi calon dari satu dusun tidak dijelaskan.',
    'The text says "in the same dusun"; whether this is only for candidates of one dusun is not explained.',
)

ATURAN_003_TIE = (
    _step(Method.TPS_MOST_VOTERS, "aturan-003:#3.b.1.b", Condition.SEVERAL_TPS),
    _step(Method.RESIDENCE_AREA_MOST_VOTERS, "aturan-003:#3.b.1.c", Condition.ONE_TPS),
    _step(Method.EDUCATION, "aturan-003:#3.b.1.d", caveat=_SAME_DUSUN),
    _step(Method.EXAM_SCORE, "aturan-003:#3.b.1.e"),
)
"""The rules that source 003 lists, section 3) b.1."""


@dataclass(frozen=True, slots=True)
class Place:
    """A TPS or an area of residence: its registered voters (not turnout) and the votes counted there."""

    name: str
    registered: int | None
    votes: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision that somebody took: who is elected, on what basis (document or minutes)."""

    method: Method
    elected: str
    basis: Text


@dataclass(frozen=True, slots=True)
class TieFacts:
    """What is known for breaking a tie.

    `education` holds a rank per candidate (higher is more), `exam_scores` marks. `new_polls` holds the votes
    of another vote by its method. `tps` None means that the TPS are not known, not even how many there are.
    """

    tps: tuple[Place, ...] | None = None
    areas: tuple[Place, ...] | None = None
    education: Mapping[str, int | None] = field(default_factory=dict)
    exam_scores: Mapping[str, Decimal | None] = field(default_factory=dict)
    new_polls: Mapping[Method, Mapping[str, int | None]] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()


class StepStanding(StrEnum):
    """What came of a step."""

    DECIDED = "decided"
    EQUAL_TOO = "equal_too"
    FACTS_MISSING = "facts_missing"
    TEXT_SILENT = "text_silent"
    NEEDS_ACT = "needs_act"
    DOES_NOT_APPLY = "does_not_apply"


@dataclass(frozen=True, slots=True)
class StepOutcome:
    """A step of the chain, who is still in it, and why."""

    step: TieStep
    standing: StepStanding
    remaining: tuple[str, ...]
    explanation: Text


@dataclass(frozen=True, slots=True)
class TieOutcome:
    """Who is elected, or None with the question that stays open; every step taken."""

    tied: tuple[str, ...]
    elected: str | None
    steps: tuple[StepOutcome, ...]
    question: Text


_GOES_ON = frozenset({StepStanding.EQUAL_TOO, StepStanding.DOES_NOT_APPLY})
"""After these the next step is taken; a missing fact or a silent text stops the chain, as it might decide."""

_OPEN_TO_DECISION = frozenset({StepStanding.FACTS_MISSING, StepStanding.TEXT_SILENT, StepStanding.NEEDS_ACT})
"""A decision is heard only where the facts themselves do not decide."""


def break_tie(tied: tuple[str, ...], chain: tuple[TieStep, ...], facts: TieFacts) -> TieOutcome:
    """Go through a chain of methods in its order until one decides, stops for a fact, or asks for an act.

    Candidates who fall behind in a step are out of the next ones. A step that the text leaves open, or whose
    facts are missing, stops the chain unless a decision with its basis is given for it.

    Raises:
        PilkadesError: code `no-tie` with fewer than two tied; `decision-for-other` when a decision names
            somebody who is not tied.
    """
    if len(tied) < 2:  # noqa: PLR2004 -- a tie is between two or more
        raise PilkadesError("no-tie", candidates=len(tied))
    for decision in facts.decisions:
        if decision.elected not in tied:
            raise PilkadesError("decision-for-other", elected=decision.elected)
    remaining, steps = tied, []
    for step in chain:
        outcome = _take(step, remaining, facts)
        steps.append(outcome)
        remaining = outcome.remaining
        if outcome.standing is StepStanding.DECIDED:
            return TieOutcome(tied, remaining[0], tuple(steps), EMPTY)
        if outcome.standing not in _GOES_ON:
            return TieOutcome(tied, None, tuple(steps), outcome.explanation)
    return TieOutcome(tied, None, tuple(steps), _chain_ends(remaining))


def _chain_ends(remaining: tuple[str, ...]) -> Text:
    return Text(
        "Teks yang dibaca tidak mengatur lagi siapa yang terpilih di antara {names}. "
        "Keputusan dengan dasarnya diperlukan.",
        "The text read does not decide further who is elected among {names}. "
        "A decision with its basis is needed.",
    ).fill(names=list(remaining))


def _take(step: TieStep, tied: tuple[str, ...], facts: TieFacts) -> StepOutcome:
    outcome = _worked_out(step, tied, facts)
    if outcome.standing not in _OPEN_TO_DECISION:
        return outcome
    for decision in facts.decisions:
        if decision.method is step.method and decision.elected in tied:
            text = outcome.explanation + Text(
                " Diputuskan untuk {name}. Dasar: {basis}", " Decided for {name}. Basis: {basis}"
            ).fill(name=decision.elected, basis=decision.basis)
            return StepOutcome(step, StepStanding.DECIDED, (decision.elected,), text)
    return outcome


def _worked_out(step: TieStep, tied: tuple[str, ...], facts: TieFacts) -> StepOutcome:
    places = {Method.TPS_MOST_VOTERS: facts.tps, Method.RESIDENCE_AREA_MOST_VOTERS: facts.areas}
    if step.method in places:
        return _largest_place(step, tied, places[step.method], facts)
    if step.method is Method.EDUCATION:
        return _highest(step, tied, facts.education, Text("tingkat pendidikan", "level of education"))
    if step.method is Method.EXAM_SCORE:
        return _highest(step, tied, facts.exam_scores, Text("nilai ujian", "exam score"))
    if step.method is Method.WIDER_AREA:
        return _wider_area(step, tied, facts)
    votes = facts.new_polls.get(step.method)
    if votes is None:
        return _needs_act(step, tied)
    return _highest(step, tied, votes, Text("suara pemungutan baru", "votes of the new poll"))


def _largest_place(
    step: TieStep, tied: tuple[str, ...], places: tuple[Place, ...] | None, facts: TieFacts
) -> StepOutcome:
    skipped = _not_applicable(step, tied, facts)
    if skipped is not None:
        return skipped
    if not places:
        return _facts_missing(step, tied, Text("suara tiap tempat", "the votes of each place"))
    blank = [place.name for place in places if place.registered is None]
    if blank:
        what = Text("jumlah pemilih di {places}", "the number of voters at {places}").fill(places=blank)
        return _facts_missing(step, tied, what)
    most = max(place.registered or 0 for place in places)
    largest = [place for place in places if place.registered == most]
    if len(largest) > 1:
        text = Text(
            "{places} sama-sama mempunyai pemilih terbanyak ({most}). Teks tidak mengatur hal itu.",
            "{places} both have the most voters ({most}). The text does not provide for that.",
        ).fill(places=[place.name for place in largest], most=most)
        return StepOutcome(step, StepStanding.TEXT_SILENT, tied, text)
    head = Text(
        "Pemilih terbanyak ada di {place}: {most} dalam DPT. ",
        "{place} has the most voters: {most} in the DPT. ",
    ).fill(place=largest[0].name, most=most)
    return _highest(step, tied, largest[0].votes, Text("suara di sana", "votes there"), head)


def _not_applicable(step: TieStep, tied: tuple[str, ...], facts: TieFacts) -> StepOutcome | None:
    if step.condition is Condition.ALWAYS:
        return None
    if not facts.tps:
        return _facts_missing(step, tied, Text("jumlah TPS", "the number of TPS"))
    several = len(facts.tps) > 1
    if several is (step.condition is Condition.SEVERAL_TPS):
        return None
    text = (
        Text("Langkah ini untuk desa dengan satu TPS.", "This step is for a village with one TPS.")
        if several
        else Text(
            "Langkah ini untuk desa dengan beberapa TPS.", "This step is for a village with several TPS."
        )
    )
    return StepOutcome(step, StepStanding.DOES_NOT_APPLY, tied, text)


def _highest(
    step: TieStep,
    tied: tuple[str, ...],
    values: Mapping[str, int | None] | Mapping[str, Decimal | None],
    what: Text,
    head: Text = EMPTY,
) -> StepOutcome:
    known = {name: value for name in tied if (value := values.get(name)) is not None}
    unknown = [name for name in tied if name not in known]
    if unknown:
        return _facts_missing(
            step, tied, Text("{what} {names}", "{what} of {names}").fill(what=what, names=unknown)
        )
    best = max(known.values())
    leaders = tuple(name for name in tied if known[name] == best)
    shown = "; ".join(f"{name} {known[name]}" for name in tied)
    text = head + Text("{what}: {shown}. ", "{what}: {shown}. ").fill(what=what, shown=shown)
    if len(leaders) == 1:
        text += Text("Terpilih {name}.", "Elected: {name}.").fill(name=leaders[0])
        text += EMPTY if not step.caveat else Text(" ", " ") + step.caveat
        return StepOutcome(step, StepStanding.DECIDED, leaders, text)
    text += Text("Di sini pun sama.", "They are equal here too.")
    return StepOutcome(step, StepStanding.EQUAL_TOO, leaders, text)


def _wider_area(step: TieStep, tied: tuple[str, ...], facts: TieFacts) -> StepOutcome:
    """The elucidation says "Cukup jelas": both readings are counted and shown, and neither decides."""
    text = Text(
        'Penentunya "wilayah perolehan suara yang lebih luas". Teks dan penjelasannya tidak '
        "merumuskan artinya. ",
        'What decides is the "wider area of votes". Neither the text nor its elucidation says '
        "what that means. ",
    )
    places = facts.areas or facts.tps
    for name in tied:
        won, present = _reach(name, tied, places or ())
        if won is not None:
            text += Text(
                "{name}: tempat yang diungguli {won}, tempat dengan suaranya {present}. ",
                "{name}: places where ahead {won}, places with votes {present}. ",
            ).fill(name=name, won=won, present=present)
    text += Text(
        "Bacaan mana yang dipakai, dan apa dasarnya?", "Which reading is used, and what is its basis?"
    )
    return StepOutcome(step, StepStanding.TEXT_SILENT, tied, text)


def _reach(name: str, tied: tuple[str, ...], places: tuple[Place, ...]) -> tuple[int | None, int | None]:
    """In how many places a candidate is ahead of the others tied, and in how many they have votes at all."""
    if not places or any(place.votes.get(each) is None for place in places for each in tied):
        return None, None
    won = present = 0
    for place in places:
        counts = {each: place.votes.get(each) or 0 for each in tied}
        others = [count for each, count in counts.items() if each != name]
        won += counts[name] > max(others)
        present += counts[name] > 0
    return won, present


_ACTS: Mapping[Method, Text] = {
    Method.RERUN: Text(
        "Diperlukan pemilihan ulang di antara {names}", "Another vote among {names} is needed"
    ),
    Method.SECOND_ROUND: Text(
        "Diperlukan putaran kedua di antara {names}", "A second round of {names} is needed"
    ),
    Method.BPD_DECISION: Text("Diserahkan kepada BPD: {names}", "Left to the BPD: {names}"),
    Method.COMMITTEE_DECISION: Text(
        "Diserahkan kepada panitia: {names}", "It is left to the committee: {names}"
    ),
    Method.BUPATI_DECISION: Text("Diserahkan kepada Bupati: {names}", "Left to the Bupati: {names}"),
}


def _needs_act(step: TieStep, tied: tuple[str, ...]) -> StepOutcome:
    limit = Text(".", ".")
    if step.days is not None:
        unit = Text("hari kerja", "working days") if step.working else Text("hari", "days")
        limit = Text(", paling lambat {days} {unit}.", ", within {days} {unit}.").fill(
            days=step.days, unit=unit
        )
    text = _ACTS[step.method].fill(names=list(tied)) + limit
    return StepOutcome(step, StepStanding.NEEDS_ACT, tied, text)


def _facts_missing(step: TieStep, tied: tuple[str, ...], what: Text) -> StepOutcome:
    text = Text("Belum diketahui: {what}.", "Not known: {what}.").fill(what=what)
    return StepOutcome(step, StepStanding.FACTS_MISSING, tied, text)
