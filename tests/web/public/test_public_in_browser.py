"""The checklist of ui.md section 5 over public pages that hold much, little and nothing.

Every address with an ordinary record is walked through with all others of the site (tests/web/site); here are
the states that only these pages know.
"""

import gzip
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Browser, Page, Route
from tests.web.public.content import PEOPLE, append, filled
from tests.web.public.test_village import ADOPTED
from tests.web.scenes import draft, election
from tests.web.site import looking
from tests.windows import DARK, DESK, FORCED, LIGHT, PHONE, wear, window

pytestmark = pytest.mark.django_db
SITE = "http://desa.test"
KINDS = {"css": "text/css", "js": "text/javascript"}
LANGUAGES = {"id": "", "en": "en/"}
HEAVIEST = 50_000


class Site:
    """Public pages as the site answered them, handed to the browser without a server."""

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
        parts = urlsplit(route.request.url)
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        self.asked.append(path)
        if path not in self.bodies:
            found = finders.find(path.removeprefix("/static/"))
            assert isinstance(found, str), path
            file = Path(found)
            self.bodies[path] = (200, {"Content-Type": KINDS[file.suffix[1:]]}, file.read_bytes())
        status, headers, body = self.bodies[path]
        route.fulfill(status=status, headers=headers, body=body)


@pytest.fixture
def site() -> Site:
    """A county: its result adopted in one village, its timetable in another, nothing on record elsewhere."""
    made = Site()
    done, ahead, bare = filled(election()), election("33.28.01.2002"), election("33.28.01.2003")
    append(
        done,
        draft("recapitulation", date="2026-12-06", minutes=True, announced=True),
        draft("winner_adopted", date="2026-12-07", winner=PEOPLE[0]["name"]),
        *(draft() for _ in range(30)),
    )
    append(
        ahead,
        draft("schedule_adopted", date="2026-08-10", document="7/PAN/2026", steps=ADOPTED),
        draft("announcement", date="2026-08-11", title="DPS", words="Bawa KTP ke balai desa.\nPukul 08.00."),
    )
    for number in range(40):
        election(f"33.28.02.{2001 + number}")
    for space in LANGUAGES.values():
        for rest in (
            "", "?cari=2002", "kabupaten/33.28/", "kabupaten/33.28/?cari=entah", f"desa/{done.key}/",
            f"desa/{done.key}/catatan/", f"desa/{done.key}/catatan/?halaman=2", f"desa/{ahead.key}/",
            f"desa/{ahead.key}/jadwal/", f"desa/{bare.key}/", f"desa/{bare.key}/jadwal/",
            f"desa/{bare.key}/catatan/", "desa/tidak-ada/",
        ):  # fmt: skip
            made.keep(f"/publik/{space}{rest}")
    return made


def on_each(
    site: Site, browser: Browser, look: Callable[[Page, str], object], **options: object
) -> dict[str, object]:
    """What is found on each page; only the pages on which something is."""
    found = {}
    with window(browser, **{**PHONE, **options}) as page:
        # What is routed is asked anew for every page: nothing is in the cache.
        page.route("**/*", site.answer)
        for path in site.pages:
            page.goto(SITE + path)
            wear(page, LIGHT)
            if seen := look(page, "en" if path.startswith("/publik/en/") else "id"):
                found[path] = seen
    return found


def test_every_state_of_a_public_page_holds_to_the_checklist(site: Site, chromium: Browser) -> None:
    def look(page: Page, language: str) -> dict[str, object]:
        found = {
            "shape": looking.shape(page),
            "words": looking.words(page, language),
            "sideways": looking.sideways(page),
            "too small": looking.too_small(page),
            "twice as large": looking.twice_as_large(page),
            "axe": looking.axe(page),
        }
        if language == "id":
            found["keyboard"] = looking.by_keyboard(page)
            for dress in (DARK, FORCED):
                wear(page, dress)
                found[str(dress)] = looking.axe(page)
        return {row: what for row, what in found.items() if what}

    assert on_each(site, chromium, look) == {}


def test_a_public_page_is_whole_without_scripts_and_weighs_less_than_50_kb(
    site: Site, chromium: Browser
) -> None:
    def look(page: Page, _language: str) -> object:
        needed = [*site.asked]
        site.asked.clear()
        assert not [path for path in needed if path.endswith(".js")]
        # Every browser reads gzip, and the page is sent so; style sheets count as they lie on the disk.
        weight = sum(
            len(body if path.endswith(".css") else gzip.compress(body))
            for path in needed
            for body in [site.bodies[path][2]]
        )
        return None if 10_000 < weight < HEAVIEST and len(page.inner_text("main")) > 40 else weight

    assert on_each(site, chromium, look, java_script_enabled=False) == {}


def test_a_search_is_sent_without_script(site: Site, chromium: Browser) -> None:
    with window(chromium, **PHONE, java_script_enabled=False) as page:
        page.route("**/*", site.answer)
        page.goto(f"{SITE}/publik/")
        page.get_by_label("Cari desa").fill("2002")
        page.get_by_role("button", name="Cari").click()
        assert page.url == f"{SITE}/publik/?cari=2002"
        assert page.get_by_role("link", name="Desa 33.28.01.2002").count() == 1


def test_on_paper_the_first_sheet_says_title_certainty_and_the_last_the_hour(
    site: Site, chromium: Browser, tmp_path: Path
) -> None:
    village = next(path for path in site.pages if path.endswith("2001-2026-12-06/"))
    site.pages = [village]
    sheets: list[str] = []

    def look(page: Page, _language: str) -> list[str]:
        missing = looking.printed(page, tmp_path)
        sheets.extend(looking.sheets(tmp_path / "page.pdf"))
        return missing

    assert on_each(site, chromium, look, viewport=DESK["viewport"], is_mobile=False) == {}
    assert "Ditetapkan panitia" in sheets[0]
    assert "Halaman ini dibuat Senin, 3 Agustus 2026, 09.00 WIB." in sheets[-1]
    assert [word for word in ("English", "Masukkan tanggal") if word in sheets[0]] == []


def test_every_link_of_a_public_page_leads_somewhere(site: Site) -> None:
    dead = []
    for path in site.pages:
        text = Client().get(path).content.decode()
        where, _, _ = path.partition("?")
        for target in sorted(set(re.findall(r'href="([^"]+)"', text))):
            address, _, anchor = target.replace("&amp;", "&").partition("#")
            if address.startswith(("/static/", "data:")):
                continue
            asked = where + address if address.startswith("?") else address or path
            answer = Client().get(asked)
            if (answer.status_code != 200 and not (address == "" and "tidak-ada" in path)) or (
                anchor and f'id="{anchor}"' not in answer.content.decode()
            ):
                dead.append((path, target))
    assert dead == []
