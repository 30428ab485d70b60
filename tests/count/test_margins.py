import pytest

from pilkades.base.findings import Bound
from pilkades.base.language import Text
from pilkades.count.margins import InQuestion, Majority, against_margin, check_majority

INVALID = Text("Surat suara tidak sah", "Invalid ballots")


def test_the_margin_of_bani_amas_is_smaller_than_its_invalid_ballots() -> None:
    invalid, double = against_margin(
        5, [InQuestion(INVALID, 30), InQuestion(Text("Dua tusukan", "Double punches"), 20)]
    )
    assert invalid.touch.reaches_margin
    assert double.touch.reaches_margin
    assert "30, sama dengan atau lebih besar dari selisih 5 suara" in invalid.explanation.id


@pytest.mark.parametrize(("count", "reaches"), [(4, False), (5, True), (6, True)])
def test_a_group_as_large_as_the_margin_reaches_it(count: int, reaches: bool) -> None:  # noqa: FBT001 -- a table
    (note,) = against_margin(5, [InQuestion(INVALID, count)])
    assert note.touch.reaches_margin is reaches


def test_an_unknown_number_is_not_said_to_be_small() -> None:
    (note,) = against_margin(5, [InQuestion(INVALID, None)])
    assert note.touch.reaches_margin is None
    assert note.touch.bound is Bound.UNKNOWN
    assert "tidak diketahui" in note.explanation.id


def test_at_least_three_may_be_more_than_five() -> None:
    (note,) = against_margin(5, [InQuestion(INVALID, 3, Bound.AT_LEAST)])
    assert note.touch.reaches_margin is None
    (enough,) = against_margin(5, [InQuestion(INVALID, 5, Bound.AT_LEAST)])
    assert enough.touch.reaches_margin


def test_without_a_margin_nothing_can_be_compared() -> None:
    (note,) = against_margin(None, [InQuestion(INVALID, 30)])
    assert note.touch.reaches_margin is None
    assert "the margin is not known" in note.explanation.en


def test_a_majority_in_balayan_cannot_be_established_from_its_inhabitants() -> None:
    claim = check_majority(362, None, {Text("Warga desa", "Villagers"): 1213})
    assert claim.standing is Majority.CANNOT_BE_ESTABLISHED
    assert "Warga desa 1.213 bukan jumlah suara sah" in claim.explanation.id
    assert "1,213" in claim.explanation.en


@pytest.mark.parametrize(
    ("votes", "valid", "standing"),
    [
        (290, 811, Majority.DOES_NOT_HOLD),
        (405, 811, Majority.DOES_NOT_HOLD),
        (406, 811, Majority.HOLDS),
        (5, 10, Majority.DOES_NOT_HOLD),
        (10, 10, Majority.HOLDS),
        (11, 10, Majority.CANNOT_BE_ESTABLISHED),
    ],
)
def test_a_majority_is_more_than_half_of_the_valid_votes(votes: int, valid: int, standing: Majority) -> None:
    assert check_majority(votes, valid).standing is standing
