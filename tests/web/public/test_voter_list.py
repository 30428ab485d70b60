"""The posted voter list: what of a person everyone may see, from when, until when."""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client
from tests.web.public.content import append, plain, queries, read
from tests.web.public.voter_scenes import AREA, fixed, posted
from tests.web.scenes import NOW, draft, election

from pilkades.web.core import clock
from pilkades.web.core.models import DeathNote, Election

pytestmark = pytest.mark.django_db
MORNING = 2  # 09.00 WIB
_PERSON = r"[A-Z]{4,} [A-Z]{5,} \d{3}"


def _where(held: Election, query: str = "", language: str = "") -> str:
    return f"/publik/{language}desa/{held.key}/daftar-pemilih/{query}"


def _on(monkeypatch: pytest.MonkeyPatch, day: int) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 8, day, MORNING, tzinfo=UTC))


def test_nothing_of_a_list_is_shown_before_it_is_announced() -> None:
    held = election()
    fixed(held, count=40)
    body = read(_where(held))
    assert "CONTOH" not in body
    assert "40" not in plain(body).partition("Halaman ini dibuat")[0].replace("2040", "")
    assert "Daftar pemilih belum diumumkan." in plain(body)
    assert "perbaikan DPS: Selasa, 20 Oktober sampai Kamis, 22 Oktober 2026." in plain(body)


def test_a_list_is_shown_from_the_first_day_of_its_posting(monkeypatch: pytest.MonkeyPatch) -> None:
    held = election()
    fixed(held)
    append(held, draft("dps_announced", date="2026-08-05"))
    _on(monkeypatch, 4)
    assert "CONTOH" not in read(_where(held))
    _on(monkeypatch, 5)
    assert "CONTOH" in read(_where(held))


def test_names_go_when_the_posting_ends_and_the_numbers_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """Permendagri 112/2014 Pasal 12 ayat (2): three days; Monday 3 August to Wednesday 5 August 2026."""
    held = posted(count=30)
    _on(monkeypatch, 5)
    assert "CONTOH" in read(_where(held))
    assert "sampai Rabu, 5 Agustus 2026" in plain(read(_where(held)))
    _on(monkeypatch, 6)
    body = plain(read(_where(held)))
    assert "CONTOH" not in body
    assert "Masa pengumuman berakhir Rabu, 5 Agustus 2026." in body
    assert "30 pemilih dalam DPS" in body


def test_the_article_that_sets_the_time_is_named() -> None:
    assert "Permendagri 112/2014 Pasal 12 ayat (2)" in plain(read(_where(posted())))


def test_of_a_person_the_list_shows_number_name_covered_nik_and_sex_and_nothing_else() -> None:
    held = posted(count=3)
    body = plain(read(_where(held)))
    assert f"1 BUDI REKAAN 001 {AREA}********** laki-laki" in body
    assert f"2 CITRA UMPAMA 002 {AREA}********** perempuan" in body
    assert "Jalan Rahasia" not in body
    for birth in ("1951", "1952", "1953", "2 Mei", "02-05"):
        assert birth not in body


def test_no_long_number_stands_on_any_page_of_the_list() -> None:
    held = posted(count=130)
    for query in ("", "?halaman=2", "?tps=1", "?tps=2&rt=Krajan~001~001"):
        for language in ("", "en/"):
            answer = Client().get(_where(held, query, language))
            for words in (answer.content.decode(), str(dict(answer.headers))):
                assert not re.search(
                    r"\d[\d .\-]{14,}\d", re.sub(r"[0-9a-f]{32,}|33\.28\.[\d.\-]+", "", words)
                )


def test_the_list_stands_by_tps_and_rt_and_there_in_the_order_in_which_it_was_fixed() -> None:
    held = posted(count=12)
    body = read(_where(held))
    heads = re.findall(r"<h2>(TPS [^<]*)</h2>", body)
    assert heads == [
        f"TPS {tps}, RT {rt} / RW 001, Dusun Krajan" for tps in (1, 2) for rt in ("001", "002", "003")
    ]
    for block in body.split("<h2>TPS")[1:]:
        numbers = [int(found) for found in re.findall(r'<td role="cell" class="n">(\d+)</td>', block)]
        assert numbers == sorted(numbers)


def test_one_tps_and_one_rt_can_be_asked_for() -> None:
    held = posted(count=12)
    body = read(_where(held, "?tps=1&rt=Krajan~001~001"))
    assert re.findall(_PERSON, plain(body)) == ["BUDI REKAAN 006", "CITRA UMPAMA 012"]
    assert "2 dari 12 orang" in plain(body)
    assert "2 of 12 people" in plain(read(_where(held, "?tps=1&rt=Krajan~001~001", "en/")))


@pytest.mark.parametrize(
    "query", ["?tps=9", "?rt=%00", "?rt=a~b", "?halaman=x", "?halaman=-1", "?tps=" + "1" * 500]
)
def test_nothing_in_the_address_can_break_the_page(query: str) -> None:
    assert Client().get(_where(posted(count=3), query)).status_code == 200


def test_a_page_holds_a_hundred_people_and_leads_to_the_next() -> None:
    held = posted(count=130)
    first, second = read(_where(held)), read(_where(held, "?halaman=2"))
    named = [set(re.findall(r'scope="row">([A-Z ]+ \d{3})<', body)) for body in (first, second)]
    assert [len(each) for each in named] == [100, 30]
    assert not named[0] & named[1]
    assert 'rel="next" href="?halaman=2"' in first


def test_the_summary_counts_what_is_large_enough_and_withholds_what_is_below_ten() -> None:
    body = plain(read(_where(posted(count=26))))
    assert "26 pemilih dalam DPS" in body
    assert "Laki-laki 13 Perempuan 13" in body
    small = plain(read(_where(posted(count=12, code="33.28.01.2002"))))
    assert "Laki-laki tidak ditampilkan Perempuan tidak ditampilkan" in small
    assert "Jumlah di bawah 10 tidak ditampilkan" in small


def test_a_list_under_ten_people_is_not_counted() -> None:
    assert "Kurang dari 10 pemilih" in plain(read(_where(posted(count=3))))


def test_search_engines_are_asked_to_leave_the_list_out() -> None:
    held = posted(count=3)
    for language in ("", "en/"):
        answer = Client().get(_where(held, language=language))
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
        assert '<meta name="robots" content="noindex, nofollow, noarchive">' in answer.content.decode()
    other = Client().get(f"/publik/desa/{held.key}/")
    assert "X-Robots-Tag" not in other.headers
    assert "noindex" not in other.content.decode()


def test_the_list_that_was_announced_is_shown_and_not_a_later_version() -> None:
    held = posted(count=3)
    later = fixed(held, "dps", 5, number=2, at=datetime(2026, 8, 4, MORNING, tzinfo=UTC), first=501)
    assert later.number == 2
    body = plain(read(_where(held)))
    assert len(re.findall(_PERSON, body)) == 3


def test_a_death_is_noted_beside_the_row_of_an_adopted_list() -> None:
    """Permendagri 112/2014 Pasal 20: the note "meninggal dunia", the row stays."""
    held = election()
    version = fixed(held, "dpt", 3)
    append(held, draft("dpt_announced", date="2026-08-03"))
    entry = version.entries.get(number=2)
    DeathNote.objects.create(
        version=version, person=entry.voter.person, died="2026-08-01", noted_at=NOW, noted_by=version.fixed_by
    )
    body = plain(read(_where(held)))
    assert f"2 CITRA UMPAMA 002 {AREA}********** perempuan · meninggal dunia" in body
    assert body.count("meninggal dunia") == 1


def test_a_list_that_was_announced_and_is_not_here_is_said_to_be_posted_in_the_village() -> None:
    held = election()
    append(held, draft("dps_announced", date="2026-08-03"))
    assert "Lihat di tempat pengumuman desa." in plain(read(_where(held)))


def test_the_page_asks_as_often_for_three_people_as_for_a_hundred() -> None:
    few, many = posted(count=3), posted(count=100, code="33.28.01.2002")
    asked = queries(_where(few))
    assert len(queries(_where(many))) == len(asked), asked
    assert len(asked) <= 8


def test_a_rehearsal_has_no_public_list() -> None:
    held = election(rehearsal=True)
    fixed(held)
    append(held, draft("dps_announced", date="2026-08-03"))
    assert Client().get(_where(held)).status_code == 404
