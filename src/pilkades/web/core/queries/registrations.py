"""What a registrar needs on the way from house to house: RTs, own entries, the family, whose NIK it is.

A registrar sees the own entries and no other row; of a NIK that somebody else holds, name and RT are told,
which the posted list tells everyone later.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from pilkades.register.nik import Nik
from pilkades.register.voter import Voter
from pilkades.web.core.access import NotThereError
from pilkades.web.core.models import Election, VoterRow
from pilkades.web.core.queries.voters import Listed, counts_by, listed, standing_rows
from pilkades.web.core.vault.keys import ring
from pilkades.web.core.voter_rows import kk_words, nik_of, nik_words
from pilkades.web.shared.models import User


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """An RT with its RW and dusun, and how many people of it are on the register."""

    dusun: str
    rw: str
    rt: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Entered:
    """Somebody whom this registrar entered or corrected, as the row stands now."""

    person: UUID
    name: str
    nik_tail: str
    place: Neighbourhood
    at: datetime
    revision: int


@dataclass(frozen=True, slots=True)
class There:
    """Somebody who holds a NIK on the register already."""

    person: UUID
    name: str
    place: Neighbourhood


def neighbourhoods_of(election: Election, areas: Collection[str] | None = None) -> tuple[Neighbourhood, ...]:
    """The RTs of the register, of a registrar's own areas alone where some are named; one query."""
    found = [
        Neighbourhood(dusun, rw, rt, count)
        for (dusun, rw, rt), count in counts_by(election, "dusun", "rw", "rt")
        if rt and (areas is None or rt in areas)
    ]
    known = {place.rt for place in found}
    return (*found, *(Neighbourhood("", "", rt) for rt in sorted(areas or ()) if rt not in known))


def entered_today(user: User, election: Election, today: date) -> tuple[Entered, ...]:
    """Whom the person entered or corrected by hand on that day there, the latest first; one query."""
    zone = ZoneInfo(election.village.district.county.zone)
    begins = datetime.combine(today, time(), zone)
    rows = standing_rows(election).filter(
        changed_by=user, brought=None, changed_at__gte=begins, changed_at__lt=begins + timedelta(days=1)
    )
    held = ring()
    found = []
    for row in rows.order_by("-changed_at", "-pk"):
        nik = nik_of(row, held)
        tail = nik.tail if nik else ""
        found.append(Entered(row.person, row.name, tail, _place(row), row.changed_at, row.revision))
    return tuple(found)


def entered_of(user: User, election: Election, person: UUID) -> Listed:
    """Somebody whom this person entered by hand, as the register has it now.

    Raises:
        NotThereError: there is nobody of that mark, or somebody else entered the first row.
        PilkadesError: `vault-key-unknown`, `vault-broken`.
    """
    mine = VoterRow.objects.filter(
        election=election, person=person, revision=1, changed_by=user, brought=None
    ).exists()
    row = standing_rows(election).filter(person=person).first()
    if not mine or row is None:
        raise NotThereError
    return listed(row, ring())


def family_of(election: Election, voter: Voter, areas: Collection[str] | None = None) -> tuple[str, ...]:
    """The names of those on the register who share the family card, in the order in which they came.

    Of other RTs than the registrar's own nobody is named: any card may be typed.
    """
    if voter.kk is None:
        return (voter.name,)
    marks = ring().marks(kk_words(voter.kk.digits))
    rows = standing_rows(election).filter(kk_mark__in=marks)
    if areas is not None:
        rows = rows.filter(rt__in=areas)
    return tuple(rows.order_by("pk").values_list("name", flat=True))


def standing_with_nik(election: Election, nik: Nik, *, but: UUID | None = None) -> There | None:
    """Who holds that NIK on the register, besides the person who is being corrected."""
    rows = standing_rows(election).filter(nik_mark__in=ring().marks(nik_words(nik.digits)))
    row = rows.exclude(person=but).order_by("pk").first() if but else rows.order_by("pk").first()
    return There(row.person, row.name, _place(row)) if row is not None else None


def _place(row: VoterRow) -> Neighbourhood:
    return Neighbourhood(row.dusun, row.rw, row.rt)
