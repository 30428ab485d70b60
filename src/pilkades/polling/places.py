"""Points on the ground, straight distances in whole metres, and the sites where a station may stand."""

import math
from dataclasses import dataclass
from typing import TypeAlias

from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text

# Metres of one degree along a meridian, for an earth of 40,030 km round (mean radius 6,371 km).
_METRES_OF_A_DEGREE = 111_195
_MICRO = 1_000_000


@dataclass(frozen=True, slots=True, order=True)
class Grid:
    """A point on a local map: whole metres east and north of any corner."""

    east: int
    north: int


@dataclass(frozen=True, slots=True, order=True)
class Degrees:
    """A point as telephones state it, in millionths of a degree; south and west are negative."""

    latitude: int
    longitude: int


Point: TypeAlias = Grid | Degrees


def distance(one: Point, other: Point) -> int:
    """The straight distance in whole metres; the path on foot is as long or longer.

    Raises:
        PilkadesError: `points-of-two-kinds` when one is of a local map and the other in degrees.
    """
    if isinstance(one, Grid) and isinstance(other, Grid):
        return _length(one.east - other.east, one.north - other.north)
    if isinstance(one, Degrees) and isinstance(other, Degrees):
        middle = (one.latitude + other.latitude) // 2
        shrink = round(math.cos(math.radians(middle / _MICRO)) * _MICRO)
        north = (one.latitude - other.latitude) * _METRES_OF_A_DEGREE // _MICRO
        east = (one.longitude - other.longitude) * _METRES_OF_A_DEGREE * shrink // (_MICRO * _MICRO)
        return _length(east, north)
    raise PilkadesError("points-of-two-kinds")


def _length(east: int, north: int) -> int:
    return math.isqrt(east * east + north * north)


@dataclass(frozen=True, slots=True)
class Site:
    """A place for a polling station; `accessible` is None where nobody has looked yet.

    `capacity` is what the place itself holds, where that is less than the cap.
    """

    name: str
    point: Point | None = None
    accessible: bool | None = None
    capacity: int | None = None


ACCESSIBLE = {
    True: Text("mudah dijangkau penyandang disabilitas", "within easy reach of disabled voters"),
    False: Text("belum mudah dijangkau penyandang disabilitas", "not within easy reach of disabled voters"),
    None: Text("aksesnya belum diperiksa", "access not looked at yet"),
}
