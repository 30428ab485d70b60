"""How alike two fields are: Winkler's own printed pairs, and slips of one sign."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades.base.day import Day
from pilkades.register.evidence import (
    BirthLevel,
    Evidence,
    IdentityLevel,
    KkLevel,
    NameLevel,
    NikLevel,
    PlaceLevel,
    SexLevel,
    identity,
)
from pilkades.register.likeness import birth_level, jaro_winkler, kk_level, name_level, nik_level, one_slip

WORDS = st.text("ABCDE ", max_size=12)
NIK = "9901021205800003"


@pytest.mark.parametrize(
    ("first", "second", "likeness"),
    [
        ("MARTHA", "MARHTA", 0.961),
        ("DWAYNE", "DUANE", 0.840),
        ("DIXON", "DICKSONX", 0.813),
        ("SHACKLEFORD", "SHACKELFORD", 0.982),
        ("NICHLESON", "NICHULSON", 0.956),
        ("JERALDINE", "GERALDINE", 0.926),
    ],
)
def test_the_likeness_is_that_of_winklers_printed_table(first: str, second: str, likeness: float) -> None:
    assert jaro_winkler(first, second) == pytest.approx(likeness, abs=0.0006)


@given(WORDS, WORDS)
def test_the_likeness_lies_between_0_and_1_and_has_no_direction(first: str, second: str) -> None:
    assert jaro_winkler(first, second) == jaro_winkler(second, first)
    assert 0.0 <= jaro_winkler(first, second) <= 1.0
    assert (jaro_winkler(first, first) == 1.0) == bool(first)


@pytest.mark.parametrize(
    ("first", "second", "level"),
    [
        ("Moch. Yusuf", "MUHAMMAD JUSUF, S.Pd", NameLevel.VERY_CLOSE),
        ("Sri Wahyuni", "Sriwahyuni", NameLevel.SAME),
        ("H. Soeparno", "Suparno", NameLevel.SAME),
        ("Dardinianto", "Dardinanto", NameLevel.VERY_CLOSE),
        ("Siti Aminah", "Siti Zulaikha Rahmawati", NameLevel.FIRST_WORD),
        ("Yohanes", "Agus", NameLevel.DIFFERENT),
        ("", "Agus", NameLevel.NOT_STATED),
    ],
)
def test_names_are_held_against_each_other_in_their_search_form(
    first: str, second: str, level: NameLevel
) -> None:
    assert name_level(first, second) is level


@pytest.mark.parametrize(
    ("other", "level"),
    [
        (NIK, NikLevel.SAME),
        ("9901021205800004", NikLevel.SERIAL_SLIP),
        ("9901021205800030", NikLevel.SERIAL_SLIP),
        ("9901021205800010", NikLevel.SERIAL),
        ("9901022205800003", NikLevel.SLIP),
        ("9901021250800003", NikLevel.SLIP),
        ("990102120580003", NikLevel.SLIP),
        ("99010211205800003", NikLevel.SLIP),
        ("9905071205800041", NikLevel.DATE),
        ("9905071305700041", NikLevel.DIFFERENT),
        (None, NikLevel.NOT_STATED),
    ],
)
def test_a_nik_differs_by_a_slip_by_its_serial_or_beyond(other: str | None, level: NikLevel) -> None:
    assert nik_level(NIK, other) is level
    assert nik_level(other, NIK) is level


@given(st.text("0123", max_size=6), st.text("0123", max_size=6))
def test_a_slip_is_an_edit_of_one_sign_or_a_swap_of_neighbours(first: str, second: str) -> None:
    edits = {second[:at] + second[at + 1 :] for at in range(len(second))}
    edits |= {second[:at] + sign + second[at:] for at in range(len(second) + 1) for sign in "0123"}
    edits |= {second[:at] + sign + second[at + 1 :] for at in range(len(second)) for sign in "0123"}
    edits |= {second[:at] + second[at + 1] + second[at] + second[at + 2 :] for at in range(len(second) - 1)}
    assert one_slip(first, second) == (first in edits and first != second)


@pytest.mark.parametrize(
    ("first", "second", "level"),
    [
        ("1980-05-12", "1980-05-12", BirthLevel.SAME),
        ("1980-12-31", "1980-12-31", BirthLevel.SAME_ROUND),
        ("1980-05-12", "1980-12-05", BirthLevel.SWAPPED),
        ("1980-05-12", "1980-05-13", BirthLevel.SLIP),
        ("1980-05-12", "1990-05-12", BirthLevel.SLIP),
        ("1980-05-12", "1981-06-12", BirthLevel.DIFFERENT),
        ("1980-05-12", "1980", BirthLevel.POSSIBLE),
        ("1980", "1980", BirthLevel.POSSIBLE),
        ("1980-05-12", "1981", BirthLevel.DIFFERENT),
    ],
)
def test_birth_dates_are_the_same_swapped_slipped_or_possible(
    first: str, second: str, level: BirthLevel
) -> None:
    assert birth_level(Day.parse(first), Day.parse(second)) is level
    assert birth_level(Day.parse(second), Day.parse(first)) is level


def test_a_date_that_is_not_stated_says_nothing() -> None:
    assert birth_level(None, Day.parse("1980")) is BirthLevel.NOT_STATED


def test_family_cards_are_the_same_or_a_slip_apart() -> None:
    card = "9901020101200007"
    assert [kk_level(card, other) for other in (card, "9901020101200001", NIK, None)] == [
        KkLevel.SAME,
        KkLevel.SLIP,
        KkLevel.DIFFERENT,
        KkLevel.NOT_STATED,
    ]


def test_nik_and_birth_date_are_one_level_for_every_pair_of_theirs() -> None:
    levels = {identity(*levels) for levels in product(NikLevel, BirthLevel, KkLevel)}
    assert levels == set(IdentityLevel)


def test_neighbours_in_the_serial_of_one_family_born_on_one_day_are_read_as_twins() -> None:
    def pair(kk: KkLevel) -> IdentityLevel:
        return Evidence(
            NameLevel.DIFFERENT, NikLevel.SERIAL_SLIP, BirthLevel.SAME, kk, SexLevel.SAME, PlaceLevel.RT
        ).identity

    assert pair(KkLevel.SAME) is IdentityLevel.TWINS
    assert pair(KkLevel.DIFFERENT) is IdentityLevel.SERIAL_SLIP_AND_BIRTH
