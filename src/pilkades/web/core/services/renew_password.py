"""A way back into an account: a printed code from whoever may give the person's roles, once, logged."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from django.db import transaction

from pilkades.base.errors import PilkadesError
from pilkades.web.core import clock
from pilkades.web.core.access import NotThereError, standing_grants
from pilkades.web.core.models import PasswordCode, Role
from pilkades.web.core.services.grant_role import Order, demand_may_give
from pilkades.web.core.services.invite import hashed
from pilkades.web.shared.models import User

GOOD_FOR = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class PrintedPassword:
    """What is kept, and the code: this is the only time that it can be read."""

    held: PasswordCode
    code: str


def give_password_code(
    by: User | None, user_id: int, reason: str, *, at: datetime | None = None
) -> PrintedPassword:
    """Make a code for the person; `by` is None only for the person at the machine.

    Nobody makes one for an own account, and only who may give every role that the person now holds makes
    one: a BPD reaches no account that also works for the county.

    Raises:
        NotThereError: no such person for this giver.
        PilkadesError: `password-code-without-reason`.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        user = User.objects.filter(pk=user_id, is_active=True).first()
        if user is None:
            raise NotThereError
        if by is not None:
            _demand_may_renew(by, user, moment)
        if not reason.strip():
            raise PilkadesError("password-code-without-reason", person=user.full_name)
        PasswordCode.objects.filter(user=user, used_at__isnull=True, expires_at__gt=moment).update(
            expires_at=moment
        )
        code = clock.new_code()
        held = PasswordCode.objects.create(
            code_hash=hashed(code),
            user=user,
            reason=reason.strip()[:300],
            created_at=moment,
            created_by=by,
            expires_at=moment + GOOD_FOR,
        )
        return PrintedPassword(held, code)


def standing_password_code(code_hash: str, at: datetime) -> PasswordCode:
    """The code while it is good.

    Raises:
        PilkadesError: `invitation-not-good`; unknown, used and expired are answered alike.
    """
    found = (
        PasswordCode.objects.filter(
            code_hash=code_hash, used_at__isnull=True, expires_at__gt=at, user__is_active=True
        )
        .select_related("user")
        .first()
    )
    if found is None:
        raise PilkadesError("invitation-not-good")
    return found


def renew_password(code_hash: str, password: str, *, at: datetime | None = None) -> User:
    """Set the password and forget the lost phone: every session ends, the second factor is set up anew.

    Raises:
        PilkadesError: `invitation-not-good`.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        PasswordCode.objects.select_for_update(no_key=True).filter(code_hash=code_hash).first()
        held = standing_password_code(code_hash, moment)
        held.used_at = moment
        held.save(update_fields=["used_at"])
        user = held.user
        user.set_password(password)
        user.save(update_fields=["password"])
        Authenticator.objects.filter(user=user).delete()
        return user


def _demand_may_renew(by: User, user: User, at: datetime) -> None:
    grants = list(standing_grants(user, at).select_related("village__district", "district", "county"))
    if by.pk == user.pk or user.is_operator or not grants:
        raise NotThereError
    for grant in grants:
        place = grant.village or grant.district or grant.county
        if place is None:
            raise NotThereError
        demand_may_give(by, Order(Role(grant.role), place, grant.starts, grant.until), at)
