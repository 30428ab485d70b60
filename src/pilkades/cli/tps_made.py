"""A plan of stations with all that is said beside it."""

from dataclasses import dataclass

from pilkades.polling.checking import Remark
from pilkades.polling.plan import Plan
from pilkades.register.intake import Intake
from pilkades.regulation.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Made:
    """What was read, what was left out, the plan, and what a check finds in it.

    `left_out` may not vote by the law of the day; `undecided` are in the plan although their rows do not say
    enough. `as_listed` is the check of the stations that the list itself names; None where it names none.
    """

    file: str
    rulebook: Rulebook | None
    read: Intake
    left_out: int
    undecided: int
    plan: Plan
    remarks: tuple[Remark, ...]
    as_listed: tuple[Remark, ...] | None
