"""The case files say only what their sources say, at the lines they name, in words the vocabulary knows."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pilkades.acts.act import KINDS, Standing, read_fact

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
FILES = sorted((ROOT / "src/pilkades/cases/data").glob("*.toml"))
PLACE = re.compile(r"^(?P<source>[^:]+):(?P<first>\d+)(?:-(?P<last>\d+))?$")

each_case = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def _read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _quoted(case: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every table of the case that quotes its source."""
    for act in case["act"]:
        yield from act["statement"]
    for disagreement in case.get("disagreement", []):
        yield from disagreement["statements"]
    yield from case.get("defect", [])


def _folded(words: str) -> str:
    return " ".join(words.replace("**", "").split())


def _words_at(case: dict[str, Any], place: str) -> str:
    match = PLACE.match(place)
    assert match, f"not document:line: {place}"
    file = SEEDS / case["source"][match["source"]]["file"]
    lines = file.read_text(encoding="utf-8").split("\n")
    first, last = int(match["first"]), int(match["last"] or match["first"])
    assert 1 <= first <= last <= len(lines), f"no such lines: {place}"
    return _folded(" ".join(lines[first - 1 : last]))


def test_there_are_cases() -> None:
    assert {"bandar-agung-2019", "balayan-2022"} <= {file.stem for file in FILES}


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the source documents are not kept beside this tree")
@each_case
def test_every_quote_stands_at_its_lines(file: Path) -> None:
    case = _read(file)
    missing = [
        f"{item['at']}: {item['quote']}"
        for item in _quoted(case)
        if not _folded(item["quote"]) or _folded(item["quote"]) not in _words_at(case, item["at"])
    ]
    assert missing == []


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the source documents are not kept beside this tree")
@each_case
def test_no_quote_names_more_lines_than_it_needs(file: Path) -> None:
    case = _read(file)
    loose = []
    for item in _quoted(case):
        match = PLACE.match(item["at"])
        assert match, item["at"]
        if match["last"] is None:
            continue
        source, first, last = match["source"], int(match["first"]), int(match["last"])
        narrower = (f"{source}:{first + 1}-{last}", f"{source}:{first}-{last - 1}")
        if any(_folded(item["quote"]) in _words_at(case, place) for place in narrower):
            loose.append(item["at"])
    assert loose == []


@each_case
def test_every_fact_is_one_that_its_kind_declares(file: Path) -> None:
    case = _read(file)
    for act in case["act"]:
        assert act["kind"] in KINDS
        for statement in act["statement"]:
            Standing(statement.get("standing", "shown"))
            assert statement["facts"], f"{act['kind']} at {statement['at']} states nothing"
            for name, raw in statement["facts"].items():
                assert read_fact(act["kind"], name, raw) is not None


@each_case
def test_each_kind_of_act_stands_once(file: Path) -> None:
    kinds = [act["kind"] for act in _read(file)["act"]]
    assert len(kinds) == len(set(kinds))


@each_case
def test_a_disagreement_has_two_sides_and_everything_said_has_both_languages(file: Path) -> None:
    case = _read(file)
    said = [case["law_day_note"]] if "law_day_note" in case else []
    said += [source["kind"] for source in case["source"].values()]
    said += [defect["problem"] for defect in case.get("defect", [])]
    for disagreement in case.get("disagreement", []):
        assert len({item["quote"] for item in disagreement["statements"]}) > 1, disagreement["about"]["en"]
        said.append(disagreement["about"])
    for text in said:
        assert set(text) == {"id", "en"}
        assert text["id"].strip()
        assert text["en"].strip()
