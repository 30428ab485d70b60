"""Names of acts: UUIDv7, made from a moment and chance that the caller brings."""

import re
from uuid import UUID

from pilkades.base.errors import PilkadesError

_WRITTEN = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_RANDOM_BYTES = 10
_MILLISECONDS_BITS = 48
_VERSION = 0x7 << 76
_VARIANT = 0b10 << 62
# Everything but the four bits of the version and the two of the variant is the caller's.
_FREE = ~((0xF << 76) | (0b11 << 62))


def uuid7(milliseconds: int, random_bytes: bytes) -> str:
    """Build a UUIDv7 from milliseconds since 1970 (UTC) and ten random bytes (RFC 9562, section 5.7).

    Six of the eighty random bits give way to version and variant.

    Raises:
        PilkadesError: `uuid7-moment` outside 48 bits, `uuid7-random` when there are not ten bytes.
    """
    if not 0 <= milliseconds < 1 << _MILLISECONDS_BITS:
        raise PilkadesError("uuid7-moment", milliseconds=milliseconds)
    if len(random_bytes) != _RANDOM_BYTES:
        raise PilkadesError("uuid7-random", bytes=len(random_bytes))
    drawn = (milliseconds << 80) | int.from_bytes(random_bytes, "big")
    return str(UUID(int=drawn & _FREE | _VERSION | _VARIANT))


def is_uuid7(words: str) -> bool:
    """Whether it is a UUIDv7 in its one written form: lower case, with hyphens."""
    return _WRITTEN.fullmatch(words) is not None
