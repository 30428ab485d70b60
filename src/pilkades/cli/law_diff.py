"""What differs between two laws: values of parameters, and rules that stand in one only."""

from dataclasses import dataclass

from pilkades.base.digest import Json
from pilkades.base.language import Language
from pilkades.cli.law_values import described_value, plain
from pilkades.cli.sentences import cited
from pilkades.regulation.parameter import Held
from pilkades.regulation.rule import Rule
from pilkades.regulation.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Change:
    """A parameter on both sides; None where a side has no such value."""

    name: str
    before: Held | None
    after: Held | None

    @property
    def value_differs(self) -> bool:
        """Whether the value itself differs, not only the article that it rests on."""
        return _content(self.before) != _content(self.after)


@dataclass(frozen=True, slots=True)
class Difference:
    """Two laws side by side."""

    first: Rulebook
    second: Rulebook
    changes: tuple[Change, ...]
    only_first: tuple[Rule, ...]
    only_second: tuple[Rule, ...]


def difference(first: Rulebook, second: Rulebook) -> Difference:
    """Compare parameters by name, and rules by their subject (rules of one subject are one rule)."""
    names = sorted({*first.parameters, *second.parameters})
    changes = [Change(name, first.parameters.get(name), second.parameters.get(name)) for name in names]
    subjects_first = {rule.subject for rule in first.rules}
    subjects_second = {rule.subject for rule in second.rules}
    return Difference(
        first,
        second,
        tuple(change for change in changes if _stands_on(change.before) != _stands_on(change.after)),
        tuple(rule for rule in first.rules if rule.subject not in subjects_second),
        tuple(rule for rule in second.rules if rule.subject not in subjects_first),
    )


def _content(held: Held | None) -> Json:
    return None if held is None else [plain(held.value), bool(held.unknown)]


def _stands_on(held: Held | None) -> Json:
    article = held.article.notation if held and held.article else None
    return [_content(held), article, held is None]


def described_difference(found: Difference, language: Language) -> dict[str, Json]:
    """The comparison as JSON."""
    return {
        "first": described_law(found.first, language),
        "second": described_law(found.second, language),
        "parameters": [
            {
                "parameter": change.name,
                "value_differs": change.value_differs,
                "first": described_value(change.before, language) if change.before else None,
                "second": described_value(change.after, language) if change.after else None,
            }
            for change in found.changes
        ],
        "rules_only_in_first": [described_rule(rule, language) for rule in found.only_first],
        "rules_only_in_second": [described_rule(rule, language) for rule in found.only_second],
    }


def described_law(book: Rulebook, language: Language) -> dict[str, Json]:
    """Which law: day, county, regime, digest."""
    return {
        "day": book.day.isoformat(),
        "county": book.county,
        "regime": {"id": book.regime.id, "label": book.regime.label.to(language)},
        "rulebook_digest": book.digest,
    }


def described_rule(rule: Rule, language: Language) -> dict[str, Json]:
    """A rule: what it asks and where it stands."""
    return {
        "rule": rule.id,
        "kind": rule.kind,
        "stage": rule.stage.value,
        "norm": rule.norm.to(language),
        "articles": [{"notation": article.notation, "label": cited(article)} for article in rule.articles],
    }
