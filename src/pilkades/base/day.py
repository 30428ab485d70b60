"""A day as a source states it: exact, or known only as a month or a year."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from typing_extensions import override

from pilkades.base.errors import PilkadesError
from pilkades.base.language import Language, Text, say

_PARTIAL = re.compile(r"^(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?$")


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """Every day from `earliest` to `latest`, both included, may be meant."""

    earliest: date
    latest: date

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise PilkadesError("day-reversed", earliest=self.earliest, latest=self.latest)

    @classmethod
    def exactly(cls, day: date) -> Self:
        """Make a day that is known."""
        return cls(day, day)

    @classmethod
    def parse(cls, words: str | date) -> Self:
        """Read `2007-06-07`, `2007-06` (a day in that month), `2007` or `2007-04-13..2007-04-17`.

        Raises:
            PilkadesError: code `day-notation` when it is no such date or the date does not exist.
        """
        if isinstance(words, date):
            return cls.exactly(words)
        first, dots, last = words.partition("..")
        if dots:
            earliest, latest = cls.parse(first).earliest, cls.parse(last).latest
            if latest < earliest:
                raise PilkadesError("day-notation", written=words)
            return cls(earliest, latest)
        match = _PARTIAL.match(words)
        if match is None:
            raise PilkadesError("day-notation", written=words)
        year, month, day = match["year"], match["month"], match["day"]
        try:
            if day:
                return cls.exactly(date(int(year), int(month), int(day)))
            if month:
                end = calendar.monthrange(int(year), int(month))[1]
                return cls(date(int(year), int(month), 1), date(int(year), int(month), end))
            return cls(date(int(year), 1, 1), date(int(year), 12, 31))
        except (ValueError, calendar.IllegalMonthError) as error:
            raise PilkadesError("day-notation", written=words) from error

    @property
    def known(self) -> bool:
        """Whether one single day is meant."""
        return self.earliest == self.latest

    @property
    def notation(self) -> str:
        """The form that `parse` reads."""
        if self.known:
            return self.earliest.isoformat()
        month = f"{self.earliest.year:04d}-{self.earliest.month:02d}"
        year = f"{self.earliest.year:04d}"
        for notation in (month, year):
            if Day.parse(notation) == self:
                return notation
        return f"{self.earliest.isoformat()}..{self.latest.isoformat()}"

    def shifted(self, days: int) -> "Day":
        """The same day so many calendar days later (or earlier, if negative)."""
        return Day(self.earliest + timedelta(days=days), self.latest + timedelta(days=days))

    def to(self, language: Language) -> str:
        """`7 Juni 2007`, or `Juni 2007` and `2007` where the source says no more."""
        if self.known:
            return say(self.earliest, language)
        unstated = Text(" (tanggal tidak disebut)", " (day not stated)").to(language)
        match self.notation.count("-"):
            case 0:
                return str(self.earliest.year) + unstated
            case 1:
                return say(self.earliest, language).split(" ", 1)[1] + unstated
            case _:
                return f"{say(self.earliest, language)} – {say(self.latest, language)}"

    @override
    def __str__(self) -> str:
        return self.notation
