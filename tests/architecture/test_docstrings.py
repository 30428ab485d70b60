"""Every public name says in a sentence what it is or which rule it holds."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "pilkades"
Documented = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def undocumented(code: str) -> list[str]:
    """Public functions, methods and classes without a docstring; an override inherits its own."""
    return [name for name, node in _public(ast.parse(code)) if not ast.get_docstring(node)]


def _public(parent: ast.Module | Documented, prefix: str = "") -> Iterator[tuple[str, Documented]]:
    for node in parent.body:
        if not isinstance(node, Documented) or node.name.startswith("_"):
            continue
        if _overrides(node) or _is_meta(node):
            continue
        yield prefix + node.name, node
        if isinstance(node, ast.ClassDef):
            yield from _public(node, f"{prefix}{node.name}.")


def _overrides(node: Documented) -> bool:
    return any(ast.unparse(decorator).split(".")[-1] == "override" for decorator in node.decorator_list)


def _is_meta(node: Documented) -> bool:
    """A model's Meta names constraints; the model's own docstring says what they hold."""
    return isinstance(node, ast.ClassDef) and node.name == "Meta"


def modules() -> list[Path]:
    """Every module of the package."""
    return sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_every_public_name_has_a_docstring(path: Path) -> None:
    assert undocumented(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("def f(): ...", ["f"]),
        ('def f():\n    """Say it."""', []),
        ("def _f(): ...", []),
        ('class A:\n    """An A."""\n    def f(self): ...', ["A.f"]),
        ('class A:\n    """An A."""\n    @override\n    def f(self): ...', []),
        ("class _A:\n    def f(self): ...", []),
    ],
)
def test_a_missing_docstring_is_found(code: str, names: list[str]) -> None:
    assert undocumented(code) == names
