"""Add a person to the register by hand: a registrar at the door, or the committee after a proposal."""

from datetime import datetime

from django.db import transaction

from pilkades.base.errors import PilkadesError
from pilkades.register.voter import Voter
from pilkades.web.core import clock
from pilkades.web.core.access import Need, access_election
from pilkades.web.core.models import VoterRow
from pilkades.web.core.queries.voters import standing_rows
from pilkades.web.core.services.changed_rows import LONGEST_REASON, demand_area
from pilkades.web.core.services.register_head import changing_head, moved_on
from pilkades.web.core.vault.covering import covered
from pilkades.web.core.vault.keys import ring
from pilkades.web.core.voter_rows import columns_of, nik_words
from pilkades.web.shared.models import User


def add_voter(
    user: User, election_id: int, voter: Voter, reason: str = "", *, at: datetime | None = None
) -> VoterRow:
    """Add the person; whose NIK is on the register already is not added again.

    Raises:
        NotThereError: no such election for this person.
        PilkadesError: `name-missing`, `not-your-area`, `nik-on-register`, `register-busy`.
    """
    moment = at or clock.now()
    if not voter.name.strip():
        raise PilkadesError("name-missing")
    held = ring()
    with transaction.atomic(durable=True):
        election = access_election(user, election_id, Need.REGISTER_VOTERS, moment)
        demand_area(user, election, voter.rt, moment)
        head = changing_head(election, held)
        if voter.nik is not None:
            marks = held.marks(nik_words(voter.nik.digits))
            if standing_rows(election).filter(nik_mark__in=marks).exists():
                raise PilkadesError("nik-on-register")
        person = clock.new_person()
        row = VoterRow.objects.create(
            election=election,
            person=person,
            reason=covered(reason.strip())[:LONGEST_REASON],
            changed_at=moment,
            changed_by=user,
            **columns_of(voter, election.pk, person, held),
        )
        moved_on(head)
        return row
