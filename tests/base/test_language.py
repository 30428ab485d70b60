from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades.base.language import EMPTY, Language, Text, joined, percent, same, say, weekday

ID, EN = Language.ID, Language.EN


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (0, "0", "0"),
        (979, "979", "979"),
        (1213, "1.213", "1,213"),
        (1234567, "1.234.567", "1,234,567"),
        (-1500, "-1.500", "-1,500"),
        (date(2007, 6, 7), "7 Juni 2007", "7 June 2007"),
        (date(2026, 3, 27), "27 Maret 2026", "27 March 2026"),
        (time(8, 0), "08.00", "08:00"),
        (time(14, 30), "14.30", "14:30"),
        (datetime(2007, 6, 7, 8, 5), "7 Juni 2007, 08.05", "7 June 2007, 08:05"),  # noqa: DTZ001 -- a wall clock
        (Fraction(2, 3), "2/3", "2/3"),
        (Decimal("67.21"), "67,21", "67.21"),
        (True, "ya", "yes"),
        (False, "tidak", "no"),
        ([1213, date(2007, 6, 1)], "1.213, 1 Juni 2007", "1,213, 1 June 2007"),
        (Text("saksi", "witness"), "saksi", "witness"),
        ("Bani Amas", "Bani Amas", "Bani Amas"),
    ],
)
def test_a_value_is_written_as_each_language_writes_it(value: object, indonesian: str, english: str) -> None:
    assert say(value, ID) == indonesian
    assert say(value, EN) == english


def test_months_have_their_indonesian_names() -> None:
    # The twelve months as KBBI lists them.
    listed = [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ]
    assert [say(date(2007, month, 1), ID).split()[1] for month in range(1, 13)] == listed


def test_months_have_their_english_names() -> None:
    assert [say(date(2007, month, 1), EN).split()[1] for month in range(1, 13)] == [
        date(2007, month, 1).strftime("%B") for month in range(1, 13)
    ]


def test_seven_june_2007_was_a_thursday() -> None:
    # The polling day of Bani Amas: "hari Kamis tanggal 7 Juni 2007".
    assert weekday(date(2007, 6, 7), ID) == "Kamis"
    assert weekday(date(2007, 6, 7), EN) == "Thursday"


@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)))
def test_days_of_the_week_follow_each_other_in_both_languages(day: date) -> None:
    week = [day + timedelta(days=step) for step in range(7)]
    assert {weekday(one, ID) for one in week} == {
        "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu",
    }  # fmt: skip
    assert weekday(day, EN) == day.strftime("%A")


def test_a_filled_text_writes_its_values_in_both_languages() -> None:
    text = Text("{n} pemilih pada {day}", "{n} voters on {day}").fill(n=1213, day=date(2007, 6, 7))
    assert text == Text("1.213 pemilih pada 7 Juni 2007", "1,213 voters on 7 June 2007")


def test_a_text_inside_a_text_is_said_in_its_language() -> None:
    assert Text("oleh {who}", "by {who}").fill(who=Text("panitia", "the committee")) == Text(
        "oleh panitia", "by the committee"
    )


def test_a_placeholder_without_a_value_is_refused() -> None:
    with pytest.raises(KeyError):
        Text("{n} suara", "{n} votes").fill(m=1)


def test_empty_texts_leave_no_gap_when_joined() -> None:
    assert joined([Text("a", "b"), EMPTY, Text("c", "d")]) == Text("a c", "b d")
    assert joined([EMPTY, EMPTY]) == EMPTY
    assert joined([same("1"), same("2")], "; ") == same("1; 2")
    assert not EMPTY


def test_texts_are_added_half_by_half() -> None:
    assert Text("a", "b") + Text("c", "d") == Text("ac", "bd")


def test_a_text_says_the_half_asked_for() -> None:
    text = Text("suara sah", "valid votes")
    assert (text.to(ID), text.to(EN), str(text)) == ("suara sah", "valid votes", "suara sah")


@pytest.mark.parametrize(
    ("part", "whole", "places", "expected"),
    [
        (1, 3, 2, "33.33"),
        (2, 3, 2, "66.67"),
        (1, 8, 2, "12.50"),
        (1, 800, 2, "0.13"),  # 0.125: half goes up, not to the even digit
        (3, 800, 2, "0.38"),  # 0.375
        (658, 979, 2, "67.21"),
        (1, 2, 0, "50"),
        (1, 200, 0, "1"),  # 0.5 goes up
        (0, 979, 2, "0.00"),
        (979, 979, 2, "100.00"),
    ],
)
def test_a_share_is_rounded_half_up(part: int, whole: int, places: int, expected: str) -> None:
    assert percent(part, whole, places) == Decimal(expected)
    assert str(percent(part, whole, places)) == expected


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 4))
def test_a_share_lies_within_half_a_digit_of_the_exact_one(part: int, whole: int, places: int) -> None:
    rounded = Fraction(percent(part, whole, places))
    exact = Fraction(100 * part, whole)
    half = Fraction(1, 2 * 10**places)
    assert -half < rounded - exact <= half


@given(st.integers(-(10**12), 10**12))
def test_a_grouped_number_reads_back_as_itself(number: int) -> None:
    assert int(say(number, ID).replace(".", "")) == number
    assert int(say(number, EN).replace(",", "")) == number
