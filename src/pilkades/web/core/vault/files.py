"""Files of voters on the disk: sealed, each under a name that says nothing, until nobody needs them."""

import os
import tempfile
import time
from collections.abc import Collection
from pathlib import Path
from uuid import UUID

from django.conf import settings

from pilkades.base.errors import PilkadesError
from pilkades.web.core.vault.keys import Ring
from pilkades.web.core.vault.sealing import Field, Place, open_sealed, seal

_COMING_IN = 3_600


def keep(content: bytes, election: int, token: UUID, held: Ring) -> None:
    """Seal the content and bring it to the disk, whole or not at all."""
    path = path_of(token)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    sealed = seal(content, Place(election, str(token), Field.FILE), held)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(sealed)
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).replace(path)


def content_of(election: int, token: UUID, held: Ring) -> bytes:
    """What was brought.

    Raises:
        PilkadesError: `file-gone`; `vault-key-unknown`, `vault-broken`.
    """
    try:
        sealed = path_of(token).read_bytes()
    except FileNotFoundError as error:
        raise PilkadesError("file-gone") from error
    return open_sealed(sealed, Place(election, str(token), Field.FILE), held)


def remove(token: UUID) -> None:
    """Take the file away; one that is gone is gone."""
    path_of(token).unlink(missing_ok=True)


def sweep(needed: Collection[UUID]) -> int:
    """Remove what a kill left here and nobody needs, and say how much; but for the last hour's."""
    folder: Path = settings.CONFIG.brought
    names, removed = {token.hex for token in needed}, 0
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name not in names and time.time() - path.stat().st_mtime > _COMING_IN:
            path.unlink(missing_ok=True)
            removed += 1
    return removed


def path_of(token: UUID) -> Path:
    """Where the file of that name lies."""
    folder: Path = settings.CONFIG.brought
    return folder / token.hex
