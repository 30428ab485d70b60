"""The committee's composition, the costs, the announcements."""

from typing import Any

import pytest
from tests.web.committee.conftest import Desk
from tests.web.scenes import NOW, draft

from pilkades.acts.act import Document
from pilkades.web.core.models import RecordHead
from pilkades.web.core.services.append_act import append_act
from pilkades.web.core.services.attach_paper import Brought, attach_paper, document_of

pytestmark = pytest.mark.django_db
PLAN = [
    {"item": "Surat suara", "rupiah": 3_000_000, "source": "APBD"},
    {"item": "Honor KPPS", "rupiah": 5_400_000, "source": "APBDesa"},
]


def append(desk: Desk, kind: str, papers: tuple[Document, ...] = (), **facts: Any) -> str:  # noqa: ANN401 -- any fact
    made = draft(kind, **facts)
    made = type(made)(made.id, made.kind, made.facts, actor=made.actor, documents=papers)
    head = RecordHead.objects.get(election=desk.held).digest
    return append_act(desk.chair, desk.held.pk, made, head, at=NOW).act.id


def test_costs_show_plan_spending_and_rest_and_say_what_went_over(desk: Desk) -> None:
    append(desk, "budget", lines=PLAN)
    append(desk, "expense", item="Surat suara", rupiah=3_250_000, date="2026-07-20", paid_to="Toko Maju")
    page = desk.client.get(desk.at("persiapan/biaya/")).text
    for words in ("Rp8.400.000", "Rp3.250.000", "Rp5.150.000", "Melebihi rencana Rp250.000"):
        assert words in page
    assert "1 keperluan melebihi rencananya." in page
    assert "Bukti belum dilampirkan" in page
    paper = desk.client.get(desk.at("persiapan/biaya/cetak/")).text
    assert "Senin, 20 Juli 2026: Surat suara, Rp3.250.000, Toko Maju" in paper


def test_an_expense_leads_to_its_evidence(desk: Desk) -> None:
    kept = attach_paper(desk.chair, desk.held.pk, Brought(b"%PDF-1.4 kuitansi", "kuitansi.pdf"), at=NOW)
    append(desk, "expense", (document_of(kept),), item="Tinta", rupiah=90_000)
    page = desk.client.get(desk.at("persiapan/biaya/")).text
    assert desk.at(f"dokumen/{kept.digest}/") in page
    assert "Bukti belum dilampirkan" not in page
    assert "Tidak ada di rencana" in page


def test_the_costs_say_what_the_law_says_of_a_fee_for_candidates_and_never_ask_for_one(desk: Desk) -> None:
    page = desk.client.get(desk.at("persiapan/biaya/")).text
    assert "Pendaftaran bakal calon tidak dipungut biaya." in page
    assert "candidate_fee" not in page


def test_an_empty_book_of_costs_leads_to_the_plan(desk: Desk) -> None:
    page = desk.client.get(desk.at("persiapan/biaya/")).text
    assert "Rencana biaya belum tercatat." in page
    assert desk.at("tindakan/budget/") in page


def test_an_announcement_is_listed_and_printed_as_a_poster(desk: Desk) -> None:
    assert "Belum ada pengumuman" in desk.client.get(desk.at("persiapan/pengumuman/")).text
    act = append(
        desk,
        "announcement",
        title="Pendaftaran dibuka",
        words="Mulai 14 September <2026>.\nTempat: balai desa.",
        posted_at="balai desa",
        date="2026-08-03",
    )
    page = desk.client.get(desk.at("persiapan/pengumuman/")).text
    assert "Ditempel di: balai desa" in page
    poster = desk.client.get(desk.at(f"persiapan/pengumuman/{act}/cetak/")).text
    assert "<h1>Pendaftaran dibuka</h1>" in poster
    assert "Mulai 14 September &lt;2026&gt;." in poster
    assert "Senin, 3 Agustus 2026" in poster
    assert desk.client.get(desk.at("persiapan/pengumuman/tidak-ada/cetak/")).status_code == 404


def test_an_announcement_is_written_on_lines_of_its_own_and_read_before_it_is_recorded(desk: Desk) -> None:
    where = desk.at("persiapan/pengumuman/tulis/")
    form = desk.client.get(where).context["components"][0].form
    hidden = {name: form[name].value() for name in ("kepala", "nomor")}
    empty = desk.client.post(where, {**hidden, "posted_at": "balai desa"})
    assert empty.status_code == 422
    for sentence in ("Isi judul pengumuman.", "Isi kalimat pengumumannya.", "Isi tanggal, bulan, dan tahun."):
        assert sentence in empty.text
    assert 'value="balai desa"' in empty.text
    day = {"date_0": "3", "date_1": "8", "date_2": "2026"}
    typed = {**hidden, **day, "title": "Pendaftaran", "words": "Baris satu.\r\nBaris dua."}
    looked = desk.client.post(where, typed)
    assert looked.status_code == 200
    assert "Senin, 3 Agustus 2026" in looked.text
    assert desk.acts() == []
    slip = desk.client.post(where, {**typed, "date_2": "20026"})
    assert slip.status_code == 422
    recorded = desk.client.post(where, {**typed, "langkah": "catat"})
    assert recorded.status_code == 303
    (row,) = desk.acts()
    assert row.kind == "announcement"
    again = desk.client.post(where, {**typed, "langkah": "catat"})
    assert again.headers["Location"] == recorded.headers["Location"]
    assert len(desk.acts()) == 1


def test_the_committee_page_shows_each_rule_with_its_article_and_the_acts_to_record(desk: Desk) -> None:
    page = desk.client.get(desk.at("persiapan/panitia/")).text.replace("\N{NO-BREAK SPACE}", " ")
    assert "Panitia pemilihan dibentuk BPD." in page
    assert "PP 16/2026 Pasal 39 ayat (2) huruf b" in page
    assert desk.at("tindakan/committee_conflict/") in page
    # UU, PP and Permendagri give no number of members: the page asks, and makes none up.
    assert "tidak menyebut jumlah" in page
