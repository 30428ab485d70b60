import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.scenes import NOW, chair_of, draft, election, granted, person

from pilkades.acts.act import Document
from pilkades.acts.corrections import grounds_of, reason_of
from pilkades.acts.record import Record
from pilkades.acts.verification import verify
from pilkades.base.digest import canonical
from pilkades.base.errors import PilkadesError
from pilkades.web.core.access import NotThereError
from pilkades.web.core.models import ActRow, RecordHead, Role
from pilkades.web.core.queries.records import record_of
from pilkades.web.core.services.append_act import ChangedError, append_act
from pilkades.web.core.services.correct_act import Change, correct_act

pytestmark = pytest.mark.django_db


def test_an_act_follows_the_head_that_the_writer_saw_and_becomes_the_head() -> None:
    held = election()
    start = Record(held.key).start
    stored = append_act(chair_of(held), held.pk, draft(), start, at=NOW)
    head = RecordHead.objects.get(election=held)
    assert (stored.sequence, stored.act.previous, head.digest, head.length) == (
        1,
        start,
        stored.act.digest,
        1,
    )


def test_a_row_holds_the_acts_canonical_json_and_nothing_else() -> None:
    held = election()
    append_act(chair_of(held), held.pk, draft(), held.head.digest, at=NOW)
    text = ActRow.objects.get().text
    assert canonical(json.loads(text)).decode() == text
    assert json.loads(text)["facts"]["date"][0]["value"] == "2026-06-02"


def test_the_moment_of_recording_is_on_the_villages_clock() -> None:
    held = election()
    stored = append_act(chair_of(held), held.pk, draft(), held.head.digest, at=NOW)
    assert stored.act.recorded == "2026-08-03T09:00:00+07:00"


def test_a_record_of_several_acts_is_found_whole() -> None:
    held = election()
    chair, head = chair_of(held), held.head.digest
    for _ in range(5):
        head = append_act(chair, held.pk, draft(), head, at=NOW).act.digest
    held.head.refresh_from_db()
    checked = verify(record_of(held), expected_head=head)
    assert (checked.whole, checked.acts) == (True, 5)


def test_sent_twice_an_act_stands_once() -> None:
    held = election()
    chair, sent = chair_of(held), draft()
    first = append_act(chair, held.pk, sent, held.head.digest, at=NOW)
    again = append_act(chair, held.pk, sent, held.head.digest, at=NOW + timedelta(minutes=3))
    assert (again.act, again.again, ActRow.objects.count()) == (first.act, True, 1)


def test_an_id_sent_with_other_content_is_refused() -> None:
    held = election()
    chair = chair_of(held)
    append_act(chair, held.pk, draft(number=7), held.head.digest, at=NOW)
    with pytest.raises(PilkadesError, match="act-id-taken"):
        append_act(chair, held.pk, draft(number=7, date="2026-06-03"), held.head.digest, at=NOW)


def test_who_writes_after_another_is_told_what_came_between_and_nothing_is_written() -> None:
    held = election()
    chair, seen = chair_of(held), held.head.digest
    one = append_act(chair, held.pk, draft(), seen, at=NOW)
    two = append_act(chair, held.pk, draft(), one.act.digest, at=NOW)
    with pytest.raises(ChangedError) as told:
        append_act(chair, held.pk, draft(), one.act.digest, at=NOW)
    assert (told.value.between, told.value.head, ActRow.objects.count()) == ((two.act,), two.act.digest, 2)
    with pytest.raises(ChangedError) as told:
        append_act(chair, held.pk, draft(), seen, at=NOW)
    assert told.value.between == (one.act, two.act)


def test_a_head_of_another_record_is_refused() -> None:
    held, other = election(), election("33.28.01.2002")
    with pytest.raises(PilkadesError, match="wrong-previous"):
        append_act(chair_of(held), held.pk, draft(), Record(other.key).start, at=NOW)


def test_the_cost_of_an_act_does_not_grow_with_the_record() -> None:
    held = election()
    chair, head = chair_of(held), held.head.digest
    counts = []
    for _ in range(30):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            head = append_act(chair, held.pk, draft(), head, at=NOW).act.digest
        counts.append(len(queries))
    assert counts[0] == counts[29]


def test_a_paper_must_be_attached_before_an_act_names_it() -> None:
    held = election()
    named = replace(draft(), documents=(Document("a" * 64, "application/pdf", "surat.pdf"),))
    with pytest.raises(PilkadesError, match="no-such-paper"):
        append_act(chair_of(held), held.pk, named, held.head.digest, at=NOW)


def test_a_year_that_no_calendar_reaches_is_refused() -> None:
    held = election()
    with pytest.raises(PilkadesError, match="year-out-of-reach"):
        append_act(chair_of(held), held.pk, draft(date="0226-06-02"), held.head.digest, at=NOW)


def test_a_member_does_not_record_for_the_bpd_but_the_bpd_does() -> None:
    held = election()
    member, council = person(), person()
    granted(member, Role.VILLAGE_MEMBER, held.village)
    granted(council, Role.BPD, held.village)
    with pytest.raises(PilkadesError, match="office-not-yours"):
        append_act(member, held.pk, draft(), held.head.digest, at=NOW)
    assert append_act(council, held.pk, draft(), held.head.digest, at=NOW).sequence == 1


def test_who_may_only_read_appends_nothing() -> None:
    held = election()
    supervisor = person()
    granted(supervisor, Role.SUPERVISOR, held.village)
    with pytest.raises(NotThereError):
        append_act(supervisor, held.pk, draft(), held.head.digest, at=NOW)
    assert not ActRow.objects.exists()


def test_a_correction_is_a_new_act_and_the_corrected_one_stays() -> None:
    held = election()
    chair = chair_of(held)
    wrong = append_act(chair, held.pk, draft(), held.head.digest, at=NOW)
    facts = draft(date="2026-06-12").facts
    right = correct_act(chair, held.pk, Change(wrong.act.id, facts, "salah ketik"), wrong.act.digest, at=NOW)
    held.head.refresh_from_db()
    record = record_of(held)
    assert (right.act.corrects, record.acts) == (wrong.act.id, (wrong.act, right.act))
    assert (reason_of(right.act), grounds_of(right.act)) == ("salah ketik", ())
    assert verify(record).whole


def test_a_correction_of_what_is_not_there_of_nothing_or_without_a_reason_is_refused() -> None:
    held = election()
    chair = chair_of(held)
    with pytest.raises(PilkadesError, match="correction-without-act"):
        correct_act(
            chair, held.pk, Change(draft().id, draft().facts, "salah ketik"), held.head.digest, at=NOW
        )
    with pytest.raises(PilkadesError, match="correction-without-change"):
        correct_act(chair, held.pk, Change(draft().id, {}, "salah ketik"), held.head.digest, at=NOW)
    with pytest.raises(PilkadesError, match="correction-without-reason"):
        correct_act(chair, held.pk, Change(draft().id, draft().facts, " "), held.head.digest, at=NOW)
