"""The worker beside the pages: started with the site, ended with it, started anew when it goes down.

Three processes: the site, a guard that only waits, and the worker. The guard holds the reading end of a pipe
whose writing end the site holds: when the site ends, in whatever way, the pipe closes and the worker goes.
All that the worker does can be broken off at any moment; the next one begins it again (`core.work.sweep`).
"""

import fcntl
import logging
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pilkades.web.config import Config

GUARD, WORKER = "work", "work-now"
LOCK = "worker.lock"
# How often the queue is asked; long work waits this long at most before it begins.
INTERVAL = 2.0
_BETWEEN_STARTS = 5.0
_PATIENCE = 15.0
_COMMAND = (sys.executable, "-m", "pilkades.web")


@contextmanager
def beside() -> Iterator[None]:
    """Run the worker for as long as this lasts, in this process: copies of it leave the worker alone."""
    mine = os.getpid()
    guard = subprocess.Popen([*_COMMAND, GUARD], stdin=subprocess.PIPE)  # noqa: S603 -- our own program
    try:
        yield
    finally:
        if os.getpid() == mine and guard.stdin is not None:
            guard.stdin.close()
            guard.wait()


def guard() -> int:
    """Keep one worker running until the standard input ends."""
    for number in (signal.SIGINT, signal.SIGTERM):
        # The site hears these itself and then closes the pipe.
        signal.signal(number, signal.SIG_IGN)
    worker, ended = _started(), 0.0
    while True:
        heard, _, _ = select.select([sys.stdin], [], [], 1.0)
        if heard and not os.read(sys.stdin.fileno(), 1):
            _end(worker)
            return 0
        if worker.poll() is None:
            continue
        ended = ended or time.monotonic()
        if time.monotonic() - ended >= _BETWEEN_STARTS:
            worker, ended = _started(), 0.0


def work(config: Config) -> int:
    """Begin again what was left open, then do what waits, until told to end; Django is set up."""
    # They need Django's applications, which are there only now.
    from django_tasks_db.management.commands.db_worker import Worker  # noqa: PLC0415

    from pilkades.web.core.work import sweep  # noqa: PLC0415

    logging.getLogger("django_tasks_db").setLevel(logging.ERROR)
    worker = Worker(
        queue_names=["default"],
        interval=INTERVAL,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="beside the pages",
        excluded_queue_names=[],
    )
    worker.configure_signals()
    with _alone(config.data / LOCK):
        sweep()
        worker.run()
    return 0


def _started() -> subprocess.Popen[bytes]:
    return subprocess.Popen([*_COMMAND, WORKER], stdin=subprocess.DEVNULL)  # noqa: S603 -- our own program


def _end(worker: subprocess.Popen[bytes]) -> None:
    """Ask twice: once to stop waiting, once to leave what is being done; then make it."""
    for number in (signal.SIGTERM, signal.SIGTERM, signal.SIGKILL):
        if worker.poll() is not None:
            return
        worker.send_signal(number)
        try:
            worker.wait(_PATIENCE if number == signal.SIGKILL else 1.0)
        except subprocess.TimeoutExpired:
            continue


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Wait until no other worker of this folder is left: two would sweep away each other's work."""
    with lock.open("w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
