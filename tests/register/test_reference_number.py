"""The number of an objection: read out, typed with a slip, and noticed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades.base.errors import PilkadesError
from pilkades.register.reference_number import NUMBERS, SIGNS, read_reference, reference

CHANCES = st.integers(0, NUMBERS - 1)
PLACES = [0, 1, 2, 3, 5, 6, 7, 8, 10, 11, 12]  # the hyphens stand at 4 and 9


def test_a_number_has_eleven_signs_in_three_groups_and_none_that_looks_like_another() -> None:
    number = reference(123_456_789_012)
    assert [len(group) for group in number.split("-")] == [4, 4, 3]
    assert not set("01ILOUQ") & set(SIGNS)
    assert len(set(SIGNS)) == 29


def test_there_are_more_numbers_than_anybody_can_try() -> None:
    """One guess a second by a thousand people hits none of a thousand objections in ten years, on average."""
    guesses, objections = 1000 * 10 * 365 * 24 * 3600, 1000
    assert guesses * objections / NUMBERS < 1


@given(CHANCES, CHANCES)
def test_two_chances_give_two_numbers_that_read_back(one: int, other: int) -> None:
    assert (reference(one) == reference(other)) == (one == other)
    assert read_reference(reference(one)) == reference(one)
    assert read_reference(f" {reference(one).replace('-', ' ').lower()} ") == reference(one)


@given(CHANCES, st.sampled_from(PLACES), st.sampled_from(SIGNS))
def test_one_wrong_sign_is_noticed_wherever_it_stands(chance: int, place: int, sign: str) -> None:
    number = reference(chance)
    wrong = number[:place] + sign + number[place + 1 :]
    if wrong != number:
        with pytest.raises(PilkadesError, match="reference-mistyped"):
            read_reference(wrong)


@given(CHANCES, st.sampled_from(PLACES), st.sampled_from(PLACES))
def test_two_signs_that_changed_places_are_noticed(chance: int, one: int, other: int) -> None:
    signs = list(reference(chance))
    signs[one], signs[other] = signs[other], signs[one]
    if "".join(signs) != reference(chance):
        with pytest.raises(PilkadesError, match="reference-mistyped"):
            read_reference("".join(signs))


@pytest.mark.parametrize(
    ("typed", "code"),
    [("K7M2-9XPR-3T", "reference-length"), ("K7M2-9XPR-3T0", "reference-signs"), ("", "reference-length")],
)
def test_what_is_no_number_says_why(typed: str, code: str) -> None:
    with pytest.raises(PilkadesError, match=code):
        read_reference(typed)


@pytest.mark.parametrize("chance", [-1, NUMBERS])
def test_a_chance_out_of_range_makes_no_number(chance: int) -> None:
    with pytest.raises(PilkadesError, match="reference-range"):
        reference(chance)
