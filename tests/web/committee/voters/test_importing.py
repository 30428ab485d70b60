"""A file from the upload to the list: faults with their cells, columns set right, taken or given up."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.web.committee.conftest import Desk
from tests.web.committee.voters.scenes import NAMES, WRONG, rows, words, xlsx
from tests.web.core.register import do_the_work, file_of, line, taken

from pilkades.exchange import spreadsheets
from pilkades.exchange.fault_sheet import TITLE
from pilkades.web.core import work
from pilkades.web.core.models import ImportState, Job, JobState, VoterImport
from pilkades.web.core.queries.voters import count_of, whole_register
from pilkades.web.core.vault import files

IMPORTS = "daftar-pemilih/impor/"


def _sent(desk: Desk, content: bytes, name: str = "pemilih.xlsx") -> str:
    """Upload a file, let the worker read it; gives the address of its page."""
    answer = desk.client.post(desk.at(IMPORTS), {"berkas": SimpleUploadedFile(name, content)})
    assert answer.status_code == 303
    do_the_work()
    return str(answer.headers["Location"])


def test_without_a_file_the_form_says_what_to_do(desk: Desk) -> None:
    answer = desk.client.post(desk.at(IMPORTS))
    assert answer.status_code == 422
    assert "Pilih berkas daftar pemilih." in words(answer)


@pytest.mark.parametrize(("content", "said"), [(b"", "kosong"), (b"  \n ", "kosong")])
def test_an_empty_file_is_refused_in_words(desk: Desk, content: bytes, said: str) -> None:
    answer = desk.client.post(desk.at(IMPORTS), {"berkas": SimpleUploadedFile("pemilih.csv", content)})
    assert answer.status_code == 422
    assert said in words(answer)
    assert VoterImport.objects.count() == 0


def test_the_page_shows_how_far_it_is_until_the_file_was_read(desk: Desk) -> None:
    content = SimpleUploadedFile("pemilih.xlsx", xlsx(rows(mended=True)))
    where = desk.client.post(desk.at(IMPORTS), {"berkas": content}).headers["Location"]
    waiting = words(desk.client.get(where))
    assert "Memeriksa berkas" in waiting
    assert "Bila layanan sempat mati, pekerjaan dimulai lagi dari awal." in waiting
    asked = desk.client.get(f"{where}kemajuan/", headers={"HX-Request": "true"})
    assert 'id="kemajuan"' in asked.content.decode()
    do_the_work()
    done = desk.client.get(f"{where}kemajuan/", headers={"HX-Request": "true"})
    assert done.headers["HX-Redirect"] == where
    assert "5 baris siap diambil" in re.sub(
        r"(\w+ siap diambil) (\d+)", r"\2 \1", words(desk.client.get(where))
    )


def test_every_fault_stands_with_its_sheet_cell_and_what_to_do(desk: Desk) -> None:
    where = _sent(desk, xlsx(rows(mended=False)))
    overview = words(desk.client.get(where))
    assert "NIK bukan 16 angka (1) Barisnya menunggu sampai diperbaiki." in overview
    faults = words(desk.client.get(f"{where}temuan/?berat=perbaiki"))
    for said in (
        "DUSUN KRAJAN, sel C6 Ada 8 angka. NIK harus 16 angka. Lihat KTP atau KK.",
        "DUSUN KRAJAN, sel G7 Tanggal “32-05-1980” tidak ada di kalender.",
        "DUSUN KRAJAN, sel H8 Status perkawinan tertulis “Z”. Tulis B (belum), S (sudah), atau P (pernah).",
    ):
        assert said in faults
    one_kind = words(desk.client.get(f"{where}temuan/?jenis=nik-length"))
    assert "sel C6" in one_kind
    assert "sel G7" not in one_kind


def test_many_faults_come_fifty_to_a_page(desk: Desk) -> None:
    where = _sent(desk, file_of([line(at, status="Z") for at in range(1, 61)]), "pemilih.csv")
    first, second = (
        words(desk.client.get(f"{where}temuan/?jenis=marital-unknown&halaman={page}")) for page in (1, 2)
    )
    assert (first.count(", sel G"), second.count(", sel G")) == (50, 10)
    assert "Halaman 2 dari 2" in second


def test_the_marked_file_is_the_same_spreadsheet_after_a_list_of_its_faults(desk: Desk) -> None:
    where = _sent(desk, xlsx(rows(mended=False)))
    answer = desk.client.post(f"{where}bertanda/")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="pemilih-bertanda.xlsx"'
    assert "no-store" in answer.headers["Cache-Control"]
    (sheet,) = spreadsheets.read(answer.content, "pemilih-bertanda.xlsx")
    assert [cell for cell in sheet.rows[5] if cell][:3] == ["2", NAMES[2], "99010212"]
    assert TITLE.id.encode() not in answer.content
    again = _sent(desk, answer.content, "pemilih-bertanda.xlsx")
    assert "2 baris" not in words(desk.client.get(again)).partition("siap diambil")[0]


def test_rows_that_wait_stay_out_and_the_mended_file_brings_them(desk: Desk) -> None:
    where = _sent(desk, xlsx(rows(mended=False)))
    refused = desk.client.post(f"{where}ambil/")
    assert refused.status_code == 409
    assert "3 baris belum dapat dipakai." in words(refused)
    assert desk.client.post(f"{where}ambil/", {"tanpa-yang-menunggu": "ya"}).status_code == 303
    do_the_work()
    assert count_of(desk.held) == 2
    assert "Berkas sudah masuk daftar" in words(desk.client.get(where))
    mended = _sent(desk, xlsx(rows(mended=True)))
    foretold = words(desk.client.get(mended))
    assert re.search(r"orang baru 3 .*sudah ada dan sama 2", foretold)
    desk.client.post(f"{mended}ambil/")
    do_the_work()
    assert count_of(desk.held) == 5


def test_whom_a_file_would_renew_is_shown_field_by_field_before_it_is_taken(desk: Desk) -> None:
    taken(desk.chair, desk.held, file_of([line(1), line(2, "Siti Aminah")]))
    changed = file_of([line(1), line(2, "Siti Aminah", rt="009", alamat="", status="B")])
    where = _sent(desk, changed, "baru.csv")
    assert f'href="{where}perubahan/"' in desk.client.get(where).content.decode()
    page = words(desk.client.get(f"{where}perubahan/"))
    assert (
        "Siti Aminah NIK: …0002 Yang berubah: "
        "Status perkawinan: sudah menikah menjadi belum menikah; RT: 003 menjadi 009"
    ) in page
    assert count_of(desk.held) == 2


def test_rows_that_were_left_out_can_still_be_seen_once_the_rest_is_taken(desk: Desk) -> None:
    where = _sent(desk, xlsx(rows(mended=False)))
    desk.client.post(f"{where}ambil/", {"tanpa-yang-menunggu": "ya"})
    do_the_work()
    assert "Lihat 3 baris yang belum diambil" in words(desk.client.get(where))
    assert "sel C6" in words(desk.client.get(f"{where}temuan/?berat=perbaiki"))
    assert "baris menunggu perbaikan 3" in words(desk.client.get(desk.at("daftar-pemilih/")))


def test_pressing_take_twice_takes_it_once(desk: Desk) -> None:
    where = _sent(desk, xlsx(rows(mended=True)))
    assert [desk.client.post(f"{where}ambil/").status_code for _ in range(2)] == [303, 303]
    do_the_work()
    assert (count_of(desk.held), Job.objects.filter(kind="take_import").count()) == (5, 1)


def test_a_file_that_is_given_up_changes_nothing(desk: Desk) -> None:
    where = _sent(desk, xlsx(rows(mended=True)))
    desk.client.post(f"{where}batal/")
    assert "Daftar tetap seperti sebelumnya." in words(desk.client.get(where))
    assert desk.client.post(f"{where}ambil/").status_code == 303
    do_the_work()
    assert count_of(desk.held) == 0


def test_a_file_that_is_no_spreadsheet_ends_in_words(desk: Desk) -> None:
    where = _sent(desk, b"PK\x03\x04 bukan lembar kerja")
    said = words(desk.client.get(where))
    assert "Berkas ini tidak dapat dibaca." in said
    assert "Simpan sebagai xlsx, ods, xls, atau CSV, lalu pilih lagi." in said


def test_work_that_could_not_be_done_is_told_and_can_be_tried_again(desk: Desk) -> None:
    where = _sent(desk, xlsx(rows(mended=True)))
    made = VoterImport.objects.get()
    files.remove(made.token)
    desk.client.post(f"{where}ambil/")
    do_the_work()
    page = words(desk.client.get(where))
    assert Job.objects.filter(state=JobState.FAILED).count() == 1
    assert work.words_of(Job.objects.get(state=JobState.FAILED))[0].id in page
    assert "Ambil 5 baris ke daftar" in page
    assert count_of(desk.held) == 0


def test_a_worker_that_went_down_half_way_is_told_and_begun_anew(desk: Desk) -> None:
    where = _sent(desk, xlsx(rows(mended=True)))
    desk.client.post(f"{where}ambil/")
    Job.objects.filter(kind="take_import").update(state=JobState.RUNNING, done=2, total=5, attempts=1)
    page = words(desk.client.get(where))
    assert "2 dari 5 (40%)" in page
    assert "Daftar belum berubah sampai selesai." in page
    assert "Pekerjaan ini sempat terhenti dan dimulai lagi." not in page
    assert count_of(desk.held) == 0
    work.sweep()
    Job.objects.filter(kind="take_import").update(attempts=2)
    assert "Pekerjaan ini sempat terhenti dan dimulai lagi." in words(desk.client.get(where))
    do_the_work()
    assert VoterImport.objects.get().state == ImportState.TAKEN
    assert count_of(desk.held) == 5


def test_columns_are_shown_beside_their_first_rows_with_numbers_covered(desk: Desk) -> None:
    where = _sent(desk, xlsx(rows(mended=True)))
    page = words(desk.client.get(f"{where}kolom/"))
    assert "Kolom C NIK …0001 · …0002 · …0003" in page
    assert "Kolom B NAMA LENGKAP Budi Rekaan · Citra Umpama · Dedi Misalnya" in page


def _columns(desk: Desk, where: str, **changed: str) -> dict[str, str]:
    """What the form would send as it stands, with some boxes set otherwise."""
    html = desk.client.get(f"{where}kolom/").content.decode()
    sent = {}
    for name, inner in re.findall(r'<select id="[^"]+" name="([^"]+)">(.*?)</select>', html, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', inner)
        sent[name] = chosen[1] if chosen else ""
    sent |= dict(re.findall(r'name="(judul-\d+)"[^>]*value="([^"]*)"', html))
    return {**sent, **{name.replace("_", "-"): value for name, value in changed.items()}}


def test_a_column_set_otherwise_is_read_anew(desk: Desk) -> None:
    where = _sent(desk, file_of([line(1)]).replace(b"ALAMAT", b"XYZ"), "pemilih.csv")
    sent = _columns(desk, where, kolom_1_7="address")
    assert desk.client.post(f"{where}kolom/", {**sent, "langkah": "periksa"}).status_code == 303
    do_the_work()
    desk.client.post(f"{where}ambil/")
    do_the_work()
    ((_, voter),) = whole_register(desk.held)
    assert voter.address == "Jalan Contoh"


def test_two_columns_with_one_meaning_are_refused_and_what_was_chosen_stays(desk: Desk) -> None:
    where = _sent(desk, file_of([line(1)]), "pemilih.csv")
    sent = _columns(desk, where, kolom_1_7="nik")
    answer = desk.client.post(f"{where}kolom/", {**sent, "langkah": "periksa"})
    assert answer.status_code == 422
    assert "Lembar pemilih.csv: pilih satu kolom saja untuk NIK." in words(answer)
    html = answer.content.decode()
    box = html.partition('name="kolom-1-7"')[2].partition("</select>")[0]
    assert 'value="nik" selected' in box
    assert '<a href="#kolom-1-7">' in html
    assert 'id="kolom-1-7"' in html


def test_without_a_column_for_the_name_or_a_sheet_nothing_is_checked(desk: Desk) -> None:
    where = _sent(desk, file_of([line(1)]), "pemilih.csv")
    unnamed = desk.client.post(
        f"{where}kolom/", {**_columns(desk, where, kolom_1_0=""), "langkah": "periksa"}
    )
    assert "Lembar pemilih.csv: pilih kolom nama." in words(unnamed)
    skipped = {**_columns(desk, where, lewati_1="ya"), "langkah": "periksa"}
    assert "Pilih sedikitnya satu lembar untuk dibaca." in words(desk.client.post(f"{where}kolom/", skipped))


def test_the_header_that_a_person_points_at_is_shown_first_and_then_read(desk: Desk) -> None:
    where = _sent(desk, b"judul;x\nOrang;Lahir\nContoh Satu;12-05-1980", "pemilih.csv")
    assert "baris judul tidak ditemukan" in words(desk.client.get(where))
    pointed = {"judul-1": "2", "judul-lama-1": "", "langkah": "periksa"}
    found = desk.client.post(f"{where}kolom/", pointed)
    assert "Kolom A Orang Contoh Satu" in words(found)
    assert VoterImport.objects.get().state == ImportState.FAULTY
    chosen = {"judul-lama-1": "2", "kolom-1-0": "name", "kolom-1-1": "birth"}
    assert desk.client.post(f"{where}kolom/", {**pointed, **chosen}).status_code == 303
    do_the_work()
    made = VoterImport.objects.get()
    assert (made.state, made.ready) == (ImportState.READY, 1)


def test_a_header_row_that_is_not_there_is_asked_for_again(desk: Desk) -> None:
    where = _sent(desk, b"judul;x\nOrang;Lahir\nContoh Satu;12-05-1980", "pemilih.csv")
    answer = desk.client.post(f"{where}kolom/", {"judul-1": "satu", "langkah": "periksa"})
    assert answer.status_code == 422
    assert "Lembar pemilih.csv: isi nomor baris judul." in words(answer)
    assert 'value="satu"' in answer.content.decode()


def test_what_the_marital_numbers_mean_is_chosen_once_for_the_file(desk: Desk) -> None:
    where = _sent(desk, file_of([line(1, status="1"), line(2, status="2")]), "pemilih.csv")
    assert "Arti angka status perkawinan" in words(desk.client.get(f"{where}kolom/"))
    sent = {**_columns(desk, where), "angka-1-1": "B", "angka-1-2": "S", "langkah": "periksa"}
    assert desk.client.post(f"{where}kolom/", sent).status_code == 303
    do_the_work()
    made = VoterImport.objects.get()
    assert (made.state, made.ready) == (ImportState.READY, 2)


def test_no_page_of_a_file_shows_a_whole_number(desk: Desk) -> None:
    taken(desk.chair, desk.held, file_of([line(1)]))
    where = _sent(desk, xlsx(rows(mended=False)))
    for rest in ("", "kolom/", "temuan/"):
        assert re.findall(r"\d{12,}", words(desk.client.get(f"{where}{rest}"))) == []
    assert re.findall(r"\d{12,}", words(desk.client.get(desk.at("daftar-pemilih/orang/")))) == []


def test_the_cells_of_the_scene_are_those_that_are_wrong() -> None:
    broken, mended = rows(mended=False), rows(mended=True)
    for place, column, wrong, right in WRONG:
        at = int(place[1:]) - 1
        assert (broken[at][column], mended[at][column]) == (wrong, right)
