"""Working days, months and half-known dates."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from pilkades.base.day import Day
from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text

ONE_DAY = timedelta(days=1)
DAYS_IN_WEEK = 7
MONTHS_IN_YEAR = 12
SATURDAY, SUNDAY = 5, 6

_UNIT_WORDS = {
    "working_day": Text("hari kerja", "working days"),
    "calendar_day": Text("hari kalender", "calendar days"),
    "month": Text("bulan", "months"),
    "year": Text("tahun", "years"),
    "hour": Text("jam", "hours"),
}


class Unit(StrEnum):
    """What a period counts."""

    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    MONTH = "month"
    YEAR = "year"
    HOUR = "hour"


class FirstDay(StrEnum):
    """Whether the day that a period starts from is itself counted."""

    EXCLUDED = "excluded"
    INCLUDED = "included"


class Roll(StrEnum):
    """Where a date goes that falls on a day off."""

    NONE = "none"
    NEXT_WORKING_DAY = "next_working_day"
    PREVIOUS_WORKING_DAY = "previous_working_day"


class Answer(StrEnum):
    """What half-known dates allow to say."""

    YES = "yes"
    NO = "no"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Period:
    """A number of units; `n` is never negative, the direction stands elsewhere."""

    n: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.n < 0:
            raise PilkadesError("period-negative", n=self.n)

    @property
    def words(self) -> Text:
        """`10 hari kerja`, `1 working day`."""
        noun = _UNIT_WORDS[self.unit]
        english = noun.en.removesuffix("s") if self.n == 1 else noun.en
        return Text("{n} ", "{n} ").fill(n=self.n) + Text(noun.id, english)


@dataclass(frozen=True, slots=True)
class Workdays:
    """Which days are worked: the weekdays of rest and the days off, with their names.

    `undecided` are days (cuti bersama) that a calendar lists but of which the county has not said whether
    they count; they are counted as worked and named wherever they lie inside a count. `estimated` are days
    off whose date is not yet fixed. `years` are those the lists cover (None: no limit); counting beyond them
    is refused, for a holiday that nobody entered would be counted as a working day without a word.
    """

    rest: frozenset[int] = frozenset({SATURDAY, SUNDAY})
    holidays: Mapping[date, Text] = field(default_factory=dict)
    undecided: Mapping[date, Text] = field(default_factory=dict)
    estimated: frozenset[date] = frozenset()
    years: frozenset[int] | None = None

    def __post_init__(self) -> None:
        if not self.rest < frozenset(range(DAYS_IN_WEEK)):
            raise PilkadesError("week-without-working-day", rest=sorted(self.rest))


def is_working_day(day: date, workdays: Workdays) -> bool:
    """Whether the day is worked: no weekday of rest and no day off.

    Raises:
        PilkadesError: code `calendar-not-loaded` when the lists do not cover that year.
    """
    if workdays.years is not None and day.year not in workdays.years:
        raise PilkadesError("calendar-not-loaded", year=day.year)
    return day.weekday() not in workdays.rest and day not in workdays.holidays


def days_between(first: date, last: date) -> Iterator[date]:
    """Every day from the first to the last, both included; none when the last lies before the first."""
    for step in range((last - first).days + 1):
        yield first + timedelta(days=step)


def add(day: date, period: Period, workdays: Workdays, *, first_day: FirstDay = FirstDay.EXCLUDED) -> date:
    """The last day of a period that starts from `day` and runs forward.

    With the first day included it is counted as day 1 when the unit counts it (a day off is not a working day
    1). A month or year with the first day included ends one day earlier. No unit rolls here: see `roll`.

    Raises:
        PilkadesError: code `hours-need-a-moment` for the unit hour.
    """
    return _run(day, period, workdays, first_day, 1)


def subtract(
    day: date, period: Period, workdays: Workdays, *, first_day: FirstDay = FirstDay.EXCLUDED
) -> date:
    """The first day of a period that starts from `day` and runs backward; the mirror of `add`."""
    return _run(day, period, workdays, first_day, -1)


def _run(day: date, period: Period, workdays: Workdays, first_day: FirstDay, sign: int) -> date:
    included = first_day is FirstDay.INCLUDED and period.n > 0
    match period.unit:
        case Unit.WORKING_DAY:
            return _run_working(day, period.n, workdays, included=included, sign=sign)
        case Unit.CALENDAR_DAY:
            return day + timedelta(days=sign * (period.n - included))
        case Unit.MONTH | Unit.YEAR:
            months = period.n * (MONTHS_IN_YEAR if period.unit is Unit.YEAR else 1)
            return shift_months(day, sign * months) - included * sign * ONE_DAY
        case Unit.HOUR:
            raise PilkadesError("hours-need-a-moment", n=period.n)


def _run_working(day: date, n: int, workdays: Workdays, *, included: bool, sign: int) -> date:
    left = n
    here = day
    if included and is_working_day(here, workdays):
        left -= 1
    while left > 0:
        here += sign * ONE_DAY
        if is_working_day(here, workdays):
            left -= 1
    return here


def shift_months(day: date, months: int) -> date:
    """That many months later (earlier if negative): the same day number, or the month's last day.

    31 August less 6 months is 28 February, or 29 in a leap year. The texts read ("6 (enam) bulan sebelum")
    say nothing of month ends; this is the usual calendar rule, and it does not always invert (28 February
    plus 6 months is 28 August).
    """
    index = day.year * MONTHS_IN_YEAR + day.month - 1 + months
    year, month = divmod(index, MONTHS_IN_YEAR)
    return date(year, month + 1, min(day.day, month_end(date(year, month + 1, 1)).day))


def month_end(day: date) -> date:
    """The last day of that day's month."""
    first_of_next = date(day.year + day.month // MONTHS_IN_YEAR, day.month % MONTHS_IN_YEAR + 1, 1)
    return first_of_next - ONE_DAY


def roll(day: date, how: Roll, workdays: Workdays) -> date:
    """Move a date off a day off, as the rule says; `none` leaves it where it is."""
    sign = {Roll.NONE: 0, Roll.NEXT_WORKING_DAY: 1, Roll.PREVIOUS_WORKING_DAY: -1}[how]
    here = day
    while sign and not is_working_day(here, workdays):
        here += sign * ONE_DAY
    return here


def count_between(start: date, end: date, unit: Unit, workdays: Workdays) -> int:
    """How many units lie after `start` up to and including `end`; negative when `end` is the earlier.

    Months and years count the whole ones that fit. Backward, the mirror: the days before `start` down to
    `end`.
    """
    if end < start:
        return -_count_back(start, end, unit, workdays)
    match unit:
        case Unit.WORKING_DAY:
            return sum(is_working_day(day, workdays) for day in days_between(start + ONE_DAY, end))
        case Unit.CALENDAR_DAY:
            return (end - start).days
        case Unit.MONTH | Unit.YEAR:
            whole = (end.year - start.year) * MONTHS_IN_YEAR + end.month - start.month
            whole -= shift_months(start, whole) > end
            return whole // MONTHS_IN_YEAR if unit is Unit.YEAR else whole
        case Unit.HOUR:
            raise PilkadesError("hours-need-a-moment", n=0)


def _count_back(start: date, end: date, unit: Unit, workdays: Workdays) -> int:
    if unit is Unit.WORKING_DAY:
        return sum(is_working_day(day, workdays) for day in days_between(end, start - ONE_DAY))
    return count_between(end, start, unit, workdays)


def count_inside(first: date, last: date, unit: Unit, workdays: Workdays) -> int:
    """How many units a window holds, both its days included."""
    return count_between(first - ONE_DAY, last, unit, workdays)


def not_after(day: Day, limit: Day) -> Answer:
    """Whether a day lies on or before a limit, as far as the two are known."""
    if day.latest <= limit.earliest:
        return Answer.YES
    return Answer.NO if day.earliest > limit.latest else Answer.UNDECIDED


def not_before(day: Day, limit: Day) -> Answer:
    """Whether a day lies on or after a limit, as far as the two are known."""
    return not_after(limit, day)


def same_day(day: Day, other: Day) -> Answer:
    """Whether two days are the same, as far as they are known."""
    if day.latest < other.earliest or other.latest < day.earliest:
        return Answer.NO
    return Answer.YES if day.known and other.known else Answer.UNDECIDED
