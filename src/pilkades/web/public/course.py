"""The seven stages of an election: their days, and what the record holds of each.

What is past its day without an act is shown here too. The law sets these days for the people of the village:
they may know each limit, and what was recorded when. It is said as two facts, the day and that nothing is on
record yet, never as a lateness of somebody: the record may lag behind what was done, and who is late is for
the county to ask, which sees it on its own board.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from pilkades.acts.act import KINDS, Act
from pilkades.base.findings import STAGES, Stage
from pilkades.base.language import EMPTY, Language, Text
from pilkades.compliance.agenda import Item, Standing
from pilkades.compliance.progress import Progress
from pilkades.timetable.proposal import Key
from pilkades.timetable.rows import Row
from pilkades.web.core.queries.states import State
from pilkades.web.public.dates import Dates, capital, dates_of, span
from pilkades.web.public.facts import cited
from pilkades.web.public.frame import address
from pilkades.web.public.parts import Schedule, StageLines, Stages, StepLine
from pilkades.web.shared.components.due import Basis
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.status import Status, Tag
from pilkades.web.shared.components.words import long_day

_STAGES = Text("Tahapan dan tanggal", "Stages and dates")
_ALL = Text("Lihat semua langkah dengan tanggal dan pasalnya", "See every step with its dates and articles")
_FEED = Text("Masukkan tanggal ini ke kalender (berkas ICS)", "Put these dates into a calendar (ICS file)")
_NO_DAYS = Text("Tanggalnya belum diketahui.", "The dates are not known yet.")
_NO_OWN_DAYS = Text("Jadwal tidak menyebut tanggal tersendiri.", "The timetable names no days of its own.")
_NONE = Text("Belum ada dalam catatan.", "Nothing on record yet.")
_SOME = Text("{n} tindakan tercatat.", "{n} acts on record.")
_ONE = Text("1 tindakan tercatat.", "1 act on record.")
_REACHED = Text("Tercatat sampai tahap {stage}", "On record up to: {stage}")
_NOTHING_YET = Text("Belum ada tindakan yang tercatat", "No act is on record yet")

_LIMITS = Text("Batas waktu menurut pasal", "Limits by article")
_ON_RECORD = Text("Ada dalam catatan", "On record")
_NOT_ON_RECORD = Text("Belum ada dalam catatan", "Not on record yet")
_CONDITIONAL = Text("Hanya bila diperlukan", "Only where it is needed")
_WAITS = Text("Dihitung dari: {what}", "Counted from: {what}")
_LATEST = Text("Paling lambat {day}", "By {day}")
_EARLIEST = Text("Paling cepat {day}", "Not before {day}")


def recorded_stages(state: State) -> Mapping[Stage, list[Act]]:
    """The acts on record by stage."""
    found: dict[Stage, list[Act]] = defaultdict(list)
    for act in state.record.acts:
        found[KINDS[act.kind].stage].append(act)
    return found


def reached(state: State) -> Stage | None:
    """The furthest stage of which the record holds an act."""
    held = recorded_stages(state)
    return next((stage for stage in reversed(Stage) if held.get(stage)), None)


def reached_in(state: State) -> Text:
    """The same in words."""
    stage = reached(state)
    return _NOTHING_YET if stage is None else _REACHED.fill(stage=STAGES[stage])


def stages_shown(state: State, language: Language) -> Stages:
    """All seven, short, each with the way to its steps."""
    key = state.election.key
    where = address("schedule", language, key=key)
    dates = dates_of(state)
    lines = tuple(_line(state, dates, number, where) for number in range(1, len(Stage) + 1))
    return Stages(_STAGES, dates.which, lines, (Link(where, _ALL), *feed_link(state, language)))


def schedule_shown(state: State) -> Schedule:
    """All seven with every step, its days and its article, and what the record holds of it."""
    dates = dates_of(state)
    stands = {standing.row.key: standing.progress for standing in state.standings}
    by_stage: dict[Stage, list[Item]] = defaultdict(list)
    for item in state.agenda:
        by_stage[item.stage].append(item)
    return Schedule(
        tuple(
            replace(
                _line(state, dates, number, ""),
                steps=tuple(_steps(dates.of(stage), stands)),
                limits=tuple(_limits(by_stage[stage])),
            )
            for number, stage in enumerate(Stage, 1)
        ),
        _LIMITS,
    )


def feed_link(state: State, language: Language) -> tuple[Link, ...]:
    """Where the days can be taken from into a calendar; nothing without days."""
    where = address("feed", language, key=state.election.key)
    return (Link(where, _FEED),) if dates_of(state).rows else ()


def _line(state: State, dates: Dates, number: int, where: str) -> StageLines:
    stage = tuple(Stage)[number - 1]
    held = recorded_stages(state).get(stage, [])
    anchor = f"tahap-{number}"
    recorded = _NONE if not held else _ONE if len(held) == 1 else _SOME.fill(n=len(held))
    return StageLines(
        number,
        anchor,
        STAGES[stage],
        span(dates.of(stage)) or (_NO_OWN_DAYS if dates.rows else _NO_DAYS),
        recorded,
        f"{where}#{anchor}",
        reached=stage is reached(state),
    )


def _steps(rows: Iterable[Row], stands: Mapping[Key, Progress]) -> Iterable[StepLine]:
    """Each step with its days; past or not, it only says whether the record holds its act."""
    for row in rows:
        basis = tuple(Basis(article, row.evidence.value) for article in row.articles)
        label = row.label
        if row.cohort:
            label += Text(" ({cohort})", " ({cohort})").fill(cohort=row.cohort)
        progress = stands.get(row.key)
        tag = None
        if progress is Progress.DONE:
            tag = Tag(Status.DONE, _ON_RECORD)
        elif row.acts and progress is not Progress.NOT_APPLICABLE:
            tag = Tag(Status.NOT_STARTED, _NOT_ON_RECORD)
        elif row.conditional:
            tag = Tag(Status.NOT_APPLICABLE, _CONDITIONAL)
        yield StepLine(capital(label), span([row]) or EMPTY, capital(row.who), row.open, tag, basis)


def _limits(items: Iterable[Item]) -> Iterable[StepLine]:
    """What an article asks for in time, and whether the record holds it."""
    for item in sorted(items, key=lambda each: (each.until or each.not_before or date.max, each.rule)):
        days, note = EMPTY, EMPTY
        if item.until is not None:
            days = _LATEST.fill(day=long_day(item.until))
        elif item.not_before is not None:
            days = _EARLIEST.fill(day=long_day(item.not_before))
        elif item.standing is Standing.WAITING and item.waits_for:
            note = _WAITS.fill(what=item.waits_for)
        done = item.standing is Standing.DONE
        tag = Tag(Status.DONE, _ON_RECORD) if done else Tag(Status.NOT_STARTED, _NOT_ON_RECORD)
        basis = tuple(cited(article) for article in item.articles)
        yield StepLine(item.norm, days, note=note, tag=tag, basis=basis)
