"""Every way a case file can be wrong: one fault with file, key and what to do; nothing is half loaded."""

from pathlib import Path

import pytest

from pilkades.base.errors import Fault, FaultyInput, PilkadesError
from pilkades.cases.load import load_case, read_case

_BROKEN = Path(__file__).parent / "broken"
_WHOLE = _BROKEN / "whole" / "whole.toml"
_FILES = sorted(_BROKEN.glob("*.toml"))


def _asked(file: Path) -> dict[str, str]:
    """What the file's head says of the fault that must be told."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return dict(line[2:].split(": ", 1) for line in lines if line.startswith("# "))


def _faults(text: str, file: str = "kasus.toml") -> tuple[Fault, ...]:
    with pytest.raises(FaultyInput) as refused:
        read_case(text, file)
    return refused.value.faults


def test_the_file_around_every_wrong_one_is_whole() -> None:
    case = load_case(str(_WHOLE))
    assert [act.kind for act in case.record.acts] == ["polling", "tally"]
    assert case.record.acts[1].facts["valid"][0].value == 650


@pytest.mark.parametrize("file", _FILES, ids=[file.stem for file in _FILES])
def test_a_wrong_file_is_told_once_with_key_and_remedy(file: Path) -> None:
    asked = _asked(file)
    with pytest.raises(FaultyInput) as refused:
        load_case(str(file))
    (fault,) = refused.value.faults
    assert fault.file == str(file)
    assert fault.key == asked["key"]
    assert asked["id"] in fault.problem.id
    assert asked["en"] in fault.problem.en
    assert fault.remedy.en == asked["do"]
    assert fault.remedy.id
    assert fault.remedy.id != fault.remedy.en


@pytest.mark.parametrize("file", _FILES, ids=[file.stem for file in _FILES])
def test_what_is_wrong_is_said_without_words_of_the_machine(file: Path) -> None:
    """Only the TOML reader's own words stay as they come."""
    with pytest.raises(FaultyInput) as refused:
        load_case(str(file))
    for fault in refused.value.faults:
        assert "Traceback" not in fault.problem.id
        assert "pydantic" not in fault.problem.id + fault.problem.en
        assert "Value error" not in fault.problem.id + fault.problem.en


def test_every_fault_of_a_file_is_told_at_once() -> None:
    text = _WHOLE.read_text(encoding="utf-8")
    for right, wrong in (
        ('district = "Kecamatan Contoh"\n', ""),
        ('overlay = "bengkayang"', 'overlay = "atlantis"'),
        ('at = "001:10"', 'at = "009:10"'),
        ("voted = 658", "voted = -658"),
        ('opened_at = "08.00"', 'opened_at = "pagi"'),
        ("invalid = 8", "spoilt = 8"),
        ('candidate = "B"', 'candidate = "A"'),
    ):
        assert right in text
        text = text.replace(right, wrong)
    assert sorted(fault.key for fault in _faults(text)) == [
        "act[1] polling.statement[1].at",
        "act[1] polling.statement[1].opened_at",
        "act[1] polling.statement[1].voted",
        "act[2] tally.statement[1].spoilt",
        "act[2] tally.statement[1].votes",
        "district",
        "overlay",
    ]


def test_a_file_that_does_not_read_is_told_alone() -> None:
    (fault,) = _faults("id = ", "kasus.toml")
    assert (fault.file, fault.key) == ("kasus.toml", "TOML")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", {"id", "village", "district", "county_name", "law_day", "source", "act"}),
        ('act = "semua"', {"id", "village", "district", "county_name", "law_day", "source", "act"}),
        ("act = [1, 2]", {"id", "village", "district", "county_name", "law_day", "source", "act.0", "act.1"}),
        ("source = 7", {"id", "village", "district", "county_name", "law_day", "source", "act"}),
    ],
)
def test_a_file_of_another_shape_is_told_key_by_key(text: str, keys: set[str]) -> None:
    assert {fault.key for fault in _faults(text)} == keys


def test_a_case_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(PilkadesError) as refused:
        load_case("atlantis-1999")
    assert refused.value.code == "unknown-case"
    assert refused.value.fields["known"] == ["balayan-2022", "bandar-agung-2019", "bani-amas-2007"]
