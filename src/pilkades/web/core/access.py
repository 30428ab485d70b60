"""The only way to get an election or its rows: who may, what, where, today.

What is unknown and what is forbidden look the same to the one who asks: nothing is there (404).
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import Http404

from pilkades.acts.payload import Office
from pilkades.web.core import clock
from pilkades.web.core.models import County, Election, Grant, Role, StaffAccess, Village, Wave
from pilkades.web.core.models.access import COMMITTEE_ROLES
from pilkades.web.shared.models import User


class Need(StrEnum):
    """What somebody wants to do with an election."""

    READ = "read"
    RECORD = "record"
    CORRECT = "correct"
    ATTACH = "attach"
    READ_PERSONS = "read_persons"
    OPEN = "open"
    OVERSEE = "oversee"
    SET_VALUES = "set_values"
    INVITE = "invite"
    READ_VOTERS = "read_voters"
    EDIT_VOTERS = "edit_voters"
    REGISTER_VOTERS = "register_voters"
    DECIDE_VOTERS = "decide_voters"


# A registrar holds no office of the election: the own form is all that there is for this role.
_EVERYBODY = frozenset(Role) - {Role.REGISTRAR}
_COMMITTEE = frozenset(COMMITTEE_ROLES)
NEEDS: Mapping[Need, frozenset[Role]] = {
    Need.READ: _EVERYBODY,
    Need.RECORD: _COMMITTEE | {Role.BPD, Role.CAMAT, Role.COUNTY},
    Need.CORRECT: frozenset({Role.VILLAGE_CHAIR, Role.VILLAGE_SECRETARY, Role.BPD, Role.CAMAT, Role.COUNTY}),
    Need.ATTACH: _COMMITTEE | {Role.BPD, Role.CAMAT, Role.COUNTY},
    Need.READ_PERSONS: _COMMITTEE | {Role.SUPERVISOR, Role.COUNTY},
    Need.OPEN: frozenset({Role.COUNTY}),
    Need.OVERSEE: frozenset({Role.COUNTY, Role.DISTRICT, Role.CAMAT, Role.SUPERVISOR}),
    Need.SET_VALUES: frozenset({Role.COUNTY}),
    Need.INVITE: frozenset({Role.COUNTY, Role.BPD}),
    # Rows of persons stay with those who keep the list; others have the posted list and the figures.
    Need.READ_VOTERS: _COMMITTEE,
    Need.EDIT_VOTERS: _COMMITTEE,
    Need.REGISTER_VOTERS: _COMMITTEE | {Role.REGISTRAR},
    Need.DECIDE_VOTERS: frozenset({Role.VILLAGE_CHAIR, Role.VILLAGE_SECRETARY}),
}
"""Which roles may do it, each at its own place and in its own time."""

_OWN_OFFICES: Mapping[Role, frozenset[Office]] = {
    # The committee keeps the village's record: chair and secretary enter from its paper what others did.
    Role.VILLAGE_CHAIR: frozenset(Office),
    Role.VILLAGE_SECRETARY: frozenset(Office),
    Role.VILLAGE_MEMBER: frozenset(
        {Office.COMMITTEE, Office.REGISTRAR, Office.KPPS, Office.CANDIDATE, Office.WITNESS, Office.VOTER}
    ),
    Role.BPD: frozenset({Office.BPD, Office.BPD_CHAIR, Office.VILLAGE_MEETING}),
    Role.CAMAT: frozenset({Office.CAMAT}),
    Role.COUNTY: frozenset({Office.BUPATI, Office.COUNTY_COMMITTEE, Office.DELEGATE, Office.MINISTER}),
}
_SECOND_FACTOR = (*COMMITTEE_ROLES, Role.COUNTY)


class NotThereError(Http404):
    """There is no such thing, or not for this person; which of the two is not said."""


def standing_grants(user: User, at: datetime) -> QuerySet[Grant]:
    """The person's grants that count at that moment."""
    return Grant.objects.filter(
        Q(ended_at__isnull=True) | Q(ended_at__gt=at),
        user=user,
        user__is_active=True,
        starts__lte=at,
        until__gt=at,
    )


def elections_for(user: User, need: Need, at: datetime | None = None) -> QuerySet[Election]:
    """Every election with which the person may do that now; one query, whatever their number."""
    moment = at or clock.now()
    mine = standing_grants(user, moment).filter(role__in=NEEDS[need])
    reached = (
        Q(Exists(mine.filter(village=OuterRef("village"))))
        | Q(Exists(mine.filter(district=OuterRef("village__district"))))
        | Q(Exists(mine.filter(county=OuterRef("village__district__county"))))
    )
    if need is Need.READ:
        reached |= Q(Exists(_staff_access(user, moment)))
    return _with_places(Election.objects.filter(reached, wave__closed_at__isnull=True))


def access_election(user: User, election_id: int, need: Need, at: datetime | None = None) -> Election:
    """The election, with its places, wave, cohort and head, in one query.

    Raises:
        NotThereError: it is not there, or not for this person, place, time or need.
    """
    found = elections_for(user, need, at).filter(pk=election_id).first()
    if found is None:
        raise NotThereError
    return found


def waves_for(user: User, need: Need, at: datetime | None = None) -> QuerySet[Wave]:
    """Every wave with an election with which the person may do that now; `reached` counts these elections."""
    reached = elections_for(user, need, at)
    return (
        Wave.objects.filter(elections__in=reached)
        .annotate(reached=Count("elections"))
        .select_related("county")
    )


def counties_for(user: User, need: Need, at: datetime | None = None) -> QuerySet[County]:
    """Every county at which itself the person may do that now."""
    moment = at or clock.now()
    mine = standing_grants(user, moment).filter(role__in=NEEDS[need], county=OuterRef("pk"))
    reached = Q(Exists(mine))
    if need is Need.READ:
        reached |= Q(Exists(_staff_access(user, moment)))
    return County.objects.filter(reached)


def public_elections() -> QuerySet[Election]:
    """Every election that the public sees: all but rehearsals."""
    return _with_places(Election.objects.filter(rehearsal=False))


def access_public_election(key: str) -> Election:
    """An election by its key, for everyone.

    Raises:
        NotThereError: it is not there, or it is a rehearsal.
    """
    found = public_elections().filter(key=key).first()
    if found is None:
        raise NotThereError
    return found


def access_county(user: User, county_id: int, need: Need, at: datetime | None = None) -> County:
    """The county, for those with a role at the county itself.

    Raises:
        NotThereError: it is not there, or not for this person.
    """
    found = counties_for(user, need, at).filter(pk=county_id).first()
    if found is None:
        raise NotThereError
    return found


def access_wave(user: User, wave_id: int, need: Need, at: datetime | None = None) -> Wave:
    """The wave of a county in which the person has a role.

    Raises:
        NotThereError: it is not there, or not for this person.
    """
    found = Wave.objects.filter(pk=wave_id, closed_at__isnull=True).select_related("county").first()
    if found is None:
        raise NotThereError
    access_county(user, found.county_id, need, at)
    return found


def access_village(user: User, village_id: int, need: Need, at: datetime | None = None) -> Village:
    """The village, for those whose role is at the village, its district or its county.

    Raises:
        NotThereError: it is not there, or not for this person.
    """
    mine = standing_grants(user, at or clock.now()).filter(role__in=NEEDS[need])
    found = (
        Village.objects.filter(
            Exists(mine.filter(village=OuterRef("pk")))
            | Exists(mine.filter(district=OuterRef("district")))
            | Exists(mine.filter(county=OuterRef("district__county"))),
            pk=village_id,
        )
        .select_related("district__county")
        .first()
    )
    if found is None:
        raise NotThereError
    return found


def board_of(user: User, county_id: int, wave_id: int, at: datetime | None = None) -> list[Election]:
    """The elections of a wave that the person oversees, each with its board row; two queries.

    Raises:
        NotThereError: there is none for this person in that wave of that county.
    """
    found = _overseen(user, at, Q(pk=wave_id, county=county_id))
    if not found:
        raise NotThereError
    return found


def elections_of(
    user: User, county_id: int, *, rehearsal: bool, at: datetime | None = None
) -> list[Election]:
    """The county's elections that the person oversees, each with its board row: real ones, or rehearsals."""
    return _overseen(user, at, Q(county=county_id, rehearsal=rehearsal))


def roles_in(user: User, election: Election, at: datetime | None = None) -> frozenset[Role]:
    """The roles that the person holds over this election's village now."""
    district = election.village.district
    here = Q(village=election.village_id) | Q(district=district.pk) | Q(county=district.county_id)
    held = standing_grants(user, at or clock.now()).filter(here).values_list("role", flat=True)
    return frozenset(Role(role) for role in held)


def areas_of(user: User, election: Election, at: datetime | None = None) -> frozenset[str] | None:
    """The RTs in which the person registers voters here; None is the whole village."""
    held = standing_grants(user, at or clock.now()).filter(
        village=election.village_id, role__in=NEEDS[Need.REGISTER_VOTERS]
    )
    areas = list(held.values_list("areas", flat=True))
    if "" in areas:
        return None
    return frozenset(area for several in areas for area in several.split(","))


def may_record_for(roles: frozenset[Role], office: Office) -> bool:
    """Whether somebody in one of these roles may enter an act of that office."""
    return any(office in _OWN_OFFICES.get(role, frozenset()) for role in roles)


def needs_second_factor(user: User, at: datetime) -> bool:
    """Whether the person holds a role of committee or county, or keeps the installation running."""
    return user.is_operator or standing_grants(user, at).filter(role__in=_SECOND_FACTOR).exists()


def _staff_access(user: User, at: datetime) -> QuerySet[StaffAccess]:
    return StaffAccess.objects.filter(
        user=user, user__is_active=True, user__is_operator=True, starts__lte=at, until__gt=at
    )


def _overseen(user: User, at: datetime | None, waves: Q) -> list[Election]:
    """Hundreds of elections share a few waves and one county: these are read once and set beside each."""
    held = {wave.pk: wave for wave in Wave.objects.filter(waves).select_related("county")}
    elections = elections_for(user, Need.OVERSEE, at).filter(wave__in=held)
    found = list(elections.select_related(None).select_related("village__district", "head", "board_row"))
    for election in found:
        election.wave = held[election.wave_id]
        election.village.district.county = election.wave.county
    return found


def _with_places(elections: QuerySet[Election]) -> QuerySet[Election]:
    return elections.select_related("village__district__county", "wave", "cohort", "head")
