"""Bring a file of voters: sealed on the disk at once, then read in the background."""

import hashlib
from datetime import datetime
from pathlib import Path

from django.db import transaction

from pilkades.base.errors import PilkadesError
from pilkades.exchange.spreadsheets import MOST_BYTES
from pilkades.web.core import clock, work
from pilkades.web.core.access import Need, access_election
from pilkades.web.core.models import ImportState, VoterImport
from pilkades.web.core.vault import files
from pilkades.web.core.vault.covering import covered
from pilkades.web.core.vault.keys import ring
from pilkades.web.shared.models import User

_MEGABYTE = 1_000_000
_OPEN = (ImportState.WAITING, ImportState.READING, ImportState.FAULTY, ImportState.READY, ImportState.TAKING)


def bring_list(
    user: User, election_id: int, name: str, content: bytes, *, at: datetime | None = None
) -> VoterImport:
    """Keep the file sealed and start reading it; brought twice, it is one import while that is open.

    Raises:
        NotThereError: no such election for this person.
        PilkadesError: `list-empty`, `list-too-large`.
    """
    moment = at or clock.now()
    shown = covered(Path(name).name)[:200]
    if not content.strip():
        raise PilkadesError("list-empty", name=shown)
    refuse_larger(shown, len(content))
    digest = hashlib.sha256(content).hexdigest()
    with transaction.atomic(durable=True):
        election = access_election(user, election_id, Need.EDIT_VOTERS, moment)
        held = VoterImport.objects.filter(election=election, digest=digest, state__in=_OPEN).first()
        if held is not None:
            return held
        token = clock.new_person()
        files.keep(content, election.pk, token, ring())
        brought = VoterImport.objects.create(
            election=election,
            token=token,
            file_name=shown or digest[:12],
            digest=digest,
            size=len(content),
            brought_at=moment,
            brought_by=user,
        )
        work.start(user, election, "read_import", brought.pk)
        return brought


def refuse_larger(name: str, size: int) -> None:
    """Ask before the bytes are read.

    Raises:
        PilkadesError: `list-too-large`.
    """
    if size > MOST_BYTES:
        megabytes, most = -(-size // _MEGABYTE), MOST_BYTES // _MEGABYTE
        raise PilkadesError("list-too-large", name=name, megabytes=megabytes, most=most)
