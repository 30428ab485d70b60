"""The gallery served as the site serves pages, and one browser for all tests of it."""

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.web.shared.gallery import write
from tests.windows import DESK, LIGHT, PHONE, Dress, window
from typing_extensions import override

from pilkades.web.shared.middleware import CONTENT_SECURITY_POLICY

_TABLET = 768


class _Handler(SimpleHTTPRequestHandler):
    """Files under the policy that the site's pages are under."""

    @override
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        super().end_headers()

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Keep the tests quiet."""


@dataclass(frozen=True, slots=True)
class Gallery:
    """The served gallery and the browser that reads it."""

    address: str
    browser: Browser

    @contextmanager
    def opened(
        self,
        name: str,
        language: str = "id",
        *,
        width: int = 360,
        dress: Dress = LIGHT,
        scripts: bool = True,
    ) -> Iterator[Page]:
        """A page before a fresh reader, on a phone unless a width is said."""
        machine = PHONE if width < _TABLET else DESK
        options = {**machine, "viewport": {"width": width, "height": 640}, "java_script_enabled": scripts}
        with window(self.browser, dress, **options) as page:
            page.goto(self.url(name, language))
            yield page

    def url(self, name: str, language: str = "id") -> str:
        """Where a page stands."""
        return f"{self.address}/{language}/{name}.html"


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Write the gallery into a folder and serve it; gives its address."""
    write(folder)
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def gallery(tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Iterator[Gallery]:
    """Every page in both languages, read by Debian's Chromium."""
    with served(tmp_path_factory.mktemp("gallery")) as address:
        yield Gallery(address, chromium)


@pytest.fixture
def phone(gallery: Gallery) -> Iterator[Page]:
    """A phone of 360 px on which nothing is open."""
    with window(gallery.browser, **PHONE) as page:
        yield page
