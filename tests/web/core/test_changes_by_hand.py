"""Changes of the register by hand: who, why, seen in full afterwards, and nothing written over."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from django.http import Http404
from tests.web.core.register import brought, file_of, line, nik, taken
from tests.web.scenes import NOW, chair_of, election, granted, person

from pilkades.base.errors import PilkadesError
from pilkades.register.changes import RemovalReason
from pilkades.register.nik import Nik
from pilkades.register.review import Decided, Two
from pilkades.register.voter import Voter
from pilkades.web.core.models import Election, Role, VoterRow
from pilkades.web.core.queries.pairs import standing_decisions
from pilkades.web.core.queries.voters import Listed, Wanted, count_of, history_of, page_of, person_now
from pilkades.web.core.services.add_voter import add_voter
from pilkades.web.core.services.correct_voter import Correction, correct_voter
from pilkades.web.core.services.decide_pair import Judged, decide_pair, keep_one, undo_decision
from pilkades.web.core.services.remove_voter import remove_voter, restore_voter
from pilkades.web.core.services.take_import import take_import
from pilkades.web.shared.models import User

pytestmark = pytest.mark.django_db


def one_person(name: str = "SITI AMINAH") -> tuple[Election, User, Listed]:
    held = election()
    chair = chair_of(held)
    taken(chair, held, file_of([line(1, name)]))
    return held, chair, page_of(held, Wanted()).people[0]


def correction(seen: Listed, reason: str = "Sesuai KTP", **changed: object) -> Correction:
    new = replace(seen.voter, **changed)  # type: ignore[arg-type] # each test names fields of a voter
    return Correction(seen.person, seen.row.revision, new, reason)


def code_of(error: pytest.ExceptionInfo[PilkadesError]) -> str:
    return error.value.code


def test_a_correction_is_a_new_revision_with_reason_and_name_of_who_made_it() -> None:
    held, chair, seen = one_person()
    correct_voter(chair, held.pk, correction(seen, name="SITI AMINAH BINTI ALI"), at=NOW)
    first, second = history_of(held, seen.person)
    assert (first.voter.name, second.voter.name) == ("SITI AMINAH", "SITI AMINAH BINTI ALI")
    assert (second.row.reason, second.row.changed_by, second.row.revision) == ("Sesuai KTP", chair, 2)
    assert second.voter.nik == first.voter.nik
    assert count_of(held) == 1


def test_a_correction_needs_a_reason_a_name_and_a_change() -> None:
    held, chair, seen = one_person()
    for wrong, code in (
        (correction(seen, "  ", name="X"), "change-without-reason"),
        (correction(seen, name=" "), "name-missing"),
        (correction(seen), "nothing-changed"),
    ):
        with pytest.raises(PilkadesError) as told:
            correct_voter(chair, held.pk, wrong, at=NOW)
        assert code_of(told) == code


def test_nobody_writes_over_what_they_have_not_seen() -> None:
    held, chair, seen = one_person()
    correct_voter(chair, held.pk, correction(seen, rt="004"), at=NOW)
    with pytest.raises(PilkadesError) as told:
        correct_voter(chair, held.pk, correction(seen, rt="005"), at=NOW)
    assert code_of(told) == "row-changed"


def test_a_nik_of_somebody_else_is_not_given_twice() -> None:
    held, chair, seen = one_person()
    taken(chair, held, file_of([line(2)]))
    other = Nik.parse(nik(2, "120180"))
    with pytest.raises(PilkadesError) as told:
        correct_voter(chair, held.pk, correction(seen, nik=other), at=NOW)
    assert code_of(told) == "nik-on-register"
    with pytest.raises(PilkadesError) as added:
        add_voter(chair, held.pk, Voter(name="SIAPA", nik=other), at=NOW)
    assert code_of(added) == "nik-on-register"
    assert other.digits not in str(added.value)


def test_who_is_removed_stays_readable_with_the_reason_and_can_be_put_back() -> None:
    held, chair, seen = one_person()
    remove_voter(chair, held.pk, seen.person, 1, RemovalReason.DIED, "Surat kematian 12", at=NOW)
    assert (count_of(held), person_now(held, seen.person)) == (0, None)
    gone = history_of(held, seen.person)[-1]
    assert (gone.row.removal, gone.row.reason) == ("died", "Surat kematian 12")
    restore_voter(chair, held.pk, seen.person, "Salah orang", at=NOW)
    assert count_of(held) == 1
    with pytest.raises(Http404):
        restore_voter(chair, held.pk, seen.person, "lagi", at=NOW)


def test_a_file_never_brings_back_who_was_removed_nor_undoes_a_hand() -> None:
    held, chair, seen = one_person()
    taken(chair, held, file_of([line(2, "BUDI")]))
    budi = page_of(held, Wanted("budi")).people[0]
    remove_voter(chair, held.pk, budi.person, 1, RemovalReason.MOVED, at=NOW)
    correct_voter(chair, held.pk, correction(seen, name="SITI AMINAH BINTI ALI"), at=NOW)
    made = taken(chair, held, file_of([line(1, "SITI AMINAH"), line(2, "BUDI")]))
    assert (made.added, made.renewed, made.kept) == (0, 0, 2)
    assert [one.voter.name for one in page_of(held, Wanted()).people] == ["SITI AMINAH BINTI ALI"]


def test_no_hand_changes_the_register_while_a_file_is_taken() -> None:
    held, chair, seen = one_person()
    made = brought(chair, held, file_of([line(5)]))
    take_import(chair, held.pk, made.pk, at=NOW)
    attempts: list[Callable[[], object]] = [
        lambda: correct_voter(chair, held.pk, correction(seen, rt="009"), at=NOW),
        lambda: remove_voter(chair, held.pk, seen.person, 1, RemovalReason.DIED, at=NOW),
        lambda: add_voter(chair, held.pk, Voter(name="BARU"), at=NOW),
    ]
    for attempt in attempts:
        with pytest.raises(PilkadesError) as told:
            attempt()
        assert code_of(told) == "register-busy"


def test_a_registrar_works_in_the_own_rts_alone() -> None:
    held, _, seen = one_person()
    registrar = person("Petugas")
    grant = granted(registrar, Role.REGISTRAR, held.village)
    grant.areas = "001,003"
    grant.save()
    add_voter(registrar, held.pk, Voter(name="BARU", rt="003"), at=NOW)
    attempts: list[Callable[[], object]] = [
        lambda: add_voter(registrar, held.pk, Voter(name="LAIN", rt="002"), at=NOW),
        lambda: correct_voter(registrar, held.pk, correction(seen, rt="003"), at=NOW),
    ]
    for attempt in attempts:
        with pytest.raises(PilkadesError) as told:
            attempt()
        assert (code_of(told), told.value.fields["areas"]) == ("not-your-area", ["001", "003"])
    with pytest.raises(Http404):
        remove_voter(registrar, held.pk, seen.person, 1, RemovalReason.DIED, at=NOW)


def two_rows_of_one() -> tuple[Election, User, UUID, UUID]:
    held = election()
    chair = chair_of(held)
    taken(chair, held, file_of([line(1, "SITI"), line(1, "SITI AMINAH")]))
    one, other = (found.person for found in page_of(held, Wanted()).people)
    return held, chair, one, other


def test_a_pair_that_is_one_person_keeps_one_row_and_can_be_taken_back() -> None:
    held, chair, one, other = two_rows_of_one()
    decide_pair(chair, held.pk, Judged(other, one, Decided.SAME, "NIK sama"), at=NOW)
    assert count_of(held) == 2
    (gone,) = keep_one(chair, held.pk, one, "Baris kedua terketik dua kali", at=NOW)
    assert (gone.person, gone.removal, count_of(held)) == (other, "same_person", 1)
    undo_decision(chair, held.pk, one, other, "Ternyata kembar", at=NOW)
    assert (count_of(held), dict(standing_decisions(held))) == (2, {})


def test_a_pair_of_different_people_stays_apart() -> None:
    held, chair, one, other = two_rows_of_one()
    decide_pair(chair, held.pk, Judged(one, other, Decided.DIFFERENT, "Kembar"), at=NOW)
    (decision,) = standing_decisions(held).values()
    assert (decision.two, decision.decided) == (Two.of(str(one), str(other)), Decided.DIFFERENT)
    with pytest.raises(PilkadesError) as told:
        keep_one(chair, held.pk, one, at=NOW)
    assert code_of(told) == "not-in-group"


def test_what_does_not_stand_is_not_taken_back() -> None:
    held, chair, one, other = two_rows_of_one()
    with pytest.raises(PilkadesError) as told:
        undo_decision(chair, held.pk, one, other, at=NOW)
    assert code_of(told) == "nothing-to-undo"
    with pytest.raises(Http404):
        decide_pair(chair, held.pk, Judged(one, uuid4(), Decided.SAME), at=NOW)


def test_revisions_are_never_changed_in_place() -> None:
    held, chair, seen = one_person()
    before = VoterRow.objects.filter(pk=seen.row.pk).values().get()
    correct_voter(chair, held.pk, correction(seen, rt="004"), at=NOW)
    assert VoterRow.objects.filter(pk=seen.row.pk).values().get() == before
