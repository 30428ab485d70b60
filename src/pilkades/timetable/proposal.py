"""Proposes a whole timetable from the polling day and the ends of term."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from typing_extensions import override

from pilkades.base.language import EMPTY, Text, joined
from pilkades.timetable.days import (
    FirstDay,
    Period,
    Unit,
    Workdays,
    add,
    month_end,
    subtract,
)
from pilkades.timetable.deadlines import aloud, limit, passed_over
from pilkades.timetable.steps import POLLING_DAY, TERM_END, Edge, Side, Snap, Step, StepList


@dataclass(frozen=True, slots=True)
class Cohort:
    """The villages of a wave whose term ends on the same day."""

    id: str
    term_end: date

    @property
    def label(self) -> Text:
        """`masa jabatan berakhir 7 Februari 2027`."""
        form = Text("masa jabatan berakhir {day}", "term ends {day}")
        return form.fill(day=self.term_end)


@dataclass(frozen=True, slots=True)
class Anchors:
    """The days that are given: one polling day, and the end of term of each cohort."""

    polling_day: date
    cohorts: tuple[Cohort, ...] = ()

    @classmethod
    def of(cls, polling_day: date, term_ends: Sequence[date] = ()) -> "Anchors":
        """Cohorts numbered in the order of their ends of term."""
        ends = sorted(set(term_ends))
        return cls(polling_day, tuple(Cohort(str(number), end) for number, end in enumerate(ends, 1)))

    def cohort(self, identity: str) -> Cohort | None:
        """The cohort of that id."""
        return next((cohort for cohort in self.cohorts if cohort.id == identity), None)


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """A placed step: the step, its rung if it is an extension (from 1), its cohort if it has one."""

    step: str
    rung: int = 0
    cohort: str = ""

    @override
    def __str__(self) -> str:
        rung = f"-{self.rung}" if self.rung else ""
        return f"{self.step}{rung}" + (f"@{self.cohort}" if self.cohort else "")


@dataclass(frozen=True, slots=True)
class Window:
    """From the first day to the last, both included; None where the law sets none."""

    start: date | None
    end: date | None

    @property
    def spoken(self) -> Text:
        """`3 Februari 2027`, `29 Januari 2027 s.d. 2 Februari 2027`, `paling lambat ...`."""
        match self.start, self.end:
            case None, None:
                return Text("belum dapat ditentukan", "cannot be set yet")
            case None, end:
                return Text("paling lambat {day}", "by {day}").fill(day=end)
            case start, None:
                return Text("mulai {day}", "from {day}").fill(day=start)
            case start, end if start == end:
                return Text("{day}", "{day}").fill(day=start)
            case start, end:
                return Text("{start} s.d. {end}", "{start} to {end}").fill(start=start, end=end)


@dataclass(frozen=True, slots=True)
class Placed:
    """A step with its window, the period that decides it, and how it was counted."""

    key: Key
    step: Step
    window: Window
    period: Period | None
    explanation: Text


@dataclass(frozen=True, slots=True)
class Timetable:
    """All placed steps in the order of their list, with what they were computed from.

    `fixed` are windows that a person set; `rungs` is how many extensions of a ladder are kept free (None:
    all).
    """

    steps: StepList
    anchors: Anchors
    workdays: Workdays
    placed: tuple[Placed, ...]
    fixed: Mapping[Key, Window] = field(default_factory=dict)
    rungs: int | None = None

    def window(self, key: Key) -> Window:
        """The window of a placed step; KeyError when it is not in the timetable."""
        for placed in self.placed:
            if placed.key == key:
                return placed.window
        raise KeyError(str(key))


def propose(
    steps: StepList,
    anchors: Anchors,
    workdays: Workdays,
    *,
    rungs: int | None = None,
    fixed: Mapping[Key, Window] | None = None,
) -> Timetable:
    """Place every step from the polling day and the ends of term; `fixed` windows stay where they are.

    A step that depends on an end of term is placed once for each cohort.
    """
    placing = Placing(steps, anchors, workdays, rungs, dict(fixed or {}))
    placed = [
        one
        for step in steps.steps
        for cohort in placing.cohorts(step)
        for one in placing.all_of(step, cohort)
    ]
    return Timetable(steps, anchors, workdays, tuple(placed), dict(fixed or {}), rungs)


@dataclass(slots=True)
class Placing:
    """One run of placing: resolves windows on demand and remembers them."""

    steps: StepList
    anchors: Anchors
    workdays: Workdays
    rungs: int | None
    fixed: Mapping[Key, Window]
    _known: dict[tuple[str, str], list[tuple[Key, Window]]] = field(default_factory=dict)
    _per_cohort: dict[str, bool] = field(default_factory=dict)

    def cohorts(self, step: Step) -> tuple[str, ...]:
        """The cohorts that the step is placed for; one empty name when it is common to all."""
        if not self.is_per_cohort(step) or not self.anchors.cohorts:
            return ("",)
        return tuple(cohort.id for cohort in self.anchors.cohorts)

    def is_per_cohort(self, step: Step) -> bool:
        """Whether the step depends on an end of term, directly or through others."""
        if step.id not in self._per_cohort:
            references = [edge.reference for edge in step.edges]
            references += [one.edge.reference for one in step.readings]
            self._per_cohort[step.id] = any(
                reference.name == TERM_END
                or (not reference.is_given and self.is_per_cohort(self.steps.step(reference.name)))
                for reference in references
            )
        return self._per_cohort[step.id]

    def all_of(self, step: Step, cohort: str) -> list[Placed]:
        """The step as placed: one, or one for each rung of its ladder."""
        periods = self._ladder_periods(step) if step.ladder else (step.number,)
        return [
            Placed(key, step, window, period, self._explain(step, key, window, period))
            for (key, window), period in zip(self._windows(step, cohort), periods, strict=True)
        ]

    def edge_day(self, edge: Edge, cohort: str) -> date | None:
        """The day that an edge falls on, or None when what it counts from is not known."""
        anchor = self.anchor_day(edge, cohort)
        if anchor is None:
            return None
        day = limit(edge.deadline, anchor, self.workdays)
        match edge.snap:
            case Snap.MONTH_START:
                return day.replace(day=1)
            case Snap.MONTH_END:
                return month_end(day)
            case Snap.NONE:
                return day

    def anchor_day(self, edge: Edge, cohort: str) -> date | None:
        """The day that an edge counts from."""
        reference = edge.reference
        if reference.name == POLLING_DAY:
            return self.anchors.polling_day
        if reference.name == TERM_END:
            found = self.anchors.cohort(cohort)
            return found.term_end if found else None
        other = self.steps.step(reference.name)
        window = self._whole(other, cohort if self.is_per_cohort(other) else "")
        return window.start if reference.side is Side.START else window.end

    def _whole(self, step: Step, cohort: str) -> Window:
        windows = [window for _, window in self._windows(step, cohort)]
        if windows:
            return Window(windows[0].start, windows[-1].end)
        return self._empty_ladder(step, cohort)

    def _empty_ladder(self, step: Step, cohort: str) -> Window:
        """A ladder without rungs takes no day: its start comes one day after its end."""
        one = self._step_between(step)
        if step.end is not None:
            end = self.edge_day(step.end, cohort)
            return Window(add(end, one, self.workdays) if end else None, end)
        start = self.edge_day(step.start, cohort) if step.start else None
        return Window(start, subtract(start, one, self.workdays) if start else None)

    def _windows(self, step: Step, cohort: str) -> list[tuple[Key, Window]]:
        name = (step.id, cohort)
        if name not in self._known:
            if step.ladder is None:
                computed = [(Key(step.id, 0, cohort), self._window(step, cohort))]
            else:
                computed = self._rung_windows(step, cohort)
            self._known[name] = [(key, self.fixed.get(key, window)) for key, window in computed]
        return self._known[name]

    def _window(self, step: Step, cohort: str) -> Window:
        start = self.edge_day(step.start, cohort) if step.start else None
        end = self.edge_day(step.end, cohort) if step.end else None
        if step.length is not None:
            period = step.length.period
            if start and step.end is None:
                end = add(start, period, self.workdays, first_day=FirstDay.INCLUDED)
            elif end and step.start is None:
                start = subtract(end, period, self.workdays, first_day=FirstDay.INCLUDED)
        return Window(start, end)

    def _ladder_periods(self, step: Step) -> tuple[Period, ...]:
        return step.ladder.rungs[: self.rungs] if step.ladder else ()

    def _step_between(self, step: Step) -> Period:
        working = step.ladder is not None and step.ladder.rungs[0].unit is Unit.WORKING_DAY
        return Period(1, Unit.WORKING_DAY if working else Unit.CALENDAR_DAY)

    def _rung_windows(self, step: Step, cohort: str) -> list[tuple[Key, Window]]:
        """Rungs follow each other without a gap, up to the ladder's end or from its start."""
        periods = self._ladder_periods(step)
        one = self._step_between(step)
        keys = [Key(step.id, number, cohort) for number in range(1, len(periods) + 1)]
        backward = step.end is not None
        edge = step.end or step.start
        here = self.edge_day(edge, cohort) if edge else None
        if here is None:
            return [(key, Window(None, None)) for key in keys]
        windows = []
        run = subtract if backward else add
        for period in reversed(periods) if backward else periods:
            far = run(here, period, self.workdays, first_day=FirstDay.INCLUDED)
            windows.append(Window(far, here) if backward else Window(here, far))
            here = run(far, one, self.workdays)
        return list(zip(keys, reversed(windows) if backward else windows, strict=True))

    def _explain(self, step: Step, key: Key, window: Window, period: Period | None) -> Text:
        parts = [step.open, self._waits(step, key.cohort)]
        if key in self.fixed:
            by_hand = Text("Waktu ini ditetapkan sendiri: {window}.", "Set by hand: {window}.")
            parts.append(by_hand.fill(window=window.spoken))
        elif step.ladder is None:
            parts += self._edge_texts(step, key.cohort)
            parts.append(self._length_text(step, window))
        elif period is not None:
            parts += [self._counted(period, window), _then(step, key.rung, len(self._ladder_periods(step)))]
        parts += [self._reading_text(one.label, one.edge, key.cohort) for one in step.readings]
        parts += [_derived(step), step.note]
        return joined(parts)

    def _waits(self, step: Step, cohort: str) -> Text:
        if cohort or not self.is_per_cohort(step):
            return EMPTY
        return Text(
            "Akhir masa jabatan belum disebut; langkah ini dihitung darinya.",
            "The end of the term is not given; this step is counted from it.",
        )

    def _edge_texts(self, step: Step, cohort: str) -> list[Text]:
        if step.start == step.end and step.end is not None:
            return [self._edge_text(EMPTY, step.end, cohort)]
        start = step.start if step.start and step.start.deadline.n else None
        heads = ((Text("Mulai: ", "Start: "), start), (Text("Akhir: ", "End: "), step.end))
        return [self._edge_text(head, edge, cohort) for head, edge in heads if edge is not None]

    def _edge_text(self, head: Text, edge: Edge, cohort: str) -> Text:
        anchor = self.anchor_day(edge, cohort)
        if anchor is None:
            return EMPTY
        if edge.snap is not Snap.NONE:
            return head + Text("bulannya saja yang disebut.", "only the month is stated.")
        return head + self._from(edge) + aloud(edge.deadline, anchor, self.workdays)

    def _from(self, edge: Edge) -> Text:
        """Name what the count starts from, so that the date in it can be found in the table."""
        if edge.reference.name == POLLING_DAY:
            name = Text("hari pemungutan suara", "polling day")
        elif edge.reference.name == TERM_END:
            name = Text("akhir masa jabatan", "end of term")
        else:
            name = self.steps.step(edge.reference.name).label
        if not edge.reference.is_given and edge.reference.side is Side.START:
            name += Text(", awal", ", start")
        return Text("[{name}] ", "[{name}] ").fill(name=name)

    def _length_text(self, step: Step, window: Window) -> Text:
        return self._counted(step.length.period, window) if step.length else EMPTY

    def _counted(self, period: Period, window: Window) -> Text:
        if window.start is None or window.end is None:
            return Text("Lamanya {period}.", "It lasts {period}.").fill(period=period.words)
        sentence = Text("Lamanya {period}: {window}.", "It lasts {period}: {window}.")
        over = passed_over(window.start, window.end, period.unit, self.workdays)
        return joined([sentence.fill(period=period.words, window=window.spoken), over])

    def _reading_text(self, label: Text, edge: Edge, cohort: str) -> Text:
        day = self.edge_day(edge, cohort)
        if day is None:
            return EMPTY
        return Text("{label}: {day}.", "{label}: {day}.").fill(label=label, day=day)


def _then(step: Step, rung: int, last: int) -> Text:
    if step.ladder is None:
        return EMPTY
    return joined([step.ladder.trigger, step.ladder.then if rung == last else EMPTY])


def _derived(step: Step) -> Text:
    if not step.derived:
        return EMPTY
    return Text(
        "Angka ini dibaca dari tanggal yang tercetak; bunyi peraturannya tidak menyebutnya.",
        "This number is read off the printed dates; no text that was read states it.",
    )
