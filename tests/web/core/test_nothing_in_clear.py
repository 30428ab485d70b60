"""No number of a person and no word of a proposal stands open on the disk, whoever wrote it wherever."""

from pathlib import Path

from tests.web.core.conftest import Store
from tests.web.core.reading import rows

HOSTILE = Path(__file__).with_name("hostile.py")
TABLES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table'",
    "postgresql": "SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
}


def open_in(secrets: list[str], where: dict[str, bytes]) -> list[tuple[str, str, bytes]]:
    """Each secret that stands open, with its place and what stands round it."""
    found = []
    for secret in secrets:
        for place, content in where.items():
            at = content.find(secret.encode())
            if at >= 0:
                found.append((secret, place, content[max(0, at - 60) : at + 60]))
    return found


def tables_of(store: Store) -> dict[str, bytes]:
    """Every table, as a dump would write it."""
    address = store.environment["PILKADES_DATABASE"]
    names = [str(name) for (name,) in rows(address, TABLES[address.partition(":")[0]])]
    content = {}
    for name in names:
        cells = [cell for row in rows(address, f'SELECT * FROM "{name}"') for cell in row]  # noqa: S608 -- our own
        content[name] = b"\n".join(
            bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode() for cell in cells
        )
    return content


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below the folder, the database and its journal among them."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_register_filled_through_the_services_lies_closed_on_the_disk(store: Store, tmp_path: Path) -> None:
    held, chair = store.elections[0]
    secrets = store.run(held, chair, program=HOSTILE)
    assert len(secrets) > 20
    tables, files = tables_of(store), files_of(tmp_path)
    assert open_in(secrets, tables) == []
    assert open_in(secrets, files) == []
    assert any(name.startswith("brought/") for name in files)
    # The same look finds what is there: a name is no secret, and an area is what a cover leaves of a number.
    assert open_in(["WARGA"], tables)
    assert open_in(["990102**********"], tables)
