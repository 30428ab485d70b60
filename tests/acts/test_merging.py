from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pilkades.acts.act import Act, Statement
from pilkades.acts.json_form import digest_of
from pilkades.acts.merging import Conflict, Merged, merge
from pilkades.acts.record import Record, append, countersign
from pilkades.acts.signing import sign
from pilkades.base.errors import PilkadesError

Draft = Callable[..., Act]
Named = Callable[[int], str]


@pytest.fixture(scope="session")
def device(draft: Draft) -> Callable[..., Record]:
    """A device's chain that holds a polling of so many voters per number."""

    def build(chain: str, *numbers: int, voted: int = 10) -> Record:
        record = Record("x", chain=chain)
        for number in numbers:
            record = append(record, draft(number, "polling", voted=voted), record.head)
        return record

    return build


def conflicts(merged: Merged) -> list[Conflict]:
    return [anomaly.what for anomaly in merged.anomalies]


def test_chains_of_two_devices_are_put_together_by_moment(
    device: Callable[..., Record], act_of: Named
) -> None:
    merged = merge([device("tps-2", 2, 5), device("tps-1", 1, 3, 4)])
    assert [act.id for act in merged.acts] == [act_of(number) for number in (1, 2, 3, 4, 5)]
    assert (merged.election, merged.chains, merged.anomalies) == ("x", ("tps-1", "tps-2"), ())


def test_an_act_never_stands_before_the_one_it_follows_even_if_the_clock_ran_back(
    device: Callable[..., Record], act_of: Named
) -> None:
    merged = merge([device("tps-1", 4, 1), device("tps-2", 2)])
    assert [act.id for act in merged.acts] == [act_of(number) for number in (2, 4, 1)]


def test_sending_twice_changes_nothing(device: Callable[..., Record]) -> None:
    one, other = device("tps-1", 1, 3), device("tps-2", 2)
    assert merge([one, other, one]) == merge([one, other])


def test_a_chain_sent_early_and_again_when_it_has_grown_is_one_chain(device: Callable[..., Record]) -> None:
    early, late = device("tps-1", 1), device("tps-1", 1, 3)
    assert merge([late, early]) == merge([late])


def test_copies_that_differ_in_signatures_are_one_act_with_all_of_them(
    device: Callable[..., Record], chair_key: bytes, secretary_key: bytes
) -> None:
    plain = device("tps-1", 1)
    act = plain.acts[0]
    by_chair = countersign(plain, act.id, sign(act, chair_key))
    by_secretary = countersign(plain, act.id, sign(act, secretary_key))
    merged = merge([by_chair, plain, by_secretary])
    # In the order of the keys in hexadecimal: the secretary's begins with 3d, the chair's with d7.
    assert merged.acts[0].signatures == (sign(act, secretary_key), sign(act, chair_key))
    assert (len(merged.acts), merged.anomalies) == (1, ())


def test_the_same_id_with_another_content_is_kept_and_listed(
    device: Callable[..., Record], act_of: Named
) -> None:
    merged = merge([device("tps-1", 1, voted=10), device("tps-1", 1, voted=11)])
    assert sorted(act.facts["voted"][0].value for act in merged.acts) == [10, 11]
    (anomaly,) = merged.anomalies
    assert (anomaly.what, {act.id for act in anomaly.acts}) == (Conflict.SAME_ID, {act_of(1)})
    assert act_of(1) in anomaly.problem.id
    assert "Semua disimpan" in anomaly.remedy.id


def test_two_acts_of_one_device_after_the_same_act_are_kept_and_listed(
    device: Callable[..., Record], act_of: Named
) -> None:
    merged = merge([device("tps-1", 1, 2), device("tps-1", 1, 3)])
    assert len(merged.acts) == 3
    (anomaly,) = merged.anomalies
    assert anomaly.what is Conflict.FORK
    assert [act.id for act in anomaly.acts] == [act_of(2), act_of(3)]


def test_two_beginnings_of_one_device_are_a_fork_and_those_of_two_devices_are_not(
    device: Callable[..., Record],
) -> None:
    assert conflicts(merge([device("tps-1", 1), device("tps-1", 2)])) == [Conflict.FORK]
    assert conflicts(merge([device("tps-1", 1), device("tps-2", 2)])) == []


def test_an_act_whose_predecessor_was_not_received_is_listed(device: Callable[..., Record]) -> None:
    whole = device("tps-1", 1, 2, 3)
    merged = merge([replace(whole, acts=whole.acts[2:])])
    assert conflicts(merged) == [Conflict.GAP]
    assert merged.acts == whole.acts[2:]
    assert conflicts(merge([replace(whole, acts=whole.acts[2:]), whole])) == []


def test_a_copy_that_does_not_fit_its_digest_is_kept_beside_the_true_one_and_listed(
    device: Callable[..., Record],
) -> None:
    whole = device("tps-1", 1, 2)
    forged = replace(whole.acts[0], facts={"voted": (Statement(99),)})
    merged = merge([whole, replace(whole, acts=(forged, whole.acts[1]))])
    assert len(merged.acts) == 3
    assert sorted(conflicts(merged)) == [Conflict.ALTERED, Conflict.SAME_ID]


def test_a_chain_that_is_altered_everywhere_leaves_a_gap_after_the_altered_act(
    device: Callable[..., Record],
) -> None:
    whole = device("tps-1", 1, 2)
    forged = replace(whole.acts[0], facts={"voted": (Statement(99),)})
    assert conflicts(merge([replace(whole, acts=(forged, whole.acts[1]))])) == [
        Conflict.ALTERED,
        Conflict.GAP,
    ]


def test_a_correction_of_another_devices_act_fits_once_that_act_is_received(
    device: Callable[..., Record], draft: Draft, act_of: Named
) -> None:
    main = Record("x")
    correction = replace(draft(9, "polling", corrects=act_of(1), voted=12), previous=main.start)
    main = replace(main, acts=(replace(correction, digest=digest_of(correction)),))
    assert conflicts(merge([main])) == [Conflict.CORRECTION]
    assert conflicts(merge([main, device("tps-1", 1)])) == []
    other_kind = Record("x", chain="tps-1")
    other_kind = append(other_kind, draft(1, "dpt", voters=3), other_kind.head)
    assert conflicts(merge([main, other_kind])) == [Conflict.CORRECTION]


def test_corrections_that_lead_in_a_ring_are_listed_and_not_lost(draft: Draft, act_of: Named) -> None:
    rings = []
    for chain, own, other in (("tps-1", 1, 2), ("tps-2", 2, 1)):
        empty = Record("x", chain=chain)
        act = replace(draft(own, corrects=act_of(other), voters=own), previous=empty.start)
        rings.append(replace(empty, acts=(replace(act, digest=digest_of(act)),)))
    assert conflicts(merge(rings)) == [Conflict.CORRECTION] * 2


def test_records_of_two_elections_are_not_merged(device: Callable[..., Record]) -> None:
    with pytest.raises(PilkadesError) as refused:
        merge([device("tps-1", 1), replace(device("tps-2", 2), election="y")])
    assert refused.value.code == "another-election"


def test_nothing_cannot_be_merged() -> None:
    with pytest.raises(PilkadesError) as refused:
        merge([])
    assert refused.value.code == "no-records"


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_order_and_repetition_of_sending_never_matter(
    device: Callable[..., Record], data: st.DataObject
) -> None:
    # Chains with shared beginnings, forks, other contents under one id, gaps; any of them sent again.
    numbers = st.lists(st.integers(1, 6), unique=True, max_size=4)
    sent = []
    for _ in range(data.draw(st.integers(1, 4))):
        chain = data.draw(st.sampled_from(["", "tps-1", "tps-2"]))
        record = device(chain, *data.draw(numbers), voted=data.draw(st.sampled_from([10, 11])))
        cut = data.draw(st.integers(0, len(record.acts)))
        sent.append(replace(record, acts=record.acts[cut:]) if data.draw(st.booleans()) else record)
    again = data.draw(st.permutations([*sent, *data.draw(st.lists(st.sampled_from(sent), max_size=3))]))
    once, twice = merge(sent), merge(again)
    assert once == twice
    # Nothing is lost and nothing doubled: the digests are those of a plain union.
    assert sorted(act.digest for act in once.acts) == sorted({act.digest for one in sent for act in one.acts})
    # Each act stands after the one it follows.
    place = {act.digest: number for number, act in enumerate(once.acts)}
    assert all(place.get(act.previous or "", -1) < place[act.digest] for act in once.acts)
