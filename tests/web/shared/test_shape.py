"""Rows 13 and 14: what a screen reader is given (`python -m tests.web.shared.snapshots` writes it anew)."""

import re
from pathlib import Path

import pytest
from tests.web.shared import gallery as pages
from tests.web.shared.conftest import Gallery

from pilkades.base.language import Language
from pilkades.web.shared.components.status import STATUS_WORDS

NAMES = list(pages.PAGES)
SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.mark.parametrize("name", NAMES)
def test_a_page_reads_aloud_as_it_did(gallery: Gallery, name: str) -> None:
    with gallery.opened(name, width=1280) as page:
        heard = page.locator("body").aria_snapshot()
    assert heard.splitlines() == (SNAPSHOTS / f"{name}.yaml").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", pages.LANGUAGES)
def test_a_page_has_its_language_one_heading_and_named_tables(name: str, language: str) -> None:
    html = pages.render(name, language)
    assert f'<html lang="{language}"' in html
    assert len(re.findall(r"<h1\b", html)) == 1
    assert len(re.findall(r"<table\b", html)) == len(re.findall(r"<caption\b", html))
    assert [cell for cell in re.findall(r"<th\b[^>]*>", html) if "scope=" not in cell] == []
    assert html.count('role="status"') <= 1
    assert [tag for tag in re.findall(r"<\w+[^>]*>", html) if " style=" in tag or " onclick=" in tag] == []


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_not_used_twice(name: str) -> None:
    found = re.findall(r' id="([^"]+)"', pages.render(name, "id"))
    assert sorted(found) == sorted(set(found))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", pages.LANGUAGES)
def test_every_sign_of_a_state_has_a_word_beside_it(gallery: Gallery, name: str, language: str) -> None:
    with gallery.opened(name, language) as page:
        tags = page.eval_on_selector_all(".tag", "found => found.map(e => e.textContent.trim())")
        signs = page.eval_on_selector_all(".row-sign", "found => found.map(e => e.textContent.trim())")
        wordless = page.eval_on_selector_all(
            "svg.icon", "found => found.filter(e => !e.parentElement.textContent.trim()).length"
        )
    words = {word.to(Language(language)) for word in STATUS_WORDS.values()}
    assert all(tags)
    assert {sign.rstrip(":") for sign in signs} <= words
    assert wordless == 0
