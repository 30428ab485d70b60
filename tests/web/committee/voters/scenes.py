"""A village's file with something wrong in it, and the same file mended; nobody in them exists."""

import html
import io
import re
from collections.abc import Sequence
from typing import Protocol

import xlsxwriter
from tests.web.core.register import kk, nik

HEADER = (
    *("NO", "NAMA LENGKAP", "NIK", "NO KK", "JENIS KELAMIN", "TEMPAT LAHIR", "TANGGAL LAHIR"),
    *("STATUS PERKAWINAN", "ALAMAT", "RT", "RW", "DUSUN", "KEWARGANEGARAAN"),
)
NAMES = ("Aminah Contoh", "Budi Rekaan", "Citra Umpama", "Dedi Misalnya", "Endang Anggapan")
# Each row that waits: the cell that is wrong, what stands there, what belongs there.
WRONG = (
    ("C6", 2, "99010212", nik(2, "120580")),
    ("G7", 6, "32-05-1980", "12-05-1980"),
    ("H8", 7, "Z", "S"),
)


def _row(number: int) -> list[str]:
    return [
        *(str(number), NAMES[number % len(NAMES)], nik(number), kk(number), "L", "Contohan", "12-05-1980"),
        *("S", "Jalan Contoh", f"{number % 2 + 1:03d}", "001", "Krajan", "WNI"),
    ]


def rows(number: int = 5, *, mended: bool) -> list[list[str]]:
    """A title, an empty row, the header in row 4, then that many people; three of them wait."""
    made = [["DAFTAR PEMILIH DESA CONTOH"], [], [], list(HEADER), *(_row(at) for at in range(1, number + 1))]
    for place, column, wrong, right in WRONG:
        made[int(place[1:]) - 1][column] = right if mended else wrong
    return made


def xlsx(content: Sequence[Sequence[str]], sheet: str = "DUSUN KRAJAN") -> bytes:
    """The rows as a spreadsheet of text cells."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        page = book.add_worksheet(sheet)
        for at, row in enumerate(content):
            page.write_row(at, 0, row)
    return target.getvalue()


class Answer(Protocol):
    """What a client of the tests gets back."""

    @property
    def content(self) -> bytes:
        """The page."""
        ...


def words(answer: Answer) -> str:
    """What the page says, in one line."""
    main = answer.content.decode().partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", main)))
