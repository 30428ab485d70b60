"""A small world with somebody in every role: what the matrix and the checklist walk through."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from django.test import Client
from tests.web.committee.conftest import signed_in
from tests.web.core import register
from tests.web.core.register import brought, file_of, line, taken
from tests.web.public.voter_scenes import fixed, on_register
from tests.web.scenes import NOW, draft, election, granted, person, village

from pilkades.register.changes import RemovalReason
from pilkades.register.duplicates import Reading
from pilkades.register.grounds import Ground
from pilkades.register.lists import ListKind
from pilkades.register.review import Decided
from pilkades.register.voter import Voter
from pilkades.web.core.models import (
    Election,
    FoundPair,
    Invitation,
    Job,
    JobState,
    Paper,
    RecordHead,
    Role,
    StaffAccess,
    Village,
    VoterImport,
)
from pilkades.web.core.queries.voters import standing_rows
from pilkades.web.core.services.add_voter import add_voter
from pilkades.web.core.services.append_act import append_act
from pilkades.web.core.services.attach_paper import Brought, attach_paper
from pilkades.web.core.services.calendar_feed import open_feed
from pilkades.web.core.services.decide_pair import Judged, decide_pair
from pilkades.web.core.services.export_list import export_register
from pilkades.web.core.services.file_objection import Filed, file_objection
from pilkades.web.core.services.grant_role import Order, Place
from pilkades.web.core.services.invite import invite
from pilkades.web.core.services.look_at_numbers import look_at_numbers
from pilkades.web.core.services.open_staff_access import open_staff_access
from pilkades.web.core.services.remove_voter import remove_voter
from pilkades.web.core.services.view_paper import view_paper
from pilkades.web.shared.models import User

PDF = b"%PDF-1.4 surat"


class Visitor(StrEnum):
    """Everybody who may come to an address: each role at its place, and those from elsewhere."""

    CHAIR = "village_chair"
    SECRETARY = "village_secretary"
    MEMBER = "village_member"
    BPD = "bpd"
    CAMAT = "camat"
    DISTRICT = "district"
    COUNTY = "county"
    SUPERVISOR = "supervisor"
    REGISTRAR = "registrar"
    OPERATOR = "operator with opened access"
    IDLE_OPERATOR = "operator without opened access"
    OTHER_CHAIR = "chair of another village"
    OTHER_COUNTY = "another county"
    ENDED_CHAIR = "chair whose time is over"
    NOBODY = "signed in without a role"
    STRANGER = "not signed in"


_PLACES: Mapping[Visitor, Role] = {
    visitor: Role(str(visitor)) for visitor in Visitor if str(visitor) in Role.values
}


@dataclass(frozen=True)
class World:
    """One election in its third act, its people, their clients."""

    held: Election
    act_id: str
    announcement_id: str
    calendar: str
    paper: Paper
    invitation: Invitation
    file: VoterImport
    voter: UUID
    removed: UUID
    people: Mapping[Visitor, User]
    registered: UUID
    objection: int

    def client(self, visitor: Visitor) -> Client:
        """A client of that visitor; of a stranger an empty one."""
        return signed_in(self.people[visitor]) if visitor in self.people else Client()


def made() -> World:
    """Make it; the caller holds the database."""
    held = election()
    district = held.village.district
    people: dict[Visitor, User] = {
        visitor: person(f"Orang {visitor}") for visitor in Visitor if visitor is not Visitor.STRANGER
    }
    places: dict[Role, Place] = {
        Role.COUNTY: district.county,
        Role.CAMAT: district,
        Role.DISTRICT: district,
        Role.SUPERVISOR: district.county,
    }
    for visitor, role in _PLACES.items():
        granted(people[visitor], role, places.get(role, held.village))
    other = village("33.29.01.2001", law="")
    granted(people[Visitor.OTHER_CHAIR], Role.VILLAGE_CHAIR, other)
    granted(people[Visitor.OTHER_COUNTY], Role.COUNTY, other.district.county)
    granted(
        people[Visitor.ENDED_CHAIR],
        Role.VILLAGE_CHAIR,
        held.village,
        starts=NOW - timedelta(days=40),
        days=30,
    )
    for visitor in (Visitor.OPERATOR, Visitor.IDLE_OPERATOR):
        people[visitor].is_operator = True
        people[visitor].save()
    StaffAccess.objects.create(
        user=people[Visitor.OPERATOR],
        reason="Memeriksa gangguan",
        starts=NOW - timedelta(minutes=5),
        until=NOW + timedelta(minutes=55),
    )
    chair = people[Visitor.CHAIR]
    first = append_act(chair, held.pk, draft("term", ends="2026-12-26"), held.head.digest, at=NOW)
    set_up = draft("committee_established", date="2026-06-10")
    second = append_act(chair, held.pk, set_up, first.act.digest, at=NOW)
    words = draft("announcement", title="Pendaftaran dibuka", words="Di balai desa.", date="2026-08-03")
    third = append_act(chair, held.pk, words, second.act.digest, at=NOW)
    fixed(held, count=3)
    posted = draft("dps_announced", date="2026-08-03")
    append_act(chair, held.pk, posted, third.act.digest, at=NOW)
    calendar = open_feed(chair, held.pk, at=NOW)
    paper = attach_paper(chair, held.pk, Brought(PDF, str(Path("surat.pdf")), personal=True), at=NOW)
    term = Order(Role.VILLAGE_MEMBER, held.village, NOW, NOW + timedelta(days=100))
    invitation = invite(people[Visitor.BPD], "Joko Susilo", term, at=NOW).invitation
    view_paper(people[Visitor.SUPERVISOR], held.pk, paper.digest, "Pengaduan 3", at=NOW)
    taken(chair, held, file_of([line(1)]))
    file = brought(chair, held, file_of([line(2), line(3, status="Z")]))
    voter = standing_rows(held).filter(brought__isnull=False).values_list("person", flat=True).get()
    other_voter = add_voter(chair, held.pk, Voter(name="Contoh Pindah"), at=NOW).person
    remove_voter(chair, held.pk, other_voter, 1, RemovalReason.MOVED, "Pindah", at=NOW)
    look_at_numbers(chair, held.pk, voter, at=NOW)
    export_register(chair, held.pk, "Arsip", at=NOW)
    held.refresh_from_db()
    registered = on_register(held, 100, by=people[Visitor.REGISTRAR]).person
    objection = file_objection(held, Filed(ListKind.DPS, Ground.DIED, "Tetangga saya meninggal."), at=NOW)
    _found_pair(chair, held, voter, registered)
    decide_pair(chair, held.pk, Judged(voter, registered, Decided.SAME), at=NOW)
    return World(
        held,
        first.act.id,
        third.act.id,
        calendar,
        paper,
        invitation,
        file,
        voter,
        other_voter,
        people,
        registered,
        objection.objection.pk,
    )


def _found_pair(chair: User, held: Election, *persons: UUID) -> None:
    """What a search would have found: these two, and nothing else."""
    job, _ = Job.objects.get_or_create(
        election=held,
        kind="find_pairs",
        defaults={"state": JobState.DONE, "asked_by": chair, "asked_at": NOW},
    )
    job.ended_at = NOW
    job.save()
    first, second = sorted(persons, key=str)
    rank, reading = 1 + FoundPair.objects.filter(job=job).count(), Reading.MAYBE_SAME.value
    FoundPair.objects.create(job=job, rank=rank, first=first, second=second, reading=reading)


def grow(world: World, number: int) -> None:
    """Add that many of everything that a page lists: acts, papers, people with roles, villages."""
    held, chair = world.held, world.people[Visitor.CHAIR]
    head = RecordHead.objects.get(election=held).digest
    start = Village.objects.count()
    for each in range(start, start + number):
        more = on_register(held, 1000 + each, by=world.people[Visitor.REGISTRAR], kk=None).person
        _found_pair(chair, held, world.voter, more)
        filed = Filed(ListKind.DPS, Ground.WRONG_DATA, f"Nama keliru, nomor {each}.")
        file_objection(held, filed, by=chair, at=NOW)
        made_now = draft("socialisation", date=f"2026-07-{each % 28 + 1:02d}")
        head = append_act(chair, held.pk, made_now, head, at=NOW).act.digest
        spent = draft("expense", item=f"Keperluan {each}", rupiah=each)
        head = append_act(chair, held.pk, spent, head, at=NOW).act.digest
        attach_paper(chair, held.pk, Brought(PDF + str(each).encode(), f"surat-{each}.pdf"), at=NOW)
        other = election(f"33.28.01.{3000 + each}")
        granted(person(f"Ketua {each}"), Role.VILLAGE_CHAIR, other.village)
        granted(person(f"Anggota {each}"), Role.VILLAGE_MEMBER, held.village)
        term = Order(Role.VILLAGE_MEMBER, held.village, NOW, NOW + timedelta(days=100))
        invite(world.people[Visitor.BPD], f"Calon anggota {each}", term, at=NOW)
        view_paper(world.people[Visitor.SUPERVISOR], held.pk, world.paper.digest, f"Pengaduan {each}", at=NOW)
        open_staff_access(world.people[Visitor.OPERATOR], f"Gangguan {each}", at=NOW)
        look_at_numbers(chair, held.pk, world.voter, at=NOW)
        export_register(chair, held.pk, f"Arsip {each}", at=NOW)
    taken(chair, held, register.people(number, first=1000 + start))
