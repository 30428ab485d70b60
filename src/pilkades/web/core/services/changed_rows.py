"""Changes of the register by hand: each is a new row that replaces the one before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from pilkades.base.errors import PilkadesError
from pilkades.web.core.access import NotThereError, areas_of
from pilkades.web.core.models import Election, VoterRow
from pilkades.web.core.queries.voters import latest_rows, standing_rows
from pilkades.web.core.vault.covering import covered
from pilkades.web.shared.models import User

LONGEST_REASON = 300
_OWN = frozenset(
    {"id", "revision", "replaces_id", "brought_id", "removal", "reason", "changed_at", "changed_by_id"}
)


@dataclass(frozen=True, slots=True)
class Why:
    """Who changes a row, when, and why."""

    user: User
    at: datetime
    reason: str = ""


def standing_row(election: Election, person: UUID, seen_revision: int) -> VoterRow:
    """The person's row; the caller holds the head's lock.

    Raises:
        NotThereError: nobody of that name is on the register. PilkadesError: `row-changed` when it is another
            revision than the person at the desk saw.
    """
    row = standing_rows(election).filter(person=person).first()
    if row is None:
        raise NotThereError
    if row.revision != seen_revision:
        raise PilkadesError("row-changed")
    return row


def removed_row(election: Election, person: UUID) -> VoterRow | None:
    """The row by which a person left the register; None for who is on it or never was."""
    return latest_rows(election).filter(person=person).exclude(removal="").first()


def replaced(
    before: VoterRow, why: Why, columns: Mapping[str, Any] | None = None, removal: str = ""
) -> VoterRow:
    """Write the next row of a person: the same, but for these columns."""
    row = next_row(before, why, columns, removal)
    row.save(force_insert=True)
    return row


def next_row(
    before: VoterRow, why: Why, columns: Mapping[str, Any] | None = None, removal: str = ""
) -> VoterRow:
    """The next row of a person, not written yet."""
    stays = {
        field.attname: getattr(before, field.attname)
        for field in VoterRow._meta.concrete_fields  # noqa: SLF001 -- Django's public way to a model's fields
        if field.attname not in _OWN
    }
    return VoterRow(
        **{**stays, **(columns or {})},
        revision=before.revision + 1,
        replaces=before,
        removal=removal,
        reason=covered(why.reason.strip())[:LONGEST_REASON],
        changed_at=why.at,
        changed_by=why.user,
    )


def demand_reason(reason: str) -> None:
    """Let those pass who say why.

    Raises:
        PilkadesError: `change-without-reason`.
    """
    if not reason.strip():
        raise PilkadesError("change-without-reason")


def demand_area(user: User, election: Election, rt: str, at: datetime) -> None:
    """Let those pass who work in that RT; the committee works in all.

    Raises:
        PilkadesError: `not-your-area`, with the RTs of the role.
    """
    areas = areas_of(user, election, at)
    if areas is not None and rt not in areas:
        raise PilkadesError("not-your-area", areas=sorted(areas))
