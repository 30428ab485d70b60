"""What the record says with one voice, and how well an article is known."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pilkades.acts.kinds.candidacy import Person
from pilkades.base.article import Article
from pilkades.base.day import Day
from pilkades.base.language import EMPTY, Text
from pilkades.regulation.loader import shipped_law
from pilkades.web.core.queries.states import State
from pilkades.web.shared.components.due import Basis
from pilkades.web.shared.components.words import long_day


def only(state: State, path: str) -> Any:  # noqa: ANN401 -- each fact has its own type
    """The value of a fact on which the sources agree; None where it is unknown or they differ."""
    several = state.book.alternatives(path)
    return several[0].value if len(several) == 1 else None


def on_record(state: State, kind: str) -> bool:
    """Whether the record says anything of that kind but that it was not done."""
    stated = any(path.startswith(f"{kind}.") and several for path, several in state.book.statements.items())
    return stated and only(state, f"{kind}.done") is not False


def people_of(state: State) -> tuple[Person, ...]:
    """The candidates as adopted, by their numbers; nobody where the sources differ."""
    people = [each for each in only(state, "candidates_adopted.people") or () if each.name]
    return tuple(sorted(people, key=lambda each: (each.number is None, each.number or 0)))


def day_of(state: State, path: str) -> Text:
    """A day in words; nothing where it is not on record or the sources differ."""
    day = only(state, path)
    return day_words(day) if isinstance(day, Day) else EMPTY


def day_words(day: Day) -> Text:
    """A day with its weekday where it is known, else as far as it is known."""
    return long_day(day.earliest) if day.known else Text("{day}", "{day}").fill(day=day)


def cited(article: Article) -> Basis:
    """The article with its evidence; one whose words the law data do not hold counts as not verified."""
    return Basis(article, _evidence().get(article, "unverified"))


@cache
def _evidence() -> Mapping[Article, str]:
    return {each.article: each.evidence.value for each in shipped_law().provisions}
