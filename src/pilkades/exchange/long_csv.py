"""A CSV file of any length, row by row: a county's register is never held as a whole."""

import codecs
import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from pilkades.base.errors import FaultyInput
from pilkades.exchange.spreadsheets import (
    LOOKED_AT,
    MARKS,
    SAVE_AGAIN,
    SEPARATOR_LINE,
    UNREADABLE,
    delimiter_of,
    is_book,
    is_page,
    read,
    refused,
)
from pilkades.register.cells import Row, Sheet

HEAD_ROWS = 1_000
"""So many rows of a sheet are held to find its header."""
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, repr=False)
class Table:
    """A sheet whose rows are read anew each time; `head` holds the first, `length` counts the lines."""

    name: str
    head: Sheet
    length: int
    rows: Callable[[], Iterator[Row]]


def tables(file: Path) -> tuple[Table, ...]:
    """The sheets of a file: of a CSV file without holding it, of any other as `spreadsheets.read` has them.

    Raises:
        FaultyInput: the file is empty, too large, locked, or holds no table.
        OSError: the file cannot be read.
    """
    with file.open("rb") as opened:
        start = opened.read(LOOKED_AT)
    if not start.strip() or is_book(start) or is_page(start):
        return tuple(_held(sheet) for sheet in read(file.read_bytes(), file.name))
    return (_Csv(file, start).table(),)


def _held(sheet: Sheet) -> Table:
    return Table(sheet.name, sheet, len(sheet.rows), lambda: iter(sheet.rows))


@dataclass(slots=True)
class _Csv:
    file: Path
    start: bytes
    encoding: str = ""
    delimiter: str = ""

    def table(self) -> Table:
        self.encoding, length = self._encoding()
        words = self._first_words()
        named = SEPARATOR_LINE.match(words)
        self.delimiter = named[1] if named else delimiter_of(words)
        head = Sheet(self.file.name, tuple(islice(self.rows(), HEAD_ROWS)))
        return Table(self.file.name, head, length, self.rows)

    def rows(self) -> Iterator[Row]:
        with self.file.open(encoding=self.encoding, newline="") as opened:
            named = SEPARATOR_LINE.match(opened.readline())
            # The line that names the separator is a row of the file: the rows after it keep their numbers.
            if named:
                yield ()
            else:
                opened.seek(0)
            try:
                for row in csv.reader(opened, delimiter=self.delimiter):
                    yield tuple([cell if cell and not cell.isspace() else None for cell in row])
            except csv.Error as error:
                raise self._refused() from error

    def _first_words(self) -> str:
        with self.file.open(encoding=self.encoding, newline="") as opened:
            return opened.read(LOOKED_AT)

    def _encoding(self) -> tuple[str, int]:
        """By its mark; else UTF-8; else that of old Windows programs. And the number of lines."""
        marked = next((encoding for mark, encoding in MARKS if self.start.startswith(mark)), None)
        for encoding in (marked,) if marked else ("utf-8", "cp1252"):
            try:
                return encoding, self._lines_in(encoding)
            except UnicodeDecodeError:
                continue
        raise self._refused()

    def _lines_in(self, encoding: str) -> int:
        decoder, lines = codecs.getincrementaldecoder(encoding)(), 0
        with self.file.open("rb") as opened:
            while chunk := opened.read(_CHUNK):
                words = decoder.decode(chunk)
                if "\0" in words:
                    raise self._refused()
                lines += words.count("\n")
        decoder.decode(b"", final=True)
        return lines + 1

    def _refused(self) -> FaultyInput:
        return refused(self.file.name, "-", UNREADABLE, SAVE_AGAIN)
