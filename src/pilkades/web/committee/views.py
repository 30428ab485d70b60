"""Pages that only read: the first page, the course, findings, the record, an act's receipt."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from pilkades.acts.act import KINDS, Act
from pilkades.acts.corrections import grounds_of, reason_of
from pilkades.acts.payload import OFFICES
from pilkades.acts.verification import verify
from pilkades.base.findings import STAGES, Finding, Verdict
from pilkades.base.language import EMPTY, Text, same
from pilkades.web.committee.beside import bases_of
from pilkades.web.committee.course import course_of
from pilkades.web.committee.fields import capital
from pilkades.web.committee.frame import Reader, answer, reader_of
from pilkades.web.committee.parts import Facts, Heading, Later, Links
from pilkades.web.committee.upcoming import upcoming
from pilkades.web.committee.work import awaited, due, label_of, mending, repairable, to_repair, worst_first
from pilkades.web.committee.written import Line, lines_of
from pilkades.web.core.access import Need, NotThereError, elections_for
from pilkades.web.core.frame import frame, person_of
from pilkades.web.core.queries.papers import papers_of
from pilkades.web.core.queries.records import Entry, entries_of
from pilkades.web.shared.components.decision import Receipt
from pilkades.web.shared.components.due import MOST_TASKS, Task, TaskList
from pilkades.web.shared.components.page import Empty, Link, Pages
from pilkades.web.shared.components.record import FindingCard, Log, LogDay, LogEntry
from pilkades.web.shared.components.status import Status, Tag

PER_PAGE = 20
ALL = "semua"
SHOWN, NOT_YET = "isi", "belum"

_TO_DO = Text("Perlu dikerjakan", "To do")
_MORE = Text("Lihat semua {n} pekerjaan", "See all {n} pieces of work")
_FINDINGS = Text("Temuan", "Findings")
_REPAIR = Text("Periksa {n} temuan yang perlu diperbaiki", "Look at {n} findings to put right")
_REPAIR_NOTE = Text(
    "Isi catatan belum sesuai aturan, atau salah ketik. Setiap temuan menyebut yang berwenang memutus.",
    "The record does not fit the rules, or holds a slip. Each finding names who may decide.",
)
_FOUND = Text(
    "Temuan bukan keputusan; yang berwenang disebut di setiap temuan.",
    "A finding decides nothing; each names who may decide.",
)
_UNCHECKED = Text("Lihat {n} aturan yang belum dapat diperiksa", "See {n} rules that cannot be checked yet")
_UNCHECKED_TITLE = Text("Belum dapat diperiksa", "Not checked yet")
_UNCHECKED_LEAD = Text(
    "Aturan ini diperiksa setelah faktanya tercatat.",
    "These rules are checked once their facts are recorded.",
)
_CHECKED = Text("Lihat {n} temuan", "See {n} findings")
_ALL_CHECKED = Text("Semua aturan sudah dapat diperiksa.", "Every rule can be checked.")
_NOTHING_TO_REPAIR = Text("Tidak ada temuan yang perlu diperbaiki.", "No finding needs to be put right.")
_WAITS = Text("Menunggu pihak lain", "Waits for others")
_NOBODY = Text("Tidak ada yang menunggu pihak lain.", "Nothing waits for others.")
_COMING = Text("Berikutnya", "Next")
_COURSE = Text("Lihat seluruh tahapan", "See the whole course")

_PAPERS = Text("Dokumen", "Papers")
_CORRECTED = Text("Sudah dibetulkan oleh", "Corrected since by")
_NEXT = Text("Yang dapat dilakukan", "What can be done")
_HIDDEN = Text(
    "Berkas pribadi: {n}. Hanya panitia, pengawas, dan kabupaten yang dapat membukanya.",
    "Papers with personal data: {n}. Only committee, supervisor and county can open them.",
)
_WHO = Text("Yang bertindak", "Who acted")
_REASON = Text("Alasan", "Reason")
_BASIS = Text("Dasar", "Basis")
_SOURCE = Text("Sumber", "Source")


@login_required
@require_safe
def elections(request: HttpRequest) -> HttpResponse:
    """The elections in which the person has a role; one alone opens at once."""
    user = person_of(request)
    found, registering = list(elections_for(user, Need.READ)), list(elections_for(user, Need.REGISTER_VOTERS))
    rooms = {one.pk: "registration" for one in registering} | {one.pk: "desk" for one in found}
    found += [one for one in registering if one not in found]
    if len(found) == 1:
        return redirect(f"committee:{rooms[found[0].pk]}", found[0].pk)
    page = frame(request, Text("Pemilihan Anda", "Your elections"), user)
    links = tuple(
        Link(reverse(f"committee:{rooms[one.pk]}", args=(one.pk,)), same(f"{one.village}, {one.wave}"))
        for one in found
    )
    nothing = Empty(
        Text(
            "Belum ada pemilihan untuk Anda. Tanyakan undangannya kepada kabupaten.",
            "There is no election for you yet. Ask the county for an invitation.",
        )
    )
    parts = [Links(links) if links else nothing]
    return render(request, "shared/page.html", {"page": page, "components": parts, "heading": True})


@login_required
@require_safe
def desk(request: HttpRequest, election_id: int) -> HttpResponse:
    """What is due now, what waits for others, and the way to the whole course."""
    reader = reader_of(request, election_id)
    mine, others = due(reader)
    waited = awaited(reader)
    tasks = (*mine, *waited.now)
    whole = ALL in request.GET
    more = Link(f"?{ALL}=ya", _MORE.fill(n=len(tasks))) if len(tasks) > MOST_TASKS and not whole else None
    parts: list[object] = [
        TaskList(_TO_DO, tasks, all=more, most=len(tasks) if whole else MOST_TASKS),
        TaskList(_FINDINGS, tuple(_to_repair(reader)), nothing=_NOTHING_TO_REPAIR),
        TaskList(_WAITS, others, nothing=_NOBODY, most=len(others)),
    ]
    coming = upcoming(reader)
    if coming:
        parts.append(TaskList(_COMING, coming))
    shown = {task.href for task in coming}
    later = tuple(task for task in waited.later if task.href not in shown)
    if later:
        parts.append(Later(later))
    parts.append(Links((Link(reader.to("course"), _COURSE),)))
    return answer(request, reader, Text("Meja panitia", "The committee's desk"), parts)


def _to_repair(reader: Reader) -> Iterator[Task]:
    """One row that counts what the law calls not complied with."""
    number = to_repair(reader)
    if number:
        yield Task(reader.to("findings"), _REPAIR.fill(n=number), note=_REPAIR_NOTE, status=Status.TROUBLE)


@login_required
@require_safe
def course(request: HttpRequest, election_id: int) -> HttpResponse:
    """The whole course in stages."""
    reader = reader_of(request, election_id)
    return answer(request, reader, Text("Tahapan pemilihan", "Course of the election"), (course_of(reader),))


@login_required
@require_safe
def findings(request: HttpRequest, election_id: int) -> HttpResponse:
    """What the law says of the record, with what can be done."""
    reader = reader_of(request, election_id)
    asked = [one for one in reader.state.findings if repairable(one.verdict)]
    unknown = [one for one in asked if one.verdict is Verdict.UNKNOWN]
    told = worst_first(one for one in asked if one.verdict is not Verdict.UNKNOWN)
    first = request.GET.get(SHOWN) != NOT_YET
    listed = Paginator(told if first else unknown, PER_PAGE).get_page(request.GET.get("halaman"))
    cards: list[object] = [card(reader, one, mending(reader, one)) for one in listed]
    if not cards:
        cards = [Empty(_NOTHING_TO_REPAIR if first else _ALL_CHECKED)]
    here = "?" if first else f"?{SHOWN}={NOT_YET}&"
    cards.append(
        Pages(
            listed.number,
            listed.paginator.num_pages,
            f"{here}halaman={listed.previous_page_number()}" if listed.has_previous() else "",
            f"{here}halaman={listed.next_page_number()}" if listed.has_next() else "",
        )
    )
    other = Link(f"?{SHOWN}={NOT_YET}", _UNCHECKED.fill(n=len(unknown)))
    cards.append(Links([other if first else Link(request.path, _CHECKED.fill(n=len(told)))]))
    title = Text("Temuan", "Findings") if first else _UNCHECKED_TITLE
    return answer(request, reader, title, cards, lead=_FOUND if first else _UNCHECKED_LEAD)


def card(reader: Reader, finding: Finding, act: Link | None = None) -> FindingCard:
    """A finding with its articles and, where one is given, the form that can mend it."""
    return FindingCard(finding, bases_of(finding.articles, reader.state.rulebook), act=act)


@login_required
@require_safe
def log(request: HttpRequest, election_id: int) -> HttpResponse:
    """The record, newest first, with its chain verified."""
    reader = reader_of(request, election_id)
    entries = entries_of(reader.election)
    words = {entry.act.id: _number(entry) for entry in entries}
    zone = ZoneInfo(reader.election.village.district.county.zone)
    rows = [(entry.recorded_at.astimezone(zone), entry) for entry in reversed(entries)]
    days = tuple(
        LogDay(day, tuple(_line(reader, at, entry, words) for at, entry in group))
        for day, group in groupby(rows, key=lambda row: row[0].date())
    )
    checked = verify(reader.state.record, expected_head=reader.election.head.digest)
    if checked.broken is None:
        chain = Tag(
            Status.DONE,
            Text("Rantai utuh: {n} tindakan", "Chain verified: {n} acts").fill(n=checked.acts),
        )
    else:
        chain = Tag(Status.TROUBLE, checked.broken.problem)
    return answer(request, reader, Text("Catatan pemilihan", "Record of the election"), (Log(days, chain),))


def _line(reader: Reader, at: datetime, entry: Entry, words: dict[str, Text]) -> LogEntry:
    act = entry.act
    verb = (
        Text("{who} membetulkan {kind}", "{who} corrected {kind}")
        if act.corrects
        else Text("{who} mencatat {kind}", "{who} recorded {kind}")
    )
    corrects = None
    if act.corrects:
        corrects = Link(reader.to("receipt", act.corrects), words.get(act.corrects, EMPTY))
    return LogEntry(
        at=at,
        sentence=verb.fill(who=entry.recorded_by, kind=KINDS[act.kind].label),
        corrects=corrects,
        reason=same(reason_of(act)),
        href=reader.to("receipt", act.id),
        digest=act.digest,
    )


def _number(entry: Entry) -> Text:
    return Text("Tindakan {n}", "Act {n}").fill(n=entry.sequence)


@login_required
@require_safe
def receipt(request: HttpRequest, election_id: int, act_id: str) -> HttpResponse:
    """The proof that an act stands in the record; its address stays valid."""
    reader = reader_of(request, election_id)
    entries = entries_of(reader.election)
    entry = next((one for one in entries if one.act.id == act_id), None)
    if entry is None:
        raise NotThereError
    act = entry.act
    zone = ZoneInfo(reader.election.village.district.county.zone)
    title = Text("{act} sudah tercatat", "{act} is recorded").fill(act=label_of(act.kind))
    mine, _ = due(reader)
    parts: list[object] = [
        Receipt(
            title,
            f"{reader.election.key}/{entry.sequence}",
            entry.recorded_at.astimezone(zone),
            act.digest,
            mine[:3],
        ),
        Heading(Text("Yang tercatat", "What is recorded")),
        Facts((*lines_of(act), *_grounds(act))),
    ]
    if act.documents:
        parts += _papers(reader, act)
    later = [
        Link(reader.to("receipt", one.act.id), _number(one)) for one in entries if one.act.corrects == act.id
    ]
    if later:
        parts += [Heading(_CORRECTED), Links(later)]
    parts.append(Heading(_NEXT))
    links = [Link(reader.to("log"), Text("Lihat seluruh catatan", "See the whole record"))]
    if reader.may(Need.CORRECT):
        words = Text("Betulkan dengan tindakan baru", "Correct it by a new act")
        links.insert(0, Link(reader.to("correct", act.corrects or act.id), words))
    parts.append(Links(links))
    return answer(request, reader, title, parts, heading=False)


def _papers(reader: Reader, act: Act) -> Iterator[object]:
    """The papers of an act; those of a person lead nowhere for who may not see them."""
    held = papers_of(reader.election, [paper.digest for paper in act.documents])
    hidden = {digest for digest, paper in held.items() if paper.personal}
    if reader.may(Need.READ_PERSONS):
        hidden = set()
    yield Heading(_PAPERS, _HIDDEN.fill(n=len(hidden)) if hidden else EMPTY)
    links = [
        Link(reader.to("paper", digest), same(f"{paper.name} · {digest[:12]}…"))
        for digest, paper in held.items()
        if digest not in hidden
    ]
    if links:
        yield Links(links)


def _grounds(act: Act) -> Iterator[Line]:
    """Who acted, why, and on what grounds."""
    if act.actor is not None:
        person = f" ({act.actor.person})" if act.actor.person else ""
        yield Line(_WHO, capital(OFFICES[act.actor.office]) + same(person))
    if reason := reason_of(act):
        yield Line(_REASON, same(reason))
    if grounds := grounds_of(act):
        yield Line(_BASIS, same("; ".join(grounds)))
    places = dict.fromkeys(one.source.place for stated in act.facts.values() for one in stated if one.source)
    if places:
        yield Line(_SOURCE, same("; ".join(places)))


@login_required
@require_safe
def kinds(request: HttpRequest, election_id: int) -> HttpResponse:
    """Every kind of act, by stage, for what is to be recorded out of turn."""
    reader = reader_of(request, election_id, Need.RECORD)
    parts: list[object] = []
    for stage, label in STAGES.items():
        links = tuple(
            Link(reader.to("record", kind), label_of(kind))
            for kind, payload in KINDS.items()
            if payload.stage is stage
        )
        parts += [Heading(label), Links(links)]
    return answer(request, reader, Text("Pilih tindakan", "Choose an act"), parts)
