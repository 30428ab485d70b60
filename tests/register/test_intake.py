"""Each kind of fault has a small broken sheet, and says where, what, and what to do."""

from dataclasses import dataclass
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.register.sheets import NIK, NIK_OF_HER, PLAIN_HEADER, plain, sheet

from pilkades.base.day import Day
from pilkades.base.language import Language
from pilkades.register.cells import Cell, Sheet
from pilkades.register.intake import intake
from pilkades.register.troubles import WORDINGS, Kind, Weight, counted

POLL_DAY = date(2027, 2, 3)


@dataclass(frozen=True)
class Broken:
    """A sheet with one fault: its kind, its place, and the words a person reads."""

    kind: Kind
    sheet: Sheet
    cell: str
    words: str


def row(kind: Kind, cell: str, words: str, **changes: Cell) -> Broken:
    return Broken(kind, sheet(PLAIN_HEADER, plain(**changes)), cell, words)


BROKEN = [
    Broken(
        Kind.NO_HEADER,
        sheet(["Laporan keuangan", 2026], ["Kas", 100]),
        "",
        "Baris judul kolom tidak ditemukan di lembar ini. Tunjuk baris judul, atau hapus lembar ini bila "
        "bukan daftar pemilih.",
    ),
    Broken(
        Kind.NO_COLUMN,
        sheet(["NIK", "NO KK", "TANGGAL LAHIR"], [NIK, None, "12-05-1980"]),
        "1",
        "Kolom nama tidak ditemukan. Tunjuk kolomnya.",
    ),
    Broken(
        Kind.DOUBLE_COLUMN,
        sheet(["NAMA", "NIK", "TGL LAHIR", "NAMA LENGKAP"], ["Contoh Satu", NIK, "12-05-1980", "Contoh"]),
        "D1",
        "Kolom nama ada lebih dari satu; yang pertama dibaca. Periksa kolom yang dibaca.",
    ),
    Broken(
        Kind.NOT_A_VOTER,
        sheet(PLAIN_HEADER, plain(), [None, "Ketua Panitia"]),
        "3",
        "Baris ini tidak dibaca sebagai pemilih. Bila ini pemilih, isi nama dan NIK atau tanggal lahirnya.",
    ),
    row(
        Kind.CELL_ERROR,
        "B2",
        "Sel ini berisi rumus yang tidak menghasilkan nilai. Ganti rumus dengan nilainya.",
        NAMA="#REF!",
    ),
    row(Kind.NAME_MISSING, "B2", "Nama kosong. Lihat KTP atau KK.", NAMA=None),
    row(Kind.NAME_DIGITS, "B2", "Nama memuat angka. Lihat KTP atau KK.", NAMA="C0ntoh"),
    row(
        Kind.NAME_LATE,
        "B2",
        "Nama memuat “alm”. Tanyakan apakah orang ini sudah meninggal.",
        NAMA="Contoh Satu (ALM)",
    ),
    row(Kind.NIK_MISSING, "C2", "NIK belum diisi. Lihat KTP atau KK.", NIK=None),
    row(Kind.NIK_LENGTH, "C2", "Ada 14 angka. NIK harus 16 angka. Lihat KTP atau KK.", NIK="99010212058000"),
    row(
        Kind.NIK_SIGNS, "C2", "NIK memuat tanda yang bukan angka. Lihat KTP atau KK.", NIK="99010212O5800003"
    ),
    row(
        Kind.NIK_COVERED,
        "C2",
        "Sebagian NIK ditutup bintang. Ekspor lagi tanpa menyamarkan NIK.",
        NIK="990102**********",
    ),
    row(
        Kind.NIK_LOST_DIGITS,
        "C2",
        "NIK disimpan sebagai angka dan sebagian angkanya sudah hilang. Ketik ulang dari KTP atau KK ke "
        "kolom berformat teks.",
        NIK="9.90102E+15",
    ),
    row(
        Kind.NIK_LAST_ZERO,
        "C2",
        "NIK disimpan sebagai angka dan berakhir 0. Excel hanya menyimpan 15 angka; yang terakhir mungkin "
        "hilang. Ketik ulang dari KTP atau KK ke kolom berformat teks.",
        NIK=8801021205800000.0,
    ),
    row(
        Kind.NIK_REMARK,
        "C2",
        "Jenis kelamin di baris ini perempuan; menurut NIK laki-laki. Cocokkan dengan KTP atau KK.",
        JENIS_KELAMIN="P",
    ),
    Broken(
        Kind.NIK_REPEATED,
        sheet(PLAIN_HEADER, plain(), plain(NAMA="Contoh Lain")),
        "C3",
        "NIK sama dengan Lembar1 2. Mungkin orang yang sama. Cocokkan kedua baris dengan KK.",
    ),
    row(
        Kind.KK_UNREADABLE,
        "D2",
        "Nomor KK tidak terbaca sebagai 16 angka. Lihat KK. Baris ini dipakai tanpa nomor KK.",
        NO_KK="12345",
    ),
    row(Kind.SEX_UNKNOWN, "E2", "Jenis kelamin tertulis “X”. Tulis L atau P.", JENIS_KELAMIN="X"),
    row(
        Kind.MARITAL_UNKNOWN,
        "H2",
        "Status perkawinan tertulis “K?”. Tulis B (belum), S (sudah), atau P (pernah).",
        STATUS_PERKAWINAN="K?",
    ),
    row(
        Kind.MARITAL_CODE,
        "H2",
        "Status perkawinan berupa angka 3; artinya tidak disebut di berkas. Pilih arti angka itu sekali "
        "untuk seluruh berkas.",
        STATUS_PERKAWINAN=3,
    ),
    row(Kind.BIRTH_MISSING, "G2", "Tanggal lahir belum diisi. Lihat KTP atau KK.", TANGGAL_LAHIR="-"),
    row(
        Kind.BIRTH_NOTATION,
        "G2",
        "Tanggal lahir “LEGI” tidak terbaca. Tulis hari-bulan-tahun, misalnya 12-05-1980.",
        TANGGAL_LAHIR="Legi",
    ),
    row(
        Kind.BIRTH_IMPOSSIBLE,
        "G2",
        "Tanggal “31-02-1980” tidak ada di kalender. Lihat KTP atau KK.",
        TANGGAL_LAHIR="31-02-1980",
    ),
    row(
        Kind.BIRTH_MONTH_FIRST,
        "G2",
        "Pada “05/14/1980” bulan tampaknya di depan. Tulis hari-bulan-tahun, misalnya 12-05-1980.",
        TANGGAL_LAHIR="05/14/1980",
    ),
    row(
        Kind.BIRTH_CENTURY,
        "G2",
        "Tahun lahir “12/05/20” hanya dua angka dan punya dua arti. Tulis tahun dengan empat angka.",
        TANGGAL_LAHIR="12/05/20",
    ),
    row(
        Kind.BIRTH_FUTURE,
        "G2",
        "Tanggal lahir 4 Februari 2027 sesudah hari pemungutan suara. Lihat KTP atau KK.",
        TANGGAL_LAHIR="04-02-2027",
    ),
    row(
        Kind.BIRTH_OLD,
        "G2",
        "Lahir 12 Mei 1905: lebih dari 115 tahun. Lihat KTP atau KK.",
        TANGGAL_LAHIR="12-05-1905",
        NIK="9901021205050003",
    ),
    row(
        Kind.BIRTH_PARTIAL,
        "G2",
        "Tanggal lahir belum lengkap: 1980 (tanggal tidak disebut). Lihat KTP atau KK.",
        TANGGAL_LAHIR="00-00-1980",
    ),
    Broken(
        Kind.DATE_NOTATION,
        sheet(
            ["NAMA", "NIK", "TGL LAHIR", "TINGGAL SEJAK"], ["Contoh Satu", NIK, "12-05-1980", "lama sekali"]
        ),
        "D2",
        "Tanggal “lama sekali” tidak terbaca. Tulis hari-bulan-tahun, misalnya 12-05-1980.",
    ),
    row(Kind.AREA_NOTATION, "J2", "RT atau RW tertulis “Timur”. Tulis angkanya, misalnya 001.", RT="Timur"),
    row(
        Kind.DISABILITY_UNKNOWN,
        "M2",
        "Ragam disabilitas “3” belum dikenal. Pakai fisik, intelektual, mental, wicara, rungu, atau netra.",
        DISABILITAS=3,
    ),
    row(
        Kind.CITIZENSHIP_UNKNOWN,
        "O2",
        "Kewarganegaraan tertulis “1”. Tulis WNI atau WNA.",
        KEWARGANEGARAAN=1,
    ),
    row(
        Kind.REMARK_REPORT,
        "P2",
        "Keterangan menyebut “meninggal dunia”; dibaca sebagai laporan. Pastikan dengan keluarga atau RT.",
        KETERANGAN="Meninggal dunia",
    ),
]


def test_every_kind_of_fault_has_its_broken_sheet() -> None:
    assert {broken.kind for broken in BROKEN} == set(Kind) == set(WORDINGS)


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.kind.value)
def test_a_broken_sheet_says_where_what_and_what_to_do(broken: Broken) -> None:
    (fault,) = intake([broken.sheet], POLL_DAY).faults
    assert (fault.kind, fault.cell) == (broken.kind, broken.cell)
    assert fault.to(Language.ID) == f"{f'Lembar1 {broken.cell}'.strip()}: {broken.words}"
    english = fault.to(Language.EN)
    assert english.endswith(".")
    assert english != fault.to(Language.ID)


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.kind.value)
def test_a_row_waits_for_a_repair_and_is_taken_where_somebody_should_only_look(broken: Broken) -> None:
    result = intake([broken.sheet], POLL_DAY)
    (fault,) = result.faults
    if fault.row is not None and fault.kind is not Kind.NO_COLUMN:
        waits = fault.weight is Weight.REPAIR
        assert [place.row for place in result.waiting] == ([fault.row] if waits else [])


def test_the_row_that_all_broken_rows_come_from_has_no_fault() -> None:
    result = intake([sheet(PLAIN_HEADER, plain())], POLL_DAY)
    assert (result.faults, result.rows, len(result.voters)) == ((), 1, 1)


def test_all_faults_of_all_rows_come_at_once() -> None:
    bad = sheet(
        PLAIN_HEADER,
        plain(NAMA=None, NIK="123", JENIS_KELAMIN="?", TANGGAL_LAHIR="kapan"),
        plain(),
        plain(NIK="1234", RT="Timur"),
    )
    result = intake([bad], POLL_DAY)
    assert [fault.cell for fault in result.faults] == ["E2", "G2", "B2", "C2", "J4", "C4"]
    assert ([place.row for place in result.waiting], len(result.voters), result.rows) == ([2, 4], 1, 3)
    assert counted(result.faults)[0] == (Kind.NIK_LENGTH, 2)


def test_no_fault_repeats_a_nik_a_kk_or_a_name() -> None:
    for broken in BROKEN:
        for fault in intake([broken.sheet], POLL_DAY).faults:
            said = fault.to(Language.ID) + fault.to(Language.EN) + repr(fault)
            assert not any(secret in said for secret in (NIK, "99010212", "Contoh Satu", "9901020101100001"))


def test_a_voter_shows_only_its_place_to_a_log() -> None:
    (voter,) = intake([sheet(PLAIN_HEADER, plain())], POLL_DAY).voters
    assert repr(voter) == "Voter('Lembar1', 2)"


@pytest.mark.parametrize(
    "cell",
    [
        "12-05-1980",
        "12/5/1980",
        "12.05.1980",
        "12 Mei 1980",
        "12-Mei-80",
        "12 MEI 1980",
        "12-May-1980",
        "1980-05-12",
        "1980-05-12 00:00:00",
        "12|05|1980",
        "12051980",
        "12/05/80",
        "'12-05-1980",
        29353,
        29353.0,
        "29353",
        date(1980, 5, 12),
        datetime(1980, 5, 12),  # noqa: DTZ001 -- as a spreadsheet hands it over
    ],
)
def test_a_birth_date_is_read_in_every_form_that_files_have(cell: Cell) -> None:
    """29353 is what a spreadsheet shows for 12 May 1980 when the cell is set to a number."""
    (voter,) = intake([sheet(PLAIN_HEADER, plain(TANGGAL_LAHIR=cell))], POLL_DAY).voters
    assert voter.birth == Day.exactly(date(1980, 5, 12))


@pytest.mark.parametrize(
    ("cell", "birth"),
    [
        ("1980", "1980"),
        (1980, "1980"),
        ("05-1980", "1980-05"),
        ("Mei 1980", "1980-05"),
        ("00-05-1980", "1980-05"),
    ],
)
def test_a_birth_known_by_year_or_month_is_kept_half_known(cell: Cell, birth: str) -> None:
    (voter,) = intake([sheet(PLAIN_HEADER, plain(TANGGAL_LAHIR=cell))], POLL_DAY).voters
    assert voter.birth == Day.parse(birth)


@pytest.mark.parametrize(
    "cell", [f"'{NIK}", f" {NIK} ", f"{NIK}.0", "9901.0212.0580.0003", "990102 120580 0003", f"\u00a0{NIK}"]
)
def test_a_nik_is_read_through_quotes_spaces_and_points(cell: Cell) -> None:
    (voter,) = intake([sheet(PLAIN_HEADER, plain(NIK=cell))], POLL_DAY).voters
    assert voter.nik is not None
    assert voter.nik.digits == NIK


def test_a_number_too_large_to_be_held_whole_is_refused_even_when_it_looks_whole() -> None:
    """A double holds every whole number up to 2**53 = 9.007.199.254.740.992; areas from 91 lie above."""
    result = intake([sheet(PLAIN_HEADER, plain(NIK=float(NIK)))], POLL_DAY)
    assert [fault.kind for fault in result.faults] == [Kind.NIK_LOST_DIGITS]


@pytest.mark.parametrize("cell", [None, "", "-", "0", 0.0, "0000000000000000"])
def test_what_stands_for_no_nik_keeps_nobody_out(cell: Cell) -> None:
    result = intake([sheet(PLAIN_HEADER, plain(NIK=cell))], POLL_DAY)
    assert [fault.kind for fault in result.faults] == [Kind.NIK_MISSING]
    assert result.voters[0].nik is None


@pytest.mark.parametrize(
    ("heading", "cell", "rt", "rw"),
    [
        ("RT/RW", "001/002", "001", "002"),
        ("RT/RW", "RT 01 RW 02", "001", "002"),
        ("RT/RW", "RT.1/RW.2", "001", "002"),
        ("RT", 1.0, "001", ""),
        ("RT", "RT 01", "001", ""),
        ("RW", "02", "", "002"),
    ],
)
def test_rt_and_rw_are_written_with_three_digits(heading: str, cell: Cell, rt: str, rw: str) -> None:
    one = sheet(["NAMA", "NIK", "TGL LAHIR", heading], ["Contoh Satu", NIK, "12-05-1980", cell])
    (voter,) = intake([one], POLL_DAY).voters
    assert (voter.rt, voter.rw) == (rt, rw)


@pytest.mark.parametrize(
    ("remark", "dead", "moved"),
    [
        ("Meninggal", True, False),
        ("PINDAH KE DESA LAIN", False, True),
        ("pindah", False, True),
        ("Pindah datang 2020", False, False),
        ("Baru", False, False),
    ],
)
def test_a_remark_reports_a_death_or_a_removal(remark: str, dead: bool, moved: bool) -> None:  # noqa: FBT001 -- columns
    (voter,) = intake([sheet(PLAIN_HEADER, plain(KETERANGAN=remark))], POLL_DAY).voters
    assert (voter.dead, voter.moved) == (dead, moved)


@pytest.mark.parametrize(
    ("work", "forces"),
    [("POLRI", True), ("Anggota TNI", True), ("Pensiunan TNI", False), ("Petani", False), (None, None)],
)
def test_the_occupation_says_military_or_police(work: Cell, forces: object) -> None:
    (voter,) = intake([sheet(PLAIN_HEADER, plain(PEKERJAAN=work))], POLL_DAY).voters
    assert voter.military_or_police is forces


def test_a_nik_of_another_county_is_remarked_only_when_the_county_is_told() -> None:
    rows = [sheet(PLAIN_HEADER, plain())]
    assert intake(rows, POLL_DAY).faults == ()
    (fault,) = intake(rows, POLL_DAY, county_code="99.07").faults
    assert "99.01, bukan 99.07" in fault.problem.id


def test_the_order_of_the_rows_is_kept() -> None:
    her = plain(NAMA="Contoh Dua", NIK=NIK_OF_HER, JENIS_KELAMIN="P", TANGGAL_LAHIR="14-05-1981")
    result = intake([sheet(PLAIN_HEADER, her, [], plain())], POLL_DAY)
    assert [voter.name for voter in result.voters] == ["Contoh Dua", "Contoh Satu"]
    assert [voter.source and voter.source.row for voter in result.voters] == [2, 4]


CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.dates(),
    st.datetimes(),
    st.text(max_size=20),
    st.text(alphabet="0123456789-/. |²٣RTWNIKLPalm*'E+", max_size=18),
    st.sampled_from([*PLAIN_HEADER, *plain()]),
)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.lists(CELLS, max_size=len(PLAIN_HEADER)), max_size=6))
def test_whatever_the_cells_hold_no_row_is_read_twice_and_none_waits_without_a_fault(
    rows: list[list[Cell]],
) -> None:
    result = intake([sheet(PLAIN_HEADER, *rows)], POLL_DAY)
    places = [voter.source for voter in result.voters] + list(result.waiting)
    assert len(places) == len(set(places))
    repaired = {fault.row for fault in result.faults if fault.weight is Weight.REPAIR}
    assert {place.row for place in result.waiting} <= repaired
    assert not {place.row for place in places if place} - set(range(2, len(rows) + 2))
