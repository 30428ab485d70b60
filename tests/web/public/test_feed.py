"""The calendar file: the days of the page, in a form that calendars read, saying which they are."""

from datetime import timedelta

import pytest
from django.test import Client
from tests.web.public.content import append, read
from tests.web.public.test_village import ADOPTED
from tests.web.scenes import NOW, draft, election

from pilkades.web.core import clock
from pilkades.web.core.models import Election

pytestmark = pytest.mark.django_db


def feed(held: Election, language: str = "") -> str:
    """The file, its folded lines joined (RFC 5545, 3.1)."""
    return read(f"/publik/{language}desa/{held.key}/jadwal.ics").replace("\r\n ", "")


def events(text: str) -> dict[str, str]:
    """First day by summary."""
    found = {}
    for part in text.split("BEGIN:VEVENT")[1:]:
        lines = dict(line.split(":", 1) for line in part.strip().split("\r\n") if ":" in line)
        found[lines["SUMMARY"]] = lines["DTSTART;VALUE=DATE"]
    return found


def test_a_calendar_gets_the_days_as_a_file_of_its_kind() -> None:
    held = election()
    answer = Client().get(f"/publik/desa/{held.key}/jadwal.ics")
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Content-Disposition"] == f'inline; filename="{held.key}.ics"'
    assert answer.content.startswith(b"BEGIN:VCALENDAR\r\n")


def test_each_event_names_its_village_and_says_that_it_is_proposed() -> None:
    held = election()
    found = events(feed(held))
    assert found["Pemungutan dan penghitungan suara · Desa 33.28.01.2001 (usulan jadwal)"] == "20261206"
    assert len(found) > 25
    assert [name for name in found if "(usulan jadwal)" not in name] == []
    assert "Panitia belum menetapkan jadwal." in feed(held)


def test_after_the_adoption_the_feed_holds_the_adopted_days_and_says_so() -> None:
    held = election()
    before = feed(held)
    append(held, draft("schedule_adopted", date="2026-08-10", document="7/PAN/2026", steps=ADOPTED))
    after = feed(held)
    assert events(after)["Pengumuman dan perbaikan DPS · Desa 33.28.01.2001 (jadwal panitia)"] == "20261020"
    assert len(events(after)) == 3
    assert "usulan" not in after
    moved = [line for line in before.split("\r\n") if line.startswith("UID:") and line in after]
    assert len(moved) == 2


def test_the_file_is_the_same_at_a_later_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    held = election()
    first = feed(held)
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(hours=9))
    assert feed(held) == first


def test_in_english_the_events_are_in_english() -> None:
    assert "Polling and counting · Desa 33.28.01.2001 (proposed)" in events(feed(election(), "en/"))
