"""Nothing of a voter stands in logs or error pages, whatever goes wrong."""

import io
import logging
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import RequestFactory
from django.test.client import Client
from django.urls import reverse
from django.views.debug import technical_500_response
from pytest_django import Settings
from tests.web.core.register import brought, do_the_work, file_of, line, nik, people, taken
from tests.web.scenes import NOW, chair_of, election

from pilkades.base.errors import PilkadesError
from pilkades.register.nik import Nik
from pilkades.register.voter import Voter
from pilkades.web.core.error_reports import CoverNumbers
from pilkades.web.core.models import VoterRow
from pilkades.web.core.queries.voters import Wanted, page_of
from pilkades.web.core.services.add_voter import add_voter
from pilkades.web.core.services.take_import import take_import
from pilkades.web.core.vault.covering import covered

NUMBER = nik(1, "120180")
NAME = "SITI AMINAH RAHASIA"
SIXTEEN = re.compile(r"(?<!\d)\d{16}(?!\d)")


class Written(logging.StreamHandler[io.StringIO]):
    """What our own handlers would write."""

    def __init__(self) -> None:
        super().__init__(io.StringIO())
        self.addFilter(CoverNumbers())


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    handler = Written()
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield handler.stream
    root.removeHandler(handler)
    root.setLevel(before)


def test_every_handler_of_the_site_covers_numbers() -> None:
    held: dict[str, Any] = settings.LOGGING
    for handler in held["handlers"].values():
        assert handler["filters"] == ["cover"]
    used = [name for one in (*held["loggers"].values(), held["root"]) for name in one["handlers"]]
    assert set(used) <= set(held["handlers"])


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (f"NIK {NUMBER} ganda", "NIK 990102********** ganda"),
        ("99.01.02.120180.0001", "990102**********"),
        ("12-05-1980", "12-05-1980"),
        ("Surat 141/23/2026", "Surat 141/23/2026"),
        ("9901 0212 0180 0001", "990102**********"),
    ],
)
def test_long_numbers_are_covered_and_dates_are_not(words: str, shown: str) -> None:
    assert covered(words) == shown


def test_a_log_line_covers_numbers_of_words_values_and_tracebacks(written: io.StringIO) -> None:
    log = logging.getLogger("pilkades.test")
    log.warning("sent %s", NUMBER)
    try:
        _breaks(VoterRow(name=NAME), NUMBER)
    except ValueError:
        log.exception("broke off")
    assert "sent 990102**********" in written.getvalue()
    assert "ValueError: no place for 990102" in written.getvalue()
    assert SIXTEEN.findall(written.getvalue()) == []


@pytest.mark.django_db
def test_imports_that_go_wrong_in_every_way_log_nothing_of_a_voter(
    written: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = election()
    chair = chair_of(held)
    brought(chair, held, file_of([line(1, NAME, tanggallahir=NUMBER, rt=NUMBER), line(2, nik=f"{NUMBER}9")]))
    taken(chair, held, file_of([line(1, NAME)]))
    made = brought(chair, held, people(2, first=5))

    def broken(*_: object) -> None:
        raise ValueError(f"{NAME} {NUMBER}")

    with monkeypatch.context() as patch:
        patch.setattr("pilkades.web.core.services.take_import._write", broken)
        take_import(chair, held.pk, made.pk, at=NOW)
        do_the_work()
    with pytest.raises(PilkadesError) as told:
        add_voter(chair, held.pk, Voter(name=NAME, nik=Nik.parse(NUMBER)), at=NOW)
    logging.getLogger("pilkades.test").error("refused: %s", told.value)
    page_of(held, Wanted(NUMBER))
    assert "broke off: ValueError at" in written.getvalue()
    assert NAME not in written.getvalue()
    assert SIXTEEN.findall(written.getvalue()) == []


@pytest.mark.django_db
@pytest.mark.parametrize("debug", [True, False])
def test_an_error_page_shows_nothing_that_was_sent_or_held(settings: Settings, *, debug: bool) -> None:
    settings.DEBUG = debug
    request = RequestFactory().post("/desa/1/daftar-pemilih/", {"nik": NUMBER, "nama": NAME})
    request.POST  # noqa: B018 -- read before the view breaks, as views do
    for accept in ("text/html", "text/plain"):
        request.META["HTTP_ACCEPT"] = accept
        try:
            _breaks(VoterRow(name=NAME), NUMBER)
        except ValueError as error:
            page = technical_500_response(request, type(error), error, error.__traceback__)
        content = page.content.decode()
        assert "ValueError" in content
        assert NAME not in content
        assert SIXTEEN.findall(content) == []


def _breaks(row: VoterRow, number: str) -> None:
    name = row.name
    raise ValueError(f"no place for {number} ({len(name)})")


@pytest.mark.django_db
def test_the_page_that_people_see_when_something_breaks_says_nothing_of_them(
    monkeypatch: pytest.MonkeyPatch, written: io.StringIO
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError(NUMBER)

    held = election()
    monkeypatch.setattr("pilkades.web.public.views.state_of", broken)
    client = Client(raise_request_exception=False)
    answer = client.get(reverse("public:village", args=(held.key,)), {"nik": NUMBER})
    assert answer.status_code == 500
    assert SIXTEEN.findall(answer.content.decode() + written.getvalue()) == []
    assert "ValueError" in written.getvalue()
