"""Row 17: what stands on paper."""

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.web.shared.conftest import Gallery

PDFTOTEXT = shutil.which("pdftotext")


@pytest.fixture
def printed(gallery: Gallery, tmp_path: Path) -> "Printer":
    if PDFTOTEXT is None:
        pytest.skip("needs the command pdftotext (Debian: poppler-utils)")
    return Printer(gallery, tmp_path)


class Printer:
    """Prints a page of the gallery on A4 and reads it back."""

    def __init__(self, gallery: Gallery, folder: Path) -> None:
        self._gallery = gallery
        self._folder = folder

    def pages(self, name: str) -> list[str]:
        """The text of each sheet."""
        file = self._folder / f"{name}.pdf"
        with self._gallery.opened(name, width=1280) as page:
            page.pdf(path=str(file), format="A4")
        words = subprocess.run(  # noqa: S603 -- a fixed command on our own file
            [str(PDFTOTEXT), "-layout", str(file), "-"], check=True, capture_output=True, text=True
        ).stdout
        return [" ".join(sheet.split()) for sheet in words.split("\f") if sheet.strip()]


def test_the_first_sheet_says_village_title_state_and_the_last_the_time(printed: Printer) -> None:
    sheets = printed.pages("findings")
    assert all(words in sheets[0] for words in ("Desa Sukamaju", "Temuan", "Tidak terpenuhi"))
    assert "Senin, 7 Desember 2026, 14.05 WIB" in sheets[-1]
    assert "bukan KPU" in sheets[-1]


def test_a_public_page_names_its_address_on_paper(printed: Printer) -> None:
    assert "https://sukamaju.example.id/" in printed.pages("village")[-1]


@pytest.mark.parametrize("name", ["findings", "desk", "log"])
def test_neither_navigation_nor_buttons_are_printed(printed: Printer, name: str) -> None:
    words = " ".join(printed.pages(name))
    assert [gone for gone in ("Keluar", "Langsung ke isi", "English", "Data pribadi") if gone in words] == []


def test_what_is_folded_on_screen_stands_open_on_paper(printed: Printer) -> None:
    assert "daftar ditempel di papan pengumuman" in " ".join(printed.pages("findings"))
    assert "Penjaringan bakal calon" in " ".join(printed.pages("course"))


def test_a_table_that_runs_over_repeats_its_head(printed: Printer) -> None:
    sheets = printed.pages("timeline")
    holding = [sheet for sheet in sheets if "Keadaan" in sheet and "Dasar" in sheet]
    assert len(holding) >= 2


@pytest.mark.parametrize(("name", "word"), [("rehearsal", "MODE LATIHAN"), ("demonstration", "DEMONSTRASI")])
def test_every_sheet_of_a_mode_that_is_not_real_says_so(printed: Printer, name: str, word: str) -> None:
    sheets = printed.pages(name)
    assert sheets
    assert [number for number, sheet in enumerate(sheets) if word not in sheet] == []
    assert not [sheet for sheet in printed.pages("desk") if word in sheet]
