from hypothesis import given
from hypothesis import strategies as st

from pilkades.count.recapitulation import VILLAGE, compare_announced, gather, merged, recapitulate
from pilkades.count.sheet import Sheet

BANI_AMAS_TPS = {"1": 209, "2": 350, "3": 293, "4": 127}
"""Seed 002: registered voters per TPS."""


def test_the_registered_voters_of_bani_amas_add_up_and_the_votes_stay_unknown() -> None:
    sheets = [Sheet(tps, registered=count) for tps, count in BANI_AMAS_TPS.items()]
    recap = recapitulate(gather(sheets), BANI_AMAS_TPS)
    assert recap.complete
    assert recap.village.registered == 979
    assert recap.village.valid is None
    assert recap.totals["valid"].unknown_at == ("1", "2", "3", "4")


def test_a_missing_sheet_is_named_and_leaves_the_total_unknown() -> None:
    sheets = [Sheet(tps, registered=count) for tps, count in BANI_AMAS_TPS.items() if tps != "3"]
    recap = recapitulate(gather(sheets), BANI_AMAS_TPS)
    assert recap.missing == ("3",)
    assert not recap.complete
    assert recap.totals["registered"].known == 979 - 293
    assert recap.village.registered is None
    assert [line.id for line in recap.lines] == ["Lembar TPS 3 belum ada."]


def test_a_sheet_of_no_planned_tps_is_pointed_out() -> None:
    recap = recapitulate(gather([Sheet("1"), Sheet("9")]), ["1"])
    assert recap.unexpected == ("9",)
    assert not recap.complete


def test_the_sum_of_blanks_is_unknown_and_not_zero() -> None:
    recap = recapitulate(gather([Sheet("1", valid=5), Sheet("2")]), ["1", "2"])
    total = recap.totals["valid"]
    assert (total.value, total.known, total.unknown_at) == (None, 5, ("2",))
    # figures that no sheet has are not listed one by one
    assert [line.id for line in recap.lines] == [
        "surat suara sah: kosong di TPS 2; jumlah desa belum diketahui, sedikitnya 5."
    ]


def test_no_sheets_at_all_make_no_total() -> None:
    assert recapitulate(gather([]), []).village.valid is None


def test_a_candidate_missing_on_one_sheet_has_no_total() -> None:
    sheets = [Sheet("1", votes={"A": 5, "B": 1}), Sheet("2", votes={"A": 2})]
    recap = recapitulate(gather(sheets), ["1", "2"])
    assert recap.village.votes == {"A": 7, "B": None}


def test_votes_that_a_sheet_does_not_list_are_blank_and_no_mismatch() -> None:
    sheets = [Sheet("1", valid=6, votes={"A": 5, "B": 1}), Sheet("2", valid=6, votes={"A": 2})]
    recap = recapitulate(gather(sheets), ["1", "2"])
    assert recap.mismatches == ()
    assert ("2", "votes") in {(result.tps, result.code) for result in recap.unchecked}


def test_every_mismatch_is_shown_with_its_tps() -> None:
    right = Sheet("1", valid=3, votes={"A": 1, "B": 2})
    wrong = Sheet("2", valid=9, votes={"A": 1, "B": 2})
    recap = recapitulate(gather([right, wrong]), ["1", "2"])
    shown = {(result.tps, result.code, result.difference) for result in recap.mismatches}
    assert shown == {("2", "votes", -6), (VILLAGE, "votes", -6)}
    assert any(line.en.startswith("TPS 2: ") for line in recap.lines)
    assert any(line.en.startswith("Village total: ") for line in recap.lines)


def test_mismatches_that_cancel_out_are_still_shown() -> None:
    one = Sheet("1", valid=4, votes={"A": 3})
    other = Sheet("2", valid=2, votes={"A": 3})
    recap = recapitulate(gather([one, other]), ["1", "2"])
    assert [(result.tps, result.difference) for result in recap.mismatches] == [("1", -1), ("2", 1)]


def test_the_same_sheet_sent_twice_counts_once() -> None:
    sheet = Sheet("1", valid=5)
    recap = recapitulate(gather([sheet, Sheet("1", valid=5)]), ["1"])
    assert recap.village.valid == 5
    assert recap.conflicts == ()


def test_two_different_sheets_of_a_tps_are_kept_and_neither_is_added() -> None:
    gathered = gather([Sheet("1", valid=5), Sheet("1", valid=6), Sheet("2", valid=1)])
    assert len(gathered.versions["1"]) == 2
    recap = recapitulate(gathered, ["1", "2"])
    assert recap.conflicts == ("1",)
    assert (recap.village.valid, recap.totals["valid"].known) == (None, 1)


def test_tps_are_named_in_the_order_people_count() -> None:
    recap = recapitulate(gather([]), ["TPS 10", "TPS 2", "TPS 1"])
    assert recap.missing == ("TPS 1", "TPS 2", "TPS 10")


def test_announced_figures_stand_beside_the_sums() -> None:
    sheets = [Sheet(tps, registered=count) for tps, count in BANI_AMAS_TPS.items()]
    recap = recapitulate(gather(sheets), BANI_AMAS_TPS)
    registered, valid = compare_announced(recap, {"registered": 980, "valid": 811})
    assert (registered.summed, registered.difference) == (979, 1)
    assert registered.explanation.id.endswith("diumumkan 980, jumlah TPS 979; selisih 1.")
    assert registered.explanation.en.endswith("980 announced, the sum of the TPS is 979; difference 1.")
    assert (valid.summed, valid.difference) == (None, None)


counts = st.none() | st.integers(0, 50)
sheets_of_villages = st.lists(
    st.builds(
        Sheet,
        st.sampled_from(["1", "2", "3"]),
        valid=counts,
        invalid=counts,
        in_box=counts,
        votes=st.dictionaries(st.sampled_from(["A", "B"]), counts),
    ),
    max_size=6,
)


@given(sheets_of_villages, st.randoms(use_true_random=False), st.integers(0, 6))
def test_the_order_of_merging_does_not_matter(sheets: list[Sheet], shuffler: object, cut: int) -> None:
    shuffled = list(sheets)
    shuffler.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis types its random as an object
    whole = gather(sheets)
    parts = merged(gather(shuffled[cut:]), gather(shuffled[:cut]))
    assert merged(parts, whole) == whole == parts
    expected = ["1", "2", "3"]
    assert recapitulate(parts, expected) == recapitulate(whole, expected)


@given(sheets_of_villages)
def test_a_total_is_the_plain_sum_when_everything_is_known(sheets: list[Sheet]) -> None:
    recap = recapitulate(gather(sheets), {sheet.tps for sheet in sheets})
    values = [sheet.valid for sheet in recap.sheets]
    known = [value for value in values if value is not None]
    total = recap.totals["valid"]
    assert total.known == sum(known)
    if sheets and not recap.conflicts and len(known) == len(values):
        assert total.value == sum(known)
    else:
        assert total.value is None
