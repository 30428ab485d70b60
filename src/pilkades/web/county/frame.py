"""What every page of the county shares: who reads, where, on which day, and the frame round it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from pilkades.base.language import EMPTY, Text, same
from pilkades.web.core import clock
from pilkades.web.core.access import NEEDS, Need, access_county, standing_grants
from pilkades.web.core.frame import ROLES, frame, person_of
from pilkades.web.core.models import County, Role
from pilkades.web.shared.components.page import Mode, NavItem
from pilkades.web.shared.models import User

_OCCASION = Text("Papan pemilihan kepala desa", "Board of the village-head elections")
_PUBLISHER = Text(
    "Papan kerja kabupaten; isinya dari catatan panitia desa, bukan KPU.",
    "The county's working board; its content comes from the village committees' records, not from KPU.",
)
_BOARDS = Text("Gelombang", "Waves")
_PEOPLE = Text("Orang", "People")
_NAVIGATION = (
    (Need.OVERSEE, "approvals", Text("Persetujuan", "Approvals")),
    (Need.OPEN, "set_up", Text("Gelombang baru", "New wave")),
    (Need.SET_VALUES, "values", Text("Nilai", "Values")),
)


@dataclass(frozen=True, slots=True)
class Official:
    """Somebody who looks at a county's villages; `roles` are those held at the county itself."""

    user: User
    county: County
    roles: frozenset[Role]
    at: datetime

    @property
    def today(self) -> date:
        """The county's day."""
        return self.at.date()

    def may(self, need: Need) -> bool:
        """Whether one of the person's roles at the county may do that."""
        return bool(self.roles & NEEDS[need])

    def to(self, name: str, *rest: object) -> str:
        """The address of a page of this county."""
        return reverse(f"county:{name}", args=(self.county.pk, *rest))


def official_at(request: HttpRequest, county_id: int, need: Need) -> Official:
    """Who comes to the county with which need.

    Raises:
        NotThereError: the county is not there for this person and need.
    """
    user, now = person_of(request), clock.now()
    return official_of(user, access_county(user, county_id, need, now), now)


def official_of(user: User, county: County, now: datetime) -> Official:
    """The person at that county, whose villages were reached by `access`; one query."""
    held = standing_grants(user, now).filter(county=county).values_list("role", flat=True)
    return Official(
        user, county, frozenset(Role(role) for role in held), now.astimezone(ZoneInfo(county.zone))
    )


def answer(
    request: HttpRequest,
    official: Official,
    title: Text,
    components: Sequence[object],
    **more: object,
) -> HttpResponse:
    """A page of the county; `status`, `faults` and `mode` shape it, the rest goes to the template."""
    status, faults = more.pop("status", 200), bool(more.pop("faults", False))
    mode = Mode(str(more.pop("mode", Mode.REAL)))
    shown = request.resolver_match
    current = shown.url_name if shown else ""
    page = replace(
        frame(request, title, official.user),
        place=same(official.county.name),
        occasion=_OCCASION,
        home=reverse("county:home"),
        role=next((words for role, words in ROLES.items() if role in official.roles), EMPTY),
        navigation=(
            NavItem(reverse("county:home"), _BOARDS, current=current in {"home", "board"}),
            *(
                NavItem(official.to(name), label, current=name == current)
                for need, name, label in _NAVIGATION
                if official.may(need)
            ),
            *([NavItem(reverse("accounts:people"), _PEOPLE)] if official.may(Need.INVITE) else []),
        ),
        mode=mode,
        publisher=_PUBLISHER,
        made=official.at,
        faults=faults,
    )
    context = {"page": page, "components": components, "heading": True, **more}
    return render(request, "shared/page.html", context, status=int(str(status)))


def capital(words: Text) -> Text:
    """The same words with a capital at their head."""
    return Text(*(half[:1].upper() + half[1:] for half in (words.id, words.en)))


def mode_of(*, rehearsal: bool) -> Mode:
    """The band of a page: every page of a rehearsal carries its colour and word."""
    return Mode.REHEARSAL if rehearsal else Mode.REAL
