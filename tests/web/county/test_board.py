from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.committee.conftest import signed_in
from tests.web.county.conftest import Office
from tests.web.county.villages import (
    DUE,
    LATE,
    NOTICE_TODAY,
    ON_SCHEDULE,
    TERM,
    village_with,
)
from tests.web.scenes import NOW, chair_of, county, draft, election, granted, person, village, wave

from pilkades.web.core.models import BoardRow, Election, Role
from pilkades.web.core.queries import overviews, records, states
from pilkades.web.core.services.append_act import append_act
from pilkades.web.core.services.grant_role import Place
from pilkades.web.core.services.keep_overview import keep_overviews
from pilkades.web.shared.components.board import Board
from pilkades.web.shared.components.status import Status

MONDAY = date(2026, 8, 3)


def shown(client: Client, address: str) -> Board:
    """The board that a page shows."""
    found = client.get(address)
    assert found.status_code == 200, found.status_code
    (part,) = [one for one in found.context["components"] if isinstance(one, Board)]
    return part


def names(board: Board) -> list[str]:
    return [row.village.removeprefix("Desa ") for row in board.rows]


@pytest.fixture
def four(office: Office) -> Office:
    """A village on schedule, one due, one late, one that has not begun; in two districts."""
    village_with("33.28.01.2001", *ON_SCHEDULE)
    village_with("33.28.01.2002", *DUE)
    village_with("33.28.02.2003", *LATE)
    village_with("33.28.02.2004")
    return office


def test_the_village_that_is_furthest_behind_stands_first(four: Office) -> None:
    board = shown(four.client, four.board(wave(four.county)))
    assert [(row.village[-4:], row.status) for row in board.rows] == [
        ("2003", Status.LATE),
        ("2004", Status.LATE),
        ("2002", Status.DUE),
        ("2001", Status.ON_SCHEDULE),
    ]


def test_a_row_says_how_many_working_days_late_and_with_which_act(four: Office) -> None:
    late, blank, due, later = shown(four.client, four.board(wave(four.county))).rows
    # The committee is due 10 working days after the notice (PP 16/2026 Pasal 39 ayat (2) huruf b): of 2 June
    # on 17 June, for 16 June is a holiday (1 Muharam). From there to 3 August there are 33 working days.
    assert late.sentence.id == "Lewat 33 hari kerja: penetapan panitia pemilihan."
    assert due.sentence.id == "Batas Kamis, 6 Agustus 2026, sisa 3 hari kerja: penetapan panitia pemilihan."
    # 17 August is a holiday.
    assert later.sentence.id == "Berikutnya penetapan panitia pemilihan, batas Selasa, 18 Agustus 2026."
    # Nothing is recorded: no rule has a day to count from. The terms end on 26 December 2026, and the notice
    # is due six months before (PP 16/2026 Pasal 39 ayat (2) huruf a): 26 June, 26 working days ago.
    assert blank.sentence.id == (
        "Lewat 26 hari kerja: pemberitahuan BPD tentang akhir masa jabatan (usulan jadwal)."
    )
    assert (late.stage.id, blank.stage.id) == ("Persiapan", "Belum mulai")


def test_the_counts_are_links_that_show_their_villages(four: Office) -> None:
    address = four.board(wave(four.county))
    every = shown(four.client, address)
    assert {one.status: one.count for one in every.filters} == {
        Status.LATE: 2,
        Status.DUE: 1,
        Status.TROUBLE: 0,
        Status.ON_SCHEDULE: 1,
    }
    late = next(one for one in every.filters if one.status is Status.LATE)
    narrowed = shown(four.client, address + late.href)
    assert names(narrowed) == ["33.28.02.2003", "33.28.02.2004"]
    assert narrowed.total == 4
    again = next(one for one in narrowed.filters if one.current)
    assert len(shown(four.client, address + again.href).rows) == 4


def test_a_village_is_found_by_part_of_its_name_and_a_district_by_its_list(four: Office) -> None:
    address = four.board(wave(four.county))
    assert names(shown(four.client, f"{address}?cari=DESA 33.28.01.2002")) == ["33.28.01.2002"]
    board = shown(four.client, f"{address}?kecamatan=33.28.02")
    assert names(board) == ["33.28.02.2003", "33.28.02.2004"]
    assert {one.status: one.count for one in board.filters}[Status.DUE] == 0
    assert shown(four.client, f"{address}?cari=nowhere").rows == ()


def test_what_is_recorded_now_shows_at_once(four: Office) -> None:
    address = four.board(wave(four.county))
    assert shown(four.client, address).rows[0].status is Status.LATE
    held = Election.objects.get(village__code="33.28.02.2003")
    made = draft("committee_established", date="2026-06-10")
    append_act(chair_of(held), held.pk, made, held.head.digest, at=NOW)
    rows = {row.village[-4:]: row for row in shown(four.client, address).rows}
    assert "penetapan panitia" not in rows["2003"].sentence.id


def test_papers_are_missing_where_a_rule_asks_for_writing_and_the_act_has_none(office: Office) -> None:
    # "Pemberitahuan BPD tertulis": PP 16/2026 Pasal 39 ayat (2) huruf a.
    village_with("33.28.01.2001", TERM, NOTICE_TODAY)
    village_with("33.28.01.2002", TERM, ("bpd_notice", {"date": "2026-08-03", "document": "140/7"}))
    rows = {row.village[-4:]: row for row in shown(office.client, office.board(wave(office.county))).rows}
    assert (rows["2001"].missing, rows["2002"].missing) == (1, 0)


def test_an_objection_is_open_until_it_is_decided(office: Office) -> None:
    filed = ("result_dispute", {"filed": True, "filed_on": "2026-07-30"})
    village_with("33.28.01.2001", filed)
    village_with("33.28.01.2002", filed, ("result_dispute", {"decided_on": "2026-07-31"}))
    rows = {row.village[-4:]: row for row in shown(office.client, office.board(wave(office.county))).rows}
    assert (rows["2001"].objections, rows["2002"].objections) == (1, 0)


def test_the_row_says_what_waits_for_the_county(office: Office) -> None:
    proposed = ("budget", {"proposed_on": "2026-07-30"})
    village_with("33.28.01.2001", proposed)
    village_with("33.28.01.2002", proposed, ("budget", {"approved_on": "2026-07-31"}))
    rows = {row.village[-4:]: row for row in shown(office.client, office.board(wave(office.county))).rows}
    assert [words.id for words in rows["2001"].notes] == ["Menunggu kabupaten: biaya pemilihan."]
    assert rows["2002"].notes == ()


@pytest.mark.parametrize(
    ("role", "place", "seen"),
    [
        (Role.COUNTY, "county", ["33.28.01.2001", "33.28.02.2002"]),
        (Role.SUPERVISOR, "county", ["33.28.01.2001", "33.28.02.2002"]),
        (Role.SUPERVISOR, "district", ["33.28.01.2001"]),
        (Role.CAMAT, "district", ["33.28.01.2001"]),
        (Role.DISTRICT, "district", ["33.28.01.2001"]),
        (Role.SUPERVISOR, "village", ["33.28.01.2001"]),
        (Role.VILLAGE_CHAIR, "village", None),
        (Role.BPD, "village", None),
    ],
)
def test_each_sees_the_villages_of_the_own_place(
    db: None, role: Role, place: str, seen: list[str] | None
) -> None:
    del db
    first = election("33.28.01.2001")
    election("33.28.02.2002")
    where = first.village
    places: dict[str, Place] = {
        "village": where,
        "district": where.district,
        "county": where.district.county,
    }
    user = person()
    granted(user, role, places[place])
    address = f"/kabupaten/{where.district.county_id}/gelombang/{first.wave_id}/"
    if seen is None:
        assert signed_in(user).get(address).status_code == 404
    else:
        assert sorted(names(shown(signed_in(user), address))) == seen


def test_a_wave_is_not_found_under_another_county(office: Office) -> None:
    held = election()
    other = village("33.29.01.2001", law="").district.county
    granted(office.user, Role.COUNTY, other)
    assert office.client.get(f"/kabupaten/{other.pk}/gelombang/{held.wave_id}/").status_code == 404


def test_a_sole_wave_opens_at_once_for_who_has_no_office_at_the_county(db: None) -> None:
    del db
    held, camat = election(), person()
    granted(camat, Role.CAMAT, held.village.district)
    answered = signed_in(camat).get("/kabupaten/")
    assert answered["Location"] == f"/kabupaten/{county().pk}/gelombang/{held.wave_id}/"


def test_fifty_villages_stand_on_a_page_and_all_on_the_page_to_print(office: Office) -> None:
    for number in range(51):
        election(f"33.28.01.{2001 + number}")
    address = office.board(wave(office.county))
    first = shown(office.client, address)
    assert (len(first.rows), first.pages.total) == (50, 2)
    assert len(shown(office.client, address + first.pages.next).rows) == 1
    assert first.all is not None
    assert len(shown(office.client, address + first.all.href).rows) == 51


def test_questions_to_the_database_do_not_grow_with_villages(office: Office) -> None:
    counts = []
    for several in (1, 30):
        for number in range(several):
            village_with(f"33.28.{several:02d}.{2001 + number}", *LATE)
        for kept in (records, states, overviews):
            kept.forget()
        with CaptureQueriesContext(connection) as queries:
            shown(office.client, office.board(wave(office.county)))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_kept_row_answers_without_the_record_and_only_while_it_is_true(office: Office) -> None:
    held = village_with("33.28.01.2001", *LATE)
    address = office.board(wave(office.county))
    drawn = shown(office.client, address).rows
    assert keep_overviews(held.pk, at=NOW) == 1
    for kept in (records, states, overviews):
        kept.forget()
    with CaptureQueriesContext(connection) as queries:
        assert shown(office.client, address).rows == drawn
    assert not [one for one in queries if "core_actrow" in one["sql"]]
    for stale in ({"head": "0" * 64}, {"law": "0" * 64}):
        BoardRow.objects.update(**stale, text="{}")
        overviews.forget()
        assert shown(office.client, address).rows == drawn
        keep_overviews(held.pk, at=NOW)


def test_a_kept_row_that_cannot_be_read_is_drawn_anew(office: Office) -> None:
    held = village_with("33.28.01.2001", *LATE)
    drawn = shown(office.client, office.board(wave(office.county))).rows
    keep_overviews(held.pk, at=NOW)
    for text in ("", "{}", '{"stage": 3}'):
        BoardRow.objects.update(text=text)
        overviews.forget()
        assert shown(office.client, office.board(wave(office.county))).rows == drawn


def test_villages_without_an_act_whose_terms_end_on_other_days_have_other_limits(office: Office) -> None:
    early, late = election("33.28.01.2001"), election("33.28.01.2002")
    Election.objects.filter(pk=late.pk).update(term_ends=date(2027, 6, 26))
    rows = {row.village[-4:]: row for row in shown(office.client, office.board(early.wave)).rows}
    assert rows["2001"].sentence != rows["2002"].sentence
