from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.committee.conftest import signed_in
from tests.web.county.conftest import Office
from tests.web.county.villages import village_with
from tests.web.scenes import granted, person

from pilkades.web.core.models import Role
from pilkades.web.core.queries import laws, overviews, records, states
from pilkades.web.county.parts import Waiting
from pilkades.web.shared.components.due import Task
from pilkades.web.shared.templatetags.pilkades import article

BUDGET = ("budget", {"proposed_on": "2026-07-30"})
SENT = ("sent_to_bupati", {"date": "2026-07-20", "received_on": "2026-07-21"})
SENT_WITHOUT_DAY = ("sent_to_bupati", {"date": "2026-07-20"})
DECREE = ("bupati_decree", {"date": "2026-07-28"})


def waiting(client: Client, address: str) -> dict[str, tuple[Task, ...]]:
    parts = client.get(address).context["components"]
    return {part.title.id: tuple(part.tasks) for part in parts if isinstance(part, Waiting)}


def test_what_waits_is_listed_by_act_with_limit_and_article_and_leads_to_its_form(office: Office) -> None:
    budget = village_with("33.28.01.2001", BUDGET)
    decree = village_with("33.28.01.2002", SENT)
    inauguration = village_with("33.28.01.2003", SENT, DECREE)
    village_with("33.28.01.2004", SENT, DECREE, ("inauguration", {"date": "2026-07-31"}))
    listed = waiting(office.client, office.at("persetujuan/"))
    assert set(listed) == {"Biaya pemilihan", "Keputusan bupati tentang pengesahan", "Pelantikan"}
    assert [[task.href for task in tasks] for tasks in listed.values()] == [
        [f"/desa/{budget.pk}/tindakan/budget/"],
        [f"/desa/{decree.pk}/tindakan/bupati_decree/"],
        [f"/desa/{inauguration.pk}/tindakan/inauguration/"],
    ]
    # PP 16/2026 Pasal 39 ayat (2) huruf e: the budget is approved within 30 working days. From 30 July 2026,
    # without Saturdays, Sundays, 17 August (Independence) and 25 August (Maulid), that ends on 14 September.
    (task,) = listed["Biaya pemilihan"]
    assert task.deadline is not None
    assert task.deadline.until.isoformat() == "2026-09-14"
    assert (
        "PP 16/2026 Pasal\N{NO-BREAK SPACE}39 ayat\N{NO-BREAK SPACE}(2) huruf\N{NO-BREAK SPACE}e"
        in task.note.id
    )


def test_a_winner_that_was_sent_waits_even_where_the_day_of_reception_is_not_recorded(office: Office) -> None:
    village_with("33.28.01.2001", SENT_WITHOUT_DAY)
    (task,) = waiting(office.client, office.at("persetujuan/"))["Keputusan bupati tentang pengesahan"]
    assert task.deadline is None
    assert "tanggal diterima bupati belum tercatat" in task.note.id


def test_what_waits_in_a_rehearsal_never_stands_among_the_real(office: Office) -> None:
    village_with("33.28.01.2001", BUDGET, rehearsal=True)
    assert waiting(office.client, office.at("persetujuan/")) == {}
    page = office.client.get(office.at("persetujuan/?latihan=ya"))
    assert "MODE LATIHAN" in page.content.decode()
    assert len(waiting(office.client, office.at("persetujuan/?latihan=ya"))["Biaya pemilihan"]) == 1


def test_who_only_watches_is_led_to_the_desk(office: Office) -> None:
    held = village_with("33.28.01.2001", BUDGET)
    watcher = person()
    granted(watcher, Role.SUPERVISOR, office.county)
    (task,) = waiting(signed_in(watcher), office.at("persetujuan/"))["Biaya pemilihan"]
    assert task.href == f"/desa/{held.pk}/"


def test_a_camat_has_no_approvals_of_the_county(office: Office) -> None:
    held, camat = village_with("33.28.01.2001", BUDGET), person()
    granted(camat, Role.CAMAT, held.village.district)
    assert signed_in(camat).get(office.at("persetujuan/")).status_code == 404


def test_questions_to_the_database_do_not_grow_with_what_waits(office: Office) -> None:
    counts = []
    for several in (1, 30):
        for number in range(several):
            village_with(f"33.28.{several:02d}.{2001 + number}", BUDGET)
        for kept in (records, states, overviews):
            kept.forget()
        with CaptureQueriesContext(connection) as queries:
            assert office.client.get(office.at("persetujuan/")).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_articles_are_written_as_people_cite_them(office: Office) -> None:
    held = village_with("33.28.01.2001", BUDGET)
    (task,) = waiting(office.client, office.at("persetujuan/"))["Biaya pemilihan"]
    rule = next(one for one in laws.law_of(held).rules if one.id == "tegal-budget-approved-within")
    assert all(article(place) in task.note.id for place in rule.articles)
