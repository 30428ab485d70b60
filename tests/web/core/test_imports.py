"""A file of voters from the moment it is brought until its rows count."""

import os
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from tests.web.core.register import brought, do_the_work, file_of, kk, line, nik, people, taken
from tests.web.scenes import NOW, chair_of, election, granted, person

from pilkades.base.errors import PilkadesError
from pilkades.register.layouts import Column
from pilkades.web.core import mappings, work
from pilkades.web.core.models import ImportFault, ImportState, Job, JobState, Role, VoterImport, VoterRow
from pilkades.web.core.queries.voters import (
    Wanted,
    count_of,
    counts_by,
    faults_of,
    history_of,
    page_of,
    same_numbers,
    whole_register,
)
from pilkades.web.core.services.bring_list import bring_list
from pilkades.web.core.services.cancel_import import cancel_import
from pilkades.web.core.services.read_import import map_import
from pilkades.web.core.services.take_import import take_import

pytestmark = pytest.mark.django_db


def test_a_file_is_read_in_the_background_and_says_what_it_holds() -> None:
    held = election()
    chair = chair_of(held)
    waiting = bring_list(chair, held.pk, "daftar.csv", people(3), at=NOW)
    assert waiting.state == ImportState.WAITING
    do_the_work()
    waiting.refresh_from_db()
    assert (waiting.state, waiting.ready, waiting.waiting) == (ImportState.READY, 3, 0)
    assert count_of(held) == 0
    (proposal,) = mappings.read(waiting.mapping)
    assert proposal.mapping is not None
    assert proposal.mapping.columns[Column.NIK] == 1


def test_what_was_brought_lies_sealed_and_goes_once_it_is_taken(own_data_folder: Path) -> None:
    held = election()
    made = brought(chair_of(held), held, people(2))
    (file,) = (own_data_folder / "brought").iterdir()
    assert file.name == made.token.hex
    assert nik(1).encode() not in file.read_bytes()
    assert b"WARGA" not in file.read_bytes()
    take_import(chair_of(held), held.pk, made.pk, at=NOW)
    do_the_work()
    assert list((own_data_folder / "brought").iterdir()) == []


def test_rows_count_once_the_file_is_taken_with_all_that_was_stated() -> None:
    held = election()
    made = taken(chair_of(held), held, people(3))
    assert (made.state, made.added, made.renewed, made.same, made.kept) == ("taken", 3, 0, 0, 0)
    shown = page_of(held, Wanted(words=nik(2, "120180")))
    (found,) = shown.people
    assert (found.voter.name, found.voter.rt, found.voter.dusun) == ("WARGA C", "003", "Krajan")
    assert found.voter.nik is not None
    assert (found.voter.nik.digits, found.nik_tail) == (nik(2, "120180"), "…0002")
    assert found.nik_masked == "990102**********"
    assert found.voter.kk is not None
    assert found.voter.kk.digits == kk(0)


def test_no_number_of_a_person_stands_open_in_the_tables() -> None:
    held = election()
    taken(chair_of(held), held, people(3))
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 -- our own tables
            words = repr(
                [[bytes(cell) if isinstance(cell, memoryview) else cell for cell in row] for row in cursor]
            )
            for number in (nik(1, "120180"), nik(2, "120180"), kk(0), kk(1)):
                assert number not in words, table


def test_a_file_with_faults_says_each_with_its_place_and_waits() -> None:
    held = election()
    chair = chair_of(held)
    made = brought(chair, held, file_of([line(1), line(2, nik="12345"), line(3, tanggallahir="31-02-1980")]))
    assert (made.state, made.ready, made.waiting) == (ImportState.FAULTY, 1, 2)
    repairs = [(fault.row, fault.kind, fault.problem_id) for fault in faults_of(made, repair=True)]
    assert [(row, kind) for row, kind, _ in repairs] == [(3, "nik-length"), (4, "birth-impossible")]
    assert "31-02-1980" in repairs[1][2]
    with pytest.raises(PilkadesError) as told:
        take_import(chair, held.pk, made.pk, at=NOW)
    assert (told.value.code, told.value.fields["rows"]) == ("rows-waiting", 2)
    take_import(chair, held.pk, made.pk, leave_out_waiting=True, at=NOW)
    do_the_work()
    assert count_of(held) == 1


def test_a_number_in_the_wrong_column_is_covered_where_a_fault_shows_it() -> None:
    held = election()
    made = brought(chair_of(held), held, file_of([line(1, tanggallahir=nik(1)), line(2, rt=nik(2))]))
    words = " ".join(f"{one.problem_id} {one.problem_en}" for one in ImportFault.objects.all())
    assert "990102**********" in words
    assert (nik(1) in words, nik(2) in words, made.faults > 0) == (False, False, True)


def test_a_file_that_is_no_list_ends_in_words_and_leaves_nothing(own_data_folder: Path) -> None:
    held = election()
    made = brought(chair_of(held), held, b"PK\x03\x04 rusak")
    assert made.state == ImportState.FAILED
    job = Job.objects.get(kind="read_import")
    assert job.state == JobState.FAILED
    assert "tidak terbaca sebagai lembar kerja" in work.words_of(job)[0].id
    assert list((own_data_folder / "brought").iterdir()) == []


def test_a_person_corrects_how_the_columns_are_read() -> None:
    held = election()
    chair = chair_of(held)
    content = file_of([line(1, alamat="Gang Melati")]).replace(b"ALAMAT", b"LAIN-LAIN")
    made = brought(chair, held, content)
    (proposal,) = mappings.read(made.mapping)
    assert proposal.mapping is not None
    assert Column.ADDRESS not in proposal.mapping.columns
    map_import(chair, held.pk, made.pk, [proposal.mapping.with_column(Column.ADDRESS, 7)], at=NOW)
    do_the_work()
    take_import(chair, held.pk, made.pk, at=NOW)
    do_the_work()
    assert [voter.address for _, voter in whole_register(held)] == ["Gang Melati"]


def test_a_sheet_without_a_mapping_is_left_out() -> None:
    held = election()
    chair = chair_of(held)
    first, second = (
        f"<table><tr><td>NAMA</td><td>NIK</td><td>TANGGAL LAHIR</td></tr>"
        f"<tr><td>{name}</td><td>{nik(number)}</td><td>12-05-1980</td></tr></table>"
        for number, name in enumerate(("Contoh Satu", "Contoh Dua"), 1)
    )
    made = brought(chair, held, f"<html>{first}{second}</html>".encode(), "daftar.xls")
    assert made.ready == 2
    one, _ = mappings.read(made.mapping)
    assert one.mapping is not None
    map_import(chair, held.pk, made.pk, [one.mapping], at=NOW)
    do_the_work()
    made.refresh_from_db()
    assert made.ready == 1
    assert [proposal.sheet for proposal in mappings.read(made.mapping)] == [one.sheet]


def test_a_file_foretells_what_it_would_change() -> None:
    held = election()
    chair = chair_of(held)
    taken(chair, held, people(3))
    moved = file_of([line(1), line(2, rt="009"), line(7)])
    foreseen = brought(chair, held, moved)
    assert (foreseen.added, foreseen.renewed, foreseen.same) == (1, 1, 1)
    assert count_of(held) == 3


def test_the_same_bytes_brought_twice_are_one_file() -> None:
    held = election()
    chair = chair_of(held)
    first, second = (bring_list(chair, held.pk, "daftar.csv", people(2), at=NOW) for _ in range(2))
    assert first.pk == second.pk
    assert Job.objects.count() == 1


@pytest.mark.parametrize(("content", "code"), [(b"", "list-empty"), (b" " * 60_000_001, "list-empty")])
def test_an_empty_file_is_refused(content: bytes, code: str) -> None:
    held = election()
    with pytest.raises(PilkadesError) as told:
        bring_list(chair_of(held), held.pk, "daftar.csv", content, at=NOW)
    assert told.value.code == code


def test_taking_the_same_file_again_adds_nobody() -> None:
    held = election()
    chair = chair_of(held)
    content = file_of([line(1), line(2), line(2, "KEMBAR NOMOR"), line(4, nik="", nokk="")])
    first, second = taken(chair, held, content), taken(chair, held, content)
    assert (first.added, second.added, second.same) == (4, 0, 4)
    assert count_of(held) == 4


def test_a_later_file_renews_who_has_the_same_nik_and_keeps_what_it_does_not_say() -> None:
    held = election()
    chair = chair_of(held)
    taken(chair, held, file_of([line(1, alamat="Gang Lama")]))
    made = taken(chair, held, file_of([line(1, "WARGA BARU", alamat="", nokk=""), line(2)]))
    assert (made.added, made.renewed) == (1, 1)
    renewed = page_of(held, Wanted(words="warga baru")).people[0]
    assert (renewed.voter.address, renewed.voter.kk is not None) == ("Gang Lama", True)
    assert [one.voter.name for one in history_of(held, renewed.person)] == ["WARGA B", "WARGA BARU"]
    assert [one.row.revision for one in history_of(held, renewed.person)] == [1, 2]


def test_a_number_that_stands_twice_decides_nothing_and_is_shown() -> None:
    held = election()
    made = taken(chair_of(held), held, file_of([line(1, "SITI"), line(1, "SITI AMINAH")]))
    assert made.added == 2
    ((first, second),) = same_numbers(held)
    assert {first.voter.name, second.voter.name} == {"SITI", "SITI AMINAH"}


def test_cancelling_a_file_at_rest_removes_it(own_data_folder: Path) -> None:
    held = election()
    chair = chair_of(held)
    made = brought(chair, held, people(2))
    cancel_import(chair, held.pk, made.pk, at=NOW)
    made.refresh_from_db()
    assert made.state == ImportState.CANCELLED
    assert list((own_data_folder / "brought").iterdir()) == []
    with pytest.raises(Http404):
        take_import(chair, held.pk, made.pk, at=NOW)


def test_cancelling_while_it_is_taken_leaves_the_register_as_it_was(own_data_folder: Path) -> None:
    held = election()
    chair = chair_of(held)
    taken(chair, held, people(2))
    made = brought(chair, held, people(5, first=10))
    take_import(chair, held.pk, made.pk, at=NOW)
    cancel_import(chair, held.pk, made.pk, at=NOW)
    do_the_work()
    made.refresh_from_db()
    assert (made.state, count_of(held), VoterRow.objects.count()) == (ImportState.CANCELLED, 2, 2)
    assert Job.objects.get(kind="take_import", subject=made.pk).state == JobState.CANCELLED
    assert list((own_data_folder / "brought").iterdir()) == []


def test_cancelling_between_two_batches_sweeps_what_was_staged(monkeypatch: pytest.MonkeyPatch) -> None:
    held = election()
    chair = chair_of(held)
    made = brought(chair, held, people(5))
    monkeypatch.setattr("pilkades.web.core.batches.BATCH", 2)
    told = work.Progress.at

    def cancelled_after_the_first(self: work.Progress, done: int, total: int) -> None:
        if done:
            assert VoterRow.objects.exists()
            cancel_import(chair, held.pk, made.pk, at=NOW)
        told(self, done, total)

    monkeypatch.setattr(work.Progress, "at", cancelled_after_the_first)
    take_import(chair, held.pk, made.pk, at=NOW)
    do_the_work()
    made.refresh_from_db()
    assert (made.state, VoterRow.objects.count()) == (ImportState.CANCELLED, 0)


def test_one_file_is_taken_at_a_time() -> None:
    held = election()
    chair = chair_of(held)
    first, second = brought(chair, held, people(2)), brought(chair, held, people(2, first=5))
    take_import(chair, held.pk, first.pk, at=NOW)
    with pytest.raises(PilkadesError) as told:
        take_import(chair, held.pk, second.pk, at=NOW)
    assert told.value.code == "register-busy"


def test_work_that_breaks_off_ends_in_words_and_can_be_done_again(monkeypatch: pytest.MonkeyPatch) -> None:
    held = election()
    chair = chair_of(held)
    made = brought(chair, held, people(2))
    with monkeypatch.context() as patch:
        patch.setattr("pilkades.web.core.services.take_import._write", lambda _rows: 1 / 0)
        take_import(chair, held.pk, made.pk, at=NOW)
        do_the_work()
    job = Job.objects.get(kind="take_import")
    assert job.state == JobState.FAILED
    assert "tidak ada yang berubah" in work.words_of(job)[0].id
    made.refresh_from_db()
    assert made.state == ImportState.READY
    take_import(chair, held.pk, made.pk, at=NOW)
    do_the_work()
    assert count_of(held) == 2


def test_what_was_open_when_the_worker_went_down_is_begun_again() -> None:
    held = election()
    chair = chair_of(held)
    made = brought(chair, held, people(2))
    job = take_import(chair, held.pk, made.pk, at=NOW)
    Job.objects.filter(pk=job.pk).update(state=JobState.RUNNING, attempts=1)
    assert work.sweep() == 1
    do_the_work()
    job.refresh_from_db()
    assert (job.state, job.attempts, count_of(held)) == (JobState.DONE, 2, 2)


def test_work_that_brings_the_worker_down_each_time_is_given_up() -> None:
    held = election()
    chair = chair_of(held)
    made = brought(chair, held, people(2))
    job = take_import(chair, held.pk, made.pk, at=NOW)
    Job.objects.filter(pk=job.pk).update(state=JobState.RUNNING, attempts=3)
    work.sweep()
    do_the_work()
    job.refresh_from_db()
    made.refresh_from_db()
    assert (job.state, made.state, count_of(held)) == (JobState.FAILED, ImportState.READY, 0)
    assert "terhenti 3 kali" in work.words_of(job)[0].id


def test_people_are_found_by_name_place_and_whole_number_alone() -> None:
    held = election()
    lines = [
        line(1, "MOH. SOLEH", rt="001"),
        line(2, "Siti Aminah", rt="002"),
        line(3, "AMINAH SITI", rt="002", dusun="Karang"),
    ]
    taken(chair_of(held), held, file_of(lines))

    def names(wanted: Wanted) -> set[str]:
        return {one.voter.name for one in page_of(held, wanted).people}

    assert names(Wanted("muhammad soleh")) == {"MOH. SOLEH"}
    assert names(Wanted("aminah")) == {"Siti Aminah", "AMINAH SITI"}
    assert names(Wanted(rt="002", dusun="Karang")) == {"AMINAH SITI"}
    assert names(Wanted(kk(1))) == {"AMINAH SITI"}
    assert names(Wanted(nik(1, "120180")[:15])) == set()
    assert names(Wanted(areas=frozenset({"001"}))) == {"MOH. SOLEH"}
    assert counts_by(held, "rt") == ((("001",), 1), (("002",), 2))


@pytest.mark.parametrize("number", [1, 30])
def test_a_page_asks_two_queries_whatever_it_shows(number: int) -> None:
    held = election()
    taken(chair_of(held), held, people(number))
    with CaptureQueriesContext(connection) as asked:
        page_of(held, Wanted())
    assert len(asked) == 2


def test_another_villages_register_is_not_reached() -> None:
    held, other = election("33.28.01.2001"), election("33.28.01.2002")
    made = brought(chair_of(held), held, people(2))
    stranger = chair_of(other)
    for attempt in (
        lambda: bring_list(stranger, held.pk, "daftar.csv", people(1), at=NOW),
        lambda: take_import(stranger, held.pk, made.pk, at=NOW),
        lambda: take_import(stranger, other.pk, made.pk, at=NOW),
        lambda: cancel_import(stranger, other.pk, made.pk, at=NOW),
    ):
        with pytest.raises(Http404):
            attempt()
    assert VoterImport.objects.get().state == ImportState.READY


@pytest.mark.parametrize("role", [Role.BPD, Role.COUNTY, Role.SUPERVISOR, Role.REGISTRAR])
def test_only_the_committee_brings_a_file(role: Role) -> None:
    held, user = election(), person()
    granted(
        user, role, held.village.district.county if role in {Role.COUNTY, Role.SUPERVISOR} else held.village
    )
    with pytest.raises(Http404):
        bring_list(user, held.pk, "daftar.csv", people(1), at=NOW)


def test_a_file_that_a_kill_left_behind_is_swept_and_one_that_is_needed_stays(own_data_folder: Path) -> None:
    held = election()
    made = brought(chair_of(held), held, people(1))
    folder = own_data_folder / "brought"
    left, coming = folder / uuid4().hex, folder / uuid4().hex
    for path in (left, coming):
        path.write_bytes(b"x")
    for path in (left, folder / made.token.hex):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    work.sweep()
    assert {path.name for path in folder.iterdir()} == {made.token.hex, coming.name}
