"""The world of the matrix and the checklist, on a fixed day."""

import pytest
from tests.web.scenes import NOW
from tests.web.site.world import World, made

from pilkades.web.core import clock


@pytest.fixture(autouse=True)
def fixed_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day of the scenes, so that limits do not move with the calendar."""
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def world(db: None) -> World:
    """Somebody in every role, at one election."""
    del db
    return made()


@pytest.fixture
def served_world(transactional_db: None) -> World:
    """The same, committed, so that a server's thread sees it."""
    del transactional_db
    return made()
