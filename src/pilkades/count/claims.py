"""Percentages that a source prints, held against the figures they should come from."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction

from pilkades.base.language import Text, percent
from pilkades.count.sheet import Sheet, name_of


class Match(StrEnum):
    """How a printed percentage stands to the exact one."""

    ROUNDED = "rounded"
    TRUNCATED = "truncated"
    DIFFERS = "differs"
    CANNOT_BE_CHECKED = "cannot_be_checked"


@dataclass(frozen=True, slots=True)
class Ratio:
    """Two figures set against each other, by their keys and values."""

    part: str
    part_value: int
    whole: str
    whole_value: int


@dataclass(frozen=True, slots=True)
class ClaimResult:
    """A printed percentage, the one that follows from the figures, and other ratios that give the claim."""

    claimed: Decimal
    computed: Decimal | None
    match: Match
    explanation: Text
    reproduced_by: tuple[Ratio, ...] = ()


def match_percentage(claimed: Decimal, part: int, whole: int) -> Match:
    """Compare a printed percentage with `part / whole` at the places it is printed with, exactly.

    A claim that equals the value rounded half up is `rounded`; one that only equals it cut off, `truncated`.
    """
    if whole == 0:
        return Match.CANNOT_BE_CHECKED
    if claimed == _shortened(Fraction(part * 100, whole), claimed, ROUND_HALF_UP):
        return Match.ROUNDED
    if claimed == _shortened(Fraction(part * 100, whole), claimed, ROUND_DOWN):
        return Match.TRUNCATED
    return Match.DIFFERS


def check_share(claimed: Decimal, sheet: Sheet, part: str, whole: str) -> ClaimResult:
    """Hold a printed percentage against two figures of a sheet and, where it differs, name what does give it.

    The turnout is `came` of `registered`; a candidate's share is `votes:NAME` of `valid`.
    """
    part_value, whole_value = sheet.figure(part), sheet.figure(whole)
    if part_value is None or not whole_value:
        return ClaimResult(claimed, None, Match.CANNOT_BE_CHECKED, _not_checked(part, whole))
    ratio = Ratio(part, part_value, whole, whole_value)
    computed = percent(part_value, whole_value)
    match = match_percentage(claimed, part_value, whole_value)
    others: tuple[Ratio, ...] = ()
    if match is Match.DIFFERS:
        known = {key: value for key, value in sheet.figures() if value}
        others = _reproducing(claimed, known)
    lines = _base(ratio, computed)
    lines += _verdict(claimed, match)
    for other in others:
        lines += _other(other, claimed)
    return ClaimResult(claimed, computed, match, lines, others)


def parts_that_give(claimed: Decimal, whole: int) -> tuple[int, int] | None:
    """Least and greatest number whose share of `whole` rounds half up to the claim; None if there is none."""
    half = Fraction(Decimal(5).scaleb(_exponent(claimed) - 1))
    low = (Fraction(claimed) - half) * whole / 100
    high = (Fraction(claimed) + half) * whole / 100
    least = max(0, -(-low.numerator // low.denominator))
    # the upper end itself would round up to the next printed value
    most = -(-high.numerator // high.denominator) - 1
    return (least, most) if least <= most else None


def _exponent(claimed: Decimal) -> int:
    exponent = claimed.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _shortened(exact: Fraction, claimed: Decimal, rounding: str) -> Decimal:
    scale = Decimal(1).scaleb(_exponent(claimed))
    steps = exact / Fraction(scale)
    whole, rest = divmod(steps.numerator, steps.denominator)
    if rounding == ROUND_HALF_UP and 2 * rest >= steps.denominator:
        whole += 1
    return whole * scale


def _reproducing(claimed: Decimal, known: Mapping[str, int]) -> tuple[Ratio, ...]:
    return tuple(
        Ratio(part, part_value, whole, whole_value)
        for part, part_value in known.items()
        for whole, whole_value in known.items()
        if part != whole and match_percentage(claimed, part_value, whole_value) is not Match.DIFFERS
    )


def _not_checked(part: str, whole: str) -> Text:
    return Text(
        "Persentase ini tidak dapat diperiksa: {part} atau {whole} tidak tertulis.",
        "This percentage cannot be checked: {part} or {whole} is not stated.",
    ).fill(part=name_of(part), whole=name_of(whole))


def _base(ratio: Ratio, computed: Decimal) -> Text:
    return Text(
        "{part} {n} dibagi {whole} {m} adalah {computed} %. ",
        "{part} {n} divided by {whole} {m} is {computed} %. ",
    ).fill(
        part=name_of(ratio.part),
        n=ratio.part_value,
        whole=name_of(ratio.whole),
        m=ratio.whole_value,
        computed=computed,
    )


def _verdict(claimed: Decimal, match: Match) -> Text:
    texts = {
        Match.ROUNDED: Text("Tercetak {claimed} %: cocok.", "Printed {claimed} %: it agrees."),
        Match.TRUNCATED: Text(
            "Tercetak {claimed} %: angka di belakangnya dipotong, tidak dibulatkan.",
            "Printed {claimed} %: the further digits are cut off, not rounded.",
        ),
        Match.DIFFERS: Text("Tercetak {claimed} %: berbeda.", "Printed {claimed} %: it differs."),
    }
    return texts[match].fill(claimed=claimed)


def _other(ratio: Ratio, claimed: Decimal) -> Text:
    return Text(
        " Yang menghasilkan {claimed} % adalah {part} {n} dibagi {whole} {m}.",
        " What gives {claimed} % is {part} {n} divided by {whole} {m}.",
    ).fill(
        claimed=claimed,
        part=name_of(ratio.part),
        n=ratio.part_value,
        whole=name_of(ratio.whole),
        m=ratio.whole_value,
    )
