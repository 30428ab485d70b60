"""The steps in a person's own calendar, by a secret address that can be withdrawn."""

from dataclasses import dataclass
from typing import ClassVar
from zoneinfo import ZoneInfo

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from pilkades.base.language import Language, Text
from pilkades.web.committee.frame import answer, reader_of
from pilkades.web.committee.preparation.parts import PostButton, Ruled
from pilkades.web.core import clock
from pilkades.web.core.queries.calendars import calendar_of
from pilkades.web.core.services.calendar_feed import end_feed, feed_by, feed_since, open_feed
from pilkades.web.shared.components.words import long_moment

TITLE = Text("Jadwal di kalender Anda", "The timetable in your own calendar")
_LEAD = Text(
    "Langkah dan tanggalnya muncul di kalender HP. Bila jadwal berubah, kalender ikut berubah.",
    "Steps and days appear in your phone's calendar. When the timetable changes, so does the calendar.",
)
_HOW = Text(
    "Buat alamat, lalu tambahkan di aplikasi kalender: kalender lain, dari URL.",
    "Make an address, then add it in the calendar app: other calendars, from URL.",
)
_WHAT = Text(
    "Alamat ini hanya memuat langkah dan tanggal. Siapa pun yang memegangnya dapat membacanya.",
    "This address holds steps and days alone. Whoever holds it can read them.",
)
_MADE = Text("Alamat Anda dibuat {moment}.", "Your address was made on {moment}.")
_NONE = Text("Anda belum punya alamat.", "You have no address yet.")
_MAKE = Text("Buat alamat", "Make an address")
_MAKE_NEW = Text("Buat alamat baru", "Make a new address")
_OLD_ENDS = Text("Alamat yang lama berhenti berlaku.", "The old address ends.")
_END = Text("Cabut alamat", "Withdraw the address")
_END_WHAT = Text("Kalender yang memakainya berhenti diperbarui.", "Calendars that use it go stale.")
_SHOWN_ONCE = Text(
    "Salin alamat ini sekarang. Alamat tidak ditampilkan lagi.",
    "Copy this address now. It is not shown again.",
)
_ADDRESS = Text("Alamat kalender", "Address of the calendar")
_STEP, _OPEN, _CLOSE = "langkah", "buat", "cabut"
_SEE_OTHER = 303


@dataclass(frozen=True, slots=True)
class Secret:
    """The address, shown this once."""

    template: ClassVar[str] = "committee/secret.html"

    label: Text
    sentence: Text
    address: str


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def own(request: HttpRequest, election_id: int) -> HttpResponse:
    """Make or withdraw the secret address of one's own calendar."""
    reader = reader_of(request, election_id)
    parts: list[object] = []
    asked = request.POST.get(_STEP) if request.method == "POST" else None
    if asked == _CLOSE:
        end_feed(reader.user, reader.election.pk, at=reader.at)
        answered = HttpResponseRedirect(request.path)
        answered.status_code = _SEE_OTHER
        return answered
    if asked == _OPEN:
        token = open_feed(reader.user, reader.election.pk, at=reader.at)
        where = request.build_absolute_uri(reverse("committee:calendar", args=(token,)))
        parts.append(Secret(_ADDRESS, _SHOWN_ONCE, where))
    since = feed_since(reader.user, reader.election)
    zone = ZoneInfo(reader.election.village.district.county.zone)
    stands = _MADE.fill(moment=long_moment(since.astimezone(zone))) if since else _NONE
    parts += [Ruled(stands), Ruled(_HOW), Ruled(_WHAT)]
    if since is None:
        parts.append(PostButton(request.path, _MAKE, hidden=((_STEP, _OPEN),)))
    else:
        parts.append(PostButton(request.path, _MAKE_NEW, _OLD_ENDS, ((_STEP, _OPEN),)))
        parts.append(PostButton(request.path, _END, _END_WHAT, ((_STEP, _CLOSE),)))
    return answer(request, reader, TITLE, parts, lead=_LEAD)


@require_safe
def feed(_request: HttpRequest, token: str) -> HttpResponse:
    """The calendar behind a secret address; it needs no session and holds none."""
    now = clock.now()
    user, election = feed_by(token, at=now)
    content = calendar_of(election, now, Language(user.language))
    answered = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answered.headers["Content-Disposition"] = 'inline; filename="pilkades.ics"'
    answered.headers["Cache-Control"] = "private, no-store"
    answered.headers["X-Robots-Tag"] = "noindex"
    return answered
