"""An operator opens read access to every election: for a short time, with a reason, on the log."""

from datetime import datetime, timedelta

from django.db import transaction

from pilkades.base.errors import PilkadesError
from pilkades.web.core import clock
from pilkades.web.core.access import NotThereError
from pilkades.web.core.models import StaffAccess
from pilkades.web.shared.models import User

LASTS = timedelta(hours=1)


def open_staff_access(user: User, reason: str, *, at: datetime | None = None) -> StaffAccess:
    """Open it for an hour; it cannot be lengthened, only opened again, and every opening stays on the log.

    Raises:
        NotThereError: the person is no operator.
        PilkadesError: `staff-without-reason`.
    """
    moment = at or clock.now()
    if not user.is_active or not user.is_operator:
        raise NotThereError
    if not reason.strip():
        raise PilkadesError("staff-without-reason")
    with transaction.atomic(durable=True):
        return StaffAccess.objects.create(
            user=user, reason=reason.strip()[:300], starts=moment, until=moment + LASTS
        )
