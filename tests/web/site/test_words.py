"""Plain words in both languages in everything that the web says (ui.md, section 4; checklist row 18)."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from tests.web.shared.test_words import BANNED, BANNED_ENGLISH, LONGEST

import pilkades.web
from pilkades.base.language import Text

ROOT = Path(str(pilkades.web.__file__)).parent


def _texts_of(file: Path) -> Iterator[tuple[str, Text]]:
    """Every `Text("...", "...")` that a module writes, wherever it stands."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text":
            halves = [part.value for part in node.args if isinstance(part, ast.Constant)]
            if halves and all(isinstance(half, str) for half in halves):
                yield (
                    f"{file.relative_to(ROOT)}:{node.lineno}:{node.col_offset}",
                    Text(*(str(half) for half in halves)),
                )


@cache
def _said() -> dict[str, Text]:
    return {where: words for file in sorted(ROOT.rglob("*.py")) for where, words in _texts_of(file)}


def _half(words: Text, language: str) -> str:
    return words.id if language == "id" else words.en


def test_everything_is_said_in_both_languages() -> None:
    assert len(_said()) > 200
    assert [where for where, words in _said().items() if not words.id.strip() or not words.en.strip()] == []


def test_both_languages_carry_the_same_values() -> None:
    differing = {
        where: words
        for where, words in _said().items()
        if set(re.findall(r"\{\w*\}", words.id)) != set(re.findall(r"\{\w*\}", words.en))
    }
    assert differing == {}


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_sentence_is_longer_than_twenty_words(language: str) -> None:
    long = {
        where: sentence
        for where, words in _said().items()
        for sentence in re.split(r"(?<=[.?:;]) ", _half(words, language))
        if len(sentence.split()) > LONGEST
    }
    assert long == {}


@pytest.mark.parametrize(("language", "banned"), [("id", BANNED), ("en", BANNED_ENGLISH)])
def test_no_sentence_blames_begs_or_shouts(language: str, banned: set[str]) -> None:
    found = {
        where: words
        for where, words in _said().items()
        if banned & set(re.findall(r"\w+", _half(words, language).lower())) or "!" in _half(words, language)
    }
    assert found == {}
