"""Until when proposals on a list are accepted, by the days on record and the articles."""

from datetime import date

import pytest
from tests.web.public.content import append
from tests.web.scenes import draft, election

from pilkades.base.day import Day
from pilkades.register.grounds import Ground
from pilkades.register.lists import ListKind
from pilkades.register.proposal_clock import Clock
from pilkades.timetable.days import Answer
from pilkades.web.core.models import Election
from pilkades.web.core.queries.proposal_times import proposal_time_of
from pilkades.web.core.queries.states import state_of

pytestmark = pytest.mark.django_db
FRIDAY = date(2026, 8, 7)


def _clock(held: Election, kind: ListKind = ListKind.DPS) -> Clock:
    return proposal_time_of(state_of(held, FRIDAY), kind)


def test_proposals_come_as_long_as_the_list_is_posted() -> None:
    """Permendagri 112/2014 Pasal 13 ayat (1) with 12 ayat (2): three days from Friday, of either kind."""
    held = election()
    append(held, draft("dps_announced", date="2026-08-07"))
    assert _clock(held).closes == Day(date(2026, 8, 9), date(2026, 8, 11))


def test_a_longer_time_that_the_committee_recorded_holds() -> None:
    held = election()
    append(held, draft("dps_announced", date="2026-08-07", until="2026-08-14"))
    clock = _clock(held)
    assert clock.in_time(date(2026, 8, 14)) is Answer.YES
    assert clock.in_time(date(2026, 8, 15)) is Answer.NO


def test_the_last_day_of_acceptance_goes_before_that_of_the_posting() -> None:
    held = election()
    append(held, draft("dps_announced", date="2026-08-07", until="2026-08-14"))
    append(held, draft("list_corrections", accepted_until="2026-08-20"))
    assert _clock(held).in_time(date(2026, 8, 20)) is Answer.YES


def test_who_is_not_listed_may_report_until_the_last_day_on_which_additional_voters_are_registered() -> None:
    """Permendagri 112/2014 Pasal 14."""
    held = election()
    append(held, draft("dps_announced", date="2026-08-07", until="2026-08-11"))
    append(held, draft("dptb", date="2026-08-12", until="2026-08-14"))
    clock = _clock(held)
    assert clock.in_time(date(2026, 8, 14)) is Answer.NO
    assert clock.in_time(date(2026, 8, 14), Ground.NOT_LISTED) is Answer.YES


def test_before_the_list_is_announced_the_last_day_is_not_known() -> None:
    assert _clock(election()).closes is None


def test_it_is_decided_before_the_dpt_is_adopted_as_the_timetable_has_it() -> None:
    """Tegal proposes a day for the DPT (Kepbup 713/2026); proposals are decided by the day before."""
    held = election()
    append(held, draft("dps_announced", date="2026-08-07"))
    state = state_of(held, FRIDAY)
    (planned,) = {row.start or row.end for row in state.plan.rows if "dpt" in row.acts}
    decide_by = _clock(held).decide_by
    assert planned is not None
    assert decide_by is not None
    assert (planned - decide_by).days == 1
    append(held, draft("dpt", date="2026-08-17"))
    assert _clock(held).decide_by == date(2026, 8, 16)
