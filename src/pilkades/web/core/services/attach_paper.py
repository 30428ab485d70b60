"""Attach a paper: the file goes to the disk under its digest first, then its row is written."""

import hashlib
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from pilkades.acts.act import Document
from pilkades.base.errors import PilkadesError
from pilkades.web.core import clock
from pilkades.web.core.access import Need, access_election
from pilkades.web.core.models import Election, Paper
from pilkades.web.shared.models import User

_MEGABYTE = 1_000_000
_PERSONAL = "berkas pribadi"
# A file is what its first bytes say, not what its name says.
_SIGNS: Mapping[str, tuple[bytes, ...]] = {
    "application/pdf": (b"%PDF-",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/png": (b"\x89PNG\r\n\x1a\n",),
}


@dataclass(frozen=True, slots=True)
class Brought:
    """What a person brings: the bytes, the name of the file, and whether it is a paper of a person."""

    content: bytes
    name: str
    personal: bool = False


def attach_paper(user: User, election_id: int, brought: Brought, *, at: datetime | None = None) -> Paper:
    """Keep a PDF or photo for an election; the same bytes brought twice are kept once.

    Once called personal, a paper stays so.

    Raises:
        NotThereError: no such election for this person.
        PilkadesError: `paper-empty`, `paper-too-large`, `paper-kind` when it is no PDF, JPEG or PNG.
    """
    moment = at or clock.now()
    media_type = _media_type(brought)
    digest = hashlib.sha256(brought.content).hexdigest()
    with transaction.atomic(durable=True):
        election = access_election(user, election_id, Need.ATTACH, moment)
        _keep(brought.content, path_of(digest))
        paper, _ = Paper.objects.get_or_create(
            election=election,
            digest=digest,
            defaults={
                "media_type": media_type,
                "name": Path(brought.name).name[:200] or digest[:12],
                "size": len(brought.content),
                "personal": brought.personal,
                "attached_at": moment,
                "attached_by": user,
            },
        )
        if brought.personal and not paper.personal:
            paper.personal = True
            paper.save(update_fields=["personal"])
        return paper


def keep_statement(user: User, election: Election, content: bytes, name: str, at: datetime) -> Paper:
    """Keep a statement that the program itself wrote, as JSON; the caller holds the transaction.

    It names no person: what it says of a list are its digest and its figures.
    """
    digest = hashlib.sha256(content).hexdigest()
    _keep(content, path_of(digest))
    paper, _ = Paper.objects.get_or_create(
        election=election,
        digest=digest,
        defaults={
            "media_type": "application/json",
            "name": name,
            "size": len(content),
            "attached_at": at,
            "attached_by": user,
        },
    )
    return paper


def document_of(paper: Paper) -> Document:
    """The paper as an act names it; the name of a person's paper stays out of a record kept for ever."""
    return Document(paper.digest, paper.media_type, _PERSONAL if paper.personal else paper.name)


def refuse_larger(name: str, size: int) -> None:
    """Ask before the bytes are read.

    Raises:
        PilkadesError: `paper-too-large`.
    """
    most = settings.CONFIG.paper_megabytes
    if size > most * _MEGABYTE:
        raise PilkadesError("paper-too-large", name=name, megabytes=-(-size // _MEGABYTE), most=most)


def path_of(digest: str) -> Path:
    """Where the file of that digest lies."""
    folder: Path = settings.CONFIG.papers
    return folder / digest[:2] / digest


def _media_type(brought: Brought) -> str:
    if not brought.content:
        raise PilkadesError("paper-empty", name=brought.name)
    refuse_larger(brought.name, len(brought.content))
    for media_type, signs in _SIGNS.items():
        if brought.content.startswith(signs):
            return media_type
    raise PilkadesError("paper-kind", name=brought.name)


def _keep(content: bytes, path: Path) -> None:
    """Write beside, bring to the disk, then rename: a paper is there whole or not at all."""
    if path.is_file():
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
