"""A search for rows that may be one person: in the background, whole or not at all, deciding nothing."""

from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.core.register import do_the_work, file_of, line, nik, taken
from tests.web.scenes import NOW, chair_of, election

from pilkades.base.errors import PilkadesError
from pilkades.register.changes import RemovalReason
from pilkades.register.duplicates import Reading
from pilkades.register.review import Decided
from pilkades.web.core.access import NotThereError
from pilkades.web.core.models import Election, FoundPair, Job, JobState
from pilkades.web.core.queries.found_pairs import pairs_page, searched, waiting_pairs
from pilkades.web.core.queries.voters import standing_rows
from pilkades.web.core.services.decide_pair import Judged, decide_pair, keep_one, undo_decision
from pilkades.web.core.services.find_pairs import find_pairs, put_back, stop_search
from pilkades.web.core.services.remove_voter import remove_voter
from pilkades.web.shared.models import User

pytestmark = pytest.mark.django_db

TWIN = {"tanggallahir": "03-04-1990", "nokk": "'9901020101777777"}
ROWS = (
    line(1, "SITI AMINAH", tanggallahir="17-08-1970", nik=f"'{nik(11, '570870')}", **{"l/p": "P"}),
    # The same woman written down again, one digit of the NIK and the name's spelling apart.
    line(2, "SITTI AMINAH", tanggallahir="17-08-1970", nik=f"'{nik(12, '570870')}", **{"l/p": "P"}),
    # Twins: one card, one day, neighbours in the serial, other names.
    line(3, "RUDI HARTONO", nik=f"'{nik(31, '030490')}", **TWIN),
    line(4, "RUDIANA HARTONO", nik=f"'{nik(32, '030490')}", **TWIN),
    # One number with two people.
    line(5, "BUDI SANTOSO", nik=f"'{nik(50, '120580')}"),
    line(6, "KASMAN", nik=f"'{nik(50, '120580')}"),
    line(7, "JONO PARMAN", tanggallahir="01-02-1960", nik=f"'{nik(7, '010260')}"),
)


@pytest.fixture
def held() -> Election:
    return election()


@pytest.fixture
def chair(held: Election) -> User:
    return chair_of(held)


def persons(held: Election) -> dict[str, UUID]:
    return dict(standing_rows(held).values_list("name", "person"))


def names_of_pairs(held: Election, decided: Decided | None = None) -> list[tuple[frozenset[str], Reading]]:
    page = pairs_page(held, searched(held).done, decided)
    return [(frozenset({pair.first.voter.name, pair.second.voter.name}), pair.reading) for pair in page.pairs]


def test_a_search_asks_about_rows_that_are_alike_and_leaves_twins_apart(held: Election, chair: User) -> None:
    taken(chair, held, file_of(ROWS))
    find_pairs(chair, held.pk, at=NOW)
    do_the_work()
    assert names_of_pairs(held) == [
        (frozenset({"SITI AMINAH", "SITTI AMINAH"}), Reading.MAYBE_SAME),
        (frozenset({"BUDI SANTOSO", "KASMAN"}), Reading.ONE_NUMBER),
    ]
    assert standing_rows(held).count() == 7


def test_nothing_of_a_search_that_was_stopped_stays(held: Election, chair: User) -> None:
    taken(chair, held, file_of(ROWS))
    find_pairs(chair, held.pk, at=NOW)
    stop_search(chair, held.pk, at=NOW)
    do_the_work()
    assert Job.objects.get(kind="find_pairs").state == "cancelled"
    assert not FoundPair.objects.exists()
    assert waiting_pairs(held) == 0


def test_only_one_search_runs_at_a_time(held: Election, chair: User) -> None:
    find_pairs(chair, held.pk, at=NOW)
    with pytest.raises(PilkadesError) as refused:
        find_pairs(chair, held.pk, at=NOW)
    assert refused.value.code == "search-runs"


def test_a_new_search_takes_the_place_of_the_one_before(held: Election, chair: User) -> None:
    taken(chair, held, file_of(ROWS))
    for _ in range(2):
        find_pairs(chair, held.pk, at=NOW)
        do_the_work()
    assert FoundPair.objects.values("job").distinct().count() == 1
    assert len(names_of_pairs(held)) == 2


def test_a_search_that_broke_off_shows_nothing_and_the_one_before_stays(held: Election, chair: User) -> None:
    taken(chair, held, file_of(ROWS))
    find_pairs(chair, held.pk, at=NOW)
    do_the_work()
    again = find_pairs(chair, held.pk, at=NOW)
    FoundPair.objects.create(
        job=again, rank=1, first=UUID(int=1), second=UUID(int=2), reading=Reading.MAYBE_SAME.value
    )
    Job.objects.filter(pk=again.pk).update(state="failed")
    again.refresh_from_db()
    put_back(again, JobState(again.state))
    assert not FoundPair.objects.filter(job=again).exists()
    assert len(names_of_pairs(held)) == 2


def test_the_register_that_changed_since_the_search_is_told(held: Election, chair: User) -> None:
    taken(chair, held, file_of(ROWS))
    find_pairs(chair, held.pk, at=NOW)
    do_the_work()
    assert not searched(held).behind
    taken(chair, held, file_of([line(8, "ORANG BARU", nik=f"'{nik(88, '120580')}")]))
    assert searched(held).behind


def test_a_decision_takes_the_pair_off_the_open_ones_and_undoing_it_puts_it_back(
    held: Election, chair: User
) -> None:
    taken(chair, held, file_of(ROWS))
    find_pairs(chair, held.pk, at=NOW)
    do_the_work()
    known = persons(held)
    one, other = known["SITI AMINAH"], known["SITTI AMINAH"]
    decide_pair(chair, held.pk, Judged(one, other, Decided.SAME), at=NOW)
    assert waiting_pairs(held) == 1
    assert [names for names, _ in names_of_pairs(held, Decided.SAME)] == [{"SITI AMINAH", "SITTI AMINAH"}]
    keep_one(chair, held.pk, one, at=NOW)
    assert "SITTI AMINAH" not in persons(held)
    undo_decision(chair, held.pk, one, other, at=NOW)
    assert "SITTI AMINAH" in persons(held)
    assert waiting_pairs(held) == 2


def test_who_left_the_register_is_asked_about_no_more(held: Election, chair: User) -> None:
    taken(chair, held, file_of(ROWS))
    find_pairs(chair, held.pk, at=NOW)
    do_the_work()
    remove_voter(chair, held.pk, persons(held)["KASMAN"], 1, RemovalReason.MOVED, at=NOW)
    assert [names for names, _ in names_of_pairs(held)] == [{"SITI AMINAH", "SITTI AMINAH"}]


def test_a_page_of_pairs_asks_as_much_of_thirty_as_of_one(held: Election, chair: User) -> None:
    taken(chair, held, file_of(ROWS))
    find_pairs(chair, held.pk, at=NOW)
    do_the_work()
    done = searched(held).done
    with CaptureQueriesContext(connection) as few:
        pairs_page(held, done, None)
    assert done is not None
    people = list(persons(held).values())
    for rank in range(100, 130):
        first, second = sorted((people[rank % 7], people[(rank + 1 + rank % 5) % 7]), key=str)
        if first != second:
            FoundPair.objects.create(
                job=done, rank=rank, first=first, second=second, reading=Reading.CANNOT_TELL.value
            )
    with CaptureQueriesContext(connection) as many:
        pairs_page(held, done, None)
    assert len(many) == len(few)


def test_nobody_from_elsewhere_starts_a_search(held: Election) -> None:
    stranger = chair_of(election("33.29.01.2001", law=""))
    with pytest.raises(NotThereError):
        find_pairs(stranger, held.pk, at=NOW)
