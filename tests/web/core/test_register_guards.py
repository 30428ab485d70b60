"""The database itself keeps rows of voters and fixed lists, whatever the program or a person at it tries."""

import pytest
from django.db import DatabaseError, connection, transaction
from tests.web.core.register import brought, people, taken
from tests.web.scenes import NOW, chair_of, election

from pilkades.register.grounds import Ground
from pilkades.register.lists import ListKind
from pilkades.register.review import Decided
from pilkades.web.core import clock
from pilkades.web.core.models import Election, ListEntryRow, VoterImport, VoterRow
from pilkades.web.core.queries.voters import Wanted, page_of
from pilkades.web.core.services.decide_pair import Judged, decide_pair
from pilkades.web.core.services.export_list import export_list
from pilkades.web.core.services.file_objection import Filed, file_objection
from pilkades.web.core.services.fix_list import Fixing, fix_list
from pilkades.web.core.services.take_import import take_import
from pilkades.web.shared.models import User

pytestmark = pytest.mark.django_db


def refuses(statement: str) -> bool:
    """Whether the database turns it down; what came before in the test stays."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError:
        return True
    return False


def with_everything() -> tuple[Election, User]:
    held = election()
    chair = chair_of(held)
    taken(chair, held, people(3))
    fix_list(chair, held.pk, Fixing(ListKind.DPS, NOW.date(), undecided=True), held.head.digest, at=NOW)
    one, other, _ = (found.person for found in page_of(held, Wanted()).people)
    decide_pair(chair, held.pk, Judged(one, other, Decided.DIFFERENT), at=NOW)
    export_list(chair, held.pk, ListKind.DPS, 1, "Cetak", at=NOW)
    file_objection(held, Filed(ListKind.DPS, Ground.OTHER, "Keliru"), by=chair, at=NOW)
    return held, chair


STATEMENTS = [
    *(
        f"UPDATE core_voterrow SET {column} = {column}"
        for column in ("name", "person", "revision", "brought_id", "removal", "birth", "rt", "tps", "reason")
    ),
    "UPDATE core_voterrow SET nik_sealed = NULL, nik_mark = ''",
    "DELETE FROM core_voterrow",
    "UPDATE core_voterimport SET state = 'ready'",
    "UPDATE core_voterimport SET added = 4",
    "DELETE FROM core_voterimport",
    "UPDATE core_listversionrow SET count = 9",
    "DELETE FROM core_listversionrow",
    "UPDATE core_listentryrow SET number = number",
    "DELETE FROM core_listentryrow",
    "UPDATE core_pairdecision SET answer = 'same'",
    "DELETE FROM core_pairdecision",
    "UPDATE core_voterexport SET reason = 'lain'",
    "DELETE FROM core_voterexport",
    "UPDATE core_voterobjection SET filed_at = filed_at",
    "UPDATE core_voterobjection SET ground = 'died'",
    "DELETE FROM core_voterobjection",
    "UPDATE core_registerhead SET version = 0",
    "DELETE FROM core_registerhead",
]


def test_nothing_of_a_register_is_changed_or_taken_away() -> None:
    with_everything()
    before = list(VoterRow.objects.order_by("pk").values())
    assert [statement for statement in STATEMENTS if not refuses(statement)] == []
    if connection.vendor == "postgresql":
        tables = ("core_voterrow", "core_listentryrow", "core_listversionrow", "core_voterimport")
        assert [table for table in tables if not refuses(f"TRUNCATE {table} CASCADE")] == []
    assert list(VoterRow.objects.order_by("pk").values()) == before


def test_a_number_may_be_sealed_and_marked_anew() -> None:
    with_everything()
    row = VoterRow.objects.order_by("pk").first()
    assert row is not None
    VoterRow.objects.filter(pk=row.pk).update(nik_sealed=row.nik_sealed, nik_mark="f" * 64)
    assert VoterRow.objects.get(pk=row.pk).nik_mark == "f" * 64


def test_a_fixed_list_takes_no_further_entry() -> None:
    held, chair = with_everything()
    taken(chair, held, people(1, first=40))
    entry = ListEntryRow.objects.order_by("pk").first()
    late = VoterRow.objects.order_by("-pk").first()
    assert entry is not None
    assert late is not None
    for number in (0, 2, 4):
        with pytest.raises(DatabaseError), transaction.atomic():
            ListEntryRow.objects.create(version=entry.version, number=number, voter=late)


def test_a_row_enters_no_file_but_one_that_is_being_taken() -> None:
    held, chair = with_everything()
    done = VoterImport.objects.get()
    waiting = brought(chair, held, people(1, first=60))
    row = VoterRow.objects.order_by("pk").first()
    assert row is not None
    for file in (done, waiting):
        copied = VoterRow(**{**_stated(row), "brought": file})
        with pytest.raises(DatabaseError), transaction.atomic():
            copied.save(force_insert=True)


def test_a_revision_follows_its_own_person_and_one_alone() -> None:
    with_everything()
    first, second, _ = VoterRow.objects.order_by("pk")
    good = {**_stated(first), "person": first.person, "brought": None, "revision": 2, "replaces": first}
    for wrong in ({"replaces": second}, {"revision": 3}, {"replaces": None}):
        with pytest.raises(DatabaseError), transaction.atomic():
            VoterRow(**{**good, **wrong}).save(force_insert=True)
    VoterRow(**good).save(force_insert=True)
    with pytest.raises(DatabaseError), transaction.atomic():
        VoterRow(**good).save(force_insert=True)


def test_rows_of_a_file_that_is_not_taken_may_be_swept() -> None:
    held, chair = with_everything()
    made = brought(chair, held, people(1, first=60))
    take_import(chair, held.pk, made.pk, at=NOW)
    row = VoterRow.objects.order_by("pk").first()
    assert row is not None
    VoterRow(**{**_stated(row), "brought": made}).save(force_insert=True)
    assert not refuses(f"DELETE FROM core_voterrow WHERE brought_id = {made.pk}")
    assert VoterRow.objects.count() == 3


def _stated(row: VoterRow) -> dict[str, object]:
    return {
        "election_id": row.election_id,
        "person": clock.new_person(),
        "name": row.name,
        "search": row.search,
        "changed_at": NOW,
        "changed_by_id": row.changed_by_id,
    }
