"""The checklist of ui.md section 5 over the public pages as the site answers them."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Browser, Page, Route
from tests.web.public.content import append, filled
from tests.web.scenes import draft, election
from tests.web.shared.test_browser import OVERFLOW, SMALL, _axe

pytestmark = pytest.mark.django_db
SITE = "http://desa.test"
KINDS = {"css": "text/css", "js": "text/javascript"}


class Site:
    """Every public page of a county as it was answered, handed to the browser without a server."""

    def __init__(self) -> None:
        self.bodies: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.pages: list[str] = []
        self.asked: list[str] = []

    def keep(self, path: str) -> None:
        """Ask the site for a page and keep the answer."""
        answer = Client().get(path)
        self.bodies[path] = (answer.status_code, dict(answer.headers.items()), answer.content)
        self.pages.append(path)

    def answer(self, route: Route) -> None:
        """Give the browser what was kept, or a static file."""
        path = urlsplit(route.request.url).path
        self.asked.append(path)
        if path not in self.bodies:
            found = finders.find(path.removeprefix("/static/"))
            assert isinstance(found, str), path
            with open(found, "rb") as file:  # noqa: PTH123 -- a path that Django hands out as words
                kind = KINDS[found.rsplit(".", 1)[1]]
                self.bodies[path] = (200, {"Content-Type": kind}, file.read())
        status, headers, body = self.bodies[path]
        route.fulfill(status=status, headers=headers, body=body)


@pytest.fixture
def site() -> Site:
    """A county with a village before its result, one with nothing on record, one with its result."""
    made = Site()
    done = filled(election())
    append(
        done,
        draft("recapitulation", date="2026-12-06", announced=True),
        draft("winner_adopted", date="2026-12-07"),
        *(draft() for _ in range(30)),
    )
    bare = election("33.28.01.2002")
    for number in range(50):
        election(f"33.28.02.{2001 + number}")
    for language in ("", "en/"):
        for rest in (
            "",
            "kabupaten/33.28/",
            f"desa/{done.key}/",
            f"desa/{done.key}/catatan/",
            f"desa/{bare.key}/",
        ):
            made.keep(f"/publik/{language}{rest}")
    made.keep("/publik/desa/tidak-ada/")
    return made


def on_each(
    site: Site, browser: Browser, width: int, look: Callable[[Page], object], **dress: object
) -> dict[str, object]:
    """What is found on each page; only the pages on which something is."""
    context = browser.new_context(
        viewport={"width": width, "height": 640},
        is_mobile=width < 768,
        has_touch=width < 768,
        **dress,  # type: ignore[arg-type] # options by name
    )
    context.route("**/*", site.answer)
    page = context.new_page()
    found = {}
    for path in site.pages:
        page.goto(SITE + path)
        if seen := look(page):
            found[path] = seen
    context.close()
    return found


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_public_page_scrolls_sideways(site: Site, chromium: Browser, width: int) -> None:
    assert on_each(site, chromium, width, lambda page: page.evaluate(OVERFLOW)) == {}


@pytest.mark.parametrize("width", [360, 1280])
def test_everything_to_tap_on_a_public_page_is_as_large_as_a_thumb(
    site: Site, chromium: Browser, width: int
) -> None:
    assert on_each(site, chromium, width, lambda page: page.evaluate(SMALL)) == {}


@pytest.mark.parametrize(("width", "dress"), [(360, "light"), (1280, "dark")])
def test_axe_finds_nothing_on_a_public_page(site: Site, chromium: Browser, width: int, dress: str) -> None:
    def look(page: Page) -> list[str]:
        page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
        return _axe(page)

    assert on_each(site, chromium, width, look, color_scheme=dress) == {}


def test_a_public_page_is_whole_without_scripts_and_weighs_less_than_50_kb(
    site: Site, chromium: Browser
) -> None:
    def look(page: Page) -> object:
        needed = [*site.asked]
        site.asked.clear()
        weight = sum(len(site.bodies[path][2]) for path in needed)
        assert not [path for path in needed if path.endswith(".js")]
        return None if 10_000 < weight < 50_000 and len(page.inner_text("main")) > 40 else weight

    pages, site.pages = site.pages, []
    found: dict[str, object] = {}
    for path in pages:
        # A fresh reader each time: nothing is in the cache.
        site.pages = [path]
        found |= on_each(site, chromium, 360, look, java_script_enabled=False)
    assert found == {}


def test_every_link_of_a_public_page_leads_somewhere(site: Site) -> None:
    texts = {path: site.bodies[path][2].decode() for path in site.pages[:-1]}
    dead = []
    for path, text in texts.items():
        for target in set(re.findall(r'href="([^"]+)"', text)):
            if target.startswith("#"):
                dead += [(path, target)] * (f'id="{target[1:]}"' not in text)
            elif target.startswith("/publik/") and Client().get(target).status_code != 200:
                dead.append((path, target))
    assert dead == []
