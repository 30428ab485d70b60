import re
from datetime import UTC, datetime
from typing import Any, TypeAlias

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.committee.conftest import Desk, on_another_day, signed_in
from tests.web.scenes import NOW, draft, election, person

from pilkades.base.findings import Verdict
from pilkades.base.language import Text
from pilkades.web.committee import views
from pilkades.web.committee.work import label_of
from pilkades.web.core.queries import records, states
from pilkades.web.core.services.append_act import append_act
from pilkades.web.shared.components.due import MOST_TASKS
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


def parts(desk: Desk, query: str = "") -> Any:  # noqa: ANN401 -- components of several kinds
    return desk.client.get(desk.at(query)).context["components"]


def hrefs(tasks: Any) -> list[str]:  # noqa: ANN401 -- rows of work
    return [task.href for task in tasks]


def test_an_empty_record_says_which_act_to_enter_first(desk: Desk) -> None:
    assert desk.at("tindakan/term/") in hrefs(parts(desk)[0].tasks)
    append(desk, TERM)
    assert desk.at("tindakan/term/") not in hrefs(parts(desk)[0].tasks)


def test_what_the_timetable_puts_months_ahead_stands_behind_a_fold(desk: Desk) -> None:
    """3 August: the vote is on 6 December, and Tegal's timetable adopts candidates on 23 November."""
    append(desk, TERM, NOTICE, ESTABLISHED)
    mine, _, _, coming, later, _ = parts(desk)
    assert not set(hrefs(coming.tasks)) & set(hrefs(later.tasks))
    for kind in ("polling", "candidates_adopted"):
        assert desk.at(f"tindakan/{kind}/") in hrefs(later.tasks)
        assert desk.at(f"tindakan/{kind}/") not in hrefs(mine.tasks)
    (adopted,) = [task for task in later.tasks if task.href.endswith("/candidates_adopted/")]
    assert adopted.note.id == "Rancangan jadwal: Senin, 23 November 2026."
    assert "Belum waktunya (" in desk.client.get(desk.at()).text


def test_the_same_act_is_due_once_its_day_in_the_timetable_has_come(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(desk, TERM, NOTICE, ESTABLISHED)
    on_another_day(desk, monkeypatch, datetime(2026, 11, 23, 2, 0, tzinfo=UTC))
    assert desk.at("tindakan/candidates_adopted/") in hrefs(parts(desk, "?semua=ya")[0].shown)


def test_what_is_more_than_the_page_shows_stands_behind_a_link(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds = ("dps", "dptb", "dpt", "registration", "candidates_adopted", "polling", "winner_adopted")
    append(desk, TERM, NOTICE, ESTABLISHED, *((kind, {"date": "2026-10-19"}) for kind in kinds))
    assert MOST_TASKS == 5
    monkeypatch.setattr(views, "MOST_TASKS", 2)
    on_another_day(desk, monkeypatch, datetime(2027, 1, 23, 2, 0, tzinfo=UTC))
    mine = parts(desk)[0]
    assert len(mine.tasks) > len(mine.shown) == 2
    assert mine.all.label.id == f"Lihat semua {len(mine.tasks)} pekerjaan"
    assert len(parts(desk, mine.all.href)[0].shown) == len(mine.tasks)


def test_what_comes_next_is_said_with_its_day_and_by_whom(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tegal's list: candidates on 23 November, then lots, campaign, quiet days, the vote on 6 December."""
    append(desk, TERM, NOTICE, ESTABLISHED)
    on_another_day(desk, monkeypatch, datetime(2026, 11, 24, 2, 0, tzinfo=UTC))
    (coming,) = [part for part in parts(desk) if getattr(part, "title", None) == Text("Berikutnya", "Next")]
    assert 1 <= len(coming.tasks) <= 3
    first = coming.tasks[0]
    assert first.note.id.startswith("Rancangan jadwal: ")
    assert first.who.id.startswith("Oleh ")
    assert desk.at("tindakan/candidates_adopted/") not in hrefs(coming.tasks)


def test_on_the_day_of_the_vote_the_poll_is_due_whatever_was_not_recorded(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(desk, TERM, NOTICE, ESTABLISHED)
    on_another_day(desk, monkeypatch, datetime(2026, 12, 6, 2, 0, tzinfo=UTC))
    rows = {task.href: task for task in parts(desk, "?semua=ya")[0].tasks}
    poll = rows[desk.at("tindakan/polling/")]
    assert (poll.deadline.until.isoformat(), poll.deadline.what.id) == (
        "2026-12-06",
        "Rancangan jadwal: sampai",
    )
    assert poll.deadline.remaining.id == "Batas hari ini"
    assert poll.note.id.startswith("Belum tercatat sebelumnya: ")


def test_what_the_timetable_gives_to_another_office_waits_for_others(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tegal's first step is for the county, its list of voters for the committee."""
    on_another_day(desk, monkeypatch, datetime(2026, 11, 23, 2, 0, tzinfo=UTC))
    mine, _, others, *_ = parts(desk, "?semua=ya")
    assert desk.at("tindakan/socialisation/") in hrefs(others.tasks)
    assert desk.at("tindakan/socialisation/") not in hrefs(mine.tasks)
    assert desk.at("tindakan/dps/") in hrefs(mine.tasks)


def test_of_an_adopted_timetable_the_first_page_says_that_the_committee_adopted_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    lot = {"key": "lot", "name": "nomor urut", "first": "2026-11-27", "last": "2026-11-27"}
    append(desk, TERM, NOTICE, ESTABLISHED, ("schedule_adopted", {"date": "2026-06-20", "steps": [lot]}))
    on_another_day(desk, monkeypatch, datetime(2026, 11, 30, 2, 0, tzinfo=UTC))
    rows = {task.href: task for task in parts(desk, "?semua=ya")[0].tasks}
    limit = rows[desk.at("tindakan/ballot_numbers/")].deadline
    assert (limit.until.isoformat(), limit.what.id) == ("2026-11-27", "Jadwal panitia: sampai")
    assert limit.remaining.id == "Lewat 1 hari kerja"


def test_work_of_other_offices_waits_for_others_by_name_and_reason(desk: Desk) -> None:
    append(desk, TERM)
    mine, _, others, *_ = parts(desk)
    (notice,) = [task for task in others.tasks if task.href.endswith("/bpd_notice/")]
    assert notice.who.id == "Menunggu BPD"
    assert notice.note.id.startswith("BPD memberitahukan berakhirnya masa jabatan 6 bulan sebelumnya.")
    assert notice.href not in hrefs(mine.tasks)


def test_findings_to_put_right_are_counted_on_the_first_page_and_stand_first_on_their_own(desk: Desk) -> None:
    assert parts(desk)[1].tasks == ()
    append(desk, TERM, ("bpd_notice", {"date": "2026-08-02", "written": False}))
    (row,) = parts(desk)[1].tasks
    found = [card.finding.verdict for card in parts(desk, "temuan/") if hasattr(card, "finding")]
    number = found.count(Verdict.VIOLATED)
    assert number >= 2
    assert row.label.id == f"Periksa {number} temuan yang perlu diperbaiki"
    assert found[:number] == [Verdict.VIOLATED] * number


def test_what_cannot_be_checked_yet_stands_on_a_page_of_its_own(desk: Desk) -> None:
    append(desk, TERM, ("bpd_notice", {"date": "2026-08-02", "written": False}))
    told = [card.finding.verdict for card in parts(desk, "temuan/") if hasattr(card, "finding")]
    unknown = [card.finding.verdict for card in parts(desk, "temuan/?isi=belum") if hasattr(card, "finding")]
    assert Verdict.UNKNOWN not in told
    assert set(unknown) == {Verdict.UNKNOWN}
    assert "?isi=belum" in desk.client.get(desk.at("temuan/")).text


def steps(desk: Desk) -> dict[str, Any]:
    (course,) = parts(desk, "tahapan/")
    return {step.label.id: step for stage in course.stages for step in stage.steps}


FIVE = {"Belum bisa dimulai", "Belum dimulai", "Sedang dikerjakan", "Selesai", "Ada masalah"}


def test_the_course_uses_five_words_and_opens_one_stage(desk: Desk) -> None:
    append(
        desk, TERM, ("bpd_notice", {"date": "2026-08-02", "written": False}), ("village", {"inhabitants": 9})
    )
    (course,) = parts(desk, "tahapan/")
    said = {step.tag.says.id for stage in course.stages for step in stage.steps}
    assert said <= FIVE
    assert {"Belum bisa dimulai", "Belum dimulai", "Selesai", "Ada masalah"} <= said
    assert sum(stage.current for stage in course.stages) == 1


def test_the_course_shows_what_is_recorded_with_its_day_and_what_the_timetable_names(desk: Desk) -> None:
    append(desk, TERM, NOTICE, ("village", {"inhabitants": 9}))
    found = steps(desk)
    notice = found["Pemberitahuan BPD tentang akhir masa jabatan"]
    assert (notice.status, notice.note.id) == (Status.DONE, "Tercatat: Selasa, 2 Juni 2026.")
    assert notice.href.endswith(f"/catatan/{desk.acts()[1].act_id}/")
    village = found["Desa"]
    assert (village.status, village.note.id) == (Status.DONE, "Tercatat tanpa tanggal.")
    lot = found[label_of("ballot_numbers").id]
    assert (lot.status, lot.note.id) == (Status.NOT_STARTED, "Rancangan jadwal: Kamis, 26 November 2026.")


def test_every_stage_stands_in_the_course_and_the_count_waits_for_the_polling(desk: Desk) -> None:
    (course,) = parts(desk, "tahapan/")
    assert [stage.number for stage in course.stages] == [1, 2, 3, 4, 5, 6, 7]
    count = steps(desk)[label_of("tally").id]
    assert (count.status, count.href, count.note.id) == (Status.BLOCKED, "", "Menunggu: pemungutan suara.")
    append(desk, ("polling", {"date": "2026-12-06"}))
    assert steps(desk)[label_of("tally").id].status is Status.NOT_STARTED


def test_an_act_that_does_not_fit_the_rules_is_a_problem_that_leads_to_its_finding(desk: Desk) -> None:
    append(desk, TERM, ("bpd_notice", {"date": "2026-06-02", "written": False}))
    notice = steps(desk)["Pemberitahuan BPD tentang akhir masa jabatan"]
    assert (notice.status, notice.href) == (Status.TROUBLE, desk.at("temuan/"))
    assert "Perlu diperbaiki: Pemberitahuan BPD tertulis." in notice.note.id


def test_the_record_is_read_newest_first_with_its_chain_verified(desk: Desk) -> None:
    append(desk, TERM, NOTICE)
    said = desk.client.get(desk.at("catatan/")).text
    assert "Rantai utuh: 2 tindakan" in said
    assert said.index("pemberitahuan") < said.index("masa jabatan kepala desa")


def test_a_finding_leads_to_a_new_act_or_to_a_correction_of_the_one_that_stands(desk: Desk) -> None:
    def links() -> set[str]:
        found = set()
        for query in ("", *(f"?isi=belum&halaman={page}" for page in range(1, 20))):
            parts = desk.client.get(desk.at(f"temuan/{query}")).context["components"]
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
