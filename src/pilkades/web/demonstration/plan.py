"""What is made up of one election, and the days that the timetable gives it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from pilkades.acts.payload import Office
from pilkades.timetable.days import Period, Unit, Workdays, add, subtract
from pilkades.timetable.proposal import Timetable, Window
from pilkades.timetable.rows import timetable_for


@dataclass(frozen=True, slots=True)
class Entry:
    """One act before it is sealed: the day it was done and recorded, whose act it was, what it states."""

    day: date
    kind: str
    office: Office
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Election:
    """What is made up of one election; of the poll only what its record will reach.

    `candidates` stand in the order of their ballot numbers; `votes` in the same order. A single candidate
    stands beside the empty column, which then has the last of the votes.
    """

    code: str
    village: str
    polling_day: date
    term_ends: date
    voters: int
    candidates: tuple[str, ...]
    votes: tuple[int, ...] = ()
    invalid: int = 0
    single: bool = False
    late: Mapping[str, int] = field(default_factory=dict)
    """By kind of act: how many working days after its planned day it was done."""


_PER_STATION = 500


def stations(voters: int) -> tuple[int, ...]:
    """How many voters each TPS has: as few stations as will do, as even as can be."""
    count = -(-voters // _PER_STATION)
    return tuple(voters // count + (number < voters % count) for number in range(count))


@dataclass(frozen=True, slots=True)
class Plan:
    """The days of one election, asked of the timetable."""

    made: Election
    timetable: Timetable

    @classmethod
    def of(cls, made: Election) -> "Plan":
        """Ask the timetable; extensions of the registration are kept free only where one candidate came."""
        rungs = None if made.single else 0
        return cls(made, timetable_for(made.polling_day, term_ends=(made.term_ends,), rungs=rungs))

    @property
    def workdays(self) -> Workdays:
        """The days that are worked."""
        return self.timetable.workdays

    def window(self, step: str, rung: int = 0) -> Window:
        """The window of a step."""
        return next(
            placed.window
            for placed in self.timetable.placed
            if placed.key.step == step and placed.key.rung == rung
        )

    def start(self, step: str, rung: int = 0) -> date:
        """Its first day."""
        window = self.window(step, rung)
        return window.start or window.end or self.made.polling_day

    def end(self, step: str, rung: int = 0) -> date:
        """Its last day."""
        window = self.window(step, rung)
        return window.end or window.start or self.made.polling_day

    def after(self, day: date, working_days: int) -> date:
        """So many working days later; earlier when the number is negative."""
        period = Period(abs(working_days), Unit.WORKING_DAY)
        return (add if working_days >= 0 else subtract)(day, period, self.workdays)

    def of_kind(self, kind: str, day: date) -> date:
        """The day of an act, moved where this village was late with it."""
        return self.after(day, self.made.late.get(kind, 0))
