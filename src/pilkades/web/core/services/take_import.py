"""Take a file of voters over: its rows are staged in batches, and count all at once or not at all."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import connection, models, transaction

from pilkades.base.errors import PilkadesError
from pilkades.register.voter import Voter
from pilkades.web.core import clock, mappings, work
from pilkades.web.core.access import Need, NotThereError, access_election
from pilkades.web.core.batches import in_batches
from pilkades.web.core.models import ImportState, Job, JobState, VoterImport, VoterRow
from pilkades.web.core.services.matching_rows import Match, Register, merged
from pilkades.web.core.services.read_import import intake_of, locked_import, rest_state
from pilkades.web.core.services.register_head import locked_head, moved_on
from pilkades.web.core.vault import files
from pilkades.web.core.vault.keys import Ring, ring
from pilkades.web.core.voter_rows import columns_of
from pilkades.web.shared.models import User

# The fields whose values each database writes in its own form; all others go as they are.
_PREPARED = {models.UUIDField: True, models.DateTimeField: True}
_TAKEABLE = (ImportState.READY, ImportState.FAULTY)


def take_import(
    user: User,
    election_id: int,
    import_id: int,
    *,
    leave_out_waiting: bool = False,
    at: datetime | None = None,
) -> Job:
    """Start to take the file over; rows that wait for a repair are left out only if that is said.

    Raises:
        NotThereError: no such election or file for this person, or it cannot be taken any more.
        PilkadesError: `rows-waiting`, `nothing-to-take`, `register-busy` while another file is being taken.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        election = access_election(user, election_id, Need.EDIT_VOTERS, moment)
        locked_head(election, ring())
        brought = locked_import(election, import_id)
        if brought.state not in _TAKEABLE:
            raise NotThereError
        if brought.ready == 0:
            raise PilkadesError("nothing-to-take")
        if brought.waiting and not leave_out_waiting:
            raise PilkadesError("rows-waiting", rows=brought.waiting)
        if VoterImport.objects.filter(election=election, state=ImportState.TAKING).exists():
            raise PilkadesError("register-busy")
        brought.state = ImportState.TAKING
        brought.save(update_fields=["state"])
        return work.start(user, election, "take_import", brought.pk)


def work_on(job: Job, progress: work.Progress) -> None:
    """Stage every row under the file, then let them count by one change of one row.

    Killed at any moment, nothing of the file counts; begun again, what was staged is swept first.

    Raises:
        FaultyInput, PilkadesError: as `intake_of`. JobCancelled: somebody asked for it.
    """
    brought = _import_of(job)
    if brought is None or brought.state != ImportState.TAKING:
        return
    _sweep(brought)
    intake, _ = intake_of(brought, mappings.read(brought.mapping))
    held = ring()
    counts = staged(job, brought, intake.voters, progress, held)
    _let_count(job, brought, counts, held)
    files.remove(brought.token)


def staged(
    job: Job, brought: VoterImport, voters: Sequence[Voter], progress: work.Progress, held: Ring
) -> Counter[Match]:
    """Write a row under the file for everybody who is new or renewed; none counts before the file does."""
    counts, done = Counter[Match](), 0
    register = Register.of(brought.election, voters, held)
    for batch in in_batches(voters):
        _write(list(_rows(job, brought, register, batch, counts)))
        done += len(batch)
        progress.at(done, len(voters))
    return counts


def put_back(job: Job, state: JobState | None) -> None:
    """Leave nothing half taken: begun anew after a break; else swept, and cancelled or back where it was."""
    brought = _import_of(job)
    if brought is None or brought.state != ImportState.TAKING or state is None:
        return
    _sweep(brought)
    if state == JobState.CANCELLED:
        VoterImport.objects.filter(pk=brought.pk).update(
            state=ImportState.CANCELLED, ended_at=clock.now(), ended_by=job.asked_by_id
        )
        files.remove(brought.token)
    else:
        VoterImport.objects.filter(pk=brought.pk).update(state=rest_state(brought))


def _rows(
    job: Job, brought: VoterImport, register: Register, batch: Sequence[Voter], counts: Counter[Match]
) -> Iterator[VoterRow]:
    matched = [(voter, *register.match(voter)) for voter in batch]
    counts.update(match for _, match, _ in matched)
    renewed = VoterRow.objects.in_bulk([pk for _, match, pk in matched if match is Match.RENEWED and pk])
    common = {"brought": brought, "changed_at": brought.brought_at, "changed_by_id": job.asked_by_id}
    election, held = brought.election_id, register.held
    for voter, match, pk in matched:
        if match is Match.ADDED:
            person = clock.new_person()
            columns = columns_of(voter, election, person, held)
            yield VoterRow(election_id=election, person=person, **common, **columns)
        elif match is Match.RENEWED and pk is not None:
            before = renewed[pk]
            columns = merged(vars(before), columns_of(voter, election, before.person, held))
            yield VoterRow(
                election_id=election,
                person=before.person,
                revision=before.revision + 1,
                replaces=before,
                **common,
                **columns,
            )


def _write(rows: Sequence[VoterRow]) -> None:
    """Insert a batch by one prepared statement: four times as fast as building a statement for each few."""
    if not rows:
        return
    fields = [field for field in VoterRow._meta.concrete_fields if not field.primary_key]  # noqa: SLF001 -- Django's public way to a model's fields
    names = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    blanks = ", ".join(["%s"] * len(fields))
    said = f"INSERT INTO core_voterrow ({names}) VALUES ({blanks})"  # noqa: S608 -- names of our own columns
    prepared = [_PREPARED.get(type(field)) for field in fields]
    values = [
        tuple(
            value if prepare is None else field.get_db_prep_save(value, connection)
            for field, prepare, value in zip(
                fields, prepared, (getattr(row, field.attname) for field in fields), strict=True
            )
        )
        for row in rows
    ]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany(said, values)


def _let_count(job: Job, brought: VoterImport, counts: Counter[Match], held: Ring) -> None:
    """The one small change by which every row of the file counts."""
    with transaction.atomic(durable=True):
        head = locked_head(brought.election, held)
        if locked_import(brought.election, brought.pk).state != ImportState.TAKING:
            raise work.JobCancelled
        if Job.objects.filter(pk=job.pk, cancel=True).exists():
            raise work.JobCancelled
        VoterImport.objects.filter(pk=brought.pk).update(
            state=ImportState.TAKEN,
            ended_at=clock.now(),
            ended_by=job.asked_by_id,
            **{match.value: counts[match] for match in Match},
        )
        moved_on(head)


def _sweep(brought: VoterImport) -> None:
    """Take staged rows away, in pieces; the database lets no row go that counts."""
    few = "SELECT id FROM core_voterrow WHERE brought_id = %s LIMIT 10000"
    while VoterRow.objects.filter(brought=brought).exists():
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM core_voterrow WHERE id IN ({few})", [brought.pk])  # noqa: S608 -- a constant


def _import_of(job: Job) -> VoterImport | None:
    found = VoterImport.objects.filter(pk=job.subject or 0, election=job.election_id)
    return found.select_related("election__village__district__county").first()
