"""A county for its people: its villages by stage, with polling day and the next public date."""

from collections.abc import Iterable, Mapping
from datetime import date

from pilkades.acts.act import KINDS
from pilkades.base.findings import STAGES, Stage
from pilkades.base.language import Language, Text, same
from pilkades.timetable.rows import Row as TimetableRow
from pilkades.web.core.access import public_elections
from pilkades.web.core.models import County, Election
from pilkades.web.core.queries.plans import timetable_rows
from pilkades.web.public.frame import address
from pilkades.web.public.parts import Group, Row
from pilkades.web.shared.components.page import Empty, Pages
from pilkades.web.shared.components.words import long_day

ON_A_PAGE = 40
"""Villages on one page; first load stays below 50 kB."""

PUBLIC_STEPS = frozenset(
    {
        "dps-posting", "dptb-posting", "dpt-posting", "announcement", "registration", "candidates-posting",
        "lot", "campaign", "quiet", "polling", "winner", "dispute-filing", "inauguration",
    }
)  # fmt: skip
"""Steps of a timetable in which everyone may take part, or whose outcome everyone is told."""

_ORDER = tuple(Stage)
_NOTHING_YET = Text("Belum ada catatan", "Nothing on record yet")
_REACHED = Text("Tercatat sampai tahap: {stage}", "On record up to: {stage}")
_POLL = Text("Pemungutan suara: {day}", "Poll: {day}")
_NEXT = Text("Berikutnya menurut usulan jadwal: {what}, {day}", "Next, as proposed: {what}, {day}")
_UNKNOWN_NEXT = Text("Tanggal berikutnya belum diketahui", "The next date is not known yet")
_COUNTIES = Text("Kabupaten dan kota", "Counties")
_NONE = Text("Belum ada pemilihan yang dibuka di sini.", "No election has been opened here yet.")


def counties_of(elections: Iterable[Election]) -> tuple[County, ...]:
    """The counties in which an election is public, by code."""
    found = {held.village.district.county.code: held.village.district.county for held in elections}
    return tuple(found[code] for code in sorted(found))


def counties_shown(language: Language) -> tuple[object, ...]:
    """Every county as a link; one query."""
    counties = counties_of(public_elections())
    if not counties:
        return (Empty(_NONE),)
    rows = tuple(Row(address("county", language, code=each.code), each.name, ()) for each in counties)
    return (Group(_COUNTIES, rows),)


def villages_shown(
    elections: tuple[Election, ...], today: date, language: Language, page: int
) -> tuple[object, ...]:
    """The villages of one county by the stage that their record has reached; one query more."""
    reached = _reached(elections)
    ordered = sorted(elections, key=lambda held: (-_place(reached.get(held.pk)), held.key))
    total = max(1, -(-len(ordered) // ON_A_PAGE))
    current = min(max(page, 1), total)
    shown = ordered[(current - 1) * ON_A_PAGE : current * ON_A_PAGE]
    groups: dict[Stage | None, list[Row]] = {}
    for held in shown:
        groups.setdefault(reached.get(held.pk), []).append(_row(held, today, language))
    return (
        *(Group(_heading(stage), tuple(rows)) for stage, rows in groups.items()),
        Pages(
            current,
            total,
            f"?halaman={current - 1}" if current > 1 else "",
            f"?halaman={current + 1}" if current < total else "",
        ),
    )


def next_public(rows: Iterable[TimetableRow], today: date) -> TimetableRow | None:
    """The step that is open to everyone today or begins next."""
    coming = [
        row
        for row in rows
        if row.key.step in PUBLIC_STEPS and row.start is not None and (row.end or row.start) >= today
    ]
    return min(coming, key=lambda row: row.start or date.max, default=None)


def proposed_for(held: Election) -> tuple[TimetableRow, ...]:
    """The timetable as proposed for the village's polling day; it asks the database nothing."""
    ends = (held.term_ends,) if held.term_ends else ()
    return timetable_rows(held.polling_day, held.village.district.county.law or None, ends)


def _reached(elections: tuple[Election, ...]) -> Mapping[int, Stage]:
    """The furthest stage of which each record holds an act."""
    wanted = [held.pk for held in elections]
    pairs = public_elections().filter(pk__in=wanted, acts__isnull=False)
    found: dict[int, Stage] = {}
    for pk, kind in pairs.order_by("pk").values_list("pk", "acts__kind").distinct():
        stage = KINDS[kind].stage
        if _place(stage) > _place(found.get(pk)):
            found[pk] = stage
    return found


def _place(stage: Stage | None) -> int:
    return -1 if stage is None else _ORDER.index(stage)


def _heading(stage: Stage | None) -> Text:
    return _NOTHING_YET if stage is None else _REACHED.fill(stage=STAGES[stage])


def _row(held: Election, today: date, language: Language) -> Row:
    coming = next_public(proposed_for(held), today)
    following = _UNKNOWN_NEXT
    if coming is not None and coming.start is not None:
        following = _NEXT.fill(what=coming.label, day=long_day(max(coming.start, today)))
    return Row(
        address("village", language, key=held.key),
        held.village.name,
        (same(held.village.district.name), _POLL.fill(day=long_day(held.polling_day)), following),
    )
