from collections.abc import Callable
from dataclasses import replace

import pytest

from pilkades.acts.act import Act, Source, Standing, Statement
from pilkades.acts.record import Record, append
from pilkades.acts.statements import contradict, statements_of
from pilkades.base.errors import PilkadesError

Draft = Callable[..., Act]


@pytest.fixture
def reported(draft: Draft) -> Record:
    """Two sources on one count, and a third act of the same kind."""
    told = (
        Statement(829, source=Source("hlm. 61", "829 suara sah")),
        Statement(892, Standing.ASSERTED, Source("hlm. 74", "892 suara")),
    )
    record = Record("x")
    for act in (replace(draft(1, "tally"), facts={"valid": told}), draft(2, "tally", valid=829)):
        record = append(record, act, record.head)
    return record


def test_contradicting_sources_stand_side_by_side_with_place_and_quote(reported: Record) -> None:
    stated = statements_of(reported, "tally", "valid")
    assert [(one.value, one.place, one.quote) for one in stated] == [
        (829, "hlm. 61", "829 suara sah"),
        (892, "hlm. 74", "892 suara"),
        (829, "", ""),
    ]
    assert [one.standing for one in stated] == [Standing.SHOWN, Standing.ASSERTED, Standing.SHOWN]
    assert [one.act.id for one in stated] == [reported.acts[0].id] * 2 + [reported.acts[1].id]


def test_they_contradict_when_the_values_differ_and_not_when_the_words_do(reported: Record) -> None:
    stated = statements_of(reported, "tally", "valid")
    assert contradict(stated)
    assert not contradict([stated[0], stated[2]])
    assert not contradict([])


def test_a_day_and_its_month_are_two_statements(draft: Draft) -> None:
    record = Record("x")
    record = append(record, draft(1, date=("2007-05-30", "2007-05")), record.head)
    assert contradict(statements_of(record, "dpt", "date"))


def test_a_corrected_value_gives_way_and_the_correcting_act_is_named(four: Record) -> None:
    (stated,) = statements_of(four, "dpt", "voters")
    assert (stated.value, stated.act, stated.corrected_by) == (1214, four.acts[0], four.acts[1])
    (day,) = statements_of(four, "dpt", "date")
    assert day.corrected_by is None


def test_what_no_source_states_has_no_statement(four: Record) -> None:
    assert statements_of(four, "tally", "votes") == ()
    assert statements_of(four, "rerun", "date") == ()


@pytest.mark.parametrize(
    ("kind", "fact", "code"), [("coronation", "date", "unknown-kind"), ("dpt", "crown", "unknown-fact")]
)
def test_a_fact_that_nobody_declared_is_refused(four: Record, kind: str, fact: str, code: str) -> None:
    with pytest.raises(PilkadesError) as refused:
        statements_of(four, kind, fact)
    assert refused.value.code == code
