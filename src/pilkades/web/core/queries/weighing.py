"""Who on the register may vote by the law of the polling day; kept while nothing changes."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from pilkades.base.day import Day
from pilkades.base.findings import Verdict
from pilkades.base.language import Text
from pilkades.register.borderline import borderline
from pilkades.register.eligibility import judge
from pilkades.register.reasons import Poll, Reason, Requirement
from pilkades.register.voter import Voter
from pilkades.timetable.days import Answer
from pilkades.web.core.models import RegisterHead
from pilkades.web.core.queries.kept import Kept
from pilkades.web.core.queries.polls import poll_of
from pilkades.web.core.queries.states import State
from pilkades.web.core.queries.voters import whole_register

_AGAINST = frozenset({Verdict.VIOLATED, Verdict.UNKNOWN, Verdict.AMBIGUOUS})


@dataclass(frozen=True, slots=True)
class Standing:
    """The answer for one person and the requirements that are not met, or not known to be."""

    answer: Answer
    open: tuple[Requirement, ...] = ()


@dataclass(frozen=True, slots=True)
class Weighing:
    """The whole register under one law and day; `because` counts people by answer and requirement."""

    people: Mapping[UUID, Standing]
    counts: Mapping[Answer, int]
    because: tuple[tuple[Answer, Reason, int], ...]
    near: Mapping[UUID, tuple[Text, ...]]

    @property
    def total(self) -> int:
        """How many are on the register."""
        return len(self.people)


_WEIGHINGS: Kept[tuple[object, ...], Weighing] = Kept(most=40)


def forget() -> None:
    """Drop all that is kept; tests need it, nothing else does."""
    _WEIGHINGS.clear()


def poll_at(state: State) -> Poll:
    """The poll that people are held against; a DPS that is not on record has its day by the timetable."""
    return poll_of(state.election, _planned_dps(state))


def weighing_of(state: State) -> Weighing:
    """Everybody on the register, judged; two queries, one where the answer is kept."""
    election, poll = state.election, poll_at(state)
    head = RegisterHead.objects.filter(election=election).first()
    key = (
        # The sealed key is one register's own: no other register, of another database either, has it.
        (bytes(head.list_key), head.version) if head else None,
        poll.rulebook.digest,
        poll.day,
        poll.dps_adopted,
        poll.stated,
    )
    kept = _WEIGHINGS.get(key)
    if kept is None:
        kept = _weighed(whole_register(election), poll)
        _WEIGHINGS.put(key, kept)
    return kept


def _weighed(people: tuple[tuple[UUID, Voter], ...], poll: Poll) -> Weighing:
    standings: dict[UUID, Standing] = {}
    because: Counter[tuple[Answer, Requirement, Verdict]] = Counter()
    shown: dict[tuple[Answer, Requirement, Verdict], Reason] = {}
    for person, voter in people:
        judged = judge(voter, poll)
        against = [reason for reason in judged.reasons if reason.verdict in _AGAINST]
        standings[person] = Standing(judged.answer, tuple(reason.requirement for reason in against))
        # Who does not meet one requirement is told that one: what else is not known decides nothing.
        deciding = {Verdict.VIOLATED} if judged.answer is Answer.NO else _AGAINST
        for reason in (one for one in against if one.verdict in deciding):
            at = (judged.answer, reason.requirement, reason.verdict)
            because[at] += 1
            shown.setdefault(at, reason)
    near: dict[UUID, list[Text]] = {}
    for one in borderline([voter for _, voter in people], poll):
        near.setdefault(people[one.position][0], []).append(one.message)
    return Weighing(
        standings,
        Counter(one.answer for one in standings.values()),
        tuple((at[0], shown[at], number) for at, number in because.most_common()),
        {person: tuple(words) for person, words in near.items()},
    )


def _planned_dps(state: State) -> Day | None:
    for row in state.plan.rows:
        if row.end is not None and any(path.partition(".")[0] == "dps" for path in row.acts[:1]):
            return Day(row.start or row.end, row.end)
    return None
