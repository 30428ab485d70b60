"""Show NIK and KK of one person whole; the look is logged with who, when and in which role."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from pilkades.register.nik import Kk, Nik
from pilkades.web.core import clock
from pilkades.web.core.access import NEEDS, Need, NotThereError, access_election, roles_in
from pilkades.web.core.models import NumberLook
from pilkades.web.core.queries.voters import latest_rows, numbers_of
from pilkades.web.shared.models import User


@dataclass(frozen=True, slots=True, repr=False)
class Numbers:
    """The numbers of a person, as far as the register has them."""

    nik: Nik | None
    kk: Kk | None


def look_at_numbers(user: User, election_id: int, person: UUID, *, at: datetime | None = None) -> Numbers:
    """The whole numbers of a person, for those who keep the list; once this returns, the look is logged.

    Raises:
        NotThereError: no such election or person for this person.
        PilkadesError: `vault-key-unknown`, `vault-broken`.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        election = access_election(user, election_id, Need.READ_VOTERS, moment)
        row = latest_rows(election).filter(person=person).first()
        if row is None:
            raise NotThereError
        role = min(roles_in(user, election, moment) & NEEDS[Need.READ_VOTERS])
        NumberLook.objects.create(user=user, election=election, person=person, role=role, looked_at=moment)
        nik, kk = numbers_of(row)
        return Numbers(nik, kk)
