"""A proposal on the posted list: sent without an account, followed by a number that stands in no address."""

import logging
import re
from datetime import UTC, date, datetime
from typing import cast

import pytest
from django.http import HttpResponse
from django.test import Client
from tests.web.public.content import append, plain, read
from tests.web.public.voter_scenes import fixed, posted
from tests.web.scenes import NOW, chair_of, draft, election

from pilkades.register.grounds import Ground
from pilkades.register.lists import ListKind
from pilkades.register.objections import Outcome
from pilkades.web.core import clock
from pilkades.web.core.models import Election, VoterObjection
from pilkades.web.core.queries.objections import proposal_of
from pilkades.web.core.queries.proposal_times import proposal_time_of
from pilkades.web.core.queries.states import state_of
from pilkades.web.core.services.decide_objection import Decided, decide_objection

pytestmark = pytest.mark.django_db
NUMBER = r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{3}"
SENT = {
    "jenis": "wrong_data",
    "tentang": "CITRA UMPAMA 002, RT 003",
    "benar": "Di KTP tertulis CITRA UMPAMI",
    "bukti": "KTP",
    "kontak": "0812 0000 0000",
}


def _where(held: Election, rest: str = "usul/", language: str = "") -> str:
    return f"/publik/{language}desa/{held.key}/daftar-pemilih/{rest}"


def _sent(held: Election, language: str = "", **changed: str) -> HttpResponse:
    return cast("HttpResponse", Client().post(_where(held, language=language), {**SENT, **changed}))


def _number(held: Election, **changed: str) -> str:
    answer = _sent(held, **changed)
    assert answer.status_code == 201
    (found,) = set(re.findall(NUMBER, answer.content.decode()))
    return str(found)


def _followed(held: Election, number: str, language: str = "") -> HttpResponse:
    return cast("HttpResponse", Client().post(_where(held, "usul/jawaban/", language), {"nomor": number}))


def _decided(held: Election, outcome: Outcome, reason: str) -> None:
    state = state_of(held, date(2026, 8, 3))
    (row,) = VoterObjection.objects.all()
    clock_of_list = proposal_time_of(state, ListKind.DPS)
    decide_objection(chair_of(held), held.pk, row.pk, Decided(outcome, reason), clock_of_list, at=NOW)


def test_proposals_open_when_the_list_is_announced() -> None:
    held = election()
    fixed(held, count=3)
    body = read(_where(held))
    assert "Usul dibuka sesudah daftar pemilih diumumkan." in body
    assert "<form" not in body.partition("<main")[2]
    assert _sent(held).status_code == 200
    assert VoterObjection.objects.count() == 0


def test_the_form_names_the_limit_the_articles_and_the_proofs() -> None:
    """Permendagri 112/2014 Pasal 13 and 14: who may propose what, as long as the DPS is posted."""
    body = plain(read(_where(posted(count=3))))
    for words in (
        "Batas usul: Rabu, 5 Agustus 2026",
        "Permendagri 112/2014 Pasal 13 ayat (1)",
        "Pemilih atau anggota keluarganya dapat mengusulkan perbaikan",
        "Pemilih yang belum terdaftar melapor kepada panitia",
        "Belum ada di daftar: KTP",
        "Bila terlambat",
    ):
        assert words in body, words


def test_a_proposal_is_kept_sealed_and_its_number_is_shown_once() -> None:
    held = posted(count=3)
    answer = _sent(held)
    body = plain(answer.content.decode())
    number = re.findall(NUMBER, body)
    assert len(number) == 1
    assert "Nomor hanya ditampilkan sekali." in body
    assert "CITRA" not in body
    assert "0812" not in body
    (row,) = VoterObjection.objects.all()
    kept = str(list(VoterObjection.objects.values_list()))
    for open_words in ("CITRA", "0812", number[0]):
        assert open_words not in kept
    found = proposal_of(held, row.pk)
    assert found is not None
    assert (found.objection.on, found.objection.ground) == (ListKind.DPS, Ground.WRONG_DATA)
    assert found.contact == "0812 0000 0000"
    assert "Bagaimana yang benar?: Di KTP tertulis CITRA UMPAMI" in found.text


def test_the_number_opens_the_state_and_never_the_words(caplog: pytest.LogCaptureFixture) -> None:
    held = posted(count=3)
    caplog.set_level(logging.INFO)
    number = _number(held)
    answer = _followed(held, number)
    body = plain(answer.content.decode())
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Nama atau data lain keliru. Masuk Senin, 3 Agustus 2026, 09.00 WIB." in body
    assert "1 Usul masuk Selesai Senin, 3 Agustus 2026 Masuk pada waktunya." in body
    assert "2 Diperiksa panitia Sedang dikerjakan Paling lambat" in body
    assert "Belum ada jawaban." in body
    for secret in ("CITRA", "0812", number):
        assert secret not in body
        assert secret not in "".join(record.getMessage() for record in caplog.records)


def test_the_number_is_read_as_people_write_it() -> None:
    held = posted(count=3)
    number = _number(held)
    assert _followed(held, f" {number.lower().replace('-', ' ')} ").status_code == 200


def test_the_committees_decision_and_its_answer_are_shown() -> None:
    held = posted(count=3)
    number = _number(held)
    _decided(held, Outcome.REFUSED, "Nama di KTP sama dengan di daftar")
    body = plain(_followed(held, number).content.decode())
    assert "Diputuskan Selesai Senin, 3 Agustus 2026 tidak diterima" in body
    assert "tidak diterima. Alasan panitia: Nama di KTP sama dengan di daftar." in body
    assert "Permendagri 112/2014" in body
    assert "is not accepted." in plain(_followed(held, number, "en/").content.decode())


def test_a_number_of_another_village_is_not_known_here() -> None:
    held, other = posted(count=3), posted(count=3, code="33.28.01.2002")
    answer = _followed(other, _number(held))
    assert answer.status_code == 422
    assert "Nomor ini belum ditemukan di desa ini." in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Isi nomornya."),
        ("K7M2", "Nomor usul terdiri dari 11 tanda; yang ditulis 4."),
        ("0000-0000-000", "Nomor usul tidak memuat tanda 0."),
        ("2222-2222-223", "Nomor usul ini salah ketik."),
    ],
)
def test_a_slip_in_the_number_is_told_at_its_box(typed: str, words: str) -> None:
    answer = _followed(posted(count=3), typed)
    assert answer.status_code == 422
    assert plain(answer.content.decode()).count(words) == 2


def test_numbers_cannot_be_tried_out() -> None:
    held = posted(count=3)
    codes = [_followed(held, "2222-2222-223").status_code for _ in range(31)]
    assert codes == [422] * 30 + [429]


def test_ten_proposals_an_hour_come_from_one_address() -> None:
    held = posted(count=3)
    codes = [_sent(held).status_code for _ in range(11)]
    assert codes == [201] * 10 + [429]
    assert VoterObjection.objects.count() == 10


def test_every_fault_is_told_at_once_and_what_was_typed_stays() -> None:
    held = posted(count=3)
    answer = _sent(held, jenis="", tentang="", benar="", bukti="KTP dan KK")
    body = answer.content.decode()
    assert answer.status_code == 422
    for words in ("Pilih salah satu.", "Isi nama orangnya.", "Tulis apa yang benar."):
        assert body.count(words) == 2, words
    assert 'value="KTP dan KK"' in body
    assert VoterObjection.objects.count() == 0


def test_a_late_proposal_is_taken_and_told_what_the_law_of_the_day_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Permendagri 112/2014, all fifty articles, says nothing of late proposals."""
    held = posted(count=3)
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 8, 6, 2, tzinfo=UTC))
    body = plain(read(_where(held)))
    assert "Batas usul sudah lewat." in body
    assert "Teks yang dibaca tidak menyebut usul yang terlambat." in body
    number = _number(held)
    assert "Masuk sesudah waktunya." in plain(_followed(held, number).content.decode())


def test_after_the_dpt_only_a_death_is_noted() -> None:
    """Permendagri 112/2014 Pasal 20."""
    held = posted(count=3)
    append(held, draft("dpt_announced", date="2026-08-03"))
    assert "Hanya pemilih yang meninggal dunia diberi catatan." in plain(read(_where(held)))


def test_the_way_from_the_list_and_back() -> None:
    held = posted(count=3)
    for language in ("", "en/"):
        for rest in ("", "periksa/", "usul/", "usul/jawaban/"):
            body = read(_where(held, rest, language))
            for other in {"periksa/", "usul/", "usul/jawaban/"} - {rest}:
                assert f'href="{_where(held, other, language)}"' in body
            assert '<meta name="robots" content="noindex' in body
