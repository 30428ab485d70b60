"""The checklist of ui.md section 5 over every page of the URL table, in a real browser."""

from difflib import unified_diff
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer
from tests.web.site import looking
from tests.web.site.addresses import PAGES
from tests.web.site.world import World
from tests.windows import DARK, FORCED, wear

NAMES = sorted(PAGES)
# Less than the least, and nothing was weighed.
_LEAST, _PUBLIC, _DESK = 10_000, 50_000, 120_000


@pytest.mark.parametrize("name", NAMES)
def test_a_page_holds_to_the_checklist(
    chromium: Browser, served_world: World, live_server: LiveServer, tmp_path: Path, name: str
) -> None:
    address = PAGES[name]
    url, client = live_server.url + address.of(name, served_world), served_world.client(address.by)
    with looking.opened(chromium, live_server.url, client, color_scheme="light") as page:
        wire = looking.Wire(page)
        page.goto(url)
        read = page.inner_text("main")
        found: dict[str, object] = {
            "shape": looking.shape(page),
            "words": looking.words(page, address.language or "id"),
            "sideways": looking.sideways(page),
            "too small": looking.too_small(page),
            "keyboard": looking.by_keyboard(page),
            "twice as large": looking.twice_as_large(page),
            "axe": looking.axe(page),
            "print": looking.printed(page, tmp_path),
        }
        for dress in (DARK, FORCED):
            wear(page, dress)
            found[str(dress)] = looking.axe(page)
        # Last, so that what a script does later is seen too.
        found["complaints"] = wire.complaints
        found["elsewhere"] = wire.elsewhere(live_server.url)
        if not _LEAST < wire.weight < (_PUBLIC if address.public else _DESK):
            found["weight"] = wire.weight
    with looking.opened(chromium, live_server.url, client, java_script_enabled=False) as page:
        page.goto(url)
        with_scripts, without = (text.splitlines(keepends=True) for text in (read, page.inner_text("main")))
        found["without scripts"] = list(unified_diff(with_scripts, without, n=0))
    assert {row: what for row, what in found.items() if what} == {}


@pytest.mark.parametrize("name", [name for name in NAMES if PAGES[name].language != "id"])
def test_a_page_is_whole_in_english(
    chromium: Browser, served_world: World, live_server: LiveServer, name: str
) -> None:
    address = PAGES[name]
    url, client = live_server.url + address.of(name, served_world), served_world.client(address.by)
    with looking.opened(chromium, live_server.url, client, "en", color_scheme="light") as page:
        page.goto(url)
        found: dict[str, object] = {
            "language": [] if page.evaluate("document.documentElement.lang") == "en" else ["not English"],
            "words": looking.words(page, "en"),
            "sideways": looking.sideways(page),
            "too small": looking.too_small(page),
            "axe": looking.axe(page),
        }
    assert {row: what for row, what in found.items() if what} == {}
