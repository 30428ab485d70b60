from datetime import date, time
from fractions import Fraction

import pytest

from pilkades.base.errors import PilkadesError
from pilkades.regulation.checks import check_law
from pilkades.regulation.instrument import County
from pilkades.regulation.law import Law
from pilkades.regulation.loader import shipped_law
from pilkades.regulation.own_values import OwnInstrument, OwnValue, law_with, short_of, typed
from pilkades.regulation.parameter import Evidence, Length, Unit
from pilkades.regulation.rulebook import Rulebook

POLLING_DAY = date(2027, 2, 3)
TEGAL = County(name="Kabupaten Tegal", code="33.28")
PERBUP = OwnInstrument("perbup", "12", 2026, "5(2).a")


def own(parameter: str, start: date, value: object, by: OwnInstrument = PERBUP) -> OwnValue:
    return OwnValue(parameter, start, value, by, Evidence.SECONDARY, "Pemungutan suara dimulai pukul 07.00.")  # type: ignore[arg-type] # raw values, wrong ones among them


def laid(*values: OwnValue) -> Law:
    return law_with(shipped_law(), "tegal", TEGAL, values)


OPENS = own("polling.opens", date(2026, 8, 10), "07.00")


def test_a_question_of_the_file_gives_way_to_the_countys_value() -> None:
    assert Rulebook.at(POLLING_DAY, "tegal").held("polling.opens").unknown
    held = Rulebook.at(POLLING_DAY, "tegal", laid(OPENS)).held("polling.opens")
    assert (held.value, held.unknown.id) == (time(7), "")
    assert held.article is not None
    assert (held.article.notation, held.evidence) == ("perbup-12-2026:5(2).a", Evidence.SECONDARY)


def test_the_rulebook_changes_its_digest_and_only_from_the_day_of_the_value() -> None:
    plain, with_value = shipped_law(), laid(OPENS)
    for day, same in ((date(2026, 8, 9), True), (date(2026, 8, 10), False), (POLLING_DAY, False)):
        before, after = Rulebook.at(day, "tegal", plain), Rulebook.at(day, "tegal", with_value)
        assert (before.digest == after.digest) is same


def test_no_other_county_and_no_national_law_is_touched() -> None:
    law = laid(OPENS, own("budget.proposed_within", date(2026, 8, 10), {"n": 20, "unit": "working_day"}))
    for county in (None, "bengkayang"):
        assert Rulebook.at(POLLING_DAY, county).digest == Rulebook.at(POLLING_DAY, county, law).digest


def test_the_countys_value_goes_before_the_nations_which_stays_beside_it() -> None:
    law = laid(own("budget.proposed_within", date(2026, 8, 10), {"n": 20, "unit": "working_day"}))
    held = Rulebook.at(POLLING_DAY, "tegal", law).held("budget.proposed_within")
    assert held.value == Length(n=20, units=(Unit.WORKING_DAY,))
    assert {other.value.n for other in held.beside} == {30}


def test_a_later_value_takes_over_on_its_day_and_of_one_day_the_last_stated_counts() -> None:
    later = own("polling.opens", date(2027, 1, 1), "08.00")
    again = own("polling.opens", date(2027, 1, 1), "08.30")
    law = laid(later, OPENS, again)
    found = {
        day: Rulebook.at(day, "tegal", law).held("polling.opens").value
        for day in (date(2026, 12, 31), date(2027, 1, 1))
    }
    assert found == {date(2026, 12, 31): time(7), date(2027, 1, 1): time(8, 30)}


def test_a_value_of_the_countys_file_is_followed_by_the_countys_own() -> None:
    # Kepbup Tegal 713/2026 lampiran 33: 7 working days.
    law = laid(own("adoption.dispute_filing", date(2026, 12, 1), {"n": 5, "unit": "calendar_day"}))
    held = {
        day: Rulebook.at(day, "tegal", law).held("adoption.dispute_filing").value.n
        for day in (date(2026, 11, 30), date(2026, 12, 1))
    }
    assert held == {date(2026, 11, 30): 7, date(2026, 12, 1): 5}


def test_a_county_without_a_file_can_state_values() -> None:
    law = law_with(shipped_law(), "kab-33-29", County(name="Brebes", code="33.29"), [OPENS])
    assert Rulebook.at(POLLING_DAY, "kab-33-29", law).held("polling.opens").value == time(7)


def test_what_is_laid_over_holds_to_what_the_files_hold_to() -> None:
    several = [
        OPENS,
        own("tps.max_voters", date(2026, 8, 10), 500),
        own("polling.quorum_share", date(2026, 8, 10), "1/2"),
    ]
    assert check_law(laid(*several)) == []
    assert Rulebook.at(POLLING_DAY, "tegal", laid(*several)).held("polling.quorum_share").value == Fraction(
        1, 2
    )


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("count", True),
        ("count", -1),
        ("count", "7"),
        ("share", "3/2"),
        ("share", "1/0"),
        ("clock", "24.00"),
        ("clock", "7"),
        ("switch", 1),
        ("words", " "),
        ("period", {"n": 7}),
        ("period", {"n": 7, "unit": "week"}),
        ("list", ["a"]),
        ("table", {}),
    ],
)
def test_a_value_of_another_kind_is_refused(kind: str, value: object) -> None:
    with pytest.raises(PilkadesError, match="value-kind"):
        typed(kind, value)  # type: ignore[arg-type] # wrong on purpose


def test_a_parameter_that_the_law_does_not_have_is_refused() -> None:
    with pytest.raises(PilkadesError, match="no-such-parameter"):
        laid(own("polling.colour", date(2026, 8, 10), "07.00"))


def test_an_instrument_of_the_nation_or_of_another_county_cannot_be_taken() -> None:
    # In the files perda-bengkayang-13-2006 is Bengkayang's.
    other = OwnInstrument("perda", "Bengkayang-13", 2006, "5")
    with pytest.raises(PilkadesError, match="instrument-of-another"):
        laid(own("polling.opens", date(2026, 8, 10), "07.00", other))


def test_an_instrument_is_named_as_people_cite_it() -> None:
    assert (PERBUP.short, PERBUP.title) == ("Perbup 12/2026", "Peraturan Bupati Nomor 12 Tahun 2026")
    assert OwnInstrument("kepbup", "100.3.3.2/713", 2026, "1").id == "kepbup-100-3-3-2-713-2026"
    assert [short_of(name) for name in ("perbup-12-2026", "pp-16-2026")] == ["Perbup 12/2026", "pp-16-2026"]
