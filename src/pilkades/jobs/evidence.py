"""How strongly two rows agree, field by field: numbers that a kernel writes and a person can be told."""

from dataclasses import dataclass
from enum import IntEnum


class NikLevel(IntEnum):
    """How the two NIK stand to each other."""

    UNKNOWN = 0  # one has none, or none that can be read
    DIFFERENT = 1
    OTHER_DATE = 2  # area and serial are the same, the date in the number is not
    OTHER_SERIAL = 3  # one slip of the pen, in the last four digits: so do twins differ
    ONE_SLIP = 4  # one digit changed, left out, put in, or two neighbours swapped
    SAME = 5


class BirthLevel(IntEnum):
    """How the two birth dates stand to each other."""

    UNKNOWN = 0
    DIFFERENT = 1
    TWO_PARTS = 2  # two of day, month and year are the same
    SWAPPED = 3  # day and month the other way round
    SAME = 4


class NameLevel(IntEnum):
    """How the search forms of the two names stand to each other."""

    UNKNOWN = 0
    DIFFERENT = 1
    RESEMBLING = 2
    SIMILAR = 3
    CONTAINED = 4  # the words of one are among the words of the other
    NEARLY_SAME = 5  # also: the same words in another order
    SAME_USUAL = 6  # more than one row in 1,024 has this name
    SAME_FREQUENT = 7
    SAME_OCCASIONAL = 8
    SAME_RARE = 9  # hardly anybody else has this name

    @property
    def same(self) -> bool:
        """Whether the search forms are equal."""
        return self >= NameLevel.SAME_USUAL


class Agreement(IntEnum):
    """For what is either the same or not: family card, sex, village."""

    UNKNOWN = 0
    DIFFERENT = 1
    SAME = 2


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the two rows of a pair have in common.

    `siblings` says that they look like two children of one birth: one card, one birth date, other names.
    """

    nik: NikLevel
    birth: BirthLevel
    name: NameLevel
    card: Agreement
    sex: Agreement
    village: Agreement
    siblings: bool = False


IDENTITIES = len(NikLevel) * len(BirthLevel) + 1
"""Levels of NIK and birth date taken together; the last one is siblings of one birth."""

SIBLINGS = IDENTITIES - 1
SHAPE = (IDENTITIES, len(NameLevel), len(Agreement), len(Agreement), len(Agreement))
"""A pattern is a place in this box: identity, name, card, sex, village."""

PATTERNS = IDENTITIES * len(NameLevel) * len(Agreement) ** 3
_OF_AN_IDENTITY = PATTERNS // IDENTITIES
SAME_NIK = slice(NikLevel.SAME * len(BirthLevel) * _OF_AN_IDENTITY, SIBLINGS * _OF_AN_IDENTITY)
"""The patterns of two rows with one number."""


def evidence_of(pattern: int) -> Evidence:
    """Read a pattern as the kernel writes it."""
    places = []
    for size in reversed(SHAPE):
        pattern, place = divmod(pattern, size)
        places.append(place)
    village, sex, card, name, identity = places
    siblings = identity == SIBLINGS
    nik, birth = divmod(identity, len(BirthLevel))
    return Evidence(
        nik=NikLevel.UNKNOWN if siblings else NikLevel(nik),
        birth=BirthLevel.SAME if siblings else BirthLevel(birth),
        name=NameLevel(name),
        card=Agreement(card),
        sex=Agreement(sex),
        village=Agreement(village),
        siblings=siblings,
    )
