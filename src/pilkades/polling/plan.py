"""The plan: which group votes where, how good that is, and whether anything better can exist."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text
from pilkades.polling.exact import best_of_all
from pilkades.polling.groups import Area, Group
from pilkades.polling.places import Site
from pilkades.polling.problem import Instance, Problem, Term, candidates, instance, measure, score
from pilkades.polling.solver import MOST_NODES, solve
from pilkades.polling.starting import bettered, start

MOST_STEPS = 20_000
"""Steps of the exact search, after which the solver takes over (some tenths of a second)."""
_MOST_ASSIGNMENTS = 10**9


class Method(StrEnum):
    """How a plan was found."""

    EVERY_ASSIGNMENT = "every_assignment"
    SOLVER = "solver"
    BY_HAND = "by_hand"


METHODS = {
    Method.EVERY_ASSIGNMENT: Text("semua kemungkinan diperiksa", "every assignment was looked at"),
    Method.SOLVER: Text("program bilangan bulat (HiGHS)", "integer programming (HiGHS)"),
    Method.BY_HAND: Text("disusun dengan tangan", "made by hand"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """An aim's value, and the value that no plan goes below (None where nobody looked for it)."""

    term: Term
    value: int
    at_least: int | None

    @property
    def proven(self) -> bool:
        """Whether nothing better exists, the aims before it held."""
        return self.at_least == self.value

    @property
    def gap(self) -> int | None:
        """How much better a plan might be that was not found."""
        return None if self.at_least is None else self.value - self.at_least


@dataclass(frozen=True, slots=True)
class Plan:
    """An assignment of every group to a station; `placed` holds a station's place for each group in order."""

    problem: Problem
    stations: tuple[Site, ...]
    placed: tuple[int, ...]
    figures: tuple[Figure, ...]
    method: Method

    @property
    def proven(self) -> bool:
        """Whether no plan is better in the order of the aims."""
        return all(figure.proven for figure in self.figures)

    @property
    def sizes(self) -> tuple[int, ...]:
        """The voters of each station."""
        loads = [0] * len(self.stations)
        for group, station in zip(self.problem.groups, self.placed, strict=True):
            loads[station] += group.voters
        return tuple(loads)

    @property
    def ways_known(self) -> bool:
        """Whether any way could be measured; else the aims of walking are 0 for want of points."""
        known = all(site.point is not None for site in self.problem.sites or self.stations)
        return known and any(group.point is not None for group in self.problem.groups)

    def value(self, term: Term) -> int:
        """The figure of an aim."""
        return next(figure.value for figure in self.figures if figure.term is term)

    def groups_at(self, station: int) -> tuple[Group, ...]:
        """The groups of a station, in order."""
        pairs = zip(self.problem.groups, self.placed, strict=True)
        return tuple(group for group, place in pairs if place == station)

    def station_of(self, key: tuple[Area, int]) -> str:
        """The name of the station of a group.

        Raises:
            PilkadesError: `unknown-group`.
        """
        for group, station in zip(self.problem.groups, self.placed, strict=True):
            if group.key == key:
                return self.stations[station].name
        raise PilkadesError("unknown-group")

    def station_of_rows(self) -> dict[int, str]:
        """The station of each row of the list that the groups were gathered from."""
        return {
            row: self.stations[station].name
            for group, station in zip(self.problem.groups, self.placed, strict=True)
            for row in group.rows
        }


def make_plan(problem: Problem, most_steps: int = MOST_STEPS, most_nodes: int = MOST_NODES) -> Plan:
    """The best plan: by looking at every assignment where that is few, else by the solver.

    Raises:
        PilkadesError: as `problem.instance` does, and `solver-stopped`.
    """
    stations = candidates(problem)
    asked = instance(problem, stations)
    found = None
    if most_steps and asked.stations ** len(asked.sizes) <= _MOST_ASSIGNMENTS:
        found = best_of_all(asked, most_steps)
    if found is not None:
        figures = tuple(Figure(t, v, v) for t, v in zip(asked.order, score(asked, found), strict=True))
        return _named(Plan(problem, stations, found, figures, Method.EVERY_ASSIGNMENT), asked)
    answer = solve(asked, start(asked), most_nodes)
    placed, at_least = answer.placed, answer.at_least
    if score(asked, placed) != tuple(at_least[term] for term in asked.order):
        placed = bettered(asked, placed)
    values = measure(asked, placed)
    figures = tuple(Figure(term, values[term], _bound(asked, term, values, at_least)) for term in asked.order)
    return _named(Plan(problem, stations, placed, figures, Method.SOLVER), asked)


def _bound(asked: Instance, term: Term, values: dict[Term, int], at_least: dict[Term, int]) -> int | None:
    """A bound holds only while the aims before it are at their best; after an open one it says nothing."""
    before = asked.order[: asked.order.index(term)]
    if any(values[one] != at_least[one] for one in before):
        return None
    return at_least[term]


def plan_by_hand(problem: Problem, stations: tuple[Site, ...], placed: Sequence[int]) -> Plan:
    """A plan as somebody put it, measured and not bettered."""
    values = measure(instance(replace(problem, number=None, pins=()), stations), placed)
    figures = tuple(Figure(term, values[term], None) for term in problem.order)
    return Plan(problem, stations, tuple(placed), figures, Method.BY_HAND)


def _named(plan: Plan, asked: Instance) -> Plan:
    """Leave out sites without voters; number stations that are alike in the order of their first group."""
    used = list(dict.fromkeys(plan.placed))
    order = used if asked.alike else sorted(used)
    place = {station: number for number, station in enumerate(order)}
    names = plan.stations[: len(order)] if asked.alike else tuple(plan.stations[station] for station in order)
    return replace(plan, stations=tuple(names), placed=tuple(place[station] for station in plan.placed))
