"""Long work in the background: one task that does whatever a row of `Job` asks for.

The row is what counts: how far it is, whether it shall stop, how it ended. The queue only wakes the worker.
No work raises out of here, so that no traceback with somebody's data is ever kept.
"""

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from django.db import transaction
from django_tasks import task

from pilkades.base.errors import FaultyInput, PilkadesError
from pilkades.base.language import Text, same
from pilkades.web.core import clock
from pilkades.web.core.messages import said
from pilkades.web.core.models import Election, ImportState, Job, JobState, VoterImport
from pilkades.web.core.models.jobs import OPEN_STATES
from pilkades.web.core.vault import files
from pilkades.web.core.vault.covering import covered
from pilkades.web.shared.models import User

MOST_ATTEMPTS = 3
_SERVICES = "pilkades.web.core.services"
_ENDED = (ImportState.TAKEN, ImportState.CANCELLED, ImportState.FAILED)
_log = logging.getLogger("pilkades.work")


class JobCancelled(Exception):  # noqa: N818 -- a turn that somebody asked for, no error
    """Somebody asked the work to stop."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How a piece of work tells how far it is, and hears that it shall stop."""

    job_id: int

    def at(self, done: int, total: int) -> None:
        """Say how far it is; called between batches, never inside a transaction.

        Raises:
            JobCancelled: somebody asked for it.
        """
        Job.objects.filter(pk=self.job_id).update(done=done, total=total)
        if Job.objects.filter(pk=self.job_id, cancel=True).exists():
            raise JobCancelled


Work = Callable[[Job, Progress], None]
# Puts back what was left unfinished; the state is how the job ended, or None where it was broken off.
Undo = Callable[[Job, JobState | None], None]

# What each kind is done by: (module of services, function, what puts back where it was left unfinished).
_KINDS: Mapping[str, tuple[str, str, str]] = {
    "read_import": ("read_import", "work_on", "put_back"),
    "take_import": ("take_import", "work_on", "put_back"),
    "find_pairs": ("find_pairs", "work_on", "put_back"),
}


def start(user: User, election: Election, kind: str, subject: int | None = None, asked: str = "") -> Job:
    """Write the job and wake the worker; the caller holds the transaction and has asked for access."""
    job = Job.objects.create(
        election=election, kind=kind, subject=subject, asked=asked, asked_by=user, asked_at=clock.now()
    )
    run_job.enqueue(job.pk)
    return job


@task()
def run_job(job_id: int) -> None:
    """Do one job; whatever happens is told in its row."""
    with transaction.atomic():
        job = Job.objects.select_for_update().filter(pk=job_id, state__in=OPEN_STATES).first()
        if job is None:
            return
        job.state = JobState.RUNNING
        job.attempts += 1
        job.save(update_fields=["state", "attempts"])
    work, put_back = _of(job.kind)
    try:
        _demand_may_begin(job)
        work(job, Progress(job.pk))
    except JobCancelled:
        _end(job, JobState.CANCELLED, put_back)
    except FaultyInput as error:
        words = [fault.problem + same(" ") + fault.remedy for fault in error.faults]
        _end(job, JobState.FAILED, put_back, *words)
    except PilkadesError as error:
        _end(job, JobState.FAILED, put_back, said(error))
    except Exception as error:  # noqa: BLE001 -- whatever it is, the job must end in words
        # The kind of error and where, never its message: that may hold what stood in a cell.
        _log.error("job %s (%s) broke off: %s", job.pk, job.kind, _where(error))
        _end(job, JobState.FAILED, put_back, said(PilkadesError("job-broke-off")))
    else:
        Job.objects.filter(pk=job.pk).update(state=JobState.DONE, ended_at=clock.now())


def _demand_may_begin(job: Job) -> None:
    if job.attempts > MOST_ATTEMPTS:
        raise PilkadesError("job-given-up", attempts=job.attempts - 1)
    if job.cancel:
        raise JobCancelled


def words_of(job: Job) -> tuple[Text, ...]:
    """What is said of how a job ended."""
    return tuple(Text(*one) for one in json.loads(job.words or "[]"))


def sweep() -> int:
    """Begin anew what was open when the worker went down, and say how many; for the worker's start alone.

    Work that began too often without an end is given up in words by `run_job`.
    """
    open_jobs = list(Job.objects.filter(state__in=OPEN_STATES).order_by("pk"))
    for job in open_jobs:
        _, put_back = _of(job.kind)
        if job.state == JobState.RUNNING:
            put_back(job, None)
        run_job.enqueue(job.pk)
    at_work = VoterImport.objects.exclude(state__in=_ENDED)
    files.sweep(set(at_work.values_list("token", flat=True)))
    return len(open_jobs)


def _of(kind: str) -> tuple[Work, Undo]:
    # Services start jobs, so that this module can import none of them while it is itself imported.
    module, work, undo = _KINDS[kind]
    held = import_module(f"{_SERVICES}.{module}")
    return getattr(held, work), getattr(held, undo)


def _end(job: Job, state: JobState, put_back: Undo, *words: Text) -> None:
    put_back(job, state)
    Job.objects.filter(pk=job.pk).update(
        state=state,
        ended_at=clock.now(),
        words=json.dumps([[covered(one.id), covered(one.en)] for one in words]),
    )


def _where(error: Exception) -> str:
    step, place = error.__traceback__, ""
    while step is not None:
        place = f"{step.tb_frame.f_code.co_filename}:{step.tb_lineno}"
        step = step.tb_next
    return f"{type(error).__name__} at {place}"
