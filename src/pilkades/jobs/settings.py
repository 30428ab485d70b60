"""What a run may be told: where it runs, which pairs it looks at, how much it shows."""

from dataclasses import dataclass
from enum import StrEnum

LOCAL = "local"
LARGEST_BLOCK = 3000
LEAST = 0.05


class Scope(StrEnum):
    """Which pairs are looked at."""

    EVERYWHERE = "everywhere"
    WITHIN_VILLAGES = "within"
    ACROSS_VILLAGES = "across"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`engine` is `local`, or the address of a Spark master; both give exactly the same pairs.

    `threads` is 0 for every core. Rows that share a key with more than `largest_block` rows are not compared
    by that key, and the result says so. `least` is the probability below which a pair is not shown; rows with
    the same NIK are always shown.
    """

    engine: str = LOCAL
    threads: int = 0
    scope: Scope = Scope.EVERYWHERE
    largest_block: int = LARGEST_BLOCK
    least: float = LEAST
