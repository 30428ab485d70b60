"""Values of the law: dated, cited, with their evidence."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError

from pilkades.base.article import Article
from pilkades.base.language import EMPTY, Language, Text, say
from pilkades.regulation.rule import Cited, Words


class Evidence(StrEnum):
    """How well a value is known; an unverified one is never dressed as law."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    LOCAL_PRACTICE = "local_practice"
    UNVERIFIED = "unverified"


EVIDENCE = {
    Evidence.PRIMARY: Text("naskah resmi dibaca", "official text read"),
    Evidence.SECONDARY: Text("kutipan pihak lain", "quoted by others"),
    Evidence.LOCAL_PRACTICE: Text("praktik setempat, bukan naskah hukum", "local practice, not a legal text"),
    Evidence.UNVERIFIED: Text("belum terverifikasi", "unverified"),
}


class Unit(StrEnum):
    """Units of periods."""

    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    MONTH = "month"
    YEAR = "year"
    HOUR = "hour"


UNITS = {
    Unit.WORKING_DAY: Text("hari kerja", "working days"),
    Unit.CALENDAR_DAY: Text("hari kalender", "calendar days"),
    Unit.MONTH: Text("bulan", "months"),
    Unit.YEAR: Text("tahun", "years"),
    Unit.HOUR: Text("jam", "hours"),
}


class Length(BaseModel):
    """A period of the law: a number and its unit, or several units where the text does not say which."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    n: Annotated[int, Field(ge=0)]
    units: tuple[Unit, ...]

    def to(self, language: Language) -> str:
        """`7 hari kerja`, or `7 hari (kerja atau kalender: teks tidak menyebut)`."""
        if len(self.units) == 1:
            return f"{self.n} {UNITS[self.units[0]].to(language)}"
        return Text(
            f"{self.n} hari (teks tidak menyebut hari kerja atau kalender)",
            f"{self.n} days (the text does not say working or calendar)",
        ).to(language)


def _read_length(value: object) -> object:
    if isinstance(value, dict) and value.keys() & {"n", "unit"}:
        return _period(value)
    if isinstance(value, str) and (parts := value.split("/")) and len(parts) == len("ab"):
        whole = all(part.isdigit() for part in parts) and int(parts[1]) > 0
        return Fraction(int(parts[0]), int(parts[1])) if whole else value
    return value


def _period(value: dict[str, object]) -> Length:
    units = value.get("unit")
    listed = units if isinstance(units, list) else [units]
    if set(value) != {"n", "unit"} or not listed or not set(listed) <= set(Unit):
        raise PydanticCustomError("period", "no period")
    try:
        return Length.model_validate({"n": value["n"], "units": tuple(Unit(str(unit)) for unit in listed)})
    except ValidationError as error:
        raise PydanticCustomError("period", "no period") from error


Value = bool | int | Fraction | time | Length | str | list[Any] | dict[str, Any]


class DatedValue(BaseModel):
    """One value: from which day, until which, by which article, on what evidence; or the open question."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, strict=True)

    start: date = Field(alias="from")
    end: date | None = Field(default=None, alias="until")  # the first day on which it no longer holds
    value: Annotated[Any, BeforeValidator(_read_length)] = None
    unknown: Words = EMPTY
    article: Cited | None = None
    evidence: Annotated[Evidence, Field(strict=False)]
    note: Words = EMPTY

    def holds_on(self, day: date) -> bool:
        """Whether the value is in force on that day."""
        return self.start <= day and (self.end is None or day < self.end)


class ParameterEntry(BaseModel):
    """A parameter as a file states it."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, strict=True)

    label: Words
    kind: Literal["count", "share", "period", "clock", "switch", "list", "table", "words"]
    value: list[DatedValue] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Held:
    """The value that decides on a day, and those that stand beside it with lower rank."""

    name: str
    label: Text
    value: Any
    unknown: Text
    article: Article | None
    evidence: Evidence
    note: Text
    county: str | None
    beside: tuple["Held", ...] = ()

    def to(self, language: Language) -> str:
        """The value as people read it."""
        return say(self.value, language) if not self.unknown else self.unknown.to(language)
