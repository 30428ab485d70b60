"""Redeem a printed code: once, in time, under the same rules as any grant."""

import re
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from pilkades.base.errors import PilkadesError
from pilkades.web.core import clock
from pilkades.web.core.models import Grant, Invitation, Kinship, Role
from pilkades.web.core.services.grant_role import Order, give
from pilkades.web.core.services.invite import hashed
from pilkades.web.shared.models import User

_USER_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,49}")


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody without an account: the name to sign in with, the name of the decree, a password."""

    username: str
    full_name: str
    password: str = field(repr=False)


def redeem_invitation(
    user: User, code: str, kinship: Kinship = Kinship.NOT_ASKED, *, at: datetime | None = None
) -> Grant:
    """Give the person the role that the code stands for.

    A code that is unknown, used, withdrawn or expired is answered alike. Whoever shows it must be signed in;
    the view limits how often it may be tried.

    Raises:
        PilkadesError: `invitation-not-good`; else as `grant_role`, and then the code stays good.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        return _redeemed(user, hashed(code), kinship, moment)


def redeem_held(
    user: User, code_hash: str, kinship: Kinship = Kinship.NOT_ASKED, *, at: datetime | None = None
) -> Grant:
    """The same for a code that was typed before and is held by its hash.

    Raises:
        PilkadesError: as `redeem_invitation`.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        return _redeemed(user, code_hash, kinship, moment)


def join_by_invitation(
    newcomer: Newcomer, code_hash: str, kinship: Kinship = Kinship.NOT_ASKED, *, at: datetime | None = None
) -> Grant:
    """Make the account and give it the role, or do neither; the caller has judged the password.

    Raises:
        PilkadesError: `user-name-form`, `user-name-taken`, `full-name-missing`; else as `redeem_invitation`.
    """
    moment = at or clock.now()
    username, full_name = newcomer.username.strip().lower(), " ".join(newcomer.full_name.split())
    with transaction.atomic(durable=True):
        # The code before the name: without a good code nobody learns which names are taken.
        standing_invitation(code_hash, moment)
        if not _USER_NAME.fullmatch(username):
            raise PilkadesError("user-name-form", username=username)
        if not full_name:
            raise PilkadesError("full-name-missing")
        if User.objects.filter(username__iexact=username).exists():
            raise PilkadesError("user-name-taken", username=username)
        user = User.objects.create_user(username, full_name[:200], newcomer.password)
        return _redeemed(user, code_hash, kinship, moment)


def standing_invitation(code_hash: str, at: datetime) -> Invitation:
    """The invitation of that code while it is good.

    Raises:
        PilkadesError: `invitation-not-good`.
    """
    found = (
        Invitation.objects.filter(
            code_hash=code_hash,
            redeemed_at__isnull=True,
            withdrawn_at__isnull=True,
            expires_at__gt=at,
            until__gt=at,
        )
        .select_related("village__district__county", "district__county", "county", "created_by")
        .first()
    )
    if found is None:
        raise PilkadesError("invitation-not-good")
    return found


def _redeemed(user: User, code_hash: str, kinship: Kinship, at: datetime) -> Grant:
    # Two people with one code: the second waits here, and then finds it used.
    Invitation.objects.select_for_update(no_key=True).filter(code_hash=code_hash).first()
    invitation = standing_invitation(code_hash, at)
    place = invitation.village or invitation.district or invitation.county
    if place is None:
        raise PilkadesError("invitation-not-good")
    areas = tuple(area for area in invitation.areas.split(",") if area)
    order = Order(Role(invitation.role), place, invitation.starts, invitation.until, areas)
    grant = give(invitation.created_by, user, order, kinship, at)
    invitation.redeemed_at, invitation.grant = at, grant
    invitation.save(update_fields=["redeemed_at", "grant"])
    return grant
