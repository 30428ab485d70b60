"""The days of a village for any calendar; each event says whether its day was adopted or is proposed."""

from dataclasses import replace
from datetime import datetime

from pilkades.base.language import Language, Text, joined
from pilkades.timetable.ical import icalendar
from pilkades.web.core.queries.states import State
from pilkades.web.public.dates import capital, dates_of

_NAMED = Text("{what} · {village} ({mark})", "{what} · {village} ({mark})")


def feed_of(state: State, language: Language) -> str:
    """The calendar file; the same as long as nothing is recorded, so that a calendar need not fetch it again.

    Its stamp is the last recording, or the opening of the election: RFC 5545 means by it when the days were
    last set down.
    """
    dates, held = dates_of(state), state.election
    rows = [
        replace(
            row,
            label=_NAMED.fill(what=capital(row.label), village=held.village.name, mark=dates.mark),
            explanation=joined([dates.which, row.explanation], "\n"),
        )
        for row in dates.rows
    ]
    recorded = [act.recorded for act in state.record.acts if act.recorded]
    stamp = datetime.fromisoformat(recorded[-1]) if recorded else held.opened_at
    return icalendar(rows, held.key, stamp, language)
