"""Each visitor at each address: who gets it, and that nobody else learns whether it is there."""

import pytest
from django.http.response import HttpResponseBase
from tests.web.site.addresses import ADDRESSES, Address, served
from tests.web.site.world import Visitor, World

DOOR = "/akun/login/"
_NOTHING_HERE = 404
_ONLY_TO_READ, _ONLY_TO_SEND = 405, 405


def test_every_address_has_its_rule_and_every_rule_its_address() -> None:
    found = set(served())
    assert {"without a rule": found - set(ADDRESSES), "without an address": set(ADDRESSES) - found} == {
        "without a rule": set(),
        "without an address": set(),
    }


def _answer(response: HttpResponseBase) -> str:
    """What came back, in one word."""
    where = response.headers.get("Location", "")
    if response.status_code in {301, 302, 303} and where.startswith(DOOR):
        return "door"
    if response.status_code == _NOTHING_HERE:
        return "nothing here"
    return "opens" if response.status_code < 500 and response.status_code != 403 else "breaks"


def _expected(address: Address, visitor: Visitor) -> str:
    if visitor in address.visitors:
        return "opens"
    return "door" if visitor is Visitor.STRANGER and not address.absent else "nothing here"


@pytest.mark.parametrize("name", sorted(name for name, address in ADDRESSES.items() if not address.form))
def test_an_address_opens_to_its_visitors_alone(world: World, name: str) -> None:
    address = ADDRESSES[name]
    where = address.of(name, world)
    found = {visitor: _answer(world.client(visitor).get(where)) for visitor in Visitor}
    assert found == {visitor: _expected(address, visitor) for visitor in Visitor}


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_nobody_else_can_send_anything_there(world: World, name: str) -> None:
    address = ADDRESSES[name]
    where = address.of(name, world)
    others = [visitor for visitor in Visitor if visitor not in address.visitors]
    answers = {visitor: world.client(visitor).post(where) for visitor in others}
    taken = {
        visitor: answer.status_code
        for visitor, answer in answers.items()
        if _answer(answer) not in {"door", "nothing here"} and answer.status_code != _ONLY_TO_READ
    }
    assert taken == {}


@pytest.mark.parametrize("name", sorted(name for name, address in ADDRESSES.items() if address.form))
def test_an_address_for_forms_alone_shows_nothing_when_it_is_only_opened(world: World, name: str) -> None:
    address = ADDRESSES[name]
    where = address.of(name, world)
    for visitor in address.visitors:
        answer = world.client(visitor).get(where)
        assert answer.status_code in {_ONLY_TO_SEND, 302}
