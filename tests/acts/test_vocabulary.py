import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pilkades.acts.act import KINDS, plain, read_fact
from pilkades.acts.payload import OFFICES, Office, Payload, Row, subclasses
from pilkades.base.digest import canonical
from pilkades.base.errors import PilkadesError

ALL = [kind for kind in subclasses(Payload) if not kind.__name__.startswith("_")]
ROWS = Row.__subclasses__()
NEVER_SAID = re.compile(r"\b(curang|palsu|ilegal|gagal|error)", re.IGNORECASE)


@pytest.mark.parametrize("kind", [*ALL, *ROWS], ids=lambda kind: kind.__name__)
def test_a_kind_and_each_of_its_facts_has_a_name_in_both_languages(kind: type[Payload] | type[Row]) -> None:
    labels = [kind.label, *(kind.label_of(fact) for fact in kind.model_fields)]
    assert [label for label in labels if not (label.id.strip() and label.en.strip())] == []


@pytest.mark.parametrize("kind", [*ALL, *ROWS], ids=lambda kind: kind.__name__)
def test_no_name_accuses_anyone(kind: type[Payload] | type[Row]) -> None:
    labels = [kind.label, *(kind.label_of(fact) for fact in kind.model_fields)]
    assert [label for label in labels if NEVER_SAID.search(f"{label.id} {label.en}")] == []


@pytest.mark.parametrize("kind", [*ALL, *ROWS], ids=lambda kind: kind.__name__)
def test_two_facts_of_one_kind_never_share_a_name(kind: type[Payload] | type[Row]) -> None:
    for language in ("id", "en"):
        names = [getattr(kind.label_of(fact), language) for fact in kind.model_fields]
        assert sorted(names) == sorted(set(names))


def test_no_two_kinds_share_the_name_in_files() -> None:
    assert len(KINDS) == len(ALL)


def test_a_kind_says_what_it_is_and_does_not_borrow_its_stages_words() -> None:
    assert [kind.kind() for kind in ALL if "label" not in vars(kind)] == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_two_kinds_share_the_name_that_people_read(language: str) -> None:
    names = [getattr(kind.label, language) for kind in ALL]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("kind", KINDS)
def test_every_fact_is_unknown_until_a_source_states_it(kind: str) -> None:
    empty = KINDS[kind].model_validate({})
    assert set(empty.model_dump().values()) == {None}


def test_every_office_has_a_name_in_both_languages() -> None:
    assert set(OFFICES) == set(Office)
    assert all(name.id and name.en for name in OFFICES.values())


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=5, deadline=None)
@given(data=st.data())
def test_every_fact_comes_back_from_its_plain_form(
    kind: str, raw_value: Callable[[str, str], st.SearchStrategy[object]], data: st.DataObject
) -> None:
    for fact in KINDS[kind].model_fields:
        value = read_fact(kind, fact, data.draw(raw_value(kind, fact)))
        assert value is not None
        assert read_fact(kind, fact, plain(value)) == value
        assert canonical(plain(read_fact(kind, fact, plain(value)))) == canonical(plain(value))


@pytest.mark.parametrize(
    ("kind", "fact", "raw"),
    [
        ("dpt", "voters", -1),
        ("dpt", "voters", True),
        ("dpt", "voters", "1213"),
        ("dpt", "voters", 12.0),
        ("dpt", "date", "2007-02-29"),
        ("dpt", "date", 2007),
        ("dpt", "deaths_noted", 1),
        ("polling", "opened_at", "24:00"),
        ("winner_adopted", "by", "lurah"),
        ("tally", "votes", [{"candidate": "A", "share": 3}]),
    ],
)
def test_a_value_of_another_type_is_refused(kind: str, fact: str, raw: object) -> None:
    with pytest.raises(PilkadesError) as refused:
        read_fact(kind, fact, raw)
    assert refused.value.code == "fact-type"
