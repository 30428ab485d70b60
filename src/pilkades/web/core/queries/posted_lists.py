"""The posted list for everyone: lines with covered numbers, places, and the publishable summary."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Count, QuerySet

from pilkades.base.day import Day
from pilkades.register.lists import ListKind
from pilkades.register.nik import Sex
from pilkades.register.reasons import Poll
from pilkades.register.summary import Summary, published, summarise
from pilkades.register.voter import Disability, Voter
from pilkades.web.core.models import DeathNote, ListEntryRow, ListVersionRow
from pilkades.web.core.queries.kept import Kept
from pilkades.web.core.queries.postings import Posting, posting_on
from pilkades.web.core.queries.states import State
from pilkades.web.core.vault.keys import Ring, ring
from pilkades.web.core.voter_rows import nik_of


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where people of the list vote and live."""

    tps: str
    dusun: str
    rw: str
    rt: str

    @property
    def code(self) -> str:
        """The RT as an address names it: with its RW and dusun, for each counts its RT from 1."""
        return f"{self.dusun}~{self.rw}~{self.rt}"


@dataclass(frozen=True, slots=True)
class PostedLine:
    """A person as everyone may see him: the NIK covered but for its area, no birth date, no address.

    `died` says that a death is noted beside the adopted list (Permendagri 112/2014 Ps. 20).
    """

    number: int
    name: str
    nik: str
    sex: str
    place: Place
    died: bool = False


_SUMMARIES: Kept[tuple[str, str, str], Summary] = Kept(most=500)


def forget() -> None:
    """Drop all that is kept; tests need it, nothing else does."""
    _SUMMARIES.clear()


def posted_version(state: State, posting: Posting) -> ListVersionRow | None:
    """The version that was announced: the newest that was fixed by the first day of its posting.

    Where the days do not fit, as with a list that was entered after it had been posted, the first version.
    """
    rows = ListVersionRow.objects.filter(election=state.election, kind=posting.kind.value)
    return _announced(state, posting, list(rows.order_by("number")))


def _announced(state: State, posting: Posting, held: list[ListVersionRow]) -> ListVersionRow | None:
    zone = ZoneInfo(state.election.village.district.county.zone)
    if not held or posting.first is None:
        return held[-1] if held else None
    by_then = [each for each in held if each.fixed_at.astimezone(zone).date() <= posting.first]
    return by_then[-1] if by_then else held[0]


def versions_to_ask(state: State) -> tuple[ListVersionRow, ...]:
    """The lists on which somebody may ask for himself: the DPT once announced, before that DPS and DPTb.

    One query, whatever has been announced.
    """
    held = ListVersionRow.objects.filter(election=state.election).order_by("number")
    by_kind: dict[str, list[ListVersionRow]] = defaultdict(list)
    for row in held:
        by_kind[row.kind].append(row)
    found = {}
    for kind in ListKind:
        posting = posting_on(state, kind)
        version = _announced(state, posting, by_kind[kind.value]) if posting else None
        if version is not None:
            found[kind] = version
    final = found.get(ListKind.DPT)
    return (final,) if final else tuple(found.values())


def places_on(version: ListVersionRow) -> tuple[tuple[Place, int], ...]:
    """Every TPS and RT on the list, with its number of people."""
    found = (
        _entries(version)
        .order_by("voter__tps", "voter__dusun", "voter__rw", "voter__rt")
        .values_list("voter__tps", "voter__dusun", "voter__rw", "voter__rt")
        .annotate(Count("pk"))
    )
    return tuple((Place(tps, dusun, rw, rt), count) for tps, dusun, rw, rt, count in found)


def lines_on(
    version: ListVersionRow, *, tps: str = "", rt: str = "", start: int = 0, stop: int
) -> tuple[PostedLine, ...]:
    """The people of a TPS and an RT, or of all, by place and then in the order in which they were fixed."""
    found = _entries(version).select_related("voter")
    if tps:
        found = found.filter(voter__tps=tps)
    if rt.count("~") == 2:  # noqa: PLR2004 -- the code of an RT has three parts
        dusun, rw, number = rt.split("~")
        found = found.filter(voter__dusun=dusun, voter__rw=rw, voter__rt=number)
    ordered = found.order_by("voter__tps", "voter__dusun", "voter__rw", "voter__rt", "number")
    held = ring()
    died = frozenset(DeathNote.objects.filter(version=version).values_list("person", flat=True))
    return tuple(_line(entry, held, died) for entry in ordered[start:stop])


def summary_of(version: ListVersionRow, state: State) -> Summary:
    """The part of the list that may be published, by the law of the election; kept, for a list stays."""
    election = state.election
    key = (version.digest, state.rulebook.digest, election.polling_day.isoformat())
    kept = _SUMMARIES.get(key)
    if kept is None:
        poll = Poll(election.polling_day, state.rulebook)
        kept = published(summarise(_plain_voters(version), poll))
        _SUMMARIES.put(key, kept)
    return kept


def _entries(version: ListVersionRow) -> QuerySet[ListEntryRow]:
    return ListEntryRow.objects.filter(version=version)


def _plain_voters(version: ListVersionRow) -> Iterable[Voter]:
    """What the summary counts by, and nothing that names a person."""
    found = _entries(version).values_list("voter__dusun", "voter__sex", "voter__birth", "voter__disabilities")
    for dusun, sex, birth, disabilities in found.iterator(chunk_size=2000):
        yield Voter(
            name="",
            dusun=dusun,
            sex=Sex(sex) if sex else None,
            birth=Day.parse(birth) if birth else None,
            disabilities=frozenset(Disability(kind) for kind in disabilities.split(",") if kind),
        )


def _line(entry: ListEntryRow, held: Ring, died: frozenset[UUID]) -> PostedLine:
    row = entry.voter
    nik = nik_of(row, held)
    return PostedLine(
        entry.number,
        row.name,
        nik.masked if nik else "",
        row.sex,
        Place(row.tps, row.dusun, row.rw, row.rt),
        died=row.person in died,
    )
