"""What a finding means for the result: sanctions, nullity, and votes touched against the margin."""

from datetime import date

import pytest
from tests.compliance.stated import Facts, book, found

from pilkades.acts.act import Standing
from pilkades.base.findings import Bound, Verdict
from pilkades.regulation.rulebook import Rulebook

LAW = Rulebook.at(date(2007, 6, 7), "bengkayang")
NATION = Rulebook.at(date(2016, 3, 1))
SINGLE = Rulebook.at(date(2026, 5, 4))


def result(first: int, second: int) -> Facts:
    return {"tally.votes": [{"candidate": "A", "votes": first}, {"candidate": "B", "votes": second}]}


def over_cap(voters: int) -> Facts:
    return {"tps_plan.stations": [{"name": "TPS 1", "voters": voters}]}


@pytest.mark.parametrize(
    ("margin", "reaches", "indonesian", "english"),
    [
        (302, False, "Lebih kecil dari margin", "this cannot change the result"),
        (301, True, "Tidak kurang dari margin", "an effect cannot be ruled out"),
        (300, True, "Tidak kurang dari margin", "an effect cannot be ruled out"),
    ],
)
def test_what_a_breach_touches_is_held_against_the_margin(
    margin: int, indonesian: str, english: str, *, reaches: bool
) -> None:
    finding = found(LAW, book({**over_cap(301), **result(200 + margin, 200)}), "pp72-tps-cap")
    assert finding.verdict is Verdict.VIOLATED
    assert finding.touch is not None
    assert (finding.touch.count, finding.touch.margin, finding.touch.bound) == (301, margin, Bound.EXACTLY)
    assert finding.touch.reaches_margin is reaches
    assert indonesian in finding.consequence.id
    assert english in finding.consequence.en


def test_without_votes_the_margin_is_not_known() -> None:
    finding = found(LAW, book(over_cap(301)), "pp72-tps-cap")
    assert "margin tidak diketahui" in finding.consequence.id
    assert "the margin is not known" in finding.consequence.en


def test_only_the_rows_that_break_the_rule_are_counted() -> None:
    rows = [
        {"name": "TPS 1", "voters": 400},
        {"name": "TPS 2", "voters": 300},
        {"name": "TPS 3", "voters": 310},
    ]
    finding = found(LAW, book({"tps_plan.stations": rows, **result(500, 480)}), "pp72-tps-cap")
    assert finding.touch is not None
    assert finding.touch.count == 710
    assert "TPS 2" not in finding.message.id


def test_a_breach_is_no_nullity_unless_an_article_says_so() -> None:
    finding = found(LAW, book(over_cap(301)), "pp72-tps-cap")
    assert "No article of the text read says that this voids the election." in finding.consequence.en


def test_an_article_that_states_nullity_is_repeated() -> None:
    facts = {"candidates_adopted.single_by_consensus": False, "polling.done": True}
    finding = found(SINGLE, book(facts), "no-election-without-consensus")
    assert finding.verdict is Verdict.VIOLATED
    assert "batal" in finding.consequence.id
    assert "No article" not in finding.consequence.en


def test_what_is_kept_has_no_consequence_and_no_remedy() -> None:
    finding = found(LAW, book({**over_cap(300), **result(200, 100)}), "pp72-tps-cap")
    assert finding.verdict is Verdict.COMPLIED
    assert finding.touch is None
    assert not finding.consequence
    assert not finding.remedy


_SANCTION = "pp72-campaign-sanction"


def test_a_sanction_is_silent_while_no_ban_is_broken() -> None:
    for facts in ({}, {"campaign_bans.gifts": False}, {"campaign_sanction.imposed": True}):
        finding = found(LAW, book(facts), _SANCTION)
        assert finding.verdict is Verdict.NOT_APPLICABLE
        assert not finding.remedy


def _a_broken_ban() -> Facts:
    rule = next(rule for rule in LAW.rules if rule.subject == "pp72-ban-b")
    return {str(getattr(rule, "fact", "")): True}


def test_a_sanction_speaks_once_a_ban_is_broken() -> None:
    finding = found(LAW, book(_a_broken_ban()), _SANCTION)
    assert finding.verdict is Verdict.UNKNOWN
    assert found(LAW, book(_a_broken_ban()), "pp72-ban-b").norm.id in finding.message.id
    imposed = found(LAW, book({**_a_broken_ban(), "campaign_sanction.imposed": True}), _SANCTION)
    assert imposed.verdict is Verdict.COMPLIED


def test_a_sanction_carries_the_evidence_of_the_ban() -> None:
    finding = found(LAW, book(_a_broken_ban()), _SANCTION)
    assert "sumber:1" in {item.place for item in finding.evidence}


def test_a_contested_ban_wakes_its_sanction() -> None:
    (path,) = _a_broken_ban()
    finding = found(LAW, book({path: True}, {path: False}), _SANCTION)
    assert finding.verdict is Verdict.UNKNOWN


def test_a_sanction_of_the_quiet_period_needs_a_breach_of_the_quiet_period() -> None:
    assert found(LAW, book(_a_broken_ban()), "pp72-quiet-sanction").verdict is Verdict.NOT_APPLICABLE


def test_an_asserted_breach_still_says_what_it_touches() -> None:
    finding = found(
        LAW, book({**over_cap(301), **result(300, 280)}, standing=Standing.ASSERTED), "pp72-tps-cap"
    )
    assert finding.verdict is Verdict.CLAIMED
    assert finding.touch is not None
