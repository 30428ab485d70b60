"""Components of the county alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from pilkades.base.language import EMPTY, Text
from pilkades.web.shared.components.due import Task


@dataclass(frozen=True, slots=True)
class WaveLink:
    """A wave and the way to its board."""

    href: str
    label: Text
    note: Text
    rehearsal: bool = False


@dataclass(frozen=True, slots=True)
class WaveList:
    """Waves under one heading: those in earnest, or the rehearsals."""

    template: ClassVar[str] = "county/waves.html"

    title: Text
    waves: Sequence[WaveLink]
    note: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Waiting:
    """Acts of one kind that the county owes, village by village."""

    template: ClassVar[str] = "county/waiting.html"

    title: Text
    count: int
    tasks: Sequence[Task]
