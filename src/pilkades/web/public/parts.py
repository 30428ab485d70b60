"""Components that only public pages have."""

from dataclasses import dataclass
from typing import ClassVar

from pilkades.base.language import EMPTY, Text
from pilkades.web.shared.components.course import Span
from pilkades.web.shared.components.due import Basis
from pilkades.web.shared.components.page import Link


@dataclass(frozen=True, slots=True)
class Row:
    """A place that leads to its page, with sentences about it."""

    href: str
    label: str
    notes: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Places under one heading."""

    template: ClassVar[str] = "public/group.html"

    title: Text
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Dates:
    """Days in their order, each with its label and article."""

    template: ClassVar[str] = "public/dates.html"

    title: Text
    lead: Text
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence, the articles that it rests on, and what to know beside it."""

    sentence: Text
    basis: tuple[Basis, ...] = ()
    note: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading with plain sentences, or with points that each name their article."""

    template: ClassVar[str] = "public/passage.html"

    title: Text
    sentences: tuple[Text, ...] = ()
    points: tuple[Point, ...] = ()
    anchor: str = ""
    link: Link | None = None
    code: str = ""
