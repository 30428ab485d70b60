"""The draft of a timetable: every move that was made in it, in their order."""

from django.conf import settings
from django.db import models
from typing_extensions import override

from pilkades.web.core.models.election import Election


class TimetableMove(models.Model):
    """One move in the draft of an election's timetable; the draft is what all moves together say.

    `windows` is canonical JSON: key of a step -> [first day, last day], or null where the step goes back to
    the proposal; an empty object takes all of them back. No two moves of an election have the same `version`,
    so that nobody moves what they have not seen.
    """

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="timetable_moves")
    version = models.PositiveIntegerField()
    windows = models.TextField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("election", "version")
        constraints = (
            models.UniqueConstraint(fields=("election", "version"), name="core_timetablemove_version_once"),
        )

    @override
    def __str__(self) -> str:
        return f"{self.version}: {self.windows}"
