"""The report in a real browser: phone, desk, light, dark, paper; and its colours by arithmetic."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from importlib import resources
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests import axe
from tests.cli.conftest import Ask
from tests.cli.pdf_words import words_of
from tests.windows import DARK, LIGHT, Dress, window
from typing_extensions import override

from pilkades.base.findings import VERDICTS
from pilkades.base.language import Language
from pilkades.cases.load import load_case, shipped
from pilkades.cases.replay import replay
from pilkades.cli.report import report
from pilkades.cli.sentences import capital

CHROMIUM = shutil.which("chromium")
CASES = sorted(shipped())
in_browser = pytest.mark.skipif(CHROMIUM is None, reason="the command chromium is not installed")
OPEN_ALL = "document.querySelectorAll('details').forEach(one => one.open = true)"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def browser(chromium: Browser) -> Browser:
    return chromium


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, Language], Path]:
    folder = tmp_path_factory.mktemp("reports")
    written = {}
    for case in CASES:
        for language in Language:
            file = folder / f"{case}-{language}.html"
            file.write_text(report(replay(load_case(case)), language), encoding="utf-8")
            written[case, language] = file
    return written


Pages = dict[tuple[str, Language], Path]


@contextmanager
def _opened(browser: Browser, file: Path, width: int, dress: Dress = LIGHT) -> Iterator[Page]:
    with window(browser, dress, viewport={"width": width, "height": 800}) as page:
        page.goto(file.as_uri())
        yield page


@in_browser
@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("case", CASES)
def test_nothing_scrolls_sideways_folded_or_open(
    browser: Browser, pages: Pages, case: str, width: int
) -> None:
    for language in Language:
        with _opened(browser, pages[case, language], width) as page:
            assert page.evaluate(SIDEWAYS) == 0
            page.evaluate(OPEN_ALL)
            assert page.evaluate(SIDEWAYS) == 0


@in_browser
def test_nothing_scrolls_sideways_at_twice_the_text_size(browser: Browser, pages: Pages) -> None:
    with _opened(browser, pages["bani-amas-2007", Language.ID], 360) as page:
        page.evaluate(OPEN_ALL)
        page.add_style_tag(content="html{font-size:200%}")
        assert page.evaluate(SIDEWAYS) == 0


@in_browser
@pytest.mark.parametrize("dress", [LIGHT, DARK])
@pytest.mark.parametrize("case", CASES)
def test_axe_finds_nothing(browser: Browser, pages: Pages, case: str, dress: Dress) -> None:
    with _opened(browser, pages[case, Language.ID], 360, dress) as page:
        page.evaluate(OPEN_ALL)
        assert axe.violations(page) == []


@in_browser
def test_what_can_be_tapped_is_at_least_48_pixels_high(browser: Browser, pages: Pages) -> None:
    with _opened(browser, pages["bandar-agung-2019", Language.ID], 360) as page:
        page.evaluate(OPEN_ALL)
        boxes = [one.bounding_box() for one in page.locator("summary, .counts a").all()]
        heights = [box["height"] for box in boxes if box]
        assert len(heights) > 20
        assert min(heights) >= 48


@in_browser
def test_the_first_tab_stop_leads_to_the_content_and_is_seen(browser: Browser, pages: Pages) -> None:
    with _opened(browser, pages["balayan-2022", Language.EN], 360) as page:
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        assert focused.get_attribute("href") == "#isi"
        box = focused.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert focused.evaluate("one => getComputedStyle(one).outlineWidth") == "3px"


@in_browser
def test_the_report_asks_for_nothing_from_elsewhere(browser: Browser, pages: Pages) -> None:
    asked: list[str] = []
    with window(browser) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.goto(pages["bani-amas-2007", Language.ID].as_uri())
        assert asked == [pages["bani-amas-2007", Language.ID].as_uri()]


@in_browser
def test_the_print_holds_the_head_and_what_is_folded_on_screen(browser: Browser, pages: Pages) -> None:
    with _opened(browser, pages["bani-amas-2007", Language.ID], 1280) as page:
        folded = page.locator("details blockquote p").first.inner_text().strip("“”")
        printed = re.sub(r"\s", "", words_of(page.pdf(format="A4")))
        for words in ("Pemilihan kepala desa Bani Amas", "7 Juni 2007", "PP 72/2005", "Ringkasan", folded):
            assert re.sub(r"\s", "", words) in printed, words
        assert "Langsungkeisi" not in printed


class _Shape(HTMLParser):
    """Tags with their attributes, in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def of(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag == name]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("case", CASES)
def test_the_page_has_a_language_one_title_and_no_script_or_link(case: str, language: Language) -> None:
    shape = _Shape(report(replay(load_case(case)), language))
    assert shape.of("html") == [{"lang": language.value}]
    assert len(shape.of("h1")) == 1
    assert [name for name in ("script", "link", "img", "iframe") if shape.of(name)] == []
    anchors = {attributes["href"] for attributes in shape.of("a")}
    targets = {f"#{attributes['id']}" for _, attributes in shape.tags if "id" in attributes}
    assert anchors <= targets


@pytest.mark.parametrize("language", list(Language))
def test_every_finding_stands_in_the_page_with_its_article(language: Language) -> None:
    replayed = replay(load_case("bandar-agung-2019"))
    shape = report(replayed, language)
    assert shape.count('<article class="card') + shape.count('<div class="rule">') == len(replayed.findings)
    for text in VERDICTS.values():
        assert capital(text.to(language)) in shape


def test_words_of_a_source_never_become_markup(tmp_path: Path, ask: Ask) -> None:
    text = shipped()["balayan-2022"].read_text(encoding="utf-8")
    file, page = tmp_path / "case.toml", tmp_path / "page.html"
    file.write_text(text.replace('village = "Balayan"', 'village = "<b>&Balayan"'), encoding="utf-8")
    assert ask("replay", str(file), "--html", str(page)).status == 0
    written = page.read_text(encoding="utf-8")
    assert "&lt;b&gt;&amp;Balayan" in written
    assert "<b>" not in written


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


PAIRS = [
    *((ink, ground) for ink in ("text", "text-2", "link", "visited") for ground in ("bg", "surface")),
    *((tone, ground) for tone in ("danger", "warn", "ok", "info") for ground in ("bg", f"{tone}-tint")),
    ("bg", "primary"),
]


def _themes() -> dict[str, dict[str, str]]:
    style = (resources.files("pilkades.cli") / "report.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    read = [dict(re.findall(r"--([a-z0-9-]+): (#[0-9A-F]{6})", block)) for block in blocks]
    return dict(zip(("light", "dark", "print"), read, strict=True))


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_every_pair_of_text_and_ground_stands_at_seven_to_one(theme: str, ink: str, ground: str) -> None:
    tokens = _themes()[theme]
    assert _contrast(tokens[ink], tokens[ground]) >= 7


def test_contrast_is_computed_as_the_standard_says() -> None:
    assert _contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert _contrast("#FFFFFF", "#069550") == pytest.approx(3.87, abs=0.005)  # measured on a public site
