import csv
import json
from datetime import date
from pathlib import Path

import pytest
from tests.cli.conftest import Ask
from tests.cli.test_json_page import PAGE, _keys

from pilkades.register.invented import Hamlet, bani_amas, village
from pilkades.register.voter import Voter

HEADINGS = ["NIK", "NKK", "Nama", "JK", "Tanggal Lahir", "Kawin", "Dusun", "RW", "RT", "TPS"]
LAW = ("--county", "bengkayang", "--polling-day", "2007-06-07")


def written(path: Path, voters: tuple[Voter, ...]) -> str:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(HEADINGS)
        for one in voters:
            assert one.birth is not None
            nik, kk = (f"'{number.digits}" if number else "" for number in (one.nik, one.kk))
            words = (one.name, one.sex, one.birth.notation, one.marital, one.dusun, one.rw, one.rt, one.tps)
            rows.writerow([nik, kk, *words])
    return str(path)


@pytest.fixture
def dpt(tmp_path: Path) -> str:
    """The 979 of 2007, invented people with the stations of the source."""
    return written(tmp_path / "dpt.csv", tuple(one for one in bani_amas().people if one.tps))


def test_the_979_of_2007_get_four_stations_under_the_perda(ask: Ask, dpt: str) -> None:
    said = ask("tps", "plan", dpt, *LAW)
    assert said.status == 0
    assert "Rencana 4 TPS untuk 979 pemilih" in said.out
    assert "300 pemilih (Perda Bengkayang 13/2006 Ps. 17 ayat (1))" in said.out
    assert "terbukti tidak ada rencana yang lebih baik" in said.out


def test_the_stations_of_the_list_itself_are_held_against_the_perda(ask: Ask, dpt: str) -> None:
    plan = json.loads(ask("tps", "plan", dpt, *LAW, "--json").out)
    (found,) = plan["as_listed"]
    assert (found["kind"], found["station"], found["voters"]) == ("over_law", "2", 50)
    assert found["articles"][0]["notation"] == "perda-bengkayang-13-2006:17(1)"
    assert found["message"] == "2 memuat 350 pemilih; batasnya 300, lebih 50."


def test_every_voter_is_at_one_station_and_none_is_above_the_cap(ask: Ask, dpt: str) -> None:
    plan = json.loads(ask("tps", "plan", dpt, *LAW, "--json").out)
    assert sum(one["voters"] for one in plan["stations"]) == 979
    assert max(one["voters"] for one in plan["stations"]) <= 300
    assert (plan["fewest_by_count"], len(plan["stations"])) == (4, 4)
    assert all(part["why"].endswith(".") and part["alternatives"] for part in plan["parts"])


def test_the_number_of_stations_may_be_named(ask: Ask, dpt: str) -> None:
    plan = json.loads(ask("tps", "plan", dpt, *LAW, "--tps", "5", "--json").out)
    assert len(plan["stations"]) == 5
    three = json.loads(ask("tps", "plan", dpt, *LAW, "--tps", "3", "--json").out)
    over = [one for one in three["remarks"] if one["kind"] == "over_law"]
    assert sum(one["voters"] for one in over) == 979 - 3 * 300


def test_where_the_law_sets_no_cap_the_committees_own_is_asked_for(ask: Ask, dpt: str) -> None:
    asked = ("tps", "plan", dpt, "--county", "tegal", "--polling-day", "2026-11-01")
    said = ask(*asked)
    assert said.status == 2
    assert "Permendagri 112/2014 Ps. 35 ayat (1)" in said.err
    assert "--cap" in said.err
    own = ask(*asked, "--cap", "400", "--basis", "rapat panitia")
    assert own.status == 0
    assert "400 pemilih, angka panitia" in own.out
    assert "Panitia memakai 400: rapat panitia." in " ".join(own.out.split())


def test_without_day_and_cap_both_ways_are_named(ask: Ask, dpt: str) -> None:
    said = ask("tps", "plan", dpt)
    assert said.status == 2
    assert "--polling-day" in said.err
    assert "--cap" in said.err


def test_who_may_not_vote_on_that_day_is_left_out_and_counted(ask: Ask, tmp_path: Path) -> None:
    people = village("satu dusun", (Hamlet("Melati", 40, 30),), date(2007, 6, 7))
    file = written(tmp_path / "semua.csv", people)
    plan = json.loads(ask("tps", "plan", file, *LAW, "--json").out)
    assert plan["rows"] == 70
    assert plan["left_out"] > 0
    assert plan["voters"] == 70 - plan["left_out"]


def test_sites_and_points_bring_ways_and_access(ask: Ask, dpt: str, tmp_path: Path) -> None:
    sites, points = tmp_path / "tps.csv", tmp_path / "titik.csv"
    sites.write_text(
        "tps,timur,utara,akses\n"
        + "".join(f"{name},{at * 1000},0,ya\n" for at, name in enumerate(("Balai", "SD", "Masjid", "Pasar"))),
        encoding="utf-8",
    )
    areas = sorted({(one.dusun, one.rw, one.rt) for one in bani_amas().people if one.tps})
    points.write_text(
        "dusun,rw,rt,timur,utara\n"
        + "".join(f"{d},{rw},{rt},{300 * at},50\n" for at, (d, rw, rt) in enumerate(areas)),
        encoding="utf-8",
    )
    asked = ("tps", "plan", dpt, *LAW, "--sites", str(sites), "--points", str(points))
    plan = json.loads(ask(*asked, "--json").out)
    assert all(one["longest_walk"] >= 50 for one in plan["stations"])
    assert {one["kind"] for one in plan["remarks"]}.isdisjoint({"access_unknown", "walk_not_weighed"})
    assert "mudah dijangkau penyandang disabilitas" in ask(*asked).out


def test_without_points_the_ways_are_said_to_be_unknown(ask: Ask, dpt: str) -> None:
    assert "jarak terjauh (m): belum diketahui" in ask("tps", "plan", dpt, *LAW).out
    plan = json.loads(ask("tps", "plan", dpt, *LAW, "--json").out)
    assert {one["aim"] for one in plan["aims"]}.isdisjoint({"longest_walk", "total_walk"})


def test_faults_of_several_files_are_named_at_once(ask: Ask, dpt: str, tmp_path: Path) -> None:
    sites = tmp_path / "tps.csv"
    sites.write_text("tps,akses\n,mungkin\n", encoding="utf-8")
    said = ask("tps", "plan", dpt, "--polling-day", "kemarin", "--sites", str(sites))
    assert said.status == 2
    assert len(said.err.splitlines()) == 3


def test_no_number_of_a_person_and_no_name_is_written(ask: Ask, dpt: str) -> None:
    said = ask("tps", "plan", dpt, *LAW)
    asked = ask("tps", "plan", dpt, *LAW, "--json")
    one = next(one for one in bani_amas().people if one.tps)
    for words in (said.out, asked.out):
        assert one.name not in words
        assert one.nik is None or one.nik.digits not in words
        assert one.kk is None or one.kk.digits not in words


def test_the_page_on_json_names_every_key(ask: Ask, dpt: str) -> None:
    keys = set(_keys(json.loads(ask("tps", "plan", dpt, *LAW, "--json").out)))
    assert [key for key in sorted(keys) if f"`{key}`" not in PAGE] == []


def test_the_plan_is_told_in_english_too(ask: Ask, dpt: str) -> None:
    said = ask("tps", "plan", dpt, *LAW, "--lang", "en")
    assert "A plan of 4 stations for 979 voters" in said.out
    assert "pemilih" not in said.out
