"""The timetable that a committee adopted, as the record holds it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pilkades.acts.act import Act
from pilkades.acts.corrections import HoldsActs, current_view
from pilkades.acts.kinds.preparation import KeptDifference, ScheduleAdopted, TimetableStep
from pilkades.base.day import Day
from pilkades.base.language import Language
from pilkades.timetable.proposal import Window
from pilkades.timetable.rows import Row


@dataclass(frozen=True, slots=True)
class Adopted:
    """The steps of the last adoption, and the act that adopted them as it was recorded."""

    act: Act
    steps: tuple[TimetableStep, ...]
    kept: tuple[KeptDifference, ...]
    on: Day | None = None
    document: str = ""

    @property
    def windows(self) -> Mapping[str, Window]:
        """The window of each step by its key."""
        return {step.key: window_of(step) for step in self.steps if step.key}


def adopted_timetable(record: HoldsActs) -> Adopted | None:
    """What the last adoption with steps says today, corrections applied; None while there is none."""
    for current in reversed(current_view(record)):
        if current.act.kind != ScheduleAdopted.kind():
            continue
        facts = {name: stated[-1].value for name, stated in current.facts.items()}
        if facts.get("steps"):
            return Adopted(
                act=current.act,
                steps=tuple(facts["steps"]),
                kept=tuple(facts.get("kept") or ()),
                on=facts.get("date"),
                document=facts.get("document") or "",
            )
    return None


def step_of(row: Row) -> dict[str, str]:
    """A step of a timetable as the act that adopts it states it; a day that is not set is left out."""
    given = {
        "key": str(row.key),
        "stage": row.stage.value,
        "name": row.label.to(Language.ID),
        "who": row.who.to(Language.ID),
        "first": row.start.isoformat() if row.start else "",
        "last": row.end.isoformat() if row.end else "",
    }
    return {name: value for name, value in given.items() if value}


def window_of(step: TimetableStep) -> Window:
    """From the first day to the last; a day that is half known sets none."""
    return Window(_exact(step.first), _exact(step.last))


def _exact(day: Day | None) -> date | None:
    return day.earliest if day is not None and day.known else None
