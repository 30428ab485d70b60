"""File a proposal on a posted list: its words lie sealed, its number is shown once, nobody can guess it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from pilkades.base.errors import PilkadesError
from pilkades.register.grounds import Ground
from pilkades.register.lists import ListKind
from pilkades.register.reference_number import NUMBERS, reference
from pilkades.web.core import clock
from pilkades.web.core.models import Election, VoterObjection
from pilkades.web.core.services.count_asks import Limit, demand_not_too_often, household
from pilkades.web.core.vault.keys import ring
from pilkades.web.core.vault.sealing import seal
from pilkades.web.core.voter_rows import number_words, objection_places
from pilkades.web.shared.models import User

OF_AN_ADDRESS = Limit(10, 60)
LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class Filed:
    """What a citizen proposes: on which list, why, in which words; how to be reached; whom it concerns.

    `due` is the last day on which the committee decides, where one is known (`proposal_clock.decide_by`).
    """

    on: ListKind
    ground: Ground
    text: str
    contact: str = ""
    about: UUID | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """The proposal and its number: this is the only time that it is shown."""

    objection: VoterObjection
    number: str


def file_objection(
    election: Election,
    filed: Filed,
    *,
    asker: str = "",
    by: User | None = None,
    at: datetime | None = None,
) -> Receipt:
    """Keep it; `by` is somebody of the committee who writes down what a citizen came to say.

    The caller asked for access: public for a citizen, EDIT_VOTERS for the committee.

    Raises:
        PilkadesError: `objection-without-words`, `objection-too-long`, `asked-too-often`.
    """
    moment = at or clock.now()
    if not filed.text.strip():
        raise PilkadesError("objection-without-words")
    if len(filed.text) + len(filed.contact) > LONGEST:
        raise PilkadesError("objection-too-long", most=LONGEST)
    if by is None:
        demand_not_too_often(election, moment, ("proposal", household(asker), OF_AN_ADDRESS))
    with transaction.atomic(durable=True):
        return kept(election, filed, by, moment)


def kept(election: Election, filed: Filed, by: User | None, at: datetime) -> Receipt:
    """Seal and write the proposal under a new number; the caller holds the transaction."""
    held, number, token = ring(), reference(clock.chance_below(NUMBERS)), clock.new_person()
    places = objection_places(election.pk, token)
    contact = filed.contact.strip()
    objection = VoterObjection.objects.create(
        election=election,
        token=token,
        number_mark=held.newest.mark(number_words(number)),
        number_sealed=seal(number.encode(), places.number, held),
        on_list=filed.on.value,
        ground=filed.ground.value,
        text_sealed=seal(filed.text.strip().encode(), places.text, held),
        contact_sealed=seal(contact.encode(), places.contact, held) if contact else None,
        about=filed.about,
        filed_at=at,
        filed_by=by,
        due=filed.due,
    )
    return Receipt(objection, number)
