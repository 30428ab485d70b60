"""Read a file of voters in the background: its sheets, how they are read, every fault of every row."""

import json
from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from pilkades.register.headers import Proposal, propose
from pilkades.register.intake import Intake, read
from pilkades.register.layouts import Mapping
from pilkades.register.troubles import CellFault, Weight, counted
from pilkades.web.core import clock, mappings, work
from pilkades.web.core.access import Need, NotThereError, access_election
from pilkades.web.core.batches import in_batches
from pilkades.web.core.brought_sheets import sheets_in
from pilkades.web.core.models import Election, ImportFault, ImportState, Job, JobState, VoterImport
from pilkades.web.core.services.matching_rows import Match, Register
from pilkades.web.core.vault import files
from pilkades.web.core.vault.covering import covered
from pilkades.web.core.vault.keys import ring
from pilkades.web.shared.models import User

_READ_ANEW = (ImportState.FAULTY, ImportState.READY)
_STARTED = (ImportState.WAITING, ImportState.READING)


def map_import(
    user: User, election_id: int, import_id: int, read_by: Iterable[Mapping], *, at: datetime | None = None
) -> VoterImport:
    """Read the file anew by the mappings that a person set; a sheet without one is left out.

    Raises:
        NotThereError: no such election or file for this person, or it is not at rest.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        election = access_election(user, election_id, Need.EDIT_VOTERS, moment)
        brought = locked_import(election, import_id)
        if brought.state not in _READ_ANEW:
            raise NotThereError
        brought.mapping = mappings.written(Proposal(one.sheet, one) for one in read_by)
        brought.state = ImportState.WAITING
        brought.save(update_fields=["mapping", "state"])
        work.start(user, election, "read_import", brought.pk)
        return brought


def locked_import(election: Election, import_id: int) -> VoterImport:
    """The file of that election, locked until the caller's transaction ends.

    Raises:
        NotThereError: there is none.
    """
    found = VoterImport.objects.select_for_update(no_key=True).filter(election=election, pk=import_id).first()
    if found is None:
        raise NotThereError
    return found


def intake_of(brought: VoterImport, proposals: tuple[Proposal, ...] = ()) -> tuple[Intake, list[Proposal]]:
    """What the file holds, read by these mappings or else as it proposes itself.

    Raises:
        FaultyInput: it is no spreadsheet. PilkadesError: `file-gone`, `vault-key-unknown`, `vault-broken`.
    """
    election = brought.election
    content = files.content_of(election.pk, brought.token, ring())
    sheets = sheets_in(content, brought.file_name)
    used = proposals or propose(sheets)
    return read(sheets, used, election.polling_day, election.village.district.county.code), list(used)


def work_on(job: Job, progress: work.Progress) -> None:
    """Read it; a file that was cancelled meanwhile is left alone.

    Raises:
        FaultyInput: it is no spreadsheet. PilkadesError: as `intake_of`. JobCancelled: somebody asked for it.
    """
    brought = _import_of(job)
    if brought is None or brought.state not in _STARTED:
        return
    VoterImport.objects.filter(pk=brought.pk).update(state=ImportState.READING)
    intake, used = intake_of(brought, mappings.read(brought.mapping))
    progress.at(0, intake.rows)
    while ImportFault.objects.filter(brought=brought).exists():
        few = ImportFault.objects.filter(brought=brought).values("pk")[:20_000]
        ImportFault.objects.filter(pk__in=list(few.values_list("pk", flat=True))).delete()
        progress.at(0, intake.rows)
    done = 0
    for faults in in_batches(intake.faults):
        ImportFault.objects.bulk_create(_fault_row(brought, fault) for fault in faults)
        done += len(faults)
        progress.at(intake.rows * done // (len(intake.faults) + 1), intake.rows)
    brought.mapping = mappings.written(used)
    brought.ready, brought.waiting = len(intake.voters), len(intake.waiting)
    brought.faults = len(intake.faults)
    brought.counts = json.dumps(dict(counted(intake.faults)))
    changes = _changes(brought, intake, progress)
    for match in Match:
        setattr(brought, match.value, changes[match])
    brought.state = rest_state(brought)
    with transaction.atomic():
        # Who cancelled it meanwhile finds it cancelled.
        if VoterImport.objects.select_for_update(no_key=True).get(pk=brought.pk).state in _STARTED:
            found = ["mapping", "ready", "waiting", "faults", "counts", "state"]
            brought.save(update_fields=[*found, *(match.value for match in Match)])
    progress.at(intake.rows, intake.rows)


def _changes(brought: VoterImport, intake: Intake, progress: work.Progress) -> Counter[Match]:
    """What taking the file would change on the register as it stands now; taking it counts anew."""
    register, found = Register.of(brought.election, intake.voters, ring()), Counter[Match]()
    for batch in in_batches(intake.voters):
        found.update(register.match(voter)[0] for voter in batch)
        progress.at(intake.rows, intake.rows)
    return found


def put_back(job: Job, state: JobState | None) -> None:
    """Leave no file half read: begun anew after a break, else cancelled or noted as not readable."""
    brought = _import_of(job)
    if brought is None or brought.state not in _STARTED:
        return
    if state is None:
        VoterImport.objects.filter(pk=brought.pk).update(state=ImportState.WAITING)
        return
    ended = ImportState.CANCELLED if state == JobState.CANCELLED else ImportState.FAILED
    VoterImport.objects.filter(pk=brought.pk).update(
        state=ended, ended_at=clock.now(), ended_by=job.asked_by_id
    )
    ImportFault.objects.filter(brought=brought).delete()
    files.remove(brought.token)


def rest_state(brought: VoterImport) -> ImportState:
    """Where a file rests that was read: with rows that wait for a repair, or ready."""
    repaired = brought.waiting == 0 and brought.ready > 0
    return ImportState.READY if repaired else ImportState.FAULTY


def _import_of(job: Job) -> VoterImport | None:
    found = VoterImport.objects.filter(pk=job.subject or 0, election=job.election_id)
    return found.select_related("election__village__district__county").first()


def _fault_row(brought: VoterImport, fault: CellFault) -> ImportFault:
    return ImportFault(
        brought=brought,
        sheet=covered(fault.sheet)[:200],
        row=fault.row,
        column=fault.index,
        kind=fault.kind,
        repair=fault.weight is Weight.REPAIR,
        problem_id=covered(fault.problem.id),
        problem_en=covered(fault.problem.en),
        remedy_id=covered(fault.remedy.id),
        remedy_en=covered(fault.remedy.en),
    )
