"""The registrar's form: house by house, faults at once, warnings that never keep anybody out."""

import re
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.committee.conftest import Desk, on_another_day, signed_in
from tests.web.public.content import plain
from tests.web.public.voter_scenes import AREA, on_register
from tests.web.scenes import election, granted, person
from typing_extensions import override

from pilkades.web.core.models import Role, VoterRow
from pilkades.web.core.queries.voters import person_now, standing_rows

pytestmark = pytest.mark.django_db

SITI = {
    "rt": "2",
    "rw": "1",
    "dusun": "Krajan",
    "kk": f"{AREA} 0101 000007",
    "alamat": "Rumah biru",
    "nama": "SITI CONTOH",
    "nik": f"{AREA} 520380 0001",
    "jk": "P",
    "lahir_0": "12",
    "lahir_1": "3",
    "lahir_2": "1980",
    "kawin": "S",
    "bukti": ["ktp", "kk"],
    "lalu": "orang",
}
BUDI = {
    **{name: SITI[name] for name in ("kawin", "lalu")},
    "nama": "BUDI CONTOH",
    "jk": "L",
    "lahir_2": "1978",
}


class Door(Desk):
    """A registrar on the way, with the village; the "chair" is the registrar."""

    @override
    def at(self, rest: str = "") -> str:
        return f"/desa/{self.held.pk}/pendataan/{rest}"


@pytest.fixture
def door() -> Door:
    held = election()
    user = person("Petugas Rekaan")
    granted(user, Role.REGISTRAR, held.village)
    return Door(held, user, signed_in(user))


def _rows(door: Door) -> list[VoterRow]:
    return list(standing_rows(door.held).order_by("pk"))


def _words(door: Door, rest: str = "") -> str:
    answer = door.client.get(door.at(rest))
    assert answer.status_code == 200
    return plain(answer.content.decode())


def test_a_registrar_comes_straight_to_the_own_form_and_sees_no_other_room(door: Door) -> None:
    where = door.client.get("/desa/").headers["Location"]
    assert where == door.at()
    body = door.client.get(where).content.decode()
    navigation = re.findall(r'<a href="(/desa/[^"]*)"', body.partition("<main")[0])
    assert navigation == [door.at()]
    assert door.client.get(f"/desa/{door.held.pk}/").status_code == 404


def test_a_person_is_entered_and_the_next_of_the_family_follows(door: Door) -> None:
    answer = door.client.post(door.at("orang/"), SITI)
    assert answer.status_code == 303
    (row,) = _rows(door)
    found = person_now(door.held, row.person)
    assert found is not None
    voter = found.voter
    assert (voter.name, voter.rt, voter.rw, voter.dusun) == ("SITI CONTOH", "002", "001", "Krajan")
    assert voter.nik is not None
    assert voter.nik.digits == f"{AREA}5203800001"
    assert str(voter.birth) == "1980-03-12"
    assert sorted(voter.proofs or ()) == ["kk", "ktp"]
    assert (
        answer.headers["Location"] == f"{door.at(f'orang/{row.person}/berikutnya/')}?tersimpan={row.person}"
    )
    body = plain(door.client.get(answer.headers["Location"]).content.decode())
    assert "SITI CONTOH tersimpan." in body
    assert "RT 002 / RW 001, Dusun Krajan" in body
    assert "KK …0007. Sudah dicatat: 1 orang." in body
    assert "Nomor KK" not in body


def test_the_next_person_lives_in_the_same_house_under_the_same_card(door: Door) -> None:
    door.client.post(door.at("orang/"), SITI)
    first = _rows(door)[0]
    answer = door.client.post(door.at(f"orang/{first.person}/berikutnya/"), {**BUDI, "lalu": "selesai"})
    assert answer.headers["Location"].startswith(f"{door.at()}?tersimpan=")
    second = _rows(door)[1]
    assert (second.kk_mark, second.rt, second.address) == (first.kk_mark, "002", "Rumah biru")
    assert second.birth == "1978"
    assert "KK …0007. Sudah dicatat: 2 orang. SITI CONTOH BUDI CONTOH" in _words(
        door, f"orang/{second.person}/berikutnya/"
    )


def test_every_fault_is_said_at_its_own_box_and_what_was_typed_stays(door: Door) -> None:
    wrong = {**SITI, "nama": "", "nik": "9901025203", "lahir_0": "31", "lahir_1": "2", "jk": "", "kawin": ""}
    answer = door.client.post(door.at("orang/"), wrong)
    body = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Ada kesalahan:" in body
    for words in (
        "Isi nama. Lihat KTP atau KK.",
        "Ada 10 angka. NIK harus 16 angka. Lihat KTP atau KK.",
        "Pilih laki-laki atau perempuan.",
        "Tanggal “31-2-1980” tidak ada di kalender. Lihat KTP atau KK.",
        "Pilih salah satu.",
    ):
        assert body.count(words) == 2, words
    assert 'value="Rumah biru"' in body
    assert 'value="9901025203"' in body
    assert _rows(door) == []


def test_a_nik_of_another_birth_date_is_pointed_out_once_and_kept_when_sent_again(door: Door) -> None:
    """Digits 7 to 12 of a NIK are day (women plus 40), month and year of birth (Dukcapil)."""
    other = {**SITI, "lahir_2": "1981"}
    answer = door.client.post(door.at("orang/"), other)
    body = answer.content.decode()
    assert answer.status_code == 200
    assert "Tanggal lahir di baris ini berbeda dari tanggal di NIK." in body
    assert "Simpan apa adanya" in body
    assert _rows(door) == []
    looked = re.search(r'name="sudah_dicocokkan" value="([^"]*)"', body)
    assert looked is not None
    again = door.client.post(door.at("orang/"), {**other, "sudah_dicocokkan": looked[1]})
    assert again.status_code == 303
    assert _rows(door)[0].birth == "1981-03-12"


def test_another_remark_than_the_one_that_was_seen_is_shown_again(door: Door) -> None:
    answer = door.client.post(door.at("orang/"), {**SITI, "jk": "L", "sudah_dicocokkan": "nik-birth"})
    assert answer.status_code == 200
    assert "menurut NIK perempuan" in answer.content.decode()
    assert _rows(door) == []


def test_who_is_not_seventeen_on_the_polling_day_is_pointed_out_with_the_article(door: Door) -> None:
    """UU 6/2014 Pasal 35: 17, or ever married; the poll is on 6 December 2026."""
    young = {**SITI, "nik": "", "lahir_0": "7", "lahir_1": "12", "lahir_2": "2009", "kawin": "B"}
    body = plain(door.client.post(door.at("orang/"), young).content.decode())
    assert "Belum 17 tahun pada 6 Desember 2026 dan belum menikah." in body
    assert "UU 6/2014 Pasal 35" in body
    assert "Panitia yang menyusun daftar." in body
    assert _rows(door) == []
    assert door.client.post(door.at("orang/"), {**young, "sudah_dicocokkan": "law-age"}).status_code == 303


@pytest.mark.parametrize("changed", [{"lahir_0": "6"}, {"kawin": "S"}, {"kawin": "P"}])
def test_who_turns_seventeen_on_that_day_or_is_or_was_married_is_not(
    door: Door, changed: dict[str, str]
) -> None:
    young = {**SITI, "nik": "", "lahir_0": "7", "lahir_1": "12", "lahir_2": "2009", "kawin": "B"}
    assert door.client.post(door.at("orang/"), {**young, **changed}).status_code == 303


def test_a_nik_of_another_county_is_usual_and_not_pointed_out(door: Door) -> None:
    assert door.client.post(door.at("orang/"), SITI).status_code == 303


def test_a_person_who_is_on_the_register_already_is_told_by_name_and_rt(door: Door) -> None:
    held = on_register(door.held, 7, name="WARGA LAMA")
    number = person_now(door.held, held.person)
    assert number is not None
    assert number.voter.nik is not None
    digits = number.voter.nik.digits
    answer = door.client.post(door.at("orang/"), {**SITI, "nik": digits})
    assert answer.status_code == 422
    assert "NIK ini sudah ada di daftar: WARGA LAMA, RT 002 / RW 001, Dusun Krajan." in plain(
        answer.content.decode()
    )
    assert len(_rows(door)) == 1


def test_of_another_registrars_rt_nobody_is_named_by_a_nik_or_a_card(door: Door) -> None:
    other = person("Petugas RT Satu")
    grant = granted(other, Role.REGISTRAR, door.held.village)
    type(grant).objects.filter(pk=grant.pk).update(areas="001")
    away = Door(door.held, other, signed_in(other))
    held = on_register(door.held, 7, name="WARGA LAMA")
    number = person_now(door.held, held.person)
    assert number is not None
    assert number.voter.nik is not None
    assert number.voter.kk is not None
    mine = {**SITI, "rt": "001"}
    answer = away.client.post(away.at("orang/"), {**mine, "nik": number.voter.nik.digits})
    assert answer.status_code == 422
    body = plain(answer.content.decode())
    assert "NIK ini sudah ada di daftar, di RT lain." in body
    assert "WARGA LAMA" not in body
    kept = away.client.post(away.at("orang/"), {**mine, "kk": number.voter.kk.digits})
    assert kept.status_code == 303
    body = plain(away.client.get(kept.headers["Location"]).content.decode())
    assert "Sudah dicatat: 1 orang." in body
    assert "WARGA LAMA" not in body


def test_somebody_without_a_nik_is_entered(door: Door) -> None:
    assert door.client.post(door.at("orang/"), {**SITI, "nik": ""}).status_code == 303
    assert _rows(door)[0].nik_mark == ""


def test_the_day_shows_what_this_registrar_entered_and_nobody_elses(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_register(door.held, 3, name="DICATAT ORANG LAIN")
    door.client.post(door.at("orang/"), SITI)
    body = _words(door)
    assert (
        "Yang Anda catat hari ini (1) SITI CONTOH RT 002 / RW 001, Dusun Krajan, 09.00 WIB NIK …0001" in body
    )
    assert "DICATAT ORANG LAIN" not in body
    on_another_day(door, monkeypatch, datetime(2026, 8, 3, 16, 59, tzinfo=UTC))
    assert "(1)" in _words(door)
    on_another_day(door, monkeypatch, datetime(2026, 8, 3, 17, 1, tzinfo=UTC))
    assert "Belum ada yang Anda catat hari ini." in _words(door)


def test_an_own_entry_is_corrected_with_a_reason_and_its_numbers_stay(door: Door) -> None:
    door.client.post(door.at("orang/"), SITI)
    before = _rows(door)[0]
    where = door.at(f"orang/{before.person}/")
    body = door.client.get(where).content.decode()
    assert "Tersimpan …0001." in body
    changed = {**SITI, "nama": "SITI CONTOH BARU", "nik": "", "kk": "", "revisi": "1"}
    missing = door.client.post(where, changed)
    assert missing.status_code == 422
    assert "Tulis alasannya." in missing.content.decode()
    assert door.client.post(where, {**changed, "alasan": "Salah ketik"}).status_code == 303
    (after,) = _rows(door)
    assert (after.name, after.revision, after.reason) == ("SITI CONTOH BARU", 2, "Salah ketik")
    assert (after.nik_mark, after.kk_mark) == (before.nik_mark, before.kk_mark)
    assert "diperbaiki 09.00 WIB" in _words(door)


def test_what_somebody_else_entered_is_not_there_for_a_registrar(door: Door) -> None:
    other = on_register(door.held, 3)
    for rest in (f"orang/{other.person}/", f"orang/{other.person}/berikutnya/"):
        assert door.client.get(door.at(rest)).status_code == 404
        assert door.client.post(door.at(rest), SITI).status_code == 404


def test_a_registrar_of_two_rt_begins_there_and_enters_nobody_elsewhere() -> None:
    held = election()
    user = person("Petugas RT")
    grant = granted(user, Role.REGISTRAR, held.village)
    grant.areas = "002,004"
    grant.save()
    near = Door(held, user, signed_in(user))
    on_register(held, 1, rt="002")
    on_register(held, 2, rt="003")
    body = _words(near)
    assert "RT 002 / RW 001, Dusun Krajan 1 orang tercatat RT 004" in body
    assert "RT 003" not in body
    answer = near.client.post(near.at("orang/"), {**SITI, "rt": "3"})
    assert answer.status_code == 422
    assert "Minta panitia mencatat RT lain." in plain(answer.content.decode())


def test_no_number_of_a_person_stands_on_any_page_or_in_any_address(door: Door) -> None:
    answer = door.client.post(door.at("orang/"), SITI)
    row = _rows(door)[0]
    pages = ("", "orang/", f"orang/{row.person}/", f"orang/{row.person}/berikutnya/?tersimpan={row.person}")
    seen = [door.client.get(door.at(rest)).content.decode() for rest in pages]
    seen.append(answer.headers["Location"])
    for words in seen:
        bare = re.sub(r"<svg.*?</svg>|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "", words)
        assert AREA not in bare
        assert not re.search(r"\d{12,}", bare)


def test_the_day_asks_as_often_for_one_entry_as_for_thirty(door: Door) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            _words(door)
        return len(found)

    on_register(door.held, 1, by=door.chair)
    once = asked()
    for number in range(2, 31):
        on_register(door.held, number, by=door.chair, rt=f"{number:03d}")
    assert asked() == once
    assert "(30)" in _words(door)


def test_the_committee_uses_the_same_form(desk: Desk) -> None:
    assert "Pendataan pemilih" in desk.client.get(desk.at("pendataan/")).content.decode()
    assert desk.client.post(desk.at("pendataan/orang/"), SITI).status_code == 303
    assert f'href="{desk.at("pendataan/")}"' in desk.client.get(desk.at()).content.decode()
