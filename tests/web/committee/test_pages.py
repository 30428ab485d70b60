import re
from typing import Any, TypeAlias

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.committee.conftest import Desk, signed_in
from tests.web.scenes import NOW, draft, election, person

from pilkades.compliance.agenda import Standing
from pilkades.web.core.queries import records, states
from pilkades.web.core.services.append_act import append_act
from pilkades.web.shared.components.status import Status

pytestmark = pytest.mark.django_db
READING = ["", "tahapan/", "temuan/", "catatan/", "tindakan/", "tindakan/bpd_notice/"]


Entered: TypeAlias = tuple[str, dict[str, Any]]
TERM: Entered = ("term", {"ends": "2026-12-26"})
NOTICE: Entered = ("bpd_notice", {"date": "2026-06-02", "written": True})
ESTABLISHED: Entered = ("committee_established", {"date": "2026-06-10"})


def append(desk: Desk, *acts: Entered) -> None:
    for kind, facts in acts:
        desk.held.head.refresh_from_db()
        append_act(desk.chair, desk.held.pk, draft(kind, **facts), desk.held.head.digest, at=NOW)


def test_one_election_opens_at_once(desk: Desk) -> None:
    answer = desk.client.get("/desa/")
    assert (answer.status_code, answer.headers["Location"]) == (302, desk.at())


def test_the_first_page_shows_at_most_five_rows_earliest_limit_first(desk: Desk) -> None:
    append(desk, TERM, NOTICE, ESTABLISHED)
    mine = desk.client.get(desk.at()).context["components"][0]
    limits = [task.deadline.until for task in mine.shown if task.deadline]
    assert 1 <= len(mine.shown) <= 5
    assert limits == sorted(limits)
    assert all("/tindakan/" in task.href for task in mine.shown)


def test_an_empty_record_says_which_act_to_enter_first(desk: Desk) -> None:
    _, first, _ = desk.client.get(desk.at()).context["components"]
    assert desk.at("tindakan/term/") in [task.href for task in first.tasks]
    append(desk, TERM)
    _, then, _ = desk.client.get(desk.at()).context["components"]
    assert desk.at("tindakan/term/") not in [task.href for task in then.tasks]


def test_work_of_other_offices_waits_for_others(desk: Desk) -> None:
    append(desk, TERM)
    mine, _, others = desk.client.get(desk.at()).context["components"]
    assert "Oleh BPD" in [task.who.id for task in others.tasks]
    assert "Oleh BPD" not in [task.who.id for task in mine.tasks]


def test_the_course_shows_done_late_and_blocked_steps(desk: Desk) -> None:
    append(desk, TERM, NOTICE)
    (course,) = desk.client.get(desk.at("tahapan/")).context["components"]
    found = {step.status for stage in course.stages for step in stage.steps}
    assert {Status.DONE, Status.LATE, Status.BLOCKED} <= found
    assert sum(stage.current for stage in course.stages) == 1
    desk.held.head.refresh_from_db()
    state = states.state_of(desk.held, NOW.date())
    done = sum(item.standing is Standing.DONE for item in state.agenda)
    assert sum(stage.done for stage in course.stages) == done


def test_the_record_is_read_newest_first_with_its_chain_verified(desk: Desk) -> None:
    append(desk, TERM, NOTICE)
    said = desk.client.get(desk.at("catatan/")).text
    assert "Rantai utuh: 2 tindakan" in said
    assert said.index("pemberitahuan") < said.index("masa jabatan kepala desa")


def test_a_finding_leads_to_a_new_act_or_to_a_correction_of_the_one_that_stands(desk: Desk) -> None:
    def links() -> set[str]:
        found = set()
        for page in range(1, 20):
            parts = desk.client.get(desk.at(f"temuan/?halaman={page}")).context["components"]
            found |= {part.act.href for part in parts if getattr(part, "act", None)}
        return found

    assert desk.at("tindakan/bpd_notice/") in links()
    append(desk, TERM, ("bpd_notice", {"date": "2026-08-02", "written": False}))
    last = desk.acts()[-1].act_id
    assert desk.at(f"catatan/{last}/koreksi/") in links()
    assert desk.at("tindakan/bpd_notice/") not in links()


def test_every_page_asks_as_many_queries_for_thirty_acts_as_for_one(desk: Desk) -> None:
    counted: list[dict[str, int]] = []
    for more in (1, 29):
        append(desk, *[NOTICE] * more)
        asked = {}
        for rest in READING:
            records.forget()
            states.forget()
            with CaptureQueriesContext(connection) as queries:
                assert desk.client.get(desk.at(rest)).status_code == 200
            asked[rest] = len(queries)
        counted.append(asked)
    assert counted[0] == counted[1]
    assert max(counted[0].values()) <= 8


@pytest.mark.parametrize("rest", READING)
def test_a_stranger_finds_nothing_and_nobody_is_asked_to_sign_in(desk: Desk, rest: str) -> None:
    assert signed_in(person()).get(desk.at(rest)).status_code == 404
    asked = Client().get(desk.at(rest))
    assert (asked.status_code, asked.headers["Location"].partition("?")[0]) == (302, "/akun/login/")


def test_the_chair_of_one_village_does_not_reach_another(desk: Desk) -> None:
    other = election("33.28.01.2002")
    assert desk.client.get(f"/desa/{other.pk}/").status_code == 404


@pytest.mark.parametrize("rest", READING)
def test_every_page_speaks_english_whole(desk: Desk, rest: str) -> None:
    append(desk, TERM, NOTICE)
    desk.client.cookies["django_language"] = "en"
    html = desk.client.get(desk.at(rest)).text
    assert '<html lang="en"' in html
    bare = re.sub(r"<blockquote.*?</blockquote>", "", html, flags=re.DOTALL)
    for word in ("Catat ", "Jabatan yang", "Tanggal", "Perlu dikerjakan", "Temuan", "Lihat"):
        assert word not in bare
