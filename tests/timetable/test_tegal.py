"""The dates that Keputusan Bupati Tegal 100.3.3.2/713 of 2026 prints, against the computed ones.

The decree's dates are law.md section 2.C (read from the signed scan) and stand, summarised, in
`regulation/data/articles/kepbup-tegal-713-2026.toml`.
"""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from importlib import resources

import pytest

from pilkades.base.language import Language, say
from pilkades.timetable.days import Period, Unit, add, count_inside, is_working_day
from pilkades.timetable.misfits import Kind, check
from pilkades.timetable.proposal import Key, Window
from pilkades.timetable.rows import timetable_for
from pilkades.timetable.steps import TERM_END, Step

VOTE = date(2027, 2, 3)
TIMETABLE = timetable_for(VOTE, county="tegal")


@dataclass(frozen=True)
class Printed:
    """One date as the decree prints it: the step, which end of its window, the cohort."""

    step: str
    side: str
    day: date
    cohort: str = ""
    rung: int = 0

    @property
    def key(self) -> Key:
        """Where the timetable holds it."""
        return Key(self.step, self.rung, self.cohort)


def one(step: str, day: date, cohort: str = "") -> list[Printed]:
    """A step that the decree gives one day."""
    return [Printed(step, "start", day, cohort), Printed(step, "end", day, cohort)]


def by(step: str, first: date, second: date) -> list[Printed]:
    """A step that the decree gives a last day in each cohort."""
    return [Printed(step, "end", first, "1"), Printed(step, "end", second, "2")]


def span(step: str, start: date, end: date, rung: int = 0) -> list[Printed]:
    """A step that the decree gives a first and a last day."""
    return [Printed(step, "start", start, rung=rung), Printed(step, "end", end, rung=rung)]


PRINTED = [
    *span("socialisation", date(2026, 8, 1), date(2026, 9, 30)),  # printed: "Agustus sampai September 2026"
    *one("notice", date(2026, 8, 7), "1"),
    *one("notice", date(2026, 10, 8), "2"),
    *by("committee", date(2026, 8, 24), date(2026, 10, 22)),
    *by("committee-report", date(2026, 9, 4), date(2026, 11, 3)),
    *by("final-report", date(2026, 9, 22), date(2026, 11, 19)),
    *by("budget", date(2026, 10, 6), date(2026, 12, 3)),
    *by("budget-approval", date(2026, 11, 17), date(2027, 1, 19)),
    *span("registrars", date(2026, 12, 1), date(2026, 12, 2)),
    *span("enumeration", date(2026, 12, 3), date(2026, 12, 11)),
    *one("dps", date(2026, 12, 11)),
    *span("dps-posting", date(2026, 12, 14), date(2026, 12, 16)),
    *one("dptb", date(2026, 12, 21)),
    *span("dptb-posting", date(2026, 12, 22), date(2026, 12, 24)),
    *one("dpt", date(2026, 12, 28)),
    *span("dpt-posting", date(2026, 12, 29), date(2026, 12, 31)),
    *span("announcement", date(2026, 11, 6), date(2026, 11, 20)),
    *span("registration", date(2026, 11, 12), date(2026, 11, 20)),
    *span("extension", date(2026, 11, 23), date(2026, 12, 13), rung=1),
    *span("extension", date(2026, 12, 14), date(2026, 12, 28), rung=2),
    *span("verification", date(2026, 12, 29), date(2027, 1, 19)),
    *one("selection", date(2027, 1, 18)),
    *one("single-candidate", date(2027, 1, 18)),
    *one("adoption", date(2027, 1, 20)),
    *span("candidates-posting", date(2027, 1, 21), date(2027, 1, 25)),
    *one("invitations", date(2027, 1, 25)),
    *one("lot", date(2027, 1, 25)),
    *span("campaign", date(2027, 1, 26), date(2027, 1, 28)),
    *span("quiet", date(2027, 1, 29), date(2027, 2, 2)),
    *one("polling", VOTE),
    *one("winner", VOTE),
    Printed("report-bpd", "end", date(2027, 2, 12)),
    Printed("report-bupati", "end", date(2027, 2, 22)),
    Printed("dispute-filing", "end", date(2027, 2, 12)),
    Printed("dispute-decision", "end", date(2027, 4, 2)),
]
"""The two last steps, decree and inauguration, are printed as periods (30 days each), not as dates."""


@dataclass(frozen=True)
class Departure:
    """A date on which the decree departs from its own parameters: computed, printed, why."""

    computed: date
    printed: date
    reason: str


EXCEPTIONS = {
    (Key("extension", 1), "end"): Departure(
        date(2026, 12, 11),
        date(2026, 12, 13),
        "The 15th working day is Friday 11 December; the decree prints Sunday 13 December, "
        "the eve of extension II. Both windows hold 15 working days.",
    ),
    (Key("report-bupati"), "end"): Departure(
        date(2027, 2, 23),
        date(2027, 2, 22),
        "PP 16/2026 Ps. 39(6).b gives 7 working days after 12 February; the decree prints the 6th. "
        "It is in time.",
    ),
    (Key("dispute-decision"), "end"): Departure(
        date(2027, 4, 1),
        date(2027, 4, 2),
        "30 working days after 12 February 2027, with Nyepi (8 March), Idul Fitri (10, 11 March, an "
        "estimate) and Good Friday (26 March) off, end on 1 April. The decree prints one day more; what it "
        "counted from is not known.",
    ),
}

# Steps with a number that was read off the printed dates themselves. Their agreement proves no rule: only the
# second cohort of the committee's report confirms a number that the first gave.
READ_OFF = {
    "socialisation",
    "committee-report",
    "registrars",
    "enumeration",
    "dpt",
    "announcement",
    "registration",
    "verification",
    "selection",
    "single-candidate",
    "candidates-posting",
    "lot",
    "invitations",
    "winner",
    "dispute-filing",
    "dispute-decision",
}


def computed(printed: Printed) -> date | None:
    window = TIMETABLE.window(printed.key)
    return window.start if printed.side == "start" else window.end


@pytest.mark.parametrize("printed", PRINTED, ids=lambda printed: f"{printed.key}.{printed.side}")
def test_every_printed_date_is_reproduced_or_is_a_listed_exception(printed: Printed) -> None:
    exception = EXCEPTIONS.get((printed.key, printed.side))
    if exception is None:
        assert computed(printed) == printed.day
    else:
        assert (computed(printed), printed.day) == (exception.computed, exception.printed)
        assert exception.computed != exception.printed


def test_every_exception_is_a_printed_date_and_every_step_has_its_printed_date() -> None:
    assert set(EXCEPTIONS) <= {(printed.key, printed.side) for printed in PRINTED}
    with_dates = {printed.key for printed in PRINTED}
    assert {placed.key for placed in TIMETABLE.placed} - with_dates == {Key("decree"), Key("inauguration")}


def test_the_steps_whose_numbers_were_read_off_the_decree_are_marked_and_no_others() -> None:
    assert {step.id for step in TIMETABLE.steps.steps if step.derived} == READ_OFF
    days = {(printed.key, printed.day) for printed in PRINTED}
    of_law = {(key, day) for key, day in days if key.step not in READ_OFF}
    assert (len(days), len(of_law), len(EXCEPTIONS)) == (54, 30, 3)


def test_the_printed_dates_are_those_of_the_provisions_that_the_steps_cite() -> None:
    path = resources.files("pilkades.regulation") / "data" / "articles" / "kepbup-tegal-713-2026.toml"
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    words = {f"kepbup-tegal-713-2026:{entry['at']}": entry["text"] for entry in read["provision"]}
    for printed in PRINTED:
        cited = [article.notation for article in TIMETABLE.steps.step(printed.step).articles]
        text = " ".join(words[notation] for notation in cited if notation in words)
        if printed.step == "socialisation":
            assert "Agustus sampai September 2026" in text
        elif printed.side == "end":
            assert say(printed.day, Language.ID) in text, printed.key


def test_the_two_cohorts_are_those_of_the_decree_with_the_year_of_its_slip_put_right() -> None:
    """The scan prints `7 Februari 2026` for the first end of term: a year before the vote, evidently 2027."""
    assert [cohort.term_end for cohort in TIMETABLE.anchors.cohorts] == [date(2027, 2, 7), date(2027, 4, 8)]
    as_printed = timetable_for(VOTE, county="tegal", term_ends=(date(2026, 2, 7),))
    assert as_printed.window(Key("notice", 0, "1")).end == date(2025, 8, 7)


def test_both_ends_of_term_share_the_polling_day_and_all_that_follows_from_it() -> None:
    per_cohort = {placed.key.step for placed in TIMETABLE.placed if placed.key.cohort}
    assert per_cohort == {
        "notice",
        "committee",
        "committee-report",
        "final-report",
        "budget",
        "budget-approval",
    }


def test_the_second_approval_is_exactly_30_working_days_with_three_holidays() -> None:
    """law.md 1.9 counts 32 there: that leaves New Year and Isra Mikraj (5 January 2027) in."""
    start, end = date(2026, 12, 4), date(2027, 1, 19)
    assert count_inside(start, end, Unit.WORKING_DAY, TIMETABLE.workdays) == 30
    holidays = [day for day in TIMETABLE.workdays.holidays if start <= day <= end and day.weekday() < 5]
    assert sorted(holidays) == [date(2026, 12, 25), date(2027, 1, 1), date(2027, 1, 5)]


def test_verification_holds_14_working_days_and_18_up_to_the_announcement() -> None:
    """law.md 1.4 counts 16: New Year and Isra Mikraj again. PP 16/2026 Ps. 39(3).b allows 25 in all."""
    workdays = TIMETABLE.workdays
    assert count_inside(date(2026, 12, 29), date(2027, 1, 19), Unit.WORKING_DAY, workdays) == 14
    assert count_inside(date(2026, 12, 29), date(2027, 1, 25), Unit.WORKING_DAY, workdays) == 18


def test_the_quiet_period_is_three_working_days_and_five_calendar_days() -> None:
    assert count_inside(date(2027, 1, 29), date(2027, 2, 2), Unit.WORKING_DAY, TIMETABLE.workdays) == 3
    assert count_inside(date(2027, 1, 29), date(2027, 2, 2), Unit.CALENDAR_DAY, TIMETABLE.workdays) == 5


@pytest.mark.parametrize("day", [date(2026, 8, 17), date(2026, 8, 25), date(2026, 12, 25), date(2027, 1, 1)])
def test_the_decree_passes_over_the_holidays(day: date) -> None:
    assert not is_working_day(day, TIMETABLE.workdays)


@pytest.mark.parametrize("day", [date(2026, 12, 24), date(2027, 2, 5)])
def test_the_decree_counts_the_days_of_joint_leave_as_worked(day: date) -> None:
    """24 December lies in the posting of the DPTb, 5 February between the vote and the committee's report.

    The joint decree on the leave of 2027 is later than the Tegal decree, which could not know of 5 February.
    """
    assert is_working_day(day, TIMETABLE.workdays)
    assert not TIMETABLE.workdays.undecided
    if day.year == 2027:
        assert add(VOTE, Period(7, Unit.WORKING_DAY), TIMETABLE.workdays) == date(2027, 2, 12)


def test_what_does_not_fit_in_the_proposal_is_the_length_of_the_announcement_alone() -> None:
    """PP 16/2026 Ps. 39(3).a: announcement and registration within 9 days; the decree announces for 11."""
    found = check(TIMETABLE)
    assert [(misfit.kind, misfit.key, misfit.difference) for misfit in found] == [
        (Kind.TOO_LONG, Key("announcement"), 2)
    ]
    assert [article.notation for article in found[0].articles] == ["pp-16-2026:39(3).a"]


def test_the_dates_of_the_law_follow_the_polling_day_when_it_moves_by_a_week() -> None:
    week = timedelta(days=7)
    later = timetable_for(VOTE + week, county="tegal", term_ends=(date(2027, 2, 7), date(2027, 4, 8)))
    assert later.window(Key("quiet")) == Window(date(2027, 2, 5), date(2027, 2, 9))
    assert later.window(Key("notice", 0, "1")) == TIMETABLE.window(Key("notice", 0, "1"))


def reaches(step: Step, target: str) -> bool:
    """Whether a step is counted from a given day, directly or by way of others."""
    references = [edge.reference for edge in step.edges]
    return any(
        reference.name == target
        or (not reference.is_given and reaches(TIMETABLE.steps.step(reference.name), target))
        for reference in references
    )


def test_every_step_is_counted_from_the_polling_day_or_the_end_of_term() -> None:
    for step in TIMETABLE.steps.steps:
        assert reaches(step, TERM_END) != reaches(step, "polling_day"), step.id
