"""A chair signed in at the desk of one election, on a fixed day."""

from dataclasses import dataclass
from datetime import datetime

import pytest
from django.test import Client
from tests.web.scenes import NOW, chair_of, election

from pilkades.web.core import clock
from pilkades.web.core.models import ActRow, Election
from pilkades.web.shared.models import User


def signed_in(user: User) -> Client:
    """A client of a person whose second factor is set up."""
    client = Client()
    client.force_login(user)
    session = client.session
    session["second_factor_is_set_up"] = True
    session.save()
    return client


@dataclass(frozen=True)
class Desk:
    """An election, its chair, and the chair's client."""

    held: Election
    chair: User
    client: Client

    def at(self, rest: str = "") -> str:
        """The address of a page of this election."""
        return f"/desa/{self.held.pk}/{rest}"

    def opened(self, rest: str = "tindakan/bpd_notice/") -> dict[str, str]:
        """Open a form and take its hidden fields."""
        form = self.client.get(self.at(rest)).context["components"][-1].form
        return {name: form.initial[name] for name in ("kepala", "nomor")}

    def acts(self) -> list[ActRow]:
        """The rows of the record."""
        return list(ActRow.objects.filter(election=self.held).order_by("sequence"))


NOTICE = {
    "date_0": "2",
    "date_1": "6",
    "date_2": "2026",
    "written": "yes",
    "by": "bpd",
    "oleh_jabatan": "bpd",
    "oleh_orang": "Ketua BPD",
}


def on_another_day(desk: Desk, monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    """Set the clock to a moment on which the chair signs in anew: an old sign-in has ended by then."""
    monkeypatch.setattr(clock, "now", lambda: moment)
    session = desk.client.session
    for name in ("session_began", "session_used"):
        session.pop(name, None)
    session.save()


@pytest.fixture(autouse=True)
def fixed_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day of the scenes, so that limits do not move with the calendar."""
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def desk(db: None) -> Desk:
    """A fresh election with its chair at the desk."""
    del db
    held = election()
    chair = chair_of(held)
    return Desk(held, chair, signed_in(chair))
