import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.count.published import BANDAR_AGUNG, BANI_AMAS

from pilkades.base.language import Language
from pilkades.count.identities import IdentityResult, Standing, identities
from pilkades.count.sheet import PLAIN_FIGURES, Sheet

HOLDS, FAILS, CANNOT = Standing.HOLDS, Standing.FAILS, Standing.CANNOT_BE_CHECKED


def by_code(sheet: Sheet) -> dict[str, IdentityResult]:
    return {result.code: result for result in identities(sheet)}


@pytest.mark.parametrize(
    ("code", "standing", "difference"),
    [
        ("attendance", HOLDS, 0),
        ("votes", HOLDS, 0),
        ("box-content", HOLDS, 0),
        ("came-within-given", HOLDS, -72),
        ("given-within-supplied", HOLDS, -275),
        ("came-within-registered", HOLDS, -244),
        ("box-within-came", FAILS, 407),
        ("box-within-given", FAILS, 335),
        ("box-within-supplied", FAILS, 60),
        ("box-within-registered", FAILS, 163),
        ("valid-within-registered", FAILS, 11),
        ("valid-within-came", FAILS, 255),
        ("given-accounted", FAILS, 72),
        ("supplied-accounted", CANNOT, None),
        ("reasons", CANNOT, None),
    ],
)
def test_bandar_agung_holds_and_fails_where_its_printed_figures_do(
    code: str, standing: Standing, difference: int | None
) -> None:
    result = by_code(BANDAR_AGUNG)[code]
    assert (result.standing, result.difference) == (standing, difference)


def test_nothing_of_bandar_agung_is_left_unsaid() -> None:
    assert len(identities(BANDAR_AGUNG)) == 15


def test_bani_amas_adds_up() -> None:
    results = by_code(BANI_AMAS)
    for code in ("votes", "box-content", "reasons", "box-within-came", "came-within-registered"):
        assert results[code].standing is HOLDS
    assert not [result for result in results.values() if result.standing is FAILS]
    assert results["reasons"].formula.id == (
        "tidak sah: salah coblos 10 + tidak sah: dua tusukan 20 = surat suara tidak sah 30"
    )


def test_the_four_tps_of_bani_amas_add_up_to_its_dpt() -> None:
    assert BANI_AMAS.registered == 209 + 350 + 293 + 127
    assert BANI_AMAS.valid == 290 + 181 + 285 + 55


def test_the_formula_writes_the_numbers_out_in_both_languages() -> None:
    formula = by_code(BANDAR_AGUNG)["box-within-came"].formula
    assert formula.to(Language.ID) == "surat suara dalam kotak 960 ≤ pemilih yang datang 553"
    assert formula.to(Language.EN) == "ballots in the box 960 ≤ voters who came 553"


def test_ballots_given_beyond_voters_need_recorded_replacements() -> None:
    result = by_code(BANDAR_AGUNG)["given-accounted"]
    assert result.missing == ("returned_damaged", "returned_mistaken")
    assert "72" in result.note.id
    recorded = BANDAR_AGUNG.with_figures({"returned_damaged": 70, "returned_mistaken": 2})
    assert by_code(recorded)["given-accounted"].standing is HOLDS
    too_few = BANDAR_AGUNG.with_figures({"returned_damaged": 70, "returned_mistaken": 1})
    assert by_code(too_few)["given-accounted"].difference == 1


def test_no_replacement_recorded_and_none_needed_holds() -> None:
    result = by_code(Sheet("1", came=5, given=5))["given-accounted"]
    assert (result.standing, result.missing) == (HOLDS, ())
    assert result.note.en == "Replaced ballots are not recorded."
    assert by_code(Sheet("1", came=6, given=5))["given-accounted"].standing is FAILS


def test_a_blank_is_not_a_zero() -> None:
    result = by_code(Sheet("1", valid=10, in_box=10))["box-content"]
    assert result.standing is CANNOT
    assert result.missing == ("invalid",)
    assert "(kosong)" in result.formula.id
    assert "(blank)" in result.formula.en


def test_what_is_already_too_much_fails_in_spite_of_a_blank() -> None:
    sheet = Sheet("1", valid=10, votes={"A": 11, "B": None})
    result = by_code(sheet)["votes"]
    assert (result.standing, result.difference, result.missing) == (FAILS, 1, ("votes:B",))


def test_voters_from_other_tps_count_where_they_are_recorded() -> None:
    sheet = Sheet("1", registered=100, came=103, absent=0)
    assert by_code(sheet)["came-within-registered"].standing is FAILS
    assert "TPS lain" in by_code(sheet)["came-within-registered"].note.id
    recorded = sheet.with_figures({"from_other_tps": 2, "registered_extra": 1})
    assert by_code(recorded)["came-within-registered"].standing is HOLDS
    assert by_code(recorded)["attendance"].standing is HOLDS


def test_only_a_failing_bound_is_noted_to_lack_voters_from_elsewhere() -> None:
    results = by_code(BANDAR_AGUNG)
    assert {code for code, result in results.items() if "TPS lain" in result.note.id} == {
        "valid-within-registered",
        "box-within-registered",
    }
    recorded = by_code(BANDAR_AGUNG.with_figures({"from_other_tps": 0}))
    assert not recorded["box-within-registered"].note


def test_votes_per_dusun_must_add_up_for_each_candidate() -> None:
    sheet = Sheet(
        "1", votes={"A": 5, "B": 4}, votes_by_dusun={"Setagi": {"A": 3, "B": 1}, "Tapang": {"A": 2, "B": 2}}
    )
    results = by_code(sheet)
    assert results["dusun:A"].standing is HOLDS
    assert (results["dusun:B"].standing, results["dusun:B"].difference) == (FAILS, -1)


@given(st.fixed_dictionaries({key: st.none() | st.integers(0, 6) for key in PLAIN_FIGURES}), st.data())
def test_blanks_never_turn_what_could_hold_into_a_failure(
    figures: dict[str, int | None], data: st.DataObject
) -> None:
    full = {key: data.draw(st.integers(0, 6)) if value is None else value for key, value in figures.items()}
    blank = by_code(Sheet("1").with_figures(figures))
    whole = by_code(Sheet("1").with_figures(full))
    # terms that count only where recorded are left out: a filled one changes the relation itself
    for code in ("box-content", "box-within-came", "given-within-supplied", "supplied-accounted"):
        if blank[code].standing is not CANNOT:
            assert whole[code].standing is blank[code].standing
