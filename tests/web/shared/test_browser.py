"""The checklist of ui.md section 5 over every page of the gallery, in a real browser."""

import pytest
from playwright.sync_api import Page
from tests import axe
from tests.web.shared import stops
from tests.web.shared.conftest import Gallery
from tests.web.shared.gallery import LANGUAGES, PAGES
from tests.windows import DARK, FORCED, LIGHT, Dress, wear

NAMES = list(PAGES)
PUBLIC = ("village", "counting", "404", "403", "500", "503")
RULES = axe.RULES
OVERFLOW = """() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > wide + 1)
    .map(e => e.tagName + '.' + e.className).slice(0, 5).concat([document.documentElement.scrollWidth]);
}"""
# An inline link in a sentence needs no large target (WCAG 2.2, 2.5.8); a choice is tapped by its label.
SMALL = """() => [...document.querySelectorAll('a,button,input:not([type=hidden]),select,textarea,summary')]
  .filter(e => e.checkVisibility())
  .filter(e => !(e.tagName === 'A' && getComputedStyle(e).display === 'inline'
    && e.closest('p,dd,li,td').textContent.trim() !== e.textContent.trim()))
  .map(e => ['radio', 'checkbox'].includes(e.type) ? e.closest('label') : e)
  .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
  .filter(([, box]) => box.width < 47.9 || box.height < 47.9)
  .map(([html, box]) => `${html} ${box.width} x ${box.height}`)"""


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_scrolls_sideways(gallery: Gallery, name: str, language: str) -> None:
    found = {}
    with gallery.opened(name, language) as page:
        for width in (320, 360, 768, 1280):
            page.set_viewport_size({"width": width, "height": 640})
            found[width] = page.evaluate(OVERFLOW)
    assert found == {320: [], 360: [], 768: [], 1280: []}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_text_twice_as_large_still_fits_a_phone(
    phone: Page, gallery: Gallery, name: str, language: str
) -> None:
    phone.goto(gallery.url(name, language))
    before = phone.evaluate("document.body.getBoundingClientRect().height")
    phone.evaluate("document.documentElement.style.fontSize = '200%'")
    assert phone.evaluate(OVERFLOW) == []
    assert phone.evaluate("document.body.getBoundingClientRect().height") > before * 1.3


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [360, 1280])
def test_everything_to_tap_is_as_large_as_a_thumb(gallery: Gallery, name: str, width: int) -> None:
    with gallery.opened(name, width=width) as page:
        assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("language", "width", "dress"),
    [
        ("id", 360, LIGHT),
        ("id", 1280, DARK),
        ("id", 360, FORCED),
        ("en", 1280, LIGHT),
    ],
)
def test_axe_finds_nothing(gallery: Gallery, name: str, language: str, width: int, dress: Dress) -> None:
    with gallery.opened(name, language, width=width, dress=dress) as page:
        page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
        assert axe.violations(page) == []


def test_axe_would_find_a_grey_fault(gallery: Gallery, phone: Page) -> None:
    phone.goto(gallery.url("desk"))
    phone.evaluate("document.querySelector('h1').style.color = '#888'")
    assert [found for found in axe.violations(phone) if found.startswith("color-contrast")]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("dress", [LIGHT, DARK, FORCED])
def test_the_keyboard_passes_every_stop_in_order_with_a_visible_focus(
    gallery: Gallery, name: str, dress: Dress
) -> None:
    with gallery.opened(name, width=1280, dress=dress) as page:
        assert stops.faults(page) == []


@pytest.mark.parametrize(
    "planted",
    [
        "e => e.style.outline = 'none'",
        "e => e.tabIndex = 1",
        "e => e.addEventListener('focus', () => document.querySelector('.skip').focus())",
    ],
)
def test_a_stop_that_hides_or_jumps_would_be_found(gallery: Gallery, phone: Page, planted: str) -> None:
    phone.goto(gallery.url("desk"))
    assert stops.faults(phone) == []
    phone.reload()
    phone.locator("main a").nth(1).evaluate(planted)
    assert stops.faults(phone) != []


@pytest.mark.parametrize("name", NAMES)
def test_a_page_reads_the_same_without_scripts(gallery: Gallery, name: str) -> None:
    read = {}
    for scripts in (True, False):
        with gallery.opened(name, scripts=scripts) as page:
            read[scripts] = page.inner_text("body")
    assert read[True] == read[False]
    assert len(read[False]) > 100


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_light_and_asks_for_nothing_elsewhere(gallery: Gallery, phone: Page, name: str) -> None:
    client = phone.context.new_cdp_session(phone)
    client.send("Network.enable")
    weights: list[int] = []
    hosts: list[str] = []
    complaints: list[str] = []
    client.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
    phone.on("request", lambda request: hosts.append(request.url))
    phone.on("console", lambda message: complaints.append(message.text))
    phone.on("pageerror", lambda fault: complaints.append(str(fault)))
    phone.goto(gallery.url(name), wait_until="networkidle")
    client.detach()
    assert complaints == []
    assert [url for url in hosts if not url.startswith((gallery.address, "data:"))] == []
    assert 10_000 < sum(weights) < (50_000 if name in PUBLIC else 120_000)


def test_the_law_stands_open_on_a_wide_screen_and_folds_on_a_phone(
    gallery: Gallery,
) -> None:
    seen = {}
    for width in (360, 1280):
        with gallery.opened("decision", width=width) as page:
            seen[width] = page.get_by_text("DPT ditetapkan setelah masa usul perbaikan selesai.").is_visible()
    assert seen == {360: False, 1280: True}


def test_the_summary_of_faults_takes_the_focus_and_leads_to_each_field(gallery: Gallery, phone: Page) -> None:
    phone.goto(gallery.url("faults"))
    assert phone.title().startswith("Ada kesalahan:")
    assert phone.evaluate("document.activeElement.id") == "faults"
    links = phone.locator("#faults a")
    assert links.count() == 3
    for number in range(3):
        target = phone.locator(str(links.nth(number).get_attribute("href")))
        assert target.count() == 1
        field = target.locator("xpath=ancestor-or-self::*[contains(@class,'field')][1]")
        described = target.get_attribute("aria-describedby") or field.locator("fieldset").get_attribute(
            "aria-describedby"
        )
        said = [phone.locator(f"#{place}").inner_text().strip() for place in str(described).split()]
        assert links.nth(number).inner_text() in said


def test_what_was_typed_is_kept(gallery: Gallery, phone: Page) -> None:
    phone.goto(gallery.url("faults"))
    kept = [phone.locator(f"#id_adopted_{box}").input_value() for box in range(3)]
    assert kept == ["31", "2", "2027"]
    assert phone.locator("#id_present").input_value() == "tujuh"
    assert phone.locator("input[value=balai]").is_checked()


@pytest.mark.parametrize("name", NAMES)
def test_the_dark_dress_has_a_dark_ground(gallery: Gallery, name: str) -> None:
    grounds = {}
    with gallery.opened(name) as page:
        for dress in (LIGHT, DARK):
            wear(page, dress)
            grounds[dress.color_scheme] = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert grounds == {"light": "rgb(255, 255, 255)", "dark": "rgb(16, 20, 22)"}


def test_forced_colours_underline_the_current_page_alone(gallery: Gallery) -> None:
    with gallery.opened("desk", width=1280, dress=FORCED) as page:
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        lines = page.eval_on_selector_all(
            ".nav a", "found => found.map(e => [e.ariaCurrent, getComputedStyle(e).borderBottomColor])"
        )
    assert [current for current, colour in lines if colour != ground] == ["page"]
