"""Secret addresses of calendars, and which reminders went out."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import Exact
from typing_extensions import override

from pilkades.web.core.models.election import Election
from pilkades.web.core.models.record import DIGEST_LENGTH


class CalendarFeed(models.Model):
    """A secret address at which a person's calendar reads the steps; kept only as a keyed hash."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="calendar_feeds")
    token_hash = models.CharField(max_length=DIGEST_LENGTH, unique=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("election", "made_at")
        constraints = (
            models.CheckConstraint(
                name="core_calendarfeed_hash_whole", condition=Exact(Length("token_hash"), DIGEST_LENGTH)
            ),
            models.UniqueConstraint(
                fields=("user", "election"),
                condition=models.Q(ended_at__isnull=True),
                name="core_calendarfeed_one_open",
            ),
        )

    @override
    def __str__(self) -> str:
        return f"{self.user}: {self.election}"


class Reminder(models.Model):
    """A person was reminded of a step and its last day: once for each, for a moved day again."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    step = models.CharField(max_length=100)
    until = models.DateField()
    sent_at = models.DateTimeField()

    class Meta:
        ordering = ("election", "user", "until")
        constraints = (
            models.UniqueConstraint(
                fields=("user", "election", "step", "until"), name="core_reminder_sent_once"
            ),
        )

    @override
    def __str__(self) -> str:
        return f"{self.user}: {self.step}, {self.until}"
