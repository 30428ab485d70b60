"""Pairs that a search found, with what was decided of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from pilkades.register.duplicates import Reading, compare, reading
from pilkades.register.evidence import Evidence
from pilkades.register.review import Decided, Decision, Group, Two, groups
from pilkades.web.core.models import Election, FoundPair, Job, JobState, RegisterHead
from pilkades.web.core.queries.pairs import standing_decisions
from pilkades.web.core.queries.voters import Listed, latest_rows, listed, standing_rows
from pilkades.web.core.vault.keys import ring

KIND = "find_pairs"
PER_PAGE = 10
_ASKED_ABOUT = frozenset({Reading.MAYBE_SAME, Reading.ONE_NUMBER, Reading.CANNOT_TELL})


@dataclass(frozen=True, slots=True)
class Searched:
    """The last search, and the last one that came to its end; `behind`: the register changed since that."""

    last: Job | None
    done: Job | None
    behind: bool


@dataclass(frozen=True, slots=True)
class ShownPair:
    """Two persons side by side: how their rows read now, and what stands of them."""

    two: Two
    first: Listed
    second: Listed
    evidence: Evidence
    reading: Reading
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class PairPage:
    """A page of pairs; `counts` holds how many each answer stands of, None for those still open."""

    pairs: tuple[ShownPair, ...]
    page: int
    total: int
    counts: Mapping[Decided | None, int]

    @property
    def pages(self) -> int:
        """How many pages there are; one where nothing fits."""
        return max(1, -(-self.total // PER_PAGE))


def searched(election: Election) -> Searched:
    """How the searches stand; two queries."""
    jobs = list(Job.objects.filter(election=election, kind=KIND).order_by("-pk")[:50])
    done = next((job for job in jobs if job.state == JobState.DONE), None)
    version = RegisterHead.objects.filter(election=election).values_list("version", flat=True).first()
    return Searched(jobs[0] if jobs else None, done, done is not None and done.asked != str(version))


def pairs_page(election: Election, done: Job | None, decided: Decided | None, page: int = 1) -> PairPage:
    """A page of pairs that are open (None) or that one answer stands of; a fixed number of queries.

    Open pairs come in the order of the search, decided ones by the latest decision. Who left the register
    is asked about no more; what was decided of them stays readable.

    Raises:
        PilkadesError: `vault-key-unknown`, `vault-broken`.
    """
    stands = standing_decisions(election)
    still = open_pairs(election, done, stands)
    counts: dict[Decided | None, int] = {None: len(still)}
    for decision in stands.values():
        counts[decision.decided] = counts.get(decision.decided, 0) + 1
    wanted = (
        still
        if decided is None
        else [
            two
            for two, decision in sorted(stands.items(), key=lambda one: one[1].at, reverse=True)
            if decision.decided is decided
        ]
    )
    last = max(1, -(-len(wanted) // PER_PAGE))
    shown = min(max(1, page), last)
    here = wanted[(shown - 1) * PER_PAGE : shown * PER_PAGE]
    return PairPage(_shown(election, here, stands), shown, len(wanted), counts)


def open_pairs(election: Election, done: Job | None, stands: Mapping[Two, Decision]) -> Sequence[Two]:
    """Pairs of the search that ask for a decision and have none; one query."""
    if done is None:
        return []
    here = standing_rows(election).values("person")
    found = FoundPair.objects.filter(
        job=done, first__in=here, second__in=here, reading__in=[one.value for one in _ASKED_ABOUT]
    )
    twos = (Two.of(str(first), str(second)) for first, second in found.values_list("first", "second"))
    return [two for two in twos if two not in stands]


def waiting_pairs(election: Election) -> int:
    """How many pairs wait for a decision; a fixed number of queries."""
    return len(open_pairs(election, searched(election).done, standing_decisions(election)))


def apart_count(done: Job | None) -> Mapping[Reading, int]:
    """How many pairs read as twins or namesakes, and so stay apart without being asked about; one query."""
    found = FoundPair.objects.filter(job=done).values_list("reading", flat=True) if done else ()
    counted: dict[Reading, int] = {}
    for name in found:
        one = Reading(name)
        if one not in _ASKED_ABOUT:
            counted[one] = counted.get(one, 0) + 1
    return counted


def group_of(election: Election, person: UUID) -> tuple[Group, tuple[Listed, ...]] | None:
    """Everybody who by the decisions is one with this person, and their rows; None where nobody is.

    Raises:
        PilkadesError: `vault-key-unknown`, `vault-broken`.
    """
    stands = standing_decisions(election)
    group = next((one for one in groups(stands) if str(person) in one.persons), None)
    if group is None:
        return None
    rows = _rows(election, group.persons)
    return group, tuple(rows[one] for one in group.persons if one in rows)


def evidence_on(election: Election, first: UUID, second: UUID) -> Mapping[str, str]:
    """What two rows say of each other now, by field and level; empty where one is not on the register.

    Raises:
        PilkadesError: `vault-key-unknown`, `vault-broken`.
    """
    rows = _rows(election, (str(first), str(second)))
    if len(rows) != 2:  # noqa: PLR2004 -- a pair
        return {}
    evidence = compare(rows[str(first)].voter, rows[str(second)].voter)
    fields = ("name", "nik", "birth", "kk", "sex", "place", "birth_place")
    return {name: getattr(evidence, name).name.lower() for name in fields}


def names_of(election: Election, persons: Iterable[str]) -> Mapping[str, str]:
    """The names of these persons, those who left too; one query."""
    rows = latest_rows(election).filter(person__in=[UUID(one) for one in persons])
    return {str(person): name for person, name in rows.values_list("person", "name")}


def _shown(election: Election, here: Sequence[Two], stands: Mapping[Two, Decision]) -> tuple[ShownPair, ...]:
    rows = _rows(election, [person for two in here for person in (two.first, two.second)])
    shown = []
    for two in here:
        first, second = rows[two.first], rows[two.second]
        evidence = compare(first.voter, second.voter)
        shown.append(ShownPair(two, first, second, evidence, reading(evidence), stands.get(two)))
    return tuple(shown)


def _rows(election: Election, persons: Iterable[str]) -> Mapping[str, Listed]:
    held = ring()
    rows = latest_rows(election).filter(person__in=[UUID(one) for one in persons])
    return {str(row.person): listed(row, held) for row in rows}
