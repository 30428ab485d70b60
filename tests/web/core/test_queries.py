from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.scenes import NOW, POLLING_DAY, chair_of, county, draft, election, granted, person

from pilkades.acts.verification import verify
from pilkades.base.findings import Verdict
from pilkades.compliance.agenda import Standing
from pilkades.compliance.facts import FactBook
from pilkades.compliance.judge import judge
from pilkades.regulation.rulebook import Rulebook
from pilkades.timetable.holidays_of import county_days, workdays_of
from pilkades.web.core.access import Need, access_election, elections_for
from pilkades.web.core.models import Election, Role
from pilkades.web.core.queries.records import entries_of, record_of
from pilkades.web.core.queries.states import forget, state_of, states_of
from pilkades.web.core.services.append_act import append_act
from pilkades.web.shared.models import User

pytestmark = pytest.mark.django_db
TODAY = date(2026, 8, 3)


def with_acts(held: Election, several: int) -> Election:
    chair, head = chair_of(held), held.head.digest
    for _ in range(several):
        head = append_act(chair, held.pk, draft(), head, at=NOW).act.digest
    return held


def queries_for(held: Election, user: User) -> int:
    forget()
    with CaptureQueriesContext(connection) as queries:
        reached = access_election(user, held.pk, Need.READ, NOW)
        state = state_of(reached, TODAY)
        assert all((state.findings, state.agenda, state.timetable))
    return len(queries)


def test_a_state_is_what_the_engine_says_of_the_same_acts() -> None:
    held = with_acts(election(), 1)
    held.head.refresh_from_db()
    state = state_of(held, TODAY)
    law = Rulebook.at(POLLING_DAY, "tegal")
    days = workdays_of(range(2024, 2029), county_days("tegal"))
    assert state.findings == judge(FactBook.of(record_of(held).acts), law, days)
    assert (state.rulebook.digest, state.law_changed) == (held.rulebook_digest, False)


def test_what_was_recorded_shows_in_findings_and_agenda_at_once() -> None:
    held = election()
    before = {finding.rule: finding.verdict for finding in state_of(held, TODAY).findings}
    chair = chair_of(held)
    term = append_act(chair, held.pk, draft("term", ends="2026-12-26"), held.head.digest, at=NOW)
    append_act(chair, held.pk, draft("bpd_notice", date="2026-06-02", written=True), term.act.digest, at=NOW)
    held.head.refresh_from_db()
    state = state_of(held, TODAY)
    changed = [finding for finding in state.findings if before[finding.rule] is not finding.verdict]
    assert {Verdict.UNKNOWN} == {before[finding.rule] for finding in changed}
    assert any(item.standing is Standing.DONE for item in state.agenda)


@pytest.mark.parametrize(("ends", "notice"), [("2027-01-05", "2023-12-31"), ("2080-12-31", "1920-01-01")])
def test_a_date_far_from_the_polling_day_brings_its_own_holidays(ends: str, notice: str) -> None:
    held = election()
    chair = chair_of(held)
    term = append_act(chair, held.pk, draft("term", ends=ends), held.head.digest, at=NOW)
    append_act(chair, held.pk, draft("bpd_notice", date=notice), term.act.digest, at=NOW)
    held.head.refresh_from_db()
    state = state_of(held, TODAY)
    assert len(state.findings) == len(state.rulebook.rules)
    assert state.agenda


def test_a_county_without_law_of_its_own_stands_under_national_law() -> None:
    held = election("33.29.01.2001", law="")
    assert state_of(held, TODAY).rulebook.county is None


def test_questions_to_the_database_do_not_grow_with_acts() -> None:
    short, long = with_acts(election(), 1), with_acts(election("33.28.01.2002"), 30)
    reader = person()
    granted(reader, Role.COUNTY, short.wave.county)
    counts = [queries_for(held, reader) for held in (short, long)]
    assert counts == [2, 2]


def test_questions_to_the_database_do_not_grow_with_villages() -> None:
    reader, above = person(), county()
    granted(reader, Role.COUNTY, above)
    counts = []
    for several in (1, 30):
        for number in range(several):
            code = f"33.28.{several:02d}.{2001 + number}"
            with_acts(election(code), 1)
        forget()
        with CaptureQueriesContext(connection) as queries:
            states = states_of(elections_for(reader, Need.READ, NOW), TODAY)
            assert all(state.election.village.district.county == above for state in states.values())
        counts.append((len(states), len(queries)))
    assert counts == [(1, 2), (31, 2)]


def test_a_state_that_is_kept_asks_nothing_more() -> None:
    held = with_acts(election(), 3)
    held = Election.objects.select_related("head", "village__district__county").get(pk=held.pk)
    first = state_of(held, TODAY).findings
    with CaptureQueriesContext(connection) as queries:
        assert state_of(held, TODAY).findings is first
    assert len(queries) == 0


def test_the_log_says_who_typed_each_act() -> None:
    held = with_acts(election(), 2)
    with CaptureQueriesContext(connection) as queries:
        entries = entries_of(held)
    assert [(entry.sequence, entry.recorded_by, entry.recorded_at) for entry in entries] == [
        (1, "Budi Santoso", NOW),
        (2, "Budi Santoso", NOW),
    ]
    assert len(queries) == 1
    held.head.refresh_from_db()
    assert verify(record_of(held)).whole
