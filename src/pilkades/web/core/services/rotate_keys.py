"""Put a new key in use: everything sealed and marked is sealed and marked anew, a batch at a time.

Nothing is lost when it is broken off: every key that was ever in use still opens, searches ask for the marks
of all keys, and begun again it goes on with what still lies under an older key. The marks on fixed lists are
made with a key of their own, which is only sealed anew: no digest of a list changes.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import connection, transaction

from pilkades.web.core.batches import in_batches
from pilkades.web.core.models import ImportState, RegisterHead, VoterImport, VoterObjection, VoterRow
from pilkades.web.core.vault import files
from pilkades.web.core.vault.keys import Ring, add_key, ring
from pilkades.web.core.vault.sealing import key_id, open_sealed, seal
from pilkades.web.core.voter_rows import (
    list_key_place,
    number_words,
    numbers_of,
    objection_places,
    voter_of,
)

Tell = Callable[[int], None]
_HELD = (
    ImportState.WAITING,
    ImportState.READING,
    ImportState.FAULTY,
    ImportState.READY,
    ImportState.TAKING,
)


@dataclass(frozen=True, slots=True)
class Rotated:
    """How many were sealed anew, and the id of the key that seals now."""

    people: int
    proposals: int
    files: int
    registers: int
    key: str


def rotate_keys(*, new_key: bool = True, tell: Tell = lambda _people: None) -> Rotated:
    """Seal everything anew under the newest key; first make that key, unless work broken off is finished.

    Raises:
        PilkadesError: `vault-keys-configured` where the configuration holds the keys and a new one is asked
            for; `vault-key-unknown`, `vault-broken`.
    """
    held = add_key() if new_key else ring()
    registers = _registers(held)
    proposals = _proposals(held)
    kept = _files(held)
    people = 0
    for number in _people(held):
        people += number
        tell(people)
    return Rotated(people, proposals, kept, registers, held.newest.id.hex())


def left_over(held: Ring) -> int:
    """How many people still lie under an older key."""
    return len(_old_rows(held))


def _old_rows(held: Ring) -> list[int]:
    """Rows of which a number lies under an older key, as the seals themselves say."""
    newest, found = held.newest.id, []
    rows = VoterRow.objects.order_by("pk").values_list("pk", "nik_sealed", "kk_sealed")
    for pk, nik, kk in rows.iterator(chunk_size=5_000):
        if any(sealed is not None and key_id(sealed) != newest for sealed in (nik, kk)):
            found.append(pk)
    return found


def _people(held: Ring) -> Iterator[int]:
    for batch in _until_none_is_left(held):
        with transaction.atomic():
            rows = list(VoterRow.objects.select_for_update(no_key=True).filter(pk__in=batch))
            values = []
            for row in rows:
                anew = numbers_of(voter_of(row, held), row.election_id, row.person, held)
                values.append((*(anew[name] for name in _COLUMNS), row.pk))
            with connection.cursor() as cursor:
                cursor.executemany(_ANEW, values)
        yield len(rows)


def _until_none_is_left(held: Ring) -> Iterator[list[int]]:
    """A file that is being taken meanwhile may still seal under the key that it began with: look again."""
    while old := _old_rows(held):
        yield from in_batches(old)


_COLUMNS = ("nik_sealed", "nik_mark", "kk_sealed", "kk_mark")
_ANEW = "UPDATE core_voterrow SET nik_sealed = %s, nik_mark = %s, kk_sealed = %s, kk_mark = %s WHERE id = %s"


def _registers(held: Ring) -> int:
    number = 0
    for head in RegisterHead.objects.all():
        if key_id(head.list_key) != held.newest.id:
            place = list_key_place(head.election_id)
            anew = seal(open_sealed(head.list_key, place, held), place, held)
            RegisterHead.objects.filter(pk=head.pk).update(list_key=anew)
            number += 1
    return number


def _proposals(held: Ring) -> int:
    number = 0
    for row in VoterObjection.objects.order_by("pk").iterator(chunk_size=500):
        if key_id(row.number_sealed) == held.newest.id:
            continue
        places = objection_places(row.election_id, row.token)
        kept = open_sealed(row.number_sealed, places.number, held)
        words = open_sealed(row.text_sealed, places.text, held)
        contact = open_sealed(row.contact_sealed, places.contact, held) if row.contact_sealed else None
        VoterObjection.objects.filter(pk=row.pk).update(
            number_sealed=seal(kept, places.number, held),
            number_mark=held.newest.mark(number_words(kept.decode())),
            text_sealed=seal(words, places.text, held),
            contact_sealed=seal(contact, places.contact, held) if contact is not None else None,
        )
        number += 1
    return number


def _files(held: Ring) -> int:
    number = 0
    for brought in VoterImport.objects.filter(state__in=_HELD):
        path = files.path_of(brought.token)
        if path.exists() and key_id(path.read_bytes()[:16]) != held.newest.id:
            content = files.content_of(brought.election_id, brought.token, held)
            files.keep(content, brought.election_id, brought.token, held)
            number += 1
    return number
