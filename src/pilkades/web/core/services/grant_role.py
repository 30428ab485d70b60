"""Give a person a role: at one place, for a time, under the rules on kinship and on one village at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from django.db import transaction
from django.db.models import Q

from pilkades.base.errors import PilkadesError
from pilkades.web.core import clock
from pilkades.web.core.access import NotThereError, standing_grants
from pilkades.web.core.models import County, District, Grant, Kinship, Role, Village
from pilkades.web.core.models.access import COMMITTEE_ROLES, DISTRICT_ROLES, VILLAGE_ROLES
from pilkades.web.shared.models import User

Place: TypeAlias = County | District | Village

# The county appoints its own people; a village's BPD forms the committee, and lets in those whom the
# committee appoints to register voters (a way in, no appointment).
_GIVES: Mapping[Role, frozenset[Role]] = {
    Role.COUNTY: frozenset(Role),
    Role.BPD: frozenset({*COMMITTEE_ROLES, Role.REGISTRAR}),
}


@dataclass(frozen=True, slots=True)
class Order:
    """A role at a place, counting from `starts` until before `until`.

    `areas` are the RTs of a registrar, as the register writes them; none is the whole village.
    """

    role: Role
    place: Place
    starts: datetime
    until: datetime
    areas: tuple[str, ...] = ()


def grant_role(
    by: User, to: User, order: Order, kinship: Kinship = Kinship.NOT_ASKED, *, at: datetime | None = None
) -> Grant:
    """Give the role, if the giver may and nothing speaks against it.

    Raises:
        NotThereError: the place is not there for the giver, or this role is not the giver's to give.
        PilkadesError: `grant-place`, `grant-time`, `kinship-not-declared`, `kinship-conflict`,
            `roles-in-another-village`.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        demand_may_give(by, order, moment)
        return give(by, to, order, kinship, moment)


def demand_may_give(by: User, order: Order, at: datetime) -> None:
    """Let those pass who hold a role that gives this one at this place.

    Raises:
        NotThereError: the place is not there for this person, or the role is not theirs to give.
    """
    held = standing_grants(by, at).filter(_reaches(order.place)).values_list("role", flat=True)
    if not any(order.role in roles_given_by(Role(role)) for role in held):
        raise NotThereError


def roles_given_by(role: Role) -> frozenset[Role]:
    """The roles that somebody in this role gives at the own place."""
    return _GIVES.get(role, frozenset())


def give(by: User | None, to: User, order: Order, kinship: Kinship, at: datetime) -> Grant:
    """Write the grant; the caller holds the transaction and has asked whether the giver may.

    Raises:
        PilkadesError: as `grant_role`.
    """
    demand_fits(order, at)
    if order.role in COMMITTEE_ROLES:
        _demand_no_kin(order, kinship)
    # Two grants at once to one person would each see no other: the person's own row makes them wait.
    person = User.objects.select_for_update(no_key=True).get(pk=to.pk)
    _demand_one_village(person, order)
    return Grant.objects.create(
        user=person,
        role=order.role,
        starts=order.starts,
        until=order.until,
        kinship=kinship,
        granted_by=by,
        granted_at=at,
        areas=",".join(order.areas),
        **place_columns(order.place),
    )


def demand_fits(order: Order, at: datetime) -> None:
    """Let those orders pass whose place fits the role and whose time is one.

    Raises:
        PilkadesError: `grant-place`, `grant-time`.
    """
    fitting: Mapping[type[Place], tuple[Role, ...]] = {
        Village: (*VILLAGE_ROLES, Role.SUPERVISOR),
        District: (*DISTRICT_ROLES, Role.SUPERVISOR),
        County: (Role.COUNTY, Role.SUPERVISOR),
    }
    if order.role not in fitting[type(order.place)]:
        raise PilkadesError("grant-place", role=order.role, place=str(order.place))
    if not order.starts < order.until or order.until <= at:
        raise PilkadesError("grant-time", starts=order.starts, until=order.until)


def place_columns(place: Place) -> dict[str, Place]:
    """The column of a grant or invitation that the place goes to."""
    return {type(place).__name__.lower(): place}


def _demand_no_kin(order: Order, kinship: Kinship) -> None:
    if kinship is Kinship.NOT_ASKED:
        raise PilkadesError("kinship-not-declared", role=order.role)
    if kinship is Kinship.KIN:
        raise PilkadesError("kinship-conflict", role=order.role)


def _demand_one_village(person: User, order: Order) -> None:
    if not isinstance(order.place, Village):
        return
    overlapping = (
        Grant.objects.filter(
            Q(ended_at__isnull=True) | Q(ended_at__gt=order.starts),
            user=person,
            village__isnull=False,
            starts__lt=order.until,
            until__gt=order.starts,
        )
        .exclude(village=order.place)
        .select_related("village")
    )
    other = overlapping.first()
    if other is not None:
        raise PilkadesError("roles-in-another-village", village=str(other.village), until=other.until)


def _reaches(place: Place) -> Q:
    match place:
        case Village():
            return Q(village=place) | Q(district=place.district_id) | Q(county=place.district.county_id)
        case District():
            return Q(district=place) | Q(county=place.county_id)
        case County():
            return Q(county=place)
