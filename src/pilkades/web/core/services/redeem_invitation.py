"""Redeem a printed code: once, in time, under the same rules as any grant."""

from datetime import datetime

from django.db import transaction

from pilkades.base.errors import PilkadesError
from pilkades.web.core import clock
from pilkades.web.core.models import Grant, Invitation, Kinship, Role
from pilkades.web.core.services.grant_role import Order, give
from pilkades.web.core.services.invite import hashed
from pilkades.web.shared.models import User


def redeem_invitation(
    user: User, code: str, kinship: Kinship = Kinship.NOT_ASKED, *, at: datetime | None = None
) -> Grant:
    """Give the person the role that the code stands for.

    A code that is unknown, used or expired is answered alike. Whoever shows it must be signed in; the view
    limits how often it may be tried.

    Raises:
        PilkadesError: `invitation-not-good`; else as `grant_role`, and then the code stays good.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        invitation = (
            Invitation.objects.select_for_update(no_key=True, of=("self",))
            .filter(code_hash=hashed(code), redeemed_at__isnull=True, expires_at__gt=moment, until__gt=moment)
            .first()
        )
        if invitation is None:
            raise PilkadesError("invitation-not-good")
        place = invitation.village or invitation.district or invitation.county
        if place is None:
            raise PilkadesError("invitation-not-good")
        order = Order(Role(invitation.role), place, invitation.starts, invitation.until)
        grant = give(invitation.created_by, user, order, kinship, moment)
        invitation.redeemed_at, invitation.grant = moment, grant
        invitation.save(update_fields=["redeemed_at", "grant"])
        return grant
