"""The NIK as the official Dukcapil page of Klaten explains its sixteen digits."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.register.people import number

from pilkades.base.day import Day
from pilkades.base.errors import PilkadesError
from pilkades.register.nik import (
    Kk,
    Nik,
    Sex,
    birth_days,
    form_remarks,
    plausible_birth_days,
    remarks,
)

MAN = Nik.parse("9901021205800003")
WOMAN = Nik.parse("9901025205800003")


def codes(found: object) -> list[str]:
    return [remark.code for remark in found]  # type: ignore[attr-defined] # remarks of any call


def test_a_man_of_12_may_1980_is_written_120580() -> None:
    assert (MAN.sex, date(1980, 5, 12) in birth_days(MAN)) == (Sex.MALE, True)


def test_a_womans_day_is_written_plus_forty() -> None:
    assert (WOMAN.sex, date(1980, 5, 12) in birth_days(WOMAN)) == (Sex.FEMALE, True)


@pytest.mark.parametrize(("day", "sex"), [("01", "L"), ("31", "L"), ("41", "P"), ("71", "P")])
def test_days_1_to_31_are_men_and_41_to_71_women(day: str, sex: str) -> None:
    assert Nik.parse(f"990102{day}01800001").sex == Sex(sex)


@pytest.mark.parametrize("day", ["00", "32", "40", "72", "99"])
def test_a_day_outside_both_ranges_says_nothing_of_the_sex_and_is_remarked(day: str) -> None:
    nik = Nik.parse(f"990102{day}01800001")
    assert (nik.sex, codes(form_remarks(nik))) == (None, ["nik-date"])


def test_the_number_opens_with_province_county_and_district() -> None:
    assert (MAN.province, MAN.county, MAN.district, MAN.serial) == ("99", "99.01", "99.01.02", "0003")


def test_two_digits_of_a_year_may_mean_two_centuries() -> None:
    assert birth_days(Nik.parse("9901021205050001")) == (date(1905, 5, 12), date(2005, 5, 12))


def test_only_the_likely_century_is_left_on_a_polling_day() -> None:
    on = date(2027, 2, 3)
    assert plausible_birth_days(Nik.parse("9901021205050001"), on) == (date(2005, 5, 12),)
    assert plausible_birth_days(MAN, on) == (date(1980, 5, 12),)
    assert plausible_birth_days(Nik.parse("9901021205200001"), on) == (date(1920, 5, 12), date(2020, 5, 12))


def test_29_february_exists_only_in_the_century_whose_year_leaps() -> None:
    assert birth_days(Nik.parse("9901022902000001")) == (date(2000, 2, 29),)


@pytest.mark.parametrize(
    "written", ["", "990102120580003", "99010212058000033", "99010212058OO003", "９" * 16]
)
def test_what_is_not_sixteen_digits_is_refused_without_being_repeated(written: str) -> None:
    for kind in (Nik, Kk):
        with pytest.raises(PilkadesError) as refused:
            kind.parse(written)
        assert not written or written not in str(refused.value)
        assert refused.value.fields["characters"] == len(written)


def test_no_form_that_a_log_may_catch_shows_more_than_the_area() -> None:
    for value in (MAN, Kk.parse(MAN.digits)):
        for shown in (str(value), repr(value), f"{value}", value.masked):
            assert MAN.digits[6:] not in shown
            assert MAN.digits not in shown
            assert "990102**********" in shown
    assert MAN.tail == "…0003"


@pytest.mark.parametrize(
    ("digits", "code"),
    [
        ("0001021205800003", "nik-area"),
        ("9900021205800003", "nik-area"),
        ("9970021205800003", "nik-area"),
        ("9901001205800003", "nik-area"),
        ("9901023102800003", "nik-date"),
        ("9901021205800000", "nik-serial"),
    ],
)
def test_an_unusual_number_is_remarked_and_stays(digits: str, code: str) -> None:
    assert codes(form_remarks(Nik.parse(digits))) == [code]


def test_a_number_of_a_kota_has_the_usual_shape() -> None:
    assert form_remarks(Nik.parse("9971021205800003")) == ()


def test_a_number_that_fits_its_row_has_no_remark() -> None:
    assert remarks(WOMAN, sex=Sex.FEMALE, birth=Day.parse("1980-05-12"), county_code="99.01") == ()
    assert remarks(WOMAN, sex=Sex.FEMALE, birth=Day.parse("1980"), county_code="99.01") == ()


@pytest.mark.parametrize(
    ("sex", "birth", "county", "code"),
    [
        (Sex.MALE, "1980-05-12", "99.01", "nik-sex"),
        (Sex.FEMALE, "1980-05-13", "99.01", "nik-birth"),
        (Sex.FEMALE, "1981", "99.01", "nik-birth"),
        (Sex.FEMALE, "1980-12-05", "99.01", "nik-birth-swapped"),
        (Sex.FEMALE, "1980-05-12", "99.02", "nik-county"),
    ],
)
def test_each_difference_to_the_row_is_one_remark(sex: Sex, birth: str, county: str, code: str) -> None:
    assert codes(remarks(WOMAN, sex=sex, birth=Day.parse(birth), county_code=county)) == [code]


def test_no_remark_repeats_the_number() -> None:
    found = remarks(WOMAN, sex=Sex.MALE, birth=Day.parse("1999-01-01"), county_code="99.09")
    assert len(found) == 3
    assert not any(part in remark.message.id for remark in found for part in ("520580", "9901025205800003"))


@given(st.dates(date(1920, 1, 1), date(2019, 12, 31)), st.sampled_from(Sex), st.integers(1, 9999))
def test_a_number_made_of_a_birth_says_that_birth(born: date, sex: Sex, serial: int) -> None:
    nik = number(born, sex, serial)
    assert nik.sex is sex
    assert born in birth_days(nik)
    assert remarks(nik, sex=sex, birth=Day.exactly(born)) == ()
