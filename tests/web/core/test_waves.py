from dataclasses import replace
from datetime import date

import pytest
from django.http import Http404
from tests.web.scenes import NOW, county, granted, person, village

from pilkades.base.errors import FaultyInput, PilkadesError
from pilkades.web.core.models import District, Election, RecordHead, Role, Village, Wave
from pilkades.web.core.services.open_election import open_election
from pilkades.web.core.services.set_up_wave import VillageRow, WavePlan, set_up_wave
from pilkades.web.shared.models import User

pytestmark = pytest.mark.django_db


def rows(several: int) -> tuple[VillageRow, ...]:
    return tuple(
        VillageRow(
            f"baris {n + 2}",
            f"33.28.{1 + n // 10:02d}.{2001 + n}",
            f"Desa {n}",
            f"Kec {n // 10}",
            "Akhir 2026",
        )
        for n in range(several)
    )


PLAN = WavePlan(
    file="gelombang.xlsx",
    name="Gelombang I",
    polling_day=date(2026, 12, 6),
    rehearsal=False,
    cohorts=(("Akhir 2026", date(2026, 12, 26)),),
    villages=rows(12),
)


def official() -> User:
    made = person()
    granted(made, Role.COUNTY, county())
    return made


def test_a_wave_opens_the_election_of_each_village_of_its_list() -> None:
    wave = set_up_wave(official(), county().pk, PLAN, at=NOW)
    held = Election.objects.filter(wave=wave).select_related("head", "cohort", "village")
    assert {(one.village.code, one.term_ends, one.head.length) for one in held} == {
        (row.code, date(2026, 12, 26), 0) for row in PLAN.villages
    }
    assert District.objects.count() == 2


def test_a_rehearsal_of_the_same_villages_stands_beside_the_real_wave() -> None:
    user = official()
    real = set_up_wave(user, county().pk, PLAN, at=NOW)
    rehearsed = set_up_wave(user, county().pk, replace(PLAN, rehearsal=True), at=NOW)
    again = set_up_wave(user, county().pk, replace(PLAN, rehearsal=True, name="Gladi kedua"), at=NOW)
    keys = [
        set(Election.objects.filter(wave=one).values_list("key", flat=True))
        for one in (real, rehearsed, again)
    ]
    assert [len(some) for some in keys] == [12, 12, 12]
    assert not keys[0] & keys[1] | keys[1] & keys[2]
    assert all(key.startswith("latihan-") for key in keys[1] | keys[2])
    assert Village.objects.count() == 12


def test_every_fault_of_a_list_is_told_and_nothing_is_made() -> None:
    faulty = replace(
        PLAN,
        cohorts=(*PLAN.cohorts, ("Akhir 2026", date(2027, 1, 1))),
        villages=(
            PLAN.villages[0],
            replace(PLAN.villages[0], at="baris 3"),
            VillageRow("baris 4", "33.29.01.2001", "Desa lain", "Kec", ""),
            VillageRow("baris 5", "2001", "Desa X", "Kec", "Akhir 2027"),
            VillageRow("baris 6", "33.28.01.2009", " ", "Kec", ""),
        ),
    )
    with pytest.raises(FaultyInput) as told:
        set_up_wave(official(), county().pk, faulty, at=NOW)
    assert [fault.key for fault in told.value.faults] == [
        "Akhir 2026", "baris 2", "baris 3", "baris 4", "baris 5", "baris 5", "baris 6",
    ]  # fmt: skip
    assert not Wave.objects.exists()
    assert not Village.objects.exists()


def test_an_empty_list_and_a_name_that_is_taken_are_faults() -> None:
    user = official()
    set_up_wave(user, county().pk, PLAN, at=NOW)
    with pytest.raises(FaultyInput) as told:
        set_up_wave(user, county().pk, replace(PLAN, villages=()), at=NOW)
    assert [fault.key for fault in told.value.faults] == ["Gelombang I", "-"]


def test_only_the_countys_own_people_set_up_a_wave() -> None:
    stranger = person()
    granted(stranger, Role.VILLAGE_CHAIR, village())
    with pytest.raises(Http404):
        set_up_wave(stranger, county().pk, PLAN, at=NOW)


def test_one_more_village_joins_a_wave_once() -> None:
    user = official()
    wave = set_up_wave(user, county().pk, PLAN, at=NOW)
    late = village("33.28.09.2099")
    held = open_election(user, wave.pk, late.pk, at=NOW)
    assert (held.key, held.cohort, RecordHead.objects.get(election=held).length) == (
        "33.28.09.2099-2026-12-06",
        None,
        0,
    )
    with pytest.raises(PilkadesError, match="election-open"):
        open_election(user, wave.pk, late.pk, at=NOW)
    with pytest.raises(Http404):
        open_election(user, wave.pk, village("33.29.01.2001", law="").pk, at=NOW)
