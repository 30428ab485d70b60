"""The form of one person's row: everything that the register may state, asked as it was typed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from typing_extensions import override

from pilkades.base.day import Day
from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text, joined
from pilkades.register.layouts import Column
from pilkades.register.nik import SEXES, Kk, Nik, Sex
from pilkades.register.troubles import Trouble, Weight, fault_of
from pilkades.register.values import read_birth, read_since
from pilkades.register.voter import DISABILITIES, MARITAL, PROOFS, Disability, Marital, Proof, Voter
from pilkades.web.committee.frame import Reader
from pilkades.web.committee.voters.words import FIELDS
from pilkades.web.core.messages import MESSAGES, said
from pilkades.web.shared.templatetags.pilkades import say

REASON, REVISION, ASKED = "alasan", "revisi", "bukti-ditanyakan"
_LONGEST = 200
_LONGEST_REASON = 300
_WORDS = ("name", "birth_place", "address", "rt", "rw", "dusun", "tps", "remark")
_STATES = ("citizen", "disenfranchised", "of_unsound_mind", "military_or_police")
_REPORTS = ("dead", "moved")
_DAYS = {
    "birth": Column.BIRTH,
    "resident_since": Column.RESIDENT_SINCE,
    "registered_since": Column.REGISTERED_SINCE,
}
_CHOICES: Mapping[str, Sequence[tuple[str, Text]]] = {
    "sex": [(one.value, words) for one, words in SEXES.items()],
    "marital": [(one.value, words) for one, words in MARITAL.items()],
}
_SEVERAL: Mapping[str, Sequence[tuple[str, Text]]] = {
    "disabilities": [(one.value, words) for one, words in DISABILITIES.items()],
    "proofs": [(one.value, words) for one, words in PROOFS.items()],
}
_NUMBERS: Mapping[str, type[Nik] | type[Kk]] = {"nik": Nik, "kk": Kk}

_NOT_STATED = Text("belum disebut", "not stated")
_YES, _NO = Text("ya", "yes"), Text("tidak", "no")
_KEEP = Text(
    "Tercatat {tail}. Kosongkan bila tidak berubah.", "Recorded as {tail}. Leave it empty if it stays."
)
_SIXTEEN = Text("16 angka seperti di KTP atau KK.", "16 digits as on the card.")
_DAY_HINT = Text(
    "Contoh: 12-05-1980. Bila hanya tahunnya yang diketahui, tulis 1980.",
    "Example: 12-05-1980. If only the year is known, write 1980.",
)
_ASKED = Text("Bukti sudah ditanyakan", "Proofs were asked for")
_WHY = Text("Alasan perbaikan", "Reason of the correction")
_WHY_HINT = Text(
    "Contoh: dicocokkan dengan KK. Alasan ini tetap ada di riwayat.",
    "Example: compared with the family card. The reason stays in the history.",
)


class VoterForm(forms.Form):
    """One person's row; `before` is what the register states, `data` what was sent.

    NIK and KK are never written into the page: an empty box leaves what stands there.
    """

    def __init__(
        self, reader: Reader, before: Voter, revision: int, data: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(data, initial={REVISION: revision, **_shown(before)})
        self.before, self.reader = before, reader
        for name in FIELDS:
            self.fields[name] = self._field(name)
            if name == "proofs":
                self.fields[ASKED] = _tick(_ASKED, ticked=before.proofs is not None)
        self.fields[REASON] = forms.CharField(
            label=say(_WHY),
            help_text=say(_WHY_HINT),
            max_length=_LONGEST_REASON,
            error_messages={"required": say(MESSAGES["change-without-reason"])},
        )
        self.fields[REVISION] = forms.IntegerField(widget=forms.HiddenInput())

    def _field(self, name: str) -> forms.Field:
        label = say(FIELDS[name])
        if name in _NUMBERS:
            return self._number_field(name, label)
        if name in _CHOICES or name in _STATES:
            return _choice(label, _CHOICES.get(name, (("yes", _YES), ("no", _NO))))
        if name in _REPORTS:
            return _tick(FIELDS[name], ticked=bool(getattr(self.before, name)))
        if name in _SEVERAL:
            choices = [(value, say(words)) for value, words in _SEVERAL[name]]
            boxes = forms.CheckboxSelectMultiple()
            return forms.MultipleChoiceField(label=label, required=False, choices=choices, widget=boxes)
        return self._words_field(name, label)

    def _words_field(self, name: str, label: str) -> forms.Field:
        if name in _DAYS:
            return forms.CharField(label=label, required=False, max_length=40, help_text=say(_DAY_HINT))
        required = {"required": say(MESSAGES["name-missing"])}
        return forms.CharField(
            label=label, required=name == "name", max_length=_LONGEST, error_messages=required
        )

    def _number_field(self, name: str, label: str) -> forms.Field:
        held = self.before.nik if name == "nik" else self.before.kk
        hint = _KEEP.fill(tail=f"…{held.digits[-4:]}") if held else _SIXTEEN
        box = forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "maxlength": 24})
        return forms.CharField(label=label, required=False, help_text=say(hint), max_length=24, widget=box)

    @override
    def clean(self) -> dict[str, Any]:
        for name, kind in _NUMBERS.items():
            self._read_number(name, kind)
        for name, column in _DAYS.items():
            self._read_day(name, column)
        return self.cleaned_data

    def _read_number(self, name: str, kind: type[Nik] | type[Kk]) -> None:
        written = "".join(sign for sign in self.cleaned_data.get(name) or "" if sign not in " .-")
        self.cleaned_data[name] = self.before.nik if name == "nik" else self.before.kk
        if written:
            try:
                self.cleaned_data[name] = kind.parse(written)
            except PilkadesError as error:
                self.add_error(name, say(said(error)))

    def _read_day(self, name: str, column: Column) -> None:
        """Read as a cell of a file is; what the file's reader would wait for is a fault here."""
        written = (self.cleaned_data.get(name) or "").strip()
        self.cleaned_data[name] = None
        if not written:
            return
        day = self.reader.election.polling_day
        if column is Column.BIRTH:
            read, troubles = read_birth(written, day)
        else:
            read, troubles = read_since(written, day, column)
        faults = [_said(one) for one in troubles]
        waits = [words for weight, words in faults if weight is Weight.REPAIR]
        if waits:
            self.add_error(name, ValidationError([say(words) for words in waits]))
        else:
            self.cleaned_data[name] = read

    def voter(self) -> Voter:
        """The person as the form states it."""
        given = self.cleaned_data
        stated: dict[str, Any] = {name: " ".join(given[name].split()) for name in _WORDS}
        stated |= {name: given[name] for name in (*_NUMBERS, *_DAYS)}
        stated |= {name: bool(given[name]) for name in _REPORTS}
        stated |= {name: {"yes": True, "no": False}.get(given[name]) for name in _STATES}
        stated["sex"] = Sex(given["sex"]) if given["sex"] else None
        stated["marital"] = Marital(given["marital"]) if given["marital"] else None
        stated["disabilities"] = frozenset(Disability(one) for one in given["disabilities"])
        asked = given[ASKED] or given["proofs"]
        stated["proofs"] = frozenset(Proof(one) for one in given["proofs"]) if asked else None
        return replace(self.before, **stated)


def _said(trouble: Trouble) -> tuple[Weight, Text]:
    fault = fault_of("", None, None, trouble)
    return fault.weight, joined([fault.problem, fault.remedy])


def _tick(label: Text, *, ticked: bool) -> forms.MultipleChoiceField:
    """One box to tick with its words beside it; what is ticked comes as a list with one value."""
    return forms.MultipleChoiceField(
        label=say(label),
        required=False,
        choices=[("ya", say(_YES))],
        initial=["ya"] if ticked else [],
        widget=forms.CheckboxSelectMultiple,
    )


def _choice(label: str, choices: Iterable[tuple[str, Text]]) -> forms.ChoiceField:
    shown = [("", say(_NOT_STATED)), *((value, say(words)) for value, words in choices)]
    return forms.ChoiceField(label=label, required=False, choices=shown)


def _shown(before: Voter) -> dict[str, Any]:
    """What the boxes show; the numbers stay away."""
    shown: dict[str, Any] = {name: getattr(before, name) for name in _WORDS}
    shown |= {name: _day(getattr(before, name)) for name in _DAYS}
    shown |= {name: {True: "yes", False: "no"}.get(getattr(before, name), "") for name in _STATES}
    shown["sex"] = before.sex.value if before.sex else ""
    shown["marital"] = before.marital.value if before.marital else ""
    shown["disabilities"] = [one.value for one in before.disabilities]
    shown["proofs"] = [one.value for one in before.proofs or ()]
    return shown


def _day(day: Day | None) -> str:
    if day is None:
        return ""
    return day.earliest.strftime("%d-%m-%Y") if day.known else day.notation
