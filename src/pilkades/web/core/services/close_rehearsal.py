"""Close a rehearsal: it shows nowhere any more. Nothing is deleted.

A record is append-only without exception: a door by which a rehearsal's acts could be deleted would be one
by which a slip could reach the real. So a rehearsal that is over is shut away for good; its acts stay.
"""

from datetime import datetime

from django.db import transaction

from pilkades.base.errors import PilkadesError
from pilkades.web.core import clock
from pilkades.web.core.access import Need, access_wave
from pilkades.web.core.models import Wave
from pilkades.web.shared.models import User


def close_rehearsal(user: User, wave_id: int, *, at: datetime | None = None) -> Wave:
    """Close it; its elections are then there for nobody.

    Raises:
        NotThereError: the wave is not there for this person, or closed already.
        PilkadesError: `wave-not-rehearsal`.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        access_wave(user, wave_id, Need.OPEN, moment)
        wave = Wave.objects.select_for_update(no_key=True).get(pk=wave_id)
        if not wave.rehearsal:
            raise PilkadesError("wave-not-rehearsal", wave=wave.name)
        wave.closed_at, wave.closed_by = moment, user
        wave.save(update_fields=["closed_at", "closed_by"])
        return wave
