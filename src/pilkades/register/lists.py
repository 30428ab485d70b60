"""DPS, DPTb and DPT as frozen versions: ordered, counted, fingerprinted, and never changed afterwards."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pilkades.base.digest import Json, digest
from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text
from pilkades.register.eligibility import judge
from pilkades.register.reasons import Eligibility, Poll
from pilkades.register.voter import Voter
from pilkades.regulation.rulebook import Rulebook
from pilkades.timetable.days import Answer


class ListKind(StrEnum):
    """The three lists of the texts."""

    DPS = "dps"
    DPTB = "dptb"
    DPT = "dpt"


LISTS = {
    ListKind.DPS: Text("daftar pemilih sementara", "provisional voter list"),
    ListKind.DPTB: Text("daftar pemilih tambahan", "additional voter list"),
    ListKind.DPT: Text("daftar pemilih tetap", "final voter list"),
}


class OrderBy(StrEnum):
    """What a list is ordered by."""

    TPS = "tps"
    DUSUN = "dusun"
    RW = "rw"
    RT = "rt"
    NAME = "name"


@dataclass(frozen=True, slots=True, repr=False)
class Entry:
    """A person on a list.

    `person` stays the same from version to version. The marks are keyed hashes of NIK and KK, made by who
    holds the key; the numbers themselves enter no digest.
    """

    person: str
    voter: Voter
    nik_mark: str | None = None
    kk_mark: str | None = None


@dataclass(frozen=True, slots=True)
class ListVersion:
    """A list as it was fixed; the number of a row is its place, from 1."""

    kind: ListKind
    entries: tuple[Entry, ...]
    order: tuple[OrderBy, ...]
    digest: str

    @property
    def count(self) -> int:
        """How many persons stand on it."""
        return len(self.entries)

    def number_of(self, person: str) -> int:
        """The number under which a person is listed.

        Raises:
            PilkadesError: code `not-listed`.
        """
        for number, entry in enumerate(self.entries, start=1):
            if entry.person == person:
                return number
        raise PilkadesError("not-listed", list=self.kind.value)


@dataclass(frozen=True, slots=True)
class DrawnUp:
    """Who may be listed, and who not or not yet, each with the reasons."""

    listed: tuple[Entry, ...]
    left_out: tuple[tuple[Entry, Eligibility], ...]
    undecided: tuple[tuple[Entry, Eligibility], ...]


def draw_up(entries: Iterable[Entry], poll: Poll) -> DrawnUp:
    """Part the people by the law of the polling day; the undecided are for the committee to decide."""
    parted: dict[Answer, list[tuple[Entry, Eligibility]]] = defaultdict(list)
    for entry in entries:
        judged = judge(entry.voter, poll)
        parted[judged.answer].append((entry, judged))
    return DrawnUp(
        tuple(entry for entry, _ in parted[Answer.YES]),
        tuple(parted[Answer.NO]),
        tuple(parted[Answer.UNDECIDED]),
    )


def order_of(rulebook: Rulebook) -> tuple[OrderBy, ...] | None:
    """The order that the law of the day and county sets; None where no text read sets one."""
    held = rulebook.parameters.get("voters.list_order")
    return None if held is None or held.unknown else tuple(OrderBy(item) for item in held.value)


def freeze(kind: ListKind, entries: Iterable[Entry], order: Sequence[OrderBy]) -> ListVersion:
    """Fix a list: ordered, with its digest.

    Names are ordered as they are written; those alike by birth date, then by the person's own mark, so that
    the same people always give the same list.

    Raises:
        PilkadesError: code `listed-twice` when a person stands in it twice.
    """
    kept = tuple(sorted(entries, key=lambda entry: _sort_key(entry, order)))
    if len({entry.person for entry in kept}) != len(kept):
        raise PilkadesError("listed-twice", list=kind.value)
    rows: Json = [_row(number, entry) for number, entry in enumerate(kept, start=1)]
    return ListVersion(kind, kept, tuple(order), digest({"list": kind.value, "rows": rows}))


def _sort_key(entry: Entry, order: Sequence[OrderBy]) -> tuple[str, ...]:
    voter = entry.voter
    places = {
        OrderBy.TPS: voter.tps.zfill(3),
        OrderBy.DUSUN: voter.dusun.casefold(),
        OrderBy.RW: voter.rw,
        OrderBy.RT: voter.rt,
        OrderBy.NAME: voter.name.casefold(),
    }
    birth = voter.birth.notation if voter.birth else ""
    return (*(places[by] for by in order), voter.name.casefold(), birth, entry.nik_mark or "", entry.person)


def row_of(entry: Entry) -> dict[str, Json]:
    """What a list states of a person, with the marks in place of the numbers."""
    voter = entry.voter
    return {
        "name": voter.name,
        "nik": entry.nik_mark,
        "kk": entry.kk_mark,
        "sex": voter.sex.value if voter.sex else None,
        "birth_place": voter.birth_place,
        "birth": voter.birth.notation if voter.birth else None,
        "marital": voter.marital.value if voter.marital else None,
        "address": voter.address,
        "rt": voter.rt,
        "rw": voter.rw,
        "dusun": voter.dusun,
        "tps": voter.tps,
        "disabilities": sorted(kind.value for kind in voter.disabilities),
        "remark": voter.remark,
    }


def _row(number: int, entry: Entry) -> Json:
    return {"number": number, **row_of(entry)}


def copies(version: ListVersion, by: OrderBy) -> Mapping[str, tuple[tuple[int, Entry], ...]]:
    """The list parted by TPS, RT or dusun, each row under its own number (Permendagri 112/2014 Ps. 18)."""
    parted: dict[str, list[tuple[int, Entry]]] = defaultdict(list)
    for number, entry in enumerate(version.entries, start=1):
        parted[getattr(entry.voter, by.value)].append((number, entry))
    return {place: tuple(rows) for place, rows in sorted(parted.items())}


def adopt(corrected: ListVersion, additional: ListVersion, order: Sequence[OrderBy]) -> ListVersion:
    """The DPT: the corrected DPS and the DPTb together (Permendagri 112/2014 Ps. 16).

    Raises:
        PilkadesError: code `listed-twice` when a person stands in both.
    """
    return freeze(ListKind.DPT, (*corrected.entries, *additional.entries), order)
