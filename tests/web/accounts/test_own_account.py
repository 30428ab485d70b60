from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.test import Client
from pytest_django import Settings
from tests.web.accounts.conftest import WORD
from tests.web.committee.conftest import signed_in
from tests.web.scenes import NOW, chair_of, election, granted, person, village

from pilkades.web.core import clock
from pilkades.web.core.models import Role
from pilkades.web.shared.models import User

pytestmark = pytest.mark.django_db
OWN, CHANGE, EVERYWHERE = "/akun/", "/akun/password/change/", "/akun/tutup-sesi/"


class Hands:
    """A clock whose hands the test moves."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.at = NOW
        patch.setattr(clock, "now", self.read)

    def read(self) -> datetime:
        """What they show."""
        return self.at

    def on(self, **time: int) -> None:
        """Move them on."""
        self.at += timedelta(**time)


@pytest.fixture
def hands(monkeypatch: pytest.MonkeyPatch) -> Hands:
    """The clock."""
    return Hands(monkeypatch)


def with_password() -> User:
    made = person("Sri Lestari")
    made.set_password(WORD)
    made.save()
    granted(made, Role.BPD, village())
    return made


def at_the_door(user: User) -> Client:
    client = Client()
    client.post("/akun/login/", {"login": user.username, "password": WORD})
    return client


def is_in(client: Client) -> bool:
    return client.get(OWN).status_code == 200


def test_the_own_page_shows_every_role_with_its_last_day() -> None:
    user = with_password()
    page = at_the_door(user).get(OWN).text
    assert "BPD, Desa 33.28.01.2001, Kecamatan 33.28.01, Kabupaten 33.28" in page
    # Two hundred days from the third of August 2026.
    assert "Senin, 3 Agustus 2026 sampai Jumat, 19 Februari 2027" in page


def test_a_person_sets_language_and_mail_and_the_site_speaks_that_language() -> None:
    user = with_password()
    client = at_the_door(user)
    wrong = client.post("/akun/ubah/", {"language": "id", "email": "bukan surel"})
    assert (wrong.status_code, "rini@contoh.id" in wrong.text) == (422, True)
    client.post("/akun/ubah/", {"language": "en", "email": "sri@contoh.id", "full_name": "Orang Lain"})
    user.refresh_from_db()
    assert (user.language, user.email, user.full_name) == ("en", "sri@contoh.id", "Sri Lestari")
    assert "<h1>Your account</h1>" in client.get(OWN).text


def test_a_new_password_ends_the_sessions_elsewhere_and_not_this_one() -> None:
    user = with_password()
    here, there = at_the_door(user), at_the_door(user)
    other = "sapi merah makan rumput"
    refused = here.post(CHANGE, {"old": "salah sama sekali", "password": other, "again": other})
    assert (refused.status_code, is_in(there)) == (422, True)
    assert here.post(CHANGE, {"old": WORD, "password": other, "again": other}).status_code == 302
    assert (is_in(here), is_in(there)) == (True, False)
    user.refresh_from_db()
    assert user.check_password(other)


def test_a_person_closes_the_sessions_elsewhere_with_the_password() -> None:
    user = with_password()
    here, there = at_the_door(user), at_the_door(user)
    assert here.post(EVERYWHERE, {"password": "salah sama sekali"}).status_code == 422
    assert is_in(there)
    assert here.post(EVERYWHERE, {"password": WORD}).status_code == 302
    assert (is_in(here), is_in(there)) == (True, False)
    assert is_in(at_the_door(user))


def test_the_password_is_guessed_five_times_a_minute_at_most() -> None:
    client = at_the_door(with_password())
    for _ in range(5):
        assert "tidak cocok" in client.post(EVERYWHERE, {"password": "salah"}).text
    assert "Tunggu 5 menit" in client.post(EVERYWHERE, {"password": WORD}).text


def test_a_sign_in_ends_when_the_browser_is_closed() -> None:
    cookie = at_the_door(with_password()).cookies[settings.SESSION_COOKIE_NAME]
    # A cookie without an age lives as long as the browser.
    assert (cookie["max-age"], cookie["expires"]) == ("", "")
    assert cookie["httponly"]


def test_a_sign_in_left_alone_ends_after_an_hour(hands: Hands) -> None:
    client = at_the_door(with_password())
    for _ in range(3):
        hands.on(minutes=59)
        assert is_in(client)
    hands.on(minutes=60)
    assert client.get(OWN).headers["Location"].startswith("/akun/login/")


def test_a_sign_in_ends_after_eight_hours_however_busy(hands: Hands, settings: Settings) -> None:
    assert settings.CONFIG.session_hours == 8
    client = at_the_door(with_password())
    for _ in range(15):
        hands.on(minutes=30)
        assert is_in(client)
    assert hands.at == NOW + timedelta(minutes=450)
    hands.on(minutes=30)
    assert not is_in(client)


def test_a_role_whose_time_is_over_opens_nothing_though_the_session_lives(hands: Hands) -> None:
    held = election()
    short = person()
    granted(short, Role.BPD, held.village, days=1)
    client = signed_in(short)
    hands.on(minutes=5)
    assert client.get(f"/desa/{held.pk}/").status_code == 200
    hands.at = NOW + timedelta(days=1)
    client = signed_in(short)
    assert client.get(f"/desa/{held.pk}/").status_code == 404
    assert "sudah berakhir" in client.get(OWN).text


def test_only_rooms_that_are_open_to_a_person_are_listed() -> None:
    chair, council = chair_of(election()), with_password()
    rooms = ("/akun/orang/", "/akun/penglihatan/", "/akun/operator/")

    def listed(user: User) -> list[str]:
        page = signed_in(user).get(OWN).text
        return [room for room in rooms if f'href="{room}"' in page]

    assert listed(chair) == ["/akun/penglihatan/"]
    assert listed(council) == ["/akun/orang/"]
    assert listed(person()) == []
