from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades.base.day import Day
from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text, same
from pilkades.timetable.days import Answer, FirstDay, Roll, Unit, Workdays
from pilkades.timetable.deadlines import (
    Bound,
    Deadline,
    Direction,
    aloud,
    check,
    limit,
    limit_moment,
    skipped,
)

AUGUST = Workdays(
    holidays={
        date(2026, 8, 17): Text("Hari Kemerdekaan", "Independence Day"),
        date(2026, 8, 25): Text("Maulid Nabi", "Prophet's Birthday"),
    }
)
# PP 16/2026 Ps. 39(2).b: the committee within 10 days after the notice; a day is a working day (Ps. 1.17).
COMMITTEE = Deadline(10, Unit.WORKING_DAY, "notice")
# PP 16/2026 Ps. 39(2).a: the notice 6 months before the term ends.
NOTICE = Deadline(6, Unit.MONTH, "term_end", direction=Direction.BEFORE)


def on(year: int, month: int, day: int) -> Day:
    return Day.exactly(date(year, month, day))


def test_the_committee_of_the_tegal_decree_is_due_on_24_august_2026() -> None:
    assert limit(COMMITTEE, date(2026, 8, 7), AUGUST) == date(2026, 8, 24)


def test_the_count_names_every_day_it_passes_over_and_why() -> None:
    said = aloud(COMMITTEE, date(2026, 8, 7), AUGUST)
    assert said.id == (
        "10 hari kerja sesudah 7 Agustus 2026 (hari itu tidak dihitung): Senin, 24 Agustus 2026. "
        "Tidak dihitung: 3 hari Sabtu (8 Agustus 2026 s.d. 22 Agustus 2026); "
        "3 hari Minggu (9 Agustus 2026 s.d. 23 Agustus 2026); Senin, 17 Agustus 2026 (Hari Kemerdekaan)."
    )
    assert "3 Sundays (9 August 2026 to 23 August 2026); Monday 17 August 2026 (Independence Day)." in said.en


def test_an_anchor_on_a_saturday_is_not_among_the_days_passed_over() -> None:
    said = aloud(Deadline(2, Unit.WORKING_DAY, "a"), date(2026, 8, 8), AUGUST)
    assert said.en.endswith("Tuesday 11 August 2026. Not counted: Sunday 9 August 2026.")
    back = Deadline(2, Unit.WORKING_DAY, "a", direction=Direction.BEFORE)
    assert aloud(back, date(2026, 8, 9), AUGUST).en.endswith("Not counted: Saturday 8 August 2026.")


def test_an_act_on_the_limit_is_in_time_and_one_day_later_is_not() -> None:
    kept = check(COMMITTEE, on(2026, 8, 7), on(2026, 8, 24), AUGUST)
    late = check(COMMITTEE, on(2026, 8, 7), on(2026, 8, 26), AUGUST)
    assert (kept.answer, kept.difference, kept.difference_in_unit) == (Answer.YES, (0, 0), 0)
    assert (late.answer, late.difference, late.difference_in_unit) == (Answer.NO, (2, 2), 1)
    assert late.limit == Day.exactly(date(2026, 8, 24))
    assert "2 hari kalender sesudah batas." in late.explanation.id
    assert "On the limit itself." in kept.explanation.en


@pytest.mark.parametrize(
    ("bound", "before", "on_it", "after"),
    [
        (Bound.AT_LATEST, Answer.YES, Answer.YES, Answer.NO),
        (Bound.AT_EARLIEST, Answer.NO, Answer.YES, Answer.YES),
        (Bound.EXACTLY, Answer.NO, Answer.YES, Answer.NO),
    ],
)
def test_each_bound_judges_its_own_side(bound: Bound, before: Answer, on_it: Answer, after: Answer) -> None:
    deadline = Deadline(3, Unit.CALENDAR_DAY, "dps", bound=bound)
    answers = [check(deadline, on(2026, 8, 3), on(2026, 8, day), AUGUST).answer for day in (5, 6, 7)]
    assert answers == [before, on_it, after]


def test_a_notice_of_a_term_that_ends_in_june_2007_cannot_always_be_judged() -> None:
    june = Day.parse("2007-06")
    assert check(NOTICE, june, on(2006, 12, 1), Workdays()).answer is Answer.YES
    assert check(NOTICE, june, on(2006, 12, 15), Workdays()).answer is Answer.UNDECIDED
    assert check(NOTICE, june, on(2006, 12, 31), Workdays()).answer is Answer.NO
    outcome = check(NOTICE, june, on(2006, 12, 15), Workdays())
    assert (outcome.limit.earliest, outcome.limit.latest) == (date(2006, 12, 1), date(2006, 12, 30))
    assert outcome.difference == (-15, 14)
    assert outcome.difference_in_unit is None
    assert "not known exactly" in outcome.explanation.en


def test_an_act_before_its_anchor_is_told_apart_from_one_in_time() -> None:
    early = check(COMMITTEE, on(2026, 8, 7), on(2026, 8, 6), AUGUST)
    assert (early.answer, early.precedes_anchor) == (Answer.YES, Answer.YES)
    assert check(COMMITTEE, on(2026, 8, 7), on(2026, 8, 7), AUGUST).precedes_anchor is Answer.NO
    assert check(NOTICE, on(2027, 2, 7), on(2027, 2, 8), AUGUST).precedes_anchor is Answer.YES
    assert check(NOTICE, on(2027, 2, 7), on(2027, 2, 7), AUGUST).precedes_anchor is Answer.NO


def test_a_limit_on_a_day_off_rolls_as_the_rule_says() -> None:
    plain = Deadline(10, Unit.CALENDAR_DAY, "notice")
    assert limit(plain, date(2026, 8, 7), AUGUST) == date(2026, 8, 17)
    rolled = Deadline(10, Unit.CALENDAR_DAY, "notice", roll=Roll.NEXT_WORKING_DAY)
    assert limit(rolled, date(2026, 8, 7), AUGUST) == date(2026, 8, 18)
    assert "Moved from Monday 17 August 2026, a day off." in aloud(rolled, date(2026, 8, 7), AUGUST).en
    back = Deadline(10, Unit.CALENDAR_DAY, "notice", roll=Roll.PREVIOUS_WORKING_DAY)
    assert limit(back, date(2026, 8, 7), AUGUST) == date(2026, 8, 14)


def test_a_first_day_that_counts_is_said_to_count() -> None:
    deadline = Deadline(3, Unit.WORKING_DAY, "dps", first_day=FirstDay.INCLUDED)
    assert limit(deadline, date(2026, 8, 14), AUGUST) == date(2026, 8, 19)
    assert "(hari itu ikut dihitung)" in aloud(deadline, date(2026, 8, 14), AUGUST).id


def test_an_undecided_day_inside_a_count_is_named() -> None:
    leave = Workdays(undecided={date(2026, 12, 24): Text("Cuti bersama Natal", "Christmas leave")})
    said = aloud(Deadline(3, Unit.WORKING_DAY, "dptb"), date(2026, 12, 21), leave)
    assert "Thursday 24 December 2026 (Christmas leave) is counted as a working day" in said.en
    assert "Thursday" not in aloud(Deadline(2, Unit.WORKING_DAY, "dptb"), date(2026, 12, 21), leave).en


def test_the_days_passed_over_are_listed_one_by_one() -> None:
    found = skipped(date(2026, 8, 15), date(2026, 8, 18), AUGUST)
    assert [(day.day.day, day.reason.en, day.weekly) for day in found] == [
        (15, "Saturday", True),
        (16, "Sunday", True),
        (17, "Independence Day", False),
    ]


def test_hours_are_counted_from_a_moment_and_nothing_else_is() -> None:
    wib = timezone(timedelta(hours=7))
    eight = datetime(2007, 6, 7, 8, tzinfo=wib)
    quiet = Deadline(14, Unit.HOUR, "polling", direction=Direction.BEFORE)
    assert limit_moment(quiet, eight) == datetime(2007, 6, 6, 18, tzinfo=wib)
    assert limit_moment(Deadline(2, Unit.HOUR, "polling"), eight).hour == 10
    with pytest.raises(PilkadesError, match="moment-needs-hours"):
        limit_moment(COMMITTEE, eight)
    with pytest.raises(PilkadesError, match="hours-need-a-moment"):
        limit(quiet, date(2007, 6, 7), Workdays())


@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(0, 45),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(0, 45),
    st.sampled_from([Unit.WORKING_DAY, Unit.CALENDAR_DAY, Unit.MONTH]),
    st.sampled_from(Bound),
)
def test_a_half_known_anchor_is_undecided_exactly_when_its_days_disagree(
    anchor: date, n: int, act: date, width: int, unit: Unit, bound: Bound
) -> None:
    deadline = Deadline(n, unit, "a", bound=bound)
    possible = [anchor + timedelta(days=shift) for shift in range(width + 1)]
    answers = {check(deadline, Day.exactly(day), Day.exactly(act), AUGUST).answer for day in possible}
    together = check(deadline, Day(possible[0], possible[-1]), Day.exactly(act), AUGUST).answer
    if together is not Answer.UNDECIDED:
        assert answers == {together}
    elif bound is not Bound.EXACTLY:
        assert answers == {Answer.YES, Answer.NO}


def test_a_deadline_of_zero_days_is_the_day_itself() -> None:
    deadline = Deadline(0, Unit.CALENDAR_DAY, "polling_day")
    assert limit(deadline, date(2027, 2, 3), AUGUST) == date(2027, 2, 3)
    assert aloud(deadline, date(2027, 2, 3), AUGUST) == Text(
        "Pada 3 Februari 2027 juga.", "On 3 February 2027 itself."
    )


def test_a_single_day_off_is_said_by_its_name() -> None:
    workdays = Workdays(holidays={date(2026, 8, 12): same("Hari Desa")})
    said = aloud(Deadline(2, Unit.WORKING_DAY, "a"), date(2026, 8, 11), workdays)
    assert said.id.endswith("Tidak dihitung: Rabu, 12 Agustus 2026 (Hari Desa).")
