"""Compiled: text columns into numbers. A row becomes eight fields and eight keys, one cache line each."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pilkades.jobs.compiled import compiled

Bytes = NDArray[np.uint8]
Places = NDArray[np.int64]
Numbers = NDArray[np.uint64]

NIK, FACTS, BIGRAMS, PLACE, WORDS, NAME, CARD, VILLAGE = range(8)
"""The fields of a row, as `pack` writes them and the comparing kernel reads them."""

LONGEST_NAME = 60
MOST_WORDS = 3
WORD_BITS = 21
NIK_DIGITS = 16

_U0, _U1, _U2, _U4, _U8, _U15, _U16, _U24, _U31, _U40, _U60 = (
    np.uint64(bits) for bits in (0, 1, 2, 4, 8, 15, 16, 24, 31, 40, 60)
)
_U27, _U30, _U58 = np.uint64(27), np.uint64(30), np.uint64(58)
_MIX_1, _MIX_2 = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_GOLDEN, _PRIME = np.uint64(0x9E3779B97F4A7C15), np.uint64(0x100000001B3)
_HALF, _SERIAL, _DATE = np.uint64(0xFFFFFFFF), np.uint64(0xFFFF), np.uint64(0xFFFFFF)
_WORD_HASH = np.uint64(0xFFFF)
_ONES = np.uint64(0x1111111111111111)
_SPACE, _COMMA, _ZERO, _NINE, _A, _Z = (ord(sign) for sign in " ,09AZ")
_SHORTEST_NIK, _LONGEST_NIK = 15, 17
_LAST_DAY, _LAST_MONTH, _FIRST_YEAR, _LAST_YEAR = 31, 12, 1800, 2200


class Texts(NamedTuple):
    """Strings back to back, with where each ends."""

    signs: Bytes
    ends: Places


class Words(NamedTuple):
    """For each row its words as places in a list of distinct words, `of_row[starts[row]:starts[row + 1]]`."""

    starts: Places
    of_row: Places
    tokens: Places  # the tokens of word w are tokens[token_starts[w]:token_starts[w + 1]]
    token_starts: Places
    token_signs: Bytes
    token_ends: Places


class Written(NamedTuple):
    """The columns beside the name; card and village only as numbers that are the same where they are."""

    nik: Texts
    card: Numbers
    village: Numbers
    sex: Bytes  # 0 unknown, 1 man, 2 woman
    birth: Places  # year * 10,000 + month * 100 + day; 0 for a part that is not known


@compiled
def mixed(number: np.uint64) -> np.uint64:
    """Spread a number over 64 bits (SplitMix64's last step)."""
    number = (number ^ (number >> _U30)) * _MIX_1
    number = (number ^ (number >> _U27)) * _MIX_2
    return number ^ (number >> _U31)


@compiled
def text_hash(signs: Bytes, start: int, end: int) -> np.uint64:
    """A number for a text; 0 for none."""
    if start == end:
        return _U0
    number = _GOLDEN
    for at in range(start, end):
        number = (number ^ np.uint64(signs[at])) * _PRIME
    number = mixed(number)
    return number if number != _U0 else _U1


@compiled
def hashed(texts: Texts) -> Numbers:
    """A number for each text."""
    signs, ends = texts
    numbers = np.empty(len(ends), np.uint64)
    begin = 0
    for row in range(len(ends)):
        numbers[row] = text_hash(signs, begin, ends[row])
        begin = ends[row]
    return numbers


@compiled
def distinct_words(texts: Texts) -> tuple[Places, Places, Places, Places]:
    """Number the words before the first comma of each text.

    Returns where each row's words begin, their numbers, and where each distinct word begins and ends.
    """
    signs, ends = texts
    rows = len(ends)
    spaces = 0
    for at in range(len(signs)):
        spaces += signs[at] == _SPACE
    starts = np.zeros(rows + 1, np.int64)
    of_row = np.empty(spaces + rows, np.int64)
    firsts, lasts = np.empty(1024, np.int64), np.empty(1024, np.int64)
    hashes = np.empty(1024, np.uint64)
    slots = np.full(4096, -1, np.int64)
    found = distinct = begin = 0
    for row in range(rows):
        end = begin
        while end < ends[row] and signs[end] != _COMMA:
            end += 1
        at = begin
        while at < end:
            if signs[at] == _SPACE:
                at += 1
                continue
            stop = at
            while stop < end and signs[stop] != _SPACE:
                stop += 1
            number = text_hash(signs, at, stop)
            slot = np.int64(number & np.uint64(len(slots) - 1))
            while True:
                word = slots[slot]
                if word < 0:
                    break
                if hashes[word] == number and lasts[word] - firsts[word] == stop - at:
                    same = True
                    for offset in range(stop - at):
                        same = same and signs[firsts[word] + offset] == signs[at + offset]
                    if same:
                        break
                slot = (slot + 1) & (len(slots) - 1)
            if word < 0:
                if distinct == len(firsts):
                    firsts = np.concatenate((firsts, np.empty(distinct, np.int64)))
                    lasts = np.concatenate((lasts, np.empty(distinct, np.int64)))
                    hashes = np.concatenate((hashes, np.empty(distinct, np.uint64)))
                word = distinct
                firsts[word], lasts[word], hashes[word] = at, stop, number
                slots[slot] = word
                distinct += 1
                if 2 * distinct > len(slots):
                    slots = np.full(4 * len(slots), -1, np.int64)
                    for known in range(distinct):
                        slot = np.int64(hashes[known] & np.uint64(len(slots) - 1))
                        while slots[slot] >= 0:
                            slot = (slot + 1) & (len(slots) - 1)
                        slots[slot] = known
            of_row[found] = word
            found += 1
            at = stop
        begin = ends[row]
        starts[row + 1] = found
    return starts, of_row[:found], firsts[:distinct], lasts[:distinct]


@compiled
def read_nik(signs: Bytes, start: int, end: int) -> tuple[np.uint64, int, np.uint64]:
    """Sixteen digits as nibbles from the left, how many there were, and the seventeenth.

    A letter keeps its place as a digit that no number has; spaces, dots and quotes go. A number that is too
    short, too long, or one digit all through says nothing: its length is 0.
    """
    number, extra, length = _U0, _U0, 0
    for at in range(start, end):
        sign = signs[at]
        if _ZERO <= sign <= _NINE:
            digit = np.uint64(sign - _ZERO)
        elif _A <= (sign & 0xDF) <= _Z:
            digit = np.uint64(10 + (sign & 0xDF) % 6)
        else:
            continue
        if length < NIK_DIGITS:
            number |= digit << np.uint64(60 - 4 * length)
        else:
            extra = digit
        length += 1
    if length < _SHORTEST_NIK or length > _LONGEST_NIK or number == (number >> _U60) * _ONES:
        return _U0, 0, _U0
    return number, length, extra


@compiled
def _key(rule: int, first: np.uint64, second: np.uint64) -> np.uint64:
    number = mixed(first ^ mixed(second + _GOLDEN * np.uint64(rule + 1)))
    return number if number != _U0 else _U1


@compiled
def _sound(year: int, month: int, day: int) -> bool:
    return _FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= _LAST_MONTH and 1 <= day <= _LAST_DAY


@compiled
def pack(words: Words, written: Written) -> tuple[Numbers, Numbers, Bytes, Places]:
    """Fields, keys, and the letters of each row's search form with where they end."""
    rows = len(words.starts) - 1
    fields = np.zeros((rows, 8), np.uint64)
    keys = np.zeros((rows, 8), np.uint64)
    room = 0
    for row in range(rows):
        room += min(LONGEST_NAME, _letters_of(words, row))
    letters, ends = np.empty(room, np.uint8), np.empty(rows, np.int64)
    token_hashes = np.empty(len(words.token_ends), np.uint64)
    for token in range(len(token_hashes)):
        begin = words.token_ends[token - 1] if token else 0
        token_hashes[token] = text_hash(words.token_signs, begin, words.token_ends[token])
    place = 0
    for row in range(rows):
        first_letter = place
        name, as_set, packed_words = _GOLDEN, _U0, _U0
        first_word, consonants = _U0, _U0
        kept_words = kept_consonants = 0
        for at in range(words.starts[row], words.starts[row + 1]):
            word = words.of_row[at]
            for token_at in range(words.token_starts[word], words.token_starts[word + 1]):
                token = words.tokens[token_at]
                begin = words.token_ends[token - 1] if token else 0
                end = words.token_ends[token]
                as_set += token_hashes[token]
                if kept_words == 0:
                    first_word = token_hashes[token]
                if kept_words < MOST_WORDS:
                    initial = np.uint64(words.token_signs[begin] - _A + 1)
                    rest = (token_hashes[token] & _WORD_HASH) | _U1 if end - begin > 1 else _U0
                    packed_words |= ((rest << np.uint64(5)) | initial) << np.uint64(WORD_BITS * kept_words)
                kept_words += 1
                for sign_at in range(begin, end):
                    sign = words.token_signs[sign_at]
                    name = (name ^ np.uint64(sign)) * _PRIME
                    vowel = sign in (65, 69, 73, 79, 85)  # A E I O U
                    if kept_consonants < 6 and (not vowel or kept_consonants == 0):
                        consonants = (consonants << _U8) | np.uint64(sign)
                        kept_consonants += 1
                    if place - first_letter < LONGEST_NAME:
                        letters[place] = sign
                        place += 1
        ends[row] = place
        length = place - first_letter
        bigrams = _U0
        for at in range(first_letter, place - 1):
            pair = np.uint64(letters[at]) * np.uint64(32) + np.uint64(letters[at + 1])
            bigrams |= _U1 << ((pair * _GOLDEN) >> _U58)
        nik_start = written.nik.ends[row - 1] if row else 0
        nik, nik_length, extra = read_nik(written.nik.signs, nik_start, written.nik.ends[row])
        year, month, day = (
            written.birth[row] // 10_000,
            written.birth[row] // 100 % 100,
            written.birth[row] % 100,
        )
        sound = _sound(year, month, day)
        if not sound:
            month = day = 0
            year = year if _FIRST_YEAR <= year <= _LAST_YEAR else 0
        field = fields[row]
        field[NIK] = nik
        field[FACTS] = (
            np.uint64(day)
            | (np.uint64(month) << np.uint64(5))
            | (np.uint64(year) << np.uint64(9))
            | (np.uint64(written.sex[row]) << np.uint64(21))
            | (np.uint64(nik_length) << np.uint64(23))
            | (extra << np.uint64(28))
            | (np.uint64(min(kept_words, 255)) << np.uint64(32))
        )
        field[BIGRAMS] = bigrams
        field[PLACE] = (np.uint64(first_letter) << _U16) | np.uint64(length)
        field[WORDS] = packed_words
        field[NAME] = (mixed(name) | _U1) if length else _U0
        field[CARD] = written.card[row]
        field[VILLAGE] = written.village[row]
        key = keys[row]
        if nik_length:
            key[0] = _key(0, nik, np.uint64(nik_length) | (extra << _U8))
        if sound and length:
            low, high = min(day, month), max(day, month)
            birth = np.uint64((year * 100 + low) * 100 + high)
            second = np.uint64(letters[first_letter + 1]) if length > 1 else _U0
            key[1] = _key(1, birth, (np.uint64(letters[first_letter]) << _U8) | second)
            key[2] = _key(2, birth, consonants)
        if length and field[VILLAGE]:
            key[3] = _key(3, as_set, field[VILLAGE])
        if length and nik_length:
            tail = nik
            if nik_length < NIK_DIGITS:
                tail = nik >> _U4
            elif nik_length > NIK_DIGITS:
                tail = (nik << _U4) | extra
            key[4] = _key(4, first_word, nik >> np.uint64(32))
            key[5] = _key(5, first_word, tail & _HALF)
            key[6] = _key(6, as_set, ((nik >> _U40) << _U16) | (tail & _SERIAL))
            key[7] = _key(7, as_set, (tail >> _U16) & _DATE)
    return fields, keys, letters, ends


@compiled
def _letters_of(words: Words, row: int) -> int:
    count = 0
    for at in range(words.starts[row], words.starts[row + 1]):
        word = words.of_row[at]
        for token_at in range(words.token_starts[word], words.token_starts[word + 1]):
            token = words.tokens[token_at]
            count += words.token_ends[token] - (words.token_ends[token - 1] if token else 0)
    return count
