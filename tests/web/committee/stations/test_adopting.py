from collections import Counter

import pytest
from tests.web.committee.conftest import Desk, signed_in
from tests.web.committee.stations.test_room import nothing_kept, village
from tests.web.core.register import file_of, kk, line, taken
from tests.web.scenes import granted, person

from pilkades.base.errors import PilkadesError
from pilkades.web.core.models import ActRow, Role, VoterRow
from pilkades.web.core.queries.voters import standing_rows
from pilkades.web.core.rows import act_of
from pilkades.web.core.services import adopt_stations as service

__all__ = ["nothing_kept", "village"]
ADOPT = "rencana-tps/tetapkan/?batas=30&dasar=rapat+panitia"
FILLED = {
    "date_0": "1",
    "date_1": "8",
    "date_2": "2026",
    "document": "07/PAN/2026",
    "oleh_orang": "Budi Santoso",
}


def opened(desk: Desk, address: str = ADOPT) -> dict[str, str]:
    """The form with what it carries along."""
    page = desk.client.get(desk.at(address))
    form = page.context["components"][-1].form
    hidden = {name: str(form[name].value()) for name in ("kepala", "nomor", "pilihan", "versi")}
    return {**hidden, **FILLED}


def sent(desk: Desk, values: dict[str, str], step: str = "catat") -> int:
    return desk.client.post(desk.at("rencana-tps/tetapkan/"), {**values, "langkah": step}).status_code


def test_what_is_about_to_be_adopted_is_shown_station_by_station_before_it_binds(village: Desk) -> None:
    values = opened(village)
    page = village.client.post(village.at("rencana-tps/tetapkan/"), values)
    rows = page.context["components"][0].rows
    assert [(row.label.id, str(row.value)) for row in rows[-2:]] == [
        ("TPS 1", "30 pemilih"),
        ("TPS 2", "30 pemilih"),
    ]
    assert not ActRow.objects.filter(election=village.held, kind="tps_plan").exists()


def test_the_act_states_the_stations_and_every_voter_gets_one(village: Desk) -> None:
    assert sent(village, opened(village)) == 303
    act = act_of(ActRow.objects.get(election=village.held, kind="tps_plan"))
    stations = act.facts["stations"][0].value
    assert [(row.name, row.voters) for row in stations] == [("TPS 1", 30), ("TPS 2", 30)]
    assert act.facts["count"][0].value == 2
    assert act.basis == ("rapat panitia",)
    held = Counter(standing_rows(village.held).values_list("tps", flat=True))
    assert held == {"TPS 1": 30, "TPS 2": 30}


def test_the_rows_before_stay_and_name_no_station(village: Desk) -> None:
    sent(village, opened(village))
    rows = VoterRow.objects.filter(election=village.held)
    assert (rows.count(), rows.filter(tps="", revision=1).count()) == (120, 60)
    assert set(standing_rows(village.held).values_list("revision", flat=True)) == {2}


def test_sent_twice_it_is_adopted_once(village: Desk) -> None:
    values = opened(village)
    assert [sent(village, values), sent(village, values)] == [303, 303]
    assert ActRow.objects.filter(election=village.held, kind="tps_plan").count() == 1
    assert VoterRow.objects.filter(election=village.held).count() == 120


def test_adopting_the_same_plan_again_writes_no_row_anew(village: Desk) -> None:
    for _ in range(2):
        assert sent(village, opened(village)) == 303
    assert ActRow.objects.filter(election=village.held, kind="tps_plan").count() == 2
    assert VoterRow.objects.filter(election=village.held).count() == 120


def test_a_register_that_changed_since_is_said_and_nothing_is_written(village: Desk) -> None:
    values = opened(village)
    taken(village.chair, village.held, file_of([line(900, rt="001", nokk=f"'{kk(900)}")]))
    assert sent(village, values) == 409
    assert not ActRow.objects.filter(election=village.held, kind="tps_plan").exists()
    assert not VoterRow.objects.exclude(tps="").exists()


def test_an_act_that_is_refused_leaves_every_voter_without_a_station(
    village: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise PilkadesError("office-not-yours", office="committee")

    values = opened(village)
    monkeypatch.setattr(service, "append_within", refuse)
    assert sent(village, values) == 422
    assert not VoterRow.objects.exclude(tps="").exists()


def test_a_member_of_the_committee_sees_the_plan_and_does_not_adopt_it(village: Desk) -> None:
    member = person("Anggota")
    granted(member, Role.VILLAGE_MEMBER, village.held.village)
    client = signed_in(member)
    page = client.get(village.at("rencana-tps/?batas=30"))
    assert page.status_code == 200
    assert "Tetapkan rencana ini" not in page.content.decode()
    assert client.get(village.at(ADOPT)).status_code == 404


def test_without_a_cap_the_way_back_is_shown_and_nothing_to_fill_in(village: Desk) -> None:
    words = village.client.get(village.at("rencana-tps/tetapkan/")).content.decode()
    assert "Isi batas pemilih satu TPS menurut panitia" in words
    assert "Kembali ke rencana" in words
