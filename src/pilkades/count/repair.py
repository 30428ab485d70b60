"""The least number of figures of a sheet that must be other than printed before all sums and bounds hold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import comb

from pilkades.base.language import Text
from pilkades.count.elimination import Constraint, solution
from pilkades.count.identities import Comparison, Relation, relations_of
from pilkades.count.sheet import REASONS, VOTES, Sheet

NEVER_APPLIED = Text(
    "Program ini tidak mengubah angka mana pun. Yang menentukan adalah surat suara dan formulir asli: "
    "hitung ulang atau ambil formulirnya.",
    "This program changes no figure. What decides are the ballots and the original forms: "
    "count again or fetch the form.",
)
"""Stands in every result: a suggested reading is never a correction."""


@dataclass(frozen=True, slots=True)
class Way:
    """A set of figures that, changed together, lets all sums and bounds hold; `instance` is one example."""

    figures: tuple[str, ...]
    instance: Mapping[str, int]

    @property
    def rewrites_votes(self) -> bool:
        """Whether a candidate's votes are among the figures."""
        return any(key.startswith(f"{VOTES}:") for key in self.figures)


@dataclass(frozen=True, slots=True)
class Level:
    """One step of the proof: how many sets of this size exist, and how many of them make the sheet hold."""

    size: int
    sets: int
    holding: int


@dataclass(frozen=True, slots=True)
class Repair:
    """What the proof found; `least` is None when no set up to the size searched makes the sheet hold."""

    tps: str
    least: int | None
    ways: tuple[Way, ...]
    proof: tuple[Level, ...]
    statement: Text
    caution: Text = NEVER_APPLIED


def least_changes(sheet: Sheet, most: int = 4) -> Repair:
    """Prove how few printed figures must be other than printed, trying every set of figures up to `most`.

    A set counts when whole numbers, none below zero, exist for its figures with which every sum and bound
    of `identities.relations_of` holds. Blank figures may take any value and are not counted as changed. Each
    answer is exact (see `elimination.solution`). It only says what is possible, never what happened.
    """
    printed = {key: value for key, value in sheet.figures() if value is not None}
    relations = _usable(sheet)
    levels: list[Level] = []
    for size in range(most + 1):
        ways = tuple(_ways(size, relations, printed))
        levels.append(Level(size, comb(len(printed), size), len(ways)))
        if ways:
            return Repair(sheet.tps, size, ways, tuple(levels), _found(size, len(ways)))
    return Repair(sheet.tps, None, (), tuple(levels), _not_found(most))


def can_hold_while_keeping(sheet: Sheet, kept: Iterable[str]) -> bool:
    """Whether all sums and bounds can hold with these figures as printed and every other figure free."""
    figures = dict(sheet.figures())
    fixed = {key: value for key in kept if (value := figures.get(key)) is not None}
    printed = {key: value for key, value in figures.items() if value is not None}
    return solution(_system(_usable(sheet), fixed), printed) is not None


def _usable(sheet: Sheet) -> tuple[Relation, ...]:
    """Relations whose terms are figures; a sum over candidates that the sheet does not list binds nothing."""
    figures = dict(sheet.figures())
    usable = []
    for relation in relations_of(sheet):
        if relation.left in ((VOTES,), (REASONS,)):
            continue
        recorded = tuple(key for key in relation.where_recorded if figures.get(key) is not None)
        right = (*relation.right, *recorded, *relation.to_be_recorded)
        usable.append(Relation(relation.code, relation.left, relation.comparison, right))
    return tuple(usable)


def _ways(size: int, relations: tuple[Relation, ...], printed: Mapping[str, int]) -> Iterable[Way]:
    broken = [
        terms
        for relation in relations
        if (terms := _terms(relation)) <= printed.keys() and not _stands(relation, printed)
    ]
    for figures in combinations(printed, size):
        # a broken relation whose figures all stay as printed stays broken: such a set needs no further proof
        if any(terms.isdisjoint(figures) for terms in broken):
            continue
        fixed = {key: value for key, value in printed.items() if key not in figures}
        found = solution(_system(relations, fixed), printed)
        if found is not None:
            yield Way(figures, {key: found.get(key, printed[key]) for key in figures})


def _terms(relation: Relation) -> frozenset[str]:
    return frozenset((*relation.left, *relation.right))


def _stands(relation: Relation, values: Mapping[str, int]) -> bool:
    difference = sum(values[key] for key in relation.left) - sum(values[key] for key in relation.right)
    return difference == 0 if relation.comparison is Comparison.EQUALS else difference <= 0


def _system(relations: tuple[Relation, ...], fixed: Mapping[str, int]) -> list[Constraint]:
    return [_constraint(relation, fixed) for relation in relations]


def _constraint(relation: Relation, fixed: Mapping[str, int]) -> Constraint:
    form: dict[str, int] = {}
    constant = 0
    for sign, side in ((1, relation.left), (-1, relation.right)):
        for key in side:
            if key in fixed:
                constant += sign * fixed[key]
            else:
                form[key] = form.get(key, 0) + sign
    return Constraint(form, constant, relation.comparison is Comparison.EQUALS)


def _found(size: int, ways: int) -> Text:
    if size == 0:
        return Text(
            "Angka yang tercetak dapat cocok semuanya tanpa perubahan.",
            "The printed figures can all fit without a change.",
        )
    return Text(
        "Tidak ada perubahan pada kurang dari {size} angka yang membuat semua jumlah dan batas cocok. "
        "Paling sedikit {size} angka berbeda dari yang tercetak; ada {ways} susunan angka yang mungkin.",
        "No change of fewer than {size} figures lets all sums and bounds hold. "
        "At least {size} figures differ from what is printed; {ways} sets of figures are possible.",
    ).fill(size=size, ways=ways)


def _not_found(most: int) -> Text:
    return Text(
        "Tidak ada perubahan pada {most} angka atau kurang yang membuat semua jumlah dan batas cocok.",
        "No change of {most} figures or fewer lets all sums and bounds hold.",
    ).fill(most=most)
