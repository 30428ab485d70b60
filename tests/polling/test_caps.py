from datetime import date

import pytest

from pilkades.base.errors import PilkadesError
from pilkades.polling.caps import cap_of, own_cap
from pilkades.regulation.rulebook import Rulebook

BANI_AMAS = Rulebook.at(date(2007, 6, 7), "bengkayang")
TEGAL = Rulebook.at(date(2026, 11, 1), "tegal")
PANDEMIC = Rulebook.at(date(2020, 12, 20))


def test_bengkayang_sets_300_in_article_17() -> None:
    cap = cap_of(BANI_AMAS)
    assert (cap.voters, cap.by_law) == (300, 300)
    assert cap.article is not None
    assert cap.article.notation == "perda-bengkayang-13-2006:17(1)"
    assert not cap.of_committee


def test_where_the_law_leaves_it_to_the_committee_a_number_of_its_own_is_asked_for() -> None:
    with pytest.raises(PilkadesError) as caught:
        cap_of(TEGAL)
    assert caught.value.code == "cap-not-set"
    assert "35 ayat (1)" in str(caught.value.fields["article"])


def test_the_committees_number_stands_with_its_basis_and_the_laws_open_question() -> None:
    cap = cap_of(TEGAL, 400, "rapat panitia 3 November 2026")
    assert (cap.voters, cap.by_law, cap.basis) == (400, None, "rapat panitia 3 November 2026")
    assert "Permendagri 112/2014" in cap.question.id
    assert cap.article is not None
    assert cap.article.notation == "permendagri-112-2014:35(1)"


def test_a_county_without_any_text_read_says_that_none_was_read() -> None:
    cap = cap_of(Rulebook.at(date(2007, 6, 7)), 350)
    assert cap.article is None
    assert "belum memuat" in cap.question.id


def test_in_the_pandemic_500_is_the_cap_only_where_the_wave_was_in_it() -> None:
    assert cap_of(PANDEMIC, pandemic=True).by_law == 500
    with pytest.raises(PilkadesError, match="cap-not-set"):
        cap_of(PANDEMIC)


def test_a_stricter_number_is_the_committees_own_and_a_larger_one_is_above_the_law() -> None:
    stricter, larger = cap_of(BANI_AMAS, 250), cap_of(BANI_AMAS, 350)
    assert (stricter.of_committee, stricter.above_law) == (True, False)
    assert (larger.of_committee, larger.above_law) == (True, True)


@pytest.mark.parametrize("voters", [0, -1])
def test_a_cap_is_at_least_one(voters: int) -> None:
    with pytest.raises(PilkadesError, match="cap-not-positive"):
        own_cap(voters)
    with pytest.raises(PilkadesError, match="cap-not-positive"):
        cap_of(BANI_AMAS, voters)
