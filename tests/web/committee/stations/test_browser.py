"""The plan with its table, its forms and its comparison, looked at as a phone and a desk see it."""

import pytest
from django.test import Client
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer
from tests.web.committee.conftest import signed_in
from tests.web.core.register import file_of, kk, line, taken
from tests.web.scenes import chair_of, election
from tests.web.site.looking import axe, shape, sideways, too_small

QUERY = "?batas=30&dasar=rapat&tempat=Balai;+ya%0ASekolah;+tidak%0AMasjid&bila=lebih"


def _cookie(client: Client, url: str) -> dict[str, str]:
    (name, morsel), *_ = client.cookies.items()
    return {"name": name, "value": morsel.value, "url": url}


@pytest.mark.usefixtures("transactional_db")
@pytest.mark.parametrize("width", [360, 1280])
def test_the_plan_fits_can_be_touched_and_is_free_of_what_axe_finds(
    live_server: LiveServer, chromium: Browser, width: int
) -> None:
    held = election()
    chair = chair_of(held)
    rows = [line(at, rt=f"{at % 6 + 1:03d}", nokk=f"'{kk(at)}") for at in range(1, 61)]
    taken(chair, held, file_of(rows))
    context = chromium.new_context(viewport={"width": width, "height": 800})
    context.add_cookies([_cookie(signed_in(chair), live_server.url)])  # type: ignore[list-item] # playwright's own dict
    page = context.new_page()
    page.goto(f"{live_server.url}/desa/{held.pk}/rencana-tps/{QUERY}")
    assert page.get_by_role("heading", name="Akibat perubahan ini").is_visible()
    for fold in page.locator("main details").all():
        fold.evaluate("fold => { fold.open = true }")
    assert axe(page) == []
    assert too_small(page) == []
    assert shape(page) == []
    assert not any(sideways(page).values())
    context.close()
