"""No page asks the database more when there is more to show."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.site.addresses import PAGES
from tests.web.site.world import World, grow

from pilkades.web.core.queries import laws, overviews, posted_lists, records, states


def _asked(world: World, name: str) -> list[str]:
    """The queries of one page, with nothing kept from before."""
    address = PAGES[name]
    client, where = world.client(address.by), address.of(name, world)
    records.forget()
    states.forget()
    posted_lists.forget()
    overviews.forget()
    laws.forget()
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(where)
    assert answer.status_code == 200
    return [query["sql"][:160] for query in asked.captured_queries]


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_asks_as_often_for_one_row_as_for_thirty(world: World, name: str) -> None:
    grow(world, 1)
    once = _asked(world, name)
    grow(world, 29)
    assert len(_asked(world, name)) == len(once), once
    assert len(once) <= 25
