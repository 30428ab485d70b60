"""The law beside a question: the rules that read a fact, with their articles' own words."""

from collections.abc import Iterable, Iterator, Mapping

from pilkades.acts.act import KINDS
from pilkades.base.article import Article
from pilkades.base.language import Text, joined
from pilkades.regulation.rule import Rule
from pilkades.regulation.rulebook import Rulebook
from pilkades.web.core.queries.kept import Kept
from pilkades.web.shared.components.decision import Law, Quote
from pilkades.web.shared.components.due import Basis

_PLAIN = Text("Jawaban ini dibaca oleh aturan berikut.", "These rules read this answer.")


_LAWS: Kept[tuple[str, str], Mapping[str, Law]] = Kept(most=500)


def laws_of(kind: str, law: Rulebook) -> Mapping[str, Law]:
    """Fact -> the law that reads it, for each fact of a kind that a rule of this law reads."""
    key = (kind, law.digest)
    kept = _LAWS.get(key)
    if kept is None:
        kept = _laws_of(kind, law)
        _LAWS.put(key, kept)
    return kept


def _laws_of(kind: str, law: Rulebook) -> Mapping[str, Law]:
    readers: dict[str, list[Rule]] = {}
    for rule in law.rules:
        for path in dict.fromkeys(paths_of(rule)):
            head, _, fact = path.partition(".")
            if head == kind and fact in KINDS[kind].model_fields:
                readers.setdefault(fact, []).append(rule)
    return {fact: _law(rules, law) for fact, rules in readers.items()}


def paths_of(rule: Rule) -> Iterator[str]:
    """Every fact that a rule names, without the row's field."""
    for words in _strings(rule.model_dump(exclude={"id", "topic", "norm", "articles", "readings"})):
        head = words.removeprefix("$").partition("[].")[0]
        if "." in head and head.partition(".")[0] in KINDS:
            yield head


def bases_of(articles: Iterable[Article], law: Rulebook) -> tuple[Basis, ...]:
    """The articles with how well each is known."""
    held = law.provisions
    return tuple(
        Basis(article, str(held[article].evidence) if article in held else "primary")
        for article in dict.fromkeys(articles)
    )


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _strings(item)


def _law(rules: list[Rule], law: Rulebook) -> Law:
    words = {article: provision.text for article, provision in law.provisions.items()}
    articles = tuple(article for rule in rules for article in rule.articles)
    quotes = tuple(
        Quote(basis, words[basis.article]) for basis in bases_of(articles, law) if basis.article in words
    )
    norms = list(dict.fromkeys(rule.norm for rule in rules))
    return Law(joined([_PLAIN, *norms]), quotes)
