"""Files as villages send them, read into plain cells and then into voters."""

from datetime import date

import pytest
from tests.exchange.books import workbook
from tests.register.sheets import A_KWK, KK, NIK, OPENSID, PLAIN_HEADER, VILLAGE_DPT, plain

from pilkades.base.errors import FaultyInput
from pilkades.exchange.spreadsheets import MOST_BYTES, read
from pilkades.register.cells import Cell, Sheet, text_of
from pilkades.register.intake import intake
from pilkades.register.troubles import Kind

POLL_DAY = date(2027, 2, 3)


def html(sheet: Sheet) -> bytes:
    rows = "".join(
        f"<tr>{''.join(f'<td class=textx>{text_of(cell)}</td>' for cell in row)}</tr>" for row in sheet.rows
    )
    return f"<!DOCTYPE html PUBLIC><html><head><title>Data</title></head><body><table>{rows}</table>".encode()


def csv_of(sheet: Sheet, delimiter: str) -> str:
    return "\n".join(delimiter.join(f'"{text_of(cell)}"' for cell in row) for row in sheet.rows)


def refusal(content: bytes) -> str:
    with pytest.raises(FaultyInput) as refused:
        read(content, "daftar.xls")
    (fault,) = refused.value.faults
    assert fault.file == "daftar.xls"
    return fault.problem.id


def test_opensids_export_is_html_under_the_name_xls_and_gives_its_two_voters() -> None:
    (sheet,) = read(html(OPENSID), "dpt.xls")
    result = intake([sheet], POLL_DAY)
    assert [voter.name for voter in result.voters] == ["CONTOH SATU", "CONTOH DUA"]
    assert result.faults == ()


def test_a_heading_over_several_columns_of_html_leaves_the_cells_it_covers_empty() -> None:
    page = (
        "<table><tr><th rowspan=2>NAMA</th><th rowspan=2>NIK</th><th colspan=3>TANGGAL LAHIR</th>"
        "<th rowspan=2>L/P</th></tr><tr><th>TGL</th><th>BULAN</th><th>TAHUN</th></tr>"
        f"<tr><td>Contoh &amp; Satu</td><td>{NIK}</td><td>12</td><td>05</td><td>1980</td>"
        "<td>L</td></tr></table>"
    )
    (sheet,) = read(page.encode(), "dpt.xls")
    assert sheet.rows[0] == ("NAMA", "NIK", "TANGGAL LAHIR", None, None, "L/P")
    assert sheet.rows[1] == (None, None, "TGL", "BULAN", "TAHUN", None)
    (voter,) = intake([sheet], POLL_DAY).voters
    assert voter.name == "Contoh & Satu"
    assert voter.birth is not None
    assert voter.birth.notation == "1980-05-12"


def test_a_workbook_gives_every_visible_sheet_with_its_numbers() -> None:
    content = workbook(
        {"RW 001": VILLAGE_DPT.rows, "Catatan": [["jangan dibaca"]], "Kosong": []}, frozenset({"Catatan"})
    )
    sheets = read(content, "dpt.xlsx")
    assert [sheet.name for sheet in sheets] == ["RW 001", "Kosong"]
    result = intake(sheets, POLL_DAY)
    assert [voter.name for voter in result.voters] == ["CONTOH SATU", "CONTOH DUA", "CONTOH TIGA"]
    assert result.faults == ()


def test_the_cell_named_in_a_fault_is_the_cell_of_the_file() -> None:
    rows: list[list[Cell]] = [[], ["Judul"], [None, *PLAIN_HEADER], [None, *plain(NIK="123")]]
    (fault,) = intake(read(workbook({"Data": rows}), "x.xlsx"), POLL_DAY).faults
    assert (fault.kind, fault.cell) == (Kind.NIK_LENGTH, "D4")


def test_a_nik_that_excel_kept_as_a_number_has_lost_its_last_digit() -> None:
    """Excel keeps fifteen digits: 8801021205800003 typed as a number is stored as 8801021205800000."""
    content = workbook({"Data": [PLAIN_HEADER, plain(NIK=8801021205800000.0)]})
    (fault,) = intake(read(content, "x.xlsx"), POLL_DAY).faults
    assert fault.kind is Kind.NIK_LAST_ZERO


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_csv_file_is_read_whatever_parts_and_encodes_it(delimiter: str, encoding: str) -> None:
    rows = Sheet("", (tuple(PLAIN_HEADER), tuple(plain(NAMA="Contoh André", KETERANGAN="a; b, c"))))
    (sheet,) = read(csv_of(rows, delimiter).encode(encoding), "daftar.csv")
    (voter,) = intake([sheet], POLL_DAY).voters
    assert (voter.name, voter.remark) == ("Contoh André", "a; b, c")
    assert voter.nik is not None
    assert voter.nik.digits == NIK
    assert voter.kk is not None
    assert voter.kk.digits == KK


def test_the_line_that_names_the_separator_counts_as_a_row() -> None:
    rows = Sheet("", (tuple(PLAIN_HEADER), tuple(plain())))
    (sheet,) = read(("sep=;\r\n" + csv_of(rows, ";")).encode(), "daftar.csv")
    (voter,) = intake([sheet], POLL_DAY).voters
    assert voter.source is not None
    assert voter.source.row == 3


def test_model_a_kwk_comes_through_csv_as_it_is() -> None:
    (sheet,) = read(csv_of(A_KWK, ";").encode(), "a-kwk.csv")
    assert [voter.name for voter in intake([sheet], POLL_DAY).voters] == ["CONTOH SATU", "CONTOH DUA"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "Berkas ini kosong."),
        (b" \n ", "Berkas ini kosong."),
        (b"PK\x03\x04 nothing of a workbook", "Berkas ini tidak terbaca sebagai lembar kerja."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Berkas ini tidak terbaca sebagai lembar kerja."),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "Berkas ini terkunci kata sandi.",
        ),
        (
            b'NAMA;NIK\n"tanda kutip tanpa penutup ' + b"x" * 200_000,
            "Berkas ini tidak terbaca sebagai lembar kerja.",
        ),
        (b"GIF89a\0\0\0", "Berkas ini foto atau PDF, bukan lembar kerja."),
        (b"%PDF-1.4\nNAMA;NIK\n", "Berkas ini foto atau PDF, bukan lembar kerja."),
        (b"\0\1\2 no text", "Berkas ini tidak terbaca sebagai lembar kerja."),
        (b"<html><body><p>Masuk dulu</p></body></html>", "Halaman ini tidak memuat tabel."),
    ],
)
def test_what_is_no_spreadsheet_is_refused_with_what_to_do(content: bytes, words: str) -> None:
    assert refusal(content) == words


def test_a_file_beyond_the_limit_is_refused_before_it_is_read() -> None:
    assert refusal(b"a" * (MOST_BYTES + 1)) == "Berkas ini lebih dari 60 MB."


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (workbook({"Data": [PLAIN_HEADER, plain(NAMA="#REF!")]}), Kind.NAME_MISSING),
        (csv_of(Sheet("", (tuple(PLAIN_HEADER), tuple(plain(NAMA="#REF!")))), ";").encode(), Kind.CELL_ERROR),
    ],
)
def test_a_formula_without_a_value_never_becomes_a_name(content: bytes, kind: Kind) -> None:
    result = intake(read(content, "daftar"), POLL_DAY)
    assert ([fault.kind for fault in result.faults], result.voters) == ([kind], ())
