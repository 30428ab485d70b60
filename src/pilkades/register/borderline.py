"""People to look at again: near a limit, between two readings, or answered otherwise on another day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pilkades.base.day import Day
from pilkades.base.language import Text
from pilkades.register.eligibility import judge, reference_day
from pilkades.register.reasons import Poll, Reason, Requirement
from pilkades.register.spans import birthday, came_in_time, latest_arrival, of_age
from pilkades.register.voter import Marital, Voter
from pilkades.regulation.parameter import Length
from pilkades.timetable.days import Answer

DAYS_AROUND = 30


@dataclass(frozen=True, slots=True)
class Borderline:
    """A row near a limit: which one (its position in the list), by which requirement, and how near."""

    position: int
    requirement: Requirement
    message: Text


@dataclass(frozen=True, slots=True)
class Changed:
    """A row whose answer differs between two polls."""

    position: int
    was: Answer
    now: Answer
    reasons: tuple[Reason, ...]


def borderline(voters: Sequence[Voter], poll: Poll, days: int = DAYS_AROUND) -> tuple[Borderline, ...]:
    """Rows that a few days, or the other reading of a text, would decide otherwise."""
    return tuple(
        Borderline(position, requirement, message)
        for position, voter in enumerate(voters)
        for requirement, message in (*_near_age(voter, poll, days), *_near_residence(voter, poll, days))
    )


def changed(voters: Sequence[Voter], before: Poll, after: Poll) -> tuple[Changed, ...]:
    """Rows answered otherwise when the day or the law moves, with the reasons of the new answer.

    A closed DPT does not follow by itself (Permendagri 112/2014 Ps. 20); the list shows what to look at.
    """
    found = []
    for position, voter in enumerate(voters):
        was, now = judge(voter, before), judge(voter, after)
        if was.answer is not now.answer:
            found.append(Changed(position, was.answer, now.answer, now.reasons))
    return tuple(found)


_Near = Iterator[tuple[Requirement, Text]]


def _near_age(voter: Voter, poll: Poll, days: int) -> _Near:
    birth = voter.birth
    if birth is None or voter.marital in {Marital.MARRIED, Marital.FORMERLY}:
        return
    years = int(poll.rulebook.held("voter.age_min").value)
    if birth.known and of_age(birth, years, poll.day) is Answer.UNDECIDED:
        reason = judge(voter, poll).of(Requirement.AGE)
        if reason is not None:
            yield Requirement.AGE, reason.message
    elif birth.known:
        reached = birthday(birth.earliest, years)
        apart = (poll.day - reached).days
        if abs(apart) <= days:
            yield Requirement.AGE, _distance(years, reached, apart)
    elif birthday(birth.earliest, years) <= poll.day < birthday(birth.latest, years):
        message = Text(
            "Umur {n} tahun tercapai antara {first} dan {last}; tanggal lahir belum lengkap.",
            "{n} is reached between {first} and {last}; the birth date is not complete.",
        )
        first, last = (birthday(end, years) for end in (birth.earliest, birth.latest))
        yield Requirement.AGE, message.fill(n=years, first=first, last=last)


_BEFORE = Text("sebelum pemungutan suara", "before the poll")
_AFTER = Text("sesudah pemungutan suara", "after the poll")


def _distance(years: int, reached: date, apart: int) -> Text:
    if apart == 0:
        return Text(
            "Tepat {n} tahun pada hari pemungutan suara; hari itu dihitung.",
            "Exactly {n} on the polling day; that day counts.",
        ).fill(n=years)
    when = _BEFORE if apart > 0 else _AFTER
    sentence = Text("{n} tahun pada {day}, {apart} hari {when}.", "{n} on {day}, {apart} day(s) {when}.")
    return sentence.fill(n=years, day=reached, apart=abs(apart), when=when)


def _near_residence(voter: Voter, poll: Poll, days: int) -> _Near:
    held = poll.rulebook.parameters.get("voter.residence")
    since, reference = voter.resident_since or voter.registered_since, reference_day(poll)
    if held is None or not isinstance(held.value, Length) or since is None or reference is None:
        return
    limit = latest_arrival(held.value, reference.latest)
    if since.earliest - timedelta(days=days) <= limit <= since.latest + timedelta(days=days):
        message = Text(
            "Tinggal sejak {since}; paling lambat {limit} agar genap {period} sampai {reference}.",
            "Here since {since}; {limit} at the latest to make {period} by {reference}.",
        )
        yield (
            Requirement.RESIDENCE,
            message.fill(since=since, limit=limit, period=held.value, reference=reference),
        )
    yield from _two_reference_days(since, held.value, poll)


def _two_reference_days(since: Day, period: Length, poll: Poll) -> _Near:
    """The texts count residence up to different days: the DPS's adoption, or the polling day."""
    if poll.dps_adopted is None:
        return
    by_dps, by_poll = (came_in_time(since, period, day) for day in (poll.dps_adopted, Day.exactly(poll.day)))
    if by_dps is not by_poll:
        message = Text(
            "Sampai DPS disahkan ({dps}) dan sampai hari pemungutan suara ({day}) hasilnya berbeda.",
            "Counted up to the DPS's adoption ({dps}) and up to the polling day ({day}) the results differ.",
        )
        yield Requirement.RESIDENCE, message.fill(dps=poll.dps_adopted, day=poll.day)
