"""What must hold between the files of law: names exist, articles are written out, nothing twice."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import time
from fractions import Fraction

from pydantic import ValidationError

from pilkades.base.article import Article
from pilkades.base.errors import Fault
from pilkades.base.language import Text
from pilkades.regulation.faults import faults_of
from pilkades.regulation.law import Law, LocatedRule
from pilkades.regulation.parameter import Length
from pilkades.regulation.rule import DeadlineRule, HoursRule, SanctionRule, TieRule, WindowRule


def check_law(law: Law) -> list[Fault]:
    """Every fault between the files, in the order of the files."""
    return [
        *_double_rules(law),
        *_double_provisions(law),
        *_unknown_articles(law),
        *_unknown_parameters(law),
        *_overlapping_values(law),
        *_values_without_source(law),
        *_values_of_another_kind(law),
        *_both_ruled_and_excused(law),
        *_unknown_counties(law),
        *_readings_of_nothing(law),
        *_sanctions_on_nothing(law),
    ]


def uncovered(law: Law) -> list[Article]:
    """Provisions that neither a rule cites nor a `no_rule` explains."""
    cited = cited_articles(law)
    return [item.article for item in law.provisions if item.no_rule is None and item.article not in cited]


def cited_articles(law: Law) -> set[Article]:
    """Every article that a rule cites, in any of its readings."""
    articles: set[Article] = set()
    for located in law.rules:
        articles.update(located.rule.articles)
        for reading in located.rule.readings:
            articles.update(reading.articles)
    return articles


def _double_rules(law: Law) -> Iterator[Fault]:
    seen: set[str] = set()
    for located in law.rules:
        if located.rule.id in seen:
            yield Fault(
                located.file,
                located.rule.id,
                Text("aturan dengan id ini ada lebih dari satu.", "more than one rule has this id."),
                Text(
                    "Beri id yang lain; pakai topic yang sama bila maksudnya sama.",
                    "Give it another id; share the topic if it means the same.",
                ),
            )
        seen.add(located.rule.id)


def _double_provisions(law: Law) -> Iterator[Fault]:
    counted = Counter((item.article, item.start) for item in law.provisions)
    for (article, _), times in counted.items():
        if times > 1:
            yield Fault(
                f"articles/{article.instrument}.toml",
                article.notation,
                Text("tempat pasal ini tertulis dua kali.", "this place of an article is written twice."),
                Text("Hapus salah satunya, atau beri from/until.", "Remove one, or give them from/until."),
            )


def _unknown_articles(law: Law) -> Iterator[Fault]:
    known = {item.article for item in law.provisions}
    for located in law.rules:
        cited = [*located.rule.articles, *(a for reading in located.rule.readings for a in reading.articles)]
        yield from (
            _missing_article(located.file, located.rule.id, article)
            for article in cited
            if article not in known
        )
    for parameter in law.parameters:
        for value in parameter.entry.value:
            if value.article is not None and value.article not in known:
                yield _missing_article(parameter.file, parameter.name, value.article)


def _missing_article(file: str, key: str, article: Article) -> Fault:
    return Fault(
        file,
        key,
        Text(f"pasal {article} tidak ada di articles/.", f"article {article} is not in articles/."),
        Text(
            "Perbaiki tempatnya, atau tulis bunyi pasalnya.", "Correct the place, or write out the article."
        ),
    )


def parameters_of(located: LocatedRule) -> Iterator[str]:
    """Names of the parameters that a rule reads."""
    rule = located.rule
    match rule:
        case DeadlineRule():
            yield rule.limit
        case WindowRule():
            yield rule.length
        case TieRule():
            yield rule.chain
        case HoursRule():
            yield from (name for name in (rule.from_hour, rule.to_hour) if name is not None)
        case _:
            pass
    dumped = rule.model_dump()
    yield from _references(dumped)


def _references(value: object) -> Iterator[str]:
    if isinstance(value, str) and value.startswith("@"):
        yield value[1:]
    elif isinstance(value, dict):
        for item in value.values():
            yield from _references(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _references(item)


def _unknown_parameters(law: Law) -> Iterator[Fault]:
    known = {parameter.name for parameter in law.parameters}
    for located in law.rules:
        for name in parameters_of(located):
            if name not in known:
                yield Fault(
                    located.file,
                    located.rule.id,
                    Text(f"parameter {name!r} tidak ada.", f"parameter {name!r} does not exist."),
                    Text(
                        "Tambahkan di national/ atau perbaiki namanya.",
                        "Add it in national/ or correct its name.",
                    ),
                )


def _overlapping_values(law: Law) -> Iterator[Fault]:
    for parameter in law.parameters:
        seen: list[tuple[object, object]] = []
        for value in parameter.entry.value:
            key = (value.article and value.article.instrument, value.start)
            if key in seen:
                yield Fault(
                    parameter.file,
                    parameter.name,
                    Text(
                        "dua nilai dari instrumen yang sama mulai pada hari yang sama.",
                        "two values of one instrument start on the same day.",
                    ),
                    Text(
                        "Hapus salah satunya, atau beri tanggal mulai yang lain.",
                        "Remove one, or give it another start.",
                    ),
                )
            seen.append(key)


def _values_without_source(law: Law) -> Iterator[Fault]:
    for parameter in law.parameters:
        for value in parameter.entry.value:
            if value.value is None and not value.unknown:
                yield Fault(
                    parameter.file,
                    parameter.name,
                    Text("nilai ini kosong.", "this value is empty."),
                    Text(
                        "Isi value, atau tulis pertanyaannya di unknown.",
                        "Fill in value, or write the question in unknown.",
                    ),
                )
            if value.value is not None and value.article is None:
                yield Fault(
                    parameter.file,
                    parameter.name,
                    Text("nilai ini belum menyebut pasalnya.", "this value does not cite its article."),
                    Text(
                        'Tambahkan article = "..."; tanpa pasal, tulis unknown.',
                        'Add article = "..."; without an article, write unknown.',
                    ),
                )


def _is_clock(value: object) -> bool:
    try:
        time.fromisoformat(str(value).replace(".", ":"))
    except ValueError:
        return False
    return isinstance(value, str)


_KINDS: Mapping[str, Callable[[object], bool]] = {
    "count": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "share": lambda value: isinstance(value, Fraction),
    "period": lambda value: isinstance(value, Length),
    "clock": _is_clock,
    "switch": lambda value: isinstance(value, bool),
    "list": lambda value: isinstance(value, list),
    "table": lambda value: isinstance(value, dict),
    "words": lambda value: isinstance(value, str),
}


def _values_of_another_kind(law: Law) -> Iterator[Fault]:
    for parameter in law.parameters:
        kind = parameter.entry.kind
        for value in parameter.entry.value:
            if value.value is not None and not _KINDS[kind](value.value):
                yield Fault(
                    parameter.file,
                    parameter.name,
                    Text(
                        f"nilai ini tidak cocok dengan kind = {kind!r}.",
                        f"this value does not fit kind = {kind!r}.",
                    ),
                    Text("Perbaiki nilainya atau kind-nya.", "Correct the value or its kind."),
                )


def _both_ruled_and_excused(law: Law) -> Iterator[Fault]:
    cited = cited_articles(law)
    for item in law.provisions:
        if item.no_rule is not None and item.article in cited:
            yield Fault(
                f"articles/{item.article.instrument}.toml",
                item.article.notation,
                Text(
                    "pasal ini dipakai aturan tetapi juga diberi no_rule.",
                    "a rule cites this article, yet it has no_rule.",
                ),
                Text("Hapus no_rule.", "Remove no_rule."),
            )


def _unknown_counties(law: Law) -> Iterator[Fault]:
    for name, instrument in law.instruments.items():
        if instrument.county is not None and instrument.county not in law.counties:
            yield Fault(
                "instruments.toml",
                name,
                Text(
                    f"kabupaten {instrument.county!r} tidak dikenal.",
                    f"county {instrument.county!r} is not known.",
                ),
                Text("Buat county/<nama>/county.toml.", "Create county/<name>/county.toml."),
            )


def _readings_of_nothing(law: Law) -> Iterator[Fault]:
    for located in law.rules:
        known = type(located.rule).model_fields
        key = f"{located.rule.id}.readings"
        for reading in located.rule.readings:
            unknown = [name for name in reading.changes if name not in known]
            for name in unknown:
                yield Fault(
                    located.file,
                    key,
                    Text(f"aturan ini tidak punya kunci {name!r}.", f"this rule has no key {name!r}."),
                    Text("Perbaiki ejaan kunci di changes.", "Correct the key in changes."),
                )
            if not unknown:
                try:
                    type(located.rule).model_validate({**dict(located.rule), **reading.changes})
                except ValidationError as error:
                    yield from faults_of(error, located.file, key)


def _sanctions_on_nothing(law: Law) -> Iterator[Fault]:
    topics = {located.rule.subject for located in law.rules}
    for located in law.rules:
        if isinstance(located.rule, SanctionRule):
            for topic in located.rule.on:
                if topic not in topics:
                    yield Fault(
                        located.file,
                        f"{located.rule.id}.on",
                        Text(
                            f"tidak ada aturan dengan topik {topic!r}.", f"no rule has the topic {topic!r}."
                        ),
                        Text("Perbaiki ejaan topiknya.", "Correct the topic."),
                    )
