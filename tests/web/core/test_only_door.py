"""Audience apps reach rows through core.access and core.queries alone."""

import ast
from pathlib import Path

import pytest

WEB = Path(__file__).parents[3] / "src" / "pilkades" / "web"
AUDIENCES = ("committee", "county", "tps", "public", "campaign")
MANAGERS = {"objects", "_default_manager", "_base_manager", "get_object_or_404", "get_list_or_404"}


def bypasses(code: str) -> list[str]:
    """Names by which a module would fetch or write rows itself."""
    tree = ast.parse(code)
    reached = [
        node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in MANAGERS
    ]
    imported = [
        alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names
    ]
    return reached + [name for name in imported if name in MANAGERS]


def test_no_audience_fetches_rows_by_itself() -> None:
    found = {
        str(path.relative_to(WEB)): bypasses(path.read_text(encoding="utf-8"))
        for audience in AUDIENCES
        for path in (WEB / audience).rglob("*.py")
    }
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("Election.objects.get(pk=1)", ["objects"]),
        ("from django.shortcuts import get_object_or_404", ["get_object_or_404"]),
        ("access_election(user, 1, Need.READ)", []),
    ],
)
def test_a_planted_bypass_is_found(code: str, names: list[str]) -> None:
    assert bypasses(code) == names
