"""One evaluator for each kind of rule: rule and look in, outcome out."""

from fractions import Fraction
from math import ceil
from typing import Any

from pilkades.base.findings import Verdict
from pilkades.base.language import EMPTY, Language, Text, joined, same
from pilkades.compliance.dates import deadline, hours, order, window
from pilkades.compliance.look import Look, said
from pilkades.compliance.odd import FUNCTIONS
from pilkades.compliance.outcome import (
    NOT_DECIDED,
    Outcome,
    complied,
    not_applicable,
    undecided,
    unknown,
    violated,
)
from pilkades.regulation.rule import (
    BoundRule,
    DeadlineRule,
    FactRule,
    FunctionRule,
    GapRule,
    HoursRule,
    OrderRule,
    PermissionRule,
    QuotaRule,
    Rule,
    SanctionRule,
    TieRule,
    WindowRule,
)


def evaluate(rule: Rule, look: Look) -> Outcome:
    """Hold one rule against one look at the record."""
    barred = _condition(rule, look)
    if barred is not None:
        return barred
    return _by_kind(rule, look)


def applies(rule: Rule, look: Look) -> bool | None:
    """Whether the rule speaks of this election; None when the fact that tells is missing."""
    barred = _condition(rule, look)
    if barred is None:
        return True
    return None if barred.verdict is Verdict.UNKNOWN else False


def _by_kind(rule: Rule, look: Look) -> Outcome:  # noqa: C901, PLR0911 -- one line per kind of rule
    match rule:
        case FactRule():
            return _fact(rule, look)
        case BoundRule():
            return _bound(rule, look)
        case QuotaRule():
            return _quota(rule, look)
        case DeadlineRule():
            return deadline(rule, look)
        case WindowRule():
            return window(rule, look)
        case HoursRule():
            return hours(rule, look)
        case OrderRule():
            return order(rule, look)
        case PermissionRule():
            return _permission(rule, look)
        case SanctionRule():
            return _sanction(rule, look)
        case TieRule():
            return _tie(rule, look)
        case GapRule():
            return undecided(joined([NOT_DECIDED, rule.question]))
        case FunctionRule():
            return FUNCTIONS[rule.function](rule, look)


def _condition(rule: Rule, look: Look) -> Outcome | None:
    """None if the rule speaks; else why it does not, or which fact is missing to tell."""
    missing: list[Text] = []
    for condition in rule.when:
        value = look.fact(condition.fact)
        label = look.label(condition.fact)
        if condition.known is not None:
            if (value is not None) is not condition.known:
                return not_applicable(
                    Text("Tidak berlaku: {label}.", "Does not apply: {label}.").fill(label=label)
                )
            continue
        if value is None:
            if condition.if_unknown == "not_applicable":
                return not_applicable(
                    Text(
                        "Tidak berlaku: peristiwa ini tidak tercatat ({label}).",
                        "Does not apply: no such event is on record ({label}).",
                    ).fill(label=label)
                )
            if condition.if_unknown == "unknown":
                missing.append(label)
            continue
        if not _holds(condition, value, look):
            return not_applicable(
                Text("Tidak berlaku: {label}: {value}.", "Does not apply: {label}: {value}.").fill(
                    label=label, value=_Said(value)
                )
            )
    if missing:
        return unknown(*missing)
    return None


def _holds(condition: Any, value: Any, look: Look) -> bool:  # noqa: ANN401 -- facts have many types
    if condition.equals is not None:
        return bool(value == look.operand(condition.equals))
    if condition.differs is not None:
        return bool(value != look.operand(condition.differs))
    low, high = look.operand(condition.at_least), look.operand(condition.at_most)
    return (low is None or value >= low) and (high is None or value <= high)


class _Said:
    """A fact's value, said in the language of the sentence."""

    def __init__(self, value: object) -> None:
        self.value = value

    def to(self, language: Language) -> str:
        """Say it."""
        return said(self.value, language)


def _observed(label: Text, value: object) -> Text:
    return Text("{label}: {value}.", "{label}: {value}.").fill(label=label, value=_Said(value))


def _fact(rule: FactRule, look: Look) -> Outcome:
    expected = look.operand(rule.expects)
    if expected is None:
        expected = rule.kind != "prohibition"
    if "[]." in rule.fact:
        return _fact_rows(rule, look, expected)
    facts = [(look.label(path), look.fact(path)) for path in (rule.fact, *rule.also)]
    wrong = [(label, value) for label, value in facts if value is not None and not _fits(value, expected)]
    missing = [label for label, value in facts if value is None]
    if not wrong and missing:
        stated = [_observed(label, value) for label, value in facts if value is not None]
        return undecided(joined([unknown(*missing).message, *stated]))
    if not wrong:
        return complied(joined([_observed(label, value) for label, value in facts]))
    asked = Text("Yang diminta: {expected}.", "Asked: {expected}.").fill(expected=_Said(_offices(expected)))
    observed = [_observed(label, value) for label, value in wrong]
    return violated(joined([*observed, EMPTY if isinstance(expected, bool) else asked]))


def _fits(value: object, expected: object) -> bool:
    return value in expected if isinstance(expected, list) else value == expected


def _offices(expected: object) -> object:
    from pilkades.acts.payload import Office  # noqa: PLC0415 -- only needed to name offices in a sentence

    if isinstance(expected, list):
        return [_offices(item) for item in expected]
    return Office(expected) if isinstance(expected, str) and expected in set(Office) else expected


def _fact_rows(rule: FactRule, look: Look, expected: object) -> Outcome:
    rows = look.rows(rule.fact)
    label = look.label(rule.fact)
    if not rows:
        return unknown(label)
    wrong = [(name, row) for name, value, row in rows if value is not None and not _fits(value, expected)]
    if wrong:
        listed = ", ".join(name.id for name, _ in wrong)
        return violated(joined([label, same(f": {listed}.")], ""), tuple(row for _, row in wrong))
    if any(value is None for _, value, _ in rows):
        return unknown(label)
    return complied(joined([label, Text(": semua.", ": all.")], ""))


def _bound(rule: BoundRule, look: Look) -> Outcome:
    low, high = look.operand(rule.at_least), look.operand(rule.at_most)
    open_values = [held for held in look.values.values() if held.value is None]
    if open_values:
        return undecided(joined([NOT_DECIDED, *(held.unknown for held in open_values)]))
    unstated = [
        operand[1:]
        for operand, value in ((rule.at_least, low), (rule.at_most, high))
        if value is None and isinstance(operand, str) and operand.startswith("$")
    ]
    if unstated:
        return unknown(*(look.label(path) for path in unstated))
    if low is None and high is None and not rule.odd:
        return undecided(NOT_DECIDED)
    measured = _measured(rule, look, low, high)
    if measured.verdict is not Verdict.UNKNOWN or rule.kept is None or look.fact(rule.kept) is None:
        return measured
    stated = _observed(look.label(rule.kept), look.fact(rule.kept))
    return complied(stated) if look.fact(rule.kept) else violated(stated)


def _measured(rule: BoundRule, look: Look, low: Any, high: Any) -> Outcome:  # noqa: ANN401 -- counts or clocks
    if "[]." in rule.fact:
        return _bound_rows(rule, look, low, high)
    value = look.fact(rule.fact)
    label = look.label(rule.fact)
    if rule.share_of is not None:
        return _share(rule, look, low, value)
    if value is None:
        return unknown(label)
    return _within(label, value, low, high, odd=rule.odd)


def _within(label: Text, value: Any, low: Any, high: Any, *, odd: bool) -> Outcome:  # noqa: ANN401 -- counts or clocks
    observed = _observed(label, value)
    if low is not None and value < low:
        few = Text("Paling sedikit {low}; kurang {by}.", "At least {low}; {by} too few.")
        return violated(joined([observed, _with_gap(few, low, value, low=low)]))
    if high is not None and value > high:
        many = Text("Paling banyak {high}; lebih {by}.", "At most {high}; {by} too many.")
        return violated(joined([observed, _with_gap(many, value, high, high=high)]))
    if odd and value % 2 == 0:
        return violated(joined([observed, Text("Jumlahnya harus gasal.", "The number must be odd.")]))
    if low is not None and low == high:
        limits = [Text("tepat {low}", "exactly {low}").fill(low=low)]
    else:
        limits = [
            Text("paling sedikit {low}", "at least {low}").fill(low=low) if low is not None else EMPTY,
            Text("paling banyak {high}", "at most {high}").fill(high=high) if high is not None else EMPTY,
            Text("gasal", "odd") if odd else EMPTY,
        ]
    return complied(joined([observed, Text("Batas: ", "Limit: ") + joined(limits, ", ") + same(".")]))


def _with_gap(sentence: Text, more: Any, less: Any, **limit: object) -> Text:  # noqa: ANN401 -- counts or clocks
    """Fill in the limit and, for counts, by how much it is missed; clocks name only the limit."""
    if isinstance(more, int):
        return sentence.fill(by=more - less, **limit)
    bare = Text(sentence.id.partition(";")[0] + ".", sentence.en.partition(";")[0] + ".")
    return bare.fill(**limit)


def _bound_rows(rule: BoundRule, look: Look, low: int | None, high: int | None) -> Outcome:
    rows = look.rows(rule.fact)
    label = look.label(rule.fact)
    if not rows:
        return unknown(label)
    outcomes = [
        (name, value, row, _within(name, value, low, high, odd=rule.odd))
        for name, value, row in rows
        if value is not None
    ]
    broken = [(row, outcome) for _, _, row, outcome in outcomes if outcome.verdict is Verdict.VIOLATED]
    if broken:
        others = len(rows) - len(broken)
        tail = (
            Text("Lainnya ({others}) tidak melampaui batas.", "The others ({others}) keep the limit.").fill(
                others=others
            )
            if others
            else EMPTY
        )
        return violated(
            joined([label + same(":"), *(outcome.message for _, outcome in broken), tail]),
            tuple(row for row, _ in broken),
        )
    if len(outcomes) < len(rows):
        return unknown(label)
    listed = joined(
        [
            Text("{name} {value}", "{name} {value}").fill(name=name, value=value)
            for name, value, _, _ in outcomes
        ],
        "; ",
    )
    limit = Text("batas {low}–{high}", "limits {low}–{high}").fill(
        low=low if low is not None else "…", high=high if high is not None else "…"
    )
    return complied(
        Text("{label}: {listed} ({limit}).", "{label}: {listed} ({limit}).").fill(
            label=label, listed=listed, limit=limit
        )
    )


def _share(rule: BoundRule, look: Look, share: Fraction | None, value: int | None) -> Outcome:
    base = look.fact(str(rule.share_of))
    label, base_label = look.label(rule.fact), look.label(str(rule.share_of))
    if value is None or base is None:
        return unknown(*(text for text, known in ((label, value), (base_label, base)) if known is None))
    threshold = Fraction(share or 0) * base + rule.plus
    needed = ceil(threshold)
    plus = Text(" ditambah {plus}", " plus {plus}").fill(plus=rule.plus) if rule.plus else EMPTY
    sentence = Text(
        "{label}: {value} dari {base}. Paling sedikit {share}{plus}: {needed}.",
        "{label}: {value} of {base}. At least {share}{plus}: {needed}.",
    ).fill(label=label, value=value, base=base, share=share, plus=plus, needed=needed)
    return complied(sentence) if value >= threshold else violated(sentence)


def _quota(rule: QuotaRule, look: Look) -> Outcome:
    asked = look.operand(rule.exactly)
    value = look.fact(rule.fact)
    label = look.label(rule.fact)
    if value is None:
        return unknown(label)
    if not isinstance(asked, dict):
        return undecided(NOT_DECIDED)
    wanted = Text("Yang diminta: {asked}.", "Asked: {asked}.").fill(asked=_Said(asked))
    sentence = joined([_observed(label, value), wanted])
    return complied(sentence) if value == asked else violated(sentence)


def _permission(rule: PermissionRule, look: Look) -> Outcome:
    value = look.fact(rule.fact) if rule.fact else None
    used = EMPTY
    if rule.fact and value is not None:
        used = _observed(look.label(rule.fact), value)
    return not_applicable(
        joined(
            [
                Text(
                    "Kata “dapat”/“berhak”: dipakai atau tidak, bukan pelanggaran.",
                    "“May”: used or not, it is no breach.",
                ),
                used,
            ]
        )
    )


def _sanction(rule: SanctionRule, look: Look) -> Outcome:
    """Whether a breach that calls for the sanction stands is seen when all rules are judged (see `judge`)."""
    imposed = look.fact(rule.fact) if rule.fact else None
    if imposed is None:
        return undecided(
            Text(
                "Tidak tercatat ada keputusan tentang sanksi ini.",
                "No decision on this sanction is on record.",
            )
        )
    observed = _observed(look.label(str(rule.fact)), imposed)
    return complied(observed) if imposed else undecided(observed)


def _tie(rule: TieRule, look: Look) -> Outcome:
    tied = look.fact("derived.tied")
    if tied is None:
        return unknown(look.label("tally.votes"))
    if not tied:
        return not_applicable(Text("Suara terbanyak tidak sama.", "The most votes are not equal."))
    chain = look.operand(f"@{rule.chain}")
    return undecided(
        Text(
            "Suara terbanyak sama. Urutan penentuan: {chain}. Hasilnya dijelaskan di bagian hasil.",
            "The most votes are equal. Order of methods: {chain}. The result section explains what follows.",
        ).fill(chain=_Said(chain))
    )
