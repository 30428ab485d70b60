from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone
from tests.web.scenes import granted, person, village

from pilkades.web.core.models import Role
from pilkades.web.shared.models import User

pytestmark = pytest.mark.django_db
NOW = timezone.now()
SIGN_IN = "/akun/login/"


def test_every_answer_forbids_what_is_not_of_this_site(client: Client) -> None:
    answer = client.get(SIGN_IN)
    assert answer.status_code == 200
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize(
    ("header", "cookie", "language"),
    [("en-US,en", "", "id"), ("en-US,en", "en", "en"), ("", "xx", "id"), ("id", "en", "en")],
)
def test_the_site_speaks_indonesian_until_the_reader_chooses(
    client: Client, header: str, cookie: str, language: str
) -> None:
    if cookie:
        client.cookies["django_language"] = cookie
    assert client.get(SIGN_IN, headers={"accept-language": header}).headers["Content-Language"] == language


def test_nobody_makes_an_account_unasked(client: Client) -> None:
    client.post("/akun/signup/", {"username": "tamu", "password1": "p" * 14, "password2": "p" * 14})
    assert not User.objects.exists()


@pytest.mark.parametrize("role", [Role.VILLAGE_CHAIR, Role.BPD])
def test_the_committee_sets_up_its_second_factor_before_any_other_page(client: Client, role: Role) -> None:
    user = person()
    granted(user, role, village(), starts=NOW - timedelta(days=1))
    client.force_login(user)
    asked = client.get("/halaman-lain/")
    expected = (302, "/akun/2fa/totp/activate/") if role is Role.VILLAGE_CHAIR else (404, None)
    assert (asked.status_code, asked.headers.get("Location")) == expected
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": "x"})
    assert client.get("/halaman-lain/").status_code == 404


def test_a_page_for_somebody_signed_in_is_kept_in_no_shared_cache(client: Client) -> None:
    client.force_login(person())
    assert "no-store" in client.get("/halaman-lain/").headers["Cache-Control"]
