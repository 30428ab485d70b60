import pytest
from django.db import connection
from tests.web.scenes import NOW, chair_of, draft, election

from pilkades.web.core.guards import missing_guards
from pilkades.web.core.models import ActRow
from pilkades.web.core.services.append_act import append_act


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("_turn", [1, 2])
def test_a_test_that_commits_leaves_no_act_and_every_guard(_turn: int) -> None:
    assert missing_guards(connection) == ()
    assert not ActRow.objects.exists()
    held = election()
    append_act(chair_of(held), held.pk, draft(), held.head.digest, at=NOW)
    assert ActRow.objects.exists()
