"""The holidays of a county: national days from the `holidays` library, the rest from its own file."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from importlib import resources
from typing import Literal

import holidays
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pilkades.base.errors import Fault, FaultyInput
from pilkades.base.language import Text
from pilkades.timetable.days import SATURDAY, SUNDAY, Workdays
from pilkades.timetable.faults import faults_of, not_toml

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_ESTIMATED = "(perkiraan)"


class JointLeave(StrEnum):
    """What a county says of cuti bersama."""

    WORKING_DAY = "working_day"
    DAY_OFF = "day_off"
    NOT_DECIDED = "not_decided"


@dataclass(frozen=True, slots=True)
class CountyDays:
    """A county's own days: weekdays of rest, what cuti bersama is, days added and taken away."""

    rest: frozenset[int] = frozenset({SATURDAY, SUNDAY})
    joint_leave: JointLeave = JointLeave.NOT_DECIDED
    joint_leave_days: Mapping[date, Text] = field(default_factory=dict)
    off: Mapping[date, Text] = field(default_factory=dict)
    working: Mapping[date, Text] = field(default_factory=dict)


class _Words(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def text(self) -> Text:
        return Text(self.id, self.en)


class _NamedDay(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    day: date
    name: _Words


class _JointLeave(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    counts_as: Literal["working_day", "day_off", "not_decided"]
    evidence: Literal["primary", "secondary", "local_practice", "unverified"]
    source: _Words
    day: tuple[_NamedDay, ...] = ()


class _CountyFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    rest: tuple[Weekday, ...] = ("saturday", "sunday")
    cuti_bersama: _JointLeave | None = None
    off: tuple[_NamedDay, ...] = ()
    working: tuple[_NamedDay, ...] = ()


def read_county_days(text: str, file: str) -> CountyDays:
    """Read a county's `holidays.toml`; all faults at once.

    Raises:
        FaultyInput: with every fault, its key and what to do.
    """
    try:
        read = _CountyFile.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise FaultyInput([not_toml(file, error)]) from error
    except ValidationError as error:
        raise FaultyInput(faults_of(error, file)) from error
    faults = list(_faults(read, file))
    if faults:
        raise FaultyInput(faults)
    leave = read.cuti_bersama
    return CountyDays(
        rest=frozenset(_WEEKDAYS.index(name) for name in read.rest),
        joint_leave=JointLeave(leave.counts_as) if leave else JointLeave.NOT_DECIDED,
        joint_leave_days=_by_day(leave.day if leave else ()),
        off=_by_day(read.off),
        working=_by_day(read.working),
    )


def _by_day(rows: Iterable[_NamedDay]) -> dict[date, Text]:
    return {row.day: row.name.text() for row in rows}


def _faults(read: _CountyFile, file: str) -> Iterable[Fault]:
    leave = read.cuti_bersama
    if leave and leave.counts_as == "day_off" and not leave.day:
        yield Fault(
            file,
            "cuti_bersama.day",
            Text(
                "Cuti bersama dinyatakan libur, tetapi tanggalnya tidak ditulis.",
                "Cuti bersama counts as days off, but no date is given.",
            ),
            Text(
                "Tulis tiap tanggal dan namanya dari keputusan yang berlaku.",
                "Write each date and its name from the decree in force.",
            ),
        )
    both = {row.day for row in read.off} & {row.day for row in read.working}
    for day in sorted(both):
        yield Fault(
            file,
            f"off/working {day.isoformat()}",
            Text("Tanggal ini libur dan juga hari kerja.", "This date is both a day off and a working day."),
            Text("Hapus salah satunya.", "Remove one of the two."),
        )
    if len(set(read.rest)) == len(_WEEKDAYS):
        yield Fault(
            file,
            "rest",
            Text("Tidak ada hari kerja dalam seminggu.", "No day of the week is worked."),
            Text("Sisakan sedikitnya satu hari kerja.", "Leave at least one working day."),
        )


def county_days(county: str) -> CountyDays:
    """The county's own days from the law data; what a county without a file has is the default, undecided."""
    path = resources.files("pilkades.regulation") / "data" / "county" / county / "holidays.toml"
    if not path.is_file():
        return CountyDays()
    return read_county_days(path.read_text(encoding="utf-8"), f"county/{county}/holidays.toml")


def workdays_of(years: Iterable[int], county: CountyDays | None = None) -> Workdays:
    """The working days of those years: national holidays by name, then what the county says.

    National days are the library's category `public`, which follows the joint decree (SKB) of each year where
    it is out; days it marks as estimated keep that mark. Its category `government` (cuti bersama) is taken as
    a list of candidates only: a county decides whether they are worked. Undecided ones are returned as such.
    """
    own = county or CountyDays()
    covered = frozenset(years)
    public = _listed(covered, "public")
    leave = own.joint_leave_days
    off = dict(public) | (dict(leave) if own.joint_leave is JointLeave.DAY_OFF else {}) | dict(own.off)
    kept = {day: name for day, name in off.items() if day not in own.working}
    undecided: dict[date, Text] = {}
    if own.joint_leave is JointLeave.NOT_DECIDED:
        listed = _listed(covered, "government") | dict(leave)
        undecided = {day: name for day, name in listed.items() if day not in kept and day not in own.working}
    return Workdays(
        rest=own.rest,
        holidays=kept,
        undecided=undecided,
        estimated=frozenset(day for day, name in kept.items() if _ESTIMATED in name.id),
        years=covered,
    )


def _listed(years: frozenset[int], category: str) -> dict[date, Text]:
    indonesian, english = (
        holidays.country_holidays("ID", years=sorted(years), categories=category, language=language)
        for language in ("id", "en_US")
    )
    return {day: Text(name, english[day]) for day, name in indonesian.items()}
