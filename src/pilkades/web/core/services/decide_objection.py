"""Decide a proposal on a list: what the rules allow, with reason and articles, and the citizen's answer."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from pilkades.register.grounds import Ground, ListProposal, proposal
from pilkades.register.lists import ListKind
from pilkades.register.objections import Objection, Outcome, Ruling, answer, decide
from pilkades.register.proposal_clock import Clock
from pilkades.web.core import clock as now_and_chance
from pilkades.web.core.access import Need, NotThereError, access_election
from pilkades.web.core.models import Election, ObjectionDecision, VoterObjection
from pilkades.web.core.queries.laws import law_of
from pilkades.web.core.queries.lists import latest_of
from pilkades.web.core.queries.voters import latest_rows
from pilkades.web.core.vault.covering import covered
from pilkades.web.shared.models import User


@dataclass(frozen=True, slots=True)
class Decided:
    """What the committee decides, its reason and basis, and whom of the register it concerns."""

    outcome: Outcome
    reason: str = ""
    basis: str = ""
    about: UUID | None = None


def decide_objection(
    user: User,
    election_id: int,
    objection_id: int,
    decided: Decided,
    clock: Clock,
    *,
    at: datetime | None = None,
) -> ObjectionDecision:
    """Write the ruling and its answer; the list itself is changed by the services that change it.

    `clock` is the list's time for proposals (`queries.proposal_times`).

    Raises:
        NotThereError: no such election or proposal for this person, or it concerns nobody of this register.
        PilkadesError: as `register.objections.decide`.
    """
    moment = at or now_and_chance.now()
    with transaction.atomic(durable=True):
        election = access_election(user, election_id, Need.DECIDE_VOTERS, moment)
        filed = (
            VoterObjection.objects.select_for_update(no_key=True)
            .filter(election=election, pk=objection_id)
            .first()
        )
        if filed is None:
            raise NotThereError
        known = latest_rows(election)
        if decided.about is not None and not known.filter(person=decided.about).exists():
            raise NotThereError
        return ruled(user, election, filed, decided, clock, moment)


def ruled(
    user: User, election: Election, filed: VoterObjection, decided: Decided, clock: Clock, at: datetime
) -> ObjectionDecision:
    """Write the ruling and its answer; the caller holds the transaction and has asked for access.

    Raises:
        PilkadesError: as `decide_objection`.
    """
    zone, law = ZoneInfo(election.village.district.county.zone), law_of(election)
    today = at.astimezone(zone).date()
    about = decided.about or filed.about
    objection = pure_of(filed, zone)
    follows = follows_of(election, objection, about)
    draft = Ruling(decided.outcome, decided.reason, (), user.full_name, today, decided.basis)
    ruling = decide(objection, draft, clock, follows, law)
    words = answer(objection, ruling, clock, follows, law)
    if about != filed.about:
        filed.about = about
        filed.save(update_fields=["about"])
    return ObjectionDecision.objects.create(
        objection=filed,
        outcome=ruling.outcome.value,
        reason=covered(ruling.reason),
        basis=covered(ruling.basis),
        articles=json.dumps([article.notation for article in ruling.articles]),
        answer_id=covered(words.id),
        answer_en=covered(words.en),
        decided_on=today,
        decided_at=at,
        decided_by=user,
    )


def pure_of(filed: VoterObjection, zone: ZoneInfo) -> Objection:
    """The proposal as the rules read it; its number plays no part there."""
    day = filed.filed_at.astimezone(zone).date()
    return Objection("", ListKind(filed.on_list), Ground(filed.ground), day)


def follows_of(election: Election, objection: Objection, about: UUID | None) -> ListProposal:
    """What accepting it would do: to its own list, or to the DPT once that is adopted."""
    on = ListKind.DPT if latest_of(election, ListKind.DPT) is not None else objection.on
    return proposal(objection.ground, on, law_of(election), person=str(about) if about else None)
