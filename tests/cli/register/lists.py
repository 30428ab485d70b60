"""Lists of invented people, written as files."""

from collections.abc import Iterable
from pathlib import Path

from pilkades.exchange.lists import WHOLE, page_of, write_csv
from pilkades.register.voter import Voter


def written(file: Path, voters: Iterable[Voter]) -> str:
    """The path of a CSV file with these people in the columns of a village's own list."""
    with file.open("w", encoding="utf-8", newline="") as opened:
        write_csv(opened, page_of("", [], WHOLE, enumerate(voters, start=1)))
    return str(file)
