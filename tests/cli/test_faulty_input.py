"""Input that cannot be used: exit status 2, each fault on its own line with what to do."""

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from tests.cli.conftest import Ask


def test_an_unknown_case_names_those_that_ship(ask: Ask) -> None:
    said = ask("replay", "no-such-case")
    assert said.status == 2
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.startswith("pilkades replay no-such-case: CASE: ")
    assert "bani-amas-2007" in said.err


def test_faults_come_as_an_object_where_json_is_asked(ask: Ask) -> None:
    said = ask("replay", "no-such-case", "--json", "--lang", "en")
    assert said.status == 2
    assert said.err == ""
    (fault,) = json.loads(said.out)["faults"]
    assert set(fault) == {"file", "key", "problem", "remedy"}
    assert fault["key"] == "CASE"
    assert "no case that ships" in fault["problem"]


def test_every_fault_of_a_case_file_has_its_own_line(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "bad.toml"
    file.write_text(
        'id = "x"\nvillage = "X"\ndistrict = "Y"\ncounty_name = "Z"\nlaw_day = 2019-01-01\n'
        '[source.000]\nfile = "f"\ntitle = "t"\n'
        '[[act]]\nkind = "pollng"\n[[act.statement]]\nat = "000:1"\nfacts = { date = "x" }\n'
        '[[act]]\nkind = "tally"\n[[act.statement]]\nat = "nowhere"\nfacts = { valid = "many" }\n',
        encoding="utf-8",
    )
    said = ask("replay", str(file), "--lang", "en")
    lines = said.err.splitlines()
    assert said.status == 2
    assert len(lines) == 3
    assert all(line.startswith(f"{file}: act[") for line in lines)


def test_a_file_that_is_not_text_is_said_to_be_none(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "bad.toml"
    file.write_bytes(b"\xff\xfe\x00")
    said = ask("replay", str(file), "--lang", "en")
    assert said.status == 2
    assert "not UTF-8 text" in said.err


def test_a_sheet_file_that_is_missing_is_named(ask: Ask, tmp_path: Path) -> None:
    missing = tmp_path / "missing.csv"
    said = ask("count", str(missing), "--lang", "en")
    assert said.status == 2
    assert said.err.startswith(f"{missing}: -: the file cannot be read")


def test_a_report_that_cannot_be_written_is_said_so(ask: Ask, tmp_path: Path) -> None:
    said = ask("replay", "balayan-2022", "--html", str(tmp_path / "no" / "folder" / "x.html"))
    assert said.status == 2
    assert "tidak dapat ditulis" in said.err


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (("law", "list", "--on", "yesterday"), "--on"),
        (("law", "list", "--on", "1999-01-01"), "--on"),
        (("law", "list", "--county", "atlantis"), "--county"),
        (("law", "show", "no.such"), "PARAM"),
        (("law", "diff", "2019-07-01", "x"), "B"),
        (("law", "article", "Pasal 5"), "NOTATION"),
        (("law", "article", "uu-6-2014:999"), "NOTATION"),
        (("timetable", "--county", "atlantis", "--polling-day", "2026-10-03"), "--county"),
        (("timetable", "--county", "tegal", "--polling-day", "3/10/2026"), "--polling-day"),
    ],
)
@pytest.mark.parametrize("language", ["id", "en"])
def test_each_value_that_cannot_be_used_names_its_option(
    ask: Ask, words: tuple[str, ...], key: str, language: str
) -> None:
    said = ask(*words, "--lang", language)
    assert (said.status, said.out) == (2, "")
    assert f": {key}: " in said.err
    assert said.err.count("\n") == 1


def test_all_wrong_dates_of_a_timetable_are_named_at_once(ask: Ask) -> None:
    said = ask("timetable", "--county", "tegal", "--polling-day", "x", "--term-end", "y", "--term-end", "z")
    assert said.status == 2
    assert len(said.err.splitlines()) == 3


def test_every_fault_of_a_sheet_file_has_its_row_and_column(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "sheets.csv"
    file.write_text("tps,sah,suara:A\n1,x,-1\n", encoding="utf-8")
    said = ask("count", str(file), "--lang", "en")
    assert said.status == 2
    assert [line.split(": ")[1] for line in said.err.splitlines()] == [
        "row 2, column valid",
        "row 2, column votes:A",
    ]


@pytest.mark.parametrize("words", [("replay",), ("replay", "x", "--no-such"), ("nonsense",)])
def test_a_command_line_that_cannot_be_read_is_one_line_too(ask: Ask, words: tuple[str, ...]) -> None:
    said = ask(*words)
    assert said.status == 2
    assert said.err.count("\n") == 1
    assert "--help" in said.err


@pytest.mark.parametrize("words", [(), ("law",)])
def test_a_command_that_only_holds_others_shows_them_line_by_line(ask: Ask, words: tuple[str, ...]) -> None:
    said = ask(*words)
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("Usage: pilkades")
    assert said.err.count("\n") > 5


def test_the_version_is_said(ask: Ask) -> None:
    said = ask("--version")
    assert (said.status, said.out) == (0, f"pilkades {version('pilkades')}\n")


@pytest.mark.parametrize("language", ["id", "en"])
def test_help_speaks_one_language(ask: Ask, language: str) -> None:
    out = ask("replay", "--help", "--lang", language).out
    assert ("Bahasa keluaran." in out) == (language == "id")
    assert ("Language of the output." in out) == (language == "en")
    assert "\x1e" not in out


def test_a_reader_that_has_seen_enough_is_no_fault() -> None:
    command = "pilkades replay bani-amas-2007 --all | head -1"
    ended = subprocess.run(  # noqa: S602 -- a pipe is what is tested, its words are constant
        f'set -o pipefail; PATH="{Path(sys.executable).parent}:$PATH"; {command}',
        shell=True,
        executable="/bin/bash",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == "Pemilihan kepala desa Bani Amas\n"
