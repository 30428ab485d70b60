"""Withdraw an invitation whose code is lost, went astray or is not wanted any more."""

from datetime import datetime

from django.db import transaction

from pilkades.base.errors import PilkadesError
from pilkades.web.core import clock
from pilkades.web.core.access import NotThereError
from pilkades.web.core.models import Invitation, Role
from pilkades.web.core.services.grant_role import Order, demand_may_give
from pilkades.web.shared.models import User


def withdraw_invitation(by: User, invitation_id: int, *, at: datetime | None = None) -> Invitation:
    """Its code is not good from now on; whoever may give the role may take the invitation back.

    Raises:
        NotThereError: no such invitation for this person.
        PilkadesError: `invitation-closed` when it was used, withdrawn or is over.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        held = (
            Invitation.objects.select_for_update(no_key=True, of=("self",)).filter(pk=invitation_id).first()
        )
        if held is None:
            raise NotThereError
        place = held.village or held.district or held.county
        if place is None:
            raise NotThereError
        demand_may_give(by, Order(Role(held.role), place, held.starts, held.until), moment)
        if held.redeemed_at or held.withdrawn_at or held.expires_at <= moment:
            raise PilkadesError("invitation-closed", invited=held.invited)
        held.withdrawn_at, held.withdrawn_by = moment, by
        held.save(update_fields=["withdrawn_at", "withdrawn_by"])
        return held
