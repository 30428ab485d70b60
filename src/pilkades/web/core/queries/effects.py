"""What a new value of a county would change, village by village, before it is stated."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from pilkades.base.findings import Verdict
from pilkades.base.language import Text
from pilkades.compliance.agenda import agenda
from pilkades.compliance.judge import judge
from pilkades.regulation.checks import parameters_of
from pilkades.regulation.law import LocatedRule
from pilkades.regulation.own_values import OwnValue
from pilkades.regulation.rule import FunctionRule, Rule, TieRule
from pilkades.regulation.rulebook import Rulebook
from pilkades.timetable.days import Workdays
from pilkades.web.core.models import County, Election
from pilkades.web.core.queries.laws import laid_over, slug_of, stated_by
from pilkades.web.core.queries.states import State, states_of, with_holidays


@dataclass(frozen=True, slots=True)
class Effects:
    """How many villages stand under other law, and for each rule how many findings and limits differ."""

    villages: int
    digests: tuple[tuple[str, str], ...]
    findings: tuple[tuple[Text, Verdict, Verdict, int], ...]
    limits: tuple[tuple[Text, int], ...]


def effects_of(county: County, elections: Iterable[Election], own: OwnValue, today: date) -> Effects:
    """Judge each election under the law as it is and with the value, by the rules that can read it."""
    kept = [one.own for one in stated_by(county) if not one.withdrawn]
    law = laid_over(county, [*kept, own])
    states = states_of(elections, today).values()
    after = {day: Rulebook.at(day, slug_of(county), law) for day in {one.election.law_day for one in states}}
    touched = [one for one in states if after[one.election.law_day].digest != one.rulebook.digest]
    verdicts: Counter[tuple[Text, Verdict, Verdict]] = Counter()
    limits: Counter[Text] = Counter()
    for state in touched:
        new = after[state.election.law_day]
        found = zip(
            _said(state, state.rulebook, own.parameter), _said(state, new, own.parameter), strict=True
        )
        for (norm, before, limit), (_, verdict, moved) in found:
            if before is not verdict:
                verdicts[norm, before, verdict] += 1
            if limit != moved:
                limits[norm] += 1
    return Effects(
        villages=len(touched),
        digests=tuple(sorted({(one.rulebook.digest, after[one.election.law_day].digest) for one in touched})),
        findings=tuple((*changed, number) for changed, number in verdicts.most_common()),
        limits=tuple(limits.most_common()),
    )


def _said(state: State, law: Rulebook, parameter: str) -> list[tuple[Text, Verdict, date | None]]:
    """Norm, verdict and limit of each rule that can read the parameter, in the order of the rules."""
    narrow = replace(law, rules=tuple(rule for rule in law.rules if _reads(rule, parameter)))

    def judged(days: Workdays) -> list[tuple[Text, Verdict, date | None]]:
        limits = {item.rule: item.until for item in agenda(state.book, narrow, days, state.today)}
        return [
            (finding.norm, finding.verdict, limits.get(finding.rule))
            for finding in judge(state.book, narrow, days)
        ]

    return with_holidays(state.election, law, judged)


def _reads(rule: Rule, parameter: str) -> bool:
    """Whether the rule names it, or may reach it by a function or by what is derived from the count."""
    if isinstance(rule, FunctionRule | TieRule) or parameter in parameters_of(LocatedRule(rule, "")):
        return True
    return "derived." in rule.model_dump_json(include={"fact", "when", "share_of", "context"})
