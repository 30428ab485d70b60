"""The ladder of certainty: what a figure may be called, and who may be called what, at which moment."""

from datetime import date

import pytest
from tests.web.public.content import PEOPLE, VOTES, append, words
from tests.web.scenes import draft, election

from pilkades.web.core.models import Election
from pilkades.web.core.queries.states import state_of
from pilkades.web.public.outcome import outcome_of
from pilkades.web.shared.components.record import Certainty, Ladder, Results

pytestmark = pytest.mark.django_db
AFTER = date(2026, 12, 7)


def seen(held: Election, today: date = AFTER) -> tuple[Certainty, bool]:
    """The certainty, and whether figures are shown as a table."""
    held.head.refresh_from_db()
    found = outcome_of(state_of(held, today)).results
    return (found.ladder.certainty, True) if isinstance(found, Results) else (found.certainty, False)


def village(held: Election) -> str:
    return words(f"/publik/desa/{held.key}/")


def test_figures_climb_from_provisional_over_checked_to_adopted_and_only_then_is_anyone_elect() -> None:
    held = election()
    append(held, draft("candidates_adopted", people=PEOPLE))
    steps = [seen(held)]
    texts = []
    for kind, facts in (
        ("tally", {"date": "2026-12-06", "votes": VOTES, "invalid": 5}),
        ("recapitulation", {"date": "2026-12-06", "minutes": True, "signed": True}),
        ("winner_adopted", {"date": "2026-12-07", "winner": "Siti Rahayu"}),
    ):
        append(held, draft(kind, **facts))
        steps.append(seen(held))
        texts.append(village(held))
    assert steps == [
        (Certainty.AWAITED, False),
        (Certainty.PROVISIONAL, True),
        (Certainty.CHECKED, True),
        (Certainty.ADOPTED, True),
    ]
    assert ["Hitungan sementara Angka masih bisa berubah" in text for text in texts] == [True, False, False]
    assert ["Berita acara rekapitulasi sudah dicatat." in text for text in texts] == [False, True, False]
    results = [text.partition("Hasil dan keberatan")[2].partition("Tahapan")[0] for text in texts]
    assert ["terpilih" in text.lower() for text in results] == [False, False, True]
    assert "Calon terpilih: Siti Rahayu. Ditetapkan Senin, 7 Desember 2026." in texts[2]


def test_a_recapitulation_without_minutes_leaves_the_figures_provisional() -> None:
    held = election()
    append(held, draft("tally", votes=VOTES, invalid=5), draft("recapitulation", date="2026-12-06"))
    assert seen(held)[0] is Certainty.PROVISIONAL


def test_the_margin_stands_beside_the_invalid_votes() -> None:
    """187 - 164 = 23."""
    held = election()
    append(held, draft("tally", votes=VOTES, invalid=23))
    text = village(held)
    assert "Selisih dua perolehan teratas: 23 suara. Suara tidak sah: 23." in text
    assert "Suara tidak sah sama banyaknya dengan selisih itu, atau lebih banyak." in text
    other = election("33.28.01.2002")
    append(other, draft("tally", votes=VOTES, invalid=22))
    assert "Suara tidak sah: 22." in village(other)
    assert "sama banyaknya" not in village(other)


def test_equal_votes_are_told_as_equal() -> None:
    held = election()
    votes = [{"candidate": "A", "votes": 9}, {"candidate": "B", "votes": 9}]
    append(held, draft("tally", votes=votes, invalid=1))
    assert "Dua perolehan teratas sama: 9 suara. Suara tidak sah: 1." in village(held)


def test_without_numbers_or_invalid_votes_there_are_sentences_and_no_table() -> None:
    held = election()
    append(held, draft("tally", votes=VOTES))
    assert seen(held) == (Certainty.PROVISIONAL, False)
    text = village(held)
    assert "Siti Rahayu: 187 suara." in text
    assert "Selisih" not in text


def test_figures_on_which_the_sources_differ_are_not_shown() -> None:
    held = election()
    append(held, draft("tally", votes=VOTES, invalid=5), draft("tally", votes=VOTES, invalid=6))
    text = village(held)
    assert "Sumber berbeda tentang perolehan suara." in text
    assert "187" not in text.partition("Hasil dan keberatan")[2].partition("Tahapan")[0]


def test_votes_with_a_gap_are_not_shown() -> None:
    held = election()
    append(held, draft("tally", votes=[VOTES[0], {"candidate": "Bambang Supriyadi"}], invalid=5))
    assert seen(held) == (Certainty.AWAITED, False)


def test_before_and_after_the_poll_the_page_says_why_there_is_nothing() -> None:
    held = election()
    notes = {}
    for today in (date(2026, 12, 6), AFTER):
        found = outcome_of(state_of(held, today)).results
        assert isinstance(found, Ladder)
        notes[today.day] = found.meaning.id
    assert notes == {
        6: "Suara dihitung setelah pemungutan suara, Minggu, 6 Desember 2026.",
        7: "Perolehan suara belum ada dalam catatan.",
    }


def test_an_adoption_without_figures_is_said_so() -> None:
    held = election()
    append(held, draft("winner_adopted", date="2026-12-07", winner="Siti Rahayu"))
    assert "Perolehan suara belum ada dalam catatan." in village(held)
    assert "Calon terpilih: Siti Rahayu." in village(held)
