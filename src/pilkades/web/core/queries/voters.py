"""The register as it stands: who is on it, one person's history, files and their faults.

A row counts when it came by hand or its file was taken, and nothing that counts replaces it. Everything here
is asked within one election that `core.access` gave.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from pilkades.register.names import tokens
from pilkades.register.nik import LENGTH, Kk, Nik
from pilkades.register.voter import Voter
from pilkades.web.core.models import Election, ImportFault, ImportState, Job, VoterImport, VoterRow
from pilkades.web.core.vault.keys import Ring, ring
from pilkades.web.core.voter_rows import kk_of, kk_words, nik_of, nik_words, plain_voter_of, voter_of

_COUNTS = Q(brought=None) | Q(brought__state=ImportState.TAKEN)
PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Listed:
    """A person of the register: the row, what it states, and the numbers as this page may show them."""

    row: VoterRow
    voter: Voter

    @property
    def person(self) -> UUID:
        """The person, over all revisions."""
        return self.row.person

    @property
    def nik_tail(self) -> str:
        """`…0003`, for the committee's own desk; empty without a NIK."""
        return self.voter.nik.tail if self.voter.nik else ""

    @property
    def nik_masked(self) -> str:
        """The area alone, for everybody; empty without a NIK."""
        return self.voter.nik.masked if self.voter.nik else ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; `words` are of a name, a whole NIK or a whole KK."""

    words: str = ""
    dusun: str = ""
    rw: str = ""
    rt: str = ""
    tps: str = ""
    areas: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Slice:
    """A page of people: those on it, and whether more come before and after."""

    people: tuple[Listed, ...]
    page: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are; one where nobody is."""
        return max(1, -(-self.total // PER_PAGE))


def latest_rows(election: Election) -> QuerySet[VoterRow]:
    """The last row that counts of every person who ever stood on the register, removed ones too."""
    later = VoterRow.objects.filter(_COUNTS, replaces=OuterRef("pk"))
    return VoterRow.objects.filter(_COUNTS, ~Exists(later), election=election)


def standing_rows(election: Election) -> QuerySet[VoterRow]:
    """The row of every person who is on the register now; one indexed query, whatever is done with it."""
    return latest_rows(election).filter(removal="")


def found_rows(election: Election, wanted: Wanted) -> QuerySet[VoterRow]:
    """Those on the register who are looked for, in the order of dusun, RW, RT and name."""
    rows = standing_rows(election).filter(_words(wanted.words))
    for name in ("dusun", "rw", "rt", "tps"):
        value = getattr(wanted, name)
        if value:
            rows = rows.filter(**{name: value})
    if wanted.areas is not None:
        rows = rows.filter(rt__in=wanted.areas)
    return rows.order_by("dusun", "rw", "rt", "search", "pk")


def page_of(election: Election, wanted: Wanted, page: int = 1) -> Slice:
    """A page of people, from 1; two queries, and only the numbers of those shown are opened.

    Raises:
        PilkadesError: `vault-key-unknown`, `vault-broken`.
    """
    rows = found_rows(election, wanted)
    total = rows.count()
    shown = min(max(1, page), max(1, -(-total // PER_PAGE)))
    held = ring()
    start = (shown - 1) * PER_PAGE
    return Slice(tuple(listed(row, held) for row in rows[start : start + PER_PAGE]), shown, total)


def listed(row: VoterRow, held: Ring) -> Listed:
    """A row with what it states, numbers opened.

    Raises:
        PilkadesError: `vault-key-unknown`, `vault-broken`.
    """
    return Listed(row, voter_of(row, held))


def person_now(election: Election, person: UUID) -> Listed | None:
    """The person as the register has it now; None where it has none. One query.

    Raises:
        PilkadesError: `vault-key-unknown`, `vault-broken`.
    """
    row = standing_rows(election).filter(person=person).first()
    return listed(row, ring()) if row is not None else None


def history_of(election: Election, person: UUID) -> tuple[Listed, ...]:
    """Every row of the person that counts or counted, the first one first, with who changed it; one query.

    Raises:
        PilkadesError: `vault-key-unknown`, `vault-broken`.
    """
    rows = VoterRow.objects.filter(_COUNTS, election=election, person=person)
    held = ring()
    return tuple(
        listed(row, held) for row in rows.select_related("brought", "changed_by").order_by("revision", "pk")
    )


def count_of(election: Election) -> int:
    """How many are on the register now."""
    return standing_rows(election).count()


def counts_by(election: Election, *columns: str) -> tuple[tuple[tuple[str, ...], int], ...]:
    """How many stand under each value of these columns (dusun, rw, rt, tps, sex), in order; one query."""
    rows = standing_rows(election).order_by(*columns).values_list(*columns).annotate(people=Count("pk"))
    return tuple((tuple(values), people) for *values, people in rows)


def imports_of(election: Election) -> tuple[VoterImport, ...]:
    """Every file that was brought, the latest first, with who brought it; one query."""
    return tuple(VoterImport.objects.filter(election=election).select_related("brought_by", "ended_by"))


def import_of(election: Election, import_id: int) -> VoterImport | None:
    """One file with who brought it; None where there is none."""
    found = VoterImport.objects.filter(election=election, pk=import_id)
    return found.select_related("brought_by", "ended_by").first()


def job_of(election: Election, kind: str, subject: int | None = None) -> Job | None:
    """The last job of that kind for that subject; None where there was none."""
    return Job.objects.filter(election=election, kind=kind, subject=subject).order_by("-pk").first()


def jobs_of(election: Election, *kinds: str) -> tuple[Job, ...]:
    """The last jobs of these kinds, the latest first; one query."""
    return tuple(Job.objects.filter(election=election, kind__in=kinds)[:20])


def faults_of(brought: VoterImport, kind: str = "", *, repair: bool | None = None) -> QuerySet[ImportFault]:
    """The faults of a file in their order: all, or of one kind, or those that a row waits for."""
    found = ImportFault.objects.filter(brought=brought)
    if kind:
        found = found.filter(kind=kind)
    if repair is not None:
        found = found.filter(repair=repair)
    return found.order_by("pk")


def whole_register(election: Election) -> tuple[tuple[UUID, Voter], ...]:
    """Everybody on the register without numbers, to judge, count and plan; one query."""
    rows = standing_rows(election).order_by("pk")
    return tuple((row.person, plain_voter_of(row)) for row in rows.iterator(chunk_size=5_000))


def same_numbers(election: Election) -> tuple[tuple[Listed, ...], ...]:
    """Groups of people on the register who share a NIK; two queries.

    Raises:
        PilkadesError: `vault-key-unknown`, `vault-broken`.
    """
    standing = standing_rows(election)
    shared = (
        standing.exclude(nik_mark="")
        .order_by()
        .values("nik_mark")
        .annotate(people=Count("pk"))
        .filter(people__gt=1)
    )
    marks = [one["nik_mark"] for one in shared[:1_000]]
    held, groups = ring(), dict[str, list[Listed]]()
    for row in standing.filter(nik_mark__in=marks).order_by("nik_mark", "pk"):
        groups.setdefault(row.nik_mark, []).append(listed(row, held))
    return tuple(tuple(group) for group in groups.values())


def numbers_of(row: VoterRow) -> tuple[Nik | None, Kk | None]:
    """NIK and KK of a row, opened.

    Raises:
        PilkadesError: `vault-key-unknown`, `vault-broken`.
    """
    held = ring()
    return nik_of(row, held), kk_of(row, held)


def _words(words: str) -> Q:
    """A whole number is looked for by its mark under every key; words by the search form of names."""
    digits = "".join(sign for sign in words if sign not in " .-")
    if len(digits) == LENGTH and digits.isascii() and digits.isdigit():
        held = ring()
        return Q(nik_mark__in=held.marks(nik_words(digits))) | Q(kk_mark__in=held.marks(kk_words(digits)))
    wanted = tokens(words)
    # Words without a letter, such as half a number, find nobody rather than everybody.
    found = Q() if wanted or not words.strip() else Q(pk__in=())
    for token in wanted:
        found &= Q(search__contains=token)
    return found
