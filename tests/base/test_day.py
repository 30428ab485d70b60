import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades.base.day import Day
from pilkades.base.errors import PilkadesError
from pilkades.base.language import Language

_DATES = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@given(_DATES)
def test_a_known_day_reads_back_as_itself(day: date) -> None:
    read = Day.parse(day.isoformat())
    assert read == Day.exactly(day) == Day.parse(day)
    assert read.known
    assert read.notation == str(read) == day.isoformat()


@given(st.integers(1990, 2060), st.integers(1, 12))
def test_a_month_may_be_any_of_its_days(year: int, month: int) -> None:
    read = Day.parse(f"{year}-{month:02d}")
    days = calendar.Calendar().itermonthdates(year, month)
    own = [day for day in days if day.month == month]
    assert (read.earliest, read.latest) == (min(own), max(own))
    assert not read.known
    assert read.notation == f"{year}-{month:02d}"


def test_a_year_may_be_any_of_its_days() -> None:
    read = Day.parse("2007")
    assert (read.earliest, read.latest) == (date(2007, 1, 1), date(2007, 12, 31))
    assert read.notation == "2007"


@given(_DATES, st.integers(0, 700))
def test_a_span_reads_back_as_itself(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    read = Day.parse(f"{first}..{last}")
    assert (read.earliest, read.latest) == (first, last)
    assert Day.parse(read.notation) == read


def test_february_of_a_leap_year_has_29_days() -> None:
    assert Day.parse("2008-02").latest == date(2008, 2, 29)
    assert Day.parse("2007-02").latest == date(2007, 2, 28)


@pytest.mark.parametrize(
    "wrong",
    ["2007-02-30", "2007-13", "2007-00", "2007-13-01", "7 Juni 2007", "07-06-2007", "2007-6-7", "", "0000",
     "2007-06-31", "2007/06/07", "2007-06-07..2007-06-31", "20070607"],
)  # fmt: skip
def test_a_day_that_does_not_exist_is_refused(wrong: str) -> None:
    with pytest.raises(PilkadesError) as refused:
        Day.parse(wrong)
    assert refused.value.code == "day-notation"


def test_a_span_that_runs_backward_is_refused() -> None:
    with pytest.raises(PilkadesError) as refused:
        Day.parse("2007-06-07..2007-06-01")
    assert refused.value.code == "day-notation"


@given(_DATES, st.integers(-400, 400))
def test_shifting_forth_and_back_changes_nothing(day: date, days: int) -> None:
    shifted = Day.exactly(day).shifted(days)
    assert shifted.earliest - day == timedelta(days=days)
    assert shifted.shifted(-days) == Day.exactly(day)


@pytest.mark.parametrize(
    ("notation", "indonesian", "english"),
    [
        ("2007-06-07", "7 Juni 2007", "7 June 2007"),
        ("2007-06", "Juni 2007 (tanggal tidak disebut)", "June 2007 (day not stated)"),
        ("2007", "2007 (tanggal tidak disebut)", "2007 (day not stated)"),
        ("2007-04-13..2007-04-17", "13 April 2007 – 17 April 2007", "13 April 2007 – 17 April 2007"),
    ],
)
def test_a_half_known_day_says_what_is_not_known(notation: str, indonesian: str, english: str) -> None:
    day = Day.parse(notation)
    assert day.to(Language.ID) == indonesian
    assert day.to(Language.EN) == english
