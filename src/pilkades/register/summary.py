"""Counts of a list by dusun, sex, age, disability and first vote: the only part that may be published."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import accumulate, pairwise, takewhile

from pilkades.base.day import Day
from pilkades.base.language import Text
from pilkades.register.nik import SEXES
from pilkades.register.reasons import Poll
from pilkades.register.spans import of_age
from pilkades.register.voter import DISABILITIES, Disability, Voter
from pilkades.timetable.days import Answer

# No cell below this leaves the committee for a campaign (design, section 8).
LEAST_CELL = 10
# The lower ends of the age bands above the least age of a voter; no text sets them.
BANDS = (21, 31, 41, 51, 61)
_UNKNOWN = Text("tidak disebut", "not stated")


class By(StrEnum):
    """What a table counts by."""

    DUSUN = "dusun"
    SEX = "sex"
    AGE = "age"
    DISABILITY = "disability"
    FIRST_VOTE = "first_vote"


TABLES = {
    By.DUSUN: Text("menurut dusun", "by dusun"),
    By.SEX: Text("menurut jenis kelamin", "by sex"),
    By.AGE: Text("menurut umur pada hari pemungutan suara", "by age on the polling day"),
    By.DISABILITY: Text("menurut ragam disabilitas", "by kind of disability"),
    By.FIRST_VOTE: Text("pemilih pemula", "first-time voters"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One line of a table; `count` is None where it is withheld."""

    label: Text
    count: int | None


@dataclass(frozen=True, slots=True)
class Summary:
    """The tables of a list. Persons with several disabilities stand in several lines of that table."""

    total: int | None
    tables: Mapping[By, tuple[Cell, ...]]


def summarise(voters: Iterable[Voter], poll: Poll, previous_poll: date | None = None) -> Summary:
    """Count a list exactly, as the committee's own berita acara needs it.

    First-time voters are those who had not reached the least age at the village's previous poll; without the
    day of that poll the table is left out. By age alone: the day of a marriage is not on the list.
    """
    least_age = int(poll.rulebook.held("voter.age_min").value)
    bands = (least_age, *BANDS)
    names = _band_names(bands)
    counted: dict[By, Counter[Text]] = {by: Counter() for by in By}
    total = 0
    # One pass, so that a list of any length can be counted without being held.
    for voter in voters:
        total += 1
        counted[By.DUSUN][_plain(voter.dusun)] += 1
        counted[By.SEX][SEXES[voter.sex] if voter.sex else _UNKNOWN] += 1
        counted[By.AGE][_band(voter.birth, poll.day, bands, names)] += 1
        counted[By.DISABILITY].update(DISABILITIES[kind] for kind in voter.disabilities)
        if previous_poll is not None:
            counted[By.FIRST_VOTE][_first_vote(voter.birth, previous_poll, least_age)] += 1
    tables = {
        By.DUSUN: _table(counted[By.DUSUN]),
        By.SEX: _table(counted[By.SEX]),
        By.AGE: _in_order(counted[By.AGE], names),
        By.DISABILITY: _in_order(counted[By.DISABILITY], [DISABILITIES[kind] for kind in Disability]),
    }
    if previous_poll is not None:
        tables[By.FIRST_VOTE] = _in_order(counted[By.FIRST_VOTE], [_FIRST, _NOT_FIRST, _UNKNOWN])
    return Summary(total, tables)


def published(summary: Summary, least: int = LEAST_CELL) -> Summary:
    """The same tables with small cells withheld, and as many more as keep those from being worked out.

    Who reads the page may know this rule, and that no line counts nobody. So what is withheld in a table adds
    up to `least` or more, is more than one line, and neither the least nor the most that so many small lines
    can hold; a table of which that cannot be said shows no line. Kinds of disability overlap and add up to
    nothing that is shown: there the small lines alone are withheld. First-time voters are a part of the
    young: their table shows no line where it and the ages, taken from each other, leave a small number.
    """
    tables = {by: _withheld(cells, least, parts=by in _PARTS) for by, cells in summary.tables.items()}
    total = summary.total if (summary.total or 0) >= least else None
    first, ages = tables.get(By.FIRST_VOTE, ()), tables.get(By.AGE, ())
    if first and _small_between(first, ages, least):
        tables[By.FIRST_VOTE] = ()
    return Summary(total, tables)


# The tables whose lines add up to the total.
_PARTS = frozenset({By.DUSUN, By.SEX, By.AGE, By.FIRST_VOTE})


def _withheld(cells: tuple[Cell, ...], least: int, *, parts: bool) -> tuple[Cell, ...]:
    """The lines with the small ones hidden, and with the next larger, all of one size at once.

    Hiding one of two equal lines would tell by its place which of the others are small.
    """
    counts = [cell.count or 0 for cell in cells]
    hidden_to: int | None = least - 1
    if parts and min(counts, default=least) < least:
        steps = [least - 1, *sorted({count for count in counts if count >= least})]
        enough = (step for step in steps if _kept_apart([n for n in counts if n <= step], least))
        hidden_to = next(enough, None)
    if hidden_to is None:
        return ()
    return tuple(Cell(cell.label, cell.count if (cell.count or 0) > hidden_to else None) for cell in cells)


def _kept_apart(hidden: list[int], least: int) -> bool:
    """Whether the sum of the hidden lines gives none of them away."""
    lines, people = len(hidden), sum(hidden)
    at_most = max(hidden) < least and people == lines * (least - 1)
    return lines > 1 and people >= least and people > lines and not at_most


def _small_between(first: tuple[Cell, ...], ages: tuple[Cell, ...], least: int) -> bool:
    """Whether first-time voters less the youngest bands, or the others less the oldest, are a few people."""
    bands = [cell.count for cell in ages if cell.label != _UNKNOWN]
    counts = {cell.label: cell.count for cell in first}
    for label, in_order in ((_FIRST, bands), (_NOT_FIRST, bands[::-1])):
        people = counts.get(label)
        shown = takewhile(lambda count: count is not None, in_order)
        sums = accumulate(count or 0 for count in shown)
        if people is not None and any(0 < abs(people - so_far) < least for so_far in sums):
            return True
    return False


def _plain(words: str) -> Text:
    return Text(words, words) if words else _UNKNOWN


def _table(counted: Counter[Text]) -> tuple[Cell, ...]:
    return tuple(Cell(label, counted[label]) for label in sorted(counted, key=lambda label: label.id))


def _in_order(counted: Counter[Text], order: list[Text]) -> tuple[Cell, ...]:
    return tuple(Cell(label, counted[label]) for label in order if counted[label])


def _band_names(bands: tuple[int, ...]) -> list[Text]:
    below = Text("di bawah {n}", "under {n}").fill(n=bands[0])
    between = [
        Text("{low}–{high}", "{low}–{high}").fill(low=low, high=following - 1)
        for low, following in pairwise(bands)
    ]
    above = Text("{n} ke atas", "{n} and over").fill(n=bands[-1])
    return [below, *between, above, _UNKNOWN]


def _band(birth: Day | None, on: date, bands: tuple[int, ...], names: list[Text]) -> Text:
    """The band of an age on that day; a birth date that fits two bands is in none."""
    if birth is None:
        return _UNKNOWN
    reached = [of_age(birth, low, on) for low in bands]
    return _UNKNOWN if Answer.UNDECIDED in reached else names[reached.count(Answer.YES)]


_FIRST = Text("pemilih pemula", "first-time voters")
_NOT_FIRST = Text("pernah cukup umur pada pemilihan lalu", "of age at the previous poll")


def _first_vote(birth: Day | None, previous: date, least_age: int) -> Text:
    answer = Answer.UNDECIDED if birth is None else of_age(birth, least_age, previous)
    return {Answer.YES: _NOT_FIRST, Answer.NO: _FIRST, Answer.UNDECIDED: _UNKNOWN}[answer]
