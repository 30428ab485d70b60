import ast
import re
from pathlib import Path

import pytest

from pilkades.base.errors import PilkadesError
from pilkades.web.core.messages import MESSAGES, said

SOURCE = Path(__file__).parents[3] / "src" / "pilkades"
# What people meet when they work with core: its own refusals and those of the record.
RAISING = [
    *(SOURCE / "web" / "core").rglob("*.py"),
    *(SOURCE / "acts" / f"{name}.py" for name in ("act", "record", "json_form")),
]


def raised() -> dict[str, set[str]]:
    """Code -> the fields that are there wherever it is raised."""
    found: dict[str, set[str]] = {}
    for path in RAISING:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else ast.unparse(node.func)
            first = node.args[0]
            if name in {"PilkadesError", "super().__init__"} and isinstance(first, ast.Constant):
                fields = {str(keyword.arg) for keyword in node.keywords}
                found[str(first.value)] = found.get(str(first.value), fields) & fields
    return found


def test_every_refusal_has_its_sentence_and_every_sentence_its_refusal() -> None:
    assert set(raised()) == set(MESSAGES)


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_a_sentence_asks_only_for_values_that_are_there(code: str) -> None:
    text = MESSAGES[code]
    for words in (text.id, text.en):
        assert set(re.findall(r"\{(\w+)\}", words)) <= raised()[code], words
    assert said(PilkadesError(code, **dict.fromkeys(raised()[code], "x")))
