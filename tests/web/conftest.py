"""What tests of the web share: a data folder of their own, and a PostgreSQL server of their own."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connections
from django.test import TransactionTestCase
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer
from tests import windows
from tests.web import servers

from pilkades.web.core.queries import laws, overviews, posted_lists, records, states


@pytest.fixture(autouse=True)
def own_data_folder(settings: Settings, tmp_path: Path) -> Path:
    """Papers go to a folder of this test."""
    settings.CONFIG = replace(settings.CONFIG, data=tmp_path)
    return tmp_path


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """No test reads what another left in the caches."""
    records.forget()
    states.forget()
    overviews.forget()
    laws.forget()
    posted_lists.forget()


@pytest.fixture(scope="session")
def live_server(live_server: LiveServer) -> Iterator[LiveServer]:
    """The server of pytest-django; it stops when nobody is on the line any more."""
    yield live_server
    windows.close_all()
    for thread in threading.enumerate():
        if thread.name.endswith("(process_request_thread)"):
            thread.join()


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[servers.Server]:
    """A real PostgreSQL, in a folder of its own, reached through a socket; stopped at the end."""
    if servers.binaries() is None:
        pytest.skip("PostgreSQL is not installed (initdb, pg_ctl): as root, apt-get install postgresql")
    with servers.running() as server:
        yield server


@pytest.fixture(autouse=True, scope="session")
def guards_give_way_to_clearing() -> Iterator[None]:
    """Tests that commit (a live server) end by emptying the tables, which the triggers rightly refuse.

    So the triggers are lifted while Django clears up, and only then.
    """
    clear = TransactionTestCase.__dict__["_fixture_teardown"]

    def lifted(self: TransactionTestCase) -> None:
        with servers.guards_lifted(connections.all()):
            clear(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lifted)
        yield
