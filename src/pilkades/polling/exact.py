"""The best plan of a small village, by trying every assignment that may still be best."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pilkades.polling.problem import Instance, Term, score


@dataclass(slots=True)
class _Partial:
    """An assignment in the making, with every figure that can only grow."""

    loads: list[int]
    dusun: dict[tuple[int, int], int] = field(default_factory=dict)
    rt: dict[tuple[int, int], int] = field(default_factory=dict)
    over: int = 0
    unmet: int = 0
    total: int = 0
    longest: list[int] = field(default_factory=lambda: [0])
    used: list[int] = field(default_factory=list)


def best_of_all(asked: Instance, most_steps: int) -> tuple[int, ...] | None:
    """The best assignment, or None where more steps than that would be needed to be sure.

    Groups are placed from the largest to the smallest. A branch is left as soon as its figures, which can
    only grow, are no better than those of the best assignment found; so what is found first among equals
    stays.
    """
    search = _Search(asked, most_steps)
    search.go(0)
    return None if search.exhausted else search.best


class _Search:
    def __init__(self, asked: Instance, most_steps: int) -> None:
        self.asked = asked
        self.left = most_steps
        self.turns = sorted(range(len(asked.sizes)), key=lambda group: (-asked.sizes[group], group))
        self.placed = [-1] * len(asked.sizes)
        self.partial = _Partial([0] * asked.stations)
        self.best: tuple[int, ...] | None = None
        self.best_score: tuple[int, ...] | None = None
        self.dusuns, self.rts = len(set(asked.dusun)), len(set(asked.rt))
        self.exhausted = False

    def go(self, turn: int) -> None:
        """Place the group whose turn it is at each station that may be best."""
        if self.exhausted:
            return
        if turn == len(self.turns):
            self._keep()
            return
        group = self.turns[turn]
        for station in self._stations(group, turn):
            self.left -= 1
            if self.left < 0:
                self.exhausted = True
                return
            self._put(group, station)
            if self.best_score is None or self._least() < self.best_score:
                self.go(turn + 1)
            self._take(group, station)

    def _stations(self, group: int, turn: int) -> Iterator[int]:
        asked, used = self.asked, len(self.partial.used)
        fixed = asked.fixed[group]
        must_open = asked.number is not None and asked.number - used >= len(self.turns) - turn
        for station in range(asked.stations) if fixed is None else (fixed,):
            fresh = self.partial.loads[station] == 0 and station not in self.partial.used
            if asked.alike and fresh and station > used:
                return  # stations are alike: one empty station stands for all of them
            if fresh and asked.number is not None and used >= asked.number:
                continue
            if must_open and not fresh:
                continue
            yield station

    def _put(self, group: int, station: int) -> None:
        asked, now = self.asked, self.partial
        now.over += self._overflow(station, asked.sizes[group])
        if station not in now.used:
            now.used.append(station)
        now.loads[station] += asked.sizes[group]
        for table, place in ((now.dusun, asked.dusun[group]), (now.rt, asked.rt[group])):
            table[place, station] = table.get((place, station), 0) + 1
        walk = asked.walks[group][station] or 0
        now.longest.append(max(now.longest[-1], walk))
        now.total += walk * asked.sizes[group]
        now.unmet += asked.needing[group] if asked.out_of_reach[station] else 0
        self.placed[group] = station

    def _take(self, group: int, station: int) -> None:
        asked, now = self.asked, self.partial
        self.placed[group] = -1
        now.unmet -= asked.needing[group] if asked.out_of_reach[station] else 0
        now.total -= (asked.walks[group][station] or 0) * asked.sizes[group]
        now.longest.pop()
        for table, place in ((now.dusun, asked.dusun[group]), (now.rt, asked.rt[group])):
            table[place, station] -= 1
            if not table[place, station]:
                del table[place, station]
        now.loads[station] -= asked.sizes[group]
        if station not in self.placed:
            now.used.remove(station)
        now.over -= self._overflow(station, asked.sizes[group])

    def _overflow(self, station: int, size: int) -> int:
        """How many more voters are above the cap once so many are added."""
        load, cap = self.partial.loads[station], self.asked.caps[station]
        return max(0, load + size - cap) - max(0, load - cap)

    def _least(self) -> tuple[int, ...]:
        """Figures that nothing built on this can go below."""
        now = self.partial
        dusuns = len({place for place, _ in now.dusun})
        rts = len({place for place, _ in now.rt})
        figures = {
            Term.OVER_CAP: now.over,
            Term.STATIONS: len(now.used),
            Term.DUSUN_PARTED: len(now.dusun) - dusuns,
            Term.RT_PARTED: len(now.rt) - rts,
            Term.NEEDS_UNMET: now.unmet,
            Term.LONGEST_WALK: now.longest[-1],
            Term.TOTAL_WALK: now.total,
            Term.BALANCE: 0,
        }
        return tuple(figures[term] for term in self.asked.order)

    def _keep(self) -> None:
        found = score(self.asked, self.placed)
        if self.best_score is None or found < self.best_score:
            self.best, self.best_score = tuple(self.placed), found
