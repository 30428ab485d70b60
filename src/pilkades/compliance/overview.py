"""An election in a few facts that do not change with the day: what a board of many villages reads."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pilkades.acts.act import KINDS
from pilkades.acts.payload import Office
from pilkades.acts.record import Record
from pilkades.base.digest import Json
from pilkades.base.errors import PilkadesError
from pilkades.base.findings import STAGES, Finding, Stage, Verdict
from pilkades.compliance.agenda import Item
from pilkades.compliance.agenda import Standing as Due
from pilkades.compliance.facts import FactBook
from pilkades.compliance.planned import Step, still_to_do
from pilkades.compliance.progress import Standing
from pilkades.regulation.rule import DeadlineRule, FactRule, Rule
from pilkades.regulation.rulebook import Rulebook

PAPER_FACTS = frozenset({"written", "minutes", "minutes_per_tps"})
"""The facts by which a rule of form asks that an act stands on paper: in writing, or in a berita acara."""

COUNTY_OFFICES = frozenset({Office.BUPATI, Office.COUNTY_COMMITTEE, Office.DELEGATE})
"""The offices for which the county acts."""

_LAST = "inauguration.date"


@dataclass(frozen=True, slots=True)
class Limit:
    """An act that is still to be done: the rule that asks for it, its kind, by whom, until when.

    `until` is None where the limit cannot be told yet, for want of the fact that `waits_for` names.
    """

    rule: str
    kind: str
    who: str | None
    until: date | None
    waits_for: str = ""


class Source(StrEnum):
    """Which timetable the steps are from."""

    ADOPTED = "adopted"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class Overview:
    """How far a record has come and what is open in it, as its acts and the law say, whatever the day.

    `papers` are the kinds of acts that stand in the record without a paper though a rule asks for one; None
    where no rule of this law asks for papers. `objections` are the facts by which one is open. `waiting` are
    the acts that the county owes because what they answer is in the record. `steps` is what the timetable
    still asks for, by last day, and `source` which timetable that is.
    """

    stage: Stage | None
    done: bool
    troubles: int
    papers: tuple[str, ...] | None
    objections: tuple[str, ...]
    limits: tuple[Limit, ...]
    waiting: tuple[Limit, ...]
    steps: tuple[Step, ...] = ()
    source: Source = Source.PROPOSED


@dataclass(frozen=True, slots=True)
class Course:
    """The timetable that holds: where each of its steps stands, and whether the committee adopted it."""

    standings: tuple[Standing, ...]
    source: Source


def overview(
    record: Record,
    book: FactBook,
    rulebook: Rulebook,
    findings: Iterable[Finding],
    items: Iterable[Item],
    course: Course,
) -> Overview:
    """Draw it from a record, its findings, agenda and timetable; of the last two the dates alone are read."""
    rules = {rule.id: rule for rule in rulebook.rules if isinstance(rule, DeadlineRule)}
    asked = tuple(items)
    limits = sorted(
        (_limit(rules[item.rule], item.until) for item in asked if item.until is not None), key=_by_day
    )
    return Overview(
        stage=_stage(record),
        done=bool(book.alternatives(_LAST)),
        troubles=sum(finding.verdict is Verdict.VIOLATED for finding in findings),
        papers=_papers(record, book, rulebook.rules),
        objections=tuple(_objections(book)),
        limits=tuple(limits),
        waiting=tuple(sorted(_waiting(asked, rules, book), key=_by_day)),
        steps=still_to_do(course.standings),
        source=course.source,
    )


def asks_for_paper(rule: Rule) -> str:
    """The kind of act that the rule wants on paper; empty where it asks for none."""
    if not isinstance(rule, FactRule) or rule.kind != "form" or rule.expects not in (None, True):
        return ""
    kind, _, name = rule.fact.partition(".")
    return kind if name in PAPER_FACTS else ""


def to_json(held: Overview) -> Json:
    """Write it down, to be kept beside the record."""
    return {
        "stage": held.stage.value if held.stage else None,
        "done": held.done,
        "troubles": held.troubles,
        "papers": None if held.papers is None else list(held.papers),
        "objections": list(held.objections),
        "limits": [_plain(limit) for limit in held.limits],
        "waiting": [_plain(limit) for limit in held.waiting],
        "steps": [[step.key, step.kind, step.start.isoformat(), step.end.isoformat()] for step in held.steps],
        "source": held.source.value,
    }


def from_json(held: Json) -> Overview:
    """Read what `to_json` wrote.

    Raises:
        PilkadesError: `overview-unreadable` when it is something else.
    """
    match held:
        case {
            "stage": str() | None as stage,
            "done": bool(done),
            "troubles": int(troubles),
            "papers": list() | None as papers,
            "objections": list(objections),
            "limits": list(limits),
            "waiting": list(waiting),
            "steps": list(steps),
            "source": "adopted" | "proposed" as source,
        }:
            return Overview(
                stage=Stage(stage) if stage else None,
                done=done,
                troubles=troubles,
                papers=None if papers is None else tuple(map(str, papers)),
                objections=tuple(map(str, objections)),
                limits=tuple(_read(limit) for limit in limits),
                waiting=tuple(_read(limit) for limit in waiting),
                steps=tuple(_step(step) for step in steps),
                source=Source(source),
            )
    raise PilkadesError("overview-unreadable", held=held)


def _plain(limit: Limit) -> Json:
    return [
        limit.rule,
        limit.kind,
        limit.who,
        limit.until.isoformat() if limit.until else None,
        limit.waits_for,
    ]


def _read(limit: Json) -> Limit:
    match limit:
        case [str(rule), str(kind), str() | None as who, str() | None as until, str(waits_for)]:
            return Limit(rule, kind, who, date.fromisoformat(until) if until else None, waits_for)
    raise PilkadesError("overview-unreadable", held=limit)


def _step(step: Json) -> Step:
    match step:
        case [str(key), str(kind), str(start), str(end)]:
            return Step(key, kind, date.fromisoformat(start), date.fromisoformat(end))
    raise PilkadesError("overview-unreadable", held=step)


def _stage(record: Record) -> Stage | None:
    reached = {KINDS[act.kind].stage for act in record.acts}
    return next((stage for stage in reversed(list(STAGES)) if stage in reached), None)


def _papers(record: Record, book: FactBook, rules: Iterable[Rule]) -> tuple[str, ...] | None:
    asked = dict.fromkeys(kind for rule in rules if (kind := asks_for_paper(rule)))
    if not asked:
        return None
    acted = {act.kind for act in record.acts}
    with_paper = {act.kind for act in record.acts if act.documents}
    return tuple(
        kind
        for kind in asked
        if kind in acted and kind not in with_paper and not book.alternatives(f"{kind}.document")
    )


def _objections(book: FactBook) -> Iterator[str]:
    """An objection is open until what answers it stands in the record."""
    if _is(book, "result_dispute.filed") and not book.alternatives("result_dispute.decided_on"):
        yield "result_dispute.filed"
    if _is(book, "prospective_candidates.objection_filed") and not _stands(book, "candidates_adopted"):
        yield "prospective_candidates.objection_filed"
    proposed = any(
        _is(book, f"list_corrections.{name}") for name in ("additions", "corrections", "late_proposals")
    )
    if proposed and not _is(book, "list_corrections.acted_on") and not _stands(book, "dpt"):
        yield "list_corrections.acted_on"


def _is(book: FactBook, path: str) -> bool:
    """Whether any source states it, with a number above zero or a yes."""
    return any(statement.value for statement in book.alternatives(path))


def _stands(book: FactBook, kind: str) -> bool:
    return bool(book.alternatives(f"{kind}.date") or _is(book, f"{kind}.done"))


def _waiting(items: Iterable[Item], rules: dict[str, DeadlineRule], book: FactBook) -> Iterator[Limit]:
    for item in items:
        rule = rules[item.rule]
        if item.who not in COUNTY_OFFICES:
            continue
        if item.until is not None:
            yield _limit(rule, item.until)
        elif item.standing is Due.WAITING and _begun(book, rule):
            yield _limit(rule, None, rule.anchor)


def _begun(book: FactBook, rule: DeadlineRule) -> bool:
    """Whether the act that starts the clock stands there, though not the day on which it started."""
    kind = rule.anchor.partition(".")[0]
    own = rule.fact.partition(".")[0]
    return kind != own and any(path.partition(".")[0] == kind for path in book.statements)


def _limit(rule: DeadlineRule, until: date | None, waits_for: str = "") -> Limit:
    return Limit(rule.id, rule.fact.partition(".")[0], rule.who, until, waits_for)


def _by_day(limit: Limit) -> tuple[date, str]:
    return (limit.until or date.max, limit.rule)
