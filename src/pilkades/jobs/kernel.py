"""Compiled: two rows into a pattern, and walks over blocks of rows that write down the pairs worth keeping.

All of it stands in one file, because the compiler asks only this file whether its machine code is stale.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pilkades.jobs.compiled import compiled

Bytes = NDArray[np.uint8]
Places = NDArray[np.int64]
Order = NDArray[np.int32]
Numbers = NDArray[np.uint64]
Flags = NDArray[np.bool_]
Levels = NDArray[np.int8]

_NIK, _FACTS, _BIGRAMS, _PLACE, _WORDS, _NAME, _CARD, _VILLAGE = range(8)
_U0, _U1, _U4, _U8, _U15, _U16 = (np.uint64(bits) for bits in (0, 1, 4, 8, 15, 16))
_U2, _U3, _U5, _U9 = (np.uint64(bits) for bits in (2, 3, 5, 9))
_U21, _U40, _U42 = np.uint64(21), np.uint64(40), np.uint64(42)
_U23, _U28, _U31, _U32 = np.uint64(23), np.uint64(28), np.uint64(31), np.uint64(32)
_NIBBLES = np.uint64(0x1111111111111111)
_SERIAL = np.uint64(0xFFFF)
_NOT_DATE = np.uint64(0xFFFFFF000000FFFF)
_DATE = np.uint64(0xFFFFFFFFFFFFFFFF) ^ _NOT_DATE
_WORD = np.uint64((1 << 21) - 1)
_INITIAL = np.uint64(31)
_YEAR, _LENGTH = np.uint64(4095), np.uint64(255)
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_MIX_1, _MIX_2 = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)

SIBLINGS, NEVER = 30, 127
EVERYWHERE, WITHIN, ACROSS = range(3)
_BOOST, _NEARLY, _SIMILAR, _RESEMBLING = 0.7, 0.95, 0.90, 0.82
_SHORT_NAME = 7  # shorter names share few pairs of letters even when one letter differs


class Rows(NamedTuple):
    """What two rows are compared by."""

    fields: Numbers
    letters: Bytes


class Rules(NamedTuple):
    """`wanted[context]`: the lowest level of names with which such a pair is kept; `kept[pattern]`: it is."""

    wanted: Levels
    kept: Flags
    scope: int


@compiled
def _popcount(number: np.uint64) -> int:
    number = number - ((number >> _U1) & np.uint64(0x5555555555555555))
    number = (number & np.uint64(0x3333333333333333)) + ((number >> _U2) & np.uint64(0x3333333333333333))
    number = (number + (number >> _U4)) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return int((number * np.uint64(0x0101010101010101)) >> np.uint64(56))


@compiled
def _after_common(one: np.uint64, other: np.uint64) -> np.uint64:
    """A mask of all digits from the first one in which the two differ."""
    apart = one ^ other
    mask = np.uint64(0xFFFFFFFFFFFFFFFF)
    shift = np.uint64(60)
    while mask and not (apart >> shift) & _U15:
        mask >>= _U4
        if shift == _U0:
            return _U0
        shift -= _U4
    return mask


@compiled
def one_slip(one: np.uint64, one_facts: np.uint64, other: np.uint64, other_facts: np.uint64) -> bool:
    """Whether one number is the other with one digit changed, left out, put in, or two neighbours swapped."""
    length, other_length = (one_facts >> _U23) & _U31, (other_facts >> _U23) & _U31
    if length > other_length:
        one, one_facts, other, other_facts = other, other_facts, one, one_facts
        length, other_length = other_length, length
    last, other_last = (one_facts >> _U28) & _U15, (other_facts >> _U28) & _U15
    if length == other_length:
        apart = one ^ other
        differ = (apart | (apart >> _U1) | (apart >> _U2) | (apart >> _U3)) & _NIBBLES
        if last != other_last:  # seventeen digits, the last differs
            swapped = (one & _U15) == other_last and (other & _U15) == last
            return bool(differ == _U0 or (differ == _U1 and swapped))
        if differ & (differ - _U1) == _U0:
            return bool(differ != _U0)
        low = differ & (_U0 - differ)
        if differ != low | (low << _U4):
            return False
        low *= _U15
        high = low << _U4
        return bool((one & low) << _U4 == other & high and (one & high) >> _U4 == other & low)
    if other_length != length + _U1:
        return False
    # the longer number without the digit at which they part
    shortened = (other << _U4) | (other_last if other_length > _U16 else _U0)
    return bool((shortened ^ one) & _after_common(one, other) == _U0)


@compiled
def nik_level(one: np.uint64, one_facts: np.uint64, other: np.uint64, other_facts: np.uint64) -> int:
    """A NikLevel."""
    length, other_length = (one_facts >> _U23) & _U31, (other_facts >> _U23) & _U31
    if length == _U0 or other_length == _U0:
        return 0
    apart = one ^ other
    sixteen = length == _U16 and other_length == _U16
    if sixteen and apart & _NOT_DATE and apart & _DATE and _popcount(apart) > 8:
        return 1  # two parts differ by more than a swap can do: most pairs end here
    if apart == _U0 and length == other_length and (one_facts ^ other_facts) >> _U28 & _U15 == _U0:
        return 5
    if one_slip(one, one_facts, other, other_facts):
        return 3 if sixteen and apart & ~_SERIAL == _U0 else 4
    return 2 if sixteen and apart & _NOT_DATE == _U0 else 1


@compiled
def birth_level(one_facts: np.uint64, other_facts: np.uint64) -> int:
    """A BirthLevel; a date of which a part is not known agrees with nothing."""
    year, other_year = (
        (one_facts >> _U9) & np.uint64(4095),
        (other_facts >> _U9) & np.uint64(4095),
    )
    day, other_day = one_facts & _U31, other_facts & _U31
    if year == _U0 or other_year == _U0:
        return 0
    if day == _U0 or other_day == _U0:
        return 0 if year == other_year else 1
    month, other_month = (one_facts >> _U5) & _U15, (other_facts >> _U5) & _U15
    parts = (year == other_year) + (month == other_month) + (day == other_day)
    if parts == 3:
        return 4
    if year == other_year and day == other_month and month == other_day:
        return 3
    return 2 if parts == 2 else 1


@compiled
def jaro_winkler(signs: Bytes, one: int, length: int, other: int, other_length: int) -> float:
    """Jaro's similarity with Winkler's reward for a common beginning: 0.1 for up to four letters, above 0.7.

    For names of up to 64 letters.
    """
    return _jaro_winkler(signs, one, length, other, other_length, 0.0)


@compiled
def _jaro_winkler(signs: Bytes, one: int, length: int, other: int, other_length: int, least: float) -> float:
    """The same, or 0 as soon as it is certain to stay below `least`."""
    if length == 0 or other_length == 0:
        return 0.0
    alike = 0
    while alike < min(4, length, other_length) and signs[one + alike] == signs[other + alike]:
        alike += 1
    plain = (least - alike * 0.1) / (1 - alike * 0.1)
    needed = (3 * plain - 1) / (1 / length + 1 / other_length) - 1e-6
    window = max(0, max(length, other_length) // 2 - 1)
    taken, matched = _U0, _U0
    common = 0
    for at in range(length):
        for there in range(max(0, at - window), min(other_length, at + window + 1)):
            bit = _U1 << np.uint64(there)
            if taken & bit == _U0 and signs[one + at] == signs[other + there]:
                taken |= bit
                matched |= _U1 << np.uint64(at)
                common += 1
                break
        if common + length - 1 - at < needed:
            return 0.0
    if common == 0:
        return 0.0
    moved = there = 0
    for at in range(length):
        if (matched >> np.uint64(at)) & _U1:
            while (taken >> np.uint64(there)) & _U1 == _U0:
                there += 1
            moved += signs[one + at] != signs[other + there]
            there += 1
    similarity = (common / length + common / other_length + (common - moved // 2) / common) / 3
    if similarity > _BOOST:
        similarity += alike * 0.1 * (1 - similarity)
    return similarity


@compiled
def _words(packed: np.uint64) -> int:
    return int(packed != _U0) + int(packed >> _U21 != _U0) + int(packed >> _U42 != _U0)


@compiled
def _words_level(one: np.uint64, other: np.uint64) -> int:
    """5 for the same words in another order, 4 or 2 where the words of one are among those of the other."""
    count, other_count = _words(one), _words(other)
    if count > other_count:
        one, other, count, other_count = other, one, other_count, count
    if count == 0:
        return 1
    whole = used = 0
    for at in range(count):
        word = (one >> np.uint64(21 * at)) & _WORD
        found = -1
        for there in range(other_count):
            if used >> there & 1:
                continue
            candidate = (other >> np.uint64(21 * there)) & _WORD
            if word == candidate:
                found = there
                whole += 1
                break
            short = word >> _U5 == _U0 or candidate >> _U5 == _U0
            if found < 0 and short and word & _INITIAL == candidate & _INITIAL:
                found = there
        if found < 0:
            return 1
        used |= 1 << found
    if whole == 0:
        return 1
    if whole == other_count:
        return 5
    return 4 if count > 1 else 2


@compiled
def name_level(rows: Rows, one: int, other: int, wanted: int) -> int:
    """A NameLevel: equal search forms by how rare they are, else by words, else by letters.

    A level below the wanted one may come out as a still lower one.
    """
    fields = rows.fields
    if fields[one, _NAME] == _U0 or fields[other, _NAME] == _U0:
        return 0
    if fields[one, _NAME] == fields[other, _NAME]:
        return 6 + int((fields[one, _PLACE] >> _U8) & _U3)
    level = _words_level(fields[one, _WORDS], fields[other, _WORDS])
    length, other_length = int(fields[one, _PLACE] & _LENGTH), int(fields[other, _PLACE] & _LENGTH)
    if level >= 4 or wanted > 5:
        return level
    if min(length, other_length) >= _SHORT_NAME:
        shared = _popcount(fields[one, _BIGRAMS] & fields[other, _BIGRAMS])
        if 3 * shared < min(_popcount(fields[one, _BIGRAMS]), _popcount(fields[other, _BIGRAMS])):
            return level
    start, other_start = int(fields[one, _PLACE] >> _U16), int(fields[other, _PLACE] >> _U16)
    least = _NEARLY if wanted > 4 else _SIMILAR if wanted > 2 else _RESEMBLING
    similarity = _jaro_winkler(rows.letters, start, length, other_start, other_length, least)
    if similarity >= _NEARLY:
        return 5
    if similarity >= _SIMILAR:
        return 3
    return 2 if similarity >= _RESEMBLING else level


@compiled
def _agreement(one: np.uint64, other: np.uint64) -> int:
    if one == _U0 or other == _U0:
        return 0
    return 2 if one == other else 1


@compiled
def pattern_of(rows: Rows, rules: Rules, one: int, other: int) -> int:
    """The pattern of a pair (`evidence.SHAPE`), or -1 where the rules say that it is not worth keeping.

    Siblings of one birth are told by their card: same card and birth date, other names, and numbers of one
    area (a girl's day in them is 40 more than her brother's, which looks like one slip). How their names
    resemble is left out of account, because twins are given names that resemble.
    """
    fields = rows.fields
    village = _agreement(fields[one, _VILLAGE], fields[other, _VILLAGE])
    if (rules.scope == WITHIN and village != 2) or (rules.scope == ACROSS and village != 1):
        return -1
    nik = nik_level(fields[one, _NIK], fields[one, _FACTS], fields[other, _NIK], fields[other, _FACTS])
    birth = birth_level(fields[one, _FACTS], fields[other, _FACTS])
    card = _agreement(fields[one, _CARD], fields[other, _CARD])
    sex = _agreement((fields[one, _FACTS] >> _U21) & _U3, (fields[other, _FACTS] >> _U21) & _U3)
    identity = nik * 5 + birth
    if card == 2 and birth == 4 and fields[one, _NAME] != fields[other, _NAME]:
        same_area = ((fields[one, _NIK] ^ fields[other, _NIK]) >> _U40) == _U0
        if nik == 0 or (nik < 5 and same_area and (nik != 4 or sex == 1)):
            identity = SIBLINGS
    wanted = rules.wanted[((identity * 3 + card) * 3 + sex) * 3 + village]
    if wanted == NEVER:
        return -1
    name = 0 if identity == SIBLINGS else name_level(rows, one, other, wanted)
    pattern = (((identity * 10 + name) * 3 + card) * 3 + sex) * 3 + village
    return pattern if rules.kept[pattern] else -1


@compiled
def walk(
    rows: Rows,
    rules: Rules,
    keys: Numbers,
    order: Order,
    sorted_keys: Numbers,
    rule: int,
    begin: int,
    end: int,
    room: Places,
    patterns: NDArray[np.uint16],
) -> tuple[int, int, int]:
    """Compare all rows of `order[begin:end]` that share this rule's key, a run at a time.

    A pair that an earlier rule also brings together is left to it. Writes kept pairs as `one << 32 | other`;
    returns how many, where to go on when the room is nearly full, and how many times two rows were compared.
    """
    kept = compared = 0
    at = begin
    while at < end:
        key = sorted_keys[at]
        one = order[at]
        there = at + 1
        while there < end and sorted_keys[there] == key:
            there += 1
        if kept + there - at > len(room):
            return kept, at, compared
        for position in range(at + 1, there):
            other = order[position]
            compared += 1
            pattern = pattern_of(rows, rules, one, other)
            if pattern < 0:
                continue
            earlier = False
            for before in range(rule):
                mine = keys[one, before]
                earlier = earlier or (mine != _U0 and mine == keys[other, before])
            if not earlier:
                room[kept] = (min(one, other) << 32) | max(one, other)
                patterns[kept] = pattern
                kept += 1
        at += 1
    return kept, end, compared


@compiled
def households(rows: Rows, rules: Rules, order: Order, every: int, counts: Places) -> int:
    """Count the patterns of pairs of one family card, for every so-many-th card.

    Returns how many pairs there are on all cards.
    """
    at = pairs = 0
    while at < len(order):
        card = rows.fields[order[at], _CARD]
        there = at + 1
        while there < len(order) and rows.fields[order[there], _CARD] == card:
            there += 1
        size = there - at
        if card != _U0:
            pairs += size * (size - 1) // 2
            if card % np.uint64(every) == _U0 and size <= 50:
                for one in range(at, there):
                    for other in range(one + 1, there):
                        pattern = pattern_of(rows, rules, order[one], order[other])
                        if pattern >= 0:
                            counts[pattern] += 1
        at = there
    return pairs


@compiled
def identities(fields: Numbers, sample: Places, counts: Places) -> None:
    """Count NIK and birth levels over all pairs of a sample that share no card."""
    for at in range(len(sample)):
        one = sample[at]
        for there in range(at + 1, len(sample)):
            other = sample[there]
            if fields[one, _CARD] != _U0 and fields[one, _CARD] == fields[other, _CARD]:
                continue
            nik = nik_level(
                fields[one, _NIK], fields[one, _FACTS], fields[other, _NIK], fields[other, _FACTS]
            )
            counts[nik * 5 + birth_level(fields[one, _FACTS], fields[other, _FACTS])] += 1


@compiled
def name_chances(rows: Rows, tries: int, counts: Places) -> None:
    """Count name levels over pairs drawn by hashing a running number."""
    many = np.uint64(len(rows.fields))
    for turn in range(tries):
        number = np.uint64(turn + 1) * _GOLDEN
        number = (number ^ (number >> np.uint64(30))) * _MIX_1
        number = (number ^ (number >> np.uint64(27))) * _MIX_2
        number ^= number >> np.uint64(31)
        one = ((number >> _U32) * many) >> _U32
        other = ((number & np.uint64(0xFFFFFFFF)) * many) >> _U32
        if one != other:
            counts[name_level(rows, int(one), int(other), 0)] += 1
