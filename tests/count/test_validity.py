from dataclasses import replace

import pytest

from pilkades.count.validity import (
    OUTSIDE,
    SPANNING,
    Ballot,
    Judgement,
    Mark,
    ValidityRules,
    Verdict,
    inside,
    judge,
    on_line,
)
from pilkades.count.validity_rules import (
    ATURAN_003,
    PERDA_BENGKAYANG_13_2006,
    PERMENDAGRI_112_2014,
    VALIDITY_RULES,
)

GOOD = Ballot(
    official_paper=True,
    signed_by_committee_chair=True,
    signed_by_kpps_chair=True,
    signed_by_representative=False,
    stamped=True,
    initialled_by_kpps_chair=True,
    damaged=False,
    extra_writing=False,
    committee_tool=True,
    marks=(inside(1),),
)
BENGKAYANG, M112, R003 = PERDA_BENGKAYANG_13_2006, PERMENDAGRI_112_2014, ATURAN_003
VALID, INVALID, UNDECIDED = Verdict.VALID, Verdict.INVALID, Verdict.UNDECIDED


def places(judgement: Judgement) -> set[str]:
    return {reason.article.notation.partition(":")[2] for reason in judgement.reasons}


@pytest.mark.parametrize("rules", VALIDITY_RULES.values(), ids=VALIDITY_RULES.keys())
def test_a_ballot_with_nothing_amiss_is_valid_everywhere(rules: ValidityRules) -> None:
    judgement = judge(GOOD, rules)
    assert judgement.verdict is VALID
    assert judgement.reasons
    assert all(reason.text.id and reason.text.en for reason in judgement.reasons)


@pytest.mark.parametrize(
    ("amiss", "letter"),
    [
        ({"official_paper": False}, "a"),
        ({"signed_by_committee_chair": False}, "b"),
        ({"stamped": False}, "c"),
        ({"initialled_by_kpps_chair": False}, "d"),
        ({"damaged": True}, "e"),
        ({"extra_writing": True}, "f"),
        ({"committee_tool": False}, "g"),
        ({"marks": (inside(1),) * 3}, "h"),
        ({"marks": (inside(1), inside(2))}, "i"),
        ({"marks": ()}, "j"),
        ({"marks": (OUTSIDE,)}, "j"),
    ],
)
def test_each_ground_of_bengkayang_article_23_2_makes_a_ballot_invalid(
    amiss: dict[str, bool], letter: str
) -> None:
    judgement = judge(replace(GOOD, **amiss), BENGKAYANG)  # type: ignore[arg-type]  # one field of its own type
    assert judgement.verdict is INVALID
    assert f"23(2).{letter}" in places(judgement)


def test_three_marks_in_one_box_and_one_in_another_break_two_grounds() -> None:
    judgement = judge(replace(GOOD, marks=(inside(1), inside(1), inside(1), inside(2))), BENGKAYANG)
    assert places(judgement) == {"23(1).h", "23(2).h", "23(2).i"}


def test_the_clauses_of_bengkayang_are_eight_and_ten() -> None:
    notations = [clause.article.notation for clause in BENGKAYANG.clauses]
    assert [place.partition(":")[2] for place in notations] == [
        *(f"23(1).{letter}" for letter in "abcdefgh"),
        *(f"23(2).{letter}" for letter in "abcdefghij"),
    ]


@pytest.mark.parametrize(
    ("marks", "bengkayang", "m112", "r003"),
    [
        ((inside(2),), VALID, VALID, VALID),
        ((inside(1), inside(1)), VALID, VALID, VALID),
        ((inside(1),) * 3, INVALID, VALID, VALID),
        ((inside(1),) * 9, INVALID, VALID, VALID),
        ((inside(1), inside(2)), INVALID, INVALID, INVALID),
        ((inside(1), inside(1), inside(2)), INVALID, INVALID, INVALID),
        ((), INVALID, INVALID, INVALID),
        ((OUTSIDE,), INVALID, INVALID, INVALID),
        ((on_line(1),), UNDECIDED, VALID, UNDECIDED),
        ((inside(1), on_line(1)), UNDECIDED, VALID, UNDECIDED),
        ((on_line(1), on_line(2)), UNDECIDED, INVALID, UNDECIDED),
        ((inside(1), OUTSIDE), UNDECIDED, UNDECIDED, UNDECIDED),
        ((SPANNING,), UNDECIDED, UNDECIDED, UNDECIDED),
        ((inside(1), inside(2), SPANNING), INVALID, INVALID, INVALID),
        ((inside(1),) * 3 + (OUTSIDE,), INVALID, UNDECIDED, UNDECIDED),
    ],
)
def test_marks_are_judged_by_the_words_of_each_regime(
    marks: tuple[Mark, ...], bengkayang: Verdict, m112: Verdict, r003: Verdict
) -> None:
    ballot = replace(GOOD, marks=marks)
    found = tuple(judge(ballot, rules).verdict for rules in (BENGKAYANG, M112, R003))
    assert found == (bengkayang, m112, r003)


@pytest.mark.parametrize("rules", [BENGKAYANG, R003])
def test_where_a_text_is_silent_the_question_is_named(rules: ValidityRules) -> None:
    judgement = judge(replace(GOOD, marks=(on_line(1),)), rules)
    assert len(judgement.questions) == 1
    assert judgement.questions[0].id.endswith("sah atau tidak?")
    assert judgement.questions[0].en.endswith("valid or not?")


def test_permendagri_40_asks_for_the_signature_and_for_one_of_b_to_e() -> None:
    assert places(judge(GOOD, M112)) == {"40.a", "40.b", "40.c"}
    assert places(judge(replace(GOOD, marks=(inside(1), inside(1))), M112)) == {
        "40.a",
        "40.b",
        "40.c",
        "40.d",
    }
    assert places(judge(replace(GOOD, marks=(on_line(1),)), M112)) == {"40.a", "40.e"}
    unsigned = judge(replace(GOOD, signed_by_committee_chair=False), M112)
    assert (unsigned.verdict, places(unsigned)) == (INVALID, {"40.a"})
    unmarked = judge(replace(GOOD, marks=()), M112)
    assert places(unmarked) == {"40.b", "40.c", "40.d", "40.e"}


@pytest.mark.parametrize(
    ("marks", "alternatives"),
    [((inside(1),), {"4", "5"}), ((inside(1), inside(1)), {"4", "5", "6"})],
)
def test_the_rules_of_003_ask_for_five_clauses_and_one_of_4_to_6(
    marks: tuple[Mark, ...], alternatives: set[str]
) -> None:
    judgement = judge(replace(GOOD, marks=marks), R003)
    assert {reason.code for reason in judgement.reasons} == {"1", "2", "3", "7", "8"} | alternatives


@pytest.mark.parametrize(
    ("signed", "verdict", "missing"),
    [
        ((False, True, False), VALID, ()),
        ((False, False, True), VALID, ()),
        ((None, True, None), VALID, ()),
        ((False, False, False), INVALID, ()),
        ((False, None, False), UNDECIDED, ("signed_by_kpps_chair",)),
    ],
)
def test_in_the_rules_of_003_any_of_three_may_have_signed(
    signed: tuple[bool | None, ...], verdict: Verdict, missing: tuple[str, ...]
) -> None:
    chair, kpps, stand_in = signed
    ballot = replace(
        GOOD, signed_by_committee_chair=chair, signed_by_kpps_chair=kpps, signed_by_representative=stand_in
    )
    judgement = judge(ballot, R003)
    assert (judgement.verdict, judgement.missing) == (verdict, missing)


@pytest.mark.parametrize(("rules", "number"), [(BENGKAYANG, 8), (M112, 2), (R003, 8)])
def test_what_nobody_recorded_leaves_a_ballot_undecided(rules: ValidityRules, number: int) -> None:
    judgement = judge(Ballot(), rules)
    assert judgement.verdict is UNDECIDED
    assert len(judgement.missing) == number


def test_one_certain_ground_decides_whatever_else_is_unknown() -> None:
    assert judge(Ballot(damaged=True), BENGKAYANG).verdict is INVALID
    assert judge(Ballot(marks=(inside(1), inside(2))), M112).verdict is INVALID


def test_what_a_regime_does_not_ask_need_not_be_known() -> None:
    assert judge(Ballot(signed_by_committee_chair=True, marks=(inside(3),)), M112).verdict is VALID
