"""Two languages side by side: Indonesian first, English complete."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Protocol, cast

from typing_extensions import override


class Language(StrEnum):
    """A language of screens and papers."""

    ID = "id"
    EN = "en"


_DAYS = {
    Language.ID: ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    Language.EN: ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = {
    Language.ID: (
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli",
        "Agustus", "September", "Oktober", "November", "Desember",
    ),
    Language.EN: (
        "January", "February", "March", "April", "May", "June", "July",
        "August", "September", "October", "November", "December",
    ),
}  # fmt: skip


class Speaks(Protocol):
    """Anything that can be said in a language."""

    def to(self, language: Language) -> str:
        """Say it in that language."""
        ...


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence or phrase in both languages; an empty half is a defect (checked by a test)."""

    id: str
    en: str

    def to(self, language: Language) -> str:
        """Return the half for that language."""
        return self.id if language is Language.ID else self.en

    def fill(self, **fields: object) -> "Text":
        """Put values into the named placeholders, each written as its language writes it."""
        return Text(
            self.id.format(**{name: say(value, Language.ID) for name, value in fields.items()}),
            self.en.format(**{name: say(value, Language.EN) for name, value in fields.items()}),
        )

    def __add__(self, other: "Text") -> "Text":
        return Text(self.id + other.id, self.en + other.en)

    def __bool__(self) -> bool:
        return bool(self.id)

    @override
    def __str__(self) -> str:
        return self.id


EMPTY = Text("", "")


def same(words: str) -> Text:
    """Words that are alike in both languages: names, quotations, numbers of letters."""
    return Text(words, words)


def joined(texts: "list[Text] | tuple[Text, ...]", separator: str = " ") -> Text:
    """Join the non-empty texts."""
    kept = [text for text in texts if text]
    return Text(separator.join(text.id for text in kept), separator.join(text.en for text in kept))


def say(value: object, language: Language) -> str:  # noqa: C901, PLR0911 -- one return per kind of value reads best
    """Write a value as that language writes it: 1.213 and 7 Juni 2007, or 1,213 and 7 June 2007."""
    match value:
        case str():
            return str(value)
        case Text():
            return value.to(language)
        case bool():
            return {Language.ID: ("tidak", "ya"), Language.EN: ("no", "yes")}[language][value]
        case int():
            grouped = f"{value:,}"
            return grouped.replace(",", ".") if language is Language.ID else grouped
        case datetime():
            return f"{say(value.date(), language)}, {say(value.time(), language)}"
        case date():
            return f"{value.day} {_MONTHS[language][value.month - 1]} {value.year}"
        case time():
            return value.strftime("%H.%M" if language is Language.ID else "%H:%M")
        case Fraction():
            return f"{value.numerator}/{value.denominator}"
        case Decimal():
            return str(value).replace(".", ",") if language is Language.ID else str(value)
        case list() | tuple():
            return ", ".join(say(item, language) for item in value)
        # Asking a protocol whether it fits takes longer than all the rest of this function.
        case _ if hasattr(value, "to"):
            return cast("Speaks", value).to(language)
        case _:
            return str(value)


def weekday(day: date, language: Language) -> str:
    """Name the day of the week."""
    return _DAYS[language][day.weekday()]


def percent(part: int, whole: int, places: int = 2) -> Decimal:
    """Share in per cent, rounded half up, by integers alone; `whole` must be above zero."""
    exact = Decimal(part * 100) / Decimal(whole)
    return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
