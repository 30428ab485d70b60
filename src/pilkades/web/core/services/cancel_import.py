"""Give a file of voters up: what is under way stops between two batches, and nothing of it stays."""

from datetime import datetime

from django.db import transaction

from pilkades.web.core import clock
from pilkades.web.core.access import Need, NotThereError, access_election
from pilkades.web.core.models import ImportFault, ImportState, Job, VoterImport
from pilkades.web.core.models.jobs import OPEN_STATES
from pilkades.web.core.services.read_import import locked_import
from pilkades.web.core.vault import files
from pilkades.web.shared.models import User

_OVER = (ImportState.TAKEN, ImportState.CANCELLED)


def cancel_import(user: User, election_id: int, import_id: int, *, at: datetime | None = None) -> VoterImport:
    """Cancel it: at once where it rests, else as soon as the work under way hears of it.

    Raises:
        NotThereError: no such election or file for this person, or it is taken or cancelled already.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        election = access_election(user, election_id, Need.EDIT_VOTERS, moment)
        brought = locked_import(election, import_id)
        if brought.state in _OVER:
            raise NotThereError
        if Job.objects.filter(election=election, subject=brought.pk, state__in=OPEN_STATES).update(
            cancel=True
        ):
            return brought
        brought.state = ImportState.CANCELLED
        brought.ended_at, brought.ended_by = moment, user
        brought.save(update_fields=["state", "ended_at", "ended_by"])
        ImportFault.objects.filter(brought=brought).delete()
    files.remove(brought.token)
    return brought
