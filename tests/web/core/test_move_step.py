"""The draft of a timetable: moves follow each other, and nobody moves what they have not seen."""

from datetime import date

import pytest
from django.db import IntegrityError
from tests.web.scenes import NOW, chair_of, election, granted, person

from pilkades.base.errors import PilkadesError
from pilkades.timetable.proposal import Key, Window
from pilkades.web.core.access import NotThereError
from pilkades.web.core.models import Election, Role, TimetableMove
from pilkades.web.core.queries.plans import draft_of, key_of
from pilkades.web.core.services.move_step import DraftChangedError, move_step
from pilkades.web.shared.models import User

pytestmark = pytest.mark.django_db
BUDGET, REPORT = Key("budget", 0, "1"), Key("final-report", 0, "1")
DAYS = Window(date(2026, 7, 10), date(2026, 8, 20))


@pytest.fixture
def held() -> Election:
    return election()


@pytest.fixture
def chair(held: Election) -> User:
    return chair_of(held)


def test_the_draft_is_what_all_moves_together_say(held: Election, chair: User) -> None:
    move_step(chair, held.pk, {BUDGET: DAYS, REPORT: Window(None, date(2026, 8, 5))}, 0, at=NOW)
    move_step(chair, held.pk, {BUDGET: None}, 1, at=NOW)
    draft = draft_of(held)
    assert (draft.version, dict(draft.fixed)) == (2, {REPORT: Window(None, date(2026, 8, 5))})
    move_step(chair, held.pk, {}, 2, at=NOW)
    assert draft_of(held).fixed == {}


def test_a_move_over_one_that_was_not_seen_sets_nothing_and_names_it(held: Election, chair: User) -> None:
    move_step(chair, held.pk, {BUDGET: DAYS}, 0, at=NOW)
    with pytest.raises(DraftChangedError) as refused:
        move_step(chair, held.pk, {REPORT: DAYS}, 0, at=NOW)
    (theirs,) = refused.value.between
    assert (theirs.by, dict(theirs.windows)) == (chair.full_name, {BUDGET: DAYS})
    assert draft_of(held).version == 1


def test_the_database_itself_holds_one_move_for_each_version(held: Election, chair: User) -> None:
    move_step(chair, held.pk, {BUDGET: DAYS}, 0, at=NOW)
    with pytest.raises(IntegrityError):
        TimetableMove.objects.create(election=held, version=1, windows="{}", made_by=chair, made_at=NOW)


def test_a_step_that_the_timetable_does_not_have_is_refused(held: Election, chair: User) -> None:
    with pytest.raises(PilkadesError) as refused:
        move_step(chair, held.pk, {Key("nothing"): DAYS}, 0, at=NOW)
    assert refused.value.code == "no-such-step"


def test_only_those_who_keep_the_committees_record_move_steps(held: Election) -> None:
    bpd, stranger = person("Ketua BPD"), person("Orang lain")
    granted(bpd, Role.BPD, held.village)
    with pytest.raises(PilkadesError) as refused:
        move_step(bpd, held.pk, {BUDGET: DAYS}, 0, at=NOW)
    assert refused.value.code == "office-not-yours"
    with pytest.raises(NotThereError):
        move_step(stranger, held.pk, {BUDGET: DAYS}, 0, at=NOW)


@pytest.mark.parametrize("key", [Key("budget"), Key("report-bpd", 0, "2"), Key("extension", 2, ""), BUDGET])
def test_a_key_comes_back_from_the_way_it_is_written(key: Key) -> None:
    assert key_of(str(key)) == key
