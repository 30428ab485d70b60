"""Serves the site until somebody stops it: the address first, then the tables, then gunicorn."""

import errno
import os
import socket
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import Error, connections
from gunicorn.app.base import BaseApplication
from typing_extensions import override

from pilkades.base.language import Text, same
from pilkades.web.config import Config
from pilkades.web.serving import one_fault
from pilkades.web.serving_faults import (
    DATABASE_CLOSED,
    DATABASE_LOCKED,
    NO_PORT,
    PORT_CLOSED,
    PORT_TAKEN,
)
from pilkades.web.working import beside

_HIGHEST_PORT = 65_535
_WAITING = 128
_THREADS = 8
SERVED = Text("Situs terbuka di {address}", "The site is open at {address}")
STOP = Text("Tekan Ctrl-C untuk berhenti.", "Press Ctrl-C to stop.")
STOPPED = Text(
    "Situs ditutup. Semua yang tercatat tersimpan.", "The site is closed. All that was recorded is kept."
)


def listen(host: str, port: int) -> socket.socket:
    """Take the address, before anything else is done.

    Raises:
        FaultyInput: another program has it, or it cannot be had here.
    """
    if not 1 <= port <= _HIGHEST_PORT:
        raise one_fault("--port", NO_PORT, port=same(str(port)))
    address = f"{host}:{port}"
    try:
        family, kind, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(place)
        listening.listen(_WAITING)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise one_fault("--port", PORT_TAKEN, address=same(address)) from error
        reason = same(error.strerror or type(error).__name__)
        raise one_fault("--port", PORT_CLOSED, address=same(address), reason=reason) from error
    return listening


@contextmanager
def database_in_words() -> Iterator[None]:
    """Turn what a database says when it cannot be used into words with a remedy.

    Raises:
        FaultyInput: it is locked, closed, or cannot be written to.
    """
    try:
        yield
    except (Error, sqlite3.Error) as error:
        reason = str(error).strip().partition("\n")[0]
        if "locked" in reason:
            raise one_fault("database", DATABASE_LOCKED) from error
        raise one_fault("database", DATABASE_CLOSED, reason=same(reason)) from error


def lay_tables(config: Config) -> None:
    """Bring the tables up to date, and gather the files of the pages where they are not read in place."""
    with database_in_words():
        call_command("migrate", verbosity=0, interactive=False)
    (config.data / "static").mkdir(exist_ok=True)
    if not config.debug:
        call_command("collectstatic", verbosity=0, interactive=False)


def address_of(listening: socket.socket, config: Config) -> str:
    """The address to open in a browser."""
    host, port = listening.getsockname()[:2]
    scheme = "https" if config.https and not config.debug else "http"
    return f"{scheme}://{f'[{host}]' if ':' in host else host}:{port}/"


def run(listening: socket.socket, *, workers: int) -> None:
    """Answer requests until SIGINT or SIGTERM; what was being answered is finished first.

    Long work is done by one worker beside the pages, which ends with them.
    """
    connections.close_all()
    mine = os.getpid()
    with beside():
        try:
            _Site(listening, workers).run()
        except SystemExit as ended:
            # Gunicorn's own workers are copies of this process: what follows here is not theirs to do.
            if ended.code or os.getpid() != mine:
                raise


class _Site(BaseApplication):  # type: ignore[misc] # gunicorn ships no types
    """Gunicorn with our application, told by arguments alone: it reads no file and no command line."""

    def __init__(self, listening: socket.socket, workers: int) -> None:
        self._options: dict[str, Any] = {
            "bind": f"fd://{listening.fileno()}",
            "workers": workers,
            "worker_class": "gthread",
            "threads": _THREADS,
            "loglevel": "warning",
            "control_socket_disable": True,
            "proc_name": "pilkades",
        }
        super().__init__()

    @override
    def load_config(self) -> None:
        for name, value in self._options.items():
            self.cfg.set(name, value)

    @override
    def load(self) -> object:
        return get_wsgi_application()


def tell(*lines: str) -> None:
    """Lines on standard output, at once; where nobody reads any more, they go nowhere."""
    try:
        sys.stdout.write("\n".join(lines) + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
