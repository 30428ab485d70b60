"""Reading a list row by row and keeping only what is said of it: counts, faults, people near a limit."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from pilkades.base.article import Article
from pilkades.base.day import Day
from pilkades.base.findings import Verdict
from pilkades.base.language import Text
from pilkades.cli.register.sources import Source, county_code
from pilkades.register import voter as voters
from pilkades.register.borderline import DAYS_AROUND, borderline
from pilkades.register.eligibility import judge
from pilkades.register.intake import RowRead, SeenNumbers, of_sheet, people
from pilkades.register.reasons import Eligibility, Poll, Requirement
from pilkades.register.spans import latest_arrival
from pilkades.register.troubles import CellFault, Kind, Weight
from pilkades.register.voter import Voter
from pilkades.regulation.parameter import Length
from pilkades.timetable.days import Answer

_OPEN = frozenset({Verdict.UNKNOWN, Verdict.AMBIGUOUS})
_MOST_KEPT = 200_000


@dataclass(frozen=True, slots=True)
class Why:
    """A requirement that somebody does not meet, or that cannot be decided for them, by which articles."""

    requirement: Requirement
    verdict: Verdict
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """A row near a limit, and which."""

    source: voters.Source
    requirement: Requirement
    message: Text


@dataclass(slots=True)
class Checked:
    """What was found; `faults` are at most as many as were asked for, `kinds` counts all.

    `elsewhere` counts the NIK of other counties; None where the county's own code is not known.
    """

    ready: int = 0
    waiting: int = 0
    kinds: Counter[Kind] = field(default_factory=Counter)
    weights: Counter[Weight] = field(default_factory=Counter)
    faults: list[CellFault] = field(default_factory=list)
    answers: Counter[Answer] = field(default_factory=Counter)
    why: Counter[Why] = field(default_factory=Counter)
    missing: Counter[Text] = field(default_factory=Counter)
    near: list[Near] = field(default_factory=list)
    elsewhere: int | None = None

    @property
    def rows(self) -> int:
        """Rows of persons."""
        return self.ready + self.waiting


@dataclass(frozen=True, slots=True)
class _Judged:
    eligibility: Eligibility
    near: tuple[tuple[Requirement, Text], ...]


class Judging:
    """Rows that the law cannot tell apart are judged once.

    Where a birth date or a day of arrival is far from every limit, which day it is changes no answer, no
    article and nothing that is near; so those days count as one.
    """

    def __init__(self, poll: Poll) -> None:
        self._poll = poll
        self._known: dict[tuple[object, ...], _Judged] = {}
        age = int(poll.rulebook.held("voter.age_min").value)
        self._grown = _years_before(poll.day, age + 1)
        self._child = _years_before(poll.day, age - 1)
        period = poll.rulebook.parameters.get("voter.residence")
        ends = [poll.day, *([poll.dps_adopted.earliest] if poll.dps_adopted else [])]
        length = period.value if period is not None and isinstance(period.value, Length) else None
        far = timedelta(days=DAYS_AROUND + 1)
        self._long_here = latest_arrival(length, min(ends)) - far if length else date.min

    def of(self, voter: Voter) -> _Judged:
        """What the law says of a row that states this."""
        facts = self._facts(voter)
        found = self._known.get(facts)
        if found is None:
            near = tuple((item.requirement, item.message) for item in borderline([voter], self._poll))
            found = _Judged(judge(voter, self._poll), near)
            if len(self._known) < _MOST_KEPT:
                self._known[facts] = found
        return found

    def _facts(self, voter: Voter) -> tuple[object, ...]:
        """All that eligibility and its limits look at."""
        return (
            self._age(voter.birth),
            voter.marital,
            self._stay(voter.resident_since),
            self._stay(voter.registered_since),
            voter.proofs,
            voter.citizen,
            voter.disenfranchised,
            voter.of_unsound_mind,
            voter.military_or_police,
            voter.dead,
            voter.moved,
        )

    def _age(self, birth: Day | None) -> object:
        if birth is None or birth.latest < self._grown:
            return _GROWN if birth else None
        return _CHILD if birth.earliest > self._child else birth

    def _stay(self, since: Day | None) -> object:
        return _LONG if since is not None and since.latest < self._long_here else since


_GROWN, _CHILD, _LONG = "grown", "child", "long"


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 2, 28)


def check(source: Source, poll: Poll, most: int | None, advance: Callable[[int], None]) -> Checked:
    """Read every row of every sheet, hold the ready ones against the law, and count.

    Raises:
        FaultyInput: a CSV file turns out not to be one further down.
    """
    found, judging, seen, code = Checked(), Judging(poll), SeenNumbers(), county_code(poll)
    found.elsewhere = None if code is None else 0
    for table, proposal in zip(source.tables, source.proposals, strict=True):
        for fault in of_sheet(proposal):
            _note(found, fault, most)
        for row in people(proposal, table.rows(), poll.day):
            advance(1)
            for fault in row.faults:
                _note(found, fault, most)
            if row.voter is not None:
                for fault in seen.again(row.voter, proposal):
                    _note(found, fault, most)
                # First registered elsewhere is usual and asks for nothing: counted, not listed.
                if code is not None and row.voter.nik is not None:
                    found.elsewhere = (found.elsewhere or 0) + (row.voter.nik.county != code)
            _count(found, row, judging)
    return found


def _note(found: Checked, fault: CellFault, most: int | None) -> None:
    found.kinds[fault.kind] += 1
    found.weights[fault.weight] += 1
    if most is None or len(found.faults) < most:
        found.faults.append(fault)


def _count(found: Checked, row: RowRead, judging: Judging) -> None:
    if row.waits:
        found.waiting += 1
    if row.voter is None:
        return
    found.ready += 1
    judged = judging.of(row.voter)
    count_answer(found, judged.eligibility)
    found.near += [Near(row.source, requirement, message) for requirement, message in judged.near]


_WEIGHING = {Answer.NO: frozenset({Verdict.VIOLATED}), Answer.UNDECIDED: _OPEN, Answer.YES: frozenset()}


def count_answer(found: Checked, eligibility: Eligibility) -> None:
    """Add one person's answer, with the reasons that weigh for it and what is missing."""
    found.answers[eligibility.answer] += 1
    for reason in eligibility.reasons:
        if reason.verdict in _WEIGHING[eligibility.answer]:
            articles = tuple(dict.fromkeys(reason.articles))
            found.why[Why(reason.requirement, reason.verdict, articles)] += 1
    if eligibility.answer is Answer.UNDECIDED:
        found.missing.update(eligibility.missing)
