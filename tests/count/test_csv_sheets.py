import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.count.published import BANDAR_AGUNG

from pilkades.base.errors import FaultyInput
from pilkades.base.language import Language
from pilkades.count.csv_sheets import ALIASES, read_sheets
from pilkades.count.sheet import PLAIN_FIGURES, Sheet

HEAD = "tps,dpt,hadir,sah,tidak_sah,suara:A,suara:B\n"


def faults(text: str) -> dict[str, str]:
    with pytest.raises(FaultyInput) as refused:
        read_sheets(text, "sheets.csv")
    assert all(fault.file == "sheets.csv" for fault in refused.value.faults)
    assert all(fault.remedy.id and fault.remedy.en and fault.problem.en for fault in refused.value.faults)
    return {fault.key: fault.problem.to(Language.ID) for fault in refused.value.faults}


def test_the_sheet_of_bandar_agung_is_read_as_printed() -> None:
    names = list(BANDAR_AGUNG.votes)
    text = (
        "tps,DPT,Datang,Tidak datang,Disediakan,Diberikan,Kotak,Tidak sah,Sah,"
        + ",".join(f"suara: {name}" for name in names)
        + "\nBandar Agung,797,553,244,900,625,960,152,808,286,103,135,87,197\n"
    )
    assert read_sheets(text) == (BANDAR_AGUNG,)


def test_english_headings_are_read_too() -> None:
    text = "tps,registered,came,valid,invalid,votes:A,invalid:damaged\n1,9,8,7,1,7,1\n"
    expected = Sheet(
        "1", registered=9, came=8, valid=7, invalid=1, votes={"A": 7}, invalid_by_reason={"damaged": 1}
    )
    assert read_sheets(text) == (expected,)


def test_votes_per_dusun_are_kept_apart() -> None:
    (sheet,) = read_sheets("tps,suara:A,dusun:Setagi:A,dusun:Tampe:A\n1,5,3,\n")
    assert sheet.votes_by_dusun == {"Setagi": {"A": 3}, "Tampe": {"A": None}}


def test_a_blank_cell_stays_blank() -> None:
    (sheet,) = read_sheets(HEAD + "1,,0,,,3,\n")
    assert (sheet.registered, sheet.came, sheet.votes["A"], sheet.votes["B"]) == (None, 0, 3, None)


def test_a_semicolon_file_with_a_byte_order_mark_is_read() -> None:
    (sheet,) = read_sheets("\ufefftps;sah;suara:A\r\n1;7;7\r\n\r\n")
    assert (sheet.tps, sheet.valid) == ("1", 7)


def test_every_fault_of_every_row_is_named_at_once() -> None:
    text = HEAD + "1,209,dua puluh,-3,1.213,12.5,4\n1,350,300,290,10,x,\n,5,5,5,0,5,0\n3,1,1\n"
    found = faults(text)
    assert found == {
        "row 2, column came": '"dua puluh" bukan angka.',
        "row 2, column valid": "-3 kurang dari nol.",
        "row 2, column invalid": "1.213 dapat dibaca dengan pemisah ribuan atau sebagai pecahan.",
        "row 2, column votes:A": "12.5 bukan bilangan bulat.",
        "row 3, column votes:A": '"x" bukan angka.',
        "row 3, column tps": "TPS 1 sudah ada di baris 2.",
        "row 4, column tps": "Nama TPS kosong.",
        "row 5, column -": "Baris ini mempunyai 3 kolom; judulnya 7.",
    }


@pytest.mark.parametrize("cell", ["1.213", "1 213", "12.000.000"])
def test_a_thousands_separator_is_ambiguous_and_the_remedy_shows_the_number(cell: str) -> None:
    with pytest.raises(FaultyInput) as refused:
        read_sheets(f"tps,suara:A\n1,{cell}\n")
    digits = "".join(letter for letter in cell if letter.isdigit())
    assert digits in refused.value.faults[0].remedy.id


@pytest.mark.parametrize(
    ("cell", "problem"),
    [("9999999999", "lebih dari sembilan angka"), ("²", "bukan angka"), ("+5", "bukan angka")],
)
def test_odd_numbers_are_refused(cell: str, problem: str) -> None:
    assert problem in faults(f"tps,suara:A\n1,{cell}\n")["row 2, column votes:A"]


@pytest.mark.parametrize(
    ("text", "key", "problem"),
    [
        ("", "-", "Berkas ini kosong."),
        ("\n \n", "-", "Berkas ini kosong."),
        (HEAD, "-", "Tidak ada baris TPS di bawah judul."),
        ("sah,suara:A\n5,5\n", "row 1, column tps", "Kolom tps tidak ada."),
        ("tps,suara:A,dusun::A\n1,5,5\n", "row 1, column dusun::A", "Kolom ini tidak dikenal."),
        ("tps,sah\n1,5\n", "row 1, column suara:NAMA", "Tidak ada kolom suara calon."),
        ("tps,suara:A,warna\n1,5,5\n", "row 1, column warna", "Kolom ini tidak dikenal."),
        ("tps,suara:A,suara:\n1,5,5\n", "row 1, column suara:", "Kolom ini tidak dikenal."),
        ("tps,suara:A,dusun:X\n1,5,5\n", "row 1, column dusun:X", "Kolom ini tidak dikenal."),
        ("tps,suara:A,sah,valid\n1,5,5,5\n", "row 1, column valid", "Kolom ini ada 2 kali."),
        ("tps,suara:A,suara:A\n1,5,5\n", "row 1, column votes:A", "Kolom ini ada 2 kali."),
    ],
)
def test_a_heading_that_does_not_fit_is_named(text: str, key: str, problem: str) -> None:
    assert faults(text)[key] == problem


def test_a_file_that_is_no_csv_is_refused() -> None:
    assert faults("tps,suara:A\n1," + '"' + "5" * 200_000)["-"] == "Berkas ini bukan teks CSV."


def test_every_indonesian_heading_stands_for_a_figure() -> None:
    assert set(ALIASES.values()) == set(PLAIN_FIGURES)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_with_faults(text: str) -> None:
    try:
        sheets = read_sheets(text)
    except FaultyInput as refused:
        assert refused.faults  # noqa: PT017 -- most texts raise, a few do not
    else:
        assert sheets


@given(st.text(alphabet='tps,;:\n"suara0123456789 .-', max_size=60))
def test_any_rows_under_a_right_heading_are_read_or_refused(rows: str) -> None:
    try:
        sheets = read_sheets(HEAD + rows)
    except FaultyInput as refused:
        assert refused.faults  # noqa: PT017 -- most texts raise, a few do not
    else:
        assert len({sheet.tps for sheet in sheets}) == len(sheets)
