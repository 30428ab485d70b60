"""The timetable of an election as a calendar: the adopted dates, else the proposal, said as such."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from pilkades.base.language import Language, Text
from pilkades.timetable.ical import icalendar
from pilkades.timetable.rows import Row
from pilkades.web.core.models import Election
from pilkades.web.core.queries.states import state_of

_PROPOSED = Text("Usulan: ", "Proposal: ")


def calendar_of(election: Election, at: datetime, language: Language = Language.ID) -> str:
    """The steps with their days as an iCalendar file; of people it holds nothing."""
    today = at.astimezone(ZoneInfo(election.village.district.county.zone)).date()
    plan = state_of(election, today).plan
    shown = plan.rows if plan.adopted else tuple(_as_proposal(row) for row in plan.rows)
    return icalendar(shown, election.key, at, language)


def _as_proposal(row: Row) -> Row:
    return replace(row, label=_PROPOSED + row.label)
