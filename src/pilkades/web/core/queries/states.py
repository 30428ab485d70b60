"""What record, rulebook and today say together: findings, agenda, timetable. No rule is decided here."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TypeVar

from pilkades.acts.adopted import Adopted, adopted_timetable
from pilkades.acts.record import Record
from pilkades.base.errors import PilkadesError
from pilkades.base.findings import Finding
from pilkades.compliance.agenda import Item, agenda
from pilkades.compliance.facts import FactBook
from pilkades.compliance.judge import judge
from pilkades.compliance.planned import beside_rules
from pilkades.compliance.progress import Standing, standings
from pilkades.regulation.rulebook import Rulebook
from pilkades.timetable.days import Unit, Workdays, count_between
from pilkades.timetable.holidays_of import county_days, workdays_of
from pilkades.timetable.rows import Row
from pilkades.web.core.models import Election
from pilkades.web.core.queries.kept import Kept
from pilkades.web.core.queries.laws import law_of
from pilkades.web.core.queries.plans import Plan, laid_out, timetable_rows
from pilkades.web.core.queries.records import records_of

# Acts lie within two years of the polling day; a date typed further off brings its own years.
_YEARS_AROUND = 2
# Wider than the years that `append_act` lets in, so that what was recorded can always be read.
_REACH = 250

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class State:
    """An election as it stands: its record, the law that holds for it, and what follows on that day.

    `law_changed` says that the law data has been changed since the election was opened.
    """

    election: Election
    record: Record
    book: FactBook
    rulebook: Rulebook
    today: date
    law_changed: bool

    @property
    def findings(self) -> tuple[Finding, ...]:
        """One for each rule; kept by head and rulebook."""
        return _findings(self)

    @property
    def agenda(self) -> tuple[Item, ...]:
        """What is due, by whom, until when; kept by head, rulebook and day."""
        return _agenda(self)

    @property
    def timetable(self) -> tuple[Row, ...]:
        """The whole course as proposed for the polling day; empty where no list of steps holds then."""
        ends = (self.election.term_ends,) if self.election.term_ends else ()
        return timetable_rows(self.election.polling_day, self.rulebook.county, ends)

    @property
    def adopted_timetable(self) -> Adopted | None:
        """The timetable that the committee adopted, from the record; None while it adopted none."""
        return adopted_timetable(self.record)

    @property
    def plan(self) -> Plan:
        """The timetable that holds: the adopted one, else the proposal; it says which it is."""
        return laid_out(self.timetable, self.adopted_timetable)

    @property
    def planned(self) -> tuple[Standing, ...]:
        """The steps that the timetable asks for now or asked for before, and that no rule's limit covers."""
        return beside_rules(self.standings, self.agenda, self.rulebook, self.today)

    def working_days_to(self, day: date) -> int:
        """Working days from today to a day, of the county's calendar; negative when it is over."""
        return with_holidays(
            self.election,
            self.rulebook,
            lambda days: count_between(self.today, day, Unit.WORKING_DAY, days),
        )

    @property
    def standings(self) -> tuple[Standing, ...]:
        """Where each step of the timetable that holds stands today."""
        plan = self.plan.rows
        return with_holidays(
            self.election,
            self.rulebook,
            lambda days: standings(plan, self.book, self.rulebook, days, self.today),
        )


def state_of(election: Election, today: date) -> State:
    """The election as it stands on that day."""
    return states_of([election], today)[election.pk]


def states_of(elections: Iterable[Election], today: date) -> Mapping[int, State]:
    """Each election as it stands, by its id; one query for all, one more for a county with own values."""
    wanted = list(elections)
    records = records_of(wanted)
    return {election.pk: _state(election, records[election.pk], today) for election in wanted}


_BOOKS: Kept[str, FactBook] = Kept(most=1000)
_FINDINGS: Kept[tuple[str, str], tuple[Finding, ...]] = Kept(most=1000)
_AGENDAS: Kept[tuple[str, str, date], tuple[Item, ...]] = Kept(most=2000)


def forget() -> None:
    """Drop all that is kept; tests need it, nothing else does."""
    for kept in (_BOOKS, _FINDINGS, _AGENDAS):
        kept.clear()


def _state(election: Election, record: Record, today: date) -> State:
    law = law_of(election)
    book = _BOOKS.get(record.head)
    if book is None:
        book = FactBook.of(record.acts)
        _BOOKS.put(record.head, book)
    return State(election, record, book, law, today, law_changed=law.digest != election.rulebook_digest)


def _findings(state: State) -> tuple[Finding, ...]:
    key = (state.record.head, state.rulebook.digest)
    kept = _FINDINGS.get(key)
    if kept is None:
        kept = with_holidays(
            state.election, state.rulebook, lambda days: judge(state.book, state.rulebook, days)
        )
        _FINDINGS.put(key, kept)
    return kept


def _agenda(state: State) -> tuple[Item, ...]:
    key = (state.record.head, state.rulebook.digest, state.today)
    kept = _AGENDAS.get(key)
    if kept is None:
        kept = with_holidays(
            state.election,
            state.rulebook,
            lambda days: agenda(state.book, state.rulebook, days, state.today),
        )
        _AGENDAS.put(key, kept)
    return kept


def with_holidays(election: Election, law: Rulebook, ask: Callable[[Workdays], Answer]) -> Answer:
    """Ask with the holidays of the years around; when a date lies outside, load its year and ask again."""
    centre = election.polling_day.year
    first, last = centre - _YEARS_AROUND, centre + _YEARS_AROUND
    while True:
        try:
            return ask(_workdays(first, last, law.county))
        except PilkadesError as error:
            year = error.fields.get("year")
            if (
                error.code != "calendar-not-loaded"
                or not isinstance(year, int)
                or abs(year - centre) > _REACH
            ):
                raise
            first, last = min(first, year - 1), max(last, year + 1)


@lru_cache(maxsize=200)
def _workdays(first: int, last: int, county: str | None) -> Workdays:
    return workdays_of(range(first, last + 1), county_days(county) if county else None)
