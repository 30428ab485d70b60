"""Bani Amas 2007 with invented people: 979 voters from a village's file to the DPT, on a phone."""

import io
from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer
from tests.web.committee.conftest import Desk, signed_in
from tests.web.core.register import do_the_work
from tests.web.scenes import NOW, chair_of, county, draft, village
from tests.web.site import looking

from pilkades.exchange import lists
from pilkades.register.invented import BANI_AMAS_POLL, BaniAmas, bani_amas
from pilkades.register.voter import Voter
from pilkades.web.core.models import ActRow, Cohort, Wave
from pilkades.web.core.rows import act_of
from pilkades.web.core.services.append_act import append_act
from pilkades.web.core.services.open_election import opened

LAW = "bengkayang"
CODE = "61.07.01.2001"
# What the committee states of everybody, where a village's file has no column for it.
STATED = {
    "citizen": True,
    "resident": True,
    "residence_proven": True,
    "not_disenfranchised": True,
    "sound_mind": True,
}


@pytest.fixture(scope="module")
def case() -> BaniAmas:
    return bani_amas()


@pytest.fixture
def served(transactional_db: None) -> Desk:
    del transactional_db
    where = village(CODE, LAW)
    wave = Wave.objects.create(county=county("61.07", LAW), name="2007", polling_day=BANI_AMAS_POLL)
    cohort = Cohort.objects.create(wave=wave, name="2007", term_ends=date(2007, 6, 30))
    held = opened(wave, where, cohort, NOW)
    chair = chair_of(held)
    stated = draft("voter_requirements", **STATED)
    append_act(chair, held.pk, stated, held.head.digest, at=NOW)
    return Desk(held, chair, signed_in(chair))


@pytest.fixture
def phone(chromium: Browser, served: Desk, live_server: LiveServer) -> Iterator[Page]:
    with looking.opened(chromium, live_server.url, served.client, java_script_enabled=False) as page:
        yield page


def workbook(people: tuple[Voter, ...]) -> dict[str, object]:
    """The village's file as a spreadsheet program saves it."""
    target = io.BytesIO()
    page = lists.page_of("Pemilih", ("DAFTAR PENDUDUK DESA BANI AMAS",), lists.WHOLE, enumerate(people, 1))
    lists.write_xlsx(target, [page])
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return {"name": "penduduk.xlsx", "mimeType": kind, "buffer": target.getvalue()}


def test_979_voters_come_from_a_file_through_two_dps_to_the_dpt(
    phone: Page, served: Desk, live_server: LiveServer, case: BaniAmas
) -> None:
    room = live_server.url + served.at("daftar-pemilih/")
    take_the_file(phone, room, workbook(case.registered))
    fix(phone, room, "dps", "Tetapkan DPS dengan 977 pemilih")
    for written, right in case.corrections:
        correct(phone, room, written, name=right.name)
    for newcomer in case.additions:
        register(phone, live_server.url + served.at("pendataan/orang/"), newcomer)
        correct(phone, room, newcomer, tps=newcomer.tps)
    fix(phone, room, "dps", "Tetapkan DPS dengan 979 pemilih")
    figures = phone.locator(".stats").first.inner_text()
    assert figures.split() == [
        "ditambahkan",
        "2",
        "diperbaiki",
        "5",
        "diberi",
        "TPS",
        "0",
        "dikeluarkan",
        "0",
    ]
    fix(phone, room, "dpt", "Tetapkan DPT dengan 979 pemilih")
    copies = phone.get_by_role("navigation", name="Salinan per TPS").inner_text()
    for tps, people in (("1", 209), ("2", 350), ("3", 293), ("4", 127)):
        assert f"{people} TPS {tps}" in copies.replace("\n", " ")
    acts = {row.kind: act_of(row) for row in ActRow.objects.filter(election=served.held)}
    assert acts["dpt"].facts["voters"][0].value == 979
    corrected = acts["list_corrections"].facts
    assert (corrected["additions"][0].value, corrected["corrections"][0].value) == (2, 5)


def take_the_file(phone: Page, room: str, file: dict[str, object]) -> None:
    phone.goto(f"{room}impor/")
    phone.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type] # Playwright's own shape
    phone.get_by_role("button", name="Unggah dan periksa").click()
    do_the_work()
    phone.reload()
    phone.get_by_role("button", name="Ambil").click()
    do_the_work()
    phone.reload()
    assert "Berkas sudah masuk daftar" in phone.locator("main").inner_text()


def fix(phone: Page, room: str, kind: str, words: str) -> None:
    phone.goto(f"{room}tetap/")
    phone.locator(f"a[href$='susun/{kind}/']").click()
    shown = phone.locator("main").inner_text()
    assert words in shown, shown[:1500]
    phone.get_by_role("button", name=words).click()
    assert phone.locator("dl.check").first.is_visible(), phone.locator("main").inner_text()


def correct(phone: Page, room: str, voter: Voter, **right: str) -> None:
    find(phone, room, voter)
    phone.get_by_role("link", name="Perbaiki").click()
    for name, value in right.items():
        phone.locator(f"[name={name}]").fill(value)
    phone.locator("[name=alasan]").fill("Usul warga; sesuai KTP")
    phone.get_by_role("button", name="Simpan perbaikan").click()
    assert phone.get_by_role("heading", level=1).inner_text() == right.get("name", voter.name)


def find(phone: Page, room: str, voter: Voter) -> None:
    assert voter.nik is not None
    phone.goto(f"{room}orang/")
    phone.locator("[name=nik]").fill(voter.nik.digits)
    phone.get_by_role("button", name="Cari orang").click()
    assert voter.nik.digits not in phone.url


def register(phone: Page, form: str, voter: Voter) -> None:
    """One person on the registrar's form, typed from the papers."""
    assert voter.nik is not None
    assert voter.birth is not None
    assert voter.sex is not None
    assert voter.marital is not None
    phone.goto(form)
    words = {"rt": voter.rt, "rw": voter.rw, "dusun": voter.dusun, "alamat": voter.address}
    words |= {"nama": voter.name, "nik": voter.nik.digits, "tempat_lahir": voter.birth_place}
    for name, value in words.items():
        phone.locator(f"[name={name}]").fill(value)
    assert voter.resident_since is not None
    for name, day in (("lahir", voter.birth.earliest), ("sejak", voter.resident_since.earliest)):
        for box, part in enumerate((day.day, day.month, day.year)):
            phone.locator(f"[name={name}_{box}]").fill(str(part))
    for paper in ("ktp", "kk"):  # Perda Bengkayang 13/2006 Ps. 5.b asks for both
        phone.locator(f"[name=bukti][value={paper}]").check()
    phone.locator(f"[name=jk][value={voter.sex.value}]").check()
    phone.locator(f"[name=kawin][value={voter.marital.value}]").check()
    keep = phone.get_by_role("button", name="Simpan, keluarga ini selesai")
    keep.click()
    if keep.count():
        # Something was pointed out; a second press keeps it.
        keep.click()
    assert "tersimpan" in phone.locator("main").inner_text()
