import hashlib
import json
from dataclasses import replace

import pytest

from pilkades.acts.record import Record, countersign
from pilkades.acts.record_lines import read_record, write_record
from pilkades.acts.signing import sign
from pilkades.acts.verification import verify
from pilkades.base.errors import FaultyInput


def keys_of(text: str) -> list[str]:
    with pytest.raises(FaultyInput) as faulty:
        read_record(text, "desa.jsonl")
    return [fault.key for fault in faulty.value.faults]


def test_a_record_comes_back_exactly(four: Record, chair_key: bytes) -> None:
    signed = countersign(four, four.acts[0].id, sign(four.acts[0], chair_key))
    assert read_record(write_record(signed), "desa.jsonl") == signed


def test_an_empty_record_comes_back() -> None:
    empty = Record("61.07.05.2003-2007", chain="tps-1")
    assert read_record(write_record(empty), "desa.jsonl") == empty


def test_anyone_can_recompute_the_digests_from_the_lines_alone(four: Record) -> None:
    # Only json and hashlib: what a stranger would write in ten lines.
    header, *lines = write_record(four).splitlines()
    before = hashlib.sha256(header.encode()).hexdigest()
    for line in lines:
        act = json.loads(line)
        stated = act.pop("digest")
        del act["signatures"]
        written = json.dumps(act, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert act["previous"] == before
        assert hashlib.sha256(written.encode()).hexdigest() == stated
        before = stated


def test_another_writing_of_the_same_json_reads_alike(four: Record) -> None:
    header, *lines = write_record(four).splitlines()
    loose = [json.dumps(json.loads(line), indent=None) for line in lines]
    assert read_record("\r\n\r\n".join([header, *loose]), "desa.jsonl") == four


def test_faults_of_every_line_are_named_at_once(four: Record) -> None:
    header, one, two, three, last = write_record(four).splitlines()
    text = "\n".join(
        [
            header,
            one.replace('"value":1213', '"value":"1213"'),
            two[:-1],
            three.replace('"kind":"polling"', '"kind":"coronation"'),
            "null",
            last.replace('"corrects":null', '"corrects":null,"corrects":null'),
        ]
    )
    assert keys_of(text) == ["3", "6:corrects", "2:facts.voters[0].value", "4:kind", "5:"]


@pytest.mark.parametrize(
    "header",
    [
        "",
        "null",
        "[]",
        '{"format":"pilkades-record-2","election":"x","chain":""}',
        '{"format":"pilkades-record-1","election":"","chain":""}',
        '{"format":"pilkades-record-1","election":"x"}',
        '{"format":"pilkades-record-1","election":"x","chain":"","more":1}',
    ],
)
def test_a_first_line_that_is_no_header_is_named(header: str) -> None:
    assert keys_of(header) == ["1"]


def test_a_first_line_that_is_no_json_is_named_once(four: Record) -> None:
    assert keys_of("{" + write_record(four)) == ["1"]


@pytest.mark.parametrize("line", ["{", "NaN", "Infinity", "[" * 100_000, "9" * 5000])
def test_a_line_that_is_no_json_is_named(four: Record, line: str) -> None:
    header = write_record(four).splitlines()[0]
    assert keys_of(f"{header}\n{line}") == ["2"]


def test_nesting_that_python_reads_but_no_record_needs_is_named(four: Record) -> None:
    header = write_record(four).splitlines()[0]
    assert keys_of(f"{header}\n{'[' * 900}{']' * 900}") in (["2"], ["2:"])


def test_a_record_that_was_changed_reads_so_that_it_can_be_checked(four: Record) -> None:
    changed = write_record(four).replace('"value":1213', '"value":1312')
    assert not verify(read_record(changed, "desa.jsonl")).whole


def test_the_same_record_gives_the_same_bytes(four: Record) -> None:
    turned = replace(
        four, acts=tuple(replace(act, facts=dict(reversed(list(act.facts.items())))) for act in four.acts)
    )
    assert write_record(turned) == write_record(four)
