from datetime import date

import pytest

from pilkades.timetable.days import Workdays
from pilkades.timetable.misfits import Kind, Misfit, check, move
from pilkades.timetable.proposal import Anchors, Key, Timetable, Window, propose
from pilkades.timetable.rows import timetable_for
from pilkades.timetable.steps_file import read_steps

VOTE = date(2027, 2, 3)


@pytest.fixture(name="tegal", scope="module")
def _tegal() -> Timetable:
    return timetable_for(VOTE, county="tegal")


def kinds(found: tuple[Misfit, ...]) -> set[tuple[Kind, str, int]]:
    return {(misfit.kind, str(misfit.key), misfit.difference) for misfit in found}


def test_a_committee_formed_two_days_after_its_limit_is_too_late(tegal: Timetable) -> None:
    moved = move(tegal, Key("committee", 0, "1"), Window(date(2026, 8, 7), date(2026, 8, 26)))
    late = next(misfit for misfit in moved.broken if misfit.kind is Kind.TOO_LATE)
    assert (str(late.key), late.difference) == ("committee@1", 2)
    assert "the limit is 24 August 2026; 2 calendar day(s) apart." in late.message.en
    assert "Monday 17 August 2026 (Independence Day)" in late.message.en
    assert late.message.en.endswith("Who may change the date: the Bupati of Tegal, who set this timetable.")
    assert "pp-16-2026:39(2).b" in {article.notation for article in late.articles}


def test_a_notice_on_any_other_day_than_six_months_before_does_not_fit(tegal: Timetable) -> None:
    later = move(tegal, Key("notice", 0, "1"), Window(date(2026, 8, 10), date(2026, 8, 10)))
    earlier = move(tegal, Key("notice", 0, "1"), Window(date(2026, 8, 6), date(2026, 8, 6)))
    assert (Kind.TOO_LATE, "notice@1", 3) in kinds(later.broken)
    assert [misfit.kind for misfit in later.broken if misfit.key.step == "notice"] == [Kind.TOO_LATE]
    # An earlier notice moves the clocks that start from it: committee and report are then late as well.
    assert kinds(earlier.broken) == {
        (Kind.TOO_EARLY, "notice@1", -1),
        (Kind.TOO_LATE, "committee@1", 3),
        (Kind.TOO_LATE, "final-report@1", 1),
    }


def test_a_campaign_of_four_days_is_one_too_long_and_one_of_two_fits(tegal: Timetable) -> None:
    four = move(tegal, Key("campaign"), Window(date(2027, 1, 25), date(2027, 1, 28)))
    two = move(tegal, Key("campaign"), Window(date(2027, 1, 27), date(2027, 1, 28)))
    assert kinds(four.broken) == {(Kind.TOO_LONG, "campaign", 1)}
    assert four.broken[0].articles[0].notation == "pp-16-2026:39(3).e"
    assert two.broken == ()


def test_a_posting_of_two_days_is_one_too_short(tegal: Timetable) -> None:
    moved = move(tegal, Key("dpt-posting"), Window(date(2026, 12, 29), date(2026, 12, 30)))
    assert kinds(moved.broken) == {(Kind.TOO_SHORT, "dpt-posting", -1)}


def test_the_second_extension_must_hold_its_ten_days(tegal: Timetable) -> None:
    moved = move(tegal, Key("extension", 2), Window(date(2026, 12, 14), date(2026, 12, 24)))
    assert kinds(moved.broken) == {(Kind.TOO_SHORT, "extension-2", -1)}


def test_a_draw_before_the_candidates_are_adopted_breaks_the_order(tegal: Timetable) -> None:
    moved = move(tegal, Key("lot"), Window(date(2027, 1, 19), date(2027, 1, 19)))
    assert kinds(moved.broken) == {(Kind.ORDER, "lot", 1)}
    assert moved.broken[0].other == "adoption"
    assert "adopting the candidates is over only on 20 January 2027" in moved.broken[0].message.en


def test_a_step_put_on_a_day_off_is_named_with_the_holiday(tegal: Timetable) -> None:
    moved = move(tegal, Key("dpt"), Window(date(2026, 12, 25), date(2026, 12, 25)))
    off = [misfit for misfit in moved.broken if misfit.kind is Kind.DAY_OFF]
    assert [misfit.other for misfit in off] == ["2026-12-25"]
    assert "Hari Raya Natal" in off[0].message.id


def test_the_vote_may_fall_on_a_sunday() -> None:
    sunday = timetable_for(date(2027, 6, 20))
    assert not [misfit for misfit in check(sunday) if misfit.key.step == "polling"]


def test_a_window_that_ends_before_it_starts_is_reversed(tegal: Timetable) -> None:
    moved = move(tegal, Key("candidates-posting"), Window(date(2027, 1, 25), date(2027, 1, 21)))
    assert (Kind.REVERSED, "candidates-posting", -4) in kinds(moved.broken)


def test_a_move_alone_leaves_the_others_and_a_carried_move_takes_them_along(tegal: Timetable) -> None:
    key, window = Key("quiet"), Window(date(2027, 1, 28), date(2027, 2, 1))
    alone = move(tegal, key, window)
    assert alone.carried == ()
    assert [str(one.key) for one in alone.timetable.placed if "Set by hand" in one.explanation.en] == [
        "quiet"
    ]
    assert kinds(alone.broken) == {(Kind.ORDER, "quiet", 0)}
    carried = move(tegal, key, window, carry=True)
    assert carried.timetable.window(Key("campaign")) == Window(date(2027, 1, 25), date(2027, 1, 27))
    assert Key("extension", 1) in {one.key for one in carried.carried}
    assert Key("notice", 0, "1") not in {one.key for one in carried.carried}
    assert carried.timetable.window(key) == window


def test_a_move_back_mends_what_it_broke(tegal: Timetable) -> None:
    key = Key("report-bpd")
    there = move(tegal, key, Window(VOTE, date(2027, 2, 15)))
    back = move(there.timetable, key, tegal.window(key))
    assert kinds(there.broken) == {(Kind.TOO_LATE, "report-bpd", 3)}
    assert kinds(back.mended) == kinds(there.broken)
    assert back.broken == ()
    assert check(back.timetable) == check(tegal)


def test_a_moved_window_stays_when_the_next_one_is_carried(tegal: Timetable) -> None:
    first = move(tegal, Key("lot"), Window(date(2027, 1, 22), date(2027, 1, 22)), carry=True)
    second = move(first.timetable, Key("campaign"), Window(date(2027, 1, 25), date(2027, 1, 27)), carry=True)
    assert second.timetable.window(Key("lot")).end == date(2027, 1, 22)


def test_a_draw_on_the_day_of_adoption_is_no_breach_of_order(tegal: Timetable) -> None:
    moved = move(tegal, Key("lot"), Window(date(2027, 1, 20), date(2027, 1, 20)))
    assert moved.broken == ()


COHORTS = """
[[timetable]]
id = "cohorts"
label = { id = "uji", en = "test" }
decides = { id = "panitia", en = "committee" }
"""
COHORT_STEP = """
[[timetable.step]]
id = "{id}"
stage = "preparation"
label = {{ id = "{id}", en = "{id}" }}
who = {{ id = "BPD", en = "BPD" }}
article = ["pp-16-2026:39(2).a"]
evidence = "primary"
day = {{ before = "term_end", n = {n} }}
follows = [{follows}]
"""


def test_the_order_is_kept_within_a_cohort_not_across_two() -> None:
    text = COHORTS + COHORT_STEP.format(id="notice", n=90, follows="")
    text += COHORT_STEP.format(id="committee", n=80, follows='"notice"')
    steps = read_steps(text, "steps.toml")[0]
    ends = (date(2027, 6, 30), date(2027, 12, 30))
    timetable = propose(steps, Anchors.of(date(2027, 6, 16), ends), Workdays(rest=frozenset()))
    assert check(timetable) == ()
    early = date(2027, 3, 1)
    moved = move(timetable, Key("committee", 0, "1"), Window(early, early))
    assert [(misfit.kind, misfit.other) for misfit in moved.broken] == [(Kind.ORDER, "notice@1")]


def test_a_plan_made_too_late_names_the_steps_that_are_over_already(tegal: Timetable) -> None:
    passed = [misfit for misfit in check(tegal, date(2026, 8, 25)) if misfit.kind is Kind.PASSED]
    assert kinds(tuple(passed)) == {(Kind.PASSED, "notice@1", -18), (Kind.PASSED, "committee@1", -1)}
    assert not [misfit for misfit in check(tegal) if misfit.kind is Kind.PASSED]


def test_a_step_that_is_not_there_cannot_be_moved(tegal: Timetable) -> None:
    with pytest.raises(KeyError, match="recount"):
        move(tegal, Key("recount"), Window(VOTE, VOTE))
