"""What stands on one page of the law: a regime or a county, its time, instruments, provisions and values."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pilkades.base.article import Article
from pilkades.base.language import Text, same
from pilkades.regulation.checks import cited_articles
from pilkades.regulation.instrument import Instrument, Provision
from pilkades.regulation.law import Law, LocatedParameter, LocatedRule
from pilkades.regulation.parameter import DatedValue
from pilkades.regulation.rule import GapRule, Rule
from pilkades.regulation.rulebook import Rulebook
from pilkades.timetable.steps import Step
from pilkades.timetable.steps_file import step_lists

_NUMBERED = re.compile(r"\d+|[^\d.]+")
_ROMAN = {"I": 1, "V": 5, "X": 10}
Place = tuple[tuple[int, int, str], ...]


@dataclass(frozen=True)
class Scope:
    """One page: all law of a regime or of a county that was in force between two days.

    `end` is the first day that no longer belongs to it, or None.
    """

    id: str
    label: Text
    law: Law
    county: str | None
    start: date
    end: date | None

    def overlaps(self, start: date | None, end: date | None) -> bool:
        """Whether something in force from `start` until `end` was in force on a day of this page."""
        return (end is None or self.start < end) and (start is None or self.end is None or start < self.end)

    @cached_property
    def instruments(self) -> Mapping[str, Instrument]:
        """The page's instruments by rank, then by age."""
        held = {
            key: item
            for key, item in self.law.instruments.items()
            if item.county == self.county and self.overlaps(item.start, item.end)
        }
        return dict(sorted(held.items(), key=lambda pair: (pair[1].rank, pair[1].start, pair[0])))

    @cached_property
    def provisions(self) -> tuple[Provision, ...]:
        """Every wording in force in that time, by rank of the instrument and place in it."""
        order = list(self.instruments)
        held = [
            item
            for item in self.law.provisions
            if item.article.instrument in self.instruments and self.overlaps(item.start, item.end)
        ]
        return tuple(
            sorted(
                held,
                key=lambda item: (order.index(item.article.instrument), place_of(item.article), item.start),
            )
        )

    @cached_property
    def rules_by_article(self) -> Mapping[Article, tuple[LocatedRule, ...]]:
        """The rules that cite an article, also in one of their readings, in the order of the files."""
        found: dict[Article, list[LocatedRule]] = {}
        for located in self.law.rules:
            readings = [article for reading in located.rule.readings for article in reading.articles]
            for article in dict.fromkeys([*located.rule.articles, *readings]):
                found.setdefault(article, []).append(located)
        return {article: tuple(rules) for article, rules in found.items()}

    @cached_property
    def rules(self) -> tuple[LocatedRule, ...]:
        """The rules that cite a provision of this page."""
        cited = [rule for item in self.provisions for rule in self.rules_by_article.get(item.article, ())]
        return tuple({located.rule.id: located for located in cited}.values())

    @cached_property
    def values(self) -> tuple[tuple[LocatedParameter, DatedValue], ...]:
        """The values, and the open questions in their place, that held in that time."""
        return tuple(
            (parameter, value)
            for parameter in self.law.parameters
            if parameter.county == self.county
            for value in parameter.entry.value
            if self.overlaps(value.start, value.end)
            and (value.article is None or value.article.instrument in self.instruments)
        )

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps of the timetables of that time."""
        return tuple(
            step
            for listed in step_lists(self.county)
            if self.overlaps(listed.since, listed.until)
            for step in listed.steps
        )

    @cached_property
    def defining(self) -> Mapping[str, tuple[str, ...]]:
        """Topic -> the rules that define its finding, one after another as the law changes in that time."""
        changes = {
            day
            for item in self.provisions
            for day in (item.start, item.end)
            if day is not None and self.start <= day and (self.end is None or day < self.end)
        }
        found: dict[str, dict[str, None]] = {}
        for day in sorted({self.start, *changes}):
            for rule in Rulebook.at(day, self.county, self.law).rules:
                found.setdefault(rule.subject, {})[rule.id] = None
        return {topic: tuple(rules) for topic, rules in found.items()}

    def defined_by(self, rule: Rule) -> tuple[str, ...]:
        """The rule itself where it defines a finding in that time; else those that it is merged into."""
        chiefs = self.defining.get(rule.subject, (rule.id,))
        return (rule.id,) if rule.id in chiefs else chiefs

    @cached_property
    def uncited(self) -> tuple[Provision, ...]:
        """The provisions that no rule cites."""
        cited = cited_articles(self.law)
        return tuple(item for item in self.provisions if item.article not in cited)

    @cached_property
    def questions(self) -> tuple[tuple[str, Text], ...]:
        """What the text that was read does not decide: where it stands in the data, and the question."""
        found = [(parameter.name, value.unknown) for parameter, value in self.values if value.unknown]
        found += [
            (located.rule.id, located.rule.question)
            for located in self.rules
            if isinstance(located.rule, GapRule)
        ]
        found += [
            (name, Text(item.unresolved.id, item.unresolved.en))
            for name, item in self.instruments.items()
            if item.unresolved is not None and self.overlaps(item.unresolved.start, None)
        ]
        found += [(f"steps.toml: {step.id}", step.open) for step in self.steps if step.open]
        return tuple(dict.fromkeys(found))


def scopes(law: Law) -> Iterator[Scope]:
    """One page for each regime, then one for each county."""
    for regime, after in zip(law.regimes, [*law.regimes[1:], None], strict=True):
        yield Scope(regime.id, regime.label, law, None, regime.start, after.start if after else None)
    for slug, county in sorted(law.counties.items()):
        own = [item for item in law.instruments.values() if item.county == slug]
        start = min((item.start for item in own), default=date.max)
        ends = [item.end for item in own if item.end is not None]
        end = max(ends) if own and len(ends) == len(own) else None
        yield Scope(slug, same(county.name), law, slug, start, end)


def regimes_of(scope: Scope) -> tuple[str, ...]:
    """The regimes that a county's page falls into."""
    return tuple(
        other.id
        for other in scopes(scope.law)
        if other.county is None and scope.overlaps(other.start, other.end)
    )


def place_of(article: Article) -> Place:
    """The place in an instrument as a key to sort by: 9 before 10, 34 before 34A, pasal before its ayat."""
    parts = (article.pasal, article.ayat, article.huruf, article.angka, article.butir)
    return ((int(article.elucidation), 0, ""), *(key for part in parts for key in (*_keys(part), (0, 0, ""))))


def _keys(part: str) -> Iterator[tuple[int, int, str]]:
    if part == "menimbang":
        yield (0, 1, "")
    elif part == "lampiran":
        yield (9, 0, "")
    elif part and set(part) <= set(_ROMAN):
        yield (1, _roman(part), "")
    else:
        for run in _NUMBERED.findall(part):
            yield (2, int(run), "") if run.isdigit() else (3, len(run), run)


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    signed = [-v if v < max(values[at:]) else v for at, v in enumerate(values)]
    return sum(signed)
