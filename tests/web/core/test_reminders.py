"""Reminders by mail: to whom, of what, how often, and that none go out where no server is set."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from pytest_django import Settings
from tests.web.scenes import NOW, chair_of, draft, election, granted, person

from pilkades.web.config import MailServer
from pilkades.web.core import clock
from pilkades.web.core.models import Election, Role
from pilkades.web.core.services.append_act import append_act
from pilkades.web.core.services.send_reminders import send_reminders
from pilkades.web.shared.models import User

pytestmark = pytest.mark.django_db
# The report of the village head falls due on Friday 7 August 2026; on Tuesday three working days are left.
TUESDAY = datetime(2026, 8, 4, 3, 0, tzinfo=UTC)


def with_mail(user: User, address: str = "siti@desa.example") -> User:
    user.email = address
    user.save()
    return user


@pytest.fixture
def held() -> Election:
    made = election()
    with_mail(chair_of(made))
    return made


def test_a_person_is_told_what_falls_due_within_three_working_days_and_only_once(held: Election) -> None:
    assert send_reminders(at=TUESDAY - timedelta(days=1)).messages == 0
    assert send_reminders(at=TUESDAY).messages == 1
    (message,) = mail.outbox
    assert message.to == ["siti@desa.example"]
    assert "laporan akhir masa jabatan kepala desa: paling lambat Jumat, 7 Agustus 2026" in message.body
    assert "sisa 3 hari kerja" in message.body
    assert str(held.village) in message.subject
    assert send_reminders(at=TUESDAY + timedelta(days=1)).messages == 0
    assert len(mail.outbox) == 1


def test_what_is_recorded_is_not_reminded_of(held: Election) -> None:
    by = User.objects.get(email="siti@desa.example")
    append_act(by, held.pk, draft("final_report", date="2026-08-03"), held.head.digest, at=NOW)
    assert send_reminders(at=TUESDAY).messages == 0


def test_the_proposal_is_called_one_and_english_readers_read_english(held: Election) -> None:
    reader = User.objects.get(email="siti@desa.example")
    reader.language = "en"
    reader.save()
    send_reminders(at=TUESDAY)
    assert "The committee has not adopted a timetable." in mail.outbox[0].body
    assert str(held.village) in mail.outbox[0].body


def test_only_people_whose_role_in_that_village_stands_are_told(held: Election) -> None:
    other = election("33.28.01.2002")
    granted(with_mail(person("Lain"), "lain@desa.example"), Role.VILLAGE_CHAIR, other.village)
    ended = with_mail(person("Dulu"), "dulu@desa.example")
    granted(ended, Role.VILLAGE_MEMBER, held.village, starts=NOW - timedelta(days=40), days=30)
    granted(person("Tanpa surel"), Role.VILLAGE_MEMBER, held.village)
    send_reminders(at=TUESDAY)
    assert sorted(message.to[0] for message in mail.outbox) == ["lain@desa.example", "siti@desa.example"]
    assert [str(other.village) in message.body for message in mail.outbox if "lain" in message.to[0]] == [
        True
    ]


def test_a_rehearsal_reminds_nobody() -> None:
    rehearsed = election(rehearsal=True)
    with_mail(chair_of(rehearsed))
    assert send_reminders(at=TUESDAY).messages == 0


def test_the_command_says_that_no_server_is_set_and_sends_nothing(held: Election) -> None:
    told = StringIO()
    call_command("send_reminders", stdout=told)
    assert "surel belum diatur" in told.getvalue()
    assert mail.outbox == []
    assert held.key


def test_the_command_sends_where_a_server_is_set(
    held: Election, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.CONFIG = replace(settings.CONFIG, mail=MailServer("localhost", 25))
    monkeypatch.setattr(clock, "now", lambda: TUESDAY)
    told = StringIO()
    call_command("send_reminders", within=3, stdout=told)
    assert told.getvalue().startswith("1 pesan")
    assert len(mail.outbox) == 1
    assert held.key
