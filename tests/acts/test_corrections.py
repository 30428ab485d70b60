from collections.abc import Callable
from dataclasses import replace

import pytest

from pilkades.acts.act import Act
from pilkades.acts.corrections import current_view, effective_acts
from pilkades.acts.merging import merge
from pilkades.acts.record import Record, append
from pilkades.base.day import Day

Draft = Callable[..., Act]
Named = Callable[[int], str]


def record_of(*acts: Act) -> Record:
    record = Record("x")
    for act in acts:
        record = append(record, act, record.head)
    return record


def values(act: Act, fact: str) -> list[object]:
    return [one.value for one in act.facts.get(fact, ())]


def test_a_correction_changes_the_fact_it_names_and_no_other(four: Record) -> None:
    (dpt, *_) = current_view(four)
    assert values(dpt.effective, "voters") == [1214]
    assert values(dpt.effective, "date") == [Day.parse("2007-05-30")]


def test_the_old_value_and_who_corrected_it_are_kept(four: Record) -> None:
    (dpt, *_) = current_view(four)
    (correction,) = dpt.corrections
    assert correction.fact == "voters"
    assert [one.value for one in correction.before] == [1213]
    assert [one.value for one in correction.after] == [1214]
    assert correction.by == four.acts[1]


def test_nothing_in_the_record_is_rewritten(four: Record) -> None:
    before = four.acts
    current = current_view(four)[0]
    assert four.acts == before
    assert current.act is four.acts[0]
    assert values(current.act, "voters") == [1213]


def test_a_correction_is_no_act_of_its_own_in_the_view(four: Record) -> None:
    assert [current.act.kind for current in current_view(four)] == ["dpt", "polling", "tally"]


def test_an_act_that_nobody_corrected_stands_as_it_was_recorded(four: Record) -> None:
    assert effective_acts(four)[1:] == four.acts[2:]


def test_a_corrected_act_carries_no_digest_that_it_does_not_fit(four: Record) -> None:
    assert effective_acts(four)[0].digest == ""
    assert effective_acts(four)[0].signatures == ()


def test_the_later_of_two_corrections_stands_and_both_are_told(draft: Draft, act_of: Named) -> None:
    record = record_of(
        draft(1, voters=100),
        draft(2, corrects=act_of(1), voters=101),
        draft(3, corrects=act_of(1), voters=102),
    )
    (dpt,) = current_view(record)
    assert values(dpt.effective, "voters") == [102]
    assert [[one.value for one in step.before] for step in dpt.corrections] == [[100], [101]]


def test_a_correction_of_a_correction_reaches_the_first_act(draft: Draft, act_of: Named) -> None:
    record = record_of(
        draft(1, voters=100, deaths_noted=True),
        draft(2, corrects=act_of(1), voters=101),
        draft(3, corrects=act_of(2), voters=102),
        draft(4, corrects=act_of(3), deaths_noted=False),
    )
    (dpt,) = effective_acts(record)
    assert (values(dpt, "voters"), values(dpt, "deaths_noted")) == ([102], [False])


def test_a_correction_may_add_a_fact_that_was_not_stated(draft: Draft, act_of: Named) -> None:
    (dpt,) = current_view(record_of(draft(1, voters=100), draft(2, corrects=act_of(1), date="2007-05-30")))
    assert values(dpt.effective, "date") == [Day.parse("2007-05-30")]
    assert dpt.corrections[0].before == ()


def test_a_withdrawn_fact_is_unknown_again_and_its_old_value_is_kept(draft: Draft, act_of: Named) -> None:
    (dpt,) = current_view(record_of(draft(1, voters=100), draft(2, corrects=act_of(1), voters=())))
    assert "voters" not in dpt.facts
    assert [one.value for one in dpt.corrections[0].before] == [100]
    assert dpt.effective.payload().model_dump()["voters"] is None


def test_a_correction_whose_act_is_not_held_changes_nothing(four: Record) -> None:
    assert current_view(replace(four, acts=four.acts[1:]))[0].corrections == ()


def test_acts_that_correct_each_other_end_no_reader(draft: Draft, act_of: Named) -> None:
    # No record holds this (append refuses it), but a file may.
    ring = (draft(1, corrects=act_of(2), voters=1), draft(2, corrects=act_of(1), voters=2))
    assert current_view(Record("x", ring)) == ()


@pytest.mark.parametrize("turned", [False, True])
def test_two_contents_of_one_correction_stand_side_by_side(
    draft: Draft, act_of: Named, *, turned: bool
) -> None:
    one = record_of(draft(1, voters=100), draft(2, corrects=act_of(1), voters=101))
    other = record_of(draft(1, voters=100), draft(2, corrects=act_of(1), voters=102))
    (dpt,) = effective_acts(merge([other, one] if turned else [one, other]))
    assert sorted(values(dpt, "voters"), key=str) == [101, 102]
    assert dpt.payload().model_dump()["voters"] is None
