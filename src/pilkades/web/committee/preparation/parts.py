"""Components of the preparation."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from pilkades.base.language import EMPTY, Text, joined
from pilkades.web.shared.components.due import Basis
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.status import Tag

_STEPS = Text("{n} langkah", "{n} steps")
_SIGNED = Text("{n} bertanda", "{n} with a sign")
_HOW = Text("Cara menghitung", "How it is counted")


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A step of the timetable: its days, what it rests on, who takes it, what is to be said of it."""

    key: str
    label: Text
    days: Text
    period: Text = EMPTY
    who: Text = EMPTY
    basis: tuple[Basis, ...] = ()
    explanation: Text = EMPTY
    tags: tuple[Tag, ...] = ()
    notes: tuple[Text, ...] = ()
    href: str = ""

    @property
    def how(self) -> Text:
        """The words above the explanation."""
        return _HOW


@dataclass(frozen=True, slots=True)
class PlanStage:
    """The steps of one stage."""

    label: Text
    rows: Sequence[PlanRow]
    current: bool = False

    @property
    def sum(self) -> Text:
        """How many steps it holds, and how many of them carry a sign."""
        signed = sum(bool(row.tags) for row in self.rows)
        count = _STEPS.fill(n=len(self.rows))
        return joined([count, _SIGNED.fill(n=signed)], " · ") if signed else count


@dataclass(frozen=True, slots=True)
class PlanList:
    """The whole timetable, stage by stage."""

    template: ClassVar[str] = "committee/plan_list.html"

    stages: Sequence[PlanStage]


@dataclass(frozen=True, slots=True)
class PlanHead:
    """Whether the timetable is a proposal or adopted, and what can be done with it."""

    template: ClassVar[str] = "committee/plan_head.html"

    status: Tag
    sentences: Sequence[Text]
    primary: Link | None = None
    links: Sequence[Link] = ()
    said: Text = EMPTY


@dataclass(frozen=True, slots=True)
class PostButton:
    """A button that posts to an address of its own, with the sentence of what it does."""

    template: ClassVar[str] = "committee/post_button.html"

    action: str
    label: Text
    sentence: Text = EMPTY
    hidden: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class Ruled:
    """What the law says, with its articles."""

    template: ClassVar[str] = "committee/ruled.html"

    words: Text
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of what a move brings about, with its sign."""

    tag: Tag
    words: Text
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class Effects:
    """What a move breaks, mends and carries along; with `saving` the button that keeps it."""

    template: ClassVar[str] = "committee/effects.html"

    title: Text
    told: Sequence[Told]
    carried: Sequence[Text] = ()
    carried_title: Text = EMPTY
    saving: Text = EMPTY
    faults: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class MoveForm:
    """Two days and what becomes of the steps counted from them; checked while it is filled in."""

    template: ClassVar[str] = "committee/move_form.html"

    form: object
    check: Text
    back: Link
    effects: Effects | None = None
    live: str = ""
