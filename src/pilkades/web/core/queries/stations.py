"""The plan of polling stations of an election: worked out from its register, kept while nothing changes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from pilkades.polling.caps import Cap, cap_of
from pilkades.polling.groups import Level, groups_of
from pilkades.polling.places import Site
from pilkades.polling.plan import Plan, make_plan
from pilkades.polling.problem import Pin, Problem
from pilkades.register.eligibility import judge
from pilkades.register.voter import Voter
from pilkades.timetable.days import Answer
from pilkades.web.core.models import Election, RegisterHead
from pilkades.web.core.queries.kept import Kept
from pilkades.web.core.queries.polls import poll_of
from pilkades.web.core.queries.states import State
from pilkades.web.core.queries.voters import standing_rows
from pilkades.web.core.vault.keys import ring
from pilkades.web.core.voter_rows import kk_of, plain_voter_of


@dataclass(frozen=True, slots=True)
class Choices:
    """What the committee chose; None leaves it to the law, or to the fewest stations."""

    cap: int | None = None
    basis: str = ""
    number: int | None = None
    level: Level = Level.RT
    sites: tuple[Site, ...] = ()
    pins: tuple[Pin, ...] = ()


@dataclass(frozen=True, slots=True)
class Electorate:
    """Those of the register whom the law of the day does not keep from voting, family cards opened.

    `version` is that of the register as it was read.
    """

    persons: tuple[UUID, ...]
    voters: tuple[Voter, ...]
    left_out: int
    undecided: int
    version: int


_PLANS: Kept[tuple[object, ...], Plan] = Kept(most=60)


def forget() -> None:
    """Drop all that is kept; tests need it, nothing else does."""
    _PLANS.clear()


def electorate_of(state: State) -> Electorate:
    """Everybody on the register who may vote, or of whom it is not decided yet; two queries.

    Raises:
        PilkadesError: `vault-key-unknown`, `vault-broken`.
    """
    election, held = state.election, ring()
    head = _head(election)
    poll = poll_of(election)
    persons: list[UUID] = []
    voters: list[Voter] = []
    left_out = undecided = 0
    for row in standing_rows(election).order_by("dusun", "rw", "rt", "search", "pk"):
        voter = plain_voter_of(row)
        answer = judge(voter, poll).answer
        if answer is Answer.NO:
            left_out += 1
            continue
        undecided += answer is Answer.UNDECIDED
        persons.append(row.person)
        voters.append(replace(voter, kk=kk_of(row, held)))
    version = head.version if head else 0
    return Electorate(tuple(persons), tuple(voters), left_out, undecided, version)


def station_plan(state: State, choices: Choices, people: Electorate) -> Plan:
    """The best plan for these choices; the same choices and register have the same plan.

    Raises:
        PilkadesError: as `polling.caps.cap_of` and `polling.plan.make_plan` do.
    """
    cap = cap_of(state.rulebook, choices.cap, choices.basis)
    problem = problem_of(choices, cap, people)
    key = (state.election.key, people.version, len(people.voters), state.rulebook.digest, choices)
    kept = _PLANS.get(key)
    if kept is None or kept.problem.groups != problem.groups:
        kept = make_plan(problem)
        _PLANS.put(key, kept)
    return kept


def problem_of(choices: Choices, cap: Cap, people: Electorate) -> Problem:
    """The question that these choices put."""
    groups = groups_of(people.voters, cap.voters, choices.level)
    return Problem(groups, cap, choices.sites, choices.number, pins=choices.pins)


def stations_of(plan: Plan, people: Electorate) -> Mapping[UUID, str]:
    """The station of each person of the plan."""
    return {people.persons[row]: name for row, name in plan.station_of_rows().items()}


def _head(election: Election) -> RegisterHead | None:
    return RegisterHead.objects.filter(election=election).first()
