"""A site in demonstration mode, loaded for a fixed day."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from pytest_django import Settings

from pilkades.web.core import clock
from pilkades.web.demonstration.loading import Loaded, load

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


@pytest.fixture
def demonstration(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The mode alone, on the day."""
    settings.CONFIG = replace(settings.CONFIG, demonstration=True, debug=True)
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def loaded(db: None, demonstration: None) -> Loaded:
    """Everything that a demonstration shows."""
    del db, demonstration
    return load(TODAY, NOW)


@pytest.fixture
def visitor() -> Client:
    """Somebody who has not signed in, with a browser that sends no token by itself."""
    return Client()
