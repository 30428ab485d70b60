"""Lists written for the notice board and for the office: no formula, no lost digit, no number too many."""

import io
import zipfile
from dataclasses import replace
from datetime import date

from pilkades.base.day import Day
from pilkades.exchange.lists import POSTED, WHOLE, Copy, Page, page_of, rows_of, write_csv, write_xlsx
from pilkades.exchange.spreadsheets import read
from pilkades.register.cells import Sheet
from pilkades.register.intake import intake
from pilkades.register.invented import evenly, village
from pilkades.register.voter import Disability, Voter

POLL_DAY = date(2027, 2, 3)
PEOPLE = village("a", evenly(60), POLL_DAY, odd=100)


def csv_of(copy: Copy, people: list[Voter]) -> str:
    held = io.StringIO(newline="")
    write_csv(held, page_of("", [], copy, list(enumerate(people, start=1))))
    return held.getvalue()


def on_a_list(one: Voter) -> Voter:
    """Without what a list has no column for."""
    return replace(
        one, proofs=None, disenfranchised=None, of_unsound_mind=None, military_or_police=None, source=None
    )


def test_a_text_that_a_spreadsheet_would_compute_begins_with_a_quote() -> None:
    names = ["=1+1", "+62811", "-Contoh", "@SUM(A1)", "Contoh"]
    rows = csv_of(POSTED, [Voter(name=name) for name in names]).splitlines()[1:]
    assert [row.split(";")[1] for row in rows] == ["'=1+1", "'+62811", "'-Contoh", "'@SUM(A1)", "Contoh"]


def test_a_whole_number_keeps_its_sixteen_digits_in_a_csv_file() -> None:
    one = PEOPLE[0]
    assert one.nik is not None
    cell = csv_of(WHOLE, [one]).splitlines()[1].split(";")[2]
    assert cell == f"'{one.nik.digits}"


def test_nothing_in_a_workbook_is_a_formula() -> None:
    held = io.BytesIO()
    write_xlsx(held, [Page("DPS", ["=1+1"], ("NO", "NAMA"), [("1", "=1+1"), ("2", "@SUM(A1)")])])
    with zipfile.ZipFile(held) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
    (sheet,) = read(held.getvalue(), "dps.xlsx")
    assert sheet.rows == (("=1+1", None), ("NO", "NAMA"), ("1", "=1+1"), ("2", "@SUM(A1)"))


def test_the_whole_copy_is_read_again_as_the_same_people() -> None:
    alike = [on_a_list(one) for one in PEOPLE]
    for sheets in (
        (Sheet("DPT", tuple(rows_of(PEOPLE))),),
        read(csv_of(WHOLE, [*PEOPLE]).encode(), "dpt.csv"),
    ):
        again = intake(sheets, POLL_DAY)
        assert [replace(one, source=None) for one in again.voters] == alike


def test_a_person_with_several_disabilities_and_half_a_birth_date_is_written_with_both() -> None:
    one = Voter(
        name="Contoh",
        birth=Day.parse("1980-05"),
        disabilities=frozenset({Disability.SIGHT, Disability.HEARING}),
        citizen=False,
    )
    cells = dict(zip(WHOLE.headings, WHOLE.cells(7, one), strict=True))
    assert (cells["NO"], cells["TANGGAL LAHIR"], cells["KEWARGANEGARAAN"]) == ("7", "05-1980", "WNA")
    assert cells["DISABILITAS"] == "sensorik rungu, sensorik netra"


def test_the_posted_copy_has_no_column_for_a_card_a_birth_date_or_a_disability() -> None:
    assert POSTED.headings == ("NO", "NAMA", "NIK", "JENIS KELAMIN", "ALAMAT", "RT", "RW", "DUSUN", "TPS")
    one = PEOPLE[0]
    assert one.nik is not None
    assert POSTED.cells(1, one)[2] == one.nik.masked


def test_the_same_list_gives_the_same_bytes() -> None:
    held = [io.BytesIO(), io.BytesIO()]
    for target in held:
        write_xlsx(target, [page_of("DPT", ["DPT"], WHOLE, list(enumerate(PEOPLE, start=1)))])
    assert held[0].getvalue() == held[1].getvalue()
