"""Am I listed: the TPS for who knows NIK and birth date, and one answer for everybody else."""

import logging
import re
from datetime import timedelta
from typing import cast

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.public.content import append, plain
from tests.web.public.voter_scenes import fixed, posted, voter
from tests.web.scenes import NOW, draft, election

from pilkades.web.core import clock
from pilkades.web.core.models import AskCount, Election

pytestmark = pytest.mark.django_db


def _asked(number: int, **changed: str) -> dict[str, str]:
    held = voter(number)
    assert held.nik is not None
    assert held.birth is not None
    day = held.birth.earliest
    sent = {
        "nik": held.nik.digits,
        "lahir_0": str(day.day),
        "lahir_1": str(day.month),
        "lahir_2": str(day.year),
    }
    return {**sent, **changed}


def _answer(held: Election, sent: dict[str, str], language: str = "", of: str = "192.0.2.1") -> HttpResponse:
    where = f"/publik/{language}desa/{held.key}/daftar-pemilih/periksa/"
    return cast("HttpResponse", Client(REMOTE_ADDR=of).post(where, sent))


def _words(held: Election, sent: dict[str, str], language: str = "") -> str:
    answer = _answer(held, sent, language)
    assert answer.status_code == 200
    return plain(answer.content.decode())


def test_who_is_listed_is_told_the_tps_and_nothing_else() -> None:
    held = posted(count=3)
    body = _words(held, _asked(2))
    assert "Ya. Anda terdaftar dalam DPS (daftar pemilih sementara). TPS Anda: 1." in body
    assert "Yes. You are on the DPS (provisional voter list). Your TPS: 1." in _words(held, _asked(2), "en/")
    for known in ("CITRA", "UMPAMA", "Rahasia", "RT 003", "Krajan", "1952"):
        assert known not in body


def test_a_wrong_birth_date_and_an_unknown_nik_are_answered_with_the_very_same_page() -> None:
    held = posted(count=3)
    wrong = _answer(held, _asked(2, lahir_0="4"))
    unknown = _answer(held, _asked(77))
    assert wrong.content == unknown.content
    assert "tidak ditemukan bersama dalam DPS" in plain(wrong.content.decode())


def test_every_answer_asks_the_database_the_same_questions() -> None:
    held = posted(count=3)
    _answer(held, _asked(50))
    shapes = []
    for sent in (_asked(1), _asked(2, lahir_0="4"), _asked(77)):
        with CaptureQueriesContext(connection) as asked:
            _answer(held, sent)
        shapes.append([re.sub(r"'[^']*'|\d+", "?", query["sql"]) for query in asked.captured_queries])
    assert shapes[0] == shapes[1] == shapes[2]


def test_listed_or_not_the_page_has_one_shape() -> None:
    held = posted(count=3)
    tags = [re.findall(r"<[^>]+>", _answer(held, sent).content.decode()) for sent in (_asked(2), _asked(77))]
    assert tags[0] == tags[1]


def test_nik_and_birth_date_are_in_no_address_no_log_and_no_answer(caplog: pytest.LogCaptureFixture) -> None:
    held = posted(count=3)
    caplog.set_level(logging.DEBUG)
    for sent in (_asked(2), _asked(77), _asked(2, lahir_0="")):
        answer = _answer(held, sent)
        body = re.sub(r'<input[^>]*name="nik"[^>]*>', "", answer.content.decode())
        assert sent["nik"] not in body
        assert not re.search(r"\d{16}", body)
        assert sent["nik"] not in str(answer.headers)
    assert not re.search(
        r"\d{16}",
        "".join(record.getMessage() for record in caplog.records if record.name != "django.db.backends"),
    )
    assert (
        'method="get"'
        not in Client().get(f"/publik/desa/{held.key}/daftar-pemilih/periksa/").content.decode()
    )


def test_what_was_typed_stays_where_something_is_missing() -> None:
    held = posted(count=3)
    answer = _answer(held, {"nik": "99010202", "lahir_0": "3", "lahir_1": "", "lahir_2": "1952"})
    body = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Ada kesalahan:" in body
    assert body.count("Ada 8 angka. NIK harus 16 angka. Lihat KTP atau KK.") == 2
    assert body.count("Isi tanggal, bulan, dan tahun.") == 2
    assert 'value="99010202"' in body
    assert 'value="1952"' in body


def test_nobody_can_ask_before_a_list_is_announced() -> None:
    held = election()
    fixed(held, count=3)
    body = plain(_answer(held, _asked(2)).content.decode())
    assert "Daftar pemilih belum diumumkan." in body
    assert "TPS Anda" not in body


def test_a_dpt_that_is_not_announced_yet_answers_nobody() -> None:
    held = posted(count=3)
    fixed(held, "dpt", 5, first=501)
    assert "tidak ditemukan bersama dalam DPS" in _words(held, _asked(502))
    append(held, draft("dpt_announced", date="2026-08-03"))
    assert "Anda terdaftar dalam DPT" in _words(held, _asked(502))


def test_while_additional_voters_are_posted_those_of_the_dps_are_found_as_well() -> None:
    held = posted(count=3)
    fixed(held, "dptb", 2, first=501)
    append(held, draft("dptb_announced", date="2026-08-03"))
    for number in (2, 502):
        assert "Ya. Anda terdaftar dalam DPS atau DPTb." in _words(held, _asked(number))


def test_one_number_is_answered_six_times_an_hour_whoever_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    held = posted(count=3)
    for at in range(6):
        assert _answer(held, _asked(2, lahir_0=str(at + 1)), of=f"198.51.100.{at}").status_code == 200
    refused = _answer(held, _asked(2), of="198.51.100.77")
    assert refused.status_code == 429
    assert "Terlalu banyak pertanyaan" in refused.content.decode()
    assert "TPS Anda" not in refused.content.decode()
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(minutes=61))
    assert _answer(held, _asked(2)).status_code == 200


def test_one_address_asks_sixty_times_in_ten_minutes() -> None:
    held = posted(count=3)
    codes = [_answer(held, _asked(100 + at)).status_code for at in range(61)]
    assert codes == [200] * 60 + [429]


def test_the_count_holds_neither_addresses_nor_numbers() -> None:
    held = posted(count=3)
    _answer(held, _asked(2), of="198.51.100.7")
    kept = str(list(AskCount.objects.values_list()))
    assert "198.51.100" not in kept
    assert _asked(2)["nik"] not in kept


def test_a_birth_date_of_tomorrow_is_a_slip() -> None:
    body = _answer(posted(count=3), _asked(2, lahir_2="2027")).content.decode()
    assert "Tanggal lahir ini belum tiba. Periksa tahunnya." in body
