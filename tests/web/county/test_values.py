from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from tests.web.committee.conftest import signed_in
from tests.web.county.conftest import Office
from tests.web.county.villages import village_with
from tests.web.scenes import NOW, POLLING_DAY, chair_of, county, election, granted, person, village, wave

from pilkades.base.errors import PilkadesError
from pilkades.regulation.own_values import OwnInstrument, OwnValue
from pilkades.regulation.parameter import Evidence
from pilkades.web.core.models import County, CountyValue, Election, Role
from pilkades.web.core.queries import laws, overviews, records, states
from pilkades.web.core.queries.laws import law_in, law_of
from pilkades.web.core.services.state_value import state_value, withdraw_value
from pilkades.web.county.parts import History, Notes, ValueList
from pilkades.web.shared.components.decision import Check

OPENS = "nilai/polling.opens/"
TYPED = {
    "value": "07.00",
    "start_0": "10",
    "start_1": "8",
    "start_2": "2026",
    "instrument": "perbup",
    "number": "12",
    "year": "2026",
    "pasal": "5",
    "ayat": "2",
    "huruf": "a",
    "evidence": "primary",
    "quote": "Pemungutan suara dimulai pukul 07.00.",
    "reason": "Perbup sudah diundangkan",
}
OWN = OwnValue(
    "polling.opens",
    date(2026, 8, 10),
    "07.00",
    OwnInstrument("perbup", "12", 2026, "5(2).a"),
    Evidence.PRIMARY,
    "Pemungutan suara dimulai pukul 07.00.",
)


def checked(office: Office, address: str = OPENS, **other: str) -> Check:
    answer = office.client.post(office.at(address), {**TYPED, **other})
    assert answer.status_code == 200, answer.context["components"][0].form.errors
    (found,) = answer.context["components"]
    assert isinstance(found, Check)
    return found


def test_the_countys_open_questions_stand_first_with_no_article_dressed_up(office: Office) -> None:
    election()
    asked, held = office.client.get(office.at("nilai/")).context["components"]
    assert isinstance(asked, ValueList)
    # Kabupaten Tegal: no text that was read states the hours of the poll.
    words = {row.label.id: row.value.id for row in asked.rows}
    assert words["Jam mulai pemungutan suara"].startswith("Pukul berapa pemungutan suara dimulai")
    values = [(row.value.id, row.basis.article.notation) for row in held.rows if row.basis]
    # PP 16/2026 Pasal 39 ayat (2) huruf d: within 30 working days.
    assert ("30 hari kerja", "pp-16-2026:39(2).d") in values


def test_a_value_is_shown_with_what_it_changes_before_it_is_stated(office: Office) -> None:
    election("33.28.01.2001")
    election("33.28.01.2002")
    before = law_of(Election.objects.get(village__code="33.28.01.2001")).digest
    rows = {row.label.id: row.value for row in checked(office).rows}
    assert rows["Jam mulai pemungutan suara"] == time(7)
    assert rows["Desa yang hukumnya berubah"] == 2
    assert str(rows["Sidik hukum"]).startswith(before[:12])
    # No rule that is held reads the hour in Kabupaten Tegal.
    assert str(rows["Temuan dan batas"]) == "Tidak ada yang berubah hari ini"
    assert not CountyValue.objects.exists()


def test_findings_that_differ_and_limits_that_move_are_counted_by_village(office: Office) -> None:
    # From 1 July to 3 August there are 23 working days: within 30, not within 20.
    formed = ("committee_established", {"date": "2026-07-01"})
    village_with("33.28.01.2001", formed)
    village_with("33.28.01.2002", formed, ("budget", {"proposed_on": "2026-08-03"}))
    village_with("33.28.01.2003", ("budget", {"proposed_on": "2026-08-03"}))
    check = checked(office, "nilai/budget.proposed_within/", value="20", unit="working_day")
    told = [str(row.value) for row in check.rows]
    assert "1 desa: terpenuhi menjadi tidak terpenuhi" in told
    assert "1 desa: batasnya berpindah" in told
    assert 3 in [row.value for row in check.rows]


def test_a_stated_value_decides_for_every_village_and_shows_on_the_board(
    office: Office,
) -> None:
    held = election()
    frozen = held.rulebook_digest
    answer = office.client.post(office.at(OPENS), dict(checked(office).hidden))
    assert (answer.status_code, answer["Location"]) == (303, office.at(OPENS))
    now = Election.objects.select_related("village__district__county").get(pk=held.pk)
    law = law_of(now)
    assert (law.held("polling.opens").value, law.digest == frozen) == (time(7), False)
    page = office.client.get(office.board(wave(office.county))).context["components"]
    (notes,) = [part for part in page if isinstance(part, Notes)]
    assert notes.sentences[0].id.endswith("hukum berubah bagi 1 desa.")
    assert "Senin, 10 Agustus 2026" in notes.sentences[1].id
    assert "Perbup 12/2026 Pasal\N{NO-BREAK SPACE}5 ayat\N{NO-BREAK SPACE}(2)" in notes.sentences[1].id
    # Said once above, as it holds for every village; beside a village only where some are not touched.
    assert [row.notes for row in page[1].rows] == [()]
    village_with("33.28.01.2009")
    rows = office.client.get(office.board(wave(office.county))).context["components"][1].rows
    assert {row.village[-4:]: [words.id for words in row.notes] for row in rows} == {
        "2001": ["Hukum berubah sejak pemilihan ini dibuka."],
        "2009": [],
    }
    desk = signed_in(chair_of(now)).get(f"/desa/{held.pk}/tindakan/polling/").content.decode()
    assert "Pemungutan suara" in desk


def test_an_election_opened_afterwards_is_opened_under_the_new_law(office: Office) -> None:
    state_value(office.user, office.county.pk, OWN, "Perbup terbit", "", at=NOW)
    held = election()
    held = Election.objects.select_related("village__district__county").get(pk=held.pk)
    assert law_of(held).digest == held.rulebook_digest


def test_no_other_county_stands_under_it(office: Office) -> None:
    other = village("33.29.01.2001", law="").district.county
    before = law_in(other, POLLING_DAY).digest
    state_value(office.user, office.county.pk, OWN, "Perbup terbit", "", at=NOW)
    assert law_in(County.objects.get(pk=other.pk), POLLING_DAY).digest == before


def test_a_withdrawn_value_counts_no_more_and_stays_in_sight(office: Office) -> None:
    plain = law_in(office.county, POLLING_DAY).digest
    row = state_value(office.user, office.county.pk, OWN, "Perbup terbit", "", at=NOW)
    answer = office.client.post(
        office.at(OPENS), {"cabut": str(row.pk), "terakhir": row.digest, "alasan": "Salah pasal"}
    )
    assert answer.status_code == 303
    assert law_in(County.objects.get(pk=office.county.pk), POLLING_DAY).digest == plain
    parts = office.client.get(office.at(OPENS)).context["components"]
    (history,) = [part for part in parts if isinstance(part, History)]
    assert [(entry.tag.says.id, entry.hidden) for entry in history.entries] == [("Dicabut", ())]
    last = CountyValue.objects.latest("sequence").digest
    with pytest.raises(PilkadesError, match="no-such-value"):
        withdraw_value(office.user, office.county.pk, row.pk, "Lagi", last, at=NOW)


def test_two_who_state_at_once_do_not_write_over_each_other(office: Office) -> None:
    hidden = dict(checked(office).hidden)
    assert office.client.post(office.at(OPENS), hidden).status_code == 303
    answer = office.client.post(office.at(OPENS), hidden)
    assert answer.status_code == 422
    assert "berubah sementara Anda menulis" in answer.content.decode()
    assert CountyValue.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("value", "25.00"),
        ("value", ""),
        ("start_0", "31"),
        ("instrument", "uu"),
        ("year", "1"),
        ("pasal", "lima"),
        ("ayat", "x"),
        ("evidence", "yakin"),
        ("quote", " "),
        ("reason", ""),
    ],
)
def test_what_does_not_fit_is_told_and_what_was_typed_stays(office: Office, field: str, typed: str) -> None:
    changed = {**TYPED, field: typed, **({"start_1": "2"} if field == "start_0" else {})}
    answer = office.client.post(office.at(OPENS), changed)
    assert answer.status_code == 422
    form = answer.context["components"][0].form
    name = {"start_0": "start", "ayat": "pasal"}.get(field, field)
    assert set(form.errors) == {name}
    assert 'value="12"' in answer.content.decode()


def test_what_comes_back_changed_or_unreadable_is_not_stated(office: Office) -> None:
    sent: dict[str, Any]
    for sent in ({"isian": "{}"}, {"isian": "x"}, {"cabut": "x"}, {"cabut": "7", "alasan": "y"}):
        assert office.client.post(office.at(OPENS), sent).status_code == 422
    other = dict(checked(office).hidden)
    assert office.client.post(office.at("nilai/polling.closes/"), other).status_code == 422
    assert not CountyValue.objects.exists()


def test_a_table_of_the_law_cannot_be_stated_here_and_that_is_said(office: Office) -> None:
    election()
    page = office.client.get(office.at("nilai/candidacy.selection_weights/"))
    assert "belum dapat diisi di sini" in page.content.decode()
    assert office.client.post(office.at("nilai/candidacy.selection_weights/"), TYPED).status_code == 404
    assert office.client.get(office.at("nilai/polling.colour/")).status_code == 404


def test_only_the_county_itself_states_values(office: Office) -> None:
    watcher = person()
    granted(watcher, Role.SUPERVISOR, office.county)
    assert signed_in(watcher).get(office.at("nilai/")).status_code == 404
    assert signed_in(watcher).post(office.at(OPENS), TYPED).status_code == 404


@pytest.mark.parametrize(
    "statement", ["UPDATE core_countyvalue SET reason = 'x'", "DELETE FROM core_countyvalue"]
)
def test_the_database_keeps_what_was_stated(office: Office, statement: str) -> None:
    state_value(office.user, office.county.pk, OWN, "Perbup terbit", "", at=NOW)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert CountyValue.objects.get().reason == "Perbup terbit"


def test_questions_to_the_database_do_not_grow_with_values_or_villages(office: Office) -> None:
    counts = []
    seen = ""
    for several in (1, 30):
        for number in range(several):
            election(f"33.28.{several:02d}.{2001 + number}")
            own = replace(OWN, parameter="tps.max_voters", value=300 + number)
            seen = state_value(office.user, county().pk, own, "Uji", seen, at=NOW).digest
        asked = []
        for address in ("nilai/", "nilai/tps.max_voters/", f"gelombang/{wave(office.county).pk}/"):
            for kept in (records, states, overviews, laws):
                kept.forget()
            with CaptureQueriesContext(connection) as queries:
                assert office.client.get(office.at(address)).status_code == 200
            asked.append(len(queries))
        counts.append(asked)
    assert counts[0] == counts[1]
