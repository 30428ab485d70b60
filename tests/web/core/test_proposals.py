"""What citizens ask and propose: answered with as little as it takes, and found by nobody who guesses."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from tests.web.core.register import nik, people, taken
from tests.web.scenes import NOW, chair_of, election, granted, person

from pilkades.base.day import Day
from pilkades.base.errors import PilkadesError
from pilkades.base.language import EMPTY
from pilkades.register.grounds import Ground
from pilkades.register.lists import ListKind
from pilkades.register.nik import Nik
from pilkades.register.objections import Outcome
from pilkades.register.proposal_clock import Clock
from pilkades.timetable.days import Answer
from pilkades.web.core.models import AskCount, Election, Role, VoterExport, VoterObjection
from pilkades.web.core.queries.objections import OF_AN_ADDRESS as FOLLOWED
from pilkades.web.core.queries.objections import (
    follow_objection,
    number_of,
    proposal_of,
    proposals_of,
    read_proposals,
)
from pilkades.web.core.services.am_i_listed import OF_A_NIK, OF_AN_ADDRESS, Found, am_i_listed
from pilkades.web.core.services.count_asks import household
from pilkades.web.core.services.decide_objection import Decided, decide_objection
from pilkades.web.core.services.export_list import export_list
from pilkades.web.core.services.file_objection import Filed, file_objection
from pilkades.web.core.services.fix_list import Fixing, fix_list
from pilkades.web.shared.models import User

pytestmark = pytest.mark.django_db
BORN = date(1980, 5, 12)
ASKER = "192.0.2.7"
MINE = Nik.parse(nik(1, "120180"))
WORDS = "Nama saya tertulis keliru."
CLOCK = Clock(
    on=ListKind.DPS,
    closes=Day.exactly(date(2026, 8, 10)),
    explanation=EMPTY,
    articles=(),
    late_served=Answer.NO,
    late_message=EMPTY,
    late_article=None,
    decide_by=date(2026, 8, 20),
    decide_message=EMPTY,
)


def posted() -> tuple[Election, User]:
    held = election()
    chair = chair_of(held)
    taken(chair, held, people(3))
    fix_list(chair, held.pk, Fixing(ListKind.DPS, NOW.date(), undecided=True), held.head.digest, at=NOW)
    return held, chair


def test_who_is_listed_is_told_so_and_nothing_else() -> None:
    held, _ = posted()
    assert am_i_listed(held, MINE, BORN, asker=ASKER, at=NOW) == Found(listed=True, tps="")
    assert set(Found.__slots__) == {"listed", "tps"}


def test_a_wrong_date_and_an_unknown_number_get_one_answer_by_the_same_questions() -> None:
    held, _ = posted()
    unknown = Nik.parse("9901021205809999")
    asked, answers = [], []
    for hours, (number, born) in enumerate([(MINE, BORN), (MINE, date(1980, 5, 13)), (unknown, BORN)]):
        with CaptureQueriesContext(connection) as queries:
            answers.append(am_i_listed(held, number, born, asker=ASKER, at=NOW + timedelta(hours=hours)))
        asked.append(len(queries))
    assert [one.listed for one in answers] == [True, False, False]
    assert len(set(asked)) == 1


def test_before_a_list_is_fixed_nobody_is_on_it() -> None:
    held = election()
    taken(chair_of(held), held, people(1))
    assert am_i_listed(held, MINE, BORN, asker=ASKER, at=NOW) == Found(listed=False)


def test_one_number_is_not_tried_again_and_again_from_many_addresses() -> None:
    held, _ = posted()
    for attempt in range(OF_A_NIK.most):
        am_i_listed(held, MINE, date(1950 + attempt, 1, 1), asker=f"192.0.2.{attempt}", at=NOW)
    with pytest.raises(PilkadesError) as told:
        am_i_listed(held, MINE, BORN, asker="192.0.2.99", at=NOW)
    assert (told.value.code, told.value.fields) == ("asked-too-often", {"minutes": 60})
    assert am_i_listed(held, MINE, BORN, asker=ASKER, at=NOW + timedelta(minutes=60)).listed


def test_one_address_does_not_try_many_numbers() -> None:
    held, _ = posted()
    for attempt in range(OF_AN_ADDRESS.most):
        am_i_listed(held, Nik.parse(nik(attempt)), BORN, asker=ASKER, at=NOW)
    with pytest.raises(PilkadesError) as told:
        am_i_listed(held, MINE, BORN, asker=ASKER, at=NOW)
    assert (told.value.code, told.value.fields["minutes"]) == ("asked-too-often", 10)


def test_a_household_is_one_asker_and_neither_address_nor_number_is_kept() -> None:
    assert household("2001:db8:1:2:aaaa::1") == household("2001:db8:1:2:bbbb::9") == "2001:db8:1:2::/64"
    assert household("192.0.2.7") == "192.0.2.7"
    held, _ = posted()
    am_i_listed(held, MINE, BORN, asker=ASKER, at=NOW)
    kept = " ".join(AskCount.objects.values_list("asker", flat=True))
    assert (ASKER in kept, MINE.digits in kept, AskCount.objects.count()) == (False, False, 2)
    am_i_listed(held, MINE, BORN, asker=ASKER, at=NOW + timedelta(days=2))
    assert AskCount.objects.count() == 2


def filed(held: Election, ground: Ground = Ground.WRONG_DATA) -> tuple[VoterObjection, str]:
    receipt = file_objection(
        held, Filed(ListKind.DPS, ground, WORDS, contact="0812-0000"), asker=ASKER, at=NOW
    )
    return receipt.objection, receipt.number


def test_a_proposal_lies_sealed_and_is_followed_by_its_number_alone() -> None:
    held, _ = posted()
    objection, number = filed(held)
    raw = VoterObjection.objects.values().get()
    assert all(WORDS not in repr(value) and number not in repr(value) for value in raw.values())
    seen = follow_objection(held, number.lower().replace("-", " "), asker=ASKER, at=NOW)
    assert seen is not None
    assert (seen.objection.ground, seen.ruled, seen.filed_at) == (Ground.WRONG_DATA, None, NOW)
    assert number_of(objection) == number
    other = election("33.28.01.2002")
    assert follow_objection(other, number, asker=ASKER, at=NOW) is None


def test_a_mistyped_number_is_noticed_and_numbers_are_not_tried_for_ever() -> None:
    held, _ = posted()
    _, number = filed(held)
    wrong = ("2" if number[0] != "2" else "3") + number[1:]
    with pytest.raises(PilkadesError) as told:
        follow_objection(held, wrong, asker=ASKER, at=NOW)
    assert told.value.code == "reference-mistyped"
    for _ in range(FOLLOWED.most - 1):
        follow_objection(held, number, asker=ASKER, at=NOW)
    with pytest.raises(PilkadesError) as often:
        follow_objection(held, number, asker=ASKER, at=NOW)
    assert often.value.code == "asked-too-often"


def test_the_committee_reads_decides_and_the_citizen_is_answered() -> None:
    held, chair = posted()
    objection, number = filed(held)
    (seen,) = read_proposals(held, proposals_of(held, still_open=True))
    assert (seen.text, seen.contact, seen.ruled) == (WORDS, "0812-0000", None)
    decide_objection(chair, held.pk, objection.pk, Decided(Outcome.ACCEPTED), CLOCK, at=NOW)
    followed = follow_objection(held, number, asker=ASKER, at=NOW)
    assert followed is not None
    assert followed.ruled is not None
    assert followed.ruled.ruling.outcome is Outcome.ACCEPTED
    assert "diterima" in followed.ruled.answer.id
    assert "Panitia memperbaiki baris" in followed.ruled.answer.id
    assert proposals_of(held, still_open=True).count() == 0


def test_a_refusal_says_why_and_a_later_ruling_goes_before() -> None:
    held, chair = posted()
    objection, _ = filed(held)
    with pytest.raises(PilkadesError) as told:
        decide_objection(chair, held.pk, objection.pk, Decided(Outcome.REFUSED), CLOCK, at=NOW)
    assert told.value.code == "ruling-without-reason"
    for decided in (Decided(Outcome.REFUSED, f"KTP {MINE.digits} sama"), Decided(Outcome.ACCEPTED)):
        decide_objection(chair, held.pk, objection.pk, decided, CLOCK, at=NOW)
    seen = proposal_of(held, objection.pk)
    assert seen is not None
    assert [one.ruling.outcome for one in seen.rulings] == [Outcome.ACCEPTED, Outcome.REFUSED]
    assert MINE.digits not in seen.rulings[1].ruling.reason + seen.rulings[1].answer.id


def test_only_chair_and_secretary_decide() -> None:
    held, _ = posted()
    objection, _ = filed(held)
    member = person()
    granted(member, Role.VILLAGE_MEMBER, held.village)
    with pytest.raises(Http404):
        decide_objection(member, held.pk, objection.pk, Decided(Outcome.ACCEPTED), CLOCK, at=NOW)


@pytest.mark.parametrize(
    ("words", "code"), [("  ", "objection-without-words"), ("x" * 5000, "objection-too-long")]
)
def test_a_proposal_says_something_and_not_too_much(words: str, code: str) -> None:
    held, _ = posted()
    with pytest.raises(PilkadesError) as told:
        file_objection(held, Filed(ListKind.DPS, Ground.OTHER, words), asker=ASKER, at=NOW)
    assert told.value.code == code


def test_reading_proposals_asks_as_much_for_thirty_as_for_one() -> None:
    held, chair = posted()
    asked = []
    for number in (1, 29):
        for _ in range(number):
            file_objection(held, Filed(ListKind.DPS, Ground.OTHER, WORDS), by=chair, at=NOW)
        with CaptureQueriesContext(connection) as queries:
            read_proposals(held, proposals_of(held))
        asked.append(len(queries))
    assert asked == [2, 2]


def test_an_export_is_logged_with_its_reason_and_stands_on_every_sheet() -> None:
    held, chair = posted()
    with pytest.raises(PilkadesError) as told:
        export_list(chair, held.pk, ListKind.DPS, 1, " ", at=NOW)
    assert told.value.code == "export-without-reason"
    made = export_list(chair, held.pk, ListKind.DPS, 1, "Cetak untuk TPS", at=NOW)
    assert made.watermark == ("Diambil Budi Santoso, 03-08-2026 09.00, untuk: Cetak untuk TPS. Ekspor 0001.")
    assert [number for number, _ in made.voters] == [1, 2, 3]
    assert (VoterExport.objects.get().count, VoterExport.objects.get().full_numbers) == (3, False)


def test_whole_numbers_leave_with_chair_or_secretary_alone() -> None:
    held, chair = posted()
    member = person()
    granted(member, Role.VILLAGE_MEMBER, held.village)
    export_list(member, held.pk, ListKind.DPS, 1, "Arsip", at=NOW)
    with pytest.raises(Http404):
        export_list(member, held.pk, ListKind.DPS, 1, "Arsip", full_numbers=True, at=NOW)
    assert export_list(chair, held.pk, ListKind.DPS, 1, "Arsip", full_numbers=True, at=NOW).row.full_numbers
