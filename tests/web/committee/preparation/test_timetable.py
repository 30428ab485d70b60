"""The timetable room: the proposal, moves that are looked at before they are kept, adoption, paper, bars."""

import re
from collections.abc import Mapping
from datetime import date

import pytest
from django.test import Client
from tests.web.committee.conftest import Desk, signed_in
from tests.web.scenes import NOW, draft, granted, person

from pilkades.web.core.models import Role, TimetableMove
from pilkades.web.core.queries.states import state_of
from pilkades.web.core.services.append_act import append_act
from pilkades.web.shared.components.status import Status

pytestmark = pytest.mark.django_db
ROOM = "persiapan/jadwal/"
BUDGET = "persiapan/jadwal/langkah/budget@1/"
ADOPT = "persiapan/jadwal/tetapkan/"
# PP 16/2026 Ps. 39 ayat (2) huruf d: 30 hari kerja sesudah panitia terbentuk; 24 Agustus is the last of them.
LATE = {"awal_0": "10", "awal_1": "7", "awal_2": "2026", "akhir_0": "1", "akhir_1": "10", "akhir_2": "2026"}
IN_TIME = {**LATE, "akhir_0": "20", "akhir_1": "8"}


def sent(version: int = 0, days: Mapping[str, str] = LATE, **more: str) -> dict[str, str]:
    return {**days, "ikut": "ya", "versi": str(version), **more}


def adopting(desk: Desk, **more: str) -> dict[str, str]:
    """What the form sends; the basis of each misfit has to be added (see `with_reasons`)."""
    form = desk.client.get(desk.at(ADOPT)).context["components"][0].form
    hidden = {name: str(form[name].value()) for name in ("kepala", "nomor", "versi")}
    return {"date_0": "10", "date_1": "8", "date_2": "2026", "document": "7/PAN/2026", **hidden, **more}


def with_reasons(desk: Desk) -> dict[str, str]:
    form = desk.client.get(desk.at(ADOPT)).context["components"][0].form
    reasons = {name: "Surat Bupati 12/2026" for name in form.fields if name.startswith("dasar_")}
    return adopting(desk, **reasons)


def adopted(desk: Desk) -> None:
    answer = desk.client.post(desk.at(ADOPT), {**with_reasons(desk), "langkah": "catat"})
    assert answer.status_code == 303


def test_the_proposal_lists_every_step_under_its_stage_with_days_article_and_who(desk: Desk) -> None:
    page = desk.client.get(desk.at(ROOM))
    _, listed = page.context["components"]
    notice = next(row for stage in listed.stages for row in stage.rows if row.key == "notice@1")
    # The term of the scene ends on 26 December 2026; the notice stands six months before.
    assert notice.days.id == "Jumat, 26 Juni 2026"
    assert "PP 16/2026 Pasal 39" in page.text.replace("\N{NO-BREAK SPACE}", " ")
    assert "Usulan, belum ditetapkan" in page.text
    assert [stage.label.id for stage in listed.stages][:2] == ["Persiapan", "Pendaftaran pemilih"]
    assert sum(stage.current for stage in listed.stages) == 1


def test_a_move_is_looked_at_and_nothing_is_kept(desk: Desk) -> None:
    page = desk.client.post(desk.at(BUDGET), sent(langkah="periksa"))
    assert page.status_code == 200
    assert "batasnya 24 Agustus 2026" in page.text
    assert "Menjadi tidak cocok" in page.text
    assert "Persetujuan biaya pemilihan: dari" in page.text
    assert TimetableMove.objects.count() == 0


def test_with_scripts_the_same_look_comes_as_a_piece_of_the_page(desk: Desk) -> None:
    piece = desk.client.post(desk.at(BUDGET), sent(), headers={"HX-Request": "true"})
    assert piece.text.startswith('<div id="akibat"')
    assert "batasnya 24 Agustus 2026" in piece.text
    assert "<html" not in piece.text


def test_a_move_inside_the_law_says_so(desk: Desk) -> None:
    page = desk.client.post(desk.at(BUDGET), sent(days=IN_TIME, langkah="periksa"))
    assert "tetap cocok dengan semua batas" in page.text
    assert "Menjadi tidak cocok" not in page.text


def test_a_kept_move_carries_the_steps_that_are_counted_from_it(desk: Desk) -> None:
    kept = desk.client.post(desk.at(BUDGET), sent(langkah="simpan"))
    assert (kept.status_code, kept.headers["Location"]) == (303, f"{desk.at(ROOM)}?tersimpan=budget%401")
    page = desk.client.get(kept.headers["Location"])
    assert "Draf tersimpan: Pengajuan rencana biaya pemilihan" in page.text
    rows = {row.key: row for stage in page.context["components"][1].stages for row in stage.rows}
    assert rows["budget@1"].days.id == "Jumat, 10 Juli sampai Kamis, 1 Oktober 2026"
    assert rows["budget-approval@1"].days.id.startswith("Kamis, 1 Oktober")
    assert [tag.says.id for tag in rows["budget@1"].tags] == ["Diatur sendiri", "Tidak cocok"]


def test_the_others_stay_where_that_is_wanted(desk: Desk) -> None:
    before = desk.client.get(desk.at(ROOM)).context["components"][1]
    desk.client.post(desk.at(BUDGET), sent(langkah="simpan", ikut="tidak"))
    after = desk.client.get(desk.at(ROOM)).context["components"][1]
    days = [
        {row.key: row.days for stage in listed.stages for row in stage.rows} for listed in (before, after)
    ]
    assert {key for key in days[0] if days[0][key] != days[1][key]} == {"budget@1"}


def test_a_step_and_the_whole_go_back_to_the_proposal(desk: Desk) -> None:
    desk.client.post(desk.at(BUDGET), sent(langkah="simpan"))
    desk.client.post(desk.at(BUDGET), {"langkah": "kembali", "versi": "1"})
    assert "Diatur sendiri" not in desk.client.get(desk.at(ROOM)).text
    desk.client.post(desk.at(BUDGET), sent(2, langkah="simpan"))
    desk.client.post(desk.at(f"{ROOM}kembalikan/"), {"versi": "3"})
    assert "Diatur sendiri" not in desk.client.get(desk.at(ROOM)).text
    assert [move.version for move in TimetableMove.objects.all()] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ({**LATE, "akhir_1": "6"}, "Hari terakhir lebih awal dari hari pertama."),
        ({**LATE, "akhir_2": "2099"}, "Tahun ini terlalu jauh dari hari pemungutan suara."),
        ({**LATE, "akhir_0": ""}, "Isi tanggal, bulan, dan tahun."),
        (dict.fromkeys(LATE, ""), "Isi hari pertama, hari terakhir, atau keduanya."),
        ({**LATE, "akhir_0": "31", "akhir_1": "9"}, "Tanggal ini tidak ada di kalender."),
    ],
)
def test_days_that_cannot_be_are_said_at_their_box_and_what_was_typed_stays(
    desk: Desk, days: dict[str, str], sentence: str
) -> None:
    page = desk.client.post(desk.at(BUDGET), sent(days=days, langkah="simpan"))
    assert page.status_code == 422
    assert sentence in page.text
    form = page.context["components"][-1].form
    assert form.data["akhir_2"] == days["akhir_2"]
    assert TimetableMove.objects.count() == 0
    piece = desk.client.post(desk.at(BUDGET), sent(days=days), headers={"HX-Request": "true"})
    assert (piece.status_code, sentence in piece.text) == (200, True)


def test_of_two_who_move_at_once_the_second_sees_the_others_move_and_loses_nothing(desk: Desk) -> None:
    other = person("Rini Lestari")
    granted(other, Role.VILLAGE_SECRETARY, desk.held.village)
    report = desk.at("persiapan/jadwal/langkah/final-report@1/")
    signed_in(other).post(report, sent(days=IN_TIME, langkah="simpan"))
    told = desk.client.post(desk.at(BUDGET), sent(langkah="simpan"))
    assert told.status_code == 409
    assert "Rini Lestari: Laporan akhir masa jabatan kepala desa" in told.text
    form = told.context["components"][-1].form
    assert form["akhir"].value() == ["1", "10", "2026"]
    again = desk.client.post(desk.at(BUDGET), sent(int(form["versi"].value()), langkah="simpan"))
    assert again.status_code == 303
    assert TimetableMove.objects.count() == 2


def test_what_does_not_fit_is_adopted_only_with_a_written_basis(desk: Desk) -> None:
    desk.client.post(desk.at(BUDGET), sent(langkah="simpan"))
    refused = desk.client.post(desk.at(ADOPT), adopting(desk))
    assert refused.status_code == 422
    form = refused.context["components"][0].form
    wanted = [name for name in form.errors if name.startswith("dasar_")]
    assert wanted
    assert "tulis dasarnya, misalnya nomor surat." in refused.text
    assert form.data["document"] == "7/PAN/2026"
    assert desk.client.post(desk.at(ADOPT), with_reasons(desk)).status_code == 200
    assert desk.acts() == []
    adopted(desk)
    (row,) = desk.acts()
    assert row.kind == "schedule_adopted"
    desk.held.refresh_from_db()
    timetable = state_of(desk.held, NOW.date()).adopted_timetable
    assert timetable is not None
    assert {one.basis for one in timetable.kept} == {"Surat Bupati 12/2026"}
    assert timetable.windows["budget@1"].end == date(2026, 10, 1)


def test_an_adopted_timetable_stands_on_the_page_the_paper_and_the_bars(desk: Desk) -> None:
    paper = desk.client.get(desk.at(f"{ROOM}cetak/")).text
    assert "Usulan, belum ditetapkan" in paper
    assert "<nav" not in re.sub(r'<nav class="[^"]*no-print.*?</nav>', "", paper)
    adopted(desk)
    for rest in (ROOM, f"{ROOM}cetak/", "persiapan/garis-waktu/"):
        page = desk.client.get(desk.at(rest)).text
        assert "Ditetapkan Senin, 10 Agustus 2026" in page
        assert "belum ditetapkan" not in page
    paper = desk.client.get(desk.at(f"{ROOM}cetak/")).text
    for words in ("7/PAN/2026", f"{desk.held.key}/1", "Ketua panitia", "Sekretaris panitia"):
        assert words in paper
    assert desk.acts()[0].digest[:16] in paper


def test_a_move_after_the_adoption_is_a_draft_until_it_is_adopted_too(desk: Desk) -> None:
    adopted(desk)
    desk.client.post(desk.at(BUDGET), sent(days=IN_TIME, langkah="simpan"))
    page = desk.client.get(desk.at(ROOM)).text
    assert "Draf perubahan, belum ditetapkan" in page
    assert "Yang ditetapkan: Jumat, 10 Juli sampai Senin, 24 Agustus 2026." in page
    assert "24 Agustus 2026" in desk.client.get(desk.at(f"{ROOM}cetak/")).text
    adopted(desk)
    assert "Draf perubahan" not in desk.client.get(desk.at(ROOM)).text


def test_an_act_that_came_between_is_told_and_the_adoption_is_not_recorded(desk: Desk) -> None:
    typed = with_reasons(desk)
    append_act(desk.chair, desk.held.pk, draft(), desk.held.head.digest, at=NOW)
    told = desk.client.post(desk.at(ADOPT), {**typed, "langkah": "catat"})
    assert told.status_code == 409
    assert [row.kind for row in desk.acts()] == ["bpd_notice"]
    form = told.context["components"][1].form
    assert form.data["document"] == "7/PAN/2026"


def test_a_draft_that_was_moved_meanwhile_is_not_adopted_unseen(desk: Desk) -> None:
    typed = with_reasons(desk)
    desk.client.post(desk.at(BUDGET), sent(days=IN_TIME, langkah="simpan"))
    told = desk.client.post(desk.at(ADOPT), {**typed, "langkah": "catat"})
    assert told.status_code == 409
    assert "Pengajuan rencana biaya pemilihan" in told.text
    assert desk.acts() == []
    renewed = told.context["components"][1].form["versi"].value()
    typed = {**with_reasons(desk), "versi": renewed}
    assert desk.client.post(desk.at(ADOPT), {**typed, "langkah": "catat"}).status_code == 303


def test_the_bars_show_done_late_due_and_blocked_steps(desk: Desk) -> None:
    append_act(desk.chair, desk.held.pk, draft(date="2026-06-24"), desk.held.head.digest, at=NOW)
    (line,) = desk.client.get(desk.at("persiapan/garis-waktu/")).context["components"]
    found = {span.label.id: span.status for span in line.spans}
    assert found["Pemberitahuan BPD tentang akhir masa jabatan"] is Status.DONE
    assert found["Pembentukan panitia pemilihan"] is Status.LATE
    assert found["Laporan akhir masa jabatan kepala desa"] is Status.DUE
    assert found["Pengajuan rencana biaya pemilihan"] is Status.BLOCKED


@pytest.mark.parametrize("role", [Role.BPD, Role.SUPERVISOR])
def test_who_does_not_keep_the_committees_record_reads_and_moves_nothing(desk: Desk, role: Role) -> None:
    reader = person("Pembaca")
    granted(reader, role, desk.held.village)
    client: Client = signed_in(reader)
    page = client.get(desk.at(ROOM))
    assert "Tetapkan jadwal" not in page.text
    assert "/langkah/" not in page.text
    assert client.post(desk.at(BUDGET), sent(langkah="simpan")).status_code == 404


def test_a_step_that_is_not_in_the_timetable_is_not_there(desk: Desk) -> None:
    assert desk.client.get(desk.at("persiapan/jadwal/langkah/nothing@1/")).status_code == 404
