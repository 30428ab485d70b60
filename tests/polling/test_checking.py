from dataclasses import replace
from datetime import date

import pytest
from tests.polling.villages import BANI_AMAS, bani_amas, group, people, problem, site

from pilkades.acts.payload import Office
from pilkades.cases.load import load_case
from pilkades.polling.act_facts import plan_facts
from pilkades.polling.caps import cap_of
from pilkades.polling.checking import (
    Kind,
    Remark,
    Weight,
    access_articles,
    check,
    check_list,
    check_sizes,
)
from pilkades.polling.groups import groups_of
from pilkades.polling.plan import Figure, Plan, make_plan, plan_by_hand
from pilkades.polling.problem import Problem, Term
from pilkades.regulation.rulebook import Rulebook

LAW = Rulebook.at(date(2007, 6, 7), "bengkayang")
TEGAL = Rulebook.at(date(2026, 11, 1), "tegal")


def of(kind: Kind, found: tuple[Remark, ...]) -> list[Remark]:
    return [remark for remark in found if remark.kind is kind]


def two_stations(**more: object) -> Plan:
    groups = [group("A", 1, 60, needing=4), group("A", 2, 60)]
    sites = (site("Balai", accessible=False), site("Sekolah", accessible=False))
    return make_plan(problem(groups, 100, sites=sites, **more))


def test_the_2007_plan_has_tps_2_with_350_voters_above_the_300_of_the_perda() -> None:
    (act,) = [act for act in load_case("bani-amas-2007").record.acts if act.kind == "tps_plan"]
    stations = act.facts["stations"][0].value
    sizes = {station.name: station.voters for station in stations}
    assert list(sizes.values()) == list(BANI_AMAS.values())
    (finding,) = check_sizes(sizes, cap_of(LAW))
    assert (finding.kind, finding.station, finding.voters) == (Kind.OVER_LAW, "TPS 2 Sentagi", 50)
    assert [article.notation for article in finding.articles] == ["perda-bengkayang-13-2006:17(1)"]
    assert finding.message.id == "TPS 2 Sentagi memuat 350 pemilih; batasnya 300, lebih 50."
    assert finding.weight is Weight.REPAIR


def test_a_plan_for_the_same_village_keeps_to_the_perda() -> None:
    voters = bani_amas()
    plan = make_plan(Problem(groups_of(voters, 300), cap_of(LAW)))
    found = check(plan, voters)
    assert [remark for remark in found if remark.weight is Weight.REPAIR] == []


def test_a_list_with_its_own_stations_is_held_against_the_cap_and_its_families() -> None:
    voters = [
        replace(voter, tps=str(1 + list(BANI_AMAS).index(voter.dusun)))
        for voter in bani_amas()
        if voter.dusun
    ]
    assert [remark.station for remark in check_list(voters, cap_of(LAW))] == ["2"]
    one = voters[0]
    moved = [replace(one, tps="4"), *voters[1:]]
    (parted,) = of(Kind.FAMILY_PARTED, check_list(moved, cap_of(LAW)))
    assert parted.voters == 3
    assert parted.message.id == "1 keluarga terbagi antara 1, 4."
    (lacking,) = of(Kind.WITHOUT_STATION, check_list([replace(one, tps=""), *voters[1:]], cap_of(LAW)))
    assert lacking.voters == 1


def test_a_committees_own_number_is_never_dressed_as_law() -> None:
    plan = make_plan(problem([group("A", 1, 60), group("A", 2, 60)], cap_of(TEGAL, 100)))
    (silent,) = of(Kind.LAW_SILENT, check(plan))
    assert "Permendagri 112/2014" in silent.message.id
    assert "dasarnya belum disebut" in silent.message.id
    stated = make_plan(problem(plan.problem.groups, cap_of(TEGAL, 100, "rapat panitia")))
    assert "Panitia memakai 100: rapat panitia." in of(Kind.LAW_SILENT, check(stated))[0].message.id


def test_more_than_the_law_allows_is_found_even_where_the_committee_asked_for_it() -> None:
    plan = make_plan(problem([group("A", 1, 200), group("A", 2, 150)], cap_of(LAW, 350)))
    found = check(plan)
    assert [remark.voters for remark in of(Kind.OVER_LAW, found)] == [50]
    assert of(Kind.ABOVE_LAW, found)[0].articles[0].notation == "perda-bengkayang-13-2006:17(1)"


def test_a_committees_stricter_number_is_no_breach_of_the_law() -> None:
    plan = plan_by_hand(problem([group("A", 1, 280)], cap_of(LAW, 250)), (site("Balai"),), (0,))
    found = check(plan)
    assert [remark.articles for remark in of(Kind.OVER_OWN, found)] == [()]
    assert of(Kind.OVER_LAW, found) == []


def test_disabled_voters_without_an_accessible_site_are_counted_with_the_article() -> None:
    access = access_articles(TEGAL)
    assert "permendagri-112-2014:35(2)" in [article.notation for article in access]
    (unmet,) = of(Kind.NEEDS_UNMET, check(two_stations(), access=access))
    assert (unmet.voters, unmet.articles) == (4, access)


def test_a_site_that_nobody_looked_at_is_said_to_be_unknown() -> None:
    plan = make_plan(problem([group("A", 1, 60, needing=4)], 100, sites=(site("Balai"),)))
    (unseen,) = of(Kind.ACCESS_UNKNOWN, check(plan))
    assert unseen.message.en == "4 disabled voters at Balai; its access has not been looked at."


def test_parted_rt_and_dusun_are_named_with_their_stations() -> None:
    voters = people("Melati", 1, [4] * 30)
    plan = make_plan(Problem(groups_of(voters, 100), cap_of(TEGAL, 100)))
    found = check(plan, voters)
    assert [r.message.id for r in of(Kind.RT_PARTED, found)] == ["RT 001, Melati terbagi: TPS 1, TPS 2."]
    assert [r.message.id for r in of(Kind.DUSUN_PARTED, found)] == ["Melati terbagi: TPS 1, TPS 2."]


def test_a_figure_that_was_tampered_with_is_found() -> None:
    plan = two_stations()
    false = tuple(Figure(one.term, 0, 0) if one.term is Term.DUSUN_PARTED else one for one in plan.figures)
    assert of(Kind.FIGURES_DIFFER, check(plan)) == []
    (found,) = of(Kind.FIGURES_DIFFER, check(replace(plan, figures=false)))
    assert found.message.en == "The plan says 0; counted anew it is 1."


def test_a_voter_left_out_or_counted_twice_is_found() -> None:
    voters = people("Melati", 1, [4] * 3)
    plan = make_plan(Problem(groups_of(voters, 100), cap_of(TEGAL, 100)))
    assert of(Kind.NOT_PLACED_ONCE, check(plan, voters)) == []
    assert of(Kind.NOT_PLACED_ONCE, check(plan, [*voters, *people("Melati", 1, [1])]))
    assert of(Kind.NOT_PLACED_ONCE, check(replace(plan, placed=(7,)), voters))


def test_ways_that_are_not_known_are_said_to_be_left_out() -> None:
    groups = [group("A", 1, 60, (0, 0)), group("A", 2, 60)]
    plan = make_plan(problem(groups, 100, sites=(site("Balai", (5, 5)), site("Sekolah", (9, 9)))))
    assert of(Kind.WALK_NOT_WEIGHED, check(plan))[0].message.en.startswith("1 groups have no point")
    known = make_plan(problem(groups[:1], 100, sites=(site("Balai", (5, 5)),)))
    assert of(Kind.WALK_NOT_WEIGHED, check(known)) == []


@pytest.mark.parametrize(
    ("access", "stated"), [((True, True), True), ((True, None), None), ((True, False), False)]
)
def test_the_act_states_access_only_where_every_site_was_looked_at(
    access: tuple[bool | None, bool | None],
    stated: bool | None,  # noqa: FBT001 -- a column of the table
) -> None:
    groups = [group("A", 1, 60), group("A", 2, 50)]
    sites = tuple(site(name, accessible=one) for name, one in zip(("Balai", "Sekolah"), access, strict=True))
    facts = plan_facts(make_plan(problem(groups, 100, sites=sites)))
    assert (facts.kind(), facts.by, facts.count, facts.accessible) == (
        "tps_plan",
        Office.COMMITTEE,
        2,
        stated,
    )
    assert sorted((row.name, row.voters) for row in facts.stations or []) in (
        [("Balai", 60), ("Sekolah", 50)],
        [("Balai", 50), ("Sekolah", 60)],
    )
