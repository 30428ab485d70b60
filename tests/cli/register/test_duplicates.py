"""Rows that may be one person, from the command line: found, worded, and never removed or named."""

import json
import re
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.cli.conftest import Ask
from tests.cli.register.lists import written

from pilkades.register.invented import evenly, village
from pilkades.register.nik import Nik
from pilkades.register.voter import Voter

DAY = ("--polling-day", "2027-02-03")
PEOPLE = village("a", evenly(300), date(2027, 2, 3))
ADULTS = [at for at, one in enumerate(PEOPLE) if one.tps]
HERE, THERE, ELSEWHERE = ADULTS[10], ADULTS[100], ADULTS[200]


def slipped(voter: Voter) -> Voter:
    """The same person with another last digit of the NIK."""
    assert voter.nik is not None
    digits = voter.nik.digits
    return replace(voter, nik=Nik.parse(digits[:-1] + str((int(digits[-1]) + 1) % 10)))


@pytest.fixture
def one_village(tmp_path: Path) -> str:
    again = [replace(PEOPLE[HERE], nik=None), slipped(PEOPLE[THERE])]
    return written(tmp_path / "melati.csv", [*PEOPLE, *again])


def pairs(document: str) -> list[tuple[tuple[int, ...], str]]:
    found = json.loads(document)["pairs"]
    return sorted((tuple(row["row"] for row in pair["rows"]), pair["reading"]) for pair in found)


def test_the_two_rows_of_one_person_are_found_and_nobody_else(ask: Ask, one_village: str) -> None:
    # Row 1 of the file is the header.
    last = len(PEOPLE) + 1
    found = ask("register", "duplicates", one_village, *DAY, "--json")
    assert found.status == 0
    assert pairs(found.out) == [((HERE + 2, last + 1), "maybe_same"), ((THERE + 2, last + 2), "maybe_same")]


def test_a_pair_says_what_agrees_what_differs_and_what_to_do(ask: Ask, one_village: str) -> None:
    found = json.loads(ask("register", "duplicates", one_village, *DAY, "--json").out)
    pair = next(pair for pair in found["pairs"] if pair["rows"][0]["row"] == THERE + 2)
    said = {point["field"]: (point["speaks"], point["message"]) for point in pair["points"]}
    assert said["name"] == ("for", "Nama sama.")
    assert said["nik"] == ("for", "NIK beda satu angka di nomor urut.")
    assert pair["same_nik"] is False
    assert float(pair["probability"]) > 90
    assert pair["what_to_do"] == "Cocokkan dengan KTP atau KK keduanya, lalu tentukan."
    assert found["readings"]["maybe_same"] == 2


def test_across_villages_only_pairs_of_two_files_are_looked_for(
    ask: Ask, one_village: str, tmp_path: Path
) -> None:
    moved = replace(PEOPLE[ELSEWHERE], dusun="Kenanga", rt="009")
    others = village("another village", evenly(200), date(2027, 2, 3), area="990207")
    other = written(tmp_path / "mawar.csv", [*others, moved])
    across = json.loads(
        ask("register", "duplicates", one_village, other, *DAY, "--scope", "across", "--json").out
    )
    assert [[row["file"] for row in pair["rows"]] for pair in across["pairs"]] == [[one_village, other]]
    assert across["pairs"][0]["same_nik"] is True
    within = ask("register", "duplicates", one_village, other, *DAY, "--scope", "within", "--json").out
    assert [kind for _, kind in pairs(within)].count("maybe_same") == 2
    everywhere = ask("register", "duplicates", one_village, other, *DAY, "--json").out
    assert [kind for _, kind in pairs(everywhere)].count("maybe_same") == 3


def test_people_see_the_rows_and_neither_a_name_nor_a_number(ask: Ask, one_village: str) -> None:
    said = ask("register", "duplicates", one_village, *DAY)
    words = " ".join(said.out.split())
    assert "MUNGKIN ORANG YANG SAMA (2)" in words
    assert f"- melati.csv {THERE + 2} + melati.csv {len(PEOPLE) + 3}: Nama sama. NIK beda satu angka" in words
    assert "Tidak ada yang dihapus." in words
    assert not re.search(r"\d{16}", said.out + said.err)
    assert PEOPLE[THERE].name not in words


def test_a_list_without_pairs_says_so(ask: Ask, tmp_path: Path) -> None:
    file = written(tmp_path / "melati.csv", PEOPLE[:40])
    said = ask("register", "duplicates", file, *DAY, "--fail-on", "cannot_tell", "--lang", "en")
    assert said.status == 0
    assert "There is no pair to look at." in said.out


def test_a_pair_is_a_finding_where_that_was_asked(ask: Ask, one_village: str) -> None:
    assert ask("register", "duplicates", one_village, *DAY, "--fail-on", "maybe_same").status == 1


def test_files_that_cannot_be_used_are_all_named(ask: Ask, one_village: str, tmp_path: Path) -> None:
    empty, page = tmp_path / "kosong.csv", tmp_path / "halaman.html"
    empty.write_bytes(b"")
    page.write_bytes(b"<html><body>Masuk dulu</body></html>")
    said = ask("register", "duplicates", str(empty), one_village, str(page), *DAY)
    assert said.status == 2
    assert [line.split(":")[0] for line in said.err.splitlines()] == ["kosong.csv", "halaman.html"]


def test_without_spark_installed_its_address_is_answered_with_what_to_do(
    ask: Ask, one_village: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)
    monkeypatch.delitem(sys.modules, "pilkades.jobs.spark", raising=False)
    said = ask("register", "duplicates", one_village, *DAY, "--engine", "spark://127.0.0.1:7077")
    assert said.status == 2
    assert "--engine: pyspark" in said.err
    assert "Pasang pilkades[spark], atau pakai --engine local." in said.err
