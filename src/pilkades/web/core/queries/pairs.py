"""Decisions on pairs as the rule of review reads them."""

from collections.abc import Mapping

from pilkades.register.review import Decided, Decision, Two, standing
from pilkades.web.core.models import Election, PairDecision


def decisions_of(election: Election) -> tuple[Decision, ...]:
    """Every decision in its order, those taken back too; one query."""
    rows = PairDecision.objects.filter(election=election).select_related("decided_by").order_by("pk")
    return tuple(
        Decision(
            Two.of(str(row.first), str(row.second)),
            Decided(row.answer),
            row.decided_by.full_name,
            row.decided_at,
            row.reason,
        )
        for row in rows
    )


def standing_decisions(election: Election) -> Mapping[Two, Decision]:
    """What stands of each pair; one query."""
    return standing(decisions_of(election))
