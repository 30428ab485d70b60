from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.http import Http404
from tests.web.scenes import NOW, granted, person, village

from pilkades.base.errors import PilkadesError
from pilkades.web.core.models import Grant, Invitation, Kinship, Role, Village
from pilkades.web.core.services.end_grant import end_grant
from pilkades.web.core.services.grant_role import Order, Place, grant_role
from pilkades.web.core.services.invite import GOOD_FOR, invite
from pilkades.web.core.services.redeem_invitation import redeem_invitation
from pilkades.web.shared.models import User

pytestmark = pytest.mark.django_db


def order(role: Role, place: Place, days: int = 100) -> Order:
    return Order(role, place, NOW, NOW + timedelta(days=days))


def of_county(where: Village) -> User:
    made = person("Rina")
    granted(made, Role.COUNTY, where.district.county)
    return made


def test_the_county_gives_a_chair_who_declared_no_kinship() -> None:
    where = village()
    grant = grant_role(of_county(where), person(), order(Role.VILLAGE_CHAIR, where), Kinship.NONE, at=NOW)
    assert (grant.village, grant.kinship, Grant.objects.filter(role="village_chair").count()) == (
        where,
        "none",
        1,
    )


@pytest.mark.parametrize(
    ("declared", "code"), [(Kinship.NOT_ASKED, "kinship-not-declared"), (Kinship.KIN, "kinship-conflict")]
)
@pytest.mark.parametrize("role", [Role.VILLAGE_CHAIR, Role.VILLAGE_SECRETARY, Role.VILLAGE_MEMBER])
def test_a_role_on_the_committee_asks_for_kinship_and_kin_gets_none(
    role: Role, declared: Kinship, code: str
) -> None:
    where = village()
    with pytest.raises(PilkadesError, match=code):
        grant_role(of_county(where), person(), order(role, where), declared, at=NOW)


def test_a_person_holds_roles_in_one_village_at_a_time() -> None:
    one, other = village(), village("33.28.01.2002")
    giver, member = of_county(one), person()
    grant_role(giver, member, order(Role.VILLAGE_MEMBER, one), Kinship.NONE, at=NOW)
    with pytest.raises(PilkadesError, match="roles-in-another-village"):
        grant_role(giver, member, order(Role.BPD, other), at=NOW)
    afterwards = Order(Role.BPD, other, NOW + timedelta(days=100), NOW + timedelta(days=200))
    assert grant_role(giver, member, afterwards, at=NOW).village == other
    assert grant_role(giver, member, order(Role.BPD, one), at=NOW).village == one


def test_a_role_that_was_ended_frees_the_person_for_another_village() -> None:
    one, other = village(), village("33.28.01.2002")
    giver, member = of_county(one), person()
    first = grant_role(giver, member, order(Role.VILLAGE_MEMBER, one), Kinship.NONE, at=NOW)
    later = NOW + timedelta(days=3)
    end_grant(giver, first.pk, "Pindah desa", at=later)
    moved = Order(Role.VILLAGE_MEMBER, other, later, later + timedelta(days=50))
    assert grant_role(giver, member, moved, Kinship.NONE, at=later).village == other


def test_the_bpd_forms_its_villages_committee_lets_in_registrars_and_gives_nothing_else() -> None:
    where, other = village(), village("33.28.01.2002")
    council = person()
    granted(council, Role.BPD, where)
    chair = grant_role(council, person(), order(Role.VILLAGE_CHAIR, where), Kinship.NONE, at=NOW)
    assert chair.granted_by == council
    assert grant_role(council, person(), order(Role.REGISTRAR, where), at=NOW).village == where
    for refused in (
        order(Role.REGISTRAR, other),
        order(Role.VILLAGE_CHAIR, other),
        order(Role.BPD, where),
        order(Role.CAMAT, where.district),
    ):
        with pytest.raises(Http404):
            grant_role(council, person(), refused, Kinship.NONE, at=NOW)


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.COUNTY, Role.BPD}])
def test_no_other_role_gives_roles(role: Role) -> None:
    where = village()
    place: Place = where.district if role in {Role.DISTRICT, Role.CAMAT} else where
    giver = person()
    granted(giver, role, place)
    with pytest.raises(Http404):
        grant_role(giver, person(), order(Role.VILLAGE_MEMBER, where), Kinship.NONE, at=NOW)


def test_a_role_fits_its_place_and_has_a_time() -> None:
    where = village()
    giver = of_county(where)
    with pytest.raises(PilkadesError, match="grant-place"):
        grant_role(giver, person(), order(Role.CAMAT, where), at=NOW)
    with pytest.raises(PilkadesError, match="grant-time"):
        grant_role(giver, person(), order(Role.BPD, where, days=0), at=NOW)


def test_the_database_itself_refuses_a_role_at_a_place_that_does_not_fit() -> None:
    where = village()
    for role, place in ((Role.COUNTY, where), (Role.CAMAT, where), (Role.BPD, where.district.county)):
        with pytest.raises(DatabaseError), transaction.atomic():
            granted(person(), role, place)
    with pytest.raises(DatabaseError), transaction.atomic():
        granted(person(), Role.BPD, where, days=-1)


def test_a_person_may_lay_down_an_own_role_and_nobody_elses() -> None:
    where = village()
    member, colleague = person(), person()
    own, other = granted(member, Role.VILLAGE_MEMBER, where), granted(colleague, Role.VILLAGE_MEMBER, where)
    with pytest.raises(Http404):
        end_grant(member, other.pk, "x", at=NOW)
    with pytest.raises(PilkadesError, match="end-without-reason"):
        end_grant(member, own.pk, " ", at=NOW)
    assert end_grant(member, own.pk, "Mencalonkan diri", at=NOW).ended_by == member
    with pytest.raises(PilkadesError, match="grant-ended"):
        end_grant(member, own.pk, "lagi", at=NOW)


def test_a_printed_code_gives_its_role_once() -> None:
    where = village()
    printed = invite(of_county(where), "Ibu Sri", order(Role.BPD, where), at=NOW)
    guest = person("Sri")
    grant = redeem_invitation(guest, printed.code.lower().replace("-", " "), at=NOW)
    assert (grant.user, grant.role, grant.village) == (guest, "bpd", where)
    with pytest.raises(PilkadesError, match="invitation-not-good"):
        redeem_invitation(person(), printed.code, at=NOW)


def test_a_code_is_nowhere_in_the_database() -> None:
    where = village()
    printed = invite(of_county(where), "Ibu Sri", order(Role.BPD, where), at=NOW)
    held = Invitation.objects.values().get()
    assert printed.code not in str(held)
    assert printed.code.replace("-", "") not in str(held)


@pytest.mark.parametrize(("later", "good"), [(GOOD_FOR - timedelta(seconds=1), True), (GOOD_FOR, False)])
def test_a_code_is_good_for_two_weeks(later: timedelta, good: bool) -> None:  # noqa: FBT001 -- a column of the table
    where = village()
    printed = invite(of_county(where), "Ibu Sri", order(Role.BPD, where), at=NOW)
    if good:
        assert redeem_invitation(person(), printed.code, at=NOW + later).role == "bpd"
    else:
        with pytest.raises(PilkadesError, match="invitation-not-good"):
            redeem_invitation(person(), printed.code, at=NOW + later)


def test_a_code_stays_good_where_kinship_was_not_declared() -> None:
    where = village()
    printed = invite(of_county(where), "Pak Joko", order(Role.VILLAGE_CHAIR, where), at=NOW)
    guest = person()
    with pytest.raises(PilkadesError, match="kinship-not-declared"):
        redeem_invitation(guest, printed.code, at=NOW)
    assert redeem_invitation(guest, printed.code, Kinship.NONE, at=NOW).role == "village_chair"


def test_who_may_not_give_a_role_may_not_invite_to_it() -> None:
    where = village()
    with pytest.raises(Http404):
        invite(person(), "Ibu Sri", order(Role.BPD, where), at=NOW)
