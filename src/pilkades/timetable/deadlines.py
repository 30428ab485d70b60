"""Deadlines: the limit, whether an act keeps it, and the count said aloud."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from pilkades.base.day import Day
from pilkades.base.errors import PilkadesError
from pilkades.base.language import EMPTY, Language, Text, joined, weekday
from pilkades.timetable.days import (
    ONE_DAY,
    Answer,
    FirstDay,
    Period,
    Roll,
    Unit,
    Workdays,
    add,
    count_between,
    days_between,
    is_working_day,
    not_after,
    not_before,
    roll,
    same_day,
    subtract,
)


class Direction(StrEnum):
    """Which way a deadline runs from its anchor."""

    AFTER = "after"
    BEFORE = "before"


class Bound(StrEnum):
    """On which side of the limit the act must lie."""

    AT_LATEST = "at_latest"
    AT_EARLIEST = "at_earliest"
    EXACTLY = "exactly"


@dataclass(frozen=True, slots=True)
class Deadline:
    """`n` units after (before) an anchor; the anchor is a name that the caller resolves to a day."""

    n: int
    unit: Unit
    anchor: str
    direction: Direction = Direction.AFTER
    first_day: FirstDay = FirstDay.EXCLUDED
    roll: Roll = Roll.NONE
    bound: Bound = Bound.AT_LATEST

    @property
    def period(self) -> Period:
        """Its length."""
        return Period(self.n, self.unit)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether an act kept a deadline.

    `difference` is act minus limit in calendar days (least, most); `difference_in_unit` the same in the
    deadline's own unit, when both dates are known. `precedes_anchor` says whether the act lies on the far
    side of its anchor (a committee formed before the notice that it follows), which is another matter than
    being late.
    """

    answer: Answer
    limit: Day
    act: Day
    difference: tuple[int, int]
    difference_in_unit: int | None
    precedes_anchor: Answer
    explanation: Text


@dataclass(frozen=True, slots=True)
class Skipped:
    """A day that a count passed over, and why; `weekly` for a weekday of rest."""

    day: date
    reason: Text
    weekly: bool
    estimated: bool = False


def limit(deadline: Deadline, anchor_day: date, workdays: Workdays) -> date:
    """The day that the deadline names, counted from the day of its anchor.

    Raises:
        PilkadesError: code `hours-need-a-moment` for the unit hour (see `limit_moment`).
    """
    run = add if deadline.direction is Direction.AFTER else subtract
    counted = run(anchor_day, deadline.period, workdays, first_day=deadline.first_day)
    return roll(counted, deadline.roll, workdays)


def limit_moment(deadline: Deadline, anchor: datetime) -> datetime:
    """The moment that a deadline in hours names.

    Raises:
        PilkadesError: code `moment-needs-hours` for any other unit.
    """
    if deadline.unit is not Unit.HOUR:
        raise PilkadesError("moment-needs-hours", unit=deadline.unit.value)
    span = timedelta(hours=deadline.n)
    return anchor + span if deadline.direction is Direction.AFTER else anchor - span


_JUDGE: dict[Bound, Callable[[Day, Day], Answer]] = {
    Bound.AT_LATEST: not_after,
    Bound.AT_EARLIEST: not_before,
    Bound.EXACTLY: same_day,
}


def check(deadline: Deadline, anchor: Day, act: Day, workdays: Workdays) -> Outcome:
    """Hold an act against a deadline; dates that are half known may leave it undecided.

    The limit never moves back when the anchor moves forward, so its ends follow from the anchor's ends.
    """
    bounds = Day(limit(deadline, anchor.earliest, workdays), limit(deadline, anchor.latest, workdays))
    known = anchor.known and act.known
    return Outcome(
        answer=_JUDGE[deadline.bound](act, bounds),
        limit=bounds,
        act=act,
        difference=((act.earliest - bounds.latest).days, (act.latest - bounds.earliest).days),
        difference_in_unit=_in_unit(deadline, bounds.earliest, act.earliest, workdays) if known else None,
        precedes_anchor=_precedes(deadline, anchor, act),
        explanation=joined([_count_for(deadline, anchor, workdays), _compared(deadline, act, bounds)]),
    )


def _in_unit(deadline: Deadline, bound: date, act: date, workdays: Workdays) -> int:
    if deadline.unit in {Unit.MONTH, Unit.YEAR}:
        return (act - bound).days
    return count_between(bound, act, deadline.unit, workdays)


def _precedes(deadline: Deadline, anchor: Day, act: Day) -> Answer:
    far = Day(anchor.earliest - ONE_DAY, anchor.latest - ONE_DAY)
    if deadline.direction is Direction.AFTER:
        return not_after(act, far)
    return not_after(anchor, Day(act.earliest - ONE_DAY, act.latest - ONE_DAY))


def _count_for(deadline: Deadline, anchor: Day, workdays: Workdays) -> Text:
    if anchor.known:
        return aloud(deadline, anchor.earliest, workdays)
    return joined(
        [
            Text("Hari awalnya tidak diketahui pasti.", "The day it starts from is not known exactly."),
            aloud(deadline, anchor.earliest, workdays),
            aloud(deadline, anchor.latest, workdays),
        ]
    )


def _compared(deadline: Deadline, act: Day, bounds: Day) -> Text:
    side = {
        Bound.AT_LATEST: Text("paling lambat", "at the latest"),
        Bound.AT_EARLIEST: Text("paling cepat", "at the earliest"),
        Bound.EXACTLY: Text("tepat", "exactly"),
    }[deadline.bound]
    said = Text("Batas ({side}): {limit}. Tindakan: {act}.", "Limit ({side}): {limit}. Act: {act}.")
    sentence = said.fill(side=side, limit=bounds, act=act)
    if not (act.known and bounds.known):
        return sentence
    return joined([sentence, _apart((act.earliest - bounds.earliest).days)])


def _apart(days: int) -> Text:
    if days == 0:
        return Text("Tepat pada batas.", "On the limit itself.")
    late = Text("{n} hari kalender sesudah batas.", "{n} calendar day(s) after the limit.")
    early = Text("{n} hari kalender sebelum batas.", "{n} calendar day(s) before the limit.")
    return (late if days > 0 else early).fill(n=abs(days))


def skipped(first: date, last: date, workdays: Workdays) -> tuple[Skipped, ...]:
    """The days off from the first to the last (both included), each with its reason."""
    found = []
    for day in days_between(first, last):
        if is_working_day(day, workdays):
            continue
        weekly = day.weekday() in workdays.rest
        name = Text(weekday(day, Language.ID), weekday(day, Language.EN))
        reason = name if weekly else workdays.holidays[day]
        found.append(Skipped(day, reason, weekly, not weekly and day in workdays.estimated))
    return tuple(found)


def aloud(deadline: Deadline, anchor_day: date, workdays: Workdays) -> Text:
    """Say the count: from which day, how many, to which day, and which days were passed over and why."""
    end = limit(deadline, anchor_day, workdays)
    if deadline.n == 0 and end == anchor_day:
        return Text("Pada {day} juga.", "On {day} itself.").fill(day=anchor_day)
    after = deadline.direction is Direction.AFTER
    way = Text("sesudah", "after") if after else Text("sebelum", "before")
    sentence = Text("{period} {way} {anchor}{first}: {end}.", "{period} {way} {anchor}{first}: {end}.").fill(
        period=deadline.period.words,
        way=way,
        anchor=anchor_day,
        first=_first_words(deadline),
        end=_named(end),
    )
    # An anchor that is not counted is not passed over either.
    aside = ONE_DAY if deadline.first_day is FirstDay.EXCLUDED else timedelta(0)
    span = (anchor_day + aside, end) if after else (end, anchor_day - aside)
    return joined([sentence, passed_over(*span, deadline.unit, workdays), _rolled(deadline, anchor_day, end)])


def _first_words(deadline: Deadline) -> Text:
    if deadline.unit in {Unit.MONTH, Unit.YEAR} and deadline.first_day is FirstDay.EXCLUDED:
        return EMPTY
    if deadline.first_day is FirstDay.INCLUDED:
        return Text(" (hari itu ikut dihitung)", " (that day counted)")
    return Text(" (hari itu tidak dihitung)", " (that day not counted)")


def _named(day: date) -> Text:
    name = Text(weekday(day, Language.ID), weekday(day, Language.EN))
    return Text("{name}, {day}", "{name} {day}").fill(name=name, day=day)


def _rolled(deadline: Deadline, anchor_day: date, end: date) -> Text:
    if deadline.roll is Roll.NONE or deadline.unit is Unit.WORKING_DAY:
        return EMPTY
    run = add if deadline.direction is Direction.AFTER else subtract
    # Only calendar units reach this line, so an empty calendar counts the same days.
    counted = run(anchor_day, deadline.period, Workdays(), first_day=deadline.first_day)
    if counted == end:
        return EMPTY
    return Text("Digeser dari {day}, hari libur.", "Moved from {day}, a day off.").fill(day=_named(counted))


def passed_over(first: date, last: date, unit: Unit, workdays: Workdays) -> Text:
    """Which days between the two a count in working days leaves out, and of which it is not sure."""
    if unit is not Unit.WORKING_DAY:
        return EMPTY
    days = skipped(first, last, workdays)
    parts = [*_weekly(days), *[_one_off(day) for day in days if not day.weekly]]
    sentences = []
    if parts:
        listed = Text("; ".join(part.id for part in parts), "; ".join(part.en for part in parts))
        sentences.append(Text("Tidak dihitung: {listed}.", "Not counted: {listed}.").fill(listed=listed))
    sentences += [
        Text(
            "{day} ({name}) dihitung sebagai hari kerja; daerah belum menetapkannya.",
            "{day} ({name}) is counted as a working day; the county has not decided on it.",
        ).fill(day=_named(day), name=name)
        for day, name in sorted(workdays.undecided.items())
        if first <= day <= last and is_working_day(day, workdays)
    ]
    return joined(sentences)


def _weekly(days: tuple[Skipped, ...]) -> list[Text]:
    spoken = []
    for number in range(7):
        same = [day for day in days if day.weekly and day.day.weekday() == number]
        if len(same) == 1:
            spoken.append(_named(same[0].day))
        elif same:
            form = Text("{n} hari {name} ({first} s.d. {last})", "{n} {name}s ({first} to {last})")
            spoken.append(form.fill(n=len(same), name=same[0].reason, first=same[0].day, last=same[-1].day))
    return spoken


def _one_off(day: Skipped) -> Text:
    return Text("{day} ({reason})", "{day} ({reason})").fill(day=_named(day.day), reason=day.reason)
