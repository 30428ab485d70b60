"""Power that is seen: who looked at persons' papers, and when an operator opened read access."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from pilkades.base.errors import PilkadesError
from pilkades.base.language import EMPTY, Text, same
from pilkades.web.accounts.frame import HTTP_FAULTS, answer, local
from pilkades.web.accounts.parts import Ask, Doors, Said, Titled
from pilkades.web.accounts.people import PER_PAGE, ReasonForm, pages_of
from pilkades.web.accounts.words import role_words
from pilkades.web.core import clock
from pilkades.web.core.access import NotThereError
from pilkades.web.core.frame import person_of
from pilkades.web.core.messages import said
from pilkades.web.core.models import StaffAccess, ViewLog
from pilkades.web.core.queries.looks import looks_for, staff_accesses_for
from pilkades.web.core.services.open_staff_access import open_staff_access
from pilkades.web.shared.components.faults import FaultSummary
from pilkades.web.shared.components.page import Empty, Link
from pilkades.web.shared.components.record import Log, LogDay, LogEntry
from pilkades.web.shared.components.status import Status, Tag
from pilkades.web.shared.components.words import clock as clock_words
from pilkades.web.shared.components.words import long_moment
from pilkades.web.shared.templatetags.pilkades import say

_SAW = Text("{who} ({role}) melihat {paper}, {village}", "{who} ({role}) looked at {paper}, {village}")
_OPENED = Text("{who} membuka akses baca sampai {until}", "{who} opened read access until {until}")


def _log(entries: Iterable[LogEntry]) -> Log:
    days = groupby(entries, key=lambda entry: entry.at.date())
    return Log(tuple(LogDay(day, tuple(held)) for day, held in days))


@login_required
@require_safe
def looks(request: HttpRequest) -> HttpResponse:
    """Who looked at a person's paper at one's place, the latest first."""
    found = looks_for(person_of(request), clock.now())
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("halaman"))
    title = Text("Siapa melihat berkas orang", "Who looked at people's papers")
    lead = Text(
        "Setiap kali berkas pribadi dibuka, situs mencatat siapa, kapan, sebagai apa, dan mengapa.",
        "Each time a personal paper is opened, the site notes who, when, as what and why.",
    )
    if not page.object_list:
        nothing = Text("Belum ada yang membuka berkas pribadi.", "Nobody has opened a personal paper yet.")
        return answer(request, title, (Empty(nothing),), lead=lead)
    return answer(request, title, (_log(_seen(one) for one in page), pages_of(page, "halaman")), lead=lead)


def _seen(one: ViewLog) -> LogEntry:
    village = one.paper.election.village
    sentence = _SAW.fill(
        who=one.user, role=role_words(one.role), paper=same(one.paper.name), village=village.name
    )
    zone = ZoneInfo(village.district.county.zone)
    return LogEntry(one.viewed_at.astimezone(zone), sentence, reason=same(one.reason))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def operator(request: HttpRequest) -> HttpResponse:
    """An operator opens read access for an hour; operators and every county see all openings."""
    user, now = person_of(request), clock.now()
    found = staff_accesses_for(user, now)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_bound:
        if not user.is_operator:
            raise NotThereError
        if form.is_valid():
            try:
                open_staff_access(user, form.cleaned_data["reason"], at=now)
            except PilkadesError as error:
                form.add_error("reason", say(said(error)))
            else:
                return redirect("accounts:operator")
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("halaman"))
    title = Text("Akses operator", "Operators' access")
    lead = Text(
        "Operator menjaga mesin. Ia hanya dapat membaca, satu jam, dengan alasan yang tercatat.",
        "Operators keep the machine. They may only read, for an hour, with a logged reason.",
    )
    parts: list[object] = [FaultSummary.of(form)] if form.errors else []
    parts.append(Titled(title, lead))
    if user.is_operator:
        parts += [
            *_open_now(page.object_list, user.pk, now),
            Ask(form, Text("Buka akses satu jam", "Open for an hour")),
        ]
    parts.append(Said((), Text("Semua pembukaan", "All openings")))
    if page.object_list:
        parts += [_log(_opened(one) for one in page), pages_of(page, "halaman")]
    else:
        parts.append(Empty(Text("Belum pernah dibuka.", "Never opened yet.")))
    return answer(request, title, parts, status=HTTP_FAULTS if form.errors else 200, heading=False)


def _open_now(latest: Iterable[StaffAccess], user_id: int, now: datetime) -> list[object]:
    mine = next((one for one in latest if one.user_id == user_id and one.starts <= now < one.until), None)
    if mine is None:
        return []
    words = Text("Akses Anda terbuka sampai {until}", "Your access is open until {until}")
    door = Link(reverse("committee:elections"), Text("Lihat pemilihan", "See the elections"))
    return [Tag(Status.ACTIVE, words.fill(until=long_moment(local(mine.until)))), Doors((door,), quiet=True)]


def _opened(one: StaffAccess) -> LogEntry:
    until = clock_words(local(one.until))
    return LogEntry(
        local(one.starts), _OPENED.fill(who=one.user, until=until), reason=same(one.reason) or EMPTY
    )
