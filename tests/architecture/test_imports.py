"""The import contracts of pyproject.toml are kept, and they catch what they are meant to catch."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = (
    "web",
    "cli",
    "cases",
    "jobs",
    "exchange",
    "compliance",
    "count",
    "polling",
    "register",
    "acts",
    "timetable",
    "regulation",
    "base",
)
LINT = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the package `folder/src/pilkades` with the contracts of this project."""
    return subprocess.run(  # noqa: S603 -- our own interpreter with constant arguments
        [sys.executable, "-c", LINT, "--no-cache", "--config", str(ROOT / "pyproject.toml")],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src")},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def skeleton(tmp_path: Path) -> Path:
    """A package with the same folders and nothing in them."""
    for package in PACKAGES:
        folder = tmp_path / "src" / "pilkades" / package
        folder.mkdir(parents=True)
        (folder / "__init__.py").touch()
    for inner in ("core", "shared", "committee", "county"):
        (tmp_path / "src" / "pilkades" / "web" / inner).mkdir()
        (tmp_path / "src" / "pilkades" / "web" / inner / "__init__.py").touch()
    (tmp_path / "src" / "pilkades" / "__init__.py").touch()
    return tmp_path


def test_our_own_imports_keep_every_contract() -> None:
    run = lint(ROOT)
    assert run.returncode == 0, run.stdout + run.stderr


def test_an_empty_package_keeps_every_contract(skeleton: Path) -> None:
    run = lint(skeleton)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    ("where", "line", "broken"),
    [
        ("base", "import pilkades.cli", "Layers"),
        ("regulation", "from pilkades import timetable", "Layers"),
        ("acts", "from pilkades.count import *", "Layers"),
        ("register", "import pilkades.count", "Layers"),
        ("acts", "import pilkades.register", "Layers"),
        ("count", "import pilkades.compliance", "Layers"),
        ("compliance", "import pilkades.cases", "Layers"),
        ("cases", "import pilkades.exchange", "Layers"),
        ("register", "import pilkades.exchange", "Layers"),
        ("count", "import sqlite3", "no framework"),
        ("regulation", "from urllib import request", "no framework"),
        ("compliance", "import jinja2", "no framework"),
        ("register", "import polars", "no framework"),
        ("register", "import numba", "no framework"),
        ("register", "import pilkades.polling", "Layers"),
        ("polling", "import pilkades.jobs", "Layers"),
        ("jobs", "import pilkades.exchange", "Layers"),
        ("jobs", "import django", "Only the web"),
        ("register", "import django", "Only the web"),
        ("exchange", "import django", "Only the web"),
        ("cases", "from django.db import models", "Only the web"),
        ("acts", "import psycopg", "Only the web"),
        ("cli", "import pilkades.web", "Layers"),
        ("web", "import pilkades.cli", "Layers"),
        ("web/shared", "import pilkades.web.core", "Inside web"),
        ("web/core", "import pilkades.web.committee", "Inside web"),
        ("web/committee", "from pilkades.web import county", "Inside web"),
    ],
)
def test_a_planted_import_breaks_its_contract(skeleton: Path, where: str, line: str, broken: str) -> None:
    (skeleton / "src" / "pilkades" / where / "planted.py").write_text(f"{line}\n", encoding="utf-8")
    run = lint(skeleton)
    kept_or_broken = [row for row in run.stdout.splitlines() if broken in row and row.endswith("BROKEN")]
    assert (run.returncode, len(kept_or_broken)) == (1, 1), run.stdout + run.stderr


def test_the_skeleton_has_the_packages_of_the_program() -> None:
    source = ROOT / "src" / "pilkades"
    held = {path.parent.name for path in source.glob("*/__init__.py")}
    assert held == set(PACKAGES)


def test_lint_imports_is_installed_as_a_command() -> None:
    assert shutil.which("lint-imports", path=str(Path(sys.executable).parent))
