from datetime import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades.count.quorum import (
    ATURAN_003_QUORUM,
    NO_QUORUM,
    PERDA_BENGKAYANG_QUORUM,
    IfMissed,
    Poll,
    QuorumRule,
    Reached,
    assess,
    latest_extension,
    needed,
    reached,
)

CLOSING = datetime(2007, 6, 7, 14)  # noqa: DTZ001 -- local time of the TPS, as Perda Bengkayang Ps. 18(2) gives it


def test_two_thirds_of_the_voters_of_bani_amas_are_653_and_841_came() -> None:
    asked = needed(979, PERDA_BENGKAYANG_QUORUM)
    assert asked is not None
    assert (asked.exact, asked.strict, asked.loose) == (Fraction(1958, 3), 653, 653)
    outcome = reached(841, 979, PERDA_BENGKAYANG_QUORUM)
    assert outcome.reached is Reached.REACHED
    assert (
        "Paling sedikit 2/3 dari 979 adalah 652 2/3; dibulatkan ke atas menjadi 653." in outcome.lines[0].id
    )


@pytest.mark.parametrize(("came", "answer"), [(652, Reached.NOT_REACHED), (653, Reached.REACHED)])
def test_two_thirds_are_reached_at_the_next_whole_voter(came: int, answer: Reached) -> None:
    assert reached(came, 979, PERDA_BENGKAYANG_QUORUM).reached is answer


def test_half_plus_one_of_797_is_399_and_a_half_so_400_and_both_readings_are_shown() -> None:
    asked = needed(797, ATURAN_003_QUORUM)
    assert asked is not None
    assert (asked.exact, asked.strict, asked.loose) == (Fraction(799, 2), 400, 399)
    assert "adalah 399 1/2;" in asked.explanation.id
    assert "cukup 399" in asked.explanation.id
    assert "399 is enough" in asked.explanation.en


@pytest.mark.parametrize(
    ("came", "answer"),
    [(398, Reached.NOT_REACHED), (399, Reached.AMBIGUOUS), (400, Reached.REACHED), (553, Reached.REACHED)],
)
def test_between_the_two_readings_the_quorum_is_ambiguous(came: int, answer: Reached) -> None:
    assert reached(came, 797, ATURAN_003_QUORUM).reached is answer


def test_half_plus_one_of_an_even_number_has_one_reading() -> None:
    asked = needed(800, ATURAN_003_QUORUM)
    assert asked is not None
    assert (asked.strict, asked.loose) == (401, 401)
    assert "399" not in asked.explanation.id


@pytest.mark.parametrize(("came", "registered"), [(None, 979), (841, None), (None, None)])
def test_an_unknown_number_leaves_the_quorum_unknown(came: int | None, registered: int | None) -> None:
    assert reached(came, registered, PERDA_BENGKAYANG_QUORUM).reached is Reached.UNKNOWN


def test_what_is_needed_is_said_even_when_nobody_knows_how_many_came() -> None:
    lines = [line.id for line in reached(None, 979, PERDA_BENGKAYANG_QUORUM).lines]
    assert "653" in lines[0]
    assert lines[-1] == "Jumlah pemilih yang datang tidak diketahui."
    (unknown,) = reached(841, None, PERDA_BENGKAYANG_QUORUM).lines
    assert unknown.id == "Jumlah pemilih dalam DPT tidak diketahui."


def test_national_law_knows_no_quorum() -> None:
    assert reached(1, 979, NO_QUORUM).reached is Reached.NO_RULE
    assert needed(979, NO_QUORUM) is None


def test_bengkayang_may_extend_by_two_hours_and_003_by_one() -> None:
    assert latest_extension(CLOSING, PERDA_BENGKAYANG_QUORUM) == CLOSING.replace(hour=16)
    assert latest_extension(CLOSING, ATURAN_003_QUORUM) == CLOSING.replace(hour=15)
    assert latest_extension(CLOSING, NO_QUORUM) is None


def test_a_quorum_reached_at_closing_needs_no_extension() -> None:
    outcome = assess(Poll(979, 841, CLOSING), PERDA_BENGKAYANG_QUORUM)
    assert outcome.reached is Reached.REACHED
    assert not any("diperpanjang" in line.id for line in outcome.lines)


def test_a_quorum_may_be_reached_in_the_extension() -> None:
    poll = Poll(979, 600, CLOSING, CLOSING.replace(hour=16), 653)
    outcome = assess(poll, PERDA_BENGKAYANG_QUORUM)
    assert outcome.reached is Reached.REACHED
    assert any("16.00" in line.id for line in outcome.lines)
    assert not any("melewati batas" in line.id for line in outcome.lines)


def test_a_quorum_missed_after_the_extension_leaves_the_election_valid_in_bengkayang() -> None:
    outcome = assess(Poll(979, 600, CLOSING, CLOSING.replace(hour=16), 652), PERDA_BENGKAYANG_QUORUM)
    assert outcome.reached is Reached.NOT_REACHED
    assert "hasilnya sah (Ps. 24 ayat (3))" in outcome.lines[-1].id


def test_where_no_text_says_what_follows_nothing_is_invented() -> None:
    rule = QuorumRule(share=Fraction(1, 2), extension_hours=1, if_missed=IfMissed.NOT_STATED)
    outcome = assess(Poll(100, 10, CLOSING, CLOSING.replace(hour=15), 20), rule)
    assert "tidak menyebut akibat" in outcome.lines[-1].id


def test_an_extension_beyond_its_limit_is_pointed_out() -> None:
    poll = Poll(797, 100, CLOSING, CLOSING.replace(hour=15, minute=1), 400)
    outcome = assess(poll, ATURAN_003_QUORUM)
    assert any("melewati batas" in line.id for line in outcome.lines)


def test_a_missed_quorum_without_an_extension_says_until_when_it_may_be_extended() -> None:
    outcome = assess(Poll(797, 100, CLOSING), ATURAN_003_QUORUM)
    assert outcome.reached is Reached.NOT_REACHED
    assert "paling lama 1 jam" in outcome.lines[-1].id
    assert "15.00" in outcome.lines[-1].id


@given(st.integers(0, 5000), st.integers(1, 12), st.integers(1, 12), st.booleans())
def test_the_needed_number_is_the_first_whole_number_at_or_above_the_share(
    registered: int,
    part: int,
    whole: int,
    plus_one: bool,  # noqa: FBT001 -- hypothesis gives it
) -> None:
    rule = QuorumRule(share=Fraction(part, whole), plus_one=plus_one)
    asked = needed(registered, rule)
    assert asked is not None
    target = part * registered + (whole if plus_one else 0)
    assert asked.strict * whole >= target > (asked.strict - 1) * whole
    assert asked.strict - asked.loose in ({0, 1} if plus_one else {0})
