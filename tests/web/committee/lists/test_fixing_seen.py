"""Who fixes a list fixes what was on the screen."""

import re

import pytest
from tests.web.committee.conftest import signed_in
from tests.web.core.register import people, taken
from tests.web.public.content import plain
from tests.web.scenes import NOW, chair_of, election

from pilkades.register.voter import Voter
from pilkades.web.core import clock
from pilkades.web.core.models import ListVersionRow
from pilkades.web.core.services.add_voter import add_voter

pytestmark = pytest.mark.django_db


def test_a_register_that_changed_since_it_was_read_is_shown_anew_before_it_is_fixed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    held = election()
    chair = chair_of(held)
    taken(chair, held, people(2))
    client, where = signed_in(chair), f"/desa/{held.pk}/daftar-pemilih/tetap/susun/dps/"

    def sent(body: str) -> dict[str, str]:
        hidden = {}
        for tag in re.findall(r'<input type="hidden"[^>]*>', body):
            hidden[re.findall(r'name="([^"]*)"', tag)[0]] = re.findall(r'value="([^"]*)"', tag)[0]
        day = {"tanggal_0": "3", "tanggal_1": "8", "tanggal_2": "2026"}
        return {**hidden, **day, "oleh": "committee", "belum": "masuk"}

    first = sent(client.get(where).content.decode())
    add_voter(chair, held.pk, Voter(name="Contoh Baru"), at=NOW)
    answer = client.post(where, first)
    assert answer.status_code == 409
    words = plain(answer.content.decode())
    assert "orang lain mengubah daftar" in words
    assert not ListVersionRow.objects.exists()
    assert client.post(where, sent(answer.content.decode())).status_code == 303
    assert ListVersionRow.objects.get().count == 3
