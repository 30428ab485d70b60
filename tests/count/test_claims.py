from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.count.published import BANDAR_AGUNG, BANI_AMAS

from pilkades.count.claims import Match, check_share, match_percentage, parts_that_give
from pilkades.count.sheet import Sheet


def test_the_turnout_of_bandar_agung_is_not_what_is_printed_but_a_ratio_upside_down() -> None:
    result = check_share(Decimal("98.6"), BANDAR_AGUNG, "came", "registered")
    assert (result.match, result.computed) == (Match.DIFFERS, Decimal("69.39"))
    assert [(ratio.part, ratio.whole) for ratio in result.reproduced_by] == [("registered", "valid")]
    assert "pemilih dalam DPT 797 dibagi surat suara sah 808" in result.explanation.id
    assert match_percentage(Decimal("98.64"), 797, 808) is Match.ROUNDED


def test_the_share_of_the_winner_of_bandar_agung_is_cut_off_not_rounded() -> None:
    result = check_share(Decimal("35.39"), BANDAR_AGUNG, "votes:Slamet Harianto", "valid")
    assert (result.match, result.computed) == (Match.TRUNCATED, Decimal("35.40"))
    assert result.reproduced_by == ()


def test_turnout_and_share_of_bani_amas() -> None:
    assert check_share(Decimal("85.90"), BANI_AMAS, "came", "registered").match is Match.ROUNDED
    assert check_share(Decimal("35.76"), BANI_AMAS, "votes:Kasper Sitohang", "valid").match is Match.ROUNDED


@pytest.mark.parametrize(
    ("claimed", "part", "whole", "match"),
    [
        ("80.6", 115_806, 143_516, Match.TRUNCATED),
        ("80.7", 115_806, 143_516, Match.ROUNDED),
        ("71.5", 110_554, 154_425, Match.TRUNCATED),
        ("71.45", 110_554, 154_425, Match.DIFFERS),
        ("71.45", 110_337, 154_425, Match.ROUNDED),
        ("0", 0, 5, Match.ROUNDED),
        ("13", 1, 8, Match.ROUNDED),
        ("12", 1, 8, Match.TRUNCATED),
        ("50", 1, 0, Match.CANNOT_BE_CHECKED),
    ],
)
def test_the_printed_turnouts_of_banjar(claimed: str, part: int, whole: int, match: Match) -> None:
    assert match_percentage(Decimal(claimed), part, whole) is match


def test_a_blank_makes_a_percentage_uncheckable() -> None:
    result = check_share(Decimal(90), Sheet("1", registered=10), "came", "registered")
    assert result.match is Match.CANNOT_BE_CHECKED
    assert "pemilih yang datang" in result.explanation.id


def test_the_numbers_that_give_a_claim_contain_the_published_one() -> None:
    found = parts_that_give(Decimal("71.45"), 154_425)
    assert found is not None
    assert found[0] <= 110_337 <= found[1]
    assert not found[0] <= 110_554 <= found[1]
    assert parts_that_give(Decimal("33.4"), 3) is None


@given(st.integers(0, 40), st.integers(1, 40), st.integers(0, 2))
def test_the_numbers_that_give_a_claim_are_exactly_those_that_match(
    tenths: int, whole: int, places: int
) -> None:
    claimed = Decimal(tenths).scaleb(-places)
    matching = [part for part in range(whole + 1) if match_percentage(claimed, part, whole) is Match.ROUNDED]
    found = parts_that_give(claimed, whole)
    assert matching == ([] if found is None else list(range(found[0], found[1] + 1)))
