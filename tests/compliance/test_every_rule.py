"""Every rule of every regime and county, held over facts made from its own kind and values."""

from collections.abc import Iterator

import pytest
from tests.compliance.examples import Facts, examples
from tests.compliance.oracle import verdict_of
from tests.compliance.stated import EVERY_RULE, IDS, LAWS, Spoken, book, held

from pilkades.acts.act import Standing
from pilkades.base.findings import Finding, Verdict
from pilkades.base.language import Language
from pilkades.compliance.facts import Path
from pilkades.compliance.odd import FUNCTIONS
from pilkades.regulation.loader import shipped_law
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
    WindowRule,
)
from pilkades.regulation.rulebook import Rulebook

every_rule = pytest.mark.parametrize("spoken", EVERY_RULE, ids=IDS)
_DECIDED = {Verdict.COMPLIED, Verdict.VIOLATED}


def _judged(spoken: Spoken) -> Iterator[tuple[Facts, Finding]]:
    for facts in examples(spoken.rule, spoken.law):
        yield facts, held(spoken, book(facts))


@every_rule
def test_a_rule_gives_the_verdict_that_its_words_give(spoken: Spoken) -> None:
    if isinstance(spoken.rule, FunctionRule):
        assert held(spoken, book({})).verdict not in _DECIDED
        return
    apart = [
        (facts, finding.verdict, verdict_of(spoken.rule, spoken.law, facts), finding.message.en)
        for facts, finding in _judged(spoken)
        if finding.verdict is not verdict_of(spoken.rule, spoken.law, facts)
    ]
    assert apart == []


@every_rule
def test_a_rule_that_can_be_kept_can_be_broken(spoken: Spoken) -> None:
    rule, law = spoken.rule, spoken.law
    if not isinstance(
        rule, FactRule | BoundRule | QuotaRule | DeadlineRule | WindowRule | HoursRule | OrderRule
    ):
        return
    verdicts = {finding.verdict for _, finding in _judged(spoken)}
    if _left_open(rule, law):
        assert not verdicts & _DECIDED
    elif _asks_nothing(rule, law):
        assert Verdict.VIOLATED not in verdicts
    else:
        # Where a text has two readings, or does not name its unit, one may be kept while the other is not.
        assert verdicts & {Verdict.COMPLIED, Verdict.AMBIGUOUS}
        assert verdicts & {Verdict.VIOLATED, Verdict.AMBIGUOUS}
    assert Verdict.UNKNOWN in verdicts or Verdict.NOT_APPLICABLE in verdicts


def _left_open(rule: Rule, law: Rulebook) -> bool:
    """Whether the law of that day and county leaves every value open that the rule reads."""
    keys = ("limit", "length", "exactly", "from_hour", "to_hour", "at_least", "at_most")
    operands = [value for key in keys if (value := getattr(rule, key, None)) is not None]
    names = [value.removeprefix("@") for value in operands if isinstance(value, str) and value[0] != "$"]
    open_ = [name for name in names if name in law.parameters and law.held(name).value is None]
    missing = [name for name in names if name not in law.parameters]
    return bool(open_) or (bool(operands) and len(missing) == len(operands))


def _asks_nothing(rule: Rule, law: Rulebook) -> bool:
    """Whether every value is lawful: `expects` allows both yes and no."""
    expects = getattr(rule, "expects", None)
    if isinstance(expects, str) and expects.startswith("@"):
        expects = law.held(expects[1:]).value
    return isinstance(expects, list) and {True, False} <= {item for item in expects if isinstance(item, bool)}


@every_rule
def test_what_is_only_asserted_is_only_claimed(spoken: Spoken) -> None:
    for facts, finding in _judged(spoken):
        asserted = held(spoken, book(facts, standing=Standing.ASSERTED))
        if finding.verdict in _DECIDED and facts:
            assert asserted.verdict is Verdict.CLAIMED
        else:
            assert asserted.verdict is finding.verdict


@every_rule
def test_sources_that_make_a_rule_kept_and_broken_are_shown_side_by_side(spoken: Spoken) -> None:
    if spoken.rule.readings:
        return
    judged = list(_judged(spoken))
    kept = next((facts for facts, finding in judged if finding.verdict is Verdict.COMPLIED), None)
    broken = next(
        (
            facts
            for facts, finding in judged
            if finding.verdict is Verdict.VIOLATED and facts.keys() == (kept or {}).keys()
        ),
        None,
    )
    if kept is None or broken is None:
        return
    finding = held(spoken, book(kept, broken))
    assert finding.verdict is Verdict.CONTESTED
    assert {"sumber:1", "sumber:2"} <= {item.place for item in finding.evidence}
    assert "sumber:1" in finding.message.id
    assert "sumber:2" in finding.message.en


@every_rule
def test_a_missing_fact_is_named(spoken: Spoken) -> None:
    rule = spoken.rule
    if not isinstance(rule, FactRule | QuotaRule | OrderRule) or rule.when:
        return
    finding = held(spoken, book({}))
    assert Path.parse(rule.fact).label.id in finding.message.id
    assert Path.parse(rule.fact).label.en in finding.message.en


@every_rule
def test_a_permission_is_never_a_breach_and_a_gap_asks_its_question(spoken: Spoken) -> None:
    rule = spoken.rule
    if isinstance(rule, PermissionRule):
        assert {finding.verdict for _, finding in _judged(spoken)} <= {
            Verdict.NOT_APPLICABLE,
            Verdict.UNKNOWN,
        }
    if isinstance(rule, GapRule):
        asked = [finding for _, finding in _judged(spoken) if finding.verdict is Verdict.UNKNOWN]
        assert asked
        assert rule.question.id in asked[-1].message.id
        assert rule.question.en in asked[-1].message.en


@every_rule
def test_a_finding_is_whole_in_both_languages_and_cites_only_law_in_force(spoken: Spoken) -> None:
    for _, finding in _judged(spoken):
        for text in (finding.norm, finding.message):
            assert text.to(Language.ID).strip()
            assert text.to(Language.EN).strip()
            assert "None" not in text.id + text.en
        for text in (finding.remedy, finding.consequence, finding.decides):
            assert bool(text.id.strip()) == bool(text.en.strip())
        quiet = finding.verdict in {Verdict.COMPLIED, Verdict.NOT_APPLICABLE}
        assert bool(finding.remedy) is not quiet
    assert finding.articles
    assert all(spoken.law.provisions[article].holds_on(spoken.law.day) for article in finding.articles)


def _paths(rule: Rule) -> Iterator[str]:
    for key in (
        "fact",
        "anchor",
        "opens",
        "closes",
        "after",
        "before",
        "opened",
        "closed",
        "share_of",
        "kept",
    ):
        value = getattr(rule, key, None)
        if isinstance(value, str):
            yield value
    yield from getattr(rule, "also", [])
    yield from rule.context
    yield from (condition.fact for condition in rule.when)
    for key in ("at_least", "at_most"):
        operand = getattr(rule, key, None)
        if isinstance(operand, str) and operand.startswith("$"):
            yield operand[1:]
    if rule.touch is not None and rule.touch.fact is not None:
        yield rule.touch.fact
    if rule.touch is not None and rule.touch.row_field is not None:
        whole, _, _ = str(getattr(rule, "fact", "")).partition("[].")
        yield f"{whole}[].{rule.touch.row_field}"


@pytest.mark.parametrize("located", shipped_law().rules, ids=lambda located: located.rule.id)
def test_every_fact_of_a_rule_is_in_the_vocabulary(located: object) -> None:
    rule: Rule = located.rule  # type: ignore[attr-defined] # parametrised
    variants = [rule, *(rule.model_copy(update=reading.changes) for reading in rule.readings)]
    assert all(Path.parse(path).exists() for variant in variants for path in _paths(variant))
    if isinstance(rule, FunctionRule):
        assert rule.function in FUNCTIONS


def test_every_rule_of_the_files_speaks_on_some_day() -> None:
    """A rule may stand behind another of its topic; its articles are cited then."""
    laws = [Rulebook.at(day, county) for day, county in LAWS]
    speaking = {rule.subject for law in laws for rule in law.rules}
    assert {located.rule.subject for located in shipped_law().rules} == speaking
    cited = {(rule.subject, article) for law in laws for rule in law.rules for article in rule.articles}
    silent = [
        located.rule.id
        for located in shipped_law().rules
        if not {(located.rule.subject, article) for article in located.rule.articles} <= cited
    ]
    assert silent == []
