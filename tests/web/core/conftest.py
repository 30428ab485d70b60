"""A database of its own for tests whose writers are programs of their own, on SQLite and on PostgreSQL."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from tests.web.servers import Server

ROOT = Path(__file__).parents[3]
WRITER = Path(__file__).with_name("writer.py")
_numbers = count(1)


@dataclass(frozen=True)
class Store:
    """The environment in which a program finds one database with two elections and a chair for each."""

    environment: dict[str, str]
    elections: tuple[tuple[int, int], ...] = ()

    def start(self, *words: object, program: Path = WRITER) -> subprocess.Popen[str]:
        """Start the writer, or another program."""
        return subprocess.Popen(  # noqa: S603 -- our own program with our arguments
            [sys.executable, str(program), *(str(word) for word in words)],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, *words: object, program: Path = WRITER) -> list[str]:
        """Run the writer, or another program, to its end and give back its lines."""
        said, _ = (writer := self.start(*words, program=program)).communicate(timeout=300)
        assert writer.returncode == 0
        return said.splitlines()

    def manage(self, *words: str) -> None:
        """Run a command of manage.py."""
        subprocess.run(  # noqa: S603 -- our own program with our arguments
            [sys.executable, str(ROOT / "manage.py"), *words], cwd=ROOT, env=self.environment, check=True,
            stdout=subprocess.DEVNULL,
        )  # fmt: skip


def _environment(database: str, data: Path) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("PILKADES_")}
    return {
        **own,
        "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
        "PILKADES_CONFIG": "",
        "PILKADES_SECRET_KEY": "x" * 50,
        "PILKADES_DATA": str(data),
        "PILKADES_DATABASE": database,
    }


def _prepared(environment: dict[str, str]) -> Store:
    store = Store(environment)
    store.manage("migrate", "--verbosity=0")
    lines = [line.split() for line in store.run("prepare")]
    return Store(environment, tuple((int(held), int(chair)) for held, chair in lines))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("sqlite-template")
    return _prepared(_environment(f"sqlite:///{folder}/template.sqlite3", folder))


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: Server, tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("postgresql-template")
    return _prepared(_environment(postgresql_server.make("template_of_tests"), folder))


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """A fresh copy of the prepared database, on each engine."""
    template: Store = request.getfixturevalue(f"{request.param}_template")
    if request.param == "sqlite":
        path = tmp_path / "copy.sqlite3"
        shutil.copy(Path(template.environment["PILKADES_DATA"]) / "template.sqlite3", path)
        address = f"sqlite:///{path}"
    else:
        server: Server = request.getfixturevalue("postgresql_server")
        address = server.make(f"copy_{next(_numbers)}", "template_of_tests")
    return Store(_environment(address, tmp_path), template.elections)
