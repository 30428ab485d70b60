"""Every village of a wave, worst first: its overview held against today."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from pilkades.acts.act import KINDS
from pilkades.base.findings import STAGES
from pilkades.base.language import EMPTY, Text, joined
from pilkades.compliance.overview import Overview, Source
from pilkades.timetable.days import Unit, Workdays, count_between
from pilkades.web.core.models import Election
from pilkades.web.core.queries.laws import law_of
from pilkades.web.core.queries.overviews import overviews_of
from pilkades.web.core.queries.states import with_holidays
from pilkades.web.shared.components.board import Filter, VillageRow
from pilkades.web.shared.components.due import SOON, Deadline
from pilkades.web.shared.components.status import Status
from pilkades.web.shared.templatetags.pilkades import replace_first

ORDER = (
    Status.LATE,
    Status.DUE,
    Status.TROUBLE,
    Status.ON_SCHEDULE,
    Status.UNKNOWN,
    Status.NOT_STARTED,
    Status.DONE,
)
"""Worst first (ui.md, pattern 9); what no limit speaks of stands behind, and what is done last."""
_ALWAYS = ORDER[:4]

_LATE = Text("{left}: {act}.", "{left}: {act}.")
_SOON = Text("Batas {day}, {left}: {act}.", "Due {day}, {left}: {act}.")
_LATER = Text("Berikutnya {act}, batas {day}.", "Next {act}, until {day}.")
_MENDED = Text("Temuan yang perlu diperbaiki: {n}.", "Findings to be put right: {n}.")
_NOTHING_RECORDED = Text("Belum ada tindakan dalam catatan.", "No act is recorded yet.")
_BY_TIMETABLE = {
    Source.ADOPTED: Text("{act} (jadwal panitia)", "{act} (the committee's timetable)"),
    Source.PROPOSED: Text("{act} (usulan jadwal)", "{act} (proposed timetable)"),
}
_NO_LIMIT = Text(
    "Belum ada batas yang dapat dihitung dari catatan.", "No limit can be computed from the record yet."
)
_DONE = Text("Pelantikan sudah tercatat.", "The inauguration is recorded.")
_WAITS = Text("Menunggu kabupaten: {acts}.", "Waits for the county: {acts}.")
_LAW_CHANGED = Text(
    "Hukum berubah sejak pemilihan ini dibuka.", "The law has changed since this election was opened."
)
_NO_STAGE = Text("Belum mulai", "Not begun")


@dataclass(frozen=True, slots=True)
class Next:
    """What comes first: an act, its last day, and whether a rule's limit or the timetable says so."""

    kind: str
    until: date
    by_law: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """One village today: its state, the limit that comes first and the working days left to it."""

    election: Election
    overview: Overview
    status: Status
    first: Next | None
    left: int | None
    law_changed: bool

    @property
    def rank(self) -> tuple[int, date, int, str]:
        """Where it stands on a board: worst first, then by limit, then by number of findings and name."""
        until = self.first.until if self.first else date.max
        return (
            ORDER.index(self.status),
            until,
            -self.overview.troubles,
            self.election.village.name,
        )


def standings(elections: Iterable[Election], today: date) -> tuple[Standing, ...]:
    """Each election as it stands today, worst first; at most one query beside that of the elections."""
    listed = tuple(elections)
    overviews = overviews_of(listed, today)
    left = _Left(today)
    return tuple(
        sorted((_standing(one, overviews[one.pk], left) for one in listed), key=lambda one: one.rank)
    )


class _Left:
    """Working days from today to a limit, each counted once for a county's villages."""

    def __init__(self, today: date) -> None:
        self.today = today
        self._counted: dict[tuple[str | None, date], int] = {}

    def to(self, election: Election, until: date) -> int:
        law = law_of(election)
        key = (law.county, until)
        if key not in self._counted:

            def count(days: Workdays) -> int:
                return count_between(self.today, until, Unit.WORKING_DAY, days)

            self._counted[key] = with_holidays(election, law, count)
        return self._counted[key]


def _standing(election: Election, held: Overview, days: _Left) -> Standing:
    first = first_of(held)
    left = days.to(election, first.until) if first else None
    changed = law_of(election).digest != election.rulebook_digest
    return Standing(election, held, _status(held, first, left, days.today), first, left, changed)


def first_of(held: Overview) -> Next | None:
    """What has the earliest last day; for one act a rule's limit goes before the timetable's.

    A timetable that nobody adopted is only asked where no rule's limit can be told.
    """
    ruled = {limit.kind: limit.until for limit in reversed(held.limits) if limit.until}
    found = [Next(kind, until, by_law=True) for kind, until in ruled.items()]
    if held.source is Source.ADOPTED or not found:
        found += [Next(step.kind, step.end, by_law=False) for step in held.steps if step.kind not in ruled]
    return min(found, key=lambda one: (one.until, not one.by_law, one.kind), default=None)


def _status(held: Overview, first: Next | None, left: int | None, today: date) -> Status:
    if first is not None and today > first.until:
        return Status.LATE
    if first is not None and left is not None and left <= SOON:
        return Status.DUE
    if held.troubles:
        return Status.TROUBLE
    if held.done:
        return Status.DONE
    if held.stage is None:
        return Status.NOT_STARTED
    return Status.UNKNOWN if first is None else Status.ON_SCHEDULE


def district_of(election: Election) -> str:
    """The village's district as people write it: `Kec. Cibening`."""
    return f"Kec. {election.village.district.name.removeprefix('Kecamatan ')}"


def row_of(standing: Standing, today: date, *, name_law: bool = True) -> VillageRow:
    """The village as a board shows it; that its law changed is said here unless it is said of all above."""
    held, village = standing.overview, standing.election.village
    return VillageRow(
        village=village.name,
        district=district_of(standing.election),
        href=reverse("committee:desk", args=(standing.election.pk,)),
        status=standing.status,
        stage=STAGES[held.stage] if held.stage else _NO_STAGE,
        sentence=_sentence(standing, today),
        missing=None if held.papers is None else len(held.papers),
        objections=len(held.objections),
        notes=tuple(_notes(standing, name_law=name_law)),
    )


def _sentence(standing: Standing, today: date) -> Text:
    held, first = standing.overview, standing.first
    troubles = _MENDED.fill(n=held.troubles) if held.troubles else EMPTY
    if first is None:
        if held.done:
            return joined([_DONE, troubles])
        return joined([_NO_LIMIT if held.stage else _NOTHING_RECORDED, troubles])
    act = KINDS[first.kind].label
    if not first.by_law:
        act = _BY_TIMETABLE[held.source].fill(act=act)
    limit = Deadline(first.until, today, standing.left)
    if standing.status is Status.LATE:
        return joined([_LATE.fill(left=limit.remaining, act=act), troubles])
    if standing.status is Status.DUE:
        left = replace_first(limit.remaining)
        return joined([_SOON.fill(day=limit.day, left=left, act=act), troubles])
    return joined([_LATER.fill(act=act, day=limit.day), troubles])


def _notes(standing: Standing, *, name_law: bool) -> Iterable[Text]:
    acts = [KINDS[kind].label for kind in dict.fromkeys(one.kind for one in standing.overview.waiting)]
    if acts:
        yield _WAITS.fill(acts=joined(acts, ", "))
    if standing.law_changed and name_law:
        yield _LAW_CHANGED


def filters_of(
    all_of: Iterable[Standing], current: str, addresses: Mapping[Status, str]
) -> tuple[Filter, ...]:
    """How many villages are in each state; the four of pattern 9 always, the rest where there are any."""
    counts = Counter(one.status for one in all_of)
    return tuple(
        Filter(status, counts[status], addresses[status], current=status == current)
        for status in ORDER
        if status in _ALWAYS or counts[status]
    )
