from collections.abc import Callable
from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.count.published import BANDAR_AGUNG, BANI_AMAS

from pilkades.count.identities import Standing, identities
from pilkades.count.repair import NEVER_APPLIED, can_hold_while_keeping, least_changes
from pilkades.count.sheet import Sheet

REPLACED = ("returned_damaged", "returned_mistaken")


def test_no_change_of_one_two_or_three_figures_repairs_bandar_agung_and_four_do_in_four_ways() -> None:
    repair = least_changes(BANDAR_AGUNG)
    assert repair.least == 4
    # 13 printed figures: all sets of 0, 1, 2, 3 and 4 of them were decided
    assert [(level.size, level.sets, level.holding) for level in repair.proof] == [
        (0, 1, 0),
        (1, 13, 0),
        (2, 78, 0),
        (3, 286, 0),
        (4, 715, 4),
    ]
    assert "Paling sedikit 4 angka berbeda" in repair.statement.id
    first, third, fifth = "votes:Slamet Harianto", "votes:Markum", "votes:Lukas Mangku Arso"
    assert {frozenset(way.figures) for way in repair.ways} == {
        frozenset({"registered", "came", "given", "supplied"}),
        frozenset({"in_box", "invalid", "valid", first}),
        frozenset({"in_box", "valid", first, third}),
        frozenset({"in_box", "valid", first, fifth}),
    }
    assert [way.rewrites_votes for way in repair.ways].count(True) == 3


def test_each_way_of_bandar_agung_has_an_example_that_holds() -> None:
    for way in least_changes(BANDAR_AGUNG).ways:
        changed = BANDAR_AGUNG.with_figures(way.instance)
        failing = [result for result in identities(changed) if result.standing is Standing.FAILS]
        # only the unrecorded replacements may remain, for the sheet has no figure for them
        assert all(result.missing == REPLACED for result in failing)


def test_the_published_example_that_keeps_the_votes_is_among_them() -> None:
    keeping = least_changes(BANDAR_AGUNG).ways[0]
    assert dict(keeping.instance) == {"registered": 1204, "came": 960, "given": 960, "supplied": 960}


def test_the_dpt_and_the_votes_of_bandar_agung_exclude_each_other() -> None:
    votes = [f"votes:{name}" for name in BANDAR_AGUNG.votes]
    assert not can_hold_while_keeping(BANDAR_AGUNG, ["registered", *votes])
    assert can_hold_while_keeping(BANDAR_AGUNG, votes)
    assert can_hold_while_keeping(BANDAR_AGUNG, ["registered"])


def test_a_sheet_that_fits_needs_no_change() -> None:
    repair = least_changes(BANI_AMAS)
    assert (repair.least, len(repair.ways), repair.ways[0].figures) == (0, 1, ())
    assert repair.statement.id == "Angka yang tercetak dapat cocok semuanya tanpa perubahan."


def test_every_result_says_that_it_is_never_applied() -> None:
    assert least_changes(BANDAR_AGUNG).caution is NEVER_APPLIED
    assert "tidak mengubah angka mana pun" in NEVER_APPLIED.id
    assert "changes no figure" in NEVER_APPLIED.en


def test_a_search_that_ends_early_says_how_far_it_went() -> None:
    repair = least_changes(BANDAR_AGUNG, most=3)
    assert (repair.least, repair.ways, len(repair.proof)) == (None, (), 4)
    assert "3 angka atau kurang" in repair.statement.id


def test_one_wrong_digit_is_found() -> None:
    printed = Sheet("1", came=210, in_box=21_050, valid=200, invalid=10, votes={"A": 120, "B": 80})
    repair = least_changes(printed)
    assert repair.least == 1
    assert [dict(way.instance) for way in repair.ways] == [{"in_box": 210}]


TOP = 7
Figures = dict[str, int]


def brute_force(printed: Figures, fits: Callable[[Figures], bool]) -> tuple[int, set[frozenset[str]]]:
    """The least sets by trying every value from 0 to TOP in every set of figures."""
    for size in range(len(printed) + 1):
        found = {
            frozenset(chosen)
            for chosen in combinations(printed, size)
            for values in product(range(TOP + 1), repeat=size)
            if fits({**printed, **dict(zip(chosen, values, strict=True))})
        }
        if found:
            return size, found
    raise AssertionError("all figures at zero always fit")


def content_fits(of: Figures) -> bool:
    return (
        of["votes:A"] + of["votes:B"] == of["valid"]
        and of["valid"] + of["invalid"] == of["in_box"]
        and of["in_box"] <= of["came"]
    )


def attendance_fits(of: Figures) -> bool:
    # more given than came may all be replacements: the sheet does not record them
    return of["came"] + of["absent"] == of["registered"] and of["came"] <= of["given"] <= of["supplied"]


# figures up to 2 have sums up to 6 here, so that trying 0 to 7 misses nothing
small = st.integers(0, 2)


@settings(max_examples=40, deadline=None)
@given(small, small, small, small, small)
def test_the_proof_agrees_with_brute_force_on_the_content_of_the_box(
    came: int, box: int, valid: int, first: int, second: int
) -> None:
    printed = {"came": came, "in_box": box, "valid": valid, "invalid": 1, "votes:A": first, "votes:B": second}
    size, ways = brute_force(printed, content_fits)
    sheet = Sheet("1").with_figures(printed)
    repair = least_changes(sheet, most=6)
    assert repair.least == size
    assert {frozenset(way.figures) for way in repair.ways} == ways
    assert all(content_fits({**printed, **way.instance}) for way in repair.ways)


@settings(max_examples=40, deadline=None)
@given(small, small, small, small)
def test_the_proof_agrees_with_brute_force_on_attendance_and_ballots(
    registered: int, came: int, absent: int, handed_out: int
) -> None:
    printed = {"registered": registered, "came": came, "absent": absent, "given": handed_out, "supplied": 2}
    size, ways = brute_force(printed, attendance_fits)
    repair = least_changes(Sheet("1").with_figures(printed), most=5)
    assert repair.least == size
    assert {frozenset(way.figures) for way in repair.ways} == ways
    assert all(attendance_fits({**printed, **way.instance}) for way in repair.ways)
