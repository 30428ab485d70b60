"""The public pages: they find what is public and hand it to be set."""

from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from pilkades.base.language import Language, Text, same
from pilkades.web.core import clock
from pilkades.web.core.access import access_public_election
from pilkades.web.core.queries.states import state_of
from pilkades.web.public.county_page import Asked, counties_shown, county_of, villages_shown
from pilkades.web.public.course import feed_link, schedule_shown
from pilkades.web.public.dates import dates_of
from pilkades.web.public.feed import feed_of
from pilkades.web.public.frame import Shown, frame, public
from pilkades.web.public.parts import Passage
from pilkades.web.public.place import now_in, village_frame
from pilkades.web.public.record_page import record_shown
from pilkades.web.public.village_page import village_shown

_ALL = Text("Pemilihan kepala desa", "Village-head elections")
_PILKADES = same("Pilkades")
_IN_COUNTY = Text("Pemilihan kepala desa di {name}", "Village-head elections in {name}")
_ELECTION = Text("Pilkades {name}", "{name} election")
_SCHEDULE = Text("Jadwal {name}", "Timetable of {name}")
_RECORD = Text("Catatan {name}", "Record of {name}")
_WHICH = Text("Tanggal mana ini?", "Which dates are these?")
_PROGRAM = Text(
    "Diterbitkan panitia desa dan kabupaten, bukan KPU.",
    "Published by village and county committees, not by KPU.",
)


@public
def counties(request: HttpRequest, language: Language) -> Shown:
    """Every county with an election that the public sees; a village can be looked for by its name."""
    made, asked = timezone.localtime(clock.now()), Asked.of(request.GET)
    page = frame(
        _ALL, _PILKADES, language=language, made=made, name="counties", publisher=_PROGRAM, query=asked.query
    )
    return page, counties_shown(asked, made.date(), language)


@public
def county(request: HttpRequest, language: Language, code: str) -> Shown:
    """A county's villages, by district."""
    place, asked = county_of(code), Asked.of(request.GET)
    made = now_in(place)
    page = frame(
        _IN_COUNTY.fill(name=place.name), same(place.name), language=language, made=made, name="county",
        at={"code": code}, query=asked.query,
    )  # fmt: skip
    return page, villages_shown(asked, made.date(), language, place)


@public
def village(_request: HttpRequest, language: Language, key: str) -> Shown:
    """A village: the answer first, as record, rulebook and today say it."""
    held = access_public_election(key)
    made = now_in(held.village.district.county)
    page = village_frame(_ELECTION, held, language, made, "village")
    return page, village_shown(state_of(held, made.date()), language)


@public
def schedule(_request: HttpRequest, language: Language, key: str) -> Shown:
    """A village's days: every step of every stage, and whether it is adopted or proposed."""
    held = access_public_election(key)
    made = now_in(held.village.district.county)
    state = state_of(held, made.date())
    page = village_frame(_SCHEDULE, held, language, made, "schedule")
    which = Passage(_WHICH, (dates_of(state).which,), links=feed_link(state, language))
    return page, (which, schedule_shown(state))


@public
def record(request: HttpRequest, language: Language, key: str) -> Shown:
    """A village's record as a log without personal data."""
    held, number = access_public_election(key), Asked.of(request.GET).page
    query = f"?halaman={number}" if number > 1 else ""
    made = now_in(held.village.district.county)
    return village_frame(_RECORD, held, language, made, "record", query), record_shown(held, number)


@require_safe
def feed(_request: HttpRequest, key: str, language: str = Language.ID) -> HttpResponse:
    """A village's days as a calendar file."""
    held = access_public_election(key)
    today = now_in(held.village.district.county).date()
    words = feed_of(state_of(held, today), Language(language))
    response = HttpResponse(words, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'inline; filename="{held.key}.ics"'
    response.headers["ETag"] = f'W/"{sha256(words.encode()).hexdigest()[:32]}"'
    return response
