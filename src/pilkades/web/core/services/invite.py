"""Invite a person to a role by a code to print: shown once, kept as a hash."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.crypto import salted_hmac

from pilkades.web.core import clock
from pilkades.web.core.models import Invitation
from pilkades.web.core.services.grant_role import Order, demand_fits, demand_may_give, place_columns
from pilkades.web.shared.models import User

GOOD_FOR = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Printed:
    """The invitation, and its code: this is the only time that it can be read."""

    invitation: Invitation
    code: str


def invite(by: User | None, invited: str, order: Order, *, at: datetime | None = None) -> Printed:
    """Make a code for the role; `by` is None only for the person at the machine, who starts a county.

    Raises:
        NotThereError: the place is not there for the giver, or this role is not the giver's to give.
        PilkadesError: `grant-place`, `grant-time`.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        if by is not None:
            demand_may_give(by, order, moment)
        demand_fits(order, moment)
        code = clock.new_code()
        invitation = Invitation.objects.create(
            code_hash=hashed(code),
            invited=invited[:200],
            role=order.role,
            starts=order.starts,
            until=order.until,
            expires_at=min(moment + GOOD_FOR, order.until),
            created_at=moment,
            created_by=by,
            areas=",".join(order.areas),
            **place_columns(order.place),
        )
        return Printed(invitation, code)


def hashed(code: str) -> str:
    """The keyed hash under which a code is kept; hyphens, blanks and the size of letters play no part."""
    bare = "".join(letter for letter in code.upper() if letter.isalnum())
    return salted_hmac("pilkades.invitation", bare, algorithm="sha256").hexdigest()
