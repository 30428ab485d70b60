"""No NIK and no KK leaves by way of a screen: every run of sixteen digits or more is covered."""

import re
from collections.abc import Mapping, Sequence

from pilkades.base.digest import Json
from pilkades.register.nik import LENGTH, masked

_TOGETHER = re.compile(rf"\d{{{LENGTH},}}", re.ASCII)
# As people part a long number: 9901 0212 0580 0003, 9901.0212.0580.0003.
_PARTED = re.compile(rf"\d(?:[\s.\-_]?\d){{{LENGTH - 1},}}", re.ASCII)
_NO_DIGIT = re.compile(r"\D", re.ASCII)
# Names that a program goes on with; a day and a time in one are no number.
_NAMES = frozenset({"file", "files", "written", "sheet"})


def covered(words: str) -> str:
    """The words with the area of every long number alone left to see, also where its digits stand apart."""
    return _PARTED.sub(lambda found: masked(_NO_DIGIT.sub("", found[0])), words)


def covered_together(words: str) -> str:
    """The same for digits that stand together alone: for names of files, which may hold days and times."""
    return _TOGETHER.sub(lambda found: masked(found[0]), words)


def all_covered(value: Json, key: str = "") -> Json:
    """The same for every text in a document; digests, of letters and digits, stay as they are."""
    if isinstance(value, str):
        return covered_together(value) if key in _NAMES else covered(value)
    if isinstance(value, Mapping):
        return {
            name: item if name.endswith("digest") else all_covered(item, name) for name, item in value.items()
        }
    return [all_covered(item, key) for item in value] if isinstance(value, Sequence) else value
