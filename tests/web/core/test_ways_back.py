"""Invitations taken back, and codes that lead back into an account."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.http import Http404
from tests.web.scenes import NOW, granted, person, village

from pilkades.base.errors import PilkadesError
from pilkades.web.core.models import PasswordCode, Role, Village
from pilkades.web.core.services.grant_role import Order
from pilkades.web.core.services.invite import hashed, invite
from pilkades.web.core.services.redeem_invitation import Newcomer, join_by_invitation, redeem_invitation
from pilkades.web.core.services.renew_password import GOOD_FOR, give_password_code, renew_password
from pilkades.web.core.services.withdraw_invitation import withdraw_invitation
from pilkades.web.shared.models import User

pytestmark = pytest.mark.django_db
WORD = "kuda hijau minum kopi"


def holder(role: Role, where: Village) -> User:
    made = person(f"Orang {role}")
    granted(made, role, where.district.county if role is Role.COUNTY else where)
    return made


def test_a_withdrawn_code_gives_nothing_and_the_paper_says_who_withdrew_it() -> None:
    where = village()
    council = holder(Role.BPD, where)
    term = Order(Role.VILLAGE_MEMBER, where, NOW, NOW + timedelta(days=100))
    made = invite(council, "Joko", term, at=NOW)
    held = withdraw_invitation(council, made.invitation.pk, at=NOW)
    assert (held.withdrawn_at, held.withdrawn_by) == (NOW, council)
    with pytest.raises(PilkadesError, match="invitation-not-good"):
        redeem_invitation(person(), made.code, at=NOW)
    with pytest.raises(PilkadesError, match="invitation-closed"):
        withdraw_invitation(council, made.invitation.pk, at=NOW)


def test_only_who_may_give_the_role_takes_an_invitation_back() -> None:
    where, other = village(), village("33.28.01.2002")
    term = Order(Role.BPD, where, NOW, NOW + timedelta(days=100))
    made = invite(holder(Role.COUNTY, where), "Sri", term, at=NOW)
    for stranger in (person(), holder(Role.BPD, where), holder(Role.BPD, other)):
        with pytest.raises(Http404):
            withdraw_invitation(stranger, made.invitation.pk, at=NOW)


def test_a_refused_invitation_leaves_no_account_behind() -> None:
    where = village()
    term = Order(Role.VILLAGE_CHAIR, where, NOW, NOW + timedelta(days=100))
    made = invite(holder(Role.COUNTY, where), "Budi", term, at=NOW)
    with pytest.raises(PilkadesError, match="kinship-not-declared"):
        join_by_invitation(Newcomer("budi", "Budi", WORD), hashed(made.code), at=NOW)
    assert not User.objects.filter(username="budi").exists()


def test_a_code_sets_a_new_password_once_and_forgets_the_lost_phone() -> None:
    where = village()
    council, chair = holder(Role.BPD, where), holder(Role.VILLAGE_CHAIR, where)
    Authenticator.objects.create(user=chair, type=Authenticator.Type.TOTP, data={"secret": "x"})
    made = give_password_code(council, chair.pk, "HP hilang", at=NOW)
    assert made.code not in str(PasswordCode.objects.values().get())
    assert renew_password(hashed(made.code), WORD, at=NOW).check_password(WORD)
    assert not Authenticator.objects.filter(user=chair).exists()
    with pytest.raises(PilkadesError, match="invitation-not-good"):
        renew_password(hashed(made.code), WORD, at=NOW)
    kept = PasswordCode.objects.get()
    assert (kept.user, kept.created_by, kept.reason, kept.used_at) == (chair, council, "HP hilang", NOW)


def test_a_password_code_is_good_for_two_days_and_a_newer_one_ends_it() -> None:
    where = village()
    council, chair = holder(Role.BPD, where), holder(Role.VILLAGE_CHAIR, where)
    first = give_password_code(council, chair.pk, "Lupa", at=NOW)
    second = give_password_code(council, chair.pk, "Lupa", at=NOW + timedelta(minutes=1))
    for code, when in (
        (first.code, NOW + timedelta(minutes=2)),
        (second.code, NOW + timedelta(minutes=1) + GOOD_FOR),
    ):
        with pytest.raises(PilkadesError, match="invitation-not-good"):
            renew_password(hashed(code), WORD, at=when)
    assert renew_password(hashed(second.code), WORD, at=NOW + GOOD_FOR) == chair


def test_nobody_reaches_an_account_with_roles_beyond_the_own_gift() -> None:
    where = village()
    council, county = holder(Role.BPD, where), holder(Role.COUNTY, where)
    both = holder(Role.VILLAGE_MEMBER, where)
    granted(both, Role.COUNTY, where.district.county)
    keeper = holder(Role.VILLAGE_MEMBER, where)
    keeper.is_operator = True
    keeper.save()
    gone = person()
    granted(gone, Role.VILLAGE_MEMBER, where, starts=NOW - timedelta(days=40), days=30)
    for asked in (both, county, keeper, gone, council, person()):
        with pytest.raises(Http404):
            give_password_code(council, asked.pk, "Lupa", at=NOW)
    with pytest.raises(PilkadesError, match="password-code-without-reason"):
        give_password_code(county, both.pk, " ", at=NOW)
    assert give_password_code(county, both.pk, "Lupa", at=NOW).held.user == both
