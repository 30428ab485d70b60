import ast
from pathlib import Path

import pytest
from django.core.management import call_command

WEB = Path(__file__).parents[3] / "src" / "pilkades" / "web"
MIGRATIONS = [path for path in sorted(WEB.glob("*/migrations/*.py")) if path.stem != "__init__"]


@pytest.mark.django_db
def test_no_change_of_a_model_is_without_its_migration() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("path", MIGRATIONS, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_a_migration_imports_nothing_of_ours(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    named += [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert [name for name in named if name.startswith(("pilkades", "."))] == []


@pytest.mark.parametrize("path", MIGRATIONS, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_a_migration_is_named_by_hand(path: Path) -> None:
    assert "_auto_" not in path.stem
    assert not path.stem.endswith("_initial")
