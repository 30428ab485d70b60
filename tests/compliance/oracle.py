"""What the law's words give for stated facts, worked out the plain way: one day, one row, one vote at a time.

It shares no code with `pilkades.compliance`; it reads the rule's entry and the values of the law alone.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from tests.compliance.own_calendar import counted, lasted

from pilkades.base.day import Day
from pilkades.base.findings import Verdict
from pilkades.regulation.parameter import Length
from pilkades.regulation.rule import (
    BoundRule,
    Condition,
    DeadlineRule,
    FactRule,
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
from pilkades.regulation.rulebook import Rulebook

YES, NO, UNKNOWN = Verdict.COMPLIED, Verdict.VIOLATED, Verdict.UNKNOWN


def verdict_of(rule: Rule, law: Rulebook, facts: Mapping[str, Any]) -> Verdict:
    """The verdict over all readings of a rule: the one they share, or ambiguous."""
    variants = [rule.model_copy(update={**reading.changes, "readings": []}) for reading in rule.readings] or [
        rule
    ]
    return _together({_one_reading(variant, law, facts) for variant in variants})


def _together(verdicts: Iterable[Verdict]) -> Verdict:
    different = set(verdicts)
    return different.pop() if len(different) == 1 else Verdict.AMBIGUOUS


def derived(name: str, facts: Mapping[str, Any], law: Rulebook) -> Any:  # noqa: ANN401 -- facts have many types
    """What follows from the stated facts."""
    votes = sorted((row.votes for row in facts.get("tally.votes") or ()), reverse=True)
    registered, voted = facts.get("dpt.voters"), facts.get("polling.voted")
    match name:
        case "tied":
            return None if not votes else len(votes) > 1 and votes[0] == votes[1]
        case "single":
            return None if (count := facts.get("candidates_adopted.count")) is None else count == 1
        case "stations":
            return facts.get("tps_plan.count")
        case "quorum_reached":
            share = _value(law, "polling.quorum_share")
            if share is None or registered is None or voted is None:
                return None
            return voted >= share * registered + (_value(law, "polling.quorum_plus") or 0)
        case _:
            raise AssertionError(name)


def _value(law: Rulebook, name: str) -> Any:  # noqa: ANN401 -- parameters have many types
    return law.parameters[name].value if name in law.parameters else None


def _look(path: str, facts: Mapping[str, Any], law: Rulebook) -> Any:  # noqa: ANN401 -- facts have many types
    if path.startswith("derived."):
        return derived(path.removeprefix("derived."), facts, law)
    return facts.get(path)


def _asked(operand: Any, facts: Mapping[str, Any], law: Rulebook) -> Any:  # noqa: ANN401 -- operands have many types
    if isinstance(operand, str) and operand.startswith("@"):
        return _value(law, operand[1:])
    if isinstance(operand, str) and operand.startswith("$"):
        return _look(operand[1:], facts, law)
    return operand


def holds(condition: Condition, value: object, facts: Mapping[str, Any], law: Rulebook) -> bool:
    """Whether a stated fact meets a condition."""
    if condition.known is not None:
        return (value is not None) == condition.known
    if condition.equals is not None:
        return bool(value == _asked(condition.equals, facts, law))
    if condition.differs is not None:
        return bool(value != _asked(condition.differs, facts, law))
    number: Any = value
    low, high = _asked(condition.at_least, facts, law), _asked(condition.at_most, facts, law)
    return not ((low is not None and number < low) or (high is not None and number > high))


def _one_reading(rule: Rule, law: Rulebook, facts: Mapping[str, Any]) -> Verdict:
    missing = False
    for condition in rule.when:
        value = _look(condition.fact, facts, law)
        if value is None and condition.known is None:
            if condition.if_unknown == "not_applicable":
                return Verdict.NOT_APPLICABLE
            missing = missing or condition.if_unknown == "unknown"
        elif not holds(condition, value, facts, law):
            return Verdict.NOT_APPLICABLE
    return UNKNOWN if missing else _by_kind(rule, law, facts)


def _by_kind(rule: Rule, law: Rulebook, facts: Mapping[str, Any]) -> Verdict:  # noqa: C901, PLR0911 -- one line per kind
    match rule:
        case FactRule():
            return _fact(rule, law, facts)
        case BoundRule():
            return _bound(rule, law, facts)
        case QuotaRule():
            value = facts.get(rule.fact)
            return UNKNOWN if value is None else _yes(value == _asked(rule.exactly, facts, law))
        case DeadlineRule():
            return _deadline(rule, law, facts)
        case WindowRule():
            return _window(rule, law, facts)
        case HoursRule():
            return _hours(rule, law, facts)
        case OrderRule():
            return _order(rule, facts)
        case PermissionRule() | SanctionRule():
            return Verdict.NOT_APPLICABLE
        case TieRule():
            return Verdict.NOT_APPLICABLE if derived("tied", facts, law) is False else UNKNOWN
        case GapRule():
            return UNKNOWN
        case _:
            raise AssertionError(rule.kind)


def _yes(answer: bool) -> Verdict:  # noqa: FBT001 -- an answer to a question
    return YES if answer else NO


def _values(path: str, facts: Mapping[str, Any]) -> list[Any]:
    whole, _, field = path.partition("[].")
    if not field:
        return [facts.get(path)]
    return [getattr(row, field) for row in facts.get(whole) or ()] or [None]


def _fact(rule: FactRule, law: Rulebook, facts: Mapping[str, Any]) -> Verdict:
    asked = _asked(rule.expects, facts, law)
    if asked is None:
        asked = rule.kind != "prohibition"
    allowed = asked if isinstance(asked, list) else [asked]
    values = [value for path in (rule.fact, *rule.also) for value in _values(path, facts)]
    if any(value is not None and value not in allowed for value in values):
        return NO
    return UNKNOWN if None in values else YES


def _bound(rule: BoundRule, law: Rulebook, facts: Mapping[str, Any]) -> Verdict:
    low, high = _asked(rule.at_least, facts, law), _asked(rule.at_most, facts, law)
    open_ = [name for name in (rule.at_least, rule.at_most) if _left_open(name, law)]
    if open_ or (low is None and high is None and not rule.odd):
        return UNKNOWN
    values = _values(rule.fact, facts)
    base = facts.get(rule.share_of) if rule.share_of else 1
    if rule.share_of is not None and base is not None:
        low = Fraction(low) * base + rule.plus
    stated = [value for value in values if value is not None]
    if base is not None and any(
        (low is not None and value < low)
        or (high is not None and value > high)
        or (rule.odd and value % 2 == 0)
        for value in stated
    ):
        return NO
    if base is not None and len(stated) == len(values):
        return YES
    kept = facts.get(rule.kept) if rule.kept else None
    return UNKNOWN if kept is None else _yes(kept)


def _left_open(operand: object, law: Rulebook) -> bool:
    """Whether the law names the value without stating it; a value that no text there names is no bound."""
    name = operand[1:] if isinstance(operand, str) and operand.startswith("@") else ""
    return name in law.parameters and law.parameters[name].value is None


def _days(day: Day) -> list[date]:
    return [day.earliest + timedelta(days=step) for step in range((day.latest - day.earliest).days + 1)]


def _deadline(rule: DeadlineRule, law: Rulebook, facts: Mapping[str, Any]) -> Verdict:
    length, act, anchor = _value(law, rule.limit), facts.get(rule.fact), facts.get(rule.anchor)
    if not isinstance(length, Length):
        return UNKNOWN
    if act is None or anchor is None:
        kept = facts.get(rule.kept) if rule.kept else None
        return UNKNOWN if kept is None or anchor is None else _yes(kept)
    sign = 1 if rule.direction == "after" else -1
    by_unit = []
    for unit in length.units:
        answers = set()
        for start in _days(anchor):
            limit = counted(start, length.n, unit.value, sign)
            for day in _days(act):
                kept_ = {"at_latest": day <= limit, "at_earliest": day >= limit, "exactly": day == limit}
                answers.add(kept_[rule.bound])
        by_unit.append(answers)
    if any(len(answers) > 1 for answers in by_unit):
        return UNKNOWN
    return _together(_yes(answers.pop()) for answers in by_unit)


def _window(rule: WindowRule, law: Rulebook, facts: Mapping[str, Any]) -> Verdict:
    length, first, last = _value(law, rule.length), facts.get(rule.opens), facts.get(rule.closes)
    if not isinstance(length, Length) or first is None or last is None or not (first.known and last.known):
        return UNKNOWN
    if last.earliest < first.earliest:
        return UNKNOWN  # a stretch that ends before it begins is a slip of the record, not a short stretch
    verdicts = []
    for unit in length.units:
        n = lasted(first.earliest, last.earliest, unit.value)
        kept = {"at_most": n <= length.n, "at_least": n >= length.n, "exactly": n == length.n}
        verdicts.append(_yes(kept[rule.bound]))
    return _together(verdicts)


def _hours(rule: HoursRule, law: Rulebook, facts: Mapping[str, Any]) -> Verdict:
    verdicts = set()
    for path, name, opening in ((rule.opened, rule.from_hour, True), (rule.closed, rule.to_hour, False)):
        if path is None or name is None:
            continue
        value, asked = facts.get(path), _value(law, name)
        if value is None or asked is None:
            verdicts.add(UNKNOWN)
        else:
            verdicts.add(_yes(value <= asked if opening else value >= asked))
    return NO if NO in verdicts else (UNKNOWN if UNKNOWN in verdicts else YES)


def _order(rule: OrderRule, facts: Mapping[str, Any]) -> Verdict:
    act = facts.get(rule.fact)
    answers = set()
    for other, after in ((rule.after, True), (rule.before, False)):
        if other is None:
            continue
        day = facts.get(other)
        if act is None or day is None:
            return UNKNOWN
        pairs = [(mine, its) for mine in _days(act) for its in _days(day)]
        each = {
            (mine > its if after else mine < its) or (mine == its and not rule.strictly)
            for mine, its in pairs
        }
        answers.add(None if len(each) > 1 else each.pop())
    return NO if False in answers else (UNKNOWN if None in answers else YES)
