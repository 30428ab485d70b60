"""What is due next, by whom, until when, by which article: a view of record, rulebook and today."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pilkades.base.article import Article
from pilkades.base.day import Day
from pilkades.base.findings import Stage
from pilkades.base.language import EMPTY, Text
from pilkades.compliance.dates import limits
from pilkades.compliance.evaluators import applies
from pilkades.compliance.facts import FactBook
from pilkades.compliance.look import Look
from pilkades.regulation.parameter import Length, Unit
from pilkades.regulation.rule import DeadlineRule
from pilkades.regulation.rulebook import Rulebook
from pilkades.timetable.days import Unit as DayUnit
from pilkades.timetable.days import Workdays, count_between


class Standing(StrEnum):
    """Where a due act stands today."""

    OVERDUE = "overdue"
    DUE = "due"
    NOT_YET = "not_yet"
    WAITING = "waiting"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Item:
    """An act that an article asks for in time.

    `until` is the limit (under the stricter reading where the text leaves the unit open); `waits_for` names
    the fact without which no limit can be told; `working_days_left` is negative when the limit has passed.
    """

    rule: str
    norm: Text
    stage: Stage
    who: str | None
    articles: tuple[Article, ...]
    standing: Standing
    until: date | None = None
    not_before: date | None = None
    working_days_left: int | None = None
    waits_for: Text = EMPTY


def agenda(book: FactBook, rulebook: Rulebook, workdays: Workdays, today: date) -> tuple[Item, ...]:
    """Every act with a limit in time: overdue first, then by limit, then what waits, then what is done."""
    items = [
        _item(rule, Look(book, rulebook, workdays), today)
        for rule in rulebook.rules
        if isinstance(rule, DeadlineRule) and applies(rule, Look(book, rulebook, workdays)) is not False
    ]
    order = list(Standing)
    return tuple(
        sorted(items, key=lambda item: (order.index(item.standing), item.until or date.max, item.rule))
    )


def _item(rule: DeadlineRule, look: Look, today: date) -> Item:
    held = look.held(rule.limit)
    act, anchor = look.fact(rule.fact), look.fact(rule.anchor)
    if act is not None:
        return _made(rule, Standing.DONE)
    if anchor is None:
        return _made(rule, Standing.WAITING, waits_for=look.label(rule.anchor))
    if held is None or not isinstance(held.value, Length) or Unit.HOUR in held.value.units:
        return _made(rule, Standing.WAITING, waits_for=held.unknown if held else EMPTY)
    return _dated(rule, look, today, _strictest(rule, anchor, held.value, look))


def _strictest(rule: DeadlineRule, anchor: Day, length: Length, look: Look) -> date:
    """The limit to plan by: whoever keeps it keeps every reading of the text."""
    found = [day for _, day in limits(rule, anchor, length, look)]
    if rule.bound == "at_earliest":
        return max(day.latest for day in found)
    return min(day.earliest for day in found)


def _dated(rule: DeadlineRule, look: Look, today: date, limit: date) -> Item:
    if rule.bound == "at_earliest":
        standing = Standing.NOT_YET if today < limit else Standing.DUE
        return _made(rule, standing, not_before=limit)
    left = count_between(today, limit, DayUnit.WORKING_DAY, look.workdays)
    standing = Standing.OVERDUE if today > limit else Standing.DUE
    return _made(rule, standing, until=limit, working_days_left=left)


def _made(
    rule: DeadlineRule,
    standing: Standing,
    *,
    until: date | None = None,
    not_before: date | None = None,
    working_days_left: int | None = None,
    waits_for: Text = EMPTY,
) -> Item:
    return Item(
        rule=rule.id,
        norm=rule.norm,
        stage=rule.stage,
        who=rule.who,
        articles=tuple(rule.articles),
        standing=standing,
        until=until,
        not_before=not_before,
        working_days_left=working_days_left,
        waits_for=waits_for,
    )
