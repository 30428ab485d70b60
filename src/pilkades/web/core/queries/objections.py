"""Proposals on lists: the committee's desk, and the one page of the citizen who holds the number."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from pilkades.base.article import Article
from pilkades.base.language import Text
from pilkades.register.grounds import Ground
from pilkades.register.lists import ListKind
from pilkades.register.objections import Objection, Outcome, Ruling
from pilkades.register.reference_number import read_reference
from pilkades.web.core import clock
from pilkades.web.core.models import Election, ObjectionDecision, VoterObjection
from pilkades.web.core.services.count_asks import Limit, demand_not_too_often, household
from pilkades.web.core.vault.keys import Ring, ring
from pilkades.web.core.vault.sealing import open_sealed
from pilkades.web.core.voter_rows import number_words, objection_places

OF_AN_ADDRESS = Limit(30, 10)


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruling as it was written, with the answer to the citizen."""

    ruling: Ruling
    answer: Text
    at: datetime


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal as the committee reads it; `rulings` with the last one first."""

    row: VoterObjection
    objection: Objection
    text: str
    contact: str
    rulings: tuple[Ruled, ...]

    @property
    def ruled(self) -> Ruled | None:
        """The ruling that holds; None while it is open."""
        return self.rulings[0] if self.rulings else None


@dataclass(frozen=True, slots=True)
class Followed:
    """A proposal as whoever holds its number sees it: what it is, where it stands, the answer; no words."""

    objection: Objection
    filed_at: datetime
    ruled: Ruled | None


def proposals_of(election: Election, *, still_open: bool | None = None) -> QuerySet[VoterObjection]:
    """The proposals of an election, the earliest first: all, those without a ruling, or those with one.

    Give a slice of it to `read_proposals`; `.count()` counts.
    """
    rows = VoterObjection.objects.filter(election=election)
    if still_open is not None:
        ruled = Exists(ObjectionDecision.objects.filter(objection=OuterRef("pk")))
        rows = rows.filter(~ruled if still_open else ruled)
    return rows.order_by("filed_at", "pk")


def read_proposals(election: Election, rows: QuerySet[VoterObjection]) -> tuple[Proposal, ...]:
    """The proposals with their words opened; two queries, whatever their number.

    Raises:
        PilkadesError: `vault-key-unknown`, `vault-broken`.
    """
    zone, held = ZoneInfo(election.village.district.county.zone), ring()
    decisions = ObjectionDecision.objects.select_related("decided_by").order_by("-pk")
    found = rows.prefetch_related(Prefetch("decisions", queryset=decisions))
    return tuple(_read(row, zone, held) for row in found)


def proposal_of(election: Election, objection_id: int) -> Proposal | None:
    """One proposal; None where there is none.

    Raises:
        PilkadesError: `vault-key-unknown`, `vault-broken`.
    """
    found = read_proposals(election, VoterObjection.objects.filter(election=election, pk=objection_id))
    return found[0] if found else None


def follow_objection(
    election: Election, number: str, *, asker: str, at: datetime | None = None
) -> Followed | None:
    """Where the proposal of that number stands; None where this village has none.

    Raises:
        PilkadesError: `reference-signs`, `reference-length`, `reference-mistyped`, `asked-too-often`.
    """
    demand_not_too_often(election, at or clock.now(), ("follow", household(asker), OF_AN_ADDRESS))
    marks = ring().marks(number_words(read_reference(number)))
    decisions = ObjectionDecision.objects.select_related("decided_by").order_by("-pk")
    rows = VoterObjection.objects.filter(election=election, number_mark__in=marks)
    row = rows.prefetch_related(Prefetch("decisions", queryset=decisions)).first()
    if row is None:
        return None
    zone = ZoneInfo(election.village.district.county.zone)
    ruled = tuple(_ruled(row.decisions.all()))
    return Followed(_pure(row, zone), row.filed_at, ruled[0] if ruled else None)


def number_of(row: VoterObjection) -> str:
    """The number, for who comes to the committee without it.

    Raises:
        PilkadesError: `vault-key-unknown`, `vault-broken`.
    """
    place = objection_places(row.election_id, row.token).number
    return open_sealed(row.number_sealed, place, ring()).decode()


def _read(row: VoterObjection, zone: ZoneInfo, held: Ring) -> Proposal:
    places = objection_places(row.election_id, row.token)
    text = open_sealed(row.text_sealed, places.text, held).decode()
    contact = open_sealed(row.contact_sealed, places.contact, held).decode() if row.contact_sealed else ""
    return Proposal(row, _pure(row, zone), text, contact, tuple(_ruled(row.decisions.all())))


def _pure(row: VoterObjection, zone: ZoneInfo) -> Objection:
    return Objection("", ListKind(row.on_list), Ground(row.ground), row.filed_at.astimezone(zone).date())


def _ruled(rows: Iterable[ObjectionDecision]) -> Iterable[Ruled]:
    for row in rows:
        articles = tuple(Article.parse(notation) for notation in json.loads(row.articles))
        by = row.decided_by.full_name
        ruling = Ruling(Outcome(row.outcome), row.reason, articles, by, row.decided_on, row.basis)
        yield Ruled(ruling, Text(row.answer_id, row.answer_en), row.decided_at)
