"""Components of the register room alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.forms import BaseForm

from pilkades.base.language import EMPTY, Text
from pilkades.web.shared.components.page import Link


@dataclass(frozen=True, slots=True)
class Asked:
    """A form below the head of its page: what it is for, its fields, the button, the way back."""

    template: ClassVar[str] = "committee/voters/asked.html"

    form: BaseForm
    submit: Text
    title: Text = EMPTY
    sentence: Text = EMPTY
    action: str = ""
    back: Link | None = None


@dataclass(frozen=True, slots=True)
class Button:
    """A button that posts: what it does in a sentence, its words; `main` for the one that goes on."""

    template: ClassVar[str] = "committee/voters/button.html"

    action: str
    label: Text
    sentence: Text = EMPTY
    hidden: Sequence[tuple[str, str]] = ()
    main: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence that says how something went, or what to know before going on."""

    template: ClassVar[str] = "committee/voters/note.html"

    words: Text
    good: bool = False
