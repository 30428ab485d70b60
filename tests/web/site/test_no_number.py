"""No address and no page of the site shows a whole number of a person to whoever only looks."""

import re

import pytest
from tests.web.site.addresses import PAGES
from tests.web.site.world import World

# A digest may hold sixteen digits in a row; its neighbours are letters of the same kind.
SIXTEEN = re.compile(r"(?<![0-9a-f])\d{16}(?![0-9a-f])")


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_and_its_address_hold_no_sixteen_digits(world: World, name: str) -> None:
    address = PAGES[name]
    where = address.of(name, world)
    answer = world.client(address.by).get(where)
    assert SIXTEEN.findall(where + answer.content.decode()) == []
