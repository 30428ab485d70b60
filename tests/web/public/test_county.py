"""A county's villages: found by name and district, page by page, with what is next in each."""

import re
from datetime import date

import pytest
from tests.web.public.content import addresses, append, plain, queries, read, words
from tests.web.scenes import NOW, draft, election, village, wave

from pilkades.web.core.models import Election, Village
from pilkades.web.core.queries.states import state_of
from pilkades.web.core.services.open_election import opened
from pilkades.web.public.county_page import ON_A_PAGE, Asked
from pilkades.web.public.dates import PUBLIC_STEPS, dates_of

pytestmark = pytest.mark.django_db
COUNTY = "/publik/kabupaten/33.28/"


def named(code: str, name: str) -> Election:
    """An election in a village of that name."""
    where = village(code)
    Village.objects.filter(pk=where.pk).update(name=name)
    where.refresh_from_db()
    return opened(wave(where.district.county), where, None, NOW)


def test_a_village_is_found_by_part_of_its_name_without_script() -> None:
    named("33.28.01.2001", "Sukamaju")
    named("33.28.01.2002", "Mekarsari")
    assert '<form class="search" role="search" method="get"' in read(COUNTY)
    found = words(f"{COUNTY}?cari=SUKA")
    assert "Sukamaju" in found
    assert "Mekarsari" not in found
    assert "1 dari 2 desa" in found
    assert 'value="SUKA"' in read(f"{COUNTY}?cari=SUKA")
    assert "Tidak ada desa yang cocok" in words(f"{COUNTY}?cari=entah")


def test_the_front_page_finds_a_village_in_any_county() -> None:
    named("33.28.01.2001", "Sukamaju")
    election("33.29.01.2001", law="")
    found = words("/publik/?cari=sukamaju")
    assert "Sukamaju" in found
    assert "Kabupaten 33.28" in found
    assert "Desa 33.29.01.2001" not in found


def test_villages_stand_under_their_district_and_a_district_can_be_chosen() -> None:
    for code in ("33.28.02.2001", "33.28.01.2002", "33.28.01.2001"):
        election(code)
    text = words(COUNTY)
    order = [
        text.rindex(name)
        for name in ("Kecamatan 33.28.01", "Desa 33.28.01.2001", "Desa 33.28.01.2002", "Desa 33.28.02.2001")
    ]
    assert order == sorted(order)
    chosen = words(f"{COUNTY}?kecamatan=33.28.02")
    assert "Desa 33.28.02.2001" in chosen
    assert "Desa 33.28.01.2001" not in chosen
    assert '<option value="33.28.02" selected>' in read(f"{COUNTY}?kecamatan=33.28.02")
    assert "3 desa" in words(f"{COUNTY}?kecamatan=33.99.99")


def test_three_hundred_villages_come_page_by_page_with_as_many_queries_as_one() -> None:
    append(election("33.28.01.2001"), draft())
    one = len(queries(COUNTY))
    for number in range(1, 300):
        held = election(f"33.28.{number % 9 + 1:02d}.{2001 + number}")
        if number < 40:
            append(held, draft())
    assert len(queries(COUNTY)) == one <= 6
    assert len(queries(f"{COUNTY}?halaman=10&cari=Desa")) == one + 1 <= 6
    seen = [
        name
        for page in range(1, 11)
        for name in re.findall(r"Desa (33\S+)", plain(read(f"{COUNTY}?halaman={page}")))
    ]
    assert len(seen) == 300
    assert len(set(seen)) == 300
    assert "Halaman 10 dari 10" in words(f"{COUNTY}?halaman=99")
    assert "?cari=Desa&amp;halaman=2" in read(f"{COUNTY}?cari=Desa")
    assert read(COUNTY).count("row-title") == ON_A_PAGE


def test_the_front_page_asks_as_often_for_thirty_villages_as_for_one() -> None:
    election()
    one = len(queries("/publik/"))
    for number in range(1, 30):
        election(f"33.28.01.{2001 + number}")
    assert len(queries("/publik/")) == one == 1
    assert "30 desa" in words("/publik/")


@pytest.mark.parametrize(
    ("today", "step"),
    [
        (date(2026, 8, 3), "announcement"),  # Kepbup Tegal 713/2026, lampiran 16: from 14 September 2026
        (date(2026, 12, 3), "quiet"),  # lampiran 28: 2 to 4 December 2026
        (date(2026, 12, 6), "polling"),  # lampiran 29
    ],
)
def test_the_next_public_day_is_the_decrees(today: date, step: str) -> None:
    row = dates_of(state_of(election(), today)).next(today)
    assert row is not None
    assert row.key.step == step


def test_every_public_step_stands_in_a_list_of_steps() -> None:
    here, elsewhere = election(), election("33.29.01.2001", law="")
    names = {row.key.step for held in (here, elsewhere) for row in state_of(held, NOW.date()).timetable}
    assert names >= PUBLIC_STEPS


def test_a_village_is_listed_with_its_stage_its_poll_and_its_next_day() -> None:
    held = election()
    assert "Belum ada tindakan yang tercatat" in words(COUNTY)
    append(held, draft(), draft("dpt", date="2026-11-02", voters=900))
    text = words(COUNTY)
    assert "Pemungutan suara: Minggu, 6 Desember 2026" in text
    assert "Tercatat sampai tahap Pendaftaran pemilih" in text
    assert "Berikutnya menurut usulan jadwal: pengumuman pembukaan pendaftaran, Senin, 14 September" in text


@pytest.mark.parametrize("asked", ["0", "-1", "x", "99999999", "²", "", "1.5"])
def test_a_page_that_is_none_is_the_first(asked: str) -> None:
    assert Asked.of({"halaman": asked}).page == 1


@pytest.mark.parametrize("asked", ["%00", "a" * 5000, "%27%3B--", "%3Cscript%3E", "%F0%9F%97%B3"])
def test_whatever_is_looked_for_is_answered(asked: str) -> None:
    held = election()
    for name, where in addresses(held).items():
        if name.endswith(("counties", "county")):
            assert "<script" not in read(f"{where}?cari={asked}&kecamatan={asked}&halaman={asked}")
