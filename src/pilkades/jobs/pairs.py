"""What a run found: pairs of rows, how likely each is one person, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pilkades.jobs.evidence import SAME_NIK, Evidence, NikLevel, evidence_of
from pilkades.jobs.model import Floats, Model

Ids = NDArray[np.int64]
Patterns = NDArray[np.uint16]
RULES = (
    "nik",
    "birth, two letters",
    "birth, consonants",
    "name, village",
    "first half of nik, first word",
    "last half of nik, first word",
    "name, area and serial of nik",
    "name, date of nik",
)
"""What two rows have in common so that they are compared at all; the first that fits finds the pair."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rows by the caller's numbers, the smaller first."""

    one: int
    other: int
    probability: float
    weight: float
    """Bits of evidence with the chance put in: 0 is even, each bit more doubles the odds."""
    evidence: Evidence

    @property
    def same_nik(self) -> bool:
        """Whether both rows carry the very same number: shown whatever its probability."""
        return self.evidence.nik is NikLevel.SAME


@dataclass(frozen=True, slots=True)
class Crowd:
    """So many rows share a key that they were not compared by it: a column filled down, as a rule."""

    rule: int
    rows: int

    @property
    def words(self) -> str:
        """Which key it was."""
        return RULES[self.rule]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Pairs:
    """The pairs in the order of their rows' numbers."""

    one: Ids
    other: Ids
    pattern: Patterns
    probability: Floats
    model: Model
    crowds: tuple[Crowd, ...]
    compared: int

    def __len__(self) -> int:
        return len(self.one)

    def __iter__(self) -> Iterator[Pair]:
        weights = self.model.weights()
        for one, other, pattern, probability in zip(
            self.one.tolist(),
            self.other.tolist(),
            self.pattern.tolist(),
            self.probability.tolist(),
            strict=True,
        ):
            yield Pair(one, other, probability, float(weights[pattern]), evidence_of(pattern))

    def ranked(self) -> list[Pair]:
        """The same NIK first, then the likeliest."""
        return sorted(self, key=lambda pair: (not pair.same_nik, -pair.weight, pair.one, pair.other))

    def frame(self) -> pl.DataFrame:
        """As columns: one, other, pattern, probability."""
        return pl.DataFrame(
            {"one": self.one, "other": self.other, "pattern": self.pattern, "probability": self.probability}
        )


def shown(
    one: Ids, other: Ids, pattern: Patterns, model: Model, least: float
) -> tuple[Ids, Ids, Patterns, Floats]:
    """Those pairs that are likely enough or have the same NIK, smaller number first, in order."""
    probabilities = model.probabilities()
    wanted = probabilities >= least
    wanted[SAME_NIK] = True
    kept = wanted[pattern]
    low, high = np.minimum(one[kept], other[kept]), np.maximum(one[kept], other[kept])
    order = np.lexsort((high, low))
    found = pattern[kept][order]
    return low[order], high[order], found, probabilities[found]
