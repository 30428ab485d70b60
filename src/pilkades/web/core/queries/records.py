"""The record of an election, read from its rows and kept while its head stays the same."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from pilkades.acts.act import Act
from pilkades.acts.record import Record
from pilkades.web.core.models import ActRow, Election
from pilkades.web.core.queries.kept import Kept
from pilkades.web.core.rows import act_of

# A head's digest names every act before it, so a record kept under it is never out of date.
_RECORDS: Kept[str, Record] = Kept(most=1000)


def forget() -> None:
    """Drop all that is kept; tests need it, nothing else does."""
    _RECORDS.clear()


@dataclass(frozen=True, slots=True)
class Entry:
    """An act with what the database knows beside it: its number, who typed it and when."""

    act: Act
    sequence: int
    recorded_at: datetime
    recorded_by: str


def record_of(election: Election) -> Record:
    """The acts of the election in their order; at most one query (two if the head was not read with it)."""
    return records_of([election])[election.pk]


def records_of(elections: Iterable[Election]) -> Mapping[int, Record]:
    """The record of each election by its id; one query for all that are not kept."""
    wanted = {election.pk: election for election in elections}
    found: dict[int, Record] = {}
    missing: dict[int, Election] = {}
    for pk, election in wanted.items():
        kept = _RECORDS.get(election.head.digest)
        if kept is not None:
            found[pk] = kept
        elif election.head.length == 0:
            found[pk] = Record(election.key)
        else:
            missing[pk] = election
    if missing:
        found |= _read(missing)
    return found


def entries_of(election: Election) -> tuple[Entry, ...]:
    """The record as a readable log, each act with who typed it; one query."""
    rows = ActRow.objects.filter(election=election).select_related("recorded_by").order_by("sequence")
    return tuple(Entry(act_of(row), row.sequence, row.recorded_at, row.recorded_by.full_name) for row in rows)


def _read(missing: Mapping[int, Election]) -> dict[int, Record]:
    acts: dict[int, list[Act]] = {pk: [] for pk in missing}
    for row in ActRow.objects.filter(election__in=missing).order_by("election_id", "sequence"):
        acts[row.election_id].append(act_of(row))
    found = {pk: Record(missing[pk].key, tuple(several)) for pk, several in acts.items()}
    # Kept under the head that was read: it may be newer than the one the election came with.
    for record in found.values():
        _RECORDS.put(record.head, record)
    return found
