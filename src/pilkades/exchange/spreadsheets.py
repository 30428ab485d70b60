"""Spreadsheets as people send them: xlsx, xls, ods, CSV, and HTML tables saved under the name .xls."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from pilkades.base.errors import Fault, FaultyInput
from pilkades.base.language import Text
from pilkades.exchange.fault_sheet import is_fault_sheet
from pilkades.exchange.html_tables import tables_in
from pilkades.register.cells import Cell, Row, Sheet

MOST_BYTES = 60_000_000
MOST_ROWS = 200_000
_DELIMITERS = ";,\t|"
# How files of spreadsheet programs begin: the old kind, and zipped XML (xlsx, ods).
_BOOKS = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04")
# How photos and PDF begin: some of them could be taken for text.
_PICTURES = (b"%PDF-", b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF")
# What a locked xlsx holds in place of its sheets.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_HTML = re.compile(r"<\s*(?:!doctype\s+html|html|table)\b", re.IGNORECASE)
SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
LOOKED_AT = 4_000


def read(content: bytes, file: str) -> tuple[Sheet, ...]:
    """Every visible sheet of the file, from its first cell; a CSV file is one sheet with the file's name.

    The list of faults that `exchange.marked` puts in front is left out.
    Numbers, dates and texts come as the file holds them: what they mean is decided by the reader of lists.

    Raises:
        FaultyInput: the file is empty, too large, locked, or holds no table.
    """
    if not content.strip():
        raise refused(file, "-", _EMPTY, _OTHER_FILE)
    if len(content) > MOST_BYTES:
        raise refused(file, "-", _TOO_LARGE, _IN_PARTS)
    if content.startswith(_PICTURES):
        raise refused(file, "-", _PICTURE, _THE_LIST_ITSELF)
    sheets = _book(content, file) if is_book(content) else _text(content, file)
    for sheet in sheets:
        if len(sheet.rows) > MOST_ROWS:
            raise refused(file, sheet.name, _TOO_LONG, _IN_PARTS)
    return sheets


def is_book(content: bytes) -> bool:
    """Whether a file begins as those of spreadsheet programs do."""
    return content.startswith(_BOOKS)


def is_page(start: bytes) -> bool:
    """Whether a file begins as an HTML page, in whatever encoding."""
    return bool(_HTML.search(start.replace(b"\0", b"").decode("latin-1")))


def refused(file: str, key: str, problem: Text, remedy: Text) -> FaultyInput:
    """The whole file refused, with one fault."""
    return FaultyInput([Fault(file, key, problem, remedy)])


def _book(content: bytes, file: str) -> tuple[Sheet, ...]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        visible = [known.name for known in book.sheets_metadata if known.visible is SheetVisibleEnum.Visible]
        sheets = [Sheet(name, _rows(book, name)) for name in visible]
    except (CalamineError, ValueError) as error:
        locked = isinstance(error, PasswordError) or _ENCRYPTED in content
        problem, remedy = (_LOCKED, _UNLOCK) if locked else (UNREADABLE, SAVE_AGAIN)
        raise refused(file, "-", problem, remedy) from error
    return tuple(sheet for sheet in sheets if not is_fault_sheet(_first_cell(sheet)))


def _first_cell(sheet: Sheet) -> Cell:
    return sheet.rows[0][0] if sheet.rows and sheet.rows[0] else None


def _rows(book: CalamineWorkbook, name: str) -> tuple[Row, ...]:
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False, nrows=MOST_ROWS + 1)
    return tuple(tuple(_plain(cell) for cell in row) for row in rows)


def _plain(cell: object) -> Cell:
    """Times of day mean nothing in a list of people; an empty text is an empty cell."""
    if isinstance(cell, str):
        return cell if cell.strip() else None
    return cell if isinstance(cell, bool | int | float | date) else None


def _text(content: bytes, file: str) -> tuple[Sheet, ...]:
    words = _decoded(content, file)
    if _HTML.search(words[:LOOKED_AT]):
        tables = tables_in(words)
        if not tables:
            raise refused(file, "-", _NO_TABLE, SAVE_AGAIN)
        return tuple(
            Sheet(file if len(tables) == 1 else f"{file} ({number})", rows)
            for number, rows in enumerate(tables, start=1)
        )
    named = SEPARATOR_LINE.match(words)
    body = words[named.end() :] if named else words
    delimiter = named[1] if named else delimiter_of(body)
    # The line that names the separator is a row of the file: the rows after it keep their numbers.
    first: tuple[Row, ...] = ((),) if named else ()
    try:
        return (Sheet(file, (*first, *_lines(body, delimiter))),)
    except csv.Error as error:
        raise refused(file, "-", UNREADABLE, SAVE_AGAIN) from error


def _decoded(content: bytes, file: str) -> str:
    """By the mark at its start; else UTF-8; else the table of old Windows programs."""
    marked = next((encoding for mark, encoding in MARKS if content.startswith(mark)), None)
    encodings = (marked,) if marked else ("utf-8", "cp1252")
    if marked or b"\0" not in content:
        for encoding in encodings:
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                continue
    raise refused(file, "-", UNREADABLE, SAVE_AGAIN)


def delimiter_of(words: str) -> str:
    """The sign that parts most cells of the first lines; title rows have none."""
    head = words[:LOOKED_AT]
    return max(_DELIMITERS, key=head.count)


def _lines(words: str, delimiter: str) -> Iterator[Row]:
    for row in csv.reader(io.StringIO(words, newline=""), delimiter=delimiter):
        yield tuple(cell if cell.strip() else None for cell in row)


_PICTURE = Text(
    "Berkas ini foto atau PDF, bukan lembar kerja.", "This file is a photo or a PDF, no spreadsheet."
)
_THE_LIST_ITSELF = Text(
    "Minta berkas daftarnya sendiri: xlsx, ods, xls, atau CSV.",
    "Ask for the file of the list itself: xlsx, ods, xls or CSV.",
)
_EMPTY = Text("Berkas ini kosong.", "This file is empty.")
_OTHER_FILE = Text("Pilih berkas lain.", "Choose another file.")
_TOO_LARGE = Text("Berkas ini lebih dari 60 MB.", "This file is larger than 60 MB.")
_TOO_LONG = Text("Lembar ini lebih dari 200.000 baris.", "This sheet has more than 200,000 rows.")
_IN_PARTS = Text("Bagi menjadi beberapa berkas.", "Part it into several files.")
_LOCKED = Text("Berkas ini terkunci kata sandi.", "This file is locked by a password.")
_UNLOCK = Text("Simpan tanpa kata sandi, lalu pilih lagi.", "Save it without one, then choose it again.")
UNREADABLE = Text(
    "Berkas ini tidak terbaca sebagai lembar kerja.", "This file cannot be read as a spreadsheet."
)
_NO_TABLE = Text("Halaman ini tidak memuat tabel.", "This page holds no table.")
SAVE_AGAIN = Text(
    "Simpan sebagai xlsx, ods, xls, atau CSV, lalu pilih lagi.",
    "Save it as xlsx, ods, xls or CSV, then choose it again.",
)
