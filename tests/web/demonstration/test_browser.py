"""The page of people in a real browser: the checklist, and a click that leads to a desk, without script."""

from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer
from tests.web.demonstration.conftest import NOW, TODAY
from tests.web.site import looking

from pilkades.web.demonstration.loading import load


@pytest.fixture
def address(transactional_db: None, demonstration: None, live_server: LiveServer) -> str:
    """Everything loaded and committed, so that the server's thread sees it."""
    del transactional_db, demonstration
    load(TODAY, NOW)
    return f"{live_server.url}/demonstrasi/"


def test_the_page_of_people_holds_to_the_checklist(chromium: Browser, address: str, tmp_path: Path) -> None:
    with looking.opened(chromium, address, Client(), color_scheme="light") as page:
        page.goto(address, wait_until="networkidle")
        found: dict[str, object] = {
            "shape": looking.shape(page),
            "words": looking.words(page, "id"),
            "sideways": looking.sideways(page),
            "too small": looking.too_small(page),
            "keyboard": looking.by_keyboard(page),
            "twice as large": looking.twice_as_large(page),
            "axe": looking.axe(page),
            "print": looking.printed(page, tmp_path),
        }
    with looking.opened(chromium, address, Client(), "en", color_scheme="dark") as page:
        page.goto(address)
        found |= {"dark": looking.axe(page), "English": looking.words(page, "en")}
    with looking.opened(chromium, address, Client(), java_script_enabled=False) as page:
        page.goto(address)
        page.get_by_role("button", name="Ketua Khayalan").click()
        assert page.get_by_role("heading", level=1).inner_text() == "Meja panitia"
        page.get_by_role("link", name="Ganti orang").click()
        assert page.get_by_role("heading", level=1).inner_text() == "Masuk sebagai siapa?"
    assert {row: what for row, what in found.items() if what} == {}
