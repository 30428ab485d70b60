from datetime import timedelta

import pytest
from django.http import Http404
from tests.web.scenes import NOW, county, election, granted, person, village

from pilkades.web.core import access
from pilkades.web.core.access import Need, access_election, elections_for
from pilkades.web.core.models import Role
from pilkades.web.core.services.grant_role import Place
from pilkades.web.core.services.open_staff_access import LASTS, open_staff_access

pytestmark = pytest.mark.django_db

KEEPS_THE_REGISTER = "read_voters edit_voters register_voters"
# What each role may do with an election of its place; written by hand, as each office has it.
MAY = {
    Role.COUNTY: "read record correct attach read_persons open invite oversee set_values",
    Role.DISTRICT: "read oversee",
    Role.VILLAGE_CHAIR: f"read record correct attach read_persons {KEEPS_THE_REGISTER} decide_voters",
    Role.VILLAGE_SECRETARY: f"read record correct attach read_persons {KEEPS_THE_REGISTER} decide_voters",
    Role.VILLAGE_MEMBER: f"read record attach read_persons {KEEPS_THE_REGISTER}",
    Role.BPD: "read record correct attach invite",
    Role.CAMAT: "read record correct attach oversee",
    Role.SUPERVISOR: "read read_persons oversee",
    Role.REGISTRAR: "register_voters",
}
OWN = "33.28.01.2001"
# Where a role may be held, and whether the election of OWN lies there.
PLACES = {
    "own village": ("village", OWN, True),
    "another village of the district": ("village", "33.28.01.2002", False),
    "own district": ("district", OWN, True),
    "another district of the county": ("district", "33.28.02.2001", False),
    "own county": ("county", OWN, True),
    "another county": ("county", "33.29.01.2001", False),
}
HELD_AT = {
    Role.COUNTY: ("county",),
    Role.DISTRICT: ("district",),
    Role.CAMAT: ("district",),
    Role.SUPERVISOR: ("village", "district", "county"),
}


def held_at(role: Role) -> tuple[str, ...]:
    return HELD_AT.get(role, ("village",))


def place_of(kind: str, code: str) -> Place:
    where = village(code, law="")
    places: dict[str, Place] = {
        "village": where,
        "district": where.district,
        "county": where.district.county,
    }
    return places[kind]


def test_the_table_names_every_role() -> None:
    assert set(MAY) == set(Role)


@pytest.mark.parametrize("need", Need)
@pytest.mark.parametrize(
    ("role", "where"),
    [(role, where) for role in Role for where in PLACES if PLACES[where][0] in held_at(role)],
)
def test_a_role_does_at_its_place_what_its_office_does_and_nothing_elsewhere(
    role: Role, where: str, need: Need
) -> None:
    kind, code, inside = PLACES[where]
    county(law="")
    held, user = election(OWN, law=""), person()
    granted(user, role, place_of(kind, code))
    reached = access.elections_for(user, need, NOW).filter(pk=held.pk).exists()
    assert reached is (inside and need.value in MAY[role].split())


@pytest.mark.parametrize(
    ("later", "counts"),
    [
        (timedelta(seconds=-1), False),
        (timedelta(0), True),
        (timedelta(days=200, seconds=-1), True),
        (timedelta(days=200), False),
    ],
    ids=["before it starts", "as it starts", "just before it ends", "as it ends"],
)
def test_a_role_counts_from_its_start_until_before_its_end(later: timedelta, counts: bool) -> None:  # noqa: FBT001 -- a column of the table
    held, user = election(), person()
    granted(user, Role.VILLAGE_CHAIR, held.village)
    assert elections_for(user, Need.RECORD, NOW + later).exists() is counts


def test_unknown_and_forbidden_look_the_same() -> None:
    held, user = election(), person()
    answers = []
    for wanted in (held.pk, held.pk + 1000):
        with pytest.raises(Http404) as answer:
            access_election(user, wanted, Need.READ, NOW)
        answers.append((type(answer.value), answer.value.args))
    assert answers[0] == answers[1]


def test_an_account_that_was_closed_reaches_nothing() -> None:
    held, user = election(), person()
    granted(user, Role.VILLAGE_CHAIR, held.village)
    user.is_active = False
    user.save()
    assert not elections_for(user, Need.READ, NOW).exists()


def test_the_public_sees_no_rehearsal() -> None:
    real, rehearsed = election(), election(rehearsal=True)
    assert access.access_public_election(real.key) == real
    assert list(access.public_elections()) == [real]
    with pytest.raises(Http404):
        access.access_public_election(rehearsed.key)


def test_staff_access_is_open_for_an_hour_and_reads_only() -> None:
    held, operator = election(), person()
    operator.is_operator = True
    operator.save()
    assert not elections_for(operator, Need.READ, NOW).exists()
    open_staff_access(operator, "Laporan desa: halaman kosong", at=NOW)
    assert [elections_for(operator, need, NOW).filter(pk=held.pk).exists() for need in Need] == [
        need is Need.READ for need in Need
    ]
    assert not elections_for(operator, Need.READ, NOW + LASTS).exists()


def test_staff_access_is_for_operators_alone() -> None:
    with pytest.raises(Http404):
        open_staff_access(person(), "ingin tahu", at=NOW)


def test_a_county_and_its_waves_are_reached_by_the_countys_own_people() -> None:
    held, of_county, of_village = election(), person(), person()
    above = held.wave.county
    granted(of_county, Role.COUNTY, above)
    granted(of_village, Role.VILLAGE_CHAIR, held.village)
    assert access.access_county(of_county, above.pk, Need.OPEN, NOW) == above
    assert access.access_wave(of_county, held.wave_id, Need.OPEN, NOW) == held.wave
    assert access.access_village(of_village, held.village_id, Need.RECORD, NOW) == held.village
    for reach in (
        lambda: access.access_county(of_village, above.pk, Need.READ, NOW),
        lambda: access.access_wave(of_village, held.wave_id, Need.READ, NOW),
        lambda: access.access_village(person(), held.village_id, Need.READ, NOW),
    ):
        with pytest.raises(Http404):
            reach()


@pytest.mark.parametrize("role", Role)
def test_committee_and_county_need_a_second_factor(role: Role) -> None:
    user = person()
    granted(user, role, place_of(held_at(role)[0], OWN))
    needed = role in {Role.COUNTY, Role.VILLAGE_CHAIR, Role.VILLAGE_SECRETARY, Role.VILLAGE_MEMBER}
    assert access.needs_second_factor(user, NOW) is needed


def test_a_registrar_reaches_the_rts_of_the_role_and_the_committee_the_whole_village() -> None:
    held, registrar, chair = election(), person(), person()
    grant = granted(registrar, Role.REGISTRAR, held.village)
    granted(chair, Role.VILLAGE_CHAIR, held.village)
    assert access.areas_of(registrar, held, NOW) is None
    grant.areas = "001,003"
    grant.save()
    assert access.areas_of(registrar, held, NOW) == frozenset({"001", "003"})
    assert access.areas_of(chair, held, NOW) is None
    assert access.areas_of(person(), held, NOW) == frozenset()
