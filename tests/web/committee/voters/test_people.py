"""The people on the list: found, looked at, corrected, struck off, put back, taken off the site."""

import re
from uuid import UUID

import pytest
from django.test import Client
from tests.web.committee.conftest import Desk, signed_in
from tests.web.committee.voters.scenes import words
from tests.web.core.register import file_of, kk, line, nik, taken
from tests.web.scenes import granted, person

from pilkades.exchange import spreadsheets
from pilkades.web.core.models import NumberLook, Role, VoterExport, VoterRow
from pilkades.web.core.queries.voters import count_of, person_now, standing_rows

PEOPLE = "daftar-pemilih/orang/"
NIK_OF_B = nik(1, "120180")


@pytest.fixture
def listed(desk: Desk) -> Desk:
    """Three people: one grown up, one child, one without a NIK."""
    lines = [
        line(1, "Siti Aminah"),
        line(2, "Budi Rekaan", tanggallahir="01-06-2012", status="B", rt="007"),
        line(3, "Djoemadi Contoh", nik=""),
    ]
    taken(desk.chair, desk.held, file_of(lines))
    return desk


def _who(desk: Desk, name: str) -> UUID:
    return standing_rows(desk.held).get(name=name).person


def _form(desk: Desk, where: str) -> dict[str, list[str]]:
    """What the form would send untouched."""
    html = desk.client.get(where).content.decode().partition('id="isian"')[2].partition("</form>")[0]
    sent: dict[str, list[str]] = {}
    for tag in re.findall(r"<input[^>]*>", html):
        kind, name, value = (
            (re.search(rf' {what}="([^"]*)"', tag) or ["", ""])[1] for what in ("type", "name", "value")
        )
        if name and (kind not in {"checkbox", "radio"} or " checked" in tag):
            sent.setdefault(name, []).append(value)
    for name, inner in re.findall(r'<select name="([^"]+)"[^>]*>(.*?)</select>', html, re.DOTALL):
        sent[name] = re.findall(r'value="([^"]*)" selected', inner)[:1]
    return sent


def test_a_name_is_found_in_whatever_spelling(listed: Desk) -> None:
    page = words(listed.client.get(listed.at(f"{PEOPLE}?cari=jumadi")))
    assert "1 orang." in page
    assert "Djoemadi Contoh" in page
    assert "NIK belum diisi" in page


def test_people_are_narrowed_by_place_and_by_the_laws_answer(listed: Desk) -> None:
    assert "Budi Rekaan" in words(listed.client.get(listed.at(f"{PEOPLE}?rt=007/001")))
    child = words(listed.client.get(listed.at(f"{PEOPLE}?jawab=no&syarat=age")))
    assert "1 orang." in child
    assert "Budi Rekaan" in child
    nobody = words(listed.client.get(listed.at(f"{PEOPLE}?cari=suharto")))
    assert "Tidak ada orang yang cocok. Periksa ejaan, atau lihat semua." in nobody


def test_digits_in_the_search_for_names_are_not_looked_for_nor_repeated(listed: Desk) -> None:
    page = listed.client.get(listed.at(f"{PEOPLE}?cari={NIK_OF_B}"))
    assert NIK_OF_B not in page.content.decode().partition("<main")[2]
    assert 'pattern="[^0-9]*"' in page.content.decode()


@pytest.mark.parametrize("number", [NIK_OF_B, f"{NIK_OF_B[:6]} {NIK_OF_B[6:]}"])
def test_a_whole_nik_leads_to_its_person_and_stands_in_no_address(listed: Desk, number: str) -> None:
    answer = listed.client.post(listed.at(PEOPLE), {"nik": number})
    assert answer.headers["Location"] == listed.at(f"{PEOPLE}{_who(listed, 'Siti Aminah')}/")


def test_a_number_too_short_or_unknown_is_answered_in_words_and_stays_in_its_box(listed: Desk) -> None:
    short = listed.client.post(listed.at(PEOPLE), {"nik": "99010212"})
    assert short.status_code == 422
    assert "NIK terdiri dari 16 angka; yang ditulis 8 angka." in words(short)
    assert 'value="99010212"' in short.content.decode()
    unknown = listed.client.post(listed.at(PEOPLE), {"nik": nik(77)})
    assert "Tidak ada orang dengan nomor itu dalam daftar." in words(unknown)


def test_a_family_number_shows_everybody_of_the_family(listed: Desk) -> None:
    page = words(listed.client.post(listed.at(PEOPLE), {"nik": kk(0)}))
    assert "2 orang." in page
    assert "Siti Aminah" in page
    assert "Budi Rekaan" in page


def test_a_persons_page_says_what_is_stated_whence_and_what_the_law_says(listed: Desk) -> None:
    page = words(listed.client.get(listed.at(f"{PEOPLE}{_who(listed, 'Budi Rekaan')}/")))
    assert "Tidak memenuhi syarat" in page
    assert re.search(r"Umur atau perkawinan Belum 17 tahun pada .* Dasar: UU 6/2014 Pasal\s35", page)
    assert "Tanggal lahir Jumat, 1 Juni 2012" in page
    assert "Asal daftar.csv, baris 3" in page
    assert "Budi Santoso mengambil dari berkas daftar.csv" in page


def test_whole_numbers_are_shown_once_asked_for_and_the_look_is_logged(listed: Desk) -> None:
    where = listed.at(f"{PEOPLE}{_who(listed, 'Siti Aminah')}/")
    before = words(listed.client.get(where))
    assert "NIK …0001" in before
    assert NIK_OF_B not in before
    assert listed.client.get(f"{where}nomor/").status_code == 405
    shown = listed.client.post(f"{where}nomor/")
    assert f"NIK {NIK_OF_B}" in words(shown)
    assert f"Nomor KK {kk(0)}" in words(shown)
    assert "no-store" in shown.headers["Cache-Control"]
    assert NumberLook.objects.get().user == listed.chair
    after = words(listed.client.get(where))
    assert NIK_OF_B not in after
    assert "Yang pernah melihat nomor lengkap Budi Santoso" in after


def test_a_correction_is_a_new_revision_with_its_reason(listed: Desk) -> None:
    who = _who(listed, "Siti Aminah")
    where = listed.at(f"{PEOPLE}{who}/perbaiki/")
    sent = _form(listed, where)
    assert NIK_OF_B not in str(sent)
    changed = {**sent, "rt": "009", "citizen": "yes", "alasan": "Dicocokkan dengan KK"}
    assert listed.client.post(where, changed).status_code == 303
    now = person_now(listed.held, who)
    assert now is not None
    assert (now.voter.rt, now.voter.citizen, now.row.revision) == ("009", True, 2)
    assert now.voter.nik is not None
    assert now.voter.nik.digits == NIK_OF_B
    page = words(listed.client.get(listed.at(f"{PEOPLE}{who}/")))
    assert "Budi Santoso memperbaiki: RT, Warga negara Indonesia Alasan: Dicocokkan dengan KK" in page


def test_a_correction_without_reason_keeps_what_was_typed(listed: Desk) -> None:
    where = listed.at(f"{PEOPLE}{_who(listed, 'Siti Aminah')}/perbaiki/")
    sent = {**_form(listed, where), "name": "Siti Aminah binti Contoh", "birth": "31-02-1980", "nik": "123"}
    answer = listed.client.post(where, sent)
    assert answer.status_code == 422
    page = words(answer)
    for said in (
        "Tulis alasan perubahan ini.",
        "NIK terdiri dari 16 angka; yang ditulis 3 angka.",
        "Tanggal “31-02-1980” tidak ada di kalender.",
    ):
        assert said in page
    html = answer.content.decode()
    assert 'value="Siti Aminah binti Contoh"' in html
    assert 'value="31-02-1980"' in html
    assert VoterRow.objects.filter(revision=2).count() == 0


def test_a_row_that_somebody_else_changed_meanwhile_is_told_and_then_changed_on_purpose(listed: Desk) -> None:
    who = _who(listed, "Siti Aminah")
    where = listed.at(f"{PEOPLE}{who}/perbaiki/")
    mine = {**_form(listed, where), "rw": "005", "alasan": "Pindah RW"}
    other = {**_form(listed, where), "dusun": "Melati", "alasan": "Salah dusun"}
    assert listed.client.post(where, other).status_code == 303
    told = listed.client.post(where, mine)
    assert told.status_code == 422
    assert 'value="005"' in told.content.decode()
    assert 'name="revisi" value="2"' in told.content.decode()


def test_the_nik_of_another_person_is_refused_at_its_box(listed: Desk) -> None:
    where = listed.at(f"{PEOPLE}{_who(listed, 'Djoemadi Contoh')}/perbaiki/")
    answer = listed.client.post(where, {**_form(listed, where), "nik": NIK_OF_B, "alasan": "Lihat KTP"})
    assert answer.status_code == 422
    assert 'href="#id_nik"' in answer.content.decode()


def test_a_person_is_struck_off_for_a_reason_of_the_text_and_can_come_back(listed: Desk) -> None:
    who = _who(listed, "Siti Aminah")
    where = listed.at(f"{PEOPLE}{who}/")
    assert "Permendagri 112/2014 Pasal 13 ayat (2)" in words(listed.client.get(f"{where}coret/"))
    empty = listed.client.post(f"{where}coret/", {"revisi": "1"})
    assert empty.status_code == 422
    assert "Pilih sebabnya." in words(empty)
    gone = {"sebab": "died", "alasan": "Surat kematian RT 02", "revisi": "1"}
    assert listed.client.post(f"{where}coret/", gone).status_code == 303
    assert count_of(listed.held) == 2
    page = words(listed.client.get(where))
    assert "Orang ini sudah dicoret dari daftar: meninggal dunia." in page
    assert listed.client.get(f"{where}perbaiki/").status_code == 404
    assert listed.client.post(f"{where}kembalikan/", {"alasan": "Salah orang"}).status_code == 303
    assert count_of(listed.held) == 3
    assert "mengembalikan ke daftar" in words(listed.client.get(where))


def test_a_list_is_taken_with_a_reason_and_carries_its_watermark(listed: Desk) -> None:
    where = listed.at("daftar-pemilih/ekspor/")
    refused = listed.client.post(where, {"daftar": "register", "nomor": "tertutup"})
    assert refused.status_code == 422
    assert "Isi alasan mengambil daftar." in words(refused)
    assert VoterExport.objects.count() == 0
    sent = {"daftar": "register", "nomor": "tertutup", "alasan": "Dicetak untuk RT"}
    answer = listed.client.post(where, sent)
    (sheet,) = spreadsheets.read(answer.content, "daftar.xlsx")
    cells = [str(cell) for row in sheet.rows for cell in row if cell]
    assert any("Budi Santoso" in cell and "Dicetak untuk RT" in cell for cell in cells)
    assert {"Siti Aminah", "Budi Rekaan", "Djoemadi Contoh"} <= set(cells)
    assert [cell for cell in cells if re.fullmatch(r"\d{16}", cell)] == []
    assert "Alasan: Dicetak untuk RT" in words(listed.client.get(where))


def test_whole_numbers_are_taken_by_chair_and_secretary_alone(listed: Desk) -> None:
    member = person("Anggota")
    granted(member, Role.VILLAGE_MEMBER, listed.held.village)
    where = listed.at("daftar-pemilih/ekspor/")
    sent = {"daftar": "register", "nomor": "lengkap", "alasan": "Arsip"}
    client: Client = signed_in(member)
    assert client.post(where, sent).status_code == 422
    assert "lengkap, untuk disimpan" not in words(client.get(where))
    (sheet,) = spreadsheets.read(listed.client.post(where, sent).content, "daftar.xlsx")
    assert NIK_OF_B in [cell for row in sheet.rows for cell in row]


def test_the_overview_counts_people_by_answer_with_the_article(listed: Desk) -> None:
    page = words(listed.client.get(listed.at("daftar-pemilih/")))
    assert re.search(r"Langkah berikutnya .*Pendaftaran pemilih .*Rancangan jadwal: sampai \w+, \d+", page)
    assert "hari kerja" in page.partition("orang dalam daftar")[0]
    assert re.search(r"orang dalam daftar 3 .*Belum dapat diputus 2 .*Tidak memenuhi syarat 1 ", page)
    assert re.search(r"Umur atau perkawinan 1 orang\. Syarat ini tidak terpenuhi\. Dasar: UU 6/2014", page)


def test_an_empty_list_says_where_to_begin(desk: Desk) -> None:
    page = words(desk.client.get(desk.at("daftar-pemilih/")))
    assert "Daftar ini masih kosong. Mulai dengan berkas yang sudah ada di desa." in page


def test_the_overview_leads_to_rows_that_share_a_nik(desk: Desk) -> None:
    taken(desk.chair, desk.held, file_of([line(1), line(1, "Siti Aminah")]))
    html = desk.client.get(desk.at("daftar-pemilih/")).content.decode()
    tile = html.partition("NIK yang dipakai lebih dari satu baris")[2].partition("</div>")[0]
    assert 'mungkin-sama/"><span class="big">1</span>' in tile
