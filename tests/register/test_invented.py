"""The invented villages: exactly as many as asked, nobody real, the same people every time."""

from collections import Counter
from datetime import date

import pytest
from tests.register.people import BENGKAYANG, PERMENDAGRI, TEGAL

from pilkades.register.eligibility import judge
from pilkades.register.invented import BANI_AMAS_POLL, Hamlet, bani_amas, evenly, people, village
from pilkades.register.nik import remarks
from pilkades.register.reasons import Poll
from pilkades.register.voter import Marital, Voter
from pilkades.timetable.days import Answer


def voters(everybody: tuple[Voter, ...], poll: Poll) -> list[Voter]:
    return [one for one in everybody if judge(one, poll).answer is Answer.YES]


def test_bani_amas_has_the_inhabitants_and_voters_that_its_source_prints() -> None:
    # Source 002: 1,619 inhabitants; TPS 209, 350, 293, 127; 979 together.
    everybody = bani_amas().people
    listed = voters(everybody, BENGKAYANG)
    assert len(everybody) == 1619
    assert Counter((one.tps, one.dusun) for one in listed) == {
        ("1", "Setagi Tapang"): 209,
        ("2", "Sentagi"): 350,
        ("3", "Timonong"): 293,
        ("4", "Tampe"): 127,
    }


def test_nobody_of_bani_amas_is_left_undecided() -> None:
    answers = {judge(one, BENGKAYANG).answer for one in bani_amas().people}
    assert answers == {Answer.YES, Answer.NO}


def test_the_announcement_of_bani_amas_brings_two_additions_and_five_corrected_names() -> None:
    # Source 002:1384.
    case = bani_amas()
    assert len(voters(case.registered, BENGKAYANG)) == 977
    assert len(case.additions) == 2
    assert [one.nik for one in case.additions if one in case.registered] == []
    before = {one.nik: one for one in case.registered}
    differing = [one for one in case.people if one.nik in before and before[one.nik] != one]
    assert [(before[one.nik].name, one.name) for one in differing] == [
        (wrong.name, right.name) for wrong, right in case.corrections
    ]
    assert len(differing) == 5
    assert all(wrong.name != right.name for wrong, right in case.corrections)


@pytest.mark.parametrize("poll", [PERMENDAGRI, TEGAL], ids=["2019", "2027"])
def test_as_many_may_vote_as_were_asked_for_under_every_law(poll: Poll) -> None:
    hamlets = (Hamlet("Melati", 103, 77, "1"), Hamlet("Mawar", 1, 0, "2"), Hamlet("Dahlia", 0, 5, "3"))
    found = village("a", hamlets, poll.day)
    assert len(found) == 186
    assert Counter(one.dusun for one in voters(found, poll)) == {"Melati": 103, "Mawar": 1}


def test_the_same_seed_gives_the_same_people_and_another_seed_gives_others() -> None:
    day = date(2027, 2, 3)
    first = village("a", evenly(50), day)
    assert first == tuple(people("a", evenly(50), day))
    assert {one.nik for one in first}.isdisjoint({None})
    assert [one.name for one in first] != [one.name for one in village("b", evenly(50), day)]


def test_no_number_is_of_an_area_that_exists() -> None:
    everybody = village("a", evenly(400), date(2027, 2, 3))
    assert {one.nik.province for one in everybody if one.nik} == {"99"}
    assert {one.kk.digits[:2] for one in everybody if one.kk} == {"99"}


def test_two_villages_of_different_areas_share_no_number() -> None:
    day = date(2027, 2, 3)
    first, second = village("a", evenly(300), day), village("b", evenly(300), day, area="990207")
    assert {one.nik for one in first}.isdisjoint(one.nik for one in second)
    assert {one.kk for one in first}.isdisjoint(one.kk for one in second)


def test_every_number_is_given_once_and_says_sex_and_birth_of_its_bearer() -> None:
    everybody = bani_amas().people
    assert len({one.nik for one in everybody}) == len(everybody)
    assert [
        one for one in everybody if one.nik is None or remarks(one.nik, sex=one.sex, birth=one.birth)
    ] == []


def test_a_share_of_odd_rows_is_made_where_it_is_asked_for() -> None:
    everybody = village("a", evenly(1000), date(2027, 2, 3), odd=100)
    odd = [
        one
        for one in everybody
        if one.nik is None
        or one.birth is None
        or not one.birth.known
        or remarks(one.nik, sex=one.sex, birth=one.birth)
    ]
    assert 60 <= len(odd) <= 140
    assert len(voters(everybody, TEGAL)) == 1000


def test_a_family_shares_its_card_and_its_address() -> None:
    families: dict[object, list[Voter]] = {}
    for one in bani_amas().people:
        families.setdefault(one.kk, []).append(one)
    assert all(
        len({(one.address, one.rt, one.rw, one.dusun) for one in home}) == 1 for home in families.values()
    )
    assert all(len({one.name for one in home}) == len(home) for home in families.values())
    assert 300 < len(families) < 600
    assert max(map(len, families.values())) > 4


def test_the_village_is_one_of_men_and_women_married_and_not_with_some_disabled_and_some_first_voters() -> (
    None
):
    listed = voters(bani_amas().people, BENGKAYANG)
    sexes = Counter(one.sex for one in listed)
    assert min(sexes.values()) > 400
    assert set(Counter(one.marital for one in listed)) == set(Marital)
    assert 10 < sum(bool(one.disabilities) for one in listed) < 60
    assert sum(one.birth.earliest.year >= BANI_AMAS_POLL.year - 22 for one in listed if one.birth) > 50


def test_a_child_that_may_not_vote_is_not_yet_seventeen() -> None:
    left_out = [one for one in bani_amas().people if judge(one, BENGKAYANG).answer is Answer.NO]
    children = [one for one in left_out if one.birth and one.birth.earliest > date(1990, 6, 7)]
    assert len(left_out) == 640
    assert len(children) > 550
    assert {one.dead or one.moved for one in left_out if one not in children} == {True, False}
