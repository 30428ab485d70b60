"""Components that only public pages have."""

from dataclasses import dataclass
from typing import ClassVar

from pilkades.base.language import EMPTY, Text
from pilkades.web.shared.components.due import Basis, Deadline
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.record import Ladder, Results
from pilkades.web.shared.components.status import Tag


@dataclass(frozen=True, slots=True)
class Row:
    """A place that leads to its page, with sentences about it."""

    href: str
    label: Text | str
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Places under one heading."""

    template: ClassVar[str] = "public/group.html"

    title: Text | str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence, the articles that it rests on, what to know beside it, and somebody's own words."""

    sentence: Text
    basis: tuple[Basis, ...] = ()
    note: Text = EMPTY
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading with plain sentences, or with points that each name their article."""

    template: ClassVar[str] = "public/passage.html"

    title: Text
    sentences: tuple[Text, ...] = ()
    points: tuple[Point, ...] = ()
    anchor: str = ""
    links: tuple[Link, ...] = ()
    code: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result with its certainty, then until when one may object."""

    template: ClassVar[str] = "public/outcome.html"

    title: Text
    results: Results | Ladder
    elect: Text = EMPTY
    sentences: tuple[Text, ...] = ()
    objection: Deadline | None = None
    how: Link | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter."""

    value: str
    label: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Search:
    """Look for a village by its name, and in one district; it only reads, so it needs no token."""

    template: ClassVar[str] = "public/search.html"

    action: str
    words: str
    found: Text
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step with its days, or an article's limit; `tag` says what the record holds of it."""

    label: Text
    days: Text = EMPTY
    who: Text = EMPTY
    note: Text = EMPTY
    tag: Tag | None = None
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class StageLines:
    """A stage: from when to when, what the record holds, and its steps."""

    number: int
    anchor: str
    label: Text
    days: Text
    recorded: Text
    href: str = ""
    reached: bool = False
    steps: tuple[StepLine, ...] = ()
    limits: tuple[StepLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Stages:
    """The seven stages in their order, short; each leads to its days."""

    template: ClassVar[str] = "public/stages.html"

    title: Text
    lead: Text
    stages: tuple[StageLines, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Schedule:
    """The seven stages with all their steps."""

    template: ClassVar[str] = "public/schedule.html"

    stages: tuple[StageLines, ...]
    limits: Text


@dataclass(frozen=True, slots=True)
class Said:
    """A fact of an act: its name and its value."""

    label: Text
    value: Text


@dataclass(frozen=True, slots=True)
class LogLine:
    """An act in the public log: who did what, what the record states of it, what it corrects."""

    clock: Text
    sentence: Text
    facts: tuple[Said, ...]
    withheld: Text
    number: int
    digest: str
    corrects: Link | None = None


@dataclass(frozen=True, slots=True)
class LogDay:
    """The acts that were recorded on one day, newest first."""

    day: Text
    iso: str
    lines: tuple[LogLine, ...]


@dataclass(frozen=True, slots=True)
class Log:
    """The record as everyone reads it; `chain` says what verifying it found."""

    template: ClassVar[str] = "public/log.html"

    days: tuple[LogDay, ...]
    chain: Tag
