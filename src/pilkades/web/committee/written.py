"""What is stated, as people read it: words for a plain value, a table for a list."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from pilkades.acts.act import KINDS, Act, Statement
from pilkades.acts.payload import Office
from pilkades.base.day import Day
from pilkades.base.language import EMPTY, Language, Text, say
from pilkades.compliance.look import said as said_value
from pilkades.web.committee.fields import capital, short_label
from pilkades.web.committee.rows import row_list
from pilkades.web.shared.components.words import long_day

_NUMBER = Text("No.", "No.")
WITHDRAWN = Text("dicabut", "withdrawn")
_MONTH_KNOWN = Text("{month}, hari belum diketahui", "{month}, the day is not known yet")
_YEAR_KNOWN = Text("{year}, tanggal dan bulan belum diketahui", "{year}, day and month are not known yet")


@dataclass(frozen=True, slots=True)
class Grid:
    """A list as a table; columns in which nothing stands are left out."""

    template: ClassVar[str] = "committee/grid.html"

    caption: Text
    heads: Sequence[Text]
    rows: Sequence[Sequence[Text]]
    number: Text = _NUMBER

    @property
    def cells(self) -> Sequence[Sequence[tuple[Text, Text]]]:
        """Each row with the head beside each cell: on a phone a row is a card."""
        return [tuple(zip(self.heads, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True)
class Line:
    """A fact with what is stated of it; `step` and `anchor` lead back to its box in the form."""

    label: Text
    words: Text = EMPTY
    grid: Grid | None = None
    step: str = ""
    anchor: str = ""


def lines_of(act: Act) -> Iterator[Line]:
    """Each fact of an act, in the order in which its form asks them."""
    for name in KINDS[act.kind].model_fields:
        if name in act.facts:
            yield line_of(act.kind, name, act.facts[name])


def line_of(kind: str, name: str, stated: Sequence[Statement], step: str = "", anchor: str = "") -> Line:
    """One fact; without a statement it is withdrawn."""
    label = capital(KINDS[kind].label_of(name))
    if not stated:
        return Line(label, WITHDRAWN, None, step, anchor)
    value = stated[0].value
    if len(stated) == 1 and isinstance(value, list | tuple | Mapping):
        return Line(label, EMPTY, _grid(kind, name, value), step, anchor)
    several = [in_words(one.value) for one in stated]
    words = Text(" / ".join(one.id for one in several), " / ".join(one.en for one in several))
    return Line(label, words, None, step, anchor)


def in_words(value: object) -> Text:
    """A value in both languages; of a day known in part it says what is not known yet."""
    if isinstance(value, Day):
        if value.known:
            return long_day(value.earliest)
        match value.notation.count("-"):
            case 0:
                return _YEAR_KNOWN.fill(year=str(value.earliest.year))
            case 1:
                month = Text(*(say(value.earliest, one).split(" ", 1)[1] for one in Language))
                return _MONTH_KNOWN.fill(month=month)
    words = Text(*(said_value(value, one) for one in Language))
    return capital(words) if isinstance(value, bool | Office) else words


def _grid(kind: str, name: str, value: Sequence[object] | Mapping[str, object]) -> Grid:
    rows = row_list(kind, name)
    label = capital(KINDS[kind].label_of(name))
    if rows is None:
        return Grid(label, (), ())
    if isinstance(value, Mapping):
        heads = [short_label(one.label) for one in rows.columns]
        return Grid(label, heads, [(in_words(group), in_words(count)) for group, count in value.items()])
    used = [one for one in rows.columns if any(getattr(row, one.name) is not None for row in value)]
    cells = [
        [EMPTY if (item := getattr(row, one.name)) is None else in_words(item) for one in used]
        for row in value
    ]
    return Grid(label, [short_label(one.label) for one in used], cells)
