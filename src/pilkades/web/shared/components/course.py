"""The whole course of an election: ordered stages, and the same as bars in time (ui.md, pattern 7)."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from pilkades.base.language import EMPTY, Text
from pilkades.web.shared.components.due import Basis, Deadline
from pilkades.web.shared.components.status import Status, Tag
from pilkades.web.shared.components.words import long_day


@dataclass(frozen=True, slots=True)
class Step:
    """One step; without `href` it cannot be opened yet, and `note` says why."""

    number: str
    label: Text
    status: Status
    href: str = ""
    note: Text = EMPTY
    deadline: Deadline | None = None

    @property
    def tag(self) -> Tag:
        """Its state as sign and word."""
        return Tag(self.status)


@dataclass(frozen=True, slots=True)
class StageOfSteps:
    """A stage; only the current one stands open."""

    number: int
    label: Text
    steps: tuple[Step, ...]
    current: bool = False

    @property
    def done(self) -> int:
        """How many steps are done."""
        return sum(step.status is Status.DONE for step in self.steps)

    @property
    def troubled(self) -> int:
        """How many steps have a problem or are past their limit."""
        return sum(step.status in {Status.TROUBLE, Status.LATE} for step in self.steps)


@dataclass(frozen=True, slots=True)
class Course:
    """The stages in the order that the law gives."""

    template: ClassVar[str] = "shared/components/course.html"

    stages: tuple[StageOfSteps, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """One row of the timetable; `start` and `end` are both included; rows of one stage stand together."""

    label: Text
    start: date
    end: date
    status: Status
    who: Text = EMPTY
    basis: tuple[Basis, ...] = ()
    href: str = ""
    stage: Text = EMPTY

    @property
    def tag(self) -> Tag:
        """Its state as sign and word."""
        return Tag(self.status)

    @property
    def days(self) -> Text:
        """One day, or from and to, with weekdays; a year that both share is said once."""
        if self.start == self.end:
            return long_day(self.start)
        return Text("{start} sampai {end}", "{start} to {end}").fill(
            start=long_day(self.start, year=self.start.year != self.end.year), end=long_day(self.end)
        )


@dataclass(frozen=True, slots=True)
class Bar:
    """Where a span lies on the axis, in hundredths of a per cent of its length (whole numbers)."""

    span: Span
    left: int
    width: int

    @property
    def x(self) -> str:
        """Left edge as SVG writes it."""
        return _per_cent(self.left)

    @property
    def w(self) -> str:
        """Width as SVG writes it; never thinner than can be seen."""
        return _per_cent(max(self.width, _THINNEST))


@dataclass(frozen=True, slots=True)
class Tick:
    """The first day of a month on the axis; `wide` labels show only on wide screens."""

    day: date
    left: int
    wide: bool

    @property
    def x(self) -> str:
        """Place as SVG writes it."""
        return _per_cent(self.left)

    @property
    def month(self) -> Text:
        """Its short name."""
        return _MONTHS[self.day.month - 1]


_WHOLE = 10_000
_THINNEST = 120
_LAST_LABEL = 9_000
_MONTHS = (
    Text("Jan", "Jan"), Text("Feb", "Feb"), Text("Mar", "Mar"), Text("Apr", "Apr"), Text("Mei", "May"),
    Text("Jun", "Jun"), Text("Jul", "Jul"), Text("Agu", "Aug"), Text("Sep", "Sep"), Text("Okt", "Oct"),
    Text("Nov", "Nov"), Text("Des", "Dec"),
)  # fmt: skip
_NARROW_LABELS = 4


def _per_cent(hundredths: int) -> str:
    whole, part = divmod(hundredths, 100)
    return f"{whole}.{part:02d}%"


@dataclass(frozen=True, slots=True)
class Timeline:
    """Every step as a bar from first to last day, with today; the same stands below as a table."""

    template: ClassVar[str] = "shared/components/timeline.html"

    title: Text
    spans: tuple[Span, ...]
    today: date

    @property
    def start(self) -> date:
        """The first day of the first month shown."""
        return min(span.start for span in self.spans).replace(day=1)

    @property
    def end(self) -> date:
        """The last day shown."""
        return max(span.end for span in self.spans)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The spans on the axis."""
        return tuple(
            Bar(span, self._at(span.start), self._at(span.end) - self._at(span.start) + _WHOLE // self._days)
            for span in self.spans
        )

    @property
    def now(self) -> str:
        """Where today lies, or nothing when it lies outside."""
        return _per_cent(self._at(self.today)) if self.start <= self.today <= self.end else ""

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The first of each month; on a phone about four carry a label."""
        firsts = [self.start]
        while (following := _next_month(firsts[-1])) <= self.end:
            firsts.append(following)
        every = -(-len(firsts) // _NARROW_LABELS)
        placed = [(day, self._at(day)) for day in firsts]
        return tuple(
            Tick(day, left, wide=number % every != 0)
            for number, (day, left) in enumerate(placed)
            if left <= _LAST_LABEL
        )

    @property
    def _days(self) -> int:
        return (self.end - self.start).days + 1

    def _at(self, day: date) -> int:
        return (day - self.start).days * _WHOLE // self._days


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
