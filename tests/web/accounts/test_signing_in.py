import re

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import get_resolver, reverse
from tests.web.accounts.conftest import WORD, code_of_phone, of_county, shown_secret
from tests.web.committee.conftest import signed_in
from tests.web.scenes import chair_of, election, granted, person, village

from pilkades.web.core.models import Role
from pilkades.web.shared.models import User

pytestmark = pytest.mark.django_db
SIGN_IN = "/akun/login/"
SET_UP = "/akun/2fa/totp/activate/"


def somebody(role: Role | None = None) -> User:
    """A person with a password, and a role where one is given."""
    made = person("Sri Lestari")
    made.set_password(WORD)
    made.save()
    if role:
        granted(made, role, village())
    return made


def through_the_door(user: User) -> Client:
    client = Client()
    answer = client.post(SIGN_IN, {"login": user.username, "password": WORD})
    assert answer.status_code == 302
    return client


def test_who_signs_in_comes_to_the_start_and_out_again_to_the_door() -> None:
    client = Client()
    answer = client.post(SIGN_IN, {"login": somebody(Role.BPD).username, "password": WORD})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert client.get("/").headers["Location"] == "/desa/"
    assert client.post("/akun/logout/").headers["Location"] == SIGN_IN
    assert client.get("/desa/").headers["Location"].startswith(SIGN_IN)


def test_a_wrong_password_is_told_at_the_head_of_the_form() -> None:
    user = somebody()
    answer = Client().post(SIGN_IN, {"login": user.username, "password": "bukan ini"})
    assert answer.status_code == 422
    assert 'id="faults"' in answer.text
    assert "Nama pengguna dan kata sandi ini tidak cocok" in answer.text
    assert f'value="{user.username}"' in answer.text
    assert answer.text.count("<title>Ada kesalahan:") == 1


def test_the_sixth_wrong_password_has_to_wait() -> None:
    user = somebody()
    for _ in range(5):
        Client().post(SIGN_IN, {"login": user.username, "password": "bukan ini"})
    answer = Client().post(SIGN_IN, {"login": user.username, "password": WORD})
    assert (answer.status_code, "Tunggu 5 menit" in answer.text) == (422, True)


@pytest.mark.parametrize(("language", "word"), [("id", "Masuk"), ("en", "Sign in")])
def test_the_door_stands_in_the_site_s_own_dress(client: Client, language: str, word: str) -> None:
    client.cookies["django_language"] = language
    html = client.get(SIGN_IN).text
    assert f"<h1>{word}</h1>" in html
    assert "shared/site.css" in html


def test_the_second_step_asks_for_the_code_of_the_phone() -> None:
    user = somebody(Role.VILLAGE_CHAIR)
    client = through_the_door(user)
    assert client.get("/desa/").headers["Location"] == SET_UP
    # Keys are set only by who types the password again.
    assert client.get(SET_UP).headers["Location"].startswith("/akun/reauthenticate/")
    asked = client.post(f"/akun/reauthenticate/?next={SET_UP}", {"password": WORD})
    assert asked.headers["Location"] == SET_UP
    secret = shown_secret(client.get(SET_UP).text)
    wrong = client.post(SET_UP, {"code": "000000"})
    assert (wrong.status_code, "Kode ini tidak cocok" in wrong.text) == (422, True)
    assert client.post(SET_UP, {"code": code_of_phone(secret)}).status_code == 302
    spare = re.findall(r'<li class="digest">(\w+)</li>', client.get("/akun/2fa/recovery-codes/").text)
    assert len(spare) == 10

    phoneless = Client()
    asked = phoneless.post(SIGN_IN, {"login": user.username, "password": WORD})
    assert asked.headers["Location"] == "/akun/2fa/authenticate/"
    assert phoneless.get("/desa/").headers["Location"].startswith(SIGN_IN)
    assert "Langkah kedua" in phoneless.get("/akun/2fa/authenticate/").text
    assert phoneless.post("/akun/2fa/authenticate/", {"code": spare[0]}).headers["Location"] == "/"
    assert phoneless.get("/desa/").status_code == 200
    again = Client()
    again.post(SIGN_IN, {"login": user.username, "password": WORD})
    assert again.post("/akun/2fa/authenticate/", {"code": spare[0]}).status_code == 422


def test_the_picture_of_the_key_comes_with_the_page_and_holds_the_key() -> None:
    client = through_the_door(somebody(Role.VILLAGE_CHAIR))
    client.post(f"/akun/reauthenticate/?next={SET_UP}", {"password": WORD})
    html = client.get(SET_UP).text
    assert 'src="data:image/svg+xml;base64,' in html
    assert "otpauth://totp/orang-" in html
    assert f"secret={shown_secret(html)}" in html


@pytest.mark.parametrize(("role", "may"), [(Role.VILLAGE_SECRETARY, False), (Role.BPD, True)])
def test_who_needs_the_second_factor_cannot_switch_it_off(role: Role, may: bool) -> None:  # noqa: FBT001 -- a column of the table
    user = somebody(role)
    client = through_the_door(user)
    client.post(f"/akun/reauthenticate/?next={SET_UP}", {"password": WORD})
    client.post(SET_UP, {"code": code_of_phone(shown_secret(client.get(SET_UP).text))})
    page = client.get("/akun/2fa/totp/deactivate/")
    assert ("Matikan kode</button>" in page.text) is may
    client.post("/akun/2fa/totp/deactivate/")
    assert Authenticator.objects.filter(user=user, type="totp").exists() is not may


def test_pages_that_give_power_wait_for_the_second_factor_too() -> None:
    client = through_the_door(somebody(Role.VILLAGE_CHAIR))
    for path in ("/akun/", "/akun/ubah/", "/akun/password/change/"):
        assert client.get(path).headers["Location"] == SET_UP
    assert client.get("/akun/logout/").status_code == 200


def test_of_the_library_only_what_this_site_uses_has_an_address(client: Client) -> None:
    names = {str(name) for name in get_resolver().reverse_dict if str(name).startswith(("account_", "mfa_"))}
    assert {"account_login", "account_logout", "mfa_activate_totp"} <= names
    assert {"account_signup", "account_email", "account_set_password", "socialaccount_login"} & names == set()
    for path in (
        "signup/",
        "email/",
        "confirm-email/",
        "password/set/",
        "login/code/",
        "social/",
        "3rdparty/",
    ):
        assert client.get(f"/akun/{path}").status_code == 404


def test_a_forgotten_password_is_answered_without_mail(client: Client) -> None:
    html = client.get(reverse("account_reset_password")).text
    assert "tidak mengirim surel" in html
    assert "Minta kode baru kepada yang mengundang Anda" in html


def test_the_start_says_to_a_visitor_what_this_is(client: Client) -> None:
    html = client.get("/").text
    assert 'href="/akun/login/"' in html
    assert 'href="/akun/undangan/"' in html
    assert "/publik/" in html
    assert "bukan situs KPU" in html


def test_the_start_tells_somebody_without_a_role_how_to_get_one() -> None:
    answer = signed_in(person()).get("/")
    assert answer.status_code == 200
    assert "Anda belum memegang tugas" in answer.text
    assert 'href="/akun/undangan/"' in answer.text


def test_the_desk_leads_to_the_own_account() -> None:
    held = election()
    html = signed_in(chair_of(held)).get(f"/desa/{held.pk}/").text
    assert '<a href="/akun/">Akun Anda</a>' in html
    assert "Papan kabupaten" not in html
    official = signed_in(of_county(held.village))
    assert '<a href="/kabupaten/">Papan kabupaten</a>' in official.get(f"/desa/{held.pk}/").text
    assert official.get("/").headers["Location"] == "/kabupaten/"


@pytest.mark.parametrize(("language", "words"), [("id", "Terlalu sering dicoba"), ("en", "Tried too often")])
def test_too_many_tries_are_answered_in_the_site_s_own_dress(language: str, words: str) -> None:
    client = through_the_door(somebody())
    client.cookies["django_language"] = language
    answers = [client.post("/akun/reauthenticate/", {"password": "salah"}) for _ in range(11)]
    assert [answer.status_code for answer in answers] == [422] * 10 + [429]
    assert f"<h1>{words}</h1>" in answers[-1].text
