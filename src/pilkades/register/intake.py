"""From the cells of a spreadsheet to voters, with every fault of every row at once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pilkades.register.cells import Row, Sheet, is_blank
from pilkades.register.headers import Proposal, propose, repeats_header
from pilkades.register.layouts import COLUMNS, Column, Mapping
from pilkades.register.row_reading import RowReading
from pilkades.register.troubles import CellFault, Kind, Trouble, Weight, fault_of
from pilkades.register.voter import Source, Voter

_BIRTH_COLUMNS = (Column.BIRTH, Column.BIRTH_YEAR, Column.PLACE_AND_BIRTH)


@dataclass(frozen=True, slots=True)
class Intake:
    """What was read: voters that are ready, rows that wait for a repair, and all faults.

    Nothing is taken over by reading; `voters` and `waiting` together are all rows of persons.
    """

    voters: tuple[Voter, ...]
    waiting: tuple[Source, ...]
    faults: tuple[CellFault, ...]

    @property
    def rows(self) -> int:
        """How many rows of persons there are."""
        return len(self.voters) + len(self.waiting)


def intake(sheets: Sequence[Sheet], on: date, county_code: str | None = None) -> Intake:
    """Read the sheets as they propose themselves; `on` is the polling day."""
    return read(sheets, propose(sheets), on, county_code)


def read(
    sheets: Sequence[Sheet], proposals: Sequence[Proposal], on: date, county_code: str | None = None
) -> Intake:
    """Read the sheets by their mappings, as proposed or as a person corrected them."""
    by_name = {sheet.name: sheet for sheet in sheets}
    voters: list[Voter] = []
    waiting: list[Source] = []
    faults: list[CellFault] = []
    repeats: list[CellFault] = []
    seen = SeenNumbers()
    for proposal in proposals:
        faults += of_sheet(proposal)
        for row in people(proposal, by_name[proposal.sheet].rows, on, county_code):
            faults += row.faults
            if row.waits:
                waiting.append(row.source)
            elif row.voter is not None:
                voters.append(row.voter)
                repeats += seen.again(row.voter, proposal)
    return Intake(tuple(voters), tuple(waiting), (*faults, *repeats))


@dataclass(frozen=True, slots=True, repr=False)
class RowRead:
    """One row: the voter, unless it is no person's row or waits for a repair; and its faults."""

    source: Source
    voter: Voter | None
    faults: Sequence[CellFault]
    waits: bool


def people(
    proposal: Proposal, rows: Iterable[Row], on: date, county_code: str | None = None
) -> Iterator[RowRead]:
    """The rows of a sheet one by one, from its very first, for lists that are too long to be held."""
    mapping = proposal.mapping
    if mapping is None or Column.NAME not in mapping.columns:
        return
    for number, row in _numbered(rows, mapping):
        voter, found = RowReading(mapping, row, number, on, county_code).person()
        waits = any(fault.weight is Weight.REPAIR for fault in found)
        yield RowRead(Source(mapping.sheet, number), None if waits else voter, found, waits)


class SeenNumbers:
    """Where each NIK was met first, so that a row with the same one can name the other."""

    def __init__(self) -> None:
        # As whole numbers: a nation's register has millions of them.
        self._first: dict[int, tuple[str, int]] = {}

    def again(self, voter: Voter, proposal: Proposal) -> Iterator[CellFault]:
        """The fault of a row whose whole NIK stands in an earlier row; both are kept."""
        if voter.nik is None or voter.source is None or proposal.mapping is None:
            return
        here = (voter.source.sheet, voter.source.row)
        first = self._first.setdefault(int(voter.nik.digits), here)
        if first is not here:
            trouble = Trouble.of(Kind.NIK_REPEATED, Column.NIK, other=f"{first[0]} {first[1]}")
            yield fault_of(*here, proposal.mapping.columns[Column.NIK], trouble)


def of_sheet(proposal: Proposal) -> Iterator[CellFault]:
    """What is wrong with a sheet as a whole: no header, a column that lacks, a column named twice."""
    if proposal.mapping is None:
        yield fault_of(proposal.sheet, None, None, Trouble.of(Kind.NO_HEADER))
        return
    mapping = proposal.mapping
    lacking = [column for column in (Column.NAME,) if column not in mapping.columns]
    lacking += [] if any(column in mapping.columns for column in _BIRTH_COLUMNS) else [Column.BIRTH]
    for column in lacking:
        yield fault_of(
            mapping.sheet, mapping.header_row, None, Trouble.of(Kind.NO_COLUMN, name=COLUMNS[column])
        )
    for column, index in proposal.doubled:
        trouble = Trouble.of(Kind.DOUBLE_COLUMN, name=COLUMNS[column])
        yield fault_of(mapping.sheet, mapping.header_row, index, trouble)


def _numbered(rows: Iterable[Row], mapping: Mapping) -> Iterator[tuple[int, Row]]:
    for number, row in enumerate(rows, start=1):
        if number < mapping.first_row or all(is_blank(cell) for cell in row):
            continue
        if not repeats_header(row, mapping):
            yield number, row
