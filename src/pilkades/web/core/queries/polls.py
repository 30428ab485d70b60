"""What the record says of the poll that voters are held against."""

from dataclasses import replace

from pilkades.acts.corrections import current_view
from pilkades.acts.kinds.voters import Dps, VoterRequirements
from pilkades.acts.record import Record
from pilkades.base.day import Day
from pilkades.register.reasons import Poll, Stated
from pilkades.web.core.models import Election
from pilkades.web.core.queries.laws import law_of
from pilkades.web.core.queries.records import record_of

_STATED = {
    "citizen": "citizen",
    "resident": "resident",
    "residence_proven": "residence_proven",
    "not_disenfranchised": "not_disenfranchised",
    "sound_mind": "sound_mind",
}


def poll_of(election: Election, dps_on: Day | None = None) -> Poll:
    """The polling day, its law, what the committee states of all, and the day of the DPS.

    `dps_on` is the day on which a DPS that is not on record yet would be adopted.
    """
    record = record_of(election)
    adopted = _dps_day(record) or dps_on
    return Poll(election.polling_day, law_of(election), adopted, _stated(record))


def _stated(record: Record) -> Stated:
    stated = Stated()
    for current in current_view(record):
        if current.act.kind == VoterRequirements.kind():
            said = {
                field: bool(current.facts[fact][-1].value)
                for fact, field in _STATED.items()
                if current.facts.get(fact)
            }
            stated = replace(stated, **said)
    return stated


def _dps_day(record: Record) -> Day | None:
    for current in reversed(current_view(record)):
        if current.act.kind == Dps.kind() and current.facts.get("date"):
            day = current.facts["date"][-1].value
            return day if isinstance(day, Day) else None
    return None
