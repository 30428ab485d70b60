"""Counting days as a clerk does with a wall calendar: one day after the other, nothing from the package."""

from datetime import date, timedelta

from pilkades.base.language import same
from pilkades.timetable.days import Workdays

# National days off of 2007 on weekdays, from the joint decree (SKB) of that year.
HOLIDAYS = {
    date(2007, 1, 1): "Tahun Baru",
    date(2007, 3, 19): "Nyepi",
    date(2007, 4, 6): "Wafat Isa Almasih",
    date(2007, 5, 17): "Kenaikan Isa Almasih",
    date(2007, 6, 1): "Waisak",
    date(2007, 8, 17): "Kemerdekaan",
    date(2007, 12, 20): "Idul Adha",
    date(2007, 12, 25): "Natal",
}
CALENDAR = Workdays(holidays={day: same(name) for day, name in HOLIDAYS.items()})
# The Monday before Easter, the Thursday before Waisak, a month's end, a Friday.
ANCHORS = (date(2007, 4, 2), date(2007, 5, 31), date(2007, 8, 31), date(2007, 6, 8))
_FRIDAY = 4
_MONTHS = 12


def worked(day: date) -> bool:
    """Monday to Friday, and no day off."""
    return day.weekday() <= _FRIDAY and day not in HOLIDAYS


def counted(start: date, n: int, unit: str, sign: int) -> date:
    """The day reached after so many units from `start`, which is not counted itself."""
    if unit in {"month", "year"}:
        return _same_day_number(start, sign * n * (_MONTHS if unit == "year" else 1))
    day = start
    left = n
    while left > 0:
        day += timedelta(days=sign)
        if unit == "calendar_day" or worked(day):
            left -= 1
    return day


def _same_day_number(start: date, months: int) -> date:
    year, month = start.year, start.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month > _MONTHS:
            year, month = year + 1, 1
        if month < 1:
            year, month = year - 1, _MONTHS
    for number in range(start.day, 0, -1):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    raise AssertionError("no month is without days")


def lasted(first: date, last: date, unit: str) -> int:
    """How many days from first to last, both counted."""
    day, count = first, 0
    while day <= last:
        count += unit == "calendar_day" or worked(day)
        day += timedelta(days=1)
    return count


def lasting(first: date, n: int, unit: str) -> date:
    """The last day of a stretch that starts on `first` and holds exactly `n` days of that unit."""
    day = first
    while lasted(first, day, unit) < n:
        day += timedelta(days=1)
    return day
