"""The days of an election for everyone: the adopted timetable, else the proposal, and which it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pilkades.base.findings import Stage
from pilkades.base.language import EMPTY, Text, joined
from pilkades.timetable.rows import Row
from pilkades.web.core.queries.states import State
from pilkades.web.public.facts import day_words
from pilkades.web.shared.components.words import long_day

PUBLIC_STEPS = frozenset(
    {
        "dps-posting", "dptb-posting", "dpt-posting", "announcement", "registration", "candidates-posting",
        "lot", "campaign", "quiet", "polling", "winner", "dispute-filing", "inauguration",
    }
)  # fmt: skip
"""Steps of a timetable in which everyone may take part, or whose outcome everyone is told."""

_PROPOSED = Text(
    "Tanggal ini usulan menurut hukum yang berlaku. Panitia belum menetapkan jadwal.",
    "These dates are proposed by the law in force. The committee has not adopted a timetable yet.",
)
_ADOPTED = Text(
    "Tanggal ini dari jadwal yang ditetapkan panitia {day}.",
    "These dates are of the timetable that the committee adopted on {day}.",
)
_ADOPTED_NO_DAY = Text(
    "Tanggal ini dari jadwal yang ditetapkan panitia.",
    "These dates are of the timetable that the committee adopted.",
)
_DOCUMENT = Text("Surat: {number}.", "Document: {number}.")
_NONE = Text(
    "Tanggal belum diketahui. Hukum yang sudah dibaca tidak memuat langkah untuk hari itu.",
    "The dates are not known. The law read so far holds no steps for that day.",
)
_BY_PROPOSAL = Text("menurut usulan jadwal", "as proposed")
_PROPOSAL = Text("usulan jadwal", "proposed")
_BY_ADOPTION = Text("menurut jadwal panitia", "as adopted")
_ADOPTION = Text("jadwal panitia", "adopted")
_RANGE = Text("{start} sampai {end}", "{start} to {end}")


@dataclass(frozen=True, slots=True)
class Dates:
    """The rows in their order; `which` says whether they were adopted, `by` the same inside a sentence."""

    rows: tuple[Row, ...]
    which: Text
    by: Text
    mark: Text

    def of(self, stage: Stage) -> tuple[Row, ...]:
        """The rows of a stage that have a day, by their first day."""
        dated = [row for row in self.rows if row.stage is stage and first_day(row) is not None]
        return tuple(sorted(dated, key=lambda row: (_days(row), str(row.key))))

    def next(self, today: date) -> Row | None:
        """The step that is open to everyone today or begins next."""
        coming = [
            row
            for row in self.rows
            if row.key.step in PUBLIC_STEPS and (days := _days(row)) and days[-1] >= today
        ]
        return min(coming, key=_days, default=None)

    def of_act(self, kind: str) -> Row | None:
        """The first row in which an act of that kind belongs."""
        return next((row for row in self.rows if kind in {path.partition(".")[0] for path in row.acts}), None)


def dates_of(state: State) -> Dates:
    """The days that hold for a village, and where they come from."""
    plan = state.plan
    if plan.adopted is None:
        return Dates(plan.rows, _PROPOSED if plan.rows else _NONE, _BY_PROPOSAL, _PROPOSAL)
    day, number = plan.adopted.on, plan.adopted.document
    said = _ADOPTED.fill(day=day_words(day)) if day is not None else _ADOPTED_NO_DAY
    which = joined([said, _DOCUMENT.fill(number=number) if number else EMPTY])
    return Dates(plan.rows, which, _BY_ADOPTION, _ADOPTION)


def first_day(row: Row) -> date | None:
    """The first day of a step; where only its last is set, that."""
    return row.start or row.end


def span(rows: Iterable[Row]) -> Text | None:
    """From the first day of the rows to the last, with weekdays; None without a day."""
    days = [day for row in rows for day in _days(row)]
    if not days:
        return None
    first, last = min(days), max(days)
    if first == last:
        return long_day(first)
    return _RANGE.fill(start=long_day(first, year=first.year != last.year), end=long_day(last))


def _days(row: Row) -> tuple[date, ...]:
    """First and last day, as far as they are set."""
    return tuple(day for day in (first_day(row), row.end or row.start) if day is not None)


def capital(words: Text) -> Text:
    """The same words at the head of a line."""
    return Text(*(half[:1].upper() + half[1:] for half in (words.id, words.en)))
