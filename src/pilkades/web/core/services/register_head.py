"""The head of a register: what everybody who changes the register locks."""

from pilkades.base.errors import PilkadesError
from pilkades.web.core import clock
from pilkades.web.core.models import Election, ImportState, RegisterHead, VoterImport
from pilkades.web.core.vault.keys import SECRET_BYTES, Ring
from pilkades.web.core.vault.sealing import key_id, seal
from pilkades.web.core.voter_rows import list_key_place


def locked_head(election: Election, held: Ring) -> RegisterHead:
    """The head, locked until the caller's transaction ends; made with a list key of its own at first use.

    Raises:
        PilkadesError: as `demand_own_keys`.
    """
    sealed = seal(clock.chance(SECRET_BYTES), list_key_place(election.pk), held)
    RegisterHead.objects.get_or_create(election=election, defaults={"list_key": sealed})
    head = RegisterHead.objects.select_for_update(no_key=True).get(election=election)
    demand_own_keys(head, held)
    return head


def demand_own_keys(head: RegisterHead | None, held: Ring) -> None:
    """Let pass where the keys are those of this register: under others nobody on it would be found.

    Raises:
        PilkadesError: `vault-key-unknown`.
    """
    if head is not None and key_id(head.list_key) not in held.by_id:
        raise PilkadesError("vault-key-unknown", key=key_id(head.list_key).hex())


def changing_head(election: Election, held: Ring) -> RegisterHead:
    """The head, locked, for a change by hand.

    Raises:
        PilkadesError: `register-busy` while a file is being taken, which would not see the change; as
            `locked_head`.
    """
    head = locked_head(election, held)
    if VoterImport.objects.filter(election=election, state=ImportState.TAKING).exists():
        raise PilkadesError("register-busy")
    return head


def moved_on(head: RegisterHead) -> None:
    """Note that the register changed; the caller holds the lock."""
    head.version += 1
    head.save(update_fields=["version"])
