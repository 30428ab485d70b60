"""Look for rows of the register that may state one person; the search decides nothing."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from pilkades.base.errors import PilkadesError
from pilkades.register.duplicates import Alike, Reading, alike, compare, reading
from pilkades.register.pair_words import crowd_words
from pilkades.register.voter import Voter
from pilkades.web.core import clock, work
from pilkades.web.core.access import Need, access_election
from pilkades.web.core.batches import in_batches
from pilkades.web.core.models import FoundPair, Job, JobState, RegisterHead
from pilkades.web.core.models.jobs import OPEN_STATES
from pilkades.web.core.queries.found_pairs import KIND
from pilkades.web.core.queries.voters import standing_rows
from pilkades.web.core.services.register_head import locked_head
from pilkades.web.core.vault.keys import ring
from pilkades.web.core.voter_rows import voter_of
from pilkades.web.shared.models import User

_PERMILLE = 1000
# What needs a look first. Pairs that the rules read as different people are not kept at all.
_ORDER = (
    Reading.MAYBE_SAME,
    Reading.ONE_NUMBER,
    Reading.CANNOT_TELL,
    Reading.TWINS,
    Reading.NAMESAKES,
)
_STEPS = 3
Likely = Callable[[Sequence[Voter]], Mapping[tuple[int, int], int]]


def find_pairs(user: User, election_id: int, *, at: datetime | None = None) -> Job:
    """Start a search over everybody on the register.

    Raises:
        NotThereError: no such election for this person.
        PilkadesError: `search-runs` while one is under way.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        election = access_election(user, election_id, Need.EDIT_VOTERS, moment)
        head = locked_head(election, ring())
        if Job.objects.filter(election=election, kind=KIND, state__in=OPEN_STATES).exists():
            raise PilkadesError("search-runs")
        return work.start(user, election, KIND, asked=str(head.version))


def stop_search(user: User, election_id: int, *, at: datetime | None = None) -> None:
    """Ask the search that runs to stop; where none runs nothing happens.

    Raises:
        NotThereError: no such election for this person.
    """
    with transaction.atomic(durable=True):
        election = access_election(user, election_id, Need.EDIT_VOTERS, at or clock.now())
        Job.objects.filter(election=election, kind=KIND, state__in=OPEN_STATES).update(cancel=True)


def work_on(job: Job, progress: work.Progress) -> None:
    """Search, and write what was found under this job; earlier searches go when this one is whole.

    Raises:
        JobCancelled: somebody asked for it. PilkadesError: `vault-key-unknown`, `vault-broken`.
    """
    search(job, progress, _likely)


def search(job: Job, progress: work.Progress, likely: Likely) -> None:
    """Search as `work_on` does; besides the exact keys, `likely` brings pairs with their permille.

    Raises:
        as `work_on`.
    """
    FoundPair.objects.filter(job=job).delete()
    version = RegisterHead.objects.get(election=job.election_id).version
    Job.objects.filter(pk=job.pk).update(asked=str(version))
    held = ring()
    rows = standing_rows(job.election).order_by("pk")
    people = [(row.person, voter_of(row, held)) for row in rows.iterator(chunk_size=2_000)]
    progress.at(1, _STEPS)
    voters = [voter for _, voter in people]
    near = alike(voters)
    found = sorted(_found(voters, near, likely(voters)), key=_by_need)
    progress.at(2, _STEPS)
    for batch in in_batches(enumerate(found, start=1)):
        FoundPair.objects.bulk_create(
            _row(job, rank, one, (people[one[0]][0], people[one[1]][0])) for rank, one in batch
        )
    told = [crowd_words(crowd) for crowd in near.crowds]
    Job.objects.filter(pk=job.pk).update(words=json.dumps([[one.id, one.en] for one in told]))
    progress.at(_STEPS, _STEPS)
    FoundPair.objects.filter(job__election=job.election_id).exclude(job=job).delete()


def put_back(job: Job, state: JobState | None) -> None:
    """Leave nothing of a search that was stopped or broke off; begun anew, it clears up itself."""
    if state is not None:
        FoundPair.objects.filter(job=job).delete()


_Found = tuple[int, int, Reading, int | None]


def _found(voters: Sequence[Voter], near: Alike, likely: Mapping[tuple[int, int], int]) -> Iterator[_Found]:
    """Every pair that an exact key or the kernel brings, but those that read as different people."""
    exact = {(pair.first, pair.second) for pair in near.pairs}
    for first, second in sorted(exact | likely.keys()):
        read = reading(compare(voters[first], voters[second]))
        if read is not Reading.APART:
            yield first, second, read, likely.get((first, second))


def _likely(voters: Sequence[Voter]) -> Mapping[tuple[int, int], int]:
    # The compiler and the columns are loaded only where a search runs.
    from pilkades.jobs.columns import Columns  # noqa: PLC0415 -- the reason above
    from pilkades.jobs.linking import find_pairs as linked  # noqa: PLC0415 -- the reason above

    found = linked(Columns.of_voters(voters))
    return {(pair.one, pair.other): round(pair.probability * _PERMILLE) for pair in found}


def _by_need(one: _Found) -> tuple[int, int, int, int]:
    first, second, read, permille = one
    return _ORDER.index(read), -(permille or 0), first, second


def _row(job: Job, rank: int, one: _Found, persons: tuple[UUID, UUID]) -> FoundPair:
    _, _, read, permille = one
    first, second = sorted(persons, key=str)
    return FoundPair(job=job, rank=rank, first=first, second=second, reading=read.value, permille=permille)
