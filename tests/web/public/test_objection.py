"""What the page says of objections to the result: each limit from its own article, each gap as a gap."""

import html
import re
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from tests.web.public.content import append
from tests.web.scenes import draft, election

from pilkades.regulation.rule import DeadlineRule
from pilkades.web.core.models import Election
from pilkades.web.core.queries.states import state_of
from pilkades.web.public.objection import deadline_of, how_to_object, limit_of

pytestmark = pytest.mark.django_db
BEFORE = date(2026, 8, 3)


def said(held: Election, language: str = "") -> str:
    """The words of the section, without marks."""
    text = Client().get(f"/publik/{language}desa/{held.key}/").content.decode()
    section = text.partition('id="keberatan"')[2].partition("</section>")[0]
    return " ".join(
        html.unescape(re.sub(r"<[^>]+>", " ", section)).replace("\N{NO-BREAK SPACE}", " ").split()
    )


def test_tegals_limit_is_seven_working_days_after_the_poll_on_its_own_article() -> None:
    """Lampiran 33 prints 3 to 12 February 2027: seven working days. From 6 December 2026: the 15th."""
    held = election()
    limit = deadline_of(state_of(held, BEFORE))
    assert limit is not None
    assert limit.until == date(2026, 12, 15)
    assert [(each.article.notation, each.evidence) for each in limit.basis] == [
        ("kepbup-tegal-713-2026:lampiran.33", "secondary")
    ]
    words = said(held)
    assert "diajukan kepada bupati paling lambat 7 hari kerja sesudah pemungutan suara" in words
    assert "yang ditetapkan, Minggu, 6 Desember 2026: sampai Selasa, 15 Desember 2026" in words
    assert "Kepbup Tegal 713/2026 Lampiran angka 33 (dari kutipan, naskah asli belum dibaca)" in words
    assert "belum diketahui." not in words.partition("Bentuk surat")[0]


def test_the_printed_wave_of_2027_gives_the_day_that_the_decree_prints() -> None:
    held = election()
    held.polling_day = date(2027, 2, 3)
    found = limit_of(state_of(held, BEFORE))
    assert found is not None
    assert found.day == date(2027, 2, 12)


def test_a_poll_on_record_moves_the_limit() -> None:
    held = election()
    append(held, draft("polling", date="2026-12-13"))
    found = limit_of(state_of(held, date(2026, 12, 14)))
    assert found is not None
    assert (found.day, found.held) == (date(2026, 12, 22), True)
    assert "yang tercatat, Minggu, 13 Desember 2026" in said(held)


def test_a_day_that_is_not_fully_known_gives_no_limit() -> None:
    held = election()
    append(held, draft("polling", date="2026-12"))
    assert limit_of(state_of(held, BEFORE)) is None
    assert "atas hasil Batas waktu mengajukan belum diketahui." in said(held)


def test_what_is_left_is_counted_from_the_poll_to_the_last_day() -> None:
    held = election()
    left = {}
    for day in (5, 6, 14, 15, 16):
        limit = deadline_of(state_of(held, date(2026, 12, day)))
        assert limit is not None
        left[day] = (limit.left, limit.remaining.id)
    assert left == {
        5: (None, ""),
        6: (7, "Sisa 7 hari kerja"),
        14: (1, "Sisa 1 hari kerja"),
        15: (0, "Batas hari ini"),
        16: (None, "Batas sudah lewat"),
    }


def test_what_the_regulation_leaves_open_is_said_as_open_with_its_article() -> None:
    """PP 16/2026 Pasal 39 ayat (8): thirty days, without a start and without a time to file."""
    tegal, other = election(), election("33.29.01.2001", law="")
    for held in (tegal, other):
        assert (
            "Belum diatur: Teks tidak menyebut mulai kapan 30 hari dihitung. PP 16/2026 Pasal 39 ayat (8)"
            in (said(held))
        )
        assert "Perselisihan hasil diselesaikan bupati." in said(held)
    assert "Belum diatur: Teks nasional tidak menyebut batas waktu mengajukan keberatan." in said(other)
    assert "Batas waktu mengajukan belum diketahui." in said(other)
    assert deadline_of(state_of(other, BEFORE)) is None
    assert "7 hari kerja" not in said(other)


def test_without_the_countys_rule_the_limit_is_not_known() -> None:
    state = state_of(election(), BEFORE)
    rules = tuple(
        rule
        for rule in state.rulebook.rules
        if not (isinstance(rule, DeadlineRule) and rule.fact == "result_dispute.filed_on")
    )
    assert len(rules) == len(state.rulebook.rules) - 1
    bare = replace(state, rulebook=replace(state.rulebook, rules=rules))
    assert deadline_of(bare) is None
    assert "7 hari kerja" not in " ".join(point.sentence.id for point in how_to_object(bare).points)


def test_in_english_it_is_said_in_english() -> None:
    words = said(election(), "en/")
    assert (
        "Counted from the day set for the poll, Sunday, 6 December 2026: until Tuesday, 15 December 2026."
        in words
    )
    assert "Left open: The text does not say from when the 30 days run." in words
