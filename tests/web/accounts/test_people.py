import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.accounts.conftest import WORD, of_county
from tests.web.committee.conftest import signed_in
from tests.web.scenes import NOW, granted, person, village

from pilkades.web.core.models import Grant, Invitation, Role
from pilkades.web.core.services.end_grant import end_grant
from pilkades.web.core.services.redeem_invitation import redeem_invitation
from pilkades.web.shared.models import User

pytestmark = pytest.mark.django_db
PEOPLE, INVITE = "/akun/orang/", "/akun/orang/undang/"


def council() -> tuple[User, Client]:
    made = person("Ketua BPD")
    granted(made, Role.BPD, village())
    return made, signed_in(made)


def asked(**typed: str) -> dict[str, str]:
    return {
        "invited": "Joko Susilo",
        "role": "village_member",
        "place": f"desa-{village().pk}",
        **{f"starts_{at}": value for at, value in enumerate(("3", "8", "2026"))},
        **{f"until_{at}": value for at, value in enumerate(("31", "1", "2027"))},
        **typed,
    }


def code_on(html: str) -> str:
    found = re.search(r'<p class="code-large">([A-Z0-9-]+)</p>', html)
    assert found
    return found[1]


def test_the_paper_shows_its_code_once_and_everything_that_its_reader_needs() -> None:
    _, client = council()
    paper = client.post(INVITE, asked())
    code = code_on(paper.text)
    assert re.fullmatch(r"[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}", code)
    for words in (
        "Joko Susilo",
        "Anggota panitia",
        "Desa 33.28.01.2001",
        "http://testserver/akun/undangan/",
        "Jangan berikan kode ini kepada orang lain",
        "Senin, 3 Agustus 2026 sampai Minggu, 31 Januari 2027",
        # Fourteen days from the third of August, 09.00 WIB.
        "Senin, 17 Agustus 2026, 09.00 WIB",
    ):
        assert words in paper.text
    assert "no-store" in paper.headers["Cache-Control"]
    assert code not in client.get(PEOPLE).text
    assert "Joko Susilo" in client.get(PEOPLE).text


def test_the_last_day_counts_whole_on_the_clock_of_the_county() -> None:
    _, client = council()
    client.post(INVITE, asked())
    held = Invitation.objects.get()
    # WIB is seven hours before UTC: the 31st ends at 17.00 UTC.
    assert held.starts == datetime(2026, 8, 2, 17, tzinfo=UTC)
    assert held.until == datetime(2027, 1, 31, 17, tzinfo=UTC)


def test_a_bpd_gives_roles_of_the_committee_in_its_own_village_alone() -> None:
    other = village("33.28.01.2002")
    _, client = council()
    page = client.get(INVITE).text
    assert "Anggota panitia" in page
    assert "Camat" not in page
    assert other.name not in page
    for wrong in (asked(role="camat"), asked(place=f"desa-{other.pk}")):
        assert client.post(INVITE, wrong).status_code == 422
    assert not Invitation.objects.exists()


def test_a_registrar_is_invited_for_some_rt_and_keeps_to_them() -> None:
    _, client = council()
    paper = client.post(INVITE, asked(role="registrar", areas="2; RT 04,2"))
    assert "Petugas pendaftaran pemilih" in paper.text
    assert "002, 004" in paper.text
    joined = redeem_invitation(person("Petugas Rekaan"), code_on(paper.text), at=NOW)
    assert (joined.role, joined.areas) == (Role.REGISTRAR, "002,004")
    everywhere = client.post(INVITE, asked(role="registrar"))
    assert redeem_invitation(person(), code_on(everywhere.text), at=NOW).areas == ""


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"role": "registrar", "areas": "001, sekitar sungai"}, "Tulis nomor RT, dipisah koma: 001, 002."),
        ({"areas": "001"}, "Kosongkan RT: hanya petugas pendaftaran pemilih bekerja per RT."),
    ],
)
def test_rt_are_numbers_and_only_for_registrars(typed: dict[str, str], words: str) -> None:
    _, client = council()
    answer = client.post(INVITE, asked(**typed))
    assert answer.status_code == 422
    assert answer.text.count(words) == 2
    assert not Invitation.objects.exists()


def test_a_county_gives_every_role_at_every_place_below_it_and_a_role_fits_its_place() -> None:
    where, foreign = village(), village("33.29.01.2001", "")
    client = signed_in(of_county(where))
    page = client.get(INVITE).text
    assert where.name in page
    assert where.district.name in page
    assert foreign.name not in page
    wrong = client.post(INVITE, asked(role="camat"))
    assert (wrong.status_code, "Peran Camat tidak cocok dengan Desa" in wrong.text) == (422, True)
    right = client.post(INVITE, asked(role="camat", place=f"kecamatan-{where.district.pk}"))
    assert (right.status_code, Invitation.objects.get().district) == (200, where.district)


def test_all_faults_of_the_form_are_told_at_once_and_what_was_typed_stays() -> None:
    _, client = council()
    answer = client.post(INVITE, asked(role="", until_2="2020"))
    assert answer.status_code == 422
    assert "Pilih tugasnya." in answer.text
    assert "Hari terakhir mendahului hari mulai." in answer.text
    assert 'value="Joko Susilo"' in answer.text


def test_an_invitation_is_taken_back_and_its_code_is_void() -> None:
    _, client = council()
    code = code_on(client.post(INVITE, asked()).text)
    number = Invitation.objects.get().pk
    assert client.post(f"{PEOPLE}undangan/{number}/tarik/").headers["Location"] == f"{PEOPLE}?sudah=tarik"
    assert Client().post("/akun/undangan/", {"code": code}).status_code == 422
    assert client.get(f"{PEOPLE}undangan/{number}/tarik/").status_code == 404


def test_the_list_says_who_gave_a_role_what_was_declared_and_why_it_ended() -> None:
    user, client = council()
    member = person("Wati")
    held = granted(member, Role.VILLAGE_MEMBER, village())
    Grant.objects.filter(pk=held.pk).update(kinship="none", granted_by=user)
    page = client.get(PEOPLE).text
    for words in ("Wati", "Anggota panitia", "Menyatakan tidak berkerabat", "Ketua BPD", "Akhiri tugas"):
        assert words in page
    empty = client.post(f"{PEOPLE}tugas/{held.pk}/akhiri/", {"reason": ""})
    assert (empty.status_code, "Tulis alasannya." in empty.text) == (422, True)
    client.post(f"{PEOPLE}tugas/{held.pk}/akhiri/", {"reason": "Mencalonkan diri"})
    held.refresh_from_db()
    assert (held.ended_by, held.ended_because) == (user, "Mencalonkan diri")
    assert (
        "Diakhiri Ketua BPD pada Senin, 3 Agustus 2026, 09.00 WIB. Alasan: Mencalonkan diri"
        in client.get(PEOPLE).text
    )


def test_a_role_that_is_over_or_another_s_to_give_cannot_be_ended_here() -> None:
    user, client = council()
    over = granted(person("Lama"), Role.VILLAGE_MEMBER, village(), starts=NOW - timedelta(days=40), days=30)
    other_council = granted(person("BPD lain"), Role.BPD, village())
    elsewhere = granted(person("Jauh"), Role.VILLAGE_MEMBER, village("33.28.01.2002"))
    page = client.get(PEOPLE).text
    assert "Masa tugas sudah lewat" in page
    assert page.count("Akhiri tugas") == 0
    assert "Jauh" not in page
    assert client.post(f"{PEOPLE}tugas/{over.pk}/akhiri/", {"reason": "x"}).status_code == 422
    for held in (other_council, elsewhere):
        assert client.post(f"{PEOPLE}tugas/{held.pk}/akhiri/", {"reason": "x"}).status_code == 404
    assert not Grant.objects.filter(ended_at__isnull=False).exists()
    del user


def test_somebody_lays_down_the_own_role() -> None:
    member = person()
    held = granted(member, Role.VILLAGE_MEMBER, village())
    client = signed_in(member)
    assert (
        client.post(f"{PEOPLE}tugas/{held.pk}/akhiri/", {"reason": "Sakit"})
        .headers["Location"]
        .startswith("/akun/")
    )
    assert client.get("/").status_code == 200
    assert "diakhiri Senin, 3 Agustus 2026" in client.get("/akun/").text


def test_a_password_code_leads_its_person_back_in_and_ends_every_session() -> None:
    user, client = council()
    chair = person("Budi Santoso")
    granted(chair, Role.VILLAGE_CHAIR, village())
    lost = signed_in(chair)
    assert lost.get("/akun/").status_code == 200
    paper = client.post(f"{PEOPLE}{chair.pk}/sandi/", {"reason": "HP hilang"})
    newcomer = Client()
    entered = newcomer.post("/akun/undangan/", {"code": code_on(paper.text)})
    assert entered.headers["Location"] == "/akun/sandi-baru/"
    assert chair.username in newcomer.get("/akun/sandi-baru/").text
    unlike = newcomer.post("/akun/sandi-baru/", {"password": WORD, "again": "lain"})
    assert (unlike.status_code, WORD in unlike.text) == (422, False)
    assert newcomer.post("/akun/sandi-baru/", {"password": WORD, "again": WORD}).status_code == 200
    assert newcomer.get("/akun/sandi-baru/").headers["Location"] == "/akun/undangan/"
    assert lost.get("/akun/").headers["Location"].startswith("/akun/login/")
    chair.refresh_from_db()
    assert chair.check_password(WORD)
    # Whoever's account it is sees afterwards who gave the code, and why.
    assert (
        "Ketua BPD membuat kode kata sandi baru untuk Anda. Alasan: HP hilang"
        in signed_in(chair).get("/akun/").text
    )
    assert client.get(f"{PEOPLE}{user.pk}/sandi/").status_code == 404


def test_the_list_is_searched_and_asks_as_often_for_one_as_for_sixty() -> None:
    _, client = council()
    counts = []
    for number in range(60):
        granted(person(f"Anggota {number:02}"), Role.VILLAGE_MEMBER, village())
        if number in {0, 59}:
            with CaptureQueriesContext(connection) as queries:
                page = client.get(PEOPLE)
            counts.append(len(queries))
    assert counts[0] == counts[1]
    assert "1 dari 2" in page.text
    found = client.get(f"{PEOPLE}?cari=Anggota 07").text
    assert "Anggota 07" in found
    assert "Anggota 08" not in found


def test_an_ended_role_ends_what_its_holder_can_reach_at_once() -> None:
    user, client = council()
    assert client.get(PEOPLE).status_code == 200
    end_grant(user, user.grants.get().pk, "Selesai", at=NOW)
    assert client.get(PEOPLE).status_code == 404
