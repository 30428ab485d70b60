from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from tests.web.accounts.conftest import WORD
from tests.web.committee.conftest import signed_in
from tests.web.scenes import person

from pilkades.web.shared.models import User

pytestmark = pytest.mark.django_db


def printed_by(*words: str) -> str:
    """What the command prints."""
    out = StringIO()
    call_command(*words, stdout=out)
    return out.getvalue().strip()


def comes_in_with(code: str) -> None:
    client = Client()
    assert client.post("/akun/undangan/", {"code": code}).headers["Location"] == "/akun/sandi-baru/"
    assert client.post("/akun/sandi-baru/", {"password": WORD, "again": WORD}).status_code == 200


def test_an_operator_made_at_the_machine_sets_the_password_by_a_code_and_then_the_second_factor() -> None:
    code = printed_by("make_operator", "penjaga", "Penjaga Mesin")
    made = User.objects.get(username="penjaga")
    assert (made.is_operator, made.has_usable_password()) == (True, False)
    comes_in_with(code)
    client = Client()
    assert client.post("/akun/login/", {"login": "penjaga", "password": WORD}).headers["Location"] == "/"
    assert client.get("/akun/operator/").headers["Location"] == "/akun/2fa/totp/activate/"


def test_a_name_is_given_to_one_operator_alone() -> None:
    person_there = person()
    with pytest.raises(CommandError, match="sudah ada"):
        printed_by("make_operator", person_there.username.upper(), "Orang Lain")


def test_somebody_whom_nobody_else_can_help_gets_a_code_at_the_machine_and_sees_it_on_the_own_page() -> None:
    lost = person("Rina Wati")
    comes_in_with(printed_by("password_code", lost.username, "HP hilang"))
    lost.refresh_from_db()
    assert lost.check_password(WORD)
    page = signed_in(lost).get("/akun/").text
    assert "Pengelola mesin membuat kode kata sandi baru untuk Anda. Alasan: HP hilang" in page
    with pytest.raises(CommandError, match="tidak ada"):
        printed_by("password_code", "siapa", "HP hilang")
    with pytest.raises(CommandError, match="Tulis alasan"):
        printed_by("password_code", lost.username, " ")
