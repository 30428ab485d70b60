"""What an official sends to set up a wave."""

from pathlib import Path
from typing import TYPE_CHECKING

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.web.county.conftest import Office

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

WAVE = {
    "name": "Gelombang I 2027",
    "polling_day_0": "3",
    "polling_day_1": "2",
    "polling_day_2": "2027",
    "kind": "sebenarnya",
}


def upload(office: Office, file: Path, **other: str) -> "Answer":
    """Send the form with that file."""
    sent = SimpleUploadedFile(file.name, file.read_bytes())
    return office.client.post(office.at("gelombang/baru/"), {**WAVE, **other, "list": sent})
