"""No number of a person stands in any public answer, whatever is asked and however it is sent."""

import re

import pytest
from django.test import Client
from tests.web.public.content import addresses, filled
from tests.web.public.test_proposing import SENT
from tests.web.public.voter_scenes import posted, voter

pytestmark = pytest.mark.django_db
# What looks like one and is none: digests of the record, and the election's own key.
_OTHERS = re.compile(r"[0-9a-f]{12,}|\d\d\.\d\d\.\d\d\.\d{4}(-\d{4}-\d\d-\d\d)?")
SIXTEEN = re.compile(r"\d(?:[\s.\-]?\d){15}")


def _long_numbers(answer: object) -> list[str]:
    body = getattr(answer, "content", b"").decode()
    headers = str(dict(getattr(answer, "headers", {})))
    return SIXTEEN.findall(_OTHERS.sub("", body + headers))


def test_sixteen_digits_stand_in_no_public_answer() -> None:
    held = filled(posted(count=130))
    found = {}
    for name, where in addresses(held).items():
        for query in ("", "?halaman=2", "?tps=1", "?cari=9901"):
            if numbers := _long_numbers(Client().get(where + query)):
                found[name, query] = numbers
    assert found == {}


def test_sixteen_digits_stand_in_no_answer_to_a_form() -> None:
    held = posted(count=5)
    somebody = voter(2)
    assert somebody.nik is not None
    nik = somebody.nik.digits
    places = addresses(held)
    born = {"lahir_0": "3", "lahir_1": "5", "lahir_2": "1952"}
    sent = [
        ("voters-listed", {"nik": nik, **born}),
        ("voters-listed", {"nik": nik, **born, "lahir_2": "1953"}),
        ("voters-propose", {**SENT, "tentang": f"NIK {nik}", "benar": f"NIK-nya {nik}"}),
        ("voters-answer", {"nomor": nik}),
    ]
    found = {}
    for name, data in sent:
        for space in ("", "en:"):
            answer = Client().post(places[space + name], data)
            bare = re.sub(r"<input[^>]*>", "", answer.content.decode())
            if SIXTEEN.findall(_OTHERS.sub("", bare)):
                found[space + name, answer.status_code] = data
    assert found == {}
