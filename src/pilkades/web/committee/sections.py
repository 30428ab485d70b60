"""A form in sections: what rules read stands open, the rest behind one fold; a short form stays flat."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time
from typing import ClassVar

from django.forms.boundfield import BoundField

from pilkades.acts.act import KINDS
from pilkades.base.day import Day
from pilkades.base.language import EMPTY, Text
from pilkades.web.committee.act_form import BASIS, OFFICE, PERSON, REASON, SOURCE, ActForm
from pilkades.web.committee.brought import FILES, KEPT, PERSONAL
from pilkades.web.committee.fields import capital, plain_type
from pilkades.web.committee.rows import RowList
from pilkades.web.shared.components.decision import Law
from pilkades.web.shared.components.page import Link

FLAT = 14
"""A kind with no more facts than this is asked without sections."""

ADD = "tambah"
"""The step that adds rows to a list: `tambah:votes`."""

_FIRST = ("date", "place", "document")
_OPEN_COLUMNS = 4

_WHEN = Text("Waktu, tempat, dan surat", "Time, place and papers")
_HOW_MANY = Text("Jumlah dan daftar", "Numbers and lists")
_HOW = Text("Siapa dan bagaimana", "Who and how")
_REST = Text("Hal lain ({n})", "Other facts ({n})")
_ACTOR = Text("Yang bertindak", "Who acted")
_WHENCE = Text("Sumber dan dasar", "Source and basis")
_PAPERS = Text("Dokumen", "Papers")
_CORRECTION = Text("Mengapa dibetulkan", "Why it is corrected")
_ADD = Text("Tambah baris", "Add a row")
_MORE_OF_ROW = Text("Hal lain tentang {row}", "More about {row}")
_EMPTY_ROWS = Text("Baris kosong tidak dicatat.", "Empty rows are not recorded.")
_STANDS = Text(
    "Yang tercatat tetap berlaku selama isian ini kosong.", "What is recorded stays while this is left empty."
)


@dataclass(frozen=True, slots=True)
class Question:
    """One fact and the law that reads it."""

    template: ClassVar[str] = "committee/question.html"

    field: BoundField
    law: Law | None = None
    note: Text = EMPTY


@dataclass(frozen=True, slots=True)
class RowBoxes:
    """One row: the boxes that stand open, and those behind its fold."""

    name: Text
    boxes: Sequence[BoundField]
    folded: Sequence[BoundField] = ()
    more: Text = EMPTY
    open: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """A list: its rows, and the button that adds empty ones; `add` is empty when no more fit."""

    template: ClassVar[str] = "committee/rows.html"

    label: Text
    anchor: str
    count: BoundField
    rows: Sequence[RowBoxes]
    law: Law | None = None
    note: Text = _EMPTY_ROWS
    add: str = ""
    add_label: Text = _ADD


@dataclass(frozen=True, slots=True)
class Section:
    """What belongs together; a folded one is opened when something in it is filled in or faulty."""

    pieces: Sequence[object]
    title: Text = EMPTY
    folded: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class Asking:
    """The form of an act, in sections, with the law beside each question."""

    template: ClassVar[str] = "committee/asking.html"

    title: Text
    form: ActForm
    sections: Sequence[Section]
    submit: Text
    back: Link
    lead: Text = EMPTY
    hidden: Sequence[BoundField] = field(default=())


def sections_of(form: ActForm, laws: Mapping[str, Law], wanted: str = "") -> Iterator[Section]:
    """The facts in sections, then who acted and on what grounds; `wanted` is a fact that must stand open."""
    first = [name for name in _FIRST if name in form.names]
    ordered = [*first, *(name for name in form.names if name not in first)]
    shown = [name for name in ordered if name in laws or name in first or _counts(form, name)]
    folded = [name for name in ordered if name not in shown]
    if len(ordered) <= FLAT:
        yield Section([_piece(form, name, laws) for name in ordered])
    else:
        groups: dict[Text, list[str]] = {_WHEN: [], _HOW_MANY: [], _HOW: []}
        for name in shown:
            groups[_group(form, name)].append(name)
        for title, names in groups.items():
            if names:
                yield Section([_piece(form, name, laws) for name in names], title)
        if folded:
            yield Section(
                [_piece(form, name, laws) for name in folded],
                _REST.fill(n=len(folded)),
                folded=True,
                open=any(name == wanted or form.is_touched(*form.boxes_of(name)) for name in folded),
            )
    if REASON in form.fields:
        yield Section([Question(form[REASON])], _CORRECTION)
    yield Section([Question(form[OFFICE]), Question(form[PERSON])], _ACTOR)
    yield Section([Question(form[name]) for name in (SOURCE, BASIS)], _WHENCE)
    papers = [KEPT, FILES, PERSONAL] if form.papers.kept else [FILES, PERSONAL]
    yield Section([Question(form[name]) for name in papers], _PAPERS)


def _counts(form: ActForm, name: str) -> bool:
    """Figures and lists always stand open: what is computed from them no rule names by itself."""
    return name in form.lists or plain_type(KINDS[form.kind], name) is int


def _group(form: ActForm, name: str) -> Text:
    plain = plain_type(KINDS[form.kind], name)
    if plain in (Day, time) or name in _FIRST:
        return _WHEN
    return _HOW_MANY if _counts(form, name) else _HOW


def _piece(form: ActForm, name: str, laws: Mapping[str, Law]) -> object:
    note = _STANDS if name in form.unshown else EMPTY
    rows = form.lists.get(name)
    if rows is None:
        return Question(form[name], laws.get(name), note)
    count = form.row_counts[name]
    return Rows(
        label=capital(rows.label),
        anchor=anchor_of(form, name),
        count=form[rows.count_name],
        rows=[_row(form, rows, number) for number in range(1, count + 1)],
        law=laws.get(name),
        note=note or _EMPTY_ROWS,
        add=f"{ADD}:{name}" if count < rows.most else "",
    )


def _row(form: ActForm, rows: RowList, number: int) -> RowBoxes:
    boxes = [form[rows.box(number, one.name)] for one in rows.columns]
    name = rows.row_name(number)
    if len(boxes) <= _OPEN_COLUMNS + 1:
        return RowBoxes(name, boxes)
    folded = boxes[_OPEN_COLUMNS:]
    touched = form.is_touched(*(box.name for box in folded))
    return RowBoxes(name, boxes[:_OPEN_COLUMNS], folded, _MORE_OF_ROW.fill(row=name), open=touched)


def anchor_of(form: ActForm, name: str) -> str:
    """The id to which a page leads that speaks of a fact."""
    return f"isian-{name}" if name in form.lists else f"ask-{name}"
