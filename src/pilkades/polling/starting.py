"""Assignments to start from, and how one is bettered by small steps; no claim that any of them is best."""

from collections.abc import Iterator, Sequence

from pilkades.polling.problem import Instance, score

_MOST_EXCHANGED = 80
"""Up to so many groups also exchanges of two are tried; their number grows with its square."""


def start(asked: Instance) -> tuple[int, ...]:
    """The better of two simple assignments, after small steps."""
    tried = [bettered(asked, first_fit(asked)), bettered(asked, by_dusun(asked))]
    return min(tried, key=lambda placed: score(asked, placed))


def first_fit(asked: Instance) -> tuple[int, ...]:
    """Each group, from the largest, to the station with the most room."""
    return _fill(asked, sorted(range(len(asked.sizes)), key=lambda g: (-asked.sizes[g], g)), together=False)


def by_dusun(asked: Instance) -> tuple[int, ...]:
    """Each dusun, from the largest, where it fits best whole; else group by group where it already is."""
    of_dusun: dict[int, int] = {}
    for place, size in zip(asked.dusun, asked.sizes, strict=True):
        of_dusun[place] = of_dusun.get(place, 0) + size
    turns = sorted(
        range(len(asked.sizes)),
        key=lambda g: (-of_dusun[asked.dusun[g]], asked.dusun[g], asked.rt[g], -asked.sizes[g], g),
    )
    return _fill(asked, turns, together=True)


def _fill(asked: Instance, turns: list[int], *, together: bool) -> tuple[int, ...]:
    """Place groups in turn; the first ones open the stations that must be open."""
    turns.sort(key=lambda group: asked.fixed[group] is None)
    loads = [0] * asked.stations
    placed = [-1] * len(asked.sizes)
    most = asked.number or asked.stations
    used: list[int] = []
    for turn, group in enumerate(turns):
        must_open = asked.number is not None and most - len(used) >= len(turns) - turn
        fixed = asked.fixed[group]
        open_to = [
            k
            for k in range(asked.stations)
            if (k not in used if must_open else k in used or len(used) < most)
        ]
        if fixed is not None:
            station = fixed
        elif together:
            left = sum(asked.sizes[g] for g in turns[turn:] if asked.dusun[g] == asked.dusun[group])
            station = _kept_together(asked, placed, loads, open_to, (group, left))
        else:
            station = max(open_to, key=lambda k: (asked.caps[k] - loads[k], -k))
        placed[group] = station
        used += [station] if station not in used else []
        loads[station] += asked.sizes[group]
    return tuple(placed)


def _kept_together(
    asked: Instance, placed: list[int], loads: list[int], open_to: list[int], who: tuple[int, int]
) -> int:
    group, left = who
    room = {k: asked.caps[k] - loads[k] for k in open_to}
    mine = {placed[g] for g in range(len(placed)) if asked.dusun[g] == asked.dusun[group]}
    there = [k for k in open_to if k in mine and room[k] >= asked.sizes[group]]
    if there:
        return max(there, key=lambda k: (room[k], -k))
    whole = [k for k in open_to if room[k] >= left]
    if whole:
        return min(whole, key=lambda k: (room[k], k))
    return max(open_to, key=lambda k: (room[k], -k))


def bettered(asked: Instance, placed: Sequence[int]) -> tuple[int, ...]:
    """Move single groups, and exchange two, as long as that helps; the number asked for is kept."""
    best = tuple(placed)
    figures = score(asked, best)
    while True:
        for other in _steps(asked, best):
            found = score(asked, other)
            if found < figures:
                best, figures = other, found
                break
        else:
            return best


def _steps(asked: Instance, placed: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    for group in range(len(placed)):
        for station in range(asked.stations):
            other = moved_to(asked, placed, group, station)
            if other is not None:
                yield other
    if len(placed) > _MOST_EXCHANGED:
        return
    for one in range(len(placed)):
        for two in range(one):
            if placed[one] != placed[two] and asked.fixed[one] is None and asked.fixed[two] is None:
                changed = list(placed)
                changed[one], changed[two] = placed[two], placed[one]
                yield tuple(changed)


def moved_to(asked: Instance, placed: Sequence[int], group: int, station: int) -> tuple[int, ...] | None:
    """The assignment with one group elsewhere; None where that is no other or not allowed."""
    if placed[group] == station or asked.fixed[group] is not None:
        return None
    other = (*placed[:group], station, *placed[group + 1 :])
    if asked.number is not None and len(set(other)) != asked.number:
        return None
    return other
