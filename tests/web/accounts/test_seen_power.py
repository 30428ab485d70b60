from datetime import timedelta

import pytest
from tests.web.accounts.conftest import of_county
from tests.web.committee.conftest import signed_in
from tests.web.scenes import NOW, chair_of, election, granted, person

from pilkades.web.core import clock
from pilkades.web.core.models import Role, StaffAccess
from pilkades.web.core.services.attach_paper import Brought, attach_paper
from pilkades.web.core.services.view_paper import view_paper
from pilkades.web.shared.models import User

pytestmark = pytest.mark.django_db
LOOKS, OPERATOR = "/akun/penglihatan/", "/akun/operator/"


def keeper() -> User:
    made = person("Penjaga Mesin")
    made.is_operator = True
    made.save()
    return made


def test_a_look_at_a_person_s_paper_is_seen_by_chair_and_county_of_the_place() -> None:
    held, other = election(), election("33.28.01.2002")
    chair = chair_of(held)
    paper = attach_paper(chair, held.pk, Brought(b"%PDF-1.7", "ijazah.pdf", personal=True), at=NOW)
    supervisor = person("Pengawas Kabupaten")
    granted(supervisor, Role.SUPERVISOR, held.village.district.county)
    view_paper(supervisor, held.pk, paper.digest, "Pengaduan 3", at=NOW)
    line = "Pengawas Kabupaten (Pengawas) melihat ijazah.pdf, Desa 33.28.01.2001"
    for reader in (chair, of_county(held.village)):
        page = signed_in(reader).get(LOOKS).text
        assert line in page
        assert "Alasan: Pengaduan 3" in page
        assert "09.00 WIB" in page
    assert line not in signed_in(chair_of(other)).get(LOOKS).text
    assert signed_in(supervisor).get(LOOKS).status_code == 404


def test_an_operator_reads_for_an_hour_with_a_reason_that_every_county_sees(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held, operator = election(), keeper()
    client, desk = signed_in(operator), f"/desa/{held.pk}/"
    assert client.get("/").headers["Location"] == OPERATOR
    assert client.get(desk).status_code == 404
    silent = client.post(OPERATOR, {"reason": "  "})
    assert (silent.status_code, StaffAccess.objects.count()) == (422, 0)
    client.post(OPERATOR, {"reason": "Gangguan di Desa 2001"})
    assert client.get(desk).status_code == 200
    assert "Akses Anda terbuka sampai Senin, 3 Agustus 2026, 10.00 WIB" in client.get(OPERATOR).text
    seen = signed_in(of_county(held.village)).get(OPERATOR).text
    assert "Penjaga Mesin membuka akses baca sampai 10.00 WIB" in seen
    assert "Alasan: Gangguan di Desa 2001" in seen
    assert "Buka akses satu jam" not in seen
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(hours=1))
    assert signed_in(operator).get(desk).status_code == 404


def test_no_county_opens_the_operators_access() -> None:
    county = signed_in(of_county(election().village))
    assert county.post(OPERATOR, {"reason": "x"}).status_code == 404
    assert not StaffAccess.objects.exists()
    assert signed_in(chair_of(election("33.28.01.2003"))).get(OPERATOR).status_code == 404
