"""The timetable as a list by stage, as a paper, and as bars in time."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from pilkades.acts.adopted import Adopted
from pilkades.acts.payload import Office
from pilkades.base.findings import STAGES
from pilkades.base.language import EMPTY, Text
from pilkades.compliance.progress import Progress
from pilkades.compliance.progress import Standing as StepStanding
from pilkades.timetable.misfits import Misfit, check
from pilkades.timetable.proposal import Timetable, Window
from pilkades.timetable.rows import Row, rows
from pilkades.web.committee.beside import bases_of
from pilkades.web.committee.fields import capital
from pilkades.web.committee.frame import Reader, answer, reader_of
from pilkades.web.committee.preparation.paper import number_of, printed
from pilkades.web.committee.preparation.parts import PlanHead, PlanList, PlanRow, PlanStage, PostButton
from pilkades.web.committee.preparation.words import days_of, label_of, period_of
from pilkades.web.core.queries.plans import Draft, Plan, draft_of, proposal_of
from pilkades.web.core.queries.states import State
from pilkades.web.shared.components.course import Span, Timeline
from pilkades.web.shared.components.page import Empty, Link
from pilkades.web.shared.components.status import Status, Tag
from pilkades.web.shared.components.words import long_day

TITLE = Text("Jadwal pemilihan", "Timetable of the election")
PROPOSED = Text("Usulan, belum ditetapkan", "Proposal, not adopted yet")
_ADOPTED = Text("Ditetapkan {day}", "Adopted on {day}")
_CHANGED_AFTER = Text("Draf perubahan, belum ditetapkan", "Draft of a change, not adopted yet")
_COUNTED = Text(
    "Program menghitung {n} langkah dari hari pemungutan suara. Setiap langkah dapat digeser.",
    "The program counted {n} steps from the polling day. Each step can be moved.",
)
_MOVED = Text("{n} langkah diatur sendiri.", "{n} steps are set by hand.")
_MISFITS = Text(
    "{n} hal tidak cocok dengan batasnya. Lihat tanda di langkahnya.",
    "{n} things do not fit their limits. See the sign at the step.",
)
_FITS = Text("Semua langkah cocok dengan batasnya.", "All steps fit their limits.")
_NONE = Text(
    "Belum ada daftar langkah untuk hari pemungutan suara ini.",
    "There is no list of steps for this polling day yet.",
)
_BY_HAND = Text("Diatur sendiri", "Set by hand")
_MISFIT = Text("Tidak cocok", "Does not fit")
_STANDS = Text("Yang ditetapkan: {days}.", "As adopted: {days}.")
_SAVED = Text(
    "Draf tersimpan: {label}, {days}. Belum ditetapkan.",
    "Draft saved: {label}, {days}. Not adopted yet.",
)
_STATES = {
    Progress.DONE: Status.DONE,
    Progress.LATE: Status.LATE,
    Progress.DUE: Status.DUE,
    Progress.AHEAD: Status.NOT_STARTED,
    Progress.BLOCKED: Status.BLOCKED,
    Progress.NOT_APPLICABLE: Status.NOT_APPLICABLE,
    Progress.UNDATED: Status.UNKNOWN,
}


def may_plan(reader: Reader) -> bool:
    """Whether the person keeps the committee's record, and so its timetable."""
    return Office.COMMITTEE in reader.offices


@dataclass(frozen=True, slots=True)
class View:
    """The draft before a reader, with the adoption that it may depart from."""

    reader: Reader
    state: State
    draft: Draft
    timetable: Timetable

    @property
    def rows(self) -> tuple[Row, ...]:
        """The steps as the draft places them."""
        return rows(self.timetable)

    @property
    def misfits(self) -> tuple[Misfit, ...]:
        """What does not fit its own limits."""
        return check(self.timetable)

    @property
    def settled(self) -> bool:
        """Whether the draft is what was adopted."""
        adopted = self.state.adopted_timetable
        return adopted is not None and not changed_rows(self.rows, adopted)


@login_required
@require_safe
def room(request: HttpRequest, election_id: int) -> HttpResponse:
    """The draft of the timetable, or the adopted one where no move came after it."""
    reader = reader_of(request, election_id)
    proposal = proposal_of(reader.election)
    if proposal is None:
        return answer(request, reader, TITLE, [Empty(_NONE)])
    draft = draft_of(reader.election)
    view = View(reader, reader.state, draft, draft.on(proposal))
    parts: list[object] = [_head(view, request.GET.get("tersimpan", "")), PlanList(_stages(view))]
    if draft.fixed and may_plan(reader):
        parts.append(
            PostButton(
                reader.to("preparation-reset"),
                Text("Kembalikan semua ke usulan", "Put everything back to the proposal"),
                Text(
                    "Semua yang diatur sendiri dihapus dari draf: {n} langkah.",
                    "Everything that was set by hand leaves the draft: {n} steps.",
                ).fill(n=len(draft.fixed)),
                (("versi", str(draft.version)),),
            )
        )
    return answer(request, reader, TITLE, parts)


def changed_rows(shown: Iterable[Row], adopted: Adopted | None) -> tuple[Row, ...]:
    """The rows whose days are not those that were adopted; none while nothing is adopted."""
    if adopted is None:
        return ()
    held = adopted.windows
    return tuple(row for row in shown if held.get(str(row.key)) != Window(row.start, row.end))


def _head(view: View, saved: str) -> PlanHead:
    reader, timetable, draft, misfits = view.reader, view.timetable, view.draft, view.misfits
    adopted, settled = view.state.adopted_timetable, view.settled
    source = Text("Dasar hitungan: {label}.", "Counted by: {label}.").fill(label=timetable.steps.label)
    sentences = [_COUNTED.fill(n=len(timetable.placed)), source]
    if draft.fixed:
        sentences.append(_MOVED.fill(n=len(draft.fixed)))
    sentences.append(_MISFITS.fill(n=len(misfits)) if misfits else _FITS)
    links = [
        Link(reader.to("preparation-paper"), Text("Lihat untuk dicetak", "View for printing")),
        Link(reader.to("preparation-line"), Text("Lihat garis waktu", "See it as bars in time")),
    ]
    if adopted is not None:
        links.append(
            Link(reader.to("receipt", adopted.act.id), Text("Lihat penetapannya", "See the adoption"))
        )
    primary = None
    if may_plan(reader) and not settled:
        words = Text("Tetapkan jadwal", "Adopt the timetable")
        primary = Link(reader.to("preparation-adopt"), words)
    row = next((row for row in view.rows if str(row.key) == saved), None)
    said = EMPTY
    if row is not None:
        said = _SAVED.fill(label=label_of(row), days=days_of(Window(row.start, row.end)))
    return PlanHead(status_of(adopted, settled=settled), sentences, primary, links, said)


def status_of(adopted: Adopted | None, *, settled: bool) -> Tag:
    """Proposal, adopted, or a draft of a change after an adoption."""
    if adopted is None:
        return Tag(Status.ACTIVE, PROPOSED)
    if not settled:
        return Tag(Status.ACTIVE, _CHANGED_AFTER)
    return Tag(Status.DONE, adopted_words(adopted))


def adopted_words(adopted: Adopted) -> Text:
    """`Ditetapkan Senin, 10 Agustus 2026`."""
    if adopted.on is None or not adopted.on.known:
        return Text("Sudah ditetapkan", "Adopted")
    return _ADOPTED.fill(day=long_day(adopted.on.earliest))


def _stages(view: View) -> list[PlanStage]:
    reader, adopted = view.reader, view.state.adopted_timetable
    troubled = {misfit.key for misfit in view.misfits}
    held = adopted.windows if adopted else {}
    may = may_plan(reader)

    def row_of(row: Row) -> PlanRow:
        tags = []
        if row.key in view.draft.fixed:
            tags.append(Tag(Status.ACTIVE, _BY_HAND))
        if row.key in troubled:
            tags.append(Tag(Status.LATE, _MISFIT))
        stands = held.get(str(row.key))
        window = Window(row.start, row.end)
        notes = (_STANDS.fill(days=days_of(stands)),) if stands and stands != window else ()
        href = reader.to("preparation-step", str(row.key)) if may else ""
        return plan_row(view.state, row, tuple(tags), notes, href)

    groups = by_stage(view.rows)
    today = reader.today
    here = next(
        (label for label, group in groups if any(row.end and row.end >= today for row in group)), EMPTY
    )
    return [PlanStage(label, [row_of(row) for row in group], label == here) for label, group in groups]


def by_stage(shown: Iterable[Row]) -> list[tuple[Text, list[Row]]]:
    """The rows of each stage, in the order of the stages; inside one they keep their own order."""
    order = list(STAGES)
    placed = sorted(shown, key=lambda row: order.index(row.stage))
    return [(STAGES[stage], list(group)) for stage, group in groupby(placed, key=lambda row: row.stage)]


def plan_row(
    state: State, row: Row, tags: tuple[Tag, ...] = (), notes: tuple[Text, ...] = (), href: str = ""
) -> PlanRow:
    """A row of the timetable in type."""
    return PlanRow(
        key=str(row.key),
        label=label_of(row),
        days=days_of(Window(row.start, row.end)),
        period=period_of(row),
        who=capital(row.who),
        basis=bases_of(row.articles, state.rulebook),
        explanation=row.explanation,
        tags=tags,
        notes=notes,
        href=href,
    )


@login_required
@require_safe
def paper(request: HttpRequest, election_id: int) -> HttpResponse:
    """The timetable as a paper: what was adopted, else the draft, marked as a proposal."""
    reader = reader_of(request, election_id)
    state, proposal = reader.state, proposal_of(reader.election)
    adopted = state.adopted_timetable
    if adopted is not None:
        plan = state.plan
    else:
        plan = Plan(rows(draft_of(reader.election).on(proposal)) if proposal else ())
    stages = [
        PlanStage(label, [plan_row(state, row) for row in group]) for label, group in by_stage(plan.rows)
    ]
    return printed(
        request,
        reader,
        "committee/timetable_paper.html",
        TITLE,
        reader.to("preparation-timetable"),
        status=adopted_words(adopted) if adopted else PROPOSED,
        adopted=adopted,
        number=number_of(reader, adopted.act.id) if adopted else "",
        stages=stages,
        kept=adopted.kept if adopted else (),
    )


@login_required
@require_safe
def line(request: HttpRequest, election_id: int) -> HttpResponse:
    """Every step as a bar in time with where it stands."""
    reader = reader_of(request, election_id)
    state = reader.state
    plan, found = state.plan, state.standings
    title = Text("Garis waktu", "Course in time")
    if not plan.rows:
        return answer(request, reader, title, [Empty(_NONE)])
    dated = [one for one in found if one.row.end or one.row.start]
    order = list(STAGES)
    dated.sort(key=lambda one: order.index(one.row.stage))
    spans = tuple(_span(reader, state, one) for one in dated)
    lead = adopted_words(plan.adopted) if plan.adopted else PROPOSED
    undated = len(found) - len(dated)
    sentence = Text(f"{lead.id}.", f"{lead.en}.")
    if undated:
        sentence += Text(
            " {n} langkah belum bertanggal dan tidak digambar.",
            " {n} steps have no date yet and are not drawn.",
        ).fill(n=undated)
    parts = [Timeline(Text("Semua langkah", "All steps"), spans, reader.today)]
    return answer(request, reader, title, parts, lead=sentence)


def _span(reader: Reader, state: State, one: StepStanding) -> Span:
    row = one.row
    first, last = row.start or row.end, row.end or row.start
    if first is None or last is None:
        raise ValueError(row.key)
    kind = row.acts[0].partition(".")[0] if row.acts else ""
    open_ = kind and one.progress in {Progress.DUE, Progress.LATE}
    return Span(
        label=label_of(row),
        start=min(first, last),
        end=max(first, last),
        status=_STATES[one.progress],
        who=row.who,
        basis=bases_of(row.articles, state.rulebook),
        href=reader.to("record", kind) if open_ and may_plan(reader) else "",
        stage=STAGES[row.stage],
    )
