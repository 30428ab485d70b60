"""Rows of one village that may be one person: found by keys that are the same, and read by open rules.

Nothing here removes anybody. A pair is a question to the committee; twins and namesakes stay apart.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from pilkades.register.evidence import (
    ROUND_DAYS,
    BirthPlaceLevel,
    Evidence,
    IdentityLevel,
    KkLevel,
    NameLevel,
    NikLevel,
    PlaceLevel,
    SexLevel,
)
from pilkades.register.likeness import birth_level, kk_level, name_level, nik_level, one_replaced
from pilkades.register.names import search_key, tokens
from pilkades.register.voter import Voter

# No rule: a key that more rows share is no trace of one person but of a column filled down.
MOST_OF_ONE_KEY = 20


def compare(first: Voter, second: Voter, *, one_village: bool = True) -> Evidence:
    """What two rows say of each other; nothing is decided by it."""
    one, two = (voter.nik.digits if voter.nik else None for voter in (first, second))
    nik = nik_level(one, two)
    slip = nik in {NikLevel.SLIP, NikLevel.SERIAL_SLIP}
    return Evidence(
        name=name_level(first.name, second.name),
        nik=nik,
        birth=birth_level(first.birth, second.birth),
        kk=kk_level(*(voter.kk.digits if voter.kk else None for voter in (first, second))),
        sex=_sex(first, second),
        place=_place(first, second) if one_village else PlaceLevel.OTHER_VILLAGE,
        birth_place=_birth_place(first, second),
        swapped=slip and not one_replaced(one or "", two or ""),
    )


def _sex(first: Voter, second: Voter) -> SexLevel:
    if first.sex is None or second.sex is None:
        return SexLevel.NOT_STATED
    return SexLevel.SAME if first.sex is second.sex else SexLevel.DIFFERENT


def _place(first: Voter, second: Voter) -> PlaceLevel:
    if first.dusun.casefold() != second.dusun.casefold():
        return PlaceLevel.VILLAGE
    if first.rt and (first.rt, first.rw) == (second.rt, second.rw):
        return PlaceLevel.RT
    return PlaceLevel.DUSUN if first.dusun else PlaceLevel.VILLAGE


def _birth_place(first: Voter, second: Voter) -> BirthPlaceLevel:
    one, two = search_key(first.birth_place), search_key(second.birth_place)
    if not one or not two:
        return BirthPlaceLevel.NOT_STATED
    return BirthPlaceLevel.SAME if one == two else BirthPlaceLevel.DIFFERENT


class Key(StrEnum):
    """What two rows have exactly alike."""

    NIK = "nik"
    NAME_BIRTH = "name_birth"
    NAME_SWAPPED_BIRTH = "name_swapped_birth"
    NAME_KK = "name_kk"
    BIRTH_KK = "birth_kk"
    FIRST_WORD_BIRTH = "first_word_birth"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rows by their positions, the smaller first, and the keys that brought them together."""

    first: int
    second: int
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Crowd:
    """A key that so many rows share that pairs of it would say nothing; the rows, by their positions."""

    key: Key
    positions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """The pairs of a list in the order of its rows, and the crowds that were not made into pairs."""

    pairs: tuple[Pair, ...]
    crowds: tuple[Crowd, ...]


def _nik(voter: Voter) -> str | None:
    return voter.nik.digits if voter.nik else None


def _name_birth(voter: Voter) -> str | None:
    exact = voter.birth is not None and voter.birth.known
    return f"{search_key(voter.name)} {voter.birth}" if exact and voter.name else None


def _name_swapped_birth(voter: Voter) -> str | None:
    """The same for a day and month either way round."""
    if voter.birth is None or not voter.birth.known or not voter.name:
        return None
    day = voter.birth.earliest
    return f"{search_key(voter.name)} {day.year} {sorted((day.month, day.day))}"


def _name_kk(voter: Voter) -> str | None:
    return f"{search_key(voter.name)} {voter.kk.digits}" if voter.kk and voter.name else None


def _birth_kk(voter: Voter) -> str | None:
    """Twins, and people whom a family card has under two names."""
    exact = voter.birth is not None and voter.birth.known
    return f"{voter.birth} {voter.kk.digits}" if exact and voter.kk else None


def _first_word_birth(voter: Voter) -> str | None:
    """Names written short here and in full there; under a round day too many people share a first word."""
    words = tokens(voter.name)
    if not words or voter.birth is None or not voter.birth.known:
        return None
    day = voter.birth.earliest
    return None if (day.month, day.day) in ROUND_DAYS else f"{words[0]} {voter.birth}"


_KEYS: dict[Key, Callable[[Voter], str | None]] = {
    Key.NIK: _nik,
    Key.NAME_BIRTH: _name_birth,
    Key.NAME_SWAPPED_BIRTH: _name_swapped_birth,
    Key.NAME_KK: _name_kk,
    Key.BIRTH_KK: _birth_kk,
    Key.FIRST_WORD_BIRTH: _first_word_birth,
}
# A key that says no more than another one that the two rows share.
_SAID_BY = {Key.NAME_SWAPPED_BIRTH: Key.NAME_BIRTH, Key.FIRST_WORD_BIRTH: Key.NAME_BIRTH}


def alike(voters: Sequence[Voter], most: int = MOST_OF_ONE_KEY) -> Alike:
    """Every pair of rows with a key exactly alike; what is not stated is alike to nothing."""
    keys: dict[tuple[int, int], list[Key]] = defaultdict(list)
    crowds = []
    for key in Key:
        for positions in _sharing(voters, _KEYS[key]):
            if len(positions) > most:
                crowds.append(Crowd(key, positions))
                continue
            for pair in combinations(positions, 2):
                if _SAID_BY.get(key) not in keys[pair]:
                    keys[pair].append(key)
    pairs = tuple(Pair(*pair, tuple(found)) for pair, found in sorted(keys.items()))
    return Alike(pairs, tuple(crowds))


def _sharing(voters: Sequence[Voter], key_of: Callable[[Voter], str | None]) -> Iterator[tuple[int, ...]]:
    sharing: dict[str, list[int]] = defaultdict(list)
    for position, voter in enumerate(voters):
        key = key_of(voter)
        if key is not None:
            sharing[key].append(position)
    return (tuple(positions) for positions in sharing.values() if len(positions) > 1)


class Reading(StrEnum):
    """How a pair is shown to the committee; only its members decide."""

    MAYBE_SAME = "maybe_same"
    ONE_NUMBER = "one_number"
    CANNOT_TELL = "cannot_tell"
    TWINS = "twins"
    NAMESAKES = "namesakes"
    APART = "apart"


_ID = IdentityLevel
# How alike the names must be for a pair to read as maybe one person: the closer, the less the numbers say.
# Twins have names alike, so beside a serial that differs only the very same name counts.
_MAYBE_SAME = {
    _ID.NIK_AND_BIRTH: NameLevel.SIMILAR,
    _ID.NIK_NEAR_BIRTH: NameLevel.SIMILAR,
    _ID.NIK_OTHER_BIRTH: NameLevel.VERY_CLOSE,
    _ID.SLIP_AND_BIRTH: NameLevel.CLOSE,
    _ID.SLIP_NEAR_BIRTH: NameLevel.VERY_CLOSE,
    _ID.SERIAL_SLIP_AND_BIRTH: NameLevel.SAME,
    _ID.TWINS: NameLevel.SAME,
    _ID.BIRTH_NO_NIK: NameLevel.VERY_CLOSE,
}
# The same in one family, where two people hardly ever have one name.
_MAYBE_SAME_IN_ONE_FAMILY = {
    _ID.BIRTH_OTHER_NIK: NameLevel.SAME,
    _ID.ROUND_BIRTH_NO_NIK: NameLevel.SAME,
    _ID.ROUND_BIRTH_OTHER_NIK: NameLevel.SAME,
    _ID.NEAR_BIRTH_NO_NIK: NameLevel.SAME,
    _ID.NEAR_BIRTH_OTHER_NIK: NameLevel.SAME,
}
# How alike they must be for the pair to be asked about at all.
_ASK = {
    _ID.NIK_AND_BIRTH: NameLevel.NOT_STATED,
    _ID.NIK_NEAR_BIRTH: NameLevel.NOT_STATED,
    _ID.NIK_OTHER_BIRTH: NameLevel.NOT_STATED,
    _ID.SLIP_AND_BIRTH: NameLevel.SIMILAR,
    _ID.SLIP_NEAR_BIRTH: NameLevel.CLOSE,
    _ID.SLIP_OTHER_BIRTH: NameLevel.SAME,
    _ID.SERIAL_SLIP_AND_BIRTH: NameLevel.CLOSE,
    _ID.SERIAL_AND_BIRTH: NameLevel.CLOSE,
    _ID.SERIAL_OTHER_BIRTH: NameLevel.SAME,
    _ID.TWINS: NameLevel.SAME,
    _ID.BIRTH_NO_NIK: NameLevel.CLOSE,
    _ID.BIRTH_OTHER_NIK: NameLevel.VERY_CLOSE,
    _ID.ROUND_BIRTH_NO_NIK: NameLevel.SAME,
    _ID.ROUND_BIRTH_OTHER_NIK: NameLevel.SAME,
    _ID.NEAR_BIRTH_NO_NIK: NameLevel.VERY_CLOSE,
    _ID.NEAR_BIRTH_OTHER_NIK: NameLevel.SAME,
    _ID.NIK_DATE_OTHER_BIRTH: NameLevel.SAME,
    _ID.NOT_STATED: NameLevel.SAME,
}
_ONE_NIK = frozenset({_ID.NIK_AND_BIRTH, _ID.NIK_NEAR_BIRTH, _ID.NIK_OTHER_BIRTH})
_NEVER = NameLevel.SAME + 1


def reading(evidence: Evidence) -> Reading:
    """How the pair reads, by rules that anybody can follow.

    - One family card, one day of birth, NIK that differ in the serial alone: twins, unless name and sex are
      the very same.
    - One NIK with two names that are not alike: one number stands with two people.
    - Names as alike as the numbers ask (`_MAYBE_SAME`), and no sex that differs: maybe one person.
    - Less than that (`_ASK`): the rows cannot tell. So are the same name and day of birth with quite another
      NIK, for that is a person entered anew or a stranger.
    - The same name without any of these: namesakes.
    """
    level, name = evidence.identity, evidence.name
    other_sex = evidence.sex is SexLevel.DIFFERENT
    if level is _ID.TWINS and (name is not NameLevel.SAME or other_sex):
        return Reading.TWINS
    if level in _ONE_NIK and name is NameLevel.DIFFERENT:
        return Reading.ONE_NUMBER
    least = _MAYBE_SAME.get(level, _NEVER)
    if evidence.kk is KkLevel.SAME:
        least = min(least, _MAYBE_SAME_IN_ONE_FAMILY.get(level, _NEVER))
    if name >= least and not other_sex:
        return Reading.MAYBE_SAME
    if name >= _ASK.get(level, _NEVER):
        return Reading.CANNOT_TELL
    return Reading.NAMESAKES if name is NameLevel.SAME else Reading.APART


_IN_THE_QUEUE = tuple(Reading)


def rank(evidence: Evidence) -> tuple[int, int, int]:
    """The place of a pair in the queue of the committee: what is likeliest one person comes first.

    The order of the readings, then how much NIK and birth date say, then the names; the smallest comes first.
    """
    return _IN_THE_QUEUE.index(reading(evidence)), -evidence.identity, -evidence.name
