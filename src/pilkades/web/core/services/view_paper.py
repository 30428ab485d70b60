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
        election = access_election(user, election_id, Need.READ, moment)
        paper = Paper.objects.filter(election=election, digest=digest).first()
        if paper is None:
            raise NotThereError
        if paper.personal:
            roles = roles_in(user, election, moment) & NEEDS[Need.READ_PERSONS]
            if not roles:
                raise NotThereError
            if roles <= _MUST_SAY_WHY and not reason.strip():
                raise PilkadesError("view-without-reason", paper=paper.name)
            role = min(roles - _MUST_SAY_WHY or roles)
            ViewLog.objects.create(
                user=user, paper=paper, role=role, reason=reason.strip()[:300], viewed_at=moment
            )
        return Shown(paper, path_of(digest))
