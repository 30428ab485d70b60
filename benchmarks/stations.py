"""How long the plans of a wave take, beside the plan that is made by going down the list.

Made-up villages (from hashes of their number), 900 to 1,800 voters in 18 to 36 RT and 3 to 5 dusun, cap 300,
seven sites with points. The peer goes down the list, RT by RT, and opens the next nearest site when the cap
is reached: what a committee does by hand.
"""

import argparse
import hashlib
import time
from collections import Counter

from pilkades.polling.caps import own_cap
from pilkades.polling.checking import Weight, check
from pilkades.polling.groups import Area, Group, Level
from pilkades.polling.places import Grid, Site, distance
from pilkades.polling.plan import Plan, make_plan, plan_by_hand
from pilkades.polling.problem import Problem, Term

CAP = 300
_SITES = 7
_AIMS = (Term.STATIONS, Term.DUSUN_PARTED, Term.LONGEST_WALK, Term.TOTAL_WALK)


def drawn(*words: object) -> int:
    """A number read off a hash."""
    return int.from_bytes(hashlib.sha256(repr(words).encode()).digest()[:6], "big")


def village(number: int) -> Problem:
    """A made-up village; nobody's."""
    count, dusuns = 18 + drawn(number, "rt") % 19, 3 + drawn(number, "dusun") % 3
    groups = []
    for at in range(count):
        dusun = at * dusuns // count
        here = Grid(dusun * 1500 + drawn(number, at, "x") % 1200, drawn(number, at, "y") % 1500)
        voters = 25 + drawn(number, at) % 50
        groups.append(
            Group(
                Area(f"Dusun {dusun + 1}", "001", f"{at + 1:03d}"),
                Level.RT,
                voters,
                0,
                here,
                {},
                voters // 40,
            )
        )
    sites = tuple(
        Site(
            f"TPS {at + 1}",
            Grid(drawn(number, at, "sx") % (1500 * dusuns), drawn(number, at, "sy") % 1500),
            accessible=at % 3 != 0,
        )
        for at in range(_SITES)
    )
    return Problem(tuple(groups), own_cap(CAP), sites)


def down_the_list(problem: Problem) -> Plan:
    """RT by RT: to the site in use, and to the nearest unused one when that is full."""
    left = list(range(len(problem.sites)))
    placed: list[int] = []
    load = CAP
    for group in problem.groups:
        if load + group.voters > CAP and left:
            left.sort(key=lambda k: _way(group, problem.sites[k]))
            placed.append(left.pop(0))
            load = group.voters
        else:
            placed.append(placed[-1])
            load += group.voters
    return plan_by_hand(problem, problem.sites, placed)


def _way(group: Group, site: Site) -> int:
    return distance(group.point, site.point) if group.point and site.point else 0


def main() -> None:
    """Plan the villages and print the figures of both ways."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--villages", type=int, default=300)
    count = parser.parse_args().villages
    sums: Counter[tuple[str, Term]] = Counter()
    methods: Counter[str] = Counter()
    proven, longest, wrong = 0, 0.0, 0
    started = time.process_time()
    for number in range(count):
        problem = village(number)
        before = time.process_time()
        plan = make_plan(problem)
        longest = max(longest, time.process_time() - before)
        methods[plan.method.value] += 1
        proven += plan.proven
        wrong += any(remark.weight is Weight.REPAIR for remark in check(plan))
        by_list = down_the_list(problem)
        for term in _AIMS:
            sums["planned", term] += plan.value(term)
            sums["down the list", term] += by_list.value(term)
    spent = time.process_time() - started
    print(f"villages: {count}, processor time: {spent:.1f} s, the slowest village: {longest:.2f} s")
    print(f"proven best: {proven}, plans that the check refuses: {wrong}, methods: {dict(methods)}")
    for name in ("planned", "down the list"):
        print(f"{name}: " + ", ".join(f"{term.value} {sums[name, term] / count:.1f}" for term in _AIMS))


if __name__ == "__main__":
    main()
