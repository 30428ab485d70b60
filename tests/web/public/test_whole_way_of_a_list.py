"""From the door to the answer: a registrar enters people, the list is fixed and announced, a citizen asks."""

import re
from datetime import date

import pytest
from django.test import Client
from tests.web.committee.conftest import signed_in
from tests.web.public.content import append, plain, read
from tests.web.scenes import NOW, chair_of, draft, election, granted, person

from pilkades.register.lists import ListKind
from pilkades.register.objections import Outcome
from pilkades.web.core.models import Role
from pilkades.web.core.queries.objections import proposals_of, read_proposals
from pilkades.web.core.queries.proposal_times import proposal_time_of
from pilkades.web.core.queries.states import state_of
from pilkades.web.core.services.decide_objection import Decided, decide_objection
from pilkades.web.core.services.fix_list import Fixing, fix_list

pytestmark = pytest.mark.django_db
TODAY = date(2026, 8, 3)
SITI = {
    "rt": "2", "rw": "1", "dusun": "Krajan", "nama": "SITI CONTOH", "nik": "9901025203800001", "jk": "P",
    "lahir_0": "12", "lahir_1": "3", "lahir_2": "1980", "kawin": "S", "bukti": ["ktp"], "lalu": "orang",
}  # fmt: skip


def test_who_was_entered_at_the_door_finds_himself_on_the_posted_list_and_is_answered() -> None:
    held = election()
    registrar, chair = person("Petugas Rekaan"), chair_of(held)
    granted(registrar, Role.REGISTRAR, held.village)
    door = signed_in(registrar)
    for number, name in enumerate(("SITI CONTOH", "ANI REKAAN", "WATI UMPAMA"), 1):
        told = {**SITI, "nama": name, "nik": f"990102520380{number:04d}"}
        assert door.post(f"/desa/{held.pk}/pendataan/orang/", told).status_code == 303
    held.refresh_from_db()
    fix_list(chair, held.pk, Fixing(ListKind.DPS, TODAY, undecided=True), held.head.digest, at=NOW)
    where = f"/publik/desa/{held.key}/daftar-pemilih/"
    assert "SITI" not in read(where)
    append(held, draft("dps_announced", date="2026-08-03"))
    names = re.findall(r'scope="row">([A-Z ]+)<', read(where))
    assert sorted(names) == ["ANI REKAAN", "SITI CONTOH", "WATI UMPAMA"]
    asked = {name: SITI[name] for name in ("nik", "lahir_0", "lahir_1", "lahir_2")}
    assert "Ya. Anda terdaftar" in plain(Client().post(f"{where}periksa/", asked).content.decode())
    sent = {"jenis": "wrong_data", "tentang": "WATI", "benar": "Namanya WATIK"}
    body = Client().post(f"{where}usul/", sent).content.decode()
    (number,) = re.findall(r'class="code-large">([^<]+)<', body)
    (proposal,) = read_proposals(held, proposals_of(held))
    assert "Namanya WATIK" in proposal.text
    assert proposal.row.due == proposal_time_of(state_of(held, TODAY), ListKind.DPS).decide_by
    clock = proposal_time_of(state_of(held, TODAY), ListKind.DPS)
    decide_objection(chair, held.pk, proposal.row.pk, Decided(Outcome.ACCEPTED), clock, at=NOW)
    answer = plain(Client().post(f"{where}usul/jawaban/", {"nomor": number}).content.decode())
    assert "Panitia memperbaiki baris" in answer
    assert "4 Diterapkan pada daftar Sedang dikerjakan" in answer
