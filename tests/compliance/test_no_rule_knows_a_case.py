"""The law is written for every village: nothing in it names the villages, people or places of a case."""

import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import pytest

import pilkades
from pilkades.cases.load import load_case, shipped

_PACKAGE = Path(pilkades.__file__).parent
_LAW_AND_CODE = sorted(
    [
        *(_PACKAGE / "regulation").rglob("*.toml"),
        *(
            path
            for name in ("regulation", "compliance", "count", "timetable")
            for path in (_PACKAGE / name).rglob("*.py")
        ),
    ]
)


def _names(case_id: str) -> Iterator[str]:
    case = load_case(case_id)
    yield case_id
    yield case.village
    for act in case.record.acts:
        for stated in act.facts.values():
            for statement in stated:
                rows = statement.value if isinstance(statement.value, list) else []
                for row in rows:
                    person = getattr(row, "candidate", None) or (
                        getattr(row, "name", None)
                        if act.kind in {"candidates_adopted", "registration"}
                        else None
                    )
                    if person:
                        yield person


@pytest.mark.parametrize("case_id", sorted(shipped()))
def test_no_rule_and_no_evaluator_names_a_case(case_id: str) -> None:
    names = {name for name in _names(case_id) if len(name) > 3 and not name.isdigit()}
    assert names
    pattern = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(names)), re.IGNORECASE)
    naming = {
        str(path.relative_to(_PACKAGE)): found[0]
        for path in _LAW_AND_CODE
        if (found := pattern.search(_without_comments(path)))
    }
    assert naming == {}


def _without_comments(path: Path) -> str:
    """What the program reads: a comment or a note may name a source, a rule may not."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".toml":
        return repr(_without_notes(tomllib.loads(text)))
    return text


def _without_notes(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_notes(item) for key, item in value.items() if key not in {"note", "source"}}
    if isinstance(value, list):
        return [_without_notes(item) for item in value]
    return value


def test_every_case_is_read_from_its_own_folder() -> None:
    folder: Traversable = resources.files("pilkades.cases") / "data"
    assert {
        item.name.removesuffix(".toml") for item in folder.iterdir() if item.name.endswith(".toml")
    } == set(shipped())
