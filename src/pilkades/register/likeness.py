"""How alike two fields of two rows are: the scalar form, which the batch form must equal."""

from datetime import date

from pilkades.base.day import Day
from pilkades.register.evidence import (
    CLOSE,
    NAME_SIGNS,
    ROUND_DAYS,
    SIMILAR,
    VERY_CLOSE,
    BirthLevel,
    KkLevel,
    NameLevel,
    NikLevel,
)
from pilkades.register.names import search_form, search_key

# Winkler's bonus for a common beginning: a tenth a sign, four signs at most, from a likeness above 0.7.
BONUS, BONUS_SIGNS, BONUS_ABOVE = 0.1, 4, 0.7
_SERIAL_FROM, _DATE_FROM, _NIK_SIGNS = 12, 6, 16


def jaro_winkler(first: str, second: str) -> float:
    """The likeness of two words from 0 to 1, by Winkler's definition of 1990.

    Signs match within half the longer length less one; half the matched signs that stand in another order
    count as swapped. An empty word is like nothing. The word that comes first in the alphabet is walked
    first, so that a pair has one likeness in both directions.
    """
    if not first or not second:
        return 0.0
    first, second = min(first, second), max(first, second)
    matched_first, matched_second = _matched(first, second)
    matches = len(matched_first)
    if matches == 0:
        return 0.0
    out_of_order = sum(mine != other for mine, other in zip(matched_first, matched_second, strict=True)) // 2
    likeness = (matches / len(first) + matches / len(second) + (matches - out_of_order) / matches) / 3.0
    if likeness <= BONUS_ABOVE:
        return likeness
    return likeness + BONUS * _common_beginning(first, second) * (1.0 - likeness)


def _matched(first: str, second: str) -> tuple[list[str], list[str]]:
    reach = max(max(len(first), len(second)) // 2 - 1, 0)
    taken = [False] * len(second)
    matched = []
    for at, sign in enumerate(first):
        for there in range(max(at - reach, 0), min(at + reach + 1, len(second))):
            if not taken[there] and second[there] == sign:
                taken[there] = True
                matched.append(sign)
                break
    return matched, [sign for sign, used in zip(second, taken, strict=True) if used]


def _common_beginning(first: str, second: str) -> int:
    count = 0
    for mine, other in zip(first[:BONUS_SIGNS], second[:BONUS_SIGNS], strict=False):
        if mine != other:
            break
        count += 1
    return count


def name_level(first: str, second: str) -> NameLevel:
    """How alike two names are as written; written apart or together is the same name."""
    one, two = search_form(first), search_form(second)
    if not one or not two:
        return NameLevel.NOT_STATED
    if one == two or search_key(first) == search_key(second):
        return NameLevel.SAME
    likeness = jaro_winkler(one[:NAME_SIGNS], two[:NAME_SIGNS])
    for least, level in (
        (VERY_CLOSE, NameLevel.VERY_CLOSE),
        (CLOSE, NameLevel.CLOSE),
        (SIMILAR, NameLevel.SIMILAR),
    ):
        if likeness >= least:
            return level
    return NameLevel.FIRST_WORD if one.split()[0] == two.split()[0] else NameLevel.DIFFERENT


def one_replaced(first: str, second: str) -> bool:
    """Whether the two are equally long and differ in one sign."""
    return len(first) == len(second) and sum(map(str.__ne__, first, second)) == 1


def one_slip(first: str, second: str) -> bool:
    """Whether one sign replaced, missing or added, or two neighbours swapped, makes one of the other."""
    if len(first) != len(second):
        longer, shorter = sorted((first, second), key=len, reverse=True)
        return len(longer) - len(shorter) == 1 and any(
            longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))
        )
    apart = [at for at, (mine, other) in enumerate(zip(first, second, strict=True)) if mine != other]
    if len(apart) == 1:
        return True
    return (
        len(apart) == 2  # noqa: PLR2004 -- the two neighbours
        and apart[1] == apart[0] + 1
        and first[apart[0]] == second[apart[1]]
        and first[apart[1]] == second[apart[0]]
    )


def nik_level(first: str | None, second: str | None) -> NikLevel:
    """How two NIK differ, by their digits; a cell with 15 or 17 digits may be held against one of 16."""
    if not first or not second:
        return NikLevel.NOT_STATED
    if first == second:
        return NikLevel.SAME
    whole = len(first) == len(second) == _NIK_SIGNS
    slip = one_slip(first, second)
    if whole and first[:_SERIAL_FROM] == second[:_SERIAL_FROM]:
        return NikLevel.SERIAL_SLIP if slip else NikLevel.SERIAL
    if slip:
        return NikLevel.SLIP
    same_date = whole and first[_DATE_FROM:_SERIAL_FROM] == second[_DATE_FROM:_SERIAL_FROM]
    return NikLevel.DATE if same_date else NikLevel.DIFFERENT


def kk_level(first: str | None, second: str | None) -> KkLevel:
    """How two numbers of a family card differ."""
    if not first or not second:
        return KkLevel.NOT_STATED
    if first == second:
        return KkLevel.SAME
    return KkLevel.SLIP if one_slip(first, second) else KkLevel.DIFFERENT


def birth_level(first: Day | None, second: Day | None) -> BirthLevel:
    """How two birth dates differ."""
    if first is None or second is None:
        return BirthLevel.NOT_STATED
    if not (first.known and second.known):
        fits = first.earliest <= second.latest and second.earliest <= first.latest
        return BirthLevel.POSSIBLE if fits else BirthLevel.DIFFERENT
    return _by_days(first.earliest, second.earliest)


def _by_days(one: date, two: date) -> BirthLevel:
    if one == two:
        return BirthLevel.SAME_ROUND if (one.month, one.day) in ROUND_DAYS else BirthLevel.SAME
    if (one.year, one.month, one.day) == (two.year, two.day, two.month):
        return BirthLevel.SWAPPED
    digits = zip(f"{one:%Y%m%d}", f"{two:%Y%m%d}", strict=True)
    return BirthLevel.SLIP if sum(mine != other for mine, other in digits) == 1 else BirthLevel.DIFFERENT
