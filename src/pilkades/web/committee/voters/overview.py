"""Where the voter list stands: the next step with its limit, the people by the law's answer, what waits."""

from collections.abc import Iterator
from dataclasses import replace

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from pilkades.base.findings import STAGES, Stage
from pilkades.base.language import EMPTY, Text, joined
from pilkades.compliance.planned import kind_of
from pilkades.register.reasons import REQUIREMENTS
from pilkades.timetable.days import Answer
from pilkades.web.committee.beside import bases_of
from pilkades.web.committee.course import course_of
from pilkades.web.committee.fields import capital
from pilkades.web.committee.frame import Reader, reader_of
from pilkades.web.committee.parts import Heading, Links
from pilkades.web.committee.voters.rooms import room
from pilkades.web.committee.voters.words import ANSWERS, OPEN_VERDICTS, tag_of_answer
from pilkades.web.committee.work import label_of, window_end
from pilkades.web.core.access import Need
from pilkades.web.core.models import ImportState
from pilkades.web.core.queries.found_pairs import waiting_pairs
from pilkades.web.core.queries.objections import proposals_of
from pilkades.web.core.queries.voters import imports_of, same_numbers
from pilkades.web.core.queries.weighing import Weighing, weighing_of
from pilkades.web.shared.components.course import Course, StageOfSteps
from pilkades.web.shared.components.due import Deadline, Task, TaskList
from pilkades.web.shared.components.page import Empty, Link, Stat, Stats
from pilkades.web.shared.components.people import Weighed, WeighedReason
from pilkades.web.shared.components.status import Status

TITLE = Text("Daftar pemilih", "Voter list")
_EMPTY = Text(
    "Daftar ini masih kosong. Mulai dengan berkas yang sudah ada di desa.",
    "This list is still empty. Begin with the file that the village has.",
)
_UPLOAD = Text("Unggah berkas", "Upload a file")
_FIND = Text("Cari dan perbaiki orang", "Find and correct a person")
_STATE = Text("Nyatakan syarat pemilih untuk semua orang", "State the voters' requirements for all")
_COURSE = Text("Tahapan daftar pemilih", "Course of the voter list")
_NEXT = Text("Langkah berikutnya", "Next step")
_NO_NEXT = Text("Semua langkah daftar pemilih sudah tercatat.", "Every step of the voter list is recorded.")
_FIGURES = Text("Isi daftar", "What is on the list")
_PEOPLE = Text("orang dalam daftar", "people on the list")
_WAITING = Text("baris menunggu perbaikan", "rows wait for a repair")
_SHARED = Text("NIK yang dipakai lebih dari satu baris", "NIK that more than one row has")
_PROPOSED = Text("usul dan keberatan belum dijawab", "proposals and objections without an answer")
_READ = frozenset({ImportState.FAULTY, ImportState.READY, ImportState.TAKEN})
_PAIRS = Text("pasang baris yang mungkin satu orang", "pairs of rows that may be one person")
_WHY = Text("Mengapa belum atau tidak memenuhi", "Why people are not, or not yet, eligible")
_WHY_LEAD = Text(
    "Seseorang dapat dihitung pada lebih dari satu syarat.",
    "One person may be counted under more than one requirement.",
)
_COUNTED = Text("{n} orang. {why}", "{n} people. {why}")
_SEE = Text("Lihat orangnya", "See who they are")
_ON = Text("Dihitung untuk pemungutan suara {day}.", "Counted for the poll of {day}.")


@login_required
@require_safe
def overview(request: HttpRequest, election_id: int) -> HttpResponse:
    """The list at a glance, with the way to everything that can be done with it."""
    reader = reader_of(request, election_id, Need.READ_VOTERS)
    weighing = weighing_of(reader.state)
    stage = next(one for one in course_of(reader).stages if one.label == STAGES[Stage.VOTERS])
    parts: list[object] = [TaskList(_NEXT, _next(reader, stage), nothing=_NO_NEXT)]
    parts.append(Heading(_FIGURES))
    if weighing.total:
        parts += [Stats(_FIGURES, tuple(_figures(reader, weighing))), Links(tuple(_ways(reader)))]
    else:
        parts.append(Empty(_EMPTY, Link(reader.to("voters-imports"), _UPLOAD)))
    if weighing.because:
        open_ = dict.fromkeys(reason.question for _, reason, _ in weighing.because if reason.question)
        lead = joined([_WHY_LEAD, *open_])
        parts.append(Weighed(_WHY, None, tuple(_reasons(reader, weighing)), lead))
    parts += [Heading(_COURSE), Course((replace(stage, current=True),))]
    return room(request, reader, TITLE, parts, lead=_ON.fill(day=reader.election.polling_day))


def _next(reader: Reader, stage: StageOfSteps) -> tuple[Task, ...]:
    """The first step that is not done, with its limit and its article: by the law, else by the timetable."""
    for step in stage.steps:
        if step.status is not Status.DONE and step.href:
            limit = step.deadline or _by_timetable(reader, step.label)
            note = EMPTY if limit else step.note
            return (Task(step.href, step.label, limit, note=note, status=step.status),)
    return ()


def _by_timetable(reader: Reader, label: Text) -> Deadline | None:
    for standing in reader.state.standings:
        kind = kind_of(standing)
        if kind and label_of(kind) == label:
            return window_end(reader, standing)
    return None


def _figures(reader: Reader, weighing: Weighing) -> Iterator[Stat]:
    people = reader.to("voters-people")
    yield Stat(weighing.total, _PEOPLE, href=people)
    for answer, label in ANSWERS.items():
        yield Stat(weighing.counts.get(answer, 0), label, href=f"{people}?jawab={answer.value}")
    latest = next((one for one in imports_of(reader.election) if one.state in _READ), None)
    if latest is not None and latest.waiting and reader.may(Need.EDIT_VOTERS):
        here = reader.to("voters-imports-one", str(latest.pk))
        yield Stat(latest.waiting, _WAITING, href=here)
    pairs = waiting_pairs(reader.election)
    if pairs:
        yield Stat(pairs, _PAIRS, href=reader.to("voters-pairs"))
    shared = same_numbers(reader.election)
    if shared:
        yield Stat(len(shared), _SHARED, href=reader.to("voters-pairs"))
    proposed = proposals_of(reader.election, still_open=True).count()
    if proposed:
        yield Stat(proposed, _PROPOSED, href=reader.to("voters-objections"))


def _ways(reader: Reader) -> Iterator[Link]:
    yield Link(reader.to("voters-people"), _FIND)
    if reader.may(Need.EDIT_VOTERS):
        yield Link(reader.to("voters-imports"), _UPLOAD)
    if reader.may(Need.RECORD):
        yield Link(reader.to("record", "voter_requirements"), _STATE)


def _reasons(reader: Reader, weighing: Weighing) -> Iterator[WeighedReason]:
    people = reader.to("voters-people")
    for answer, reason, number in weighing.because:
        if answer is Answer.YES:
            continue
        yield WeighedReason(
            capital(REQUIREMENTS[reason.requirement]),
            tag_of_answer(answer),
            _COUNTED.fill(n=number, why=OPEN_VERDICTS[reason.verdict]),
            bases_of(reason.articles, reader.state.rulebook),
            more=Link(f"{people}?jawab={answer.value}&syarat={reason.requirement.value}", _SEE),
        )
