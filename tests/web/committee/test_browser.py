"""The desk in a real browser: one act from first page to receipt without script, and the checklist."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer
from tests.web.committee.conftest import NOTICE, Desk, signed_in
from tests.web.scenes import NOW, chair_of, draft, election
from tests.web.shared.test_browser import OVERFLOW, SMALL
from tests.web.site import looking

from pilkades.web.core.rows import act_of
from pilkades.web.core.services.append_act import append_act

PAGES = ["", "tahapan/", "temuan/", "catatan/", "tindakan/", "tindakan/bpd_notice/", "tindakan/tally/"]


@pytest.fixture
def served(transactional_db: None) -> Desk:
    """An election with two acts, committed, so that the server's thread sees them."""
    del transactional_db
    held = election()
    chair = chair_of(held)
    head = held.head.digest
    entered: list[tuple[str, dict[str, Any]]] = [
        ("term", {"ends": "2026-12-26"}),
        ("committee_established", {"date": "2026-06-10"}),
    ]
    for kind, facts in entered:
        head = append_act(chair, held.pk, draft(kind, **facts), head, at=NOW).act.digest
    return Desk(held, chair, signed_in(chair))


@pytest.fixture
def phone(chromium: Browser, served: Desk, live_server: LiveServer) -> Iterator[Page]:
    """The chair's phone, 360 px wide, without script."""
    with looking.opened(chromium, live_server.url, served.client, java_script_enabled=False) as page:
        yield page


def test_an_act_is_recorded_on_a_phone_without_script(
    phone: Page, served: Desk, live_server: LiveServer
) -> None:
    phone.goto(live_server.url + served.at())
    phone.get_by_role("link", name="Catat: pemberitahuan").click()
    for box in ("date_0", "date_1", "date_2", "oleh_orang"):
        phone.locator(f"[name={box}]").fill(NOTICE[box])
    phone.locator("[name=written][value=yes]").check()
    phone.get_by_role("button", name="Periksa isian").click()
    assert phone.title().startswith("Ada kesalahan:")
    phone.locator("[name=oleh_jabatan]").select_option("bpd")
    phone.get_by_role("button", name="Periksa isian").click()
    phone.get_by_role("button", name="Kembali ke isian").click()
    assert phone.locator("[name=date_2]").input_value() == "2026"
    phone.get_by_role("button", name="Periksa isian").click()
    assert phone.get_by_role("heading", level=1).inner_text().startswith("Periksa sebelum mencatat")
    phone.get_by_role("button", name="Catat pemberitahuan").click()
    assert f"{served.held.key}/3" in phone.get_by_role("status").inner_text()
    assert [row.kind for row in served.acts()] == ["term", "committee_established", "bpd_notice"]


def test_an_act_with_a_photo_and_two_rows_is_recorded_on_a_phone_without_script(
    phone: Page, served: Desk, live_server: LiveServer
) -> None:
    phone.goto(live_server.url + served.at("tindakan/tps_plan/"))
    for number in (1, 2):
        phone.locator(f"[name=stations-{number}-name]").fill(f"TPS {number}")
    phone.locator("[name=stations-2-voters]").fill("dua")
    phone.locator("[name=berkas]").set_input_files(
        {"name": "rencana.jpg", "mimeType": "image/jpeg", "buffer": b"\xff\xd8\xff foto rencana"}
    )
    phone.get_by_role("button", name="Tambah baris").click()
    assert phone.url.endswith("#isian-stations")
    assert phone.locator("[name=stations-4-name]").count() == 1
    assert phone.locator("[name=stations-2-voters]").input_value() == "dua"
    phone.locator("[name=oleh_jabatan]").select_option("committee")
    phone.get_by_role("button", name="Periksa isian").click()
    phone.get_by_role("link", name="TPS 2, jumlah pemilih terdaftar: Isi").click()
    phone.locator("[name=stations-2-voters]").fill("250")
    phone.keyboard.press("Enter")
    assert "rencana.jpg" in phone.get_by_role("region", name="Dokumen").inner_text()
    phone.get_by_role("button", name="Ubah TPS").click()
    assert phone.url.endswith("#isian-stations")
    assert phone.locator("[name=stations-1-name]").input_value() == "TPS 1"
    phone.get_by_role("button", name="Periksa isian").click()
    phone.get_by_role("button", name="Catat rencana TPS").click()
    assert "rencana.jpg" in phone.locator("a[href*=dokumen]").inner_text()
    act = act_of(served.acts()[-1])
    assert [(row.name, row.voters) for row in act.facts["stations"][0].value] == [
        ("TPS 1", None),
        ("TPS 2", 250),
    ]
    assert [paper.media_type for paper in act.documents] == ["image/jpeg"]


def _faults(page: Page) -> dict[str, object]:
    found: dict[str, object] = {}
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 640})
        found[f"overflow {width}"] = page.evaluate(OVERFLOW)
        found[f"small {width}"] = page.evaluate(SMALL)
    page.set_viewport_size({"width": 360, "height": 640})
    found["axe"] = looking.axe(page)
    return {name: what for name, what in found.items() if what}


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_page_holds_to_the_checklist(
    chromium: Browser, served: Desk, live_server: LiveServer, language: str
) -> None:
    found = {}
    act = served.acts()[0].act_id
    with looking.opened(chromium, live_server.url, served.client, language) as page:
        for rest in (*PAGES, f"catatan/{act}/", f"catatan/{act}/koreksi/"):
            page.goto(live_server.url + served.at(rest))
            found[rest] = _faults(page)
        page.goto(live_server.url + served.at("tindakan/bpd_notice/"))
        page.locator("[name=date_0]").fill("2")
        page.locator(".acts button.button").first.click()
        found["faults"] = _faults(page)
        assert page.evaluate("document.activeElement.id") == "faults"
        for name in ("date_0", "date_1", "date_2"):
            page.locator(f"[name={name}]").fill(NOTICE[name])
        page.locator("[name=oleh_jabatan]").select_option("bpd")
        page.locator(".acts button.button").first.click()
        page.locator("form.preview").wait_for()
        found["check"] = _faults(page)
        page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
        page.goto(live_server.url + "/akun/login/")
        found["sign in"] = _faults(page)
    assert {name: what for name, what in found.items() if what} == {}
