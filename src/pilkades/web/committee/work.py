"""The agenda as rows of work and as a course of stages; the engine decides, this sets it in order."""

from collections import Counter
from collections.abc import Mapping

from pilkades.acts.act import KINDS
from pilkades.acts.payload import OFFICES, Office
from pilkades.base.findings import STAGES, Finding, Verdict
from pilkades.base.language import EMPTY, Text, same
from pilkades.compliance.agenda import Item, Standing
from pilkades.regulation.rule import DeadlineRule
from pilkades.web.committee.beside import bases_of, paths_of
from pilkades.web.committee.fields import capital
from pilkades.web.committee.frame import Reader
from pilkades.web.core.access import Need
from pilkades.web.core.models import Role
from pilkades.web.core.models.access import COMMITTEE_ROLES
from pilkades.web.shared.components.course import Course, StageOfSteps, Step
from pilkades.web.shared.components.due import Deadline, Task
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.status import Status
from pilkades.web.shared.components.words import long_day
from pilkades.web.shared.templatetags.pilkades import article

_COMMITTEE = frozenset({Office.COMMITTEE, Office.COMMITTEE_CHAIR, Office.REGISTRAR, Office.KPPS})
_OWN: Mapping[Role, frozenset[Office]] = {
    **dict.fromkeys(COMMITTEE_ROLES, _COMMITTEE),
    Role.BPD: frozenset({Office.BPD, Office.BPD_CHAIR, Office.VILLAGE_MEETING}),
    Role.CAMAT: frozenset({Office.CAMAT}),
    Role.COUNTY: frozenset({Office.BUPATI, Office.COUNTY_COMMITTEE, Office.DELEGATE}),
}
_RECORD = Text("Catat: {act}", "Record: {act}")
_MEND = Text("Betulkan {act}", "Correct {act}")
_ENTER = Text("Catat {act}", "Record {act}")
_BY = Text("Oleh {office}", "By {office}")
_NORM = Text("{norm} {articles}", "{norm} {articles}")
_NOT_BEFORE = Text("Paling awal {day}.", "At the earliest {day}.")
_WAITS = Text("Menunggu: {fact}.", "Waits for: {fact}.")
_NOT_APPLICABLE = Text("Tidak berlaku bagi pemilihan ini.", "Does not apply to this election.")
_AWAITED = Text("Ditunggu {n} langkah lain.", "Other steps wait for it: {n}.")
_UNKNOWN_LIMIT = Text("Batasnya belum diketahui.", "Its limit is not known yet.")
_STATUS = {
    Standing.DONE: Status.DONE,
    Standing.OVERDUE: Status.LATE,
    Standing.DUE: Status.NOT_STARTED,
    Standing.NOT_YET: Status.BLOCKED,
    Standing.WAITING: Status.BLOCKED,
}


def due(reader: Reader) -> tuple[tuple[Task, ...], tuple[Task, ...]]:
    """What the reader's office can do now, and what waits for others; each by limit, earliest first."""
    own = frozenset(office for role in reader.roles for office in _OWN.get(role, frozenset()))
    mine: list[Task] = []
    others: list[Task] = []
    for item in reader.state.agenda:
        if item.standing in {Standing.DUE, Standing.OVERDUE}:
            theirs = item.who is not None and Office(item.who) not in own
            (others if theirs else mine).append(task(reader, item))
    return tuple(mine), tuple(others)


def awaited(reader: Reader) -> tuple[Task, ...]:
    """Acts for whose date others wait, and which themselves have no limit and wait for none."""
    state, rules = reader.state, _rules(reader)
    dated = {
        rules[item.rule].fact.partition(".")[0] for item in state.agenda if item.until or item.not_before
    }
    waiting = [rules[item.rule] for item in state.agenda if item.standing is Standing.WAITING]
    waiting = [rule for rule in waiting if not state.book.alternatives(rule.anchor)]
    later = {rule.fact.partition(".")[0] for rule in waiting}
    counted = Counter(rule.anchor.partition(".")[0] for rule in waiting)
    return tuple(
        Task(_form(reader, kind), _RECORD.fill(act=KINDS[kind].label), note=_AWAITED.fill(n=number))
        for kind, number in counted.items()
        if kind in KINDS and kind not in later | dated
    )


def task(reader: Reader, item: Item) -> Task:
    """A row of work that leads to the form of its act."""
    kind = _rules(reader)[item.rule].fact.partition(".")[0]
    cited = same(f"({'; '.join(article(place) for place in item.articles)})")
    return Task(
        href=_form(reader, kind),
        label=_RECORD.fill(act=KINDS[kind].label),
        deadline=_deadline(reader, item),
        note=_NORM.fill(norm=item.norm, articles=cited),
        who=_BY.fill(office=OFFICES[Office(item.who)]) if item.who else EMPTY,
    )


def course_of(reader: Reader) -> Course:
    """Every act with a limit in time, in the order of stages and rules."""
    items = {item.rule: item for item in reader.state.agenda}
    stages: list[StageOfSteps] = []
    current = False
    for number, (stage, label) in enumerate(STAGES.items(), 1):
        rules = [rule for rule in _rules(reader).values() if rule.stage is stage]
        steps = tuple(
            _step(reader, f"{number}.{place}", rule, items.get(rule.id))
            for place, rule in enumerate(rules, 1)
        )
        if steps:
            rest = {step.status for step in steps} - {Status.DONE, Status.NOT_APPLICABLE}
            stages.append(StageOfSteps(number, label, steps, current=bool(rest) and not current))
            current = current or bool(rest)
    return Course(tuple(stages))


def _step(reader: Reader, number: str, rule: DeadlineRule, item: Item | None) -> Step:
    kind = rule.fact.partition(".")[0]
    if item is None:
        return Step(number, rule.norm, Status.NOT_APPLICABLE, note=_NOT_APPLICABLE)
    if item.standing is Standing.NOT_YET and item.not_before:
        note = _NOT_BEFORE.fill(day=long_day(item.not_before))
    elif item.standing is Standing.WAITING:
        note = _WAITS.fill(fact=item.waits_for) if item.waits_for else _UNKNOWN_LIMIT
    else:
        note = _BY.fill(office=OFFICES[Office(item.who)]) if item.who else EMPTY
    deadline = _deadline(reader, item)
    status = _STATUS[item.standing]
    if status is Status.NOT_STARTED and deadline and deadline.status is Status.DUE:
        status = Status.DUE
    open_ = item.standing in {Standing.DUE, Standing.OVERDUE}
    return Step(number, rule.norm, status, _form(reader, kind) if open_ else "", note, deadline)


def kind_of(reader: Reader, rule_id: str) -> str | None:
    """The kind of act that a rule is about: its own fact's, else the first that it reads."""
    rule = next(one for one in reader.state.rulebook.rules if one.id == rule_id)
    own = getattr(rule, "fact", None) or ""
    paths = [own, *paths_of(rule)]
    return next((kind for path in paths if (kind := path.partition(".")[0]) in KINDS), None)


def mending(reader: Reader, finding: Finding) -> Link | None:
    """The form that can mend a finding: a correction where such an act stands, else a new act."""
    kind = kind_of(reader, finding.rule)
    if kind is None:
        return None
    label = KINDS[kind].label
    acts = [act for act in reader.state.record.acts if act.kind == kind and act.corrects is None]
    if acts and reader.may(Need.CORRECT):
        return Link(reader.to("correct", acts[-1].id), _MEND.fill(act=label))
    if not acts and reader.may(Need.RECORD):
        return Link(reader.to("record", kind), _ENTER.fill(act=label))
    return None


def label_of(kind: str) -> Text:
    """A kind's name as a title."""
    return capital(KINDS[kind].label)


def repairable(verdict: Verdict) -> bool:
    """Whether a finding belongs on the page: what holds and what does not apply stay behind."""
    return verdict not in {Verdict.COMPLIED, Verdict.NOT_APPLICABLE}


def _form(reader: Reader, kind: str) -> str:
    return reader.to("record", kind) if reader.may(Need.RECORD) else reader.to("course")


def _rules(reader: Reader) -> dict[str, DeadlineRule]:
    return {rule.id: rule for rule in reader.state.rulebook.rules if isinstance(rule, DeadlineRule)}


def _deadline(reader: Reader, item: Item) -> Deadline | None:
    if item.until is None:
        return None
    return Deadline(
        item.until, reader.today, item.working_days_left, basis=bases_of(item.articles, reader.state.rulebook)
    )
