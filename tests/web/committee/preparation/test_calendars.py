"""The secret address of a calendar: what it holds, for whom, and until when."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from tests.web.committee.conftest import Desk
from tests.web.scenes import NOW, draft

from pilkades.web.core import clock
from pilkades.web.core.models import CalendarFeed, Grant
from pilkades.web.core.services.append_act import append_act

pytestmark = pytest.mark.django_db
PAGE = "persiapan/kalender/"
STEPS = [{"key": "notice@1", "name": "pemberitahuan", "first": "2026-06-24", "last": "2026-06-24"}]


def made(desk: Desk) -> str:
    page = desk.client.post(desk.at(PAGE), {"langkah": "buat"}).text
    found = re.search(r"http://testserver(/desa/kalender/[\w-]+\.ics)", page)
    assert found is not None
    return found[1]


def test_a_calendar_reads_the_steps_without_signing_in_and_gets_no_session(desk: Desk) -> None:
    stranger = Client()
    answer = stranger.get(made(desk))
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert stranger.cookies == {}
    # RFC 5545: the file begins and ends so, and each line ends with CRLF.
    assert answer.text.startswith("BEGIN:VCALENDAR\r\n")
    assert answer.text.endswith("END:VCALENDAR\r\n")
    assert "DTSTART;VALUE=DATE:20260626" in answer.text
    assert "SUMMARY:Usulan: pemberitahuan BPD" in answer.text
    assert desk.chair.full_name not in answer.text


def test_once_adopted_the_calendar_shows_the_adopted_days_and_no_proposal(desk: Desk) -> None:
    append_act(
        desk.chair, desk.held.pk, draft("schedule_adopted", steps=STEPS), desk.held.head.digest, at=NOW
    )
    answer = Client().get(made(desk)).text
    assert "DTSTART;VALUE=DATE:20260624" in answer
    assert "Usulan" not in answer
    assert answer.count("BEGIN:VEVENT") == 1


def test_the_address_is_shown_once_and_kept_only_as_a_hash(desk: Desk) -> None:
    where = made(desk)
    assert where not in desk.client.get(desk.at(PAGE)).text
    token = where.removeprefix("/desa/kalender/").removesuffix(".ics")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM core_calendarfeed")
        assert token not in str(cursor.fetchall())


def test_a_new_address_ends_the_old_and_a_withdrawn_one_is_not_there(desk: Desk) -> None:
    first, second = made(desk), made(desk)
    assert [Client().get(where).status_code for where in (first, second)] == [404, 200]
    desk.client.post(desk.at(PAGE), {"langkah": "cabut"})
    assert Client().get(second).status_code == 404
    assert CalendarFeed.objects.filter(ended_at__isnull=True).count() == 0
    assert Client().get("/desa/kalender/tidak-ada.ics").status_code == 404


def test_the_address_ends_with_the_persons_role(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    where = made(desk)
    last = Grant.objects.get(user=desk.chair).until
    monkeypatch.setattr(clock, "now", lambda: last - timedelta(minutes=1))
    assert Client().get(where).status_code == 200
    monkeypatch.setattr(clock, "now", lambda: last)
    assert Client().get(where).status_code == 404
