"""Forms without a cookie: taken from this site's own pages, kept by nobody, answered to one alone."""

from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.test import Client, RequestFactory
from pytest_django import Settings
from tests.web.public.test_no_session import FORMS
from tests.web.public.voter_scenes import posted
from tests.web.scenes import chair_of

from pilkades.web.public.forms import asker_of

pytestmark = pytest.mark.django_db
OWN = "http://testserver"
PLACES = {"voters-listed": "periksa/", "voters-propose": "usul/", "voters-answer": "usul/jawaban/"}


def _forms(key: str) -> list[str]:
    return [
        f"/publik/{space}desa/{key}/daftar-pemilih/{PLACES[name]}" for name in FORMS for space in ("", "en/")
    ]


def test_what_is_answered_to_a_form_is_kept_nowhere_and_sets_no_cookie() -> None:
    held = posted(count=3)
    signed_in = Client(enforce_csrf_checks=True)
    signed_in.force_login(chair_of(held))
    for where in _forms(held.key):
        for client in (Client(enforce_csrf_checks=True), signed_in):
            answer = client.post(where, {}, headers={"Accept-Encoding": "gzip"})
            assert answer.status_code == 422, where
            assert answer.headers["Cache-Control"] == "no-store"
            assert "Content-Encoding" not in answer.headers
            assert "ETag" not in answer.headers
            assert "Set-Cookie" not in answer.headers
            assert not hasattr(answer.wsgi_request, "session")


def test_the_empty_form_may_be_kept_by_anyone_and_carries_no_token() -> None:
    held = posted(count=3)
    for where in _forms(held.key):
        answer = Client().get(where)
        assert answer.headers["Cache-Control"] == "public, max-age=60"
        assert "csrf" not in answer.content.decode().lower()
        assert 'method="post"' in answer.content.decode()


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": OWN, "Sec-Fetch-Site": "same-origin"},
        {"Origin": OWN},
        {"Sec-Fetch-Site": "same-origin"},
        {},
    ],
)
def test_a_form_of_an_own_page_or_of_an_old_browser_is_read(headers: dict[str, str]) -> None:
    held = posted(count=3)
    for where in _forms(held.key):
        assert Client().post(where, {}, headers=headers).status_code == 422


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://lain.example", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "https://lain.example"},
        {"Origin": "http://testserver.lain.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": OWN, "Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_form_of_another_site_is_not_read(headers: dict[str, str]) -> None:
    held = posted(count=3)
    for where in _forms(held.key):
        answer = Client().post(where, {"nik": "9901020205510001"}, headers=headers)
        assert answer.status_code == 403
        assert f'href="{where}"' in answer.content.decode()
        assert "990102" not in answer.content.decode()
        assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("behind_proxy", "forwarded", "counted"),
    [
        (False, "", "192.0.2.1"),
        (False, "203.0.113.9", "192.0.2.1"),
        (True, "203.0.113.9", "203.0.113.9"),
        (True, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (True, "", "192.0.2.1"),
    ],
)
def test_questions_are_counted_by_the_address_that_our_own_proxy_saw(
    rf: RequestFactory, settings: Settings, *, behind_proxy: bool, forwarded: str, counted: str
) -> None:
    """Whoever asks may write any address into the header; only the last one is the proxy's own."""
    settings.CONFIG = replace(settings.CONFIG, behind_proxy=behind_proxy)
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    assert asker_of(rf.post("/", REMOTE_ADDR="192.0.2.1", headers=headers)) == counted


def test_a_file_that_a_stranger_sends_to_a_public_form_is_not_kept_in_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def held_in_memory(*_: object, **__: object) -> None:
        raise AssertionError("the file was kept")

    held = posted(count=1)
    monkeypatch.setattr(MemoryFileUploadHandler, "receive_data_chunk", held_in_memory)
    monkeypatch.setattr(MemoryFileUploadHandler, "new_file", held_in_memory)
    where = f"/publik/desa/{held.key}/daftar-pemilih/periksa/"
    answer = Client().post(where, {"nik": "", "berkas": SimpleUploadedFile("a.csv", b"x" * 1_000)})
    assert answer.status_code == 422
