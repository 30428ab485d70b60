"""Everybody on the register held against the law of the polling day."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.core.register import file_of, line, people, taken
from tests.web.scenes import NOW, chair_of, draft, election

from pilkades.register.reasons import Requirement
from pilkades.timetable.days import Answer
from pilkades.web.core.models import Election
from pilkades.web.core.queries.states import State, state_of
from pilkades.web.core.queries.voter_pages import Narrowed, Sign, narrowed_page
from pilkades.web.core.queries.voters import Wanted
from pilkades.web.core.queries.weighing import weighing_of
from pilkades.web.core.services.append_act import append_act

pytestmark = pytest.mark.django_db


def _state(held: Election) -> State:
    return state_of(held, NOW.date())


def _register(*lines: str) -> Election:
    held = election()
    taken(chair_of(held), held, file_of(lines))
    return held


def test_a_child_is_not_eligible_by_the_article_on_age() -> None:
    held = _register(line(1), line(2, tanggallahir="07-12-2009", status="B"))
    weighing = weighing_of(_state(held))
    assert (weighing.counts[Answer.NO], weighing.total) == (1, 2)
    ((_, reason, number),) = [one for one in weighing.because if one[0] is Answer.NO]
    assert (reason.requirement, number) == (Requirement.AGE, 1)
    assert {one.notation for one in reason.articles} == {"uu-6-2014:35"}


def test_who_turns_seventeen_within_a_month_of_the_poll_is_near_a_limit() -> None:
    """The poll is on 6 December 2026."""
    held = _register(line(1), line(2, tanggallahir="20-12-2009", status="B"))
    state = _state(held)
    weighing = weighing_of(state)
    found = narrowed_page(held, Narrowed(Wanted(), sign=Sign.NEAR), weighing, 1)
    assert [one.voter.name for one in found.people] == ["WARGA C"]


def test_what_the_committee_states_of_all_answers_for_rows_that_are_silent() -> None:
    held = _register(line(1))
    assert weighing_of(_state(held)).counts == {Answer.UNDECIDED: 1}
    stated = draft(
        "voter_requirements",
        citizen=True,
        resident=True,
        residence_proven=True,
        not_disenfranchised=True,
        sound_mind=True,
    )
    append_act(chair_of(held), held.pk, stated, held.head.digest, at=NOW)
    held.refresh_from_db()
    assert weighing_of(_state(held)).counts == {Answer.YES: 1}


def test_the_answer_is_kept_until_the_register_changes() -> None:
    held = _register(line(1))
    state = _state(held)
    weighing_of(state)
    with CaptureQueriesContext(connection) as asked:
        assert weighing_of(state).total == 1
    assert len(asked) == 1
    taken(chair_of(held), held, people(2, first=50))
    assert weighing_of(state).total == 3


def test_people_are_narrowed_by_answer_requirement_and_sign() -> None:
    held = _register(line(1), line(2, tanggallahir="01-01-2015", status="B"), line(3, nik=""))
    weighing = weighing_of(_state(held))

    def names(**by: object) -> list[str]:
        found = narrowed_page(held, Narrowed(Wanted(), **by), weighing, 1)  # type: ignore[arg-type] # by name
        return sorted(one.voter.name for one in found.people)

    assert names(answer=Answer.NO) == ["WARGA C"]
    assert names(answer=Answer.UNDECIDED, requirement=Requirement.CITIZEN) == ["WARGA B", "WARGA D"]
    assert names(sign=Sign.NO_NIK) == ["WARGA D"]
    assert names(sign=Sign.SAME_NIK) == []
