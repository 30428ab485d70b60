"""A new key: everything opens and is found under it, no digest changes, and a kill half way does no harm."""

from io import StringIO

import pytest
from django.core.management import call_command
from tests.web.core.register import brought, do_the_work, nik, people, taken
from tests.web.scenes import NOW, chair_of, election

from pilkades.register.grounds import Ground
from pilkades.register.lists import ListKind, OrderBy, freeze
from pilkades.web.core.models import ListVersionRow, VoterRow
from pilkades.web.core.queries.lists import entries_of
from pilkades.web.core.queries.objections import follow_objection
from pilkades.web.core.queries.voters import Wanted, count_of, page_of
from pilkades.web.core.services.file_objection import Filed, file_objection
from pilkades.web.core.services.fix_list import Fixing, fix_list
from pilkades.web.core.services.rotate_keys import Rotated, left_over, rotate_keys
from pilkades.web.core.services.take_import import take_import
from pilkades.web.core.vault.keys import add_key, ring

ON = NOW.date()


@pytest.mark.django_db
def test_everything_opens_and_is_found_under_the_new_key_and_no_digest_changes() -> None:
    held = election()
    chair = chair_of(held)
    taken(chair, held, people(5))
    dps = fix_list(chair, held.pk, Fixing(ListKind.DPS, ON, undecided=True), held.head.digest, at=NOW)
    words = Filed(ListKind.DPS, Ground.OTHER, "Nama saya keliru", "rumah")
    number = file_objection(held, words, by=chair, at=NOW).number
    waiting = brought(chair, held, people(3, first=50))
    before = dict(VoterRow.objects.values_list("pk", "nik_mark"))
    done = rotate_keys()
    assert done == Rotated(people=5, proposals=1, files=1, registers=1, key=ring().newest.id.hex())
    assert left_over(ring()) == 0
    assert not set(before.values()) & set(VoterRow.objects.values_list("nik_mark", flat=True))
    assert page_of(held, Wanted(nik(2, "120180"))).total == 1
    assert _digest_of(dps) == dps.digest
    assert follow_objection(held, number, asker="192.0.2.1", at=NOW) is not None
    take_import(chair, held.pk, waiting.pk, at=NOW)
    do_the_work()
    assert count_of(held) == 8


def _digest_of(dps: ListVersionRow) -> str:
    order = tuple(OrderBy(one) for one in dps.order.split(","))
    return freeze(ListKind.DPS, entries_of(dps), order).digest


@pytest.mark.django_db
def test_while_keys_change_people_are_found_by_either_mark() -> None:
    held = election()
    chair = chair_of(held)
    taken(chair, held, people(3))
    add_key()
    taken(chair, held, people(3, first=10))
    assert left_over(ring()) == 3
    for number in (2, 11):
        assert page_of(held, Wanted(nik(number, "120180"))).total == 1
    made = taken(chair, held, people(3))
    assert (made.added, made.same) == (0, 3)


@pytest.mark.django_db
def test_the_command_says_how_many_and_what_to_keep() -> None:
    held = election()
    taken(chair_of(held), held, people(2))
    told = StringIO()
    call_command("rotate_keys", stdout=told)
    assert "2 orang, 0 usul, 0 berkas, 1 daftar disegel ulang" in told.getvalue()
    assert "Simpan kunci lama" in told.getvalue()
    again = StringIO()
    call_command("rotate_keys", resume=True, stdout=again)
    assert "0 orang" in again.getvalue()
