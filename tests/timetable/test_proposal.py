from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades.timetable.days import Period, Unit, Workdays, count_between, count_inside
from pilkades.timetable.misfits import check
from pilkades.timetable.proposal import Anchors, Key, Timetable, Window, propose
from pilkades.timetable.rows import timetable_for
from pilkades.timetable.steps import StepList
from pilkades.timetable.steps_file import read_steps, step_list_for

PP_16 = step_list_for(date(2026, 6, 1))
UU_6 = step_list_for(date(2019, 10, 16))
VOTE = date(2027, 6, 16)
TERM_END = date(2027, 12, 30)


def placed(steps: StepList, vote: date = VOTE, *ends: date, rungs: int | None = None) -> Timetable:
    return propose(steps, Anchors.of(vote, ends), Workdays(), rungs=rungs)


def held(timetable: Timetable, key: Key) -> int:
    window = timetable.window(key)
    assert window.start is not None
    assert window.end is not None
    return count_inside(window.start, window.end, Unit.WORKING_DAY, timetable.workdays)


# Days of PP 16/2026 Ps. 39(3) and 44, and of PP 43/2014 Ps. 41(3) with Permendagri 112/2014 Ps. 24(1).
@pytest.mark.parametrize(
    ("steps", "lengths"),
    [
        (PP_16, {"registration": 9, "extension-1": 15, "extension-2": 10, "verification": 25, "campaign": 3}),
        (UU_6, {"registration": 9, "extension-1": 20, "verification": 20, "campaign": 3, "quiet": 3}),
    ],
    ids=["pp-16-2026", "uu-6-2014"],
)
def test_the_national_proposal_gives_each_stage_the_days_of_its_article(
    steps: StepList, lengths: dict[str, int]
) -> None:
    timetable = placed(steps)
    keys = {str(one.key): one.key for one in timetable.placed}
    assert {name: held(timetable, keys[name]) for name in lengths} == lengths


# Ps. 39(2) and 39(6) of PP 16/2026, the same in PP 43/2014 Ps. 41(2) and (5): days after the step before.
@pytest.mark.parametrize("steps", [PP_16, UU_6], ids=["pp-16-2026", "uu-6-2014"])
@pytest.mark.parametrize(
    ("step", "after", "n"),
    [
        ("committee", "notice", 10),
        ("final-report", "notice", 30),
        ("budget", "committee", 30),
        ("budget-approval", "budget", 30),
        ("report-bpd", "polling", 7),
        ("report-bupati", "report-bpd", 7),
        ("decree", "report-bupati", 30),
        ("inauguration", "decree", 30),
    ],
)
def test_each_report_is_due_the_days_of_its_article_after_the_one_before(
    steps: StepList, step: str, after: str, n: int
) -> None:
    timetable = placed(steps, VOTE, TERM_END)
    windows = {one.key.step: one.window for one in timetable.placed}
    start, end = windows[after].end, windows[step].end
    assert start is not None
    assert end is not None
    assert count_between(start, end, Unit.WORKING_DAY, timetable.workdays) == n


def test_the_notice_lies_six_months_before_the_term_ends() -> None:
    assert placed(PP_16, VOTE, TERM_END).window(Key("notice", 0, "1")).end == date(2027, 6, 30)


def test_the_law_of_2024_extends_by_15_and_10_where_the_older_law_extends_once_by_20() -> None:
    rungs = {
        vote.year: [one.period for one in placed(step_list_for(vote), vote).placed if one.key.rung]
        for vote in (date(2019, 10, 16), date(2025, 10, 15), date(2027, 6, 16))
    }
    days = {year: [period.n for period in periods if period] for year, periods in rungs.items()}
    assert days == {2019: [20], 2025: [15, 10], 2027: [15, 10]}


@given(st.dates(date(2026, 4, 1), date(2035, 12, 31)), st.integers(0, 2), st.booleans())
def test_every_national_proposal_keeps_its_own_limits(vote: date, rungs: int, joined: bool) -> None:  # noqa: FBT001 -- hypothesis passes by position
    steps = PP_16 if joined else UU_6
    kinds = {misfit.kind for misfit in check(placed(steps, vote, rungs=rungs))}
    assert kinds == set()


def test_what_the_law_leaves_open_stays_open_and_says_so() -> None:
    timetable = placed(PP_16, VOTE, TERM_END)
    dispute = next(one for one in timetable.placed if one.key.step == "dispute-decision")
    assert dispute.window == Window(None, None)
    assert "not from when" in dispute.explanation.en
    assert "Counted from the polling day: 28 July 2027." in dispute.explanation.en
    enumeration = timetable.window(Key("enumeration"))
    assert enumeration.start is None
    assert enumeration.end is not None


def test_without_an_end_of_term_the_steps_that_need_it_are_left_open() -> None:
    notice = next(one for one in placed(PP_16).placed if one.key.step == "notice")
    assert notice.window == Window(None, None)
    assert notice.explanation.en.startswith("The end of the term is not given")


def test_each_end_of_term_has_its_own_notice_and_the_wave_one_polling_day() -> None:
    timetable = placed(PP_16, VOTE, date(2027, 8, 31), date(2027, 12, 30))
    assert timetable.window(Key("notice", 0, "1")).end == date(2027, 2, 28)
    assert timetable.window(Key("notice", 0, "2")).end == date(2027, 6, 30)
    assert [one.key for one in timetable.placed if one.key.step == "polling"] == [Key("polling")]


def test_without_extensions_registration_ends_the_working_day_before_verification() -> None:
    none, one, both = (placed(PP_16, rungs=rungs) for rungs in (0, 1, None))
    verification = both.window(Key("verification"))
    assert verification.start is not None
    for timetable, days in ((none, 0), (one, 15), (both, 25)):
        end = timetable.window(Key("registration")).end
        assert end is not None
        assert timetable.window(Key("verification")) == verification
        between = count_between(end, verification.start, Unit.WORKING_DAY, timetable.workdays)
        assert between == days + 1


BENGKAYANG = """
[[timetable]]
id = "perda-bengkayang-13-2006"
label = { id = "uji", en = "test" }
decides = { id = "panitia", en = "committee" }

[[timetable.step]]
id = "registration"
stage = "candidacy"
label = { id = "penjaringan", en = "registration" }
who = { id = "panitia", en = "committee" }
article = ["perda-bengkayang-13-2006:8(2)"]
evidence = "primary"
start = { before = "polling_day", n = 60 }
length = { n = 5, unit = "working_day" }

[[timetable.step]]
id = "extension"
stage = "candidacy"
label = { id = "perpanjangan", en = "extension" }
who = { id = "panitia", en = "committee" }
article = ["perda-bengkayang-13-2006:8(3)"]
evidence = "primary"
start = { after = "registration", n = 1, unit = "working_day" }
ladder.rung = [{ n = 6, unit = "working_day" }]
ladder.trigger = { id = "kurang dari dua", en = "fewer than two" }
ladder.then = { id = "dilanjutkan dengan satu calon", en = "it goes on with one" }

[[timetable.step]]
id = "screening"
stage = "candidacy"
label = { id = "penyaringan", en = "screening" }
who = { id = "panitia", en = "committee" }
article = ["perda-bengkayang-13-2006:10"]
evidence = "primary"
start = { after = "extension", n = 1, unit = "working_day" }
length = { n = 5, unit = "working_day" }
follows = ["extension"]
"""


def test_a_ladder_that_runs_forward_is_extended_once_by_6_working_days_and_then_goes_on() -> None:
    steps = read_steps(BENGKAYANG, "steps.toml")[0]
    vote = date(2007, 6, 7)
    timetable = placed(steps, vote)
    assert timetable.window(Key("registration")) == Window(date(2007, 4, 8), date(2007, 4, 13))
    assert timetable.window(Key("extension", 1)) == Window(date(2007, 4, 16), date(2007, 4, 23))
    assert timetable.window(Key("screening")).start == date(2007, 4, 24)
    extension = next(one for one in timetable.placed if one.key.rung)
    assert extension.period == Period(6, Unit.WORKING_DAY)
    assert extension.explanation.en.endswith("fewer than two it goes on with one")
    assert placed(steps, vote, rungs=0).window(Key("screening")).start == date(2007, 4, 16)


def test_a_window_set_by_hand_carries_those_counted_from_it() -> None:
    fixed = {Key("quiet"): Window(date(2027, 6, 14), date(2027, 6, 15))}
    timetable = propose(PP_16, Anchors.of(VOTE), Workdays(), fixed=fixed)
    assert timetable.window(Key("quiet")) == fixed[Key("quiet")]
    assert timetable.window(Key("campaign")) == Window(date(2027, 6, 9), date(2027, 6, 11))
    quiet = next(one for one in timetable.placed if one.key.step == "quiet")
    assert "Set by hand: 14 June 2027 to 15 June 2027." in quiet.explanation.en


MIXED = """
[[timetable]]
id = "mixed"
label = { id = "uji", en = "test" }
decides = { id = "panitia", en = "committee" }

[[timetable.step]]
id = "quiet"
stage = "campaign"
label = { id = "tenang", en = "quiet" }
who = { id = "calon", en = "candidates" }
article = ["pp-16-2026:39(3).f"]
evidence = "primary"
day = { before = "polling_day", n = 1 }

[[timetable.step]]
id = "between"
stage = "preparation"
label = { id = "antara", en = "between" }
who = { id = "BPD", en = "BPD" }
article = ["pp-16-2026:39(2).a"]
evidence = "primary"
start = { before = "term_end", n = 6, unit = "month" }
end = { before = "quiet", n = 1 }
"""


def test_a_step_of_each_cohort_may_end_with_a_step_common_to_all() -> None:
    steps = read_steps(MIXED, "steps.toml")[0]
    fixed = {Key("quiet"): Window(date(2027, 6, 10), date(2027, 6, 12))}
    timetable = propose(steps, Anchors.of(VOTE, (TERM_END,)), Workdays(), fixed=fixed)
    assert timetable.window(Key("between", 0, "1")) == Window(date(2027, 6, 30), date(2027, 6, 9))


def test_what_follows_the_last_extension_is_said_there_alone() -> None:
    said = [one.explanation.en for one in placed(PP_16).placed if one.key.rung]
    assert ["deemed void" in text for text in said] == [False, True]


def test_a_window_speaks_of_the_ends_it_has() -> None:
    day = date(2027, 2, 3)
    assert Window(day, day).spoken.id == "3 Februari 2027"
    assert Window(None, day).spoken.en == "by 3 February 2027"
    assert Window(day, None).spoken.id == "mulai 3 Februari 2027"
    assert Window(None, None).spoken.en == "cannot be set yet"


def test_a_county_without_files_gets_the_national_steps_with_joint_leave_undecided() -> None:
    timetable = timetable_for(VOTE, county="a-county-without-files", term_ends=(TERM_END,))
    assert timetable.steps.id == "pp-16-2026"
    assert date(2027, 5, 18) in timetable.workdays.undecided
    posting = next(one for one in timetable.placed if one.key.step == "dps-posting")
    assert "the county has not decided on it" in posting.explanation.en


def test_a_window_that_is_not_in_the_timetable_is_not_found() -> None:
    with pytest.raises(KeyError, match="ghost-2@1"):
        placed(PP_16).window(Key("ghost", 2, "1"))
