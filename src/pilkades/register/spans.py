"""Age and residence from dates that may be half known."""

from datetime import date
from functools import lru_cache

from pilkades.base.day import Day
from pilkades.regulation.parameter import Length
from pilkades.timetable.days import Answer, Period, Unit, Workdays, not_after, subtract

LEAP_DAY = (2, 29)


def of_age(birth: Day, years: int, on: date) -> Answer:
    """Whether so many years are reached on that day; the birthday itself counts.

    Born on 29 February, in a year without that day: before 28 February no, from 1 March yes; on 28 February
    no text read decides.
    """
    if _reached(birth.latest, years, on) is Answer.YES:
        return Answer.YES
    return Answer.NO if _reached(birth.earliest, years, on) is Answer.NO else Answer.UNDECIDED


def _reached(born: date, years: int, on: date) -> Answer:
    year, month, day = born.year + years, born.month, born.day
    if (on.year, on.month, on.day) >= (year, month, day):
        return Answer.YES
    leapless = (month, day) == LEAP_DAY and not _is_leap(year)
    return Answer.UNDECIDED if leapless and on == date(year, 2, 28) else Answer.NO


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def birthday(born: date, years: int) -> date:
    """The day on which an age is reached for certain (1 March for 29 February, where that day is missing)."""
    year = born.year + years
    leapless = (born.month, born.day) == LEAP_DAY and not _is_leap(year)
    return date(year, 3, 1) if leapless else date(year, born.month, born.day)


@lru_cache(maxsize=1024)
def latest_arrival(period: Length, reference: date) -> date:
    """The last day on which one may have come to have lived here that long by the reference day."""
    return subtract(reference, Period(period.n, Unit(period.units[0].value)), Workdays())


def came_in_time(since: Day, period: Length, reference: Day) -> Answer:
    """Whether residence since that day reaches the period by the reference day."""
    limit = Day(latest_arrival(period, reference.earliest), latest_arrival(period, reference.latest))
    return not_after(since, limit)
