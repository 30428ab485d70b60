"""Pages that only read: a person's waves, and the board of one."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from pilkades.base.language import Text, same
from pilkades.regulation.loader import shipped_law
from pilkades.regulation.own_values import entry_of
from pilkades.web.core import clock
from pilkades.web.core.access import Need, board_of, counties_for, waves_for
from pilkades.web.core.frame import frame, person_of
from pilkades.web.core.models import Wave
from pilkades.web.core.queries.laws import Stated, stated_by
from pilkades.web.county.board import Standing, filters_of, row_of, standings
from pilkades.web.county.frame import Official, answer, capital, mode_of, official_of
from pilkades.web.county.parts import Notes, WaveLink, WaveList
from pilkades.web.shared.components.board import Board, Choice
from pilkades.web.shared.components.page import Empty, Link, Pages
from pilkades.web.shared.components.status import Status
from pilkades.web.shared.components.words import long_day, long_moment
from pilkades.web.shared.templatetags.pilkades import article

PER_PAGE = 50
_EVERY = "semua"

_EVERY_DISTRICT = Text("Semua kecamatan", "All districts")
_BOARD = Text("Desa dalam {wave}", "Villages of {wave}")
_PRINT = Text(
    "Tampilkan semua desa di satu halaman (untuk dicetak)", "Show all villages on one page (to print)"
)
_NO_WAVE = Text(
    "Belum ada gelombang untuk Anda. Tanyakan undangannya kepada kabupaten.",
    "There is no wave for you yet. Ask the county for an invitation.",
)
_REAL = Text("Pemilihan", "Elections")
_REHEARSALS = Text("Latihan", "Rehearsals")
_ONLY_PRACTICE = Text(
    "Data latihan berdiri sendiri dan tidak ikut dihitung.",
    "Data of rehearsals stand apart and are counted nowhere else.",
)
_CLOSE = Text("Tutup latihan ini", "Close this rehearsal")
_PRACTICE = Text("Ini latihan", "This is a rehearsal")
_LAW = Text("Hukum berubah", "The law has changed")
_CHANGED = Text(
    "Sejak pemilihannya dibuka, hukum berubah bagi {n} desa.",
    "Since their elections were opened, the law has changed for {n} villages.",
)
_FROM = Text("{what}: mulai {day}, {place}. Dicatat {at}.", "{what}: from {day}, {place}. Stated {at}.")
_WITHDRAWN = Text(
    "{what}: dicabut, semula mulai {day}, {place}.", "{what}: withdrawn, formerly from {day}, {place}."
)
_BY_PROGRAM = Text(
    "Perubahan itu datang bersama pembaruan program.", "The change came with an update of the program."
)
_VILLAGES = Text("{n} desa, pemungutan suara {day}", "{n} villages, polling on {day}")


@login_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The waves that the person oversees, real ones and rehearsals apart; a sole one opens at once."""
    user, now = person_of(request), clock.now()
    waves = list(waves_for(user, Need.OVERSEE, now))
    counties = list(counties_for(user, Need.OVERSEE, now))
    if len(waves) == 1 and not counties:
        return redirect("county:board", waves[0].county_id, waves[0].pk)
    parts: list[object] = []
    real = tuple(_wave(one) for one in waves if not one.rehearsal)
    if real:
        parts.append(WaveList(_REAL, real))
    rehearsals = tuple(_wave(one) for one in waves if one.rehearsal)
    if rehearsals:
        parts.append(WaveList(_REHEARSALS, rehearsals, _ONLY_PRACTICE))
    title = Text("Gelombang pemilihan", "Waves of elections")
    if len(counties) == 1:
        return answer(request, official_of(user, counties[0], now), title, parts or [Empty(_NO_WAVE)])
    page = frame(request, title, user)
    context = {"page": page, "components": parts or [Empty(_NO_WAVE)], "heading": True}
    return render(request, "shared/page.html", context)


def _wave(wave: Wave) -> WaveLink:
    number: int = getattr(wave, "reached", 0)
    return WaveLink(
        reverse("county:board", args=(wave.county_id, wave.pk)),
        same(f"{wave.name}, {wave.county.name}"),
        _VILLAGES.fill(n=number, day=wave.polling_day),
        rehearsal=wave.rehearsal,
    )


@login_required
@require_safe
def board(request: HttpRequest, county_id: int, wave_id: int) -> HttpResponse:
    """Every village of a wave that the person oversees, worst first."""
    user, now = person_of(request), clock.now()
    elections = board_of(user, county_id, wave_id, now)
    wave, county = elections[0].wave, elections[0].village.district.county
    official = official_of(user, county, now)
    every = standings(elections, official.today)
    asked = {name: request.GET.get(name, "").strip() for name in ("keadaan", "kecamatan", "cari")}
    listed = [one for one in every if _fits(one, asked)]
    size = max(len(listed), 1) if request.GET.get("halaman") == _EVERY else PER_PAGE
    shown = Paginator(listed, size).get_page(request.GET.get("halaman"))
    kept = {name: value for name, value in asked.items() if value}
    pages = Pages(
        shown.number,
        shown.paginator.num_pages,
        _to(kept, halaman=shown.previous_page_number()) if shown.has_previous() else "",
        _to(kept, halaman=shown.next_page_number()) if shown.has_next() else "",
    )
    # A state that is chosen leads back to all when it is chosen once more.
    narrow = {name: value for name, value in kept.items() if name != "keadaan"}
    addresses = {
        status: _to(narrow) if asked["keadaan"] == status else _to(narrow, keadaan=status)
        for status in Status
    }
    some = not all(one.law_changed for one in every)
    part = Board(
        title=_BOARD.fill(wave=wave.name),
        total=len(every),
        updated=official.at,
        filters=filters_of(
            (one for one in every if _fits(one, {**asked, "keadaan": ""})), asked["keadaan"], addresses
        ),
        rows=tuple(row_of(one, official.today, name_law=some) for one in shown),
        pages=pages,
        search=asked["cari"],
        districts=_districts(every, asked["kecamatan"]),
        hidden=(("keadaan", asked["keadaan"]),) if asked["keadaan"] else (),
        all=Link(_to(kept, halaman=_EVERY), _PRINT) if shown.paginator.num_pages > 1 else None,
    )
    title = Text("Papan {wave}", "Board of {wave}").fill(wave=wave.name)
    parts = (*_law_changed(official, every), part, *_closing(official, wave))
    return answer(request, official, title, parts, mode=mode_of(rehearsal=wave.rehearsal))


def _law_changed(official: Official, every: Iterable[Standing]) -> Iterator[Notes]:
    """Where the law differs from the one that was frozen: since when, by which place, for how many."""
    changed = [one.election for one in every if one.law_changed]
    if not changed:
        return
    since = min(one.opened_at for one in changed)
    sentences = [_CHANGED.fill(n=len(changed))]
    stated = stated_by(official.county)
    sentences += [_statement(official, one) for one in stated if one.recorded_at >= since]
    if len(sentences) == 1:
        sentences.append(_BY_PROGRAM)
    yield Notes(_LAW, sentences)


def _statement(official: Official, one: Stated) -> Text:
    words = _WITHDRAWN if one.withdrawn else _FROM
    return words.fill(
        what=capital(entry_of(shipped_law(), one.own.parameter).label),
        day=long_day(one.own.start),
        place=article(one.own.instrument.article),
        at=long_moment(one.recorded_at.astimezone(official.at.tzinfo)),
    )


def _closing(official: Official, wave: Wave) -> Iterator[Notes]:
    if wave.rehearsal and official.may(Need.OPEN):
        yield Notes(_PRACTICE, (_ONLY_PRACTICE,), (Link(official.to("close", wave.pk), _CLOSE),))


def _fits(one: Standing, asked: dict[str, str]) -> bool:
    village = one.election.village
    return (
        asked["keadaan"] in {"", one.status}
        and asked["kecamatan"] in {"", village.district.code}
        and asked["cari"].casefold() in f"{village.name} {village.code}".casefold()
    )


def _districts(every: Iterable[Standing], current: str) -> tuple[Choice, ...]:
    """The districts to choose from; one alone is no choice."""
    names = {one.election.village.district.code: one.election.village.district.name for one in every}
    if len(names) < len("ab"):
        return ()
    ordered = sorted(names.items(), key=lambda item: item[1])
    return (
        Choice("", _EVERY_DISTRICT),
        *(Choice(code, same(name), current=code == current) for code, name in ordered),
    )


def _to(kept: dict[str, str], **more: object) -> str:
    query = urlencode({**kept, **{name: str(value) for name, value in more.items()}})
    return f"?{query}" if query else "?"
