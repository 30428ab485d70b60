"""Rows that may be one person: looked for in the background, put side by side, decided by people."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from pilkades.base.errors import PilkadesError
from pilkades.base.language import EMPTY, Text, joined, same
from pilkades.register.duplicates import Reading
from pilkades.register.pair_words import HEADINGS, points
from pilkades.register.review import DECIDED, Decided
from pilkades.web.committee.frame import Reader, reader_of
from pilkades.web.committee.lists.parts import Answered, Compared, PairCard, Switch
from pilkades.web.committee.voters.parts import Button, Note
from pilkades.web.committee.voters.rooms import room
from pilkades.web.committee.voters.words import FIELDS, NOT_STATED, area_of, said
from pilkades.web.core.access import Need
from pilkades.web.core.messages import said as said_error
from pilkades.web.core.models.jobs import OPEN_STATES
from pilkades.web.core.queries.found_pairs import (
    PairPage,
    Searched,
    ShownPair,
    apart_count,
    pairs_page,
    searched,
)
from pilkades.web.core.services.find_pairs import find_pairs, stop_search
from pilkades.web.core.work import words_of
from pilkades.web.shared.components.intake import Progress
from pilkades.web.shared.components.page import Link, Pages
from pilkades.web.shared.components.words import long_moment

_SEE_OTHER, _CONFLICT = 303, 409
WHICH, PAGE = "keputusan", "halaman"

TITLE = Text("Mungkin orang yang sama", "Maybe the same person")
_LEAD = Text(
    "Program menunjukkan baris yang mirip. Panitia yang menentukan; tidak ada yang keluar dari daftar dengan "
    "sendirinya.",
    "The program shows rows that are alike. The committee decides; nobody leaves the list by itself.",
)
_SEARCH = Text("Cari baris yang mirip", "Look for rows that are alike")
_AGAIN = Text("Cari lagi", "Search again")
_NEVER = Text("Daftar ini belum pernah diperiksa.", "This list was never looked through.")
_SINCE = Text(
    "Pencarian terakhir selesai {at}. Daftar belum berubah sesudahnya.",
    "The last search ended {at}. The list has not changed since.",
)
_BEHIND = Text(
    "Pencarian terakhir selesai {at}. Sesudah itu daftar berubah; cari lagi agar yang baru ikut diperiksa.",
    "The last search ended {at}. The list changed since; search again so that what is new is looked at.",
)
_APART = Text(
    "{twins} pasang terbaca sebagai saudara kembar dan {namesakes} sebagai orang lain bernama sama. "
    "Keduanya tidak ditanyakan.",
    "{twins} pairs read as twins and {namesakes} as others of the same name. Those are not asked about.",
)
_RUNS = Text("Mencari baris yang mirip", "Looking for rows that are alike")
_GOES_ON = Text(
    "Anda boleh menutup halaman ini. Daftar tidak berubah oleh pencarian.",
    "You may close this page. The search changes nothing on the list.",
)
_STOPPING = Text("Pencarian akan berhenti pada langkah berikutnya.", "The search stops at its next step.")
_STOP = Text("Hentikan pencarian", "Stop the search")
_BROKE = Text("Pencarian berhenti sebelum selesai.", "The search stopped before its end.")
_SWITCH = Text("Pasangan menurut keputusan", "Pairs by decision")
_OPEN = Text("belum diputuskan", "not decided yet")
_NONE_OPEN = Text("Tidak ada pasangan yang menunggu keputusan.", "No pair waits for a decision.")
_NONE = Text("Belum ada pasangan di sini.", "There is no pair here yet.")
_BUTTONS = (
    (Decided.SAME.value, Text("Orang yang sama", "The same person")),
    (Decided.DIFFERENT.value, Text("Orang berbeda", "Different people")),
    (Decided.ASK.value, Text("Tanyakan dulu", "Ask first")),
)
_DECIDED = Text("Diputuskan: {what}, oleh {who}, {at}.", "Decided: {what}, by {who}, {at}.")
_CHOOSE = Text("Pilih baris yang tetap di daftar", "Choose the row that stays on the list")
_SHOWN = ("name", "nik", "birth", "kk", "sex", "birth_place")
_PLACE = Text("Tempat tinggal", "Where they live")


@login_required
@require_safe
def pairs(request: HttpRequest, election_id: int) -> HttpResponse:
    """Pairs that wait for a decision, or those that one answer stands of."""
    reader = reader_of(request, election_id, Need.READ_VOTERS)
    return pairs_at(request, reader)


def pairs_at(request: HttpRequest, reader: Reader, fault: Text = EMPTY) -> HttpResponse:
    """The page, with what stood against a step that was tried."""
    stands, which = searched(reader.election), _which(request)
    number = request.GET.get(PAGE, "")
    page = pairs_page(
        reader.election, stands.done, which, int(number) if number.isascii() and number.isdigit() else 1
    )
    running = stands.last is not None and stands.last.state in OPEN_STATES
    parts: list[object] = [Note(fault)] if fault else []
    parts += _search_parts(reader, stands, running=running)
    parts.append(_switch(reader, page, which))
    parts += [_card(reader, shown, which, page.page) for shown in page.pairs]
    if not page.pairs:
        parts.append(Note(_NONE_OPEN if which is None and stands.done else _NONE))
    if page.pages > 1:
        parts.append(
            Pages(
                page.page,
                page.pages,
                address_of(reader, which, page.page - 1) if page.page > 1 else "",
                address_of(reader, which, page.page + 1) if page.page < page.pages else "",
            )
        )
    status = _CONFLICT if fault else 200
    return room(request, reader, TITLE, parts, lead=_LEAD, htmx=running, status=status)


def _which(request: HttpRequest) -> Decided | None:
    sent = request.GET.get(WHICH, "")
    return next((one for one in DECIDED if one.value == sent and one is not Decided.UNDONE), None)


def address_of(reader: Reader, which: Decided | None, page: int = 1) -> str:
    """Where the pairs of one answer stand."""
    asked = {WHICH: which.value if which else "", PAGE: str(page) if page > 1 else ""}
    query = urlencode({name: value for name, value in asked.items() if value})
    return reader.to("voters-pairs") + (f"?{query}" if query else "")


def _search_parts(reader: Reader, stands: Searched, *, running: bool) -> Iterator[object]:
    may = reader.may(Need.EDIT_VOTERS)
    if running:
        yield _progress(reader, stands)
        return
    if stands.last is not None and stands.last is not stands.done:
        yield Note(joined([_BROKE, *words_of(stands.last)]))
    words = _NEVER
    if stands.done is not None and stands.done.ended_at is not None:
        at = long_moment(stands.done.ended_at.astimezone(reader.at.tzinfo))
        words = (_BEHIND if stands.behind else _SINCE).fill(at=at)
        apart = apart_count(stands.done)
        if apart:
            counts = _APART.fill(twins=apart.get(Reading.TWINS, 0), namesakes=apart.get(Reading.NAMESAKES, 0))
            words = joined([words, counts])
        yield from (Note(told) for told in words_of(stands.done))
    if may:
        label = _AGAIN if stands.done else _SEARCH
        main = stands.done is None or stands.behind
        yield Button(reader.to("voters-pairs-search"), label, words, main=main)
    else:
        yield Note(words)


def _progress(reader: Reader, stands: Searched) -> Progress:
    job = stands.last
    stopping = job is not None and job.cancel
    return Progress(
        _RUNS,
        _STOPPING if stopping else _GOES_ON,
        job.done if job else 0,
        job.total if job else 0,
        here=reader.to("voters-pairs"),
        poll=reader.to("voters-pairs-progress"),
        stop="" if stopping or not reader.may(Need.EDIT_VOTERS) else reader.to("voters-pairs-stop"),
        stop_label=_STOP,
    )


def _switch(reader: Reader, page: PairPage, which: Decided | None) -> Switch:
    labels: list[tuple[Decided | None, Text]] = [(None, _OPEN)]
    labels += [(one, words) for one, words in DECIDED.items() if one is not Decided.UNDONE]
    return Switch(
        _SWITCH,
        tuple(
            (Link(address_of(reader, one), words), page.counts.get(one, 0), one is which)
            for one, words in labels
        ),
    )


def _card(reader: Reader, shown: ShownPair, which: Decided | None, page: int) -> PairCard:
    heading = HEADINGS[shown.reading]
    answered = None
    if shown.decision is not None:
        at = long_moment(shown.decision.at.astimezone(reader.at.tzinfo))
        words = _DECIDED.fill(what=DECIDED[shown.decision.decided], who=shown.decision.by, at=at)
        standing = not shown.first.row.removal and not shown.second.row.removal
        goes_on = shown.decision.decided is Decided.SAME and standing and reader.may(Need.EDIT_VOTERS)
        answered = Answered(
            words,
            shown.decision.why,
            Decided.UNDONE.value,
            Link(reader.to("voters-pairs-one", shown.two.first), _CHOOSE) if goes_on else None,
        )
    return PairCard(
        anchor=f"p-{shown.two.first[:8]}-{shown.two.second[:8]}",
        title=heading.title,
        why=heading.why,
        todo=heading.what_to_do if answered is None else EMPTY,
        lines=tuple(_lines(shown)),
        first=shown.two.first,
        second=shown.two.second,
        action=reader.to("voters-pairs-decide"),
        buttons=_BUTTONS,
        back=address_of(reader, which, page),
        answered=answered,
        may_decide=reader.may(Need.EDIT_VOTERS),
    )


def _lines(shown: ShownPair) -> Iterator[Compared]:
    sentences = {point.field: point.message for point in points(shown.evidence)}
    for name in _SHOWN:
        yield Compared(
            FIELDS[name],
            said(shown.first, name) or NOT_STATED,
            said(shown.second, name) or NOT_STATED,
            sentences.get(name, EMPTY),
        )
    yield Compared(
        _PLACE,
        same(area_of(shown.first.voter)) or NOT_STATED,
        same(area_of(shown.second.voter)) or NOT_STATED,
        sentences.get("place", EMPTY),
    )


@login_required
@require_POST
def search(request: HttpRequest, election_id: int) -> HttpResponse:
    """Start the search; what stands against it is told on the page."""
    reader = reader_of(request, election_id, Need.EDIT_VOTERS)
    try:
        find_pairs(reader.user, election_id, at=reader.at)
    except PilkadesError as error:
        return pairs_at(request, reader, said_error(error))
    return HttpResponseRedirect(reader.to("voters-pairs"), status=_SEE_OTHER)


@login_required
@require_POST
def stop(request: HttpRequest, election_id: int) -> HttpResponse:
    """Stop the search that runs; nothing of it stays."""
    reader = reader_of(request, election_id, Need.EDIT_VOTERS)
    stop_search(reader.user, election_id, at=reader.at)
    return HttpResponseRedirect(reader.to("voters-pairs"), status=_SEE_OTHER)


@login_required
@require_safe
def progress(request: HttpRequest, election_id: int) -> HttpResponse:
    """The bar alone, for a page that asks again by itself; when the search is over the whole page comes."""
    reader = reader_of(request, election_id, Need.READ_VOTERS)
    whole = reader.to("voters-pairs")
    if "HX-Request" not in request.headers:
        return HttpResponseRedirect(whole)
    stands = searched(reader.election)
    if stands.last is None or stands.last.state not in OPEN_STATES:
        return HttpResponse(headers={"HX-Redirect": whole})
    return render(request, Progress.template, {"it": _progress(reader, stands)})
