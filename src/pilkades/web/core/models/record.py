"""The record of an election: its acts, its head, its papers. Acts are append-only by trigger."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import Exact
from typing_extensions import override

from pilkades.web.core.models.election import Election

DIGEST_LENGTH = 64


class RecordHead(models.Model):
    """The last act's digest and the number of acts: the row that a writer of this election locks."""

    election = models.OneToOneField(Election, on_delete=models.PROTECT, primary_key=True, related_name="head")
    length = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=DIGEST_LENGTH)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="core_recordhead_digest_whole", condition=Exact(Length("digest"), DIGEST_LENGTH)
            ),
        )

    @override
    def __str__(self) -> str:
        return f"{self.length}: {self.digest}"


class ActRow(models.Model):
    """One act as it was appended: its canonical JSON, and what the database needs to find and order it.

    `sequence` counts from 1. No two acts of an election follow the same one: the chain cannot fork here.
    `recorded_by` is who typed it; who acted stands in the act itself.
    """

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="acts")
    sequence = models.PositiveIntegerField()
    act_id = models.CharField(max_length=36)
    kind = models.CharField(max_length=60)
    text = models.TextField()
    digest = models.CharField(max_length=DIGEST_LENGTH)
    previous = models.CharField(max_length=DIGEST_LENGTH)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("election", "sequence")
        constraints = (
            models.UniqueConstraint(fields=("election", "sequence"), name="core_actrow_sequence_once"),
            models.UniqueConstraint(fields=("election", "act_id"), name="core_actrow_id_once"),
            models.UniqueConstraint(fields=("election", "previous"), name="core_actrow_no_fork"),
            models.CheckConstraint(name="core_actrow_from_one", condition=models.Q(sequence__gte=1)),
            models.CheckConstraint(
                name="core_actrow_digest_whole", condition=Exact(Length("digest"), DIGEST_LENGTH)
            ),
            models.CheckConstraint(
                name="core_actrow_previous_whole", condition=Exact(Length("previous"), DIGEST_LENGTH)
            ),
        )

    @override
    def __str__(self) -> str:
        return f"{self.sequence}: {self.kind}"


class Paper(models.Model):
    """A paper of an election: the file lies on disk under its digest; `personal` where it is of a person."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="papers")
    digest = models.CharField(max_length=DIGEST_LENGTH)
    media_type = models.CharField(max_length=50)
    name = models.CharField(max_length=200)
    size = models.PositiveIntegerField()
    personal = models.BooleanField(default=False)
    attached_at = models.DateTimeField()
    attached_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("election", "attached_at", "pk")
        constraints = (
            models.UniqueConstraint(fields=("election", "digest"), name="core_paper_once"),
            models.CheckConstraint(
                name="core_paper_digest_whole", condition=Exact(Length("digest"), DIGEST_LENGTH)
            ),
            models.CheckConstraint(name="core_paper_not_empty", condition=models.Q(size__gt=0)),
        )

    @override
    def __str__(self) -> str:
        return self.name


class BoardRow(models.Model):
    """An election's overview as drawn from the record up to `head` under law and proposal of that digest.

    It repeats what the record says, so that a board of hundreds of villages is one query. It is believed
    only while head and law are still those; a row that is behind is drawn anew, and one that is lost costs
    time alone.
    """

    election = models.OneToOneField(
        Election, on_delete=models.PROTECT, primary_key=True, related_name="board_row"
    )
    head = models.CharField(max_length=DIGEST_LENGTH)
    law = models.CharField(max_length=DIGEST_LENGTH)
    text = models.TextField()
    drawn_at = models.DateTimeField()

    @override
    def __str__(self) -> str:
        return f"{self.election_id}: {self.drawn_at}"
