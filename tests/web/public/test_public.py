"""What everyone may read: answers, silence on rehearsals, no session, few questions to the database."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.public.content import append, filled
from tests.web.scenes import NOW, chair_of, draft, election

from pilkades.web.core import clock
from pilkades.web.core.models import ActRow, Election
from pilkades.web.core.queries import records, states
from pilkades.web.core.queries.states import state_of
from pilkades.web.public.county_page import next_public, proposed_for
from pilkades.web.public.outcome import outcome_of
from pilkades.web.shared.components.record import Certainty, Results

pytestmark = pytest.mark.django_db
LANGUAGES = ("", "en/")


@pytest.fixture(autouse=True)
def fixed_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day of the scenes, so that limits do not move with the calendar."""
    monkeypatch.setattr(clock, "now", lambda: NOW)


def addresses(held: Election) -> list[str]:
    county = held.village.district.county.code
    return [
        f"/publik/{language}{rest}"
        for language in LANGUAGES
        for rest in ("", f"kabupaten/{county}/", f"desa/{held.key}/", f"desa/{held.key}/catatan/")
    ]


def read(path: str, client: Client | None = None) -> str:
    answer = (client or Client()).get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def questions(path: str) -> int:
    records.forget()
    states.forget()
    with CaptureQueriesContext(connection) as queries:
        read(path)
    return len(queries)


def test_no_public_page_sets_a_cookie_or_reads_a_session() -> None:
    held = filled(election())
    signed_in = Client()
    signed_in.force_login(chair_of(held))
    for path in addresses(held):
        for client in (Client(), signed_in):
            with CaptureQueriesContext(connection) as queries:
                answer = client.get(path)
            assert answer.status_code == 200
            assert dict(answer.cookies) == {}
            assert not hasattr(answer.wsgi_request, "session")
            assert not hasattr(answer.wsgi_request, "user")
            assert [each["sql"] for each in queries if "session" in each["sql"]] == []
            assert answer.headers["Cache-Control"] == "public, max-age=60"
            assert "Cookie" not in answer.headers.get("Vary", "")
            assert answer.headers["Content-Security-Policy"]
            # A server of the standard library takes words alone, no enumeration.
            assert {type(value) for value in answer.headers.values()} == {str}
        assert signed_in.get(path).content.count(b"Budi Santoso") == 0


def test_the_rest_of_the_site_still_has_its_session() -> None:
    assert hasattr(Client().get("/akun/login/").wsgi_request, "session")


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_a_public_page_can_only_be_read(method: str) -> None:
    assert getattr(Client(), method)("/publik/").status_code == 405


def test_a_rehearsal_appears_nowhere() -> None:
    real, rehearsal = election(), election("33.28.01.2002", rehearsal=True)
    alone = election("33.29.01.2001", rehearsal=True, law="")
    for path in addresses(real):
        assert rehearsal.village.name not in read(path)
    for path in (*addresses(rehearsal)[2:4], *addresses(alone)[1:4]):
        assert Client().get(path).status_code == 404
    assert alone.village.district.county.name not in read("/publik/")


def test_what_is_unknown_is_answered_like_a_rehearsal() -> None:
    rehearsal = election(rehearsal=True)
    unknown, hidden = (Client().get(f"/publik/desa/{key}/") for key in ("tidak-ada", rehearsal.key))
    assert (unknown.status_code, unknown.content) == (hidden.status_code, hidden.content)
    assert "Halaman ini belum ditemukan" in unknown.content.decode()
    assert dict(unknown.cookies) == {}


def test_questions_to_the_database_do_not_grow_with_villages() -> None:
    counts = []
    for several in (1, 29):
        for number in range(several):
            held = election(f"33.28.{several:02d}.{2001 + number}")
            append(held, draft())
        counts.append([questions(path) for path in ("/publik/", "/publik/kabupaten/33.28/")])
    assert Election.objects.count() == 30
    assert counts == [[1, 2], [1, 2]]


def test_questions_to_the_database_do_not_grow_with_acts() -> None:
    counts = []
    for code, several in (("33.28.01.2001", 1), ("33.28.01.2002", 30)):
        held = election(code)
        append(held, *(draft() for _ in range(several)))
        counts.append([questions(f"/publik/desa/{held.key}/{more}") for more in ("", "catatan/")])
    assert counts == [[2, 2], [2, 2]]


def test_villages_stand_under_the_stage_that_their_record_has_reached() -> None:
    early, late = election(), election("33.28.01.2002")
    append(early, draft())
    append(late, draft(), draft("dpt", date="2026-11-02", voters=900))
    text = read("/publik/kabupaten/33.28/")
    order = [
        text.index(words)
        for words in ("Pendaftaran pemilih", late.village.name, "Persiapan", early.village.name)
    ]
    assert order == sorted(order)
    assert text.count("Minggu, 6 Desember 2026") >= 2


@pytest.mark.parametrize(
    ("today", "step"),
    [
        (date(2026, 8, 3), "announcement"),  # Kepbup Tegal 713/2026, lampiran 16: from 14 September 2026
        (date(2026, 12, 3), "quiet"),  # lampiran 28: 2 to 4 December 2026
        (date(2026, 12, 6), "polling"),  # lampiran 29
    ],
)
def test_the_next_public_date_is_the_decrees(today: date, step: str) -> None:
    row = next_public(proposed_for(election()), today)
    assert row is not None
    assert row.key.step == step


def test_no_name_stands_on_the_page_before_the_candidates_are_announced() -> None:
    held = election()
    people = [{"name": "Siti Rahayu", "number": 1, "address": "Jalan Melati 7", "age": 41}]
    append(held, draft("candidates_adopted", date="2026-11-23", people=people))
    before = read(f"/publik/desa/{held.key}/")
    append(held, draft("candidates_announced", date="2026-11-24"))
    after = read(f"/publik/desa/{held.key}/")
    assert "Siti Rahayu" not in before
    assert "nomor 1 Siti Rahayu" in after
    assert "Jalan Melati" not in after


def test_the_log_shows_acts_and_offices_and_no_person_nor_figure() -> None:
    held = filled(election())
    text = read(f"/publik/desa/{held.key}/catatan/")
    assert "Ketua panitia pemilihan: penetapan calon" in text
    for words in ("Siti Rahayu", "Budi Santoso", "Bu Rini", "Jalan Melati", "187"):
        assert words not in text
    held.head.refresh_from_db()
    assert held.head.digest in text
    assert "Rantai catatan utuh" in text
    assert all(row.digest[:16] in text for row in ActRow.objects.filter(election=held))


def test_a_correction_names_the_act_that_it_corrects() -> None:
    held = election()
    first = append(held, draft(date="2026-06-02"))[-1]
    append(held, draft(date="2026-06-03"), corrects=first.id)
    text = read(f"/publik/desa/{held.key}/catatan/")
    assert f'<a href="#c-{first.digest[:12]}">tindakan nomor 1</a>' in text
    assert text.count(f'id="c-{first.digest[:12]}"') == 1


def test_no_figure_is_shown_before_the_result_is_announced_and_none_is_certain_before_it_is_adopted() -> None:
    held = filled(election())
    today = date(2026, 12, 7)

    def certainty() -> tuple[Certainty, bool]:
        held.head.refresh_from_db()
        found = outcome_of(state_of(held, today))[0]
        return (found.ladder.certainty, True) if isinstance(found, Results) else (found.certainty, False)

    seen = [certainty()]
    append(held, draft("recapitulation", date="2026-12-06", announced=True))
    seen.append(certainty())
    append(held, draft("winner_adopted", date="2026-12-07"))
    seen.append(certainty())
    assert seen == [(Certainty.AWAITED, False), (Certainty.PROVISIONAL, True), (Certainty.ADOPTED, True)]


def test_english_pages_hold_no_indonesian_sentence() -> None:
    held = filled(election())
    for path in addresses(held)[4:]:
        text = read(path)
        assert '<html lang="en"' in text
        for words in ("Belum", "Pemungutan suara:", "Catatan ini", "Diterbitkan", "Menurut", "Halaman"):
            assert words not in text, (path, words)


@pytest.mark.parametrize("asked", ["0", "-1", "x", "99999999", "²", ""])
def test_a_page_number_that_is_none_shows_a_page(asked: str) -> None:
    held = filled(election())
    assert read(f"/publik/desa/{held.key}/catatan/?halaman={asked}")
