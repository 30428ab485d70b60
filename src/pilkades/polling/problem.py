"""What a plan is asked: groups, cap, sites, a number of stations, and the order in which aims count."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text
from pilkades.polling.caps import Cap
from pilkades.polling.groups import Area, Group
from pilkades.polling.places import Site, distance


class Term(StrEnum):
    """What makes one plan better than another; a smaller figure is better."""

    OVER_CAP = "over_cap"
    STATIONS = "stations"
    DUSUN_PARTED = "dusun_parted"
    RT_PARTED = "rt_parted"
    NEEDS_UNMET = "needs_unmet"
    LONGEST_WALK = "longest_walk"
    TOTAL_WALK = "total_walk"
    BALANCE = "balance"


TERMS = {
    Term.OVER_CAP: Text("pemilih di atas batas", "voters above the cap"),
    Term.STATIONS: Text("jumlah TPS", "number of stations"),
    Term.DUSUN_PARTED: Text("dusun terbagi", "dusun parted"),
    Term.RT_PARTED: Text("RT terbagi", "RT parted"),
    Term.NEEDS_UNMET: Text(
        "pemilih disabilitas di TPS yang belum mudah dijangkau",
        "disabled voters at a station that is not within easy reach",
    ),
    Term.LONGEST_WALK: Text("jarak terjauh (m)", "longest way (m)"),
    Term.TOTAL_WALK: Text("jumlah jarak semua pemilih (m)", "ways of all voters together (m)"),
    Term.BALANCE: Text("selisih TPS terbesar dan terkecil", "largest less smallest station"),
}
WALKS = frozenset({Term.LONGEST_WALK, Term.TOTAL_WALK})
ORDER = tuple(Term)
"""The order that a plan keeps to unless the committee names another."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A group that the committee has put at a station by hand; a new plan leaves it there."""

    key: tuple[Area, int]
    station: str


@dataclass(frozen=True, slots=True)
class Problem:
    """All that decides a plan; equal problems have equal plans.

    Without sites the stations are alike and only numbered. `number` None asks for the fewest stations.
    """

    groups: tuple[Group, ...]
    cap: Cap
    sites: tuple[Site, ...] = ()
    number: int | None = None
    order: tuple[Term, ...] = ORDER
    pins: tuple[Pin, ...] = ()

    @property
    def voters(self) -> int:
        """How many voters there are."""
        return sum(group.voters for group in self.groups)

    @property
    def least(self) -> int:
        """The fewest stations that so many voters need under the cap, whoever they are."""
        return -(-self.voters // self.cap.voters)


@dataclass(frozen=True, slots=True)
class Instance:
    """The same question in numbers, for those who search: groups and stations by their place in order."""

    sizes: tuple[int, ...]
    needing: tuple[int, ...]
    dusun: tuple[int, ...]
    rt: tuple[int, ...]
    divided: tuple[bool, ...]
    walks: tuple[tuple[int | None, ...], ...]
    caps: tuple[int, ...]
    out_of_reach: tuple[bool, ...]
    number: int | None
    alike: bool
    fixed: tuple[int | None, ...]
    order: tuple[Term, ...]

    @property
    def stations(self) -> int:
        """How many stations may be used."""
        return len(self.caps)


def candidates(problem: Problem) -> tuple[Site, ...]:
    """The sites that may be used; without sites as many numbered stations as a first fit needs."""
    if problem.sites:
        return problem.sites
    count = problem.number if problem.number is not None else _first_fit(problem)
    return tuple(Site(f"TPS {number}") for number in range(1, count + 1))


def _first_fit(problem: Problem) -> int:
    loads: list[int] = []
    for size in sorted((group.voters for group in problem.groups), reverse=True):
        for station, load in enumerate(loads):
            if load + size <= problem.cap.voters:
                loads[station] += size
                break
        else:
            loads.append(size)
    return max(1, len(loads))


def instance(problem: Problem, stations: Sequence[Site]) -> Instance:
    """Write the question in numbers.

    Raises:
        PilkadesError: `no-voters`, `too-few-groups` for more stations than groups, `too-few-sites` for more
            stations than sites, `unknown-station` for a group put by hand where no station is.
    """
    groups = problem.groups
    if not groups or not problem.voters:
        raise PilkadesError("no-voters")
    if problem.number is not None and problem.number > len(stations):
        raise PilkadesError("too-few-sites", number=problem.number, sites=len(stations))
    if problem.number is not None and not 1 <= problem.number <= len(groups):
        raise PilkadesError("too-few-groups", number=problem.number, groups=len(groups))
    names = {site.name: place for place, site in enumerate(stations)}
    known = all(site.point is not None for site in problem.sites or stations)
    pins = {pin.key: pin.station for pin in problem.pins}
    for name in pins.values():
        if name not in names:
            raise PilkadesError("unknown-station", station=name)
    dusun = {name: place for place, name in enumerate(dict.fromkeys(g.area.dusun for g in groups))}
    areas = {area: place for place, area in enumerate(dict.fromkeys(g.area for g in groups))}
    return Instance(
        sizes=tuple(group.voters for group in groups),
        needing=tuple(group.needing for group in groups),
        dusun=tuple(dusun[group.area.dusun] for group in groups),
        rt=tuple(areas[group.area] for group in groups),
        divided=tuple(group.family > 0 for group in groups),
        walks=tuple(_walks(group, stations, known=known) for group in groups),
        caps=tuple(min(problem.cap.voters, site.capacity or problem.cap.voters) for site in stations),
        out_of_reach=tuple(site.accessible is False for site in stations),
        number=problem.number,
        alike=not problem.sites and not pins,
        fixed=tuple(names[pins[group.key]] if group.key in pins else None for group in groups),
        order=problem.order,
    )


def _walks(group: Group, stations: Sequence[Site], *, known: bool) -> tuple[int | None, ...]:
    """The ways of a group; where one site has no point none counts, else that site would seem near to all."""
    if group.point is None or not known:
        return (None,) * len(stations)
    return tuple(distance(group.point, site.point) if site.point else None for site in stations)


def score(asked: Instance, placed: Sequence[int]) -> tuple[int, ...]:
    """The figures of an assignment, in the order in which they count."""
    figures = measure(asked, placed)
    return tuple(figures[term] for term in asked.order)


def measure(asked: Instance, placed: Sequence[int]) -> dict[Term, int]:
    """Every figure of an assignment: one station for each group."""
    loads = [0] * asked.stations
    dusun: set[tuple[int, int]] = set()
    rt: set[tuple[int, int]] = set()
    longest = total = unmet = 0
    for group, station in enumerate(placed):
        loads[station] += asked.sizes[group]
        dusun.add((asked.dusun[group], station))
        rt.add((asked.rt[group], station))
        walk = asked.walks[group][station]
        if walk is not None:
            longest = max(longest, walk)
            total += walk * asked.sizes[group]
        if asked.out_of_reach[station]:
            unmet += asked.needing[group]
    used = sorted(set(placed))
    return {
        Term.OVER_CAP: sum(max(0, load - cap) for load, cap in zip(loads, asked.caps, strict=True)),
        Term.STATIONS: len(used),
        Term.DUSUN_PARTED: len(dusun) - len(set(asked.dusun)),
        Term.RT_PARTED: len(rt) - len(set(asked.rt)),
        Term.NEEDS_UNMET: unmet,
        Term.LONGEST_WALK: longest,
        Term.TOTAL_WALK: total,
        Term.BALANCE: max(loads[k] for k in used) - min(loads[k] for k in used),
    }


def floors(asked: Instance, *, under_cap: bool) -> dict[Term, int]:
    """Figures that no assignment can go below, by counting alone.

    With `under_cap` for assignments without a voter above the cap: then a dusun needs as many stations as
    the largest of them, taken together, hold its voters.
    """
    largest = max(asked.caps)
    total = sum(asked.sizes)
    of_dusun: dict[int, int] = {}
    for place, size in zip(asked.dusun, asked.sizes, strict=True):
        of_dusun[place] = of_dusun.get(place, 0) + size
    of_rt: dict[int, int] = {}
    for place, size in zip(asked.rt, asked.sizes, strict=True):
        of_rt[place] = of_rt.get(place, 0) + size
    room = sum(sorted(asked.caps, reverse=True)[: asked.number or asked.stations])
    nearest = [min((walk for walk in row if walk is not None), default=0) for row in asked.walks]
    fewest = next(
        (n for n in range(1, asked.stations + 1) if sum(sorted(asked.caps)[-n:]) >= total), asked.stations
    )
    return {
        Term.OVER_CAP: max(0, total - room),
        Term.STATIONS: asked.number or (fewest if under_cap else 1),
        Term.DUSUN_PARTED: _more(of_dusun, largest) if under_cap else 0,
        Term.RT_PARTED: _more(of_rt, largest) if under_cap else 0,
        Term.NEEDS_UNMET: 0 if not all(asked.out_of_reach) else sum(asked.needing),
        Term.LONGEST_WALK: max(nearest, default=0),
        Term.TOTAL_WALK: sum(near * size for near, size in zip(nearest, asked.sizes, strict=True)),
        Term.BALANCE: 0 if asked.number is None else int(total % asked.number > 0),
    }


def _more(sizes: dict[int, int], cap: int) -> int:
    return sum(max(1, -(-size // cap)) - 1 for size in sizes.values())
