"""The keys of the voter register: several are held, the newest seals, every one opens."""

import base64
import binascii
import fcntl
import hashlib
import hmac
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from django.conf import settings

from pilkades.base.errors import PilkadesError
from pilkades.web.core import clock
from pilkades.web.core.models import RegisterHead, VoterImport, VoterObjection

SECRET_BYTES = 32
FILE = "voter_keys"
_ID_BYTES = 4
_OWNER_ALONE = 0o600


@dataclass(frozen=True, slots=True)
class Key:
    """One secret, known by an id that is made from it; sealing and marking each use a key of their own."""

    secret: bytes = field(repr=False)
    id: bytes = b""
    sealing: AESGCM = field(init=False, repr=False, compare=False)
    marking: bytes = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        name = hashlib.sha256(b"pilkades voter key id" + self.secret).digest()[:_ID_BYTES]
        for at, value in (
            ("id", name),
            ("sealing", AESGCM(_expanded(self.secret, b"pilkades seal"))),
            ("marking", _expanded(self.secret, b"pilkades mark")),
        ):
            object.__setattr__(self, at, value)

    @classmethod
    def written(cls, words: str) -> Self:
        """Read a secret as the key file and the configuration write it.

        Raises:
            ValueError: it is not 32 bytes in base64.
        """
        try:
            secret = base64.b64decode(words.strip(), altchars=b"-_", validate=True)
        except binascii.Error as error:
            raise ValueError("no base64") from error
        if len(secret) != SECRET_BYTES:
            raise ValueError("no secret of 32 bytes")
        return cls(secret)

    @property
    def words(self) -> str:
        """The form that `written` reads."""
        return base64.urlsafe_b64encode(self.secret).decode()

    def mark(self, words: str) -> str:
        """The keyed hash by which words are found without being read."""
        return hmac.new(self.marking, words.encode(), hashlib.sha256).hexdigest()


@dataclass(frozen=True)
class Ring:
    """Every key that is held, in the order in which they came; the last is the newest."""

    keys: tuple[Key, ...]

    @property
    def newest(self) -> Key:
        """The key that seals."""
        return self.keys[-1]

    @cached_property
    def by_id(self) -> Mapping[bytes, Key]:
        """Each key under its id."""
        return {key.id: key for key in self.keys}

    def marks(self, words: str) -> tuple[str, ...]:
        """The marks of words under every key: while keys change, some rows still carry an older one."""
        return tuple(key.mark(words) for key in self.keys)


def _expanded(secret: bytes, purpose: bytes) -> bytes:
    return HKDFExpand(SHA256(), SECRET_BYTES, purpose).derive(secret)


_read: dict[Path, tuple[tuple[int, int], Ring]] = {}


def ring() -> Ring:
    """The keys of this installation: those of the configuration, else those of the file, made at first use.

    A file that another process changed is read anew. No file is made where something lies sealed already:
    under another key nobody would be found, and everybody would be told that they stand on no list.

    Raises:
        PilkadesError: `vault-keys-unreadable`; `vault-keys-lost` where the file is gone.
    """
    if settings.CONFIG.voter_keys:
        return _ring(settings.CONFIG.voter_keys, "PILKADES_VOTER_KEYS")
    path: Path = settings.CONFIG.data / FILE
    if not path.exists():
        _make(path)
    stat = path.stat()
    seen = (stat.st_mtime_ns, stat.st_size)
    held = _read.get(path)
    if held is None or held[0] != seen:
        held = (seen, _ring(path.read_text(encoding="utf-8").split(), FILE))
        _read[path] = held
    return held[1]


def add_key() -> Ring:
    """Put a new key behind those of the file; from now on it seals. Of two who do so at once both keys stay.

    Raises:
        PilkadesError: `vault-keys-configured` where the keys stand in the configuration, which is not ours;
            as `ring`.
    """
    if settings.CONFIG.voter_keys:
        raise PilkadesError("vault-keys-configured")
    ring()
    path: Path = settings.CONFIG.data / FILE
    with _alone(path):
        _read.pop(path, None)
        _write(path, Ring((*ring().keys, Key(clock.chance(SECRET_BYTES)))))
    return ring()


def _ring(written: tuple[str, ...] | list[str], place: str) -> Ring:
    try:
        keys = tuple(Key.written(words) for words in written)
    except ValueError as error:
        raise PilkadesError("vault-keys-unreadable", place=place) from error
    if not keys:
        raise PilkadesError("vault-keys-unreadable", place=place)
    return Ring(keys)


def _make(path: Path) -> None:
    """Whoever is first makes the file; who comes at the same moment uses that one."""
    if any(sealed.objects.exists() for sealed in (RegisterHead, VoterImport, VoterObjection)):
        raise PilkadesError("vault-keys-lost", place=FILE)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = _written_beside(path, Ring((Key(clock.chance(SECRET_BYTES)),)))
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        return
    finally:
        beside.unlink()
        _bring_names_to_the_disk(path.parent)


def _write(path: Path, new: Ring) -> None:
    _written_beside(path, new).replace(path)
    _bring_names_to_the_disk(path.parent)


def _bring_names_to_the_disk(folder: Path) -> None:
    """What is sealed next must never outlive its key, not even where the power fails."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Wait until nobody else writes the keys: who wrote over another's key would lose all that it sealed."""
    with path.with_suffix(".lock").open("w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _written_beside(path: Path, held: Ring) -> Path:
    number, name = tempfile.mkstemp(dir=path.parent, prefix=f"{FILE}-")
    with os.fdopen(number, "w", encoding="utf-8") as file:
        file.write("".join(f"{key.words}\n" for key in held.keys))
        file.flush()
        os.fsync(file.fileno())
    beside = Path(name)
    beside.chmod(_OWNER_ALONE)
    return beside
