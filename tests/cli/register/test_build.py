"""Lists drawn up from the command line: who stands on them, in which order, what changed."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.cli.conftest import Ask
from tests.cli.register.lists import written

from pilkades.base.day import Day
from pilkades.exchange.spreadsheets import read
from pilkades.register.cells import text_of
from pilkades.register.intake import intake
from pilkades.register.invented import BANI_AMAS_POLL, bani_amas, evenly, village
from pilkades.register.nik import Nik

LAW = ("--polling-day", "2007-06-07", "--county", "bengkayang", "--stated", "all")
TEGAL = ("--polling-day", "2027-02-03", "--county", "tegal", "--stated", "all", "--dps-adopted", "2026-12-11")
SIXTEEN = re.compile(r"\d{16}")
CASE = bani_amas()


@pytest.fixture
def before(tmp_path: Path) -> str:
    return written(tmp_path / "terdaftar.csv", CASE.registered)


@pytest.fixture
def after(tmp_path: Path) -> str:
    return written(tmp_path / "perbaikan.csv", CASE.people)


def rows(file: Path) -> list[list[str]]:
    """The rows of a list's first sheet below its headings."""
    cells = [[text_of(cell) for cell in row] for row in read(file.read_bytes(), file.name)[0].rows]
    top = next(at for at, row in enumerate(cells) if row[0] == "NO")
    return cells[top + 1 :]


def test_the_dps_of_bani_amas_has_977_and_the_dpt_979_with_two_additions_and_five_corrections(
    ask: Ask, before: str, after: str, tmp_path: Path
) -> None:
    # Source 002:1384 and 1391-1394.
    out = str(tmp_path / "dps.csv")
    dps = json.loads(ask("register", "build", before, *LAW, "--out", out, "--json").out)
    dpt = json.loads(
        ask("register", "build", after, *LAW, "--kind", "dpt", "--before", before, "--out", out, "--json").out
    )
    assert (dps["list"]["kind"], dps["list"]["count"], dps["changes"]) == ("dps", 977, None)
    assert (dpt["list"]["kind"], dpt["list"]["count"]) == ("dpt", 979)
    assert dpt["list"]["places"]["tps"] == {"1": 209, "2": 350, "3": 293, "4": 127}
    changes = dpt["changes"]
    assert (changes["added"], changes["corrected"], changes["removed"]) == (2, 5, 0)
    assert [row["fields"] for row in changes["rows"] if row["kind"] == "corrected"] == [["name"]] * 5
    assert dps["list"]["digest"] != dpt["list"]["digest"]


def test_the_list_is_alphabetical_where_the_law_of_the_day_says_so(
    ask: Ask, after: str, tmp_path: Path
) -> None:
    # Perda Bengkayang 13/2006: the DPS is drawn up alphabetically.
    out = tmp_path / "dpt.csv"
    found = json.loads(ask("register", "build", after, *LAW, "--out", str(out), "--json").out)
    names = [row[1] for row in rows(out)]
    assert (found["list"]["order"], found["list"]["order_by_law"]) == (["name"], True)
    assert names == sorted(names, key=str.casefold)


def test_where_no_text_sets_the_order_it_goes_by_place_or_as_asked(ask: Ask, tmp_path: Path) -> None:
    file = written(tmp_path / "a.csv", village("a", evenly(40), date(2027, 2, 3)))
    out = tmp_path / "dps.csv"
    usual = json.loads(ask("register", "build", file, *TEGAL, "--out", str(out), "--json").out)
    assert (usual["list"]["order_by_law"], usual["list"]["count"]) == (False, 40)
    assert [row[8] for row in rows(out)] == sorted(row[8] for row in rows(out))
    said = ask("register", "build", file, *TEGAL, "--out", str(out), "--order", "name")
    assert "name (seperti diminta)" in said.out
    assert [row[1] for row in rows(out)] == sorted((row[1] for row in rows(out)), key=str.casefold)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_copy_for_the_notice_board_covers_the_numbers_and_tells_no_birth_date(
    ask: Ask, after: str, tmp_path: Path, form: str
) -> None:
    out = tmp_path / f"dps.{form}"
    said = ask("register", "build", after, *LAW, "--out", str(out))
    assert said.status == 0
    cells = [cell for row in rows(out) for cell in row]
    assert len(rows(out)) == 979
    assert not any(SIXTEEN.search(cell) for cell in cells)
    born = {one.birth.notation for one in CASE.people if one.birth}
    assert not any("-".join(reversed(cell.split("-"))) in born for cell in cells)
    assert "990102**********" in cells


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_with_a_reason_the_whole_list_is_written_and_can_be_read_again(
    ask: Ask, after: str, tmp_path: Path, form: str
) -> None:
    out = tmp_path / f"dpt.{form}"
    ask("register", "build", after, *LAW, "--out", str(out), "--reason", "undangan per RT")
    first = read(out.read_bytes(), out.name)
    assert "Alasan: undangan per RT" in " ".join(text_of(cell) for row in first[0].rows[:5] for cell in row)
    again = intake(first, BANI_AMAS_POLL)
    voters = {one.nik: one for one in CASE.people}
    assert len(again.voters) == 979
    assert all(
        (one.name, one.kk, one.birth, one.disabilities)
        == (voters[one.nik].name, voters[one.nik].kk, voters[one.nik].birth, voters[one.nik].disabilities)
        for one in again.voters
    )


def test_what_is_said_of_a_whole_list_shows_no_number_and_no_name(
    ask: Ask, after: str, before: str, tmp_path: Path
) -> None:
    words = (
        "register",
        "build",
        after,
        *LAW,
        "--before",
        before,
        "--out",
        str(tmp_path / "x.xlsx"),
        "--reason",
        "uji",
    )
    names = {one.name for one in CASE.people}
    for form in ((), ("--json",)):
        said = ask(*words, *form)
        assert said.status == 0
        assert not SIXTEEN.search(said.out)
        assert not any(name in said.out for name in names)


def test_a_workbook_has_a_sheet_for_each_tps_and_one_for_the_changes(
    ask: Ask, after: str, before: str, tmp_path: Path
) -> None:
    out = tmp_path / "dpt.xlsx"
    ask(
        "register",
        "build",
        after,
        *LAW,
        "--kind",
        "dpt",
        "--before",
        before,
        "--by",
        "tps",
        "--out",
        str(out),
    )
    sheets = read(out.read_bytes(), "dpt.xlsx")
    assert [one.name for one in sheets] == [
        "DPT",
        "1. TPS 1",
        "2. TPS 2",
        "3. TPS 3",
        "4. TPS 4",
        "Perubahan",
    ]
    assert [one.rows[0][0] for one in sheets[1:5]] == [
        f"TPS {tps}: {voters} pemilih" for tps, voters in ((1, 209), (2, 350), (3, 293), (4, 127))
    ]
    changed = [row[1:] for row in sheets[-1].rows[2:]]
    assert len(changed) == 7
    assert {(right.name, "diperbaiki", "name") for _, right in CASE.corrections} <= set(changed)
    assert {(one.name, "ditambahkan", None) for one in CASE.additions} <= set(changed)


def test_who_died_or_moved_since_is_removed_with_the_reason_of_the_remark(
    ask: Ask, before: str, tmp_path: Path
) -> None:
    listed = [one for one in CASE.people if one.tps == "1"][:3]
    remarks = ("Meninggal dunia", "Pindah domisili", "")
    changed = {one.nik: replace(one, remark=words) for one, words in zip(listed, remarks, strict=True)}
    file = written(tmp_path / "b.csv", [changed.get(one.nik, one) for one in CASE.people])
    out = str(tmp_path / "x.csv")
    found = json.loads(ask("register", "build", file, *LAW, "--before", before, "--out", out, "--json").out)
    gone = [row["reason"] for row in found["changes"]["rows"] if row["kind"] == "removed"]
    assert sorted(gone) == ["died", "moved"]


def test_a_corrected_nik_is_a_correction_of_the_same_person(ask: Ask, tmp_path: Path) -> None:
    people = village("a", evenly(30), date(2027, 2, 3))
    right = replace(people[0], nik=Nik.parse("9901020101700009"))
    before, after = written(tmp_path / "a.csv", people), written(tmp_path / "b.csv", [right, *people[1:]])
    out = str(tmp_path / "x.csv")
    found = json.loads(
        ask("register", "build", after, *TEGAL, "--before", before, "--out", out, "--json").out
    )
    assert [(row["kind"], row["fields"]) for row in found["changes"]["rows"]] == [("corrected", ["nik"])]


def test_somebody_who_is_gone_without_a_reason_stops_the_list(ask: Ask, before: str, tmp_path: Path) -> None:
    file = written(tmp_path / "b.csv", CASE.people[1:])
    out = tmp_path / "x.csv"
    said = ask("register", "build", file, *LAW, "--before", before, "--out", str(out))
    assert said.status == 2
    assert (
        "1 orang dari daftar sebelumnya tidak masuk daftar ini, tanpa alasan (terdaftar.csv 2)." in said.err
    )
    assert not out.exists()


def test_rows_that_wait_stop_the_list_unless_somebody_leaves_them_out(ask: Ask, tmp_path: Path) -> None:
    people = village("a", evenly(30), date(2027, 2, 3))
    file = tmp_path / "a.csv"
    written(file, people)
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[3] = lines[3].replace(";L;", ";X;").replace(";P;", ";X;", 1)
    file.write_text("\n".join(lines), encoding="utf-8")
    out = tmp_path / "dps.csv"
    said = ask("register", "build", str(file), *TEGAL, "--out", str(out))
    assert (said.status, out.exists()) == (2, False)
    assert "1 baris menunggu perbaikan (a.csv 4)." in said.err
    left = json.loads(
        ask("register", "build", str(file), *TEGAL, "--out", str(out), "--without-waiting", "--json").out
    )
    assert (left["waiting"], out.exists()) == (1, True)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (("--out", "daftar.pdf"), "--out"),
        (("--out", "daftar.csv", "--by", "rt"), "--by"),
        (("--out", "daftar.csv", "--order", "umur"), "--order"),
        (("--out", "tidak/ada/daftar.csv"), "-"),
        (("--out", "tidak/ada/daftar.xlsx"), "-"),
    ],
)
def test_what_cannot_be_written_is_said(
    ask: Ask, after: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], key: str
) -> None:
    monkeypatch.chdir(tmp_path)
    said = ask("register", "build", after, *LAW, *words, "--json")
    assert said.status == 2
    assert [fault["key"] for fault in json.loads(said.out)["faults"]] == [key]


def test_a_file_that_is_read_is_never_written_over(ask: Ask, after: str, before: str) -> None:
    kept = Path(after).read_bytes(), Path(before).read_bytes()
    for words in (("--out", after), ("--before", before, "--out", before)):
        said = ask("register", "build", after, *LAW, *words)
        assert said.status == 2
        assert "berkas yang dibaca. Pilih nama lain; berkas asal tidak diubah." in said.err
    assert (Path(after).read_bytes(), Path(before).read_bytes()) == kept


def test_the_summary_withholds_every_number_below_ten(ask: Ask, after: str) -> None:
    said = ask("register", "summary", after, *LAW, "--previous-poll", "2001-06-07", "--json")
    found = json.loads(said.out)
    tables = {
        table["by"]: {line["label"]: line["count"] for line in table["lines"]} for table in found["tables"]
    }
    assert (found["total"], found["least_cell"], found["previous_poll"]) == (979, 10, "2001-06-07")
    assert tables["dusun"] == {"Setagi Tapang": 209, "Sentagi": 350, "Timonong": 293, "Tampe": 127}
    assert sum(tables["sex"].values()) == sum(tables["age"].values()) == 979
    counts = [count for table in tables.values() for count in table.values() if count is not None]
    assert min(counts) >= 10
    assert None in tables["disability"].values()
    born_late = [
        one for one in CASE.people if one.tps and one.birth and one.birth > Day.exactly(date(1984, 6, 7))
    ]
    assert tables["first_vote"]["pemilih pemula"] == len(born_late)


def test_the_summary_of_people_says_which_numbers_are_withheld(ask: Ask, after: str) -> None:
    words = " ".join(ask("register", "summary", after, *LAW).out.split())
    assert "Yang berhak memilih: 979" in words
    assert "Sensorik netra: tidak ditampilkan" in words
    assert "Angka di bawah 10 tidak ditampilkan" in words
    assert "PEMILIH PEMULA" not in words
