"""When a ballot counts: the clauses of each regime as data, and a judgement that never guesses."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum

from pilkades.base.article import Article
from pilkades.base.language import Text


class Place(StrEnum):
    """Where a punched mark lies.

    `ON_LINE` touches the line of one box, so that it may lie partly outside; `SPANNING` is one hole that
    reaches over more than one box.
    """

    INSIDE = "inside"
    ON_LINE = "on_line"
    OUTSIDE = "outside"
    SPANNING = "spanning"


@dataclass(frozen=True, slots=True)
class Mark:
    """One punched mark; `box` is the number of the candidate's box, None when outside or spanning."""

    place: Place
    box: int | None = None


def inside(box: int) -> Mark:
    """A mark inside the box of that number."""
    return Mark(Place.INSIDE, box)


def on_line(box: int) -> Mark:
    """A mark that touches the line of the box of that number."""
    return Mark(Place.ON_LINE, box)


OUTSIDE = Mark(Place.OUTSIDE)
SPANNING = Mark(Place.SPANNING)


@dataclass(frozen=True, slots=True)
class Ballot:
    """What is seen on one ballot; None means that nobody recorded it."""

    official_paper: bool | None = None
    signed_by_committee_chair: bool | None = None
    signed_by_kpps_chair: bool | None = None
    signed_by_representative: bool | None = None
    stamped: bool | None = None
    initialled_by_kpps_chair: bool | None = None
    damaged: bool | None = None
    extra_writing: bool | None = None
    committee_tool: bool | None = None
    marks: tuple[Mark, ...] | None = None


class Met(StrEnum):
    """Whether a ballot fits a clause; `SILENT` when the clause's words do not say."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"
    SILENT = "silent"


class Effect(StrEnum):
    """What a clause does: a condition of validity, a ground of invalidity, one of several alternatives."""

    REQUIRED = "required"
    EXCLUDES = "excludes"
    ALTERNATIVE = "alternative"


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a rule on valid ballots; `attributes` are what must be known to judge it."""

    code: str
    at: str
    effect: Effect
    text: Text
    test: Callable[[Ballot], Met]
    attributes: tuple[str, ...] = ("marks",)

    @property
    def article(self) -> Article:
        """Where the clause stands."""
        return Article.parse(self.at)


@dataclass(frozen=True, slots=True)
class ValidityRules:
    """The clauses of one instrument, in its order; `silences` name, by mark, what its words leave open."""

    instrument: str
    clauses: tuple[Clause, ...]
    silences: tuple[tuple[Callable[[Ballot], bool], Text], ...] = ()


class Verdict(StrEnum):
    """What the rules say of a ballot."""

    VALID = "valid"
    INVALID = "invalid"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Reason:
    """A clause that bore on the judgement, with how the ballot stands to it."""

    code: str
    article: Article
    text: Text
    met: Met


@dataclass(frozen=True, slots=True)
class Judgement:
    """Valid, invalid or undecided, with the clauses, what is not recorded, and what the text leaves open."""

    verdict: Verdict
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...] = ()
    questions: tuple[Text, ...] = ()


def judge(ballot: Ballot, rules: ValidityRules) -> Judgement:
    """Say whether a ballot counts under these rules, clause by clause.

    One clause that is certainly broken makes the ballot invalid, whatever else is unknown. It is valid only
    when every required clause and one alternative (where there are any) are certainly met, no ground of
    invalidity is, and the text is silent on nothing that is seen. Otherwise it is undecided, and the question
    is named.
    """
    met = [(clause, clause.test(ballot)) for clause in rules.clauses]
    questions = tuple(question for seen, question in rules.silences if seen(ballot))
    against = [(clause, how) for clause, how in met if _breaks(clause, how)]
    alternatives = [(clause, how) for clause, how in met if clause.effect is Effect.ALTERNATIVE]
    if alternatives and not questions and all(how is Met.NO for _, how in alternatives):
        against += alternatives
    if against:
        return Judgement(Verdict.INVALID, _reasons(against))
    open_clauses = [(clause, how) for clause, how in met if how in {Met.NOT_KNOWN, Met.SILENT}]
    missing = _missing(ballot, [clause for clause, how in open_clauses if how is Met.NOT_KNOWN])
    if open_clauses or questions:
        return Judgement(Verdict.UNDECIDED, _reasons(open_clauses), missing, questions)
    return Judgement(Verdict.VALID, _reasons([pair for pair in met if _supports(*pair)]))


def _breaks(clause: Clause, how: Met) -> bool:
    if clause.effect is Effect.EXCLUDES:
        return how is Met.YES
    return clause.effect is Effect.REQUIRED and how is Met.NO


def _supports(clause: Clause, how: Met) -> bool:
    return clause.effect is not Effect.EXCLUDES and how is Met.YES


def _reasons(pairs: Sequence[tuple[Clause, Met]]) -> tuple[Reason, ...]:
    return tuple(Reason(clause.code, clause.article, clause.text, how) for clause, how in pairs)


def _missing(ballot: Ballot, clauses: list[Clause]) -> tuple[str, ...]:
    asked = {name for clause in clauses for name in clause.attributes}
    return tuple(
        name
        for attribute in fields(ballot)
        if (name := attribute.name) in asked and getattr(ballot, name) is None
    )


def known(value: bool | None) -> Met:  # noqa: FBT001 -- the value itself is what is asked
    """Turn a recorded fact into how it stands to a clause that asks for it."""
    return Met.NOT_KNOWN if value is None else Met.YES if value else Met.NO


def absent(value: bool | None) -> Met:  # noqa: FBT001 -- the value itself is what is asked
    """Turn a recorded fact into how it stands to a clause that asks for its absence."""
    return known(None if value is None else not value)


def any_of(*values: bool | None) -> Met:
    """Whether at least one of several facts is so: one yes is enough, a no needs all of them."""
    if any(values):
        return Met.YES
    return Met.NOT_KNOWN if None in values else Met.NO
