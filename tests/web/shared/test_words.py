"""Row 18 of the checklist: plain words in everything that components and templates say."""

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from importlib import import_module
from pkgutil import walk_packages

import pytest
from tests.web.shared import gallery
from tests.web.shared.test_catalogues import _entries
from typing_extensions import override

import pilkades.web.shared
from pilkades.base.language import Text

# ui.md section 4, rules 4 and 5.
BANNED = {
    "pelanggaran", "melanggar", "curang", "ilegal", "palsu", "fiktif", "ganda", "mohon", "maaf", "harap",
    "valid", "gagal", "terlarang", "error", "melakukan", "submit", "proses", "ok", "invalid", "berhasil",
}  # fmt: skip
BANNED_ENGLISH = {
    "violation",
    "fraud",
    "illegal",
    "fake",
    "sorry",
    "please",
    "error",
    "failed",
    "submit",
    "forbidden",
}
VERBS = {
    "Simpan", "Kirim", "Periksa", "Tetapkan", "Umumkan", "Batalkan", "Unggah", "Unduh", "Catat", "Cari",
    "Keluar", "Isi", "Pilih", "Cetak",
}  # fmt: skip
LONGEST = 20


def _inside(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _inside(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _inside(item)


def _constants() -> set[Text]:
    found = set()
    for module in walk_packages(pilkades.web.shared.__path__, "pilkades.web.shared."):
        if ".components" in module.name or ".templatetags" in module.name:
            for value in vars(import_module(module.name)).values():
                found |= set(_inside(value))
    return found


def _said() -> dict[str, set[str]]:
    texts = _constants()
    english = _entries("en")
    plain = {source for source in english if source not in _entries("id")}
    return {
        "id": {text.id for text in texts}
        | plain
        | {said for all_ in _entries("id").values() for said in all_},
        "en": {text.en for text in texts} | {said for all_ in english.values() for said in all_},
    }


class _Buttons(HTMLParser):
    """The words of every button, and of links that look like one outside the pages of a list."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open = ""

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        looks = "button" in str(named.get("class", "")).split() and not named.get("rel")
        if tag == "button" or (tag == "a" and looks):
            self._open = tag
            self.found.append("")

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag == self._open:
            self._open = ""

    @override
    def handle_data(self, data: str) -> None:
        if self._open:
            self.found[-1] += data


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_sentence_is_longer_than_twenty_words(language: str) -> None:
    said = _said()[language]
    assert len(said) > 120
    long = [
        sentence
        for words in said
        for sentence in re.split(r"(?<=[.?:]) ", words)
        if len(sentence.split()) > LONGEST
    ]
    assert long == []


@pytest.mark.parametrize(("language", "banned"), [("id", BANNED), ("en", BANNED_ENGLISH)])
def test_no_sentence_blames_or_begs(language: str, banned: set[str]) -> None:
    found = {
        words: hits
        for words in _said()[language]
        if (hits := banned & set(re.findall(r"\w+", words.lower())))
    }
    assert found == {}
    assert [words for words in _said()[language] if "!" in words] == []


def test_every_button_begins_with_its_verb() -> None:
    buttons = set()
    for name in gallery.PAGES:
        parser = _Buttons()
        parser.feed(gallery.render(name, "id"))
        buttons |= {" ".join(words.split()) for words in parser.found}
    assert len(buttons) >= 6
    assert {words for words in buttons if words.split()[0] not in VERBS} == set()


def test_every_fault_says_what_to_do() -> None:
    html = gallery.render("faults", "id").partition('id="faults"')[2].partition("</section>")[0]
    faults = re.findall(r"<a href=[^>]*>(.*?)</a>", html)
    assert len(faults) == 3
    assert [fault for fault in faults if not VERBS & set(re.findall(r"\w+", fault))] == []


@pytest.mark.parametrize("name", list(gallery.PAGES))
def test_no_indonesian_chrome_is_left_on_an_english_page(name: str) -> None:
    """What is said alike in both languages is a name or a term; a template's own sentence is not."""
    html = gallery.render(name, "en")
    left = [
        source
        for source, said in _entries("en").items()
        if len(source.split()) > 1 and "%(" not in source and source not in said and source in html
    ]
    assert left == []
    assert '<html lang="en"' in html
