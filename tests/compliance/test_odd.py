"""The rules that are functions: figures, invalid ballots, plurality, recapitulation."""

from datetime import date

import pytest
from tests.compliance.stated import Facts, book, found

from pilkades.base.findings import Verdict
from pilkades.regulation.rulebook import Rulebook

LAW = Rulebook.at(date(2007, 6, 7), "bengkayang")


def votes(**of: int) -> Facts:
    return {"tally.votes": [{"candidate": name, "votes": count} for name, count in of.items()]}


FIGURES = {
    "dpt.voters": 979,
    "polling.voted": 658,
    "tally.valid": 650,
    "tally.invalid": 8,
    **votes(A=350, B=300),
}


def test_figures_that_fit_are_complied_with() -> None:
    assert found(LAW, book(FIGURES), "pp72-figures").verdict is Verdict.COMPLIED


@pytest.mark.parametrize(
    "wrong",
    [
        {"tally.valid": 651},
        {"tally.invalid": 9},
        {"tally.votes": [{"candidate": "A", "votes": 351}, {"candidate": "B", "votes": 300}]},
        {"dpt.voters": 657},
    ],
)
def test_one_vote_apart_is_a_finding(wrong: Facts) -> None:
    finding = found(LAW, book({**FIGURES, **wrong}), "pp72-figures")
    assert finding.verdict is Verdict.VIOLATED
    assert finding.touch is not None


def test_figures_that_no_source_states_are_not_zero() -> None:
    assert found(LAW, book({"dpt.voters": 979}), "pp72-figures").verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("winner", "verdict"), [("A", Verdict.COMPLIED), ("B", Verdict.VIOLATED), (None, Verdict.UNKNOWN)]
)
def test_the_candidate_elect_is_the_one_with_most_votes(winner: str | None, verdict: Verdict) -> None:
    facts = {**votes(A=350, B=300), **({"winner_adopted.winner": winner} if winner else {})}
    assert found(LAW, book(facts), "pp72-most-votes").verdict is verdict


def test_equal_votes_decide_nothing_by_themselves() -> None:
    facts = {**votes(A=300, B=300), "winner_adopted.winner": "A"}
    assert found(LAW, book(facts), "pp72-most-votes").verdict is Verdict.UNKNOWN


def test_the_votes_of_one_candidate_alone_show_no_plurality() -> None:
    facts = {**votes(A=300), "winner_adopted.winner": "A"}
    assert found(LAW, book(facts), "pp72-most-votes").verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({"tps_plan.count": 1}, Verdict.NOT_APPLICABLE),
        ({"tps_plan.count": 4, "tally.per_tps_published": True}, Verdict.COMPLIED),
        ({"tps_plan.count": 4, "tally.per_tps_published": False}, Verdict.UNKNOWN),
        ({"tps_plan.count": 4}, Verdict.UNKNOWN),
    ],
)
def test_a_total_can_be_recomputed_only_from_votes_per_station(facts: Facts, verdict: Verdict) -> None:
    assert found(LAW, book(facts), "pp72-recapitulation").verdict is verdict


def test_no_invalid_vote_leaves_nothing_to_compare() -> None:
    assert found(LAW, book({"tally.invalid": 0}), "pp72-invalid-ballots").verdict is Verdict.NOT_APPLICABLE


def test_invalid_votes_without_reasons_cannot_be_compared() -> None:
    assert found(LAW, book({"tally.invalid": 8}), "pp72-invalid-ballots").verdict is Verdict.UNKNOWN
