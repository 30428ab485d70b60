"""What happened and how sure it is: log, findings, certainty, the village's page (patterns 17, 18 and 19)."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from pilkades.base.findings import Finding
from pilkades.base.language import EMPTY, Text, percent
from pilkades.web.shared.components.due import Basis, Deadline
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.status import Tag, tag_of
from pilkades.web.shared.components.words import clock, long_day


@dataclass(frozen=True, slots=True)
class LogEntry:
    """Actor, verb, object; before and after; why. A correction names the entry that it corrects."""

    at: datetime
    sentence: Text
    before: Text = EMPTY
    after: Text = EMPTY
    reason: Text = EMPTY
    corrects: Link | None = None
    href: str = ""
    digest: str = ""

    @property
    def clock(self) -> Text:
        """`14.05 WIB`."""
        return clock(self.at)


@dataclass(frozen=True, slots=True)
class LogDay:
    """The entries of one day, newest first."""

    day: date
    entries: tuple[LogEntry, ...]

    @property
    def words(self) -> Text:
        """The day with its weekday."""
        return long_day(self.day)


@dataclass(frozen=True, slots=True)
class Log:
    """A readable record; `chain` says what verifying it found."""

    template: ClassVar[str] = "shared/components/log.html"

    days: tuple[LogDay, ...]
    chain: Tag | None = None


@dataclass(frozen=True, slots=True)
class FindingCard:
    """Fact, article, difference, consequence, who decides, what to do; the evidence folded."""

    template: ClassVar[str] = "shared/components/finding.html"

    finding: Finding
    basis: tuple[Basis, ...]
    difference: Text = EMPTY
    act: Link | None = None

    @property
    def tag(self) -> Tag:
        """Its verdict as sign and word."""
        return tag_of(self.finding.verdict)


class Certainty(StrEnum):
    """How far a public figure has come."""

    AWAITED = "awaited"
    PROVISIONAL = "provisional"
    CHECKED = "checked"
    ADOPTED = "adopted"


CERTAINTIES = {
    Certainty.PROVISIONAL: Text("Hitungan sementara", "Provisional count"),
    Certainty.CHECKED: Text("Diperiksa", "Checked"),
    Certainty.ADOPTED: Text("Ditetapkan panitia", "Adopted by the committee"),
}
_AWAITED = Text("Belum ada hasil", "No result yet")
_MEANINGS = {
    Certainty.AWAITED: Text("Penghitungan belum dimulai.", "Counting has not begun."),
    Certainty.PROVISIONAL: Text(
        "Angka masih bisa berubah. Hasil resmi ditetapkan panitia.",
        "The figures may still change. The committee adopts the official result.",
    ),
    Certainty.CHECKED: Text(
        "Angka sudah dicocokkan dengan formulir setiap TPS. Hasil resmi ditetapkan panitia.",
        "The figures match the form of every TPS. The committee adopts the official result.",
    ),
    Certainty.ADOPTED: Text(
        "Angka ini hanya dapat diubah dengan keputusan baru.",
        "These figures can only be changed by a new decision.",
    ),
}


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of the ladder."""

    label: Text
    reached: bool
    current: bool


@dataclass(frozen=True, slots=True)
class Ladder:
    """One word and a time for every public figure: provisional, checked, adopted."""

    template: ClassVar[str] = "shared/components/ladder.html"

    certainty: Certainty
    counted: int = 0
    total: int = 0
    at: datetime | None = None
    note: Text = EMPTY

    @property
    def word(self) -> Text:
        """The one word."""
        return CERTAINTIES.get(self.certainty, _AWAITED)

    @property
    def meaning(self) -> Text:
        """What may still happen to the figure."""
        return self.note or _MEANINGS[self.certainty]

    @property
    def rungs(self) -> tuple[Rung, ...]:
        """The three steps with the present one marked."""
        order = list(Certainty)
        here = order.index(self.certainty)
        return tuple(
            Rung(label, order.index(step) <= here, step is self.certainty)
            for step, label in CERTAINTIES.items()
        )


@dataclass(frozen=True, slots=True)
class Tally:
    """A candidate's votes, in the order of ballot numbers; all bars have one colour."""

    number: int
    name: str
    votes: int


@dataclass(frozen=True, slots=True)
class Results:
    """Votes with the certainty and the number of TPS beside them; no winner is marked before adoption."""

    template: ClassVar[str] = "shared/components/results.html"

    ladder: Ladder
    tallies: tuple[Tally, ...]
    invalid: int

    @property
    def valid(self) -> int:
        """Sum of the candidates' votes."""
        return sum(tally.votes for tally in self.tallies)

    @property
    def rows(self) -> tuple[tuple[Tally, Decimal, str], ...]:
        """Tally, share of the valid votes in per cent, width of the bar as SVG writes it."""
        shares = (
            (tally, percent(tally.votes, self.valid, 1) if self.valid else Decimal(0))
            for tally in self.tallies
        )
        return tuple((tally, share, f"{share}%") for tally, share in shares)


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that people come to ask; `href` leads to more."""

    question: Text
    words: Text
    href: str = ""


@dataclass(frozen=True, slots=True)
class Village:
    """A village for its people: the answer first; what is not known is said with the day it will be."""

    template: ClassVar[str] = "shared/components/village.html"

    name: str
    lead: Text
    answers: tuple[Answer, ...]
    stage: Tag | None = None
    results: Results | Ladder | None = None
    objection: Deadline | None = None
    objection_how: Link | None = None
