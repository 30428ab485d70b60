"""Where a sheet's header stands, and what its columns hold: a proposal for each sheet."""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as Table
from dataclasses import dataclass
from functools import lru_cache

from pilkades.register.cells import Cell, Row, Sheet, cell_at, is_blank, is_whole_number, key_of, text_of
from pilkades.register.layouts import (
    HEADINGS,
    MARITAL_012,
    NO_CODES,
    STATUS_ALONE,
    Column,
    Mapping,
    layout_of,
)
from pilkades.register.voter import Marital

_ROWS_LOOKED_AT = 60
# No heading holds a digit, save in brackets: most cells of a list are told from headings by that alone.
_SURELY_NONE = re.compile(r"[^(]*[0-9][^(]*$")
_FEWEST_COLUMNS = 3
# The headings without which nobody can be recognised.
_NEEDED = frozenset({Column.NAME, Column.NIK})


@dataclass(frozen=True, slots=True)
class _Header:
    first: int
    depth: int
    columns: dict[Column, int]
    headings: tuple[str, ...]
    doubled: tuple[tuple[Column, int], ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A mapping, or None where no header was found; columns that a heading names a second time."""

    sheet: str
    mapping: Mapping | None
    doubled: tuple[tuple[Column, int], ...] = ()


def propose(sheets: Sequence[Sheet]) -> tuple[Proposal, ...]:
    """Find the header of every sheet that holds anything; a sheet of blank cells is left out."""
    return tuple(
        _propose(sheet) for sheet in sheets if any(not is_blank(c) for row in sheet.rows for c in row)
    )


def _propose(sheet: Sheet) -> Proposal:
    found = max(
        (
            header
            for at in range(min(len(sheet.rows), _ROWS_LOOKED_AT))
            for depth in (1, 2)
            if (header := _header(sheet, at, depth)) is not None
        ),
        key=lambda header: (len(header.columns), -header.depth, -header.first),
        default=None,
    )
    return Proposal(sheet.name, None) if found is None else _proposal(sheet, found)


def propose_at(sheet: Sheet, number: int) -> Proposal:
    """What the sheet proposes with its header in that row, counted from 1: a person pointed at it.

    Headings that are not known stay unread; without such a row there is no mapping.
    """
    if not 1 <= number <= len(sheet.rows):
        return Proposal(sheet.name, None)
    columns, doubled, headings = _named(sheet.rows[number - 1 : number])
    return _proposal(sheet, _Header(number - 1, 1, columns, headings, doubled))


def _proposal(sheet: Sheet, found: _Header) -> Proposal:
    first = found.first + found.depth
    while first < len(sheet.rows) and is_numbering(sheet.rows[first]):
        first += 1
    keys = frozenset(
        key_of(cell) for row in sheet.rows[found.first : found.first + found.depth] for cell in row
    )
    layout = layout_of(keys)
    codes = layout.marital_codes if layout and layout.marital_codes else NO_CODES
    marital = found.columns.get(Column.MARITAL)
    mapping = Mapping(
        sheet=sheet.name,
        header_row=found.first + found.depth,
        first_row=first + 1,
        columns=found.columns,
        headings=found.headings,
        layout=layout,
        marital_codes=codes or legend_in(cell_at(row, marital) for row in sheet.rows[first:]),
    )
    return Proposal(sheet.name, mapping, found.doubled)


def _header(sheet: Sheet, at: int, depth: int) -> _Header | None:
    rows = sheet.rows[at : at + depth]
    if len(rows) < depth or (depth > 1 and not any(_column(cell) for cell in rows[-1])):
        return None
    columns, doubled, headings = _named(rows)
    if len(columns) < _FEWEST_COLUMNS or not columns.keys() & _NEEDED:
        return None
    return _Header(at, depth, columns, headings, doubled)


def _named(rows: Sequence[Row]) -> tuple[dict[Column, int], tuple[tuple[Column, int], ...], tuple[str, ...]]:
    """What the columns under these headings hold, which are named a second time, and the headings."""
    labels = tuple(_labels(rows))
    columns: dict[Column, int] = {}
    doubled: list[tuple[Column, int]] = []
    for index, (column, _) in enumerate(labels):
        if column is not None and column in columns:
            doubled.append((column, index))
        elif column is not None:
            columns[column] = index
    _status_alone(rows, columns)
    return columns, tuple(doubled), tuple(label for _, label in labels)


def _labels(rows: Sequence[Row]) -> Iterator[tuple[Column | None, str]]:
    """The meaning and words of each column; a merged cell above names all the columns below it."""
    top, below = rows[0], rows[1] if len(rows) > 1 else ()
    group = ""
    for index in range(max(len(top), len(below))):
        own, sub = text_of(cell_at(top, index)), text_of(cell_at(below, index))
        group = own or group
        if not sub:
            yield _column(own), own
        else:
            yield _column(sub) or _column(f"{group} {sub}") or _column(own), f"{group} {sub}".strip()


def _column(cell: Cell) -> Column | None:
    return _heading(cell) if isinstance(cell, str) else None


@lru_cache(maxsize=4096)
def _heading(text: str) -> Column | None:
    """What a heading names; sheets ask it of the same few words again and again."""
    return None if _SURELY_NONE.match(text) else HEADINGS.get(key_of(text))


def _status_alone(rows: Sequence[Row], columns: dict[Column, int]) -> None:
    for row in rows:
        for index, cell in enumerate(row):
            if key_of(cell) == STATUS_ALONE and Column.MARITAL not in columns:
                columns[Column.MARITAL] = index


def legend_in(cells: Iterable[Cell]) -> Table[str, Marital]:
    """The legend 0, 1, 2 where a 0 shows that the numbers start there; else the numbers stay unexplained."""
    seen = {text for cell in cells if is_whole_number(text := text_of(cell))}
    return MARITAL_012 if "0" in seen and seen <= MARITAL_012.keys() else NO_CODES


def is_numbering(row: Row) -> bool:
    """Whether a row only numbers the columns (1, 2, 3, ...), as printed forms do under their header."""
    number = 0
    for cell in row:
        if is_blank(cell):
            continue
        number += 1
        if text_of(cell).strip("()") != str(number):
            return False
    return number >= _FEWEST_COLUMNS


def repeats_header(row: Row, mapping: Mapping) -> bool:
    """Whether a row inside the list is the header again, as on the next printed page."""
    named = sum(_column(cell_at(row, index)) is column for column, index in mapping.columns.items())
    return named >= min(_FEWEST_COLUMNS, len(mapping.columns)) or is_numbering(row)
