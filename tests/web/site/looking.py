"""What is measured on a page in the browser: the rows of the checklist (ui.md, section 5)."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import tests.axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, Request
from tests.web.shared import stops
from tests.web.shared.test_browser import OVERFLOW, SMALL
from tests.web.shared.test_words import BANNED, BANNED_ENGLISH
from tests.windows import PHONE, Dress, window

WIDTHS = (320, 360, 768, 1280)
DRESS = ("color_scheme", "forced_colors", "reduced_motion")
_OPEN_ALL = "document.querySelectorAll('details').forEach(e => e.open = true)"
# What a person wrote or an article says is not the site's own words.
_OWN_WORDS = """() => { const copy = document.querySelector('body').cloneNode(true);
  copy.querySelectorAll('blockquote,q,textarea,[data-quoted],[lang],script').forEach(e => e.remove());
  return copy.innerText; }"""
# Words of Indonesian sentences that English has no use for.
_INDONESIAN = {
    "yang", "dan", "untuk", "dengan", "belum", "tidak", "adalah", "dari", "pada", "atau", "sudah", "akan",
    "oleh", "kepada", "dalam", "ini", "itu",
}  # fmt: skip
_MOST_STOPS = 60


@contextmanager
def opened(
    browser: Browser,
    address: str,
    client: Client,
    language: str = "id",
    **options: Any,  # noqa: ANN401 -- Playwright's own options
) -> Iterator[Page]:
    """A page of a fresh phone with that client's session and language; dressed as the options say."""
    worn = {name: options.pop(name) for name in DRESS if name in options}
    with window(browser, Dress(**worn), **{**PHONE, **options}) as page:
        cookies = [("django_language", language)]
        held = client.cookies.get(settings.SESSION_COOKIE_NAME)
        if held is not None:
            cookies.append((settings.SESSION_COOKIE_NAME, held.value))
        for name, value in cookies:
            page.context.add_cookies([{"name": name, "value": value, "url": address}])
        yield page


def axe(page: Page) -> list[str]:
    """Every rule of WCAG 2.2 AA that the page breaks, with everything folded opened."""
    page.evaluate(_OPEN_ALL)
    return tests.axe.violations(page)


def sideways(page: Page) -> dict[int, object]:
    """What is wider than the screen, at each width."""
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 640})
        found[width] = page.evaluate(OVERFLOW)
    page.set_viewport_size({"width": 360, "height": 640})
    return {width: what for width, what in found.items() if what}


def too_small(page: Page) -> list[str]:
    """What a thumb cannot hit."""
    return list(page.evaluate(SMALL))


def twice_as_large(page: Page) -> list[str]:
    """What leaves the screen when text is twice as large."""
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    found = list(page.evaluate(OVERFLOW))
    page.evaluate("document.documentElement.style.fontSize = ''")
    return found


def by_keyboard(page: Page) -> list[str]:
    """Stops of the Tab key that show no focus, or come out of order; the first sixty of a long page."""
    page.evaluate("document.querySelectorAll('details').forEach(e => e.open = false)")
    return stops.faults(page, _MOST_STOPS)


def shape(page: Page) -> list[str]:
    """One heading of the first order, a title that begins as it does, the language said."""
    heads = page.locator("h1").all_inner_texts()
    return [] if len(heads) == 1 and heads[0].strip() else [f"h1: {heads}"]


def words(page: Page, language: str) -> list[str]:
    """Words that blame or beg, and on an English page Indonesian sentences."""
    said = str(page.evaluate(_OWN_WORDS))
    found = set(re.findall(r"[a-z]+", said.lower()))
    wrong = sorted(found & (BANNED if language == "id" else BANNED_ENGLISH))
    if language == "en":
        wrong += sorted(found & _INDONESIAN)
    return wrong


def printed(page: Page, folder: Path) -> list[str]:
    """What is missing on paper: the title on the first sheet, and that no button is printed."""
    file = folder / "page.pdf"
    page.pdf(path=str(file), format="A4")
    found = sheets(file)
    head = " ".join(page.locator("h1").inner_text().split())
    missing = [] if head in found[0] else [f"no title on paper: {head}"]
    paper = " ".join(found)
    return missing + [gone for gone in ("Langsung ke isi", "Keluar") if re.search(rf"\b{gone}\b", paper)]


def sheets(file: Path) -> list[str]:
    """The words of each sheet of a printed page."""
    told = subprocess.run(  # noqa: S603 -- a fixed command on our own file
        [str(shutil.which("pdftotext")), "-layout", str(file), "-"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return [" ".join(sheet.split()) for sheet in told.split("\f") if sheet.strip()]


class Wire:
    """What a page fetches: bytes, addresses elsewhere, complaints of the browser."""

    def __init__(self, page: Page) -> None:
        self._fetched: list[Request] = []
        self.complaints: list[str] = []
        self._asked: list[str] = []
        page.on("requestfinished", lambda request: self._fetched.append(request))  # noqa: PLW0108 -- Playwright cannot mark a built-in
        page.on("request", lambda request: self._asked.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda fault: self.complaints.append(str(fault)))

    @property
    def weight(self) -> int:
        """Bytes of everything that was fetched, with what the server says of it."""
        sizes = [request.sizes() for request in self._fetched]
        return sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)

    def elsewhere(self, address: str) -> list[str]:
        """Addresses of other hosts that the page asked."""
        return [url for url in self._asked if not url.startswith((address, "data:"))]
