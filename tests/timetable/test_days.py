from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades.base.day import Day
from pilkades.base.errors import PilkadesError
from pilkades.base.language import same
from pilkades.timetable.days import (
    SUNDAY,
    Answer,
    FirstDay,
    Period,
    Roll,
    Unit,
    Workdays,
    add,
    count_between,
    count_inside,
    is_working_day,
    month_end,
    not_after,
    not_before,
    roll,
    same_day,
    shift_months,
    subtract,
)

ONE = timedelta(days=1)
MERDEKA = date(2026, 8, 17)
WEEK = Workdays(holidays={MERDEKA: same("Hari Kemerdekaan")})

dates = st.dates(date(2007, 1, 1), date(2031, 12, 31))
lengths = st.integers(1, 60)


@st.composite
def calendars(draw: st.DrawFn) -> Workdays:
    rest = draw(st.sets(st.integers(0, 6), max_size=3))
    off = draw(st.sets(dates, max_size=80))
    return Workdays(rest=frozenset(rest), holidays={day: same("libur") for day in off})


def working(n: int) -> Period:
    return Period(n, Unit.WORKING_DAY)


def nth_by_walking(day: date, n: int, workdays: Workdays, step: int, *, included: bool) -> date:
    """The slow way: write down every day and tick off the working ones."""
    here, ticks = day, 0
    if included and here.weekday() not in workdays.rest and here not in workdays.holidays:
        ticks = 1
    while ticks < n:
        here = here + step * ONE
        ticks += here.weekday() not in workdays.rest and here not in workdays.holidays
    return here


@given(dates, lengths, calendars(), st.booleans())
def test_adding_working_days_agrees_with_ticking_them_off_one_by_one(
    day: date,
    n: int,
    workdays: Workdays,
    included: bool,  # noqa: FBT001 -- hypothesis passes by position
) -> None:
    first = FirstDay.INCLUDED if included else FirstDay.EXCLUDED
    assert add(day, working(n), workdays, first_day=first) == nth_by_walking(
        day, n, workdays, 1, included=included
    )
    assert subtract(day, working(n), workdays, first_day=first) == nth_by_walking(
        day, n, workdays, -1, included=included
    )


@given(dates, st.integers(0, 60), calendars(), st.sampled_from([Unit.WORKING_DAY, Unit.CALENDAR_DAY]))
def test_subtracting_undoes_adding_from_a_working_day(
    day: date, n: int, workdays: Workdays, unit: Unit
) -> None:
    start = roll(day, Roll.NEXT_WORKING_DAY, workdays)
    assert subtract(add(start, Period(n, unit), workdays), Period(n, unit), workdays) == start
    assert add(subtract(start, Period(n, unit), workdays), Period(n, unit), workdays) == start


@given(dates, st.integers(0, 60), calendars())
def test_a_count_between_gives_back_what_was_added(day: date, n: int, workdays: Workdays) -> None:
    assert count_between(day, add(day, working(n), workdays), Unit.WORKING_DAY, workdays) == n
    assert count_between(day, subtract(day, working(n), workdays), Unit.WORKING_DAY, workdays) == -n


@given(dates, st.integers(0, 400), st.integers(0, 60), calendars(), st.sampled_from(Unit))
def test_a_later_start_never_ends_earlier(
    day: date, later: int, n: int, workdays: Workdays, unit: Unit
) -> None:
    if unit is Unit.HOUR:
        return
    n = n if unit is not Unit.YEAR else n // 12
    for run in (add, subtract):
        assert run(day, Period(n, unit), workdays) <= run(day + later * ONE, Period(n, unit), workdays)


@given(dates, lengths, calendars())
def test_a_longer_period_never_ends_earlier(day: date, n: int, workdays: Workdays) -> None:
    assert add(day, working(n), workdays) < add(day, working(n + 1), workdays)
    assert subtract(day, working(n), workdays) > subtract(day, working(n + 1), workdays)


@given(dates, lengths, calendars())
def test_a_window_of_n_working_days_holds_n_of_them(day: date, n: int, workdays: Workdays) -> None:
    end = add(day, working(n), workdays, first_day=FirstDay.INCLUDED)
    assert count_inside(day, end, Unit.WORKING_DAY, workdays) == n


@given(dates, calendars())
def test_rolling_lands_on_a_working_day_with_none_between(day: date, workdays: Workdays) -> None:
    later, earlier = (roll(day, how, workdays) for how in (Roll.NEXT_WORKING_DAY, Roll.PREVIOUS_WORKING_DAY))
    assert is_working_day(later, workdays)
    assert is_working_day(earlier, workdays)
    assert count_between(earlier, later, Unit.WORKING_DAY, workdays) == (0 if earlier == later else 1)
    assert roll(day, Roll.NONE, workdays) == day


def test_the_tenth_working_day_passes_over_a_holiday() -> None:
    assert add(date(2026, 8, 10), working(10), WEEK) == date(2026, 8, 25)
    assert add(date(2026, 8, 10), working(10), Workdays()) == date(2026, 8, 24)


def test_a_county_that_works_six_days_rests_on_sunday_alone() -> None:
    six = Workdays(rest=frozenset({SUNDAY}))
    assert add(date(2026, 8, 7), working(2), six) == date(2026, 8, 10)
    assert add(date(2026, 8, 7), working(2), Workdays()) == date(2026, 8, 11)


@pytest.mark.parametrize(
    ("run", "first_day", "day"),
    [
        (add, FirstDay.EXCLUDED, date(2027, 1, 7)),
        (add, FirstDay.INCLUDED, date(2027, 1, 6)),
        (subtract, FirstDay.EXCLUDED, date(2027, 1, 1)),
        (subtract, FirstDay.INCLUDED, date(2027, 1, 2)),
    ],
)
def test_calendar_days_count_the_first_day_only_if_it_is_included(
    run: Callable[..., date], first_day: FirstDay, day: date
) -> None:
    assert run(date(2027, 1, 4), Period(3, Unit.CALENDAR_DAY), WEEK, first_day=first_day) == day


@pytest.mark.parametrize(
    ("day", "months", "result"),
    [
        (date(2027, 2, 7), -6, date(2026, 8, 7)),
        (date(2027, 4, 8), -6, date(2026, 10, 8)),
        (date(2027, 8, 31), -6, date(2027, 2, 28)),
        (date(2028, 8, 31), -6, date(2028, 2, 29)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 10, 31), 2, date(2026, 12, 31)),
    ],
)
def test_months_keep_the_day_number_or_take_the_months_last_day(day: date, months: int, result: date) -> None:
    assert shift_months(day, months) == result


def test_six_months_before_31_august_is_the_last_of_february() -> None:
    assert subtract(date(2027, 8, 31), Period(6, Unit.MONTH), WEEK) == date(2027, 2, 28)
    assert add(date(2024, 2, 29), Period(1, Unit.YEAR), WEEK) == date(2025, 2, 28)


def test_a_month_with_its_first_day_counted_ends_a_day_earlier() -> None:
    assert add(date(2026, 8, 7), Period(6, Unit.MONTH), WEEK, first_day=FirstDay.INCLUDED) == date(2027, 2, 6)


def test_whole_months_are_counted_between_two_days() -> None:
    assert count_between(date(2026, 8, 7), date(2027, 2, 7), Unit.MONTH, WEEK) == 6
    assert count_between(date(2026, 8, 7), date(2027, 2, 6), Unit.MONTH, WEEK) == 5
    assert count_between(date(2019, 8, 7), date(2027, 8, 6), Unit.YEAR, WEEK) == 7


@given(dates)
def test_a_months_end_is_followed_by_a_first(day: date) -> None:
    end = month_end(day)
    assert (end.year, end.month) == (day.year, day.month)
    assert (end + ONE).day == 1


def test_counting_beyond_the_years_that_are_loaded_is_refused() -> None:
    only_2026 = Workdays(years=frozenset({2026}))
    assert add(date(2026, 12, 29), working(2), only_2026) == date(2026, 12, 31)
    with pytest.raises(PilkadesError) as refused:
        add(date(2026, 12, 29), working(3), only_2026)
    assert refused.value.code == "calendar-not-loaded"
    assert refused.value.fields == {"year": 2027}


def test_a_week_without_a_working_day_is_refused() -> None:
    with pytest.raises(PilkadesError, match="week-without-working-day"):
        Workdays(rest=frozenset(range(7)))


def test_hours_are_not_counted_from_a_date() -> None:
    for refused in (
        lambda: add(MERDEKA, Period(2, Unit.HOUR), WEEK),
        lambda: count_between(MERDEKA, MERDEKA + ONE, Unit.HOUR, WEEK),
    ):
        with pytest.raises(PilkadesError, match="hours-need-a-moment"):
            refused()


def test_a_negative_period_is_refused() -> None:
    with pytest.raises(PilkadesError, match="period-negative"):
        Period(-1, Unit.MONTH)


def test_a_period_speaks_both_languages() -> None:
    assert Period(10, Unit.WORKING_DAY).words.id == "10 hari kerja"
    assert Period(10, Unit.WORKING_DAY).words.en == "10 working days"
    assert Period(1, Unit.MONTH).words.en == "1 month"


JUNE = Day.parse("2007-06")


def test_june_2007_runs_from_its_first_day_to_its_last() -> None:
    assert (JUNE.earliest, JUNE.latest) == (date(2007, 6, 1), date(2007, 6, 30))
    assert not JUNE.known
    assert Day.parse("2007-12").latest == date(2007, 12, 31)


@pytest.mark.parametrize(
    ("limit", "answer"),
    [
        (date(2007, 6, 30), Answer.YES),
        (date(2007, 6, 29), Answer.UNDECIDED),
        (date(2007, 6, 1), Answer.UNDECIDED),
        (date(2007, 5, 31), Answer.NO),
    ],
)
def test_a_month_is_before_a_limit_only_as_far_as_it_is_known(limit: date, answer: Answer) -> None:
    assert not_after(JUNE, Day.exactly(limit)) is answer


def test_not_before_mirrors_not_after() -> None:
    assert not_before(JUNE, Day.exactly(date(2007, 6, 1))) is Answer.YES
    assert not_before(JUNE, Day.exactly(date(2007, 6, 2))) is Answer.UNDECIDED
    assert not_before(JUNE, Day.exactly(date(2007, 7, 1))) is Answer.NO


@given(dates, st.integers(0, 40), dates, st.integers(0, 40))
def test_answers_over_intervals_are_those_of_every_pair_of_days(
    first: date, width: int, second: date, wide: int
) -> None:
    one, other = Day(first, first + width * ONE), Day(second, second + wide * ONE)
    pairs = [(first + a * ONE, second + b * ONE) for a in range(width + 1) for b in range(wide + 1)]
    for judge, holds in (
        (not_after, [a <= b for a, b in pairs]),
        (not_before, [a >= b for a, b in pairs]),
        (same_day, [a == b for a, b in pairs]),
    ):
        expected = Answer.YES if all(holds) else Answer.UNDECIDED if any(holds) else Answer.NO
        assert judge(one, other) is expected


def test_a_reversed_interval_is_refused() -> None:
    with pytest.raises(PilkadesError, match="day-reversed"):
        Day(date(2007, 6, 2), date(2007, 6, 1))
