"""Pages of the register narrowed by what the law says of people, and by what is to be looked at."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.db.models import Q

from pilkades.register.reasons import Requirement
from pilkades.timetable.days import Answer
from pilkades.web.core.models import Election, VoterRow
from pilkades.web.core.queries.voters import PER_PAGE, Slice, Wanted, found_rows, listed, same_numbers
from pilkades.web.core.queries.weighing import Weighing
from pilkades.web.core.vault.keys import ring


class Sign(StrEnum):
    """Something about a row that somebody should look at."""

    NEAR = "batas"
    SAME_NIK = "nik-sama"
    NO_NIK = "tanpa-nik"
    REPORTED = "laporan"
    REMARK = "keterangan"


_IN_COLUMNS = {
    Sign.NO_NIK: Q(nik_mark=""),
    Sign.REPORTED: Q(dead=True) | Q(moved=True),
    Sign.REMARK: ~Q(remark=""),
}


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Who is looked for: by words and places, by the law's answer, by a requirement, by a sign."""

    wanted: Wanted
    answer: Answer | None = None
    requirement: Requirement | None = None
    sign: Sign | None = None


def narrowed_page(election: Election, narrowed: Narrowed, weighing: Weighing, page: int) -> Slice:
    """A page of people, from 1, in the order of dusun, RW, RT and name; at most four queries.

    Raises:
        PilkadesError: `vault-key-unknown`, `vault-broken`.
    """
    rows = found_rows(election, narrowed.wanted)
    if narrowed.sign in _IN_COLUMNS:
        rows = rows.filter(_IN_COLUMNS[narrowed.sign])
    kept = _kept(election, narrowed, weighing)
    keys = [pk for pk, person in rows.values_list("pk", "person") if kept is None or person in kept]
    shown = min(max(1, page), max(1, -(-len(keys) // PER_PAGE)))
    here = keys[(shown - 1) * PER_PAGE : shown * PER_PAGE]
    found = VoterRow.objects.in_bulk(here)
    held = ring()
    return Slice(tuple(listed(found[pk], held) for pk in here), shown, len(keys))


def _kept(election: Election, narrowed: Narrowed, weighing: Weighing) -> AbstractSet[UUID] | None:
    """The people that answer, requirement and sign leave; None where they leave everybody."""
    parts: list[AbstractSet[UUID]] = []
    if narrowed.answer is not None:
        parts.append({who for who, one in weighing.people.items() if one.answer is narrowed.answer})
    if narrowed.requirement is not None:
        parts.append({who for who, one in weighing.people.items() if narrowed.requirement in one.open})
    if narrowed.sign is Sign.NEAR:
        parts.append(weighing.near.keys())
    if narrowed.sign is Sign.SAME_NIK:
        parts.append({one.person for group in same_numbers(election) for one in group})
    if not parts:
        return None
    return frozenset.intersection(*(frozenset(part) for part in parts))
