"""What every page of the desk shares: who reads, which election, the frame round it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from pilkades.acts.payload import Office
from pilkades.base.language import EMPTY, Text, same
from pilkades.web.core import clock
from pilkades.web.core.access import NEEDS, Need, access_election, may_record_for, roles_in
from pilkades.web.core.frame import ROLES, frame, person_of
from pilkades.web.core.models import Election, Role
from pilkades.web.core.queries.states import State, state_of
from pilkades.web.shared.components.page import Mode, NavItem
from pilkades.web.shared.models import User

_NAVIGATION = (
    ("desk", Text("Perlu dikerjakan", "To do"), Need.READ),
    ("preparation", Text("Persiapan", "Preparation"), Need.READ),
    ("voters", Text("Pemilih", "Voters"), Need.READ_VOTERS),
    ("registration", Text("Pendataan", "Registration"), Need.REGISTER_VOTERS),
    ("course", Text("Tahapan", "Course"), Need.READ),
    ("findings", Text("Temuan", "Findings"), Need.READ),
    ("log", Text("Catatan", "Record"), Need.READ),
    ("kinds", Text("Tindakan", "Acts"), Need.RECORD),
)
_OCCASION = Text("Pemilihan kepala desa {day}", "Election of the village head, {day}")


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody at an election: what the person may do there, and the moment on the village's clock."""

    user: User
    election: Election
    roles: frozenset[Role]
    at: datetime

    @property
    def today(self) -> date:
        """The village's day."""
        return self.at.date()

    @property
    def state(self) -> State:
        """The election as it stands today."""
        return state_of(self.election, self.today)

    @property
    def offices(self) -> tuple[Office, ...]:
        """The offices whose acts the person may enter."""
        return tuple(office for office in Office if may_record_for(self.roles, office))

    def may(self, need: Need) -> bool:
        """Whether one of the person's roles may do that here."""
        return bool(self.roles & NEEDS[need])

    def to(self, name: str, *rest: str) -> str:
        """The address of a page of this election."""
        return reverse(f"committee:{name}", args=(self.election.pk, *rest))


def reader_of(request: HttpRequest, election_id: int, need: Need = Need.READ) -> Reader:
    """Who reads which election.

    Raises:
        NotThereError: it is not there, or not for this person and need.
    """
    user, now = person_of(request), clock.now()
    election = access_election(user, election_id, need, now)
    at = now.astimezone(ZoneInfo(election.village.district.county.zone))
    return Reader(user, election, roles_in(user, election, now), at)


def home_of(reader: Reader) -> str:
    """The first page of somebody here: the desk, for a registrar the own form."""
    return "registration" if reader.roles and not reader.may(Need.READ) else "desk"


def answer(
    request: HttpRequest,
    reader: Reader,
    title: Text,
    components: Sequence[object],
    **more: object,
) -> HttpResponse:
    """A page of the election; `more` goes to the template, `status` and `faults` apart."""
    status, faults = more.pop("status", 200), bool(more.pop("faults", False))
    htmx = bool(more.pop("htmx", False))
    election, shown = reader.election, request.resolver_match
    current = (shown.url_name or "") if shown else ""
    page = replace(
        frame(request, title, reader.user, reader.roles),
        place=same(str(election.village)),
        occasion=_OCCASION.fill(day=election.polling_day),
        home=reader.to(home_of(reader)),
        role=next((words for role, words in ROLES.items() if role in reader.roles), EMPTY),
        navigation=tuple(
            NavItem(reader.to(name), label, current=current.partition("-")[0] == name)
            for name, label, need in _NAVIGATION
            if reader.may(need) or (need is Need.READ and not reader.roles)
        ),
        mode=Mode.REHEARSAL if election.rehearsal else Mode.REAL,
        made=reader.at,
        faults=faults,
        htmx=htmx,
    )
    context = {"page": page, "components": components, "heading": True, **more}
    return render(request, "shared/page.html", context, status=int(str(status)))
