from datetime import date, timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.test import Client
from tests.web.accounts.conftest import WORD, code_of_phone, of_county, printed, shown_secret
from tests.web.committee.conftest import signed_in
from tests.web.scenes import NOW, granted, person, village

from pilkades.web.core import clock
from pilkades.web.core.models import Grant, Invitation, Role, Wave
from pilkades.web.core.services.open_election import opened
from pilkades.web.core.services.withdraw_invitation import withdraw_invitation
from pilkades.web.shared.models import User

pytestmark = pytest.mark.django_db
ENTER, ACCEPT = "/akun/undangan/", "/akun/undangan/terima/"
JOIN = {
    "full_name": "Budi Santoso",
    "username": "budi.santoso",
    "password": WORD,
    "again": WORD,
    "kinship": "none",
}


def entered(client: Client, code: str) -> str:
    answer = client.post(ENTER, {"code": code})
    return answer.headers.get("Location", str(answer.status_code))


@pytest.mark.parametrize("change", [str, str.lower, lambda code: f" {code.replace('-', ' ')} "])
def test_a_code_is_read_whatever_its_capitals_blanks_and_hyphens(client: Client, change: object) -> None:
    assert callable(change)
    assert entered(client, change(printed().code)) == ACCEPT


def test_what_a_code_stands_for_is_shown_before_anything_is_made(client: Client) -> None:
    entered(client, printed().code)
    html = client.get(ACCEPT).text
    for words in ("Ketua panitia", "Desa 33.28.01.2001", "Kabupaten 33.28", "Budi Santoso", "Rina Wati"):
        assert words in html
    # From 3 August 2026 at nine in the morning WIB, for a hundred days.
    assert "Senin, 3 Agustus 2026 sampai Rabu, 11 November 2026" in html
    assert (Grant.objects.filter(role="village_chair").count(), User.objects.count()) == (0, 1)


def test_somebody_without_an_account_makes_one_and_is_sent_to_the_second_factor(client: Client) -> None:
    entered(client, printed().code)
    answer = client.post(ACCEPT, JOIN)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/akun/2fa/totp/activate/")
    grant = Grant.objects.get(role="village_chair")
    assert (grant.user.username, grant.user.full_name, grant.kinship) == (
        "budi.santoso",
        "Budi Santoso",
        "none",
    )
    assert grant.user.check_password(WORD)
    page = client.get("/akun/2fa/totp/activate/")
    answer = client.post("/akun/2fa/totp/activate/", {"code": code_of_phone(shown_secret(page.text))})
    assert answer.headers["Location"] == "/akun/2fa/recovery-codes/"
    assert Authenticator.objects.filter(user=grant.user, type="totp").exists()
    assert client.get("/").headers["Location"] == "/desa/"


def test_somebody_with_an_account_signs_in_and_finds_the_code_still_there(client: Client) -> None:
    known = person("Sri")
    known.set_password(WORD)
    known.save()
    entered(client, printed(Role.BPD).code)
    assert f"/akun/login/?next={ACCEPT}" in client.get(ACCEPT).text
    answer = client.post(f"/akun/login/?next={ACCEPT}", {"login": known.username, "password": WORD})
    assert answer.headers["Location"] == ACCEPT
    assert client.post(ACCEPT).headers["Location"] == "/"
    assert [grant.role for grant in known.grants.all()] == ["bpd"]


def test_unknown_used_withdrawn_and_expired_codes_are_answered_alike(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    used, withdrawn, expired = printed(), printed(), printed()
    entered(client, used.code)
    client.post(ACCEPT, JOIN)
    withdraw_invitation(of_county(village()), withdrawn.invitation.pk, at=NOW)
    said = set()
    for code in ("AAAA-BBBB-CCCC", used.code, withdrawn.code):
        answer = Client().post(ENTER, {"code": code})
        said.add((answer.status_code, answer.text.replace(code, "").split("csrf")[0]))
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=14))
    answer = Client().post(ENTER, {"code": expired.code})
    said.add((answer.status_code, answer.text.replace(expired.code, "").split("csrf")[0]))
    assert len(said) == 1
    assert said.pop()[0] == 422


def test_all_faults_are_told_at_once_and_nothing_is_made(client: Client) -> None:
    entered(client, printed().code)
    before = User.objects.count()
    answer = client.post(
        ACCEPT, {"full_name": "Budi", "username": "budi", "password": "pendek", "again": "lain"}
    )
    assert answer.status_code == 422
    for words in ("sedikitnya 12 huruf", "belum sama", "Pilih salah satu jawaban tentang kekerabatan"):
        assert words in answer.text
    assert 'value="budi"' in answer.text
    assert "pendek" not in answer.text
    assert User.objects.count() == before


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"username": "Budi Santoso"}, "tanpa spasi"),
        ({"username": "rina"}, "sudah dipakai orang lain"),
        ({"password": "123456789012345", "again": "123456789012345"}, "bukan angka saja"),
        ({"password": "passwordpassword", "again": "passwordpassword"}, ""),
        ({"password": "budi.santoso1", "again": "budi.santoso1"}, "mirip nama Anda"),
    ],
)
def test_a_name_or_password_that_does_not_do_is_told_why(
    client: Client, typed: dict[str, str], words: str
) -> None:
    User.objects.create_user("rina", "Rina")
    entered(client, printed().code)
    answer = client.post(ACCEPT, {**JOIN, **typed})
    if words:
        assert (answer.status_code, words in answer.text) == (422, True)
        assert not Grant.objects.filter(role="village_chair").exists()


def test_who_declares_kinship_gets_no_role_and_is_told_what_to_do(client: Client) -> None:
    entered(client, printed().code)
    before = User.objects.count()
    answer = client.post(ACCEPT, {**JOIN, "kinship": "kin"})
    assert answer.status_code == 422
    assert "berkerabat dengan calon tidak diberi peran" in answer.text
    assert "Beri tahu BPD" in answer.text
    assert User.objects.count() == before
    assert client.post(ACCEPT, JOIN).status_code == 302


def test_the_question_on_kinship_quotes_its_article_where_one_is_read(client: Client) -> None:
    seed = village("61.07.01.2001", "aturan-003")
    held = Wave.objects.create(county=seed.district.county, name="Lama", polling_day=date(2019, 10, 20))
    opened(held, seed, None, NOW)
    entered(client, printed(place=seed).code)
    html = client.get(ACCEPT).text
    # The rules of research seed 003, on the committee's formation, letter h.
    assert "memiliki hubungan darah dengan calon maka BPD memberhentikan yang bersangkutan" in html
    other = Client()
    entered(other, printed().code)
    tegal = other.get(ACCEPT).text
    assert "hubungan darah dengan calon maka" not in tegal
    assert "belum memuat pasal" in tegal


def test_a_role_outside_the_committee_asks_for_no_kinship(client: Client) -> None:
    entered(client, printed(Role.BPD).code)
    assert "kinship" not in client.get(ACCEPT).text
    assert client.post(ACCEPT, JOIN).headers["Location"] == "/"


def test_somebody_with_a_role_in_another_village_is_told_which(client: Client) -> None:
    member = person()
    granted(member, Role.BPD, village("33.28.01.2002"))
    client = signed_in(member)
    entered(client, printed().code)
    answer = client.post(ACCEPT, {"kinship": "none"})
    assert answer.status_code == 422
    assert "Desa 33.28.01.2002" in answer.text
    assert not Invitation.objects.filter(redeemed_at__isnull=False).exists()


def test_wrong_codes_are_tried_twenty_times_and_then_no_good_one_helps(client: Client) -> None:
    good = printed().code
    for number in range(20):
        assert entered(client, f"AAAA-BBBB-{number:04}") == "422"
    answer = client.post(ENTER, {"code": good})
    assert (answer.status_code, "Tunggu 10 menit" in answer.text) == (422, True)


def test_good_codes_are_not_counted_so_that_a_full_hall_comes_in_by_one_address() -> None:
    code = printed().code
    assert {entered(Client(), code) for _ in range(25)} == {ACCEPT}


def test_the_code_lies_in_no_session(client: Client) -> None:
    code = printed().code
    entered(client, code)
    kept = [session.get_decoded() for session in Session.objects.all()]
    assert kept
    assert code not in str(kept)
    assert code.replace("-", "") not in str(kept)


def test_without_a_code_nothing_can_be_accepted(client: Client) -> None:
    assert client.get(ACCEPT).headers["Location"] == ENTER
    assert client.post(ACCEPT, JOIN).headers["Location"] == ENTER
    assert not User.objects.exists()
