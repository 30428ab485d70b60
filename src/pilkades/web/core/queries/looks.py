"""Who looked at persons' papers, and which powers were opened: for those who answer for the place."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from pilkades.web.core.access import NotThereError, standing_grants
from pilkades.web.core.models import Election, NumberLook, Role, StaffAccess, ViewLog
from pilkades.web.shared.models import User

_LATEST = 20
_ANSWERING = (Role.COUNTY, Role.VILLAGE_CHAIR)


def looks_for(user: User, at: datetime) -> QuerySet[ViewLog]:
    """Looks at papers of the person's county or village, the latest first; for county and committee chair.

    Raises:
        NotThereError: the person is neither.
    """
    held = list(standing_grants(user, at).filter(role__in=_ANSWERING).values_list("county_id", "village_id"))
    if not held:
        raise NotThereError
    here = Q(paper__election__village__district__county__in=[county for county, _ in held if county])
    here |= Q(paper__election__village__in=[village for _, village in held if village])
    return (
        ViewLog.objects.filter(here)
        .select_related("user", "paper__election__village__district__county")
        .order_by("-viewed_at", "-pk")
    )


def number_looks_of(election: Election, person: UUID) -> tuple[NumberLook, ...]:
    """Who was shown this person's whole numbers, the latest first; one query."""
    found = NumberLook.objects.filter(election=election, person=person).select_related("user")
    return tuple(found[:_LATEST])


def may_see_looks(user: User, at: datetime) -> bool:
    """Whether there is such a list for the person."""
    return standing_grants(user, at).filter(role__in=_ANSWERING).exists()


def staff_accesses_for(user: User, at: datetime) -> QuerySet[StaffAccess]:
    """Every opening of read access by an operator, the latest first; for operators and every county.

    Raises:
        NotThereError: the person is neither.
    """
    if not user.is_operator and not standing_grants(user, at).filter(role=Role.COUNTY).exists():
        raise NotThereError
    return StaffAccess.objects.select_related("user").order_by("-starts", "-pk")
