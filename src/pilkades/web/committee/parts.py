"""Components of the desk alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from pilkades.base.findings import Verdict
from pilkades.base.language import EMPTY, Text
from pilkades.web.committee.work import worst_first
from pilkades.web.committee.written import Line
from pilkades.web.shared.components.due import Task
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.record import FindingCard

_SHOWN = 5
_LATER = Text("Belum waktunya ({n})", "Not yet time ({n})")
_CHANGES = Text("Temuan yang akan berubah: {n}", "Findings that would change: {n}")
_NO_CHANGES = Text("Tidak ada temuan yang berubah karena tindakan ini.", "This act changes no finding.")
_CHANGES_LEAD = Text(
    "Begini temuan sesudah tindakan ini tercatat.",
    "This is how the findings stand once the act is recorded.",
)
_OTHERS = Text("Lihat {n} temuan lain yang berubah", "See {n} other findings that change")
_BACK = Text("Kembali ke isian", "Back to what you entered")
_CHANGE = Text("Ubah", "Change")
_NOT_FILLED = Text("Belum diisi", "Not filled in")
_EMPTY = Text("Yang belum diisi ({n})", "What is left empty ({n})")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading between components, with a sentence below it."""

    template: ClassVar[str] = "committee/heading.html"

    title: Text
    sentence: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Facts:
    """What an act states, line by line."""

    template: ClassVar[str] = "committee/facts.html"

    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Links:
    """Where to go from here."""

    template: ClassVar[str] = "committee/links.html"

    links: Sequence[Link]


@dataclass(frozen=True, slots=True)
class Later:
    """Work whose time has not come, behind a fold."""

    template: ClassVar[str] = "committee/later.html"

    tasks: Sequence[Task]

    @property
    def title(self) -> Text:
        """The words on the fold."""
        return _LATER.fill(n=len(self.tasks))


@dataclass(frozen=True, slots=True)
class Between:
    """What was recorded while somebody wrote: nothing of theirs is stored yet."""

    template: ClassVar[str] = "committee/between.html"

    title: Text
    sentence: Text
    acts: Sequence[Link]


@dataclass(frozen=True, slots=True)
class Changes:
    """What an act would change: what asks for repair stands open, of the rest the first few."""

    template: ClassVar[str] = "committee/changes.html"

    cards: Sequence[FindingCard]

    @property
    def title(self) -> Text:
        """How many findings would change."""
        return _CHANGES.fill(n=len(self.cards)) if self.cards else _NO_CHANGES

    @property
    def lead(self) -> Text:
        """What the list below shows."""
        return _CHANGES_LEAD if self.cards else EMPTY

    @property
    def ordered(self) -> Sequence[FindingCard]:
        """Those not complied with first; what is in order last."""
        order = [finding.rule for finding in worst_first(card.finding for card in self.cards)]
        return sorted(self.cards, key=lambda card: order.index(card.finding.rule))

    @property
    def shown(self) -> Sequence[FindingCard]:
        """What stands open."""
        violated = sum(card.finding.verdict is Verdict.VIOLATED for card in self.cards)
        return self.ordered[: max(violated, _SHOWN)]

    @property
    def folded(self) -> Sequence[FindingCard]:
        """What stands behind the fold."""
        return self.ordered[len(self.shown) :]

    @property
    def more(self) -> Text:
        """The words on the fold."""
        return _OTHERS.fill(n=len(self.folded))


@dataclass(frozen=True, slots=True)
class Preview:
    """Look before it binds: what was filled in, what the law would say, then the button."""

    template: ClassVar[str] = "committee/preview.html"

    title: Text
    lines: Sequence[Line]
    empty: Sequence[Line]
    changes: Changes
    effect: Text
    submit: Text
    step: str
    hidden: Sequence[tuple[str, str]]
    back: Text = _BACK
    change: Text = _CHANGE
    not_filled: Text = _NOT_FILLED

    @property
    def empty_title(self) -> Text:
        """The words on the fold of what is left empty."""
        return _EMPTY.fill(n=len(self.empty))
