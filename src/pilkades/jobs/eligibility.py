"""Eligibility of whole registers: the scalar rule, asked once for each case that the columns hold.

No law is written here. Every column is brought down to a few classes of values that the rule cannot tell
apart; `pilkades.register.eligibility.judge` is asked for one row of each class; its verdict goes to all rows.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import polars as pl

from pilkades.base.day import Day
from pilkades.base.errors import PilkadesError
from pilkades.base.findings import Verdict
from pilkades.register.eligibility import answer_of, judge
from pilkades.register.reasons import Poll, Requirement
from pilkades.register.voter import Marital, Proof, Voter
from pilkades.timetable.days import Answer

Codes: TypeAlias = "npt.NDArray[np.int64]"

_DATES = ("birth", "resident_since", "registered_since")
_FLAGS = ("citizen", "disenfranchised", "of_unsound_mind", "military_or_police", "dead", "moved")
_MARITAL = pl.Enum([item.value for item in Marital])
_PROOFS = tuple(Proof)
SCHEMA: Mapping[str, pl.DataType] = {
    **{f"{name}_{end}": pl.Date() for name in _DATES for end in ("from", "to")},
    "marital": _MARITAL,
    "proofs": pl.UInt8(),
    **{name: pl.Boolean() for name in _FLAGS},
}
"""A day is two columns, its earliest and its latest (equal where it is known, null where it is not stated).

`proofs` has a bit for each of `pilkades.register.voter.Proof` in their order, null where none was asked.
"""
ANSWERS = pl.Enum([item.value for item in Answer])
VERDICTS = pl.Enum([item.value for item in Verdict])
_VERDICTS = tuple(Verdict)
_ANSWERS = tuple(Answer)
_NOT_ASKED = len(_VERDICTS)

# Which columns a requirement reads; the test against the scalar rule holds this table to it.
_READS: Mapping[Requirement, tuple[str, ...]] = {
    Requirement.ALIVE: ("dead",),
    Requirement.HERE: ("moved",),
    Requirement.CITIZEN: ("citizen",),
    Requirement.AGE: ("birth", "marital"),
    Requirement.RESIDENCE: ("resident_since", "registered_since"),
    Requirement.REGISTERED: ("registered_since",),
    Requirement.PROOF: ("proofs",),
    Requirement.NOT_DISENFRANCHISED: ("disenfranchised",),
    Requirement.SOUND_MIND: ("of_unsound_mind",),
    Requirement.CIVILIAN: ("military_or_police",),
}
_NOBODY = Voter(name="", marital=Marital.NEVER)


@dataclass(frozen=True, slots=True)
class _Classes:
    """A column as classes: the class of every row, and for every class one value that stands for it."""

    codes: Codes
    values: tuple[Any, ...]


def frame_of(voters: Sequence[Voter]) -> pl.DataFrame:
    """The columns that eligibility reads, in the order of the voters; names and numbers stay outside."""
    columns: dict[str, list[object]] = {}
    for name in _DATES:
        days: list[Day | None] = [getattr(voter, name) for voter in voters]
        columns[f"{name}_from"] = [day and day.earliest for day in days]
        columns[f"{name}_to"] = [day and day.latest for day in days]
    columns["marital"] = [voter.marital and voter.marital.value for voter in voters]
    columns["proofs"] = [None if voter.proofs is None else _bits(voter.proofs) for voter in voters]
    for name in _FLAGS:
        columns[name] = [getattr(voter, name) for voter in voters]
    return pl.DataFrame(columns, schema=dict(SCHEMA))


def _bits(proofs: frozenset[Proof]) -> int:
    return sum(1 << at for at, proof in enumerate(_PROOFS) if proof in proofs)


def judge_all(frame: pl.DataFrame, poll: Poll) -> pl.DataFrame:
    """The answer for every row, and the verdict of every requirement (null: the law does not ask it).

    The same answers and verdicts as `judge` gives row by row, in columns named `answer` and as
    `pilkades.register.reasons.Requirement`.

    Raises:
        PilkadesError: `eligibility-columns` with the columns that are missing or of another type;
            `eligibility-days` with a column whose earliest lies after its latest, or stands without it.
    """
    wrong = sorted(name for name, kind in SCHEMA.items() if frame.schema.get(name) != kind)
    if wrong:
        raise PilkadesError("eligibility-columns", columns=wrong)
    classes = _classes(frame, poll)
    verdicts = {
        requirement: _verdicts(requirement, [(name, classes[name]) for name in names], poll)
        for requirement, names in _READS.items()
    }
    columns = {requirement.value: _named(codes, VERDICTS) for requirement, codes in verdicts.items()}
    return pl.DataFrame({"answer": _named(_answers(list(verdicts.values())), ANSWERS), **columns})


def changed_rows(frame: pl.DataFrame, before: Poll, after: Poll) -> pl.DataFrame:
    """The rows that are answered otherwise when the day or the law moves: `position`, `was`, `now`.

    The same rows as `pilkades.register.borderline.changed`; its reasons are asked row by row.
    """
    was, now = (judge_all(frame, poll)["answer"] for poll in (before, after))
    both = pl.DataFrame({"was": was, "now": now}).with_row_index("position")
    return both.filter(pl.col("was") != pl.col("now"))


def _classes(frame: pl.DataFrame, poll: Poll) -> dict[str, _Classes]:
    found = {name: _days(frame, name, _telling(name, poll)) for name in _DATES}
    found["marital"] = _few(frame["marital"].to_physical(), tuple(Marital))
    found["proofs"] = _few(frame["proofs"], tuple(map(_proofs, range(1 << len(_PROOFS)))))
    for name in _FLAGS:
        found[name] = _few(frame[name].cast(pl.UInt8), (False, True))
    return found


def _proofs(bits: int) -> frozenset[Proof]:
    return frozenset(proof for at, proof in enumerate(_PROOFS) if bits >> at & 1)


def _few(column: pl.Series, values: tuple[object, ...]) -> _Classes:
    """A column of few values; null is the last class."""
    codes = column.cast(pl.Int64).fill_null(len(values)).to_numpy()
    return _Classes(codes, (*values, None))


_Telling: TypeAlias = Callable[[date], object]


def _telling(name: str, poll: Poll) -> _Telling:
    """What the scalar rule tells of a day in that column, all else being equal."""

    def tells(day: date) -> object:
        stated: dict[str, Any] = {name: Day.exactly(day)}
        voter = replace(_NOBODY, **stated)
        return [(reason.requirement, reason.verdict) for reason in judge(voter, poll).reasons]

    return tells


def _days(frame: pl.DataFrame, name: str, tells: _Telling) -> _Classes:
    """Known days fall into the spans between which the rule changes; each half-known day is its own class."""
    missing = np.iinfo(np.int64).min
    first, last = (
        frame[f"{name}_{end}"].to_physical().cast(pl.Int64).fill_null(missing).to_numpy()
        for end in ("from", "to")
    )
    if bool(((first == missing) != (last == missing)).any()) or bool((last < first).any()):
        raise PilkadesError("eligibility-days", column=name)
    stated, known = first != missing, first == last
    exact = first[stated & known]
    starts = _starts(int(exact.min()), int(exact.max()), tells) if exact.size else []
    half = ~known
    spans, which = np.unique(np.stack([first[half], last[half]], axis=1), axis=0, return_inverse=True)
    codes = np.searchsorted(np.array(starts[1:], dtype=np.int64), first, side="right")
    codes[half] = len(starts) + which.reshape(-1)
    codes[~stated] = len(starts) + len(spans)
    values = (
        *(Day.exactly(_day(start)) for start in starts),
        *(Day(_day(int(one)), _day(int(other))) for one, other in spans),
        None,
    )
    return _Classes(codes, values)


_EPOCH = date(1970, 1, 1)


def _day(number: int) -> date:
    return _EPOCH + timedelta(days=number)


def _starts(first: int, last: int, tells: _Telling) -> list[int]:
    """The first days of the spans in which the rule tells the same.

    A later birth or arrival never helps, so what is told changes in one direction: alike at both ends means
    alike between them, and halving finds every change.
    """

    def changes(low: int, high: int, at_low: object, at_high: object) -> list[int]:
        if at_low == at_high:
            return []
        if high - low == 1:
            return [high]
        middle = (low + high) // 2
        between = tells(_day(middle))
        return [*changes(low, middle, at_low, between), *changes(middle, high, between, at_high)]

    return [first, *changes(first, last, tells(_day(first)), tells(_day(last)))]


def _verdicts(requirement: Requirement, read: Sequence[tuple[str, _Classes]], poll: Poll) -> Codes:
    """The verdict of one requirement for every row: the rule is asked for each combination that occurs."""
    key = np.zeros(len(read[0][1].codes), dtype=np.int64)
    for _, classes in read:
        key = key * len(classes.values) + classes.codes
    cases = np.sort(pl.Series(key).unique().to_numpy())
    table = np.array([_asked(requirement, _fields(int(case), read), poll) for case in cases], dtype=np.int64)
    return table[np.searchsorted(cases, key)] if key.size else key


def _fields(case: int, read: Sequence[tuple[str, _Classes]]) -> dict[str, Any]:
    """The values that stand for a combination of classes."""
    fields = {}
    for name, classes in reversed(read):
        case, code = divmod(case, len(classes.values))
        fields[name] = classes.values[code]
    return fields


def _asked(requirement: Requirement, fields: Mapping[str, Any], poll: Poll) -> int:
    reason = judge(replace(_NOBODY, **fields), poll).of(requirement)
    return _NOT_ASKED if reason is None else _VERDICTS.index(reason.verdict)


def _answers(verdicts: Sequence[Codes]) -> Codes:
    """The answers: once for each set of verdicts that occurs."""
    sets = np.zeros(len(verdicts[0]), dtype=np.int64)
    for codes in verdicts:
        sets |= np.int64(1) << codes
    occurring = np.sort(pl.Series(sets).unique().to_numpy())
    table = np.array([_ANSWERS.index(answer_of(_members(int(bits)))) for bits in occurring], dtype=np.int64)
    return table[np.searchsorted(occurring, sets)] if sets.size else sets


def _members(bits: int) -> frozenset[Verdict]:
    return frozenset(verdict for at, verdict in enumerate(_VERDICTS) if bits >> at & 1)


def _named(codes: Codes, names: pl.Enum) -> pl.Series:
    """Codes as their names; the code after the last name is null."""
    return pl.Series([*names.categories, None], dtype=names).gather(codes)
