from datetime import date

import pytest

from pilkades.base.errors import FaultyInput, PilkadesError
from pilkades.timetable.days import SUNDAY, is_working_day
from pilkades.timetable.holidays_of import JointLeave, county_days, read_county_days, workdays_of

SOURCE = 'evidence = "unverified"\nsource = { id = "uji", en = "test" }\n'
CHRISTMAS_EVE = date(2026, 12, 24)


def test_the_national_holidays_of_the_tegal_wave_are_known_by_name_in_both_languages() -> None:
    named = workdays_of([2026, 2027]).holidays
    assert named[date(2026, 8, 17)].id == "Hari Kemerdekaan Republik Indonesia"
    assert named[date(2026, 8, 25)].en == "Prophet's Birthday"
    assert named[date(2027, 1, 5)].id == "Isra Mikraj Nabi Muhammad"


def test_a_year_that_was_not_loaded_is_not_counted_in() -> None:
    with pytest.raises(PilkadesError, match="calendar-not-loaded"):
        is_working_day(date(2028, 1, 3), workdays_of([2026, 2027]))


def test_joint_leave_that_the_county_itself_named_is_decided() -> None:
    text = (
        '[[off]]\nday = 2026-12-24\nname = { id = "Libur", en = "Off" }\n'
        '[[working]]\nday = 2026-05-15\nname = { id = "Bekerja", en = "Worked" }\n'
    )
    undecided = workdays_of([2026], read_county_days(text, "holidays.toml")).undecided
    assert CHRISTMAS_EVE not in undecided
    assert date(2026, 5, 15) not in undecided
    assert date(2026, 5, 28) in undecided


def test_an_estimated_holiday_says_so() -> None:
    workdays = workdays_of([2027])
    assert date(2027, 3, 10) in workdays.estimated
    assert date(2027, 1, 1) not in workdays.estimated
    assert "(estimated)" in workdays.holidays[date(2027, 3, 10)].en


def test_joint_leave_is_neither_worked_nor_off_without_a_word_from_the_county() -> None:
    workdays = workdays_of([2026])
    assert CHRISTMAS_EVE in workdays.undecided
    assert CHRISTMAS_EVE not in workdays.holidays


def test_a_county_that_works_on_joint_leave_leaves_nothing_undecided() -> None:
    county = read_county_days(f'[cuti_bersama]\ncounts_as = "working_day"\n{SOURCE}', "holidays.toml")
    workdays = workdays_of([2026], county)
    assert is_working_day(CHRISTMAS_EVE, workdays)
    assert not workdays.undecided


def test_a_county_that_rests_on_joint_leave_gives_its_own_dates() -> None:
    text = (
        f'[cuti_bersama]\ncounts_as = "day_off"\n{SOURCE}'
        "[[cuti_bersama.day]]\nday = 2026-12-24\n"
        'name = { id = "Cuti bersama Natal", en = "Christmas leave" }\n'
    )
    workdays = workdays_of([2026], read_county_days(text, "holidays.toml"))
    assert workdays.holidays[CHRISTMAS_EVE].en == "Christmas leave"
    assert is_working_day(date(2026, 3, 23), workdays)  # the library lists it; the county did not


def test_a_county_adds_and_takes_away_days_and_may_work_on_saturday() -> None:
    text = (
        'rest = ["sunday"]\n'
        '[[off]]\nday = 2026-05-18\nname = { id = "Hari Jadi", en = "County day" }\n'
        '[[working]]\nday = 2026-06-16\nname = { id = "Tetap bekerja", en = "Worked" }\n'
    )
    county = read_county_days(text, "holidays.toml")
    workdays = workdays_of([2026], county)
    assert county.rest == frozenset({SUNDAY})
    assert not is_working_day(date(2026, 5, 18), workdays)
    assert is_working_day(date(2026, 6, 16), workdays)
    assert is_working_day(date(2026, 5, 16), workdays)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ('rest = ["friday", "caturday"]\nweek = 6\n', {"rest.1", "week"}),
        (f'[cuti_bersama]\ncounts_as = "day_off"\n{SOURCE}', {"cuti_bersama.day"}),
        ("rest = [", {""}),
        (
            (
                'rest = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]\n'
                '[[off]]\nday = 2026-05-18\nname = { id = "a", en = "a" }\n'
                '[[working]]\nday = 2026-05-18\nname = { id = "b", en = "b" }\n'
            ),
            {"rest", "off/working 2026-05-18"},
        ),
    ],
)
def test_all_faults_of_a_holiday_file_are_named_at_once(text: str, keys: set[str]) -> None:
    with pytest.raises(FaultyInput) as refused:
        read_county_days(text, "county/x/holidays.toml")
    assert {fault.key for fault in refused.value.faults} == keys
    assert all(fault.remedy.id and fault.remedy.en for fault in refused.value.faults)
    assert {fault.file for fault in refused.value.faults} == {"county/x/holidays.toml"}


def test_a_county_without_a_file_has_decided_nothing() -> None:
    assert county_days("no-such-county").joint_leave is JointLeave.NOT_DECIDED
    assert county_days("tegal").joint_leave is JointLeave.WORKING_DAY
