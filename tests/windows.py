"""Windows of the browser that are kept: opening one costs more than all that is looked at in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

from playwright.sync_api import Browser, CDPSession, Page, ViewportSize

Options = dict[str, Any]
PHONE: Options = {
    "viewport": {"width": 360, "height": 640},
    "is_mobile": True,
    "has_touch": True,
    "locale": "id-ID",
}
DESK: Options = {"viewport": {"width": 1280, "height": 640}, "locale": "id-ID"}
NOWHERE = "about:blank"


@dataclass(frozen=True, slots=True)
class Dress:
    """How the reader's machine wants to be shown pages."""

    color_scheme: Literal["light", "dark"] = "light"
    forced_colors: Literal["active", "none"] = "none"
    reduced_motion: Literal["reduce", "no-preference"] = "no-preference"


LIGHT, DARK, FORCED = Dress(), Dress("dark"), Dress(forced_colors="active", reduced_motion="reduce")


@dataclass(frozen=True, slots=True)
class _Kept:
    """A window of one kind that nobody is reading in, and the line on which the browser takes orders."""

    page: Page
    line: CDPSession


_kept: dict[tuple[Browser, str], list[_Kept]] = {}


@contextmanager
def window(browser: Browser, dress: Dress = LIGHT, **options: Any) -> Iterator[Page]:  # noqa: ANN401 -- Playwright's own options
    """A page of a reader who has never been here: no cookie, nothing in the cache, dressed as asked.

    Options are those of Playwright's contexts. Size and dress are put on anew; whatever else is asked makes
    a kind of window of its own. Where a test fails in it, a window is thrown away.
    """
    size: ViewportSize = options.get("viewport") or DESK["viewport"]
    fixed = {name: value for name, value in options.items() if name != "viewport"}
    idle = _kept.setdefault((browser, repr(sorted(fixed.items()))), [])
    kept = idle.pop() if idle else _opened(browser, fixed)
    try:
        kept.page.set_viewport_size(size)
        wear(kept.page, dress)
        yield kept.page
        _leave(kept)
    except BaseException:
        kept.page.context.close()
        raise
    idle.append(kept)


def wear(page: Page, dress: Dress) -> None:
    """Put another dress on a page that stands open."""
    page.emulate_media(
        media="null",
        color_scheme=dress.color_scheme,
        forced_colors=dress.forced_colors,
        reduced_motion=dress.reduced_motion,
    )


def close_all() -> None:
    """Close the windows that are kept, and with them their lines to servers."""
    for idle in _kept.values():
        while idle:
            idle.pop().page.context.close()


def _opened(browser: Browser, options: Options) -> _Kept:
    page = browser.new_context(viewport=DESK["viewport"], **options).new_page()
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    return _Kept(page, line)


def _leave(kept: _Kept) -> None:
    """Stop what runs in the page, and forget who read what in it."""
    page, context = kept.page, kept.page.context
    for other in context.pages:
        if other is not page:
            other.close()
    page.unroute_all()
    context.unroute_all()
    page.goto(NOWHERE)
    context.clear_cookies()
    # The files on the disk, then those that the page's own process remembers.
    kept.line.send("Network.clearBrowserCache")
    for off in (True, False):
        kept.line.send("Network.setCacheDisabled", {"cacheDisabled": off})
