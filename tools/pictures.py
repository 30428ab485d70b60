"""The pictures of the README, made from the demonstration of a fixed day: `python -m tools.pictures`."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

IMAGES = Path(__file__).parents[1] / "docs/images"
DAY = "2026-11-23"
PORT = "8799"
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
_STARTED = re.compile(r"http://\S+/demonstrasi/")
_PROGRAM = (sys.executable, "-c", "from pilkades.cli.main import main; main()")
# picture, place and button, page after that, height
PICTURES = (
    ("meja-panitia", "Contohharjo", "Ketua", "", 900),
    ("daftar-pemilih", "Contohharjo", "Ketua", "daftar-pemilih/", 1000),
    ("papan-kabupaten", "Kabupaten Andaikata", "Kabupaten", "Gelombang VII", 1120),
)
_WIDTH = 1200


def main() -> int:
    """Make every picture anew; 2 without the command chromium."""
    command = shutil.which("chromium")
    if command is None:
        sys.stderr.write("chromium was not found; as root: apt-get install chromium\n")
        return 2
    with _demonstration() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=command, args=_ARGUMENTS)
        for name, place, button, rest, height in PICTURES:
            page = _signed_in(browser, address, (place, button), height)
            _go(page, rest)
            file = IMAGES / f"{name}.png"
            page.screenshot(path=file)
            sys.stdout.write(f"{file.relative_to(IMAGES.parents[1])}\n")
            page.context.close()
        browser.close()
    return 0


def _signed_in(browser: Browser, address: str, who: tuple[str, str], height: int) -> Page:
    context = browser.new_context(viewport={"width": _WIDTH, "height": height}, locale="id-ID")
    page = context.new_page()
    page.goto(address)
    place, button = who
    held = page.locator(".people>li", has=page.locator(f'h3:text-is("{place}")'))
    held.get_by_role("button", name=button).first.click()
    return page


def _go(page: Page, rest: str) -> None:
    """On to a page below this one, or through the link that begins with these words."""
    if rest.endswith("/"):
        page.goto(page.url + rest)
    elif rest:
        page.get_by_role("link", name=rest).first.click()


@contextmanager
def _demonstration() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PILKADES_")}
        environment["PILKADES_DATA"] = folder
        process = subprocess.Popen(  # noqa: S603 -- our own program
            [*_PROGRAM, "demo", "--date", DAY, "--port", PORT],
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            yield next(found[0] for line in process.stdout or () if (found := _STARTED.search(line)))
        finally:
            process.terminate()
            process.communicate()


if __name__ == "__main__":
    sys.exit(main())
