"""A file that was brought, opened again: its sheets, how they are read, and itself with its faults marked."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, fields

from pilkades.base.language import Language
from pilkades.exchange.marked import write_marked
from pilkades.register.cells import Sheet
from pilkades.register.headers import Proposal, propose
from pilkades.register.intake import read
from pilkades.register.voter import Voter
from pilkades.web.core import mappings
from pilkades.web.core.brought_sheets import sheets_in
from pilkades.web.core.models import VoterImport, VoterRow
from pilkades.web.core.queries.voters import Listed, listed
from pilkades.web.core.services.matching_rows import Match, Register
from pilkades.web.core.vault import files
from pilkades.web.core.vault.keys import ring
from pilkades.web.core.voter_rows import without_numbers

_UNSTATED: tuple[object, ...] = (None, "", False, frozenset())


def sheets_of(brought: VoterImport) -> tuple[Sheet, ...]:
    """Every sheet of the file.

    Raises:
        FaultyInput: it is no spreadsheet. PilkadesError: `file-gone`, `vault-key-unknown`, `vault-broken`.
    """
    content = files.content_of(brought.election_id, brought.token, ring())
    return sheets_in(content, brought.file_name)


def reading_of(brought: VoterImport, sheets: Sequence[Sheet]) -> tuple[Proposal, ...]:
    """How its sheets are read: as a person corrected it, else as they propose themselves."""
    return mappings.read(brought.mapping) or propose(sheets)


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A person whom a file would renew: what stands there, what the file states, what differs."""

    before: Listed
    after: Listed
    fields: tuple[str, ...]


def foreseen(brought: VoterImport, most: int = 200) -> tuple[Foreseen, ...]:
    """The first people whom taking the file would renew; `brought` has its election's places. Three queries.

    Raises:
        FaultyInput, PilkadesError: as `sheets_of`.
    """
    election, held = brought.election, ring()
    sheets = sheets_of(brought)
    county = election.village.district.county.code
    voters = read(sheets, reading_of(brought, sheets), election.polling_day, county).voters
    register = Register.of(election, voters, held)
    renewed: list[tuple[int, Voter]] = []
    for voter in voters:
        match, pk = register.match(voter)
        if match is Match.RENEWED and pk is not None:
            renewed.append((pk, without_numbers(voter)))
    rows = VoterRow.objects.in_bulk([pk for pk, _ in renewed[:most]])
    return tuple(_foreseen(listed(rows[pk], held), voter) for pk, voter in renewed[:most])


def _foreseen(before: Listed, new: Voter) -> Foreseen:
    """What a file does not state stays as it is."""
    names = [one.name for one in fields(Voter) if one.name != "source"]
    differing = tuple(
        name
        for name in names
        if getattr(new, name) not in _UNSTATED and getattr(new, name) != getattr(before.voter, name)
    )
    return Foreseen(before, Listed(before.row, new), differing)


def marked_file(brought: VoterImport, language: Language) -> bytes:
    """The same spreadsheet, its faults marked and listed in front; `brought` has its election's places.

    Raises:
        FaultyInput, PilkadesError: as `sheets_of`.
    """
    sheets = sheets_of(brought)
    election = brought.election
    county = election.village.district.county.code
    found = read(sheets, reading_of(brought, sheets), election.polling_day, county)
    target = io.BytesIO()
    write_marked(target, [(sheet.name, sheet.rows) for sheet in sheets], found.faults, language)
    return target.getvalue()
