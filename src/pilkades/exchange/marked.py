"""A village's own spreadsheet given back: the same cells, those with faults marked, and a list of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias

import xlsxwriter

from pilkades.base.errors import Fault, FaultyInput
from pilkades.base.language import Language, Text
from pilkades.exchange import fault_sheet
from pilkades.register.cells import Cell, Row, is_blank, letters_of
from pilkades.register.troubles import CellFault, Weight, in_order

MOST_ROWS = 1_048_576
"""What a sheet of a spreadsheet can hold."""
MOST_COMMENTS = 20_000
"""Beyond this a spreadsheet opens slowly; the cells after it are coloured, their words stand in the list."""
_MOST_LINKS = 65_000
_LONGEST_NAME = 31
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", "_"))
_WIDTHS = (8, 44)
_LOOKED_AT = 60
_FIRST_YEAR = 1900
# The format @: what is typed into the cell stays a text, so that no digit of a NIK is lost.
_AS_TEXT = 49
# No date of making goes into the file: the same sheets and faults give the same bytes.
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 -- a fixed sign, no moment

_COLOURS = {Weight.REPAIR: "#F8C9C4", Weight.LOOK: "#FFE9A8"}
_WEIGHTS = {
    Weight.REPAIR: Text("Perbaiki: baris ini menunggu", "Repair: the row waits"),
    Weight.LOOK: Text("Lihat: baris ini tetap dipakai", "Look: the row is used all the same"),
}
_LEAD = Text(
    "Betulkan sel yang disebut, simpan, lalu pilih berkas ini lagi. Di sel itu ada catatan yang sama.",
    "Put the cells named right, save, then choose this file again. A note in each cell has the same words.",
)
_FEW_NOTES = Text(
    "Catatan hanya ada di {n} sel pertama; yang lain diwarnai dan disebut di sini.",
    "Only the first {n} cells have a note; the others are coloured and named here.",
)
_NO_FAULT = Text("Tidak ada yang perlu diperbaiki.", "There is nothing to repair.")
_HEADINGS = (
    Text("Lembar", "Sheet"),
    Text("Sel", "Cell"),
    Text("Berat", "Weight"),
    Text("Yang tidak cocok", "What is wrong"),
    Text("Yang perlu dilakukan", "What to do"),
)
_LIST_WIDTHS = (22, 9, 30, 62, 62)
_TOO_LONG = Text(
    "Lembar ini lebih dari {n} baris; tidak muat di satu lembar kerja.",
    "This sheet has more than {n} rows; one sheet cannot hold them.",
)
_IN_PARTS = Text("Bagi menjadi beberapa berkas.", "Part it into several files.")

Xlsx: TypeAlias = Any
"""A workbook, sheet or format of xlsxwriter, which ships no types."""
Place = tuple[int, int]
Named = tuple[str, Iterable[Row]]


def write_marked(
    target: Path | BinaryIO,
    sheets: Sequence[Named],
    faults: Sequence[CellFault],
    language: Language,
    *,
    on_disk: bool = False,
) -> None:
    """Write the sheets again as xlsx, each cell with its value and type, after a sheet listing the faults.

    A faulty cell has a colour and a note with what is wrong and what to do. Nothing becomes a formula: a
    text that begins with = + - or @ stays a text. With `on_disk` a large file is written row by row through
    temporary files that hold its numbers; without it everything stays in memory.

    Raises:
        FaultyInput: a sheet has more rows than a spreadsheet holds.
        OSError: the target cannot be written.
    """
    options = {
        "constant_memory": on_disk,
        "in_memory": not on_disk,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "nan_inf_to_errors": True,
    }
    names = _names([name for name, _ in sheets], fault_sheet.NAME.to(language))
    try:
        with xlsxwriter.Workbook(target, options) as book:
            book.set_properties({"created": _MADE, "author": "pilkades"})
            formats = _Formats.of(book)
            listed = book.add_worksheet(names[0])
            pages = [book.add_worksheet(name) for name in names[1:]]
            known = {name: page.name for (name, _), page in zip(sheets, pages, strict=True)}
            _List(listed, formats, known, language).write(in_order(faults, known))
            marks = _Marks(faults, language)
            for (name, rows), page in zip(sheets, pages, strict=True):
                _write_sheet(page, name, rows, marks, formats)
    except xlsxwriter.exceptions.FileCreateError as error:
        if error.args and isinstance(error.args[0], OSError):
            raise error.args[0] from error
        raise OSError(*error.args) from error


def _names(wanted: Sequence[str], first: str) -> list[str]:
    """Names as a spreadsheet allows them: 31 signs, without some, none twice; the list of faults in front."""
    taken: list[str] = []
    for name in (first, *wanted):
        plain = name.translate(_NOT_IN_NAMES).strip()[:_LONGEST_NAME] or "-"
        number, free = 2, plain
        while free.casefold() in {one.casefold() for one in taken}:
            end = f" ({number})"
            free, number = plain[: _LONGEST_NAME - len(end)].rstrip() + end, number + 1
        taken.append(free)
    return taken


@dataclass(frozen=True, slots=True)
class _Formats:
    """How cells look; `mark` by weight and by whether the cell is a date."""

    title: Xlsx
    heading: Xlsx
    text: Xlsx
    day: Xlsx
    wrapped: Xlsx
    link: Xlsx
    mark: Mapping[tuple[Weight, bool], Xlsx]
    weight: Mapping[Weight, Xlsx]

    @classmethod
    def of(cls, book: Xlsx) -> "_Formats":
        wrap = {"text_wrap": True, "valign": "top"}
        kinds = {False: _AS_TEXT, True: "dd-mm-yyyy"}
        return cls(
            title=book.add_format({"bold": True, "font_size": 13}),
            heading=book.add_format({"bold": True, "bottom": 1, **wrap}),
            text=book.add_format({"num_format": _AS_TEXT}),
            day=book.add_format({"num_format": kinds[True]}),
            wrapped=book.add_format(wrap),
            link=book.add_format({"underline": 1, "font_color": "#0B3D91", **wrap}),
            mark={
                (weight, is_day): book.add_format(
                    {"bg_color": colour, "border": 2, "num_format": kinds[is_day]}
                )
                for weight, colour in _COLOURS.items()
                for is_day in kinds
            },
            weight={
                weight: book.add_format({"bg_color": colour, **wrap}) for weight, colour in _COLOURS.items()
            },
        )


@dataclass(slots=True)
class _List:
    """The sheet of faults."""

    page: Xlsx
    formats: _Formats
    names: Mapping[str, str]
    language: Language

    def write(self, faults: Sequence[CellFault]) -> None:
        page, formats = self.page, self.formats
        for at, width in enumerate(_LIST_WIDTHS):
            page.set_column(at, at, width)
        page.write_string(0, 0, fault_sheet.TITLE.to(self.language), formats.title)
        page.write_string(1, 0, (_LEAD if faults else _NO_FAULT).to(self.language))
        if len({(fault.sheet, fault.cell) for fault in faults}) > MOST_COMMENTS:
            page.write_string(2, 0, _FEW_NOTES.fill(n=MOST_COMMENTS).to(self.language))
        for at, heading in enumerate(_HEADINGS):
            page.write_string(3, at, heading.to(self.language), formats.heading)
        page.freeze_panes(4, 0)
        for row, fault in enumerate(faults[: MOST_ROWS - 4], start=4):
            self._line(row, fault)
        if faults:
            page.autofilter(3, 0, min(len(faults) + 3, MOST_ROWS - 1), len(_HEADINGS) - 1)

    def _line(self, row: int, fault: CellFault) -> None:
        page, formats = self.page, self.formats
        name = self.names.get(fault.sheet, fault.sheet)
        page.write_string(row, 0, name, formats.wrapped)
        cell = f"{letters_of(fault.index or 0)}{fault.row or 1}"
        if row < _MOST_LINKS:
            page.write_url(row, 1, f"internal:'{name}'!{cell}", formats.link, fault.cell or cell)
        else:
            page.write_string(row, 1, fault.cell or cell, formats.wrapped)
        page.write_string(row, 2, _WEIGHTS[fault.weight].to(self.language), formats.weight[fault.weight])
        page.write_string(row, 3, fault.problem.to(self.language), formats.wrapped)
        page.write_string(row, 4, fault.remedy.to(self.language), formats.wrapped)


class _Marks:
    """The faults by sheet and row; the notes are counted over the whole file."""

    def __init__(self, faults: Iterable[CellFault], language: Language) -> None:
        self._by_row: dict[tuple[str, int], list[CellFault]] = defaultdict(list)
        for fault in faults:
            self._by_row[fault.sheet, (fault.row or 1) - 1].append(fault)
        self._language = language
        self._notes = 0

    def last_row(self, sheet: str) -> int:
        """The last row that has a fault, counted from 0; -1 without any."""
        return max((row for name, row in self._by_row if name == sheet), default=-1)

    def of(self, sheet: str, number: int, row: Row) -> dict[int, list[CellFault]]:
        """The faults of a row by column; those of the whole row stand on its first filled cell."""
        found = self._by_row.get((sheet, number))
        if not found:
            return {}
        first = next((at for at, cell in enumerate(row) if not is_blank(cell)), 0)
        by_column: dict[int, list[CellFault]] = defaultdict(list)
        for fault in found:
            by_column[first if fault.index is None else fault.index].append(fault)
        return by_column

    def note(self, faults: Iterable[CellFault]) -> str | None:
        """The words of a cell's note; None where the file has notes enough."""
        self._notes += 1
        if self._notes > MOST_COMMENTS:
            return None
        return "\n".join(
            f"{fault.problem.to(self._language)} {fault.remedy.to(self._language)}" for fault in faults
        )


def _write_sheet(page: Xlsx, name: str, rows: Iterable[Row], marks: _Marks, formats: _Formats) -> None:
    # Rows are written in order and never again, so that each can leave the memory.
    written, head = -1, []
    coming = iter(rows)
    for row in coming:
        head.append(row)
        if len(head) == _LOOKED_AT:
            break
    for at, width in enumerate(_widths(head)):
        page.set_column(at, at, width)
    for written, row in enumerate(_chained(head, coming)):
        if written >= MOST_ROWS:
            raise FaultyInput([Fault(name, "-", _TOO_LONG.fill(n=MOST_ROWS), _IN_PARTS)])
        _write_row(page, written, row, marks.of(name, written, row), marks, formats)
    for number in range(written + 1, marks.last_row(name) + 1):
        _write_row(page, number, (), marks.of(name, number, ()), marks, formats)


def _chained(head: list[Row], rest: Iterator[Row]) -> Iterator[Row]:
    yield from head
    yield from rest


def _widths(rows: Sequence[Row]) -> Iterator[int]:
    least, most = _WIDTHS
    for at in range(max(map(len, rows), default=0)):
        lengths = sorted(len(str(row[at])) for row in rows if at < len(row) and row[at] is not None)
        # Long titles over the list do not widen its first column.
        usual = lengths[len(lengths) * 9 // 10] if lengths else least
        yield min(most, max(least, usual + 2))


def _write_row(
    page: Xlsx,
    number: int,
    row: Row,
    found: Mapping[int, list[CellFault]],
    marks: _Marks,
    formats: _Formats,
) -> None:
    for at in range(max(len(row), max(found, default=-1) + 1)):
        cell = row[at] if at < len(row) else None
        faults = found.get(at)
        if not faults:
            _write_cell(page, (number, at), cell, formats.day if isinstance(cell, date) else formats.text)
            continue
        heaviest = Weight.REPAIR if any(f.weight is Weight.REPAIR for f in faults) else Weight.LOOK
        _write_cell(page, (number, at), cell, formats.mark[heaviest, isinstance(cell, date)], blank=True)
        words = marks.note(faults)
        if words is not None:
            height = 60 + 18 * (len(words) // 45 + words.count("\n"))
            page.write_comment(number, at, words, {"author": "pilkades", "width": 320, "height": height})


def _write_cell(page: Xlsx, place: Place, cell: Cell, shape: Xlsx, *, blank: bool = False) -> None:
    """The value with its own type; numbers lose the text format, which is for what people type."""
    match cell:
        case None:
            if blank:
                page.write_blank(*place, None, shape)
        case bool():
            page.write_boolean(*place, cell, shape if blank else None)
        case int() | float():
            page.write_number(*place, cell, shape if blank else None)
        case date() if cell.year >= _FIRST_YEAR:
            page.write_datetime(*place, cell, shape)
        case date():
            page.write_string(*place, cell.isoformat(), shape)
        case str():
            page.write_string(*place, cell, shape)
