import pytest
from django.db import DatabaseError, connection, transaction
from django.http import Http404
from tests.web.committee.conftest import signed_in
from tests.web.county.conftest import Office
from tests.web.county.test_board import names, shown
from tests.web.county.villages import LATE, village_with
from tests.web.scenes import NOW, chair_of, election, granted, person, wave

from pilkades.base.errors import PilkadesError
from pilkades.web.core.access import Need, access_election, public_elections
from pilkades.web.core.models import ActRow, Role, Wave
from pilkades.web.core.services.close_rehearsal import close_rehearsal
from pilkades.web.county.parts import WaveList


def listed(office: Office) -> list[WaveList]:
    parts = office.client.get("/kabupaten/").context["components"]
    return [part for part in parts if isinstance(part, WaveList)]


def test_rehearsals_are_listed_apart_and_carry_their_band(office: Office) -> None:
    village_with("33.28.01.2001", *LATE)
    village_with("33.28.01.2002", *LATE, rehearsal=True)
    lists = listed(office)
    assert [(part.title.id, [one.note.id for one in part.waves]) for part in lists] == [
        ("Pemilihan", ["1 desa, pemungutan suara 6 Desember 2026"]),
        ("Latihan", ["1 desa, pemungutan suara 6 Desember 2026"]),
    ]
    real, practice = wave(office.county), wave(office.county, rehearsal=True)
    pages = {one: office.client.get(office.board(one)).content.decode() for one in (real, practice)}
    assert ["MODE LATIHAN" in page for page in pages.values()] == [False, True]
    assert ["mode-rehearsal" in page for page in pages.values()] == [False, True]


def test_a_rehearsal_never_stands_on_a_real_board_in_its_counts_or_on_the_public_list(office: Office) -> None:
    real = village_with("33.28.01.2001", *LATE)
    practice = village_with("33.28.01.2001", *LATE, rehearsal=True)
    village_with("33.28.01.2002", *LATE, rehearsal=True)
    board = shown(office.client, office.board(wave(office.county)))
    assert (names(board), board.total, sum(one.count for one in board.filters)) == (["33.28.01.2001"], 1, 1)
    assert board.rows[0].href == f"/desa/{real.pk}/"
    assert [one.pk for one in public_elections()] == [real.pk]
    rehearsed = shown(office.client, office.board(wave(office.county, rehearsal=True)))
    assert rehearsed.total == 2
    assert f"/desa/{practice.pk}/" in {row.href for row in rehearsed.rows}


def test_closing_says_how_much_goes_out_of_sight_and_then_it_is_nowhere(office: Office) -> None:
    village_with("33.28.01.2001", *LATE)
    held = village_with("33.28.01.2001", *LATE, rehearsal=True)
    practice = wave(office.county, rehearsal=True)
    address = office.board(practice, "tutup/")
    page = office.client.get(address)
    assert "MODE LATIHAN" in page.content.decode()
    check = page.context["components"][0]
    assert [row.value for row in check.rows] == [1, 2, 0]
    assert check.submit.id == "Tutup latihan: 2 tindakan"
    assert office.client.post(address).status_code == 303
    for gone in (address, office.board(practice), f"/desa/{held.pk}/"):
        assert office.client.get(gone).status_code == 404
    assert signed_in(chair_of(held)).get(f"/desa/{held.pk}/").status_code == 404
    with pytest.raises(Http404):
        access_election(office.user, held.pk, Need.RECORD, NOW)
    lists = listed(office)
    assert [part.title.id for part in lists] == ["Pemilihan"]
    assert ActRow.objects.filter(election=held).count() == 2


def test_only_a_rehearsal_can_be_closed_and_only_by_the_county(office: Office) -> None:
    held = election()
    assert office.client.get(office.board(held.wave, "tutup/")).status_code == 404
    assert office.client.post(office.board(held.wave, "tutup/")).status_code == 404
    with pytest.raises(PilkadesError, match="wave-not-rehearsal"):
        close_rehearsal(office.user, held.wave_id, at=NOW)
    practice = election("33.28.01.2002", rehearsal=True)
    camat = person()
    granted(camat, Role.CAMAT, practice.village.district)
    assert signed_in(camat).post(office.board(practice.wave, "tutup/")).status_code == 404
    assert not Wave.objects.filter(closed_at__isnull=False).exists()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE core_wave SET closed_at = '2026-08-03 02:00:00+00:00' WHERE NOT rehearsal",
        "UPDATE core_wave SET closed_at = NULL WHERE rehearsal",
    ],
)
def test_the_database_keeps_the_real_open_and_the_closed_closed(office: Office, statement: str) -> None:
    election()
    practice = election("33.28.01.2002", rehearsal=True)
    close_rehearsal(office.user, practice.wave_id, at=NOW)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert set(Wave.objects.values_list("rehearsal", "closed_at")) == {(False, None), (True, NOW)}
