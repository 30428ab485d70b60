"""Kabupaten, kecamatan, desa."""

from django.db import models
from typing_extensions import override


class Zone(models.TextChoices):
    """The clock of a county."""

    WIB = "Asia/Jakarta", "WIB"
    WITA = "Asia/Makassar", "WITA"
    WIT = "Asia/Jayapura", "WIT"


class County(models.Model):
    """A kabupaten or kota; `law` names its folder in the law data, empty where only national law is held.

    `values_head` is the digest of the last value that the county stated of its own; null while there is none.
    """

    code = models.CharField(max_length=5, unique=True)
    name = models.CharField(max_length=100)
    law = models.SlugField(max_length=50, blank=True, default="")
    zone = models.CharField(max_length=20, choices=Zone.choices, default=Zone.WIB)
    # Null, not empty: SQLite then adds the column without making the table anew, and keeps its triggers.
    values_head = models.CharField(max_length=64, null=True)  # noqa: DJ001 -- the reason above

    class Meta:
        ordering = ("code",)
        constraints = (
            models.CheckConstraint(name="core_county_zone_known", condition=models.Q(zone__in=Zone.values)),
        )

    @override
    def __str__(self) -> str:
        return self.name


class District(models.Model):
    """A kecamatan."""

    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="districts")
    code = models.CharField(max_length=8, unique=True)
    name = models.CharField(max_length=100)

    class Meta:
        ordering = ("code",)

    @override
    def __str__(self) -> str:
        return self.name


class Village(models.Model):
    """A desa."""

    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="villages")
    code = models.CharField(max_length=13, unique=True)
    name = models.CharField(max_length=100)

    class Meta:
        ordering = ("code",)

    @override
    def __str__(self) -> str:
        return self.name
