"""Running the command line as a person would, and keeping what it said."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from pilkades.cli.main import run


@dataclass(frozen=True)
class Said:
    """What a command said and how it ended."""

    status: int
    out: str
    err: str


Ask = Callable[..., Said]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Run `pilkades` with these words, in a terminal of 80 columns that is no terminal."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("PILKADES_LANG", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)

    def asked(*words: str) -> Said:
        status = run(words)
        spoken = capsys.readouterr()
        return Said(status, spoken.out, spoken.err)

    return asked
