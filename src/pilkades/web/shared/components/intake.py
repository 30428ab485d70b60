"""A file on its way in: how its columns are read, what is wrong in it, how far the work is (pattern 10)."""

from dataclasses import dataclass
from typing import ClassVar

from pilkades.base.language import EMPTY, Text, percent
from pilkades.web.shared.components.board import Choice
from pilkades.web.shared.components.page import Link, Pages
from pilkades.web.shared.components.status import Status, Tag

_ALL = 100


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """A column of a file: its letters, its heading, what its first rows hold, and what it is read as."""

    letters: str
    heading: str
    samples: tuple[str, ...]
    box: str
    choices: tuple[Choice, ...]

    @property
    def label(self) -> Text:
        """What the box asks."""
        return Text("Kolom {letters} dibaca sebagai", "Column {letters} is read as").fill(
            letters=self.letters
        )

    @property
    def read(self) -> bool:
        """Whether anything is read from it."""
        return any(choice.current and choice.value for choice in self.choices)


@dataclass(frozen=True, slots=True)
class AskedCode:
    """A number that stands for something, and what it may stand for."""

    code: str
    box: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class MappedSheet:
    """One sheet: what it was recognised as, where its header stands, and its columns.

    `was_box` sends along under which header the boxes of the columns were made.
    """

    name: str
    known: Text
    header_box: str
    header: str
    skip_box: str
    skipped: bool
    columns: tuple[MappedColumn, ...]
    rows: int
    was_box: str = ""
    codes: tuple[AskedCode, ...] = ()
    fault: Text = EMPTY


@dataclass(frozen=True, slots=True)
class MappingForm:
    """How the sheets of a file are read, beside their first rows; every part of it can be corrected."""

    template: ClassVar[str] = "shared/components/mapping.html"
    header_label: ClassVar[Text] = Text("Baris judul kolom", "Row of the headings")
    skip_label: ClassVar[Text] = Text("Lewati lembar ini", "Leave this sheet out")
    again: ClassVar[Text] = Text("Cari judul lagi", "Find the headings again")
    codes_label: ClassVar[Text] = Text("Arti angka status perkawinan", "What the marital numbers mean")
    heads: ClassVar[tuple[Text, ...]] = (
        Text("Kolom", "Column"),
        Text("Judul di berkas", "Heading in the file"),
        Text("Isi baris pertama", "What the first rows hold"),
        Text("Dibaca sebagai", "Read as"),
    )

    sheets: tuple[MappedSheet, ...]
    action: str
    submit: Text
    hidden: tuple[tuple[str, str], ...] = ()
    faults: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedFault:
    """One fault in its place: the sheet and cell, what is wrong, what to do."""

    place: Text
    problem: Text
    remedy: Text = EMPTY


@dataclass(frozen=True, slots=True)
class FaultGroup:
    """Faults of one kind: how many in all, whether their rows wait, and those shown here."""

    id: str
    title: Text
    count: int
    waits: bool
    faults: tuple[PlacedFault, ...]
    more: Link | None = None

    @property
    def tag(self) -> Tag:
        """Whether the row waits for its repair."""
        if self.waits:
            return Tag(Status.TROUBLE, Text("Baris menunggu perbaikan", "The row waits for a repair"))
        return Tag(Status.CONTESTED, Text("Baris dipakai, perlu dilihat", "The row is taken, look at it"))


@dataclass(frozen=True, slots=True)
class FaultGroups:
    """Every fault of a file, grouped by kind, those whose rows wait first."""

    template: ClassVar[str] = "shared/components/fault_groups.html"
    heads: ClassVar[tuple[Text, ...]] = (
        Text("Tempat", "Place"),
        Text("Yang perlu diperbaiki", "What is wrong"),
        Text("Caranya", "What to do"),
    )

    groups: tuple[FaultGroup, ...]
    pages: Pages | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """Long work: how far it is, in words and as a bar; without scripts a link shows how far it is by now.

    `poll` is the address that gives this part anew; `stop` is where the work is stopped.
    """

    template: ClassVar[str] = "shared/components/progress.html"
    again: ClassVar[Text] = Text("Lihat kemajuan terbaru", "See how far it is now")

    title: Text
    sentence: Text
    done: int
    total: int
    here: str
    poll: str = ""
    stop: str = ""
    stop_label: Text = EMPTY

    @property
    def words(self) -> Text:
        """`400 dari 1.000 baris (40%)`."""
        if not self.total:
            return Text("Belum dimulai.", "Not started yet.")
        share = percent(min(self.done, self.total), self.total, 0)
        return Text("{done} dari {total} ({share}%)", "{done} of {total} ({share}%)").fill(
            done=self.done, total=self.total, share=share
        )

    @property
    def value(self) -> int:
        """How full the bar is, in hundredths."""
        return min(self.done, self.total) * _ALL // self.total if self.total else 0
