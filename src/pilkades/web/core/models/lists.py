"""Fixed lists, and what is noted beside them: frozen by triggers of both databases."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import Exact
from typing_extensions import override

from pilkades.web.core.models.election import Election
from pilkades.web.core.models.record import DIGEST_LENGTH
from pilkades.web.core.models.register import VoterRow


class ListVersionRow(models.Model):
    """A list as it was fixed; `number` counts the versions of its kind from 1.

    `order` is what it is ordered by, parted by commas; `after` the version that it follows; `act_id` the act
    that fixed it. `removals` is canonical JSON: person -> why, for those who stood on `after` and left.
    """

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="list_versions")
    kind = models.CharField(max_length=10)
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=DIGEST_LENGTH)
    count = models.PositiveIntegerField()
    order = models.CharField(max_length=60)
    after = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    removals = models.TextField(default="{}")
    act_id = models.CharField(max_length=36)
    fixed_at = models.DateTimeField()
    fixed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("election", "kind", "number"), name="core_listversionrow_number_once"
            ),
            models.CheckConstraint(
                name="core_listversionrow_digest_whole", condition=Exact(Length("digest"), DIGEST_LENGTH)
            ),
        )

    @override
    def __str__(self) -> str:
        return f"{self.kind} {self.number}"


class ListEntryRow(models.Model):
    """A person on a fixed list: the number there, and the row as it stood when the list was fixed."""

    version = models.ForeignKey(
        ListVersionRow, on_delete=models.PROTECT, db_index=False, related_name="entries"
    )
    number = models.PositiveIntegerField()
    voter = models.ForeignKey(VoterRow, on_delete=models.PROTECT, related_name="entries")

    class Meta:
        ordering = ("version", "number")
        constraints = (
            models.UniqueConstraint(fields=("version", "number"), name="core_listentryrow_number_once"),
            models.UniqueConstraint(fields=("version", "voter"), name="core_listentryrow_voter_once"),
        )

    @override
    def __str__(self) -> str:
        return f"{self.version_id}: {self.number}"


class DeathNote(models.Model):
    """A death that is noted beside an adopted DPT; the row itself stays."""

    version = models.ForeignKey(ListVersionRow, on_delete=models.PROTECT, related_name="deaths")
    person = models.UUIDField()
    died = models.CharField(max_length=24)
    reason = models.CharField(max_length=300, blank=True, default="")
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("version", "person"), name="core_deathnote_person_once"),
        )

    @override
    def __str__(self) -> str:
        return f"{self.version_id}: {self.person}"


class VoterExport(models.Model):
    """A list that left this site: who took it, when, why, and the words that stand on it."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="voter_exports")
    version = models.ForeignKey(ListVersionRow, on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=20)
    count = models.PositiveIntegerField()
    full_numbers = models.BooleanField(default=False)
    reason = models.CharField(max_length=300)
    watermark = models.CharField(max_length=500)
    exported_at = models.DateTimeField()
    exported_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-exported_at",)
        constraints = (
            models.CheckConstraint(name="core_voterexport_says_why", condition=~models.Q(reason="")),
        )

    @override
    def __str__(self) -> str:
        return self.watermark
