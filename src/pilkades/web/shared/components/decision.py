"""A decision from the question to the receipt (ui.md, patterns 3, 4 and 5)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from django.forms import BaseForm
from django.forms.boundfield import BoundField

from pilkades.base.language import EMPTY, Text
from pilkades.web.shared.components.due import Basis, Deadline, Task
from pilkades.web.shared.components.page import Link

_WHY = Text("Mengapa ditanya?", "Why is this asked?")
_MORE_QUOTES = Text("Pasal lain ({n})", "Other articles ({n})")
_OPEN_QUOTES = 1


@dataclass(frozen=True, slots=True)
class Quote:
    """An article's own words."""

    basis: Basis
    words: str


@dataclass(frozen=True, slots=True)
class Law:
    """Why a question is asked: a plain sentence first, then the articles quoted."""

    template: ClassVar[str] = "shared/components/law.html"

    plain: Text
    quotes: tuple[Quote, ...] = ()
    title: Text = _WHY

    @property
    def first(self) -> tuple[Quote, ...]:
        """The article that stands open."""
        return self.quotes[:_OPEN_QUOTES]

    @property
    def rest(self) -> tuple[Quote, ...]:
        """The articles behind a second fold."""
        return self.quotes[_OPEN_QUOTES:]

    @property
    def more(self) -> Text:
        """The words on that fold."""
        return _MORE_QUOTES.fill(n=len(self.rest))


@dataclass(frozen=True, slots=True)
class Question:
    """A field of the form and the law that asks for it."""

    field: BoundField
    law: Law | None


@dataclass(frozen=True, slots=True)
class Decision:
    """One act on one page: the form with the law beside each question; `laws` is keyed by field name."""

    template: ClassVar[str] = "shared/components/decision.html"

    title: Text
    form: BaseForm
    submit: Text
    lead: Text = EMPTY
    action: str = ""
    laws: Mapping[str, Law] = field(default_factory=dict)
    law: Law | None = None
    deadline: Deadline | None = None
    back: Link | None = None

    @property
    def questions(self) -> Iterator[Question]:
        """The visible fields in their order."""
        return (Question(bound, self.laws.get(bound.name)) for bound in self.form.visible_fields())


@dataclass(frozen=True, slots=True)
class CheckRow:
    """What was filled in; an empty value is shown as "Belum diisi"."""

    label: Text
    value: object
    change: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """Look before it binds: every line can be changed, the button names the act."""

    template: ClassVar[str] = "shared/components/check.html"

    title: Text
    rows: tuple[CheckRow, ...]
    effect: Text
    submit: Text
    action: str = ""
    back: Link | None = None
    basis: tuple[Basis, ...] = ()
    hidden: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take away, with its kind and size so that nobody pays for a surprise."""

    href: str
    label: Text
    kind: str
    size: int

    @property
    def weight(self) -> Text:
        """`PDF, 84 KB`; size is in bytes."""
        return Text("{kind}, {size} KB", "{kind}, {size} KB").fill(kind=self.kind, size=-(-self.size // 1000))


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof that it was done: number, time, what comes next, whom to ask; its address stays valid."""

    template: ClassVar[str] = "shared/components/receipt.html"

    title: Text
    number: str
    at: datetime
    digest: str = ""
    next: tuple[Task, ...] = ()
    contact: Text = EMPTY
    downloads: tuple[Download, ...] = ()
