"""Open the election of one village in a wave: its name for ever, its law, the empty record."""

from datetime import datetime

from django.db import transaction

from pilkades.acts.record import Record
from pilkades.base.errors import PilkadesError
from pilkades.web.core import clock
from pilkades.web.core.access import Need, NotThereError, access_county
from pilkades.web.core.models import Cohort, Election, RecordHead, Village, Wave
from pilkades.web.core.models.election import REHEARSAL_PREFIX
from pilkades.web.core.queries.laws import law_in
from pilkades.web.shared.models import User


def open_election(
    user: User, wave_id: int, village_id: int, cohort_id: int | None = None, *, at: datetime | None = None
) -> Election:
    """Open it; a rehearsal where the wave is one.

    Raises:
        NotThereError: wave, village or cohort is not there for this person, or not in this county.
        PilkadesError: `election-open` when the village has one in this wave.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        wave = Wave.objects.select_related("county").filter(pk=wave_id).first()
        if wave is None:
            raise NotThereError
        access_county(user, wave.county_id, Need.OPEN, moment)
        village = Village.objects.filter(pk=village_id, district__county=wave.county_id).first()
        cohort = None if cohort_id is None else Cohort.objects.filter(pk=cohort_id, wave=wave).first()
        if village is None or (cohort_id is not None and cohort is None):
            raise NotThereError
        if Election.objects.filter(wave=wave, village=village).exists():
            raise PilkadesError("election-open", village=village.name, wave=wave.name)
        return opened(wave, village, cohort, moment)


def opened(wave: Wave, village: Village, cohort: Cohort | None, at: datetime) -> Election:
    """Write the election and its empty record; the caller holds the transaction and has asked for access."""
    election = Election.objects.create(
        key=_free_key(wave, village),
        village=village,
        wave=wave,
        cohort=cohort,
        polling_day=wave.polling_day,
        term_ends=cohort.term_ends if cohort else None,
        rehearsal=wave.rehearsal,
        rulebook_digest=law_in(wave.county, wave.polling_day).digest,
        opened_at=at,
    )
    RecordHead.objects.create(election=election, digest=Record(election.key).start)
    return election


def _free_key(wave: Wave, village: Village) -> str:
    prefix = REHEARSAL_PREFIX if wave.rehearsal else ""
    key = f"{prefix}{village.code}-{wave.polling_day.isoformat()}"
    # Villages of other codes cannot begin so; one village rehearses more than once for the same day.
    held = Election.objects.filter(key__startswith=key).count()
    return f"{key}-{held + 1}" if held else key
