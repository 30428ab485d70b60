import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from django.http import Http404
from pytest_django import Settings
from tests.web.scenes import NOW, chair_of, draft, election, granted, person

from pilkades.base.errors import PilkadesError
from pilkades.web.core.models import Paper, Role, ViewLog
from pilkades.web.core.services.append_act import append_act
from pilkades.web.core.services.attach_paper import Brought, attach_paper, document_of, path_of
from pilkades.web.core.services.view_paper import view_paper

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7 surat BPD"


def test_a_paper_lies_on_the_disk_under_its_own_sha256(own_data_folder: Path) -> None:
    held = election()
    paper = attach_paper(chair_of(held), held.pk, Brought(PDF, "surat.pdf"), at=NOW)
    digest = hashlib.sha256(PDF).hexdigest()
    assert (paper.digest, paper.media_type, paper.size) == (digest, "application/pdf", len(PDF))
    assert path_of(digest).read_bytes() == PDF
    assert [path for path in own_data_folder.rglob("*") if path.is_file()] == [path_of(digest)]


def test_the_same_bytes_brought_twice_are_kept_once() -> None:
    held = election()
    chair = chair_of(held)
    first = attach_paper(chair, held.pk, Brought(PDF, "surat.pdf"), at=NOW)
    again = attach_paper(chair, held.pk, Brought(PDF, "salinan.pdf"), at=NOW)
    assert (first, Paper.objects.count()) == (again, 1)


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "paper-empty"), (b"MZ\x90 program", "paper-kind"), (b"<svg/>", "paper-kind")]
)
def test_a_file_is_judged_by_its_first_bytes_and_not_by_its_name(content: bytes, code: str) -> None:
    held = election()
    with pytest.raises(PilkadesError, match=code):
        attach_paper(chair_of(held), held.pk, Brought(content, "surat.pdf"), at=NOW)


def test_a_file_may_be_as_large_as_set_and_no_larger(settings: Settings) -> None:
    settings.CONFIG = replace(settings.CONFIG, paper_megabytes=1)
    held = election()
    chair, filled = chair_of(held), b"%PDF-".ljust(1_000_000, b"x")
    assert attach_paper(chair, held.pk, Brought(filled, "a.pdf"), at=NOW).size == 1_000_000
    with pytest.raises(PilkadesError, match="paper-too-large"):
        attach_paper(chair, held.pk, Brought(filled + b"x", "b.pdf"), at=NOW)


def test_an_act_names_an_attached_paper() -> None:
    held = election()
    chair = chair_of(held)
    paper = attach_paper(chair, held.pk, Brought(PDF, "surat.pdf"), at=NOW)
    named = replace(draft(), documents=(document_of(paper),))
    assert append_act(chair, held.pk, named, held.head.digest, at=NOW).act.documents == (document_of(paper),)


def test_a_supervisors_look_at_a_persons_paper_needs_a_reason_and_is_logged() -> None:
    held = election()
    paper = attach_paper(chair_of(held), held.pk, Brought(PDF, "ijazah.pdf", personal=True), at=NOW)
    supervisor = person()
    granted(supervisor, Role.SUPERVISOR, held.village)
    with pytest.raises(PilkadesError, match="view-without-reason"):
        view_paper(supervisor, held.pk, paper.digest, at=NOW)
    assert not ViewLog.objects.exists()
    shown = view_paper(supervisor, held.pk, paper.digest, "Pengaduan 3", at=NOW)
    logged = ViewLog.objects.get()
    assert shown.path.read_bytes() == PDF
    assert (logged.user, logged.paper, logged.role, logged.reason) == (
        supervisor,
        paper,
        "supervisor",
        "Pengaduan 3",
    )
    for change in ("UPDATE core_viewlog SET reason = ''", "DELETE FROM core_viewlog"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(change)
    assert ViewLog.objects.get().reason == "Pengaduan 3"


@pytest.mark.parametrize("role", [Role.BPD, Role.CAMAT, Role.DISTRICT])
def test_offices_without_need_see_no_persons_paper_but_see_the_others(role: Role) -> None:
    held = election()
    chair = chair_of(held)
    personal = attach_paper(chair, held.pk, Brought(PDF, "ijazah.pdf", personal=True), at=NOW)
    other = attach_paper(chair, held.pk, Brought(PDF + b"2", "surat.pdf"), at=NOW)
    reader = person()
    granted(reader, role, held.village if role is Role.BPD else held.village.district)
    with pytest.raises(Http404):
        view_paper(reader, held.pk, personal.digest, "x", at=NOW)
    assert view_paper(reader, held.pk, other.digest, at=NOW).paper == other
    assert not ViewLog.objects.exists()


def test_a_paper_of_another_election_is_not_there() -> None:
    held, other = election(), election("33.28.01.2002")
    paper = attach_paper(chair_of(held), held.pk, Brought(PDF, "surat.pdf"), at=NOW)
    with pytest.raises(Http404):
        view_paper(chair_of(other), other.pk, paper.digest, at=NOW)


def test_a_paper_once_called_personal_stays_so_and_its_name_stays_out_of_the_record() -> None:
    held = election()
    chair = chair_of(held)
    attach_paper(chair, held.pk, Brought(PDF, "ijazah Rukmini.pdf"), at=NOW)
    attach_paper(chair, held.pk, Brought(PDF, "ijazah Rukmini.pdf", personal=True), at=NOW)
    again = attach_paper(chair, held.pk, Brought(PDF, "ijazah Rukmini.pdf"), at=NOW)
    assert again.personal
    assert document_of(again).name == "berkas pribadi"
