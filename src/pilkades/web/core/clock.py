"""The one place where the web asks the clock and chance; everything else takes them as arguments."""

import secrets
from datetime import date, datetime, timedelta
from functools import cache
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from pilkades.acts.identity import uuid7

# No 0 and O, 1 and I and L, which look alike on paper.
_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_GROUPS, _GROUP = 3, 4


def now() -> datetime:
    """This moment, with its zone; in a demonstration of another day, this hour of that day."""
    return timezone.now() + _ahead(settings.CONFIG.demonstration_day)


@cache
def _ahead(day: date | None) -> timedelta:
    """How far a demonstration's day lies from the day on which this process first asked."""
    return timedelta(0) if day is None else day - timezone.localdate()


def new_act_id(at: datetime) -> str:
    """A name for an act made at that moment."""
    return uuid7(int(at.timestamp() * 1000), secrets.token_bytes(10))


def instant(at: datetime, zone: str) -> str:
    """The moment as a record writes it: on the village's clock, to the second."""
    return at.astimezone(ZoneInfo(zone)).isoformat(timespec="seconds")


def chance(size: int) -> bytes:
    """So many bytes of chance, for keys and nonces."""
    return secrets.token_bytes(size)


def chance_below(bound: int) -> int:
    """A whole number by chance, from 0 up to but not the bound."""
    return secrets.randbelow(bound)


def new_person() -> UUID:
    """A name for a person on the voter register, which says nothing of who it is or when it was made."""
    return UUID(bytes=secrets.token_bytes(16), version=4)


def new_token() -> str:
    """A secret for an address: 32 bytes of chance."""
    return secrets.token_urlsafe(32)


def new_code() -> str:
    """A code to print: twelve letters in three groups, some 59 bits of chance."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))
