"""Provisions in the law's own words, with the rules and values drawn from them."""

from collections.abc import Iterable

from pilkades.base.article import Article
from pilkades.base.digest import Json
from pilkades.base.language import Language
from pilkades.cli.article_json import described_article
from pilkades.regulation.instrument import NO_RULE, Provision
from pilkades.regulation.loader import shipped_law
from pilkades.regulation.rule import Rule


def words_at(article: Article) -> tuple[Provision, ...]:
    """Every provision at that place or inside it, in each of its wordings over time."""
    return tuple(item for item in shipped_law().provisions if article.covers(item.article))


def cited_by(article: Article) -> tuple[Rule, ...]:
    """Rules that cite exactly this place, in any of their readings."""
    return tuple(located.rule for located in shipped_law().rules if article in _articles(located.rule))


def _articles(rule: Rule) -> set[Article]:
    return {*rule.articles, *(article for reading in rule.readings for article in reading.articles)}


def resting_on(article: Article) -> tuple[str, ...]:
    """Names of the parameters that take a value from exactly this place."""
    named = (
        parameter.name
        for parameter in shipped_law().parameters
        for value in parameter.entry.value
        if value.article == article
    )
    return tuple(dict.fromkeys(named))


def described_provisions(article: Article, provisions: Iterable[Provision], language: Language) -> Json:
    """The provisions of a place as JSON."""
    return {
        "article": described_article(article),
        "provisions": [_provision(item, language) for item in provisions],
    }


def _provision(item: Provision, language: Language) -> Json:
    return {
        "article": described_article(item.article),
        "words": item.text,
        "from": item.start.isoformat(),
        "until": item.end.isoformat() if item.end else None,
        "evidence": item.evidence.value,
        "no_rule": item.no_rule,
        "no_rule_reason": NO_RULE[item.no_rule].to(language) if item.no_rule else None,
        "note": item.note.to(language),
        "rules": [
            {"rule": rule.id, "kind": rule.kind, "stage": rule.stage.value, "norm": rule.norm.to(language)}
            for rule in cited_by(item.article)
        ],
        "parameters": [*resting_on(item.article)],
    }
