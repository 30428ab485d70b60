"""Killing the program half way through a file leaves the register as it was; begun again, it is whole."""

import signal
from itertools import takewhile
from pathlib import Path

from tests.web.core.conftest import Store

IMPORTER = Path(__file__).with_name("importer.py")
# PostgreSQL shares the rule and the code; the whole length is gone through once.
PEOPLE = {"sqlite": 100_000, "postgresql": 6_000}
BEFORE = 10


def state(store: Store, held: int) -> list[str]:
    return store.run("state", held, program=IMPORTER)[0].split()


def test_a_file_killed_half_way_leaves_the_register_as_it_was_and_is_taken_again(store: Store) -> None:
    held, chair = store.elections[0]
    people = PEOPLE[store.environment["PILKADES_DATABASE"].partition(":")[0]]
    store.run("bring", held, chair, 1, BEFORE, program=IMPORTER)
    store.run("work", program=IMPORTER)
    store.run("bring", held, chair, 101, people, program=IMPORTER)
    with store.start("work", program=IMPORTER) as worker:
        assert worker.stdout is not None
        for _ in takewhile(lambda line: int(line.split()[0]) < people // 2, worker.stdout):
            pass
        worker.send_signal(signal.SIGKILL)
    on_it, rows, *files = state(store, held)
    assert (on_it, files) == (str(BEFORE), ["taken", "taking"])
    assert int(rows) >= BEFORE + people // 2
    store.run("work", program=IMPORTER)
    assert state(store, held) == [str(BEFORE + people), str(BEFORE + people), "taken", "taken"]
