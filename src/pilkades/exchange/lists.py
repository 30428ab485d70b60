"""Voter lists as files: a copy for the notice board with covered numbers, or the whole for the office."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, TextIO

from pilkades.base.day import Day
from pilkades.register.cells import Row
from pilkades.register.voter import DISABILITIES, Voter

_Reads = Callable[[Voter], str]
# A spreadsheet program takes a cell of a CSV file that begins so for a formula, and a long number for a
# number that it may shorten; behind a quote both stay what they are, and readers of lists take it off.
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
_LONG_NUMBER = 12
_LONGEST_FOOTER = 240
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 -- a fixed sign, no moment: the same list gives the same bytes
_WIDTHS = {"NO": 6, "NAMA": 30, "NIK": 20, "NO KK": 20, "ALAMAT": 26, "TEMPAT LAHIR": 18, "TANGGAL LAHIR": 14}


def _day(day: Day | None) -> str:
    """As papers write it; of a day half known what is known."""
    return "" if day is None else "-".join(reversed(day.notation.split("-")))


_CITIZEN = {None: "", True: "WNI", False: "WNA"}
_COLUMNS: Mapping[str, _Reads] = {
    "NAMA": lambda voter: voter.name,
    "NIK": lambda voter: voter.nik.digits if voter.nik else "",
    "NO KK": lambda voter: voter.kk.digits if voter.kk else "",
    "JENIS KELAMIN": lambda voter: voter.sex.value if voter.sex else "",
    "TEMPAT LAHIR": lambda voter: voter.birth_place,
    "TANGGAL LAHIR": lambda voter: _day(voter.birth),
    "STATUS PERKAWINAN": lambda voter: voter.marital.value if voter.marital else "",
    "ALAMAT": lambda voter: voter.address,
    "RT": lambda voter: voter.rt,
    "RW": lambda voter: voter.rw,
    "DUSUN": lambda voter: voter.dusun,
    "TPS": lambda voter: voter.tps,
    "DISABILITAS": lambda voter: ", ".join(DISABILITIES[kind].id for kind in sorted(voter.disabilities)),
    "KEWARGANEGARAAN": lambda voter: _CITIZEN[voter.citizen],
    "TINGGAL SEJAK": lambda voter: _day(voter.resident_since),
    "TERDAFTAR SEJAK": lambda voter: _day(voter.registered_since),
    "KETERANGAN": lambda voter: voter.remark,
}
_POSTED: Mapping[str, _Reads] = {
    "NAMA": _COLUMNS["NAMA"],
    "NIK": lambda voter: voter.nik.masked if voter.nik else "",
    **{heading: _COLUMNS[heading] for heading in ("JENIS KELAMIN", "ALAMAT", "RT", "RW", "DUSUN", "TPS")},
}


@dataclass(frozen=True, slots=True)
class Copy:
    """Which columns a copy has; the first is the row's number."""

    columns: Mapping[str, _Reads]

    @property
    def headings(self) -> tuple[str, ...]:
        """The words over the columns."""
        return ("NO", *self.columns)

    def cells(self, number: int, voter: Voter) -> tuple[str, ...]:
        """A person's row."""
        return (str(number), *(read(voter) for read in self.columns.values()))


COVERED = Copy(
    {
        **_COLUMNS,
        "NIK": lambda voter: voter.nik.masked if voter.nik else "",
        "NO KK": lambda voter: voter.kk.masked if voter.kk else "",
    }
)
"""For work outside the office: everything, with NIK and KK covered but for their area."""
POSTED = Copy(_POSTED)
"""For the notice board: the NIK covered but for its area; no KK, no birth date, no disability."""
WHOLE = Copy(_COLUMNS)
"""For the office: everything, in headings that a reader of lists knows again."""

Numbered = Iterable[tuple[int, Voter]]


@dataclass(frozen=True, slots=True, repr=False)
class Page:
    """One sheet: lines over the list, headings and rows of text; the footer stands on every printed page."""

    name: str
    lines: Sequence[str]
    headings: Sequence[str]
    rows: Iterable[Sequence[str]]
    footer: str = ""


def page_of(name: str, lines: Sequence[str], copy: Copy, people: Numbered, footer: str = "") -> Page:
    """A list as a page."""
    rows = (copy.cells(number, voter) for number, voter in people)
    return Page(name, lines, copy.headings, rows, footer)


def rows_of(voters: Iterable[Voter]) -> Iterator[Row]:
    """The whole copy as cells, headings first, numbered from 1."""
    yield WHOLE.headings
    for number, voter in enumerate(voters, start=1):
        yield tuple(cell or None for cell in WHOLE.cells(number, voter))


def write_csv(target: TextIO, page: Page) -> None:
    """Write a page as CSV with semicolons, as spreadsheet programs in Indonesia expect it.

    A cell that would become a formula or a shortened number there begins with a quote.
    """
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerows([line] for line in map(_kept, page.lines))
    writer.writerow(page.headings)
    writer.writerows([_kept(cell) for cell in row] for row in page.rows)


def _kept(cell: str) -> str:
    long_number = len(cell) >= _LONG_NUMBER and cell.isdigit()
    return f"'{cell}" if long_number or cell.startswith(_FORMULAS) else cell


def write_xlsx(target: Path | BinaryIO, pages: Sequence[Page]) -> None:
    """Write the pages as sheets of text cells; the names of the sheets must differ.

    Raises:
        OSError: the target cannot be written.
    """
    import xlsxwriter  # noqa: PLC0415 -- CSV needs none of it

    try:
        with xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False}) as book:
            book.set_properties({"created": _MADE, "author": "pilkades"})
            heading = book.add_format({"bold": True, "bottom": 1, "num_format": 49, "text_wrap": True})
            text, strong = book.add_format({"num_format": 49}), book.add_format({"bold": True})
            for page in pages:
                sheet = book.add_worksheet(page.name)
                for at, words in enumerate(page.headings):
                    sheet.set_column(at, at, _WIDTHS.get(words, 12))
                for at, line in enumerate(page.lines):
                    sheet.write_string(at, 0, line, strong)
                top = len(page.lines)
                for at, words in enumerate(page.headings):
                    sheet.write_string(top, at, words, heading)
                # Every printed page repeats the headings.
                sheet.repeat_rows(top)
                sheet.freeze_panes(top + 1, 0)
                if page.footer:
                    sheet.set_footer("&L&8" + page.footer.replace("&", "&&")[:_LONGEST_FOOTER])
                sheet.set_landscape()
                sheet.fit_to_pages(1, 0)
                for row, cells in enumerate(page.rows, start=top + 1):
                    for at, cell in enumerate(cells):
                        sheet.write_string(row, at, cell, text)
    except xlsxwriter.exceptions.FileCreateError as error:
        if error.args and isinstance(error.args[0], OSError):
            raise error.args[0] from error
        raise OSError(*error.args) from error
