"""The pages of the voter list in a real browser without scripts: ask, propose, follow; and on paper."""

from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer
from tests.web.public.voter_scenes import AREA, posted, voter
from tests.web.site import looking

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("width", [360, 1280])
def test_somebody_asks_proposes_and_reads_the_answer_without_scripts(
    chromium: Browser, live_server: LiveServer, width: int
) -> None:
    held, somebody = posted(count=12), voter(2)
    assert somebody.nik is not None
    assert somebody.birth is not None
    size = {"width": width, "height": 640}
    with looking.opened(
        chromium, live_server.url, Client(), viewport=size, java_script_enabled=False
    ) as page:
        page.goto(f"{live_server.url}/publik/desa/{held.key}/")
        page.get_by_role("link", name="Apakah saya terdaftar?").click()
        page.get_by_role("link", name="Apakah saya terdaftar?").click()
        page.get_by_role("button", name="Periksa").click()
        assert page.title().startswith("Ada kesalahan:")
        assert page.inner_text("#faults h2") == "Ada 2 yang perlu diperbaiki"
        page.fill("#id_nik", somebody.nik.digits)
        born = somebody.birth.earliest
        for box, part in enumerate((born.day, born.month, born.year)):
            page.fill(f"#id_lahir_{box}", str(part))
        page.get_by_role("button", name="Periksa").click()
        assert "TPS Anda: 1." in page.inner_text("main")
        assert somebody.nik.digits not in page.url + page.content()
        assert looking.too_small(page) == []
        page.get_by_role("link", name="Ada yang keliru atau belum terdaftar?").click()
        page.get_by_label("Nama atau data lain keliru").check()
        page.fill("#id_tentang", "Citra, RT 003")
        page.fill("#id_benar", "Namanya Citra Umpami")
        page.get_by_role("button", name="Kirim usul").click()
        number = page.inner_text(".code-large")
        assert number not in page.url
        page.get_by_role("link", name="Lihat jawaban atas usul Anda").click()
        page.fill("#id_nomor", number.lower())
        page.get_by_role("button", name="Lihat jawaban").click()
        assert "Sedang dikerjakan" in page.inner_text("main")
        assert number not in page.url + page.content()
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_a_page_of_a_hundred_people_loads_with_less_than_fifty_kilobytes(
    chromium: Browser, live_server: LiveServer
) -> None:
    held = posted(count=130)
    with looking.opened(chromium, live_server.url, Client()) as page:
        wire = looking.Wire(page)
        page.goto(f"{live_server.url}/publik/desa/{held.key}/daftar-pemilih/", wait_until="networkidle")
        assert page.locator(".voters tbody tr").count() == 100
        assert looking.sideways(page) == {}
        assert wire.weight < 50_000


def test_the_printed_list_has_its_columns_on_every_sheet_and_no_form(
    chromium: Browser, live_server: LiveServer, tmp_path: Path
) -> None:
    held = posted(count=90)
    with looking.opened(chromium, live_server.url, Client(), is_mobile=False) as page:
        page.goto(f"{live_server.url}/publik/desa/{held.key}/daftar-pemilih/")
        page.pdf(path=str(tmp_path / "daftar.pdf"), format="A4")
    sheets = looking.sheets(tmp_path / "daftar.pdf")
    printed = "\n".join(sheets)
    assert len(sheets) > 1
    assert "Daftar pemilih" in sheets[0]
    assert f"{AREA}**********" in printed
    assert "menurut jenis kelamin" in printed.lower()
    assert "Tampilkan" not in printed
    assert "Berikutnya" not in printed
