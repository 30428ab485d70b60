"""Broken files of law: each fault is told once, with file, key and what to do; nothing is taken over."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from pilkades.base.errors import Fault, FaultyInput
from pilkades.base.language import Language
from pilkades.regulation import check, checks, faults, loader
from pilkades.regulation.loader import load, regime_on
from pilkades.regulation.rulebook import Rulebook

_BROKEN = Path(__file__).parent / "broken"
_FILES = sorted(_BROKEN.glob("*.toml"))


def _law(folder: Path) -> Path:
    """A copy of the small valid law that stands around every broken file."""
    return Path(shutil.copytree(_BROKEN / "law", folder / "law"))


def _asked(file: Path) -> dict[str, str]:
    """What the file's head says: where it goes, and the fault that must be told."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return dict(line[2:].split(": ", 1) for line in lines if line.startswith("# "))


def _faults(folder: Path) -> tuple[Fault, ...]:
    with pytest.raises(FaultyInput) as refused:
        load(folder)
    return refused.value.faults


def _break(folder: Path, broken: Path) -> None:
    place = folder / _asked(broken)["into"]
    place.parent.mkdir(exist_ok=True)
    shutil.copy(broken, place)


def test_the_small_law_is_whole(tmp_path: Path) -> None:
    law = load(_law(tmp_path))
    assert set(law.instruments) == {"uu-1", "perda-1"}
    assert [located.rule.id for located in law.rules] == ["committee-formed", "no-gifts"]
    assert checks.uncovered(law) == []
    assert Rulebook.at(date(2005, 1, 1), "kab", law).held("committee.formed_within").value.n == 10


@pytest.mark.parametrize("broken", _FILES, ids=[file.stem for file in _FILES])
def test_a_broken_file_is_told_with_file_key_and_remedy(tmp_path: Path, broken: Path) -> None:
    folder = _law(tmp_path)
    _break(folder, broken)
    asked = _asked(broken)
    (fault,) = _faults(folder)
    assert fault.file == asked["file"]
    assert fault.key == asked["key"]
    assert asked["id"] in fault.problem.id
    assert asked["en"] in fault.problem.en
    assert fault.remedy.en == asked["do"]
    assert fault.remedy.id
    assert fault.to(Language.EN) == f"{fault.file}: {fault.key}: {fault.problem.en} {fault.remedy.en}"


def test_every_fault_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    folder = _law(tmp_path)
    (folder / "national" / "a.toml").write_text("[size\n", encoding="utf-8")
    (folder / "rules" / "b.toml").write_text("[[rule]]\nid = 'B'\n", encoding="utf-8")
    (folder / "articles" / "c.toml").write_text("instrument = 'uu-9'\nprovision = []\n", encoding="utf-8")
    told = {(fault.file, fault.key) for fault in _faults(folder)}
    assert told == {
        ("national/a.toml", "TOML"),
        ("rules/b.toml", "rule.0"),
        ("articles/c.toml", "instrument"),
    }


def test_several_faults_of_one_rule_are_told_one_by_one(tmp_path: Path) -> None:
    folder = _law(tmp_path)
    text = '[[rule]]\nid = "x"\nkind = "permission"\nstage = "soon"\nnorm = {}\narticles = []\nfee = 1\n'
    (folder / "rules" / "b.toml").write_text(text, encoding="utf-8")
    keys = {fault.key.rsplit(".", 1)[-1] for fault in _faults(folder)}
    assert keys == {"stage", "norm", "articles", "fee"}


def test_faults_between_files_wait_until_the_files_read(tmp_path: Path) -> None:
    """A rule cannot be said to cite a missing article while the file of articles does not read."""
    folder = _law(tmp_path)
    (folder / "articles" / "uu-1.toml").write_text("instrument = \n", encoding="utf-8")
    assert [(fault.file, fault.key) for fault in _faults(folder)] == [("articles/uu-1.toml", "TOML")]


def test_every_fault_that_the_checks_can_tell_has_a_broken_file() -> None:
    """No sentence of faults.py, loader.py or checks.py goes untried."""
    remedies = {_asked(file)["do"] for file in _FILES}
    written = {remedy.en for _, remedy in faults._REMEDIES.values()}  # noqa: SLF001 -- the table is the subject
    assert written <= remedies


def test_provisions_that_no_rule_cites_are_listed(tmp_path: Path) -> None:
    folder = _law(tmp_path)
    articles = folder / "articles" / "more.toml"
    articles.write_text('instrument = "uu-1"\n[[provision]]\nat = "3"\ntext = "Bunyi."\n', encoding="utf-8")
    assert [article.notation for article in checks.uncovered(load(folder))] == ["uu-1:3"]


def test_the_check_command_tells_what_it_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _law(tmp_path)
    monkeypatch.setattr(loader, "data_folder", lambda: folder)
    assert check.main(["--coverage"]) == 0
    assert "3 provisions, 2 rules, 1 parameters" in capsys.readouterr().out
    articles = folder / "articles" / "more.toml"
    articles.write_text('instrument = "uu-1"\n[[provision]]\nat = "3"\ntext = "Bunyi."\n', encoding="utf-8")
    assert check.main(["--coverage"]) == 1
    assert "not accounted for: uu-1:3" in capsys.readouterr().out
    articles.write_text("[", encoding="utf-8")
    assert check.main([]) == 2
    assert "articles/more.toml: TOML:" in capsys.readouterr().out


def test_the_shipped_law_is_whole_and_every_provision_accounted_for() -> None:
    law = load(loader.data_folder())
    assert checks.uncovered(law) == []


def test_a_regime_holds_from_its_day(tmp_path: Path) -> None:
    law = load(_law(tmp_path))
    assert regime_on(law, date(2000, 1, 1)).id == "one"
