"""The domain has no clock, no randomness, no files: `today` and `seed` are arguments, only loaders read."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "pilkades"
DOMAIN = ("base", "regulation", "timetable", "acts", "register", "count", "compliance")

# Asking any of these modules for anything is a breach.
CLOSED_MODULES = {"random", "secrets", "time", "socket", "subprocess"}
CLOSED_NAMES = {
    "datetime.date.today",
    "datetime.datetime.today",
    "datetime.datetime.now",
    "datetime.datetime.utcnow",
    "os.environ",
    "os.getenv",
    "os.urandom",
    "uuid.uuid1",
    "uuid.uuid4",
}
# Reading and writing, which only a loader may do.
FILE_FUNCTIONS = {"open", "io.open", "os.open", "importlib.resources.files"}
FILE_METHODS = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "glob", "rglob"}
CLOCK_METHODS = {"today", "now", "utcnow"}
SPEAKING = {"print", "input"}
# Modules that read a data file beside what they are named for.
LOADERS = {"timetable/holidays_of.py"}
LOADER_WORDS = {"load", "loader", "loading", "file", "files"}


def breaches(code: str, *, loader: bool = False) -> list[str]:
    """Dotted names in `code` that reach for a clock, for chance, or (outside a loader) for files."""
    tree = ast.parse(code)
    names = dict(_imported(tree))
    found: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            found += [full for full in names_of(node) if full.split(".")[0] in CLOSED_MODULES]
        if isinstance(node, ast.ImportFrom):
            found += [full for full in names_of(node) if full in CLOSED_NAMES]
        if isinstance(node, ast.Attribute):
            dotted = _dotted(node, names)
            found += [dotted] if dotted in CLOSED_NAMES else []
        if isinstance(node, ast.Call):
            found += _called(node.func, names, loader=loader)
    return sorted(set(found))


def names_of(node: ast.Import | ast.ImportFrom) -> list[str]:
    """Full names that an import statement brings in."""
    head = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
    return [head + alias.name for alias in node.names]


def _imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for alias, full in zip(node.names, names_of(node), strict=True):
                yield alias.asname or alias.name, full


def _dotted(node: ast.expr, names: dict[str, str]) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value, names)}.{node.attr}"
    return names.get(node.id, node.id) if isinstance(node, ast.Name) else "?"


def _called(function: ast.expr, names: dict[str, str], *, loader: bool) -> list[str]:
    dotted = _dotted(function, names)
    method = function.attr if isinstance(function, ast.Attribute) else ""
    closed = method in CLOCK_METHODS or dotted in SPEAKING
    reads = dotted in FILE_FUNCTIONS or method in FILE_METHODS
    return [dotted] if closed or (reads and not loader) else []


def is_loader(path: Path) -> bool:
    """A loader says so in its name (`loader.py`, `steps_file.py`) or stands in the list."""
    listed = path.is_relative_to(SOURCE) and path.relative_to(SOURCE).as_posix() in LOADERS
    return listed or not LOADER_WORDS.isdisjoint(path.stem.split("_"))


def modules() -> list[Path]:
    """Every module of the domain."""
    return [path for package in DOMAIN for path in sorted((SOURCE / package).rglob("*.py"))]


def test_every_domain_package_is_looked_at() -> None:
    assert {path.relative_to(SOURCE).parts[0] for path in modules()} == set(DOMAIN)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_domain_module_asks_no_clock_no_chance_and_no_file(path: Path) -> None:
    assert breaches(path.read_text(encoding="utf-8"), loader=is_loader(path)) == []


@pytest.mark.parametrize(
    ("code", "breach"),
    [
        ("from datetime import date\nday = date.today()", "datetime.date.today"),
        ("import datetime as dt\nmoment = dt.datetime.now(dt.UTC)", "datetime.datetime.now"),
        ("from datetime import datetime as moment\nclock = moment.now", "datetime.datetime.now"),
        ("def f(day):\n    return type(day).today()", "?.today"),
        ("import time", "time"),
        ("from random import choice", "random.choice"),
        ("from uuid import uuid4", "uuid.uuid4"),
        ("import uuid\nmark = uuid.uuid4()", "uuid.uuid4"),
        ("import os\nhome = os.environ['HOME']", "os.environ"),
        ("open('x')", "open"),
        ("from pathlib import Path\nPath('x').read_text()", "?.read_text"),
        ("print('x')", "print"),
    ],
)
def test_a_planted_breach_is_found(code: str, breach: str) -> None:
    assert breach in breaches(code)


def test_a_loader_may_read_a_file_but_may_not_ask_the_clock() -> None:
    code = "from datetime import date\nwith open('x') as file:\n    day = date.today()"
    assert breaches(code, loader=True) == ["datetime.date.today"]


def test_a_listed_loader_does_read() -> None:
    listed = [SOURCE / name for name in LOADERS if (SOURCE / name).exists()]
    assert [path for path in listed if not breaches(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("name", "loads"),
    [("loader.py", True), ("steps_file.py", True), ("rulebook.py", False), ("workload.py", False)],
)
def test_a_loader_is_known_by_its_name(name: str, loads: bool) -> None:  # noqa: FBT001 -- a column of the table
    assert is_loader(Path(name)) is loads
