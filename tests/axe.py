"""What axe finds on a page: every rule of WCAG 2.2 A and AA, good practice, and contrast of 7 to 1."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES: dict[str, Any] = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"color-contrast-enhanced": {"enabled": True}},
    # What passes is not told node by node: it is a hundred times as much, and nobody reads it.
    "resultTypes": ["violations"],
}
_SCRIPT = Axe().axe_script


def violations(page: Page) -> list[str]:
    """Each element that breaks a rule, as the page stands."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_SCRIPT)
    found = page.evaluate("rules => axe.run(rules).then(told => told.violations)", RULES)
    return [
        f"{fault['id']}: {node['html'][:120]} {node['failureSummary'][:140]}"
        for fault in found
        for node in fault["nodes"]
    ]
