"""Who looked, and who opened a power: append-only by trigger."""

from django.conf import settings
from django.db import models
from typing_extensions import override

from pilkades.web.core.models.election import Election
from pilkades.web.core.models.record import Paper


class StaffAccess(models.Model):
    """An operator opened read access to every election for a short time, and why."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="staff_access")
    reason = models.CharField(max_length=300)
    starts = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        ordering = ("-starts",)
        constraints = (
            models.CheckConstraint(
                name="core_staffaccess_ends_after_start", condition=models.Q(starts__lt=models.F("until"))
            ),
            models.CheckConstraint(name="core_staffaccess_says_why", condition=~models.Q(reason="")),
        )

    @override
    def __str__(self) -> str:
        return f"{self.user}: {self.reason}"


class ViewLog(models.Model):
    """A person's paper was looked at: by whom, when, in which role, and why."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="views")
    role = models.CharField(max_length=20)
    reason = models.CharField(max_length=300, blank=True, default="")
    viewed_at = models.DateTimeField()

    class Meta:
        ordering = ("-viewed_at",)

    @override
    def __str__(self) -> str:
        return f"{self.user}: {self.paper}"


class NumberLook(models.Model):
    """NIK and KK of a person of the register were shown whole: to whom, when, in which role."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="number_looks")
    person = models.UUIDField()
    role = models.CharField(max_length=20)
    looked_at = models.DateTimeField()

    class Meta:
        ordering = ("-looked_at", "-pk")
        indexes = (models.Index(fields=("election", "person"), name="core_numberlook_person"),)

    @override
    def __str__(self) -> str:
        return f"{self.user}: {self.person}"
