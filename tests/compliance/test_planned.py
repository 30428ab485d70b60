from datetime import date
from typing import Any

from tests.acts.conftest import make_draft

from pilkades.compliance.agenda import agenda
from pilkades.compliance.facts import FactBook
from pilkades.compliance.planned import beside_rules, kind_of, still_to_do
from pilkades.compliance.progress import Standing, standings
from pilkades.regulation.rulebook import Rulebook
from pilkades.timetable.holidays_of import county_days, workdays_of
from pilkades.timetable.rows import rows, timetable_for

# The first wave of Kabupaten Tegal 2027 with one of its two ends of term.
POLLING_DAY, TERM_ENDS = date(2027, 2, 3), date(2027, 2, 7)
ROWS = rows(timetable_for(POLLING_DAY, county="tegal", term_ends=(TERM_ENDS,)))
LAW = Rulebook.at(POLLING_DAY, "tegal")
WORKDAYS = workdays_of(range(2025, 2029), county_days("tegal"))
TERM: tuple[str, dict[str, Any]] = ("term", {"ends": "2027-02-07"})
NOTICE: tuple[str, dict[str, Any]] = ("bpd_notice", {"date": "2026-08-07"})


def book_of(*acts: tuple[str, dict[str, Any]]) -> FactBook:
    return FactBook.of(make_draft(number, kind, **facts) for number, (kind, facts) in enumerate(acts, 1))


def placed(today: date, *acts: tuple[str, dict[str, Any]]) -> tuple[Standing, ...]:
    return standings(ROWS, book_of(*acts), LAW, WORKDAYS, today)


def beside(today: date, *acts: tuple[str, dict[str, Any]]) -> set[str]:
    items = agenda(book_of(*acts), LAW, WORKDAYS, today)
    return {kind_of(one) for one in beside_rules(placed(today, *acts), items, LAW, today)}


def test_what_is_recorded_is_not_asked_for_again() -> None:
    before = {step.kind for step in still_to_do(placed(date(2026, 8, 5)))}
    after = {step.kind for step in still_to_do(placed(date(2026, 8, 10), TERM, NOTICE))}
    assert before - after == {"bpd_notice"}


def test_steps_come_by_their_last_day_and_the_poll_is_among_them() -> None:
    steps = still_to_do(placed(date(2026, 8, 5)))
    assert [step.end for step in steps] == sorted(step.end for step in steps)
    assert [(step.start, step.end) for step in steps if step.kind == "polling"] == [
        (POLLING_DAY, POLLING_DAY)
    ]


def test_a_second_round_of_registration_is_not_asked_for() -> None:
    conditional = {str(row.key) for row in ROWS if row.conditional}
    assert conditional
    assert not conditional & {step.key for step in still_to_do(placed(date(2026, 8, 5)))}


def test_before_any_act_the_timetable_asks_where_no_rule_can() -> None:
    # Without an end of term in the record no rule has a day to count from.
    assert "bpd_notice" in beside(date(2026, 8, 5))


def test_where_a_rule_sets_the_limit_the_timetable_is_silent() -> None:
    assert "bpd_notice" not in beside(date(2026, 8, 5), TERM)


def test_what_lies_months_ahead_is_not_asked_for_today() -> None:
    assert "polling" not in beside(date(2026, 8, 5))
    assert "polling" in beside(POLLING_DAY)
