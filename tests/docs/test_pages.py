"""What the pages show is so: their commands run, their rules and values ship, their links lead somewhere."""

import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.docs.blocks import ROOT, commands, fenced, files_in

from pilkades.cases.schema import ActEntry, CaseFile, DefectEntry, DisagreementEntry, SourceEntry
from pilkades.cli.main import run
from pilkades.regulation import check

PAGES = sorted(
    path for path in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")] if path.parent.name != "law"
)
DATA = ROOT / "src/pilkades/regulation/data"
LAW_AS_DATA = (ROOT / "docs/developers/law-as-data.md").read_text(encoding="utf-8")
_LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


COMMANDS = [(path, command) for path in PAGES for command in commands(_read(path), "console")]


def _blocks(page: str) -> list[dict[str, Any]]:
    return [tomllib.loads(block) for block in fenced(page, "toml")]


def _rules() -> dict[str, dict[str, Any]]:
    files = [tomllib.loads(_read(path)) for path in (DATA / "rules").rglob("*.toml")]
    return {rule["id"]: rule for file in files for rule in file["rule"]}


def test_the_pages_show_commands() -> None:
    shown = " ".join(command for _, command in COMMANDS)
    for name in (
        "replay",
        "law list",
        "law show",
        "law diff",
        "law article",
        "timetable",
        "count",
        "register check",
    ):
        assert f"pilkades {name} " in shown


@pytest.mark.parametrize(("page", "command"), COMMANDS, ids=[f"{_named(p)}: {c}" for p, c in COMMANDS])
def test_a_command_of_a_page_runs(
    page: Path,
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in files_in(_read(page)).items():
        if name.endswith(".csv"):
            Path(name).write_text(text, encoding="utf-8")
    program, *arguments = shlex.split(command)
    given = [str(ROOT / word) if word.startswith("src/") else word for word in arguments]
    status = check.main(given[2:]) if program == "python" else run(given)
    captured = capsys.readouterr()
    assert (status, captured.err) == (0, "")
    assert captured.out.strip() or "--html" in command


@pytest.mark.parametrize("page", PAGES, ids=_named)
def test_a_link_of_a_page_leads_to_a_file(page: Path) -> None:
    missing = [link for link in _LINK.findall(_read(page)) if not (page.parent / link).exists()]
    assert missing == []


def test_every_rule_shown_is_the_rule_that_ships() -> None:
    shown = [rule for block in _blocks(LAW_AS_DATA) for rule in block.get("rule", [])]
    rules = _rules()
    assert shown
    assert [rule["id"] for rule in shown if rules.get(rule["id"]) != rule] == []


def test_an_example_of_every_kind_of_rule_is_shown() -> None:
    shown = {rule["kind"] for block in _blocks(LAW_AS_DATA) for rule in block.get("rule", [])}
    assert shown == {rule["kind"] for rule in _rules().values()}


def test_every_value_instrument_and_provision_shown_ships() -> None:
    campaign = tomllib.loads(_read(DATA / "national/campaign.toml"))["length"]
    adoption = tomllib.loads(_read(DATA / "national/adoption.toml"))["dispute_filing"]
    instruments = tomllib.loads(_read(DATA / "instruments.toml"))
    provisions = [
        item
        for path in (DATA / "articles").glob("permendagri-112-2014*.toml")
        for item in tomllib.loads(_read(path))["provision"]
    ]
    blocks = _blocks(LAW_AS_DATA)
    (length,) = [block["length"] for block in blocks if "length" in block]
    (filing,) = [block["dispute_filing"] for block in blocks if "dispute_filing" in block]
    (instrument,) = [block["pp-16-2026"] for block in blocks if "pp-16-2026" in block]
    (provision,) = [item for block in blocks for item in block.get("provision", [])]
    assert (length["label"], length["kind"]) == (campaign["label"], campaign["kind"])
    assert all(value in campaign["value"] for value in length["value"])
    assert filing == adoption
    assert instrument == instruments["pp-16-2026"]
    assert provision in provisions


def test_every_reason_for_no_rule_is_explained() -> None:
    used = {
        item["no_rule"]
        for path in (DATA / "articles").glob("*.toml")
        for item in tomllib.loads(_read(path))["provision"]
        if "no_rule" in item
    }
    assert [reason for reason in sorted(used) if f"`{reason}`" not in LAW_AS_DATA] == []


def test_every_key_of_a_case_file_is_explained() -> None:
    page = _read(ROOT / "docs/developers/case-files.md")
    models = (CaseFile, SourceEntry, ActEntry, DisagreementEntry, DefectEntry)
    keys = {key for model in models for key in model.model_fields}
    assert [key for key in sorted(keys) if not re.search(rf"\b{key}\b", page)] == []


def test_the_head_and_the_statement_of_the_page_on_cases_are_of_the_case_that_ships() -> None:
    case = tomllib.loads(_read(ROOT / "src/pilkades/cases/data/bandar-agung-2019.toml"))
    blocks = _blocks(_read(ROOT / "docs/developers/case-files.md"))
    assert blocks[0].items() <= case.items()
    (act,) = [act for block in blocks for act in block.get("act", [])]
    (statement,) = act["statement"]
    stated = [item for one in case["act"] if one["kind"] == act["kind"] for item in one["statement"]]
    assert statement in stated
