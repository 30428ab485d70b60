"""Correct an act: a new act that names the corrected one; that one stays where it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from pilkades.acts.act import Act, Actor, Document, Statement
from pilkades.acts.corrections import with_reason
from pilkades.base.errors import PilkadesError
from pilkades.web.core import clock
from pilkades.web.core.access import Need, access_election
from pilkades.web.core.models import ActRow
from pilkades.web.core.services.append_act import Stored, append_act
from pilkades.web.shared.models import User


@dataclass(frozen=True, slots=True)
class Change:
    """What a correction says: facts as they should stand (empty: withdrawn), who decided, on what basis.

    `id` is a name made beforehand, so that a form sent twice corrects once.
    """

    corrects: str
    facts: Mapping[str, tuple[Statement, ...]]
    reason: str
    actor: Actor | None = None
    documents: Sequence[Document] = field(default=())
    basis: Sequence[str] = field(default=())
    id: str = ""


def correct_act(
    user: User, election_id: int, change: Change, seen_head: str, *, at: datetime | None = None
) -> Stored:
    """Append a correction of the same kind as the act it corrects.

    Raises:
        NotThereError, ChangedError, PilkadesError: as `append_act`; `correction-without-act` when the record
            holds no such act, `correction-without-change` when no fact is named, `correction-without-reason`
            when it does not say why.
    """
    moment = at or clock.now()
    election = access_election(user, election_id, Need.CORRECT, moment)
    if not change.facts:
        raise PilkadesError("correction-without-change", corrects=change.corrects)
    if not change.reason.strip():
        raise PilkadesError("correction-without-reason", corrects=change.corrects)
    row = ActRow.objects.filter(election=election, act_id=change.corrects).only("kind").first()
    draft_id = change.id or clock.new_act_id(moment)
    if row is None:
        raise PilkadesError("correction-without-act", act=draft_id, corrects=change.corrects)
    draft = Act(
        id=draft_id,
        kind=row.kind,
        facts=change.facts,
        actor=change.actor,
        documents=tuple(change.documents),
        basis=with_reason(change.basis, change.reason),
        corrects=change.corrects,
    )
    return append_act(user, election_id, draft, seen_head, need=Need.CORRECT, at=moment)
