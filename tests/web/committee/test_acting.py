import json
from typing import Any

import pytest
from django.http import QueryDict
from tests.web.committee.conftest import NOTICE, Desk, signed_in
from tests.web.scenes import NOW, draft, granted, person

from pilkades.acts.act import KINDS
from pilkades.acts.json_form import digest_of
from pilkades.base.findings import Verdict
from pilkades.web.committee.act_form import ActForm
from pilkades.web.committee.beside import laws_of
from pilkades.web.core.models import Role
from pilkades.web.core.queries.laws import law_of
from pilkades.web.core.rows import act_of
from pilkades.web.core.services.append_act import append_act

pytestmark = pytest.mark.django_db
FORM = "tindakan/bpd_notice/"


def test_an_act_goes_from_form_over_check_to_its_receipt(desk: Desk) -> None:
    typed = {**NOTICE, **desk.opened()}
    check = desk.client.post(desk.at(FORM), typed)
    assert check.status_code == 200
    assert "Periksa sebelum mencatat" in check.text
    assert "2 Juni 2026" in check.text
    assert desk.acts() == []

    hidden = dict(check.context["components"][0].hidden)
    assert {name: hidden[name] for name in typed} == typed
    assert check.text.count('name="langkah" value="catat"') == 2
    done = desk.client.post(desk.at(FORM), {**hidden, "langkah": "catat"})
    assert done.status_code == 303
    (row,) = desk.acts()
    stated = json.loads(row.text)
    assert stated["kind"] == "bpd_notice"
    assert {name: [one["value"] for one in several] for name, several in stated["facts"].items()} == {
        "date": ["2026-06-02"],
        "written": [True],
        "by": ["bpd"],
    }
    receipt = desk.client.get(done.headers["Location"])
    assert f"{desk.held.key}/1" in receipt.text
    assert row.digest in receipt.text
    assert act_of(row).digest == digest_of(act_of(row))


def test_the_check_shows_the_findings_that_would_change(desk: Desk) -> None:
    check = desk.client.post(desk.at(FORM), {**NOTICE, "written": "no", **desk.opened()})
    (preview,) = check.context["components"]
    cards = [card.finding for card in preview.changes.ordered]
    assert cards[0].verdict is Verdict.VIOLATED
    assert preview.changes.title.en == f"Findings that would change: {len(cards)}"
    written = [one for one in cards if one.norm.id == "Pemberitahuan BPD tertulis."]
    assert [one.verdict for one in written] == [Verdict.VIOLATED]
    assert check.text.index("Pemberitahuan BPD tertulis.") < check.text.index("Belum tercatat sampai")


def test_the_way_back_from_the_check_keeps_what_was_typed(desk: Desk) -> None:
    typed = {**NOTICE, **desk.opened(), "langkah": "ubah"}
    form = desk.client.post(desk.at(FORM), typed)
    assert form.status_code == 200
    assert 'value="2026"' in form.text
    assert 'value="Ketua BPD"' in form.text
    assert "Ada kesalahan:" not in form.text


def test_a_form_sent_twice_records_once(desk: Desk) -> None:
    typed = {**NOTICE, **desk.opened(), "langkah": "catat"}
    first, second = (desk.client.post(desk.at(FORM), typed) for _ in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    assert len(desk.acts()) == 1


@pytest.mark.parametrize(
    ("slip", "said"),
    [
        ({"date_1": ""}, "Tanggal: Isi bulannya, atau kosongkan juga tanggalnya."),
        ({"date_2": ""}, "Tanggal: Isi tahunnya."),
        ({"date_1": "13"}, "Tanggal: Tanggal ini tidak ada di kalender."),
        ({"date_2": "206"}, "Tanggal: Periksa tahunnya: 206."),
        ({"oleh_jabatan": ""}, "Pilih jabatan yang bertindak."),
        ({"date_0": "", "date_1": "", "date_2": "", "written": "", "by": ""}, "Isi sedikitnya satu hal"),
    ],
)
@pytest.mark.parametrize("step", ["", "catat"])
def test_a_fault_is_said_twice_and_keeps_the_rest(
    desk: Desk, slip: dict[str, str], said: str, step: str
) -> None:
    typed = {**NOTICE, **desk.opened(), **slip, "langkah": step}
    form = desk.client.post(desk.at(FORM), typed)
    assert form.status_code == 422
    assert "<title>Ada kesalahan: " in form.text
    assert said in form.text.partition('id="faults"')[2].partition("</section>")[0]
    assert 'value="Ketua BPD"' in form.text
    assert desk.acts() == []


@pytest.mark.parametrize("step", ["", "catat"])
def test_a_head_that_moved_is_told_with_what_came_between(desk: Desk, step: str) -> None:
    typed = {**NOTICE, **desk.opened(), "langkah": step}
    other = append_act(desk.chair, desk.held.pk, draft("term", ends="2026-12-26"), typed["kepala"], at=NOW)
    told = desk.client.post(desk.at(FORM), typed)
    assert told.status_code == 409
    assert f"catatan/{other.act.id}/" in told.text
    assert 'value="Ketua BPD"' in told.text
    assert len(desk.acts()) == 1

    again = {**typed, "kepala": told.context["components"][-1].form.data["kepala"], "langkah": "catat"}
    assert desk.client.post(desk.at(FORM), again).status_code == 303
    assert [row.kind for row in desk.acts()] == ["term", "bpd_notice"]


def test_a_correction_starts_from_the_act_and_states_what_changed_alone(desk: Desk) -> None:
    typed = {**NOTICE, **desk.opened(), "langkah": "catat"}
    desk.client.post(desk.at(FORM), typed)
    (first,) = desk.acts()
    path = f"catatan/{first.act_id}/koreksi/"
    shown = desk.client.get(desk.at(path))
    assert 'value="2026"' in shown.text
    same = {**NOTICE, **desk.opened(path), "langkah": "catat", "alasan": "salah ketik"}
    assert "Ubah sedikitnya satu hal." in desk.client.post(desk.at(path), same).text
    assert desk.client.post(desk.at(path), {**same, "date_0": "3", "written": ""}).status_code == 303
    _, second = desk.acts()
    act = act_of(second)
    assert act.corrects == first.act_id
    assert {name: len(stated) for name, stated in act.facts.items()} == {"date": 1, "written": 0}
    assert "membetulkan" in desk.client.get(desk.at("catatan/")).text


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.DISTRICT])
def test_who_may_not_record_finds_no_form(desk: Desk, role: Role) -> None:
    reader = person("Pembaca")
    place = desk.held.village.district if role is Role.DISTRICT else desk.held.village
    granted(reader, role, place)
    client = signed_in(reader)
    assert client.get(desk.at()).status_code == 200
    for method in (client.get, client.post):
        assert method(desk.at(FORM)).status_code == 404
    assert client.get(desk.at("tindakan/")).status_code == 404


def test_a_member_may_record_but_not_correct(desk: Desk) -> None:
    desk.client.post(desk.at(FORM), {**NOTICE, **desk.opened(), "langkah": "catat"})
    (row,) = desk.acts()
    member = person("Anggota")
    granted(member, Role.VILLAGE_MEMBER, desk.held.village)
    client = signed_in(member)
    assert client.get(desk.at(FORM)).status_code == 200
    assert client.get(desk.at(f"catatan/{row.act_id}/koreksi/")).status_code == 404


def test_a_member_cannot_record_for_an_office_that_is_not_theirs(desk: Desk) -> None:
    member = person("Anggota")
    granted(member, Role.VILLAGE_MEMBER, desk.held.village)
    typed = {**NOTICE, **desk.opened(), "langkah": "catat"}
    refused = signed_in(member).post(desk.at(FORM), typed)
    assert refused.status_code == 422
    assert desk.acts() == []


def test_an_unknown_kind_is_not_there(desk: Desk) -> None:
    assert desk.client.get(desk.at("tindakan/nothing_such/")).status_code == 404


def test_a_number_is_whole_and_has_no_separators() -> None:
    form = ActForm("village", (), QueryDict("inhabitants=2.418"))
    assert "inhabitants" in form.errors
    form = ActForm("village", (), QueryDict("inhabitants=2418"))
    assert "inhabitants" not in form.errors
    assert form.cleaned_data["inhabitants"] == 2418


def test_a_correction_says_why_and_the_record_keeps_it(desk: Desk) -> None:
    desk.client.post(desk.at(FORM), {**NOTICE, **desk.opened(), "langkah": "catat"})
    path = f"catatan/{desk.acts()[0].act_id}/koreksi/"
    change = {**NOTICE, **desk.opened(path), "date_0": "3", "langkah": "catat"}
    silent = desk.client.post(desk.at(path), {**change, "alasan": "  "})
    assert silent.status_code == 422
    assert "Isi alasan pembetulan." in silent.text
    done = desk.client.post(
        desk.at(path), {**change, "alasan": "berita acara menyebut 3 Juni", "dasar": "SK 4"}
    )
    act = act_of(desk.acts()[1])
    assert act.basis == ("alasan: berita acara menyebut 3 Juni", "SK 4")
    assert digest_of(act) == act.digest
    receipt = " ".join(desk.client.get(done.headers["Location"]).text.split())
    assert "<dt>Alasan</dt><dd>berita acara menyebut 3 Juni</dd>" in receipt
    assert "<dt>Dasar</dt><dd>SK 4</dd>" in receipt
    assert "Alasan: berita acara menyebut 3 Juni" in desk.client.get(desk.at("catatan/")).text
    first = desk.client.get(desk.at(f"catatan/{act.corrects}/")).text
    assert "Sudah dibetulkan oleh" in first
    assert desk.at(f"catatan/{act.id}/") in first


def test_a_source_stands_with_every_statement(desk: Desk) -> None:
    typed = {**NOTICE, **desk.opened(), "sumber": "berita acara, halaman 2", "langkah": "catat"}
    done = desk.client.post(desk.at(FORM), typed)
    stated = act_of(desk.acts()[0]).facts
    places = {one.source.place for several in stated.values() for one in several if one.source}
    assert places == {"berita acara, halaman 2"}
    assert "berita acara, halaman 2" in desk.client.get(done.headers["Location"]).text


def sections(desk: Desk, kind: str, typed: dict[str, str] | None = None) -> Any:  # noqa: ANN401 -- a component
    where = desk.at(f"tindakan/{kind}/")
    answer = desk.client.post(where, typed) if typed else desk.client.get(where)
    return answer.context["components"][-1].sections


def asked(section: Any) -> set[str]:  # noqa: ANN401 -- a component
    return {piece.field.name for piece in section.pieces if hasattr(piece, "field")}


def test_a_long_form_shows_first_what_rules_read_and_folds_the_rest(desk: Desk) -> None:
    shown = sections(desk, "polling")
    (folded,) = [section for section in shown if section.folded]
    opened = set().union(*(asked(section) for section in shown if not section.folded))
    read = set(laws_of("polling", law_of(desk.held)))
    assert read <= opened
    assert "voted" in opened
    assert asked(folded).isdisjoint(read)
    assert "candidate_absent" in asked(folded)
    assert not folded.open
    assert [section.title.id for section in shown[:2]] == ["Waktu, tempat, dan surat", "Jumlah dan daftar"]


@pytest.mark.parametrize("typed", [{"candidate_absent": "yes"}, {"langkah": "ubah:candidate_absent"}])
def test_the_fold_stands_open_when_something_in_it_is_filled_in_or_wanted(
    desk: Desk, typed: dict[str, str]
) -> None:
    (folded,) = [section for section in sections(desk, "polling", typed) if section.folded]
    assert folded.open


def test_a_short_form_stays_flat(desk: Desk) -> None:
    first = sections(desk, "bpd_notice")[0]
    assert (first.title.id, asked(first)) == ("", set(KINDS["bpd_notice"].model_fields))


def test_the_check_shows_what_was_filled_in_and_folds_what_stays_empty(desk: Desk) -> None:
    check = desk.client.post(desk.at(FORM), {**NOTICE, **desk.opened()})
    (preview,) = check.context["components"]
    assert [line.label.id for line in preview.lines] == [
        "Tanggal",
        "Tertulis",
        "Yang memberitahukan",
        "Jabatan yang bertindak",
        "Nama orang yang bertindak",
    ]
    assert "Nomor surat" in [line.label.id for line in preview.empty]
    assert f"Yang belum diisi ({len(preview.empty)})" in check.text
    for line in (*preview.lines, *preview.empty):
        assert f'value="{line.step}" formaction="#{line.anchor}"' in check.text
        form = desk.client.post(desk.at(FORM), {**dict(preview.hidden), "langkah": line.step})
        assert f'id="{line.anchor}"' in form.text
