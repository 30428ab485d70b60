"""Values, articles and comparisons of the law for a person at a terminal."""

from collections.abc import Callable, Iterable

from pilkades.base.article import Article
from pilkades.base.language import Language, Text, say
from pilkades.cli.law_diff import Change, Difference
from pilkades.cli.law_values import source, spoken
from pilkades.cli.paper import Paper
from pilkades.cli.sentences import capital, cited, stage_words
from pilkades.regulation.instrument import NO_RULE, Provision
from pilkades.regulation.loader import shipped_law
from pilkades.regulation.parameter import EVIDENCE, Held
from pilkades.regulation.rule import Rule
from pilkades.regulation.rulebook import Rulebook

_LAW_OF = Text("Hukum pada {day}", "The law of {day}")
_NATION = Text("tanpa aturan kabupaten", "without county rules")
_REGIME = Text("Dasar hukum", "Regime")
_DIGEST = Text("Buku aturan", "Rulebook")
_ARTICLE = Text("Pasal", "Article")
_WORDS = Text("Bunyinya", "Its words")
_EVIDENCE = Text("Dasar nilai", "Evidence")
_NOTE = Text("Catatan", "Note")
_BESIDE = Text(
    "Nilai lain yang tetap tercatat (peringkat lebih rendah)", "Values kept beside it (lower rank)"
)
_VALUES = Text(
    "{n} nilai. Rinciannya: pilkades law show NAMA.", "{n} values. In full: pilkades law show NAME."
)
_DIFFERS = Text("Nilai yang berbeda ({n})", "Values that differ ({n})")
_OTHER_ARTICLE = Text("Nilai sama, pasal lain ({n})", "Same value, another article ({n})")
_ONLY = Text("Aturan yang hanya ada di {side} ({n})", "Rules only in {side} ({n})")
_ABSENT = Text("tidak diatur", "not regulated")
_NONE = Text("Tidak ada.", "None.")
_FROM = Text("Berlaku sejak {day}", "In force from {day}")
_UNTIL = Text(" sampai sebelum {day}", " until before {day}")
_RULES = Text("Aturan yang mengutipnya", "Rules that cite it")
_PARAMETERS = Text("Nilai yang diambil dari sini", "Values taken from here")
_NO_RULE = Text("Tanpa aturan", "No rule")
_SHORT = 16


def law_name(book: Rulebook, language: Language) -> str:
    """`Hukum pada 3 Oktober 2026, Kabupaten Tegal`."""
    place = shipped_law().counties[book.county].name if book.county else _NATION.to(language)
    return f"{_LAW_OF.fill(day=book.day).to(language)}, {place}"


def write_law(paper: Paper, book: Rulebook, language: Language) -> None:
    """Say which law it is."""
    paper.title(law_name(book, language))
    paper.labelled(_REGIME.to(language), book.regime.label.to(language))
    paper.labelled(_DIGEST.to(language), book.digest[:_SHORT])


def write_list(book: Rulebook, language: Language) -> None:
    """Every value, by subject."""
    paper = Paper()
    write_law(paper, book, language)
    subject = ""
    for name, held in sorted(book.parameters.items()):
        if name.partition(".")[0] != subject:
            subject = name.partition(".")[0]
            paper.heading(subject)
        paper.line((name, "bold"), f" = {spoken(held, language)}", indent=2, hang=2)
        paper.line(f"{capital(held.label.to(language))} · {source(held, language)}", indent=6)
    paper.blank()
    paper.line(_VALUES.fill(n=len(book.parameters)).to(language))


def write_value(book: Rulebook, held: Held, language: Language) -> None:
    """One value in full."""
    paper = Paper()
    write_law(paper, book, language)
    paper.heading(f"{held.name}: {capital(held.label.to(language))}")
    _value(paper, book, held, language)
    if held.beside:
        paper.heading(_BESIDE.to(language))
        for other in held.beside:
            _value(paper, book, other, language)


def _value(paper: Paper, book: Rulebook, held: Held, language: Language) -> None:
    paper.line((spoken(held, language), "bold"), indent=2)
    if held.article:
        paper.labelled(_ARTICLE.to(language), f"{cited(held.article)} ({held.article.notation})", indent=4)
        provision = book.provisions.get(held.article)
        paper.labelled(_WORDS.to(language), f"“{provision.text}”" if provision else "", indent=4)
    paper.labelled(_EVIDENCE.to(language), EVIDENCE[held.evidence].to(language), indent=4)
    paper.labelled(_NOTE.to(language), held.note.to(language), indent=4)


def write_difference(found: Difference, language: Language) -> None:
    """Two laws side by side."""
    paper = Paper()
    sides = [law_name(book, language) for book in (found.first, found.second)]
    for letter, side, book in zip("AB", sides, (found.first, found.second), strict=True):
        paper.labelled(letter, f"{side}; {book.regime.label.to(language)}")
    other = [change for change in found.changes if change.value_differs]
    same = [change for change in found.changes if not change.value_differs]
    paper.section(_DIFFERS.fill(n=len(other)).to(language))
    for change in other:
        _change(paper, change, language)
    if not other:
        paper.line(_NONE.to(language))
    if same:
        paper.section(_OTHER_ARTICLE.fill(n=len(same)).to(language))
        for change in same:
            _change(paper, change, language)
    for letter, rules in (("A", found.only_first), ("B", found.only_second)):
        paper.section(_ONLY.fill(side=letter, n=len(rules)).to(language))
        for rule in rules:
            where = "; ".join(cited(article) for article in rule.articles)
            paper.item(f"{rule.norm.to(language)} [{where}]")
        if not rules:
            paper.line(_NONE.to(language))


def _change(paper: Paper, change: Change, language: Language) -> None:
    label = (change.before or change.after or _nothing(change)).label
    paper.line((change.name, "bold"), f" · {capital(label.to(language))}", indent=2, hang=2)
    for letter, held in (("A", change.before), ("B", change.after)):
        value = f"{spoken(held, language)} [{source(held, language)}]" if held else _ABSENT.to(language)
        paper.labelled(letter, value, indent=6)


def _nothing(change: Change) -> Held:
    raise AssertionError(f"a change of {change.name} without a side")


def write_article(
    provisions: Iterable[Provision],
    cited_by: Callable[[Article], tuple[Rule, ...]],
    resting_on: Callable[[Article], tuple[str, ...]],
    language: Language,
) -> None:
    """The words of each provision and what was drawn from it."""
    paper = Paper()
    for number, item in enumerate(provisions):
        if number:
            paper.blank()
        paper.line((cited(item.article), "bold"), f" ({item.article.notation})", hang=2)
        paper.line(f"“{item.text}”", indent=2)
        until = _UNTIL.fill(day=item.end).to(language) if item.end else ""
        force = f"{_FROM.fill(day=item.start).to(language)}{until}"
        paper.line(f"{force} · {EVIDENCE[item.evidence].to(language)}", indent=2)
        if item.no_rule:
            paper.labelled(_NO_RULE.to(language), NO_RULE[item.no_rule].to(language), indent=2)
        paper.labelled(_NOTE.to(language), item.note.to(language), indent=2)
        rules = cited_by(item.article)
        if rules:
            paper.line((f"{_RULES.to(language)}:", "bold"), indent=2)
        for rule in rules:
            paper.item(f"{rule.norm.to(language)} [{rule.id}, {stage_words(rule.stage, language)}]", indent=4)
        paper.labelled(_PARAMETERS.to(language), say(list(resting_on(item.article)), language), indent=2)
