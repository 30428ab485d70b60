"""Decisions on pairs: their order, what stands, what follows, and what contradicts itself."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.register.people import PERMENDAGRI, adult

from pilkades.base.errors import PilkadesError
from pilkades.base.findings import Verdict
from pilkades.register.changes import ChangeKind, RemovalReason, changes, may_touch
from pilkades.register.lists import Entry, ListKind, OrderBy, freeze
from pilkades.register.review import Contradiction, Decided, Decision, Two, groups, removals, standing

MOMENT = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
A, B, C, D = "a", "b", "c", "d"


def decided(*said: tuple[str, str, Decided]) -> list[Decision]:
    return [
        Decision(Two.of(one, other), what, "ketua", MOMENT + timedelta(minutes=at))
        for at, (one, other, what) in enumerate(said)
    ]


def test_the_last_decision_of_a_pair_stands_whichever_person_is_named_first() -> None:
    stands = standing(decided((A, B, Decided.SAME), (B, A, Decided.DIFFERENT)))
    assert {two: decision.decided for two, decision in stands.items()} == {Two(A, B): Decided.DIFFERENT}


def test_an_undone_decision_gives_way_to_the_one_before_and_then_to_none() -> None:
    said = decided((A, B, Decided.ASK), (A, B, Decided.SAME), (A, B, Decided.UNDONE), (A, B, Decided.UNDONE))
    assert standing(said[:3])[Two(A, B)] == said[0]
    assert standing(said) == {}


def test_nothing_is_undone_that_does_not_stand() -> None:
    with pytest.raises(PilkadesError, match="nothing-to-undo"):
        standing(decided((A, B, Decided.SAME), (A, C, Decided.UNDONE)))


def test_nobody_is_a_pair_with_himself() -> None:
    with pytest.raises(PilkadesError, match="pair-of-one"):
        Two.of(A, A)


def test_who_is_the_same_as_the_same_person_belongs_to_the_group() -> None:
    stands = standing(decided((A, B, Decided.SAME), (C, B, Decided.SAME), (A, D, Decided.DIFFERENT)))
    assert [(group.persons, group.contradictions) for group in groups(stands)] == [((A, B, C), ())]


def test_a_contradiction_is_told_with_its_chain_and_nothing_follows_from_the_group() -> None:
    stands = standing(decided((A, B, Decided.SAME), (B, C, Decided.SAME), (A, C, Decided.DIFFERENT)))
    (group,) = groups(stands)
    assert group.contradictions == (Contradiction(Two(A, C), (Two(A, B), Two(B, C))),)
    with pytest.raises(PilkadesError, match="group-contradicted"):
        removals(group, A)


def test_a_contradiction_is_gone_when_one_of_its_decisions_is_undone() -> None:
    said = decided(
        (A, B, Decided.SAME), (B, C, Decided.SAME), (A, C, Decided.DIFFERENT), (B, C, Decided.UNDONE)
    )
    (group,) = groups(standing(said))
    assert (group.persons, group.contradictions) == ((A, B), ())


def test_a_pair_still_to_be_asked_holds_its_group() -> None:
    (group,) = groups(standing(decided((A, B, Decided.SAME), (B, C, Decided.SAME), (A, C, Decided.ASK))))
    with pytest.raises(PilkadesError, match="group-asked"):
        removals(group, B)


def test_the_row_that_stays_is_chosen_and_the_others_leave_as_the_same_person() -> None:
    (group,) = groups(standing(decided((A, B, Decided.SAME), (B, C, Decided.SAME))))
    assert removals(group, B) == {A: RemovalReason.SAME_PERSON, C: RemovalReason.SAME_PERSON}
    with pytest.raises(PilkadesError, match="not-in-group"):
        removals(group, D)


def test_the_reasons_are_those_of_the_change_list() -> None:
    before = freeze(ListKind.DPS, [Entry(person, adult()) for person in (A, B)], [OrderBy.NAME])
    after = freeze(ListKind.DPS, [Entry(A, adult())], [OrderBy.NAME])
    (group,) = groups(standing(decided((A, B, Decided.SAME))))
    (change,) = changes(before, after, removals(group, A))
    assert (change.kind, change.person, change.reason) == (ChangeKind.REMOVED, B, RemovalReason.SAME_PERSON)


def test_a_closed_dpt_is_not_touched_because_two_rows_are_one_person() -> None:
    """Permendagri 112/2014 Ps. 20: only a death is noted."""
    assert may_touch(RemovalReason.SAME_PERSON, PERMENDAGRI.rulebook).verdict is Verdict.VIOLATED


@given(
    st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")).filter(lambda p: p[0] != p[1]))
)
def test_groups_are_the_smallest_sets_that_every_decision_keeps_together(
    pairs: list[tuple[str, str]],
) -> None:
    found = groups(standing(decided(*((one, other, Decided.SAME) for one, other in pairs))))
    of = {person: group for group in found for person in group.persons}
    assert sum(len(group.persons) for group in found) == len(of)
    assert set(of) == {person for pair in pairs for person in pair}
    assert all(of[one] is of[other] for one, other in pairs)
    for group in found:
        joins = {Two.of(*pair) for pair in pairs if pair[0] in group.persons}
        assert len(joins) >= len(group.persons) - 1
