"""The worker beside the pages: it does what waits, and goes with the site."""

import fcntl
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tests.web.test_serving import PATIENCE, earnest, free_port, running

ROOT = Path(__file__).parents[2]
CORE = Path(__file__).with_name("core")


def said(environment: dict[str, str], program: str, *words: str) -> list[str]:
    return subprocess.run(  # noqa: S603 -- our own programs
        [sys.executable, str(CORE / program), *words],
        cwd=ROOT, env=environment, check=True, capture_output=True, text=True, timeout=4 * PATIENCE,
    ).stdout.splitlines()  # fmt: skip


def test_a_file_is_read_by_the_worker_that_the_site_starts_and_ends(tmp_path: Path) -> None:
    environment = earnest(tmp_path)
    environment["PYTHONPATH"] = f"{ROOT}:{environment.get('PYTHONPATH', '')}"
    with running(environment, "serve", "--port", free_port()) as (process, _):
        held, chair = said(environment, "writer.py", "prepare")[0].split()
        assert said(environment, "importer.py", "awaited", held, chair, "5") == ["ready 5"]
        process.send_signal(signal.SIGTERM)
        told, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert told.splitlines()[-1] == "Situs ditutup. Semua yang tercatat tersimpan."
    # The worker held the site's lock until it went; who can have it now knows that no worker is left.
    with (tmp_path / "worker.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    with closing(sqlite3.connect(tmp_path / "pilkades.sqlite3")) as file:
        assert file.execute("SELECT state FROM core_job").fetchall() == [("done",)]
