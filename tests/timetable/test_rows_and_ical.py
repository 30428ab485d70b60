import json
import re
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades.base.errors import PilkadesError
from pilkades.base.language import Language
from pilkades.timetable.days import Unit
from pilkades.timetable.ical import escaped, icalendar
from pilkades.timetable.misfits import move
from pilkades.timetable.proposal import Key, Window
from pilkades.timetable.rows import rows, timetable_for
from pilkades.timetable.steps import Weight

TIMETABLE = timetable_for(date(2027, 2, 3), county="tegal")
ROWS = rows(TIMETABLE)
STAMP = datetime(2026, 11, 21, 9, 0, tzinfo=timezone(timedelta(hours=7)))


def events(text: str) -> list[dict[str, str]]:
    """Read it back: unfold, cut at BEGIN:VEVENT, split each line at its first colon."""
    unfolded = text.replace("\r\n ", "")
    blocks = re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", unfolded, re.DOTALL)
    return [dict(line.split(":", 1) for line in block.strip().split("\r\n")) for block in blocks]


def test_a_row_holds_all_that_a_table_shows() -> None:
    row = next(row for row in ROWS if row.key == Key("committee", 0, "2"))
    assert (row.start, row.end) == (date(2026, 10, 8), date(2026, 10, 22))
    assert (row.n, row.unit, row.evidence) == (10, Unit.WORKING_DAY, Weight.PRIMARY)
    assert row.cohort.id == "masa jabatan berakhir 8 April 2027"
    assert [article.notation for article in row.articles] == [
        "kepbup-tegal-713-2026:lampiran.3",
        "pp-16-2026:39(2).b",
    ]
    assert row.explanation.en.startswith(
        "End: [BPD's notice that the term ends] 10 working days after 8 October"
    )


def test_the_rows_of_an_extension_are_numbered() -> None:
    labels = [row.label.id for row in ROWS if row.key.step == "extension"]
    assert labels == ["perpanjangan pendaftaran 1", "perpanjangan pendaftaran 2"]


def test_a_number_read_off_the_decree_is_said_to_be_one() -> None:
    row = next(row for row in ROWS if row.key.step == "enumeration")
    assert row.derived
    assert "read off the printed dates" in row.explanation.en


def test_rows_become_json_with_dates_and_articles_as_text() -> None:
    plain = json.loads(json.dumps([row.plain() for row in ROWS]))
    quiet = next(row for row in plain if row["key"] == "quiet")
    assert (quiet["start"], quiet["end"], quiet["n"], quiet["unit"]) == (
        "2027-01-29",
        "2027-02-02",
        3,
        "working_day",
    )
    assert quiet["articles"][-1] == "pp-16-2026:39(3).f"
    assert all(row["explanation"]["id"] and row["explanation"]["en"] for row in plain)


def test_an_event_of_three_days_ends_on_the_fourth() -> None:
    quiet = next(
        event for event in events(icalendar(ROWS, "tegal", STAMP)) if event["SUMMARY"] == "masa tenang"
    )
    assert quiet["DTSTART;VALUE=DATE"] == "20270129"
    assert quiet["DTEND;VALUE=DATE"] == "20270203"
    assert quiet["DTSTAMP"] == "20261121T020000Z"


def test_every_row_with_an_end_is_one_event_with_a_name_of_its_own() -> None:
    found = events(icalendar(ROWS, "tegal", STAMP))
    assert len(found) == len(ROWS)
    assert len({event["UID"] for event in found}) == len(found)
    open_rows = rows(timetable_for(date(2027, 6, 16)))
    dated = [row for row in open_rows if row.end]
    assert len(events(icalendar(open_rows, "x", STAMP))) == len(dated) < len(open_rows)


def test_a_moved_step_keeps_its_identifier_and_another_election_has_others() -> None:
    moved = move(TIMETABLE, Key("lot"), Window(date(2027, 1, 22), date(2027, 1, 22))).timetable
    before, after = (events(icalendar(found, "tegal", STAMP)) for found in (ROWS, rows(moved)))
    assert [event["UID"] for event in before] == [event["UID"] for event in after]
    assert before != after
    other = events(icalendar(ROWS, "blitar", STAMP))
    assert not {event["UID"] for event in before} & {event["UID"] for event in other}


@pytest.mark.parametrize("language", Language)
def test_no_line_is_longer_than_75_octets_and_every_line_ends_in_crlf(language: Language) -> None:
    text = icalendar(ROWS, "tegal", STAMP, language)
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_folding_never_cuts_a_character_and_can_be_undone() -> None:
    row = next(row for row in ROWS if row.key.step == "quiet")
    wide = type(row)(
        **{name: getattr(row, name) for name in row.__slots__} | {"label": row.label + row.label}
    )
    scope = "é" * 200
    text = icalendar([wide], scope, STAMP)
    assert events(text)[0]["SUMMARY"] == "masa tenangmasa tenang"
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r"), max_size=60))
def test_escaping_can_be_undone(words: str) -> None:
    undone = re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], escaped(words))
    assert undone == words
    assert "\n" not in escaped(words)


def test_commas_semicolons_and_backslashes_are_escaped() -> None:
    assert escaped("a,b;c\\d\ne") == "a\\,b\\;c\\\\d\\ne"


def test_a_stamp_without_a_zone_is_refused() -> None:
    with pytest.raises(PilkadesError, match="stamp-without-zone"):
        icalendar(ROWS, "tegal", STAMP.replace(tzinfo=None))
