"""No page asks the database more when there is more to show."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from pytest_django.plugin import DjangoDbBlocker
from tests.web.scenes import NOW
from tests.web.site.addresses import PAGES
from tests.web.site.world import World, grow, made

from pilkades.web.core import clock
from pilkades.web.core.queries import laws, overviews, posted_lists, records, states

# Marked, so that there is a database at all.
pytestmark = pytest.mark.django_db
Questions = tuple[list[str], list[str]]


def _asked(world: World, name: str) -> list[str]:
    """The queries of one page, with nothing kept from before."""
    address = PAGES[name]
    client, where = world.client(address.by), address.of(name, world)
    records.forget()
    states.forget()
    posted_lists.forget()
    overviews.forget()
    laws.forget()
    before = transaction.savepoint()
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(where)
    transaction.savepoint_rollback(before)  # what opening it leaves behind is no matter of the next page
    assert answer.status_code == 200, name
    return [query["sql"][:160] for query in asked.captured_queries]


@contextmanager
def _undone_at_the_end() -> Iterator[None]:
    """The transaction of Django's own tests, in which services may open theirs."""
    TestCase.setUpClass()
    try:
        yield
    finally:
        TestCase.tearDownClass()


@pytest.fixture(scope="module")
def asked(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Mapping[str, Questions]:
    """What every page asks in a world with one row of everything, and in the same with thirty.

    The two worlds are made once for all pages: each of them is only looked at, and undone at the end.
    """
    del django_db_setup
    with (
        django_db_blocker.unblock(),
        pytest.MonkeyPatch.context() as patch,
        TemporaryDirectory() as folder,
        _undone_at_the_end(),
    ):
        patch.setattr(clock, "now", lambda: NOW)
        patch.setattr(settings, "CONFIG", replace(settings.CONFIG, data=Path(folder)))
        world = made()
        grow(world, 1)
        once = {name: _asked(world, name) for name in PAGES}
        grow(world, 29)
        often = {name: _asked(world, name) for name in PAGES}
    return {name: (once[name], often[name]) for name in PAGES}


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_asks_as_often_for_one_row_as_for_thirty(asked: Mapping[str, Questions], name: str) -> None:
    once, often = asked[name]
    assert len(often) == len(once), once
    assert len(once) <= 25
