"""Sealing with AES-GCM: a value opens only at the place for which it was sealed."""

from dataclasses import dataclass
from enum import StrEnum

from cryptography.exceptions import InvalidTag

from pilkades.base.errors import PilkadesError
from pilkades.web.core import clock
from pilkades.web.core.vault.keys import Ring

_FORM = b"\x01"
_ID, _NONCE = 4, 12
_HEAD = len(_FORM) + _ID + _NONCE


class Field(StrEnum):
    """What is sealed; a value of one field does not open as another."""

    NIK = "nik"
    KK = "kk"
    LIST_KEY = "list_key"
    FILE = "file"
    NUMBER = "number"
    OBJECTION = "objection"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sealed value stands: the election, whose it is, and which field."""

    election: int
    owner: str
    field: Field

    @property
    def words(self) -> bytes:
        """What is bound to the value without being in it."""
        return f"pilkades|{self.election}|{self.owner}|{self.field}".encode()


def seal(plain: bytes, place: Place, held: Ring) -> bytes:
    """Seal under the newest key: form, key id, nonce, then what AES-GCM gives."""
    key, nonce = held.newest, clock.chance(_NONCE)
    return _FORM + key.id + nonce + key.sealing.encrypt(nonce, plain, place.words)


def open_sealed(sealed: bytes | memoryview, place: Place, held: Ring) -> bytes:
    """Open what was sealed for that place.

    Raises:
        PilkadesError: `vault-key-unknown` when it was sealed under a key that is not held, `vault-broken`
            when it was changed, or stands where it was not put.
    """
    whole = bytes(sealed)
    name = key_id(whole)
    key = held.by_id.get(name)
    if key is None:
        raise PilkadesError("vault-key-unknown", key=name.hex())
    try:
        return key.sealing.decrypt(whole[_HEAD - _NONCE : _HEAD], whole[_HEAD:], place.words)
    except InvalidTag as error:
        raise PilkadesError("vault-broken", field=place.field.value) from error


def key_id(sealed: bytes | memoryview) -> bytes:
    """The id of the key that sealed it."""
    return bytes(sealed)[len(_FORM) : len(_FORM) + _ID]
