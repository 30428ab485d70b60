"""Everything the command line says is said in both languages, in words that accuse nobody."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

CLI = Path(__file__).parents[2] / "src" / "pilkades" / "cli"
# A finding names no motive and no culprit; a fault begs nobody and asks for something that can be done.
BANNED = re.compile(
    r"\b(curang|palsu|ilegal|fiktif|pelanggaran|mohon|maaf|harap|gagal|terlarang|error|fraud|illegal|sorry)\b",
    re.IGNORECASE,
)


def _constant(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _texts() -> list[tuple[str, str, str]]:
    found = []
    for file in sorted(CLI.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text":
                halves = [_constant(argument) for argument in node.args]
                if len(halves) == 2 and halves[0] is not None and halves[1] is not None:
                    found.append((f"{file.name}:{node.lineno}", halves[0], halves[1]))
    return found


TEXTS = _texts()
each_text = pytest.mark.parametrize(("place", "indonesian", "english"), TEXTS, ids=[t[0] for t in TEXTS])


def _fields(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name}


def test_there_are_texts() -> None:
    assert len(TEXTS) > 100


@each_text
def test_both_halves_are_filled_and_hold_the_same_fields(place: str, indonesian: str, english: str) -> None:
    assert indonesian.strip(), place
    assert english.strip(), place
    assert _fields(indonesian) == _fields(english), place


@each_text
def test_no_word_accuses_or_begs(place: str, indonesian: str, english: str) -> None:
    assert not BANNED.search(indonesian), place
    assert not BANNED.search(english), place
