"""Look at a paper; a look at a person's paper is logged with who, when, in which role and why."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction

from pilkades.base.errors import PilkadesError
from pilkades.web.core import clock
from pilkades.web.core.access import NEEDS, Need, NotThereError, access_election, roles_in
from pilkades.web.core.models import Paper, Role, ViewLog
from pilkades.web.core.services.attach_paper import path_of
from pilkades.web.shared.models import User

_MUST_SAY_WHY = frozenset({Role.SUPERVISOR, Role.COUNTY})


@dataclass(frozen=True, slots=True)
class Shown:
    """A paper and where its file lies."""

    paper: Paper
    path: Path


@dataclass(frozen=True, slots=True)
class Reach:
    """A paper that a person may see: in which role it would be logged, and whether that needs a reason."""

    paper: Paper
    role: Role | None
    must_say_why: bool


def reach_paper(user: User, election_id: int, digest: str, *, at: datetime | None = None) -> Reach:
    """The paper of that digest, for those who may see it; its content is not shown, so nothing is logged.

    Raises:
        NotThereError: no such paper for this person.
    """
    moment = at or clock.now()
    election = access_election(user, election_id, Need.READ, moment)
    paper = Paper.objects.filter(election=election, digest=digest).first()
    if paper is None:
        raise NotThereError
    if not paper.personal:
        return Reach(paper, None, must_say_why=False)
    roles = roles_in(user, election, moment) & NEEDS[Need.READ_PERSONS]
    if not roles:
        raise NotThereError
    return Reach(paper, min(roles - _MUST_SAY_WHY or roles), must_say_why=roles <= _MUST_SAY_WHY)


def view_paper(
    user: User, election_id: int, digest: str, reason: str = "", *, at: datetime | None = None
) -> Shown:
    """The paper of that digest, for those who may see it; supervisors and county say why (UU 27/2022).

    Raises:
        NotThereError: no such paper for this person.
        PilkadesError: `view-without-reason`.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        reach = reach_paper(user, election_id, digest, at=moment)
        if reach.must_say_why and not reason.strip():
            raise PilkadesError("view-without-reason", paper=reach.paper.name)
        if reach.role is not None:
            ViewLog.objects.create(
                user=user,
                paper=reach.paper,
                role=reach.role,
                reason=reason.strip()[:300],
                viewed_at=moment,
            )
        return Shown(reach.paper, path_of(digest))
