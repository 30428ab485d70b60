from datetime import date
from typing import Any

import pytest
from tests.acts.conftest import make_draft

from pilkades.acts.act import KINDS
from pilkades.compliance.facts import FactBook, Path
from pilkades.compliance.progress import Progress, standings
from pilkades.regulation.loader import shipped_law
from pilkades.regulation.rulebook import Rulebook
from pilkades.timetable.holidays_of import county_days, workdays_of
from pilkades.timetable.rows import rows, timetable_for
from pilkades.timetable.steps_file import step_lists

# The first wave of Kabupaten Tegal 2027 with one of its two ends of term.
POLLING_DAY, TERM_ENDS = date(2027, 2, 3), date(2027, 2, 7)
ROWS = rows(timetable_for(POLLING_DAY, county="tegal", term_ends=(TERM_ENDS,)))
LAW = Rulebook.at(POLLING_DAY, "tegal")
WORKDAYS = workdays_of(range(2025, 2029), county_days("tegal"))
TERM: tuple[str, dict[str, Any]] = ("term", {"ends": "2027-02-07"})
NOTICE: tuple[str, dict[str, Any]] = ("bpd_notice", {"date": "2026-08-07"})


def stand(today: date, *acts: tuple[str, dict[str, Any]]) -> dict[str, Progress]:
    book = FactBook.of(make_draft(number, kind, **facts) for number, (kind, facts) in enumerate(acts, 1))
    return {one.row.key.step: one.progress for one in standings(ROWS, book, LAW, WORKDAYS, today)}


@pytest.mark.parametrize("county", [None, *shipped_law().counties])
def test_every_step_of_every_list_names_acts_and_facts_that_are_declared(county: str | None) -> None:
    named = [(step, name) for listed in step_lists(county) for step in listed.steps for name in step.acts]
    unknown = [
        name
        for _, name in named
        if (name not in KINDS and "." not in name) or ("." in name and not Path(*name.split(".")).exists())
    ]
    assert unknown == []
    assert [step.id for listed in step_lists(county) for step in listed.steps if not step.acts] == []


def test_a_ladder_names_one_act_for_each_of_its_rungs() -> None:
    for county in (None, "tegal"):
        for listed in step_lists(county):
            for step in listed.steps:
                assert step.ladder is None or len(step.ladder.rungs) <= len(step.acts)


def test_a_step_is_done_when_its_act_is_in_the_record_whatever_the_day() -> None:
    for today in (date(2026, 8, 1), date(2027, 6, 1)):
        assert stand(today, TERM, NOTICE)["notice"] is Progress.DONE


def test_a_fact_of_an_act_is_not_another_fact_of_it() -> None:
    found = stand(date(2026, 9, 1), ("budget", {"proposed_on": "2026-08-31"}))
    assert found["budget"] is Progress.DONE
    assert found["budget-approval"] is not Progress.DONE


def test_an_act_that_was_not_done_does_not_make_a_step_done() -> None:
    assert stand(date(2026, 7, 1), ("socialisation", {"done": False}))["socialisation"] is not Progress.DONE


def test_the_committee_waits_for_the_notice_from_which_the_law_counts_it() -> None:
    # PP 16/2026 Ps. 39 ayat (2) huruf b: 10 hari kerja sesudah pemberitahuan.
    assert stand(date(2026, 8, 10), TERM)["committee"] is Progress.BLOCKED
    assert stand(date(2026, 8, 10), TERM, NOTICE)["committee"] is Progress.DUE


def test_a_step_is_late_on_the_day_after_its_last_and_not_on_it() -> None:
    last = next(row.end for row in ROWS if row.key.step == "committee")
    # Kepbup Tegal 713/2026 Lampiran II angka 3: sampai 24 Agustus 2026 bagi desa kelompok pertama.
    assert last == date(2026, 8, 24)
    assert stand(date(2026, 8, 24), TERM, NOTICE)["committee"] is Progress.DUE
    assert stand(date(2026, 8, 25), TERM, NOTICE)["committee"] is Progress.LATE


def test_a_far_step_whose_way_is_free_is_still_ahead() -> None:
    assert stand(date(2026, 8, 10), TERM, NOTICE)["enumeration"] is Progress.AHEAD


def test_a_conditional_step_whose_days_went_by_does_not_apply_instead_of_being_late() -> None:
    found = stand(date(2027, 1, 30), TERM, NOTICE)
    assert found["selection"] is Progress.NOT_APPLICABLE
    assert found["lot"] is Progress.LATE


def test_a_report_at_the_end_of_the_term_is_not_asked_where_the_office_fell_vacant() -> None:
    # PP 16/2026 Ps. 39 ayat (2) huruf c speaks of the end of the term.
    early = ("term", {"ended_early": True, "ends": "2027-02-07"})
    assert stand(date(2026, 8, 10), early, NOTICE)["final-report"] is Progress.NOT_APPLICABLE
