"""The steps of preparation in their order: which are done, until when the others, and where each is done."""

from collections.abc import Sequence

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from pilkades.acts.corrections import Current, current_view
from pilkades.acts.payload import OFFICES, Office
from pilkades.base.day import Day
from pilkades.base.findings import Verdict
from pilkades.base.language import EMPTY, Text, joined
from pilkades.compliance.agenda import Item
from pilkades.compliance.agenda import Standing as DueStanding
from pilkades.regulation.rule import DeadlineRule
from pilkades.web.committee.beside import bases_of
from pilkades.web.committee.frame import Reader, answer, reader_of
from pilkades.web.committee.parts import Heading, Links
from pilkades.web.committee.work import kind_of, label_of
from pilkades.web.core.access import Need
from pilkades.web.core.queries.states import State
from pilkades.web.shared.components.course import Course, StageOfSteps, Step
from pilkades.web.shared.components.due import Deadline
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.status import Status
from pilkades.web.shared.components.words import long_day

TITLE = Text("Persiapan pemilihan", "Preparation of the election")
LEAD = Text(
    "Urut dari surat BPD sampai sosialisasi. Buka langkah pertama yang belum selesai.",
    "From the BPD's letter to making the election known. Open the first step that is not done.",
)
GROUPS: Sequence[tuple[Text, Sequence[str]]] = (
    (
        Text("Akhir masa jabatan dan surat BPD", "End of term and the BPD's letter"),
        ("term", "bpd_notice", "process_started", "final_report"),
    ),
    (
        Text("Panitia pemilihan", "The election committee"),
        (
            "committee_meeting",
            "committee_established",
            "committee_reported",
            "integrity_pact",
            "committee_conflict",
        ),
    ),
    (
        Text("Aturan main, jadwal, dan biaya", "Rules, timetable and costs"),
        ("rules_adopted", "schedule_adopted", "budget"),
    ),
    (
        Text("Pemberitahuan kepada warga", "Telling the people"),
        ("socialisation", "announcement"),
    ),
)
"""The acts of preparation in the order in which a village meets them; what is asked of each the rules say."""

_ROOMS = {
    "schedule_adopted": "preparation-timetable",
    "budget": "preparation-costs",
    "announcement": "preparation-announcements",
}
_IF_ANY = frozenset({"committee_conflict", "announcement"})
_ONLY_IF = Text("Dicatat hanya bila terjadi.", "Recorded only if it happens.")
_ON = Text("Tercatat: {day}.", "Recorded: {day}.")
_DONE_WITHOUT = Text("Tercatat tanpa tanggal.", "Recorded without a date.")
_NOT_KEPT = Text("{n} temuan perlu dilihat.", "{n} findings to look at.")
_WAITS = Text("Menunggu: {fact}.", "Waits for: {fact}.")
_BY = Text("Oleh {office}.", "By {office}.")


@login_required
@require_safe
def overview(request: HttpRequest, election_id: int) -> HttpResponse:
    """All steps of preparation, each with its state, its limit and the form that records it."""
    reader = reader_of(request, election_id)
    state = reader.state
    stages, current = [], False
    for number, (label, kinds) in enumerate(GROUPS, 1):
        steps = tuple(_step(reader, state, f"{number}.{place}", kind) for place, kind in enumerate(kinds, 1))
        rest = {step.status for step in steps} - {Status.DONE, Status.NOT_APPLICABLE}
        stages.append(StageOfSteps(number, label, steps, current=bool(rest) and not current))
        current = current or bool(rest)
    rooms = [
        Link(reader.to("preparation-timetable"), Text("Susun jadwal pemilihan", "Lay out the timetable")),
        Link(reader.to("preparation-line"), Text("Lihat garis waktu", "See the course in time")),
        Link(reader.to("preparation-committee"), Text("Periksa susunan panitia", "Check the committee")),
        Link(reader.to("preparation-costs"), Text("Lihat biaya pemilihan", "See the costs of the election")),
        Link(reader.to("preparation-calendar"), Text("Pasang di kalender HP", "Put it in your calendar")),
        Link(reader.to("preparation-announcements"), Text("Lihat pengumuman", "See the announcements")),
    ]
    if reader.may(Need.READ_VOTERS):
        rooms.append(Link(reader.to("stations"), Text("Susun rencana TPS", "Lay out the polling stations")))
    parts = [
        Course(tuple(stages)),
        Heading(Text("Ruang kerja persiapan", "Rooms of the preparation")),
        Links(rooms),
    ]
    return answer(request, reader, TITLE, parts, lead=LEAD)


def _step(reader: Reader, state: State, number: str, kind: str) -> Step:
    acts = [one for one in current_view(state.record) if one.act.kind == kind]
    item = next(iter(_items(state, kind)), None)
    troubles = sum(
        one.verdict in {Verdict.VIOLATED, Verdict.CONTESTED} and kind_of(reader, one.rule) == kind
        for one in state.findings
    )
    status, note, deadline = _standing(reader, state, kind, item)
    if acts:
        days = [stated[-1].value for one in acts for name, stated in one.facts.items() if name == "date"]
        known = [day for day in days if isinstance(day, Day) and day.known]
        note = _ON.fill(day=long_day(known[-1].earliest)) if known else _DONE_WITHOUT
        status, deadline = Status.DONE, None
    if troubles:
        status = Status.TROUBLE
        note = joined([note, _NOT_KEPT.fill(n=troubles)])
    return Step(number, label_of(kind), status, _href(reader, kind, acts), note, deadline)


def _standing(
    reader: Reader, state: State, kind: str, item: Item | None
) -> tuple[Status, Text, Deadline | None]:
    if item is None:
        return (
            (Status.NOT_APPLICABLE, _ONLY_IF, None) if kind in _IF_ANY else (Status.NOT_STARTED, EMPTY, None)
        )
    deadline = None
    if item.until is not None:
        basis = bases_of(item.articles, state.rulebook)
        deadline = Deadline(item.until, reader.today, item.working_days_left, basis=basis)
    if item.standing is DueStanding.WAITING and item.waits_for:
        return Status.BLOCKED, _WAITS.fill(fact=item.waits_for), None
    note = _BY.fill(office=OFFICES[Office(item.who)]) if item.who else EMPTY
    if item.standing is DueStanding.OVERDUE:
        return Status.LATE, note, deadline
    near = deadline is not None and deadline.status is Status.DUE
    return (Status.DUE if near else Status.NOT_STARTED), note, deadline


def _items(state: State, kind: str) -> list[Item]:
    """What is due of a kind, the most pressing first; the agenda comes in that order."""
    rules = {
        rule.id
        for rule in state.rulebook.rules
        if isinstance(rule, DeadlineRule) and rule.fact.partition(".")[0] == kind
    }
    return [item for item in state.agenda if item.rule in rules]


def _href(reader: Reader, kind: str, acts: Sequence[Current]) -> str:
    if kind in _ROOMS:
        return reader.to(_ROOMS[kind])
    if acts:
        return reader.to("receipt", acts[-1].act.id)
    return reader.to("record", kind) if reader.may(Need.RECORD) else ""
