"""Lists of people, the filters over them, and what the law says of one of them."""

from dataclasses import dataclass
from typing import ClassVar

from pilkades.base.language import EMPTY, Text
from pilkades.web.shared.components.board import Choice
from pilkades.web.shared.components.due import Basis
from pilkades.web.shared.components.page import Link, Pages
from pilkades.web.shared.components.status import Tag


@dataclass(frozen=True, slots=True)
class Rooms:
    """The rooms that belong together, with the present one marked."""

    template: ClassVar[str] = "shared/components/rooms.html"

    label: Text
    rooms: tuple[tuple[Link, bool], ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """A list to choose one value from."""

    box: str
    label: Text
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class FilterBar:
    """What narrows a list: words to search for, where a `box` is named, and values to choose.

    `clear` shows the whole list again. What does not fit the pattern `refuses` is not sent, for it would
    stand in the address; `why_not` says so.
    """

    template: ClassVar[str] = "shared/components/filter_bar.html"
    submit: ClassVar[Text] = Text("Cari", "Search")
    clear_label: ClassVar[Text] = Text("Lihat semua", "Show all")

    box: str = ""
    label: Text = EMPTY
    value: str = ""
    selections: tuple[Selection, ...] = ()
    clear: str = ""
    hint: Text = EMPTY
    refuses: str = ""
    why_not: Text = EMPTY

    @property
    def narrowed(self) -> bool:
        """Whether anything but the words narrows the list."""
        return any(choice.current and choice.value for one in self.selections for choice in one.choices)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person of a list: never more of the NIK than its tail."""

    href: str
    name: str
    nik: str
    sex: Text
    birth: Text
    area: str
    tps: str
    answer: Tag
    remarks: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """A page of people; on a phone each of them is a card."""

    template: ClassVar[str] = "shared/components/people_table.html"
    heads: ClassVar[tuple[Text, ...]] = (
        Text("Nama", "Name"),
        Text("NIK", "NIK"),
        Text("Lahir", "Born"),
        Text("Alamat", "Address"),
        Text("TPS", "TPS"),
        Text("Hak pilih", "May vote"),
    )

    title: Text
    rows: tuple[PersonRow, ...]
    nothing: Text
    pages: Pages | None = None


@dataclass(frozen=True, slots=True)
class WeighedReason:
    """One requirement of the law: its verdict in this case, in a sentence, with its articles."""

    requirement: Text
    tag: Tag | None
    sentence: Text
    basis: tuple[Basis, ...] = ()
    missing: Text = EMPTY
    question: Text = EMPTY
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the law asks of one person or of all, and the answer that follows."""

    template: ClassVar[str] = "shared/components/weighed.html"
    basis_label: ClassVar[Text] = Text("Dasar:", "Basis:")
    missing_label: ClassVar[Text] = Text("Yang belum diketahui:", "Not known yet:")

    title: Text
    answer: Tag | None
    reasons: tuple[WeighedReason, ...]
    lead: Text = EMPTY
