"""Waves, their cohorts, and the election of one village."""

from datetime import date

from django.conf import settings
from django.db import models
from typing_extensions import override

from pilkades.web.core.models.places import County, Village

REHEARSAL_PREFIX = "latihan-"


class Wave(models.Model):
    """Villages of a county that vote on one day (gelombang); all of a wave are rehearsals, or none.

    A rehearsal can be closed, once and for good: it then shows nowhere. A trigger holds both.
    """

    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="waves")
    name = models.CharField(max_length=100)
    polling_day = models.DateField()
    rehearsal = models.BooleanField(default=False)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ("-polling_day", "name")
        constraints = (
            models.UniqueConstraint(fields=("county", "name", "rehearsal"), name="core_wave_name_once"),
        )

    @override
    def __str__(self) -> str:
        return self.name


class Cohort(models.Model):
    """Villages of a wave whose heads' terms end on the same day."""

    wave = models.ForeignKey(Wave, on_delete=models.PROTECT, related_name="cohorts")
    name = models.CharField(max_length=100)
    term_ends = models.DateField()

    class Meta:
        ordering = ("term_ends", "name")
        constraints = (models.UniqueConstraint(fields=("wave", "name"), name="core_cohort_name_once"),)

    @override
    def __str__(self) -> str:
        return self.name


class Election(models.Model):
    """The election of one village in one wave.

    `key` names it for ever in its record: the chain of acts begins with the digest of that name, so neither
    another village's record nor a rehearsal's can be shown as this one's. `rehearsal` follows the wave; a
    trigger holds it. `rulebook_digest` is the law that was frozen when the election was opened.
    """

    key = models.CharField(max_length=60, unique=True)
    village = models.ForeignKey(Village, on_delete=models.PROTECT, related_name="elections")
    wave = models.ForeignKey(Wave, on_delete=models.PROTECT, related_name="elections")
    cohort = models.ForeignKey(Cohort, on_delete=models.PROTECT, null=True, related_name="elections")
    polling_day = models.DateField()
    term_ends = models.DateField(null=True)
    rehearsal = models.BooleanField(default=False)
    rulebook_digest = models.CharField(max_length=64)
    opened_at = models.DateTimeField()

    class Meta:
        ordering = ("key",)
        constraints = (
            models.UniqueConstraint(fields=("wave", "village"), name="core_election_village_once"),
            models.CheckConstraint(
                name="core_election_rehearsal_named",
                condition=models.Q(rehearsal=True, key__startswith=REHEARSAL_PREFIX)
                | (models.Q(rehearsal=False) & ~models.Q(key__startswith=REHEARSAL_PREFIX)),
            ),
        )

    @override
    def __str__(self) -> str:
        return self.key

    @property
    def law_day(self) -> date:
        """The day whose law holds: the polling day, as the regimes are told apart by it."""
        return self.polling_day
