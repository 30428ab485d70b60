"""From the ready rows of a file to a list: who stands on it, in which order, and what has changed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from pilkades.base.errors import Fault, FaultyInput
from pilkades.base.language import Text
from pilkades.cli.register.checking import Checked, Judging, count_answer
from pilkades.cli.register.sources import Source
from pilkades.register.changes import Change, RemovalReason, changes
from pilkades.register.intake import people
from pilkades.register.lists import Entry, ListKind, ListVersion, OrderBy, freeze, order_of
from pilkades.register.names import search_key
from pilkades.register.reasons import Poll
from pilkades.register.voter import Voter
from pilkades.timetable.days import Answer

USUAL_ORDER = (OrderBy.TPS, OrderBy.DUSUN, OrderBy.RW, OrderBy.RT, OrderBy.NAME)
"""Where no text sets one: by place, then by name."""


@dataclass(frozen=True, slots=True, repr=False)
class Sorted:
    """The people of a file, parted by what the law says of them."""

    checked: Checked
    listed: tuple[Voter, ...]
    left_out: tuple[Voter, ...]
    undecided: tuple[Voter, ...]
    waiting: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Drawn:
    """A list as drawn up; `legal_order` says whether a text sets its order."""

    version: ListVersion
    legal_order: bool
    sorted: Sorted
    changes: tuple[Change, ...] | None = None
    before: ListVersion | None = None


def sort_people(source: Source, poll: Poll, advance: Callable[[int], None]) -> Sorted:
    """Read every row and part the people.

    Raises:
        FaultyInput: a CSV file turns out not to be one further down.
    """
    checked, judging = Checked(), Judging(poll)
    parted: dict[Answer, list[Voter]] = {answer: [] for answer in Answer}
    waiting: list[str] = []
    for table, proposal in zip(source.tables, source.proposals, strict=True):
        for row in people(proposal, table.rows(), poll.day):
            advance(1)
            if row.waits:
                waiting.append(f"{row.source.sheet} {row.source.row}")
                checked.waiting += 1
            elif row.voter is not None:
                checked.ready += 1
                eligibility = judging.of(row.voter).eligibility
                count_answer(checked, eligibility)
                parted[eligibility.answer].append(row.voter)
    return Sorted(
        checked,
        tuple(parted[Answer.YES]),
        tuple(parted[Answer.NO]),
        tuple(parted[Answer.UNDECIDED]),
        tuple(waiting),
    )


def who_may_vote(source: Source, poll: Poll, advance: Callable[[int], None]) -> Iterator[Voter]:
    """The voters of the ready rows one by one, for what need not hold them all.

    Raises:
        FaultyInput: a CSV file turns out not to be one further down.
    """
    judging = Judging(poll)
    for table, proposal in zip(source.tables, source.proposals, strict=True):
        for row in people(proposal, table.rows(), poll.day):
            advance(1)
            if row.voter is not None and judging.of(row.voter).eligibility.answer is Answer.YES:
                yield row.voter


def draw_up(
    kind: ListKind, found: Sorted, poll: Poll, order: tuple[OrderBy, ...] | None, before: Sorted | None
) -> Drawn:
    """Fix the list, and hold it against the one that another file gives.

    The digest covers what the list states but for the numbers, which no key marks here.

    Raises:
        FaultyInput: somebody of the list before is gone and no row says why.
    """
    legal = order_of(poll.rulebook)
    used = order or legal or USUAL_ORDER
    persons = _Persons()
    earlier = persons.named(before.listed, first=True) if before else ()
    later = persons.named(found.listed, first=before is None)
    version = freeze(kind, later, used)
    if before is None:
        return Drawn(version, legal is not None and used == legal, found)
    was = freeze(kind, earlier, used)
    removals = dict(persons.removals(found))
    gone = {entry.person for entry in was.entries} - {entry.person for entry in version.entries}
    unexplained = [entry.voter for entry in was.entries if entry.person in gone - removals.keys()]
    if unexplained:
        places = [f"{one.source.sheet} {one.source.row}" for one in unexplained if one.source]
        problem = _GONE.fill(n=len(places), places=places[:_PLACES_SHOWN])
        raise FaultyInput([Fault("--before", "-", problem, _SAY_WHY)])
    differing = changes(_marked(was), _marked(version), removals)
    return Drawn(version, legal is not None and used == legal, found, differing, was)


_PLACES_SHOWN = 10
_GONE = Text(
    "{n} orang dari daftar sebelumnya tidak masuk daftar ini, tanpa alasan ({places}).",
    "{n} people of the list before are not on this one, for no reason given ({places}).",
)
_SAY_WHY = Text(
    "Biarkan barisnya dan tulis di keterangan: meninggal dunia, atau pindah domisili.",
    "Keep the row and write in the remark: meninggal dunia (died), or pindah domisili (moved).",
)


class _Persons:
    """Who is who in two files: by NIK, else by name and birth date, else a person of their own."""

    def __init__(self) -> None:
        self._by_nik: dict[str, str] = {}
        self._by_name: dict[tuple[str, str], str] = {}

    def named(self, voters: Sequence[Voter], *, first: bool) -> tuple[Entry, ...]:
        """The voters with a name for each person; those of the first file give the names."""
        own = [f"{'a' if first else 'b'}{number:08d}" for number in range(1, len(voters) + 1)]
        if first:
            for voter, person in zip(voters, own, strict=True):
                self._learn(voter, person)
            return tuple(map(Entry, own, voters))
        # By number first, so that a namesake does not take another's place. Two rows of a file stay two.
        found: dict[int, str] = {}
        taken: set[str] = set()
        for look in (self._of_nik, self._of_name):
            for at, voter in enumerate(voters):
                match = look(voter)
                if at not in found and match is not None and match not in taken:
                    found[at] = match
                    taken.add(match)
        return tuple(Entry(found.get(at, own[at]), voter) for at, voter in enumerate(voters))

    def removals(self, found: Sorted) -> Iterator[tuple[str, RemovalReason]]:
        """Why people leave the list, as the new file has it of them."""
        for voter in found.left_out:
            person = self._known(voter)
            if person is not None:
                other = RemovalReason.MOVED if voter.moved else RemovalReason.NOT_QUALIFIED
                yield person, RemovalReason.DIED if voter.dead else other

    def _known(self, voter: Voter) -> str | None:
        return self._of_nik(voter) or self._of_name(voter)

    def _of_nik(self, voter: Voter) -> str | None:
        return self._by_nik.get(voter.nik.digits) if voter.nik else None

    def _of_name(self, voter: Voter) -> str | None:
        return self._by_name.get(_name_and_birth(voter))

    def _learn(self, voter: Voter, person: str) -> None:
        if voter.nik is not None:
            self._by_nik.setdefault(voter.nik.digits, person)
        self._by_name.setdefault(_name_and_birth(voter), person)


def _name_and_birth(voter: Voter) -> tuple[str, str]:
    return search_key(voter.name), voter.birth.notation if voter.birth else ""


def _marked(version: ListVersion) -> ListVersion:
    """With marks of the numbers, so that a corrected NIK or KK is seen; they go no further than this."""
    entries = tuple(
        replace(
            entry,
            nik_mark=_mark(entry.voter.nik.digits) if entry.voter.nik else None,
            kk_mark=_mark(entry.voter.kk.digits) if entry.voter.kk else None,
        )
        for entry in version.entries
    )
    return replace(version, entries=entries)


def _mark(digits: str) -> str:
    return blake2b(digits.encode(), digest_size=16).hexdigest()
