"""A PostgreSQL server for tests, and the lifting of triggers while tables are cleared."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from django.db.backends.base.base import BaseDatabaseWrapper

DEBIAN = Path("/usr/lib/postgresql")
UNPRIVILEGED = "nobody"  # PostgreSQL refuses to run as root


@dataclass(frozen=True)
class Server:
    """A running server: the folder of its socket."""

    socket: Path

    def url(self, database: str) -> str:
        """The address of a database, as the configuration writes it."""
        return f"postgresql://pilkades@/{database}?host={self.socket}"

    def make(self, database: str, template: str = "template1") -> str:
        """Make a database, by copying another, and say its address."""
        with psycopg.connect(
            f"host={self.socket} user=pilkades dbname=postgres", autocommit=True
        ) as connection:
            connection.execute(f'CREATE DATABASE "{database}" TEMPLATE "{template}"')
        return self.url(database)


def binaries() -> Path | None:
    """The folder of initdb and pg_ctl: on the path, or where Debian keeps its newest."""
    found = shutil.which("initdb")
    if found is not None:
        return Path(found).resolve().parent
    folders = sorted(DEBIAN.glob("*/bin"), key=lambda folder: int(folder.parent.name))
    return folders[-1] if folders else None


@contextmanager
def running() -> Iterator[Server]:
    """Start a server as an unprivileged person, on a socket alone, and stop it at the end."""
    folder = Path(tempfile.mkdtemp(prefix="pk-pg-"))
    user = UNPRIVILEGED if os.geteuid() == 0 else None
    if user is not None:
        shutil.chown(folder, user)
    data, bin_ = folder / "data", binaries()
    assert bin_ is not None
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c max_connections=50"
    try:
        _run(user, bin_ / "initdb", "-D", data, "-U", "pilkades", "-A", "trust", "-E", "UTF8", "--locale=C")
        _run(user, bin_ / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
        yield Server(folder)
    finally:
        if (data / "postmaster.pid").exists():
            _run(user, bin_ / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _run(user: str | None, *command: str | Path) -> None:
    subprocess.run(  # noqa: S603 -- PostgreSQL's own programs with our arguments
        [str(part) for part in command], check=True, user=user, cwd="/", stdout=subprocess.DEVNULL
    )


@contextmanager
def guards_lifted(connections: Iterable[BaseDatabaseWrapper]) -> Iterator[None]:
    """Take our triggers away and lay them again."""
    with ExitStack() as stack:
        for connection in connections:
            stack.enter_context(_lifted(connection))
        yield


@contextmanager
def _lifted(connection: BaseDatabaseWrapper) -> Iterator[None]:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            triggers = cursor.fetchall()
            off = [f'DROP TRIGGER "{name}"' for name, _ in triggers]
            on = [sql for _, sql in triggers]
        else:
            cursor.execute("SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal")
            tables = [row[0] for row in cursor.fetchall()]
            off = [f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in tables]
            on = [f"ALTER TABLE {table} ENABLE TRIGGER USER" for table in tables]
        for statement in off:
            cursor.execute(statement)
    yield
    with connection.cursor() as cursor:
        for statement in on:
            cursor.execute(statement)
