"""What does not fit in a timetable, and what a move breaks or mends."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pilkades.base.article import Article
from pilkades.base.findings import Stage
from pilkades.base.language import Text, joined
from pilkades.timetable.days import Unit, Workdays, count_inside, is_working_day
from pilkades.timetable.deadlines import Bound, aloud, skipped
from pilkades.timetable.proposal import Key, Placed, Placing, Timetable, Window, propose
from pilkades.timetable.steps import Edge, Length, Side, Snap, Span


class Kind(StrEnum):
    """In what way a step does not fit."""

    REVERSED = "reversed"
    ORDER = "order"
    TOO_LONG = "too_long"
    TOO_SHORT = "too_short"
    TOO_LATE = "too_late"
    TOO_EARLY = "too_early"
    DAY_OFF = "day_off"
    PASSED = "passed"


@dataclass(frozen=True, slots=True)
class Misfit:
    """A fact, what it is held against with its article, the difference, and who may decide.

    `other` names the step it clashes with; `difference` is in `unit`.
    """

    kind: Kind
    key: Key
    articles: tuple[Article, ...]
    message: Text
    decides: Text
    difference: int = 0
    unit: Unit = Unit.CALENDAR_DAY
    other: str = ""

    @property
    def identity(self) -> tuple[Kind, Key, str, tuple[Article, ...]]:
        """What makes two misfits of two timetables the same one."""
        return (self.kind, self.key, self.other, self.articles)


@dataclass(frozen=True, slots=True)
class Carried:
    """A step that moved along."""

    key: Key
    before: Window
    after: Window


@dataclass(frozen=True, slots=True)
class Move:
    """The timetable after a move: what no longer fits, what fits again, which steps moved along."""

    timetable: Timetable
    broken: tuple[Misfit, ...]
    mended: tuple[Misfit, ...]
    carried: tuple[Carried, ...]


def check(timetable: Timetable, today: date | None = None) -> tuple[Misfit, ...]:
    """Everything in the timetable that does not fit its own limits, lengths, order and working days.

    With `today`, for a plan that has not begun: also every step whose last day is over already.
    """
    current = {placed.key: placed.window for placed in timetable.placed}
    placing = Placing(timetable.steps, timetable.anchors, timetable.workdays, timetable.rungs, current)
    found: list[Misfit] = []
    for placed in timetable.placed:
        found += _reversed(timetable, placed)
        found += _limits(timetable, placed, placing)
        found += _lengths(timetable, placed)
        found += _order(timetable, placed)
        found += _days_off(timetable, placed)
        found += _passed(timetable, placed, today)
    return tuple(found)


def move(timetable: Timetable, key: Key, window: Window, *, carry: bool = False) -> Move:
    """Set a step's window by hand; with `carry` the steps that are counted from it move along.

    Raises:
        KeyError: when the timetable has no such step.
    """
    timetable.window(key)
    if carry:
        fixed = {**timetable.fixed, key: window}
    else:
        fixed = {placed.key: placed.window for placed in timetable.placed} | {key: window}
    placed_anew = propose(
        timetable.steps, timetable.anchors, timetable.workdays, rungs=timetable.rungs, fixed=fixed
    )
    # Only what a person set stays marked as set: the rest was held still for this one move.
    own = {**timetable.fixed, key: window}
    kept = placed_anew if carry else _held(timetable, placed_anew, key)
    moved = Timetable(
        timetable.steps, timetable.anchors, timetable.workdays, kept.placed, own, timetable.rungs
    )
    before = {misfit.identity: misfit for misfit in check(timetable)}
    after = {misfit.identity: misfit for misfit in check(moved)}
    return Move(
        moved,
        broken=tuple(misfit for name, misfit in after.items() if name not in before),
        mended=tuple(misfit for name, misfit in before.items() if name not in after),
        carried=_carried(timetable, moved, key),
    )


def _held(old: Timetable, new: Timetable, key: Key) -> Timetable:
    placed = tuple(
        fresh if fresh.key == key else was for was, fresh in zip(old.placed, new.placed, strict=True)
    )
    return Timetable(new.steps, new.anchors, new.workdays, placed, new.fixed, new.rungs)


def _carried(old: Timetable, new: Timetable, key: Key) -> tuple[Carried, ...]:
    return tuple(
        Carried(was.key, was.window, now.window)
        for was, now in zip(old.placed, new.placed, strict=True)
        if was.window != now.window and was.key != key
    )


def _misfit(  # noqa: PLR0913 -- one place builds every misfit, so each field is named once
    timetable: Timetable,
    placed: Placed,
    kind: Kind,
    message: Text,
    *,
    articles: tuple[Article, ...] = (),
    difference: int = 0,
    unit: Unit = Unit.CALENDAR_DAY,
    other: str = "",
) -> Misfit:
    who = Text("Yang dapat mengubah tanggalnya: {who}.", "Who may change the date: {who}.")
    decides = timetable.steps.decides
    about = Text("{label}: ", "{label}: ").fill(label=placed.step.label)
    whole = joined([about + message, who.fill(who=decides)])
    return Misfit(kind, placed.key, articles or placed.step.articles, whole, decides, difference, unit, other)


def _reversed(timetable: Timetable, placed: Placed) -> Iterator[Misfit]:
    start, end = placed.window.start, placed.window.end
    if start and end and end < start:
        message = Text(
            "berakhir {end}, sebelum mulainya {start}.", "it ends on {end}, before its start on {start}."
        )
        yield _misfit(
            timetable,
            placed,
            Kind.REVERSED,
            message.fill(start=start, end=end),
            difference=(end - start).days,
        )


def _limits(timetable: Timetable, placed: Placed, placing: Placing) -> Iterator[Misfit]:
    step, window = placed.step, placed.window
    if step.ladder is not None:
        return
    seen: list[Edge] = []
    for edge, day, side in ((step.end, window.end, Side.END), (step.start, window.start, Side.START)):
        if edge is None or day is None or not edge.binds or edge in seen:
            continue
        seen.append(edge)
        anchor = placing.anchor_day(edge, placed.key.cohort)
        bound = placing.edge_day(edge, placed.key.cohort)
        if anchor is None or bound is None or not _misses(edge.deadline.bound, day, bound):
            continue
        kind = Kind.TOO_LATE if day > bound else Kind.TOO_EARLY
        named = {Side.END: Text("akhir", "end"), Side.START: Text("awal", "start")}[side]
        message = Text(
            "{side} {day}, batasnya {bound}; selisih {n} hari kalender.",
            "{side} {day}, the limit is {bound}; {n} calendar day(s) apart.",
        ).fill(side=named, day=day, bound=bound, n=abs((day - bound).days))
        yield _misfit(
            timetable,
            placed,
            kind,
            joined([message, aloud(edge.deadline, anchor, timetable.workdays)]),
            difference=(day - bound).days,
            other=f"{side.value}:{edge.reference.notation}",
        )


def _misses(bound: Bound, day: date, limit_day: date) -> bool:
    match bound:
        case Bound.AT_LATEST:
            return day > limit_day
        case Bound.AT_EARLIEST:
            return day < limit_day
        case Bound.EXACTLY:
            return day != limit_day


_CAPS = frozenset({Length.EXACTLY, Length.WITHIN, Length.AT_MOST})
_FLOORS = frozenset({Length.EXACTLY, Length.AT_LEAST})


def _lengths(timetable: Timetable, placed: Placed) -> Iterator[Misfit]:
    start, end = placed.window.start, placed.window.end
    if start is None or end is None or end < start:
        return
    spans = [placed.step.length] if placed.step.length else []
    if placed.step.ladder is not None and placed.period is not None:
        spans.append(Span(placed.period))
    for span in (*spans, *placed.step.law):
        held = count_inside(start, end, span.period.unit, timetable.workdays)
        over = held - span.period.n
        if (over > 0 and span.bound in _CAPS) or (over < 0 and span.bound in _FLOORS):
            yield _length_misfit(timetable, placed, span, held)


def _length_misfit(timetable: Timetable, placed: Placed, span: Span, held: int) -> Misfit:
    over = held - span.period.n
    side = {
        Length.EXACTLY: Text("tepat", "exactly"),
        Length.WITHIN: Text("dalam jangka waktu", "within a period of"),
        Length.AT_MOST: Text("paling lama", "at most"),
        Length.AT_LEAST: Text("paling sedikit", "at least"),
    }[span.bound]
    message = Text(
        "{window} memuat {held}; sumbernya menyebut {side} {period}.",
        "{window} holds {held}; the source says {side} {period}.",
    ).fill(
        window=placed.window.spoken,
        held=type(span.period)(held, span.period.unit).words,
        side=side,
        period=span.period.words,
    )
    return _misfit(
        timetable,
        placed,
        Kind.TOO_LONG if over > 0 else Kind.TOO_SHORT,
        message,
        articles=span.articles,
        difference=over,
        unit=span.period.unit,
    )


def _order(timetable: Timetable, placed: Placed) -> Iterator[Misfit]:
    """A step begins after those it follows, or on the same day where that is the earlier one's only day."""
    for other in timetable.placed:
        if other.key.step not in placed.step.follows or not _meet(other.key, placed.key):
            continue
        start, end = placed.window.start or placed.window.end, other.window.end
        if start is None or end is None or end < start or (end == start == other.window.start):
            continue
        message = Text(
            "mulai {start}, sedangkan {other} baru selesai {end}.",
            "it begins on {start}, while {other} is over only on {end}.",
        ).fill(start=start, end=end, other=other.step.label)
        yield _misfit(
            timetable, placed, Kind.ORDER, message, difference=(end - start).days, other=str(other.key)
        )


def _passed(timetable: Timetable, placed: Placed, today: date | None) -> Iterator[Misfit]:
    end = placed.window.end
    if today is not None and end is not None and end < today:
        message = Text(
            "berakhir {end}, sebelum hari ini {today}.", "it ends on {end}, before today, {today}."
        )
        yield _misfit(
            timetable,
            placed,
            Kind.PASSED,
            message.fill(end=end, today=today),
            difference=(end - today).days,
        )


def _meet(one: Key, other: Key) -> bool:
    return not one.cohort or not other.cohort or one.cohort == other.cohort


def _days_off(timetable: Timetable, placed: Placed) -> Iterator[Misfit]:
    """An edge on a day off, where the step is counted in working days; voting on a Sunday is no misfit."""
    if placed.step.stage is Stage.POLLING or (placed.period and placed.period.unit is not Unit.WORKING_DAY):
        return
    if any(edge.snap is not Snap.NONE for edge in placed.step.edges):
        return
    # A start that only repeats the day of another step is that step's matter.
    follows = placed.step.start is not None and placed.step.start.deadline.n == 0
    days = (placed.window.end,) if follows else (placed.window.start, placed.window.end)
    for day in dict.fromkeys(day for day in days if day):
        if not is_working_day(day, timetable.workdays):
            message = Text("{day} bukan hari kerja ({why}).", "{day} is no working day ({why}).")
            why = _why_off(day, timetable.workdays)
            yield _misfit(
                timetable, placed, Kind.DAY_OFF, message.fill(day=day, why=why), other=day.isoformat()
            )


def _why_off(day: date, workdays: Workdays) -> Text:
    return skipped(day, day, workdays)[0].reason
