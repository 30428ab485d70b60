"""Components of the county alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from pilkades.base.errors import Fault
from pilkades.base.language import EMPTY, Text
from pilkades.web.core.services.set_up_wave import VillageRow
from pilkades.web.shared.components.due import Basis, Task
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.status import Tag


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


@dataclass(frozen=True, slots=True)
class FileFaults:
    """All that is wrong in a file, with the place in it; nothing of it was taken over."""

    template: ClassVar[str] = "county/file_faults.html"
    where: ClassVar[Text] = Text("Di berkas", "In the file")
    what: ClassVar[Text] = Text("Yang perlu diperbaiki", "What to put right")
    count: ClassVar[Text] = Text(
        "Ada {n} yang perlu diperbaiki di {file}", "{n} things to put right in {file}"
    )
    nothing_made: ClassVar[Text] = Text(
        "Belum ada yang dibuat. Perbaiki berkasnya, lalu unggah lagi.",
        "Nothing was made. Put the file right, then upload it again.",
    )

    file: str
    faults: Sequence[Fault]

    @property
    def title(self) -> Text:
        """How many, in which file."""
        return self.count.fill(n=len(self.faults), file=self.file)


@dataclass(frozen=True, slots=True)
class VillageList:
    """The villages that a plan would make elections for."""

    template: ClassVar[str] = "county/village_list.html"
    headings: ClassVar[tuple[Text, ...]] = (
        Text("Kode desa", "Village code"),
        Text("Desa", "Village"),
        Text("Kecamatan", "District"),
        Text("Kelompok", "Cohort"),
    )

    title: Text
    rows: Sequence[VillageRow]


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A parameter of the law: what holds, by which article, and the way to the county's own value."""

    href: str
    label: Text
    value: Text
    basis: Basis | None
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class ValueList:
    """Parameters under one heading."""

    template: ClassVar[str] = "county/values.html"
    headings: ClassVar[tuple[Text, ...]] = (
        Text("Hal", "Matter"),
        Text("Nilai yang berlaku", "Value in force"),
        Text("Dasar", "Basis"),
    )
    without: ClassVar[Text] = Text("Belum ada pasalnya", "No article yet")

    title: Text
    rows: Sequence[ValueRow]
    sentence: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Notes:
    """Sentences under a heading, and where to go from there."""

    template: ClassVar[str] = "county/notes.html"

    title: Text
    sentences: Sequence[Text]
    links: Sequence[Link] = ()


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One stated value; `hidden` goes with its withdrawal and is empty where that is not open."""

    sentence: Text
    meta: Text
    quote: str
    tag: Tag
    hidden: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class History:
    """The values that the county stated of one parameter, the newest first."""

    template: ClassVar[str] = "county/history.html"
    why: ClassVar[Text] = Text("Alasan mencabut", "Why it is withdrawn")
    submit: ClassVar[Text] = Text("Cabut nilai ini", "Withdraw this value")

    title: Text
    entries: Sequence[HistoryEntry]
