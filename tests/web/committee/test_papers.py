"""Papers of an act: kept when the form is checked, named by the act, shown to those who may see them."""

import hashlib
from dataclasses import replace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings
from tests.web.committee.conftest import NOTICE, Desk, signed_in
from tests.web.scenes import granted, person

from pilkades.web.core.models import Paper, Role, ViewLog
from pilkades.web.core.rows import act_of

pytestmark = pytest.mark.django_db
FORM = "tindakan/bpd_notice/"
PDF = b"%PDF-1.7 surat BPD"
PHOTO = b"\xff\xd8\xff foto surat"


def file(content: bytes = PDF, name: str = "surat BPD.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def digest(content: bytes = PDF) -> str:
    return hashlib.sha256(content).hexdigest()


def checked(desk: Desk, **more: Any) -> Any:  # noqa: ANN401 -- the test client's answer
    return desk.client.post(desk.at(FORM), {**NOTICE, **desk.opened(), **more})


def recorded(desk: Desk, *, personal: bool = False) -> str:
    """Record an act with one paper; its id."""
    more = {"pribadi": "ya"} if personal else {}
    checked(desk, berkas=[file()], langkah="catat", **more)
    return desk.acts()[-1].act_id


def test_papers_survive_the_preview_and_the_act_names_them(desk: Desk) -> None:
    check = checked(desk, berkas=[file(), file(PHOTO, "foto.jpg")])
    assert check.status_code == 200
    table = check.text.partition('<table class="grid cards">')[2].partition("</table>")[0]
    for word in ("surat BPD.pdf", "foto.jpg", digest()[:12], "1 KB"):
        assert word in table
    (preview,) = check.context["components"]
    assert [value for name, value in preview.hidden if name == "lampiran"] == [digest(), digest(PHOTO)]
    hidden: dict[str, list[str]] = {}
    for name, value in preview.hidden:
        hidden.setdefault(name, []).append(value)
    assert desk.client.post(desk.at(FORM), {**hidden, "langkah": "catat"}).status_code == 303
    (row,) = desk.acts()
    assert [(one.digest, one.media_type, one.name) for one in act_of(row).documents] == [
        (digest(), "application/pdf", "surat BPD.pdf"),
        (digest(PHOTO), "image/jpeg", "foto.jpg"),
    ]


def test_a_fault_elsewhere_keeps_the_paper_and_its_mark_can_be_cleared(desk: Desk) -> None:
    faulty = checked(desk, berkas=[file()], date_1="13")
    assert faulty.status_code == 422
    assert f'value="{digest()}" id="id_lampiran_0" checked' in " ".join(faulty.text.split())
    left_out = checked(desk, langkah="catat")
    assert left_out.status_code == 303
    assert act_of(desk.acts()[0]).documents == ()


@pytest.mark.parametrize(
    ("content", "said"), [(b"", "kosong"), (b"MZ program", "bukan PDF, JPEG, atau PNG"), (PDF * 70_000, "MB")]
)
def test_a_file_that_cannot_be_kept_is_told_at_its_box_and_nothing_typed_is_lost(
    desk: Desk, settings: Settings, content: bytes, said: str
) -> None:
    settings.CONFIG = replace(settings.CONFIG, paper_megabytes=1)
    answer = checked(desk, berkas=[file(content), file(PHOTO, "foto.jpg")])
    assert answer.status_code == 422
    assert said in answer.text.partition('id="id_berkas_error"')[2].partition("</p>")[0]
    assert 'value="Ketua BPD"' in answer.text
    assert [paper.name for paper in Paper.objects.all()] == ["foto.jpg"]
    assert digest(PHOTO) in answer.text


def test_a_paper_that_is_not_of_this_election_is_not_named(desk: Desk) -> None:
    answer = checked(desk, lampiran="a" * 64, langkah="catat")
    assert answer.status_code == 422
    assert "belum dilampirkan" in answer.text
    assert desk.acts() == []


def test_a_row_can_be_added_with_a_file_chosen(desk: Desk) -> None:
    typed = {**desk.opened("tindakan/tally/"), "langkah": "tambah:votes", "berkas": [file()]}
    answer = desk.client.post(desk.at("tindakan/tally/"), typed)
    assert (answer.status_code, digest() in answer.text) == (200, True)


def test_the_receipt_leads_to_the_paper_and_its_page_back_to_the_act(desk: Desk) -> None:
    act_id = recorded(desk)
    assert desk.at(f"dokumen/{digest()}/") in desk.client.get(desk.at(f"catatan/{act_id}/")).text
    page = desk.client.get(desk.at(f"dokumen/{digest()}/"))
    assert desk.at(f"catatan/{act_id}/") in page.text
    assert digest() in page.text


def test_a_paper_is_served_as_what_it_is_and_kept_by_nobody_on_the_way(desk: Desk) -> None:
    recorded(desk)
    sent = desk.client.get(desk.at(f"dokumen/{digest()}/berkas/"))
    assert b"".join(sent) == PDF
    assert {
        name: sent.headers[name] for name in ("Content-Type", "X-Content-Type-Options", "Cache-Control")
    } == {
        "Content-Type": "application/pdf",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    assert sent.headers["Content-Disposition"].startswith("inline")
    assert not ViewLog.objects.exists()


def test_a_persons_paper_stays_without_its_name_in_the_record(desk: Desk) -> None:
    recorded(desk, personal=True)
    assert [one.name for one in act_of(desk.acts()[0]).documents] == ["berkas pribadi"]


def test_a_persons_paper_is_sent_as_a_file_and_the_look_is_logged(desk: Desk) -> None:
    recorded(desk, personal=True)
    where = desk.at(f"dokumen/{digest()}/berkas/")
    assert desk.client.get(where).headers["Location"] == desk.at(f"dokumen/{digest()}/")
    assert not ViewLog.objects.exists()
    sent = desk.client.post(where)
    assert b"".join(sent) == PDF
    assert sent.headers["Content-Disposition"].startswith("attachment")
    logged = ViewLog.objects.get()
    assert (logged.user, logged.role) == (desk.chair, Role.VILLAGE_CHAIR)


def visitor(desk: Desk, role: Role) -> Client:
    made = person("Pembaca")
    village = desk.held.village
    granted(made, role, village.district.county if role in {Role.SUPERVISOR, Role.COUNTY} else village)
    return signed_in(made)


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.COUNTY])
def test_supervisor_and_county_say_why_before_they_see_a_persons_paper(desk: Desk, role: Role) -> None:
    recorded(desk, personal=True)
    client = visitor(desk, role)
    where = desk.at(f"dokumen/{digest()}/berkas/")
    asked = client.post(where, {"alasan": " "})
    assert asked.status_code == 422
    assert "Tulis alasan" in asked.text.partition('id="faults"')[2].partition("</section>")[0]
    assert not ViewLog.objects.exists()
    assert b"".join(client.post(where, {"alasan": "Pengaduan 3"})) == PDF
    logged = ViewLog.objects.get()
    assert (logged.role, logged.reason) == (role, "Pengaduan 3")


def test_the_bpd_learns_of_a_persons_paper_by_number_alone(desk: Desk) -> None:
    act_id = recorded(desk, personal=True)
    client = visitor(desk, Role.BPD)
    receipt = client.get(desk.at(f"catatan/{act_id}/")).text
    assert "Berkas pribadi: 1." in receipt
    assert f"dokumen/{digest()}" not in receipt
    for rest in ("", "berkas/"):
        assert client.get(desk.at(f"dokumen/{digest()}/{rest}")).status_code == 404
    assert client.post(desk.at(f"dokumen/{digest()}/berkas/")).status_code == 404
