import json
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.county.conftest import Office
from tests.web.county.uploads import WAVE, upload
from tests.web.scenes import county

from pilkades.web.core.models import Cohort, Election, Village, Wave
from pilkades.web.county.parts import FileFaults, VillageList
from pilkades.web.county.sheets import read
from pilkades.web.county.wave_list import listed
from pilkades.web.shared.components.decision import Check

LIST = Path(__file__).parent / "lists" / "daftar.xlsx"


def previewed(office: Office, **other: str) -> Check:
    (found,) = [
        part for part in upload(office, LIST, **other).context["components"] if isinstance(part, Check)
    ]
    return found


def test_a_list_is_shown_before_anything_is_made(office: Office) -> None:
    answer = upload(office, LIST)
    assert answer.status_code == 200
    assert not Wave.objects.exists()
    check, listing = answer.context["components"]
    words = {row.label.id: str(row.value) for row in check.rows}
    assert words["Hari pemungutan suara"] == "Rabu, 3 Februari 2027"
    assert (words["Desa"], words["Kecamatan"]) == ("3", "2")
    assert words["Lembar tanpa kolom kode desa, tidak dibaca"] == "Petunjuk"
    assert isinstance(listing, VillageList)
    assert [row.village for row in listing.rows] == ["Sukamaju", "Mekarsari", "Wanasari"]


@pytest.mark.parametrize(("kind", "rehearsal"), [("sebenarnya", False), ("latihan", True)])
def test_what_was_shown_is_made_whole(office: Office, kind: str, *, rehearsal: bool) -> None:
    check = previewed(office, kind=kind)
    answer = office.client.post(office.at("gelombang/baru/"), dict(check.hidden))
    wave = Wave.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, office.board(wave))
    assert (wave.name, wave.polling_day, wave.rehearsal) == ("Gelombang I 2027", date(2027, 2, 3), rehearsal)
    assert set(Cohort.objects.values_list("name", "term_ends")) == {
        ("Kelompok I", date(2027, 2, 7)),
        ("Kelompok II", date(2027, 4, 8)),
    }
    assert Election.objects.filter(wave=wave, rehearsal=rehearsal).count() == 3


def test_sent_twice_it_is_made_once_and_the_second_is_told(office: Office) -> None:
    hidden = dict(previewed(office).hidden)
    office.client.post(office.at("gelombang/baru/"), hidden)
    answer = office.client.post(office.at("gelombang/baru/"), hidden)
    assert answer.status_code == 422
    (found,) = [part for part in answer.context["components"] if isinstance(part, FileFaults)]
    assert [fault.problem.id for fault in found.faults] == ["Nama gelombang ini sudah dipakai."]
    assert Election.objects.count() == 3


def test_a_plan_that_was_changed_on_its_way_is_checked_again(office: Office) -> None:
    ((name, words),) = previewed(office).hidden
    plan = json.loads(words)
    plan["villages"][1]["code"] = "33.29.01.2001"
    for sent in (json.dumps(plan), "{}", "bukan rencana"):
        answer = office.client.post(office.at("gelombang/baru/"), {name: sent})
        assert answer.status_code == 422
    assert not Wave.objects.exists()
    assert not Village.objects.exists()


def test_every_field_that_is_left_out_is_told_at_once_and_what_was_typed_stays(office: Office) -> None:
    answer = office.client.post(office.at("gelombang/baru/"), {"name": "Gelombang I"})
    assert answer.status_code == 422
    form = answer.context["components"][0].form
    assert {name: errors[0] for name, errors in form.errors.items()} == {
        "polling_day": "Isi tanggal, bulan, dan tahun.",
        "kind": "Pilih jenis gelombang.",
        "list": "Pilih berkas daftar desa.",
    }
    assert 'value="Gelombang I"' in answer.content.decode()


@pytest.mark.parametrize(
    ("year", "words"), [("2206", "Periksa tahunnya."), ("1990", "Hukum untuk hari itu belum dimuat.")]
)
def test_a_polling_day_without_law_is_told(office: Office, year: str, words: str) -> None:
    answer = upload(office, LIST, **{**WAVE, "polling_day_2": year})
    assert answer.context["components"][0].form.errors["polling_day"] == [words]


def test_the_sample_list_is_itself_a_list_that_is_read(office: Office) -> None:
    answer = office.client.get(office.at("gelombang/baru/daftar-desa.csv"))
    found = listed(read(answer.content, "daftar-desa.csv"), "daftar-desa.csv")
    assert found.faults == ()
    assert [row.code for row in found.villages] == [f"{county().code}.01.2001"]


def test_questions_to_the_database_do_not_grow_with_the_list(office: Office, tmp_path: Path) -> None:
    counts = []
    for several in (1, 30):
        file = tmp_path / f"{several}.csv"
        lines = [f"33.28.01.{2001 + number};Desa {number};Cibening" for number in range(several)]
        file.write_text("\n".join(["kode desa;desa;kecamatan", *lines]))
        with CaptureQueriesContext(connection) as queries:
            assert upload(office, file).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
