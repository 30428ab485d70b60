"""How much a wave holds: what would be out of sight when a rehearsal is closed."""

from dataclasses import dataclass

from pilkades.web.core.models import ActRow, Election, Paper, Wave


@dataclass(frozen=True, slots=True)
class Amount:
    """Elections, acts and papers of a wave."""

    elections: int
    acts: int
    papers: int


def amount_of(wave: Wave) -> Amount:
    """Count them; three queries."""
    return Amount(
        Election.objects.filter(wave=wave).count(),
        ActRow.objects.filter(election__wave=wave).count(),
        Paper.objects.filter(election__wave=wave).count(),
    )
