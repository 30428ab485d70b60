"""Write what a screen reader is given of each page: `python -m tests.web.shared.snapshots`, then read it."""

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from tests.conftest import ARGUMENTS
from tests.web.shared.conftest import served
from tests.web.shared.gallery import PAGES

FOLDER = Path(__file__).parent / "snapshots"


def main() -> None:
    """Write every snapshot anew."""
    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder)) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        page = browser.new_context(viewport={"width": 1280, "height": 640}, locale="id-ID").new_page()
        for name in PAGES:
            page.goto(f"{address}/id/{name}.html")
            heard = page.locator("body").aria_snapshot()
            (FOLDER / f"{name}.yaml").write_text(heard + "\n", encoding="utf-8")
        browser.close()


if __name__ == "__main__":
    main()
