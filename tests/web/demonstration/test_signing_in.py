"""One click to be anybody, and nowhere but in a demonstration."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings
from tests.web.demonstration.conftest import NOW
from tests.web.scenes import election, person

from pilkades.web.core.models import Grant, Role, Village
from pilkades.web.demonstration.loading import Loaded
from pilkades.web.shared.models import User

PEOPLE, SIGN_IN = "/demonstrasi/", "/demonstrasi/masuk/"


def pressed(visitor: Client, role: Role, village: str = "") -> str:
    """The page to which the button of that role leads."""
    grants = Grant.objects.filter(role=role)
    held = grants.filter(village__name=village) if village else grants
    answer = visitor.post(SIGN_IN, {"orang": str(held[0].user_id)}, follow=True)
    assert answer.status_code == 200
    assert visitor.session["_auth_user_id"] == str(held[0].user_id)
    return str(answer.request["PATH_INFO"])


def test_a_stranger_finds_everybody_behind_a_button(loaded: Loaded, visitor: Client) -> None:
    page = visitor.get(PEOPLE).content.decode()
    assert loaded.people == User.objects.count()
    for user in User.objects.filter(username__startswith="peragaan-99."):
        assert f'value="{user.pk}"' in page
    for village in Village.objects.all():
        assert f"<h3>{village.name}</h3>" in page


def test_each_role_begins_where_its_work_is(loaded: Loaded, visitor: Client) -> None:
    del loaded
    assert pressed(visitor, Role.COUNTY) == "/kabupaten/"
    assert pressed(visitor, Role.SUPERVISOR) == "/kabupaten/"
    assert pressed(visitor, Role.CAMAT).startswith("/kabupaten/")
    assert pressed(visitor, Role.VILLAGE_CHAIR, "Rekajaya").startswith("/desa/")
    assert pressed(visitor, Role.BPD, "Lamunan").startswith("/desa/")
    assert pressed(visitor, Role.VILLAGE_CHAIR, "Bani Amas").endswith("/temuan/")


def test_the_language_stays_when_one_becomes_somebody_else(loaded: Loaded, visitor: Client) -> None:
    del loaded
    visitor.cookies["django_language"] = "en"
    pressed(visitor, Role.COUNTY)
    assert "Begin here" in visitor.get(PEOPLE).content.decode()


@pytest.mark.parametrize("asked", ["", "0", "999999", "satu"])
def test_nobody_is_behind_a_number_that_is_none(loaded: Loaded, visitor: Client, asked: str) -> None:
    del loaded
    assert visitor.post(SIGN_IN, {"orang": asked}).status_code == 404
    assert "_auth_user_id" not in visitor.session


def test_a_link_signs_nobody_in_and_another_site_cannot_either(loaded: Loaded) -> None:
    del loaded
    chosen = str(User.objects.filter(username__startswith="peragaan-")[0].pk)
    strict = Client(enforce_csrf_checks=True)
    assert strict.get(SIGN_IN, {"orang": chosen}).status_code == 405
    assert strict.post(SIGN_IN, {"orang": chosen}).status_code == 403
    assert "_auth_user_id" not in strict.session


@pytest.mark.parametrize(("shown", "debug"), [(False, True), (True, False), (False, False)])
def test_outside_a_demonstration_neither_page_nor_button_is_there(
    db: None, settings: Settings, visitor: Client, *, shown: bool, debug: bool
) -> None:
    del db
    settings.CONFIG = replace(settings.CONFIG, demonstration=shown, debug=debug)
    user = person()
    assert visitor.get(PEOPLE).status_code == 404
    assert visitor.post(SIGN_IN, {"orang": str(user.pk)}).status_code == 404
    assert "_auth_user_id" not in visitor.session


def test_every_page_of_a_demonstration_says_so(loaded: Loaded, visitor: Client) -> None:
    del loaded
    addresses = [PEOPLE, "/publik/", "/publik/kabupaten/99.01/", "/tidak/ada/"]
    stranger = Client().get("/akun/login/").content.decode()
    assert '<div class="band band-demonstration">' in stranger
    desk = pressed(visitor, Role.VILLAGE_CHAIR, "Rekajaya")
    for address in (*addresses, desk, f"{desk}temuan/", f"{desk}catatan/"):
        page = visitor.get(address).content.decode()
        assert '<div class="band band-demonstration">' in page, address
        assert f'href="{PEOPLE}"' in page, address


def test_no_page_says_so_elsewhere(db: None, visitor: Client) -> None:
    del db
    election()
    for address in ("/publik/", "/akun/login/"):
        assert "DEMONSTRASI" not in visitor.get(address).content.decode()


def test_a_rehearsal_in_a_demonstration_is_told_as_both(loaded: Loaded, visitor: Client) -> None:
    del loaded
    pressed(visitor, Role.VILLAGE_CHAIR, "Bayangsari")
    rehearsal = Village.objects.get(name="Bayangsari").elections.get(rehearsal=True)
    page = visitor.get(f"/desa/{rehearsal.pk}/").content.decode()
    assert "DEMONSTRASI" in page
    assert "MODE LATIHAN" in page


def test_the_page_of_people_asks_three_questions_whatever_their_number(
    loaded: Loaded, visitor: Client
) -> None:
    del loaded
    with CaptureQueriesContext(
        connection,
    ) as few:
        visitor.get(PEOPLE)
    village = Village.objects.get(name="Lamunan")
    for _ in range(30):
        Grant.objects.create(
            user=person(),
            role=Role.BPD,
            village=village,
            starts=NOW,
            until=NOW.replace(year=2030),
            granted_at=NOW,
        )
    with CaptureQueriesContext(connection) as many:
        visitor.get(PEOPLE)
    assert len(few) == len(many) == 3
