"""What is loaded: the published elections as the replay tells them, and every chain whole."""

import pytest
from django.db import IntegrityError, connection, transaction
from tests.web.demonstration.conftest import NOW, TODAY

from pilkades.acts.verification import verify
from pilkades.cases.load import load_case, shipped
from pilkades.cases.replay import replay
from pilkades.web.core.guards import missing_guards
from pilkades.web.core.models import ActRow, County, Election, Grant, Role, Village
from pilkades.web.core.queries.records import record_of
from pilkades.web.core.queries.states import state_of
from pilkades.web.demonstration.loading import Loaded, is_empty, load
from pilkades.web.shared.models import User


@pytest.mark.parametrize("case", sorted(shipped()))
def test_the_site_says_of_a_published_election_what_the_replay_says(loaded: Loaded, case: str) -> None:
    del loaded
    told = replay(load_case(case))
    election = Election.objects.select_related("village__district__county", "head").get(key=case)
    state = state_of(election, TODAY)
    assert {one.rule: one.verdict for one in state.findings} == {
        one.rule: one.verdict for one in told.findings
    }
    assert [one.articles for one in state.findings] == [one.articles for one in told.findings]
    assert election.head.digest == told.case.record.head
    assert not state.law_changed


def test_every_chain_is_whole_and_guarded(loaded: Loaded) -> None:
    assert loaded.elections == Election.objects.count() == 12 + 2 + 3
    assert loaded.villages == 12 + 3
    for election in Election.objects.select_related("head"):
        checked = verify(record_of(election), expected_head=election.head.digest)
        assert (checked.broken, checked.acts) == (None, election.head.length)
    assert missing_guards(connection) == ()
    with pytest.raises(IntegrityError), transaction.atomic():
        ActRow.objects.all().delete()


def test_each_made_up_village_has_its_people_and_no_account_has_a_password(loaded: Loaded) -> None:
    del loaded
    for village in Village.objects.filter(code__startswith="99."):
        roles = Grant.objects.filter(village=village).values_list("role", flat=True)
        held = {Role.VILLAGE_CHAIR, Role.VILLAGE_SECRETARY, Role.VILLAGE_MEMBER, Role.BPD}
        # Where the DPS is posted somebody still registers voters.
        assert set(roles) == (held | {Role.REGISTRAR} if village.name == "Contohharjo" else held)
    assert not any(user.has_usable_password() for user in User.objects.all())
    assert User.objects.filter(is_operator=True).count() == 1


def test_who_acted_is_who_holds_the_role_there(loaded: Loaded) -> None:
    del loaded
    election = Election.objects.get(village__name="Khayalan")
    notice = next(act for act in record_of(election).acts if act.kind == "bpd_notice")
    bpd = Grant.objects.get(village=election.village, role=Role.BPD).user
    assert notice.actor is not None
    assert notice.actor.person == bpd.full_name
    assert ActRow.objects.get(election=election, kind="bpd_notice").recorded_by == bpd


def test_accounts_of_a_published_election_are_offices(loaded: Loaded) -> None:
    del loaded
    names = Grant.objects.filter(village__code__startswith="98.").values_list("user__full_name", flat=True)
    assert sorted(names) == ["Ketua panitia Balayan", "Ketua panitia Bandar Agung", "Ketua panitia Bani Amas"]


def test_a_database_that_holds_a_county_is_not_empty(db: None) -> None:
    del db
    assert is_empty()
    County.objects.create(code="33.28", name="Kabupaten Tegal")
    assert not is_empty()


def test_a_load_that_breaks_leaves_nothing(
    db: None, demonstration: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    del db, demonstration

    def broken() -> None:
        raise RuntimeError

    monkeypatch.setattr("pilkades.web.demonstration.loading.published", broken)
    with pytest.raises(RuntimeError):
        load(TODAY, NOW)
    assert is_empty()
