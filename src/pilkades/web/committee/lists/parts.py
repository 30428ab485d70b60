"""Components of these pages alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from pilkades.base.language import EMPTY, Text
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.status import Tag


@dataclass(frozen=True, slots=True)
class Compared:
    """One field of two rows: its name, what each states, and in a sentence whether they agree."""

    label: Text
    first: Text
    second: Text
    sentence: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Answered:
    """What was decided of a pair: the words, who and when, why, and where it goes on."""

    words: Text
    reason: str
    undo: str
    goes_on: Link | None = None


@dataclass(frozen=True, slots=True)
class PairCard:
    """Two rows side by side: what they may be, field by field, and the decision that is asked for."""

    template: ClassVar[str] = "committee/lists/pair.html"
    heads: ClassVar[tuple[Text, ...]] = (
        Text("Isian", "Field"),
        Text("Baris pertama", "First row"),
        Text("Baris kedua", "Second row"),
        Text("Perbandingan", "Compared"),
    )
    reason_label: ClassVar[Text] = Text("Alasan, bila ada", "Reason, if any")
    undo_label: ClassVar[Text] = Text("Batalkan keputusan ini", "Take this decision back")

    anchor: str
    title: Text
    why: Text
    todo: Text
    lines: Sequence[Compared]
    first: str
    second: str
    action: str
    buttons: Sequence[tuple[str, Text]]
    back: str
    answered: Answered | None = None
    may_decide: bool = True
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Switch:
    """One of several lists of the same things, with how many each holds; the present one is marked."""

    template: ClassVar[str] = "committee/lists/switch.html"

    label: Text
    choices: Sequence[tuple[Link, int, bool]]


@dataclass(frozen=True, slots=True)
class Weigh:
    """Persons who are one by the decisions, and the question which row stays."""

    template: ClassVar[str] = "committee/lists/stays.html"
    heads: ClassVar[tuple[Text, ...]] = (
        Text("Tetap di daftar", "Stays on the list"),
        Text("Nama", "Name"),
        Text("NIK", "NIK"),
        Text("Lahir", "Born"),
        Text("Alamat", "Address"),
    )
    submit: ClassVar[Text] = Text("Sisakan baris yang dipilih", "Keep the chosen row")

    title: Text
    rows: Sequence[tuple[str, Sequence[Text], Tag | None]]
    action: str
    reason_label: Text
    fault: Text = EMPTY
    chosen: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ListRows:
    """Rows of a fixed list under the numbers that they have there; on a phone a row is a card."""

    template: ClassVar[str] = "committee/lists/rows.html"
    number: ClassVar[Text] = Text("No.", "No.")

    title: Text
    heads: Sequence[Text]
    rows: Sequence[tuple[int, Sequence[Text]]]

    @property
    def cells(self) -> Sequence[tuple[int, Sequence[tuple[Text, Text]]]]:
        """Each row with the head beside each cell."""
        return [(number, tuple(zip(self.heads, row, strict=True))) for number, row in self.rows]
