"""The head of a register: what everybody who changes the register locks."""

from pilkades.base.errors import PilkadesError
from pilkades.web.core import clock
from pilkades.web.core.models import Election, ImportState, RegisterHead, VoterImport
from pilkades.web.core.vault.keys import SECRET_BYTES, Ring
from pilkades.web.core.vault.sealing import seal
from pilkades.web.core.voter_rows import list_key_place


def locked_head(election: Election, held: Ring) -> RegisterHead:
    """The head, locked until the caller's transaction ends; made with a list key of its own at first use."""
    sealed = seal(clock.chance(SECRET_BYTES), list_key_place(election.pk), held)
    RegisterHead.objects.get_or_create(election=election, defaults={"list_key": sealed})
    return RegisterHead.objects.select_for_update(no_key=True).get(election=election)


def changing_head(election: Election, held: Ring) -> RegisterHead:
    """The head, locked, for a change by hand.

    Raises:
        PilkadesError: `register-busy` while a file is being taken, which would not see the change.
    """
    head = locked_head(election, held)
    if VoterImport.objects.filter(election=election, state=ImportState.TAKING).exists():
        raise PilkadesError("register-busy")
    return head


def moved_on(head: RegisterHead) -> None:
    """Note that the register changed; the caller holds the lock."""
    head.version += 1
    head.save(update_fields=["version"])
