"""A replay for a person at a terminal: result first, then what is open, then what cannot be checked."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from pilkades.base.findings import Evidence, Finding, Verdict
from pilkades.base.language import Language, Text, say
from pilkades.cases.replay import Replay
from pilkades.cli import replay_words as words
from pilkades.cli.figures_text import write_figures, write_result
from pilkades.cli.paper import STYLES, Paper
from pilkades.cli.sentences import (
    OPEN,
    ORDER,
    capital,
    cited,
    in_order,
    sentences,
    shortened,
    stage_words,
    titled,
    verdict_words,
)
from pilkades.compliance.look import said

_QUOTE = 180
_PROOFS = 4
_DIGEST = 16


def write_replay(replay: Replay, language: Language, *, everything: bool) -> None:
    """Write the whole replay; `everything` also lists what does not apply, and all evidence."""
    paper = Paper()
    _head(paper, replay, language)
    write_result(paper, replay, language)
    write_figures(paper, replay, language, everything=everything)
    findings = in_order(replay.findings)
    _open(paper, [found for found in findings if found.verdict in OPEN], language, everything=everything)
    _short_list(paper, findings, Verdict.UNKNOWN, words.NOT_CHECKED, language)
    _short_list(paper, findings, Verdict.CLAIMED, words.ONLY_CLAIMED, language)
    _short_list(paper, findings, Verdict.COMPLIED, words.COMPLIED, language)
    if everything:
        _short_list(paper, findings, Verdict.NOT_APPLICABLE, words.NOT_APPLICABLE, language)
    _contradictions(paper, replay, language)
    _source(paper, replay, language)
    _questions(paper, replay, language)
    write_counts(paper, findings, language, everything=everything)


def _head(paper: Paper, replay: Replay, language: Language) -> None:
    case, book = replay.case, replay.rulebook

    def put(label: Text, value: str) -> None:
        paper.labelled(label.to(language), value)

    paper.title(words.TITLE.fill(village=case.village).to(language))
    put(words.DISTRICT, f"{case.district}, {case.county_name}")
    put(words.LAW_DAY, say(case.law_day, language))
    paper.line(case.law_day_note.to(language), indent=2) if case.law_day_note else None
    put(words.REGIME, book.regime.label.to(language))
    rules = words.RULES.fill(n=len(book.rules)).to(language)
    put(words.RULEBOOK, f"{book.digest[:_DIGEST]} ({rules})")
    put(words.RECORD, case.record.head[:_DIGEST])
    for key, source in case.sources.items():
        put(words.SOURCE, f"{key} = {titled(source.title, source.kind.to(language))}")


def _open(paper: Paper, findings: list[Finding], language: Language, *, everything: bool) -> None:
    paper.section(words.OPEN.to(language))
    if not findings:
        paper.line(words.NONE_OPEN.to(language))
    for stage, group in groupby(findings, key=lambda found: found.stage):
        paper.heading(stage_words(stage, language))
        for finding in group:
            _full(paper, finding, language, everything=everything)


def _full(paper: Paper, finding: Finding, language: Language, *, everything: bool) -> None:
    paper.blank()
    mark = (verdict_words(finding.verdict, language), STYLES[finding.verdict])
    paper.line(mark, "  ", finding.norm.to(language), indent=2, hang=2)
    for label, value in (
        (words.ARTICLES, "; ".join(cited(article) for article in finding.articles)),
        (words.HAPPENED, sentences(finding.message.to(language))),
        (words.CONSEQUENCE, finding.consequence.to(language)),
        (words.REMEDY, finding.remedy.to(language)),
        (words.DECIDES, finding.decides.to(language)),
    ):
        paper.labelled(label.to(language), value, indent=4)
    _evidence(paper, finding.evidence, language, everything=everything)


def _evidence(paper: Paper, evidence: Iterable[Evidence], language: Language, *, everything: bool) -> None:
    quoted = list(dict.fromkeys((item.place, item.quote) for item in evidence))
    shown = quoted if everything else quoted[:_PROOFS]
    for place, quote in shown:
        text = quote if everything else shortened(quote, _QUOTE)
        paper.labelled(words.EVIDENCE.fill(place=place).to(language), f"“{text}”" if text else "-", indent=4)
    if len(quoted) > len(shown):
        paper.line(words.MORE_EVIDENCE.fill(n=len(quoted) - len(shown)).to(language), indent=4)


def _short_list(
    paper: Paper, findings: Iterable[Finding], verdict: Verdict, section: words.Section, language: Language
) -> None:
    """Entries of three lines at most; the remedy that most of them share is said once."""
    listed = [found for found in findings if found.verdict is verdict]
    paper.section(section.title.fill(n=len(listed)).to(language))
    paper.line(section.explanation.to(language))
    shared = Counter(found.remedy for found in listed if found.remedy).most_common(1)
    remedy = shared[0][0] if shared else None
    if remedy:
        paper.labelled(words.REMEDY.to(language), remedy.to(language))
    for stage, group in groupby(listed, key=lambda found: found.stage):
        in_stage = list(group)
        paper.heading(f"{stage_words(stage, language)} ({len(in_stage)})")
        for finding in in_stage:
            mark = (verdict_words(verdict, language).partition(" ")[0], STYLES[verdict])
            where = "; ".join(cited(article) for article in finding.articles)
            paper.line(mark, " ", finding.norm.to(language), f" [{where}]", indent=2, hang=2)
            _why(paper, finding, language)
            if finding.remedy and finding.remedy != remedy:
                paper.labelled(words.REMEDY.to(language), finding.remedy.to(language), indent=4)


def _why(paper: Paper, finding: Finding, language: Language) -> None:
    message = sentences(finding.message.to(language))
    place = finding.evidence[0].place if finding.evidence else ""
    if finding.verdict is Verdict.CLAIMED:
        # that it is only claimed is said once, above the list
        message = message.removesuffix(words.CLAIMED_TAIL.to(language)).strip()
    if message:
        paper.line(f"{message} ({place})" if place else message, indent=4)
    if finding.consequence:
        paper.line(finding.consequence.to(language), indent=4)


def _contradictions(paper: Paper, replay: Replay, language: Language) -> None:
    if replay.contradictions:
        paper.section(words.CONTRADICTIONS.to(language))
        for item in replay.contradictions:
            paper.item(capital(item.label.to(language)))
            for one in item.statements:
                quote = (
                    f": “{shortened(one.source.quote, _QUOTE)}”" if one.source and one.source.quote else ""
                )
                place = f" ({one.source.place})" if one.source else ""
                paper.line((said(one.value, language), "bold"), f"{place}{quote}", indent=4, hang=2)


def _source(paper: Paper, replay: Replay, language: Language) -> None:
    case = replay.case
    if case.disagreements:
        paper.section(words.DISAGREEMENTS.to(language))
        for disagreement in case.disagreements:
            paper.item(disagreement.about.to(language))
            for side in disagreement.statements:
                paper.line(f"{side.place}: “{shortened(side.quote, _QUOTE)}”", indent=4, hang=2)
    if case.defects:
        paper.section(words.DEFECTS.to(language))
        for defect in case.defects:
            paper.item(f"{defect.at.place}: “{shortened(defect.at.quote, _QUOTE)}”")
            paper.line(defect.problem.to(language), indent=4)


def _questions(paper: Paper, replay: Replay, language: Language) -> None:
    paper.section(words.QUESTIONS.to(language))
    asked = [*replay.questions, *(replay.result.questions if replay.result else ())]
    for question in asked:
        paper.item(question.to(language))
    if not asked:
        paper.line(words.NO_QUESTIONS.to(language))


def write_counts(paper: Paper, findings: Iterable[Finding], language: Language, *, everything: bool) -> None:
    """How many findings have each verdict."""
    counts = Counter(found.verdict for found in findings)
    paper.section(words.COUNTS.to(language))
    for verdict in ORDER:
        paper.line(f"{counts[verdict]:>5}  ", (verdict_words(verdict, language), STYLES[verdict]))
    if not everything:
        paper.line(words.USE_ALL.to(language))
    paper.line(words.NOT_A_JUDGEMENT.to(language))
