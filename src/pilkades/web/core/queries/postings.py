"""Which voter list stands posted: by the acts that announced it, for as long as record and law say."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from pilkades.base.article import Article
from pilkades.base.day import Day
from pilkades.base.language import EMPTY, Text
from pilkades.compliance.dates import limits
from pilkades.compliance.look import Look
from pilkades.register.lists import ListKind
from pilkades.regulation.parameter import Length, Unit
from pilkades.regulation.rule import DeadlineRule
from pilkades.timetable.days import FirstDay, Period, Workdays, add
from pilkades.timetable.days import Unit as DayUnit
from pilkades.web.core.queries.states import State, with_holidays


@dataclass(frozen=True, slots=True)
class Posting:
    """A list that was announced: its first and last day, and the length that the law sets.

    `first` is None where the act names no single day. `last` is the day on record, else what the law gives
    by the longest of its readings: nobody is shut out early for a word that the text leaves open; None where
    neither says. `on_record` tells the two apart.
    """

    kind: ListKind
    first: date | None
    last: date | None
    on_record: bool
    length: Length | None = None
    article: Article | None = None
    evidence: str = ""
    unknown: Text = EMPTY

    def open_on(self, day: date) -> bool:
        """Whether the names stand posted on that day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


def posting_of(state: State) -> Posting | None:
    """The newest list that has been announced by today: DPT before DPTb before DPS; None before the first."""
    return next(
        (found for kind in reversed(ListKind) if (found := posting_on(state, kind)) is not None), None
    )


def posting_on(state: State, kind: ListKind) -> Posting | None:
    """How a list of that kind was announced; None where by today it was not."""
    act = f"{kind.value}_announced"
    stated = any(path.startswith(f"{act}.") and said for path, said in state.book.statements.items())
    if not stated or _only(state, f"{act}.done") is False:
        return None
    first, last = _day(state, f"{act}.date"), _day(state, f"{act}.until")
    if first is not None and first > state.today:
        return None
    held = state.rulebook.parameters.get(f"voters.{kind.value}_posting")
    if held is None:
        return Posting(kind, first, last, on_record=last is not None)
    length = held.value if not held.unknown and isinstance(held.value, Length) else None
    if length is not None and Unit.HOUR in length.units:
        length = None
    return Posting(
        kind,
        first,
        last or _last_by_law(state, kind, first, length),
        on_record=last is not None,
        length=length,
        article=held.article,
        evidence=held.evidence.value,
        unknown=held.unknown,
    )


def _last_by_law(state: State, kind: ListKind, first: date | None, length: Length | None) -> date | None:
    """The last day by the rule that counts it from another day, else so many days with the first one."""
    if length is None:
        return None
    until = f"{kind.value}_announced.until"
    rule = next(
        (each for each in state.rulebook.rules if isinstance(each, DeadlineRule) and each.fact == until), None
    )
    if rule is not None:
        anchor = _day(state, rule.anchor)
        return None if anchor is None else _latest(state, rule, anchor, length)
    if first is None:
        return None

    def counted(days: Workdays) -> date:
        return max(
            add(first, Period(length.n, DayUnit(unit.value)), days, first_day=FirstDay.INCLUDED)
            for unit in length.units
        )

    return with_holidays(state.election, state.rulebook, counted)


def _latest(state: State, rule: DeadlineRule, anchor: date, length: Length) -> date:
    def counted(days: Workdays) -> date:
        look = Look(state.book, state.rulebook, days)
        return max(day.latest for _, day in limits(rule, Day.exactly(anchor), length, look))

    return with_holidays(state.election, state.rulebook, counted)


def _only(state: State, path: str) -> Any:  # noqa: ANN401 -- each fact has its own type
    several = state.book.alternatives(path)
    return several[0].value if len(several) == 1 else None


def _day(state: State, path: str) -> date | None:
    """A day that the record states alike and whole."""
    value = _only(state, path)
    return value.earliest if isinstance(value, Day) and value.known else None
