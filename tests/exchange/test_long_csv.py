"""A CSV file read row by row gives what the whole file gives, and is never held as a whole."""

from itertools import islice
from pathlib import Path

import pytest
from tests.exchange.books import workbook
from tests.exchange.test_spreadsheets import csv_of, html
from tests.register.sheets import OPENSID, PLAIN_HEADER, VILLAGE_DPT, plain, sheet

from pilkades.base.errors import FaultyInput
from pilkades.exchange.long_csv import HEAD_ROWS, tables
from pilkades.exchange.spreadsheets import read

FILES = {
    f"{encoding} {delimiter!r}": csv_of(VILLAGE_DPT, delimiter).encode(encoding)
    for delimiter in ";,\t|"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252")
} | {
    "names its separator": b"sep=|\r\n" + csv_of(OPENSID, "|").encode(),
    "no utf-8": csv_of(sheet(PLAIN_HEADER, plain(NAMA="Rén\xe9")), ";").encode("cp1252"),
    "html": html(OPENSID),
    "html of old programs": b"\xff\xfe" + html(OPENSID).decode().encode("utf-16-le"),
    "a line in a cell": b'NAMA;NIK;ALAMAT\n"Contoh\nSatu";1;x\n;  ;y\n',
    "a book": workbook({"RW 001": VILLAGE_DPT.rows}),
}


@pytest.mark.parametrize("content", FILES.values(), ids=FILES)
def test_row_by_row_is_the_same_as_all_at_once(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "daftar.csv"
    file.write_bytes(content)
    (whole,) = read(content, "daftar.csv")
    (table,) = tables(file)
    assert table.name == whole.name
    assert tuple(table.rows()) == tuple(table.rows()) == whole.rows
    assert table.head.rows == whole.rows


@pytest.mark.parametrize("content", [b"", b"  \n", b"NAMA;NIK\0;x\n", b"PK\x03\x04 tidak utuh"])
def test_what_cannot_be_read_is_refused_alike(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "daftar.csv"
    file.write_bytes(content)
    with pytest.raises(FaultyInput) as one:
        tables(file)
    with pytest.raises(FaultyInput) as all_at_once:
        read(content, "daftar.csv")
    assert one.value.faults == all_at_once.value.faults


def test_a_quote_that_never_closes_is_refused_when_its_row_is_reached(tmp_path: Path) -> None:
    file = tmp_path / "daftar.csv"
    file.write_bytes(b"NAMA;NIK\n" + b"Contoh;1\n" * HEAD_ROWS + b'"tanpa penutup ' + b"x" * 200_000)
    (table,) = tables(file)
    with pytest.raises(FaultyInput) as refused:
        list(table.rows())
    assert refused.value.faults[0].problem.id == "Berkas ini tidak terbaca sebagai lembar kerja."


def test_beyond_the_limit_of_a_sheet_a_csv_file_is_read_all_the_same(tmp_path: Path) -> None:
    file = tmp_path / "kabupaten.csv"
    file.write_bytes(b"NAMA;NIK\n" + b"Contoh;1\n" * 250_000)
    (table,) = tables(file)
    assert len(table.head.rows) == HEAD_ROWS
    assert table.length == 250_002
    assert next(islice(table.rows(), 250_000, None)) == ("Contoh", "1")
