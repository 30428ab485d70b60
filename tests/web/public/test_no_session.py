"""The public path holds nobody: no cookie, no session, no rehearsal; anyone may keep what it answers."""

import gzip
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings
from tests.web.public.content import addresses, append, filled, pages, read, words
from tests.web.scenes import NOW, chair_of, draft, election

from pilkades.web.core import clock

pytestmark = pytest.mark.django_db
FORMS = {"voters-listed", "voters-propose", "voters-answer"}


def test_the_url_table_is_walked_whole() -> None:
    names = set(addresses(election()))
    own = {"counties", "county", "village", "schedule", "feed", "record", "voters"} | FORMS
    assert names == own | {f"en:{name}" for name in own}


def test_no_public_answer_sets_a_cookie_or_asks_for_a_session() -> None:
    held = filled(election())
    signed_in = Client()
    signed_in.force_login(chair_of(held))
    missing = [f"{where}tidak-ada" for where in addresses(held).values()]
    for where in (*addresses(held).values(), *missing, "/publik", "/publik/en"):
        for client in (Client(), signed_in):
            client.cookies["sisa"] = "dari tempat lain"
            with CaptureQueriesContext(connection) as asked:
                answer = client.get(where)
            assert answer.status_code == _expected(where, missing)
            assert {name for name in answer.cookies if name != "sisa"} == set()
            assert "Set-Cookie" not in answer.headers
            assert "cookie" not in answer.headers.get("Vary", "").lower()
            assert not hasattr(answer.wsgi_request, "session")
            assert not hasattr(answer.wsgi_request, "user")
            touched = " ".join(query["sql"] for query in asked.captured_queries)
            assert "django_session" not in touched


def _expected(where: str, missing: list[str]) -> int:
    if where in missing:
        return 404
    return 200 if where.endswith(("/", ".ics")) else 301


def test_the_same_middleware_leaves_the_session_to_the_rest_of_the_site() -> None:
    assert hasattr(Client().get("/akun/login/").wsgi_request, "session")
    assert hasattr(Client().get("/publikasi/").wsgi_request, "session")


def test_every_answer_says_for_how_long_and_in_which_language_it_may_be_kept() -> None:
    held = filled(election())
    for name, where in addresses(held).items():
        for path in (where, f"{where}tidak-ada"):
            answer = Client().get(path)
            assert answer.headers["Cache-Control"] == "public, max-age=60", path
            assert answer.headers["Content-Language"] == ("en" if name.startswith("en:") else "id"), path
            assert answer.headers["Content-Security-Policy"], path
            # A server of the standard library takes plain words for its headers, no enumeration.
            assert {type(value) for value in answer.headers.values()} == {str}, path


def test_a_reader_who_has_the_page_is_told_so_until_something_is_new() -> None:
    held = filled(election())
    for where in addresses(held).values():
        tag = Client().get(where).headers["ETag"]
        again = Client().get(where, headers={"If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b""), where
        assert again.headers["Cache-Control"] == "public, max-age=60"
        assert again.headers["ETag"] == tag


def test_the_hour_on_the_page_alone_is_nothing_new(monkeypatch: pytest.MonkeyPatch) -> None:
    held = filled(election())
    where = pages(held)["village"]
    first = Client().get(where)
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(minutes=9))
    later = Client().get(where)
    assert first.content != later.content
    assert first.headers["ETag"] == later.headers["ETag"]
    append(held, draft())
    assert Client().get(where).headers["ETag"] != first.headers["ETag"]


def test_only_the_head_is_sent_where_only_that_is_asked_for() -> None:
    held = filled(election())
    for where in addresses(held).values():
        head, whole = Client().head(where), Client().get(where)
        assert (head.status_code, head.content) == (200, b"")
        assert int(head.headers["Content-Length"]) == len(whole.content)


def test_pages_are_compressed_for_those_who_can_read_it() -> None:
    held = filled(election())
    for where in addresses(held).values():
        answer = Client().get(where, headers={"Accept-Encoding": "gzip"})
        assert answer.headers["Content-Encoding"] == "gzip"
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert gzip.decompress(answer.content) == Client().get(where).content


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_a_public_address_can_only_be_read(method: str) -> None:
    for name, where in addresses(election()).items():
        takes_a_form = method == "post" and name.removeprefix("en:") in FORMS
        assert (getattr(Client(), method)(where).status_code == 405) is not takes_a_form, where


def test_what_is_not_there_is_said_in_the_language_of_its_address() -> None:
    for where in ("/publik/desa/tidak-ada/", "/publik/kabupaten/99.99/", "/publik/apa/saja/"):
        answer = Client().get(where)
        assert answer.status_code == 404
        assert "Halaman ini belum ditemukan" in answer.content.decode()
        assert 'href="/publik/"' in answer.content.decode()
        english = Client().get(where.replace("/publik/", "/publik/en/"))
        assert english.status_code == 404
        assert '<html lang="en"' in english.content.decode()
        assert "belum ditemukan" not in english.content.decode()
        assert 'href="/publik/en/"' in english.content.decode()


def test_an_address_without_its_last_stroke_leads_on_and_keeps_what_was_asked() -> None:
    answer = Client().get("/publik/en?cari=suka")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/publik/en/?cari=suka")


def test_a_rehearsal_appears_nowhere() -> None:
    real, rehearsal = election(), election("33.28.01.2002", rehearsal=True)
    alone = election("33.29.01.2001", rehearsal=True, law="")
    for where in addresses(real).values():
        assert rehearsal.village.name not in read(where)
    assert rehearsal.village.name not in read("/publik/kabupaten/33.28/?cari=Desa")
    for held in (rehearsal, alone):
        for name, where in addresses(held).items():
            at_county = held is rehearsal and name.endswith("county")
            if name.endswith("counties") or at_county:
                continue
            assert Client().get(where).status_code == 404, where
    for where in ("/publik/", "/publik/en/", "/publik/?cari=Desa"):
        assert alone.village.district.county.name not in read(where)


def test_a_rehearsal_is_answered_like_what_never_was() -> None:
    rehearsal = election(rehearsal=True)
    for rest in ("", "jadwal/", "jadwal.ics", "catatan/"):
        never, hidden = (Client().get(f"/publik/desa/{key}/{rest}") for key in ("tidak-ada", rehearsal.key))
        assert (never.status_code, never.content) == (hidden.status_code, hidden.content)
        assert dict(never.headers) == dict(hidden.headers)


def test_the_foot_leads_to_all_elections() -> None:
    for name, where in pages(election()).items():
        front = "/publik/en/" if name.startswith("en:") else "/publik/"
        foot = read(where).partition("<footer")[2]
        assert f'href="{front}"' in foot


def test_a_demonstration_says_so_on_every_page(settings: Settings) -> None:
    held = election()
    assert not [where for where in pages(held).values() if "DEMONSTRA" in read(where)]
    settings.CONFIG = replace(settings.CONFIG, demonstration=True)
    for where in pages(held).values():
        assert "DEMONSTRA" in words(where)
