"""The secret address of a person's calendar: made, ended, and found again by what the calendar sends."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.crypto import salted_hmac

from pilkades.web.core import clock
from pilkades.web.core.access import Need, NotThereError, access_election
from pilkades.web.core.models import CalendarFeed, Election
from pilkades.web.shared.models import User


def open_feed(user: User, election_id: int, *, at: datetime | None = None) -> str:
    """Make a secret address; the one before ends. The token can be read this once.

    Raises:
        NotThereError: no such election for this person.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        election = access_election(user, election_id, Need.READ, moment)
        _standing(user, election).update(ended_at=moment)
        token = clock.new_token()
        CalendarFeed.objects.create(user=user, election=election, token_hash=_hashed(token), made_at=moment)
        return token


def end_feed(user: User, election_id: int, *, at: datetime | None = None) -> None:
    """End the person's address; where there is none, nothing happens.

    Raises:
        NotThereError: no such election for this person.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        _standing(user, access_election(user, election_id, Need.READ, moment)).update(ended_at=moment)


def feed_since(user: User, election: Election) -> datetime | None:
    """When the address that stands was made; None while there is none."""
    found = _standing(user, election).first()
    return found.made_at if found else None


def feed_by(token: str, *, at: datetime | None = None) -> tuple[User, Election]:
    """Whose calendar asks for which election: the address stands, and so does the person's right to read.

    Raises:
        NotThereError: there is no such address, or no right to it any more.
    """
    moment = at or clock.now()
    found = (
        CalendarFeed.objects.filter(token_hash=_hashed(token), ended_at__isnull=True)
        .select_related("user")
        .first()
    )
    if found is None:
        raise NotThereError
    return found.user, access_election(found.user, found.election_id, Need.READ, moment)


def _standing(user: User, election: Election) -> QuerySet[CalendarFeed]:
    return CalendarFeed.objects.filter(user=user, election=election, ended_at__isnull=True)


def _hashed(token: str) -> str:
    return salted_hmac("pilkades.calendar", token, algorithm="sha256").hexdigest()
