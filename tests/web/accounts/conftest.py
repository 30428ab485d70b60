"""A fixed day, and people at the door."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from tests.web.scenes import NOW, granted, person, village

from pilkades.web.core import clock
from pilkades.web.core.models import Role, Village
from pilkades.web.core.services.grant_role import Order, Place
from pilkades.web.core.services.invite import Printed, invite
from pilkades.web.shared.models import User

WORD = "kuda hijau minum kopi"


@pytest.fixture(autouse=True)
def fixed_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day of the scenes, so that limits do not move with the calendar."""
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture(autouse=True)
def nothing_tried() -> None:
    """No test counts the tries of another."""
    cache.clear()


def of_county(where: Village) -> User:
    made = person("Rina Wati")
    granted(made, Role.COUNTY, where.district.county)
    return made


def printed(
    role: Role = Role.VILLAGE_CHAIR, place: Place | None = None, invited: str = "Budi Santoso"
) -> Printed:
    """A code on paper, from the county."""
    where = place or village()
    seat = where if isinstance(where, Village) else village()
    return invite(of_county(seat), invited, Order(role, where, NOW, NOW + timedelta(days=100)), at=NOW)


def code_of_phone(secret: str) -> str:
    """What an app on a phone shows now for the secret."""
    counters = list(yield_hotp_counters_from_time())
    return str(format_hotp_value(hotp_value(secret, counters[len(counters) // 2])))


def shown_secret(html: str) -> str:
    """The secret that the page shows to type."""
    found = re.search(r'<strong class="digest">([A-Z2-7 ]+)</strong>', html)
    assert found
    return found[1].replace(" ", "")
