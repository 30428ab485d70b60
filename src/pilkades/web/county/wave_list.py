"""Rows of a spreadsheet -> the villages and cohorts of a wave, or every fault with its cell."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pilkades.base.errors import Fault
from pilkades.base.language import Language, Text, say
from pilkades.web.core.services.append_act import EARLIEST_YEAR, LATEST_YEAR
from pilkades.web.core.services.set_up_wave import VillageRow
from pilkades.web.county.sheets import Cell, Sheet

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "code": ("kode desa", "kode wilayah", "kode wilayah desa", "kode kemendagri", "kode"),
    "village": ("desa", "nama desa"),
    "district": ("kecamatan", "nama kecamatan"),
    "cohort": ("kelompok", "kelompok desa"),
    "ends": ("akhir masa jabatan", "akhir masa jabatan kepala desa", "tanggal akhir masa jabatan"),
}
_NEEDED = ("code", "village", "district")
_NAMES = {
    "code": Text("kode desa", "village code (kode desa)"),
    "village": Text("desa", "village (desa)"),
    "district": Text("kecamatan", "district (kecamatan)"),
}
HEADER = ("Kode desa", "Desa", "Kecamatan", "Kelompok", "Akhir masa jabatan")
"""The columns of the list that can be taken away and filled in."""

_HEADER_WITHIN = 20
_MONTHS = (
    *("januari", "februari", "maret", "april", "mei", "juni"),
    *("juli", "agustus", "september", "oktober", "november", "desember"),
)
_DIGITS = re.compile(r"\d{10}")
_NUMERIC_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_WORDED_DAY = re.compile(r"(\d{1,2}) ([a-z]+) (\d{4})")
# Where a name is missing, so that the rest of its row is still looked through; it is never stored.
_NO_NAME = "?"


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list holds: cohorts by name, villages, what is wrong with it, and sheets that hold no list."""

    cohorts: tuple[tuple[str, date], ...]
    villages: tuple[VillageRow, ...]
    faults: tuple[Fault, ...]
    passed_over: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of a list with the columns of its sheet."""

    sheet: Sheet
    number: int
    columns: Mapping[str, int]

    def cell(self, name: str) -> Cell:
        row, column = self.sheet.rows[self.number], self.columns.get(name)
        return row[column] if column is not None and column < len(row) else None

    def words(self, name: str) -> str:
        cell = self.cell(name)
        return "" if cell is None else " ".join(str(cell).split())

    def place(self, name: str) -> str:
        return self.sheet.place(self.number, self.columns[name])

    @property
    def empty(self) -> bool:
        return all(cell is None for cell in self.sheet.rows[self.number])


def listed(sheets: Sequence[Sheet], file: str) -> Listed:
    """Read every sheet that has a header with the village code; faults name sheet, cell and remedy."""
    faults: list[Fault] = []
    lines: list[_Line] = []
    passed_over: list[str] = []
    for sheet in sheets:
        header = _header(sheet)
        if header is None:
            passed_over.append(sheet.name)
            continue
        number, columns, twice = header
        faults += [_fault(file, sheet.place(number, column), _COLUMN_TWICE, _ONE_COLUMN) for column in twice]
        missing = [name for name in _NEEDED if name not in columns]
        faults += [
            _fault(file, sheet.place(number, 0), _NO_COLUMN.fill(column=_NAMES[name]), _NAME_COLUMN)
            for name in missing
        ]
        if not missing:
            read = (_Line(sheet, row, columns) for row in range(number + 1, len(sheet.rows)))
            lines += [line for line in read if not line.empty]
    if len(passed_over) == len(sheets):
        return Listed((), (), (_fault(file, "-", _NO_HEADER, _WRITE_HEADER),))
    cohorts = _Cohorts(file)
    read_rows = [_village(line, file, cohorts, faults) for line in lines]
    faults += cohorts.faults
    # What is wrong with a cohort is told above; its rows then stand without it.
    villages = [row if row.cohort in cohorts.ends else replace(row, cohort="") for row in read_rows]
    return Listed(
        tuple(cohorts.ends.items()), tuple(villages), tuple(faults), tuple(filter(None, passed_over))
    )


def _header(sheet: Sheet) -> tuple[int, dict[str, int], tuple[int, ...]] | None:
    """The row that names the columns: at least two known names, found near the top."""
    for number, row in enumerate(sheet.rows[:_HEADER_WITHIN]):
        columns: dict[str, int] = {}
        twice: list[int] = []
        for column, cell in enumerate(row):
            name = _column(cell)
            if name and name in columns:
                twice.append(column)
            elif name:
                columns[name] = column
        if len(columns) >= len("ab"):
            return number, columns, tuple(twice)
    return None


def _column(cell: Cell) -> str:
    words = " ".join(re.sub(r"[^a-z]+", " ", cell.casefold()).split()) if isinstance(cell, str) else ""
    return next((name for name, known in _COLUMNS.items() if words in known), "")


class _Cohorts:
    """The cohorts met so far, each with the day on which its terms end and where that was read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.ends: dict[str, date] = {}
        self._first: dict[str, str] = {}
        self._without: dict[str, str] = {}

    def take(self, name: str, ends: date | None, place: str) -> Fault | None:
        if not name:
            return None
        if ends is None:
            self._without.setdefault(name, place)
            return None
        held = self.ends.setdefault(name, ends)
        first = self._first.setdefault(name, place)
        if held == ends:
            return None
        problem = _TWO_ENDS.fill(cohort=name, day=ends, other=held, place=first)
        return _fault(self.file, place, problem, _ONE_END)

    @property
    def faults(self) -> list[Fault]:
        """Cohorts for which no row states when their terms end."""
        return [
            _fault(self.file, place, _NO_END.fill(cohort=name), _WRITE_END)
            for name, place in self._without.items()
            if name not in self.ends
        ]


def _village(line: _Line, file: str, cohorts: _Cohorts, faults: list[Fault]) -> VillageRow:
    names = {}
    for name in _NEEDED:
        names[name] = line.words(name)
        if not names[name]:
            faults.append(_fault(file, line.place(name), _EMPTY_CELL.fill(column=_NAMES[name]), _FILL_CELL))
    stated = line.cell("ends") is not None
    ends = _ends(line, file, faults) if stated else None
    cohort = line.words("cohort") or (_cohort_of(ends) if ends else "")
    # A day that could not be read is told by itself, not again as a cohort without one.
    counts = cohort and (ends or not stated)
    place = line.place("ends" if "ends" in line.columns else "cohort") if counts else ""
    fault = cohorts.take(cohort, ends, place) if counts else None
    if fault is not None:
        faults.append(fault)
    return VillageRow(
        at=line.place("code"),
        code=_code(names["code"]),
        village=names["village"] or _NO_NAME,
        district=names["district"] or _NO_NAME,
        cohort=cohort,
    )


def _ends(line: _Line, file: str, faults: list[Fault]) -> date | None:
    cell = line.cell("ends")
    day = cell if isinstance(cell, date) else _day(str(cell)) if isinstance(cell, str) else None
    if day is None:
        faults.append(_fault(file, line.place("ends"), _BAD_DAY.fill(words=str(cell)), _WRITE_DAY))
        return None
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        faults.append(_fault(file, line.place("ends"), _FAR_DAY.fill(day=day), _CHECK_YEAR))
        return None
    return day


def _day(words: str) -> date | None:
    """A day as people type it in Indonesia: day first; None where it is none of the calendar."""
    plain = " ".join(words.casefold().replace(",", " ").split())
    if found := _ISO_DAY.fullmatch(plain):
        year, month, day = map(int, found.groups())
    elif found := _NUMERIC_DAY.fullmatch(plain):
        day, month, year = map(int, found.groups())
    elif (found := _WORDED_DAY.fullmatch(plain)) and found[2] in _MONTHS:
        day, month, year = int(found[1]), _MONTHS.index(found[2]) + 1, int(found[3])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _code(words: str) -> str:
    """A code with its points, also where a spreadsheet took it for one number of ten digits."""
    plain = words.replace(" ", "")
    if _DIGITS.fullmatch(plain):
        return f"{plain[:2]}.{plain[2:4]}.{plain[4:6]}.{plain[6:]}"
    return plain


def _cohort_of(ends: date) -> str:
    """The name of a cohort that the list does not name: its day."""
    return f"Akhir jabatan {say(ends, Language.ID)}"


def faults_without_repetition(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Each fault once: an empty code is told as an empty cell, not again as one that cannot be read."""
    empty = set()
    for fault in faults:
        if fault.remedy == _FILL_CELL:
            empty.add(fault.key)
        elif fault.key in empty:
            continue
        yield fault


def _fault(file: str, place: str, problem: Text, remedy: Text) -> Fault:
    return Fault(file, place, problem, remedy)


_NO_HEADER = Text(
    "Tidak ada lembar dengan kolom kode desa, desa, dan kecamatan.",
    "No sheet has the columns kode desa, desa and kecamatan.",
)
_WRITE_HEADER = Text(
    "Tulis nama kolom itu di baris pertama, atau pakai daftar contoh.",
    "Write these names in the first row, or use the sample list.",
)
_NO_COLUMN = Text("Kolom {column} tidak ada.", "The column {column} is missing.")
_NAME_COLUMN = Text("Tambahkan kolom itu di baris judul.", "Add this column to the header.")
_COLUMN_TWICE = Text("Kolom ini ada dua kali.", "This column is there twice.")
_ONE_COLUMN = Text("Sisakan satu, atau ganti judulnya.", "Leave one, or give it another title.")
_EMPTY_CELL = Text("Sel {column} kosong.", "The cell of the {column} is empty.")
_FILL_CELL = Text(
    "Isi sel ini, atau hapus barisnya bila bukan desa.",
    "Fill it in, or take the row out if it is no village.",
)
_BAD_DAY = Text("“{words}” bukan tanggal.", "“{words}” is no date.")
_WRITE_DAY = Text("Tulis seperti 26 Desember 2026.", "Write it like 26 Desember 2026.")
_FAR_DAY = Text("Tahun pada {day} terlalu jauh.", "The year of {day} is too far off.")
_CHECK_YEAR = Text("Periksa tahunnya.", "Check the year.")
_NO_END = Text("“{cohort}” belum punya akhir masa jabatan.", "“{cohort}” has no end of terms yet.")
_WRITE_END = Text(
    "Isi kolom akhir masa jabatan untuk kelompok ini.", "Fill in the end of the terms for this cohort."
)
_TWO_ENDS = Text(
    "“{cohort}” berakhir {day} di sini dan {other} di {place}.",
    "“{cohort}” ends on {day} here and on {other} at {place}.",
)
_ONE_END = Text(
    "Satu kelompok berakhir pada satu hari. Samakan tanggalnya, atau bagi kelompoknya.",
    "A cohort ends on one day. Make the dates equal, or divide the cohort.",
)
