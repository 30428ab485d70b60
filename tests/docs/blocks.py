"""Fenced blocks of Markdown pages, as the tests read them."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]

_NAMED = re.compile(r"^`(?P<name>[\w./-]+\.\w+)`\n\n```\w+\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def fenced(page: str, language: str) -> list[str]:
    """The texts of all blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def files_in(page: str) -> dict[str, str]:
    """Files that a page shows: a line with the name alone, then a block with the text."""
    return {match["name"]: match["text"] for match in _NAMED.finditer(page)}


def commands(page: str, language: str) -> list[str]:
    """The lines of the blocks of a language that call the program."""
    lines = [
        line.strip().removeprefix("$ ") for block in fenced(page, language) for line in block.splitlines()
    ]
    return [line for line in lines if line.startswith(("pilkades ", "python -m pilkades."))]
