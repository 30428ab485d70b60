"""Dates as people type them into spreadsheets; day before month, as Indonesian papers have it."""

import re
from datetime import date, datetime, timedelta

from pilkades.base.day import Day
from pilkades.base.errors import PilkadesError
from pilkades.register.cells import Cell, is_whole_number, text_of
from pilkades.register.nik import CENTURIES, OLDEST
from pilkades.register.troubles import Kind

# A spreadsheet's day 1 is 1 January 1900, and it counts a 29 February 1900 that never was.
_SERIAL_ZERO = date(1899, 12, 30)
_LAST_SERIAL = 73050  # the year 2099
_YEARS = range(1900, 2100)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "JANUARI JAN JANUARY",
            "FEBRUARI FEB PEBRUARI PEB FEBRUARY",
            "MARET MAR MARCH",
            "APRIL APR",
            "MEI MAY",
            "JUNI JUN JUNE",
            "JULI JUL JULY",
            "AGUSTUS AGU AGT AGS AGUST AUG AUGUST",
            "SEPTEMBER SEP SEPT",
            "OKTOBER OKT OCT OCTOBER",
            "NOVEMBER NOV NOP NOPEMBER",
            "DESEMBER DES DEC DECEMBER",
        ),
        start=1,
    )
    for name in names.split()
}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00(?:\.0+)?)?)?", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[-/.|\s]\s*(\d{1,2}|[A-Z]+)\.?\s*[-/.|\s]\s*(\d{4}|\d{2})", re.ASCII)
_RUN_TOGETHER = re.compile(r"(\d{1,2})(\d{2})(\d{4})", re.ASCII)
_MONTH_YEAR = re.compile(r"(\d{1,2}|[A-Z]+)\s*[-/.\s]\s*(\d{4})", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_UP_TO_TWO = re.compile(r"\d{1,2}", re.ASCII)
_TWO_OR_FOUR = re.compile(r"\d{2}|\d{4}", re.ASCII)
_MONTHS_IN_YEAR = 12


class Unreadable(Exception):  # noqa: N818 -- it says what the cell is
    """A cell that is no day, and in which way; the cell's own text stays out of the error's words."""

    def __init__(self, kind: Kind, written: str) -> None:
        super().__init__(kind)
        self.kind = kind
        self.written = written


def read_day(cell: Cell, on: date) -> Day:
    """Read a cell as a day; only month or year known is a day half known.

    A year of two digits is taken for the century in which a living person may have been born on `on`.

    Raises:
        Unreadable: with the kind of trouble and the cell's own text.
    """
    if isinstance(cell, datetime):
        return Day.exactly(cell.date())
    if isinstance(cell, date):
        return Day.exactly(cell)
    text = text_of(cell).upper()
    if is_whole_number(text) and int(text) <= _LAST_SERIAL:
        return _number(int(text), text)
    if match := _ISO.fullmatch(text):
        return _day(int(match[3]), int(match[2]), int(match[1]), text)
    if match := _DAY_FIRST.fullmatch(text) or _RUN_TOGETHER.fullmatch(text):
        return parts_to_day(match[1], match[2], match[3], on, text)
    if match := _MONTH_YEAR.fullmatch(text):
        return _day(0, _month(match[1], text), int(match[2]), text)
    raise Unreadable(Kind.BIRTH_NOTATION, text)


def _number(number: int, text: str) -> Day:
    """A year, or a spreadsheet's serial: what would be a serial of before 1906 is taken for a year."""
    if number in _YEARS and _YEAR.fullmatch(text):
        return _day(0, 0, number, text)
    if number == 0:
        raise Unreadable(Kind.BIRTH_NOTATION, text)
    return Day.exactly(_SERIAL_ZERO + timedelta(days=number))


def parts_to_day(day: str, month: str, year: str, on: date, written: str) -> Day:
    """Put a day together from its three parts, each as typed; 00 for a day or month is "not known".

    Raises:
        Unreadable: with the kind of trouble and what was written.
    """
    if not (_UP_TO_TWO.fullmatch(day) and _TWO_OR_FOUR.fullmatch(year)):
        raise Unreadable(Kind.BIRTH_NOTATION, written)
    number = _month(month, written)
    if number > _MONTHS_IN_YEAR >= int(day) > 0:
        raise Unreadable(Kind.BIRTH_MONTH_FIRST, written)
    if _YEAR.fullmatch(year):
        return _day(int(day), number, int(year), written)
    fitting = [found for found in _in_centuries(int(day), number, year, written) if _may_live(found, on)]
    if len(fitting) != 1:
        raise Unreadable(Kind.BIRTH_CENTURY, written)
    return fitting[0]


def _in_centuries(day: int, month: int, year: str, written: str) -> list[Day]:
    found, refused = [], None
    for century in CENTURIES:
        try:
            found.append(_day(day, month, century + int(year), written))
        except Unreadable as error:
            refused = error
    if not found and refused is not None:
        raise refused
    return found


def _may_live(born: Day, on: date) -> bool:
    return born.earliest <= on and on.year - born.latest.year <= OLDEST


def _month(word: str, written: str) -> int:
    number = int(word) if is_whole_number(word) else _MONTHS.get(word.upper())
    if number is None:
        raise Unreadable(Kind.BIRTH_NOTATION, written)
    return number


def _day(day: int, month: int, year: int, written: str) -> Day:
    notation = f"{year:04d}"
    if month:
        notation += f"-{month:02d}"
        if day:
            notation += f"-{day:02d}"
    if year not in _YEARS or (day and not month):
        raise Unreadable(Kind.BIRTH_IMPOSSIBLE, written)
    try:
        return Day.parse(notation)
    except PilkadesError as error:
        raise Unreadable(Kind.BIRTH_IMPOSSIBLE, written) from error
