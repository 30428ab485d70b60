"""Every test of core holds on PostgreSQL too; those whose writers are programs run on both by themselves."""

import os
import subprocess
import sys
from pathlib import Path

from tests.web.servers import Server

HERE = Path(__file__).parent
BY_THEMSELVES = {
    "test_kill.py",
    "test_kill_import.py",
    "test_kill_rotation.py",
    "test_two_writers.py",
    "test_on_postgresql.py",
}


def test_every_test_of_core_holds_on_postgresql(postgresql_server: Server) -> None:
    files = sorted(path for path in HERE.glob("test_*.py") if path.name not in BY_THEMSELVES)
    run = subprocess.run(  # noqa: S603 -- our own tests
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-n", "0", "-x", *map(str, files)],
        cwd=HERE.parents[2],
        env={**os.environ, "TEST_DATABASE": postgresql_server.url("tests_of_core")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
