import pytest
from django.test import Client
from tests.web.committee.conftest import Desk

pytestmark = pytest.mark.django_db
WORD = "dua belas huruf lebih"
SIGN_IN = "/akun/login/"


@pytest.fixture
def chair(desk: Desk) -> Desk:
    """The chair with a password."""
    desk.chair.set_password(WORD)
    desk.chair.save()
    return desk


def test_who_signs_in_comes_to_the_elections_and_out_again_to_the_door(chair: Desk) -> None:
    client = Client()
    answer = client.post(SIGN_IN, {"login": chair.chair.username, "password": WORD})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/desa/")
    assert client.post("/akun/logout/").headers["Location"] == SIGN_IN
    assert client.get(chair.at()).headers["Location"].startswith(SIGN_IN)


def test_a_wrong_password_is_told_at_the_head_of_the_form(chair: Desk) -> None:
    answer = Client().post(SIGN_IN, {"login": chair.chair.username, "password": "bukan ini"})
    assert 'id="faults"' in answer.text
    assert f'value="{chair.chair.username}"' in answer.text


@pytest.mark.parametrize(("language", "word"), [("id", "Masuk"), ("en", "Sign In")])
def test_the_door_stands_in_the_site_s_own_dress(client: Client, language: str, word: str) -> None:
    client.cookies["django_language"] = language
    html = client.get(SIGN_IN).text
    assert f"<h1>{word}</h1>" in html
    assert "shared/site.css" in html
