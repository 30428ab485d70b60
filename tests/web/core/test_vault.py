"""Sealing and marking: what lies in the database tells nothing, and opens only where it was put."""

import base64
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Barrier

import pytest
from pytest_django import Settings
from tests.web.core.register import nik, people, taken
from tests.web.scenes import NOW, chair_of, election

from pilkades.base.errors import PilkadesError
from pilkades.register.lists import ListKind
from pilkades.register.nik import Nik
from pilkades.register.voter import Voter
from pilkades.web.config import load
from pilkades.web.core.messages import said
from pilkades.web.core.services.add_voter import add_voter
from pilkades.web.core.services.am_i_listed import am_i_listed
from pilkades.web.core.services.fix_list import Fixing, fix_list
from pilkades.web.core.vault.keys import Key, Ring, add_key, ring
from pilkades.web.core.vault.sealing import Field, Place, key_id, open_sealed, seal

NIK = b"9901021205800001"
HERE = Place(7, "somebody", Field.NIK)
FIRST, SECOND = Key(b"1" * 32), Key(b"2" * 32)


def test_a_sealed_number_opens_and_shows_nothing_of_itself() -> None:
    held = Ring((FIRST,))
    sealed = seal(NIK, HERE, held)
    assert open_sealed(sealed, HERE, held) == NIK
    assert not any(NIK[at : at + 6] in sealed for at in range(10))
    assert seal(NIK, HERE, held) != sealed


@pytest.mark.parametrize(
    "elsewhere",
    [
        replace(HERE, election=8),
        replace(HERE, owner="somebody else"),
        replace(HERE, field=Field.KK),
    ],
    ids=["another election", "another person", "another field"],
)
def test_a_number_put_elsewhere_does_not_open(elsewhere: Place) -> None:
    held = Ring((FIRST,))
    with pytest.raises(PilkadesError) as told:
        open_sealed(seal(NIK, HERE, held), elsewhere, held)
    assert told.value.code == "vault-broken"


def test_a_changed_byte_is_found() -> None:
    held = Ring((FIRST,))
    sealed = bytearray(seal(NIK, HERE, held))
    sealed[-1] ^= 1
    with pytest.raises(PilkadesError) as told:
        open_sealed(bytes(sealed), HERE, held)
    assert "Kembalikan basis data dari cadangan." in said(told.value).id


def test_the_newest_key_seals_and_every_held_one_opens() -> None:
    old, both = Ring((FIRST,)), Ring((FIRST, SECOND))
    before, after = seal(NIK, HERE, old), seal(NIK, HERE, both)
    assert (key_id(before), key_id(after)) == (FIRST.id, SECOND.id)
    assert open_sealed(before, HERE, both) == open_sealed(after, HERE, both) == NIK


def test_a_value_under_an_unknown_key_is_told_in_words() -> None:
    with pytest.raises(PilkadesError) as told:
        open_sealed(seal(NIK, HERE, Ring((SECOND,))), HERE, Ring((FIRST,)))
    assert told.value.code == "vault-key-unknown"
    assert f"disegel dengan kunci {SECOND.id.hex()} yang tidak ada di sini" in said(told.value).id


def test_a_mark_is_the_same_each_time_and_another_under_another_key() -> None:
    assert FIRST.mark("nik:1") == FIRST.mark("nik:1") != FIRST.mark("kk:1")
    assert FIRST.mark("nik:1") != SECOND.mark("nik:1")
    assert Ring((FIRST, SECOND)).marks("nik:1") == (FIRST.mark("nik:1"), SECOND.mark("nik:1"))


def test_a_key_is_never_written_out_by_accident() -> None:
    assert "1111" not in repr(FIRST)
    assert "1111" not in repr(Ring((FIRST,)))


@pytest.mark.django_db
def test_the_key_file_is_made_at_first_use_for_its_owner_alone(own_data_folder: Path) -> None:
    first = ring()
    path = own_data_folder / "voter_keys"
    assert path.stat().st_mode & 0o777 == 0o600
    assert base64.urlsafe_b64decode(path.read_text().strip()) == first.newest.secret
    assert ring() == first
    assert [held.name for held in own_data_folder.iterdir()] == ["voter_keys"]


@pytest.mark.django_db
def test_a_new_key_goes_behind_the_others_and_is_seen_at_once(own_data_folder: Path) -> None:
    first = ring()
    second = add_key()
    assert second.keys[0] == first.newest
    assert second.newest != first.newest
    assert ring() == second
    assert (own_data_folder / "voter_keys").stat().st_mode & 0o777 == 0o600


def test_a_key_file_that_cannot_be_read_is_told_in_words(own_data_folder: Path) -> None:
    (own_data_folder / "voter_keys").write_text("bukan kunci\n")
    with pytest.raises(PilkadesError) as told:
        ring()
    assert told.value.code == "vault-keys-unreadable"


@pytest.mark.django_db
def test_two_who_add_a_key_at_once_lose_neither(own_data_folder: Path) -> None:
    ring()
    together = Barrier(8)

    def add(_number: int) -> bytes:
        together.wait()
        return add_key().newest.id

    with ThreadPoolExecutor(8) as several:
        list(several.map(add, range(8)))
    assert len((own_data_folder / "voter_keys").read_text().split()) == 9


@pytest.mark.django_db
def test_no_new_key_is_made_in_place_of_a_lost_one(own_data_folder: Path) -> None:
    held = election()
    taken(chair_of(held), held, people(1))
    (own_data_folder / "voter_keys").unlink()
    with pytest.raises(PilkadesError) as told:
        ring()
    assert told.value.code == "vault-keys-lost"
    assert str(own_data_folder) not in said(told.value).id
    assert not (own_data_folder / "voter_keys").exists()


@pytest.mark.django_db
def test_under_the_keys_of_another_server_nobody_is_told_that_they_are_not_listed(settings: Settings) -> None:
    held = election()
    chair = chair_of(held)
    taken(chair, held, people(2))
    fix_list(chair, held.pk, Fixing(ListKind.DPS, NOW.date(), undecided=True), held.head.digest, at=NOW)
    mine, born = Nik.parse(nik(1, "120180")), date(1980, 5, 12)
    assert am_i_listed(held, mine, born, asker="192.0.2.1", at=NOW).listed
    settings.CONFIG = replace(settings.CONFIG, voter_keys=(FIRST.words,))
    with pytest.raises(PilkadesError) as told:
        am_i_listed(held, mine, born, asker="192.0.2.1", at=NOW)
    assert told.value.code == "vault-key-unknown"
    with pytest.raises(PilkadesError) as told:
        add_voter(chair, held.pk, Voter(name="Contoh", nik=mine), at=NOW)
    assert told.value.code == "vault-key-unknown"


def test_keys_of_the_configuration_go_before_the_file(settings: Settings, own_data_folder: Path) -> None:
    settings.CONFIG = replace(settings.CONFIG, voter_keys=(FIRST.words, SECOND.words))
    assert ring() == Ring((FIRST, SECOND))
    assert list(own_data_folder.iterdir()) == []
    with pytest.raises(PilkadesError) as told:
        add_key()
    assert told.value.code == "vault-keys-configured"


def test_keys_are_read_from_the_environment(tmp_path: Path) -> None:
    held = load({"PILKADES_VOTER_KEYS": f"{FIRST.words},{SECOND.words}"}, tmp_path)
    assert held.voter_keys == (FIRST.words, SECOND.words)
    assert FIRST.words not in repr(held)


@pytest.mark.parametrize("written", ["pendek", base64.urlsafe_b64encode(b"1" * 31).decode(), "*" * 44])
def test_a_key_of_another_form_is_a_fault_of_the_configuration(tmp_path: Path, written: str) -> None:
    with pytest.raises(PilkadesError) as told:
        load({"PILKADES_VOTER_KEYS": written}, tmp_path)
    assert told.value.code == "faulty-input"
    assert written not in str(told.value)
