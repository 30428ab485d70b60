"""Facts for every kind of rule: as asked, just at the limit, just beyond it, missing, half known."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from itertools import product
from typing import Any

from tests.compliance.oracle import holds
from tests.compliance.own_calendar import ANCHORS, counted, lasting

from pilkades.acts.act import read_fact
from pilkades.acts.kinds.counting import Votes
from pilkades.acts.payload import Office
from pilkades.base.day import Day
from pilkades.base.errors import PilkadesError
from pilkades.compliance.facts import Path
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
    WindowRule,
)
from pilkades.regulation.rulebook import Rulebook

Facts = dict[str, Any]
_DAY = timedelta(days=1)
_TRIED = (True, False, *range(12), 20, 300, "bpd", "committee", "bupati", "2007-06-07", "08:00", "kata")

_DERIVED: Mapping[str, Mapping[bool, Facts]] = {
    "derived.tied": {
        True: {"tally.votes": [Votes(candidate="A", votes=10), Votes(candidate="B", votes=10)]},
        False: {"tally.votes": [Votes(candidate="A", votes=11), Votes(candidate="B", votes=10)]},
    },
    "derived.single": {True: {"candidates_adopted.count": 1}, False: {"candidates_adopted.count": 3}},
    "derived.quorum_reached": {
        True: {"dpt.voters": 979, "polling.voted": 979},
        False: {"dpt.voters": 979, "polling.voted": 10},
    },
}


def values_for(path: str) -> list[Any]:
    """Every tried value that the vocabulary takes for a fact."""
    kind, _, name = path.partition(".")
    taken = []
    for raw in _TRIED:
        try:
            taken.append(read_fact(kind, name, raw))
        except PilkadesError:
            continue
    return taken


def spoken_of(rule: Rule, law: Rulebook, *, broken: str = "") -> Facts:
    """Facts under which the rule speaks; with `broken`, those of that condition do not hold."""
    facts: Facts = {}
    by_fact: dict[str, list[Condition]] = {}
    for condition in rule.when:
        by_fact.setdefault(condition.fact, []).append(condition)
    for path, conditions in by_fact.items():
        wanted = path != broken
        if path in _DERIVED:
            options = [
                made
                for value, made in _DERIVED[path].items()
                if all(holds(one, value, {}, law) for one in conditions) is wanted
            ]
            facts |= options[0]
            continue
        fitting = [
            value
            for value in values_for(path)
            if all(holds(one, value, facts, law) for one in conditions) is wanted
        ]
        if fitting:
            facts[path] = fitting[0]
    return facts


def examples(rule: Rule, law: Rulebook) -> Iterator[Facts]:
    """Facts that try a rule: the speaking conditions, then each situation of its kind."""
    base = spoken_of(rule, law)
    yield {}
    for condition in rule.when:
        yield {**base_without(base, condition), **next(iter(_tried(rule, law)), {})}
        yield {**next(iter(_tried(rule, law)), {}), **spoken_of(rule, law, broken=condition.fact)}
    for tried in _tried(rule, law):
        yield {**base, **tried}


def base_without(base: Facts, condition: Condition) -> Facts:
    """The conditions' facts, one of them not stated."""
    gone = set(_DERIVED[condition.fact][True]) if condition.fact in _DERIVED else {condition.fact}
    return {path: value for path, value in base.items() if path not in gone}


def _tried(rule: Rule, law: Rulebook) -> Iterator[Facts]:  # noqa: C901 -- one line per kind
    match rule:
        case FactRule():
            yield from _fact(rule, law)
        case BoundRule():
            yield from _bound(rule, law)
        case QuotaRule():
            yield from _quota(rule, law)
        case DeadlineRule():
            yield from _deadline(rule, law)
        case WindowRule():
            yield from _window(rule, law)
        case HoursRule():
            yield from _hours(rule, law)
        case OrderRule():
            yield from _order(rule)
        case PermissionRule():
            yield {}
            if rule.fact:
                yield from ({rule.fact: value} for value in values_for(rule.fact)[:2])
        case GapRule():
            yield {}
        case _:
            yield {}
            yield _DERIVED["derived.tied"][True]
            yield _DERIVED["derived.tied"][False]


def _value(law: Rulebook, name: str) -> Any:  # noqa: ANN401 -- parameters have many types
    return law.parameters[name].value if name in law.parameters else None


def _fact(rule: FactRule, law: Rulebook) -> Iterator[Facts]:
    expects: Any = rule.expects
    if isinstance(expects, str) and expects.startswith("@"):
        expects = _value(law, expects[1:])
    if expects is None:
        expects = rule.kind != "prohibition"
    good = expects if isinstance(expects, list) else [expects]
    paths = (rule.fact, *rule.also)
    typed = {
        path: [read_fact(path.partition(".")[0], path.partition(".")[2], one) for one in good]
        for path in paths
    }
    for number in range(len(good)):
        yield {path: typed[path][number] for path in paths}
    fine = {path: typed[path][0] for path in paths}
    for path in paths:
        for wrong in _others(path, typed[path]):
            yield {**fine, path: wrong}
            yield {path: wrong}
        yield {other: value for other, value in fine.items() if other != path}


def _read(path: str, raw: object) -> Any:  # noqa: ANN401 -- facts have many types
    kind, _, name = path.partition(".")
    return read_fact(kind, name, raw)


def _others(path: str, good: list[Any]) -> list[Any]:
    if isinstance(good[0], Office):
        return [office for office in Office if office not in good]
    if isinstance(good[0], bool):
        return [value for value in (True, False) if value not in good]
    return [good[0] + 1, good[0] - 1] if isinstance(good[0], int) else [f"bukan {path}"]


def _step(value: Any, by: int) -> Any:  # noqa: ANN401 -- counts or clocks
    if isinstance(value, time):
        return (datetime.combine(date(2007, 6, 7), value) + timedelta(minutes=by)).time()
    return value + by


def _limit(operand: int | str | None, law: Rulebook) -> Any:  # noqa: ANN401 -- counts or clocks
    if isinstance(operand, str) and operand.startswith("$"):
        return 4
    return _value(law, operand[1:]) if isinstance(operand, str) else operand


def _bound(rule: BoundRule, law: Rulebook) -> Iterator[Facts]:
    low, high = _limit(rule.at_least, law), _limit(rule.at_most, law)
    around: Facts = {"tps_plan.count": 4} if "$derived.stations" in {rule.at_least, rule.at_most} else {}
    if rule.kept:
        yield {rule.kept: True}
        yield {rule.kept: False}
    if rule.share_of is not None and low is not None:
        for registered in (979, 300, 2, 1):
            least = next(n for n in range(2000) if n >= Fraction(low) * registered + rule.plus)
            for voted in (max(0, least - 1), least, least + 1):
                yield {rule.fact: voted, rule.share_of: registered}
            yield {rule.fact: least}
            yield {rule.share_of: registered}
        return
    known = [limit for limit in (low, high) if limit is not None]
    tried = [_step(limit, by) for limit in known for by in (-1, 0, 1, 2)]
    if around:
        yield {rule.fact: 4}
    for value in [one for one in tried if isinstance(one, time) or one >= 0]:
        yield {**_stated(rule.fact, value), **around}
        if "[]." in rule.fact:
            yield _stated(rule.fact, known[0], value)
            yield _stated(rule.fact, value, None)


def _stated(path: str, *values: object) -> Facts:
    """A fact, or a list with one row for each value."""
    whole, _, field = path.partition("[].")
    if not field:
        return {path: values[0]}
    row = Path.parse(path).row_type()
    if row is None:
        raise AssertionError(path)
    rows = [
        row.model_validate({"name": f"baris {number}", **({field: value} if value is not None else {})})
        for number, value in enumerate(values, start=1)
    ]
    return {whole: rows}


def _quota(rule: QuotaRule, law: Rulebook) -> Iterator[Facts]:
    asked: Mapping[str, int] = _value(law, rule.exactly.removeprefix("@"))
    yield {rule.fact: dict(asked)}
    for name in asked:
        yield {rule.fact: {**asked, name: asked[name] + 1}}
        yield {rule.fact: {**asked, name: asked[name] - 1}}
        yield {rule.fact: {other: n for other, n in asked.items() if other != name}}
    yield {rule.fact: {**asked, "lain": 1}}


def _anchors(rule: DeadlineRule) -> set[str]:
    return {rule.anchor} | {r.changes["anchor"] for r in rule.readings if "anchor" in r.changes}


def _deadline(rule: DeadlineRule, law: Rulebook) -> Iterator[Facts]:
    length = _value(law, rule.limit)
    if not isinstance(length, Length):
        yield {rule.fact: Day.parse("2007-06-07"), rule.anchor: Day.parse("2007-06-01")}
        return
    sign = 1 if rule.direction == "after" else -1
    for start in ANCHORS:
        anchored: Facts = {path: Day.exactly(start) for path in _anchors(rule)}
        limits = sorted({counted(start, length.n, unit.value, sign) for unit in length.units})
        for limit, by in product(limits, (-1, 0, 1)):
            yield {**anchored, rule.fact: Day.exactly(limit + by * _DAY)}
        yield {**anchored, rule.fact: Day(limits[0] - _DAY, limits[-1] + _DAY)}
        yield {**anchored, rule.fact: Day(limits[-1] + _DAY, limits[-1] + 9 * _DAY)}
        yield anchored
        half_known: Facts = {path: Day(start, start + 9 * _DAY) for path in _anchors(rule)}
        yield {**half_known, rule.fact: Day.exactly(limits[0] + 4 * _DAY)}
    yield {rule.fact: Day.exactly(ANCHORS[0])}
    if rule.kept:
        for kept in (True, False):
            yield {rule.kept: kept, **{path: Day.exactly(ANCHORS[0]) for path in _anchors(rule)}}
            yield {rule.kept: kept}


def _window(rule: WindowRule, law: Rulebook) -> Iterator[Facts]:
    length = _value(law, rule.length)
    if not isinstance(length, Length):
        yield {rule.opens: Day.parse("2007-06-01"), rule.closes: Day.parse("2007-06-07")}
        return
    opens = {rule.opens} | {r.changes["opens"] for r in rule.readings if "opens" in r.changes}
    for start in ANCHORS:
        opened: Facts = {path: Day.exactly(start) for path in opens}
        lasts = sorted({lasting(start, length.n, unit.value) for unit in length.units})
        for last, by in product(lasts, (-1, 0, 1, 3)):
            yield {**opened, rule.closes: Day.exactly(last + by * _DAY)}
        yield {**opened, rule.closes: Day(lasts[0], lasts[-1] + 9 * _DAY)}
        yield {**opened, rule.closes: Day.exactly(start - 5 * _DAY)}
        yield opened
        yield {rule.closes: Day.exactly(lasts[0])}


def _hours(rule: HoursRule, law: Rulebook) -> Iterator[Facts]:
    sides = [
        (path, _value(law, name))
        for path, name in ((rule.opened, rule.from_hour), (rule.closed, rule.to_hour))
        if path is not None and name is not None
    ]
    for steps in product((-1, 0, 1), repeat=len(sides)):
        pairs = [(p, h, by) for (p, h), by in zip(sides, steps, strict=True)]
        yield {path: _step(hour or time(7), by) for path, hour, by in pairs}
    for path, hour in sides:
        yield {path: hour or time(7)}
        yield {path: _step(hour or time(7), 1)}


def _order(rule: OrderRule) -> Iterator[Facts]:
    middle = date(2007, 6, 7)
    for by in (-1, 0, 1):
        sides = {p: Day.exactly(middle + by * _DAY) for p in (rule.after, rule.before) if p}
        yield {rule.fact: Day.exactly(middle), **sides}
        yield sides
    if rule.after and rule.before:
        yield {
            rule.fact: Day.exactly(middle),
            rule.after: Day.exactly(middle - _DAY),
            rule.before: Day.exactly(middle + _DAY),
        }
    half = {path: Day.parse("2007-06") for path in (rule.after, rule.before) if path}
    yield {rule.fact: Day.exactly(middle), **half}
    yield {rule.fact: Day.exactly(middle)}
