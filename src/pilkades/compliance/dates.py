"""Rules of time: deadlines, lengths, hours and order."""

from datetime import date, datetime, time, timedelta

from pilkades.base.day import Day
from pilkades.base.findings import Verdict
from pilkades.base.language import EMPTY, Text, joined
from pilkades.compliance.look import Look
from pilkades.compliance.outcome import NOT_DECIDED, Outcome, complied, undecided, unknown, violated
from pilkades.regulation.parameter import UNITS, Length, Unit
from pilkades.regulation.rule import DeadlineRule, HoursRule, OrderRule, WindowRule
from pilkades.timetable import days, deadlines

_BOUND = {
    ("after", "at_latest"): Text("paling lambat", "at the latest"),
    ("before", "at_latest"): Text("paling lambat", "at the latest"),
    ("after", "at_earliest"): Text("paling cepat", "at the earliest"),
    ("before", "at_earliest"): Text("paling cepat", "at the earliest"),
    ("after", "exactly"): Text("tepat", "exactly"),
    ("before", "exactly"): Text("tepat", "exactly"),
}


def limits(rule: DeadlineRule, anchor: Day, length: Length, look: Look) -> tuple[tuple[Unit, Day], ...]:
    """The limit in each unit that the text may mean, as half-known days."""
    found = []
    for unit in length.units:
        made = _deadline(rule, length.n, unit)
        first = deadlines.limit(made, anchor.earliest, look.workdays)
        last = deadlines.limit(made, anchor.latest, look.workdays)
        found.append((unit, Day(min(first, last), max(first, last))))
    return tuple(found)


def _deadline(rule: DeadlineRule, n: int, unit: Unit) -> deadlines.Deadline:
    return deadlines.Deadline(
        n=n,
        unit=days.Unit(unit.value),
        anchor=rule.anchor,
        direction=deadlines.Direction(rule.direction),
        bound=deadlines.Bound(rule.bound),
    )


def deadline(rule: DeadlineRule, look: Look) -> Outcome:
    """An act against its limit; where the text leaves the unit open, every unit is tried."""
    held = look.held(rule.limit)
    act, anchor = look.fact(rule.fact), look.fact(rule.anchor)
    if held is None or not isinstance(held.value, Length):
        return undecided(held.unknown if held else NOT_DECIDED)
    if anchor is None or act is None:
        return _without_a_day(rule, look, held.value, act, anchor)
    return _checked(rule, look, held.value, act, anchor)


def _without_a_day(
    rule: DeadlineRule, look: Look, length: Length, act: Day | None, anchor: Day | None
) -> Outcome:
    """A day is missing: name it, and the limit if that can be told."""
    missing = [look.label(path) for path, day in ((rule.fact, act), (rule.anchor, anchor)) if day is None]
    named = unknown(*missing)
    if anchor is None or Unit.HOUR in length.units:
        return named
    tail = _limits_said(limits(rule, anchor, length, look))
    return _by_statement(rule, look, tail) or undecided(joined([named.message, tail]))


def _checked(rule: DeadlineRule, look: Look, length: Length, act: Day, anchor: Day) -> Outcome:
    checked = [
        (
            unit,
            deadlines.check(_deadline(rule, length.n, unit), anchor, act, look.workdays),
        )
        for unit in length.units
    ]
    label = look.label(rule.fact)
    sentences = [_sentence(rule, label, act, outcome, length, unit) for unit, outcome in checked]
    answers = {outcome.answer for _, outcome in checked}
    if answers == {days.Answer.YES}:
        return complied(sentences[0])
    if answers == {days.Answer.NO}:
        return violated(sentences[0])
    if days.Answer.UNDECIDED in answers:
        tail = Text(
            "Tanggal yang belum tercatat lengkap menentukan.", "The date not fully on record decides."
        )
        return undecided(joined([sentences[0], tail]))
    tail = Text("Teks tidak menyebut jenis hari.", "The text does not say which days.")
    return Outcome(Verdict.AMBIGUOUS, joined([*sentences, tail]))


def _limits_said(found: tuple[tuple[Unit, Day], ...]) -> Text:
    """The limit, or one for each kind of day that the text may mean."""
    if len({limit for _, limit in found}) == 1:
        return Text("Batasnya {limit}.", "The limit is {limit}.").fill(limit=found[0][1])
    each = [
        Text("{limit} ({unit})", "{limit} ({unit})").fill(limit=limit, unit=UNITS[unit])
        for unit, limit in found
    ]
    return Text("Batasnya {each}.", "The limit is {each}.").fill(each=joined(each, " / "))


def _by_statement(rule: DeadlineRule, look: Look, limit: Text) -> Outcome | None:
    """Where the day is not stated but whether it was kept is."""
    kept = look.fact(rule.kept) if rule.kept else None
    if rule.kept is None or kept is None:
        return None
    answer = Text("ya", "yes") if kept else Text("tidak", "no")
    sentence = Text("{label}: {answer}.", "{label}: {answer}.").fill(
        label=look.label(rule.kept), answer=answer
    )
    return (complied if kept else violated)(joined([sentence, limit]))


def _sentence(
    rule: DeadlineRule, label: Text, act: Day, outcome: deadlines.Outcome, length: Length, unit: Unit
) -> Text:
    limit = Day(
        min(outcome.limit.earliest, outcome.limit.latest), max(outcome.limit.earliest, outcome.limit.latest)
    )
    period = Length(n=length.n, units=(unit,))
    direction = Text("sesudah", "after") if rule.direction == "after" else Text("sebelum", "before")
    apart = EMPTY
    if act.known and limit.known and act != limit:
        late = (act.earliest - limit.earliest).days
        if outcome.answer is days.Answer.NO:
            apart = Text(" Selisih {late} hari kalender.", " Off by {late} calendar days.").fill(
                late=abs(late)
            )
    if outcome.precedes_anchor is days.Answer.YES:
        apart += Text(
            " Tanggal ini mendahului acuannya; periksa.", " This day comes before its anchor; check it."
        )
    return Text(
        "{label}: {act}. Batas {bound} {limit} ({period} {direction} acuannya).{apart}",
        "{label}: {act}. Limit {bound} {limit} ({period} {direction} its anchor).{apart}",
    ).fill(
        label=label,
        act=act,
        bound=_BOUND[rule.direction, rule.bound],
        limit=limit,
        period=period,
        direction=direction,
        apart=apart,
    )


def window(rule: WindowRule, look: Look) -> Outcome:
    """How long something lasted, first and last day counted, against its length."""
    held = look.held(rule.length)
    first, last = look.fact(rule.opens), look.fact(rule.closes)
    if held is None or not isinstance(held.value, Length):
        return undecided(held.unknown if held else NOT_DECIDED)
    if first is None or last is None:
        return unknown(
            *(look.label(path) for path, day in ((rule.opens, first), (rule.closes, last)) if day is None)
        )
    if not (first.known and last.known):
        return undecided(Text("Tanggalnya tidak tercatat lengkap.", "The dates are not fully on record."))
    if last.earliest < first.earliest:
        return undecided(
            Text(
                "Tercatat berakhir {last}, sebelum mulai {first}; lamanya tidak dapat dihitung.",
                "On record it ended {last}, before it began {first}; its length cannot be counted.",
            ).fill(first=first, last=last)
        )
    outcomes = []
    for unit in held.value.units:
        count = days.count_inside(first.earliest, last.earliest, days.Unit(unit.value), look.workdays)
        good = {
            "at_most": count <= held.value.n,
            "at_least": count >= held.value.n,
            "exactly": count == held.value.n,
        }[rule.bound]
        word = {
            "at_most": Text("paling lama", "at most"),
            "at_least": Text("paling sedikit", "at least"),
            "exactly": Text("tepat", "exactly"),
        }[rule.bound]
        sentence = Text(
            "{first} sampai {last}: {count}. Batas {word} {limit}.",
            "{first} to {last}: {count}. Limit: {word} {limit}.",
        ).fill(
            first=first,
            last=last,
            count=Length(n=count, units=(unit,)),
            word=word,
            limit=Length(n=held.value.n, units=(unit,)),
        )
        outcomes.append((good, sentence))
    if all(good for good, _ in outcomes):
        return complied(outcomes[0][1])
    message = joined([sentence for _, sentence in outcomes])
    return violated(message) if not any(good for good, _ in outcomes) else Outcome(Verdict.AMBIGUOUS, message)


def hours(rule: HoursRule, look: Look) -> Outcome:
    """The hours of the day against those of the rule: neither later to open nor earlier to close."""
    parts: list[Text] = []
    missing: list[Text] = []
    broken = False
    for fact, name, opening in ((rule.opened, rule.from_hour, True), (rule.closed, rule.to_hour, False)):
        if fact is None or name is None:
            continue
        asked = look.operand(f"@{name}")
        value = look.fact(fact)
        if value is None or not isinstance(asked, time):
            missing.append(look.label(fact))
            continue
        wrong = value > asked if opening else value < asked
        early = _apart(asked, value)
        parts.append(
            Text(
                "{label}: {value}; seharusnya {asked}{off}.", "{label}: {value}; should be {asked}{off}."
            ).fill(label=look.label(fact), value=value, asked=asked, off=early if wrong else EMPTY)
        )
        broken = broken or wrong
    if broken:
        return violated(joined(parts))
    return unknown(*missing) if missing else complied(joined(parts))


def _apart(asked: time, value: time) -> Text:
    day = date(2000, 1, 1)
    minutes = abs((datetime.combine(day, value) - datetime.combine(day, asked)) // timedelta(minutes=1))
    return Text(" (selisih {minutes} menit)", " ({minutes} minutes apart)").fill(minutes=minutes)


def order(rule: OrderRule, look: Look) -> Outcome:
    """One act after or before another; half-known days may leave it open."""
    act = look.fact(rule.fact)
    parts: list[Text] = []
    verdicts: list[bool | None] = []
    for other, after in ((rule.after, True), (rule.before, False)):
        if other is None:
            continue
        day = look.fact(other)
        if act is None or day is None:
            return unknown(
                *(look.label(path) for path, known in ((rule.fact, act), (other, day)) if known is None)
            )
        verdicts.append(
            _in_order(act, day, strictly=rule.strictly)
            if after
            else _in_order(day, act, strictly=rule.strictly)
        )
        word = Text("sesudah", "after") if after else Text("sebelum", "before")
        parts.append(
            Text(
                "{label} {act}; harus {word} {other} ({day}).",
                "{label} {act}; must be {word} {other} ({day}).",
            ).fill(label=look.label(rule.fact), act=act, word=word, other=look.label(other), day=day)
        )
    message = joined(parts)
    if False in verdicts:
        return violated(message)
    return undecided(message) if None in verdicts else complied(message)


def _in_order(later: Day, earlier: Day, *, strictly: bool) -> bool | None:
    if strictly:
        sure, never = later.earliest > earlier.latest, later.latest <= earlier.earliest
    else:
        sure, never = later.earliest >= earlier.latest, later.latest < earlier.earliest
    return True if sure else (False if never else None)
