"""From the BPD's letter to a printed and adopted timetable, by somebody who has never seen it.

The person only follows links and buttons that the pages offer, makes a slip on the way, leaves half way and
comes back. Once on a phone, once at a desk.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Locator, Page
from pytest_django.live_server_helper import LiveServer
from tests.web.committee.conftest import Desk, signed_in
from tests.web.scenes import NOW, chair_of, election
from tests.web.shared.test_browser import OVERFLOW, SMALL
from tests.windows import window

from pilkades.web.core.queries.states import state_of

Take = Callable[[Page, str], None]
SIZES = {"phone": (360, 640), "desk": (1280, 800)}


@pytest.fixture
def served(transactional_db: None) -> Desk:
    """An election without an act, and its chair."""
    del transactional_db
    held = election()
    chair = chair_of(held)
    return Desk(held, chair, signed_in(chair))


@pytest.fixture(params=SIZES)
def visit(
    request: pytest.FixtureRequest, chromium: Browser, served: Desk, live_server: LiveServer
) -> Iterator[Callable[[], Page]]:
    """Open the site as the chair; called again it is a later visit, which kept only the sign-in."""
    width, height = SIZES[request.param]
    options: dict[str, Any] = {
        "viewport": {"width": width, "height": height},
        "locale": "id-ID",
        # A phone in a village: scripts may be off; the desk has them on.
        "java_script_enabled": request.param == "desk",
    }
    key = served.client.cookies[settings.SESSION_COOKIE_NAME].value
    with ExitStack() as visits:

        def come() -> Page:
            visits.close()
            page = visits.enter_context(window(chromium, **options))
            page.context.add_cookies(
                [{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": live_server.url}]
            )
            page.goto(live_server.url + served.at())
            return page

        yield come


@pytest.fixture
def take(request: pytest.FixtureRequest) -> Take:
    """Look at a page: nothing sticks out; SCREENSHOTS may name a folder that keeps it as a picture."""
    folder, size = os.environ.get("SCREENSHOTS"), request.node.callspec.params["visit"]

    def look(page: Page, name: str) -> None:
        page.wait_for_load_state()  # the style sheet too: without it everything has another size
        assert page.evaluate(OVERFLOW) == []
        assert page.evaluate(SMALL) == []
        if folder:
            page.screenshot(path=Path(folder) / f"{size}-{name}.png", full_page=True)

    return look


def fill_day(page: Page, name: str, day: str) -> None:
    """Type a day into its three boxes."""
    for place, part in enumerate(day.split()):
        page.locator(f"[name={name}_{place}]").fill(part)


def unfold(page: Page, wanted: Locator) -> None:
    """Open one stage after the other until the step shows."""
    while not wanted.is_visible():
        page.locator("main details:not([open]) > summary").first.click()


def record(page: Page, link: str, day: str | None, office: str, **chosen: str) -> None:
    """From the steps of preparation: open the step, fill in the paper, check, record, and come back."""
    step = page.locator(".steps a").filter(has_text=link).first
    unfold(page, step)
    step.click()
    for name, value in chosen.items():
        if name.endswith("_day"):
            fill_day(page, name.removesuffix("_day"), value)
        else:
            page.locator(f"[name={name}][value={value}]").check()
    if day is not None:
        fill_day(page, "date", day)
    page.locator("[name=oleh_jabatan]").select_option(office)
    page.get_by_role("button", name="Periksa isian").last.click()
    assert page.get_by_role("heading", level=1).inner_text().startswith("Periksa sebelum mencatat")
    page.locator(".binding button[value=catat]").click()
    page.get_by_role("status").filter(has_text="sudah tercatat").wait_for()
    page.get_by_role("link", name="Persiapan", exact=True).click()


def form_the_committee(visit: Callable[[], Page], take: Take) -> Page:
    """Record the papers up to the report of the committee, in two sittings."""
    page = visit()
    take(page, "01-desk")
    page.get_by_role("link", name="Persiapan", exact=True).click()
    take(page, "02-preparation")
    record(page, "Masa jabatan kepala desa", None, "village_government", ends_day="26 12 2026")
    record(page, "Pemberitahuan BPD tentang akhir masa jabatan", "24 6 2026", "bpd", written="yes")
    record(page, "BPD mulai memproses pemilihan", "25 6 2026", "bpd")
    take(page, "03-first-stage")

    page = visit()  # left half way, and come back on another day
    page.get_by_role("link", name="Persiapan", exact=True).click()
    record(page, "Musyawarah pembentukan panitia", "1 7 2026", "bpd", by_consensus="yes")
    record(page, "Penetapan panitia pemilihan", "3 7 2026", "bpd")
    record(page, "Penyampaian panitia kepada bupati", "9 7 2026", "bpd", via_camat="yes")
    take(page, "04-committee-done")
    return page


def move_a_step(page: Page, take: Take) -> None:
    """Open the proposal and give the budget another last day, after a slip."""
    page.get_by_role("link", name="Susun jadwal pemilihan").click()
    take(page, "05-proposal")
    step = page.locator(".plan a").filter(has_text="Pengajuan rencana biaya pemilihan").first
    unfold(page, step)
    step.click()
    fill_day(page, "akhir", "31 6 2026")  # a slip: June has thirty days
    page.get_by_role("button", name="Periksa").click()
    assert page.title().startswith("Ada kesalahan:")
    take(page, "06-slip")
    fill_day(page, "akhir", "20 8 2026")
    page.get_by_role("button", name="Periksa", exact=True).click()
    page.locator("#akibat").get_by_text("tetap cocok dengan semua batas").wait_for()
    take(page, "07-effects")
    page.get_by_role("button", name="Simpan di draf").click()
    page.get_by_role("status").filter(has_text="Draf tersimpan").wait_for()
    take(page, "08-saved")


def adopt(visit: Callable[[], Page], take: Take) -> Page:
    """Come back to the draft, adopt it with a basis for what does not fit, after a slip."""
    page = visit()  # left again; the draft is still there
    page.get_by_role("link", name="Persiapan", exact=True).click()
    page.get_by_role("link", name="Susun jadwal pemilihan").click()
    page.get_by_text("1 langkah diatur sendiri.").wait_for()
    page.get_by_role("link", name="Tetapkan jadwal").click()
    page.get_by_role("button", name="Periksa isian").last.click()
    assert page.title().startswith("Ada kesalahan:")
    take(page, "09-adopt-slip")
    fill_day(page, "date", "3 8 2026")
    page.locator("[name=document]").fill("7/PAN/2026")
    for basis in page.locator("textarea").all():
        basis.fill("Surat Bupati 12/2026 tentang tahapan")
    page.get_by_role("button", name="Periksa isian").last.click()
    take(page, "10-check")
    page.get_by_role("button", name="Tetapkan jadwal").last.click()
    page.get_by_role("status").filter(has_text="sudah tercatat").wait_for()
    take(page, "11-receipt")
    return page


def test_from_the_letter_of_the_bpd_to_a_printed_and_adopted_timetable(
    visit: Callable[[], Page], served: Desk, take: Take
) -> None:
    page = form_the_committee(visit, take)
    move_a_step(page, take)
    page = adopt(visit, take)
    page.get_by_role("link", name="Persiapan", exact=True).click()
    page.get_by_role("link", name="Lihat garis waktu").click()
    take(page, "12-course-in-time")
    page.get_by_role("link", name="Persiapan", exact=True).click()
    page.get_by_role("link", name="Susun jadwal pemilihan").click()
    take(page, "13-adopted")
    page.get_by_role("link", name="Lihat untuk dicetak").click()
    paper = page.locator("main").inner_text()
    assert "Ditetapkan Senin, 3 Agustus 2026" in paper
    assert "7/PAN/2026" in paper
    assert "Jumat, 10 Juli sampai Kamis, 20 Agustus 2026" in paper
    take(page, "14-paper")

    served.held.refresh_from_db()
    timetable = state_of(served.held, NOW.date()).adopted_timetable
    assert timetable is not None
    assert timetable.windows["budget@1"].end is not None
    assert [row.kind for row in served.acts()] == [
        "term",
        "bpd_notice",
        "process_started",
        "committee_meeting",
        "committee_established",
        "committee_reported",
        "schedule_adopted",
    ]
