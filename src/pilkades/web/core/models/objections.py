"""What citizens say to a list, and how often somebody asked whether they stand on it."""

from django.conf import settings
from django.db import models
from typing_extensions import override

from pilkades.web.core.models.election import Election
from pilkades.web.core.models.record import DIGEST_LENGTH, Paper


class VoterObjection(models.Model):
    """An objection to a list: its number, which nobody can guess, is the citizen's way to the answer.

    Number, `text` and `contact` lie sealed; the number is found by its keyed mark. `about` is the person of
    the register that it concerns, once somebody found out. `due` is the last day of the answer, null where no
    text read sets one.
    """

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="voter_objections")
    token = models.UUIDField(unique=True)
    number_mark = models.CharField(max_length=DIGEST_LENGTH, unique=True)
    number_sealed = models.BinaryField()
    on_list = models.CharField(max_length=10)
    ground = models.CharField(max_length=30)
    text_sealed = models.BinaryField()
    contact_sealed = models.BinaryField(null=True)
    about = models.UUIDField(null=True)
    proof = models.ForeignKey(Paper, on_delete=models.PROTECT, null=True, related_name="+")
    filed_at = models.DateTimeField()
    filed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    due = models.DateField(null=True)

    class Meta:
        ordering = ("filed_at", "pk")
        indexes = (models.Index(fields=("election", "filed_at"), name="core_voterobjection_filed"),)

    @override
    def __str__(self) -> str:
        return f"{self.ground}, {self.filed_at}"


class ObjectionDecision(models.Model):
    """The committee's ruling on an objection and the answer to the citizen; a later one goes before."""

    objection = models.ForeignKey(VoterObjection, on_delete=models.PROTECT, related_name="decisions")
    outcome = models.CharField(max_length=20)
    reason = models.TextField(blank=True, default="")
    basis = models.TextField(blank=True, default="")
    articles = models.TextField(blank=True, default="[]")
    answer_id = models.TextField()
    answer_en = models.TextField()
    decided_on = models.DateField()
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("pk",)

    @override
    def __str__(self) -> str:
        return f"{self.objection_id}: {self.outcome}"


class AskCount(models.Model):
    """How often one asked in one span of time; `asker` is a keyed mark of an address or of a NIK."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    asker = models.CharField(max_length=DIGEST_LENGTH)
    since = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("election", "asker", "since"), name="core_askcount_once"),
        )
        indexes = (models.Index(fields=("since",), name="core_askcount_since"),)

    @override
    def __str__(self) -> str:
        return f"{self.since}: {self.count}"
