"""Which voter list stands posted, and until when: by the acts on record and the articles."""

from datetime import date

import pytest
from tests.web.public.content import append
from tests.web.scenes import draft, election

from pilkades.base.article import Article
from pilkades.register.lists import ListKind
from pilkades.web.core.models import Election
from pilkades.web.core.queries.postings import Posting, posting_of
from pilkades.web.core.queries.states import state_of

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 8, 3)


def _posting(held: Election, today: date = MONDAY) -> Posting | None:
    return posting_of(state_of(held, today))


def test_before_anything_is_announced_nothing_stands_posted() -> None:
    held = election()
    append(held, draft("dps", date="2026-08-01"))
    assert _posting(held) is None


def test_a_list_that_is_announced_for_a_later_day_is_not_posted_yet() -> None:
    held = election()
    append(held, draft("dps_announced", date="2026-08-05"))
    assert _posting(held, date(2026, 8, 4)) is None
    found = _posting(held, date(2026, 8, 5))
    assert found is not None
    assert found.kind is ListKind.DPS


def test_that_it_was_not_announced_is_no_announcement() -> None:
    held = election()
    append(held, draft("dps_announced", done=False))
    assert _posting(held) is None


def test_three_days_of_which_the_text_leaves_the_kind_open_end_by_the_longer_reading() -> None:
    """Permendagri 112/2014 Pasal 12 ayat (2): "selama 3 (tiga) hari". Friday to Sunday, or to Tuesday."""
    held = election()
    append(held, draft("dps_announced", date="2026-08-07"))
    found = _posting(held, date(2026, 8, 7))
    assert found is not None
    assert (found.first, found.last, found.on_record) == (date(2026, 8, 7), date(2026, 8, 11), False)
    assert found.article == Article.parse("permendagri-112-2014:12(2)")
    assert found.open_on(date(2026, 8, 11))
    assert not found.open_on(date(2026, 8, 12))


def test_the_last_day_on_record_goes_before_the_one_that_is_counted() -> None:
    held = election()
    append(held, draft("dps_announced", date="2026-08-03", until="2026-08-14"))
    found = _posting(held)
    assert found is not None
    assert (found.last, found.on_record) == (date(2026, 8, 14), True)


def test_the_final_list_follows_the_additional_and_that_the_provisional_one() -> None:
    held = election()
    append(held, draft("dps_announced", date="2026-07-01"))
    append(held, draft("dptb_announced", date="2026-07-08"))
    found = _posting(held)
    assert found is not None
    assert found.kind is ListKind.DPTB
    append(held, draft("dpt_announced", date="2026-07-16"))
    found = _posting(held)
    assert found is not None
    assert found.kind is ListKind.DPT
    assert found.article == Article.parse("permendagri-112-2014:17(2)")
