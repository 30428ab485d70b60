"""One reader for each kind of cell: what it holds, and every trouble with it."""

import re
from collections.abc import Mapping as Table
from datetime import date

from pilkades.base.day import Day
from pilkades.register.cells import Cell, is_blank, is_whole_number, text_of
from pilkades.register.dates import Unreadable, parts_to_day, read_day
from pilkades.register.layouts import Column
from pilkades.register.nik import LENGTH, OLDEST, Kk, Nik, Sex
from pilkades.register.troubles import Kind, Trouble
from pilkades.register.voter import Disability, Marital

Troubles = list[Trouble]

_NUMBER = re.compile(r"\d+(?:\.0+)?", re.ASCII)
_POWER = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
_SEPARATORS = re.compile(r"[\s.\-_]")
# Above this a spreadsheet's number cannot hold every whole number: the last digit was rounded.
_EXACT = 2**53
_LONGEST_SHOWN = 30


def shown(cell: Cell) -> str:
    """The cell's text, cut where it is long."""
    text = text_of(cell)
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"


def read_nik(cell: Cell) -> tuple[Nik | None, Troubles]:
    """Sixteen digits, typed as text or kept whole as a number; a missing one keeps nobody out."""
    if is_blank(cell) or text_of(cell).strip("0") == "":
        return None, [Trouble.of(Kind.NIK_MISSING, Column.NIK)]
    if isinstance(cell, int | float):
        return _nik_number(cell)
    digits = _digits(text_of(cell))
    if len(digits) == LENGTH and is_whole_number(digits):
        return Nik.parse(digits), []
    return None, [_nik_text(text_of(cell), digits)]


def _nik_text(text: str, digits: str) -> Trouble:
    if "*" in text:
        return Trouble.of(Kind.NIK_COVERED, Column.NIK)
    if _POWER.fullmatch(text):
        return Trouble.of(Kind.NIK_LOST_DIGITS, Column.NIK)
    if not is_whole_number(digits):
        return Trouble.of(Kind.NIK_SIGNS, Column.NIK)
    return Trouble.of(Kind.NIK_LENGTH, Column.NIK, digits=len(digits))


def _digits(text: str) -> str:
    whole = _NUMBER.fullmatch(text)
    return text.partition(".")[0] if whole else _SEPARATORS.sub("", text)


def _nik_number(cell: float) -> tuple[Nik | None, Troubles]:
    column = Column.NIK
    if not float(cell).is_integer():
        return None, [Trouble.of(Kind.NIK_LOST_DIGITS, column)]
    digits = str(int(cell))
    if cell < 0:
        return None, [Trouble.of(Kind.NIK_SIGNS, column)]
    if len(digits) != LENGTH:
        return None, [Trouble.of(Kind.NIK_LENGTH, column, digits=len(digits))]
    if int(digits) > _EXACT:
        return None, [Trouble.of(Kind.NIK_LOST_DIGITS, column)]
    if digits.endswith("0"):
        return None, [Trouble.of(Kind.NIK_LAST_ZERO, column)]
    return Nik.parse(digits), []


def read_kk(cell: Cell) -> tuple[Kk | None, Troubles]:
    """Sixteen digits; a row without them is used all the same."""
    if is_blank(cell) or text_of(cell).strip("0") == "":
        return None, []
    digits = _digits(text_of(cell))
    if len(digits) != LENGTH or not is_whole_number(digits):
        return None, [Trouble.of(Kind.KK_UNREADABLE, Column.KK)]
    if isinstance(cell, int | float) and (cell > _EXACT or digits.endswith("0")):
        return None, [Trouble.of(Kind.KK_UNREADABLE, Column.KK)]
    return Kk.parse(digits), []


_SEXES: Table[str, Sex] = {
    **dict.fromkeys(("L", "LK", "LAKI", "LAKI-LAKI", "LAKI LAKI", "LAKI2", "PRIA"), Sex.MALE),
    **dict.fromkeys(("P", "PR", "PEREMPUAN", "WANITA"), Sex.FEMALE),
}


def read_sex(cell: Cell, codes: Table[str, Sex]) -> tuple[Sex | None, Troubles]:
    """L or P, in words, or by the file's own numbers."""
    if is_blank(cell):
        return None, []
    text = text_of(cell).upper().rstrip(".")
    sex = _SEXES.get(text) or codes.get(text)
    return sex, [] if sex else [Trouble.of(Kind.SEX_UNKNOWN, Column.SEX, value=shown(cell))]


_MARITAL: Table[str, Marital] = {
    **dict.fromkeys(("B", "BELUM", "BELUM KAWIN", "BELUM MENIKAH", "BELUM NIKAH", "LAJANG"), Marital.NEVER),
    **dict.fromkeys(("S", "SUDAH", "KAWIN", "MENIKAH", "NIKAH", "SUDAH KAWIN"), Marital.MARRIED),
    **dict.fromkeys(("SUDAH MENIKAH", "KAWIN TERCATAT", "KAWIN BELUM TERCATAT"), Marital.MARRIED),
    **dict.fromkeys(("P", "PERNAH", "PERNAH KAWIN", "PERNAH MENIKAH"), Marital.FORMERLY),
    **dict.fromkeys(("CERAI", "CERAI HIDUP", "CERAI MATI", "JANDA", "DUDA"), Marital.FORMERLY),
}


def read_marital(cell: Cell, codes: Table[str, Marital]) -> tuple[Marital | None, Troubles]:
    """B, S or P, in words, or by a legend of numbers; numbers without a legend are not guessed."""
    if is_blank(cell):
        return None, []
    text = text_of(cell).upper().rstrip(".")
    marital = _MARITAL.get(text) or codes.get(text)
    if marital:
        return marital, []
    kind = Kind.MARITAL_CODE if is_whole_number(text) else Kind.MARITAL_UNKNOWN
    return None, [Trouble.of(kind, Column.MARITAL, value=shown(cell))]


def read_birth(cell: Cell, on: date, column: Column = Column.BIRTH) -> tuple[Day | None, Troubles]:
    """A birth date in one cell."""
    if is_blank(cell):
        return None, [Trouble.of(Kind.BIRTH_MISSING, column)]
    try:
        return _seen(read_day(cell, on), on, column)
    except Unreadable as error:
        return None, [Trouble.of(error.kind, column, value=shown(error.written))]


def read_birth_parts(cells: tuple[Cell, Cell, Cell], on: date) -> tuple[Day | None, Troubles]:
    """A birth date in three cells: day, month, year."""
    column = Column.BIRTH_DAY
    if all(is_blank(cell) for cell in cells):
        return None, [Trouble.of(Kind.BIRTH_MISSING, column)]
    day, month, year = ("0" if is_blank(cell) else text_of(cell).upper() for cell in cells)
    written = f"{day}-{month}-{year}"
    try:
        return _seen(parts_to_day(day, month, year, on, written), on, column)
    except Unreadable as error:
        return None, [Trouble.of(error.kind, column, value=shown(written))]


def _seen(birth: Day, on: date, column: Column) -> tuple[Day | None, Troubles]:
    if birth.earliest > on:
        return None, [Trouble.of(Kind.BIRTH_FUTURE, column, value=birth)]
    if on.year - birth.latest.year > OLDEST:
        return birth, [Trouble.of(Kind.BIRTH_OLD, column, value=birth, n=OLDEST)]
    return birth, [] if birth.known else [Trouble.of(Kind.BIRTH_PARTIAL, column, value=birth)]


_PLACE_FIRST = re.compile(r"(?P<place>.*?)[\s,/]*(?P<birth>\d[\d\s\-/.|]*(?:[A-Za-z]+[\s\-/.]*\d{2,4})?)$")


def split_place_and_birth(cell: Cell) -> tuple[str, str]:
    """The place, and what follows it as a date: `SUKAMAJU, 12-05-1980`."""
    match = _PLACE_FIRST.fullmatch(text_of(cell))
    return (match["place"], match["birth"]) if match else (text_of(cell), "")


def read_since(cell: Cell, on: date, column: Column) -> tuple[Day | None, Troubles]:
    """A day since when something holds."""
    if is_blank(cell):
        return None, []
    try:
        return read_day(cell, on), []
    except Unreadable:
        return None, [Trouble.of(Kind.DATE_NOTATION, column, value=shown(cell))]


_AREA = re.compile(r"(?:RT|RW)?\s*[.:]?\s*(\d{1,3})", re.ASCII)


def read_area(cell: Cell, column: Column) -> tuple[str, Troubles]:
    """The number of an RT or RW as the cards have it, with three digits; other words stay as they are."""
    if is_blank(cell):
        return "", []
    match = _AREA.fullmatch(text_of(cell).upper())
    if match:
        return f"{int(match[1]):03d}", []
    return text_of(cell), [Trouble.of(Kind.AREA_NOTATION, column, value=shown(cell))]


def read_rt_rw(cell: Cell) -> tuple[str, str, Troubles]:
    """RT and RW in one cell: `001/002`, `RT 01 RW 02`."""
    if is_blank(cell):
        return "", "", []
    halves = re.split(r"\s*/\s*|\s+(?=RW)", text_of(cell).upper(), maxsplit=1)
    rt, troubles = read_area(halves[0], Column.RT_RW)
    rw, more = read_area(halves[1] if len(halves) > 1 else None, Column.RT_RW)
    return rt, rw, (troubles or more)[:1]


_DISABILITIES: Table[str, Disability] = {
    **dict.fromkeys(("FISIK", "DAKSA", "TUNA DAKSA", "TUNADAKSA"), Disability.PHYSICAL),
    **dict.fromkeys(("INTELEKTUAL", "TUNA GRAHITA", "TUNAGRAHITA"), Disability.INTELLECTUAL),
    "MENTAL": Disability.MENTAL,
    **dict.fromkeys(("WICARA", "SENSORIK WICARA", "TUNA WICARA", "TUNAWICARA"), Disability.SPEECH),
    **dict.fromkeys(("RUNGU", "SENSORIK RUNGU", "TUNA RUNGU", "TUNARUNGU"), Disability.HEARING),
    **dict.fromkeys(("NETRA", "SENSORIK NETRA", "TUNA NETRA", "TUNANETRA"), Disability.SIGHT),
}
_NO_DISABILITY = frozenset({"TIDAK", "TIDAK ADA", "BUKAN", "NON DISABILITAS", "TIDAK CACAT", "0"})


def read_disabilities(cell: Cell) -> tuple[frozenset[Disability], Troubles]:
    """Kinds in words, several apart by a comma or a stroke; numbers have no legend that was read."""
    if is_blank(cell) or text_of(cell).upper() in _NO_DISABILITY:
        return frozenset(), []
    words = [word.strip() for word in re.split(r"[,;/]", text_of(cell).upper()) if word.strip()]
    known = frozenset(_DISABILITIES[word] for word in words if word in _DISABILITIES)
    unknown = [word for word in words if word not in _DISABILITIES]
    trouble = Trouble.of(Kind.DISABILITY_UNKNOWN, Column.DISABILITY, value=shown(", ".join(unknown)))
    return known, [trouble] if unknown else []


def read_citizenship(cell: Cell) -> tuple[bool | None, Troubles]:
    """WNI or WNA."""
    text = text_of(cell).upper()
    if is_blank(cell):
        return None, []
    if text in {"WNI", "INDONESIA", "WARGA NEGARA INDONESIA"}:
        return True, []
    if text in {"WNA", "ASING", "WARGA NEGARA ASING"}:
        return False, []
    return None, [Trouble.of(Kind.CITIZENSHIP_UNKNOWN, Column.CITIZENSHIP, value=shown(cell))]


_FORCES = re.compile(r"\b(TNI|POLRI|TENTARA|KEPOLISIAN|POLISI)\b")


def in_the_forces(occupation: Cell) -> bool | None:
    """Whether the occupation says military or police; who retired from them is in neither."""
    if is_blank(occupation):
        return None
    text = text_of(occupation).upper()
    return bool(_FORCES.search(text)) and not re.search(r"PENSIUN|PURNA", text)
