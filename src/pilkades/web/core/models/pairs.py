"""Pairs of rows that a search found; what is decided of them stands in `PairDecision`."""

from django.db import models
from typing_extensions import override

from pilkades.web.core.models.jobs import Job


class FoundPair(models.Model):
    """Two persons whose rows may state one person, as one search found them.

    They show once the job that found them is done; a search that is stopped shows nothing of itself. `rank`
    counts from 1, the pairs that most need a look first. `reading` is how the open rules read the pair;
    `permille` how likely the kernel holds it for one person, null where only an exact key brought the two
    together. No number of a person stands here.
    """

    job = models.ForeignKey(Job, on_delete=models.CASCADE, db_index=False, related_name="pairs")
    rank = models.PositiveIntegerField()
    first = models.UUIDField()
    second = models.UUIDField()
    reading = models.CharField(max_length=20)
    permille = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ("job", "rank")
        constraints = (
            models.UniqueConstraint(fields=("job", "rank"), name="core_foundpair_rank_once"),
            models.CheckConstraint(
                name="core_foundpair_in_order", condition=models.Q(first__lt=models.F("second"))
            ),
        )

    @override
    def __str__(self) -> str:
        return f"{self.first}, {self.second}: {self.reading}"
