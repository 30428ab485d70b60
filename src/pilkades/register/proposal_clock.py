"""Until when proposals on a posted list are accepted, in the county's days, and what becomes of late ones."""

from dataclasses import dataclass
from datetime import date

from pilkades.base.article import Article
from pilkades.base.day import Day
from pilkades.base.language import EMPTY, Language, Text, joined, weekday
from pilkades.register.changes import ChangeKind, may_touch
from pilkades.register.grounds import Ground
from pilkades.register.lists import ListKind
from pilkades.regulation.parameter import Held, Length
from pilkades.regulation.parameter import Unit as LawUnit
from pilkades.regulation.rulebook import Rulebook
from pilkades.timetable.days import ONE_DAY, Answer, FirstDay, Unit, Workdays, not_after
from pilkades.timetable.deadlines import Deadline, aloud, limit


@dataclass(frozen=True, slots=True)
class Posted:
    """A list's days as the record or the adopted timetable has them; None is "not known".

    `until` is the last day on which the committee posts the list or takes proposals; `fixed_on` the day on
    which the list, corrected, is adopted. `unlisted_until` is the last day on which the committee registers
    additional voters.
    """

    since: Day | None
    until: Day | None = None
    fixed_on: date | None = None
    unlisted_until: Day | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """The time for proposals on one list.

    `closes` is the last day on which they are accepted; where the text leaves the kind of day open it spans
    both readings. `late_served` is NO where the text sends late ones away, UNDECIDED where it is silent.
    `decide_by` is the last day before the list is fixed; no text read sets a number of days. `unlisted` is
    the last day for those who are not on the DPS, where the law of the day registers them after it.
    """

    on: ListKind
    closes: Day | None
    explanation: Text
    articles: tuple[Article, ...]
    late_served: Answer
    late_message: Text
    late_article: Article | None
    decide_by: date | None
    decide_message: Text
    question: Text = EMPTY
    unlisted: Day | None = None
    unlisted_message: Text = EMPTY
    unlisted_article: Article | None = None

    def closes_for(self, ground: Ground | None) -> Day | None:
        """The last day for a ground: who is not listed has longer, where the law says so."""
        return (self.unlisted or self.closes) if ground is Ground.NOT_LISTED else self.closes

    def in_time(self, filed: date, ground: Ground | None = None) -> Answer:
        """Whether a proposal of that day is in time; undecided between two readings, or with days unknown."""
        closes = self.closes_for(ground)
        return Answer.UNDECIDED if closes is None else not_after(Day.exactly(filed), closes)

    @property
    def closes_words(self) -> Text:
        """Until when, in one line for the citizen."""
        if self.closes is None:
            return Text("Hari terakhir usul belum diketahui.", "The last day for proposals is not known yet.")
        if self.closes.known:
            return Text("Usul diterima sampai {day}.", "Proposals are accepted until {day}.").fill(
                day=named(self.closes.latest)
            )
        return Text(
            "Usul diterima sampai {first}. Teks dapat juga dibaca sampai {last}.",
            "Proposals are accepted until {first}. The text can also be read as until {last}.",
        ).fill(first=named(self.closes.earliest), last=named(self.closes.latest))


def named(day: date) -> Text:
    """`Senin, 7 Desember 2026`."""
    name = Text(weekday(day, Language.ID), weekday(day, Language.EN))
    return Text("{name}, {day}", "{name}, {day}").fill(name=name, day=day)


# What sets the time of proposals on each list, and whether the first day is itself counted. A time "since the
# posting" starts the day after; a posting "for three days" begins with its first.
_TIMES = {
    ListKind.DPS: (
        ("voters.corrections", FirstDay.EXCLUDED),
        ("voters.dps_posting", FirstDay.INCLUDED),
    ),
    ListKind.DPTB: (("voters.dptb_posting", FirstDay.INCLUDED),),
    ListKind.DPT: (),
}
_NO_TIME = Text(
    "Teks yang dibaca tidak menyebut sampai kapan usul diterima. Panitia menentukannya.",
    "The text read does not say until when proposals are accepted. The committee sets it.",
)


def proposal_clock(on: ListKind, rulebook: Rulebook, posted: Posted, workdays: Workdays) -> Clock:
    """The clock of a list by the law of the day, counted in the county's own working days.

    The time is a right of the residents: where the committee takes proposals longer than the text, they may
    come as long; a shorter time of its own cuts nothing. Proposals on an adopted DPT have no time.
    """
    held, first_day = _time_of(on, rulebook)
    closes, explanation = _closes(held, first_day, posted, workdays)
    proposers = rulebook.parameters.get("voters.proposers")
    sources = [held.article if held else None, proposers.article if proposers else None]
    articles = tuple(dict.fromkeys(article for article in sources if article is not None))
    late_served, late_message, late_article = _late(rulebook)
    decide_by, decide_message = _decide_by(rulebook, posted)
    questions = (rulebook.question_of(article) for article in articles)
    closed = on is ListKind.DPT
    registration = rulebook.parameters.get("voters.dptb_registration") if on is ListKind.DPS else None
    unlisted, unlisted_message = _unlisted(registration, rulebook, closes, posted, workdays)
    return Clock(
        on=on,
        closes=closes,
        explanation=may_touch(ChangeKind.CORRECTED, rulebook).message if closed else explanation,
        articles=articles,
        late_served=late_served,
        late_message=late_message,
        late_article=late_article,
        decide_by=decide_by,
        decide_message=decide_message,
        question=next(filter(None, questions), EMPTY),
        unlisted=unlisted,
        unlisted_message=unlisted_message,
        unlisted_article=registration.article if registration and unlisted else None,
    )


_UNLISTED = Text(
    "Yang belum ada di daftar dapat melapor sampai {day}.", "Who is not on the list may report until {day}."
)
_UNLISTED_OPEN = Text(
    "Yang belum ada di daftar dapat melapor sampai {first}. Teks dapat juga dibaca sampai {last}.",
    "Who is not on the list may report until {first}. The text can also be read as until {last}.",
)


def _unlisted(
    held: Held | None, rulebook: Rulebook, closes: Day | None, posted: Posted, workdays: Workdays
) -> tuple[Day | None, Text]:
    """Until when those who are not on the DPS are registered: some days more than proposals are accepted.

    Where the text does not name the first of those days, it may be read as running beside the posting: then
    every day up to the longest reading is open to the committee. Its own last day ends them.
    """
    if held is None or closes is None or not isinstance(held.value, Length):
        return None, EMPTY
    ends = [_last_day(held.value, unit, FirstDay.EXCLUDED, closes, workdays) for unit in held.value.units]
    start = rulebook.parameters.get("voters.dptb_registration_from")
    after = start is not None and not start.unknown and start.value == "dps_posting_end"
    first = min(end.earliest for end in ends) if after else closes.earliest
    last = max(end.latest for end in ends)
    if posted.unlisted_until is not None:
        first = max(closes.earliest, posted.unlisted_until.earliest)
        last = max(closes.latest, posted.unlisted_until.latest)
    days = Day(first, last)
    message = (_UNLISTED if days.known else _UNLISTED_OPEN).fill(
        day=named(last), first=named(first), last=named(last)
    )
    question = start.unknown if start is not None and posted.unlisted_until is None else EMPTY
    return days, joined([message, question])


def _time_of(on: ListKind, rulebook: Rulebook) -> tuple[Held | None, FirstDay]:
    for name, first_day in _TIMES[on]:
        held = rulebook.parameters.get(name)
        if held is not None and isinstance(held.value, Length):
            return held, first_day
    return None, FirstDay.EXCLUDED


def _closes(
    held: Held | None, first_day: FirstDay, posted: Posted, workdays: Workdays
) -> tuple[Day | None, Text]:
    if held is None:
        return posted.until, _NO_TIME
    length: Length = held.value
    if posted.since is None:
        unknown = Text(
            "{period} sejak diumumkan; hari pengumuman belum diketahui.",
            "{period} from the posting; the day of the posting is not known yet.",
        )
        return posted.until, unknown.fill(period=length)
    by_unit = {unit: _last_day(length, unit, first_day, posted.since, workdays) for unit in length.units}
    days = list(by_unit.values())
    by_text = Day(min(day.earliest for day in days), max(day.latest for day in days))
    counted = [
        aloud(_deadline(length, unit, first_day), posted.since.earliest, workdays) for unit in length.units
    ]
    open_unit = Text("Teks tidak menyebut jenis hari.", "The text does not say which days.")
    said = [*counted, open_unit if len({*days}) > 1 else EMPTY]
    if posted.until is None or posted.until.latest <= by_text.earliest:
        return by_text, joined(said)
    longer = Text("Panitia menerima usul sampai {day}.", "The committee accepts proposals until {day}.")
    closes = Day(max(by_text.earliest, posted.until.earliest), max(by_text.latest, posted.until.latest))
    return closes, joined([*said, longer.fill(day=posted.until)])


def _deadline(length: Length, unit: LawUnit, first_day: FirstDay) -> Deadline:
    return Deadline(n=length.n, unit=Unit(unit.value), anchor="posted", first_day=first_day)


def _last_day(length: Length, unit: LawUnit, first_day: FirstDay, since: Day, workdays: Workdays) -> Day:
    deadline = _deadline(length, unit, first_day)
    return Day(limit(deadline, since.earliest, workdays), limit(deadline, since.latest, workdays))


_LATE_SILENT = Text(
    "Teks yang dibaca tidak menyebut usul yang terlambat. Panitia memutuskan dengan dasar yang dicatat.",
    "The text read does not speak of late proposals. The committee decides, with its basis on record.",
)


def _late(rulebook: Rulebook) -> tuple[Answer, Text, Article | None]:
    held = rulebook.parameters.get("voters.late_proposals_served")
    if held is None:
        return Answer.UNDECIDED, _LATE_SILENT, None
    if held.unknown:
        return Answer.UNDECIDED, joined([held.unknown, _LATE_SILENT]), held.article
    if held.value:
        return Answer.YES, Text("Usul yang terlambat dilayani.", "Late proposals are served."), held.article
    message = Text(
        "Usul yang terlambat tidak dilayani dan tidak memengaruhi hasil pemilihan.",
        "Late proposals are not served and do not affect the result of the election.",
    )
    return Answer.NO, message, held.article


def _decide_by(rulebook: Rulebook, posted: Posted) -> tuple[date | None, Text]:
    held = rulebook.parameters.get("voters.proposal_decision")
    open_time = held.unknown if held is not None else EMPTY
    if not open_time:
        open_time = Text(
            "Teks yang dibaca tidak menyebut lama memutus usul.",
            "The text read sets no time to decide on proposals.",
        )
    if posted.fixed_on is None:
        return None, open_time
    last = posted.fixed_on - ONE_DAY
    before = Text(
        "Paling lambat {day}, sebelum daftar ditetapkan.", "{day} at the latest, before the list is adopted."
    )
    return last, joined([before.fill(day=named(last)), open_time])
