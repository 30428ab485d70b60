"""What is counted of a list, and what may leave the committee."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
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


def test_of_a_tiny_list_nothing_leaves_the_committee() -> None:
    tiny = published(summarise(village({"A": 9}), PERMENDAGRI))
    assert tiny.total is None
    assert not any(tiny.tables.values())


def test_of_two_equal_lines_none_is_shown_alone_for_its_place_would_tell_the_small_one() -> None:
    assert shown_of((10, 10, 8, 60)) == (88, (None, None, None, 60))


@pytest.mark.parametrize(("of_21", "shown"), [(0, True), (3, False), (9, False), (10, True)])
def test_first_time_voters_are_not_shown_where_the_ages_leave_a_few(of_21: int, *, shown: bool) -> None:
    """Who was under 17 six years ago is 22 or younger: less those up to 20, a few of 21 and 22 remain."""
    young = [born(date(2001, 1, 1))] * 30
    between = [born(date(1998, 6, 1))] * of_21
    older = [*[born(date(1992, 1, 1))] * 40, *[born(date(1970, 1, 1))] * 60]
    page = published(summarise([*young, *between, *older], PERMENDAGRI, date(2013, 11, 17)))
    assert lines(page, By.AGE)["17–20"] == 30
    assert bool(page.tables[By.FIRST_VOTE]) is shown


def test_kinds_of_disability_overlap_so_only_the_small_line_is_withheld() -> None:
    kinds = (*[Disability.PHYSICAL] * 12, *[Disability.SIGHT] * 3)
    people = [adult(disabilities=frozenset({kind})) for kind in kinds]
    shown = lines(published(summarise(people, PERMENDAGRI)), By.DISABILITY)
    assert shown == {"fisik": 12, "sensorik netra": None}


def test_a_table_of_single_persons_shows_no_line_for_its_sum_would_tell_every_line() -> None:
    people = village({f"Dusun {n}": 1 for n in range(12)})
    assert published(summarise(people, PERMENDAGRI)).tables[By.DUSUN] == ()


def table(counts: tuple[int, ...]) -> Summary:
    return Summary(sum(counts), {By.DUSUN: tuple(Cell(LABEL, count) for count in counts)})


def shown_of(counts: tuple[int, ...]) -> tuple[int | None, tuple[int | None, ...] | None]:
    """All that leaves the committee: the total and the lines."""
    summary = published(table(counts))
    return summary.total, tuple(cell.count for cell in summary.tables[By.DUSUN]) or None


@given(st.lists(st.integers(1, 40), min_size=1, max_size=12).map(tuple))
def test_no_published_line_and_nothing_worked_out_of_the_total_is_below_ten(counts: tuple[int, ...]) -> None:
    total, kept = shown_of(counts)
    if kept is None or total is None:
        return
    assert all(count is None or count >= LEAST_CELL for count in kept)
    withheld = [count for count, shown in zip(counts, kept, strict=True) if shown is None]
    assert not withheld or (sum(withheld) >= LEAST_CELL and len(withheld) > 1)


def test_three_lines_of_nine_take_another_with_them_for_nine_is_the_most_that_a_small_line_holds() -> None:
    assert shown_of((9, 9, 9, 10, 60)) == (97, (None, None, None, None, 60))


@settings(deadline=None)
@given(st.lists(st.integers(1, 14) | st.sampled_from([1, 9, 10, 11]), min_size=2, max_size=4).map(tuple))
def test_who_knows_the_rule_and_tries_every_village_still_cannot_tell_a_withheld_line(
    counts: tuple[int, ...],
) -> None:
    """Every split of the total is tried; each withheld line has two values that fit the page."""
    page = shown_of(counts)
    total, kept = page
    if total is None or kept is None or None not in kept:
        return
    hidden = [at for at, count in enumerate(kept) if count is None]
    left = total - sum(count for count in kept if count is not None)
    fitting: list[set[int]] = [set() for _ in hidden]
    for split in product(range(1, left), repeat=len(hidden) - 1):
        values = (*split, left - sum(split))
        village_of = list(kept)
        for at, value in zip(hidden, values, strict=True):
            village_of[at] = value
        tried = tuple(count for count in village_of if count is not None)
        if values[-1] >= 1 and shown_of(tried) == page:
            for seen, value in zip(fitting, values, strict=True):
                seen.add(value)
    assert all(len(seen) > 1 for seen in fitting)
