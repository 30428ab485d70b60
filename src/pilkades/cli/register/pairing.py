"""Rows of one or several files as columns, the pairs found in them, and the two rows of each pair again."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from pilkades.cli.register.sources import Source
from pilkades.exchange.long_csv import Table
from pilkades.jobs.columns import Columns
from pilkades.jobs.linking import find_pairs
from pilkades.jobs.pairs import Crowd
from pilkades.jobs.settings import Settings
from pilkades.register import voter as voters
from pilkades.register.cells import Row
from pilkades.register.duplicates import Reading, compare, reading
from pilkades.register.evidence import Evidence
from pilkades.register.headers import Proposal
from pilkades.register.intake import people
from pilkades.register.voter import Voter

Advance = Callable[[int], None]

_CHUNK = 20_000
_ROW_BITS = 32


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: which file, its sheet, its row."""

    file: str
    source: voters.Source


@dataclass(frozen=True, slots=True)
class Found:
    """Two rows, how likely they are one person, and what their fields say of each other."""

    first: Place
    second: Place
    probability: float
    same_nik: bool
    evidence: Evidence
    reading: Reading


@dataclass(frozen=True, slots=True)
class Paired:
    """What a run found, in the order in which somebody should look at it."""

    rows: int
    waiting: int
    compared: int
    crowds: tuple[Crowd, ...]
    pairs: tuple[Found, ...]


def pair_up(sources: Sequence[Source], on: date, settings: Settings, advance: Advance) -> Paired:
    """Find the rows that may be one person; each file is a village of its own.

    Rows are kept as columns, not as voters: only those of a pair are read a second time.

    Raises:
        FaultyInput: a CSV file turns out not to be one further down.
    """
    reading_rows = _Reading(sources, on, advance)
    columns = Columns.of_frame(pl.concat([chunk.frame for chunk in reading_rows.columns()]))
    found = find_pairs(columns, settings)
    ranked = found.ranked()
    again = reading_rows.again({number for pair in ranked for number in (pair.one, pair.other)})
    pairs = []
    for pair in ranked:
        (first, one), (second, other) = again[pair.one], again[pair.other]
        evidence = compare(one, other, one_village=first.file == second.file)
        pairs.append(Found(first, second, pair.probability, pair.same_nik, evidence, reading(evidence)))
    return Paired(len(columns), reading_rows.waiting, found.compared, found.crowds, tuple(pairs))


@dataclass(slots=True)
class _Reading:
    """The rows of all sheets, numbered so that a number leads back to its sheet and row."""

    sources: Sequence[Source]
    on: date
    advance: Advance
    waiting: int = 0

    def columns(self) -> Iterator[Columns]:
        held: list[Voter] = []
        places: list[str] = []
        numbers: list[int] = []
        for number, file, voter in self._voters():
            held.append(voter)
            places.append(file)
            numbers.append(number)
            if len(held) == _CHUNK:
                yield Columns.of_voters(held, places, numbers)
                held, places, numbers = [], [], []
        yield Columns.of_voters(held, places, numbers)

    def _voters(self) -> Iterator[tuple[int, str, Voter]]:
        for sheet, (file, table, proposal) in enumerate(self._sheets()):
            for row in people(proposal, table.rows(), self.on):
                self.advance(1)
                self.waiting += row.waits
                if row.voter is not None:
                    yield sheet << _ROW_BITS | row.source.row, file, row.voter

    def _sheets(self) -> Iterator[tuple[str, Table, Proposal]]:
        for source in self.sources:
            for table, proposal in zip(source.tables, source.proposals, strict=True):
                yield source.file, table, proposal

    def again(self, wanted: set[int]) -> dict[int, tuple[Place, Voter]]:
        """The rows with those numbers; every other row is passed over unread."""
        found: dict[int, tuple[Place, Voter]] = {}
        for sheet, (file, table, proposal) in enumerate(self._sheets()):
            first = sheet << _ROW_BITS
            if not any(number >> _ROW_BITS == sheet for number in wanted):
                continue
            for row in people(proposal, _only(table.rows(), wanted, first), self.on):
                if row.voter is not None:
                    found[first | row.source.row] = (Place(file, row.source), row.voter)
        return found


def _only(rows: Iterator[Row], wanted: set[int], first: int) -> Iterator[Row]:
    for number, row in enumerate(rows, start=1):
        yield row if first | number in wanted else ()
