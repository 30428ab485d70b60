"""What is counted of a list, and what may leave the committee."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.register.people import BENGKAYANG, PERMENDAGRI, adult, born

from pilkades.base.day import Day
from pilkades.base.language import same
from pilkades.register.nik import Sex
from pilkades.register.summary import LEAST_CELL, By, Cell, Summary, published, summarise
from pilkades.register.voter import Disability, Voter

LABEL = same("baris")
# Bani Amas 2007, as the source prints its four stations: 979 voters in all.
BANI_AMAS = {"Setagi Tapang": 209, "Sentagi": 350, "Timonong": 293, "Tampe": 127}


def lines(summary: Summary, by: By) -> dict[str, int | None]:
    return {cell.label.id: cell.count for cell in summary.tables[by]}


def village(counts: dict[str, int]) -> list[Voter]:
    return [adult(dusun=dusun) for dusun, count in counts.items() for _ in range(count)]


def test_the_voters_of_bani_amas_are_counted_by_dusun() -> None:
    summary = summarise(village(BANI_AMAS), BENGKAYANG)
    assert summary.total == 979
    assert lines(summary, By.DUSUN) == BANI_AMAS


def test_sex_age_and_disability_are_counted_with_what_is_not_stated() -> None:
    voters = [
        born(date(2002, 11, 17)),
        born(date(1998, 11, 18), sex=Sex.FEMALE),
        born(date(1998, 11, 17), sex=Sex.FEMALE),
        adult(
            birth=Day.parse("1940"), sex=None, disabilities=frozenset({Disability.SIGHT, Disability.HEARING})
        ),
        adult(birth=None),
    ]
    summary = summarise(voters, PERMENDAGRI)
    assert lines(summary, By.SEX) == {"laki-laki": 2, "perempuan": 2, "tidak disebut": 1}
    assert lines(summary, By.AGE) == {"17–20": 2, "21–30": 1, "61 ke atas": 1, "tidak disebut": 1}
    assert lines(summary, By.DISABILITY) == {"sensorik rungu": 1, "sensorik netra": 1}


def test_first_time_voters_are_those_under_17_at_the_previous_poll() -> None:
    previous = date(2013, 11, 17)
    voters = [born(date(1996, 11, 17)), born(date(1996, 11, 18)), adult(birth=Day.parse("1996"))]
    summary = summarise(voters, PERMENDAGRI, previous)
    assert lines(summary, By.FIRST_VOTE) == {
        "pemilih pemula": 1,
        "pernah cukup umur pada pemilihan lalu": 1,
        "tidak disebut": 1,
    }
    assert By.FIRST_VOTE not in summarise(voters, PERMENDAGRI).tables


def test_a_small_line_is_withheld_with_another_so_that_it_cannot_be_worked_out() -> None:
    summary = published(summarise(village({"A": 3, "B": 20, "C": 50}), PERMENDAGRI))
    assert summary.total == 73
    assert lines(summary, By.DUSUN) == {"A": None, "B": None, "C": 50}


def test_small_lines_that_add_up_to_little_take_another_with_them() -> None:
    summary = published(summarise(village({"A": 3, "B": 4, "C": 50, "D": 60}), PERMENDAGRI))
    assert lines(summary, By.DUSUN) == {"A": None, "B": None, "C": None, "D": 60}


def test_lines_of_ten_and_more_are_published_as_they_are() -> None:
    counts = {"A": 10, "B": 11}
    assert lines(published(summarise(village(counts), PERMENDAGRI)), By.DUSUN) == counts


def test_the_total_of_a_tiny_list_is_withheld_too() -> None:
    assert published(summarise(village({"A": 9}), PERMENDAGRI)).total is None


@given(st.lists(st.integers(0, 40), min_size=1, max_size=8))
def test_no_published_line_and_nothing_worked_out_of_the_total_is_below_ten(counts: list[int]) -> None:
    cells = tuple(Cell(LABEL, count) for count in counts)
    shown = published(Summary(sum(counts), {By.DUSUN: cells}))
    kept = [cell.count for cell in shown.tables[By.DUSUN]]
    assert all(count is None or count >= LEAST_CELL for count in kept)
    withheld = [count for count, cell in zip(counts, kept, strict=True) if cell is None]
    if withheld and shown.total is not None:
        assert sum(withheld) >= LEAST_CELL
        assert len(withheld) > 1 or len(counts) == 1
