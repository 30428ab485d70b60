import pytest
from django.db import DatabaseError, connection, transaction
from tests.web.scenes import NOW, POLLING_DAY, chair_of, county, draft, election, person, village, wave

from pilkades.web.core.guards import missing_guards
from pilkades.web.core.models import ActRow, Cohort, Election, RecordHead, StaffAccess, Wave
from pilkades.web.core.services.append_act import append_act
from pilkades.web.core.services.open_staff_access import open_staff_access
from pilkades.web.core.system_checks import record_is_guarded

pytestmark = pytest.mark.django_db

ON_ACTS = {
    "update": "UPDATE core_actrow SET text = '{}'",
    "update of one column to what it is": "UPDATE core_actrow SET kind = kind",
    "delete": "DELETE FROM core_actrow",
    "delete of the last": "DELETE FROM core_actrow WHERE sequence = 1",
}
COPY = (
    "INTO core_actrow (id, election_id, sequence, act_id, kind, text, digest, previous, recorded_at,"
    " recorded_by_id)"
    " SELECT {id}, election_id, {sequence}, act_id || 'x', kind, '{{}}', digest, {previous}, recorded_at,"
    " recorded_by_id FROM core_actrow"
)


def refuses(statement: str) -> bool:
    """Whether the database turns it down; what came before in the test stays."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError:
        return True
    return False


def one_act() -> Election:
    held = election()
    append_act(chair_of(held), held.pk, draft(), held.head.digest, at=NOW)
    return held


@pytest.mark.parametrize("statement", ON_ACTS.values(), ids=ON_ACTS)
def test_an_act_is_neither_changed_nor_taken_away(statement: str) -> None:
    one_act()
    before = ActRow.objects.values().get()
    assert refuses(statement)
    assert ActRow.objects.values().get() == before


def test_the_table_of_acts_is_not_emptied_at_a_stroke() -> None:
    one_act()
    emptying = "TRUNCATE core_actrow" if connection.vendor == "postgresql" else "DELETE FROM core_actrow"
    assert refuses(emptying)
    assert refuses(f"{emptying} CASCADE") or connection.vendor == "sqlite"


def test_an_act_is_not_replaced_by_writing_over_it() -> None:
    one_act()
    if connection.vendor == "sqlite":
        assert refuses("INSERT OR REPLACE " + COPY.format(id="id", sequence="sequence", previous="previous"))
        assert refuses("INSERT OR REPLACE " + COPY.format(id="99", sequence="sequence", previous="previous"))
    else:
        upsert = " ON CONFLICT (id) DO UPDATE SET text = '{}'"
        assert refuses("INSERT " + COPY.format(id="id", sequence="sequence", previous="previous") + upsert)
    assert ActRow.objects.get().text != "{}"


def test_an_act_that_does_not_follow_the_head_is_refused_by_the_database_itself() -> None:
    one_act()
    fork = COPY.format(id="99", sequence="2", previous="previous")
    leap = COPY.format(id="99", sequence="7", previous="digest")
    follows = COPY.format(id="99", sequence="2", previous="digest")
    assert [refuses(f"INSERT {line}") for line in (fork, leap, follows)] == [True, True, False]


def test_a_head_cannot_name_another_act_than_the_last_nor_go_back() -> None:
    held = one_act()
    start = "0" * 64
    for change in (f"digest = '{start}'", f"length = 0, digest = '{start}'", "length = 2"):
        assert refuses(f"UPDATE core_recordhead SET {change}"), change
    assert refuses("DELETE FROM core_recordhead")
    assert RecordHead.objects.get(election=held).length == 1


def test_the_logs_are_append_only() -> None:
    operator = person()
    operator.is_operator = True
    operator.save()
    open_staff_access(operator, "Memeriksa cadangan", at=NOW)
    assert refuses("UPDATE core_staffaccess SET reason = 'lain'")
    assert refuses("DELETE FROM core_staffaccess")
    assert StaffAccess.objects.get().reason == "Memeriksa cadangan"


def test_a_rehearsal_stands_under_a_rehearsal_wave_alone() -> None:
    real, rehearsed = election(), election(rehearsal=True)
    assert (real.key, rehearsed.key) == (
        f"33.28.01.2001-{POLLING_DAY}",
        f"latihan-33.28.01.2001-{POLLING_DAY}",
    )
    for line in (
        f"UPDATE core_election SET wave_id = {real.wave_id} WHERE id = {rehearsed.pk}",
        f"UPDATE core_election SET rehearsal = {_literal(truth=False)} WHERE id = {rehearsed.pk}",
        f"UPDATE core_election SET key = 'lain' WHERE id = {real.pk}",
        f"UPDATE core_wave SET rehearsal = {_literal(truth=True)} WHERE id = {real.wave_id}",
    ):
        assert refuses(line), line


def test_an_election_that_says_it_is_real_does_not_fit_a_rehearsal_wave() -> None:
    rehearsals = wave(county(), rehearsal=True)
    for key, rehearsal in (("33.28.01.2001-x", False), ("33.28.01.2001-y", True), ("latihan-x", False)):
        made = Election(
            key=key,
            village=village(),
            wave=rehearsals,
            polling_day=POLLING_DAY,
            rehearsal=rehearsal,
            rulebook_digest="0" * 64,
            opened_at=NOW,
        )
        with pytest.raises(DatabaseError), transaction.atomic():
            made.save()


def test_an_election_fits_its_county_and_its_cohort() -> None:
    held = election()
    elsewhere = village("33.29.01.2001", law="")
    other_wave = Wave.objects.create(county=held.wave.county, name="Gelombang II", polling_day=POLLING_DAY)
    other_cohort = Cohort.objects.create(wave=other_wave, name="A", term_ends=POLLING_DAY)
    made = Election(
        key="33.29.01.2001-x",
        village=elsewhere,
        wave=held.wave,
        polling_day=POLLING_DAY,
        rulebook_digest="0" * 64,
        opened_at=NOW,
    )
    with pytest.raises(DatabaseError), transaction.atomic():
        made.save()
    assert refuses(f"UPDATE core_election SET cohort_id = {other_cohort.pk}")


def test_every_guard_stands_after_all_migrations() -> None:
    assert missing_guards(connection) == ()


def test_a_guard_that_was_taken_away_is_missed() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER core_actrow_no_update")
            assert missing_guards(connection) == ("core_actrow_no_update",)
        else:
            cursor.execute("ALTER TABLE core_actrow DISABLE TRIGGER core_actrow_append_only")
            assert missing_guards(connection) == ("core_actrow_append_only",)


def _literal(*, truth: bool) -> str:
    return str(truth).upper()


def test_a_missing_guard_is_told_when_the_database_is_checked() -> None:
    assert record_is_guarded(None, databases=["default"]) == []
    with connection.cursor() as cursor:
        on_table = " ON core_actrow" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER core_actrow_follows{on_table}")
    (warned,) = record_is_guarded(None, databases=["default"])
    assert (warned.id, "core_actrow_follows" in warned.msg) == ("core.W001", True)
