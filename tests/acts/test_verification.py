import re
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades.acts.act import Act, Actor, Document, Signature, Statement
from pilkades.acts.json_form import digest_of
from pilkades.acts.payload import Office
from pilkades.acts.record import Record, append, countersign
from pilkades.acts.signing import KeyHolder, public_key, sign
from pilkades.acts.verification import Break, BrokenLink, verify
from pilkades.acts.verification_words import PROBLEMS, REMEDIES

Draft = Callable[..., Act]


def with_act(record: Record, number: int, act: Act) -> Record:
    return replace(record, acts=(*record.acts[: number - 1], act, *record.acts[number:]))


def resealed(act: Act) -> Act:
    return replace(act, digest=digest_of(act))


def broken(record: Record, **settings: object) -> BrokenLink:
    link = verify(record, **settings).broken  # type: ignore[arg-type]  # any of the three settings
    assert link is not None
    return link


def named(link: BrokenLink) -> tuple[int, Break]:
    return link.number, link.what


def test_an_untouched_record_is_whole(four: Record) -> None:
    verification = verify(four, expected_head=four.head)
    assert verification.whole
    assert (verification.acts, verification.head, verification.unsigned) == (4, four.head, (1, 2, 3, 4))
    assert four.head in verification.message.id


def test_an_empty_record_is_whole() -> None:
    assert verify(Record("x")).whole


TAMPERED = {
    "id": "017f22e2-79b0-7cc3-98c4-dc0c0c07398f",
    "kind": "dps",
    "facts": {"voters": (Statement(1312),)},
    "recorded": "2026-11-22T08:00:00+07:00",
    "actor": Actor(Office.BPD),
    "documents": (Document("ab" * 32, "application/pdf", "x"),),
    "basis": ("pp-16-2026:1",),
    "corrects": "017f22e2-79b0-7cc3-98c4-dc0c0c07398f",
    "previous": "0" * 64,
    "digest": "0" * 64,
    "signatures": (Signature("0" * 64, "0" * 128),),
}


def test_every_field_of_an_act_is_tampered_with_below() -> None:
    assert set(TAMPERED) == {field.name for field in fields(Act)}


@pytest.mark.parametrize("number", [1, 2, 3, 4])
@pytest.mark.parametrize("field", TAMPERED)
def test_a_change_of_any_field_is_named_at_its_act(four: Record, number: int, field: str) -> None:
    act = replace(four.acts[number - 1], **{field: TAMPERED[field]})  # type: ignore[arg-type]  # any one field
    what = Break.SIGNATURE if field == "signatures" else Break.CONTENT
    assert named(broken(with_act(four, number, act))) == (number, what)


def test_the_broken_link_is_told_with_number_kind_date_and_what_to_do(four: Record) -> None:
    act = replace(four.acts[2], facts={**four.acts[2].facts, "voted": (Statement(840),)})
    verification = verify(with_act(four, 3, act))
    assert verification.message.id.startswith("Tindakan nomor 3 (pemungutan suara, 7 Juni 2007) tidak cocok")
    assert verification.message.en.startswith("Act number 3 (the polling, 7 June 2007) does not fit")
    assert "salinan saksi" in verification.message.id
    assert "copies of witnesses" in verification.message.en


def test_a_change_with_a_new_digest_shows_at_the_next_act(four: Record) -> None:
    act = resealed(replace(four.acts[1], facts={"voters": (Statement(1300),)}))
    assert named(broken(with_act(four, 2, act))) == (3, Break.MISSING)


def test_a_change_of_the_last_act_with_a_new_digest_shows_against_the_published_head(four: Record) -> None:
    act = resealed(replace(four.acts[3], facts={"valid": (Statement(830),)}))
    changed = with_act(four, 4, act)
    assert verify(changed).whole  # nothing inside the record can tell
    assert named(broken(changed, expected_head=four.head)) == (4, Break.HEAD)


@pytest.mark.parametrize(
    ("number", "link"),
    [(1, (1, Break.START)), (2, (2, Break.MISSING)), (3, (3, Break.MISSING))],
)
def test_an_act_taken_out_shows_where_it_stood(four: Record, number: int, link: tuple[int, Break]) -> None:
    shorter = replace(four, acts=(*four.acts[: number - 1], *four.acts[number:]))
    assert named(broken(shorter)) == link


def test_the_last_act_cut_off_shows_against_the_published_head(four: Record) -> None:
    shorter = replace(four, acts=four.acts[:3])
    assert verify(shorter).whole
    assert named(broken(shorter, expected_head=four.head)) == (3, Break.HEAD)
    assert named(broken(Record(four.election), expected_head=four.head)) == (0, Break.HEAD)


def test_a_record_that_grew_since_its_head_was_published_is_whole(four: Record) -> None:
    assert verify(four, expected_head=four.acts[1].digest).whole
    assert verify(four, expected_head=four.start).whole


@given(st.permutations(range(4)))
def test_any_other_order_is_named(four: Record, order: list[int]) -> None:
    turned = replace(four, acts=tuple(four.acts[place] for place in order))
    first = next((number for number, place in enumerate(order, start=1) if place != number - 1), None)
    link = verify(turned).broken
    assert (link and link.number) == first
    assert link is None or link.what in {Break.ORDER, Break.CORRECTION}


def test_an_act_put_in_between_shows_at_the_act_after_it(four: Record, draft: Draft) -> None:
    forged = resealed(replace(draft(9, voters=5), previous=four.acts[1].digest))
    longer = replace(four, acts=(*four.acts[:2], forged, *four.acts[2:]))
    assert named(broken(longer)) == (4, Break.ORDER)
    assert "nomor 2" in broken(longer).problem.id


def test_an_act_put_before_the_first_shows_at_the_second(four: Record, draft: Draft) -> None:
    forged = resealed(replace(draft(9, voters=5), previous=four.start))
    assert named(broken(replace(four, acts=(forged, *four.acts)))) == (2, Break.ORDER)


@pytest.mark.parametrize("place", [2, 3, 4])
def test_an_act_that_stands_twice_is_named_the_second_time(four: Record, place: int) -> None:
    doubled = replace(four, acts=(*four.acts[:place], four.acts[1], *four.acts[place:]))
    assert named(broken(doubled)) == (place + 1, Break.REPEATED)


def test_an_id_used_again_for_another_act_is_named(four: Record, draft: Draft) -> None:
    again = resealed(replace(draft(1, voters=5), previous=four.head))
    assert named(broken(replace(four, acts=(*four.acts, again)))) == (5, Break.REPEATED)


def test_the_chain_of_another_election_is_named(four: Record) -> None:
    assert named(broken(replace(four, election="61.07.05.2003-2013"))) == (1, Break.START)
    assert named(broken(replace(four, chain="tps-1"))) == (1, Break.START)


def test_a_correction_of_an_act_that_does_not_stand_before_it_is_named(
    four: Record, draft: Draft, act_of: Callable[[int], str]
) -> None:
    for target in (9, 5, 3):
        act = resealed(replace(draft(5, corrects=act_of(target), voters=5), previous=four.head))
        assert named(broken(replace(four, acts=(*four.acts, act)))) == (5, Break.CORRECTION)


def test_a_value_without_a_form_is_named(four: Record) -> None:
    act = replace(four.acts[2], facts={"voted": (Statement(2**53),)})
    assert named(broken(with_act(four, 3, act))) == (3, Break.FORM)


def test_the_first_of_several_broken_links_is_named(four: Record) -> None:
    changed = with_act(four, 2, replace(four.acts[1], basis=("x",)))
    changed = with_act(changed, 4, replace(four.acts[3], basis=("x",)))
    assert named(broken(changed)) == (2, Break.CONTENT)


@pytest.fixture
def signed(four: Record, chair_key: bytes, secretary_key: bytes) -> Record:
    record = four
    for act in four.acts:
        record = countersign(record, act.id, sign(act, chair_key))
        record = countersign(record, act.id, sign(act, secretary_key))
    return record


@pytest.fixture
def keys(chair_key: bytes, secretary_key: bytes) -> dict[str, KeyHolder]:
    return {
        public_key(chair_key): KeyHolder(Office.COMMITTEE_CHAIR, "Ani", date(2026, 1, 1)),
        public_key(secretary_key): KeyHolder(Office.COMMITTEE, "Budi", date(2026, 1, 1)),
    }


def test_a_record_signed_by_trusted_keys_is_whole(signed: Record, keys: dict[str, KeyHolder]) -> None:
    verification = verify(signed, keys=keys, must_be_signed=True)
    assert verification.whole
    assert verification.unsigned == ()


def test_a_signature_moved_from_another_act_is_named(signed: Record) -> None:
    act = replace(signed.acts[2], signatures=signed.acts[1].signatures)
    link = broken(with_act(signed, 3, act))
    assert named(link) == (3, Break.SIGNATURE)
    assert signed.acts[1].signatures[0].key[:16] in link.problem.id


def test_the_second_signature_is_looked_at_too(signed: Record) -> None:
    first, second = signed.acts[2].signatures
    act = replace(signed.acts[2], signatures=(first, replace(second, value="0" * 128)))
    assert named(broken(with_act(signed, 3, act))) == (3, Break.SIGNATURE)


def test_a_signed_act_that_is_changed_and_resealed_is_named_itself(signed: Record) -> None:
    act = resealed(replace(signed.acts[1], facts={"voters": (Statement(1300),)}))
    assert named(broken(with_act(signed, 2, act))) == (2, Break.SIGNATURE)


def test_a_signer_who_is_not_in_the_list_is_named(
    signed: Record, keys: dict[str, KeyHolder], secretary_key: bytes
) -> None:
    del keys[public_key(secretary_key)]
    assert named(broken(signed, keys=keys)) == (1, Break.SIGNER)
    assert verify(signed).whole  # without a list nobody can say whose key it is


@pytest.mark.parametrize(
    ("start", "until"), [(date(2026, 11, 22), None), (date(2026, 1, 1), date(2026, 11, 21))]
)
def test_a_key_outside_its_period_is_named(
    signed: Record, keys: dict[str, KeyHolder], chair_key: bytes, start: date, until: date | None
) -> None:
    keys[public_key(chair_key)] = KeyHolder(Office.COMMITTEE_CHAIR, "Ani", start, until)
    assert named(broken(signed, keys=keys)) == (1, Break.PERIOD)


def test_a_key_of_an_act_without_any_day_is_not_shown_to_be_in_force(
    draft: Draft, keys: dict[str, KeyHolder], chair_key: bytes
) -> None:
    record = Record("x")
    record = append(record, replace(draft(1, voters=3), recorded=""), record.head)
    record = countersign(record, record.acts[0].id, sign(record.acts[0], chair_key))
    assert named(broken(record, keys=keys)) == (1, Break.PERIOD)


def test_an_act_that_must_be_signed_and_is_not_is_named(signed: Record) -> None:
    bare = with_act(signed, 4, replace(signed.acts[3], signatures=()))
    assert named(broken(bare, must_be_signed=True)) == (4, Break.UNSIGNED)
    assert verify(bare).unsigned == (4,)


def test_what_was_not_looked_at_is_said(signed: Record, keys: dict[str, KeyHolder]) -> None:
    assert len(verify(signed).notes) == 2
    assert verify(signed, keys=keys, expected_head=signed.head).notes == ()
    bare = with_act(signed, 4, replace(signed.acts[3], signatures=()))
    (note,) = verify(bare, keys=keys, expected_head=signed.head).notes
    assert note.en == "1 acts bear no digital signature: numbers 4."


def test_every_break_has_words_in_both_languages_that_accuse_nobody() -> None:
    assert set(PROBLEMS) == set(REMEDIES) == {what.value for what in Break}
    for text in (*PROBLEMS.values(), *REMEDIES.values()):
        assert text.id
        assert text.en
        assert not re.search(r"\b(curang|palsu|ilegal|gagal|error)", f"{text.id} {text.en}", re.IGNORECASE)
