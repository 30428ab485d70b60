"""The course of an election: every kind of act that has a limit, a place in the timetable or a record."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pilkades.acts.act import KINDS
from pilkades.acts.corrections import Current, current_view
from pilkades.acts.payload import OFFICES, Office
from pilkades.base.day import Day
from pilkades.base.findings import STAGES, Stage, Verdict
from pilkades.base.language import EMPTY, Text
from pilkades.compliance.agenda import Item, Standing
from pilkades.web.committee.frame import Reader
from pilkades.web.committee.windows import Window, windows_of
from pilkades.web.committee.work import deadline_of, deadline_rules, form_of, kind_of, label_of
from pilkades.web.committee.written import in_words
from pilkades.web.shared.components.course import Course, StageOfSteps, Step
from pilkades.web.shared.components.status import Status
from pilkades.web.shared.components.words import long_day

# Every election is counted, though no timetable gives the count a step of its own.
_POLL, _COUNT = "polling", "tally"
_OPEN = frozenset({Standing.DUE, Standing.OVERDUE})

_BY = Text("Oleh {office}.", "By {office}.")
_NOT_BEFORE = Text("Paling awal {day}.", "At the earliest {day}.")
_WAITS = Text("Menunggu: {fact}.", "Waits for: {fact}.")
_UNKNOWN_LIMIT = Text("Batasnya belum diketahui.", "Its limit is not known yet.")
_RECORDED = Text("Tercatat: {day}.", "Recorded: {day}.")
_NO_DAY = Text("Tercatat tanpa tanggal.", "Recorded without a date.")
_REST = Text("Masih ditunggu: {norm}", "Still waited for: {norm}")
_FINDING = Text("Perlu diperbaiki: {norm}", "To be put right: {norm}")


@dataclass(slots=True)
class _Work:
    """All that is known of one kind of act."""

    acts: list[Current] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    window: Window | None = None
    to_repair: Text = EMPTY
    after: Text = EMPTY

    @property
    def day(self) -> Day | None:
        """The day of the last act that names one."""
        days = [stated[0].value for act in self.acts if (stated := act.facts.get("date"))]
        return days[-1] if days else None

    @property
    def place(self) -> date | None:
        """Where it lies in time."""
        if self.window:
            return self.window.start
        limits = [item.until or item.not_before for item in self.items]
        return self.day.earliest if self.day else min((day for day in limits if day), default=None)


def course_of(reader: Reader) -> Course:
    """Every kind of act in the order of stages and days, each in one of five states."""
    work = _work_of(reader)
    stages: list[StageOfSteps] = []
    current = False
    for number, (stage, label) in enumerate(STAGES.items(), 1):
        kinds = _ordered(stage, work)
        steps = tuple(
            _step(reader, f"{number}.{place}", kind, work[kind]) for place, kind in enumerate(kinds, 1)
        )
        if steps:
            rest = any(step.status is not Status.DONE for step in steps)
            stages.append(StageOfSteps(number, label, steps, current=rest and not current))
            current = current or rest
    return Course(tuple(stages))


def _work_of(reader: Reader) -> Mapping[str, _Work]:
    work: dict[str, _Work] = {}
    for act in current_view(reader.state.record):
        work.setdefault(act.act.kind, _Work()).acts.append(act)
    rules = deadline_rules(reader)
    for item in reader.state.agenda:
        work.setdefault(rules[item.rule].fact.partition(".")[0], _Work()).items.append(item)
    for kind, window in windows_of(reader).items():
        work.setdefault(kind, _Work()).window = window
    counted, polled = work.setdefault(_COUNT, _Work()), work.get(_POLL)
    counted.after = EMPTY if polled is None or polled.acts else KINDS[_POLL].label
    for finding in reader.state.findings:
        if finding.verdict is Verdict.VIOLATED:
            found = work.get(kind_of(reader, finding.rule) or "")
            if found is not None and found.acts:
                found.to_repair = finding.norm
    return work


def _ordered(stage: Stage, work: Mapping[str, _Work]) -> Sequence[str]:
    """The stage's kinds by day; one without a day stays behind the one declared before it."""
    placed: list[tuple[date, str]] = []
    last = date.min
    for kind, payload in KINDS.items():
        if payload.stage is stage and kind in work:
            last = work[kind].place or last
            placed.append((last, kind))
    return [kind for _, kind in sorted(placed, key=lambda one: one[0])]


def _step(reader: Reader, number: str, kind: str, work: _Work) -> Step:
    label = label_of(kind)
    if work.acts:
        return _recorded(reader, number, kind, work)
    open_ = [item for item in work.items if item.standing in _OPEN]
    if open_:
        first = min(open_, key=lambda item: item.until or date.max)
        limit = deadline_of(reader, first)
        return Step(number, label, Status.NOT_STARTED, form_of(reader, kind), _who(first), limit)
    if work.after:
        return Step(number, label, Status.BLOCKED, "", _WAITS.fill(fact=work.after))
    blocked = next(iter(work.items), None)
    if blocked is not None and not _has_come(work.window, reader.today):
        return Step(number, label, Status.BLOCKED, "", _why(blocked))
    words = work.window.note if work.window else EMPTY
    return Step(number, label, Status.NOT_STARTED, form_of(reader, kind), words)


def _recorded(reader: Reader, number: str, kind: str, work: _Work) -> Step:
    notes = [_RECORDED.fill(day=in_words(work.day)) if work.day else _NO_DAY]
    href = reader.to("receipt", work.acts[-1].act.id)
    rest = [item for item in work.items if item.standing is not Standing.DONE]
    status = Status.ACTIVE if rest else Status.DONE
    notes += [_REST.fill(norm=item.norm) for item in rest]
    if work.to_repair:
        status, href = Status.TROUBLE, reader.to("findings")
        notes.append(_FINDING.fill(norm=work.to_repair))
    limits: Iterator[Item] = (item for item in rest if item.standing in _OPEN)
    limit = next(limits, None)
    return Step(
        number,
        label_of(kind),
        status,
        href,
        Text(" ".join(note.id for note in notes), " ".join(note.en for note in notes)),
        deadline_of(reader, limit) if limit else None,
    )


def _has_come(window: Window | None, today: date) -> bool:
    return window is not None and window.start <= today


def _who(item: Item) -> Text:
    return _BY.fill(office=OFFICES[Office(item.who)]) if item.who else EMPTY


def _why(item: Item) -> Text:
    if item.standing is Standing.NOT_YET and item.not_before:
        return _NOT_BEFORE.fill(day=long_day(item.not_before))
    return _WAITS.fill(fact=item.waits_for) if item.waits_for else _UNKNOWN_LIMIT
