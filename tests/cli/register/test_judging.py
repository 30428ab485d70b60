"""Judging alike what the law cannot tell apart gives what judging everybody gives."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.register.people import BENGKAYANG, PERMENDAGRI, TEGAL, adult

from pilkades.base.day import Day
from pilkades.cli.register.checking import Checked, Judging, count_answer
from pilkades.register.borderline import borderline
from pilkades.register.eligibility import judge
from pilkades.register.invented import evenly, village
from pilkades.register.reasons import Poll
from pilkades.register.voter import Marital, Voter

POLLS = {"2007": BENGKAYANG, "2019": PERMENDAGRI, "2027": TEGAL, "no dps": replace(TEGAL, dps_adopted=None)}


def said(voter: Voter, poll: Poll, judging: Judging | None) -> object:
    """All that a check keeps of a person."""
    counted = Checked()
    if judging is None:
        count_answer(counted, judge(voter, poll))
        near = tuple((item.requirement, item.message) for item in borderline([voter], poll))
    else:
        found = judging.of(voter)
        count_answer(counted, found.eligibility)
        near = found.near
    return counted.answers, counted.why, counted.missing, near


@pytest.mark.parametrize("poll", POLLS.values(), ids=POLLS)
def test_a_village_is_answered_alike(poll: Poll) -> None:
    judging = Judging(poll)
    everybody = village("a", evenly(400), poll.day, odd=200)
    assert [said(one, poll, judging) for one in everybody] == [said(one, poll, None) for one in everybody]


DAYS = st.integers(-40, 40)
AROUND = st.one_of(
    st.none(),
    st.tuples(st.sampled_from([0, 1, 15, 16, 17, 18, 19, 40, 90]), DAYS, st.sampled_from([0, 0, 31, 365])),
)
SINCE = st.one_of(st.none(), st.tuples(st.sampled_from([0, 120, 184, 240, 300, 4000]), DAYS))


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(POLLS)),
    st.lists(
        st.tuples(AROUND, st.sampled_from([None, *Marital]), SINCE, SINCE, st.booleans()),
        min_size=2,
        max_size=6,
    ),
)
def test_people_near_every_limit_are_answered_alike(name: str, rows: list[tuple[object, ...]]) -> None:
    poll = POLLS[name]
    judging = Judging(poll)
    for birth, marital, lived, registered, dead in rows:
        voter = adult(
            birth=_born(birth, poll.day),
            marital=marital,
            resident_since=_since(lived, poll.day),
            registered_since=_since(registered, poll.day),
            dead=dead,
        )
        assert said(voter, poll, judging) == said(voter, poll, None)


def _born(drawn: object, on: date) -> Day | None:
    if not isinstance(drawn, tuple):
        return None
    years, days, width = drawn
    first = date(on.year - years, on.month, min(on.day, 28)) + timedelta(days=days)
    return Day(first, first + timedelta(days=width))


def _since(drawn: object, on: date) -> Day | None:
    if not isinstance(drawn, tuple):
        return None
    before, days = drawn
    return Day.exactly(on - timedelta(days=before + days))
