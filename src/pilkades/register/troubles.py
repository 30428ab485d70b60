"""Everything that may be wrong with a cell: what it is, what to do, and whether the row waits for it."""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Mapping as Table
from dataclasses import dataclass
from enum import StrEnum

from pilkades.base.language import Language, Text
from pilkades.register.cells import letters_of
from pilkades.register.layouts import Column


class Weight(StrEnum):
    """`repair`: the row waits until it is repaired. `look`: the row is taken, somebody should look."""

    REPAIR = "repair"
    LOOK = "look"


class Kind(StrEnum):
    """The kinds of trouble."""

    NO_HEADER = "no-header"
    NO_COLUMN = "no-column"
    DOUBLE_COLUMN = "double-column"
    NOT_A_VOTER = "not-a-voter"
    CELL_ERROR = "cell-error"
    NAME_MISSING = "name-missing"
    NAME_DIGITS = "name-digits"
    NAME_LATE = "name-late"
    NIK_MISSING = "nik-missing"
    NIK_LENGTH = "nik-length"
    NIK_SIGNS = "nik-signs"
    NIK_COVERED = "nik-covered"
    NIK_LOST_DIGITS = "nik-lost-digits"
    NIK_LAST_ZERO = "nik-last-zero"
    NIK_REMARK = "nik-remark"
    NIK_REPEATED = "nik-repeated"
    KK_UNREADABLE = "kk-unreadable"
    SEX_UNKNOWN = "sex-unknown"
    MARITAL_UNKNOWN = "marital-unknown"
    MARITAL_CODE = "marital-code"
    BIRTH_MISSING = "birth-missing"
    BIRTH_NOTATION = "birth-notation"
    BIRTH_IMPOSSIBLE = "birth-impossible"
    BIRTH_MONTH_FIRST = "birth-month-first"
    BIRTH_CENTURY = "birth-century"
    BIRTH_FUTURE = "birth-future"
    BIRTH_OLD = "birth-old"
    BIRTH_PARTIAL = "birth-partial"
    DATE_NOTATION = "date-notation"
    AREA_NOTATION = "area-notation"
    DISABILITY_UNKNOWN = "disability-unknown"
    CITIZENSHIP_UNKNOWN = "citizenship-unknown"
    REMARK_REPORT = "remark-report"


@dataclass(frozen=True, slots=True)
class Wording:
    """What is said of a kind of trouble."""

    weight: Weight
    problem: Text
    remedy: Text


_CARD = Text("Lihat KTP atau KK.", "See the identity card or family card.")
_AS_TEXT = Text(
    "Ketik ulang dari KTP atau KK ke kolom berformat teks.",
    "Type it again from the card into a column formatted as text.",
)
_DATE = Text("Tulis hari-bulan-tahun, misalnya 12-05-1980.", "Write day-month-year, such as 12-05-1980.")
_R, _L = Weight.REPAIR, Weight.LOOK

WORDINGS: Table[Kind, Wording] = {
    Kind.NO_HEADER: Wording(
        _R,
        Text("Baris judul kolom tidak ditemukan di lembar ini.", "No header row was found on this sheet."),
        Text(
            "Tunjuk baris judul, atau hapus lembar ini bila bukan daftar pemilih.",
            "Point at the header row, or remove the sheet if it is no voter list.",
        ),
    ),
    Kind.NO_COLUMN: Wording(
        _R,
        Text("Kolom {name} tidak ditemukan.", "There is no column for {name}."),
        Text("Tunjuk kolomnya.", "Point at the column."),
    ),
    Kind.DOUBLE_COLUMN: Wording(
        _L,
        Text(
            "Kolom {name} ada lebih dari satu; yang pertama dibaca.",
            "{name} has two columns; the first is read.",
        ),
        Text("Periksa kolom yang dibaca.", "Check which column is read."),
    ),
    Kind.NOT_A_VOTER: Wording(
        _L,
        Text("Baris ini tidak dibaca sebagai pemilih.", "This row is not read as a voter."),
        Text(
            "Bila ini pemilih, isi nama dan NIK atau tanggal lahirnya.",
            "If it is a voter, fill in the name and the NIK or birth date.",
        ),
    ),
    Kind.CELL_ERROR: Wording(
        _R,
        Text(
            "Sel ini berisi rumus yang tidak menghasilkan nilai.",
            "This cell holds a formula without a value.",
        ),
        Text("Ganti rumus dengan nilainya.", "Put the value in place of the formula."),
    ),
    Kind.NAME_MISSING: Wording(_R, Text("Nama kosong.", "The name is missing."), _CARD),
    Kind.NAME_DIGITS: Wording(_L, Text("Nama memuat angka.", "The name holds digits."), _CARD),
    Kind.NAME_LATE: Wording(
        _L,
        Text("Nama memuat “alm”.", "The name says “late”."),
        Text("Tanyakan apakah orang ini sudah meninggal.", "Ask whether this person has died."),
    ),
    Kind.NIK_MISSING: Wording(_L, Text("NIK belum diisi.", "The NIK is missing."), _CARD),
    Kind.NIK_LENGTH: Wording(
        _R, Text("Ada {digits} angka. NIK harus 16 angka.", "There are {digits} digits. A NIK has 16."), _CARD
    ),
    Kind.NIK_SIGNS: Wording(
        _R, Text("NIK memuat tanda yang bukan angka.", "The NIK holds signs that are no digits."), _CARD
    ),
    Kind.NIK_COVERED: Wording(
        _R,
        Text("Sebagian NIK ditutup bintang.", "Part of the NIK is covered by asterisks."),
        Text("Ekspor lagi tanpa menyamarkan NIK.", "Export again without masking the NIK."),
    ),
    Kind.NIK_LOST_DIGITS: Wording(
        _R,
        Text(
            "NIK disimpan sebagai angka dan sebagian angkanya sudah hilang.",
            "The NIK was stored as a number and some of its digits are gone.",
        ),
        _AS_TEXT,
    ),
    Kind.NIK_LAST_ZERO: Wording(
        _R,
        Text(
            "NIK disimpan sebagai angka dan berakhir 0. Excel hanya menyimpan 15 angka; yang terakhir "
            "mungkin hilang.",
            "The NIK is stored as a number ending in 0. Excel keeps 15 digits; the last one may be gone.",
        ),
        _AS_TEXT,
    ),
    Kind.NIK_REMARK: Wording(_L, Text("{message}", "{message}"), Text("{remedy}", "{remedy}")),
    Kind.NIK_REPEATED: Wording(
        _L,
        Text(
            "NIK sama dengan {other}. Mungkin orang yang sama.",
            "Same NIK as {other}. It may be the same person.",
        ),
        Text("Cocokkan kedua baris dengan KK.", "Compare both rows with the family card."),
    ),
    Kind.KK_UNREADABLE: Wording(
        _L,
        Text("Nomor KK tidak terbaca sebagai 16 angka.", "The KK number cannot be read as 16 digits."),
        Text("Lihat KK. Baris ini dipakai tanpa nomor KK.", "See the card. The row is used without it."),
    ),
    Kind.SEX_UNKNOWN: Wording(
        _R,
        Text("Jenis kelamin tertulis “{value}”.", "The sex is written “{value}”."),
        Text("Tulis L atau P.", "Write L or P."),
    ),
    Kind.MARITAL_UNKNOWN: Wording(
        _R,
        Text("Status perkawinan tertulis “{value}”.", "The marital status is written “{value}”."),
        Text("Tulis B (belum), S (sudah), atau P (pernah).", "Write B (never), S (married) or P (formerly)."),
    ),
    Kind.MARITAL_CODE: Wording(
        _R,
        Text(
            "Status perkawinan berupa angka {value}; artinya tidak disebut di berkas.",
            "The marital status is the number {value}; the file does not say what it means.",
        ),
        Text(
            "Pilih arti angka itu sekali untuk seluruh berkas.", "Choose its meaning once for the whole file."
        ),
    ),
    Kind.BIRTH_MISSING: Wording(_L, Text("Tanggal lahir belum diisi.", "The birth date is missing."), _CARD),
    Kind.BIRTH_NOTATION: Wording(
        _R, Text("Tanggal lahir “{value}” tidak terbaca.", "The birth date “{value}” cannot be read."), _DATE
    ),
    Kind.BIRTH_IMPOSSIBLE: Wording(
        _R, Text("Tanggal “{value}” tidak ada di kalender.", "There is no day “{value}”."), _CARD
    ),
    Kind.BIRTH_MONTH_FIRST: Wording(
        _R,
        Text("Pada “{value}” bulan tampaknya di depan.", "In “{value}” the month seems to come first."),
        _DATE,
    ),
    Kind.BIRTH_CENTURY: Wording(
        _R,
        Text(
            "Tahun lahir “{value}” hanya dua angka dan punya dua arti.",
            "The year in “{value}” has two meanings.",
        ),
        Text("Tulis tahun dengan empat angka.", "Write the year with four digits."),
    ),
    Kind.BIRTH_FUTURE: Wording(
        _R,
        Text(
            "Tanggal lahir {value} sesudah hari pemungutan suara.", "Born on {value}, after the polling day."
        ),
        _CARD,
    ),
    Kind.BIRTH_OLD: Wording(
        _L, Text("Lahir {value}: lebih dari {n} tahun.", "Born on {value}: more than {n} years old."), _CARD
    ),
    Kind.BIRTH_PARTIAL: Wording(
        _L, Text("Tanggal lahir belum lengkap: {value}.", "The birth date is not complete: {value}."), _CARD
    ),
    Kind.DATE_NOTATION: Wording(
        _R, Text("Tanggal “{value}” tidak terbaca.", "The date “{value}” cannot be read."), _DATE
    ),
    Kind.AREA_NOTATION: Wording(
        _L,
        Text("RT atau RW tertulis “{value}”.", "The RT or RW is written “{value}”."),
        Text("Tulis angkanya, misalnya 001.", "Write its number, such as 001."),
    ),
    Kind.DISABILITY_UNKNOWN: Wording(
        _L,
        Text("Ragam disabilitas “{value}” belum dikenal.", "The kind of disability “{value}” is not known."),
        Text(
            "Pakai fisik, intelektual, mental, wicara, rungu, atau netra.",
            "Use physical, intellectual, mental, speech, hearing or sight.",
        ),
    ),
    Kind.CITIZENSHIP_UNKNOWN: Wording(
        _L,
        Text("Kewarganegaraan tertulis “{value}”.", "The citizenship is written “{value}”."),
        Text("Tulis WNI atau WNA.", "Write WNI or WNA."),
    ),
    Kind.REMARK_REPORT: Wording(
        _L,
        Text(
            "Keterangan menyebut “{value}”; dibaca sebagai laporan.",
            "The remark says “{value}”; read as a report.",
        ),
        Text("Pastikan dengan keluarga atau RT.", "Make sure with the family or the RT."),
    ),
}


@dataclass(frozen=True, slots=True)
class Trouble:
    """What a reader of one cell complains of; the values to fill in never hold a NIK, a KK or a name."""

    kind: Kind
    column: Column | None = None
    fields: "tuple[tuple[str, object], ...]" = ()

    @classmethod
    def of(cls, kind: Kind, column: Column | None = None, **fields: object) -> "Trouble":
        """Name the values by keyword."""
        return cls(kind, column, tuple(fields.items()))


@dataclass(frozen=True, slots=True)
class CellFault:
    """One thing that is wrong, with its place: a cell like B214, a row, or a whole sheet."""

    sheet: str
    row: int | None
    index: int | None
    kind: Kind
    problem: Text
    remedy: Text

    @property
    def weight(self) -> Weight:
        """Whether the row waits for it."""
        return WORDINGS[self.kind].weight

    @property
    def cell(self) -> str:
        """`B214`; the row's number where no single cell is meant; nothing for a whole sheet."""
        letters = "" if self.index is None else letters_of(self.index)
        return letters + ("" if self.row is None else str(self.row))

    def to(self, language: Language) -> str:
        """One line: sheet, cell, what is wrong, what to do."""
        place = f"{self.sheet} {self.cell}".strip()
        return f"{place}: {self.problem.to(language)} {self.remedy.to(language)}"


def fault_of(sheet: str, row: int | None, index: int | None, trouble: Trouble) -> CellFault:
    """Give a trouble its place and its words."""
    wording, values = WORDINGS[trouble.kind], dict(trouble.fields)
    return CellFault(
        sheet, row, index, trouble.kind, wording.problem.fill(**values), wording.remedy.fill(**values)
    )


def counted(faults: Iterable[CellFault]) -> tuple[tuple[Kind, int], ...]:
    """How often each kind stands in the list, the most frequent first."""
    return tuple(Counter(fault.kind for fault in faults).most_common())


def in_order(faults: Iterable[CellFault], sheets: Iterable[str]) -> list[CellFault]:
    """The faults as somebody goes through the file: by sheet, row and column."""
    places = {name: at for at, name in enumerate(sheets)}

    def place(fault: CellFault) -> tuple[int, int, int]:
        column = -1 if fault.index is None else fault.index
        return places.get(fault.sheet, len(places)), fault.row or 0, column

    return sorted(faults, key=place)
