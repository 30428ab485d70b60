"""The timetable of an election: as it is proposed, as its draft moves it, as the record adopted it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from pilkades.acts.adopted import Adopted, window_of
from pilkades.acts.kinds.preparation import TimetableStep
from pilkades.base.digest import Json, canonical
from pilkades.base.errors import PilkadesError
from pilkades.base.findings import Stage
from pilkades.base.language import EMPTY, Text, same
from pilkades.timetable.proposal import Key, Timetable, Window, propose
from pilkades.timetable.rows import Row, rows, timetable_for
from pilkades.timetable.steps import Weight
from pilkades.web.core.models import Election, TimetableMove

_ADOPTED = Text("Ditetapkan panitia: {window}.", "Adopted by the committee: {window}.")


@dataclass(frozen=True, slots=True)
class Plan:
    """The rows that hold today: the adopted ones where there is an adoption, else the proposal's."""

    rows: tuple[Row, ...]
    adopted: Adopted | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """One move of the draft: what it set (None: back to the proposal; empty: all back), by whom, when."""

    version: int
    windows: Mapping[Key, Window | None]
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Draft:
    """What all moves together set by hand; `version` is that of the last one, 0 while there is none."""

    fixed: Mapping[Key, Window]
    moves: tuple[Made, ...] = ()

    @property
    def version(self) -> int:
        """The number of the last move."""
        return self.moves[-1].version if self.moves else 0

    def on(self, proposal: Timetable) -> Timetable:
        """The proposal with the windows that were set by hand, and the steps that are counted from them."""
        if not self.fixed:
            return proposal
        return propose(
            proposal.steps,
            proposal.anchors,
            proposal.workdays,
            rungs=proposal.rungs,
            fixed=self.fixed,
        )


@lru_cache(maxsize=200)
def proposal_for(polling_day: date, county: str | None, term_ends: tuple[date, ...]) -> Timetable | None:
    """The proposal; None where no list of steps holds on that day."""
    try:
        return timetable_for(polling_day, county=county, term_ends=term_ends)
    except PilkadesError as error:
        if error.code != "no-steps":
            raise
        return None


def proposal_of(election: Election) -> Timetable | None:
    """The proposal for an election; None where no list of steps holds on its polling day."""
    ends = (election.term_ends,) if election.term_ends else ()
    return proposal_for(election.polling_day, election.village.district.county.law or None, ends)


def draft_of(election: Election) -> Draft:
    """The draft as it stands; one query."""
    moves = tuple(
        made(row)
        for row in TimetableMove.objects.filter(election=election)
        .select_related("made_by")
        .order_by("version")
    )
    fixed: dict[Key, Window] = {}
    for move in moves:
        if not move.windows:
            fixed.clear()
        for key, window in move.windows.items():
            if window is None:
                fixed.pop(key, None)
            else:
                fixed[key] = window
    return Draft(fixed, moves)


def made(row: TimetableMove) -> Made:
    """The move that a row holds."""
    windows = {
        key_of(name): None if held is None else Window(*(_day(one) for one in held))
        for name, held in json.loads(row.windows).items()
    }
    return Made(row.version, windows, row.made_by.full_name, row.made_at)


def written(windows: Mapping[Key, Window | None]) -> str:
    """The windows as the draft keeps them: canonical JSON."""
    plain: dict[str, Json] = {
        str(key): None if window is None else [_iso(window.start), _iso(window.end)]
        for key, window in windows.items()
    }
    return canonical(plain).decode()


def key_of(words: str) -> Key:
    """The key as it is written, read again: `extension-2`, `notice@1`."""
    name, _, cohort = words.partition("@")
    step, dash, rung = name.rpartition("-")
    return Key(step, int(rung), cohort) if dash and rung.isdigit() else Key(name, 0, cohort)


def laid_out(proposed: tuple[Row, ...], adopted: Adopted | None) -> Plan:
    """The adopted steps, in the proposal's words where it knows the step; without adoption the proposal."""
    if adopted is None:
        return Plan(proposed)
    known = {str(row.key): row for row in proposed}
    return Plan(tuple(_row(step, known.get(step.key or "")) for step in adopted.steps), adopted)


def _row(step: TimetableStep, known: Row | None) -> Row:
    window = window_of(step)
    if known is None:
        return Row(
            key=key_of(step.key or ""),
            stage=Stage(step.stage) if step.stage in set(Stage) else Stage.PREPARATION,
            label=same(step.name or step.key or ""),
            cohort=EMPTY,
            who=same(step.who or ""),
            start=window.start,
            end=window.end,
            n=None,
            unit=None,
            articles=(),
            evidence=Weight.UNVERIFIED,
            derived=False,
            open=EMPTY,
            explanation=_ADOPTED.fill(window=window.spoken),
        )
    if (known.start, known.end) == (window.start, window.end):
        return known
    explanation = _ADOPTED.fill(window=window.spoken)
    return replace(known, start=window.start, end=window.end, explanation=explanation)


@lru_cache(maxsize=200)
def timetable_rows(polling_day: date, county: str | None, term_ends: tuple[date, ...]) -> tuple[Row, ...]:
    """The rows of the proposal; empty where no list of steps holds on that day."""
    proposal = proposal_for(polling_day, county, term_ends)
    return rows(proposal) if proposal else ()


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(words: str | None) -> date | None:
    return date.fromisoformat(words) if words else None
