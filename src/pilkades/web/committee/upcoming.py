"""What comes next by the timetable, for days on which nothing is due."""

from datetime import date

from pilkades.acts.act import KINDS
from pilkades.base.language import EMPTY, Text
from pilkades.compliance.planned import kind_of
from pilkades.compliance.progress import Progress
from pilkades.web.committee.frame import Reader
from pilkades.web.committee.windows import window_of
from pilkades.web.committee.work import form_of
from pilkades.web.shared.components.due import Task

MOST = 3

_RECORD = Text("Catat: {act}", "Record: {act}")
_BY = Text("Oleh {who}", "By {who}")
_COMING = frozenset({Progress.AHEAD, Progress.BLOCKED})


def upcoming(reader: Reader) -> tuple[Task, ...]:
    """The next three acts of the timetable that must come and whose days have not begun, earliest first."""
    adopted = reader.state.plan.adopted is not None
    found: dict[str, tuple[date, Task]] = {}
    for one in reader.state.standings:
        kind, window = kind_of(one), window_of(one.row, adopted=adopted)
        if window is None or not kind or one.row.conditional or one.progress not in _COMING:
            continue
        if window.start <= reader.today:
            continue
        who = _BY.fill(who=one.row.who) if one.row.who else EMPTY
        task = Task(form_of(reader, kind), _RECORD.fill(act=KINDS[kind].label), note=window.note, who=who)
        if kind not in found or window.start < found[kind][0]:
            found[kind] = (window.start, task)
    return tuple(task for _, task in sorted(found.values(), key=lambda pair: pair[0]))[:MOST]
