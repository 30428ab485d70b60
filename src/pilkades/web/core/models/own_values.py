"""Values that a county states of its own instruments: dated, cited, append-only by trigger."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import Exact
from typing_extensions import override

from pilkades.web.core.models.places import County
from pilkades.web.core.models.record import DIGEST_LENGTH


class CountyValue(models.Model):
    """One value as it was stated, or the withdrawal of an earlier one.

    `text` is its canonical JSON: parameter, first day, value, instrument and place, evidence and quotation.
    `digest` covers that, the reason and the digest before it, so that the county's values are a chain too.
    """

    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="values")
    sequence = models.PositiveIntegerField()
    parameter = models.CharField(max_length=100)
    text = models.TextField()
    withdraws = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="withdrawn_by")
    reason = models.CharField(max_length=300)
    previous = models.CharField(max_length=DIGEST_LENGTH, blank=True, default="")
    digest = models.CharField(max_length=DIGEST_LENGTH, unique=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("county", "sequence")
        constraints = (
            models.UniqueConstraint(fields=("county", "sequence"), name="core_countyvalue_sequence_once"),
            models.CheckConstraint(name="core_countyvalue_says_why", condition=~models.Q(reason="")),
            models.CheckConstraint(
                name="core_countyvalue_digest_whole", condition=Exact(Length("digest"), DIGEST_LENGTH)
            ),
        )

    @override
    def __str__(self) -> str:
        return f"{self.sequence}: {self.parameter}"
