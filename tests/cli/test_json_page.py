"""The page on JSON names every key that the commands write."""

import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from tests.cli.conftest import Ask

PAGE = (Path(__file__).parents[2] / "docs" / "developers" / "json.md").read_text(encoding="utf-8")
# Their keys are names of candidates, figures or sources.
_BY_NAME = {"votes", "figures_by_key", "sources"}


def _keys(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _keys(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield name
            if name not in _BY_NAME and not (name == "figures" and "tps" in value):
                yield from _keys(item)


def _schema_keys(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for item in schema.values():
            yield from _schema_keys(item)
    elif isinstance(schema, list):
        for item in schema:
            yield from _schema_keys(item)


def test_the_page_names_every_key_of_the_schema() -> None:
    schema = json.loads((resources.files("pilkades.cli") / "replay.schema.json").read_text(encoding="utf-8"))
    assert [key for key in sorted(set(_schema_keys(schema))) if f"`{key}`" not in PAGE] == []


@pytest.mark.parametrize(
    "words",
    [
        ("law", "list"),
        ("law", "show", "count.tie_chain"),
        ("law", "diff", "2019-07-01", "2026-10-03@tegal"),
        ("law", "article", "pp-43-2014:41(4)"),
        ("timetable", "--county", "tegal", "--polling-day", "2027-02-03"),
    ],
)
def test_the_page_names_every_key_of_the_other_commands(ask: Ask, words: tuple[str, ...]) -> None:
    written = set(_keys(json.loads(ask(*words, "--json").out)))
    assert [key for key in sorted(written) if f"`{key}`" not in PAGE and f'"{key}"' not in PAGE] == []


def test_the_page_names_every_key_of_a_count(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "sheets.csv"
    file.write_text("tps,dpt,sah,suara:A,suara:B\n1,10,9,5,4\n", encoding="utf-8")
    written = set(_keys(json.loads(ask("count", str(file), "--json").out)))
    assert [key for key in sorted(written - {"A", "B"}) if f"`{key}`" not in PAGE] == []
