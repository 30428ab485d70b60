"""Many elections at once, each in a few facts: kept beside its record, drawn anew where that has moved on."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from pilkades.base.digest import digest
from pilkades.base.errors import PilkadesError
from pilkades.compliance.overview import Course, Overview, Source, from_json, overview
from pilkades.web.core.models import BoardRow, Election
from pilkades.web.core.queries.kept import Kept
from pilkades.web.core.queries.laws import law_of
from pilkades.web.core.queries.plans import timetable_rows
from pilkades.web.core.queries.states import State, states_of

# Head and stamp name an overview for ever. All empty records of one stamp share one, under no head.
_OVERVIEWS: Kept[tuple[str, str], Overview] = Kept(most=3000)


def forget() -> None:
    """Drop all that is kept; tests need it, nothing else does."""
    _OVERVIEWS.clear()


def overviews_of(elections: Iterable[Election], today: date) -> Mapping[int, Overview]:
    """Each election's overview by its id; at most one query for all whose row is behind their record.

    The elections are read with their head and `board_row`; a row counts only under the head and law that it
    was drawn from, so that what is shown is never older than the record.
    """
    found: dict[int, Overview] = {}
    behind: list[Election] = []
    for election in elections:
        key = _key(election)
        held = _OVERVIEWS.get(key)
        if held is None:
            held = _stored(election, key[1])
            if held is not None:
                _OVERVIEWS.put(key, held)
        if held is None:
            behind.append(election)
        else:
            found[election.pk] = held
    return found | _drawn(behind, today)


def overview_of(state: State) -> Overview:
    """The overview of one election as it stands."""
    source = Source.ADOPTED if state.plan.adopted else Source.PROPOSED
    course = Course(state.standings, source)
    return overview(state.record, state.book, state.rulebook, state.findings, state.agenda, course)


def stamp_of(election: Election) -> str:
    """A digest of what an overview is drawn from beside the record: the law and the proposed timetable."""
    ends = (election.term_ends,) if election.term_ends else ()
    county = election.village.district.county.law or None
    return _stamp(law_of(election).digest, _proposal(election.polling_day, county, ends))


@lru_cache(maxsize=500)
def _stamp(law: str, proposal: str) -> str:
    return digest({"law": law, "proposal": proposal})


@lru_cache(maxsize=200)
def _proposal(polling_day: date, county: str | None, ends: tuple[date, ...]) -> str:
    return digest([row.plain() for row in timetable_rows(polling_day, county, ends)])


def _key(election: Election) -> tuple[str, str]:
    return (election.head.digest if election.head.length else "", stamp_of(election))


def _stored(election: Election, law: str) -> Overview | None:
    row: BoardRow | None = getattr(election, "board_row", None)
    if row is None or (row.head, row.law) != (election.head.digest, law):
        return None
    try:
        return from_json(json.loads(row.text))
    except (PilkadesError, ValueError):
        # Written by another version of the program: drawn anew.
        return None


def _drawn(behind: list[Election], today: date) -> dict[int, Overview]:
    """Draw what is behind; elections with the same record and law (none yet) are drawn once."""
    first: dict[tuple[str, str], Election] = {}
    for election in behind:
        first.setdefault(_key(election), election)
    states = states_of(first.values(), today)
    for key, election in first.items():
        state = states[election.pk]
        if state.record.acts or not key[0]:
            _OVERVIEWS.put(key, overview_of(state))
    return {
        election.pk: _OVERVIEWS.get(_key(election)) or overview_of(states[election.pk]) for election in behind
    }
