from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.count.published import BANDAR_AGUNG, BANI_AMAS

from pilkades.base.article import Article
from pilkades.base.errors import PilkadesError
from pilkades.count.candidate_events import (
    ATURAN_003_POSTPONE,
    NO_TEXT,
    PP_16_EVENTS,
    SERANG_CONTINUE_VOID_VOTES,
    CandidateEvent,
    Event,
    EventPolicy,
)
from pilkades.count.result import Circumstances, Outcome, Result, SingleCandidate, decide
from pilkades.count.ties import PERDA_BENGKAYANG_TIE, PP_16_TIE, Method, TieFacts

ALONE = SingleCandidate("A", article=Article.parse("pp-16-2026:47"))


def died(name: str, policy: EventPolicy, *, after_printing: bool | None = True) -> Circumstances:
    return Circumstances(events=(CandidateEvent(name, Event.DEATH, after_printing),), policy=policy)


def said(result: Result) -> str:
    return " ".join(line.id for line in result.lines)


def test_kasper_sitohang_wins_bani_amas_by_five() -> None:
    result = decide(BANI_AMAS.votes, PERDA_BENGKAYANG_TIE)
    assert (result.outcome, result.elected) == (Outcome.ELECTED, "Kasper Sitohang")
    assert (result.valid, result.margin, result.share) == (811, 5, Decimal("35.76"))
    assert result.lines[0].id == "Kasper Sitohang: 290 suara."
    assert result.lines[-1].id == "Kasper Sitohang memperoleh 35,76 % suara sah; selisih 5 suara."
    assert result.lines[-1].en.endswith("35.76 % of the valid votes; the margin is 5 votes.")


def test_slamet_harianto_has_most_votes_in_bandar_agung_by_89() -> None:
    result = decide(BANDAR_AGUNG.votes)
    assert (result.elected, result.margin, result.share) == ("Slamet Harianto", 89, Decimal("35.40"))


def test_rustam_of_balayan_has_a_figure_and_the_others_do_not() -> None:
    result = decide({"Rustam": 362, "Nuriatima": None, "Dincik": None, "Marlin": None, "Natai Hadi": None})
    assert (result.outcome, result.elected, result.margin, result.share) == (
        Outcome.UNKNOWN,
        None,
        None,
        None,
    )
    assert "Nuriatima" in result.questions[0].id


def test_a_tie_goes_through_the_chain_and_each_step_is_a_line() -> None:
    votes = {"A": 40, "B": 40, "C": 20}
    open_tie = decide(votes, PERDA_BENGKAYANG_TIE)
    assert (open_tie.outcome, open_tie.elected, open_tie.margin) == (Outcome.TIE_OPEN, None, 0)
    assert "Suara terbanyak sama: A, B. Ps. 28 ayat (2): Diperlukan pemilihan ulang" in said(open_tie)
    assert "pemilihan ulang di antara A, B" in open_tie.questions[0].id
    rerun = TieFacts(new_polls={Method.RERUN: {"A": 10, "B": 70}})
    closed = decide(votes, PERDA_BENGKAYANG_TIE, rerun)
    assert (closed.outcome, closed.elected, closed.questions) == (Outcome.ELECTED, "B", ())
    assert closed.tie is not None
    assert closed.tie.tied == ("A", "B")


def test_a_single_candidate_wins_with_most_votes_and_without_a_threshold() -> None:
    result = decide({"A": 51, "kolom kosong": 50}, circumstances=Circumstances(single=ALONE))
    assert (result.outcome, result.elected, result.margin) == (Outcome.ELECTED, "A", 1)
    assert "Ps. 47" in said(result)
    assert result.lines[-1].id == "A memperoleh 50,50 % suara sah; selisih 1 suara."
    few = decide({"A": 2, "kolom kosong": 1}, circumstances=Circumstances(single=ALONE))
    assert few.elected == "A"


@pytest.mark.parametrize(("mine", "how"), [(49, "lebih banyak"), (50, "sama banyak")])
def test_when_the_empty_column_is_not_behind_the_text_does_not_decide(mine: int, how: str) -> None:
    result = decide({"A": mine, "kolom kosong": 50}, PP_16_TIE, circumstances=Circumstances(single=ALONE))
    assert (result.outcome, result.elected) == (Outcome.NOT_DECIDED_BY_TEXT, None)
    assert how in result.questions[0].id
    assert "Teks yang dibaca tidak menentukan" in result.questions[0].id
    assert result.margin == mine - 50


def test_a_single_candidate_without_any_valid_vote_is_not_elected() -> None:
    result = decide({"A": 0, "kolom kosong": 0}, circumstances=Circumstances(single=ALONE))
    assert result.outcome is Outcome.NO_VALID_VOTES


def test_in_serang_the_living_candidate_wins_even_with_fewer_votes() -> None:
    result = decide({"A": 30, "B": 70}, circumstances=died("B", SERANG_CONTINUE_VOID_VOTES))
    assert (result.outcome, result.elected, result.valid) == (Outcome.ELECTED, "A", 30)


def test_by_the_rules_of_003_the_election_of_two_is_postponed() -> None:
    result = decide({"A": 30, "B": 70}, circumstances=died("B", ATURAN_003_POSTPONE))
    assert (result.outcome, result.elected) == (Outcome.POSTPONED, None)


def test_under_pp_16_more_votes_for_the_dead_candidate_leave_the_result_open() -> None:
    result = decide({"A": 30, "B": 70}, circumstances=died("B", PP_16_EVENTS))
    assert (result.outcome, result.elected) == (Outcome.NOT_DECIDED_BY_TEXT, None)
    assert any("tidak menentukan bagaimana suara untuk B" in question.id for question in result.questions)


def test_under_pp_16_fewer_votes_for_the_dead_candidate_change_nothing_but_the_share() -> None:
    result = decide({"A": 70, "B": 30}, circumstances=died("B", PP_16_EVENTS))
    assert (result.outcome, result.elected) == (Outcome.ELECTED, "A")
    assert (result.valid, result.share) == (None, None)
    assert "urutan pertama tetap sama" in said(result)
    assert result.questions


def test_as_many_votes_for_the_dead_candidate_leave_the_result_open_too() -> None:
    result = decide({"A": 50, "B": 50, "C": 10}, circumstances=died("B", NO_TEXT))
    assert result.outcome is Outcome.NOT_DECIDED_BY_TEXT


def test_a_candidate_who_fell_out_before_printing_leaves_the_empty_column() -> None:
    fallen = died("B", PP_16_EVENTS, after_printing=False)
    circumstances = Circumstances(ALONE, fallen.events, fallen.policy)
    result = decide({"A": 60, "kolom kosong": 40}, circumstances=circumstances)
    assert result.elected == "A"
    assert "B meninggal dunia sebelum surat suara dicetak." in said(result)
    assert "dilanjutkan dengan pemilihan satu calon" in said(result)


@pytest.mark.parametrize(
    ("votes", "circumstances", "code"),
    [
        ({}, Circumstances(), "no-candidates"),
        ({"A": -1}, Circumstances(), "negative-votes"),
        ({"A": 1, "B": 2}, Circumstances(single=ALONE), "single-candidate-columns"),
    ],
)
def test_votes_that_cannot_be_are_refused(
    votes: dict[str, int | None], circumstances: Circumstances, code: str
) -> None:
    with pytest.raises(PilkadesError) as refused:
        decide(votes, circumstances=circumstances)
    assert refused.value.code == code


tallies = st.dictionaries(st.sampled_from("ABCDE"), st.integers(0, 5), min_size=1)


@given(tallies)
def test_the_elected_has_more_votes_than_every_other(votes: dict[str, int]) -> None:
    result = decide(votes)
    best = max(votes.values())
    leaders = [name for name, count in votes.items() if count == best]
    if best == 0:
        assert result.outcome is Outcome.NO_VALID_VOTES
    elif len(leaders) == 1:
        assert result.elected == leaders[0]
        others = [count for name, count in votes.items() if name != leaders[0]]
        assert result.margin == (best - max(others) if others else None)
    else:
        assert result.outcome is Outcome.TIE_OPEN
        assert result.tie is not None
        assert sorted(result.tie.tied) == sorted(leaders)


@given(tallies, st.sampled_from("ABCDE"))
def test_more_votes_never_take_a_victory_away(votes: dict[str, int], name: str) -> None:
    before = decide(votes)
    after = decide({**votes, name: votes.get(name, 0) + 1})
    if before.elected == name:
        assert after.elected == name
