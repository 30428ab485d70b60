"""The days of a posted list: as the record states them, else as the timetable plans them."""

from collections.abc import Iterable, Sequence
from datetime import date

from pilkades.acts.corrections import HoldsActs, effective_acts
from pilkades.base.day import Day
from pilkades.register.lists import ListKind
from pilkades.register.proposal_clock import Posted
from pilkades.timetable.rows import Row

_POSTING = {ListKind.DPS: "dps_announced", ListKind.DPTB: "dptb_announced", ListKind.DPT: "dpt_announced"}
_ADOPTION = "dpt"


def posted_in(record: HoldsActs, plan: Sequence[Row], on: ListKind) -> Posted:
    """When a list was posted, until when, and when the DPT is adopted, for the clock of proposals.

    What the record states counts before the plan; a posting that is only planned is marked so. Where sources
    state several days, every day between them may be meant.
    """
    posting = _POSTING[on]
    since = _stated(record, posting, "date")
    last = [_stated(record, posting, "until")]
    if on is ListKind.DPS:
        last.append(_stated(record, "list_corrections", "accepted_until"))
    until = _latest(last)
    adopted = _stated(record, _ADOPTION, "date")
    fixed_on = adopted.earliest if adopted else _planned(plan, _ADOPTION)[0]
    if since is not None:
        return Posted(since, until, fixed_on)
    first, end = _planned(plan, posting)
    if first is None:
        return Posted(None, until, fixed_on)
    return Posted(Day.exactly(first), until or (Day.exactly(end) if end else None), fixed_on, planned=True)


def _stated(record: HoldsActs, kind: str, fact: str) -> Day | None:
    days = [
        statement.value
        for act in effective_acts(record)
        if act.kind == kind
        for statement in act.facts.get(fact, ())
        if isinstance(statement.value, Day)
    ]
    if not days:
        return None
    return Day(min(day.earliest for day in days), max(day.latest for day in days))


def _latest(days: Iterable[Day | None]) -> Day | None:
    known = [day for day in days if day is not None]
    if not known:
        return None
    return Day(max(day.earliest for day in known), max(day.latest for day in known))


def _planned(plan: Sequence[Row], act: str) -> tuple[date | None, date | None]:
    row = next((row for row in plan if act in row.acts), None)
    return (row.start, row.end) if row else (None, None)
