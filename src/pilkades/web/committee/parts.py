"""Components of the desk alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from pilkades.base.language import EMPTY, Text
from pilkades.web.shared.components.decision import CheckRow
from pilkades.web.shared.components.page import Link


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

    rows: Sequence[CheckRow]


@dataclass(frozen=True, slots=True)
class Links:
    """Where to go from here."""

    template: ClassVar[str] = "committee/links.html"

    links: Sequence[Link]


@dataclass(frozen=True, slots=True)
class Between:
    """What was recorded while somebody wrote: nothing of theirs is stored yet."""

    template: ClassVar[str] = "committee/between.html"

    title: Text
    sentence: Text
    acts: Sequence[Link]


@dataclass(frozen=True, slots=True)
class Return:
    """Back to the form with all that was typed; a form of its own, so that no address holds the answers."""

    template: ClassVar[str] = "committee/return.html"

    label: Text
    hidden: Sequence[tuple[str, str]]
