"""Lists of villages as counties keep them, and each way in which one can be wrong."""

from datetime import date
from pathlib import Path

import pytest
from tests.web.county.conftest import Office
from tests.web.county.uploads import upload

from pilkades.base.errors import FaultyInput
from pilkades.web.core.models import Election, Wave
from pilkades.web.county.parts import FileFaults
from pilkades.web.county.sheets import MOST_BYTES, MOST_ROWS, letters, read
from pilkades.web.county.wave_list import listed

HERE = Path(__file__).parent
BROKEN = {
    "empty.csv": [("-", "Berkas ini kosong.")],
    "not-a-spreadsheet.pdf": [("-", "Berkas ini tidak terbaca sebagai lembar kerja.")],
    "zip-without-book.xlsx": [("-", "Berkas ini tidak terbaca sebagai lembar kerja.")],
    "binary.csv": [("-", "Berkas ini tidak terbaca sebagai lembar kerja.")],
    "locked.xlsx": [("-", "Berkas ini terkunci kata sandi.")],
    "no-header.csv": [("-", "Tidak ada lembar dengan kolom kode desa, desa, dan kecamatan.")],
    "header-alone.csv": [("-", "Daftar desa kosong.")],
    "no-district-column.csv": [("sel A1", "Kolom kecamatan tidak ada.")],
    "column-twice.csv": [("sel C1", "Kolom ini ada dua kali.")],
    "empty-code.csv": [("sel A2", "Sel kode desa kosong.")],
    "empty-village.csv": [("sel B2", "Sel desa kosong.")],
    "empty-district.csv": [("sel C2", "Sel kecamatan kosong.")],
    "short-code.csv": [("sel A2", "Kode desa 33.28.1.2001 tidak terbaca.")],
    "code-of-another-county.csv": [("sel A2", "Kode 33.29.01.2001 bukan desa di Kabupaten 33.28.")],
    "code-twice.csv": [
        ("sel A2", "Kode 33.28.01.2001 tertulis lebih dari sekali."),
        ("sel A3", "Kode 33.28.01.2001 tertulis lebih dari sekali."),
    ],
    "date-in-other-words.csv": [("sel E2", "“awal tahun 2027” bukan tanggal.")],
    "impossible-date.csv": [("sel E2", "“30-02-2027” bukan tanggal.")],
    "date-far-off.csv": [("sel E2", "Tahun pada 7 Februari 2207 terlalu jauh.")],
    "date-as-number.xlsx": [("lembar Desa, sel E2", "“46425” bukan tanggal.")],
    "cohort-without-end.csv": [("sel E2", "“Kelompok I” belum punya akhir masa jabatan.")],
    "cohort-with-two-ends.csv": [
        ("sel E3", "“Kelompok I” berakhir 8 April 2027 di sini dan 7 Februari 2027 di sel E2.")
    ],
    "several-faults.csv": [
        ("sel A2", "Sel kode desa kosong."),
        ("sel B3", "Sel desa kosong."),
        ("sel E3", "“besok” bukan tanggal."),
        ("sel A3", "Kode 33.29.01.2001 bukan desa di Kabupaten 33.28."),
    ],
    "faults-on-two-sheets.xlsx": [
        ("lembar Utara, sel C2", "Sel kecamatan kosong."),
        (
            "lembar Selatan, sel E2",
            "“Kelompok I” berakhir 8 April 2027 di sini dan 7 Februari 2027 di lembar Utara, sel E2.",
        ),
        ("lembar Utara, sel A2", "Kode 33.28.01.2001 tertulis lebih dari sekali."),
        ("lembar Selatan, sel A2", "Kode 33.28.01.2001 tertulis lebih dari sekali."),
    ],
}


def test_every_broken_list_has_its_words() -> None:
    assert {path.name for path in (HERE / "broken").iterdir()} == set(BROKEN)


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_a_broken_list_is_told_with_every_place_and_makes_nothing(office: Office, name: str) -> None:
    answer = upload(office, HERE / "broken" / name)
    assert answer.status_code == 422
    assert "<title>Ada kesalahan:" in answer.content.decode()
    (found,) = [part for part in answer.context["components"] if isinstance(part, FileFaults)]
    assert [(fault.key, fault.problem.id) for fault in found.faults] == BROKEN[name]
    assert all(fault.problem.en and fault.remedy.id and fault.remedy.en for fault in found.faults)
    assert 'value="Gelombang I 2027"' in answer.content.decode()
    assert not Wave.objects.exists()
    assert not Election.objects.exists()


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods", "xls"])
def test_the_same_list_is_read_from_each_kind_of_file(kind: str) -> None:
    file = HERE / "lists" / f"daftar.{kind}"
    found = listed(read(file.read_bytes(), file.name), file.name)
    assert found.faults == ()
    assert found.cohorts == (("Kelompok I", date(2027, 2, 7)), ("Kelompok II", date(2027, 4, 8)))
    assert [(row.code, row.village, row.district, row.cohort) for row in found.villages] == [
        ("33.28.01.2001", "Sukamaju", "Cibening", "Kelompok I"),
        ("33.28.01.2002", "Mekarsari", "Cibening", "Kelompok I"),
        ("33.28.02.2001", "Wanasari", "Padurenan", "Kelompok II"),
    ]


def test_a_sheet_without_a_list_is_named_and_a_hidden_one_is_not_read() -> None:
    file = HERE / "lists" / "daftar.xlsx"
    found = listed(read(file.read_bytes(), file.name), file.name)
    assert found.passed_over == ("Petunjuk",)
    assert "Desa Lama" not in {row.village for row in found.villages}


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_list_of_words_is_read_with_each_usual_separator(separator: str) -> None:
    lines = [["KODE WILAYAH", "Nama Desa", "Kec.", "Kecamatan"], ["3328012001", "Sukamaju", "x", "Cibening"]]
    content = "\r\n".join(separator.join(line) for line in lines).encode()
    found = listed(read(content, "daftar.csv"), "daftar.csv")
    assert [(row.code, row.village, row.district) for row in found.villages] == [
        ("33.28.01.2001", "Sukamaju", "Cibening")
    ]


@pytest.mark.parametrize(
    "words", ["26 Desember 2026", "26-12-2026", "26/12/2026", "26.12.2026", "2026-12-26"]
)
def test_a_day_is_read_as_people_type_it(words: str) -> None:
    content = f"kode desa;desa;kecamatan;akhir masa jabatan\n33.28.01.2001;A;B;{words}\n"
    found = listed(read(content.encode(), "daftar.csv"), "daftar.csv")
    assert found.cohorts == (("Akhir jabatan 26 Desember 2026", date(2026, 12, 26)),)


def test_a_file_that_is_too_large_or_too_long_is_not_taken() -> None:
    for content in (b"x" * (MOST_BYTES + 1), b"a;b\n" * (MOST_ROWS + 1)):
        with pytest.raises(FaultyInput):
            read(content, "daftar.csv")


def test_columns_have_the_letters_of_a_spreadsheet() -> None:
    assert [letters(number) for number in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
