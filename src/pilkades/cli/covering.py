"""No NIK and no KK leaves by way of a screen: every run of sixteen digits or more is covered."""

import re
from collections.abc import Mapping, Sequence

from pilkades.base.digest import Json
from pilkades.register.nik import LENGTH, masked

_LONG_NUMBERS = re.compile(rf"\d{{{LENGTH},}}", re.ASCII)


def covered(words: str) -> str:
    """The words with the area of every long number alone left to see."""
    return _LONG_NUMBERS.sub(lambda found: masked(found[0]), words)


def all_covered(value: Json) -> Json:
    """The same for every text in a document; digests, of letters and digits, stay as they are."""
    if isinstance(value, str):
        return covered(value)
    if isinstance(value, Mapping):
        return {key: item if key.endswith("digest") else all_covered(item) for key, item in value.items()}
    return [all_covered(item) for item in value] if isinstance(value, Sequence) else value
