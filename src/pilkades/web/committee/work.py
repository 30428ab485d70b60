"""The agenda as rows of work; the engine decides, this sets it in order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pilkades.acts.act import KINDS
from pilkades.acts.payload import OFFICES, Office
from pilkades.base.findings import STAGES, Finding, Verdict
from pilkades.base.language import EMPTY, Text, joined, same
from pilkades.compliance.agenda import Item, Standing
from pilkades.compliance.planned import kind_of as kind_of_step
from pilkades.compliance.progress import Standing as Placed
from pilkades.regulation.rule import DeadlineRule, FactRule
from pilkades.web.committee.beside import bases_of, paths_of
from pilkades.web.committee.fields import capital
from pilkades.web.committee.frame import Reader
from pilkades.web.committee.windows import windows_of
from pilkades.web.core.access import Need
from pilkades.web.core.models import Role
from pilkades.web.core.models.access import COMMITTEE_ROLES
from pilkades.web.shared.components.due import Deadline, Task
from pilkades.web.shared.components.page import Link
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
_FOR = Text("Menunggu {office}", "Waits for {office}")
_NORM = Text("{norm} {article}", "{norm} {article}")
_BY_PLAN = Text("Jadwal panitia: sampai", "The committee's timetable: until")
_BY_PROPOSAL = Text("Rancangan jadwal: sampai", "Proposed timetable: until")
_AFTER = Text("Belum tercatat sebelumnya: {act}.", "Not recorded before it: {act}.")
_AWAITED = Text("Ditunggu oleh: {acts}.", "Awaited by: {acts}.")


def due(reader: Reader) -> tuple[tuple[Task, ...], tuple[Task, ...]]:
    """What the reader's office can do now, and what waits for others; each by limit, earliest first."""
    own = frozenset(office for role in reader.roles for office in _OWN.get(role, frozenset()))
    mine: list[Task] = []
    others: list[Task] = []
    for item in reader.state.agenda:
        if item.standing in {Standing.DUE, Standing.OVERDUE}:
            theirs = item.who is not None and Office(item.who) not in own
            (others if theirs else mine).append(task(reader, item, others=theirs))
    for standing in reader.state.planned:
        offices = _offices_of(reader, standing.row.acts) or _named_in(standing.row.who)
        theirs = not offices & own
        (others if theirs else mine).append(_planned(reader, standing, others=theirs))
    return _by_day(mine), _by_day(others)


def _by_day(tasks: list[Task]) -> tuple[Task, ...]:
    return tuple(sorted(tasks, key=lambda task: task.deadline.until if task.deadline else date.max))


def _offices_of(reader: Reader, paths: Iterable[str]) -> frozenset[Office]:
    """Who may do what these facts speak of, as the rules on limits and on competence name them."""
    wanted = {kind_in(path) for path in paths}
    return frozenset(
        Office(rule.who)
        for rule in reader.state.rulebook.rules
        if isinstance(rule, DeadlineRule | FactRule)
        and rule.kind in {"deadline", "competence"}
        and rule.who
        and kind_in(rule.fact) in wanted
    )


def _named_in(who: Text) -> frozenset[Office]:
    """The offices that a timetable names in words; "panitia pemilihan" of the county is another one."""
    said = who.id.lower()
    found = {office for office, words in OFFICES.items() if words.id.partition("/")[0].lower() in said}
    return frozenset(found - {Office.COMMITTEE} if Office.COUNTY_COMMITTEE in found else found)


def _planned(reader: Reader, standing: Placed, *, others: bool) -> Task:
    """A step of the timetable as a row of work: its last day, and which timetable says so."""
    row, kind = standing.row, kind_of_step(standing)
    limit = window_end(reader, standing)
    return Task(
        form_of(reader, kind),
        _RECORD.fill(act=KINDS[kind].label),
        limit,
        note=_AFTER.fill(act=standing.waits_for) if standing.waits_for else EMPTY,
        who=(_FOR if others else _BY).fill(office=row.who) if row.who else EMPTY,
    )


def window_end(reader: Reader, standing: Placed) -> Deadline | None:
    """The last day that the timetable gives a step, with the step's articles; None where it gives none."""
    row, adopted = standing.row, reader.state.plan.adopted is not None
    if row.end is None:
        return None
    return Deadline(
        row.end,
        reader.today,
        reader.state.working_days_to(row.end),
        basis=bases_of(row.articles, reader.state.rulebook),
        what=_BY_PLAN if adopted else _BY_PROPOSAL,
    )


@dataclass(frozen=True, slots=True)
class Awaited:
    """Acts without a limit of their own for whose date others wait: those of today, and the rest."""

    now: tuple[Task, ...]
    later: tuple[Task, ...]


def awaited(reader: Reader) -> Awaited:
    """The acts that others wait for.

    The time of an act has come on the first day that the timetable gives it; where it gives none, when no act
    of an earlier stage is awaited.
    """
    state, rules = reader.state, deadline_rules(reader)
    waiting = [rules[item.rule] for item in state.agenda if item.standing is Standing.WAITING]
    waiting = [rule for rule in waiting if not state.book.alternatives(rule.anchor)]
    dated = {kind_in(rules[item.rule].fact) for item in state.agenda if item.until or item.not_before}
    dated |= {kind_of_step(standing) for standing in state.planned}
    later = {kind_in(rule.fact) for rule in waiting}
    waited: dict[str, list[DeadlineRule]] = {}
    for rule in waiting:
        kind = kind_in(rule.anchor)
        if kind in KINDS and kind not in later | dated:
            waited.setdefault(kind, []).append(rule)
    windows, order = windows_of(reader), list(STAGES)
    first = min((order.index(KINDS[kind].stage) for kind in waited), default=0)
    has_come = {
        kind: windows[kind].start <= reader.today
        if kind in windows
        else order.index(KINDS[kind].stage) == first
        for kind in waited
    }
    tasks = {kind: _awaited(reader, kind, rules) for kind, rules in waited.items()}
    planned = sorted(waited, key=lambda kind: windows[kind].start if kind in windows else date.max)
    return Awaited(
        tuple(tasks[kind] for kind in planned if has_come[kind]),
        tuple(
            replace(tasks[kind], note=windows[kind].note) if kind in windows else tasks[kind]
            for kind in planned
            if not has_come[kind]
        ),
    )


def _awaited(reader: Reader, kind: str, rules: Sequence[DeadlineRule]) -> Task:
    others = list(dict.fromkeys(label_of(kind_in(rule.fact)) for rule in rules))
    return Task(
        form_of(reader, kind),
        _RECORD.fill(act=KINDS[kind].label),
        note=_AWAITED.fill(acts=joined(others, ", ")),
    )


def task(reader: Reader, item: Item, *, others: bool = False) -> Task:
    """A row of work that leads to the form of its act; of others it says whom one waits for."""
    kind = kind_in(deadline_rules(reader)[item.rule].fact)
    cited = same(f"({article(item.articles[0])})" if item.articles else "")
    who = _FOR if others else _BY
    return Task(
        href=form_of(reader, kind),
        label=_RECORD.fill(act=KINDS[kind].label),
        deadline=deadline_of(reader, item),
        note=_NORM.fill(norm=item.norm, article=cited),
        who=who.fill(office=OFFICES[Office(item.who)]) if item.who else EMPTY,
    )


def to_repair(reader: Reader) -> int:
    """How many findings say that something is not complied with."""
    return sum(finding.verdict is Verdict.VIOLATED for finding in reader.state.findings)


def kind_in(path: str) -> str:
    """The kind of act in a path of rule files: `dps.date` -> `dps`."""
    return path.partition(".")[0]


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


def worst_first(findings: Iterable[Finding]) -> Sequence[Finding]:
    """Those not complied with first, then where sources or readings differ, then what is only claimed."""
    order = [Verdict.VIOLATED, Verdict.CONTESTED, Verdict.AMBIGUOUS, Verdict.CLAIMED, Verdict.UNKNOWN]
    rank = {verdict: place for place, verdict in enumerate(order)}
    return sorted(findings, key=lambda finding: rank.get(finding.verdict, len(order)))


def repairable(verdict: Verdict) -> bool:
    """Whether a finding belongs on the page: what holds and what does not apply stay behind."""
    return verdict not in {Verdict.COMPLIED, Verdict.NOT_APPLICABLE}


def form_of(reader: Reader, kind: str) -> str:
    """The form that records a kind, or the course for those who may not record."""
    return reader.to("record", kind) if reader.may(Need.RECORD) else reader.to("course")


def deadline_rules(reader: Reader) -> dict[str, DeadlineRule]:
    """Every rule with a limit in time, by its id."""
    return {rule.id: rule for rule in reader.state.rulebook.rules if isinstance(rule, DeadlineRule)}


def deadline_of(reader: Reader, item: Item) -> Deadline | None:
    """An item's limit as it is shown; None where it has none."""
    if item.until is None:
        return None
    return Deadline(
        item.until, reader.today, item.working_days_left, basis=bases_of(item.articles, reader.state.rulebook)
    )
