"""The form by which a county states a value: in the parameter's own kind, with its instrument and place."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from typing_extensions import override

from pilkades.base.article import Article
from pilkades.base.digest import Json
from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text
from pilkades.regulation.own_values import INSTRUMENTS, OwnInstrument, OwnValue, typed
from pilkades.regulation.parameter import EVIDENCE, UNITS, Evidence, Unit
from pilkades.web.core.messages import MESSAGES
from pilkades.web.shared.forms import DateEntry
from pilkades.web.shared.templatetags.pilkades import say

_HINTS = {
    "count": Text("Angka bulat, tanpa titik.", "A whole number, without separators."),
    "share": Text("Pecahan, contoh: 1/2.", "A fraction, for example: 1/2."),
    "clock": Text("Jam, contoh: 07.00.", "A time of day, for example: 07.00."),
    "period": Text("Angka bulat; satuannya di bawah.", "A whole number; its unit is below."),
    "words": Text("Seperti tertulis dalam naskah.", "As the text has it."),
    "switch": Text("Ya atau tidak.", "Yes or no."),
}
_YES_NO = (("ya", Text("Ya", "Yes")), ("tidak", Text("Tidak", "No")))
_FIRST_YEAR, _LAST_YEAR = 1945, 2080
_WRONG = Text("Nilai ini belum cocok. {kind}", "This value does not fit yet. {kind}")
_PLACE = Text(
    "Pasal dan ayat ditulis dengan angka, huruf dengan satu huruf.",
    "Pasal and ayat are numbers, huruf is one letter.",
)
_CHOOSE = Text("Pilih salah satu.", "Choose one.")
_FILL = Text("Isi bagian ini.", "Fill this in.")
_WHOLE = Text("Isi dengan angka bulat, tanpa titik.", "Enter a whole number, without separators.")


class ValueForm(forms.Form):
    """What the county states: value, first day, instrument and place, evidence, quotation, reason."""

    def __init__(self, kind: str, *given: Any, **named: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(*given, **named)
        self.kind = kind
        self.fields["value"] = self._value()
        if kind == "period":
            units = [(unit.value, say(UNITS[unit])) for unit in Unit]
            self.fields["unit"] = _choice(Text("Satuan", "Unit"), units)
        self.fields["start"] = DateEntry(label=say(Text("Berlaku mulai", "In force from")))
        kinds = [(name, full) for name, (full, _, _) in INSTRUMENTS.items()]
        self.fields["instrument"] = _choice(Text("Naskah hukum", "Instrument"), kinds)
        self.fields["number"] = _words(Text("Nomor", "Number"), 40)
        self.fields["year"] = forms.IntegerField(
            label=say(Text("Tahun", "Year")),
            min_value=_FIRST_YEAR,
            max_value=_LAST_YEAR,
            widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
            error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), say(_WHOLE)),
        )
        self.fields["pasal"] = _words(Text("Pasal", "Article (pasal)"), 10)
        self.fields["ayat"] = _words(Text("Ayat (bila ada)", "Paragraph (ayat), if any"), 4, required=False)
        self.fields["huruf"] = _words(Text("Huruf (bila ada)", "Letter (huruf), if any"), 2, required=False)
        evidence = [(tag.value, say(EVIDENCE[tag])) for tag in Evidence]
        self.fields["evidence"] = _choice(Text("Bukti", "Evidence"), evidence)
        self.fields["quote"] = forms.CharField(
            label=say(Text("Kutipan naskah", "Quotation of the text")),
            help_text=say(
                Text("Wajib bila naskah resmi sudah dibaca.", "Needed where the official text was read.")
            ),
            required=False,
            max_length=2000,
            widget=forms.Textarea,
        )
        self.fields["reason"] = _words(Text("Alasan dicatat", "Why it is recorded"), 300)

    def _value(self) -> forms.Field:
        label = Text("Nilai", "Value")
        if self.kind == "switch":
            return _choice(label, [(value, say(words)) for value, words in _YES_NO])
        return _words(label, 300, hint=_HINTS[self.kind])

    @override
    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        if "value" in values and (self.kind != "period" or "unit" in values):
            try:
                typed(self.kind, self.raw())
            except PilkadesError:
                self.add_error("value", say(_WRONG.fill(kind=_HINTS[self.kind])))
        if "pasal" in values:
            try:
                Article.parse(f"perda-1-2000:{self._place()}")
            except PilkadesError:
                self.add_error("pasal", say(_PLACE))
        if values.get("evidence") == Evidence.PRIMARY and not values.get("quote", "").strip():
            self.add_error("quote", ValidationError(say(MESSAGES["value-without-quote"]), code="no-quote"))
        return values

    def raw(self) -> Json:
        """The value as a law file writes it; not yet held against its kind."""
        words = " ".join(str(self.cleaned_data["value"]).split())
        if self.kind == "switch":
            return words == "ya"
        number = int(words) if words.isascii() and words.isdigit() else -1
        if self.kind == "period":
            return {"n": number, "unit": self.cleaned_data["unit"]}
        return number if self.kind == "count" else words

    def _place(self) -> str:
        pasal, ayat, huruf = (
            str(self.cleaned_data.get(name, "")).strip() for name in ("pasal", "ayat", "huruf")
        )
        return f"{pasal}{f'({ayat})' if ayat else ''}{f'.{huruf.lower()}' if huruf else ''}"

    def own(self, parameter: str) -> OwnValue:
        """What was typed, once it holds."""
        values = self.cleaned_data
        start: date = values["start"]
        number = str(values["number"]).strip()
        instrument = OwnInstrument(values["instrument"], number, values["year"], self._place())
        evidence = Evidence(values["evidence"])
        return OwnValue(parameter, start, self.raw(), instrument, evidence, values["quote"].strip())


def _words(label: Text, longest: int, *, required: bool = True, hint: Text | None = None) -> forms.CharField:
    return forms.CharField(
        label=say(label),
        max_length=longest,
        required=required,
        help_text=say(hint) if hint else "",
        error_messages={"required": say(_FILL)},
    )


def _choice(label: Text, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=say(label),
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": say(_CHOOSE), "invalid_choice": say(_CHOOSE)},
    )
