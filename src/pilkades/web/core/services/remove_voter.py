"""Take a person off the register, with the reason that the texts know; and put a person back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from pilkades.register.changes import RemovalReason
from pilkades.web.core import clock
from pilkades.web.core.access import Need, NotThereError, access_election
from pilkades.web.core.models import VoterRow
from pilkades.web.core.services.changed_rows import Why, demand_reason, removed_row, replaced, standing_row
from pilkades.web.core.services.register_head import changing_head, moved_on
from pilkades.web.core.vault.keys import ring
from pilkades.web.shared.models import User


def remove_voter(  # noqa: PLR0913 -- who, where, whom, as seen, why by the text, why in words
    user: User,
    election_id: int,
    person: UUID,
    seen_revision: int,
    because: RemovalReason,
    reason: str = "",
    *,
    at: datetime | None = None,
) -> VoterRow:
    """Write the row by which the person leaves; all that was stated before stays readable.

    Raises:
        NotThereError: no such election or person for this person.
        PilkadesError: `row-changed`, `register-busy`.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        election = access_election(user, election_id, Need.EDIT_VOTERS, moment)
        head = changing_head(election, ring())
        before = standing_row(election, person, seen_revision)
        row = replaced(before, Why(user, moment, reason), removal=because.value)
        moved_on(head)
        return row


def restore_voter(
    user: User, election_id: int, person: UUID, reason: str, *, at: datetime | None = None
) -> VoterRow:
    """Put a person back who was taken off, as the register stated it then.

    Raises:
        NotThereError: no such election for this person, or nobody of that name was taken off.
        PilkadesError: `change-without-reason`, `register-busy`.
    """
    moment = at or clock.now()
    demand_reason(reason)
    with transaction.atomic(durable=True):
        election = access_election(user, election_id, Need.EDIT_VOTERS, moment)
        head = changing_head(election, ring())
        before = removed_row(election, person)
        if before is None:
            raise NotThereError
        row = replaced(before, Why(user, moment, reason))
        moved_on(head)
        return row
