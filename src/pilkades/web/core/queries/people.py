"""Roles and invitations as pages show them: a person's own, and those at the places of who invites."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from pilkades.web.core.access import NEEDS, Need, standing_grants
from pilkades.web.core.models import (
    County,
    District,
    Election,
    Grant,
    Invitation,
    PasswordCode,
    Role,
    Village,
)
from pilkades.web.core.models.access import COMMITTEE_ROLES
from pilkades.web.core.services.grant_role import Place, roles_given_by
from pilkades.web.shared.models import User

_PLACES = ("village__district__county", "district__county", "county")


@dataclass(frozen=True, slots=True)
class Reach:
    """Where somebody may invite: whole counties, or single villages; and to which roles."""

    counties: tuple[int, ...]
    villages: tuple[int, ...]
    roles: frozenset[Role]

    def __bool__(self) -> bool:
        return bool(self.counties or self.villages)

    @property
    def rows(self) -> Q:
        """Grants or invitations at these places."""
        return (
            Q(county__in=self.counties)
            | Q(district__county__in=self.counties)
            | Q(village__district__county__in=self.counties)
            | Q(village__in=self.villages)
        )


def reach_of(user: User, at: datetime) -> Reach:
    """Where the person may invite now; one query."""
    held = list(
        standing_grants(user, at)
        .filter(role__in=NEEDS[Need.INVITE])
        .values_list("role", "county_id", "village_id")
    )
    return Reach(
        tuple(county for _, county, _ in held if county),
        tuple(village for _, _, village in held if village),
        frozenset(given for role, _, _ in held for given in roles_given_by(Role(role))),
    )


def grants_at(reach: Reach, search: str = "") -> QuerySet[Grant]:
    """Every role given at these places, the latest first, with all that a line shows."""
    found = Grant.objects.filter(reach.rows).select_related(*_PLACES, "user", "granted_by", "ended_by")
    if search:
        found = found.filter(
            Q(user__full_name__icontains=search)
            | Q(village__name__icontains=search)
            | Q(district__name__icontains=search)
        )
    return found.order_by("-granted_at", "-pk")


def open_invitations_at(reach: Reach, at: datetime) -> QuerySet[Invitation]:
    """Invitations whose codes are good, the latest first."""
    return (
        Invitation.objects.filter(
            reach.rows, redeemed_at__isnull=True, withdrawn_at__isnull=True, expires_at__gt=at
        )
        .select_related(*_PLACES, "created_by")
        .order_by("-created_at", "-pk")
    )


def own_grants(user: User) -> tuple[Grant, ...]:
    """All roles of a person, the latest first."""
    found = Grant.objects.filter(user=user).select_related(*_PLACES, "granted_by", "ended_by")
    return tuple(found.order_by("-starts", "-pk"))


def own_password_codes(user: User) -> tuple[PasswordCode, ...]:
    """The codes for a new password that others made for this person, the latest first."""
    return tuple(PasswordCode.objects.filter(user=user).select_related("created_by"))


def places_for(reach: Reach) -> tuple[Place, ...]:
    """The places to which somebody may invite, above before below; three queries."""
    counties: Iterable[Place] = County.objects.filter(pk__in=reach.counties)
    districts: Iterable[Place] = District.objects.filter(county__in=reach.counties).select_related("county")
    villages: Iterable[Place] = Village.objects.filter(
        Q(district__county__in=reach.counties) | Q(pk__in=reach.villages)
    ).select_related("district__county")
    return (*counties, *districts, *villages)


def law_day_of(village: Village, today: date) -> date:
    """The day whose law holds for a committee there: that of its latest election, else today."""
    latest = Election.objects.filter(village=village).order_by("-polling_day").first()
    return latest.law_day if latest else today


def asks_for_kinship(role: Role) -> bool:
    """Whether the role is one on the committee."""
    return role in COMMITTEE_ROLES
