"""When each kind of act has its place in the timetable that holds: the adopted one, else the proposal."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from pilkades.acts.act import KINDS
from pilkades.base.language import Text
from pilkades.timetable.rows import Row
from pilkades.web.committee.frame import Reader
from pilkades.web.shared.components.words import long_day

_DAYS = Text("{start} sampai {end}", "{start} to {end}")
_PROPOSED = Text("Rancangan jadwal: {days}.", "Proposed timetable: {days}.")
_ADOPTED = Text("Jadwal panitia: {days}.", "The committee's timetable: {days}.")
_IF_NEED_BE = Text("Bila diperlukan. {note}", "If need be. {note}")


@dataclass(frozen=True, slots=True)
class Window:
    """The days that the timetable gives a kind of act; `conditional` for what need not come at all."""

    start: date
    end: date
    adopted: bool
    conditional: bool

    @property
    def words(self) -> Text:
        """One day, or from and to."""
        if self.start == self.end:
            return long_day(self.start)
        return _DAYS.fill(
            start=long_day(self.start, year=self.start.year != self.end.year), end=long_day(self.end)
        )

    @property
    def note(self) -> Text:
        """Its days, which timetable says so, and whether it need come at all."""
        said = (_ADOPTED if self.adopted else _PROPOSED).fill(days=self.words)
        return _IF_NEED_BE.fill(note=said) if self.conditional else said


def windows_of(reader: Reader) -> Mapping[str, Window]:
    """Kind -> its days; empty where no list of steps holds and none was adopted.

    The first act that a step names is the one that does it; another only shows that it was done, and has its
    days from this step where no step is its own. Where one step must come and another need not, the days of
    the first are the kind's.
    """
    plan = reader.state.plan
    own: dict[str, Window] = {}
    shown: dict[str, Window] = {}
    for row in plan.rows:
        window = window_of(row, adopted=plan.adopted is not None)
        if window is not None:
            for place, kind in enumerate(kinds_in(row)):
                _add(shown if place else own, kind, window)
    return {**shown, **own}


def _add(found: dict[str, Window], kind: str, window: Window) -> None:
    held = found.get(kind)
    if held is None or (held.conditional and not window.conditional):
        found[kind] = window
    elif held.conditional or not window.conditional:
        found[kind] = replace(held, start=min(held.start, window.start), end=max(held.end, window.end))


def window_of(row: Row, *, adopted: bool) -> Window | None:
    """The days of one step; None where it has none."""
    days = [day for day in (row.start, row.end) if day is not None]
    return Window(min(days), max(days), adopted, row.conditional) if days else None


def kinds_in(row: Row) -> tuple[str, ...]:
    """The kinds of acts that do a step."""
    heads = dict.fromkeys(path.partition(".")[0] for path in row.acts)
    return tuple(kind for kind in heads if kind in KINDS)
