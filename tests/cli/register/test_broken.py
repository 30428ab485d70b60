"""One broken file for each kind of fault: the command names its cell, what is wrong, and what to do."""

import json
import tomllib
from pathlib import Path

import pytest
from tests.cli.conftest import Ask
from tests.exchange.books import workbook
from tests.register.sheets import PLAIN_HEADER, plain

from pilkades.register.kinds import KINDS, WEIGHTS
from pilkades.register.troubles import WORDINGS, Kind, Weight

FOLDER = Path(__file__).parent / "broken"
WORDS = tomllib.loads((FOLDER / "words.toml").read_text(encoding="utf-8"))
LAW = ("--polling-day", "2027-02-03", "--county", "tegal", "--stated", "all")


def broken(kind: str, folder: Path) -> Path:
    """The file with that fault; a number that a spreadsheet cut short is only there in a workbook."""
    if kind != "nik-last-zero":
        return FOLDER / f"{kind}.csv"
    file = folder / "nik-last-zero.xlsx"
    file.write_bytes(workbook({"Data": [PLAIN_HEADER, plain(NIK=8801021205800000.0)]}))
    return file


def test_every_kind_of_fault_has_its_file_and_its_words() -> None:
    assert sorted(WORDS) == sorted(kind.value for kind in Kind)
    files = {file.stem for file in FOLDER.glob("*.csv")}
    assert files == set(WORDS) - {"nik-last-zero"}


@pytest.mark.parametrize("kind", sorted(WORDS))
def test_a_broken_file_is_answered_with_its_cell_and_its_words(ask: Ask, kind: str, tmp_path: Path) -> None:
    file = broken(kind, tmp_path)
    said = ask("register", "check", str(file), *LAW, "--json")
    (found,) = json.loads(said.out)["cells"]
    assert said.status == 0
    assert (found["kind"], found["cell"]) == (kind, WORDS[kind]["cell"])
    assert f"{found['problem']} {found['remedy']}" == WORDS[kind]["words"]


@pytest.mark.parametrize("kind", sorted(WORDS))
def test_people_read_the_same_words_on_the_screen(ask: Ask, kind: str, tmp_path: Path) -> None:
    file = broken(kind, tmp_path)
    words = " ".join(ask("register", "check", str(file), *LAW).out.split())
    sheet = "Data" if file.suffix == ".xlsx" else file.name
    place = f"{sheet} {WORDS[kind]['cell']}".strip()
    assert f"- {place}: {WORDS[kind]['words']}" in words
    assert f"1 × {KINDS[Kind(kind)].id}" in words


@pytest.mark.parametrize("kind", sorted(WORDS))
def test_only_a_fault_that_needs_a_repair_is_a_finding_of_that_weight(
    ask: Ask, kind: str, tmp_path: Path
) -> None:
    file = str(broken(kind, tmp_path))
    repair = WORDINGS[Kind(kind)].weight is Weight.REPAIR
    assert ask("register", "check", file, *LAW, "--fail-on", "look").status == 1
    assert ask("register", "check", file, *LAW, "--fail-on", "repair").status == int(repair)


def test_every_kind_and_every_weight_has_a_short_name() -> None:
    assert list(KINDS) == list(Kind)
    assert len({name.id for name in KINDS.values()}) == len({name.en for name in KINDS.values()}) == len(Kind)
    assert list(WEIGHTS) == list(Weight)
