"""The public pages: they find what is public and hand it to be set."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django.utils import timezone

from pilkades.base.language import Language, Text, same
from pilkades.web.core import clock
from pilkades.web.core.access import NotThereError, access_public_election, public_elections
from pilkades.web.core.models import Election
from pilkades.web.core.queries.states import state_of
from pilkades.web.public.county_page import counties_shown, villages_shown
from pilkades.web.public.frame import Shown, frame, public
from pilkades.web.public.record_page import record_shown
from pilkades.web.public.village_page import village_shown
from pilkades.web.shared.components.page import Page

_ALL = Text("Pemilihan kepala desa", "Village-head elections")
_PILKADES = Text("Pilkades", "Pilkades")
_BY_STAGE = Text("Desa menurut tahap", "Villages by stage")
_ELECTION = Text("Pilkades {name}", "{name} election")
_RECORD = Text("Catatan {name}", "Record of {name}")
_PROGRAM = Text(
    "Diterbitkan panitia desa dan kabupaten, bukan KPU.",
    "Published by village and county committees, not by KPU.",
)
_DIGITS = 4
_COMMITTEE = Text(
    "Diterbitkan panitia pemilihan {name}, bukan KPU.", "Published by the committee of {name}, not by KPU."
)


@public
def counties(_request: HttpRequest, language: Language) -> Shown:
    """Every county with an election that the public sees."""
    made = timezone.localtime(clock.now())
    page = frame(_ALL, _PILKADES, language=language, made=made, name="counties", at={}, publisher=_PROGRAM)
    return page, counties_shown(language)


@public
def county(request: HttpRequest, language: Language, code: str) -> Shown:
    """A county's villages by stage."""
    held = tuple(public_elections().filter(village__district__county__code=code))
    if not held:
        raise NotThereError
    place, made = held[0].village.district.county, _now_in(held[0])
    number = _page(request)
    page = frame(
        _BY_STAGE, same(place.name), language=language, made=made, name="county", at={"code": code},
        query=f"?halaman={number}" if number > 1 else "",
    )  # fmt: skip
    return page, villages_shown(held, made.date(), language, number)


@public
def village(_request: HttpRequest, language: Language, key: str) -> Shown:
    """A village: the answer first, as record, rulebook and today say it."""
    held = access_public_election(key)
    made = _now_in(held)
    page = _village_frame(_ELECTION, held, language, made, "village")
    return page, village_shown(state_of(held, made.date()), language)


@public
def record(request: HttpRequest, language: Language, key: str) -> Shown:
    """A village's record as a log without personal data."""
    held = access_public_election(key)
    number = _page(request)
    query = f"?halaman={number}" if number > 1 else ""
    page = _village_frame(_RECORD, held, language, _now_in(held), "record", query)
    return page, record_shown(held, number)


def _now_in(held: Election) -> datetime:
    return clock.now().astimezone(ZoneInfo(held.village.district.county.zone))


def _page(request: HttpRequest) -> int:
    """The page asked for; anything that is no page is the first."""
    asked = request.GET.get("halaman", "")
    return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) <= _DIGITS else 1


def _village_frame(
    title: Text, held: Election, language: Language, made: datetime, name: str, query: str = ""
) -> Page:
    return frame(
        title.fill(name=held.village.name), same(held.village.name), language=language, made=made, name=name,
        at={"key": held.key}, publisher=_COMMITTEE.fill(name=held.village.name), query=query,
    )  # fmt: skip
