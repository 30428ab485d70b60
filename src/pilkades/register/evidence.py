"""What two rows have in common, field by field: the levels that words, rules and the batch form share.

A level is a whole number because columns hold it too; the numbers are part of no file and may grow.
"""

from dataclasses import dataclass
from enum import IntEnum

# Names are held against each other by this many signs of their search form: one machine word of marks.
NAME_SIGNS = 64
# Jaro-Winkler likeness of the search forms from which a level begins.
VERY_CLOSE, CLOSE, SIMILAR = 0.95, 0.90, 0.80
# Days (month, day) that papers give to people whose day of birth nobody wrote down.
ROUND_DAYS = frozenset({(1, 1), (7, 1), (12, 31)})


class NameLevel(IntEnum):
    """How alike two names are, by their search forms (`pilkades.register.names`).

    FIRST_WORD: below SIMILAR, but the first words are the same.
    """

    NOT_STATED = 0
    DIFFERENT = 1
    FIRST_WORD = 2
    SIMILAR = 3
    CLOSE = 4
    VERY_CLOSE = 5
    SAME = 6


class NikLevel(IntEnum):
    """How two NIK differ.

    SLIP: one sign replaced, missing or added, or two neighbours swapped, not in the serial alone.
    SERIAL_SLIP: the same, in the serial alone. SERIAL: the serial alone differs, by more than a slip.
    DATE: area or serial differ by more, the six digits of the birth date are the same.
    """

    NOT_STATED = 0
    DIFFERENT = 1
    DATE = 2
    SERIAL = 3
    SERIAL_SLIP = 4
    SLIP = 5
    SAME = 6


class BirthLevel(IntEnum):
    """How two birth dates differ.

    SAME_ROUND: the same day, but one of `ROUND_DAYS`. SWAPPED: day and month the other way round. SLIP: one
    of the eight digits differs. POSSIBLE: one is known in part only, and the other fits it.
    """

    NOT_STATED = 0
    DIFFERENT = 1
    POSSIBLE = 2
    SLIP = 3
    SWAPPED = 4
    SAME_ROUND = 5
    SAME = 6


class KkLevel(IntEnum):
    """How two numbers of a family card differ; SLIP as for a NIK."""

    NOT_STATED = 0
    DIFFERENT = 1
    SLIP = 2
    SAME = 3


class SexLevel(IntEnum):
    """Whether the rows state the same sex."""

    NOT_STATED = 0
    DIFFERENT = 1
    SAME = 2


class PlaceLevel(IntEnum):
    """How near the two live: another village, this village, the same dusun, the same RT.

    Only what both rows state counts: RT 003 alone is no RT where the dusun is not stated by one and RT
    numbers start anew in every dusun.
    """

    OTHER_VILLAGE = 0
    VILLAGE = 1
    DUSUN = 2
    RT = 3


class BirthPlaceLevel(IntEnum):
    """Whether the place of birth is the same; said to a person, weighed by nobody: spellings vary."""

    NOT_STATED = 0
    DIFFERENT = 1
    SAME = 2


class IdentityLevel(IntEnum):
    """NIK and birth date together.

    A NIK carries the birth date, so the two fields say one thing once; counted apart they count it twice.
    "Near" is a slip, a swap of day and month, or a date known in part. Where the level is TWINS the family
    card has been counted here already.
    """

    NOT_STATED = 0
    DIFFERENT = 1
    OTHER_BIRTH_NO_NIK = 2
    OTHER_NIK_NO_BIRTH = 3
    NIK_DATE_OTHER_BIRTH = 4
    SERIAL_OTHER_BIRTH = 5
    NEAR_BIRTH_OTHER_NIK = 6
    NEAR_BIRTH_NO_NIK = 7
    ROUND_BIRTH_OTHER_NIK = 8
    ROUND_BIRTH_NO_NIK = 9
    BIRTH_OTHER_NIK = 10
    BIRTH_NO_NIK = 11
    SERIAL_AND_BIRTH = 12
    TWINS = 13
    SERIAL_SLIP_AND_BIRTH = 14
    SLIP_OTHER_BIRTH = 15
    SLIP_NEAR_BIRTH = 16
    SLIP_AND_BIRTH = 17
    NIK_OTHER_BIRTH = 18
    NIK_NEAR_BIRTH = 19
    NIK_AND_BIRTH = 20


SAME_BIRTH = frozenset({BirthLevel.SAME, BirthLevel.SAME_ROUND})
SERIAL_ONLY = frozenset({NikLevel.SERIAL, NikLevel.SERIAL_SLIP})
_SAME_NIK = {
    BirthLevel.DIFFERENT: IdentityLevel.NIK_OTHER_BIRTH,
    BirthLevel.SAME_ROUND: IdentityLevel.NIK_AND_BIRTH,
    BirthLevel.SAME: IdentityLevel.NIK_AND_BIRTH,
}
_SLIP = {
    BirthLevel.DIFFERENT: IdentityLevel.SLIP_OTHER_BIRTH,
    BirthLevel.SAME_ROUND: IdentityLevel.SLIP_AND_BIRTH,
    BirthLevel.SAME: IdentityLevel.SLIP_AND_BIRTH,
}
_NO_NIK = {
    BirthLevel.NOT_STATED: IdentityLevel.NOT_STATED,
    BirthLevel.DIFFERENT: IdentityLevel.OTHER_BIRTH_NO_NIK,
    BirthLevel.SAME_ROUND: IdentityLevel.ROUND_BIRTH_NO_NIK,
    BirthLevel.SAME: IdentityLevel.BIRTH_NO_NIK,
}
_OTHER_NIK = {
    BirthLevel.NOT_STATED: IdentityLevel.OTHER_NIK_NO_BIRTH,
    BirthLevel.DIFFERENT: IdentityLevel.DIFFERENT,
    BirthLevel.SAME_ROUND: IdentityLevel.ROUND_BIRTH_OTHER_NIK,
    BirthLevel.SAME: IdentityLevel.BIRTH_OTHER_NIK,
}


def identity(nik: NikLevel, birth: BirthLevel, kk: KkLevel) -> IdentityLevel:
    """The level of NIK and birth date together: total over every triple, so that a table can be made of it.

    Twins stand in one family, are born on one day and follow each other in the serial; a slip in the serial
    looks alike, and the names part the two.
    """
    if nik is NikLevel.SAME:
        return _SAME_NIK.get(birth, IdentityLevel.NIK_NEAR_BIRTH)
    if nik is NikLevel.SLIP:
        return _SLIP.get(birth, IdentityLevel.SLIP_NEAR_BIRTH)
    if nik in SERIAL_ONLY:
        return _serial_only(nik, birth, kk)
    if nik is NikLevel.NOT_STATED:
        return _NO_NIK.get(birth, IdentityLevel.NEAR_BIRTH_NO_NIK)
    if nik is NikLevel.DATE and birth is BirthLevel.DIFFERENT:
        return IdentityLevel.NIK_DATE_OTHER_BIRTH
    return _OTHER_NIK.get(birth, IdentityLevel.NEAR_BIRTH_OTHER_NIK)


def _serial_only(nik: NikLevel, birth: BirthLevel, kk: KkLevel) -> IdentityLevel:
    if birth not in SAME_BIRTH:
        return IdentityLevel.SERIAL_OTHER_BIRTH
    if kk is KkLevel.SAME:
        return IdentityLevel.TWINS
    slip = nik is NikLevel.SERIAL_SLIP
    return IdentityLevel.SERIAL_SLIP_AND_BIRTH if slip else IdentityLevel.SERIAL_AND_BIRTH


@dataclass(frozen=True, slots=True)
class Evidence:
    """What two rows say of each other, field by field.

    `swapped` says of a slip in the NIK that two neighbours changed places; no rule asks it, people are told.
    """

    name: NameLevel
    nik: NikLevel
    birth: BirthLevel
    kk: KkLevel
    sex: SexLevel
    place: PlaceLevel
    birth_place: BirthPlaceLevel = BirthPlaceLevel.NOT_STATED
    swapped: bool = False

    @property
    def identity(self) -> IdentityLevel:
        """NIK and birth date as one."""
        return identity(self.nik, self.birth, self.kk)
