"""End a role before its time: a member is replaced, steps back, or turns out to be kin of a candidate."""

from datetime import datetime

from django.db import transaction

from pilkades.base.errors import PilkadesError
from pilkades.web.core import clock
from pilkades.web.core.access import NotThereError
from pilkades.web.core.models import Grant, Role
from pilkades.web.core.services.grant_role import Order, demand_may_give
from pilkades.web.shared.models import User


def end_grant(by: User, grant_id: int, reason: str, *, at: datetime | None = None) -> Grant:
    """End it now; the person may end an own role, others those roles that they may give.

    Raises:
        NotThereError: no such grant for this person.
        PilkadesError: `end-without-reason`, `grant-ended` when it ended before.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        grant = Grant.objects.select_for_update(no_key=True, of=("self",)).filter(pk=grant_id).first()
        if grant is None:
            raise NotThereError
        place = grant.village or grant.district or grant.county
        if place is None:
            raise NotThereError
        if grant.user_id != by.pk:
            demand_may_give(by, Order(Role(grant.role), place, grant.starts, grant.until), moment)
        if grant.ended_at is not None or grant.until <= moment:
            raise PilkadesError("grant-ended", role=grant.role)
        if not reason.strip():
            raise PilkadesError("end-without-reason", role=grant.role)
        grant.ended_at, grant.ended_by, grant.ended_because = moment, by, reason.strip()[:300]
        grant.save(update_fields=["ended_at", "ended_by", "ended_because"])
        return grant
