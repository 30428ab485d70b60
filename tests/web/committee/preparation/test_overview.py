"""The steps of preparation in their order."""

import pytest
from tests.web.committee.conftest import Desk
from tests.web.scenes import NOW, draft

from pilkades.acts.act import KINDS
from pilkades.web.committee.preparation.overview import GROUPS
from pilkades.web.core.services.append_act import append_act
from pilkades.web.shared.components.course import Step
from pilkades.web.shared.components.status import Status

pytestmark = pytest.mark.django_db


def steps(desk: Desk) -> dict[str, Step]:
    course = desk.client.get(desk.at("persiapan/")).context["components"][0]
    kinds = [kind for _, several in GROUPS for kind in several]
    return dict(zip(kinds, (step for stage in course.stages for step in stage.steps), strict=True))


def test_every_step_is_an_act_of_the_preparation() -> None:
    kinds = [kind for _, several in GROUPS for kind in several]
    assert len(kinds) == len(set(kinds))
    assert {KINDS[kind].stage.value for kind in kinds} == {"preparation"}


def test_a_step_leads_to_its_form_and_the_timetable_to_its_room(desk: Desk) -> None:
    found = steps(desk)
    assert found["bpd_notice"].href == desk.at("tindakan/bpd_notice/")
    assert found["schedule_adopted"].href == desk.at("persiapan/jadwal/")


def test_a_recorded_step_is_done_with_its_day_and_leads_to_its_receipt(desk: Desk) -> None:
    stored = append_act(desk.chair, desk.held.pk, draft(date="2026-06-24"), desk.held.head.digest, at=NOW)
    notice = steps(desk)["bpd_notice"]
    assert notice.status is Status.DONE
    assert notice.note.id == "Tercatat: Rabu, 24 Juni 2026."
    assert notice.href == desk.at(f"catatan/{stored.act.id}/")


def test_a_step_waits_for_the_act_from_which_the_law_counts_it(desk: Desk) -> None:
    committee = steps(desk)["committee_established"]
    assert committee.status is Status.BLOCKED
    assert "pemberitahuan BPD" in committee.note.id
    append_act(desk.chair, desk.held.pk, draft(date="2026-07-30"), desk.held.head.digest, at=NOW)
    committee = steps(desk)["committee_established"]
    # 10 working days after Thursday 30 July 2026 (PP 16/2026 Ps. 39 ayat (2) huruf b).
    assert committee.deadline is not None
    assert committee.deadline.until.isoformat() == "2026-08-13"
    assert "BPD" in committee.note.id


def test_a_finding_against_a_recorded_act_is_counted_at_its_step(desk: Desk) -> None:
    head = append_act(desk.chair, desk.held.pk, draft(date="2026-06-24"), desk.held.head.digest, at=NOW)
    late = draft("committee_established", date="2026-07-31")
    append_act(desk.chair, desk.held.pk, late, head.act.digest, at=NOW)
    committee = steps(desk)["committee_established"]
    assert committee.status is Status.TROUBLE
    assert "1 temuan perlu dilihat." in committee.note.id
