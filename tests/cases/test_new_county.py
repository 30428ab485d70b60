"""A county and a case are files and no code: those of docs/developers/new-county.md, added to a copy."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.docs.blocks import commands, files_in

from pilkades.base.article import Article
from pilkades.base.errors import FaultyInput
from pilkades.base.findings import Finding, Verdict
from pilkades.cases.load import read_case
from pilkades.cli.law_pages import pages
from pilkades.compliance.facts import FactBook
from pilkades.compliance.judge import judge
from pilkades.regulation.checks import uncovered
from pilkades.regulation.law import Law
from pilkades.regulation.loader import load
from pilkades.regulation.parameter import Evidence, Length, Unit
from pilkades.regulation.rulebook import Rulebook
from pilkades.timetable.holidays_of import workdays_of

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "pilkades"
PAGE = (ROOT / "docs/developers/new-county.md").read_text(encoding="utf-8")
FILES = files_in(PAGE)
FOLDER = "src/pilkades/regulation/data/"
BLITAR = f"{FOLDER}county/blitar/"
POLL = date(2026, 11, 23)


def _law_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "law"
    shutil.copytree(PACKAGE / "regulation" / "data", folder)
    for name, text in FILES.items():
        if name.startswith(FOLDER):
            path = folder / name.removeprefix(FOLDER)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The shipped law and the files of the page."""
    return _law_folder(tmp_path)


@pytest.fixture
def law(folder: Path) -> Law:
    """The law of that folder."""
    return load(folder)


def _findings(law: Law, county: str | None) -> dict[str, Finding]:
    text = FILES["contoh-2026.toml"].replace('overlay = "blitar"\n', "")  # the shipped law knows no Blitar
    book = FactBook.of(read_case(text, "contoh-2026.toml").record.acts)
    found = judge(book, Rulebook.at(POLL, county, law), workdays_of(range(2025, 2028)))
    return {finding.rule: finding for finding in found}


def test_the_page_adds_one_folder_of_toml_and_one_case() -> None:
    assert {name for name in FILES if name != "contoh-2026.toml"} == {
        f"{BLITAR}{name}.toml" for name in ("county", "instruments", "articles", "voters", "rules")
    }
    assert "contoh-2026.toml" in FILES


def test_everything_of_the_new_county_is_local_practice(law: Law) -> None:
    own = [item for item in law.provisions if item.article.instrument == "tahapan-blitar-2026"]
    values = [value for item in law.parameters if item.county == "blitar" for value in item.entry.value]
    assert len(own) == 2
    assert len(values) == 2
    assert (
        {item.evidence for item in own} == {value.evidence for value in values} == {Evidence.LOCAL_PRACTICE}
    )
    assert law.instruments["tahapan-blitar-2026"].county == "blitar"


def test_every_provision_of_the_new_county_is_accounted_for(law: Law) -> None:
    assert uncovered(law) == []


def test_the_new_countys_rule_decides_by_its_own_value(law: Law) -> None:
    # Wednesday 29 July to Monday 3 August 2026: Wed, Thu, Fri, Mon are 4 working days; the list allows 3.
    finding = _findings(law, "blitar")["blitar-enumeration-length"]
    assert finding.verdict is Verdict.VIOLATED
    assert finding.articles == (Article.parse("tahapan-blitar-2026:#10"),)
    assert [(used.parameter, used.evidence) for used in finding.used] == [
        ("voters.enumeration", "local_practice")
    ]


def test_a_national_rule_decides_by_the_new_countys_value(law: Law) -> None:
    # Thursday 6 to Monday 10 August 2026: 3 working days, 5 calendar days; the Permendagri says not which.
    there, elsewhere = _findings(law, "blitar"), _findings(law, None)
    assert there["dps-posted"].verdict is Verdict.COMPLIED
    assert elsewhere["dps-posted"].verdict is not Verdict.COMPLIED
    (used,) = there["dps-posted"].used
    assert (used.parameter, used.evidence) == ("voters.dps_posting", "local_practice")
    assert "blitar-enumeration-length" not in elsewhere


def test_the_national_value_stands_beside_the_new_countys(law: Law) -> None:
    held = Rulebook.at(POLL, "blitar", law).held("voters.dps_posting")
    assert held.value == Length(n=3, units=(Unit.WORKING_DAY,))
    assert [other.article for other in held.beside] == [Article.parse("permendagri-112-2014:12(2)")]


def test_no_other_county_changes(law: Law) -> None:
    for county in ("tegal", None):
        assert Rulebook.at(POLL, county, law).digest == Rulebook.at(POLL, county).digest


def test_the_new_county_has_a_page_of_its_own(law: Law) -> None:
    page = pages(law, {})["blitar.md"]
    assert "Tahapan Blitar 2026" in page
    assert "| – belum diurai / not accounted for | 0 |" in page
    assert "`blitar-enumeration-length`" in page


def test_an_instrument_in_a_countys_folder_cannot_be_anothers(folder: Path) -> None:
    path = folder / "county/blitar/instruments.toml"
    path.write_text(path.read_text(encoding="utf-8") + 'county = "tegal"\n', encoding="utf-8")
    with pytest.raises(FaultyInput) as caught:
        load(folder)
    first = caught.value.faults[0]
    assert (first.file, first.key) == ("county/blitar/instruments.toml", "tahapan-blitar-2026.county")


def test_an_instrument_cannot_stand_in_two_files(folder: Path) -> None:
    path = folder / "county/blitar/instruments.toml"
    again = path.read_text(encoding="utf-8").replace("[tahapan-blitar-2026]", "[uu-3-2024]")
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{again}", encoding="utf-8")
    with pytest.raises(FaultyInput) as caught:
        load(folder)
    assert ("county/blitar/instruments.toml", "uu-3-2024") in {
        (fault.file, fault.key) for fault in caught.value.faults
    }


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A source tree with the program, the tests' names and the files of the page."""
    shutil.copytree(PACKAGE, tmp_path / "src" / "pilkades", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "tests" / "cases").mkdir(parents=True)
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def _run(copy: Path, command: str) -> str:
    program, *arguments = shlex.split(command)
    module = arguments[1] if program == "python" else "pilkades.cli"
    start = [sys.executable, "-m", module] if program == "python" else [sys.executable, "-c", _MAIN]
    given = arguments[2:] if program == "python" else arguments
    environment = {**os.environ, "PYTHONPATH": str(copy / "src"), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(  # noqa: S603 -- the program itself, with the commands of our own page
        [*start, *given],
        cwd=copy,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), command
    return done.stdout


_MAIN = "from pilkades.cli.main import main; main()"


def test_the_pages_commands_run_on_a_copy_with_the_new_files(copy: Path) -> None:
    said = {command: _run(copy, command) for command in commands(PAGE, "sh")}
    assert len(said) == 4
    assert all(said.values())
    shown = said["pilkades law show voters.dps_posting --on 2026-11-23 --county blitar"]
    assert "Tahapan Blitar 2026" in shown
    assert "praktik setempat, bukan naskah hukum" in shown
    assert "county/blitar/articles.toml" in (copy / "docs/law/blitar.md").read_text(encoding="utf-8")


def test_the_pages_case_replays_under_the_new_countys_law(copy: Path) -> None:
    replayed = json.loads(_run(copy, "pilkades replay contoh-2026.toml --json"))
    verdicts = {finding["rule"]: finding["verdict"] for finding in replayed["findings"]}
    assert verdicts["blitar-enumeration-length"] == "violated"
    assert verdicts["dps-posted"] == "complied"
