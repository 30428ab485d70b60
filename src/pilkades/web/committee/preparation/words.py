"""Windows and periods as the timetable says them."""

from pilkades.base.language import EMPTY, Text
from pilkades.timetable.days import Period
from pilkades.timetable.proposal import Window
from pilkades.timetable.rows import Row
from pilkades.web.shared.components.words import long_day

_NOT_SET = Text("Belum dapat ditentukan", "Cannot be set yet")


def days_of(window: Window) -> Text:
    """From the first day to the last, each with its weekday; a year that both share is said once."""
    match window.start, window.end:
        case None, None:
            return _NOT_SET
        case None, end if end:
            return Text("Paling lambat {day}", "By {day}").fill(day=long_day(end))
        case start, None if start:
            return Text("Mulai {day}", "From {day}").fill(day=long_day(start))
        case start, end if start and end and start != end:
            return Text("{start} sampai {end}", "{start} to {end}").fill(
                start=long_day(start, year=start.year != end.year), end=long_day(end)
            )
        case _, end if end:
            return long_day(end)
    return _NOT_SET


def label_of(row: Row) -> Text:
    """The name of a step with a capital at its head."""
    return Text(*(half[:1].upper() + half[1:] for half in (row.label.id, row.label.en)))


def period_of(row: Row) -> Text:
    """`10 hari kerja`; nothing where the source names no period."""
    return Period(row.n, row.unit).words if row.n is not None and row.unit is not None else EMPTY
