"""Which tests name a rule or an article: read off the files of tests, without running them."""

import ast
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from pilkades.base.errors import Fault, FaultyInput
from pilkades.base.language import Text

# Tests of other packages write articles and ids only as examples of notation.
_OF_THE_LAW = ("cases", "compliance", "count", "regulation", "timetable")

EVERY_RULE = "tests/compliance/test_every_rule.py"
"""Holds each rule that defines a finding over facts made from its own kind and values."""


def tests_folder() -> Path:
    """The folder of tests beside `src`.

    Raises:
        FaultyInput: when the program stands without its tests; a page would then claim that there are none.
    """
    folder = Path(__file__).parents[3] / "tests"
    if not folder.is_dir():
        raise FaultyInput(
            [
                Fault(
                    "tests",
                    "-",
                    Text("folder uji tidak ada.", "there is no folder of tests."),
                    Text(
                        "Jalankan dari pohon sumber program ini.", "Run this from the program's source tree."
                    ),
                )
            ]
        )
    return folder


def names_in_tests(folder: Path) -> Mapping[str, tuple[str, ...]]:
    """Every string that a test file states -> the files that state it, as `tests/cases/test_replay.py`."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted(path for package in _OF_THE_LAW for path in (folder / package).rglob("*")):
        if path.suffix == ".py":
            stated = _of_module(path.read_text(encoding="utf-8"))
        elif path.suffix == ".toml" and "broken" not in path.relative_to(folder).parts:
            stated = _of_table(tomllib.loads(path.read_text(encoding="utf-8")))
        else:
            continue
        for words in stated:
            found[words].add(f"tests/{path.relative_to(folder).as_posix()}")
    return {words: tuple(sorted(files)) for words, files in found.items()}


def _of_module(code: str) -> Iterator[str]:
    """Strings, also those put together from the module's own constants (`f"{PERDA}:3(4)"`)."""
    tree = ast.parse(code)
    constants = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name) and isinstance(node.value.value, str)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield "".join(_piece(part, constants) for part in node.values)


def _piece(part: ast.expr, constants: Mapping[str, str]) -> str:
    if isinstance(part, ast.Constant):
        return str(part.value)
    if isinstance(part, ast.FormattedValue) and isinstance(part.value, ast.Name):
        return constants.get(part.value.id, "\0")
    return "\0"  # not known without running it; matches no name


def _of_table(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _of_table(item)
    elif isinstance(value, list):
        for item in value:
            yield from _of_table(item)
