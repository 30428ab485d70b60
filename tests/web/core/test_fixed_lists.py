"""DPS, corrections, DPTb, DPT: frozen with count, digest and act, each built on the one before."""

import json
from dataclasses import replace
from datetime import date

import pytest
from tests.web.core.register import file_of, line, people, taken
from tests.web.scenes import NOW, chair_of, draft, election

from pilkades.acts.payload import Office
from pilkades.base.day import Day
from pilkades.base.errors import PilkadesError
from pilkades.register.changes import ChangeKind, RemovalReason
from pilkades.register.lists import ListKind, freeze
from pilkades.register.nik import Nik
from pilkades.register.voter import Voter
from pilkades.web.core.models import Election, ListEntryRow, ListVersionRow
from pilkades.web.core.queries.lists import (
    changes_of,
    closed_dpt_of,
    entries_of,
    latest_of,
    number_on,
    page_of_list,
    parts_of,
    version_of,
)
from pilkades.web.core.queries.records import record_of
from pilkades.web.core.queries.voters import Wanted, page_of
from pilkades.web.core.services.add_voter import add_voter
from pilkades.web.core.services.append_act import append_act
from pilkades.web.core.services.attach_paper import path_of
from pilkades.web.core.services.correct_voter import Correction, correct_voter
from pilkades.web.core.services.fix_list import Fixing, draft_list, fix_list
from pilkades.web.core.services.note_death import note_death
from pilkades.web.core.services.remove_voter import remove_voter
from pilkades.web.shared.models import User

pytestmark = pytest.mark.django_db
ON = date(2026, 8, 3)


def fixed(user: User, held: Election, kind: ListKind, *, undecided: bool | None = True) -> ListVersionRow:
    held.refresh_from_db()
    return fix_list(user, held.pk, Fixing(kind, ON, undecided), held.head.digest, at=NOW)


def with_dps(number: int = 4) -> tuple[Election, User, ListVersionRow]:
    held = election()
    chair = chair_of(held)
    taken(chair, held, people(number))
    return held, chair, fixed(chair, held, ListKind.DPS)


def facts_of(held: Election) -> tuple[str, dict[str, object]]:
    held.refresh_from_db()
    act = record_of(held).acts[-1]
    return act.kind, {name: stated[-1].value for name, stated in act.facts.items()}


def test_a_dps_is_frozen_with_its_count_its_digest_and_its_act() -> None:
    held, _, dps = with_dps(4)
    assert (dps.number, dps.count, ListEntryRow.objects.filter(version=dps).count()) == (1, 4, 4)
    kind, facts = facts_of(held)
    assert (kind, facts["by"], facts["date"]) == ("dps", Office.COMMITTEE, Day.exactly(ON))
    assert record_of(held).acts[-1].id == dps.act_id


def test_the_acts_document_states_digest_and_count_and_names_nobody() -> None:
    held, _, dps = with_dps(4)
    held.refresh_from_db()
    (document,) = record_of(held).acts[-1].documents
    content = path_of(document.digest).read_text()
    stated = json.loads(content)
    assert (stated["digest"], stated["count"], stated["list"]) == (dps.digest, 4, "dps")
    assert "WARGA" not in content
    assert document.name == "dps-1.json"


def test_the_digest_is_that_of_the_rows_as_the_rule_on_lists_makes_it() -> None:
    _, _, dps = with_dps(4)
    read = version_of(dps)
    assert freeze(ListKind.DPS, entries_of(dps), read.order).digest == dps.digest


def test_who_is_not_certain_waits_for_the_committees_word() -> None:
    held = election()
    chair = chair_of(held)
    taken(chair, held, people(3))
    with pytest.raises(PilkadesError) as told:
        fixed(chair, held, ListKind.DPS, undecided=None)
    assert (told.value.code, told.value.fields["people"]) == ("voters-undecided", 3)
    facts = ("citizen", "resident", "residence_proven", "not_disenfranchised", "sound_mind")
    act = draft("voter_requirements", **dict.fromkeys(facts, True))
    append_act(chair, held.pk, replace(act, actor=None), held.head.digest, at=NOW)
    seen = draft_list(chair, held.pk, Fixing(ListKind.DPS, ON), at=NOW)
    assert (seen.version.count, seen.undecided) == (3, ())


def test_a_person_too_young_is_left_out_with_the_reason() -> None:
    held = election()
    chair = chair_of(held)
    taken(chair, held, file_of([line(1), line(2, tanggallahir="07-12-2009", status="B")]))
    seen = draft_list(chair, held.pk, Fixing(ListKind.DPS, ON, undecided=True), at=NOW)
    ((entry, judged),) = seen.left_out
    assert entry.voter.birth == Day.exactly(date(2009, 12, 7))
    assert any("Belum 17 tahun" in reason.message.id for reason in judged.reasons)


def test_a_corrected_dps_says_what_changed_and_why() -> None:
    held, chair, dps = with_dps(4)
    first, second, third, _ = page_of(held, Wanted()).people
    remove_voter(chair, held.pk, first.person, 1, RemovalReason.DIED, at=NOW)
    for seen in (second, third):
        new = replace(seen.voter, name=f"{seen.voter.name} BARU")
        correct_voter(chair, held.pk, Correction(seen.person, 1, new, "Sesuai KTP"), at=NOW)
    add_voter(chair, held.pk, Voter(name="TAMBAHAN", birth=Day.parse("1980-05-12"), rt="001"), at=NOW)
    corrected = fixed(chair, held, ListKind.DPS)
    assert (corrected.number, corrected.count, corrected.after) == (2, 4, dps)
    found = changes_of(corrected)
    assert [(one.kind, one.reason) for one in found if one.kind is ChangeKind.REMOVED] == [
        (ChangeKind.REMOVED, RemovalReason.DIED)
    ]
    assert sorted(one.kind for one in found) == ["added", "corrected", "corrected", "removed"]
    kind, facts = facts_of(held)
    assert (kind, facts["additions"], facts["corrections"]) == ("list_corrections", 1, 2)
    assert page_of_list(dps).total == 4
    assert all("BARU" not in row.listed.voter.name for row in page_of_list(dps).rows)


def test_a_dptb_is_of_those_on_no_dps_and_the_dpt_of_both() -> None:
    held, chair, _ = with_dps(3)
    add_voter(chair, held.pk, Voter(name="TAMBAHAN", birth=Day.parse("1980-05-12")), at=NOW)
    dptb = fixed(chair, held, ListKind.DPTB)
    assert [row.listed.voter.name for row in page_of_list(dptb).rows] == ["TAMBAHAN"]
    dpt = fixed(chair, held, ListKind.DPT)
    assert (dpt.count, facts_of(held)) == (4, ("dpt", {**facts_of(held)[1], "voters": 4}))
    with pytest.raises(PilkadesError) as told:
        fixed(chair, held, ListKind.DPS)
    assert told.value.code == "dpt-adopted"


def test_a_dpt_waits_until_the_lists_say_what_the_register_says() -> None:
    held, chair, _ = with_dps(3)
    seen = page_of(held, Wanted()).people[0]
    correct_voter(
        chair, held.pk, Correction(seen.person, 1, replace(seen.voter, rt="009"), "Pindah RT"), at=NOW
    )
    with pytest.raises(PilkadesError) as told:
        fixed(chair, held, ListKind.DPT)
    assert (told.value.code, told.value.fields["people"]) == ("lists-behind", 1)
    fixed(chair, held, ListKind.DPS)
    assert fixed(chair, held, ListKind.DPT).count == 3


@pytest.mark.parametrize("kind", [ListKind.DPTB, ListKind.DPT])
def test_without_a_dps_nothing_else_is_fixed(kind: ListKind) -> None:
    held = election()
    chair = chair_of(held)
    taken(chair, held, people(1))
    with pytest.raises(PilkadesError) as told:
        fixed(chair, held, kind)
    assert told.value.code == "no-dps"


def test_the_same_form_sent_twice_fixes_once() -> None:
    held = election()
    chair = chair_of(held)
    taken(chair, held, people(2))
    act_id = draft().id
    fixing = Fixing(ListKind.DPS, ON, undecided=True, act_id=act_id)
    head = held.head.digest
    first, second = (fix_list(chair, held.pk, fixing, head, at=NOW) for _ in range(2))
    assert first == second


def test_a_list_is_fixed_as_it_was_shown_and_not_as_it_became_meanwhile() -> None:
    held = election()
    chair = chair_of(held)
    taken(chair, held, people(2))
    seen = draft_list(chair, held.pk, Fixing(ListKind.DPS, ON), at=NOW).seen
    add_voter(chair, held.pk, Voter(name="Contoh Baru"), at=NOW)
    fixing = Fixing(ListKind.DPS, ON, undecided=True, seen=seen)
    with pytest.raises(PilkadesError) as told:
        fix_list(chair, held.pk, fixing, held.head.digest, at=NOW)
    assert told.value.code == "draft-changed"
    assert not ListVersionRow.objects.exists()
    seen = draft_list(chair, held.pk, Fixing(ListKind.DPS, ON), at=NOW).seen
    assert fix_list(chair, held.pk, replace(fixing, seen=seen), held.head.digest, at=NOW).count == 3


def test_a_death_is_noted_beside_the_dpt_and_the_list_stays_as_it_was() -> None:
    held, chair, _ = with_dps(3)
    dpt = fixed(chair, held, ListKind.DPT)
    before = version_of(dpt).digest
    person = page_of_list(dpt).rows[0].listed.person
    held.refresh_from_db()
    note_death(chair, held.pk, person, Day.parse("2026-08-01"), held.head.digest, "Surat 3", at=NOW)
    closed = closed_dpt_of(dpt)
    assert (closed.version.digest, closed.living, closed.remark_of(str(person))) == (
        before,
        2,
        "meninggal dunia",
    )
    assert page_of_list(dpt).rows[0].remark == "2026-08-01"
    _, facts = facts_of(held)
    assert (facts["deaths"], facts["deaths_noted"]) == (True, True)
    with pytest.raises(PilkadesError) as told:
        note_death(chair, held.pk, person, Day.parse("2026-08-01"), held.head.digest, at=NOW)
    assert told.value.code == "death-noted"


def test_a_death_is_noted_beside_a_dpt_alone_and_of_who_is_on_it() -> None:
    held, chair, _ = with_dps(2)
    person = page_of(held, Wanted()).people[0].person
    with pytest.raises(PilkadesError) as told:
        note_death(chair, held.pk, person, Day.parse("2026-08-01"), held.head.digest, at=NOW)
    assert told.value.code == "no-dpt"
    fixed(chair, held, ListKind.DPT)
    with pytest.raises(PilkadesError) as later:
        note_death(chair, held.pk, person, Day.parse("2026-08-09"), held.head.digest, at=NOW)
    assert later.value.code == "died-later"


def test_a_list_is_read_in_parts_under_its_own_numbers() -> None:
    held, _, dps = with_dps(12)
    assert parts_of(dps, "rt") == (("001", 2), ("002", 3), ("003", 3), ("004", 2), ("005", 2))
    part = page_of_list(dps, rt="001")
    assert part.total == 2
    assert [number_on(dps, row.listed.person) for row in part.rows] == [row.number for row in part.rows]
    assert latest_of(held, ListKind.DPS) == dps


def test_digests_of_other_elections_tell_nothing_of_a_shared_number() -> None:
    one, other = election("33.28.01.2001"), election("33.28.01.2002")
    marks = []
    for held in (one, other):
        chair = chair_of(held)
        taken(chair, held, people(1))
        marks.append(entries_of(fixed(chair, held, ListKind.DPS))[0])
    assert marks[0].voter.nik == marks[1].voter.nik != Nik.parse("9" * 16)
    assert marks[0].nik_mark != marks[1].nik_mark
