from datetime import date

from tests.acts.conftest import act_id, make_draft

from pilkades.acts.act import Act
from pilkades.acts.adopted import adopted_timetable
from pilkades.acts.record import Record, append
from pilkades.timetable.proposal import Window

NOTICE = {"key": "notice@1", "name": "pemberitahuan", "first": "2026-06-26", "last": "2026-06-26"}
REPORT = {"key": "final-report@1", "last": "2026-08-07"}


def record(*drafts: Act) -> Record:
    held = Record("99.01.01.2001-2026-12-06")
    for one in drafts:
        held = append(held, one, held.head)
    return held


def test_without_an_adoption_there_is_no_adopted_timetable() -> None:
    assert adopted_timetable(record()) is None
    assert adopted_timetable(record(make_draft(1, "schedule_adopted", date="2026-08-10"))) is None


def test_the_adopted_steps_are_read_with_their_windows_and_their_act() -> None:
    adopting = make_draft(
        1, "schedule_adopted", date="2026-08-10", document="7/PAN/2026", steps=[NOTICE, REPORT]
    )
    found = adopted_timetable(record(adopting))
    assert found is not None
    assert (found.act.id, found.document) == (act_id(1), "7/PAN/2026")
    assert found.windows == {
        "notice@1": Window(date(2026, 6, 26), date(2026, 6, 26)),
        "final-report@1": Window(None, date(2026, 8, 7)),
    }


def test_a_later_adoption_stands_in_place_of_the_earlier() -> None:
    first = make_draft(1, "schedule_adopted", date="2026-08-10", steps=[NOTICE, REPORT])
    later = make_draft(2, "schedule_adopted", date="2026-09-01", steps=[NOTICE])
    found = adopted_timetable(record(first, later))
    assert found is not None
    assert found.act.id == act_id(2)
    assert set(found.windows) == {"notice@1"}


def test_a_correction_changes_the_day_and_keeps_the_act_that_adopted() -> None:
    first = make_draft(1, "schedule_adopted", date="2026-08-10", steps=[NOTICE])
    corrected = make_draft(2, "schedule_adopted", corrects=act_id(1), date="2026-08-11")
    found = adopted_timetable(record(first, corrected))
    assert found is not None
    assert found.act.id == act_id(1)
    assert found.on is not None
    assert found.on.earliest == date(2026, 8, 11)
