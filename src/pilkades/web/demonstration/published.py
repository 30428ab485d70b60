"""The replayed elections of published research, as elections of the site."""

from dataclasses import dataclass

from pilkades.cases.load import load_case, shipped
from pilkades.cases.schema import Case

CODES = {
    "bani-amas-2007": "98.01.01.2001",
    "bandar-agung-2019": "98.02.01.2001",
    "balayan-2022": "98.03.01.2001",
}
"""The sources state no codes; no county of Indonesia has one that begins with 98."""


@dataclass(frozen=True, slots=True)
class Published:
    """A documented election with the code under which it stands here."""

    case: Case
    code: str

    @property
    def wave(self) -> str:
        """What the election is called: its year, and whether the source states the day."""
        year = str(self.case.law_day.year)
        return f"{year}, hari tidak disebut sumber" if self.case.law_day_note else year

    @property
    def source(self) -> str:
        """The titles of what it is told from."""
        return "; ".join(source.title for source in self.case.sources.values())


def published() -> tuple[Published, ...]:
    """Every case that ships, oldest first."""
    cases = sorted((load_case(name) for name in shipped()), key=lambda case: case.law_day)
    return tuple(Published(case, CODES[case.id]) for case in cases)
