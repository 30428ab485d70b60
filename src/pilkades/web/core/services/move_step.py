"""Move steps in the draft of a timetable: nothing is set over what the person has not seen."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from pilkades.acts.payload import Office
from pilkades.base.errors import PilkadesError
from pilkades.timetable.proposal import Key, Window
from pilkades.web.core import clock
from pilkades.web.core.access import Need, access_election, may_record_for, roles_in
from pilkades.web.core.models import Election, RecordHead, TimetableMove
from pilkades.web.core.queries.plans import Made, draft_of, proposal_of, written
from pilkades.web.shared.models import User


class DraftChangedError(PilkadesError):
    """Somebody moved a step since the person looked: nothing was set, and what came between is here."""

    def __init__(self, election: Election, seen: int, between: tuple[Made, ...]) -> None:
        super().__init__("draft-changed", election=election.key, seen=seen, moves=len(between))
        self.between = between


def move_step(
    user: User,
    election_id: int,
    windows: Mapping[Key, Window | None],
    seen: int,
    *,
    at: datetime | None = None,
) -> int:
    """Set windows in the draft, None for back to the proposal, nothing at all for everything back.

    `seen` is the version of the draft that the person saw; the new version is given back.

    Raises:
        NotThereError: no such election for this person.
        DraftChangedError: the draft is another than the person saw; nothing is set.
        PilkadesError: `office-not-yours` for those who do not keep the committee's record, `no-such-step`.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        election = access_election(user, election_id, Need.RECORD, moment)
        if not may_record_for(roles_in(user, election, moment), Office.COMMITTEE):
            raise PilkadesError("office-not-yours", office=Office.COMMITTEE)
        # The head's row is what every writer of this election locks.
        RecordHead.objects.select_for_update(no_key=True).get(election=election.pk)
        proposal = proposal_of(election)
        known = {placed.key for placed in proposal.placed} if proposal else set()
        for key in windows:
            if key not in known:
                raise PilkadesError("no-such-step", step=str(key))
        draft = draft_of(election)
        if draft.version != seen:
            raise DraftChangedError(
                election, seen, tuple(move for move in draft.moves if move.version > seen)
            )
        TimetableMove.objects.create(
            election=election,
            version=seen + 1,
            windows=written(windows),
            made_by=user,
            made_at=moment,
        )
        return seen + 1
