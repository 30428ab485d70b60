"""Where each step of a timetable stands today: its acts in the record, its window, what it waits for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pilkades.base.language import EMPTY, Text
from pilkades.compliance.evaluators import applies
from pilkades.compliance.facts import FactBook, Path
from pilkades.compliance.look import Look
from pilkades.regulation.rule import DeadlineRule
from pilkades.regulation.rulebook import Rulebook
from pilkades.timetable.days import Unit, Workdays, count_between
from pilkades.timetable.rows import Row

NEAR = 3
"""Working days within which the end of a window counts as near."""


class Progress(StrEnum):
    """Where a step stands."""

    DONE = "done"
    LATE = "late"
    DUE = "due"
    AHEAD = "ahead"
    BLOCKED = "blocked"
    NOT_APPLICABLE = "not_applicable"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Standing:
    """A step, where it stands, what it waits for; `left` counts working days while its end is to come."""

    row: Row
    progress: Progress
    waits_for: Text = EMPTY
    left: int | None = None


def standings(
    rows: Sequence[Row], book: FactBook, rulebook: Rulebook, workdays: Workdays, today: date
) -> tuple[Standing, ...]:
    """Each step in its order.

    Done is what the record shows, whatever the dates say. A step that no rule asks for any more, and a
    conditional one whose days went by without its act, do not apply. A step is late after its last day,
    blocked while a step or act before it is missing, due inside its window or within three working days of
    its end.
    """
    look = Look(book, rulebook, workdays)
    rules = [rule for rule in rulebook.rules if isinstance(rule, DeadlineRule)]
    done = {row.key: any(recorded(path, book) for path in row.acts) for row in rows}
    missing = {row.key.step: row.label for row in rows if not done[row.key] and not row.conditional}
    found = []
    for row in rows:
        own = [rule for rule in rules if _speaks_of(rule, row)]
        found.append(_standing(row, own, missing, look, today) if not done[row.key] else _done(row))
    return tuple(found)


def recorded(path: str, book: FactBook) -> bool:
    """Whether the record holds an act of that kind, or states that fact; an act that was not done is none."""
    kind, _, fact = path.partition(".")
    stated = book.statements
    if fact:
        return any(one.value is not False for one in stated.get(path, ()))
    if any(one.value is False for one in stated.get(f"{kind}.done", ())):
        return False
    return any(name.startswith(f"{kind}.") for name in stated)


def _done(row: Row) -> Standing:
    return Standing(row, Progress.DONE)


def _standing(
    row: Row, rules: Iterable[DeadlineRule], missing: dict[str, Text], look: Look, today: date
) -> Standing:
    asked = [applies(rule, look) for rule in rules]
    if asked and all(answer is False for answer in asked):
        return Standing(row, Progress.NOT_APPLICABLE)
    if row.end is None:
        return Standing(row, Progress.UNDATED)
    if today > row.end:
        return Standing(row, Progress.NOT_APPLICABLE if row.conditional else Progress.LATE)
    left = count_between(today, row.end, Unit.WORKING_DAY, look.workdays)
    waits_for = _awaited(row, rules, missing, look)
    if waits_for:
        return Standing(row, Progress.BLOCKED, waits_for, left)
    begun = row.start is not None and row.start <= today
    return Standing(row, Progress.DUE if begun or left <= NEAR else Progress.AHEAD, left=left)


def _awaited(row: Row, rules: Iterable[DeadlineRule], missing: dict[str, Text], look: Look) -> Text:
    """The step that must be over first, or the act from which the law counts this one."""
    for step in row.follows:
        if step in missing:
            return missing[step]
    for rule in rules:
        if rule.direction == "after" and look.fact(rule.anchor) is None:
            return look.label(rule.anchor)
    return EMPTY


def _speaks_of(rule: DeadlineRule, row: Row) -> bool:
    path = Path.parse(rule.fact)
    return any(one in {path.whole, path.kind} for one in row.acts)
