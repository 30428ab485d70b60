"""Components of the plan of stations."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from pilkades.base.language import EMPTY, Text
from pilkades.web.shared.components.due import Basis
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.status import Tag


@dataclass(frozen=True, slots=True)
class Choosing:
    """The choices of a plan, asked in the address of the page."""

    template: ClassVar[str] = "committee/stations/choosing.html"

    title: Text
    form: object
    submit: Text
    hidden: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class StationRow:
    """A station of the plan: its voters against the cap, its parts, and why each is there."""

    name: str
    voters: int
    cap: int
    share: Decimal
    tag: Tag
    access: Text
    needing: int
    areas: Sequence[Text]
    reasons: Sequence[Text]

    @property
    def why(self) -> Text:
        """The words on the fold."""
        return Text("Mengapa di {tps}?", "Why at {tps}?").fill(tps=self.name)


@dataclass(frozen=True, slots=True)
class StationTable:
    """All stations; on a phone each is a card."""

    template: ClassVar[str] = "committee/stations/table.html"
    heads: ClassVar[tuple[Text, ...]] = (
        Text("TPS", "Station"),
        Text("Pemilih", "Voters"),
        Text("Batas", "Cap"),
        Text("Bagian", "Share"),
        Text("Akses", "Access"),
        Text("Wilayah", "Areas"),
    )

    title: Text
    rows: Sequence[StationRow]


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that the check found, with its sign and its articles."""

    tag: Tag
    words: Text
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class Looked:
    """What the check found."""

    template: ClassVar[str] = "committee/stations/looked.html"

    title: Text
    told: Sequence[Told]
    nothing: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Aim:
    """An aim, its figure, and how many moves it rules out."""

    label: Text
    value: Text
    note: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Aims:
    """The aims in their order, behind a fold."""

    template: ClassVar[str] = "committee/stations/aims.html"

    title: Text
    lead: Text
    aims: Sequence[Aim]


@dataclass(frozen=True, slots=True)
class SizeRow:
    """A station before and after a change."""

    name: str
    before: Text
    after: Text


@dataclass(frozen=True, slots=True)
class Compared:
    """A plan beside the plan after a change: who moves, how large the stations become."""

    template: ClassVar[str] = "committee/stations/compared.html"
    heads: ClassVar[tuple[Text, ...]] = (
        Text("TPS", "Station"),
        Text("Sekarang", "Now"),
        Text("Sesudahnya", "After"),
    )

    title: Text
    lead: Text
    sizes: Sequence[SizeRow]
    movers: Sequence[Text]
    told: Sequence[Told]
    take: Link | None
    back: Link
    movers_title: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Option:
    """A value to choose."""

    value: str
    label: Text


@dataclass(frozen=True, slots=True)
class Moving:
    """Move one RT by hand and look what it brings about."""

    template: ClassVar[str] = "committee/stations/moving.html"

    title: Text
    lead: Text
    group_label: Text
    groups: Sequence[Option]
    station_label: Text
    stations: Sequence[Option]
    submit: Text
    hidden: Sequence[tuple[str, str]] = ()
