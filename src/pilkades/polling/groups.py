"""Voters who go to a station together: a dusun, an RT, or the families of an RT that is over the cap."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from pilkades.base.language import Text, same
from pilkades.polling.places import Point
from pilkades.register.voter import Disability, Voter


class Level(StrEnum):
    """What is kept together first; below it only what is over the cap is divided."""

    DUSUN = "dusun"
    RT = "rt"
    FAMILY = "family"


LEVELS = {
    Level.DUSUN: Text("dusun", "dusun"),
    Level.RT: Text("RT", "RT"),
    Level.FAMILY: Text("keluarga", "family"),
}


@dataclass(frozen=True, slots=True)
class Area:
    """An RT with its RW and dusun, as written; an empty part is one that the list does not state."""

    dusun: str
    rw: str = ""
    rt: str = ""

    @property
    def order(self) -> tuple[tuple[bool, int, str], ...]:
        """Dusun, RW and RT as people order them: numbers as numbers, what is missing last."""
        return tuple(_ordered(part) for part in (self.dusun, self.rw, self.rt))

    @property
    def label(self) -> Text:
        """`RT 001/RW 002, Setagi Tapang`."""
        numbers = "/".join(f"{name} {part}" for name, part in (("RT", self.rt), ("RW", self.rw)) if part)
        words = ", ".join(part for part in (numbers, self.dusun) if part)
        return same(words) if words else Text("alamat belum disebut", "address not stated")


def _ordered(part: str) -> tuple[bool, int, str]:
    number = int(part) if part.isascii() and part.isdigit() else 0
    return (not part, number, part.casefold())


@dataclass(frozen=True, slots=True)
class Group:
    """Voters who are never parted by a plan.

    `family` numbers the families of an RT that is over the cap, from 1 in the order of the list; 0 is the
    whole RT or dusun. `rows` are the places of its voters in the list, where a list was read.
    """

    area: Area
    level: Level
    voters: int
    family: int = 0
    point: Point | None = None
    needs: Mapping[Disability, int] = field(default_factory=dict)
    needing: int = 0
    rows: tuple[int, ...] = ()

    @property
    def key(self) -> tuple[Area, int]:
        """What names it: its area and, inside a divided RT, its family."""
        return (self.area, self.family)

    @property
    def order(self) -> tuple[object, ...]:
        """Its place among others."""
        return (*self.area.order, self.family)

    @property
    def label(self) -> Text:
        """Its name; a family is named by its number in the list, never by its card or a person."""
        if self.level is Level.DUSUN:
            return same(self.area.dusun) if self.area.dusun else self.area.label
        if self.level is Level.FAMILY:
            return Text("keluarga {n}, ", "family {n}, ").fill(n=self.family) + self.area.label
        return self.area.label


def groups_of(
    voters: Sequence[Voter], cap: int, level: Level = Level.RT, points: Mapping[Area, Point] | None = None
) -> tuple[Group, ...]:
    """Gather a list into groups: whole dusun or RT up to the cap, and only what is over it divided further.

    A dusun over the cap becomes its RT, an RT over the cap its families; a family is never divided, and who
    has no family card on the list is a family of one. One dusun written in two ways is one dusun. A family
    that the list has in two RT goes with the RT of most of its voters, so that it stays together.
    """
    areas = _areas(voters)
    where = points or {}
    dusun_sizes = Counter(area.dusun for area in areas)
    rows: dict[Area, list[int]] = {}
    for row, area in enumerate(areas):
        whole_dusun = level is Level.DUSUN and area.dusun and dusun_sizes[area.dusun] <= cap
        rows.setdefault(Area(area.dusun) if whole_dusun else area, []).append(row)
    found: list[Group] = []
    for area, members in rows.items():
        point = where.get(area)
        if len(members) <= cap and level is not Level.FAMILY:
            own = Level.DUSUN if level is Level.DUSUN and area == Area(area.dusun) else Level.RT
            found.append(_group(area, own, 0, members, voters, point))
            continue
        for number, family in enumerate(_families(members, voters), start=1):
            found.append(_group(area, Level.FAMILY, number, family, voters, point))
    return tuple(sorted(found, key=lambda group: group.order))


def _areas(voters: Sequence[Voter]) -> list[Area]:
    """The area of each voter: that of most voters of the family, of the first of them among equals."""
    spelled: dict[str, str] = {}
    own = [_area(voter, spelled) for voter in voters]
    of_family: dict[object, Counter[Area]] = {}
    for voter, area in zip(voters, own, strict=True):
        if voter.kk is not None:
            of_family.setdefault(voter.kk, Counter())[area] += 1
    # most_common keeps the order of the list among equals
    main = {kk: areas.most_common(1)[0][0] for kk, areas in of_family.items()}
    return [main[voter.kk] if voter.kk is not None else area for voter, area in zip(voters, own, strict=True)]


def _area(voter: Voter, spelled: dict[str, str]) -> Area:
    dusun = " ".join(voter.dusun.split())
    return Area(spelled.setdefault(dusun.casefold(), dusun), voter.rw, voter.rt)


def _families(members: Iterable[int], voters: Sequence[Voter]) -> Iterable[list[int]]:
    families: dict[object, list[int]] = {}
    for row in members:
        kk = voters[row].kk
        families.setdefault(kk if kk is not None else row, []).append(row)
    return families.values()


def _group(
    area: Area, level: Level, family: int, rows: Sequence[int], voters: Sequence[Voter], point: Point | None
) -> Group:
    needs = Counter(kind for row in rows for kind in voters[row].disabilities)
    return Group(
        area,
        level,
        len(rows),
        family,
        point,
        {kind: needs[kind] for kind in Disability if needs[kind]},
        sum(1 for row in rows if voters[row].disabilities),
        tuple(rows),
    )
