"""What the commands on voter lists write as JSON is what their schema and the page on JSON say."""

import json
from importlib import resources
from pathlib import Path

import pytest
from tests.cli.conftest import Ask
from tests.cli.register.lists import written
from tests.cli.schema_check import complaints
from tests.cli.test_json_page import PAGE, _keys, _schema_keys

from pilkades.register.invented import bani_amas

SCHEMA = json.loads(
    (resources.files("pilkades.cli.register") / "register.schema.json").read_text(encoding="utf-8")
)
LAW = ("--polling-day", "2007-06-07", "--county", "bengkayang", "--stated", "citizen")
CASE = bani_amas()
# Keys that are places of the village.
_PLACES = {"Setagi Tapang", "Sentagi", "Timonong", "Tampe", "1", "2", "3", "4"} | {
    f"{rt:03d}" for rt in range(9)
}


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("command", ["check", "build", "summary"])
def test_every_document_fits_its_schema(ask: Ask, tmp_path: Path, command: str, language: str) -> None:
    file = written(tmp_path / "a.csv", CASE.people)
    words = ["register", command, file, *LAW, "--json", "--lang", language]
    if command == "build":
        words += ["--out", str(tmp_path / "x.csv"), "--before", written(tmp_path / "b.csv", CASE.registered)]
    said = ask(*words)
    found = json.loads(said.out)
    assert said.status == 0
    assert list(complaints(found, SCHEMA["$defs"][command], SCHEMA)) == []
    named = set(_keys(found)) - _PLACES
    assert [key for key in sorted(named) if f"`{key}`" not in PAGE] == []


def test_the_document_on_pairs_fits_its_schema(ask: Ask, tmp_path: Path) -> None:
    file = written(tmp_path / "a.csv", [*CASE.people[:300], CASE.people[0]])
    found = json.loads(ask("register", "duplicates", file, *LAW[:2], "--json").out)
    assert found["readings"]["maybe_same"] == 1
    assert list(complaints(found, SCHEMA["$defs"]["duplicates"], SCHEMA)) == []
    assert [key for key in sorted(set(_keys(found))) if f"`{key}`" not in PAGE] == []


def test_a_document_without_a_list_fits_too(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "kas.csv"
    file.write_text("Kas;100\nBank;200\n", encoding="utf-8")
    found = json.loads(ask("register", "check", str(file), *LAW, "--json").out)
    assert found["sheets"][0]["header_row"] is None
    assert list(complaints(found, SCHEMA["$defs"]["check"], SCHEMA)) == []


def test_the_page_names_every_key_of_the_schema() -> None:
    assert [key for key in sorted(set(_schema_keys(SCHEMA))) if f"`{key}`" not in PAGE] == []


def test_the_schema_refuses_a_text_with_sixteen_digits_and_a_key_it_does_not_name() -> None:
    cell = {
        "sheet": "Data",
        "cell": "C2",
        "row": 2,
        "kind": "nik-length",
        "weight": "look",
        "problem": "",
        "remedy": "",
    }
    refused = list(
        complaints(cell | {"problem": "9901021205800003", "nik": ""}, SCHEMA["$defs"]["cell"], SCHEMA)
    )
    assert len(refused) == 2
    assert list(complaints(cell, SCHEMA["$defs"]["cell"], SCHEMA)) == []
