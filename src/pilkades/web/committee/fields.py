"""One form field for each plain type of fact: yes or no, number, day, clock, office, words."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any, TypeAlias, get_args

from django import forms
from django.core.exceptions import ValidationError
from typing_extensions import override

from pilkades.acts.payload import OFFICES, Office, Payload, Row
from pilkades.base.day import Day
from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text
from pilkades.web.core.services.append_act import EARLIEST_YEAR, LATEST_YEAR
from pilkades.web.shared.forms import DateEntry, ThreeBoxes
from pilkades.web.shared.templatetags.pilkades import say

Plain: TypeAlias = type[bool] | type[int] | type[str] | type[Day] | type[time] | type[Office]

_PLAIN: tuple[Plain, ...] = (bool, int, str, Day, time, Office)
_YES_NO = (
    ("yes", Text("Ya", "Yes")),
    ("no", Text("Tidak", "No")),
    ("", Text("Belum dinyatakan", "Not stated")),
)
_WHOLE = Text("Isi dengan angka bulat, tanpa titik.", "Enter a whole number, without separators.")
CLOCK_FAULT = Text("Isi jam seperti 08.00.", "Enter the hour like 08.00.")
_CLOCK_HINT = Text("Contoh: 08.00", "Example: 08.00")
_DAY_HINT = Text(
    "Contoh: 27 3 2026, atau hanya bulan dan tahun.", "Example: 27 3 2026, or only month and year."
)
_NO_YEAR = Text("Isi tahunnya.", "Enter the year.")
_NO_MONTH = Text(
    "Isi bulannya, atau kosongkan juga tanggalnya.", "Enter the month, or leave the day empty as well."
)
_NO_SUCH_DAY = Text(
    "Tanggal ini tidak ada di kalender. Periksa tanggal, bulan, dan tahun.",
    "This date is not in the calendar. Check day, month and year.",
)
_YEAR = Text("Periksa tahunnya: {year}.", "Check the year: {year}.")
_NOT_STATED = Text("Belum dinyatakan", "Not stated")
LONGEST = 2000


class DayBoxes(ThreeBoxes):
    """The three boxes, of which a day that is known in part fills the last two or the last one."""

    @override
    def decompress(self, value: date | Day | None) -> list[int | None]:
        if not isinstance(value, Day):
            return super().decompress(value)
        day, month, year = value.earliest.day, value.earliest.month, value.earliest.year
        match value.notation.count("-"):
            case 0:
                return [None, None, year]
            case 1:
                return [None, month, year]
            case _:
                return [day, month, year] if value.known else [None, None, None]


class DayEntry(DateEntry):
    """A day that may be left out whole, or known by its month or its year alone."""

    widget = DayBoxes

    def __init__(self, label: str) -> None:
        super().__init__(label=label, required=False, help_text=say(_DAY_HINT))

    @override
    def compress(self, data_list: list[int | None]) -> Day | None:  # type: ignore[override] # a day known in part is no date
        if not data_list or all(part is None for part in data_list):
            return None
        day, month, year = data_list
        if year is None:
            raise ValidationError(say(_NO_YEAR), code="no_year")
        if day is not None and month is None:
            raise ValidationError(say(_NO_MONTH), code="no_month")
        if not EARLIEST_YEAR <= year <= LATEST_YEAR:
            raise ValidationError(say(_YEAR.fill(year=str(year))), code="year")
        parts = [f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part is not None)]
        try:
            return Day.parse("-".join(parts))
        except PilkadesError as error:
            raise ValidationError(say(_NO_SUCH_DAY), code="no_such_day") from error


def plain_type(model: type[Payload | Row], name: str) -> Plain | None:
    """The plain type of a fact or of a column; None for a list of rows."""
    for part in parts_of(model.model_fields[name].annotation):
        if part in (list, dict):
            return None
        if part in _PLAIN:
            return part  # type: ignore[no-any-return] # one of the six above
    return None


def parts_of(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 -- typing forms have no common type
    """An annotation and all that it is made of: `list[Person] | None` -> list, Person, None."""
    yield getattr(annotation, "__origin__", annotation)
    for argument in get_args(annotation):
        yield from parts_of(argument)


def field_for(plain: Plain, label: Text) -> forms.Field:
    """A field that asks a value of that type; every value may stay empty."""
    words = say(capital(label))
    if plain is bool:
        choices = [(value, say(word)) for value, word in _YES_NO]
        return forms.ChoiceField(label=words, required=False, choices=choices, widget=forms.RadioSelect)
    if plain is int:
        return forms.IntegerField(
            label=words,
            required=False,
            min_value=0,
            widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
            error_messages={"invalid": say(_WHOLE), "min_value": say(_WHOLE)},
        )
    if plain is Day:
        return DayEntry(words)
    if plain is Office:
        return forms.ChoiceField(
            label=words, required=False, choices=office_choices(tuple(Office), _NOT_STATED)
        )
    hint = say(_CLOCK_HINT) if plain is time else ""
    return forms.CharField(label=words, required=False, max_length=LONGEST, help_text=hint)


def office_choices(offices: tuple[Office, ...], nothing: Text) -> list[tuple[str, str]]:
    """The offices by name, after what stands for none."""
    return [
        ("", say(nothing)),
        *((str(office), say(capital(words))) for office, words in OFFICES.items() if office in offices),
    ]


def typed_in(plain: Plain, value: object) -> object:
    """What was typed as the record's reader takes it; None for an empty box."""
    if value in (None, ""):
        return None
    return {"yes": True, "no": False}.get(str(value), value) if plain is bool else value


def shown_in(value: object) -> object:
    """A value of the record as its box shows it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.strftime("%H.%M") if isinstance(value, time) else value


def can_show(value: object) -> bool:
    """Whether the boxes can show a value whole: all but a day from one date to another."""
    return not isinstance(value, Day) or value.known or value.notation.count("-") <= 1


def capital(words: Text) -> Text:
    """The same words with a capital at their head."""
    return Text(*(half[:1].upper() + half[1:] for half in (words.id, words.en)))


def short_label(label: Text) -> Text:
    """A fact's name with a capital, without what its brackets explain."""
    return capital(Text(*(half.partition(" (")[0] for half in (label.id, label.en))))
