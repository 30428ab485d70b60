"""Keep an election's overview beside its record, so that the county's board need not draw it."""

from datetime import datetime

from django.db import transaction

from pilkades.base.digest import canonical
from pilkades.compliance.overview import to_json
from pilkades.web.core import clock
from pilkades.web.core.models import BoardRow, Election
from pilkades.web.core.queries.overviews import overview_of, stamp_of
from pilkades.web.core.queries.states import states_of

_AT_ONCE = 100


def keep_overviews(*election_ids: int, at: datetime | None = None) -> int:
    """Draw and keep the overview of these elections and say how many were kept.

    It is called after an act stands: an overview that could not be drawn never keeps an act out. It asks for
    no right, for it shows nothing; whoever reads an overview comes through `access`.
    """
    moment = at or clock.now()
    kept = 0
    for start in range(0, len(election_ids), _AT_ONCE):
        wanted = election_ids[start : start + _AT_ONCE]
        elections = Election.objects.filter(pk__in=wanted).select_related("village__district__county", "head")
        # Any day will do: an overview holds dates, and nothing that is counted from today.
        states = states_of(elections, moment.date())
        rows = [
            BoardRow(
                election=state.election,
                head=state.record.head,
                law=stamp_of(state.election),
                text=canonical(to_json(overview_of(state))).decode(),
                drawn_at=moment,
            )
            for state in states.values()
        ]
        with transaction.atomic():
            BoardRow.objects.bulk_create(
                rows,
                update_conflicts=True,
                unique_fields=["election"],
                update_fields=["head", "law", "text", "drawn_at"],
            )
        kept += len(rows)
    return kept
