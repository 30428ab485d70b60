"""The clock of proposals against the rules that hold the same deadlines against a record."""

from datetime import date, timedelta

import pytest
from tests.compliance.own_calendar import CALENDAR
from tests.compliance.stated import book, found
from tests.register.people import BENGKAYANG, PERMENDAGRI

from pilkades.base.day import Day
from pilkades.base.findings import Verdict
from pilkades.register.lists import ListKind
from pilkades.register.proposal_clock import Posted, proposal_clock


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
