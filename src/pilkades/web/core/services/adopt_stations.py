"""Adopt a plan of stations: the act, and the station of every voter of it, both or neither."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from pilkades.acts.act import Act
from pilkades.base.errors import PilkadesError
from pilkades.base.language import Language, Text
from pilkades.web.core import clock
from pilkades.web.core.access import Need, access_election
from pilkades.web.core.models import VoterRow
from pilkades.web.core.models.register import LONGEST_AREA
from pilkades.web.core.queries.voters import standing_rows
from pilkades.web.core.services.append_act import Stored, append_within
from pilkades.web.core.services.changed_rows import Why, next_row
from pilkades.web.core.services.register_head import changing_head, moved_on
from pilkades.web.core.vault.keys import ring
from pilkades.web.shared.models import User

_AT_ONCE = 500
_WHY = Text("Rencana TPS ditetapkan", "Plan of polling stations adopted")


@dataclass(frozen=True, slots=True)
class Adoption:
    """The act, the station of each person, and the version of the register that the plan was made from."""

    draft: Act
    stations: Mapping[UUID, str]
    seen_version: int


def adopt_stations(
    user: User, election_id: int, adoption: Adoption, seen_head: str, *, at: datetime | None = None
) -> Stored:
    """Append the act and write a new revision of every voter whose station changes; sent twice, done once.

    Raises:
        NotThereError: no such election for this person.
        PilkadesError: `register-changed` when the register is another than the plan was made from,
            `register-busy`, `station-name-too-long`, or as `append_act`.
    """
    moment = at or clock.now()
    for name in adoption.stations.values():
        if len(name) > LONGEST_AREA:
            raise PilkadesError("station-name-too-long", most=LONGEST_AREA)
    with transaction.atomic(durable=True):
        election = access_election(user, election_id, Need.DECIDE_VOTERS, moment)
        head = changing_head(election, ring())
        stored = append_within(user, election, adoption.draft, seen_head, moment)
        if stored.again:
            return stored
        if head.version != adoption.seen_version:
            raise PilkadesError("register-changed")
        why = Why(user, moment, _WHY.to(Language.ID))
        changed = [
            next_row(row, why, {"tps": adoption.stations[row.person]})
            for row in standing_rows(election)
            if adoption.stations.get(row.person, row.tps) != row.tps
        ]
        VoterRow.objects.bulk_create(changed, batch_size=_AT_ONCE)
        moved_on(head)
        return stored
