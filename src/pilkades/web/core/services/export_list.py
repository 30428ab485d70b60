"""Take a list off this site: who, when and why is kept, and stands on every sheet as a watermark."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text
from pilkades.register.lists import LISTS, ListKind
from pilkades.register.voter import Voter
from pilkades.web.core import clock
from pilkades.web.core.access import Need, NotThereError, access_election
from pilkades.web.core.models import Election, ListEntryRow, ListVersionRow, VoterExport
from pilkades.web.core.queries.voters import Wanted, found_rows
from pilkades.web.core.services.changed_rows import LONGEST_REASON
from pilkades.web.core.vault.covering import covered
from pilkades.web.core.vault.keys import ring
from pilkades.web.core.voter_rows import voter_of
from pilkades.web.shared.models import User

REGISTER = "register"
"""The kind of an export of the register itself, which is no fixed list."""

_REGISTER = Text("daftar yang sedang disusun", "the list being drawn up")
_WATERMARK = Text(
    "Diambil {who}, {moment}, untuk: {why}. Ekspor {number}.",
    "Taken by {who}, {moment}, for: {why}. Export {number}.",
)


@dataclass(frozen=True, slots=True)
class Exported:
    """The export as it is kept, and the rows: each number of the list with its voter.

    Where `row.full_numbers` is false, show NIK and KK covered (`nik.masked`), never whole.
    """

    row: VoterExport
    voters: tuple[tuple[int, Voter], ...]

    @property
    def watermark(self) -> str:
        """The line for every sheet."""
        return self.row.watermark


def export_list(  # noqa: PLR0913 -- who, where, which list, why, and whether with whole numbers
    user: User,
    election_id: int,
    kind: ListKind,
    number: int,
    reason: str,
    *,
    full_numbers: bool = False,
    at: datetime | None = None,
) -> Exported:
    """The rows of a fixed list; with whole numbers for chair and secretary alone. First it is logged.

    Raises:
        NotThereError: no such election or list for this person.
        PilkadesError: `export-without-reason`; `vault-key-unknown`, `vault-broken`.
    """
    moment = at or clock.now()
    why = _stated(reason, LISTS[kind])
    need = Need.DECIDE_VOTERS if full_numbers else Need.READ_VOTERS
    with transaction.atomic(durable=True):
        election = access_election(user, election_id, need, moment)
        found = ListVersionRow.objects.filter(election=election, kind=kind.value, number=number).first()
        if found is None:
            raise NotThereError
        taken = _Taken(kind.value, found.count, found, full_numbers=full_numbers)
        row = _logged(user, election, taken, why, moment)
    held = ring()
    entries = ListEntryRow.objects.filter(version=found).select_related("voter").order_by("number")
    return Exported(
        row,
        tuple((entry.number, voter_of(entry.voter, held)) for entry in entries.iterator(chunk_size=2_000)),
    )


def export_register(
    user: User, election_id: int, reason: str, *, full_numbers: bool = False, at: datetime | None = None
) -> Exported:
    """Everybody on the register now, numbered from 1; with whole numbers for chair and secretary alone.

    Raises:
        NotThereError: no such election for this person.
        PilkadesError: `export-without-reason`; `vault-key-unknown`, `vault-broken`.
    """
    moment = at or clock.now()
    why = _stated(reason, _REGISTER)
    need = Need.DECIDE_VOTERS if full_numbers else Need.READ_VOTERS
    held = ring()
    with transaction.atomic(durable=True):
        election = access_election(user, election_id, need, moment)
        rows = found_rows(election, Wanted())
        voters = tuple(enumerate((voter_of(one, held) for one in rows.iterator(chunk_size=2_000)), start=1))
        taken = _Taken(REGISTER, len(voters), full_numbers=full_numbers)
        return Exported(_logged(user, election, taken, why, moment), voters)


def _stated(reason: str, what: Text) -> str:
    why = covered(reason.strip())[:LONGEST_REASON]
    if not why:
        raise PilkadesError("export-without-reason", list=what)
    return why


@dataclass(frozen=True, slots=True)
class _Taken:
    """What left the site."""

    kind: str
    count: int
    version: ListVersionRow | None = None
    full_numbers: bool = False


def _logged(user: User, election: Election, taken: _Taken, why: str, moment: datetime) -> VoterExport:
    """Write the export down with its watermark; the caller holds the transaction and asked for access."""
    times = VoterExport.objects.filter(election=election).count() + 1
    local = moment.astimezone(ZoneInfo(election.village.district.county.zone))
    watermark = _WATERMARK.fill(
        who=user.full_name, moment=f"{local:%d-%m-%Y %H.%M}", why=why, number=f"{times:04d}"
    )
    return VoterExport.objects.create(
        election=election,
        version=taken.version,
        kind=taken.kind,
        count=taken.count,
        full_numbers=taken.full_numbers,
        reason=why,
        watermark=watermark.id[:500],
        exported_at=moment,
        exported_by=user,
    )
