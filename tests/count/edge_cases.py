"""Elections at the edge that every way of counting must get through; one table for all of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from pilkades.count.result import Outcome
from pilkades.count.sheet import Sheet


@dataclass(frozen=True)
class EdgeCase:
    """Votes per TPS in the order of the candidates, and what plurality alone must say."""

    name: str
    candidates: tuple[str, ...]
    tps: tuple[tuple[int, ...], ...]
    invalid: int
    registered: int
    outcome: Outcome
    elected: str | None
    margin: int | None

    @property
    def votes(self) -> Mapping[str, int]:
        """The village's votes."""
        columns = zip(*self.tps, strict=True)
        return dict(zip(self.candidates, (sum(column) for column in columns), strict=True))

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """One sheet per TPS; the invalid ballots all lie at the first."""
        return tuple(self._sheet(number, row) for number, row in enumerate(self.tps))

    def _sheet(self, index: int, row: tuple[int, ...]) -> Sheet:
        invalid = 0 if index else self.invalid
        box = sum(row) + invalid
        return Sheet(
            str(index + 1),
            registered=self.registered,
            came=box,
            absent=self.registered - box,
            supplied=self.registered,
            given=box,
            returned_damaged=0,
            returned_mistaken=0,
            unused=self.registered - box,
            in_box=box,
            valid=sum(row),
            invalid=invalid,
            votes=dict(zip(self.candidates, row, strict=True)),
        )


EDGE_CASES = (
    EdgeCase("tie", ("A", "B", "C"), ((10, 4, 1), (2, 8, 1)), 3, 100, Outcome.TIE_OPEN, None, 0),
    EdgeCase("all tied", ("A", "B", "C"), ((5, 5, 5),), 0, 100, Outcome.TIE_OPEN, None, 0),
    EdgeCase("landslide", ("A", "B"), ((99, 0), (98, 1)), 0, 100, Outcome.ELECTED, "A", 196),
    EdgeCase("one vote decides", ("A", "B"), ((1, 0),), 0, 100, Outcome.ELECTED, "A", 1),
    EdgeCase("one candidate", ("A",), ((40,), (2,)), 1, 100, Outcome.ELECTED, "A", None),
    EdgeCase("one candidate without votes", ("A",), ((0,),), 7, 100, Outcome.NO_VALID_VOTES, None, None),
    EdgeCase("zero votes", ("A", "B"), ((0, 0), (0, 0)), 0, 100, Outcome.NO_VALID_VOTES, None, None),
    EdgeCase("all invalid", ("A", "B"), ((0, 0),), 60, 100, Outcome.NO_VALID_VOTES, None, None),
    EdgeCase("everyone absent", ("A", "B", "C"), ((0, 0, 0),), 0, 5000, Outcome.NO_VALID_VOTES, None, None),
    EdgeCase("no voters at all", ("A", "B"), ((0, 0),), 0, 0, Outcome.NO_VALID_VOTES, None, None),
    EdgeCase("lost at one TPS, won over all", ("A", "B"), ((1, 9), (50, 2)), 0, 99, Outcome.ELECTED, "A", 40),
)
