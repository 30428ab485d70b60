"""The day of the scenes, for every test of the public pages."""

import pytest
from tests.web.scenes import NOW

from pilkades.web.core import clock


@pytest.fixture(autouse=True)
def fixed_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that limits do not move with the calendar."""
    monkeypatch.setattr(clock, "now", lambda: NOW)
