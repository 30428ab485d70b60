"""Whole numbers are shown to those who keep the list, and the look is logged first."""

import pytest
from django.db import IntegrityError, transaction
from tests.web.core.register import file_of, line, nik, taken
from tests.web.scenes import NOW, chair_of, election, granted, person

from pilkades.web.core.access import NotThereError
from pilkades.web.core.models import NumberLook, Role
from pilkades.web.core.queries.looks import number_looks_of
from pilkades.web.core.queries.voters import standing_rows
from pilkades.web.core.services.look_at_numbers import look_at_numbers

pytestmark = pytest.mark.django_db


def test_the_numbers_come_whole_and_the_look_stands_in_the_log() -> None:
    held = election()
    chair = chair_of(held)
    taken(chair, held, file_of([line(1)]))
    who = standing_rows(held).get().person
    found = look_at_numbers(chair, held.pk, who, at=NOW)
    assert found.nik is not None
    assert found.nik.digits == nik(1, "120180")
    assert nik(1, "120180") not in repr(found)
    (look,) = number_looks_of(held, who)
    assert (look.user, look.role, look.looked_at) == (chair, Role.VILLAGE_CHAIR, NOW)


def test_a_supervisor_is_not_shown_whole_numbers_and_no_look_is_logged() -> None:
    held = election()
    taken(chair_of(held), held, file_of([line(1)]))
    supervisor = person("Pengawas")
    granted(supervisor, Role.SUPERVISOR, held.village.district.county)
    with pytest.raises(NotThereError):
        look_at_numbers(supervisor, held.pk, standing_rows(held).get().person, at=NOW)
    assert NumberLook.objects.count() == 0


def test_a_look_can_be_neither_changed_nor_taken_away() -> None:
    held = election()
    chair = chair_of(held)
    taken(chair, held, file_of([line(1)]))
    look_at_numbers(chair, held.pk, standing_rows(held).get().person, at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        NumberLook.objects.update(role="bpd")
    with pytest.raises(IntegrityError), transaction.atomic():
        NumberLook.objects.all().delete()
