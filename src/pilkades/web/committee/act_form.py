"""The form of an act, made from its kind's typed payload: every fact that the kind has can be asked."""

from collections.abc import Mapping
from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.http import QueryDict
from typing_extensions import override

from pilkades.acts.act import KINDS, Source, Statement, read_fact
from pilkades.acts.payload import Office
from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text
from pilkades.web.committee.brought import FILES, KEPT, PERSONAL, Papers
from pilkades.web.committee.fields import (
    CLOCK_FAULT,
    LONGEST,
    can_show,
    field_for,
    office_choices,
    plain_type,
    short_label,
    shown_in,
    typed_in,
)
from pilkades.web.committee.rows import RowList, row_list
from pilkades.web.core.messages import MESSAGES
from pilkades.web.shared.templatetags.pilkades import say

OFFICE, PERSON, HEAD, ACT_ID = "oleh_jabatan", "oleh_orang", "kepala", "nomor"
REASON, SOURCE, BASIS = "alasan", "sumber", "dasar"
OWN = (OFFICE, PERSON, HEAD, ACT_ID, REASON, SOURCE, BASIS, FILES, PERSONAL, KEPT)
"""Names of the form's own fields; no fact is called so (a test holds them apart)."""

_CHOOSE = Text("Pilih jabatan yang bertindak.", "Choose the office that acts.")
_SOMETHING = Text("Isi sedikitnya satu hal tentang tindakan ini.", "Fill in at least one fact of this act.")
_CHANGE = Text("Ubah sedikitnya satu hal.", "Change at least one fact.")
_WHO = Text("Jabatan yang bertindak (wajib diisi)", "Office that acts (required)")
_NAME = Text("Nama orang yang bertindak", "Name of the person who acts")
_NONE = Text("Pilih jabatan", "Choose an office")
_WHY = Text("Alasan pembetulan (wajib diisi)", "Reason of the correction (required)")
_WHY_HINT = Text(
    "Contoh: salah ketik; berita acara menyebut 3 Juni. Alasan ini tetap ada di catatan.",
    "Example: typing slip; the minutes say 3 June. The reason stays in the record.",
)
_NO_WHY = Text("Isi alasan pembetulan.", "Enter the reason of the correction.")
_WHERE = Text("Sumber", "Source")
_WHERE_HINT = Text(
    "Tempat isian ini tertulis. Contoh: berita acara 3 Juni 2026, halaman 2.",
    "Where these facts are written. Example: minutes of 3 June 2026, page 2.",
)
_LAW = Text("Dasar", "Basis")
_LAW_HINT = Text(
    "Pasal atau keputusan yang menjadi dasar tindakan. Contoh: Keputusan BPD 4/2026.",
    "The article or decision on which the act rests. Example: Keputusan BPD 4/2026.",
)
_IN_ROW = Text("{row}, {column}: {fault}", "{row}, {column}: {fault}")
_AT_FACT = Text("{fact}: {fault}", "{fact}: {fault}")
_BASIS_LENGTH = 300


class ActForm(forms.Form):
    """What an act states; `held` are the facts that a correction starts from, absent for a new act.

    A `quiet` form shows what was sent and asks nothing of it: a row is added before the rest is filled in.
    """

    def __init__(
        self,
        kind: str,
        offices: tuple[Office, ...],
        data: QueryDict | None = None,
        held: Mapping[str, tuple[Statement, ...]] | None = None,
        *,
        papers: Papers | None = None,
        quiet: bool = False,
    ) -> None:
        self.kind = kind
        self.papers = papers or Papers({})
        self.held = held
        self.quiet = quiet
        self.sent = data if data is not None else QueryDict()
        self.names = tuple(KINDS[kind].model_fields)
        found = {name: row_list(kind, name) for name in self.names}
        self.lists = {name: rows for name, rows in found.items() if rows is not None}
        self.before = {name: _one(stated) for name, stated in (held or {}).items()}
        self.row_counts: dict[str, int] = {}
        self._places: dict[str, Text] = {}
        super().__init__(data, initial=self._shown(), auto_id="id_%s")
        for name in self.names:
            self._ask(name)
        self._ask_own(offices)

    def _ask(self, name: str) -> None:
        rows = self.lists.get(name)
        plain = plain_type(KINDS[self.kind], name)
        if plain is not None:
            label = KINDS[self.kind].label_of(name)
            self.fields[name] = field_for(plain, label)
            self._places[name] = _AT_FACT.fill(fact=short_label(label), fault="{fault}")
        elif rows is not None:
            self._ask_rows(rows)

    def _ask_rows(self, rows: RowList) -> None:
        sent = (self.data if self.is_bound else self.initial).get(rows.count_name, "")
        count = rows.numbered(str(sent or rows.more))
        self.row_counts[rows.fact] = count
        self.fields[rows.count_name] = forms.CharField(
            widget=forms.HiddenInput, required=False, initial=str(count)
        )
        for number in range(1, count + 1):
            for column in rows.columns:
                box = rows.box(number, column.name)
                self.fields[box] = field_for(column.plain, column.label)
                self._places[box] = _IN_ROW.fill(
                    row=rows.row_name(number), column=column.label, fault="{fault}"
                )

    def _ask_own(self, offices: tuple[Office, ...]) -> None:
        if self.held is not None:
            self.fields[REASON] = forms.CharField(
                label=say(_WHY),
                help_text=say(_WHY_HINT),
                max_length=_BASIS_LENGTH,
                error_messages={"required": say(_NO_WHY)},
            )
        self.fields[OFFICE] = forms.ChoiceField(
            label=say(_WHO),
            choices=office_choices(offices, _NONE),
            error_messages={"required": say(_CHOOSE), "invalid_choice": say(_CHOOSE)},
        )
        self.fields[PERSON] = forms.CharField(label=say(_NAME), required=False, max_length=200)
        for name, label, hint, longest in (
            (SOURCE, _WHERE, _WHERE_HINT, LONGEST),
            (BASIS, _LAW, _LAW_HINT, _BASIS_LENGTH),
        ):
            self.fields[name] = forms.CharField(
                label=say(label), required=False, help_text=say(hint), max_length=longest
            )
        self.papers.add_fields(self)
        for name in (HEAD, ACT_ID):
            self.fields[name] = forms.CharField(widget=forms.HiddenInput, required=False)

    def _shown(self) -> dict[str, object]:
        """What the boxes of a correction show at first."""
        found: dict[str, object] = {}
        for name, value in self.before.items():
            rows = self.lists.get(name)
            if rows is None:
                if can_show(value):
                    found[name] = shown_in(value)
                continue
            shown = rows.shown(value) if value is not None else None
            if shown is not None:
                found[rows.count_name] = str(len(shown) or rows.more)
                for number, boxes in enumerate(shown, 1):
                    found |= {rows.box(number, column): item for column, item in boxes.items()}
        return found

    @property
    def unshown(self) -> tuple[str, ...]:
        """The facts that stand but which the boxes cannot show: left empty, they stay as they are."""
        return tuple(
            name
            for name, stated in (self.held or {}).items()
            if stated and not self._is_shown(name, self.before[name])
        )

    def _is_shown(self, name: str, value: object) -> bool:
        rows = self.lists.get(name)
        if value is None:
            return False
        return can_show(value) if rows is None else rows.shown(value) is not None

    @override
    def full_clean(self) -> None:
        if self.quiet:
            self._errors = ErrorDict()
            self.cleaned_data = {}
            for fault in self.papers.faults:
                self.add_error(FILES, say(fault))
            return
        super().full_clean()

    @override
    def add_error(self, field: str | None, error: Any) -> None:
        """Every fault names its fact, and in a list its row: at the head of the page it stands alone."""
        place = self._places.get(field or "")
        if place is not None:
            messages = error.messages if isinstance(error, ValidationError) else [str(error)]
            error = ValidationError([say(place).replace("{fault}", one) for one in messages])
        super().add_error(field, error)

    @override
    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        for name in self.names:
            rows = self.lists.get(name)
            if rows is not None:
                values[name] = self._typed_rows(rows)
            elif name in values:
                values[name] = self._typed(name, values[name])
        for fault in self.papers.faults:
            self.add_error(FILES, say(fault))
        if not self.errors and not self.statements():
            raise ValidationError(say(_SOMETHING if self.held is None else _CHANGE), code="nothing")
        return values

    def _typed(self, name: str, value: object) -> object:
        plain = plain_type(KINDS[self.kind], name)
        raw = typed_in(plain, value) if plain is not None else None
        if raw is None:
            return None
        try:
            return read_fact(self.kind, name, raw)
        except PilkadesError:
            self.add_error(name, say(CLOCK_FAULT if plain is time else MESSAGES["not-plain"]))
            return None

    def _typed_rows(self, rows: RowList) -> object:
        typed = {
            number: {one.name: self.cleaned_data.get(rows.box(number, one.name)) for one in rows.columns}
            for number in range(1, self.row_counts[rows.fact] + 1)
        }
        value, faults = rows.read(typed)
        for fault in faults:
            box = rows.box(fault.row, fault.column)
            if box not in self.errors:
                self.add_error(box, say(fault.message))
        return value

    def statements(self) -> dict[str, tuple[Statement, ...]]:
        """What the act will state; of a correction the changed facts alone, empty where withdrawn."""
        place = self.cleaned_data.get(SOURCE)
        source = Source(place) if place else None
        stated: dict[str, tuple[Statement, ...]] = {}
        kept = self.unshown
        for name in self.names:
            value = self.cleaned_data.get(name)
            if value is None and name in kept:
                continue
            if self.held is not None and value == self.before.get(name):
                continue
            if self.held is None and value is None:
                continue
            stated[name] = () if value is None else (Statement(value, source=source),)
        return stated

    def boxes_of(self, name: str) -> tuple[str, ...]:
        """The names of all boxes that ask a fact."""
        rows = self.lists.get(name)
        if rows is None:
            return (name,)
        return tuple(
            rows.box(number, one.name)
            for number in range(1, self.row_counts[name] + 1)
            for one in rows.columns
        )

    def is_touched(self, *boxes: str) -> bool:
        """Whether one of the boxes has something in it, or something to repair."""
        for box in boxes:
            value = self[box].value()
            parts = value if isinstance(value, list) else [value]
            if box in self.errors or any(part not in (None, "") for part in parts):
                return True
        return False


def _one(stated: tuple[Statement, ...]) -> object:
    """The value that a form can show: that of one statement; None where several sources differ."""
    return stated[0].value if len(stated) == 1 else None
