"""Places, times and roles as these pages say them."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from pilkades.base.language import Text, same
from pilkades.web.core.frame import ROLES
from pilkades.web.core.models import County, District, Grant, Invitation, Role, Village
from pilkades.web.core.services.grant_role import Place
from pilkades.web.shared.components.words import long_day, long_moment


def role_words(role: str) -> Text:
    """The role's name."""
    return ROLES[Role(role)]


def place_of(held: Grant | Invitation) -> Place:
    """Where it counts.

    Raises:
        TypeError: a row without a place, which the database rules out.
    """
    place = held.village or held.district or held.county
    if place is None:
        raise TypeError("a role without a place")
    return place


def place_words(place: Place) -> Text:
    """The place with the one above it."""
    match place:
        case Village():
            return same(f"{place.name}, {place.district.name}, {place.district.county.name}")
        case District():
            return same(f"{place.name}, {place.county.name}")
        case County():
            return same(place.name)


def zone_of(place: Place) -> ZoneInfo:
    """The clock of the place's county."""
    match place:
        case Village():
            return ZoneInfo(place.district.county.zone)
        case District():
            return ZoneInfo(place.county.zone)
        case County():
            return ZoneInfo(place.zone)


def time_words(starts: datetime, until: datetime, zone: ZoneInfo) -> Text:
    """From day to day; a time that ends at midnight is said by its last whole day."""
    first, after = starts.astimezone(zone), until.astimezone(zone)
    last = (after - timedelta(microseconds=1)).date()
    return Text("{first} sampai {last}", "{first} to {last}").fill(
        first=long_day(first.date()), last=long_day(last)
    )


def moment_words(at: datetime, zone: ZoneInfo) -> Text:
    """The moment on the place's clock."""
    return long_moment(at.astimezone(zone))
