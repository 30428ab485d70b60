"""Long work in the background: how far it is, and whether somebody asked it to stop."""

from django.conf import settings
from django.db import models
from typing_extensions import override

from pilkades.web.core.models.election import Election


class JobState(models.TextChoices):
    """Where a job stands."""

    WAITING = "waiting", "Menunggu"
    RUNNING = "running", "Berjalan"
    DONE = "done", "Selesai"
    CANCELLED = "cancelled", "Dibatalkan"
    FAILED = "failed", "Berhenti"


OPEN_STATES = (JobState.WAITING, JobState.RUNNING)


class Job(models.Model):
    """One piece of long work for an election.

    `done` of `total` is what a page shows (a total of 0 is not known yet). `cancel` is a flag that the work
    reads between its batches. `words` is the code of a sentence of `core.messages` and its fields, as JSON.
    `attempts` counts how often it was begun: a server that went down begins it again.
    """

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="jobs")
    kind = models.CharField(max_length=30)
    subject = models.PositiveBigIntegerField(null=True)
    asked = models.TextField(blank=True, default="")
    state = models.CharField(max_length=10, choices=JobState.choices, default=JobState.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    words = models.TextField(blank=True, default="")
    cancel = models.BooleanField(default=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-asked_at", "-pk")
        indexes = (models.Index(fields=("election", "kind", "subject"), name="core_job_of_subject"),)

    @override
    def __str__(self) -> str:
        return f"{self.kind}: {self.state}"
