import pytest
from tests.polling.villages import group, people, problem, site

from pilkades.base.errors import PilkadesError
from pilkades.polling.caps import own_cap
from pilkades.polling.checking import Kind
from pilkades.polling.groups import Area, Level, groups_of
from pilkades.polling.plan import Method, make_plan
from pilkades.polling.problem import Problem, Term
from pilkades.polling.what_if import Change, Closed, Moved, OtherCap, Stations, what_if

GROUPS = [group("A", 1, 40), group("A", 2, 40), group("B", 3, 40), group("B", 4, 30)]
SITES = (site("Balai"), site("Sekolah"), site("Masjid"))


def test_another_cap_shows_the_sizes_before_and_after() -> None:
    plan = make_plan(problem(GROUPS, 80))
    asked = what_if(plan, OtherCap(150))
    assert plan.sizes == (80, 70)
    assert [(one.station, one.before, one.after) for one in asked.sizes] == [
        ("TPS 1", 80, 150),
        ("TPS 2", 70, None),
    ]
    assert asked.voters_moved == 70
    assert {mover.source for mover in asked.movers} == {"TPS 2"}


def test_a_smaller_cap_divides_an_rt_by_families_and_a_larger_one_makes_it_whole_again() -> None:
    voters = people("A", 1, [4] * 15) + people("A", 2, [4] * 10)
    plan = make_plan(Problem(groups_of(voters, 60), own_cap(60)))
    assert {one.level for one in plan.problem.groups} == {Level.RT}
    smaller = what_if(plan, OtherCap(52), voters)
    assert max(smaller.after.sizes) <= 52
    assert smaller.after.value(Term.RT_PARTED) == 1
    assert smaller.voters_moved < 60
    again = what_if(smaller.after, OtherCap(60), voters)
    assert again.after.problem.groups == plan.problem.groups


def test_one_station_more_leaves_as_many_voters_as_it_can_where_they_are() -> None:
    plan = make_plan(problem(GROUPS, 80))
    asked = what_if(plan, Stations(1))
    assert [one.after for one in asked.sizes] == list(asked.after.sizes)
    assert len(asked.after.stations) == 3
    stayed = sum(one.voters for one in GROUPS) - asked.voters_moved
    assert stayed >= 110


def test_one_station_less_than_the_cap_allows_is_shown_with_those_above_it() -> None:
    asked = what_if(make_plan(problem(GROUPS, 80)), Stations(-1))
    assert asked.after.value(Term.OVER_CAP) == 70
    assert [r.voters for r in asked.remarks if r.kind is Kind.OVER_OWN] == [70]


def test_a_closed_site_sends_its_voters_elsewhere() -> None:
    plan = make_plan(problem(GROUPS, 80, sites=SITES))
    asked = what_if(plan, Closed(plan.stations[0].name))
    assert plan.stations[0].name not in {one.name for one in asked.after.stations}
    assert {one.source for one in asked.movers} >= {plan.stations[0].name}
    assert (plan.stations[0].name, plan.sizes[0], None) in [
        (one.station, one.before, one.after) for one in asked.sizes
    ]


def test_a_group_moved_by_hand_moves_alone_and_the_plan_no_longer_says_it_is_best() -> None:
    plan = make_plan(problem(GROUPS, 80, sites=SITES[:2]))
    source = plan.station_of(GROUPS[3].key)
    target = next(one.name for one in plan.stations if one.name != source)
    asked = what_if(plan, Moved(GROUPS[3].area, source, target))
    assert [(one.group, one.voters) for one in asked.movers] == [(GROUPS[3], 30)]
    assert (asked.after.method, asked.after.proven) == (Method.BY_HAND, False)
    assert [r.voters for r in asked.remarks if r.kind is Kind.OVER_OWN] == [30]
    figures = {term: (before, after) for term, before, after in asked.figures}
    assert figures[Term.OVER_CAP] == (0, 30)


def test_single_families_of_a_divided_rt_may_be_moved() -> None:
    voters = people("A", 1, [4] * 15)
    plan = make_plan(Problem(groups_of(voters, 40), own_cap(40)))
    first = plan.problem.groups[0]
    source = plan.station_of(first.key)
    target = next(one.name for one in plan.stations if one.name != source)
    asked = what_if(plan, Moved(first.area, source, target, (first.family,)), voters)
    assert asked.voters_moved == 4
    assert Kind.FAMILY_PARTED not in {remark.kind for remark in asked.remarks}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (OtherCap(0), "cap-not-positive"),
        (Stations(9), "too-few-groups"),
        (Closed("Gudang"), "unknown-station"),
        (Moved(Area("A", "", "001"), "TPS 1", "Gudang"), "unknown-station"),
        (Moved(Area("Z"), "TPS 1", "TPS 2"), "unknown-group"),
    ],
)
def test_a_change_that_cannot_be_is_named(change: Change, code: str) -> None:
    with pytest.raises(PilkadesError) as caught:
        what_if(make_plan(problem(GROUPS, 80)), change)
    assert caught.value.code == code
