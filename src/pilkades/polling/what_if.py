"""What another cap, one station more or less, a closed site or a group moved by hand would change."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from pilkades.base.article import Article
from pilkades.base.errors import PilkadesError
from pilkades.polling.checking import Remark, check
from pilkades.polling.groups import Area, Group, Level, groups_of
from pilkades.polling.plan import Plan, make_plan, plan_by_hand
from pilkades.polling.problem import Problem, Term
from pilkades.register.voter import Voter


@dataclass(frozen=True, slots=True)
class OtherCap:
    """The same village under another number; the law's number stays what it is."""

    voters: int


@dataclass(frozen=True, slots=True)
class Stations:
    """One station more (+1) or less (-1), or any other number more or less."""

    more: int


@dataclass(frozen=True, slots=True)
class Closed:
    """A site that cannot be used."""

    site: str


@dataclass(frozen=True, slots=True)
class Moved:
    """Groups of one area put elsewhere by hand; `families` empty means all that are at `source`."""

    area: Area
    source: str
    target: str
    families: tuple[int, ...] = ()


Change: TypeAlias = OtherCap | Stations | Closed | Moved


@dataclass(frozen=True, slots=True)
class Mover:
    """Voters of a group (as it is after the change) who vote elsewhere than before."""

    group: Group
    source: str
    target: str
    voters: int


@dataclass(frozen=True, slots=True)
class Size:
    """A station before and after; None where it is not in that plan."""

    station: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two plans side by side: who moves, how large the stations are, how far the ways, what a check finds."""

    before: Plan
    after: Plan
    movers: tuple[Mover, ...]
    sizes: tuple[Size, ...]
    figures: tuple[tuple[Term, int, int], ...]
    remarks: tuple[Remark, ...]

    @property
    def voters_moved(self) -> int:
        """How many voters vote elsewhere."""
        return sum(mover.voters for mover in self.movers)


def what_if(
    plan: Plan, change: Change, voters: Sequence[Voter] = (), access: tuple[Article, ...] = ()
) -> Comparison:
    """The plan after the change beside the plan before; neither is taken over by asking.

    `voters` is the list of the plan; with it a cap below the size of an RT divides that RT by families.

    Raises:
        PilkadesError: `cap-not-positive`, `too-few-groups`, `too-few-sites`, `unknown-station`,
            `unknown-group`.
    """
    after = _after(plan, change, voters)
    if not plan.problem.sites:
        after = _renamed(plan, after)
    return compare(plan, after, voters, access)


def compare(
    plan: Plan, after: Plan, voters: Sequence[Voter] = (), access: tuple[Article, ...] = ()
) -> Comparison:
    """Two plans of the same list side by side."""
    names = dict.fromkeys(site.name for site in (*plan.stations, *after.stations))
    was = dict(zip((site.name for site in plan.stations), plan.sizes, strict=True))
    now = dict(zip((site.name for site in after.stations), after.sizes, strict=True))
    return Comparison(
        plan,
        after,
        _movers(plan, after),
        tuple(Size(name, was.get(name), now.get(name)) for name in names),
        tuple((figure.term, plan.value(figure.term), figure.value) for figure in after.figures),
        check(after, voters, access),
    )


def _after(plan: Plan, change: Change, voters: Sequence[Voter]) -> Plan:
    problem = plan.problem
    match change:
        case OtherCap():
            if change.voters < 1:
                raise PilkadesError("cap-not-positive", voters=change.voters)
            cap = replace(problem.cap, voters=change.voters)
            return make_plan(replace(problem, groups=_regrouped(problem, change.voters, voters), cap=cap))
        case Stations():
            return make_plan(replace(problem, number=len(plan.stations) + change.more))
        case Closed():
            return _without(plan, change.site)
        case Moved():
            return _by_hand(plan, change)


def _regrouped(problem: Problem, cap: int, voters: Sequence[Voter]) -> tuple[Group, ...]:
    """Gather the list anew: what is over the new cap is divided, what now fits is whole again."""
    if not voters:
        return problem.groups
    points = {group.area: group.point for group in problem.groups if group.point is not None}
    level = Level.DUSUN if any(group.level is Level.DUSUN for group in problem.groups) else Level.RT
    return groups_of(voters, cap, level, points)


def _without(plan: Plan, name: str) -> Plan:
    """Close a site; among numbered stations without a place that is one station less."""
    problem = plan.problem
    if name not in {site.name for site in (*problem.sites, *plan.stations)}:
        raise PilkadesError("unknown-station", station=name)
    if not problem.sites:
        return make_plan(replace(problem, number=len(plan.stations) - 1))
    sites = tuple(site for site in problem.sites if site.name != name)
    if not sites:
        raise PilkadesError("too-few-sites", number=1, sites=0)
    number = problem.number if problem.number is None else min(problem.number, len(sites))
    pins = tuple(pin for pin in problem.pins if pin.station != name)
    return make_plan(replace(problem, sites=sites, number=number, pins=pins))


def _by_hand(plan: Plan, change: Moved) -> Plan:
    stations = [site.name for site in plan.stations]
    for name in (change.source, change.target):
        if name not in stations:
            raise PilkadesError("unknown-station", station=name)
    source, target = stations.index(change.source), stations.index(change.target)
    chosen = {
        place
        for place, group in enumerate(plan.problem.groups)
        if group.area == change.area
        and plan.placed[place] == source
        and (not change.families or group.family in change.families)
    }
    if not chosen:
        raise PilkadesError("unknown-group")
    placed = [target if place in chosen else station for place, station in enumerate(plan.placed)]
    return plan_by_hand(plan.problem, plan.stations, placed)


def _renamed(plan: Plan, after: Plan) -> Plan:
    """Give stations that are alike the names under which the fewest voters move."""
    voters: dict[tuple[int, int], int] = {}
    was = {row: k for group, k in zip(plan.problem.groups, plan.placed, strict=True) for row in _marks(group)}
    for group, k in zip(after.problem.groups, after.placed, strict=True):
        for mark in _marks(group):
            if mark in was:
                voters[was[mark], k] = voters.get((was[mark], k), 0) + _weight(group)
    names: dict[int, int] = {}
    for (old, new), _ in sorted(voters.items(), key=lambda one: (-one[1], one[0])):
        if new not in names and old not in names.values() and old < len(after.stations):
            names[new] = old
    free = [place for place in range(len(after.stations)) if place not in names.values()]
    for new in range(len(after.stations)):
        if new not in names:
            names[new] = free.pop(0)
    return replace(after, placed=tuple(names[k] for k in after.placed))


def _marks(group: Group) -> tuple[object, ...]:
    """What a group is recognised by in another plan: its voters' rows, else its name."""
    return group.rows or (group.key,)


def _weight(group: Group) -> int:
    return 1 if group.rows else group.voters


def _movers(plan: Plan, after: Plan) -> tuple[Mover, ...]:
    was: dict[object, str] = {}
    for group, k in zip(plan.problem.groups, plan.placed, strict=True):
        was |= dict.fromkeys(_marks(group), plan.stations[k].name)
    found = []
    for group, k in zip(after.problem.groups, after.placed, strict=True):
        name = after.stations[k].name
        sources = Counter(was.get(mark, name) for mark in _marks(group))
        found += [
            Mover(group, source, name, sources[source] * _weight(group))
            for source in sorted(sources)
            if source != name
        ]
    return tuple(found)
