import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import time

import pytest

from pilkades.acts.act import Act, Actor, Document, Signature, Source, Statement
from pilkades.acts.payload import Office
from pilkades.acts.record import Record, append, countersign, seal
from pilkades.acts.signing import sign
from pilkades.base.day import Day
from pilkades.base.errors import PilkadesError

Draft = Callable[..., Act]

# Written by hand after RFC 8785: keys in order, no spaces, letters as they are.
HEADER = '{"chain":"","election":"x","format":"pilkades-record-1"}'
CANONICAL = (
    '{"actor":{"office":"committee","person":"Bu Ani"},"basis":["pp-16-2026:21(2)"],"corrects":null,'
    '"documents":[{"digest":"' + "ab" * 32 + '","media_type":"application/pdf","name":"DPT – desa"}],'
    '"facts":{"voters":[{"source":{"place":"hlm. 5","quote":"1.213 pemilih"},'
    '"standing":"shown","value":1213}]},'
    '"id":"017f22e2-79b0-7cc3-98c4-dc0c0c07398f","kind":"dpt","previous":"'
    + hashlib.sha256(HEADER.encode()).hexdigest()
    + '","recorded":"2026-11-21T08:00:00+07:00"}'
)


def refusal(record: Record, act: Act, previous: str | None = None) -> str:
    with pytest.raises(PilkadesError) as refused:
        append(record, act, record.head if previous is None else previous)
    return refused.value.code


def test_the_digest_is_sha_256_over_the_canonical_form_written_by_hand() -> None:
    act = Act(
        id="017f22e2-79b0-7cc3-98c4-dc0c0c07398f",
        kind="dpt",
        facts={"voters": (Statement(1213, source=Source("hlm. 5", "1.213 pemilih")),)},
        recorded="2026-11-21T08:00:00+07:00",
        actor=Actor(Office.COMMITTEE, "Bu Ani"),
        documents=(Document("ab" * 32, "application/pdf", "DPT – desa"),),
        basis=("pp-16-2026:21(2)",),
    )
    record = Record("x")
    longer = append(record, act, record.head)
    assert longer.acts[0].digest == hashlib.sha256(CANONICAL.encode()).hexdigest()


def test_each_act_names_the_digest_of_the_one_before_and_the_first_that_of_the_header(four: Record) -> None:
    header = json.dumps(
        {"chain": "", "election": four.election, "format": "pilkades-record-1"}, separators=(",", ":")
    )
    start = hashlib.sha256(header.encode()).hexdigest()
    assert [act.previous for act in four.acts] == [start, *(act.digest for act in four.acts[:3])]
    assert four.head == four.acts[3].digest


def test_two_elections_begin_differently_and_so_do_two_devices() -> None:
    assert len({Record("a").start, Record("b").start, Record("a", chain="tps-1").start}) == 3


def test_appending_leaves_the_given_record_as_it_was(four: Record, draft: Draft) -> None:
    before = four.acts
    assert len(append(four, draft(5), four.head).acts) == 5
    assert four.acts is before


def test_raw_facts_are_stored_with_their_type(draft: Draft) -> None:
    act = replace(draft(1), facts={"date": (Statement("2007-06"),)})
    record = append(Record("x"), act, Record("x").head)
    assert record.acts[0].facts["date"][0].value == Day.parse("2007-06")


def test_the_same_act_twice_changes_nothing(four: Record, draft: Draft) -> None:
    again = draft(1, "dpt", date="2007-05-30", voters=1213)
    assert append(four, again, Record(four.election).head) is four
    assert append(four, four.acts[1], "whatever head the sender saw") is four


def test_the_same_id_with_another_content_is_refused(four: Record, draft: Draft) -> None:
    assert refusal(four, draft(1, "dpt", date="2007-05-30", voters=1215)) == "act-id-taken"
    assert refusal(four, replace(four.acts[1], previous="0" * 64)) == "act-id-taken"
    assert refusal(four, replace(four.acts[1], digest="0" * 64)) == "act-id-taken"


def test_who_has_not_seen_the_last_act_cannot_append(four: Record, draft: Draft) -> None:
    assert refusal(four, draft(5), four.acts[2].digest) == "wrong-previous"
    assert refusal(four, replace(draft(5), previous=four.acts[2].digest)) == "wrong-previous"


def test_an_act_cannot_correct_one_that_is_not_there(
    four: Record, draft: Draft, act_of: Callable[[int], str]
) -> None:
    assert refusal(four, draft(5, "dpt", corrects=act_of(9), voters=1)) == "correction-without-act"
    assert refusal(four, draft(5, "dpt", corrects=act_of(5), voters=1)) == "correction-without-act"


def test_an_act_cannot_correct_one_of_another_kind(
    four: Record, draft: Draft, act_of: Callable[[int], str]
) -> None:
    assert refusal(four, draft(5, "dpt", corrects=act_of(3), voters=1)) == "correction-of-another-kind"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"kind": "coronation", "facts": {}}, "unknown-kind"),
        ({"kind": "coronation"}, "unknown-kind"),
        ({"facts": {"crown": (Statement(1),)}}, "unknown-fact"),
        ({"facts": {"voters": (Statement("many"),)}}, "fact-type"),
        ({"facts": {"voters": (Statement(None),)}}, "fact-not-stated"),
        ({"facts": {"voters": ()}}, "fact-not-stated"),
        ({"facts": {"voters": (Statement(2**53),)}}, "not-canonical"),
        ({"facts": {"place": (Statement("\ud800"),)}}, "not-canonical"),
        ({"basis": ("\ud800",)}, "not-canonical"),
        ({"id": "1"}, "act-id"),
        ({"recorded": "2026-11-21T08:00:00"}, "recorded-instant"),
        ({"recorded": "2026-11-21T08:00:00+00:00"}, "recorded-instant"),
        ({"recorded": "yesterday"}, "recorded-instant"),
        ({"documents": (Document("AB" * 32, "text/plain", "x"),)}, "document-digest"),
        ({"digest": "0" * 64}, "digest-differs"),
        ({"signatures": (Signature("0" * 64, "0" * 128),)}, "signature-wrong"),
    ],
)
def test_what_must_not_happen_is_refused(
    four: Record, draft: Draft, change: dict[str, object], code: str
) -> None:
    assert refusal(four, replace(draft(5, voters=3), **change)) == code  # type: ignore[arg-type]  # any one field


def test_a_time_of_day_that_its_notation_would_cut_is_refused(four: Record, draft: Draft) -> None:
    act = replace(draft(5, "polling"), facts={"opened_at": (Statement(time(8, 0, 30)),)})
    assert refusal(four, act) == "fact-not-exact"


def test_a_correction_may_withdraw_a_fact_but_only_one_that_its_kind_has(
    four: Record, draft: Draft, act_of: Callable[[int], str]
) -> None:
    longer = append(four, draft(5, "dpt", corrects=act_of(1), date=()), four.head)
    assert longer.acts[-1].facts == {"date": ()}
    wrong = replace(draft(6, "dpt", corrects=act_of(1)), facts={"crown": ()})
    assert refusal(longer, wrong) == "unknown-fact"


def test_chair_and_secretary_sign_one_act_and_the_chain_stays(
    four: Record, chair_key: bytes, secretary_key: bytes
) -> None:
    act = four.acts[1]
    signed = countersign(four, act.id, sign(act, chair_key))
    signed = countersign(signed, act.id, sign(act, secretary_key))
    assert len(signed.acts[1].signatures) == 2
    assert [one.digest for one in signed.acts] == [one.digest for one in four.acts]
    assert countersign(signed, act.id, sign(act, chair_key)) is signed


def test_a_signature_of_another_act_is_refused(four: Record, chair_key: bytes) -> None:
    with pytest.raises(PilkadesError) as refused:
        countersign(four, four.acts[1].id, sign(four.acts[2], chair_key))
    assert refused.value.code == "signature-wrong"


def test_an_act_that_is_not_there_cannot_be_signed(
    four: Record, chair_key: bytes, act_of: Callable[[int], str]
) -> None:
    with pytest.raises(PilkadesError) as refused:
        countersign(four, act_of(9), sign(four.acts[2], chair_key))
    assert refused.value.code == "no-such-act"


def test_a_signed_act_from_a_device_keeps_its_signature_when_it_is_appended(
    four: Record, chair_key: bytes
) -> None:
    shorter = replace(four, acts=four.acts[:3])
    signed = replace(four.acts[3], signatures=(sign(four.acts[3], chair_key),))
    assert append(shorter, signed, shorter.head).acts[3] == signed


def test_an_act_sent_again_with_one_more_signature_gains_it(four: Record, chair_key: bytes) -> None:
    signed = replace(four.acts[3], signatures=(sign(four.acts[3], chair_key),))
    assert append(four, signed, four.head).acts == (*four.acts[:3], signed)


def test_an_act_sealed_on_the_head_alone_is_the_act_that_the_record_would_append(
    four: Record, draft: Draft, act_of: Callable[[int], str]
) -> None:
    plain, correction = draft(5, date="2007-06-08"), draft(6, "tally", corrects=act_of(4), invalid=13)
    for act in (plain, correction):
        corrected = four.find(act.corrects) if act.corrects else None
        assert seal(act, four.head, corrected) == append(four, act, four.head).acts[-1]


def test_a_correction_is_sealed_only_beside_the_act_that_it_names(
    four: Record, draft: Draft, act_of: Callable[[int], str]
) -> None:
    correction = draft(6, "tally", corrects=act_of(4), invalid=13)
    for beside in (None, four.find(act_of(3))):
        with pytest.raises(PilkadesError, match="correction-without-act"):
            seal(correction, four.head, beside)
