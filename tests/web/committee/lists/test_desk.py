"""The desk over proposals, pairs and deaths: what is typed wrong is told, what is right is carried on."""

from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.committee.conftest import signed_in
from tests.web.core.register import file_of, line, nik, taken
from tests.web.public.content import plain
from tests.web.scenes import NOW, chair_of, draft, election

from pilkades.register.grounds import Ground
from pilkades.register.lists import ListKind
from pilkades.web.core.models import DeathNote, Election, ObjectionDecision, PairDecision, RecordHead
from pilkades.web.core.queries.voters import standing_rows
from pilkades.web.core.services.append_act import append_act
from pilkades.web.core.services.file_objection import Filed, file_objection
from pilkades.web.core.services.fix_list import Fixing, fix_list
from pilkades.web.shared.models import User

pytestmark = pytest.mark.django_db
PEOPLE = (
    line(1, "SITI AMINAH", nik=f"'{nik(11)}"),
    line(2, "SITTI AMINAH", nik=f"'{nik(12)}"),
    line(3, "BUDI SANTOSO", nik=f"'{nik(50)}"),
)


@dataclass(frozen=True)
class Room:
    """A village with three people on its list, and its chair at the desk."""

    held: Election
    chair: User
    client: Client

    def at(self, rest: str) -> str:
        """The address of a page of the list."""
        return f"/desa/{self.held.pk}/daftar-pemilih/{rest}"

    def shown(self, rest: str, **sent: str) -> tuple[int, str]:
        """Status and words of a page, opened, or sent to where something is sent."""
        answer = self.client.post(self.at(rest), sent) if sent else self.client.get(self.at(rest))
        return answer.status_code, plain(answer.content.decode())

    def person(self, name: str) -> str:
        """The person of that name, as addresses name it."""
        return str(standing_rows(self.held).get(name=name).person)


@pytest.fixture
def room(db: None) -> Room:
    del db
    held = election()
    chair = chair_of(held)
    taken(chair, held, file_of(PEOPLE))
    return Room(held, chair, signed_in(chair))


def proposal(room: Room, ground: Ground, words: str = "Tolong diperiksa.") -> str:
    return f"usul/{file_objection(room.held, Filed(ListKind.DPS, ground, words), at=NOW).objection.pk}/"


def test_a_ruling_without_an_outcome_is_asked_for_and_what_was_typed_stays(room: Room) -> None:
    status, words = room.shown(proposal(room, Ground.DIED), alasan="Sudah ditanyakan.")
    assert status == 422
    assert "Pilih keputusannya." in words
    assert "Sudah ditanyakan." in words


def test_nothing_is_refused_without_a_reason(room: Room) -> None:
    status, words = room.shown(proposal(room, Ground.DIED), keputusan="refused")
    assert (status, ObjectionDecision.objects.count()) == (422, 0)
    assert "alasan" in words.lower()


def test_an_accepted_proposal_leads_to_the_row_that_it_concerns(room: Room) -> None:
    where, person = proposal(room, Ground.MOVED), room.person("BUDI SANTOSO")
    # The list was never posted, so nobody can say whether it came in time: the committee writes its basis.
    assert room.shown(where, keputusan="accepted", orang=person)[0] == 422
    sent = {"keputusan": "accepted", "orang": person, "dasar": "Rapat panitia 3 Agustus"}
    assert room.shown(where, **sent)[0] == 303
    page = room.client.get(room.at(where)).content.decode()
    assert reverse("committee:voters-people-remove", args=(room.held.pk, person)) in page
    assert "diterima" in plain(page)


def test_a_number_that_a_citizen_wrote_down_shows_its_tail_alone(room: Room) -> None:
    _, words = room.shown(proposal(room, Ground.NOT_LISTED, f"NIK saya {nik(77)}."))
    assert nik(77) not in words
    assert "…0077" in words


def test_who_is_the_same_person_leaves_only_once_somebody_chose_who_stays(room: Room) -> None:
    stays, leaves = room.person("SITI AMINAH"), room.person("SITTI AMINAH")
    sent = {"pertama": stays, "kedua": leaves, "keputusan": "same"}
    assert room.shown("mungkin-sama/putus/", **sent)[0] == 303
    assert standing_rows(room.held).count() == 3
    status, words = room.shown(f"mungkin-sama/{stays}/", alasan="KTP sama")
    assert status == 422
    assert "Pilih satu baris yang tetap." in words
    assert room.shown(f"mungkin-sama/{stays}/", tetap=stays, alasan="KTP sama")[0] == 303
    assert set(standing_rows(room.held).values_list("name", flat=True)) == {"SITI AMINAH", "BUDI SANTOSO"}
    assert room.shown("mungkin-sama/putus/", **{**sent, "keputusan": "undone"})[0] == 303
    assert standing_rows(room.held).count() == 3
    assert list(PairDecision.objects.values_list("answer", flat=True)) == ["same", "undone"]


def test_a_way_back_leads_nowhere_else(room: Room) -> None:
    sent = {"pertama": room.person("SITI AMINAH"), "kedua": room.person("BUDI SANTOSO")}
    sent |= {"keputusan": "different", "kembali": "https://lain.example/"}
    answer = room.client.post(room.at("mungkin-sama/putus/"), sent)
    assert answer.headers["Location"] == room.at("mungkin-sama/")


def test_a_death_is_noted_once_the_name_was_looked_at(room: Room) -> None:
    stated = ("citizen", "resident", "residence_proven", "not_disenfranchised", "sound_mind")
    head = room.held.head.digest
    act = draft("voter_requirements", **dict.fromkeys(stated, True))
    head = append_act(room.chair, room.held.pk, act, head, at=NOW).act.digest
    for kind in (ListKind.DPS, ListKind.DPT):
        fix_list(room.chair, room.held.pk, Fixing(kind, NOW.date()), head, at=NOW)
        head = RecordHead.objects.get(election=room.held).digest
    day = {"meninggal_0": "1", "meninggal_1": "8", "meninggal_2": "2026"}
    status, words = room.shown("tetap/meninggal/", nomor="9", kepala=head, **day)
    assert status == 422
    assert "DPT ini tidak memuat nomor itu." in words
    status, words = room.shown("tetap/meninggal/", nomor="1", kepala=head, **day)
    assert (status, DeathNote.objects.count()) == (200, 0)
    assert "Catat BUDI SANTOSO meninggal dunia" in words
    sure = room.person("BUDI SANTOSO")
    assert room.shown("tetap/meninggal/", nomor="1", kepala=head, pasti=sure, **day)[0] == 303
    assert str(DeathNote.objects.get().person) == sure
    assert "meninggal dunia" in room.shown("tetap/dpt/1/")[1]
