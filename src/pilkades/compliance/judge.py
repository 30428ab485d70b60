"""From single outcomes to one finding: sources side by side, readings side by side."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice, product

from pilkades.acts.act import Statement
from pilkades.base.findings import VERDICTS, Evidence, Finding, Used, Verdict
from pilkades.base.language import EMPTY, Language, Text, joined
from pilkades.compliance.consequence import consequence_of, remedy_of
from pilkades.compliance.evaluators import evaluate
from pilkades.compliance.facts import FactBook
from pilkades.compliance.look import Look, said
from pilkades.compliance.outcome import Outcome
from pilkades.regulation.rule import Condition, Reading, Rule, SanctionRule
from pilkades.regulation.rulebook import Rulebook
from pilkades.timetable.days import Workdays

# Sources that differ on several facts of one rule are tried in every combination, up to this many.
_COMBINATIONS = 64


def judge(book: FactBook, rulebook: Rulebook, workdays: Workdays) -> tuple[Finding, ...]:
    """One finding for each rule of the rulebook, in the order of the stages and files."""
    findings = [_finding(rule, book, rulebook, workdays) for rule in rulebook.rules]
    by_topic = {rule.subject: finding for rule, finding in zip(rulebook.rules, findings, strict=True)}
    return tuple(
        _sanctioned(rule, finding, by_topic) for rule, finding in zip(rulebook.rules, findings, strict=True)
    )


def _finding(rule: Rule, book: FactBook, rulebook: Rulebook, workdays: Workdays) -> Finding:
    readings: list[Reading | None] = [*rule.readings] or [None]
    judged = [
        (_over_sources(_read(rule, reading), book, rulebook, workdays), reading) for reading in readings
    ]
    outcomes = {outcome.verdict for (outcome, _), _ in judged}
    (first, look), _ = judged[0]
    if len(outcomes) == 1:
        asserted = next((seen for (_, seen), _ in judged if seen.asserted_only), look)
        outcome = _standing(first, asserted)
    else:
        outcome = _ambiguous([(o, reading) for (o, _), reading in judged])
    # A look of its own: the margin weighs the finding, it is no evidence for it.
    touch, consequence = consequence_of(rule, outcome, Look(book, rulebook, workdays, look.choice))
    circumstances = Look(book, rulebook, workdays)
    message = joined([outcome.message, _context(rule, circumstances), rule.note])
    seen = [*(item for (_, one), _ in judged for item in one.evidence()), *circumstances.evidence()]
    evidence = tuple(dict.fromkeys(seen))
    return Finding(
        rule=rule.id,
        kind=rule.kind,
        articles=tuple(rule.articles),
        regime=rulebook.regime.id,
        verdict=outcome.verdict,
        stage=rule.stage,
        norm=rule.norm,
        message=message,
        evidence=evidence,
        consequence=consequence,
        remedy=remedy_of(rule, outcome),
        decides=rule.decides,
        touch=touch,
        used=_used([seen for (_, seen), _ in judged]),
    )


def _context(rule: Rule, look: Look) -> Text:
    """Facts beside the point that explain it, where they are stated; each as its sources say it."""
    lines = []
    for path in rule.context:
        stated = look.book.alternatives(path)
        if path.startswith("derived.") or not stated:
            value = look.fact(path)
            said_ = [] if value is None else [Text(said(value, Language.ID), said(value, Language.EN))]
        else:
            look.statement(path)
            said_ = [_quoted(item) if len(stated) > 1 else _bare(item) for item in stated]
        if said_:
            values = Text(" / ".join(v.id for v in said_), " / ".join(v.en for v in said_))
            lines.append(
                Text("{label}: {values}", "{label}: {values}").fill(label=look.label(path), values=values)
            )
    if not lines:
        return EMPTY
    head = Text("Keadaan: ", "Circumstances: ")
    return head + joined(lines, "; ") + Text(".", ".")


def _bare(statement: Statement) -> Text:
    return Text(said(statement.value, Language.ID), said(statement.value, Language.EN))


def _used(looks: list[Look]) -> tuple[Used, ...]:
    return tuple(dict.fromkeys(line for look in looks for line in look.used))


def _read(rule: Rule, reading: Reading | None) -> Rule:
    """The rule as one reading of its text has it."""
    if reading is None or not reading.changes:
        return rule
    changes = dict(reading.changes)  # the loader has checked the names of the keys
    if "when" in changes:
        changes["when"] = [Condition.model_validate(item) for item in changes["when"]]
    return rule.model_copy(update=changes)


def _ambiguous(judged: list[tuple[Outcome, Reading | None]]) -> Outcome:
    lines = [
        Text("Bacaan “{label}” ({verdict}): {message}", "Reading “{label}” ({verdict}): {message}").fill(
            label=reading.label if reading else EMPTY,
            verdict=VERDICTS[outcome.verdict],
            message=outcome.message,
        )
        for outcome, reading in judged
    ]
    head = Text("Teks punya lebih dari satu bacaan.", "The text has more than one reading.")
    return Outcome(Verdict.AMBIGUOUS, joined([head, *lines]))


def _over_sources(rule: Rule, book: FactBook, rulebook: Rulebook, workdays: Workdays) -> tuple[Outcome, Look]:
    """Evaluate once for each combination of differing statements; they agree, or the fact is contested."""
    probe = Look(book, rulebook, workdays)
    first = evaluate(rule, probe)
    differing = {whole: book.alternatives(whole) for whole in probe.read if len(book.alternatives(whole)) > 1}
    if not differing:
        return first, probe
    tried: list[tuple[Outcome, Look, Mapping[str, Statement]]] = []
    for choice in _choices(differing):
        look = Look(book, rulebook, workdays, choice)
        tried.append((evaluate(rule, look), look, choice))
    if len({outcome.verdict for outcome, _, _ in tried}) == 1:
        outcome, look, _ = _best(tried)
        return outcome, look
    return _contested(tried), tried[0][1]


def _best(
    tried: list[tuple[Outcome, Look, Mapping[str, Statement]]],
) -> tuple[Outcome, Look, Mapping[str, Statement]]:
    shown = [item for item in tried if not item[1].asserted_only]
    return shown[0] if shown else tried[0]


def _choices(differing: Mapping[str, tuple[Statement, ...]]) -> Iterator[Mapping[str, Statement]]:
    names = list(differing)
    for combination in islice(product(*differing.values()), _COMBINATIONS):
        yield dict(zip(names, combination, strict=True))


def _standing(outcome: Outcome, look: Look) -> Outcome:
    """What is only asserted is a claim, for good or ill."""
    if outcome.verdict in {Verdict.COMPLIED, Verdict.VIOLATED} and look.asserted_only:
        words = {
            Verdict.COMPLIED: Text(
                "Hanya dinyatakan, tanpa uraian fakta.", "Only asserted, without the circumstances."
            ),
            Verdict.VIOLATED: Text(
                "Hanya dinyatakan; faktanya tidak diuraikan.", "Only asserted; the facts are not set out."
            ),
        }
        return replace(
            outcome, verdict=Verdict.CLAIMED, message=joined([outcome.message, words[outcome.verdict]])
        )
    return outcome


def _contested(tried: list[tuple[Outcome, Look, Mapping[str, Statement]]]) -> Outcome:
    lines = []
    for outcome, look, choice in tried:
        chosen = [
            Text("{label}: {value}", "{label}: {value}").fill(
                label=look.label(whole), value=_quoted(statement)
            )
            for whole, statement in choice.items()
            if whole in look.read
        ]
        lines.append(
            Text("{chosen}: {verdict}.", "{chosen}: {verdict}.").fill(
                chosen=joined(chosen, ", "), verdict=VERDICTS[outcome.verdict]
            )
        )
    head = Text("Pernyataan sumber tidak sama.", "The sources' statements differ.")
    broken = tuple(row for outcome, _, _ in tried for row in outcome.rows)
    return Outcome(Verdict.CONTESTED, joined([head, *dict.fromkeys(lines), _other_facts(tried)]), broken)


def _other_facts(tried: list[tuple[Outcome, Look, Mapping[str, Statement]]]) -> Text:
    """What the facts on which the sources agree add to it, when the rule reads several."""
    broken = [
        outcome
        for outcome, look, choice in tried
        if outcome.verdict is Verdict.VIOLATED and set(look.read) - set(choice)
    ]
    return broken[0].message if broken else EMPTY


def _quoted(statement: Statement) -> Text:
    where = f" ({statement.source.place})" if statement.source else ""
    return Text(said(statement.value, Language.ID) + where, said(statement.value, Language.EN) + where)


def _sanctioned(rule: Rule, finding: Finding, by_topic: Mapping[str, Finding]) -> Finding:
    """A sanction speaks only where one of its bans stands broken, claimed broken or contested."""
    if not isinstance(rule, SanctionRule):
        return finding
    triggers = [by_topic[topic] for topic in rule.on if topic in by_topic]
    broken = [item for item in triggers if item.verdict in {Verdict.VIOLATED, Verdict.CONTESTED}]
    if broken:
        listed = Text("; ".join(item.norm.id for item in broken), "; ".join(item.norm.en for item in broken))
        head = Text("Berkaitan dengan: {listed}", "In connection with: {listed}").fill(listed=listed)
        return replace(
            finding, message=joined([head, finding.message]), evidence=_all_evidence(finding, broken)
        )
    return replace(
        finding,
        verdict=Verdict.NOT_APPLICABLE,
        message=Text(
            "Tidak ada larangan terkait yang tercatat dilanggar.", "No related ban is on record as broken."
        ),
        consequence=EMPTY,
        remedy=EMPTY,
        touch=None,
    )


def _all_evidence(finding: Finding, others: list[Finding]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys([*finding.evidence, *(item for other in others for item in other.evidence)]))
