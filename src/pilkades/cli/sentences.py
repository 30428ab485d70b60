"""How findings are said on screen and on paper: signs, order, capitals, short quotations."""

import re
from collections.abc import Iterable

from pilkades.base.article import Article
from pilkades.base.findings import STAGES, VERDICTS, Finding, Stage, Verdict
from pilkades.base.language import Language
from pilkades.regulation.loader import shipped_law

SIGNS = {
    Verdict.VIOLATED: "!",
    Verdict.CONTESTED: "≠",
    Verdict.AMBIGUOUS: "⇄",
    Verdict.UNKNOWN: "?",
    Verdict.CLAIMED: "~",
    Verdict.COMPLIED: "✓",
    Verdict.NOT_APPLICABLE: "–",
}
"""Stands before the verdict's word, never alone."""

ORDER = tuple(SIGNS)
"""From the verdict that weighs most to the one that weighs least."""

OPEN = (Verdict.VIOLATED, Verdict.CONTESTED, Verdict.AMBIGUOUS)
"""What a reader should see first."""

FULLY_LISTED = (*OPEN, Verdict.UNKNOWN, Verdict.CLAIMED)

_STAGE_ORDER = {stage: place for place, stage in enumerate(STAGES)}
_VERDICT_ORDER = {verdict: place for place, verdict in enumerate(ORDER)}

# Words after whose full stop no sentence begins.
_SHORTENED = frozenset({"ps", "s.d", "no", "nomor", "a.n", "u.b", "jo", "dll", "dsb", "art", "s.pak"})
_STOP = re.compile(r"(\S+)\. ([a-z])")


def verdict_words(verdict: Verdict, language: Language) -> str:
    """`! Tidak terpenuhi`: sign and word."""
    return f"{SIGNS[verdict]} {capital(VERDICTS[verdict].to(language))}"


def stage_words(stage: Stage, language: Language) -> str:
    """The name of a stage."""
    return STAGES[stage].to(language)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By stage as an election runs, then by the weight of the verdict; within that as the rules stand."""
    return tuple(
        sorted(findings, key=lambda found: (_STAGE_ORDER[found.stage], _VERDICT_ORDER[found.verdict]))
    )


def weighs_at_least(verdict: Verdict, threshold: Verdict) -> bool:
    """Whether a verdict stands at or above another in the order."""
    return _VERDICT_ORDER[verdict] <= _VERDICT_ORDER[threshold]


def capital(words: str) -> str:
    """The words with a capital at their start."""
    return words[:1].upper() + words[1:]


def sentences(words: str) -> str:
    """Capitals at the start and after each full stop that ends a sentence."""

    def after_stop(match: re.Match[str]) -> str:
        before, first = match.groups()
        if before.casefold().lstrip("(“\"'") in _SHORTENED:
            return match.group()
        return f"{before}. {first.upper()}"

    return _STOP.sub(after_stop, capital(words.strip()))


def titled(title: str, kind: str) -> str:
    """The title of a source with its kind, unless the title names the kind itself."""
    return title if not kind or kind.casefold() in title.casefold() else f"{title} ({kind})"


def shortened(quote: str, longest: int) -> str:
    """A quotation of at most so many characters, cut between words."""
    if len(quote) <= longest:
        return quote
    return quote[:longest].rsplit(" ", 1)[0].rstrip(",;: ") + " …"


def cited(article: Article) -> str:
    """An article as people cite it: `PP 43/2014 Ps. 41 ayat (3) huruf c`."""
    instrument = shipped_law().instruments.get(article.instrument)
    return f"{instrument.short if instrument else article.instrument} {article.place}"
