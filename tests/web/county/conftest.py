"""An official of the county signed in, on the fixed day of the scenes."""

from dataclasses import dataclass

import pytest
from django.test import Client
from tests.web.committee.conftest import signed_in
from tests.web.scenes import NOW, county, granted, person

from pilkades.web.core import clock
from pilkades.web.core.models import County, Role, Wave
from pilkades.web.shared.models import User


@dataclass(frozen=True)
class Office:
    """A county, one of its officials, and the official's client."""

    county: County
    user: User
    client: Client

    def at(self, rest: str = "") -> str:
        """The address of a page of this county."""
        return f"/kabupaten/{self.county.pk}/{rest}"

    def board(self, wave: Wave, query: str = "") -> str:
        """The address of a wave's board."""
        return self.at(f"gelombang/{wave.pk}/{query}")


@pytest.fixture(autouse=True)
def fixed_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day of the scenes, so that limits do not move with the calendar."""
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def office(db: None) -> Office:
    """The county of the scenes with one official."""
    del db
    official = person("Bambang Wijaya")
    granted(official, Role.COUNTY, county())
    return Office(county(), official, signed_in(official))
