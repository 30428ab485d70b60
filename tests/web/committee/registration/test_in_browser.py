"""A household entered on a phone whose browser runs no scripts, from the door to the list of the day."""

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer
from tests.web.committee.conftest import signed_in
from tests.web.public.voter_scenes import on_register
from tests.web.scenes import election, granted, person
from tests.web.site import looking

from pilkades.web.core.models import Role
from pilkades.web.core.queries.voters import count_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("width", [360, 1280])
def test_a_family_of_two_is_entered_without_scripts(
    chromium: Browser, live_server: LiveServer, width: int
) -> None:
    held, user = election(), person("Petugas Rekaan")
    granted(user, Role.REGISTRAR, held.village)
    on_register(held, 4)
    client, size = signed_in(user), {"width": width, "height": 640}
    with looking.opened(chromium, live_server.url, client, viewport=size, java_script_enabled=False) as page:
        page.goto(f"{live_server.url}/desa/{held.pk}/pendataan/")
        page.click("text=RT 002 / RW 001")
        assert page.input_value("#id_dusun") == "Krajan"
        page.fill("#id_kk", "9901020101000007")
        page.get_by_role("button", name="Simpan dan orang berikutnya").click()
        assert page.inner_text("#faults h2") == "Ada 4 yang perlu diperbaiki"
        assert page.input_value("#id_kk") == "9901020101000007"
        page.fill("#id_nama", "SITI CONTOH")
        page.fill("#id_nik", "9901025203800001")
        page.check("#id_jk_1")
        for box, part in enumerate(("12", "3", "1981")):
            page.fill(f"#id_lahir_{box}", part)
        page.check("#id_kawin_1")
        page.get_by_role("button", name="Simpan dan orang berikutnya").click()
        assert "berbeda dari tanggal di NIK" in page.inner_text("main")
        page.get_by_role("button", name="Simpan apa adanya").click()
        assert "SITI CONTOH tersimpan." in page.inner_text("main")
        page.fill("#id_nama", "BUDI CONTOH")
        page.check("#id_jk_0")
        page.fill("#id_lahir_2", "1979")
        page.check("#id_kawin_1")
        page.get_by_role("button", name="Simpan, keluarga ini selesai").click()
        assert "Yang Anda catat hari ini (2)" in page.inner_text("main")
        assert looking.too_small(page) == []
    assert count_of(held) == 3
