"""The register room in a real browser: a broken file, the mended one, a person, an export."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.web.committee.conftest import Desk, signed_in
from tests.web.committee.voters.scenes import rows, words, xlsx
from tests.web.core.register import do_the_work, nik, taken
from tests.web.scenes import chair_of, election
from tests.web.site import looking
from tests.windows import DESK

from pilkades.exchange import spreadsheets
from pilkades.exchange.fault_sheet import NAME
from pilkades.register.headers import propose
from pilkades.web.core import work
from pilkades.web.core.models import ImportState, Job, VoterImport, VoterRow
from pilkades.web.core.queries.voters import count_of

ROOM = "daftar-pemilih/"


@pytest.fixture
def served(transactional_db: None) -> Desk:
    """An election with its chair, committed, so that the server's thread sees it."""
    del transactional_db
    held = election()
    chair = chair_of(held)
    return Desk(held, chair, signed_in(chair))


@pytest.fixture
def phone(chromium: Browser, served: Desk, live_server: LiveServer) -> Iterator[Page]:
    """The chair's phone, 360 px wide, without script."""
    with looking.opened(chromium, live_server.url, served.client, java_script_enabled=False) as page:
        yield page


@pytest.fixture
def desk_screen(chromium: Browser, served: Desk, live_server: LiveServer) -> Iterator[Page]:
    """The chair's machine at the office, 1280 px wide, with scripts."""
    with looking.opened(
        chromium, live_server.url, served.client, **{**DESK, "is_mobile": False, "has_touch": False}
    ) as page:
        yield page


def _file(content: bytes, name: str = "pemilih.xlsx") -> dict[str, object]:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def _upload(page: Page, content: bytes) -> None:
    page.get_by_label("Berkas daftar pemilih").set_input_files(_file(content))  # type: ignore[arg-type] # a file as Playwright takes it
    page.get_by_role("button", name="Unggah dan periksa").click()


def test_a_village_brings_its_list_on_a_phone_without_scripts(
    phone: Page, served: Desk, live_server: LiveServer, tmp_path: Path
) -> None:
    phone.goto(live_server.url + served.at(ROOM))
    phone.get_by_role("link", name="Unggah berkas").click()
    _upload(phone, xlsx(rows(mended=False)))
    assert "Belum dimulai." in phone.get_by_role("status").inner_text()
    do_the_work()
    phone.get_by_role("link", name="Lihat kemajuan terbaru").click()
    phone.get_by_role("link", name="NIK bukan 16 angka (1)").click()
    assert "DUSUN KRAJAN, sel C6" in phone.get_by_role("row").nth(1).inner_text()
    with phone.expect_download() as marked:
        phone.get_by_role("button", name="Unduh berkas bertanda").click()
    kept = tmp_path / "bertanda.xlsx"
    marked.value.save_as(kept)
    (sheet,) = spreadsheets.read(kept.read_bytes(), "bertanda.xlsx")
    assert sheet.name == "DUSUN KRAJAN"
    assert propose([sheet])[0].mapping is not None
    assert NAME.id not in sheet.name

    phone.goto(live_server.url + served.at(f"{ROOM}impor/"))
    _upload(phone, xlsx(rows(mended=True)))
    do_the_work()
    phone.get_by_role("link", name="Lihat kemajuan terbaru").click()
    phone.get_by_role("button", name="Ambil 5 baris ke daftar").click()
    do_the_work()
    phone.get_by_role("link", name="Lihat kemajuan terbaru").click()
    assert "Berkas sudah masuk daftar" in phone.locator("main").inner_text()
    phone.get_by_role("link", name="Lihat orang dalam daftar").click()
    assert "5 orang." in phone.locator("main").inner_text()


def test_a_person_is_found_corrected_struck_off_and_the_list_taken_on_a_phone_without_scripts(
    phone: Page, served: Desk, live_server: LiveServer, tmp_path: Path
) -> None:
    taken(served.chair, served.held, xlsx(rows(mended=True)), "pemilih.xlsx")
    phone.goto(live_server.url + served.at(f"{ROOM}orang/"))
    phone.get_by_label("Cari nama").fill("citra")
    phone.get_by_role("button", name="Cari", exact=True).click()
    phone.get_by_role("link", name="Citra Umpama").click()
    phone.get_by_role("link", name="Perbaiki baris ini").click()
    phone.get_by_label("TPS").fill("02")
    phone.get_by_role("button", name="Simpan perbaikan").click()
    assert phone.title().startswith("Ada kesalahan:")
    assert phone.get_by_label("TPS").input_value() == "02"
    phone.get_by_label("Alasan perbaikan").fill("Dicocokkan dengan RT")
    phone.get_by_role("button", name="Simpan perbaikan").click()
    assert "memperbaiki: TPS" in phone.locator("main").inner_text()

    phone.get_by_role("link", name="Coret dari daftar").click()
    phone.get_by_label("Tidak lagi berdomisili di desa").check()
    phone.get_by_label("Keterangan").fill("Surat pindah 3 Agustus 2026")
    phone.get_by_role("button", name="Coret dari daftar").click()
    assert "Orang ini sudah dicoret dari daftar" in phone.locator("main").inner_text()
    assert count_of(served.held) == 4

    phone.get_by_role("link", name="Ekspor").click()
    phone.get_by_label("Alasan mengambil daftar").fill("Dicetak untuk RT")
    with phone.expect_download() as fetched:
        phone.get_by_role("button", name="Unduh daftar (xlsx)").click()
    list_file = tmp_path / "daftar.xlsx"
    fetched.value.save_as(list_file)
    (listed,) = spreadsheets.read(list_file.read_bytes(), "daftar.xlsx")
    assert "Dicetak untuk RT" in str(listed.rows[1][0])
    phone.reload()
    assert "Alasan: Dicetak untuk RT" in phone.locator("main").inner_text()


def test_with_scripts_the_page_moves_on_by_itself(
    desk_screen: Page, served: Desk, live_server: LiveServer
) -> None:
    desk_screen.goto(live_server.url + served.at(f"{ROOM}impor/"))
    _upload(desk_screen, xlsx(rows(mended=True)))
    expect(desk_screen.get_by_role("status")).to_have_text("Belum dimulai.")
    do_the_work()
    expect(desk_screen.get_by_role("button", name="Ambil 5 baris ke daftar")).to_be_visible(timeout=20_000)
    desk_screen.get_by_role("button", name="Ambil 5 baris ke daftar").click()
    expect(desk_screen.get_by_role("heading", name="Mengambil berkas ke daftar")).to_be_visible()
    do_the_work()
    expect(desk_screen.get_by_text("Berkas sudah masuk daftar")).to_be_visible(timeout=20_000)


def test_columns_are_set_right_on_a_phone_without_scripts(
    phone: Page, served: Desk, live_server: LiveServer
) -> None:
    content = rows(mended=True)
    content[3][8] = "XYZ"
    phone.goto(live_server.url + served.at(f"{ROOM}impor/"))
    _upload(phone, xlsx(content))
    do_the_work()
    phone.get_by_role("link", name="Lihat kemajuan terbaru").click()
    phone.get_by_role("link", name="Periksa atau ubah kolomnya").click()
    assert phone.get_by_label("Baris judul kolom").input_value() == "4"
    phone.get_by_label("Kolom I dibaca sebagai").select_option("nama")
    phone.get_by_role("button", name="Periksa berkas lagi").click()
    phone.get_by_role("link", name="pilih satu kolom saja untuk nama").click()
    assert phone.url.endswith("#kolom-1-8")
    phone.get_by_label("Kolom I dibaca sebagai").select_option("alamat")
    phone.get_by_role("button", name="Periksa berkas lagi").click()
    do_the_work()
    phone.get_by_role("link", name="Lihat kemajuan terbaru").click()
    phone.get_by_role("button", name="Ambil 5 baris ke daftar").click()
    do_the_work()
    assert set(VoterRow.objects.values_list("address", flat=True)) == {"Jalan Contoh"}


@pytest.fixture
def pulled(served: Desk, monkeypatch: pytest.MonkeyPatch) -> VoterImport:
    """A file half taken when the plug was pulled: rows are staged, and the job says that it runs."""
    page = served.client.post(
        served.at(f"{ROOM}impor/"), {"berkas": SimpleUploadedFile("pemilih.xlsx", xlsx(rows(mended=True)))}
    )
    assert page.status_code == 303
    do_the_work()
    made = VoterImport.objects.get()
    served.client.post(served.at(f"{ROOM}impor/{made.pk}/ambil/"))

    def plug(progress: work.Progress, done: int, total: int) -> None:
        Job.objects.filter(pk=progress.job_id).update(done=done, total=total)
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(work.Progress, "at", plug)
        with pytest.raises(KeyboardInterrupt):
            work.run_job.func(Job.objects.get(kind="take_import").pk)
    made.refresh_from_db()
    assert made.state == ImportState.TAKING
    assert VoterRow.objects.count() == 5
    return made


def test_after_the_plug_was_pulled_the_page_says_so_and_the_work_begins_anew(
    phone: Page, served: Desk, live_server: LiveServer, pulled: VoterImport
) -> None:
    assert count_of(served.held) == 0
    phone.goto(live_server.url + served.at(f"{ROOM}impor/{pulled.pk}/"))
    said = phone.locator("main").inner_text()
    assert "Bila layanan sempat mati, pekerjaan dimulai lagi dari awal." in said
    assert "Daftar belum berubah sampai selesai." in said
    work.sweep()
    do_the_work()
    phone.get_by_role("link", name="Lihat kemajuan terbaru").click()
    assert "Berkas sudah masuk daftar" in phone.locator("main").inner_text()
    assert count_of(served.held) == 5
    assert nik(1) not in words(served.client.get(served.at(f"{ROOM}orang/")))


def test_after_the_plug_was_pulled_the_import_can_be_given_up(
    phone: Page, served: Desk, live_server: LiveServer, pulled: VoterImport
) -> None:
    phone.goto(live_server.url + served.at(f"{ROOM}impor/{pulled.pk}/"))
    phone.get_by_role("button", name="Batalkan impor").click()
    assert "Pembatalan sudah diminta." in phone.locator("main").inner_text()
    work.sweep()
    do_the_work()
    phone.get_by_role("link", name="Lihat kemajuan terbaru").click()
    assert "Daftar tetap seperti sebelumnya." in phone.locator("main").inner_text()
    assert (count_of(served.held), VoterRow.objects.count()) == (0, 0)
