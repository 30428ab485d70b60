"""Reads `steps.toml`: the steps as people write them, with every fault named at once."""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from importlib import resources

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pilkades.base.article import Article
from pilkades.base.errors import Fault, FaultyInput, PilkadesError
from pilkades.base.findings import Stage
from pilkades.base.language import EMPTY, Text, same
from pilkades.timetable.days import FirstDay, Period, Roll, Unit
from pilkades.timetable.deadlines import Bound, Deadline, Direction
from pilkades.timetable.faults import faults_of, not_toml
from pilkades.timetable.steps import (
    POLLING_DAY,
    TERM_END,
    Edge,
    Ladder,
    Length,
    Reading,
    Reference,
    Side,
    Snap,
    Span,
    Step,
    StepList,
    Wave,
    Weight,
)


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Words(_Entry):
    id: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def text(self) -> Text:
        return Text(self.id, self.en)


class _Period(_Entry):
    n: int = Field(ge=0)
    unit: Unit

    def period(self) -> Period:
        return Period(self.n, self.unit)


class _Span(_Period):
    bound: Length = Length.EXACTLY
    article: tuple[str, ...] = ()


class _Edge(_Entry):
    """One of `on`, `after`, `before` names the reference."""

    on: str | None = None
    after: str | None = None
    before: str | None = None
    n: int = Field(default=0, ge=0)
    unit: Unit = Unit.CALENDAR_DAY
    first_day: FirstDay = FirstDay.EXCLUDED
    roll: Roll = Roll.NONE
    snap: Snap = Snap.NONE
    bound: Bound | None = None

    def named(self) -> list[str]:
        return [name for name in (self.on, self.after, self.before) if name is not None]

    def edge(self) -> Edge:
        before = self.before is not None
        reference = _reference(self.named()[0], Side.START if before else Side.END)
        deadline = Deadline(
            n=self.n,
            unit=self.unit,
            anchor=reference.notation,
            direction=Direction.BEFORE if before else Direction.AFTER,
            first_day=self.first_day,
            roll=self.roll,
            bound=self.bound or Bound.EXACTLY,
        )
        return Edge(deadline, reference, binds=self.bound is not None, snap=self.snap)


class _Reading(_Entry):
    label: _Words
    edge: _Edge


class _Ladder(_Entry):
    rung: tuple[_Period, ...] = Field(min_length=1)
    trigger: _Words
    then: _Words


class _Step(_Entry):
    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    stage: Stage
    label: _Words
    who: _Words
    article: tuple[str, ...] = Field(min_length=1)
    evidence: Weight
    day: _Edge | None = None
    start: _Edge | None = None
    end: _Edge | None = None
    length: _Span | None = None
    law: tuple[_Span, ...] = ()
    ladder: _Ladder | None = None
    follows: tuple[str, ...] = ()
    derived: bool = False
    note: _Words | None = None
    open: _Words | None = None
    readings: tuple[_Reading, ...] = ()
    act: tuple[str, ...] = ()
    conditional: bool = False

    def edges(self) -> list[tuple[str, _Edge]]:
        own = [(name, edge) for name in ("day", "start", "end") if (edge := getattr(self, name)) is not None]
        return own + [(f"readings.{at}.edge", reading.edge) for at, reading in enumerate(self.readings)]

    def step(self) -> Step:
        return Step(
            id=self.id,
            stage=self.stage,
            label=self.label.text(),
            who=self.who.text(),
            articles=_articles(self.article),
            evidence=self.evidence,
            start=_edge(self.day or self.start),
            end=_edge(self.day or self.end),
            length=_span(self.length) if self.length else None,
            law=tuple(_span(span) for span in self.law),
            ladder=_ladder(self.ladder),
            follows=self.follows,
            derived=self.derived,
            note=self.note.text() if self.note else EMPTY,
            open=self.open.text() if self.open else EMPTY,
            readings=tuple(Reading(reading.label.text(), reading.edge.edge()) for reading in self.readings),
            acts=self.act,
            conditional=self.conditional,
        )


class _Wave(_Entry):
    polling_day: date
    term_end: tuple[date, ...] = Field(min_length=1)


class _Timetable(_Entry):
    id: str
    label: _Words
    since: date | None = None
    until: date | None = None
    decides: _Words
    based_on: str | None = None
    wave: tuple[_Wave, ...] = ()
    step: tuple[_Step, ...] = ()


class _File(_Entry):
    timetable: tuple[_Timetable, ...] = Field(min_length=1)


def read_steps(text: str, file: str) -> tuple[StepList, ...]:
    """Read a `steps.toml`; a list `based_on` another takes its steps and replaces those of the same id.

    Raises:
        FaultyInput: with every fault, its key and what to do.
    """
    try:
        read = _File.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise FaultyInput([not_toml(file, error)]) from error
    except ValidationError as error:
        raise FaultyInput(faults_of(error, file)) from error
    faults = [fault for table in read.timetable for fault in _faults(table, read, file)]
    if faults:
        raise FaultyInput(faults)
    return tuple(
        StepList(
            id=table.id,
            label=table.label.text(),
            since=table.since,
            until=table.until,
            decides=table.decides.text(),
            steps=tuple(step.step() for step in _complete(table, read)),
            waves=tuple(Wave(wave.polling_day, wave.term_end) for wave in table.wave),
        )
        for table in read.timetable
    )


def step_lists(county: str | None = None) -> tuple[StepList, ...]:
    """The lists of a county from the law data, or the national ones; none when the county has no file."""
    place = f"county/{county}" if county else "national"
    path = resources.files("pilkades.regulation").joinpath("data", *place.split("/"), "steps.toml")
    if not path.is_file():
        return ()
    return read_steps(path.read_text(encoding="utf-8"), f"{place}/steps.toml")


def step_list_for(polling_day: date, county: str | None = None) -> StepList:
    """The list for a vote on that day: the county's own where it has one, else the national one of its day.

    Raises:
        PilkadesError: code `no-steps` when no list holds on that day.
    """
    candidates = [*(step_lists(county) if county else ()), *step_lists()]
    for candidate in candidates:
        if candidate.in_force(polling_day):
            return candidate
    raise PilkadesError("no-steps", polling_day=polling_day, county=county)


def _edge(read: _Edge | None) -> Edge | None:
    return read.edge() if read else None


def _span(read: _Span) -> Span:
    return Span(read.period(), read.bound, _articles(read.article))


def _ladder(read: _Ladder | None) -> Ladder | None:
    if read is None:
        return None
    return Ladder(tuple(rung.period() for rung in read.rung), read.trigger.text(), read.then.text())


def _articles(notations: Iterable[str]) -> tuple[Article, ...]:
    return tuple(Article.parse(notation) for notation in notations)


def _reference(notation: str, default: Side) -> Reference:
    name, _, side = notation.partition(".")
    return Reference(name, Side(side) if side else default)


def _complete(table: _Timetable, read: _File) -> Sequence[_Step]:
    earlier = read.timetable[: read.timetable.index(table)]
    base = next((other for other in earlier if other.id == table.based_on), None)
    if base is None:
        return table.step
    own = {step.id: step for step in table.step}
    kept = [own.pop(step.id, step) for step in _complete(base, read)]
    return [*kept, *own.values()]


def _faults(table: _Timetable, read: _File, file: str) -> Iterator[Fault]:
    if table.based_on is not None:
        earlier = [other.id for other in read.timetable[: read.timetable.index(table)]]
        if table.based_on not in earlier:
            yield _fault(file, f"{table.id}.based_on", _NO_BASE, _NAME_EARLIER)
            return
    steps = _complete(table, read)
    if not steps:
        yield _fault(file, f"{table.id}.step", _NO_STEPS, _ADD_STEPS)
    known = {step.id: step for step in steps}
    identities = [step.id for step in table.step]
    for identity in sorted({name for name in identities if identities.count(name) > 1}):
        yield _fault(file, f"{table.id}.{identity}", _TWICE, _RENAME)
    for step in steps:
        yield from _step_faults(step, known, f"{table.id}.{step.id}", file)
    for identity in _circular(steps):
        yield _fault(file, f"{table.id}.{identity}", _CIRCLE, _BREAK_CIRCLE)


def _step_faults(step: _Step, known: dict[str, _Step], key: str, file: str) -> Iterator[Fault]:
    yield from _article_faults(step, key, file)
    for name, edge in step.edges():
        if len(edge.named()) != 1:
            yield _fault(file, f"{key}.{name}", _NOT_ONE, _KEEP_ONE)
            continue
        yield from _reference_faults(edge.named()[0], known, f"{key}.{name}", file)
    for other in step.follows:
        if other not in known:
            yield _fault(file, f"{key}.follows {other}", _UNKNOWN_STEP, _NAME_STEP)
    given = sum(part is not None for part in (step.start, step.end, step.length))
    if step.day is not None and given:
        yield _fault(file, f"{key}.day", _DAY_AND_WINDOW, _KEEP_ONE)
    if given > 2:  # noqa: PLR2004 -- a window has two degrees of freedom
        yield _fault(file, f"{key}.length", _TOO_MUCH, _DROP_LENGTH)
    if step.ladder is not None and (step.day or step.length or (step.start is None) == (step.end is None)):
        yield _fault(file, f"{key}.ladder", _LADDER_EDGE, _ONE_EDGE)
    if not (step.day or step.start or step.end or step.open):
        yield _fault(file, key, _NO_WINDOW, _SAY_OPEN)


def _article_faults(step: _Step, key: str, file: str) -> Iterator[Fault]:
    of_spans = [one for span in (step.length, *step.law) if span for one in span.article]
    for notation in (*step.article, *of_spans):
        try:
            Article.parse(notation)
        except PilkadesError:
            yield _fault(file, f"{key}.article {notation}", _BAD_ARTICLE, _WRITE_ARTICLE)


def _reference_faults(notation: str, known: dict[str, _Step], key: str, file: str) -> Iterator[Fault]:
    name, _, side = notation.partition(".")
    if side not in {"", "start", "end"} or (side and name in {POLLING_DAY, TERM_END}):
        yield _fault(file, f"{key} {notation}", _BAD_SIDE, _WRITE_SIDE)
    elif name not in known and name not in {POLLING_DAY, TERM_END}:
        yield _fault(file, f"{key} {notation}", _UNKNOWN_STEP, _NAME_STEP)


def _circular(steps: Sequence[_Step]) -> list[str]:
    """The steps whose windows wait for each other: what is left when every step that can be placed is."""
    waits = {
        step.id: {name.partition(".")[0] for _, edge in step.edges() for name in edge.named()} - _GIVEN
        for step in steps
    }
    while ready := [identity for identity, needs in waits.items() if not needs & waits.keys()]:
        for identity in ready:
            del waits[identity]
    return sorted(waits)


def _fault(file: str, key: str, problem: Text, remedy: Text) -> Fault:
    return Fault(file, key, problem, remedy)


_GIVEN = {POLLING_DAY, TERM_END}
_NO_BASE = Text("Daftar dasarnya tidak ada di atasnya.", "The list it is based on does not stand above it.")
_NAME_EARLIER = Text("Sebut daftar yang ditulis lebih dulu.", "Name a list written earlier in the file.")
_NO_STEPS = Text("Daftar ini tidak memuat langkah.", "This list holds no step.")
_ADD_STEPS = Text("Tulis langkahnya.", "Write its steps.")
_TWICE = Text("Langkah ini ditulis dua kali.", "This step is written twice.")
_RENAME = Text("Beri nama lain atau hapus salah satu.", "Rename or remove one of them.")
_CIRCLE = Text(
    "Waktunya bergantung pada dirinya sendiri.",
    "Its window depends on itself by way of other steps.",
)
_BREAK_CIRCLE = Text(
    "Hitung salah satunya dari hari pemungutan suara.",
    "Count one of them from the polling day.",
)
_BAD_ARTICLE = Text("Penulisan pasal tidak dikenal.", "The article is not written in a known form.")
_WRITE_ARTICLE = same("pp-16-2026:39(2).a")
_NOT_ONE = Text("Harus ada tepat satu dari on, after, before.", "Exactly one of on, after, before is needed.")
_KEEP_ONE = Text("Sisakan satu saja.", "Keep only one.")
_UNKNOWN_STEP = Text("Langkah yang disebut tidak ada.", "The step it names does not exist.")
_NAME_STEP = Text(
    "Sebut id langkah yang ada, polling_day, atau term_end.",
    "Name the id of a step, polling_day, or term_end.",
)
_BAD_SIDE = Text("Ujung waktunya tidak dikenal.", "That end of a window is not known.")
_WRITE_SIDE = Text("Tulis .start atau .end.", "Write .start or .end.")
_DAY_AND_WINDOW = Text(
    "Ada day dan juga start, end, atau length.", "There is day and also start, end or length."
)
_TOO_MUCH = Text("Ada start, end, dan length sekaligus.", "There are start, end and length at once.")
_DROP_LENGTH = Text(
    "Hapus salah satu; batas lama ditulis di law.", "Remove one; a limit of length goes to law."
)
_LADDER_EDGE = Text("Tangga perpanjangan perlu tepat satu ujung.", "A ladder needs exactly one end.")
_ONE_EDGE = Text("Tulis start saja atau end saja.", "Write start alone or end alone.")
_NO_WINDOW = Text("Waktunya tidak disebut.", "It has no window.")
_SAY_OPEN = Text(
    "Tulis day, start, atau end; bila peraturan tidak menyebutnya, jelaskan di open.",
    "Write day, start or end; where the law says none, say so in open.",
)
