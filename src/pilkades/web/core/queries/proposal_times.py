"""Until when proposals on the posted list are accepted: the law's clock over the days on record."""

from datetime import date
from typing import Any

from pilkades.base.day import Day
from pilkades.register.lists import ListKind
from pilkades.register.proposal_clock import Clock, Posted, proposal_clock
from pilkades.web.core.queries.postings import posting_on
from pilkades.web.core.queries.states import State, with_holidays

_FINAL = "dpt"
"""The act in which every list before it ends (Permendagri 112/2014 Ps. 16)."""


def proposal_time_of(state: State, kind: ListKind) -> Clock:
    """The clock of a list: by the days on record, and where it is to be fixed by the timetable that holds."""
    posting = posting_on(state, kind)
    until = _recorded(state, "list_corrections.accepted_until") if kind is ListKind.DPS else None
    if until is None and posting is not None and posting.on_record and posting.last is not None:
        until = Day.exactly(posting.last)
    since = Day.exactly(posting.first) if posting is not None and posting.first is not None else None
    posted = Posted(since, until, _fixed_on(state), _recorded(state, "dptb.until"))
    return with_holidays(
        state.election, state.rulebook, lambda days: proposal_clock(kind, state.rulebook, posted, days)
    )


def _fixed_on(state: State) -> date | None:
    """The day on which the list is adopted: on record, else as the timetable has it."""
    held = _recorded(state, f"{_FINAL}.date")
    if held is not None and held.known:
        return held.earliest
    for row in state.plan.rows:
        if _FINAL in {path.partition(".")[0] for path in row.acts} and (row.start or row.end):
            return row.start or row.end
    return None


def _recorded(state: State, path: str) -> Day | None:
    several = state.book.alternatives(path)
    value: Any = several[0].value if len(several) == 1 else None
    return value if isinstance(value, Day) else None
