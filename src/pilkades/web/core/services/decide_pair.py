"""Decide whether two rows are one person, take a decision back, and keep one row of a group."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from pilkades.base.errors import PilkadesError
from pilkades.register.changes import RemovalReason
from pilkades.register.review import Decided, Two, groups, removals, standing
from pilkades.web.core import clock
from pilkades.web.core.access import Need, NotThereError, access_election
from pilkades.web.core.models import Election, PairDecision, VoterRow
from pilkades.web.core.queries.pairs import decisions_of
from pilkades.web.core.queries.voters import latest_rows
from pilkades.web.core.services.changed_rows import LONGEST_REASON, Why, removed_row, replaced
from pilkades.web.core.services.register_head import changing_head, locked_head, moved_on
from pilkades.web.core.vault.covering import covered
from pilkades.web.core.vault.keys import ring
from pilkades.web.shared.models import User


@dataclass(frozen=True, slots=True)
class Judged:
    """What was decided of two persons, why, and the evidence as it was shown (JSON, no numbers)."""

    one: UUID
    other: UUID
    decided: Decided
    why: str = ""
    evidence: str = ""


def decide_pair(user: User, election_id: int, judged: Judged, *, at: datetime | None = None) -> PairDecision:
    """Write the decision; nobody leaves the register by it.

    Raises:
        NotThereError: no such election for this person, or one of the two never stood on the register.
        PilkadesError: `pair-of-one`.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        election = access_election(user, election_id, Need.EDIT_VOTERS, moment)
        locked_head(election, ring())
        two = Two.of(str(judged.one), str(judged.other))
        if latest_rows(election).filter(person__in=(judged.one, judged.other)).count() != 2:  # noqa: PLR2004 -- a pair
            raise NotThereError
        if judged.decided is Decided.UNDONE:
            return _undone(user, election, two, judged.why, moment)
        return _written(user, election, two, judged, moment)


def undo_decision(
    user: User, election_id: int, one: UUID, other: UUID, why: str = "", *, at: datetime | None = None
) -> PairDecision:
    """Take back what stands of the two; who was taken off as the same person is put back on the register.

    Raises:
        NotThereError: as `decide_pair`. PilkadesError: `pair-of-one`, `nothing-to-undo`, `register-busy`.
    """
    return decide_pair(user, election_id, Judged(one, other, Decided.UNDONE, why), at=at)


def keep_one(
    user: User, election_id: int, stays: UUID, reason: str = "", *, at: datetime | None = None
) -> tuple[VoterRow, ...]:
    """Take everybody off the register who by the decisions is the same person as the one who stays.

    Raises:
        NotThereError: no such election for this person.
        PilkadesError: `not-in-group`, `group-contradicted`, `group-asked`, `register-busy`.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        election = access_election(user, election_id, Need.EDIT_VOTERS, moment)
        head = changing_head(election, ring())
        found = groups(standing(decisions_of(election)))
        group = next((one for one in found if str(stays) in one.persons), None)
        if group is None:
            raise PilkadesError("not-in-group")
        leave = [UUID(person) for person in removals(group, str(stays))]
        rows = latest_rows(election).filter(person__in=leave, removal="").order_by("pk")
        gone = tuple(
            replaced(row, Why(user, moment, reason), removal=RemovalReason.SAME_PERSON.value) for row in rows
        )
        if gone:
            moved_on(head)
        return gone


def _undone(user: User, election: Election, two: Two, why: str, at: datetime) -> PairDecision:
    head = changing_head(election, ring())
    stood = standing(decisions_of(election)).get(two)
    if stood is None:
        raise PilkadesError("nothing-to-undo")
    judged = Judged(UUID(two.first), UUID(two.second), Decided.UNDONE, why)
    made = _written(user, election, two, judged, at)
    if stood.decided is Decided.SAME:
        for person in (judged.one, judged.other):
            row = removed_row(election, person)
            if row is not None and row.removal == RemovalReason.SAME_PERSON.value:
                replaced(row, Why(user, at, why))
                moved_on(head)
    return made


def _written(user: User, election: Election, two: Two, judged: Judged, at: datetime) -> PairDecision:
    return PairDecision.objects.create(
        election=election,
        first=UUID(two.first),
        second=UUID(two.second),
        answer=judged.decided.value,
        why=covered(judged.evidence),
        reason=covered(judged.why.strip())[:LONGEST_REASON],
        decided_at=at,
        decided_by=user,
    )
