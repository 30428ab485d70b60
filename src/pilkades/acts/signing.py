"""Signatures of acts: Ed25519 (RFC 8032) over the digest, and the list of keys that are trusted."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from pilkades.acts.act import Act, Signature
from pilkades.acts.json_form import digest_of
from pilkades.acts.payload import Office
from pilkades.base.day import Day
from pilkades.base.errors import PilkadesError

_KEY = re.compile(r"[0-9a-f]{64}")
_VALUE = re.compile(r"[0-9a-f]{128}")
_KEY_BYTES = 32
# Points of order 1, 2, 4 and 8 by their y: under such a key one signature fits many messages, so it proves
# nothing of the one that was signed. RFC 8032 does not forbid them; we do.
_FIELD = 2**255 - 19
_ORDER_8 = int.from_bytes(
    bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"), "little"
)
_SMALL_ORDER = frozenset({0, 1, _FIELD - 1, _ORDER_8, _FIELD - _ORDER_8})


@dataclass(frozen=True, slots=True)
class KeyHolder:
    """Whose key it is, from the day it was handed out until the first day it no longer counts."""

    office: Office
    person: str
    start: date
    until: date | None = None

    def held_on(self, day: Day) -> bool:
        """Whether the key counted on that day, whichever day is meant."""
        return self.start <= day.earliest and (self.until is None or day.latest < self.until)


TrustedKeys: TypeAlias = Mapping[str, KeyHolder]
"""Public key in hexadecimal -> its holder."""


def sign(act: Act, private_key: bytes) -> Signature:
    """Sign the act's digest with a private key of 32 bytes; the same act and key give the same signature.

    Raises:
        PilkadesError: `act-not-sealed` when the digest is not that of the content, `key-length`.
    """
    if act.digest != digest_of(act):
        raise PilkadesError("act-not-sealed", act=act.id)
    return Signature(public_key(private_key), sign_bytes(bytes.fromhex(act.digest), private_key))


def sign_bytes(message: bytes, private_key: bytes) -> str:
    """Ed25519 signature of a message in hexadecimal (RFC 8032, section 5.1.6).

    Raises:
        PilkadesError: `key-length`.
    """
    return _private(private_key).sign(message).hex()


def public_key(private_key: bytes) -> str:
    """The public key that belongs to a private key, in hexadecimal (RFC 8032, section 5.1.5).

    Raises:
        PilkadesError: `key-length`.
    """
    return _private(private_key).public_key().public_bytes_raw().hex()


def holds(signature: Signature, digest: str) -> bool:
    """Whether the signature was made with its key over this digest.

    A malformed one does not hold, nor one under a key of small order, which fits many messages at once.
    """
    if not (_KEY.fullmatch(digest) and _KEY.fullmatch(signature.key) and _VALUE.fullmatch(signature.value)):
        return False
    if _small_order(bytes.fromhex(signature.key)):
        return False
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signature.key))
        key.verify(bytes.fromhex(signature.value), bytes.fromhex(digest))
    except (InvalidSignature, ValueError):
        return False
    return True


def holders(act: Act, keys: TrustedKeys) -> tuple[KeyHolder | None, ...]:
    """Who signed, in the order of the signatures; None for a key that the list does not know."""
    return tuple(keys.get(signature.key) for signature in act.signatures)


def day_of_signing(act: Act) -> Day | None:
    """The day against which a key's period is held: the day of recording, else the act's own date."""
    if act.recorded:
        try:
            return Day.exactly(datetime.fromisoformat(act.recorded).date())
        except ValueError:
            return None
    stated = act.facts.get("date", ())
    return stated[0].value if len({str(one.value) for one in stated}) == 1 else None


def _small_order(key: bytes) -> bool:
    y = int.from_bytes(key, "little") & ((1 << 255) - 1)
    return y % _FIELD in _SMALL_ORDER


def _private(key: bytes) -> Ed25519PrivateKey:
    if len(key) != _KEY_BYTES:
        raise PilkadesError("key-length", bytes=len(key))
    return Ed25519PrivateKey.from_private_bytes(key)
