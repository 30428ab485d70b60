"""How to object to the result, and until when: what the rules say, and what they leave open."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from pilkades.base.day import Day
from pilkades.base.language import EMPTY, Text, joined
from pilkades.compliance.dates import limits
from pilkades.compliance.look import Look
from pilkades.regulation.parameter import Held, Length, Unit
from pilkades.regulation.rule import DeadlineRule, GapRule, Rule
from pilkades.timetable.days import Unit as DayUnit
from pilkades.timetable.days import Workdays, count_between
from pilkades.timetable.holidays_of import county_days, workdays_of
from pilkades.web.core.queries.states import State
from pilkades.web.public.facts import cited
from pilkades.web.public.parts import Passage, Point
from pilkades.web.shared.components.due import Basis, Deadline
from pilkades.web.shared.components.words import long_day

_DISPUTE = "result_dispute."
_FILED_ON = "result_dispute.filed_on"
_POLL = "polling.date"

_HOW = Text("Cara mengajukan keberatan atas hasil", "How to object to the result")
_LIMIT = Text("Batas keberatan atas hasil", "Limit for objections to the result")
_PLANNED = Text(
    "Dihitung dari hari pemungutan suara yang ditetapkan, {poll}: sampai {day}.",
    "Counted from the day set for the poll, {poll}: until {day}.",
)
_HELD = Text(
    "Dihitung dari hari pemungutan suara yang tercatat, {poll}: sampai {day}.",
    "Counted from the day of the poll on record, {poll}: until {day}.",
)
_UNKNOWN = Text("Batas waktu mengajukan belum diketahui.", "Until when one may object is not known.")
_SILENT = Text(
    "Aturan yang sudah dibaca tidak menyebut batas waktu dan caranya.",
    "The rules read so far name neither limit nor way.",
)
_READINGS = Text("Teks dapat dibaca dengan dua cara: {each}.", "The text can be read in two ways: {each}.")
_OPEN = Text("Belum diatur: {what}", "Left open: {what}")
_ASK = Text(
    "Bentuk surat dan alamatnya belum diketahui di sini. Tanyakan kepada panitia desa.",
    "Form and address are not known here. Ask the village committee.",
)


@dataclass(frozen=True, slots=True)
class Limit:
    """The last day for filing, the poll that it is counted from, and whether that poll is on record."""

    rule: DeadlineRule
    period: Held
    day: date
    poll: date
    held: bool

    @property
    def basis(self) -> tuple[Basis, ...]:
        """Where the period itself stands; the rule cites every article on the matter, silent ones too."""
        return (Basis(self.period.article, self.period.evidence.value),) if self.period.article else ()


def limit_of(state: State) -> Limit | None:
    """The last day for filing, where a rule names a period; by the stricter reading of it.

    It is counted from the day of the poll: the one on record, or before that the day that was set.
    """
    rule = next(
        (each for each in _rules(state) if isinstance(each, DeadlineRule) and each.fact == _FILED_ON), None
    )
    if rule is None:
        return None
    anchor = _anchor(rule, state)
    if anchor is None:
        return None
    look = Look(state.book, state.rulebook, _workdays(anchor.year, state.rulebook.county))
    period = look.held(rule.limit)
    if period is None or not isinstance(period.value, Length) or Unit.HOUR in period.value.units:
        return None
    day = min(each.earliest for _, each in limits(rule, Day.exactly(anchor), period.value, look))
    held = rule.anchor == _POLL and bool(state.book.alternatives(_POLL))
    return Limit(rule, period, day, anchor, held)


def deadline_of(state: State) -> Deadline | None:
    """The limit as a component; what is left is counted from the poll to the last day only."""
    found = limit_of(state)
    if found is None:
        return None
    left = None
    if found.poll <= state.today <= found.day:
        days = _workdays(found.poll.year, state.rulebook.county)
        left = count_between(state.today, found.day, DayUnit.WORKING_DAY, days)
    return Deadline(found.day, state.today, left, basis=found.basis, what=_LIMIT)


def how_to_object(state: State) -> Passage:
    """What the rules say of objections, one point for each rule; what they leave open is said as open."""
    rules = sorted(_rules(state), key=lambda rule: (isinstance(rule, GapRule), not _on_filing(rule)))
    found = limit_of(state)
    points = [_point(rule, found) for rule in rules]
    if found is None:
        points.insert(0, Point(_UNKNOWN if rules else joined([_UNKNOWN, _SILENT])))
    return Passage(_HOW, points=(*points, Point(_ASK)), anchor="keberatan")


def _rules(state: State) -> tuple[Rule, ...]:
    """Every rule that speaks of a dispute of the result, of nation and county alike."""
    return tuple(rule for rule in state.rulebook.rules if any(_speaks_of_it(fact) for fact in _facts(rule)))


def _facts(rule: Rule) -> list[str]:
    return [str(getattr(rule, "fact", "")), *(condition.fact for condition in rule.when)]


def _speaks_of_it(fact: str) -> bool:
    return fact.startswith(_DISPUTE)


def _on_filing(rule: Rule) -> bool:
    return getattr(rule, "fact", None) == _FILED_ON


def _point(rule: Rule, found: Limit | None) -> Point:
    basis = tuple(cited(article) for article in rule.articles)
    if isinstance(rule, GapRule):
        return Point(_OPEN.fill(what=rule.norm), basis)
    notes = [rule.note]
    if found is not None and rule is found.rule:
        basis = found.basis
        words = _HELD if found.held else _PLANNED
        notes.insert(0, words.fill(poll=long_day(found.poll), day=long_day(found.day)))
        notes += [_OPEN.fill(what=other.unknown) for other in found.period.beside if other.unknown]
    if len(rule.readings) > 1:
        labels = [reading.label for reading in rule.readings]
        notes.append(_READINGS.fill(each=joined(labels, "; ")))
    return Point(rule.norm, basis, joined(notes) or EMPTY)


def _anchor(rule: DeadlineRule, state: State) -> date | None:
    """The day from which it is counted; none where the sources differ or the day is not fully known."""
    stated = state.book.alternatives(rule.anchor)
    if not stated and rule.anchor == _POLL:
        return state.election.polling_day
    day = stated[0].value if len(stated) == 1 else None
    return day.earliest if isinstance(day, Day) and day.known else None


@lru_cache(maxsize=50)
def _workdays(year: int, county: str | None) -> Workdays:
    return workdays_of(range(year - 1, year + 3), county_days(county) if county else None)
