"""A timetable as rows for a table, a file or a screen."""

from dataclasses import dataclass
from datetime import date

from pilkades.base.article import Article
from pilkades.base.digest import Json
from pilkades.base.findings import Stage
from pilkades.base.language import EMPTY, Text
from pilkades.timetable.days import Unit
from pilkades.timetable.holidays_of import county_days, workdays_of
from pilkades.timetable.proposal import Anchors, Key, Placed, Timetable, propose
from pilkades.timetable.steps import Weight
from pilkades.timetable.steps_file import step_list_for

# The first act lies half a year before the end of term; reports, dispute and oath take months after the vote.
_YEARS_AROUND = (-1, 0, 1)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the timetable; `n` and `unit` are the period that the source names, if it names one."""

    key: Key
    stage: Stage
    label: Text
    cohort: Text
    who: Text
    start: date | None
    end: date | None
    n: int | None
    unit: Unit | None
    articles: tuple[Article, ...]
    evidence: Weight
    derived: bool
    open: Text
    explanation: Text
    acts: tuple[str, ...] = ()
    conditional: bool = False
    follows: tuple[str, ...] = ()

    def plain(self) -> dict[str, Json]:
        """The row as JSON: dates as ISO, texts in both languages, articles in their notation."""
        return {
            "key": str(self.key),
            "stage": self.stage.value,
            "label": _both(self.label),
            "cohort": _both(self.cohort),
            "who": _both(self.who),
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
            "n": self.n,
            "unit": self.unit.value if self.unit else None,
            "articles": [article.notation for article in self.articles],
            "evidence": self.evidence.value,
            "derived": self.derived,
            "open": _both(self.open),
            "explanation": _both(self.explanation),
        }


def _both(text: Text) -> dict[str, Json]:
    return {"id": text.id, "en": text.en}


def rows(timetable: Timetable) -> tuple[Row, ...]:
    """Every placed step as a row, in the order of its list."""
    return tuple(_row(timetable, placed) for placed in timetable.placed)


def _row(timetable: Timetable, placed: Placed) -> Row:
    cohort = timetable.anchors.cohort(placed.key.cohort)
    label = placed.step.label
    if placed.key.rung:
        label += Text(" {n}", " {n}").fill(n=placed.key.rung)
    return Row(
        key=placed.key,
        stage=placed.step.stage,
        label=label,
        cohort=cohort.label if cohort else EMPTY,
        who=placed.step.who,
        start=placed.window.start,
        end=placed.window.end,
        n=placed.period.n if placed.period else None,
        unit=placed.period.unit if placed.period else None,
        articles=placed.step.articles,
        evidence=placed.step.evidence,
        derived=placed.step.derived,
        open=placed.step.open,
        explanation=placed.explanation,
        # A ladder names one act for each of its rungs.
        acts=placed.step.acts[placed.key.rung - 1 :][:1] if placed.key.rung else placed.step.acts,
        conditional=placed.step.conditional,
        follows=placed.step.follows,
    )


def timetable_for(
    polling_day: date,
    *,
    county: str | None = None,
    term_ends: tuple[date, ...] = (),
    rungs: int | None = None,
) -> Timetable:
    """The proposal for a vote on that day, with the county's steps and days off where it has files for them.

    Without ends of term those of the county's own wave on that polling day are taken, if its file names them.

    Raises:
        PilkadesError: code `no-steps` when no list of steps holds on that day.
    """
    steps = step_list_for(polling_day, county)
    own = [wave.term_ends for wave in steps.waves if wave.polling_day == polling_day]
    ends = term_ends or (own[0] if own else ())
    around = {day.year + shift for day in (polling_day, *ends) for shift in _YEARS_AROUND}
    workdays = workdays_of(range(min(around), max(around) + 1), county_days(county) if county else None)
    return propose(steps, Anchors.of(polling_day, ends), workdays, rungs=rungs)
