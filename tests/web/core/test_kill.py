"""Killing the program in the middle of a thousand appends loses no acknowledged act."""

import signal
from itertools import islice

from tests.web.core.conftest import Store
from tests.web.core.reading import record_in

from pilkades.acts.verification import verify

ACTS = 1000
# Acknowledged acts of one run after which the program is killed; the last run is left to finish.
KILLS = (1, 2, 57, 190, 333)


def test_a_kill_loses_no_acknowledged_act_and_leaves_a_whole_chain(store: Store) -> None:
    held, chair = store.elections[0]
    address = store.environment["PILKADES_DATABASE"]
    acknowledged: list[str] = []
    for most in (*KILLS, ACTS):
        with store.start("append", held, chair, ACTS) as writer:
            assert writer.stdout is not None
            said = [line.strip() for line in islice(writer.stdout, most)]
            writer.send_signal(signal.SIGKILL)
            # What was written between the last line we read and the kill was acknowledged too.
            said += [line.strip() for line in writer.stdout if line.endswith("\n")]
        acknowledged += said
        record = record_in(address, held)
        checked = verify(record, expected_head=acknowledged[-1])
        assert checked.whole, checked.message
        digests = [act.digest for act in record.acts]
        assert [digest for digest in digests if digest in set(acknowledged)] == acknowledged
        # An act may stand that was committed while its digest was on the way out; at most one for each kill.
        assert len(digests) - len(acknowledged) <= len(KILLS)
    assert len(record_in(address, held).acts) == ACTS


def test_an_election_beside_it_is_untouched(store: Store) -> None:
    (held, chair), (other, _) = store.elections
    store.run("append", held, chair, 3)
    address = store.environment["PILKADES_DATABASE"]
    assert [len(record_in(address, one).acts) for one in (held, other)] == [3, 0]
