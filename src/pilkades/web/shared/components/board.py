"""Many villages at once: worst first, counts as filters (ui.md, pattern 9)."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from pilkades.base.language import EMPTY, Text
from pilkades.web.shared.components.page import Link, Pages
from pilkades.web.shared.components.status import Status, Tag

_NOT_KNOWN = Text("belum diketahui", "not known yet")


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
    """One village: its state, where it stands, and the sentence that says what is next.

    `missing` is None where the law held does not say which papers are asked for.
    """

    village: str
    district: str
    href: str
    status: Status
    stage: Text
    sentence: Text
    missing: int | None = 0
    objections: int = 0
    notes: tuple[Text, ...] = ()

    @property
    def missing_words(self) -> int | Text:
        """How many papers are missing, or that it is not known."""
        return _NOT_KNOWN if self.missing is None else self.missing

    @property
    def tag(self) -> Tag:
        """Its state as sign and word."""
        return Tag(self.status)


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a list to choose from."""

    value: str
    label: Text
    current: bool = False


@dataclass(frozen=True, slots=True)
class Board:
    """A wave of villages; the caller sorts worst first and cuts into pages of 50.

    `districts` narrow the list; `hidden` goes along with a search; `all` leads to every row on one page.
    """

    template: ClassVar[str] = "shared/components/board.html"
    district_label: ClassVar[Text] = Text("Kecamatan", "District")

    title: Text
    total: int
    updated: datetime
    filters: tuple[Filter, ...]
    rows: tuple[VillageRow, ...]
    pages: Pages
    search_action: str = ""
    search: str = ""
    nothing: Text = EMPTY
    districts: tuple[Choice, ...] = ()
    hidden: tuple[tuple[str, str], ...] = ()
    all: Link | None = None
