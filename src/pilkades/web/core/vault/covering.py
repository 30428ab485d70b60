"""Covering the numbers of persons in words that other people wrote."""

import re

# Dates have eight digits; from twelve on, blanks, dots and hyphens between them included, it may be a NIK.
_LONG = re.compile(r"\d(?:[\s.\-]?\d){11,}", re.ASCII)
_AREA, _TAIL = 6, 4


def covered(words: str) -> str:
    """The words, every long number covered but for its first six digits."""
    return _LONG.sub(lambda found: _cover(found[0]), words)


def tails(words: str) -> str:
    """The words, of every long number the last four digits alone."""
    return _LONG.sub(lambda found: "…" + re.sub(r"\D", "", found[0])[-_TAIL:], words)


def _cover(number: str) -> str:
    digits = re.sub(r"\D", "", number)
    return digits[:_AREA] + "*" * (len(digits) - _AREA)
