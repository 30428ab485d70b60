"""Who stands near a limit, and whose answer moves with the day."""

from dataclasses import replace
from datetime import date, timedelta

from tests.register.people import BENGKAYANG, PERMENDAGRI, adult, born

from pilkades.base.day import Day
from pilkades.register.borderline import borderline, changed
from pilkades.register.reasons import Requirement
from pilkades.register.voter import Marital
from pilkades.timetable.days import Answer

POLL_DAY = PERMENDAGRI.day  # 17 November 2019
SEVENTEEN = POLL_DAY.replace(year=2002)


def test_birthdays_within_the_days_around_the_poll_are_listed_and_no_others() -> None:
    voters = [
        born(SEVENTEEN - timedelta(days=8)),
        born(SEVENTEEN - timedelta(days=7)),
        born(SEVENTEEN),
        born(SEVENTEEN + timedelta(days=7)),
        born(SEVENTEEN + timedelta(days=8)),
        adult(),
    ]
    assert [item.position for item in borderline(voters, PERMENDAGRI, days=7)] == [1, 2, 3]


def test_a_birthday_on_the_polling_day_says_that_the_day_counts() -> None:
    (item,) = borderline([born(SEVENTEEN)], PERMENDAGRI)
    assert item.message.id == "Tepat 17 tahun pada hari pemungutan suara; hari itu dihitung."


def test_a_married_person_is_not_near_the_limit_of_age() -> None:
    assert borderline([born(SEVENTEEN + timedelta(days=1), marital=Marital.MARRIED)], PERMENDAGRI) == ()


def test_a_birth_known_by_its_year_is_listed_when_the_birthday_may_lie_on_either_side() -> None:
    voters = [adult(birth=Day.parse("2002")), adult(birth=Day.parse("2001"))]
    assert [item.position for item in borderline(voters, PERMENDAGRI)] == [0]


def test_residence_that_the_two_reference_days_decide_otherwise_is_listed_under_both_regimes() -> None:
    """Six months by 17 November 2019 (the poll), not by 1 September 2019 (the DPS)."""
    between = adult(resident_since=Day.parse("2019-04-10"), registered_since=None)
    (item,) = borderline([between], PERMENDAGRI, days=7)
    assert item.requirement is Requirement.RESIDENCE
    assert "1 September 2019" in item.message.id
    assert "17 November 2019" in item.message.id


def test_residence_near_its_limit_names_the_last_day_that_is_early_enough() -> None:
    near = adult(resident_since=Day.parse("2006-12-10"), registered_since=None)
    found = [item.message.id for item in borderline([near], replace(BENGKAYANG, dps_adopted=None), days=7)]
    assert len(found) == 1
    assert "paling lambat 7 Desember 2006" in found[0]


def test_when_the_poll_moves_those_whose_answer_changes_are_named() -> None:
    voters = [adult(), born(SEVENTEEN + timedelta(days=5)), born(date(2010, 1, 1))]
    later = replace(PERMENDAGRI, day=POLL_DAY + timedelta(days=7))
    moved = changed(voters, PERMENDAGRI, later)
    assert [(item.position, item.was, item.now) for item in moved] == [(1, Answer.NO, Answer.YES)]
    assert changed(voters, later, PERMENDAGRI)[0].now is Answer.NO
