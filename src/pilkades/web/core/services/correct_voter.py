"""Correct what the register states of a person: a new revision, with the reason; the one before stays."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from pilkades.base.errors import PilkadesError
from pilkades.register.voter import Voter
from pilkades.web.core import clock
from pilkades.web.core.access import Need, access_election
from pilkades.web.core.models import VoterRow
from pilkades.web.core.queries.voters import standing_rows
from pilkades.web.core.services.changed_rows import Why, demand_area, demand_reason, replaced, standing_row
from pilkades.web.core.services.register_head import changing_head, moved_on
from pilkades.web.core.vault.keys import ring
from pilkades.web.core.voter_rows import columns_of, nik_words, voter_of
from pilkades.web.shared.models import User


@dataclass(frozen=True, slots=True)
class Correction:
    """The person as the register should state it, why, and the revision that was seen.

    `voter` is whole: start from what `queries.voters.person_now` gives, numbers included.
    """

    person: UUID
    seen_revision: int
    voter: Voter
    reason: str


def correct_voter(
    user: User, election_id: int, correction: Correction, *, at: datetime | None = None
) -> VoterRow:
    """Write the new revision.

    Raises:
        NotThereError: no such election or person for this person.
        PilkadesError: `change-without-reason`, `name-missing`, `row-changed`, `nothing-changed`,
            `nik-on-register`, `not-your-area`, `register-busy`.
    """
    moment = at or clock.now()
    demand_reason(correction.reason)
    if not correction.voter.name.strip():
        raise PilkadesError("name-missing")
    held = ring()
    with transaction.atomic(durable=True):
        election = access_election(user, election_id, Need.REGISTER_VOTERS, moment)
        head = changing_head(election, held)
        before = standing_row(election, correction.person, correction.seen_revision)
        for rt in (before.rt, correction.voter.rt):
            demand_area(user, election, rt, moment)
        stated = voter_of(before, held)
        new = correction.voter
        if _same(stated, new):
            raise PilkadesError("nothing-changed")
        if new.nik is not None and new.nik != stated.nik:
            marks = held.marks(nik_words(new.nik.digits))
            others = standing_rows(election).exclude(person=before.person)
            if others.filter(nik_mark__in=marks).exists():
                raise PilkadesError("nik-on-register")
        columns = columns_of(new, election.pk, before.person, held)
        columns |= {"sheet": before.sheet, "row": before.row}
        row = replaced(before, Why(user, moment, correction.reason), columns)
        moved_on(head)
        return row


def _same(one: Voter, other: Voter) -> bool:
    names = [name for name in Voter.__slots__ if name != "source"]
    return all(getattr(one, name) == getattr(other, name) for name in names)
