"""Read a spreadsheet into rows of plain cells; what the cells mean is said elsewhere."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from pilkades.base.errors import Fault, FaultyInput
from pilkades.base.language import Text

Cell: TypeAlias = str | int | float | bool | date | None

MOST_BYTES = 5_000_000
MOST_ROWS = 3_000
_DELIMITERS = ";,\t"
# How files of spreadsheet programs begin: the old kind, and zipped XML (xlsx, ods).
_BOOKS = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04")

# What a locked xlsx holds in place of its sheets.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one sheet from its first cell on; a CSV file is one sheet without a name."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]

    def place(self, row: int, column: int) -> str:
        """Where people find a cell: `sel B7`, or `lembar Desa, sel B7`; both count from 0 here."""
        cell = f"sel {letters(column)}{row + 1}"
        return f"lembar {self.name}, {cell}" if self.name else cell


def letters(column: int) -> str:
    """The name of a column: 0 is A, 26 is AA."""
    name = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def read(content: bytes, file: str) -> tuple[Sheet, ...]:
    """Every visible sheet of an xlsx, ods, xls or CSV file.

    Raises:
        FaultyInput: it is empty, too large, locked, or no such file.
    """
    if not content.strip():
        raise FaultyInput([Fault(file, "-", _EMPTY, _OTHER_FILE)])
    if len(content) > MOST_BYTES:
        raise FaultyInput([Fault(file, "-", _TOO_LARGE, _ONLY_LIST)])
    sheets = _book(content, file) if content.startswith(_BOOKS) else _text(content, file)
    long = [sheet for sheet in sheets if len(sheet.rows) > MOST_ROWS]
    if long:
        raise FaultyInput([Fault(file, sheet.name or "-", _TOO_LONG, _ONLY_LIST) for sheet in long])
    return sheets


def _book(content: bytes, file: str) -> tuple[Sheet, ...]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        visible = [known.name for known in book.sheets_metadata if known.visible is SheetVisibleEnum.Visible]
        return tuple(
            Sheet(
                name,
                tuple(
                    tuple(_plain(cell) for cell in row)
                    for row in book.get_sheet_by_name(name).to_python(
                        skip_empty_area=False, nrows=MOST_ROWS + 1
                    )
                ),
            )
            for name in visible
        )
    except (CalamineError, ValueError) as error:
        if isinstance(error, PasswordError) or _ENCRYPTED in content:
            raise FaultyInput([Fault(file, "-", _LOCKED, _UNLOCK)]) from error
        raise FaultyInput([Fault(file, "-", _UNREADABLE, _SAVE_AGAIN)]) from error


def _plain(cell: object) -> Cell:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, str):
        return cell.strip() or None
    return cell if isinstance(cell, bool | int | float | date) else None


def _text(content: bytes, file: str) -> tuple[Sheet, ...]:
    try:
        words = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FaultyInput([Fault(file, "-", _UNREADABLE, _SAVE_AGAIN)]) from error
    if "\0" in words:
        raise FaultyInput([Fault(file, "-", _UNREADABLE, _SAVE_AGAIN)])
    delimiter = max(_DELIMITERS, key=words.partition("\n")[0].count)
    return (Sheet("", tuple(_lines(words, delimiter))),)


def _lines(words: str, delimiter: str) -> Iterator[tuple[Cell, ...]]:
    for row in csv.reader(io.StringIO(words, newline=""), delimiter=delimiter):
        yield tuple(cell.strip() or None for cell in row)


_EMPTY = Text("Berkas ini kosong.", "This file is empty.")
_OTHER_FILE = Text("Pilih berkas lain.", "Choose another file.")
_TOO_LARGE = Text("Berkas ini lebih dari 5 MB.", "This file is larger than 5 MB.")
_TOO_LONG = Text("Lembar ini lebih dari 3.000 baris.", "This sheet has more than 3,000 rows.")
_ONLY_LIST = Text("Unggah daftar desanya saja.", "Upload the list of villages alone.")
_LOCKED = Text("Berkas ini terkunci kata sandi.", "This file is locked by a password.")
_UNLOCK = Text("Simpan tanpa kata sandi, lalu unggah lagi.", "Save it without one, then upload it again.")
_UNREADABLE = Text(
    "Berkas ini tidak terbaca sebagai lembar kerja.", "This file cannot be read as a spreadsheet."
)
_SAVE_AGAIN = Text(
    "Simpan sebagai xlsx, ods, xls, atau CSV (UTF-8), lalu unggah lagi.",
    "Save it as xlsx, ods, xls or CSV (UTF-8), then upload it again.",
)
