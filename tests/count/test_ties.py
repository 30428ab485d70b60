from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text
from pilkades.count.ties import (
    ATURAN_003_TIE,
    PERDA_BENGKAYANG_TIE,
    PERMENDAGRI_112_TIE,
    PP_16_TIE,
    PP_43_TIE,
    Condition,
    Decision,
    Method,
    Place,
    StepStanding,
    TieFacts,
    TieOutcome,
    TieStep,
    break_tie,
)

TIED = ("A", "B")


def standings(outcome: TieOutcome) -> list[StepStanding]:
    return [step.standing for step in outcome.steps]


def two_tps(first: tuple[int | None, int, int], second: tuple[int | None, int, int]) -> TieFacts:
    """Two TPS: registered voters, votes of A, votes of B."""
    return TieFacts(
        tps=tuple(
            Place(f"TPS {number}", registered, {"A": a, "B": b})
            for number, (registered, a, b) in enumerate((first, second), start=1)
        )
    )


def test_the_tps_with_the_larger_dpt_decides_as_demak_read_it() -> None:
    # Demak: 591 voters in one DPT, 566 in the other; "voters" are those in the DPT
    outcome = break_tie(TIED, PERMENDAGRI_112_TIE, two_tps((591, 100, 120), (566, 220, 200)))
    assert outcome.elected == "B"
    assert "591" in outcome.steps[0].explanation.id
    assert outcome.question.id == ""


def test_turnout_does_not_make_a_tps_the_largest() -> None:
    outcome = break_tie(TIED, PERMENDAGRI_112_TIE, two_tps((591, 3, 2), (566, 280, 281)))
    assert outcome.elected == "A"


def test_two_tps_equally_large_are_not_provided_for() -> None:
    outcome = break_tie(TIED, PERMENDAGRI_112_TIE, two_tps((500, 100, 120), (500, 220, 200)))
    assert outcome.elected is None
    assert standings(outcome) == [StepStanding.TEXT_SILENT]
    assert "Teks tidak mengatur" in outcome.question.id


def test_equal_votes_at_the_largest_tps_too_are_not_provided_for_nationally() -> None:
    outcome = break_tie(TIED, PERMENDAGRI_112_TIE, two_tps((591, 100, 100), (566, 50, 50)))
    assert standings(outcome) == [StepStanding.EQUAL_TOO, StepStanding.DOES_NOT_APPLY]
    assert "tidak mengatur lagi" in outcome.question.id
    assert "does not decide further" in outcome.question.en


def test_with_one_tps_the_area_with_most_voters_decides() -> None:
    facts = TieFacts(
        tps=(Place("TPS 1", 800, {"A": 300, "B": 300}),),
        areas=(Place("Setagi", 500, {"A": 200, "B": 160}), Place("Tampe", 300, {"A": 100, "B": 140})),
    )
    outcome = break_tie(TIED, PERMENDAGRI_112_TIE, facts)
    assert standings(outcome) == [StepStanding.DOES_NOT_APPLY, StepStanding.DECIDED]
    assert outcome.elected == "A"


@pytest.mark.parametrize(
    ("facts", "asked"),
    [
        (TieFacts(), "jumlah TPS"),
        (two_tps((591, 1, 2), (None, 2, 1)), "jumlah pemilih di TPS 2"),
        (TieFacts(tps=(Place("TPS 1", 9, {}),)), "suara tiap tempat"),
        (TieFacts(tps=(Place("TPS 1", 9, {"A": 1}), Place("TPS 2", 8, {}))), "suara di sana B"),
    ],
)
def test_a_missing_fact_stops_the_chain_and_is_named(facts: TieFacts, asked: str) -> None:
    outcome = break_tie(TIED, PERMENDAGRI_112_TIE, facts)
    assert outcome.elected is None
    assert standings(outcome)[-1] is StepStanding.FACTS_MISSING
    assert asked in outcome.question.id


@pytest.mark.parametrize("chain", [PP_43_TIE, PP_16_TIE])
def test_the_wider_area_is_undefined_so_both_readings_are_counted_and_neither_decides(
    chain: tuple[TieStep, ...],
) -> None:
    facts = TieFacts(
        tps=(
            Place("TPS 1", 100, {"A": 30, "B": 10}),
            Place("TPS 2", 100, {"A": 0, "B": 15}),
            Place("TPS 3", 100, {"A": 0, "B": 5}),
        )
    )
    outcome = break_tie(TIED, chain, facts)
    assert standings(outcome) == [StepStanding.TEXT_SILENT]
    assert "A: tempat yang diungguli 1, tempat dengan suaranya 1." in outcome.question.id
    assert "B: places where ahead 2, places with votes 3." in outcome.question.en
    assert outcome.question.id.endswith("apa dasarnya?")


def test_ahead_in_a_place_means_more_votes_there_than_each_of_the_other_tied() -> None:
    facts = TieFacts(
        areas=(
            Place("Setagi", 100, {"A": 20, "B": 20, "C": 5}),
            Place("Tampe", 100, {"A": 10, "B": 10, "C": 25}),
        )
    )
    question = break_tie(("A", "B", "C"), PP_16_TIE, facts).question.en
    for said in ("A: places where ahead 0", "B: places where ahead 0", "C: places where ahead 1"):
        assert said in question


def test_places_with_a_blank_are_not_compared() -> None:
    facts = TieFacts(tps=(Place("1", 9, {"A": 5, "B": 4}), Place("2", 9, {"A": 1, "B": None})))
    assert "diungguli" not in break_tie(TIED, PP_16_TIE, facts).question.id


def test_a_decision_with_its_basis_closes_what_the_text_leaves_open() -> None:
    basis = Text("BA Panitia 3/2027", "Committee minutes 3/2027")
    facts = TieFacts(decisions=(Decision(Method.WIDER_AREA, "B", basis),))
    outcome = break_tie(TIED, PP_16_TIE, facts)
    assert outcome.elected == "B"
    assert "Dasar: BA Panitia 3/2027" in outcome.steps[0].explanation.id


def test_a_decision_by_somebody_else_does_not_close_a_step() -> None:
    facts = TieFacts(decisions=(Decision(Method.BUPATI_DECISION, "B", Text("x", "x")),))
    assert break_tie(TIED, PP_16_TIE, facts).elected is None


def test_no_decision_overrides_what_the_figures_decide() -> None:
    facts = two_tps((591, 100, 120), (566, 220, 200))
    decided = TieFacts(tps=facts.tps, decisions=(Decision(Method.TPS_MOST_VOTERS, "A", Text("x", "x")),))
    assert break_tie(TIED, PERMENDAGRI_112_TIE, decided).elected == "B"


def test_bengkayang_asks_for_another_vote_within_fourteen_days() -> None:
    outcome = break_tie(TIED, PERDA_BENGKAYANG_TIE, TieFacts())
    assert standings(outcome) == [StepStanding.NEEDS_ACT]
    assert "paling lambat 14 hari." in outcome.question.id


def test_bengkayang_takes_the_winner_of_the_other_vote() -> None:
    facts = TieFacts(new_polls={Method.RERUN: {"A": 401, "B": 402}})
    assert break_tie(TIED, PERDA_BENGKAYANG_TIE, facts).elected == "B"


def test_equal_again_goes_to_the_bpd_within_fourteen_working_days() -> None:
    again = {Method.RERUN: {"A": 401, "B": 401}}
    outcome = break_tie(TIED, PERDA_BENGKAYANG_TIE, TieFacts(new_polls=again))
    assert standings(outcome) == [StepStanding.EQUAL_TOO, StepStanding.NEEDS_ACT]
    assert "14 hari kerja" in outcome.question.id
    decision = Decision(Method.BPD_DECISION, "A", Text("Keputusan BPD", "BPD's decision"))
    assert (
        break_tie(TIED, PERDA_BENGKAYANG_TIE, TieFacts(new_polls=again, decisions=(decision,))).elected == "A"
    )


def test_the_rules_of_003_go_on_to_education_and_then_to_the_exam() -> None:
    equal_place = two_tps((591, 100, 100), (566, 50, 50)).tps
    by_education = TieFacts(tps=equal_place, education={"A": 3, "B": 2})
    outcome = break_tie(TIED, ATURAN_003_TIE, by_education)
    assert outcome.elected == "A"
    assert "dusun yang sama" in outcome.steps[-1].explanation.id
    by_exam = TieFacts(
        tps=equal_place, education={"A": 3, "B": 3}, exam_scores={"A": Decimal("71.5"), "B": Decimal("71.6")}
    )
    outcome = break_tie(TIED, ATURAN_003_TIE, by_exam)
    assert outcome.elected == "B"
    assert standings(outcome) == [
        StepStanding.EQUAL_TOO,
        StepStanding.DOES_NOT_APPLY,
        StepStanding.EQUAL_TOO,
        StepStanding.DECIDED,
    ]


def test_who_falls_behind_is_out_of_the_next_step() -> None:
    chain = (TieStep(Method.EDUCATION, None), TieStep(Method.EXAM_SCORE, None))
    facts = TieFacts(
        education={"A": 3, "B": 3, "C": 1},
        exam_scores={"A": Decimal(60), "B": Decimal(50), "C": Decimal(99)},
    )
    outcome = break_tie(("A", "B", "C"), chain, facts)
    assert outcome.elected == "A"
    assert outcome.steps[0].remaining == ("A", "B")


@pytest.mark.parametrize(
    ("method", "said"),
    [
        (Method.SECOND_ROUND, "putaran kedua"),
        (Method.COMMITTEE_DECISION, "panitia"),
        (Method.BUPATI_DECISION, "Bupati"),
    ],
)
def test_methods_that_need_an_act_say_whose(method: Method, said: str) -> None:
    outcome = break_tie(TIED, (TieStep(method, None, days=7),), TieFacts())
    assert said in outcome.question.id
    assert "7 hari" in outcome.question.id


def test_one_alone_is_no_tie() -> None:
    with pytest.raises(PilkadesError) as refused:
        break_tie(("A",), PP_16_TIE, TieFacts())
    assert refused.value.code == "no-tie"


def test_a_decision_for_somebody_else_is_refused() -> None:
    with pytest.raises(PilkadesError) as refused:
        break_tie(TIED, PP_16_TIE, TieFacts(decisions=(Decision(Method.WIDER_AREA, "C", Text("x", "x")),)))
    assert refused.value.code == "decision-for-other"


chains = st.lists(
    st.builds(TieStep, st.sampled_from(Method), st.none(), st.sampled_from(Condition)), max_size=5
)
ranks = st.dictionaries(st.sampled_from(["A", "B", "C"]), st.none() | st.integers(0, 2))
places = st.none() | st.lists(
    st.builds(Place, st.sampled_from(["x", "y"]), st.none() | st.integers(0, 3), ranks), max_size=3
).map(tuple)


@given(chains.map(tuple), places, places, ranks, st.permutations(["A", "B", "C"]))
def test_the_order_in_which_the_tied_are_named_never_decides(
    chain: tuple[TieStep, ...],
    tps: tuple[Place, ...] | None,
    areas: tuple[Place, ...] | None,
    education: dict[str, int | None],
    order: list[str],
) -> None:
    facts = TieFacts(tps=tps, areas=areas, education=education)
    one = break_tie(("A", "B", "C"), chain, facts)
    other = break_tie(tuple(order), chain, facts)
    assert one.elected == other.elected
    assert standings(one) == standings(other)
    assert (one.elected is None) is bool(one.question)
