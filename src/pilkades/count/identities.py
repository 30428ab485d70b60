"""The arithmetic of a sheet: sums and bounds with zero tolerance, each written out with its numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pilkades.base.language import EMPTY, Text, joined, same
from pilkades.count.sheet import REASONS, VOTES, Sheet, name_of


class Comparison(StrEnum):
    """How the two sides of a relation must stand to each other."""

    EQUALS = "="
    AT_MOST = "≤"


class Standing(StrEnum):
    """What the figures say of a relation."""

    HOLDS = "holds"
    FAILS = "fails"
    CANNOT_BE_CHECKED = "cannot_be_checked"


@dataclass(frozen=True, slots=True)
class Relation:
    """A sum or a bound between figures, by their keys.

    `where_recorded` are terms of the right side that count only when the sheet has them (voters from other
    TPS). `to_be_recorded` are terms that the sheet must show before a difference is accepted (replaced
    ballots).
    """

    code: str
    left: tuple[str, ...]
    comparison: Comparison
    right: tuple[str, ...]
    where_recorded: tuple[str, ...] = ()
    to_be_recorded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IdentityResult:
    """One relation held against one sheet.

    `difference` is left minus right: what is too much (above zero) or too little (below). It is None when it
    cannot be known. Where blanks remain and the relation fails all the same, it is the least excess.
    """

    tps: str
    code: str
    formula: Text
    standing: Standing
    difference: int | None
    missing: tuple[str, ...]
    note: Text = EMPTY


_OUTSIDE_DPT = ("registered_extra", "from_other_tps")
_REPLACED = ("returned_damaged", "returned_mistaken")
_EQ, _LE = Comparison.EQUALS, Comparison.AT_MOST

PLAIN_RELATIONS: tuple[Relation, ...] = (
    Relation("attendance", ("came", "absent"), _EQ, ("registered",), where_recorded=_OUTSIDE_DPT),
    Relation("box-content", ("valid", "invalid"), _EQ, ("in_box",)),
    Relation("box-within-came", ("in_box",), _LE, ("came",)),
    Relation("box-within-given", ("in_box",), _LE, ("given",)),
    Relation("box-within-supplied", ("in_box",), _LE, ("supplied",)),
    Relation("given-within-supplied", ("given",), _LE, ("supplied",)),
    Relation("came-within-given", ("came",), _LE, ("given",)),
    Relation("given-accounted", ("given",), _EQ, ("came",), to_be_recorded=_REPLACED),
    Relation("supplied-accounted", ("given", "unused"), _EQ, ("supplied",)),
    Relation("valid-within-came", ("valid",), _LE, ("came",)),
    Relation("valid-within-registered", ("valid",), _LE, ("registered",), where_recorded=_OUTSIDE_DPT),
    Relation("box-within-registered", ("in_box",), _LE, ("registered",), where_recorded=_OUTSIDE_DPT),
    Relation("came-within-registered", ("came",), _LE, ("registered",), where_recorded=_OUTSIDE_DPT),
)
"""Relations of every sheet; the sums over candidates, reasons and dusun are added by `relations_of`."""


def relations_of(sheet: Sheet) -> tuple[Relation, ...]:
    """All sums and bounds that bind this sheet (what Permendagri 112/2014 Ps. 41(2) has counted must fit)."""
    votes = tuple(f"{VOTES}:{name}" for name in sheet.votes) or (VOTES,)
    reasons = tuple(f"{REASONS}:{reason}" for reason in sheet.invalid_by_reason) or (REASONS,)
    sums = [Relation("votes", votes, _EQ, ("valid",)), Relation("reasons", reasons, _EQ, ("invalid",))]
    if sheet.votes_by_dusun:
        for name in sheet.votes:
            parts = tuple(f"dusun:{dusun}:{name}" for dusun in sheet.votes_by_dusun)
            sums.append(Relation(f"dusun:{name}", parts, _EQ, (f"{VOTES}:{name}",)))
    # Where the box was not counted, the votes counted from it must still not exceed those who came.
    unboxed = (
        [Relation("counted-within-came", ("valid", "invalid"), _LE, ("came",))]
        if sheet.in_box is None
        else []
    )
    return (*PLAIN_RELATIONS, *unboxed, *sums)


def identities(sheet: Sheet) -> tuple[IdentityResult, ...]:
    """Hold a sheet against every sum and bound: no tolerance, no figure guessed (design section 6)."""
    values = dict(sheet.figures())
    return tuple(_hold(relation, values, sheet.tps) for relation in relations_of(sheet))


def _hold(relation: Relation, values: dict[str, int | None], tps: str) -> IdentityResult:
    recorded = tuple(key for key in relation.where_recorded if values.get(key) is not None)
    right = (*relation.right, *recorded)
    missing_left = _blank(relation.left, values)
    missing_right = _blank(right, values)
    unrecorded = _blank(relation.to_be_recorded, values)
    noted = tuple(key for key in relation.to_be_recorded if values.get(key) is not None)
    shown = (*right, *noted)
    difference = _known(relation.left, values) - _known(shown, values)
    formula = _formula(relation.left, relation.comparison, shown, values)
    standing = _standing(relation.comparison, difference, bool(missing_left), bool(missing_right))
    missing = (*missing_left, *missing_right)
    note = EMPTY
    if unrecorded and missing:
        missing += unrecorded
    elif unrecorded:
        note = _replacements(difference)
        missing = unrecorded if difference > 0 else ()
    elif standing is Standing.FAILS and relation.where_recorded and not recorded:
        note = Text(
            "Lembar ini tidak mencatat pemilih di luar DPT atau dari TPS lain.",
            "The sheet records no voters outside the DPT or from other TPS.",
        )
    known = standing is not Standing.CANNOT_BE_CHECKED
    return IdentityResult(tps, relation.code, formula, standing, difference if known else None, missing, note)


def _standing(comparison: Comparison, difference: int, blank_left: bool, blank_right: bool) -> Standing:  # noqa: FBT001 -- private, two plain facts
    """Blanks can only add: the side with blanks may still grow, the complete side may not."""
    fails_above = difference > 0 and not blank_right
    fails_below = difference < 0 and not blank_left and comparison is Comparison.EQUALS
    if fails_above or fails_below:
        return Standing.FAILS
    return Standing.CANNOT_BE_CHECKED if blank_left or blank_right else Standing.HOLDS


def _replacements(difference: int) -> Text:
    if difference > 0:
        return Text(
            "Selisih {n} hanya cocok bila {n} surat suara pengganti lagi tercatat. "
            "Lembar ini tidak mencatatnya.",
            "The difference of {n} fits only if {n} more replaced ballots were recorded; the sheet does not.",
        ).fill(n=difference)
    return Text("Surat suara pengganti tidak tercatat.", "Replaced ballots are not recorded.")


def _blank(keys: Iterable[str], values: dict[str, int | None]) -> tuple[str, ...]:
    return tuple(key for key in keys if values.get(key) is None)


def _known(keys: Iterable[str], values: dict[str, int | None]) -> int:
    return sum(values.get(key) or 0 for key in keys)


def _formula(
    left: tuple[str, ...], comparison: Comparison, right: tuple[str, ...], values: dict[str, int | None]
) -> Text:
    sides = [joined([_term(key, values.get(key)) for key in side], " + ") for side in (left, right)]
    return joined(sides, f" {comparison} ")


def _term(key: str, value: int | None) -> Text:
    written = Text("(kosong)", "(blank)") if value is None else Text("{n}", "{n}").fill(n=value)
    return joined([name_of(key), same(" "), written], "")
