"""What the timetable still asks for: steps that no act in the record has done, beside the limits of rules."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pilkades.acts.act import KINDS
from pilkades.compliance.agenda import Item
from pilkades.compliance.agenda import Standing as Due
from pilkades.compliance.progress import Progress, Standing
from pilkades.regulation.rule import DeadlineRule
from pilkades.regulation.rulebook import Rulebook

_OVER = frozenset({Progress.DONE, Progress.NOT_APPLICABLE, Progress.UNDATED})


@dataclass(frozen=True, slots=True)
class Step:
    """A step that is still to be done: its key, the kind of act that does it, its first and last day."""

    key: str
    kind: str
    start: date
    end: date


def still_to_do(standings: Iterable[Standing]) -> tuple[Step, ...]:
    """The steps whose act is missing, by their last day, whatever today is.

    Left out are steps that need not come at all (a second round of registration) and those without a day.
    """
    return tuple(sorted(_steps(standings), key=lambda step: (step.end, step.start, step.key)))


def beside_rules(
    standings: Iterable[Standing], items: Iterable[Item], rulebook: Rulebook, today: date
) -> tuple[Standing, ...]:
    """The steps that the timetable puts into these days, or into days gone by, and that no rule speaks of.

    Where a rule of law sets a limit to the same act, the rule's limit is the one to show. A step whose days
    have come is among them even while an earlier act is missing: the day of the poll does not wait.
    """
    rules = {rule.id: rule for rule in rulebook.rules if isinstance(rule, DeadlineRule)}
    ruled = {
        rules[item.rule].fact.partition(".")[0]
        for item in items
        if item.standing in {Due.DUE, Due.OVERDUE} and item.until is not None
    }
    return tuple(
        one
        for one in standings
        if _has_come(one, today) and not one.row.conditional and kind_of(one) not in {"", *ruled}
    )


def _has_come(one: Standing, today: date) -> bool:
    if one.progress is Progress.BLOCKED:
        return one.row.start is not None and one.row.start <= today
    return one.progress in {Progress.LATE, Progress.DUE}


def kind_of(standing: Standing) -> str:
    """The kind of act that does a step; empty where its data name none that is declared."""
    kinds = (path.partition(".")[0] for path in standing.row.acts)
    return next((kind for kind in kinds if kind in KINDS), "")


def _steps(standings: Iterable[Standing]) -> Iterator[Step]:
    for one in standings:
        row, kind = one.row, kind_of(one)
        if kind and row.end is not None and one.progress not in _OVER and not row.conditional:
            yield Step(str(row.key), kind, row.start or row.end, row.end)
