"""ADR 0002 names every module of `base`; the table there is the list."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DECISION = ROOT / "docs" / "adr" / "0002-base-is-a-closed-list.md"


def test_base_holds_the_modules_that_the_decision_names_and_no_other() -> None:
    named = set(re.findall(r"^\| `(\w+)` \|", DECISION.read_text(encoding="utf-8"), flags=re.MULTILINE))
    held = {path.stem for path in (ROOT / "src" / "pilkades" / "base").glob("*.py")} - {"__init__"}
    assert held == named
