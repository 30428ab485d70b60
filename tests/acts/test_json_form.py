import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pilkades.acts.act import KINDS, Act, Actor, Document, Signature, Source, Standing, Statement, read_fact
from pilkades.acts.identity import uuid7
from pilkades.acts.json_form import content, digest_of, to_json
from pilkades.acts.payload import Office
from pilkades.acts.reading import from_json
from pilkades.acts.record import Record
from pilkades.base.errors import FaultyInput
from pilkades.base.language import Language

Raw = Callable[[str, str], st.SearchStrategy[object]]
WORDS = st.text(max_size=12)
HEX = st.binary(min_size=32, max_size=32).map(bytes.hex)
IDS = st.builds(uuid7, st.integers(0, 2**48 - 1), st.binary(min_size=10, max_size=10))
OPTIONAL_IDS = st.none() | IDS


def any_act(data: st.DataObject, kind: str, raw_value: Raw) -> Act:
    """An act of the kind with some of its facts, each stated one to three times."""
    names = data.draw(st.lists(st.sampled_from(sorted(KINDS[kind].model_fields)), unique=True, max_size=6))
    sources = st.none() | st.builds(Source, WORDS, WORDS)
    facts = {}
    for name in names:
        values = data.draw(st.lists(raw_value(kind, name), min_size=1, max_size=3))
        facts[name] = tuple(
            Statement(read_fact(kind, name, value), data.draw(st.sampled_from(Standing)), data.draw(sources))
            for value in values
        )
    return Act(
        id=data.draw(IDS),
        kind=kind,
        facts=facts,
        recorded=data.draw(st.sampled_from(["", "2026-11-21T08:00:00+07:00", "2026-11-21T10:00:00+09:00"])),
        actor=data.draw(st.none() | st.builds(Actor, st.sampled_from(Office), WORDS)),
        documents=tuple(data.draw(st.lists(st.builds(Document, HEX, WORDS, WORDS), max_size=2))),
        basis=tuple(data.draw(st.lists(WORDS, max_size=2))),
        corrects=data.draw(OPTIONAL_IDS),
        previous=data.draw(st.none() | HEX),
        digest=data.draw(st.just("") | HEX),
        signatures=tuple(data.draw(st.lists(st.builds(Signature, HEX, HEX), max_size=2))),
    )


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_an_act_of_any_kind_comes_back_exactly(kind: str, raw_value: Raw, data: st.DataObject) -> None:
    act = any_act(data, kind, raw_value)
    back = from_json(json.loads(json.dumps(to_json(act))))
    assert back == act
    assert digest_of(back) == digest_of(act)


def test_the_digest_covers_all_but_the_digest_and_the_signatures(four: Record) -> None:
    act = four.acts[0]
    assert set(to_json(act)) - set(content(act)) == {"digest", "signatures"}


def test_a_withdrawal_comes_back(draft: Callable[..., Act], act_of: Callable[[int], str]) -> None:
    act = draft(2, "dpt", corrects=act_of(1), voters=())
    assert from_json(to_json(act)) == act


def keys_of(data: object) -> list[str]:
    with pytest.raises(FaultyInput) as faulty:
        from_json(data, "desa.jsonl", 7)
    for fault in faulty.value.faults:
        assert fault.file == "desa.jsonl"
        assert all(fault.to(language).strip() for language in Language)
        assert all((fault.problem.id, fault.problem.en, fault.remedy.id, fault.remedy.en))
    return [fault.key for fault in faulty.value.faults]


@pytest.fixture
def written(four: Record) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(json.dumps(to_json(four.acts[2])))
    return read


@pytest.mark.parametrize("key", sorted(to_json(Act("", "dpt", {}))))
def test_a_key_left_out_is_named(written: dict[str, Any], key: str) -> None:
    del written[key]
    assert keys_of(written) == [f"7:{key}"]


def test_a_key_that_is_not_known_is_named(written: dict[str, Any]) -> None:
    assert keys_of({**written, "note": "x"}) == ["7:note"]


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("voted", "841"),
        ("voted", -1),
        ("voted", True),
        ("voted", 841.5),
        ("voted", None),
        ("opened_at", "08.00"),  # it reads, but another digest would come out
        ("opened_at", "8:00"),
        ("date", "7 Juni 2007"),
        ("date", "2007-02-30"),
        ("direct", 1),
        ("day_set_by", "lurah"),
        ("crown", 1),
    ],
)
def test_a_value_that_does_not_fit_its_fact_is_named(
    written: dict[str, Any], fact: str, value: object
) -> None:
    written["facts"][fact] = [{"value": value, "standing": "shown", "source": None}]
    key = f"7:facts.{fact}" if fact == "crown" else f"7:facts.{fact}[0].value"
    assert keys_of(written) == [key]


def test_a_row_with_an_empty_field_is_not_in_the_form_of_a_record(four: Record) -> None:
    written: dict[str, Any] = json.loads(json.dumps(to_json(four.acts[3])))
    rows = [{"candidate": "A", "votes": None}]
    written["facts"]["votes"] = [{"value": rows, "standing": "shown", "source": None}]
    assert keys_of(written) == ["7:facts.votes[0].value"]


def test_every_fault_is_named_at_once(written: dict[str, Any]) -> None:
    written["id"] = "1"
    written["recorded"] = "2026-11-21"
    written["documents"] = [{"digest": "x", "media_type": "text/plain", "name": "x"}]
    written["facts"]["voted"][0]["value"] = "841"
    written["facts"]["secret"] = []
    assert keys_of(written) == [
        "7:id",
        "7:recorded",
        "7:documents[0].digest",
        "7:facts.voted[0].value",
        "7:facts.secret",
    ]


@pytest.mark.parametrize(
    ("key", "value", "named"),
    [
        ("kind", "coronation", "7:kind"),
        ("actor", {"office": "lurah", "person": ""}, "7:actor.office"),
        ("basis", "pp-16-2026:1", "7:basis"),
        ("basis", [1], "7:basis[0]"),
        ("signatures", [{"key": "x"}], "7:signatures[0].value"),
        (
            "facts",
            {"voted": [{"value": 1, "standing": "sworn", "source": None}]},
            "7:facts.voted[0].standing",
        ),
        ("basis", ["\ud800"], "7:"),
        ("basis", [2**53], "7:"),
    ],
)
def test_an_outer_form_that_does_not_fit_is_named(
    written: dict[str, Any], key: str, value: object, named: str
) -> None:
    assert keys_of({**written, key: value}) == [named]


@pytest.mark.parametrize("data", [None, [], "act", 7, 1.5])
def test_what_is_no_object_is_no_act(data: object) -> None:
    assert keys_of(data) == ["7:"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_remedy_for_a_wrong_value_says_how_to_write_it(kind: str, written: dict[str, Any]) -> None:
    for fact in KINDS[kind].model_fields:
        wrong = {fact: [{"value": {"?": "?"}, "standing": "shown", "source": None}]}
        with pytest.raises(FaultyInput) as faulty:
            from_json({**written, "kind": kind, "facts": wrong})
        (fault,) = faulty.value.faults
        assert KINDS[kind].label_of(fact).id in fault.problem.id
        assert "{" not in fault.remedy.id or "[{...}]" in fault.remedy.id or '{"nama": 3}' in fault.remedy.id
