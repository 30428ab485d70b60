"""Decisions on pairs: kept in order, taken back by a new one, gathered into groups; none acts by itself."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Self

from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text
from pilkades.register.changes import RemovalReason


class Decided(StrEnum):
    """What the committee says of a pair. UNDONE takes back what stands; what stood before stands again."""

    SAME = "same"
    DIFFERENT = "different"
    ASK = "ask"
    UNDONE = "undone"


DECIDED = {
    Decided.SAME: Text("orang yang sama", "the same person"),
    Decided.DIFFERENT: Text("orang berbeda", "different people"),
    Decided.ASK: Text("perlu ditanyakan", "to be asked"),
    Decided.UNDONE: Text("keputusan dibatalkan", "decision taken back"),
}


@dataclass(frozen=True, slots=True, order=True)
class Two:
    """Two persons by their marks; the order in which they are named makes no difference."""

    first: str
    second: str

    @classmethod
    def of(cls, one: str, other: str) -> Self:
        """Make it.

        Raises:
            PilkadesError: code `pair-of-one`, for nobody is compared with himself.
        """
        if one == other:
            raise PilkadesError("pair-of-one")
        return cls(min(one, other), max(one, other))


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision on two persons: what, by whom, when, and why if it was said."""

    two: Two
    decided: Decided
    by: str
    at: datetime
    why: str = ""


def standing(decisions: Iterable[Decision]) -> Mapping[Two, Decision]:
    """What stands of each pair, by the order of the decisions; pairs that are open again are not in it.

    Raises:
        PilkadesError: code `nothing-to-undo` when something is taken back that does not stand.
    """
    kept: dict[Two, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if decision.decided is not Decided.UNDONE:
            kept[decision.two].append(decision)
        elif kept[decision.two]:
            kept[decision.two].pop()
        else:
            raise PilkadesError("nothing-to-undo")
    return {two: stack[-1] for two, stack in kept.items() if stack}


CONTRADICTED = Text(
    "{one} dan {other} dinyatakan orang berbeda. Keputusan lain membuat keduanya satu orang. Periksa lagi "
    "keputusan-keputusan ini.",
    "{one} and {other} were decided to be different people. Other decisions make them one. Look at these "
    "decisions again.",
)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two who were decided to be different people, and the chain of decisions that makes them one."""

    two: Two
    chain: tuple[Two, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Persons who are one by the decisions that stand; with contradictions nothing follows from it."""

    persons: tuple[str, ...]
    contradictions: tuple[Contradiction, ...]
    asked: tuple[Two, ...]


def groups(stands: Mapping[Two, Decision]) -> tuple[Group, ...]:
    """The groups that "the same person" makes: if A is B and B is C, all three are one.

    Where A and C were decided to be different, the contradiction is told with its chain; it is not solved.
    """
    same: dict[str, list[str]] = defaultdict(list)
    for two in sorted(two for two, decision in stands.items() if decision.decided is Decided.SAME):
        same[two.first].append(two.second)
        same[two.second].append(two.first)
    found: list[Group] = []
    seen: set[str] = set()
    for person in sorted(same):
        if person not in seen:
            came_from = _reached(person, same)
            seen.update(came_from)
            found.append(_group(frozenset(came_from), same, stands))
    return tuple(found)


def _group(
    persons: frozenset[str], same: Mapping[str, Sequence[str]], stands: Mapping[Two, Decision]
) -> Group:
    inside = {two: stands[two].decided for two in stands if {two.first, two.second} <= persons}
    contradictions = tuple(
        Contradiction(two, _chain(two, same))
        for two, decided in sorted(inside.items())
        if decided is Decided.DIFFERENT
    )
    asked = tuple(two for two, decided in sorted(inside.items()) if decided is Decided.ASK)
    return Group(tuple(sorted(persons)), contradictions, asked)


def _reached(start: str, same: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Everybody whom the decisions join to one person, and from whom each was reached by the shortest way."""
    came_from = {start: start}
    waiting = deque([start])
    while waiting:
        person = waiting.popleft()
        for other in same[person]:
            if other not in came_from:
                came_from[other] = person
                waiting.append(other)
    return came_from


def _chain(two: Two, same: Mapping[str, Sequence[str]]) -> tuple[Two, ...]:
    came_from = _reached(two.first, same)
    steps, person = [], two.second
    while person != two.first:
        steps.append(Two.of(came_from[person], person))
        person = came_from[person]
    return tuple(reversed(steps))


def removals(group: Group, stays: str) -> Mapping[str, RemovalReason]:
    """The reasons for the change list once a person has chosen which row stays; nothing is removed here.

    Raises:
        PilkadesError: `not-in-group`; `group-contradicted`, with how many contradictions, and `group-asked`,
            while a pair of the group is still to be asked: first those are decided.
    """
    if stays not in group.persons:
        raise PilkadesError("not-in-group")
    if group.contradictions:
        raise PilkadesError("group-contradicted", count=len(group.contradictions))
    if group.asked:
        raise PilkadesError("group-asked", count=len(group.asked))
    return {person: RemovalReason.SAME_PERSON for person in group.persons if person != stays}
