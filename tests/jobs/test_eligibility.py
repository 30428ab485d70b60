"""The batch form against the scalar rule, over random voters, regimes and days."""

from dataclasses import replace
from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.register.people import BENGKAYANG, EVERYTHING_STATED, PERMENDAGRI, TEGAL, adult, born

from pilkades.base.day import Day
from pilkades.base.errors import PilkadesError
from pilkades.jobs.eligibility import SCHEMA, changed_rows, frame_of, judge_all
from pilkades.register.borderline import changed
from pilkades.register.eligibility import judge
from pilkades.register.reasons import Poll, Requirement, Stated
from pilkades.register.voter import Marital, Proof, Voter
from pilkades.regulation.rulebook import Rulebook

# One polling day for each law that the data knows: PP 72/2005 with and without the Perda, UU 6/2014 before
# and after its Permendagri, source 003, UU 3/2024, PP 16/2026 with and without the Kepbup.
LAWS = [
    (date(2007, 6, 7), "bengkayang"),
    (date(2012, 3, 1), None),
    (date(2014, 9, 1), None),
    (date(2016, 2, 28), None),
    (date(2019, 11, 17), "aturan-003"),
    (date(2025, 2, 28), None),
    (date(2026, 10, 12), None),
    (date(2027, 2, 3), "tegal"),
]
RULEBOOKS = [(day, Rulebook.at(day, county)) for day, county in LAWS]
FORCES = "voter.military_police_excluded"


def with_soldiers_excluded(rulebook: Rulebook) -> Rulebook:
    switched = replace(rulebook.held(FORCES), value=True)
    return replace(rulebook, parameters={**rulebook.parameters, FORCES: switched})


@st.composite
def polls(draw: st.DrawFn) -> Poll:
    day, rulebook = draw(st.sampled_from(RULEBOOKS))
    shifted = day + timedelta(days=draw(st.integers(-400, 400)))
    dps = draw(st.none() | st.integers(20, 90).map(lambda n: Day.exactly(shifted - timedelta(days=n))))
    if dps is not None and draw(st.booleans()):
        dps = Day(dps.earliest - timedelta(days=draw(st.integers(0, 20))), dps.latest)
    book = with_soldiers_excluded(rulebook) if draw(st.booleans()) else rulebook
    flags = {name: draw(st.booleans()) for name in Stated.__dataclass_fields__}
    return Poll(shifted, book, dps, Stated(**flags))


def days_near(poll: Poll, years: int) -> st.SearchStrategy[Day]:
    """Days around the limit, on the leap day before it, far from it, and such as are known in part."""
    at = poll.day.replace(year=poll.day.year - years, day=min(poll.day.day, 28))
    near = st.integers(-40, 40).map(lambda n: Day.exactly(at + timedelta(days=n)))
    leap = st.just(Day.exactly(date(at.year - at.year % 4, 2, 29)))
    far = st.dates(date(1920, 1, 1), date(2027, 1, 1)).map(Day.exactly)
    month = st.integers(1, 12).map(lambda n: Day.parse(f"{at.year:04d}-{n:02d}"))
    year = st.integers(-2, 2).map(lambda n: Day.parse(str(at.year + n)))
    return st.one_of(near, leap, far, month, year)


MAYBE = st.none() | st.booleans()


def voters(poll: Poll) -> st.SearchStrategy[Voter]:
    half_a_year = replace(poll, day=poll.day - timedelta(days=182))
    arrivals = st.none() | days_near(half_a_year, 0) | days_near(poll, 0)
    return st.builds(
        Voter,
        name=st.just("Contoh"),
        birth=st.none() | days_near(poll, 17),
        marital=st.none() | st.sampled_from(Marital),
        resident_since=arrivals,
        registered_since=arrivals,
        proofs=st.none() | st.frozensets(st.sampled_from(Proof)),
        citizen=MAYBE,
        disenfranchised=MAYBE,
        of_unsound_mind=MAYBE,
        military_or_police=MAYBE,
        dead=st.sampled_from([False, False, False, True]),
        moved=st.sampled_from([False, False, False, True]),
    )


def scalar(people: list[Voter], poll: Poll) -> list[dict[str, str | None]]:
    """Row by row what the scalar rule says."""
    found = []
    for voter in people:
        judged = judge(voter, poll)
        verdicts = {reason.requirement: reason.verdict.value for reason in judged.reasons}
        assert len(verdicts) == len(judged.reasons)
        row: dict[str, str | None] = {asked.value: verdicts.get(asked) for asked in Requirement}
        found.append({"answer": judged.answer.value, **row})
    return found


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_the_batch_gives_every_row_the_answer_and_the_verdicts_of_the_scalar_rule(
    data: st.DataObject,
) -> None:
    poll = data.draw(polls())
    people = data.draw(st.lists(voters(poll), max_size=25))
    assert judge_all(frame_of(people), poll).to_dicts() == scalar(people, poll)


@pytest.mark.parametrize(("day", "rulebook"), RULEBOOKS, ids=[f"{county}-{day}" for day, county in LAWS])
def test_every_birthday_around_the_limit_is_answered_as_one_by_one(day: date, rulebook: Rulebook) -> None:
    poll = Poll(day, rulebook, Day.exactly(day - timedelta(days=60)), EVERYTHING_STATED)
    people = [
        born(day - timedelta(days=17 * 365 + step), marital=marital)
        for step in range(-5, 15)
        for marital in (None, *Marital)
    ]
    assert judge_all(frame_of(people), poll).to_dicts() == scalar(people, poll)


def test_a_leap_day_is_undecided_in_the_batch_as_in_the_rule() -> None:
    poll = Poll(date(2021, 2, 28), Rulebook.at(date(2021, 2, 28)), Day.parse("2020-12-01"), EVERYTHING_STATED)
    people = [born(date(2004, 2, 28)), born(date(2004, 2, 29)), born(date(2004, 3, 1))]
    judged = judge_all(frame_of(people), poll)
    assert judged["answer"].to_list() == ["yes", "undecided", "no"]
    assert judged["age"].to_list() == ["complied", "ambiguous", "violated"]


def test_what_the_law_of_the_day_does_not_ask_stays_empty() -> None:
    judged = judge_all(frame_of([adult()]), PERMENDAGRI)
    empty = [name for name in judged.columns if judged[name].null_count()]
    assert empty == ["alive", "here", "registered", "civilian"]


def test_the_order_of_the_rows_makes_no_difference() -> None:
    people = [adult(), born(date(2015, 1, 1)), adult(dead=True), adult(citizen=None), Voter(name="")]
    forward = judge_all(frame_of(people), TEGAL)
    assert judge_all(frame_of(people[::-1]), TEGAL).equals(forward.reverse())


def test_an_empty_register_has_no_answers() -> None:
    assert judge_all(frame_of([]), TEGAL).height == 0


def test_the_rule_is_asked_a_number_of_times_that_does_not_grow_with_the_rows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []

    def counted(voter: Voter, poll: Poll) -> object:
        asked.append(voter)
        return judge(voter, poll)

    monkeypatch.setattr("pilkades.jobs.eligibility.judge", counted)
    people = [born(date(1940, 1, 1) + timedelta(days=step), citizen=bool(step % 2)) for step in range(25_000)]
    judge_all(frame_of(people), TEGAL)
    assert len(asked) < 200


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_moved_polling_day_shows_the_rows_that_the_scalar_form_shows(data: st.DataObject) -> None:
    before = data.draw(st.sampled_from([BENGKAYANG, PERMENDAGRI, TEGAL]))
    after = replace(before, day=before.day + timedelta(days=data.draw(st.integers(-90, 90))))
    people = data.draw(st.lists(voters(before), max_size=25))
    expected = [
        {"position": row.position, "was": row.was.value, "now": row.now.value}
        for row in changed(people, before, after)
    ]
    assert changed_rows(frame_of(people), before, after).to_dicts() == expected


def test_columns_that_are_missing_or_of_another_type_are_named() -> None:
    frame = frame_of([adult()]).drop("proofs").with_columns(pl.lit("ya").alias("citizen"))
    with pytest.raises(PilkadesError, match="eligibility-columns") as refused:
        judge_all(frame, TEGAL)
    assert refused.value.fields == {"columns": ["citizen", "proofs"]}
    assert set(SCHEMA) == set(frame_of([]).columns)


@pytest.mark.parametrize("latest", [None, date(1979, 1, 1)])
def test_a_day_without_its_end_or_with_its_ends_reversed_is_refused(latest: date | None) -> None:
    frame = frame_of([adult()]).with_columns(pl.lit(latest, dtype=pl.Date()).alias("birth_to"))
    with pytest.raises(PilkadesError, match="eligibility-days"):
        judge_all(frame, TEGAL)
