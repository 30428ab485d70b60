"""Situations written from the words of the articles, as a lawyer puts them, held over the law of the day."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.compliance.stated import EVERY_RULE, book, found

from pilkades.base.findings import Verdict
from pilkades.regulation.loader import shipped_law
from pilkades.regulation.rulebook import Rulebook
from pilkades.timetable.days import Workdays
from pilkades.timetable.holidays_of import county_days, workdays_of

_FOLDER = Path(__file__).parent / "situations"
_NUMBERED = {"bound", "deadline", "window", "hours", "quota", "order"}


def _situations() -> Iterator[dict[str, Any]]:
    for file in sorted(_FOLDER.glob("*.toml")):
        yield from tomllib.loads(file.read_text(encoding="utf-8"))["situation"]


SITUATIONS = list(_situations())
_TOPICS = {located.rule.id: located.rule.subject for located in shipped_law().rules}


@cache
def _law(day: date, county: str | None) -> tuple[Rulebook, Workdays]:
    days = workdays_of(range(day.year - 2, day.year + 3), county_days(county) if county else None)
    return Rulebook.at(day, county), days


def _flat(facts: Mapping[str, Mapping[str, object]]) -> dict[str, object]:
    return {f"{kind}.{name}": value for kind, stated in facts.items() for name, value in stated.items()}


@pytest.mark.parametrize("situation", SITUATIONS, ids=[f"{s['rule']}: {s['name']}" for s in SITUATIONS])
def test_a_situation_is_judged_as_the_article_reads(situation: dict[str, Any]) -> None:
    law, workdays = _law(situation["on"], situation.get("county"))
    topic = _TOPICS[situation["rule"]]
    finding = found(law, book(_flat(situation["facts"])), topic, workdays)
    assert finding.verdict is Verdict(situation["expect"]), finding.message.id


def test_no_situation_stands_twice() -> None:
    seen = [(s["rule"], s["on"], s.get("county"), repr(s["facts"])) for s in SITUATIONS]
    assert sorted(seen, key=repr) == sorted(set(seen), key=repr)


def test_every_rule_with_a_number_or_a_day_is_tried_by_a_situation() -> None:
    tried = {situation["rule"] for situation in SITUATIONS}
    asked = {
        spoken.rule.id
        for spoken in EVERY_RULE
        # Tegal's entries repeat PP 16/2026 for one wave; tests/regulation holds them to its printed table.
        if spoken.rule.kind in _NUMBERED and spoken.law.county != "tegal"
    }
    assert asked - tried == set()


def test_limits_are_tried_from_both_sides() -> None:
    by_rule: dict[str, set[str]] = {}
    for situation in SITUATIONS:
        by_rule.setdefault(situation["rule"], set()).add(situation["expect"])
    kinds = {located.rule.id: located.rule.kind for located in shipped_law().rules}
    one_sided = {
        rule: verdicts
        for rule, verdicts in by_rule.items()
        if kinds[rule] in {"bound", "deadline", "window", "hours", "quota"}
        and not (verdicts & {"complied", "ambiguous"} and verdicts & {"violated", "ambiguous"})
    }
    assert one_sided == {}
