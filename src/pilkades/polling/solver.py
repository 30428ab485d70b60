"""The best plan of a larger village by integer programming (HiGHS), one aim after the other.

HiGHS runs on one thread from a fixed seed and stops after a number of nodes, never after a time: the same
question has the same answer on a slow machine. What it answers is measured anew here; nothing is believed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pilkades.base.errors import PilkadesError
from pilkades.polling.problem import Instance, Term, floors, measure, score

if TYPE_CHECKING:
    import highspy

MOST_NODES = 200
_WHOLE = 0.5
# All aims are whole numbers: a bound nearer than this is the figure itself.
_NEARLY = 1e-5


@dataclass(frozen=True, slots=True)
class Answer:
    """An assignment, and for each aim the figure that none can go below (the aims before it held)."""

    placed: tuple[int, ...]
    at_least: dict[Term, int]


def solve(asked: Instance, start: Sequence[int], most_nodes: int = MOST_NODES) -> Answer:
    """Minimise the aims in their order, each held while the next is minimised.

    `start` is any assignment; the answer is never worse.

    Raises:
        PilkadesError: `solver-stopped` when HiGHS ends in a way that is no answer.
    """
    model = _Model(asked, most_nodes)
    best = tuple(start)
    at_least: dict[Term, int] = {}
    counted = asked
    for term in asked.order:
        figures = measure(asked, best)
        under = asked.order[0] is Term.OVER_CAP and figures[Term.OVER_CAP] == 0
        floor = floors(counted, under_cap=under and term is not Term.OVER_CAP)[term]
        if figures[term] <= floor:
            at_least[term] = floor
        else:
            placed, bound = model.minimise(term, best, floor)
            best = min(best, placed, key=lambda one: score(asked, one))
            at_least[term] = max(floor, bound)
        value = measure(asked, best)[term]
        model.hold(term, value)
        if term is Term.STATIONS and value == at_least[term]:
            counted = replace(asked, number=value)
    return Answer(best, at_least)


@dataclass(frozen=True, slots=True)
class _Class:
    """Groups that are alike for every aim: families of one RT of one size; else one group alone."""

    members: tuple[int, ...]
    size: int


def _classes(asked: Instance) -> tuple[_Class, ...]:
    alike: dict[tuple[object, ...], list[int]] = {}
    for group, size in enumerate(asked.sizes):
        own = asked.fixed[group] is not None or not asked.divided[group]
        key = (group,) if own else (asked.rt[group], size, asked.needing[group], asked.walks[group])
        alike.setdefault(key, []).append(group)
    return tuple(_Class(tuple(members), asked.sizes[members[0]]) for members in alike.values())


_Terms = dict[int, float]


class _Model:
    """The integer program: how many groups of each class go to each station."""

    def __init__(self, asked: Instance, most_nodes: int) -> None:
        import highspy  # noqa: PLC0415 -- most villages never need it, and it is heavy to load

        self.kit = highspy
        self.asked = asked
        self.classes = _classes(asked)
        self.stations = range(asked.stations)
        self.total = sum(asked.sizes)
        self.engine = highspy.Highs()  # type: ignore[no-untyped-call] # its stub leaves the arguments open
        for name, value in (
            ("output_flag", False),
            ("threads", 1),
            ("random_seed", 0),
            ("mip_max_nodes", most_nodes),
            ("mip_rel_gap", 0.0),
            ("mip_abs_gap", 1 - 1e-3),
        ):
            self.engine.setOptionValue(name, value)
        self.columns = 0
        self._place()
        self._load()
        self._part()
        self.aims = self._aims()

    def _column(self, upper: float, *, whole: bool = True) -> int:
        self.engine.addVar(0.0, upper)
        if whole:
            self.engine.changeColIntegrality(self.columns, self.kit.HighsVarType.kInteger)
        self.columns += 1
        return self.columns - 1

    def _row(self, terms: _Terms, least: float, most: float) -> None:
        self.engine.addRow(least, most, len(terms), list(terms), list(terms.values()))

    def _at_most(self, terms: _Terms, most: float = 0.0) -> None:
        self._row(terms, -self.kit.kHighsInf, most)

    def _place(self) -> None:
        """Every group of a class goes somewhere."""
        self.put = [[self._column(len(one.members)) for _ in self.stations] for one in self.classes]
        for one, columns in zip(self.classes, self.put, strict=True):
            self._row(dict.fromkeys(columns, 1.0), len(one.members), len(one.members))
            station = self.asked.fixed[one.members[0]]
            if station is not None:
                self.engine.changeColBounds(columns[station], 1.0, 1.0)

    def _load(self) -> None:
        """Loads, stations in use, voters above the cap, the largest and the smallest station."""
        asked = self.asked
        self.open = [self._column(1) for _ in self.stations]
        self.over = [self._column(self.total, whole=False) for _ in self.stations]
        self.largest, self.smallest = (self._column(self.total, whole=False) for _ in range(2))
        self.loads: list[_Terms] = []
        for k in self.stations:
            load = {self.put[c][k]: float(one.size) for c, one in enumerate(self.classes)}
            self.loads.append(load)
            self._at_most({**load, self.over[k]: -1.0, self.open[k]: -float(asked.caps[k])})
            self._at_most({self.over[k]: 1.0, self.open[k]: -float(self.total)})
            self._at_most({self.open[k]: 1.0, **dict.fromkeys(load, -1.0)})
            self._at_most({**load, self.largest: -1.0})
            self._at_most(
                {self.smallest: 1.0, self.open[k]: float(self.total), **_negative(load)}, self.total
            )
        if asked.number is not None:
            self._row(dict.fromkeys(self.open, 1.0), asked.number, asked.number)
        if asked.alike:
            for k in self.stations[:-1]:
                following = _negative(self.loads[k])
                self._at_most({**self.loads[k + 1], **following})
                self._at_most({self.open[k + 1]: 1.0, self.open[k]: -1.0})

    def _part(self) -> None:
        """Which dusun and which RT use which station."""
        self.of_dusun = self._used_by([self.asked.dusun[one.members[0]] for one in self.classes])
        self.of_rt = self._used_by([self.asked.rt[one.members[0]] for one in self.classes])

    def _used_by(self, areas: list[int]) -> list[list[int]]:
        found: list[list[int]] = []
        for area in dict.fromkeys(areas):
            mine = [c for c, other in enumerate(areas) if other == area]
            columns = [self._column(1) for _ in self.stations]
            for k in self.stations:
                for c in mine:
                    self._at_most({self.put[c][k]: 1.0, columns[k]: -float(len(self.classes[c].members))})
                self._at_most({columns[k]: 1.0, self.open[k]: -1.0})
                self._at_most({columns[k]: 1.0, **{self.put[c][k]: -1.0 for c in mine}})
                # what an area has here is at most the cap: follows from the rows above, and helps the solver
                here = {self.put[c][k]: float(self.classes[c].size) for c in mine}
                most = min(
                    self.asked.caps[k], sum(self.classes[c].size * len(self.classes[c].members) for c in mine)
                )
                self._at_most({**here, self.over[k]: -1.0, columns[k]: -float(most)})
            found.append(columns)
        return found

    def _aims(self) -> dict[Term, tuple[_Terms, int]]:
        """Each aim as columns with weights, and what is taken from their sum."""
        asked = self.asked
        farthest = self._column(
            max((walk or 0 for row in asked.walks for walk in row), default=0), whole=False
        )
        far: _Terms = {}
        unmet: _Terms = {}
        for c, one in enumerate(self.classes):
            walks = asked.walks[one.members[0]]
            for k in self.stations:
                if walks[k]:
                    far[self.put[c][k]] = float((walks[k] or 0) * one.size)
                if asked.out_of_reach[k] and asked.needing[one.members[0]]:
                    unmet[self.put[c][k]] = float(asked.needing[one.members[0]])
            if len(one.members) == 1 and any(walks):
                way = {self.put[c][k]: float(walks[k] or 0) for k in self.stations if walks[k]}
                self._at_most({**way, farthest: -1.0})
            elif any(walks):
                used = self.of_rt[self._area_place(c)]
                for k in self.stations:
                    self._at_most({used[k]: float(walks[k] or 0), farthest: -1.0})
        return {
            Term.OVER_CAP: (dict.fromkeys(self.over, 1.0), 0),
            Term.STATIONS: (dict.fromkeys(self.open, 1.0), 0),
            Term.DUSUN_PARTED: (_ones(self.of_dusun), len(self.of_dusun)),
            Term.RT_PARTED: (_ones(self.of_rt), len(self.of_rt)),
            Term.NEEDS_UNMET: (unmet, 0),
            Term.LONGEST_WALK: ({farthest: 1.0}, 0),
            Term.TOTAL_WALK: (far, 0),
            Term.BALANCE: ({self.largest: 1.0, self.smallest: -1.0}, 0),
        }

    def _area_place(self, c: int) -> int:
        areas = list(dict.fromkeys(self.asked.rt[one.members[0]] for one in self.classes))
        return areas.index(self.asked.rt[self.classes[c].members[0]])

    def minimise(self, term: Term, start: Sequence[int], floor: int) -> tuple[tuple[int, ...], int]:
        """The assignment found for one aim, and the figure that none goes below."""
        columns, less = self.aims[term]
        self._row(columns, floor + less, self.kit.kHighsInf)
        for column in range(self.columns):
            self.engine.changeColCost(column, columns.get(column, 0.0))
        self.engine.setSolution(self._as_solution(start))
        self.engine.run()
        info = self.engine.getInfo()
        status = self.engine.getModelStatus()
        known = self.kit.HighsModelStatus
        if info.primal_solution_status != self.kit.SolutionStatus.kSolutionStatusFeasible:
            if status in {known.kSolutionLimit, known.kIterationLimit, known.kInfeasible}:
                return tuple(start), floor
            raise PilkadesError("solver-stopped", status=self.engine.modelStatusToString(status))
        placed = self._read(self.engine.getSolution().col_value)
        found = measure(self.asked, placed)[term]
        if status == known.kOptimal:
            return placed, found
        bound = info.mip_dual_bound - less
        return placed, min(found, max(floor, -int(-(bound - _NEARLY) // 1))) if bound > floor else floor

    def hold(self, term: Term, value: int) -> None:
        """From now on the aim is no worse than this."""
        columns, less = self.aims[term]
        if columns:
            self._at_most(columns, value + less)
        if term is Term.LONGEST_WALK:
            for c, one in enumerate(self.classes):
                for k, walk in enumerate(self.asked.walks[one.members[0]]):
                    if walk is not None and walk > value:
                        self.engine.changeColBounds(self.put[c][k], 0.0, 0.0)

    def _read(self, values: Sequence[float]) -> tuple[int, ...]:
        """Whole groups from the solver's numbers, members of a class in the order of the list."""
        placed = [0] * len(self.asked.sizes)
        for one, columns in zip(self.classes, self.put, strict=True):
            members = iter(one.members)
            for k in self.stations:
                for _ in range(int(values[columns[k]] + _WHOLE)):
                    placed[next(members)] = k
        return tuple(placed)

    def _as_solution(self, placed: Sequence[int]) -> "highspy.HighsSolution":
        """An assignment as values of the counting columns; HiGHS completes the others."""
        values = [0.0] * self.columns
        order = self._by_load(placed)
        for one, columns in zip(self.classes, self.put, strict=True):
            for group in one.members:
                values[columns[order[placed[group]]]] += 1.0
        self._complete(values)
        solution = self.kit.HighsSolution()
        solution.col_value = values
        return solution

    def _by_load(self, placed: Sequence[int]) -> dict[int, int]:
        """Stations that are alike stand by falling load in the program, whatever their number."""
        loads = [0] * self.asked.stations
        for group, k in enumerate(placed):
            loads[k] += self.asked.sizes[group]
        order = sorted(self.stations, key=lambda k: (-loads[k], k)) if self.asked.alike else self.stations
        return {k: place for place, k in enumerate(order)}

    def _complete(self, values: list[float]) -> None:
        loads = [sum(values[column] * weight for column, weight in load.items()) for load in self.loads]
        for k, load in enumerate(loads):
            values[self.open[k]] = float(load > 0)
            values[self.over[k]] = max(0.0, load - self.asked.caps[k])
        values[self.largest] = max(loads)
        values[self.smallest] = min(load for load in loads if load > 0)
        for areas, used in ((self.asked.dusun, self.of_dusun), (self.asked.rt, self.of_rt)):
            places = [areas[one.members[0]] for one in self.classes]
            for area, columns in zip(dict.fromkeys(places), used, strict=True):
                for k in self.stations:
                    mine = any(p == area and values[self.put[c][k]] > 0 for c, p in enumerate(places))
                    values[columns[k]] = float(mine)
        longest = [
            walk
            for c, one in enumerate(self.classes)
            for k, walk in enumerate(self.asked.walks[one.members[0]])
            if walk and values[self.put[c][k]] > 0
        ]
        (farthest,) = self.aims[Term.LONGEST_WALK][0]
        values[farthest] = float(max(longest, default=0))


def _negative(terms: _Terms) -> _Terms:
    return {column: -weight for column, weight in terms.items()}


def _ones(columns: Iterable[Iterable[int]]) -> _Terms:
    return {column: 1.0 for some in columns for column in some}
