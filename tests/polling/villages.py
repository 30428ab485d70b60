"""Made-up villages for the plans; the numbers of families carry an area code (99) that no province has."""

from collections.abc import Iterable
from dataclasses import replace

from tests.register.people import adult

from pilkades.polling.caps import Cap, own_cap
from pilkades.polling.groups import Area, Group, Level
from pilkades.polling.places import Grid, Site
from pilkades.polling.problem import Instance, Problem, Term, measure
from pilkades.register.nik import Kk
from pilkades.register.voter import Voter

BANI_AMAS = {"Setagi Tapang": 209, "Sentagi": 350, "Timonong": 293, "Tampe": 127}
"""Voters of the four stations of 2007 as the source prints them, total 979."""


def group(dusun: str, rt: int, voters: int, at: tuple[int, int] | None = None, needing: int = 0) -> Group:
    """An RT as counts alone."""
    return Group(
        Area(dusun, "", f"{rt:03d}"),
        Level.RT,
        voters,
        point=Grid(*at) if at else None,
        needing=needing,
    )


def site(name: str, at: tuple[int, int] | None = None, *, accessible: bool | None = None) -> Site:
    """A place for a station."""
    return Site(name, Grid(*at) if at else None, accessible)


def problem(groups: Iterable[Group], cap: int | Cap = 300, **more: object) -> Problem:
    """A question under a cap."""
    whole = Problem(tuple(groups), own_cap(cap) if isinstance(cap, int) else cap)
    return replace(whole, **more)  # type: ignore[arg-type] # a test names the field it changes


def people(dusun: str, rt: int, families: Iterable[int]) -> list[Voter]:
    """The voters of an RT, family by family."""
    return [
        replace(adult(), nik=None, kk=Kk.parse(f"990102{rt:04d}{number:06d}"), dusun=dusun, rt=f"{rt:03d}")
        for number, size in enumerate(families, start=1)
        for _ in range(size)
    ]


def bani_amas(per_rt: int = 35) -> list[Voter]:
    """979 made-up voters in the dusun of 2007, in RT of families of three or four."""
    voters: list[Voter] = []
    rt = 0
    for dusun, total in BANI_AMAS.items():
        left = total
        while left:
            rt += 1
            here = min(per_rt, left)
            sizes = [3] * (here // 3)
            if here % 3:
                sizes.append(here % 3)
            voters += people(dusun, rt, sizes)
            left -= here
    return voters


def every_assignment(asked: Instance) -> tuple[int, ...]:
    """The figures of the best of all assignments, by writing every one of them down."""
    best: tuple[int, ...] | None = None
    for code in range(asked.stations ** len(asked.sizes)):
        placed, rest = [], code
        for _ in asked.sizes:
            rest, station = divmod(rest, asked.stations)
            placed.append(station)
        if asked.number is not None and len(set(placed)) != asked.number:
            continue
        if any(f is not None and f != p for f, p in zip(asked.fixed, placed, strict=True)):
            continue
        found = measure(asked, placed)
        figures = tuple(found[term] for term in asked.order)
        best = figures if best is None or figures < best else best
    assert best is not None
    return best


__all__ = ["BANI_AMAS", "Term", "bani_amas", "every_assignment", "group", "people", "problem", "site"]
