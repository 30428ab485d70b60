"""The forms about the voter list: "am I listed", a proposal or objection, its state by number."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms

from pilkades.base.language import EMPTY, Text
from pilkades.web.core import clock
from pilkades.web.shared.forms import DateEntry, lazily
from pilkades.web.shared.person_fields import NikField
from pilkades.web.shared.templatetags.pilkades import say

_BIRTH = Text("Tanggal lahir", "Date of birth")
_BIRTH_HINT = Text("Seperti di KTP. Contoh: 27 3 1980", "As on the identity card. Example: 27 3 1980")
_AHEAD = Text(
    "Tanggal lahir ini belum tiba. Periksa tahunnya.", "This birth date lies ahead. Check the year."
)
_NUMBER = Text("Nomor usul", "Number of the proposal")
_NUMBER_HINT = Text("Nomor yang Anda catat sesudah mengirim.", "The number that you kept after sending it.")
_NO_NUMBER = Text("Isi nomornya.", "Enter the number.")


class ListedForm(forms.Form):
    """A NIK and a birth date; the two are read and kept nowhere."""

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, auto_id="id_%s")
        self.fields["nik"] = NikField()
        self.fields["lahir"] = DateEntry(label=lazily(_BIRTH), help_text=lazily(_BIRTH_HINT))

    def clean_lahir(self) -> date:
        """A day of the past."""
        day: date = self.cleaned_data["lahir"]
        if day > clock.now().date():
            raise forms.ValidationError(say(_AHEAD), code="ahead")
        return day


class NumberForm(forms.Form):
    """The number of a proposal, as it was written down: signs between its letters do not matter."""

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, auto_id="id_%s")
        self.fields["nomor"] = forms.CharField(
            label=lazily(_NUMBER),
            help_text=lazily(_NUMBER_HINT),
            max_length=60,
            error_messages={"required": lazily(_NO_NUMBER)},
            widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters", "class": "code"}),
        )


class ProposalForm(forms.Form):
    """What is not right on the list, about whom, with which proof; a way to reach the sender if he wants."""

    def __init__(
        self,
        kinds: Iterable[tuple[str, Text]],
        data: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(data, auto_id="id_%s")
        self.fields["jenis"] = forms.ChoiceField(
            label=lazily(_WHAT),
            choices=[(value, lazily(words)) for value, words in kinds],
            widget=forms.RadioSelect,
            error_messages={"required": lazily(_NO_WHAT), "invalid_choice": lazily(_NO_WHAT)},
        )
        self.fields["tentang"] = _words(_WHO, _WHO_HINT, _NO_WHO, 200)
        self.fields["benar"] = _words(_RIGHT, _RIGHT_HINT, _NO_RIGHT, 1500, long=True)
        self.fields["bukti"] = _words(_PROOF, _PROOF_HINT, EMPTY, 300)
        self.fields["kontak"] = _words(_CONTACT, _CONTACT_HINT, EMPTY, 200)

    @property
    def text(self) -> str:
        """The proposal in words, as the committee reads it."""
        said = self.cleaned_data
        parts = ((_WHO, said["tentang"]), (_RIGHT, said["benar"]), (_PROOF, said["bukti"]))
        return "\n".join(f"{label.id}: {words}" for label, words in parts if words)


_WHAT = Text("Apa yang perlu diperbaiki?", "What needs to be put right?")
_NO_WHAT = Text("Pilih salah satu.", "Choose one.")
_WHO = Text("Tentang siapa?", "About whom?")
_WHO_HINT = Text(
    "Nama seperti di daftar, dengan RT-nya. NIK tidak perlu ditulis.",
    "The name as on the list, with its RT. The NIK is not needed.",
)
_NO_WHO = Text("Isi nama orangnya.", "Enter the person's name.")
_RIGHT = Text("Bagaimana yang benar?", "What is right?")
_RIGHT_HINT = Text(
    "Contoh: nama di KTP Siti Aminah, di daftar tertulis Siti Aminha.",
    "Example: the card says Siti Aminah, the list says Siti Aminha.",
)
_NO_RIGHT = Text("Tulis apa yang benar.", "Write what is right.")
_PROOF = Text("Bukti apa yang ada?", "Which proof is there?")
_PROOF_HINT = Text(
    "Contoh: KTP, KK, surat nikah, akta kematian. Tunjukkan bila panitia datang.",
    "Example: identity card, family card, marriage or death certificate. Show it when asked.",
)
_CONTACT = Text("Cara menghubungi Anda", "How to reach you")
_CONTACT_HINT = Text(
    "Hanya panitia yang membacanya. Tanpa ini Anda tetap dapat melihat jawaban dengan nomor usul.",
    "Only the committee reads it. Without it you can still see the answer by the number.",
)


def _words(label: Text, hint: Text, missing: Text, longest: int, *, long: bool = False) -> forms.CharField:
    return forms.CharField(
        label=lazily(label),
        help_text=lazily(hint),
        required=bool(missing),
        max_length=longest,
        error_messages={"required": lazily(missing)},
        widget=forms.Textarea({"rows": 4}) if long else forms.TextInput({"autocomplete": "off"}),
    )
