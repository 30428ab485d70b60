"""The days of a posting from record and timetable, and the clock against the rule on the same deadline."""

from datetime import date, timedelta

import pytest
from tests.acts.conftest import make_draft
from tests.compliance.own_calendar import CALENDAR
from tests.compliance.stated import book, found
from tests.register.people import BENGKAYANG, PERMENDAGRI

from pilkades.acts.act import Act
from pilkades.acts.record import Record, append
from pilkades.base.day import Day
from pilkades.base.findings import Verdict
from pilkades.register.lists import ListKind
from pilkades.register.posted import posted_in
from pilkades.register.proposal_clock import Posted, proposal_clock
from pilkades.timetable.rows import rows, timetable_for

TEGAL = rows(timetable_for(date(2027, 2, 3), county="tegal"))


def record(*drafts: Act) -> Record:
    held = Record("99.01.01.2001-2026-12-06")
    for one in drafts:
        held = append(held, one, held.head)
    return held


def planned(act: str) -> tuple[date | None, date | None]:
    (row,) = [row for row in TEGAL if act in row.acts]
    return row.start, row.end


def test_the_record_says_when_a_list_was_posted_and_until_when() -> None:
    held = record(
        make_draft(1, "dps_announced", date="2026-12-10", until="2026-12-15"),
        make_draft(2, "dpt", date="2026-12-30"),
    )
    found_days = posted_in(held, TEGAL, ListKind.DPS)
    assert found_days == Posted(Day.parse("2026-12-10"), Day.parse("2026-12-15"), date(2026, 12, 30))


def test_before_the_posting_the_timetable_says_when_it_is_planned() -> None:
    start, end = planned("dps_announced")
    assert start is not None
    assert end is not None
    adoption, _ = planned("dpt")
    expected = Posted(Day.exactly(start), Day.exactly(end), adoption, planned=True)
    assert posted_in(record(), TEGAL, ListKind.DPS) == expected
    clock = proposal_clock(ListKind.DPS, PERMENDAGRI.rulebook, expected, CALENDAR)
    assert "pengumuman belum tercatat" in clock.explanation.id


def test_without_record_and_timetable_nothing_is_known() -> None:
    assert posted_in(record(), (), ListKind.DPTB) == Posted(None)


def test_a_committee_that_took_proposals_after_the_posting_is_held_to_that() -> None:
    held = record(
        make_draft(1, "dps_announced", date="2026-12-10", until="2026-12-12"),
        make_draft(2, "list_corrections", accepted_until="2026-12-16"),
    )
    assert posted_in(held, (), ListKind.DPS).until == Day.parse("2026-12-16")
    assert posted_in(held, (), ListKind.DPTB) == Posted(None)


@pytest.mark.parametrize("posted", [date(2007, 4, 2), date(2007, 4, 13), date(2007, 5, 16)])
def test_the_clock_ends_on_the_day_that_the_rule_of_the_perda_asks_for(posted: date) -> None:
    """Ps. 6 huruf c as the rule holds it against the record: closing a day earlier is no compliance."""
    clock = proposal_clock(ListKind.DPS, BENGKAYANG.rulebook, Posted(Day.exactly(posted)), CALENDAR)
    assert clock.closes is not None
    last = clock.closes.latest
    for day, verdict in ((last, Verdict.COMPLIED), (last - timedelta(days=1), Verdict.VIOLATED)):
        stated = book({"dps_announced.date": posted, "list_corrections.accepted_until": day})
        assert found(BENGKAYANG.rulebook, stated, "pp72-corrections-window", CALENDAR).verdict is verdict


@pytest.mark.parametrize("posted", [date(2019, 9, 2), date(2019, 9, 6)])
def test_both_readings_of_three_days_end_where_the_rule_on_the_posting_is_ambiguous_or_kept(
    posted: date,
) -> None:
    """Ps. 12(2): posted until a last day of the clock, the posting keeps one reading of the day at least."""
    clock = proposal_clock(ListKind.DPS, PERMENDAGRI.rulebook, Posted(Day.exactly(posted)), CALENDAR)
    assert clock.closes is not None
    for last in {clock.closes.earliest, clock.closes.latest}:
        stated = book({"dps_announced.date": posted, "dps_announced.until": last})
        verdict = found(PERMENDAGRI.rulebook, stated, "dps-posted", CALENDAR).verdict
        assert verdict is (Verdict.COMPLIED if clock.closes.known else Verdict.AMBIGUOUS)
    too_short = book(
        {"dps_announced.date": posted, "dps_announced.until": clock.closes.earliest - timedelta(days=1)}
    )
    rule = found(PERMENDAGRI.rulebook, too_short, "dps-posted", CALENDAR)
    assert rule.verdict is Verdict.VIOLATED
