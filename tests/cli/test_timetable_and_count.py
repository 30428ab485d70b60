"""Timetables against the wave of Tegal; sheets against sums worked out by hand."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Ask

# Kepbup Tegal 713/2026, Lampiran II: the wave of 3 February 2027.
TEGAL = ("timetable", "--county", "33.28", "--polling-day", "2027-02-03")


def test_the_wave_of_tegal_is_laid_out_with_windows_articles_and_units(ask: Ask) -> None:
    found = json.loads(ask(*TEGAL, "--json").out)
    rows = {row["step"]: row for row in found["rows"]}
    assert found["county"] == "tegal"
    polling = [row for row in found["rows"] if row["start"] == row["end"] == "2027-02-03"]
    assert polling
    assert all(row["articles"] for row in rows.values())
    assert {row["unit"] for row in rows.values() if row["n"]} >= {"working_day"}


def test_code_and_short_name_of_a_county_give_the_same_timetable(ask: Ask) -> None:
    by_name = ask("timetable", "--county", "tegal", "--polling-day", "2027-02-03")
    assert by_name.out == ask(*TEGAL).out
    assert "Rabu, 3 Februari 2027" in by_name.out


def test_the_calendar_has_one_event_for_each_row_with_an_end(ask: Ask) -> None:
    rows = json.loads(ask(*TEGAL, "--json").out)["rows"]
    calendar = ask(*TEGAL, "--ics").out
    assert calendar.startswith("BEGIN:VCALENDAR")
    assert calendar.count("BEGIN:VEVENT") == sum(row["end"] is not None for row in rows)


def test_the_calendar_ends_its_lines_as_the_standard_asks(ask: Ask) -> None:
    # RFC 5545 3.1: CRLF
    calendar = ask(*TEGAL, "--ics").out
    assert calendar.count("\r\n") == calendar.count("\n") > 0


def test_each_end_of_term_gives_its_own_rows(ask: Ask) -> None:
    found = json.loads(ask(*TEGAL, "--term-end", "2027-02-07", "--term-end", "2027-05-01", "--json").out)
    assert found["term_ends"] == ["2027-02-07", "2027-05-01"]
    assert {row["cohort"] for row in found["rows"]} >= {
        "masa jabatan berakhir 7 Februari 2027",
        "masa jabatan berakhir 1 Mei 2027",
    }


def test_json_and_calendar_together_are_refused(ask: Ask) -> None:
    said = ask(*TEGAL, "--json", "--ics")
    assert said.status == 2
    assert json.loads(said.out)["faults"][0]["key"] == "--ics"


@pytest.fixture
def sheets(tmp_path: Path) -> Path:
    file = tmp_path / "sheets.csv"
    file.write_text(
        "tps,dpt,hadir,dalam_kotak,sah,tidak_sah,suara:Siti,suara:Budi\n"
        "1,300,250,250,245,5,120,125\n"
        "2,280,201,201,200,1,103,97\n",
        encoding="utf-8",
    )
    return file


def test_sheets_are_added_and_the_most_votes_named(ask: Ask, sheets: Path) -> None:
    # by hand: Siti 120 + 103 = 223, Budi 125 + 97 = 222; 445 valid; 451 of 580 came = 77.76 %
    found = json.loads(ask("count", str(sheets), "--on", "2026-10-03", "--json").out)
    assert found["result"]["elected"] == "Siti"
    assert found["result"]["votes"] == {"Siti": 223, "Budi": 222}
    assert (found["result"]["margin"], found["result"]["valid"]) == (1, 445)
    assert found["turnout"] == {"came": 451, "registered": 580, "share": "77.76"}
    assert found["complete"] is True


def test_a_sheet_that_does_not_add_up_is_shown_with_its_difference(ask: Ask, sheets: Path) -> None:
    sheets.write_text(sheets.read_text().replace("103,97", "102,97"), encoding="utf-8")
    words = " ".join(ask("count", str(sheets), "--on", "2026-10-03").out.split())
    assert "TPS 2: suara Siti 102 + suara Budi 97 = surat suara sah 200; selisih -1." in words


@pytest.mark.parametrize(
    ("law", "article"),
    [
        (("--on", "2019-07-01"), "pp-43-2014:41(4).c"),
        (("--on", "2026-10-03"), "pp-16-2026:39(5)"),
        (("--on", "2007-06-07", "--county", "bengkayang"), "perda-bengkayang-13-2006:28(2)"),
    ],
)
def test_a_tie_is_broken_by_the_chain_of_its_law(
    ask: Ask, sheets: Path, law: tuple[str, ...], article: str
) -> None:
    sheets.write_text(sheets.read_text().replace("200,1,103,97", "199,1,102,97"), encoding="utf-8")
    found = json.loads(ask("count", str(sheets), *law, "--json").out)
    assert found["result"]["outcome"] == "tie_open"
    assert found["tie_chain"][0]["article"] == article


def test_a_blank_is_not_a_zero(ask: Ask, sheets: Path) -> None:
    sheets.write_text(sheets.read_text().replace("103,97", "103,"), encoding="utf-8")
    found = json.loads(ask("count", str(sheets), "--on", "2026-10-03", "--json").out)
    assert found["village"]["figures"]["votes:Budi"] is None
    assert (found["result"]["outcome"], found["result"]["elected"]) == ("unknown", None)
