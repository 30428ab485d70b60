"""A file that is sent never lies unsealed on the disk, however large it is."""

import tempfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import Settings
from tests.web.committee.conftest import signed_in
from tests.web.core.register import nik, people
from tests.web.public.content import plain
from tests.web.scenes import chair_of, election

from pilkades.exchange.spreadsheets import MOST_BYTES
from pilkades.web.core.models import VoterImport

pytestmark = pytest.mark.django_db


def test_a_file_above_what_memory_holds_is_refused_in_words_and_touches_no_disk(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def written(*_: object, **__: object) -> None:
        raise AssertionError("a file of the moment was made")

    held = election()
    client = signed_in(chair_of(held))
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
    monkeypatch.setattr(tempfile, "NamedTemporaryFile", written)
    monkeypatch.setattr("django.core.files.uploadedfile.tempfile.NamedTemporaryFile", written)
    content = people(20_000).ljust(MOST_BYTES + 1, b"\n")
    assert nik(2, "120180").encode() in content
    sent = SimpleUploadedFile("daftar.csv", content)
    answer = client.post(f"/desa/{held.pk}/daftar-pemilih/impor/", {"berkas": sent})
    assert answer.status_code == 422
    assert "60 MB" in plain(answer.content.decode())
    assert VoterImport.objects.count() == 0
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_all_that_the_forms_take_is_held_in_memory(settings: Settings) -> None:
    assert settings.FILE_UPLOAD_MAX_MEMORY_SIZE > MOST_BYTES
    assert settings.CONFIG.paper_megabytes * 1_000_000 < settings.FILE_UPLOAD_MAX_MEMORY_SIZE
