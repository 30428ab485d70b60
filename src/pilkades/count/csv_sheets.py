"""Read the text of SHEETS.csv: one row per TPS; every fault of every row is named at once.

Columns (English or Indonesian heading; order free): `tps`, `registered`, `registered_extra`,
`from_other_tps`, `came`, `absent`, `supplied`, `given`, `returned_damaged`, `returned_mistaken`, `unused`,
`in_box`, `valid`, `invalid`; one column `suara:NAME` (or `votes:NAME`) per candidate; any number of
`tidak_sah:REASON` (or `invalid:REASON`); `dusun:DUSUN:NAME` for votes per dusun.
Cells are whole numbers; an empty cell stays blank and is never zero.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from pilkades.base.errors import Fault, FaultyInput
from pilkades.base.language import Text
from pilkades.count.sheet import PLAIN_FIGURES, REASONS, VOTES, Sheet

ALIASES: Mapping[str, str] = MappingProxyType(
    {
        "dpt": "registered",
        "pemilih_terdaftar": "registered",
        "tambahan": "registered_extra",
        "di_luar_dpt": "registered_extra",
        "dari_tps_lain": "from_other_tps",
        "hadir": "came",
        "datang": "came",
        "tidak_hadir": "absent",
        "tidak_datang": "absent",
        "disediakan": "supplied",
        "surat_suara": "supplied",
        "diberikan": "given",
        "diganti_rusak": "returned_damaged",
        "diganti_keliru": "returned_mistaken",
        "tidak_terpakai": "unused",
        "dalam_kotak": "in_box",
        "kotak": "in_box",
        "sah": "valid",
        "tidak_sah": "invalid",
    }
)
"""Indonesian headings and the figure that each stands for."""

_HEADS = {"suara": VOTES, "votes": VOTES, "tidak_sah": REASONS, "invalid": REASONS, "dusun": "dusun"}

_WHOLE = re.compile(r"[0-9]{1,9}")
_TOO_LONG = re.compile(r"[0-9]{10,}")
_NEGATIVE = re.compile(r"-\s*[0-9]+")
_GROUPED = re.compile(r"[0-9]{1,3}(?:[., ][0-9]{3})+")
_DECIMAL = re.compile(r"[0-9]+[.,][0-9]+")

Row: TypeAlias = dict[str, int | None]


def read_sheets(text: str, file: str = "SHEETS.csv") -> tuple[Sheet, ...]:
    """Read the sheets of a village from the text of a CSV file (comma or semicolon).

    Raises:
        FaultyInput: with every fault of every row (row, column, what is wrong, what to do).
    """
    lines = text.removeprefix("\ufeff")
    heading = lines.partition("\n")[0]
    delimiter = ";" if heading.count(";") > heading.count(",") else ","
    try:
        rows = [row for row in _rows(lines, delimiter) if any(cell.strip() for cell in row[1])]
    except csv.Error:
        raise FaultyInput([Fault(file, "-", *_NOT_CSV)]) from None
    if not rows:
        raise FaultyInput([Fault(file, "-", *_EMPTY_FILE)])
    faults: list[Fault] = []
    columns = _columns(rows[0][1], file, faults)
    sheets: list[Sheet] = []
    seen: dict[str, int] = {}
    for number, cells in rows[1:]:
        sheet = _row(number, cells, columns, file, faults)
        if sheet is None:
            continue
        if sheet.tps in seen:
            problem = Text(
                "TPS {tps} sudah ada di baris {row}.", "TPS {tps} already stands in row {row}."
            ).fill(tps=sheet.tps, row=str(seen[sheet.tps]))
            faults.append(Fault(file, _key(number, "tps"), problem, _ONE_ROW))
        seen.setdefault(sheet.tps, number)
        sheets.append(sheet)
    if len(rows) == 1:
        faults.append(Fault(file, "-", *_NO_ROWS))
    if faults:
        raise FaultyInput(faults)
    return tuple(sheets)


_EMPTY_FILE = (
    Text("Berkas ini kosong.", "The file is empty."),
    Text("Isi baris judul dan satu baris tiap TPS.", "Give a heading and one row per TPS."),
)
_NOT_CSV = (
    Text("Berkas ini bukan teks CSV.", "The file is not CSV text."),
    Text("Simpan lembar kerja sebagai CSV (UTF-8).", "Save the spreadsheet as CSV (UTF-8)."),
)
_NO_ROWS = (
    Text("Tidak ada baris TPS di bawah judul.", "There is no row of a TPS under the heading."),
    Text("Tambahkan satu baris tiap TPS.", "Add one row per TPS."),
)
_ONE_ROW = Text("Sisakan satu baris tiap TPS.", "Keep one row per TPS.")


def _rows(text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    """Each row with the number of its last line in the file, as an editor shows it."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [(reader.line_num, row) for row in reader]


def _key(row: int, column: str) -> str:
    return f"row {row}, column {column}"


def _columns(heading: list[str], file: str, faults: list[Fault]) -> list[str | None]:
    """The figure of each column; None for a heading that is not understood."""
    columns = [_column(cell) for cell in heading]
    for cell, column in zip(heading, columns, strict=True):
        if column is None:
            problem = Text("Kolom ini tidak dikenal.", "This column is not known.")
            remedy = Text(
                "Pakai salah satu: {known}, suara:NAMA, tidak_sah:ALASAN, dusun:DUSUN:NAMA.",
                "Use one of: {known}, suara:NAME, tidak_sah:REASON, dusun:DUSUN:NAME.",
            ).fill(known=["tps", *PLAIN_FIGURES])
            faults.append(Fault(file, _key(1, cell.strip() or "(kosong)"), problem, remedy))
    for column, times in Counter(column for column in columns if column is not None).items():
        if times > 1:
            problem = Text("Kolom ini ada {n} kali.", "This column stands {n} times.").fill(n=times)
            faults.append(
                Fault(file, _key(1, column), problem, Text("Sisakan satu kolom.", "Keep one column."))
            )
    if "tps" not in columns:
        problem = Text("Kolom tps tidak ada.", "The column tps is missing.")
        remedy = Text("Tambahkan kolom tps dengan nama TPS.", "Add a column tps with the name of the TPS.")
        faults.append(Fault(file, _key(1, "tps"), problem, remedy))
    if not any(column is not None and column.startswith(f"{VOTES}:") for column in columns):
        problem = Text("Tidak ada kolom suara calon.", "There is no column with votes of a candidate.")
        remedy = Text("Tambahkan suara:NAMA untuk tiap calon.", "Add suara:NAME for each candidate.")
        faults.append(Fault(file, _key(1, "suara:NAMA"), problem, remedy))
    return columns


def _column(cell: str) -> str | None:
    head, colon, name = cell.strip().partition(":")
    plain = re.sub(r"[\s-]+", "_", head.strip().lower())
    if colon:
        kind = _HEADS.get(plain)
        parts = [part.strip() for part in name.split(":")]
        if kind is None or not all(parts) or (kind == "dusun" and len(parts) != 2):  # noqa: PLR2004 -- dusun and name
            return None
        return f"{kind}:{':'.join(parts)}"
    figure = ALIASES.get(plain, plain)
    return figure if figure == "tps" or figure in PLAIN_FIGURES else None


def _row(
    number: int, cells: list[str], columns: list[str | None], file: str, faults: list[Fault]
) -> Sheet | None:
    if len(cells) != len(columns):
        problem = Text(
            "Baris ini mempunyai {n} kolom; judulnya {m}.", "This row has {n} columns; the heading has {m}."
        ).fill(n=len(cells), m=len(columns))
        remedy = Text("Samakan jumlah kolom.", "Make the number of columns equal.")
        faults.append(Fault(file, _key(number, "-"), problem, remedy))
        return None
    named = {column: cell.strip() for column, cell in zip(columns, cells, strict=True) if column is not None}
    tps = named.pop("tps", "")
    if not tps and "tps" in columns:
        problem = Text("Nama TPS kosong.", "The name of the TPS is blank.")
        faults.append(
            Fault(file, _key(number, "tps"), problem, Text("Tulis nama TPS.", "Write the name of the TPS."))
        )
    values: Row = {}
    for column, cell in named.items():
        values[column] = _figure(cell, _key(number, column), file, faults)
    return _sheet(tps, values) if tps else None


def _figure(cell: str, key: str, file: str, faults: list[Fault]) -> int | None:
    if not cell:
        return None
    if _WHOLE.fullmatch(cell):
        return int(cell)
    faults.append(Fault(file, key, *_wrong(cell)))
    return None


def _wrong(cell: str) -> tuple[Text, Text]:
    whole = Text(
        "Tulis bilangan bulat dengan angka, misalnya 120.", "Write a whole number in digits, such as 120."
    )
    if _NEGATIVE.fullmatch(cell):
        return Text("{cell} kurang dari nol.", "{cell} is below zero.").fill(cell=cell), Text(
            "Tulis nol atau lebih; biarkan kosong bila tidak diketahui.",
            "Write zero or more; leave it blank when it is not known.",
        )
    if _TOO_LONG.fullmatch(cell):
        return Text("Angka ini lebih dari sembilan angka.", "This has more than nine digits."), whole
    if _GROUPED.fullmatch(cell):
        digits = re.sub(r"[., ]", "", cell)
        return Text(
            "{cell} dapat dibaca dengan pemisah ribuan atau sebagai pecahan.",
            "{cell} can be read with a thousands separator or as a fraction.",
        ).fill(cell=cell), Text(
            "Tulis tanpa pemisah, misalnya {digits}.", "Write it without separators, such as {digits}."
        ).fill(digits=digits)
    if _DECIMAL.fullmatch(cell):
        return Text("{cell} bukan bilangan bulat.", "{cell} is not a whole number.").fill(cell=cell), whole
    return Text('"{cell}" bukan angka.', '"{cell}" is not a number.').fill(cell=cell), whole


def _sheet(tps: str, values: Row) -> Sheet:
    by_dusun: dict[str, Row] = {}
    for key, value in values.items():
        head, _, rest = key.partition(":")
        if head == "dusun":
            dusun, _, name = rest.partition(":")
            by_dusun.setdefault(dusun, {})[name] = value
    figures = {key: value for key, value in values.items() if not key.startswith("dusun:")}
    return Sheet(tps, votes_by_dusun=by_dusun).with_figures(figures)
