"""Template tags of every page: values said in the reader's language, signs, limits, components."""

import re
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Protocol

from django import template
from django.template.context import Context
from django.template.engine import Engine
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from pilkades.base.article import Article
from pilkades.base.language import EMPTY, Language, Text
from pilkades.base.language import say as say_in
from pilkades.regulation.loader import shipped_law
from pilkades.regulation.own_values import short_of
from pilkades.web.shared.components.due import Deadline
from pilkades.web.shared.components.faults import FaultSummary
from pilkades.web.shared.components.status import Status, Tag
from pilkades.web.shared.components.words import long_day, long_moment
from pilkades.web.shared.templatetags.signs import SIGNS

register = template.Library()

# "huruf" never ends a line with its letter on the next.
_KEPT_TOGETHER = re.compile(r"(?<=Pasal) |(?<=ayat) |(?<=huruf) |(?<=angka) |(?<=butir) ")
_NO_BREAK = "\N{NO-BREAK SPACE}"


class Component(Protocol):
    """A value that knows its template."""

    @property
    def template(self) -> str:
        """The template's name."""
        ...


def active_language() -> Language:
    """The reader's language; Indonesian where none is set."""
    return Language.EN if (get_language() or "").startswith("en") else Language.ID


@register.filter
def say(value: object) -> str:
    """Write a value as the reader's language writes it; nothing for None."""
    return "" if value is None else say_in(value, active_language())


@register.filter
def article(place: Article) -> str:
    """Cite it short: `PP 16/2026 Pasal 39 ayat (2) huruf b`; an unknown instrument keeps its id."""
    known = shipped_law().instruments.get(place.instrument)
    name = known.short if known else short_of(place.instrument)
    words = place.place.replace("Ps. ", "Pasal ")
    return f"{name} {_KEPT_TOGETHER.sub(_NO_BREAK, words)}"


@register.filter
def day(value: date) -> SafeString:
    """A day with its weekday, as a `time` element."""
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), say(long_day(value)))


@register.filter
def moment(value: datetime) -> SafeString:
    """A day and hour with its zone, as a `time` element."""
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), say(long_moment(value)))


@register.simple_tag
def icon(name: str, size: int = 24) -> SafeString:
    """Draw a sign; it is hidden from screen readers, for its word stands beside it.

    Raises:
        KeyError: when there is no such sign.
    """
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" width="{0}" height="{0}" aria-hidden="true">{1}</svg>',
        size,
        mark_safe(SIGNS[str(name)]),  # noqa: S308 -- our own constant, no input
    )


@register.simple_tag
def countdown(limit: Deadline, *, basis: bool = True) -> SafeString:
    """A limit in one line: the day with its weekday, what is left, the article; never a bare "H-3"."""
    parts = [
        format_html(
            '{} <time datetime="{}">{}</time>', say(limit.what), limit.until.isoformat(), say(limit.day)
        )
    ]
    if limit.remaining:
        left = say(replace_first(limit.remaining))
        parts.append(format_html('<span class="left left-{}">{}</span>', limit.status, left))
    if basis and limit.basis:
        parts.append(format_html("{}", article(limit.basis[0].article)))
    return SafeString(" · ".join(parts))


def replace_first(words: Text) -> Text:
    """The same words inside a line: without the capital at their head."""
    return Text(*(half[:1].lower() + half[1:] for half in (words.id, words.en)))


@register.simple_tag(takes_context=True)
def show(context: Context, thing: Component | None, **more: Any) -> str:  # noqa: ANN401 -- template values
    """Set a component with its own template, where it is called `it`; nothing for None."""
    if thing is None:
        return ""
    own = Engine.get_default().get_template(thing.template)
    with context.push(it=thing, **more):
        return SafeString(own.render(context).strip())


@register.simple_tag(takes_context=True)
def status(context: Context, state: str, word: Text | None = None) -> str:
    """A state as sign and word, by the state's name; `word` replaces its own word."""
    return show(context, Tag(Status(state), word or EMPTY))


@register.filter
def fault_summary(form: Any) -> FaultSummary | None:  # noqa: ANN401 -- any form
    """The faults of a form, or None when it has none."""
    return FaultSummary.of(form) if form.errors else None


@register.filter
def inline(limit: Deadline, words: Text) -> Deadline:
    """The same limit under another name: `Batas keberatan`."""
    return replace(limit, what=words)
