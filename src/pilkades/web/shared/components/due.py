"""What is due, until when, by which article (ui.md, patterns 1, 2 and 8)."""

from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar

from pilkades.base.article import Article
from pilkades.base.language import EMPTY, Text
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.status import STATUS_WORDS, Status
from pilkades.web.shared.components.words import EVIDENCE_WORDS, long_day

SOON = 3
"""Working days within which a limit counts as near (pattern 9)."""

MOST_TASKS = 5
"""Rows of work on the first page; the rest stands behind one link (pattern 1)."""

_UNITS = {
    "working_day": Text("hari kerja", "working days"),
    "calendar_day": Text("hari kalender", "calendar days"),
}
_UNITS_OF_ONE = {
    "working_day": Text("hari kerja", "working day"),
    "calendar_day": Text("hari kalender", "calendar day"),
}


_LIMIT = Text("Batas", "Limit")
_NOTHING = Text("Tidak ada yang perlu dikerjakan hari ini.", "Nothing needs to be done today.")


@dataclass(frozen=True, slots=True)
class Basis:
    """An article that a page rests on, how well it is known, and where its words can be read."""

    template: ClassVar[str] = "shared/components/basis.html"

    article: Article
    evidence: str = "primary"
    href: str = ""

    @property
    def caution(self) -> Text:
        """What to say where the text was not read at its source."""
        return EVIDENCE_WORDS.get(self.evidence, EMPTY)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A limit: the day with its weekday, what is left, how days are counted, and the basis.

    `left` counts `unit` from `today` to `until` and is negative after it; None where it cannot be counted.
    """

    template: ClassVar[str] = "shared/components/deadline.html"

    until: date
    today: date
    left: int | None
    unit: str = "working_day"
    basis: tuple[Basis, ...] = ()
    at: time | None = None
    zone: str = ""
    what: Text = _LIMIT
    uncounted: Text = EMPTY

    @property
    def status(self) -> Status:
        """Late after the day, due within three days, else on schedule."""
        if self.today > self.until:
            return Status.LATE
        if self.today == self.until or (self.left is not None and self.left <= SOON):
            return Status.DUE
        return Status.ON_SCHEDULE

    @property
    def day(self) -> Text:
        """`Senin, 7 Desember 2026`, with the hour where there is one."""
        if self.at is None:
            return long_day(self.until)
        return Text("{day}, {at}", "{day}, {at}").fill(day=long_day(self.until), at=self.at) + Text(
            f" {self.zone}".rstrip(), f" {self.zone}".rstrip()
        )

    @property
    def remaining(self) -> Text:
        """`Sisa 11 hari kerja`, `Batas hari ini`, `Lewat 2 hari kerja`."""
        if self.today == self.until:
            return Text("Batas hari ini", "Due today")
        late = self.today > self.until
        if not self.left:
            if late:
                return Text("Batas sudah lewat", "The limit has passed")
            if self.left is None:
                return EMPTY
            return Text("Tidak ada hari kerja tersisa", "No working day is left")
        n = abs(self.left)
        unit = _UNITS_OF_ONE[self.unit] if n == 1 else _UNITS[self.unit]
        words = (
            Text("Lewat {n} {unit}", "{n} {unit} past")
            if late
            else Text("Sisa {n} {unit}", "{n} {unit} left")
        )
        return words.fill(n=n, unit=unit)


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of work: verb first, with its limit or a plain note."""

    href: str
    label: Text
    deadline: Deadline | None = None
    note: Text = EMPTY
    who: Text = EMPTY
    status: Status | None = None

    @property
    def sign(self) -> Status:
        """The state shown before the row."""
        if self.status is not None:
            return self.status
        return self.deadline.status if self.deadline else Status.NOT_STARTED

    @property
    def sign_word(self) -> Text:
        """The word of the sign, for those who do not see it."""
        return STATUS_WORDS[self.sign]


@dataclass(frozen=True, slots=True)
class TaskList:
    """Work that may be done now: at most five rows, earliest limit first (the caller sorts)."""

    template: ClassVar[str] = "shared/components/tasks.html"

    title: Text
    tasks: tuple[Task, ...]
    nothing: Text = _NOTHING
    all: Link | None = None
    most: int = MOST_TASKS

    @property
    def shown(self) -> tuple[Task, ...]:
        """The rows on the page."""
        return self.tasks[: self.most]


@dataclass(frozen=True, slots=True)
class Gate:
    """What is missing before an act; the button appears when nothing is (pattern 8)."""

    template: ClassVar[str] = "shared/components/gate.html"

    title: Text
    missing: tuple[Link, ...]
    ready: Text
    act: Link
    deadline: Deadline | None = None
