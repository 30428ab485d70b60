"""Form fields for what a card states of a person: the two numbers of sixteen digits."""

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from typing_extensions import override

from pilkades.base.language import EMPTY, Text, joined
from pilkades.register.nik import Kk, Nik
from pilkades.register.troubles import WORDINGS, Kind, Trouble
from pilkades.register.values import read_kk, read_nik
from pilkades.web.shared.forms import lazily
from pilkades.web.shared.templatetags.pilkades import say

Number = TypeVar("Number", Nik, Kk)
_LONGEST = 40
_NIK = Text("NIK", "NIK")
_KK = Text("Nomor KK", "Family card number")
_NIK_HINT = Text("16 angka di KTP atau KK.", "16 digits on the identity card or family card.")
_KK_HINT = Text("16 angka di bagian atas KK.", "16 digits at the top of the family card.")
_KK_FAULT = Text(
    "Nomor KK harus 16 angka. Lihat bagian atas KK.", "A family card number has 16 digits. See its top."
)


class _Sixteen(forms.CharField):
    """Digits as they are typed, with or without blanks; the phone shows its keys for numbers."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 -- Field's own options, passed through
        box = forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "spellcheck": "false"})
        super().__init__(max_length=_LONGEST, widget=box, **options)


class NikField(_Sixteen):
    """A NIK; what is wrong with it is said as it is of a cell in a file."""

    def __init__(self, *, required: bool = True, label: Text = _NIK, hint: Text = _NIK_HINT) -> None:
        missing = {"required": lazily(_sentence(Trouble.of(Kind.NIK_MISSING)))}
        super().__init__(
            required=required, label=lazily(label), help_text=lazily(hint), error_messages=missing
        )

    @override
    def clean(self, value: str) -> Nik | None:
        return _read(super().clean(value), _nik)


class KkField(_Sixteen):
    """The number of a family card."""

    def __init__(self, *, required: bool = False, hint: Text = _KK_HINT) -> None:
        super().__init__(required=required, label=lazily(_KK), help_text=lazily(hint))

    @override
    def clean(self, value: str) -> Kk | None:
        return _read(super().clean(value), _kk)


def _sentence(trouble: Trouble) -> Text:
    wording = WORDINGS[trouble.kind]
    return joined([wording.problem, wording.remedy]).fill(**dict(trouble.fields))


def _nik(typed: str) -> tuple[Nik | None, Text]:
    found, troubles = read_nik(typed)
    return found, joined([_sentence(each) for each in troubles]) or EMPTY


def _kk(typed: str) -> tuple[Kk | None, Text]:
    found, troubles = read_kk(typed)
    return found, _KK_FAULT if troubles else EMPTY


def _read(typed: str, reader: Callable[[str], tuple[Number | None, Text]]) -> Number | None:
    if not typed:
        return None
    found, fault = reader(typed)
    if found is None:
        raise ValidationError(say(fault), code="sixteen_digits")
    return found
