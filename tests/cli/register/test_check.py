"""Checking a list from the command line: what is read, who may vote, what is said, and how it ends."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.cli.conftest import Ask
from tests.cli.register.lists import written
from tests.exchange.books import workbook
from tests.register.sheets import NIK, PLAIN_HEADER, VILLAGE_DPT, plain

from pilkades.base.day import Day
from pilkades.exchange.spreadsheets import read
from pilkades.register.cells import Cell
from pilkades.register.intake import intake
from pilkades.register.invented import bani_amas, evenly, village

TEGAL = ("--polling-day", "2027-02-03", "--county", "tegal")
BENGKAYANG = ("--polling-day", "2007-06-07", "--county", "61.07", "--stated", "all")
SIXTEEN = re.compile(r"\d{16}")


def book(folder: Path, *rows: list[Cell], name: str = "Data") -> str:
    file = folder / "daftar.xlsx"
    file.write_bytes(workbook({name: rows}))
    return str(file)


@pytest.fixture
def amas(tmp_path: Path) -> str:
    return written(tmp_path / "amas.csv", bani_amas().people)


def test_of_the_inhabitants_of_bani_amas_979_may_vote_and_the_articles_say_why_the_others_may_not(
    ask: Ask, amas: str
) -> None:
    found = json.loads(ask("register", "check", amas, *BENGKAYANG, "--json").out)
    answers = found["eligibility"]
    assert (found["rows"], found["ready"], found["waiting"]) == (1619, 1619, 0)
    assert (answers["may_vote"], answers["may_not"], answers["undecided"]) == (979, 640, 0)
    age = next(why for why in answers["why"] if why["requirement"] == "age")
    assert "perda-bengkayang-13-2006:5.c" in [article["notation"] for article in age["articles"]]


def test_what_nobody_stated_leaves_people_undecided_and_is_named(ask: Ask, tmp_path: Path) -> None:
    file = book(tmp_path, PLAIN_HEADER, plain())
    found = json.loads(ask("register", "check", file, *TEGAL, "--json").out)
    assert found["eligibility"]["undecided"] == 1
    assert found["stated"] == []
    missing = [item["what"] for item in found["eligibility"]["missing"]]
    assert "sejak kapan tinggal di desa" in missing
    some = json.loads(ask("register", "check", file, *TEGAL, "--stated", "citizen,resident", "--json").out)
    assert some["stated"] == ["citizen", "resident"]
    every = json.loads(ask("register", "check", file, *TEGAL, "--stated", "all", "--json").out)
    assert every["eligibility"]["may_vote"] == 1


def test_residence_is_counted_up_to_the_day_on_which_the_dps_is_adopted(ask: Ask, tmp_path: Path) -> None:
    # Six months up to the DPS (UU 6/2014): here since 20 June 2026, adopted 11 December 2026, is too short.
    one = village("a", evenly(1, 1), date(2027, 2, 3))[0]
    new = replace(one, resident_since=Day.parse("2026-06-20"), registered_since=Day.parse("2026-06-20"))
    file = written(tmp_path / "a.csv", [new])
    known = json.loads(
        ask("register", "check", file, *TEGAL, "--stated", "all", "--dps-adopted", "2026-12-11", "--json").out
    )
    assert known["dps_adopted"] == "2026-12-11"
    assert known["eligibility"]["may_not"] == 1
    unknown = json.loads(ask("register", "check", file, *TEGAL, "--stated", "all", "--json").out)
    assert unknown["eligibility"]["undecided"] == 1


def test_somebody_near_the_age_is_listed_with_the_day(ask: Ask, tmp_path: Path) -> None:
    row = plain(TANGGAL_LAHIR="05-02-2010", NIK=None, STATUS_PERKAWINAN="B")
    found = json.loads(ask("register", "check", book(tmp_path, PLAIN_HEADER, row), *TEGAL, "--json").out)
    assert found["borderline"] == [
        {
            "sheet": "Data",
            "row": 2,
            "requirement": "age",
            "message": "17 tahun pada 5 Februari 2027, 2 hari sesudah pemungutan suara.",
        }
    ]


def test_no_number_of_sixteen_digits_is_ever_shown(ask: Ask, tmp_path: Path) -> None:
    # The worst case: the NIK stands in the column that is read as the RT, and in the file's name.
    row = plain(RT=NIK, JENIS_KELAMIN=NIK, TANGGAL_LAHIR=NIK)
    file = tmp_path / f"{NIK}.xlsx"
    file.write_bytes(workbook({f"KK {NIK}": [[*PLAIN_HEADER, NIK], row]}))
    for form in ((), ("--json",)):
        said = ask("register", "check", str(file), *TEGAL, *form)
        assert said.status == 0
        assert not SIXTEEN.search(said.out + said.err)
        assert "990102**********" in said.out
    for words in (
        (str(file), *TEGAL, "--sheet", NIK),
        (str(file), NIK),
        (NIK, *TEGAL),
        (NIK, *TEGAL, "--json"),
    ):
        refused = ask("register", "check", *words)
        assert refused.status == 2
        assert not SIXTEEN.search(refused.out + refused.err)


def test_a_wrong_day_a_wrong_fact_and_a_wrong_column_are_all_named_at_once(ask: Ask, tmp_path: Path) -> None:
    file = book(tmp_path, PLAIN_HEADER, plain())
    said = ask(
        *("register", "check", file, "--polling-day", "besok", "--county", "tegal", "--stated", "sehat"),
        *("--map", "hobi=Q", "--marital", "satu", "--layout", "lain", "--json"),
    )
    keys = [fault["key"] for fault in json.loads(said.out)["faults"]]
    assert (said.status, keys) == (
        2,
        ["--polling-day", "--stated", "--map", "--layout", "--marital"],
    )


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("tidak-ada.csv", *TEGAL), "berkas ini tidak dapat dibaca"),
        (("{file}", "--polling-day", "2027-02-03", "--county", "atlantis"), "daerah atlantis tidak dikenal."),
        (("{file}", *TEGAL, "--sheet", "Lain"), "tidak ada lembar Lain. Lembar yang ada: Data."),
    ],
)
def test_input_that_cannot_be_used_ends_with_two(
    ask: Ask, tmp_path: Path, words: tuple[str, ...], problem: str
) -> None:
    file = book(tmp_path, PLAIN_HEADER, plain())
    said = ask("register", "check", *(word.format(file=file) for word in words))
    assert (said.status, said.out) == (2, "")
    assert problem in said.err


def test_columns_can_be_pointed_at_where_no_heading_is_known(ask: Ask, tmp_path: Path) -> None:
    file = book(tmp_path, ["Warga", "Nomor", "Lahir"], ["Contoh Satu", NIK, "12-05-1980"])
    found = json.loads(
        ask(
            *("register", "check", file, *TEGAL, "--header-row", "1", "--json"),
            *("--map", "name=A", "--map", "nik=B", "--map", "birth=c"),
        ).out
    )
    columns = {column["letters"]: column["column"] for column in found["sheets"][0]["columns"]}
    assert columns == {"A": "name", "B": "nik", "C": "birth"}
    assert (found["ready"], found["cells"]) == (1, [])


def test_a_column_can_be_left_unread_and_a_second_one_chosen(ask: Ask, tmp_path: Path) -> None:
    file = book(
        tmp_path, ["NAMA", "NIK", "TGL LAHIR", "NAMA LENGKAP"], ["C0ntoh", NIK, "12-05-1980", "Contoh"]
    )
    found = json.loads(ask("register", "check", file, *TEGAL, "--map", "name=D", "--json").out)
    assert found["cells"] == []
    left = json.loads(
        ask("register", "check", file, *TEGAL, "--map", "name=D", "--map", "nik=", "--json").out
    )
    assert [column["column"] for column in left["sheets"][0]["columns"]] == [None, None, "birth", "name"]


def test_numbers_for_marriage_are_read_once_somebody_says_what_they_mean(ask: Ask, tmp_path: Path) -> None:
    file = book(tmp_path, PLAIN_HEADER, plain(STATUS_PERKAWINAN=1), plain(NIK=None, STATUS_PERKAWINAN=3))
    before = json.loads(ask("register", "check", file, *TEGAL, "--json").out)
    assert [item["kind"] for item in before["cells"]] == ["marital-code", "nik-missing", "marital-code"]
    after = json.loads(ask("register", "check", file, *TEGAL, "--marital", "1=B,2=S,3=P", "--json").out)
    assert [item["kind"] for item in after["cells"]] == ["nik-missing"]
    by_layout = json.loads(ask("register", "check", file, *TEGAL, "--layout", "village-dpt", "--json").out)
    assert by_layout["sheets"][0]["layout"]["id"] == "village-dpt"
    assert [item["cell"] for item in by_layout["cells"]] == ["C3", "H3"]


def test_the_legend_of_a_long_file_rests_on_all_of_it(ask: Ask, tmp_path: Path) -> None:
    rows = [PLAIN_HEADER] + [plain(NIK=None, STATUS_PERKAWINAN=1) for _ in range(1200)]
    rows[1150] = plain(NIK=None, STATUS_PERKAWINAN=0)
    file = tmp_path / "a.csv"
    file.write_text(
        "\n".join(";".join(str("" if cell is None else cell) for cell in row) for row in rows),
        encoding="utf-8",
    )
    found = json.loads(ask("register", "check", str(file), *TEGAL, "--json").out)
    assert {item["kind"] for item in found["kinds"]} == {"nik-missing"}


def test_only_the_sheet_that_is_named_is_read(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "dpt.xlsx"
    file.write_bytes(workbook({"RW 001": VILLAGE_DPT.rows, "Kas": [["Kas", 100]]}))
    both = json.loads(ask("register", "check", str(file), *TEGAL, "--json").out)
    assert [item["kind"] for item in both["cells"]] == ["no-header"]
    one = json.loads(ask("register", "check", str(file), *TEGAL, "--sheet", "rw 001", "--json").out)
    assert (one["ready"], one["cells"]) == (3, [])


def test_numbers_of_another_county_are_counted_and_not_held_against_anybody(ask: Ask, amas: str) -> None:
    found = json.loads(ask("register", "check", amas, *BENGKAYANG, "--json").out)
    assert found["nik_elsewhere"] == 1619
    assert {item["kind"] for item in found["kinds"]} == {"remark-report"}


def test_the_marked_file_holds_the_same_list_and_every_fault(ask: Ask, tmp_path: Path) -> None:
    file = book(tmp_path, PLAIN_HEADER, plain(), plain(NIK="123"), plain(RT="Timur"))
    marked = tmp_path / "bertanda.xlsx"
    said = ask("register", "check", file, *TEGAL, "--marked", str(marked))
    assert said.status == 0
    assert f"Berkas bertanda ditulis: {marked}" in said.out
    day = date(2027, 2, 3)
    given = read(Path(file).read_bytes(), "daftar.xlsx")
    assert intake(read(marked.read_bytes(), "bertanda.xlsx"), day).faults == intake(given, day).faults


def test_a_marked_file_that_cannot_be_written_ends_with_two(ask: Ask, tmp_path: Path) -> None:
    file = book(tmp_path, PLAIN_HEADER, plain())
    said = ask("register", "check", file, *TEGAL, "--marked", str(tmp_path / "tidak ada" / "x.xlsx"))
    assert said.status == 2
    assert "berkas ini tidak dapat ditulis" in said.err


def test_the_marked_file_takes_another_name_and_the_form_of_a_spreadsheet(ask: Ask, tmp_path: Path) -> None:
    file = book(tmp_path, PLAIN_HEADER, plain())
    kept = Path(file).read_bytes()
    over = ask("register", "check", file, *TEGAL, "--marked", file)
    other = ask("register", "check", file, *TEGAL, "--marked", str(tmp_path / "bertanda.csv"))
    assert (over.status, other.status, Path(file).read_bytes()) == (2, 2, kept)
    assert "adalah berkas yang dibaca." in over.err
    assert "tidak berakhir .xlsx." in other.err


def test_undecided_people_are_a_finding_between_a_repair_and_a_look(ask: Ask, tmp_path: Path) -> None:
    file = book(tmp_path, PLAIN_HEADER, plain())
    assert [
        ask("register", "check", file, *TEGAL, "--fail-on", weight).status
        for weight in ("repair", "undecided", "look")
    ] == [0, 1, 1]
    assert ask("register", "check", file, *TEGAL, "--stated", "all", "--fail-on", "look").status == 0


def test_progress_is_shown_where_it_is_asked_for_and_not_into_a_pipe(ask: Ask, amas: str) -> None:
    assert ask("register", "check", amas, *BENGKAYANG).err == ""
    shown = ask("register", "check", amas, *BENGKAYANG, "--progress", "--json")
    assert "Membaca" in shown.err
    assert json.loads(shown.out)["rows"] == 1619


def test_the_whole_of_it_is_said_in_english_too(ask: Ask, tmp_path: Path) -> None:
    file = book(tmp_path, PLAIN_HEADER, plain(NIK="123"), plain(NIK=None))
    words = " ".join(ask("register", "check", file, *TEGAL, "--lang", "en").out.split())
    assert "2 rows of persons: 1 ready, 1 waiting for a repair." in words
    assert "- Data C2: There are 3 digits. A NIK has 16. See the identity card or family card." in words
    assert "NIK not of 16 digits" in words
    assert "Pemungutan" not in words


def test_a_screen_shows_the_first_of_many_and_says_how_many_more(ask: Ask, tmp_path: Path) -> None:
    rows = [plain(NIK=None, TANGGAL_LAHIR="05-02-2010", STATUS_PERKAWINAN="B") for _ in range(45)]
    words = " ".join(ask("register", "check", book(tmp_path, PLAIN_HEADER, *rows), *TEGAL).out.split())
    assert "DEKAT BATAS (45)" in words
    assert "Dan 5 lagi. Semuanya: --json. " in words
    assert "YANG PERLU DILIHAT (45)" in words
    assert "Dan 5 lagi. Semuanya: --marked BERKAS.xlsx atau --json." in words


def test_what_keeps_a_row_waiting_stands_before_what_is_only_to_be_looked_at(
    ask: Ask, tmp_path: Path
) -> None:
    file = book(tmp_path, PLAIN_HEADER, *[plain(NIK=None) for _ in range(60)], plain(NIK="123"))
    cells = ask("register", "check", file, *TEGAL).out.split("SEL DEMI SEL")[1]
    assert cells.index("Data C62: Ada 3 angka.") < cells.index("Data C2: NIK belum diisi.")
