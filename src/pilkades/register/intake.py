"""From the cells of a spreadsheet to voters, with every fault of every row at once."""

from collections.abc import Iterator, Sequence
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
    for proposal in proposals:
        faults += _of_sheet(proposal)
        mapping = proposal.mapping
        if mapping is None or Column.NAME not in mapping.columns:
            continue
        for number, row in _rows(by_name[proposal.sheet], mapping):
            voter, found = RowReading(mapping, row, number, on, county_code).person()
            faults += found
            if any(fault.weight is Weight.REPAIR for fault in found):
                waiting.append(Source(mapping.sheet, number))
            elif voter is not None:
                voters.append(voter)
    faults += _repeated(voters, {p.sheet: p.mapping for p in proposals if p.mapping})
    return Intake(tuple(voters), tuple(waiting), tuple(faults))


def _of_sheet(proposal: Proposal) -> Iterator[CellFault]:
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


def _rows(sheet: Sheet, mapping: Mapping) -> Iterator[tuple[int, Row]]:
    for number, row in enumerate(sheet.rows[mapping.first_row - 1 :], start=mapping.first_row):
        if not all(is_blank(cell) for cell in row) and not repeats_header(row, mapping):
            yield number, row


def _repeated(voters: Sequence[Voter], mappings: dict[str, Mapping]) -> Iterator[CellFault]:
    """Rows that share a whole NIK: shown, and both kept."""
    first: dict[str, Source] = {}
    for voter in voters:
        if voter.nik is None or voter.source is None:
            continue
        other = first.setdefault(voter.nik.digits, voter.source)
        if other is not voter.source:
            index = mappings[voter.source.sheet].columns[Column.NIK]
            said = f"{other.sheet} {other.row}"
            trouble = Trouble.of(Kind.NIK_REPEATED, Column.NIK, other=said)
            yield fault_of(voter.source.sheet, voter.source.row, index, trouble)
