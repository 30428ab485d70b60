"""The way of the Tab key through a page."""

from itertools import pairwise
from typing import Any

from playwright.sync_api import Page

# Where the key stops: of radio buttons at the chosen one, or at the first.
_TO_COME = """[...document.querySelectorAll(
  'a,button,input:not([type=hidden]),select,textarea,summary,[tabindex="0"]')]
  .filter(e => e.checkVisibility() && e.tabIndex >= 0)
  .filter(e => e.type !== 'radio' || e.checked || !document.querySelector(`[name="${e.name}"]:checked`)
    && e === document.querySelector(`[name="${e.name}"]`)).length"""
# Each stop is told when it is reached. Where a summary of faults took the focus, the way begins at the head.
_BEGIN = """() => {
  window.stops = [];
  document.addEventListener('focusin', event => {
    const e = event.target, style = getComputedStyle(e);
    window.stops.push({place: [...document.querySelectorAll('*')].indexOf(e),
      width: style.outlineWidth, style: style.outlineStyle, html: e.outerHTML.slice(0, 80)});
  });
  document.querySelector('.skip').focus();
}"""


def faults(page: Page, most: int | None = None) -> list[str]:
    """Stops that show no focus or come out of order, and a way that is shorter or longer than the page.

    With `most` the key stays in the page, at its last stop or at that one; without, it also leaves the page.
    """
    whole = int(page.evaluate(_TO_COME))
    expected = whole if most is None else min(whole, most)
    page.evaluate(_BEGIN)
    for _press in range(expected - 1):
        page.keyboard.press("Tab")
    if most is None:
        page.keyboard.press("Tab")
    stops: list[dict[str, Any]] = page.evaluate("window.stops")
    # Behind the last stop the key leaves the page, and sooner or later the browser leads it in again.
    if len(stops) == expected + 1 and stops[-1]["place"] == stops[0]["place"]:
        stops.pop()
    wrong = [stop["html"] for stop in stops if (stop["width"], stop["style"]) != ("3px", "solid")]
    wrong += [after["html"] for before, after in pairwise(stops) if before["place"] >= after["place"]]
    return wrong + ([f"{len(stops)} stops of {expected}"] if len(stops) != expected else [])
