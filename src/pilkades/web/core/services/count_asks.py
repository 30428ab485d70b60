"""How often one asked: kept in the database, so that it holds over processes and restarts."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from pilkades.base.errors import PilkadesError
from pilkades.web.core.models import AskCount, Election

_KEPT = timedelta(days=1)
_HOUSEHOLD = 64  # a line into the house holds a whole network of this size


@dataclass(frozen=True, slots=True)
class Limit:
    """So many questions in so many minutes, each span beginning at a full one."""

    most: int
    minutes: int


def demand_not_too_often(election: Election, at: datetime, *asked: tuple[str, str, Limit]) -> None:
    """Count a question under each of these names (what is asked, by whom or about whom, the limit).

    Neither addresses nor numbers are kept: they stand here as keyed hashes, for a day.

    Raises:
        PilkadesError: `asked-too-often` with the minutes to wait; the question counts all the same.
    """
    over = 0
    with transaction.atomic(durable=True):
        AskCount.objects.filter(since__lt=at - _KEPT).delete()
        for what, who, limit in asked:
            since = _span(at, limit)
            name = salted_hmac("pilkades.asker", f"{what}|{who}", algorithm="sha256").hexdigest()
            row, _ = AskCount.objects.get_or_create(election=election, asker=name, since=since)
            AskCount.objects.filter(pk=row.pk).update(count=F("count") + 1)
            row.refresh_from_db(fields=["count"])
            if row.count > limit.most:
                ends = since + timedelta(minutes=limit.minutes)
                over = max(over, -(-(ends - at) // timedelta(minutes=1)))
    if over:
        raise PilkadesError("asked-too-often", minutes=over)


def household(address: str) -> str:
    """The address by which questions are counted: of a line into a house all addresses count as one."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address) and found.ipv4_mapped is None:
        return str(ip_network((found, _HOUSEHOLD), strict=False))
    return str(found)


def _span(at: datetime, limit: Limit) -> datetime:
    seconds = int(at.timestamp())
    return datetime.fromtimestamp(seconds - seconds % (limit.minutes * 60), tz=UTC)
