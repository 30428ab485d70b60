"""Fixed lists: versions, their pages, what changed between them, deaths beside a DPT."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q

from pilkades.base.day import Day
from pilkades.register.changes import Change, ClosedDpt, Death, RemovalReason, changes
from pilkades.register.lists import Entry, ListKind, ListVersion, OrderBy
from pilkades.web.core.models import (
    DeathNote,
    Election,
    ListEntryRow,
    ListVersionRow,
    RegisterHead,
    VoterExport,
)
from pilkades.web.core.queries.voters import PER_PAGE, Listed, listed
from pilkades.web.core.vault.keys import ring
from pilkades.web.core.voter_rows import entry_of, list_key_of


@dataclass(frozen=True, slots=True)
class Numbered:
    """A row of a fixed list under its number there."""

    number: int
    listed: Listed
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page of a fixed list, and how many rows fit what was asked."""

    rows: tuple[Numbered, ...]
    page: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are; one where nothing fits."""
        return max(1, -(-self.total // PER_PAGE))


def versions_of(election: Election) -> tuple[ListVersionRow, ...]:
    """Every fixed list, the latest first, with who fixed it; one query."""
    return tuple(
        ListVersionRow.objects.filter(election=election).select_related("fixed_by", "after").order_by("-pk")
    )


def exports_of(election: Election) -> tuple[VoterExport, ...]:
    """Every list that left this site, the latest first, with who took it; one query."""
    found = VoterExport.objects.filter(election=election).select_related("exported_by", "version")
    return tuple(found.order_by("-exported_at", "-pk"))


def latest_of(election: Election, kind: ListKind) -> ListVersionRow | None:
    """The last fixed list of that kind; None while there is none."""
    return ListVersionRow.objects.filter(election=election, kind=kind.value).order_by("-number").first()


def version_row_of(election: Election, kind: ListKind, number: int) -> ListVersionRow | None:
    """One fixed list by its number; None where there is none."""
    found = ListVersionRow.objects.filter(election=election, kind=kind.value, number=number)
    return found.select_related("fixed_by", "after").first()


def page_of_list(
    version: ListVersionRow, page: int = 1, *, tps: str = "", rt: str = "", dusun: str = "", search: str = ""
) -> ListPage:
    """A page of a fixed list in its own order and numbers; three queries, whatever it shows.

    Raises:
        PilkadesError: `vault-key-unknown`, `vault-broken`.
    """
    asked = {"tps": tps, "rt": rt, "dusun": dusun}
    parts = Q(**{f"voter__{name}": value for name, value in asked.items() if value})
    if search:
        parts &= Q(voter__search__contains=search)
    entries = ListEntryRow.objects.filter(parts, version=version)
    total = entries.count()
    shown = min(max(1, page), max(1, -(-total // PER_PAGE)))
    start = (shown - 1) * PER_PAGE
    held, died = ring(), _remarks(version)
    rows = entries.select_related("voter").order_by("number")[start : start + PER_PAGE]
    return ListPage(
        tuple(
            Numbered(entry.number, listed(entry.voter, held), died.get(entry.voter.person, ""))
            for entry in rows
        ),
        shown,
        total,
    )


def row_under(version: ListVersionRow, number: int) -> Numbered | None:
    """The row under a number of a fixed list; None where the list has no such number. One query.

    Raises:
        PilkadesError: `vault-key-unknown`, `vault-broken`.
    """
    found = ListEntryRow.objects.filter(version=version, number=number).select_related("voter").first()
    return Numbered(found.number, listed(found.voter, ring())) if found else None


def parts_of(version: ListVersionRow, column: str) -> tuple[tuple[str, int], ...]:
    """How many stand under each TPS, RT, RW or dusun of a fixed list; one query."""
    name = f"voter__{column}"
    found = ListEntryRow.objects.filter(version=version).order_by(name).values_list(name)
    return tuple(found.annotate(people=Count("pk")))


def entries_of(version: ListVersionRow) -> tuple[Entry, ...]:
    """The persons of a fixed list in its order, with the marks of the list's own key; two queries.

    Raises:
        PilkadesError: `vault-key-unknown`, `vault-broken`.
    """
    held = ring()
    key = list_key_of(RegisterHead.objects.get(election=version.election_id), held)
    rows = ListEntryRow.objects.filter(version=version).select_related("voter").order_by("number")
    return tuple(entry_of(row.voter, key, held) for row in rows.iterator(chunk_size=2_000))


def version_of(version: ListVersionRow) -> ListVersion:
    """The fixed list as the rules on lists read it, with the digest under which it was fixed."""
    order = tuple(OrderBy(one) for one in version.order.split(",") if one)
    return ListVersion(ListKind(version.kind), entries_of(version), order, version.digest)


def removals_of(version: ListVersionRow) -> Mapping[str, RemovalReason]:
    """Why each person left who stood on the version before."""
    return {person: RemovalReason(reason) for person, reason in json.loads(version.removals).items()}


def changes_of(version: ListVersionRow) -> tuple[Change, ...]:
    """The change list: this version against the one that it follows; nothing where it is the first."""
    if version.after is None:
        return ()
    return changes(version_of(version.after), version_of(version), removals_of(version))


def deaths_of(version: ListVersionRow) -> tuple[DeathNote, ...]:
    """Deaths noted beside a DPT, in their order, with who noted them; one query."""
    return tuple(DeathNote.objects.filter(version=version).select_related("noted_by"))


def closed_dpt_of(version: ListVersionRow) -> ClosedDpt:
    """An adopted DPT with its notes of death."""
    notes: Iterable[DeathNote] = deaths_of(version)
    return ClosedDpt(
        version_of(version), tuple(Death(str(note.person), Day.parse(note.died)) for note in notes)
    )


def number_on(version: ListVersionRow, person: UUID) -> int | None:
    """The number under which a person stands on a fixed list; None for who does not."""
    found = ListEntryRow.objects.filter(version=version, voter__person=person)
    return found.values_list("number", flat=True).first()


def _remarks(version: ListVersionRow) -> Mapping[UUID, str]:
    if version.kind != ListKind.DPT:
        return {}
    return dict(DeathNote.objects.filter(version=version).values_list("person", "died"))
