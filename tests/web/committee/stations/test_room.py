from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.committee.conftest import Desk, signed_in
from tests.web.core.register import file_of, kk, line, taken
from tests.web.scenes import chair_of, election, granted, person

from pilkades.web.committee.stations.parts import Compared, Moving, StationTable
from pilkades.web.core.models import ActRow, Role
from pilkades.web.core.queries import stations
from pilkades.web.shared.components.page import Stats

ROOM = "rencana-tps/"


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """Plans are kept between pages; not between tests."""
    stations.forget()
    yield
    stations.forget()


@pytest.fixture
def village(db: None) -> Desk:
    """An election in a county whose law sets no cap, with 60 voters in six RT of two dusun."""
    del db
    held = election()
    chair = chair_of(held)
    rows = [
        line(at, rt=f"{at % 6 + 1:03d}", dusun="Krajan" if at % 6 < 3 else "Melati", nokk=f"'{kk(at)}")
        for at in range(1, 61)
    ]
    taken(chair, held, file_of(rows))
    return Desk(held, chair, signed_in(chair))


def part(desk: Desk, query: str, kind: type) -> object:
    """The component of that kind on the page."""
    page = desk.client.get(desk.at(ROOM + query))
    assert page.status_code == 200
    return next(one for one in page.context["components"] if isinstance(one, kind))


def test_where_the_law_sets_no_cap_its_words_and_article_are_shown_and_no_plan(village: Desk) -> None:
    page = village.client.get(village.at(ROOM))
    words = page.content.decode()
    assert "Permendagri 112/2014 menyerahkannya kepada panitia" in words
    assert "Pasal 35 ayat (1)" in " ".join(words.split())
    assert not any(isinstance(one, StationTable) for one in page.context["components"])


def test_the_plan_is_shown_with_the_committees_number_and_a_reason_for_each_rt(village: Desk) -> None:
    table = part(village, "?batas=30&dasar=rapat+panitia", StationTable)
    assert isinstance(table, StationTable)
    assert [row.voters for row in table.rows] == [30, 30]
    assert sum(len(row.reasons) for row in table.rows) == 6
    words = village.client.get(village.at(ROOM + "?batas=30&dasar=rapat+panitia")).content.decode()
    assert "Panitia memakai 30: rapat panitia." in words


def test_one_station_more_is_compared_and_can_be_taken_up_by_its_link(village: Desk) -> None:
    compared = part(village, "?batas=30&bila=lebih", Compared)
    assert isinstance(compared, Compared)
    assert [row.before.id for row in compared.sizes] == ["30", "30", "–"]
    assert compared.take is not None
    stats = part(village, compared.take.href, Stats)
    assert isinstance(stats, Stats)
    assert stats.tiles[1].value == 3


def test_an_rt_moved_by_hand_shows_who_goes_above_the_cap_and_stays_there_once_taken(village: Desk) -> None:
    moving = part(village, "?batas=30", Moving)
    assert isinstance(moving, Moving)
    group = moving.groups[0]
    other = next(one.value for one in moving.stations if one.value not in group.label.id)
    query = f"?batas=30&bila=pindah&pindah={group.value}&ke={other}".replace(" ", "+")
    compared = part(village, query, Compared)
    assert isinstance(compared, Compared)
    assert {row.after.id for row in compared.sizes} == {"20", "40"}
    assert any("batas panitia 30" in one.words.id for one in compared.told)
    assert compared.take is not None
    words = village.client.get(village.at(ROOM + compared.take.href)).content.decode()
    assert "Ditempatkan oleh panitia." in words


def test_a_site_that_was_not_looked_at_and_one_out_of_reach_are_told_apart(village: Desk) -> None:
    table = part(village, "?batas=30&tempat=Balai;+ya%0ASekolah;+tidak%0AMasjid&jumlah=3", StationTable)
    assert isinstance(table, StationTable)
    assert {row.name: row.access.id for row in table.rows} == {
        "Balai": "mudah dijangkau penyandang disabilitas",
        "Sekolah": "belum mudah dijangkau penyandang disabilitas",
        "Masjid": "aksesnya belum diperiksa",
    }


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?batas=nol", "Isi dengan bilangan bulat dari 1"),
        ("?batas=30&tempat=Balai;+mungkin", "Baris 1: tulis ya atau tidak"),
        ("?batas=30&tempat=Balai%0Abalai", "Baris 2: balai sudah disebut"),
    ],
)
def test_what_cannot_be_read_is_said_and_what_was_typed_stays(village: Desk, query: str, words: str) -> None:
    page = village.client.get(village.at(ROOM + query))
    assert page.status_code == 422
    assert words in page.content.decode()


@pytest.mark.parametrize("query", ["?batas=30&jumlah=50", "?batas=30&tempat=Balai&jumlah=2"])
def test_a_number_that_cannot_be_is_said_in_a_sentence(village: Desk, query: str) -> None:
    assert "Kurangi" in (words := village.client.get(village.at(ROOM + query)).content.decode()) or (
        "kurangi jumlah TPS" in words
    )


def test_looking_and_trying_records_nothing(village: Desk) -> None:
    for query in ("?batas=30", "?batas=30&bila=kurang", "?batas=30&bila=lebih"):
        village.client.get(village.at(ROOM + query))
    assert not ActRow.objects.filter(election=village.held, kind="tps_plan").exists()


def test_an_empty_register_is_said_to_be_empty(desk: Desk) -> None:
    assert "Daftar pemilih belum berisi." in desk.client.get(desk.at(ROOM)).content.decode()


def test_only_the_committee_gets_the_plan(village: Desk) -> None:
    camat = person("Camat")
    granted(camat, Role.CAMAT, village.held.village.district)
    assert signed_in(camat).get(village.at(ROOM)).status_code == 404


def test_no_number_and_no_name_of_a_person_is_on_the_page(village: Desk) -> None:
    words = village.client.get(village.at(ROOM + "?batas=30")).content.decode()
    assert "990102" not in words
    assert "WARGA" not in words


def test_the_queries_do_not_grow_with_the_voters(desk: Desk) -> None:
    counted = []
    for number in (6, 36):
        taken(desk.chair, desk.held, file_of([line(at) for at in range(number * 100, number * 101)]))
        desk.client.get(desk.at(ROOM + "?batas=20"))
        with CaptureQueriesContext(connection) as held:
            assert desk.client.get(desk.at(ROOM + "?batas=20")).status_code == 200
        counted.append(len(held))
    assert counted[0] == counted[1]
