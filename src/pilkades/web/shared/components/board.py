"""Many villages at once: worst first, counts as filters (ui.md, pattern 9)."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from pilkades.base.language import EMPTY, Text
from pilkades.web.shared.components.page import Pages
from pilkades.web.shared.components.status import Status, Tag


@dataclass(frozen=True, slots=True)
class Filter:
    """How many villages are in a state; the figure is the link that shows them."""

    status: Status
    count: int
    href: str
    current: bool = False

    @property
    def tag(self) -> Tag:
        """Its state as sign and word."""
        return Tag(self.status)


@dataclass(frozen=True, slots=True)
class VillageRow:
    """One village: its state, where it stands, and the sentence that says what is next."""

    village: str
    district: str
    href: str
    status: Status
    stage: Text
    sentence: Text
    missing: int = 0
    objections: int = 0

    @property
    def tag(self) -> Tag:
        """Its state as sign and word."""
        return Tag(self.status)


@dataclass(frozen=True, slots=True)
class Board:
    """A wave of villages; the caller sorts worst first and cuts into pages of 50."""

    template: ClassVar[str] = "shared/components/board.html"

    title: Text
    total: int
    updated: datetime
    filters: tuple[Filter, ...]
    rows: tuple[VillageRow, ...]
    pages: Pages
    search_action: str = ""
    search: str = ""
    nothing: Text = EMPTY
