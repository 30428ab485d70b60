"""Cells of a spreadsheet as plain values, and their addresses."""

import re
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

Cell: TypeAlias = "str | int | float | bool | date | None"
Row: TypeAlias = "tuple[Cell, ...]"

_LETTERS = 26
# A cell that a person meant as text often opens with a quote; files from old systems hold hard spaces.
_QUOTES = "'`´‘’"
_NO_KEY = re.compile(r"[^A-Z0-9]+")
_ASIDE = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name and its rows from the first, whatever they hold."""

    name: str
    rows: tuple[Row, ...]


def letters_of(index: int) -> str:
    """The letters of a column, counted from 0: A, B, ... Z, AA."""
    number, name = index + 1, ""
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        name = chr(ord("A") + rest) + name
    return name


def cell_at(row: Row, index: int | None) -> Cell:
    """The cell, or None where the row is shorter or the column is not there."""
    return row[index] if index is not None and 0 <= index < len(row) else None


def text_of(cell: Cell) -> str:
    """The cell as text: spaces made single, a leading quote taken off, 3.0 written 3."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, date):
        return cell.isoformat()
    words = str(cell).strip().lstrip(_QUOTES).split()
    return words[0] if len(words) == 1 else " ".join(words)


def is_whole_number(text: str) -> bool:
    """Whether a text is of the digits 0 to 9 alone; other scripts have digits that Python would take."""
    return text.isascii() and text.isdigit()


def is_blank(cell: Cell) -> bool:
    """Whether the cell says nothing: empty, or only the dashes that some forms print."""
    if cell is None:
        return True
    # Most cells begin with a letter or a digit; the rest is looked at sign by sign.
    return not (isinstance(cell, str) and cell[:1].isalnum()) and not text_of(cell).strip("-–—. ")


def key_of(cell: Cell) -> str:
    """A heading without spaces, signs and what stands in brackets: `STATUS (B/S/P)` is `STATUS`."""
    text = text_of(cell).upper()
    return _NO_KEY.sub("", _ASIDE.sub("", text)) or _NO_KEY.sub("", text)
