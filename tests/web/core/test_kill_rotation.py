"""Keys that are changed half way when the program is killed are changed to the end by the next call."""

import signal
from itertools import islice
from pathlib import Path

from tests.web.core.conftest import Store
from tests.web.core.reading import rows

from pilkades.web.core.vault.keys import Key, Ring
from pilkades.web.core.vault.sealing import key_id

IMPORTER = Path(__file__).with_name("importer.py")
PEOPLE = 6_000


def test_keys_changed_half_way_when_it_is_killed_are_changed_to_the_end(store: Store) -> None:
    held, chair = store.elections[0]
    store.run("bring", held, chair, 1, PEOPLE, program=IMPORTER)
    store.run("work", program=IMPORTER)
    manage = Path(__file__).parents[3] / "manage.py"
    with store.start("rotate_keys", program=manage) as command:
        assert command.stdout is not None
        assert [int(line) for line in islice(command.stdout, 1)] == [2_000]
        command.send_signal(signal.SIGKILL)
    under = keys_in_use(store)
    assert len(under) == 2
    assert sum(under.values()) == PEOPLE
    store.run("rotate_keys", "--resume", program=manage)
    keys = (Path(store.environment["PILKADES_DATA"]) / "voter_keys").read_text().split()
    assert keys_in_use(store) == {Ring(tuple(Key.written(one) for one in keys)).newest.id: PEOPLE}


def keys_in_use(store: Store) -> dict[bytes, int]:
    """How many rows lie under each key, read past Django."""
    found: dict[bytes, int] = {}
    for (sealed,) in rows(store.environment["PILKADES_DATABASE"], "SELECT nik_sealed FROM core_voterrow"):
        assert isinstance(sealed, bytes | memoryview)
        found[key_id(sealed)] = found.get(key_id(sealed), 0) + 1
    return found
