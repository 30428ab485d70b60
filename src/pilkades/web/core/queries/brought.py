"""A file that was brought, opened again: its sheets, how they are read, and itself with its faults marked."""

import io
from collections.abc import Sequence

from pilkades.base.language import Language
from pilkades.exchange import spreadsheets
from pilkades.exchange.marked import write_marked
from pilkades.register.cells import Sheet
from pilkades.register.headers import Proposal, propose
from pilkades.register.intake import read
from pilkades.web.core import mappings
from pilkades.web.core.models import VoterImport
from pilkades.web.core.vault import files
from pilkades.web.core.vault.keys import ring


def sheets_of(brought: VoterImport) -> tuple[Sheet, ...]:
    """Every sheet of the file.

    Raises:
        FaultyInput: it is no spreadsheet. PilkadesError: `file-gone`, `vault-key-unknown`, `vault-broken`.
    """
    content = files.content_of(brought.election_id, brought.token, ring())
    return spreadsheets.read(content, brought.file_name)


def reading_of(brought: VoterImport, sheets: Sequence[Sheet]) -> tuple[Proposal, ...]:
    """How its sheets are read: as a person corrected it, else as they propose themselves."""
    return mappings.read(brought.mapping) or propose(sheets)


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
