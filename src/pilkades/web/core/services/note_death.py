"""Note a death beside an adopted DPT: the row and the list stay as they were adopted."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from pilkades.acts.act import Act, Actor, Statement
from pilkades.acts.corrections import with_reason
from pilkades.acts.kinds.voters import Dpt
from pilkades.acts.payload import Office
from pilkades.base.day import Day
from pilkades.base.errors import PilkadesError
from pilkades.register.lists import ListKind
from pilkades.web.core import clock
from pilkades.web.core.access import Need, access_election
from pilkades.web.core.models import DeathNote, ListEntryRow
from pilkades.web.core.queries.lists import latest_of
from pilkades.web.core.services.append_act import append_within
from pilkades.web.core.services.changed_rows import LONGEST_REASON
from pilkades.web.core.services.register_head import locked_head
from pilkades.web.core.vault.covering import covered
from pilkades.web.core.vault.keys import ring
from pilkades.web.shared.models import User

_WHY = "Pemilih dalam DPT meninggal dunia dan diberi catatan."


def note_death(  # noqa: PLR0913 -- who, where, whom, when, why, and the record as it was seen
    user: User,
    election_id: int,
    person: UUID,
    died: Day,
    seen_head: str,
    reason: str = "",
    *,
    at: datetime | None = None,
) -> DeathNote:
    """Note it; with the first one the record says that deaths are noted in the DPT.

    Raises:
        NotThereError: no such election for this person. ChangedError: as `append_act`.
        PilkadesError: `no-dpt`, `not-listed`, `death-noted`, `died-later` for a day that has not come.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        election = access_election(user, election_id, Need.DECIDE_VOTERS, moment)
        locked_head(election, ring())
        dpt = latest_of(election, ListKind.DPT)
        if dpt is None:
            raise PilkadesError("no-dpt")
        today = moment.astimezone(ZoneInfo(election.village.district.county.zone)).date()
        if died.earliest > today:
            raise PilkadesError("died-later", died=died)
        if not ListEntryRow.objects.filter(version=dpt, voter__person=person).exists():
            raise PilkadesError("not-listed", list=dpt.kind)
        noted = DeathNote.objects.filter(version=dpt)
        if noted.filter(person=person).exists():
            raise PilkadesError("death-noted")
        if not noted.exists():
            correction = Act(
                id=clock.new_act_id(moment),
                kind=Dpt.kind(),
                facts={name: (Statement(value=True),) for name in ("deaths", "deaths_noted")},
                actor=Actor(Office.COMMITTEE),
                basis=with_reason((), _WHY),
                corrects=dpt.act_id,
            )
            append_within(user, election, correction, seen_head, moment)
        return DeathNote.objects.create(
            version=dpt,
            person=person,
            died=died.notation,
            reason=covered(reason.strip())[:LONGEST_REASON],
            noted_at=moment,
            noted_by=user,
        )
