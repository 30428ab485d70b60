"""Facts stated for a test, and one rule held over them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tests.compliance.own_calendar import CALENDAR

from pilkades.acts.act import Source, Standing, Statement, read_fact
from pilkades.base.findings import Finding
from pilkades.compliance.facts import FactBook
from pilkades.compliance.judge import judge
from pilkades.regulation.rule import Rule
from pilkades.regulation.rulebook import Rulebook
from pilkades.timetable.days import Workdays

Facts = Mapping[str, Any]

# A day in every regime, before and after each instrument that changed it, with every county.
LAWS: tuple[tuple[date, str | None], ...] = (
    (date(2007, 6, 7), "bengkayang"),
    (date(2007, 6, 7), None),
    (date(2014, 2, 1), None),
    (date(2014, 7, 1), None),
    (date(2015, 3, 1), None),
    (date(2016, 3, 1), None),
    (date(2016, 3, 1), "aturan-003"),
    (date(2019, 8, 1), None),
    (date(2021, 3, 1), None),
    (date(2021, 3, 1), "aturan-003"),
    (date(2025, 3, 1), None),
    (date(2025, 3, 1), "aturan-003"),
    (date(2026, 5, 1), None),
    (date(2027, 2, 3), "tegal"),
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A rule as the law of a day and county has it."""

    rule: Rule
    law: Rulebook


def statement(path: str, value: object, standing: Standing = Standing.SHOWN, number: int = 1) -> Statement:
    """One source's statement of a fact, its value checked against the vocabulary."""
    kind, _, name = path.partition(".")
    return Statement(read_fact(kind, name, value), standing, Source(f"sumber:{number}", f"kata {number}"))


def book(*sources: Facts, standing: Standing = Standing.SHOWN) -> FactBook:
    """A record in which each source states its facts."""
    stated: dict[str, tuple[Statement, ...]] = {}
    for number, facts in enumerate(sources, start=1):
        for path, value in facts.items():
            stated[path] = (*stated.get(path, ()), statement(path, value, standing, number))
    return FactBook(stated)


def held(spoken: Spoken, record: FactBook, workdays: Workdays = CALENDAR) -> Finding:
    """The finding of one rule alone."""
    (finding,) = judge(record, replace(spoken.law, rules=(spoken.rule,)), workdays)
    return finding


def found(law: Rulebook, record: FactBook, subject: str, workdays: Workdays = CALENDAR) -> Finding:
    """The finding on one subject among all findings of that law."""
    findings = judge(record, law, workdays)
    (finding,) = [
        finding
        for rule, finding in zip(law.rules, findings, strict=True)
        if subject in {rule.id, rule.subject}
    ]
    return finding


def every_rule() -> Sequence[Spoken]:
    """Every rule of every regime and county, once for each different content and different values."""
    seen: dict[str, Spoken] = {}
    for day, county in LAWS:
        law = Rulebook.at(day, county)
        for rule in law.rules:
            content = repr(rule)
            names = {word.lstrip("@") for word in content.split("'")} & set(law.parameters)
            values = {name: law.parameters[name].value for name in sorted(names)}
            seen.setdefault(f"{content} {values!r}", Spoken(rule, law))
    return tuple(seen.values())


EVERY_RULE = every_rule()
IDS = [f"{one.rule.id}@{one.law.day:%Y-%m}-{one.law.county or 'national'}" for one in EVERY_RULE]
