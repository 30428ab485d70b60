"""What a registrar asks of one person, and what is worth a second look before it is kept."""

from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from typing_extensions import override

from pilkades.base.day import Day
from pilkades.base.language import EMPTY, Text, joined
from pilkades.register.cells import Cell
from pilkades.register.layouts import Column
from pilkades.register.nik import SEXES, Sex
from pilkades.register.troubles import WORDINGS, Trouble
from pilkades.register.values import read_area, read_birth_parts
from pilkades.register.voter import DISABILITIES, MARITAL, PROOFS, Disability, Marital, Proof, Voter
from pilkades.web.committee.fields import DayBoxes, DayEntry, capital
from pilkades.web.shared.forms import DateEntry
from pilkades.web.shared.person_fields import KkField, NikField
from pilkades.web.shared.templatetags.pilkades import say

LOOKED = "sudah_dicocokkan"
"""Names the remarks that the registrar has seen and keeps his entry against."""

HOUSE = ("dusun", "rw", "rt", "kk", "alamat")
_LONGEST = 200
_NAME = Text("Nama lengkap", "Full name")
_NAME_HINT = Text("Seperti di KTP atau KK.", "As on the identity card or family card.")
_NO_NAME = Text("Isi nama. Lihat KTP atau KK.", "Enter the name. See the identity card or family card.")
_SEX = Text("Jenis kelamin", "Sex")
_NO_SEX = Text("Pilih laki-laki atau perempuan.", "Choose male or female.")
_BIRTH = Text("Tanggal lahir", "Date of birth")
_BIRTH_HINT = Text(
    "Contoh: 27 3 1980. Kosongkan tanggal atau bulan yang tidak diketahui.",
    "Example: 27 3 1980. Leave a day or month that is not known empty.",
)
_NO_BIRTH = Text("Isi tanggal lahir, atau tahunnya saja.", "Enter the date of birth, or only its year.")
_BIRTH_PLACE = Text("Tempat lahir", "Place of birth")
_MARITAL = Text("Status perkawinan", "Marital status")
_NO_MARITAL = Text("Pilih salah satu.", "Choose one.")
_DISABILITY = Text("Ragam disabilitas", "Kind of disability")
_DISABILITY_HINT = Text(
    "Agar TPS siap membantu. Kosongkan bila tidak ada.",
    "So that the TPS is ready to help. Leave empty if none.",
)
_SINCE = Text("Tinggal di desa ini sejak", "Lives in this village since")
_SINCE_HINT = Text(
    "Kosongkan bila sejak lahir atau tidak diketahui. Cukup tahun bila tanggalnya lupa.",
    "Leave empty if since birth or not known. The year alone is enough.",
)
_SINCE_AHEAD = Text("Tanggal ini belum tiba. Periksa tahunnya.", "This day lies ahead. Check the year.")
_PROOF = Text("Bukti yang Anda lihat", "Proof that you saw")
_PROOF_HINT = Text("Centang yang ditunjukkan kepada Anda.", "Tick what you were shown.")
_NIK_HINT = Text(
    "16 angka di KTP atau KK. Kosongkan bila belum punya.",
    "16 digits on the identity card or family card. Leave empty if there is none yet.",
)
_NIK_KEPT = Text("Tersimpan {nik}. Isi hanya bila perlu diganti.", "Kept: {nik}. Fill in only to replace it.")
_KK_KEPT = Text("Tersimpan {kk}. Isi hanya bila perlu diganti.", "Kept: {kk}. Fill in only to replace it.")
_KK_HINT = Text("16 angka di bagian atas KK.", "16 digits at the top of the family card.")
_RT, _RW, _DUSUN = Text("RT", "RT"), Text("RW", "RW"), Text("Dusun", "Dusun")
_NO_RT = Text("Isi nomor RT.", "Enter the number of the RT.")
_AREA_HINT = Text("Contoh: 002", "Example: 002")
_WHY = Text("Mengapa diperbaiki?", "Why is it corrected?")
_WHY_HINT = Text("Contoh: salah ketik, KTP baru dilihat.", "Example: a slip, the card was seen later.")
_NO_WHY = Text("Tulis alasannya.", "Write the reason.")
_ADDRESS = Text("Alamat rumah", "Address of the house")


class BirthField(DateEntry):
    """A birth date that may be known in part; what is wrong with it is said as it is of a file."""

    widget = DayBoxes

    def __init__(self, on: date) -> None:
        self.on = on
        self.troubles: list[Trouble] = []
        super().__init__(label=say(_BIRTH), help_text=say(_BIRTH_HINT))
        self.require_all_fields = False
        self.error_messages["required"] = say(_NO_BIRTH)

    @override
    def compress(self, data_list: list[int | None]) -> Day | None:  # type: ignore[override] # a day known in part is no date
        day, month, year = data_list or (None, None, None)
        cells: tuple[Cell, Cell, Cell] = (_cell(day), _cell(month), _cell(year))
        found, self.troubles = read_birth_parts(cells, self.on)
        if found is None:
            raise ValidationError(say(_of(self.troubles)), code="birth")
        return found


class PersonForm(forms.Form):
    """One person; with `house` the house is asked as well, with `kept` numbers stay when left empty."""

    def __init__(
        self,
        today: date,
        poll: date,
        *args: Any,  # noqa: ANN401 -- Django's own arguments
        house: bool = True,
        kept: Voter | None = None,
        **options: Any,  # noqa: ANN401 -- Django's own arguments
    ) -> None:
        options.setdefault("auto_id", "id_%s")
        super().__init__(*args, **options)
        self.today, self.poll, self.house, self.kept = today, poll, house, kept
        if house:
            self._ask_house()
        self._ask_person()
        if kept is not None:
            self.fields["alasan"] = _words(_WHY, _WHY_HINT, _NO_WHY)
            self.fields["revisi"] = forms.IntegerField(widget=forms.HiddenInput)
        self.fields[LOOKED] = forms.CharField(required=False, max_length=500, widget=forms.HiddenInput)

    def _ask_house(self) -> None:
        kk = self.kept.kk.masked if self.kept and self.kept.kk else ""
        self.fields["rt"] = _area(_RT, _NO_RT)
        self.fields["rw"] = _area(_RW)
        self.fields["dusun"] = _words(_DUSUN)
        self.fields["kk"] = KkField(hint=_KK_KEPT.fill(kk=f"…{kk[-4:]}") if kk else _KK_HINT)
        self.fields["alamat"] = _words(_ADDRESS)

    def _ask_person(self) -> None:
        held = self.kept.nik if self.kept else None
        self.fields["nama"] = _words(_NAME, _NAME_HINT, _NO_NAME)
        self.fields["nik"] = NikField(
            required=False, hint=_NIK_KEPT.fill(nik=held.tail) if held else _NIK_HINT
        )
        self.fields["jk"] = _one_of(_SEX, SEXES, _NO_SEX)
        self.fields["lahir"] = BirthField(self.poll)
        self.fields["tempat_lahir"] = _words(_BIRTH_PLACE)
        self.fields["kawin"] = _one_of(_MARITAL, MARITAL, _NO_MARITAL)
        self.fields["sejak"] = DayEntry(say(_SINCE))
        self.fields["sejak"].help_text = say(_SINCE_HINT)
        self.fields["bukti"] = _several(_PROOF, PROOFS, _PROOF_HINT)
        self.fields["disabilitas"] = _several(_DISABILITY, DISABILITIES, _DISABILITY_HINT)

    def clean_rt(self) -> str:
        """As the cards have it, with three digits."""
        return read_area(self.cleaned_data["rt"], Column.RT)[0]

    def clean_rw(self) -> str:
        """As the cards have it, with three digits."""
        return read_area(self.cleaned_data["rw"], Column.RW)[0]

    def clean_sejak(self) -> Day | None:
        """A day that has come."""
        since: Day | None = self.cleaned_data["sejak"]
        if since is not None and since.earliest > self.today:
            raise ValidationError(say(_SINCE_AHEAD), code="ahead")
        return since

    def voter(self, house: Voter | None = None) -> Voter:
        """The person as entered: in that house, or in the one that was asked for."""
        said, kept = self.cleaned_data, self.kept
        base = house or Voter(
            name="",
            kk=said.get("kk") or (kept.kk if kept else None),
            rt=said.get("rt", ""),
            rw=said.get("rw", ""),
            dusun=said.get("dusun", ""),
            address=said.get("alamat", ""),
        )
        return replace(
            kept or base,
            name=said["nama"],
            nik=said["nik"] or (kept.nik if kept else None),
            kk=base.kk,
            rt=base.rt,
            rw=base.rw,
            dusun=base.dusun,
            address=base.address,
            sex=Sex(said["jk"]),
            birth=said["lahir"],
            birth_place=said["tempat_lahir"],
            marital=Marital(said["kawin"]),
            resident_since=said["sejak"],
            proofs=frozenset(Proof(value) for value in said["bukti"]),
            disabilities=frozenset(Disability(value) for value in said["disabilitas"]),
        )


def _of(troubles: list[Trouble]) -> Text:
    sentences = [joined([WORDINGS[each.kind].problem, WORDINGS[each.kind].remedy]) for each in troubles]
    values = {name: value for each in troubles for name, value in each.fields}
    return joined(sentences).fill(**values) or EMPTY


def _cell(part: int | None) -> Cell:
    return None if part is None else str(part)


def _words(label: Text, hint: Text = EMPTY, missing: Text = EMPTY) -> forms.CharField:
    return forms.CharField(
        label=say(label),
        help_text=say(hint),
        required=bool(missing),
        max_length=_LONGEST,
        error_messages={"required": say(missing)},
        widget=forms.TextInput({"autocomplete": "off"}),
    )


def _area(label: Text, missing: Text = EMPTY) -> forms.CharField:
    field = _words(label, _AREA_HINT, missing)
    field.max_length = 20
    field.widget.attrs["inputmode"] = "numeric"
    return field


def _one_of(label: Text, words: Any, missing: Text) -> forms.ChoiceField:  # noqa: ANN401 -- any table of words
    return forms.ChoiceField(
        label=say(label),
        choices=[(str(value), say(capital(word))) for value, word in words.items()],
        widget=forms.RadioSelect,
        error_messages={"required": say(missing), "invalid_choice": say(missing)},
    )


def _several(label: Text, words: Any, hint: Text) -> forms.MultipleChoiceField:  # noqa: ANN401 -- any table of words
    return forms.MultipleChoiceField(
        label=say(label),
        help_text=say(hint),
        required=False,
        choices=[(str(value), say(capital(word))) for value, word in words.items()],
        widget=forms.CheckboxSelectMultiple,
    )
