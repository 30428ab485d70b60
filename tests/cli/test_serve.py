"""`pilkades serve` and the site of `pilkades demo`: which process they start, with which settings."""

from collections.abc import Mapping, Sequence

import pytest
from tests.cli.conftest import Ask


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Sequence[str], Mapping[str, str] | None]]:
    """What would have been started; nothing is."""
    calls: list[tuple[Sequence[str], Mapping[str, str] | None]] = []

    def kept(arguments: Sequence[str], environment: Mapping[str, str] | None = None) -> int:
        calls.append((arguments, environment))
        return 2

    monkeypatch.setattr("pilkades.cli.serve.run_web", kept)
    monkeypatch.setattr("pilkades.cli.demo.run_web", kept)
    return calls


Started = list[tuple[Sequence[str], Mapping[str, str] | None]]


def test_serve_hands_on_its_address_and_the_status(ask: Ask, started: Started) -> None:
    said = ask("serve", "--host", "0.0.0.0", "--port", "8080", "--lang", "en")  # noqa: S104 -- an option's value
    assert said.status == 2
    assert started == [(["serve", "--host", "0.0.0.0", "--port", "8080", "--lang", "en"], None)]  # noqa: S104


def test_a_demonstration_takes_nothing_of_the_real_installation(
    ask: Ask, started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PILKADES_DATABASE", "postgresql://panitia@db/pilkades")
    monkeypatch.setenv("PILKADES_DATA", "/srv/pilkades")
    monkeypatch.setenv("PILKADES_SECRET_KEY", "rahasia")
    assert ask("demo", "--date", "2027-01-15").status == 2
    arguments, environment = started[0]
    assert arguments == ["demonstrate", "--port", "8000", "--lang", "id"]
    assert environment is not None
    assert {name: value for name, value in environment.items() if name.startswith("PILKADES_")} == {
        "PILKADES_CONFIG": "",
        "PILKADES_DEBUG": "true",
        "PILKADES_DEMONSTRATION": "true",
        "PILKADES_DATA": "/srv/pilkades/demo",
        "PILKADES_DEMONSTRATION_DAY": "2027-01-15",
    }


def test_a_day_that_is_none_is_told_before_anything_is_said(ask: Ask, started: Started) -> None:
    said = ask("demo", "--date", "besok")
    assert (said.status, said.out, started) == (2, "", [])
    assert "besok bukan tanggal" in said.err


def test_without_a_site_nothing_is_started(ask: Ask, started: Started) -> None:
    assert ask("demo", "--no-serve").status == 0
    assert started == []
