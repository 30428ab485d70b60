"""A spreadsheet given back marked: nothing in it is changed, every fault is named, mending them is enough."""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date
from itertools import zip_longest
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.register.sheets import (
    A1_DP_1,
    A_KWK,
    COMMITTEE_EXPORT,
    NIK,
    OPENSID,
    PLAIN_HEADER,
    SIAK,
    VILLAGE_DPT,
    plain,
    sheet,
)

from pilkades.base.errors import FaultyInput
from pilkades.base.language import Language
from pilkades.exchange import marked
from pilkades.exchange.marked import write_marked
from pilkades.exchange.spreadsheets import read
from pilkades.register.cells import Cell, Row, Sheet
from pilkades.register.intake import intake
from pilkades.register.troubles import CellFault

POLL_DAY = date(2027, 2, 3)
FAULTY = sheet(PLAIN_HEADER, plain(), plain(NIK="123", TANGGAL_LAHIR="31-02-1980"), plain(RT="Timur"))


def marked_bytes(
    sheets: Sequence[Sheet], faults: Sequence[CellFault] | None = None, language: Language = Language.ID
) -> bytes:
    held = io.BytesIO()
    found = intake(sheets, POLL_DAY).faults if faults is None else faults
    write_marked(held, [(one.name, one.rows) for one in sheets], found, language)
    return held.getvalue()


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


def parts(content: bytes, pattern: str) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [archive.read(name).decode() for name in archive.namelist() if re.fullmatch(pattern, name)]


def same(written: Row, back: Row) -> bool:
    """Whether two rows hold the same cells; a row may have lost or gained empty ones at its end."""
    return all(
        a == b and type(a) is type(b) for a, b in zip_longest(map(_number, written), map(_number, back))
    )


def _number(cell: Cell) -> Cell:
    """A spreadsheet knows one kind of number; an empty text is an empty cell."""
    whole = isinstance(cell, int) and not isinstance(cell, bool)
    return (
        float(cell)
        if whole and isinstance(cell, int)
        else cell or (cell if isinstance(cell, bool | float) else None)
    )


@pytest.mark.parametrize("on_disk", [False, True])
@pytest.mark.parametrize(
    "given_sheet",
    [OPENSID, SIAK, A_KWK, A1_DP_1, VILLAGE_DPT, COMMITTEE_EXPORT, FAULTY],
    ids=lambda s: s.name,
)
def test_the_cells_come_back_as_they_were(given_sheet: Sheet, on_disk: bool, tmp_path: Path) -> None:  # noqa: FBT001
    file = tmp_path / "marked.xlsx"
    faults = intake([given_sheet], POLL_DAY).faults
    write_marked(file, [(given_sheet.name, given_sheet.rows)], faults, Language.ID, on_disk=on_disk)
    (back,) = read(file.read_bytes(), "marked.xlsx")
    assert back.name == given_sheet.name
    assert all(same(*pair) for pair in zip_longest(given_sheet.rows, back.rows, fillvalue=()))
    assert intake([back], POLL_DAY) == intake([given_sheet], POLL_DAY)


CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20).filter(
        lambda text: text.strip() == text and not re.search(r"_x[0-9A-Fa-f]{4}_", text)
    ),
    st.sampled_from(["=1+1", "+62811", "-", "@SUM(A1)", "'9901", "001", "https://contoh.example", NIK]),
    st.integers(-(2**53), 2**53).filter(lambda n: abs(n) < 10**16),
    st.decimals(-1000, 1000, places=3).map(float),
    st.dates(date(1900, 3, 1), date(2099, 12, 31)),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=6))
def test_any_cell_comes_back_with_its_type(rows: list[list[Cell]]) -> None:
    given_sheet = sheet(*rows)
    (back,) = read(marked_bytes([given_sheet]), "marked.xlsx")
    assert all(same(*pair) for pair in zip_longest(given_sheet.rows, back.rows, fillvalue=()))


def test_nothing_becomes_a_formula_or_a_link() -> None:
    cells: list[Cell] = ["=HYPERLINK(1)", "+62811", "-12", "@SUM(A1)", "https://contoh.example", "\t=1"]
    content = marked_bytes([sheet(cells, name="Data")], [])
    assert not any(
        "<f>" in page or "<hyperlink" in page for page in parts(content, r"xl/worksheets/sheet\d\.xml")
    )


def test_a_faulty_cell_has_a_colour_and_a_note_with_what_is_wrong_and_what_to_do() -> None:
    content = marked_bytes([FAULTY])
    (notes,) = parts(content, r"xl/comments\d\.xml")
    said = dict(re.findall(r'<comment ref="(\w+)".*?<t>(.*?)</t>', notes, re.DOTALL))
    assert said == {
        "C3": "Ada 3 angka. NIK harus 16 angka. Lihat KTP atau KK.",
        "G3": "Tanggal “31-02-1980” tidak ada di kalender. Lihat KTP atau KK.",
        "J4": "RT atau RW tertulis “Timur”. Tulis angkanya, misalnya 001.",
        "C4": "NIK sama dengan Lembar1 2. Mungkin orang yang sama. Cocokkan kedua baris dengan KK.",
    }
    page = part(content, "xl/worksheets/sheet2.xml")
    styles = dict(re.findall(r'<c r="(\w+)" s="(\d+)"', page))
    fills = re.findall(r"<fill>(.*?)</fill>", part(content, "xl/styles.xml"))
    formats = re.findall(r'<xf [^>]*fillId="(\d+)"', part(content, "xl/styles.xml").split("<cellXfs")[1])
    coloured = {cell for cell, style in styles.items() if "fgColor rgb" in fills[int(formats[int(style)])]}
    assert coloured == set(said)


def test_the_first_sheet_lists_every_fault_with_its_cell_and_a_link_to_it() -> None:
    content = marked_bytes([FAULTY])
    page = part(content, "xl/worksheets/sheet1.xml")
    words = re.findall(r"<t[^>]*>(.*?)</t>", part(content, "xl/sharedStrings.xml"))
    links = re.findall(r'<hyperlink ref="(\w+)" location="(.*?)" display="(.*?)"', page)
    assert links == [
        ("B5", "'Lembar1'!C3", "C3"),
        ("B6", "'Lembar1'!G3", "G3"),
        ("B7", "'Lembar1'!C4", "C4"),
        ("B8", "'Lembar1'!J4", "J4"),
    ]
    assert "Tanggal “31-02-1980” tidak ada di kalender." in words
    assert "Perbaiki: baris ini menunggu" in words
    assert "Lihat: baris ini tetap dipakai" in words


def test_the_words_are_english_where_that_was_asked() -> None:
    content = marked_bytes([FAULTY], language=Language.EN)
    words = part(content, "xl/sharedStrings.xml") + "".join(parts(content, r"xl/comments\d\.xml"))
    assert "There are 3 digits. A NIK has 16." in words
    assert "Ada 3 angka" not in words
    assert len(read(content, "marked.xlsx")) == 1


def test_once_the_cells_are_mended_nothing_is_left_to_say() -> None:
    (back,) = read(marked_bytes([FAULTY]), "marked.xlsx")
    rows = [list(row) for row in back.rows]
    rows[2][2], rows[2][6] = "9901021205800004", "12-05-1980"
    rows[3][2], rows[3][9] = "9901021205800005", "004"
    mended = intake([sheet(*rows)], POLL_DAY)
    assert (mended.faults, len(mended.voters)) == ((), 3)
    (again,) = read(marked_bytes([sheet(*rows)]), "marked.xlsx")
    assert intake([again], POLL_DAY).faults == ()


def test_faults_of_a_row_and_of_a_sheet_stand_on_a_cell_that_is_there() -> None:
    money = sheet(["Laporan keuangan", 2026], ["Kas", 100], name="Kas")
    people = sheet(PLAIN_HEADER, plain(), [None, "Ketua Panitia"], name="Data")
    content = marked_bytes([money, people])
    notes = "".join(parts(content, r"xl/comments\d\.xml"))
    assert re.findall(r'<comment ref="(\w+)"', notes) == ["A1", "B3"]


def test_names_that_a_spreadsheet_does_not_allow_are_made_fit_and_stay_apart() -> None:
    long = "daftar pemilih tetap dusun melati rw"
    rows = FAULTY.rows
    sheets = [
        Sheet(f"{long} 001.csv", rows),
        Sheet(f"{long} 002.csv", rows),
        Sheet("RT 1/2 [a]", rows),
        Sheet("Yang perlu diperbaiki", rows),
    ]
    back = read(marked_bytes(sheets), "marked.xlsx")
    assert [one.name for one in back] == [
        "daftar pemilih tetap dusun mela",
        "daftar pemilih tetap dusun (2)",
        "RT 1_2 _a_",
        "Yang perlu diperbaiki (2)",
    ]
    assert all(same(*pair) for one in back for pair in zip_longest(rows, one.rows, fillvalue=()))


def test_beyond_the_notes_that_a_spreadsheet_bears_the_list_still_names_every_cell(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(marked, "MOST_COMMENTS", 1)
    content = marked_bytes([FAULTY])
    (notes,) = parts(content, r"xl/comments\d\.xml")
    assert re.findall(r'<comment ref="(\w+)"', notes) == ["C3"]
    words = part(content, "xl/sharedStrings.xml")
    assert "Catatan hanya ada di 1 sel pertama" in words
    assert "RT atau RW tertulis “Timur”." in words


def test_the_same_sheets_and_faults_give_the_same_bytes() -> None:
    assert marked_bytes([FAULTY]) == marked_bytes([FAULTY])


def test_a_sheet_longer_than_a_spreadsheet_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marked, "MOST_ROWS", 3)
    with pytest.raises(FaultyInput) as refused:
        marked_bytes([FAULTY])
    assert (
        refused.value.faults[0].problem.id
        == "Lembar ini lebih dari 3 baris; tidak muat di satu lembar kerja."
    )


def test_a_place_that_cannot_be_written_is_said_as_such(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_marked(tmp_path / "belum ada" / "x.xlsx", [], [], Language.ID)
