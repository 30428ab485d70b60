"""Lists inside an act: every fact of every kind can be asked, in rows where it is a list."""

from typing import Any

import pytest
from django.http import QueryDict
from tests.web.committee.conftest import Desk
from tests.web.scenes import NOW, draft

from pilkades.acts.act import KINDS
from pilkades.acts.kinds.counting import Votes
from pilkades.acts.kinds.polling import Station
from pilkades.base.day import Day
from pilkades.web.committee.act_form import OWN, ActForm
from pilkades.web.core.rows import act_of
from pilkades.web.core.services.append_act import append_act

pytestmark = pytest.mark.django_db
TALLY = "tindakan/tally/"
ACTED = {"oleh_jabatan": "committee", "oleh_orang": "Panitia"}


def votes(*rows: tuple[str, str]) -> dict[str, str]:
    """The boxes of the candidates' votes, and how many rows the form has."""
    boxes = {"votes-baris": str(len(rows))}
    for number, (candidate, count) in enumerate(rows, 1):
        boxes |= {f"votes-{number}-candidate": candidate, f"votes-{number}-votes": count}
    return boxes


def stated(desk: Desk, fact: str) -> Any:  # noqa: ANN401 -- each fact has its own type
    """What the last act states of a fact."""
    return act_of(desk.acts()[-1]).facts[fact][0].value


@pytest.mark.parametrize("kind", list(KINDS))
def test_there_is_no_fact_of_any_kind_that_the_form_cannot_ask(kind: str) -> None:
    form = ActForm(kind, ())
    assert set(OWN).isdisjoint(KINDS[kind].model_fields)
    for name in KINDS[kind].model_fields:
        boxes = form.boxes_of(name)
        assert boxes, name
        assert set(boxes) <= set(form.fields), name


def test_every_column_of_a_row_has_its_box() -> None:
    form = ActForm("candidates_adopted", ())
    (people,) = form.lists.values()
    assert people.model is not None
    assert [column.name for column in people.columns] == list(people.model.model_fields)


def test_a_list_is_recorded_from_its_rows_and_empty_rows_are_left_out(desk: Desk) -> None:
    typed = {**ACTED, **desk.opened(TALLY), **votes(("Rukmini", "210"), ("", ""), ("Bambang", ""))}
    check = desk.client.post(desk.at(TALLY), typed)
    assert check.status_code == 200
    table = check.text.partition('<table class="grid cards">')[2].partition("</table>")[0]
    assert [word in table for word in ("Calon", "Suara", "Rukmini", "210", "Bambang")] == [True] * 5
    assert desk.client.post(desk.at(TALLY), {**typed, "langkah": "catat"}).status_code == 303
    assert stated(desk, "votes") == [
        Votes(candidate="Rukmini", votes=210),
        Votes(candidate="Bambang", votes=None),
    ]


def test_a_count_by_group_is_recorded_from_its_rows(desk: Desk) -> None:
    form = "tindakan/committee_established/"
    typed = {
        **ACTED,
        **desk.opened(form),
        "elements-baris": "3",
        "elements-1-kelompok": "perangkat desa",
        "elements-1-jumlah": "2",
        "elements-3-kelompok": "tokoh masyarakat",
        "elements-3-jumlah": "3",
        "langkah": "catat",
    }
    assert desk.client.post(desk.at(form), typed).status_code == 303
    assert stated(desk, "elements") == {"perangkat desa": 2, "tokoh masyarakat": 3}


@pytest.mark.parametrize(
    ("boxes", "at", "said"),
    [
        (votes(("Rukmini", "210"), ("Bambang", "2.1")), "votes-2-votes", "Perolehan suara 2, suara: Isi"),
        (
            {"reasons-baris": "1", "reasons-1-ballots": "-1"},
            "reasons-1-ballots",
            "Alasan tidak sah 1, lembar: Isi",
        ),
    ],
)
def test_a_fault_stands_at_its_own_box_and_names_its_row(
    desk: Desk, boxes: dict[str, str], at: str, said: str
) -> None:
    answer = desk.client.post(desk.at(TALLY), {**ACTED, **desk.opened(TALLY), **boxes})
    assert answer.status_code == 422
    form = answer.context["components"][-1].form
    assert list(form.errors) == [at]
    assert said in answer.text.partition('id="faults"')[2].partition("</section>")[0]
    assert said in answer.text.partition(f'id="id_{at}_error"')[2].partition("</p>")[0]


@pytest.mark.parametrize(
    ("rows", "at", "said"),
    [
        ([("perangkat", "")], "elements-1-jumlah", "Baris 1, jumlah orang: Isi jumlahnya"),
        ([("", "2")], "elements-1-kelompok", "Baris 1, kelompok: Isi nama kelompoknya."),
        ([("tokoh", "1"), ("tokoh", "2")], "elements-2-kelompok", "Baris 2, kelompok: Kelompok ini sudah"),
    ],
)
def test_a_group_without_number_without_name_or_named_twice_is_a_fault_of_its_box(
    rows: list[tuple[str, str]], at: str, said: str
) -> None:
    data = QueryDict(mutable=True)
    data["elements-baris"] = str(len(rows))
    for number, (group, count) in enumerate(rows, 1):
        data[f"elements-{number}-kelompok"] = group
        data[f"elements-{number}-jumlah"] = count
    errors = ActForm("committee_established", (), data).errors
    assert said in str(errors[at])


def test_a_press_adds_rows_finds_no_fault_and_keeps_all_that_was_typed(desk: Desk) -> None:
    typed = {**desk.opened(TALLY), **votes(("Rukmini", "dua ratus")), "valid": "x", "langkah": "tambah:votes"}
    answer = desk.client.post(desk.at(TALLY), typed)
    assert answer.status_code == 200
    assert 'id="faults"' not in answer.text
    form = answer.context["components"][-1].form
    assert form.row_counts["votes"] == 4
    assert form["votes-1-votes"].value() == "dua ratus"
    assert form["valid"].value() == "x"
    assert form["kepala"].value() == typed["kepala"]
    assert desk.acts() == []


@pytest.mark.parametrize("sent", ["", "-4", "abc", "99999999", "0"])
def test_a_number_of_rows_that_was_tampered_with_stays_within_what_a_form_holds(sent: str) -> None:
    form = ActForm("tps_plan", (), QueryDict(f"stations-baris={sent}"))
    assert 1 <= form.row_counts["stations"] <= 300


def test_a_correction_starts_from_the_rows_that_stand(desk: Desk) -> None:
    form = "tindakan/tps_plan/"
    typed = {
        **ACTED,
        **desk.opened(form),
        "stations-baris": "2",
        "stations-1-name": "TPS 1",
        "stations-1-voters": "300",
        "stations-2-name": "TPS 2",
        "stations-2-voters": "250",
        "langkah": "catat",
    }
    desk.client.post(desk.at(form), typed)
    path = f"catatan/{desk.acts()[0].act_id}/koreksi/"
    begun = desk.client.get(desk.at(path)).context["components"][-1].form
    assert begun.row_counts["stations"] == 2
    assert begun["stations-2-name"].value() == "TPS 2"
    same = {name: value for name, value in typed.items() if name.startswith("stations")}
    again = {**ACTED, **desk.opened(path), **same, "alasan": "salah ketik", "langkah": "catat"}
    assert "Ubah sedikitnya satu hal." in desk.client.post(desk.at(path), again).text
    assert desk.client.post(desk.at(path), {**again, "stations-2-voters": "260"}).status_code == 303
    assert stated(desk, "stations") == [Station(name="TPS 1", voters=300), Station(name="TPS 2", voters=260)]


@pytest.mark.parametrize(
    ("boxes", "notation", "words"),
    [
        (("", "6", "2026"), "2026-06", "Juni 2026, hari belum diketahui"),
        (("", "", "2026"), "2026", "2026, tanggal dan bulan belum diketahui"),
        (("2", "6", "2026"), "2026-06-02", "Selasa, 2 Juni 2026"),
    ],
)
def test_a_day_may_be_known_by_month_or_year_alone_and_the_preview_says_so(
    desk: Desk, boxes: tuple[str, str, str], notation: str, words: str
) -> None:
    form = "tindakan/bpd_notice/"
    typed = {**ACTED, **desk.opened(form), **{f"date_{n}": part for n, part in enumerate(boxes)}}
    assert words in desk.client.post(desk.at(form), typed).text
    assert desk.client.post(desk.at(form), {**typed, "langkah": "catat"}).status_code == 303
    assert stated(desk, "date") == Day.parse(notation)
    shown = desk.client.get(desk.at(f"catatan/{desk.acts()[0].act_id}/koreksi/")).text
    for number, part in enumerate(boxes):
        box = shown.partition(f'name="date_{number}"')[2].partition(">")[0]
        assert (f'value="{int(part)}"' in box) if part else ("value=" not in box)


def test_a_span_of_days_that_three_boxes_cannot_show_stays_when_they_are_left_empty(desk: Desk) -> None:
    held = draft(date="2026-06-02..2026-06-05", written=True)
    append_act(desk.chair, desk.held.pk, held, desk.held.head.digest, at=NOW)
    path = f"catatan/{held.id}/koreksi/"
    assert "Yang tercatat tetap berlaku selama isian ini kosong." in desk.client.get(desk.at(path)).text
    change = {**ACTED, **desk.opened(path), "written": "no", "alasan": "salah ketik", "langkah": "catat"}
    assert desk.client.post(desk.at(path), change).status_code == 303
    assert set(act_of(desk.acts()[1]).facts) == {"written"}
