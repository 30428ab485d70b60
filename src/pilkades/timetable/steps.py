"""The steps of a timetable: what each is, who takes it, and how its window follows from the others."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from pilkades.base.article import Article
from pilkades.base.findings import Stage
from pilkades.base.language import EMPTY, Text
from pilkades.timetable.days import Period
from pilkades.timetable.deadlines import Deadline

POLLING_DAY = "polling_day"
TERM_END = "term_end"


class Weight(StrEnum):
    """What a value stands on."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    LOCAL_PRACTICE = "local_practice"
    UNVERIFIED = "unverified"


class Length(StrEnum):
    """How a window's length is bound.

    `within` is the wording "dalam jangka waktu n Hari": longer does not fit; whether shorter does, the text
    does not say, so a shorter window is no misfit.
    """

    EXACTLY = "exactly"
    WITHIN = "within"
    AT_MOST = "at_most"
    AT_LEAST = "at_least"


class Snap(StrEnum):
    """Where an edge that is known by its month only is put."""

    NONE = "none"
    MONTH_START = "month_start"
    MONTH_END = "month_end"


class Side(StrEnum):
    """An end of a window."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Reference:
    """What an edge is counted from: the polling day, the end of the term, or an end of another step."""

    name: str
    side: Side = Side.END

    @property
    def is_given(self) -> bool:
        """Whether it is a day that the user gives, not one that another step gives."""
        return self.name in {POLLING_DAY, TERM_END}

    @property
    def notation(self) -> str:
        """`polling_day`, `committee.end`."""
        return self.name if self.is_given else f"{self.name}.{self.side.value}"


@dataclass(frozen=True, slots=True)
class Edge:
    """How a start or an end follows from a reference.

    `binds`: the source sets it as a limit, which `check` holds every window to. Otherwise it only says where
    the proposal puts it.
    """

    deadline: Deadline
    reference: Reference
    binds: bool = False
    snap: Snap = Snap.NONE


@dataclass(frozen=True, slots=True)
class Span:
    """How long a window is, and where that stands."""

    period: Period
    bound: Length = Length.EXACTLY
    articles: tuple[Article, ...] = ()


@dataclass(frozen=True, slots=True)
class Ladder:
    """Extensions one after the other: what triggers them, how long each is, and what follows the last."""

    rungs: tuple[Period, ...]
    trigger: Text
    then: Text


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a deadline whose start the text leaves open; it is shown, none is chosen."""

    label: Text
    edge: Edge


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its window comes from two of start, end and length; what is missing the law leaves open.

    `law` are lengths that a higher rule sets and that the window is held against, whatever the list itself
    says. `derived`: a number in it was read off a timetable's printed dates; no text states it. `follows`:
    steps that must be over before this one begins. `number` is the period that the source names, for the
    table. `acts`: the acts of the record, or the facts of one (`budget.proposed_on`), any of which shows that
    the step is done. `conditional`: it comes only if something happens that need not happen.
    """

    id: str
    stage: Stage
    label: Text
    who: Text
    articles: tuple[Article, ...]
    evidence: Weight
    start: Edge | None = None
    end: Edge | None = None
    length: Span | None = None
    law: tuple[Span, ...] = ()
    ladder: Ladder | None = None
    follows: tuple[str, ...] = ()
    derived: bool = False
    note: Text = EMPTY
    open: Text = EMPTY
    readings: tuple[Reading, ...] = ()
    acts: tuple[str, ...] = ()
    conditional: bool = False

    @property
    def edges(self) -> tuple[Edge, ...]:
        """Its edges that are stated."""
        return tuple(edge for edge in (self.start, self.end) if edge is not None)

    @property
    def number(self) -> Period | None:
        """The period that the step is known by: its length, else that of an edge that binds."""
        if self.length is not None:
            return self.length.period
        periods = [edge.deadline.period for edge in self.edges if edge.binds and edge.deadline.n]
        return periods[-1] if periods else None


@dataclass(frozen=True, slots=True)
class Wave:
    """A polling day with the ends of term of the villages that vote on it."""

    polling_day: date
    term_ends: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class StepList:
    """All steps of one timetable; `decides` is who may change its dates."""

    id: str
    label: Text
    since: date | None
    until: date | None
    decides: Text
    steps: tuple[Step, ...]
    waves: tuple[Wave, ...] = field(default=())

    def step(self, identity: str) -> Step:
        """The step of that id; KeyError when there is none."""
        for step in self.steps:
            if step.id == identity:
                return step
        raise KeyError(identity)

    def in_force(self, day: date) -> bool:
        """Whether the list holds on that day; `until` is the first day it no longer does."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)
