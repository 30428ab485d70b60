"""The form of an act, made from its kind's typed payload: one field for each fact that a form can ask."""

from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import Any, get_args

from django import forms
from django.core.exceptions import ValidationError
from typing_extensions import override

from pilkades.acts.act import KINDS, Statement, read_fact
from pilkades.acts.payload import OFFICES, Office, Payload
from pilkades.base.day import Day
from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text
from pilkades.web.core.messages import MESSAGES
from pilkades.web.core.services.append_act import EARLIEST_YEAR, LATEST_YEAR
from pilkades.web.shared.forms import DateEntry
from pilkades.web.shared.templatetags.pilkades import say

OFFICE, PERSON, HEAD, ACT_ID = "oleh_jabatan", "oleh_orang", "kepala", "nomor"
"""Names of the form's own fields; no fact is called so (a test holds them apart)."""

_YES_NO = (
    ("yes", Text("Ya", "Yes")),
    ("no", Text("Tidak", "No")),
    ("", Text("Belum dinyatakan", "Not stated")),
)
_WHOLE = Text("Isi dengan angka bulat, tanpa titik.", "Enter a whole number, without separators.")
_CLOCK = Text("Isi jam seperti 08.00.", "Enter the hour like 08.00.")
_CLOCK_HINT = Text("Contoh: 08.00", "Example: 08.00")
_CHOOSE = Text("Pilih jabatan yang bertindak.", "Choose the office that acts.")
_SOMETHING = Text("Isi sedikitnya satu hal tentang tindakan ini.", "Fill in at least one fact of this act.")
_CHANGE = Text("Ubah sedikitnya satu hal.", "Change at least one fact.")
_WHO = Text("Jabatan yang bertindak", "Office that acts")
_NAME = Text("Nama orang yang bertindak", "Name of the person who acts")
_NONE = Text("Pilih jabatan", "Choose an office")
_NOT_STATED = Text("Belum dinyatakan", "Not stated")
_LONGEST = 2000


class ExactDate(DateEntry):
    """An exact day that may be left out whole, but not in part."""

    @override
    def compress(self, data_list: list[int]) -> date | None:
        if data_list and any(part is None for part in data_list):
            raise ValidationError(self.error_messages["incomplete"], code="incomplete")
        return super().compress(data_list)


def type_of(kind: str, name: str) -> type | None:
    """The plain type of a fact: bool, int, str, Day, time or Office; None for lists of rows."""
    for part in _parts(KINDS[kind].model_fields[name].annotation):
        if part in (list, dict):
            return None
        if part in (bool, int, str, Day, time, Office):
            return part  # type: ignore[no-any-return]  # one of the six types above
    return None


def _parts(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 -- typing forms have no common type
    yield getattr(annotation, "__origin__", annotation)
    for argument in get_args(annotation):
        yield from _parts(argument)


def left_out(kind: str) -> tuple[str, ...]:
    """The facts of a kind that this form cannot ask yet: lists of rows."""
    return tuple(name for name in KINDS[kind].model_fields if type_of(kind, name) is None)


def capital(words: Text) -> Text:
    """The same words with a capital at their head."""
    return Text(*(half[:1].upper() + half[1:] for half in (words.id, words.en)))


def _field(kind: type[Payload], name: str) -> forms.Field:
    label = say(capital(kind.label_of(name)))
    found = type_of(kind.kind(), name)
    if found is bool:
        choices = [(value, say(words)) for value, words in _YES_NO]
        return forms.ChoiceField(label=label, required=False, choices=choices, widget=forms.RadioSelect)
    if found is int:
        return forms.IntegerField(
            label=label,
            required=False,
            min_value=0,
            widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
            error_messages={"invalid": say(_WHOLE), "min_value": say(_WHOLE)},
        )
    if found is Day:
        return ExactDate(label=label, required=False)
    if found is Office:
        return forms.ChoiceField(label=label, required=False, choices=_offices(tuple(Office), _NOT_STATED))
    hint = say(_CLOCK_HINT) if found is time else ""
    return forms.CharField(label=label, required=False, max_length=_LONGEST, help_text=hint)


def _offices(offices: tuple[Office, ...], nothing: Text) -> list[tuple[str, str]]:
    return [
        ("", say(nothing)),
        *((str(office), say(capital(words))) for office, words in OFFICES.items() if office in offices),
    ]


class ActForm(forms.Form):
    """What an act states; `held` are the facts that a correction starts from, absent for a new act."""

    def __init__(
        self,
        kind: str,
        offices: tuple[Office, ...],
        data: Mapping[str, Any] | None = None,
        initial: Mapping[str, Any] | None = None,
        held: Mapping[str, tuple[Statement, ...]] | None = None,
    ) -> None:
        self.kind = kind
        self.held = held
        self.names = tuple(name for name in KINDS[kind].model_fields if type_of(kind, name))
        super().__init__(data, initial={**_shown(held or {}), **(initial or {})}, auto_id="id_%s")
        for name in self.names:
            self.fields[name] = _field(KINDS[kind], name)
        self.fields[OFFICE] = forms.ChoiceField(
            label=say(_WHO),
            choices=_offices(offices, _NONE),
            error_messages={"required": say(_CHOOSE), "invalid_choice": say(_CHOOSE)},
        )
        self.fields[PERSON] = forms.CharField(label=say(_NAME), required=False, max_length=200)
        for name in (HEAD, ACT_ID):
            self.fields[name] = forms.CharField(widget=forms.HiddenInput, required=False)

    @override
    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        for name in self.names:
            if name in values:
                values[name] = self._typed(name, values[name])
        if not self.errors and not self.statements():
            raise ValidationError(say(_SOMETHING if self.held is None else _CHANGE), code="nothing")
        return values

    def _typed(self, name: str, value: object) -> object:
        if value in (None, ""):
            return None
        raw = {"yes": True, "no": False}.get(str(value), value) if type_of(self.kind, name) is bool else value
        try:
            typed = read_fact(self.kind, name, raw)
        except PilkadesError:
            self.add_error(name, say(_CLOCK if type_of(self.kind, name) is time else MESSAGES["not-plain"]))
            return None
        if isinstance(typed, Day) and not EARLIEST_YEAR <= typed.earliest.year <= LATEST_YEAR:
            fact = KINDS[self.kind].label_of(name)
            self.add_error(name, say(MESSAGES["year-out-of-reach"].fill(fact=fact, date=typed)))
        return typed

    def statements(self) -> dict[str, tuple[Statement, ...]]:
        """What the act will state; of a correction the changed facts alone, empty where withdrawn."""
        stated: dict[str, tuple[Statement, ...]] = {}
        for name in self.names:
            value = self.cleaned_data.get(name)
            before = _one(self.held.get(name, ())) if self.held is not None else None
            if value == before:
                continue
            stated[name] = () if value is None else (Statement(value),)
        return stated


def _one(stated: tuple[Statement, ...]) -> object:
    """The value that a form can show: one statement, and of a date an exact one."""
    if len(stated) != 1:
        return None
    value: object = stated[0].value
    return None if isinstance(value, Day) and not value.known else value


def _shown(held: Mapping[str, tuple[Statement, ...]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, stated in held.items():
        value = _one(stated)
        if isinstance(value, bool):
            found[name] = "yes" if value else "no"
        elif isinstance(value, Day):
            found[name] = value.earliest
        elif isinstance(value, time):
            found[name] = value.strftime("%H.%M")
        elif value is not None:
            found[name] = value
    return found
