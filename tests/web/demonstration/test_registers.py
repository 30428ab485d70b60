"""Registers of made-up villages: their lists are what the acts state, and no number is anybody's."""

from django.test import Client

from pilkades.register.changes import ChangeKind, count_of
from pilkades.register.duplicates import Reading
from pilkades.register.lists import ListKind
from pilkades.register.voter import Voter
from pilkades.web.core.models import (
    ActRow,
    Election,
    Grant,
    ImportFault,
    ListVersionRow,
    Role,
    VoterImport,
    VoterObjection,
    VoterRow,
)
from pilkades.web.core.queries.found_pairs import pairs_page, searched
from pilkades.web.core.queries.lists import changes_of, latest_of, parts_of
from pilkades.web.core.queries.records import record_of
from pilkades.web.core.queries.voters import count_of as people_of
from pilkades.web.core.vault.keys import ring
from pilkades.web.core.voter_rows import voter_of
from pilkades.web.demonstration.loading import Loaded


def of(village: str) -> Election:
    """The election of that village which is no rehearsal."""
    return Election.objects.select_related("head").get(village__name=village, rehearsal=False)


def stated(election: Election, kind: str, name: str) -> object:
    """What the record says, in one act."""
    act = next(one for one in record_of(election).acts if one.kind == kind)
    return act.facts[name][-1].value


def numbers() -> list[Voter]:
    """Every row with its numbers opened."""
    held = ring()
    return [voter_of(row, held) for row in VoterRow.objects.all()]


def test_the_dpt_holds_as_many_as_its_act_states_and_each_tps_as_the_plan_states(loaded: Loaded) -> None:
    del loaded
    rekasari = of("Rekasari")
    dpt = latest_of(rekasari, ListKind.DPT)
    assert dpt is not None
    assert dpt.count == dpt.entries.count() == stated(rekasari, "dpt", "voters") == 612
    planned = stated(rekasari, "tps_plan", "stations")
    assert isinstance(planned, tuple | list)
    assert [(f"TPS {tps}", count) for tps, count in parts_of(dpt, "tps")] == [
        (one.name, one.voters) for one in planned
    ]


def test_the_corrected_dps_adds_and_corrects_as_many_as_its_act_states(loaded: Loaded) -> None:
    del loaded
    rekasari = of("Rekasari")
    corrected = latest_of(rekasari, ListKind.DPS)
    assert corrected is not None
    changed = changes_of(corrected)
    assert count_of(changed, ChangeKind.ADDED) == stated(rekasari, "list_corrections", "additions") == 6
    assert count_of(changed, ChangeKind.CORRECTED) == stated(rekasari, "list_corrections", "corrections")
    assert count_of(changed, ChangeKind.CORRECTED) == 10
    assert count_of(changed, ChangeKind.REMOVED) == 0


def test_each_list_is_fixed_by_the_act_of_its_village_at_that_moment(loaded: Loaded) -> None:
    del loaded
    kinds = []
    for version in ListVersionRow.objects.select_related("election__village").order_by("pk"):
        act = ActRow.objects.get(election=version.election, act_id=version.act_id)
        assert (version.fixed_at, version.fixed_by) == (act.recorded_at, act.recorded_by)
        kinds.append((version.election.village.name, version.kind, version.number, act.kind))
    assert sorted(kinds) == [
        ("Contohharjo", "dps", 1, "dps"),
        ("Rekasari", "dps", 1, "dps"),
        ("Rekasari", "dps", 2, "list_corrections"),
        ("Rekasari", "dpt", 1, "dpt"),
        ("Rekasari", "dptb", 1, "dptb"),
    ]


def test_a_file_waits_with_faults_of_many_kinds_and_has_changed_nothing(loaded: Loaded) -> None:
    del loaded
    brought = VoterImport.objects.get(election=of("Seumpama"))
    assert (brought.state, brought.ready + brought.waiting) == ("faulty", 60)
    assert brought.waiting >= 6
    kinds = set(ImportFault.objects.filter(brought=brought).values_list("kind", flat=True))
    assert {"nik-length", "nik-covered", "nik-repeated", "name-missing", "birth-impossible"} <= kinds
    assert {"sex-unknown", "birth-partial", "remark-report"} <= kinds
    assert people_of(of("Seumpama")) == 0


def test_citizens_proposed_on_the_posted_dps_and_one_has_an_answer(loaded: Loaded) -> None:
    del loaded
    contohharjo = of("Contohharjo")
    filed = VoterObjection.objects.filter(election=contohharjo)
    assert filed.count() == VoterObjection.objects.count() == 5
    assert [one.decisions.count() for one in filed] == [1, 0, 0, 0, 0]
    assert all(one.filed_at.date().isoformat() == "2026-11-19" for one in filed)
    assert filed[0].decisions.get().outcome == "accepted"
    corrected = VoterRow.objects.get(election=contohharjo, revision=2)
    assert (corrected.person, corrected.birth_place) == (filed[0].about, "Batu Ampira")


def test_rows_that_may_be_one_person_wait_for_the_committee(loaded: Loaded) -> None:
    del loaded
    bayangsari = of("Bayangsari")
    last = searched(bayangsari)
    assert not last.behind
    waiting = pairs_page(bayangsari, last.done, None)
    assert waiting.total >= 5
    assert {pair.reading for pair in waiting.pairs} >= {Reading.MAYBE_SAME, Reading.ONE_NUMBER}


def test_no_number_is_of_a_province_and_nobody_else_has_a_register(loaded: Loaded) -> None:
    del loaded
    found = numbers()
    assert len(found) > 1500
    for one in found:
        assert one.nik is None or one.nik.digits.startswith("99")
        assert one.kk is None or one.kk.digits.startswith("99")
    names = set(VoterRow.objects.values_list("election__village__name", flat=True))
    assert names == {"Bayangsari", "Contohharjo", "Rekasari"}
    assert not VoterRow.objects.filter(election__rehearsal=True).exists()


def test_a_registrar_begins_at_the_form_and_sees_the_village_that_is_posted(
    loaded: Loaded, visitor: Client
) -> None:
    del loaded
    registrar = Grant.objects.get(role=Role.REGISTRAR)
    answer = visitor.post("/demonstrasi/masuk/", {"orang": str(registrar.user_id)}, follow=True)
    assert answer.status_code == 200
    assert answer.request["PATH_INFO"] == f"/desa/{of('Contohharjo').pk}/pendataan/"
    assert visitor.get(f"/desa/{of('Contohharjo').pk}/daftar-pemilih/").status_code == 404


def test_everyone_sees_the_posted_list_with_covered_numbers(loaded: Loaded, visitor: Client) -> None:
    del loaded
    page = visitor.get(f"/publik/desa/{of('Contohharjo').key}/daftar-pemilih/").content.decode()
    on_list = latest_of(of("Contohharjo"), ListKind.DPS)
    assert on_list is not None
    assert f"{on_list.count}" in page
    assert not any(one.nik.digits in page for one in numbers() if one.nik)
