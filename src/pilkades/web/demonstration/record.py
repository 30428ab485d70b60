"""The record of a made-up village up to a day: its acts, each with the moment of its writing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from pilkades.acts.act import Act, Actor, Source, Statement, read_fact
from pilkades.acts.identity import uuid7
from pilkades.web.demonstration.course import entries
from pilkades.web.demonstration.names import person
from pilkades.web.demonstration.plan import Election, Entry
from pilkades.web.demonstration.seed import number, ten_bytes

ZONE = ZoneInfo("Asia/Jakarta")
_OPENS, _OFFICE_MINUTES = time(9), 300


@dataclass(frozen=True, slots=True)
class Said:
    """One of several statements of the same fact."""

    value: object
    place: str
    quote: str


@dataclass(frozen=True, slots=True)
class Village:
    """One village of a wave: its election, and in what its record differs from the whole course.

    Its record holds what was done before `today`. Acts of a kind in `without` were not done, `extra` were
    done besides; of `differing` facts two papers say different things.
    """

    election: Election
    today: date
    without: frozenset[str] = frozenset()
    extra: tuple[Entry, ...] = ()
    differing: Mapping[str, tuple[Said, ...]] = field(default_factory=dict)
    rehearsal: bool = False

    def acts(self) -> Iterator[tuple[datetime, Act]]:
        """Each act with the moment at which it was recorded, in the order of recording."""
        kept = [
            entry
            for entry in (*entries(self.election), *self.extra)
            if entry.day < self.today and entry.kind not in self.without
        ]
        day, minute = None, 0
        for turn, entry in enumerate(sorted(kept, key=lambda one: one.day)):
            minute = minute + 7 if entry.day == day else number(_OFFICE_MINUTES, self._name, str(turn))
            day = entry.day
            at = datetime.combine(entry.day, _OPENS, ZONE) + timedelta(minutes=minute)
            yield at, self._act(entry, at, turn)

    @property
    def _name(self) -> str:
        return f"{self.election.code}{'-latihan' if self.rehearsal else ''}"

    def _act(self, entry: Entry, at: datetime, turn: int) -> Act:
        stated = {name: self._statements(f"{entry.kind}.{name}", raw) for name, raw in entry.facts.items()}
        identity = uuid7(int(at.timestamp() * 1000), ten_bytes(self._name, str(turn)))
        who = Actor(entry.office, person(self.election.code, str(entry.office)))
        return Act(
            id=identity, kind=entry.kind, facts=stated, recorded=at.isoformat(timespec="seconds"), actor=who
        )

    def _statements(self, path: str, raw: object) -> tuple[Statement, ...]:
        kind, _, name = path.partition(".")
        if path in self.differing:
            return tuple(
                Statement(read_fact(kind, name, one.value), source=Source(one.place, one.quote))
                for one in self.differing[path]
            )
        return (Statement(read_fact(kind, name, raw)),)
