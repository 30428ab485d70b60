"""A trained model: how likely each level is among pairs of one person and among pairs of two."""

import json
from dataclasses import asdict, dataclass, fields
from typing import Self

import numpy as np
from numpy.typing import NDArray

from pilkades.base.errors import PilkadesError
from pilkades.jobs.evidence import PATTERNS, SHAPE, Agreement

Floats = NDArray[np.float64]
Shares = tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """For each level of each field the share of pairs that stand there."""

    identity: Shares
    name: Shares
    sex: Shares
    village: Shares


@dataclass(frozen=True, slots=True, repr=False)
class Model:
    """A value that can be kept as JSON and given to any run; whoever runs it gets the same probabilities.

    Pairs on one family card are another world than all other pairs: one in some hundred of them is one person
    entered twice, one in many millions elsewhere. So each world has its own chance that a pair is one person
    and its own picture of pairs that are two; people entered twice look alike in both.
    """

    same: Levels
    different: Levels
    different_on_card: Levels
    chance: float
    chance_on_card: float
    kept: str
    """The patterns worth keeping, a bit for each, in hexadecimal: decided before training, for speed."""
    common: tuple[tuple[int, int], ...]
    """The numbers of names that many people have, and how common each is (0 most)."""

    def probabilities(self) -> Floats:
        """For each pattern how likely its pairs are one person."""
        return 1 / (1 + np.exp2(-self.weights()))

    def weights(self) -> Floats:
        """For each pattern the weight of its evidence with the chance put in, in bits: 0 is even."""
        on_card = _bits(self.same, self.different_on_card, villages=False) + _odds(self.chance_on_card)
        elsewhere = _bits(self.same, self.different, villages=True) + _odds(self.chance)
        card = np.arange(SHAPE[2])[None, None, :, None, None]
        return np.where(card == Agreement.SAME, on_card, elsewhere).reshape(PATTERNS)

    def kept_patterns(self) -> NDArray[np.bool_]:
        """A flag for each pattern."""
        bits = np.unpackbits(np.frombuffer(bytes.fromhex(self.kept), np.uint8))
        return bits[:PATTERNS].astype(np.bool_)

    def to_json(self) -> str:
        """Write it down; `of_json` reads the very same numbers."""
        return json.dumps(asdict(self))

    @classmethod
    def of_json(cls, text: str) -> Self:
        """Read what `to_json` wrote.

        Raises:
            PilkadesError: code `model-notation` when it is something else.
        """
        try:
            stored = json.loads(text)
            for name in ("same", "different", "different_on_card"):
                stored[name] = Levels(**{field: tuple(shares) for field, shares in stored[name].items()})
            stored["common"] = tuple((int(number), int(level)) for number, level in stored["common"])
            model = cls(**stored)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise PilkadesError("model-notation", parts=[field.name for field in fields(cls)]) from error
        return model


def _odds(chance: float) -> float:
    return float(np.log2(chance / (1 - chance)))


def _bits(same: Levels, different: Levels, *, villages: bool) -> Floats:
    """The sum of the fields' bits, laid out as patterns are; what is not stated weighs nothing."""
    identity = _ratio(same.identity, different.identity)
    name = _neutral(_ratio(same.name, different.name))
    sex = _neutral(_ratio(same.sex, different.sex))
    village = _neutral(_ratio(same.village, different.village)) * villages
    whole: Floats = (
        identity[:, None, None, None, None]
        + name[None, :, None, None, None]
        + sex[None, None, None, :, None]
        + village[None, None, None, None, :]
    )
    return np.broadcast_to(whole, SHAPE)


def _ratio(same: Shares, different: Shares) -> Floats:
    ratio: Floats = np.log2(np.array(same)) - np.log2(np.array(different))
    return ratio


def _neutral(bits: Floats) -> Floats:
    bits[Agreement.UNKNOWN] = 0
    return bits
