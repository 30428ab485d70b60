"""Writes the made-up county and the published elections into an empty database, in one transaction."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from pilkades.acts.act import Act
from pilkades.acts.payload import Office
from pilkades.acts.record import seal
from pilkades.web.core.models import (
    ActRow,
    Cohort,
    County,
    District,
    Election,
    Kinship,
    RecordHead,
    Role,
    StaffAccess,
    Village,
    Wave,
)
from pilkades.web.core.models.access import COMMITTEE_ROLES
from pilkades.web.core.queries.laws import rulebook_on
from pilkades.web.core.services.append_act import inserted
from pilkades.web.core.services.grant_role import Order, Place, give
from pilkades.web.core.services.open_election import opened
from pilkades.web.demonstration import names
from pilkades.web.demonstration.county import Wave as MadeWave
from pilkades.web.demonstration.county import waves
from pilkades.web.demonstration.published import Published, published
from pilkades.web.demonstration.registering import People, registered
from pilkades.web.demonstration.residents import POSTED
from pilkades.web.shared.models import User

PREFIX = "peragaan-"
COUNTIES = ("98.", "99.")
"""How accounts and codes of a demonstration begin; nothing else does."""

_SINCE, _UNTIL = timedelta(days=400), timedelta(days=400)
_AN_HOUR = timedelta(hours=8)
_OFFICE_OF: Mapping[Role, Office] = {
    Role.VILLAGE_CHAIR: Office.COMMITTEE_CHAIR,
    Role.VILLAGE_SECRETARY: Office.COMMITTEE,
    Role.VILLAGE_MEMBER: Office.REGISTRAR,
    Role.BPD: Office.BPD,
}
"""The office under which a person of a role acts: the same name stands in the acts."""
_WRITES: Mapping[Office, Role] = {
    Office.BPD: Role.BPD,
    Office.BUPATI: Role.COUNTY,
    Office.COUNTY_COMMITTEE: Role.COUNTY,
}
"""Who typed an act of an office; the committee's secretary typed all others."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """How much was written."""

    villages: int
    elections: int
    acts: int
    people: int


def is_empty() -> bool:
    """Whether the tables hold no county and nobody's account."""
    return not County.objects.exists() and not User.objects.exists()


@transaction.atomic(durable=True)
def load(today: date, now: datetime) -> Loaded:
    """Write everything as it stands on that day; `now` is when it was written."""
    loader = _Loader(today, now)
    loader.made_up()
    for one in published():
        loader.real(one)
    loader.operator()
    return Loaded(
        Village.objects.count(), Election.objects.count(), ActRow.objects.count(), User.objects.count()
    )


@dataclass(frozen=True, slots=True)
class _Loader:
    today: date
    now: datetime

    def made_up(self) -> None:
        county = County.objects.create(code=names.COUNTY_CODE, name=names.COUNTY)
        staff = self._person(county, Role.COUNTY, names.person("county"))
        self._person(county, Role.SUPERVISOR, names.person("supervisor"))
        villages: dict[str, Village] = {}
        writers: dict[str, Mapping[Role, User]] = {}
        for code, name in names.DISTRICTS.items():
            district = District.objects.create(county=county, code=code, name=name)
            self._person(district, Role.CAMAT, names.person("camat", code))
            self._person(district, Role.DISTRICT, names.person("district", code))
            for village_code, village in names.VILLAGES.items():
                if village_code.startswith(code):
                    made = Village.objects.create(district=district, code=village_code, name=village)
                    villages[village_code] = made
                    writers[village_code] = {Role.COUNTY: staff, **self._committee(made)}
        for wave in waves(self.today):
            self._wave(county, wave, villages, writers)

    def _committee(self, village: Village) -> dict[Role, User]:
        found = {
            role: self._person(village, role, names.person(village.code, str(_OFFICE_OF[role])))
            for role in _OFFICE_OF
        }
        if village.code == POSTED:
            name = names.person(village.code, str(Role.REGISTRAR))
            found[Role.REGISTRAR] = self._person(village, Role.REGISTRAR, name)
        return found

    def _wave(
        self,
        county: County,
        made: MadeWave,
        villages: Mapping[str, Village],
        writers: Mapping[str, Mapping[Role, User]],
    ) -> None:
        wave = Wave.objects.create(
            county=county, name=made.name, polling_day=made.polling_day, rehearsal=made.rehearsal
        )
        ends = sorted({one.election.term_ends for one in made.villages})
        cohorts = {
            day: Cohort.objects.create(wave=wave, name=f"Kelompok {number}", term_ends=day)
            for number, day in enumerate(ends, 1)
        }
        for one in made.villages:
            village = villages[one.election.code]
            opening = next((at for at, _ in one.acts()), self.now)
            election = opened(wave, village, cohorts[one.election.term_ends], opening)
            self._record(election, one.acts(), writers[village.code])
            if not made.rehearsal:
                held = writers[village.code]
                people = People(held[Role.VILLAGE_SECRETARY], held.get(Role.REGISTRAR))
                registered(election, people, self.today, self.now)

    def _record(
        self, election: Election, acts: Iterable[tuple[datetime, Act]], writers: Mapping[Role, User]
    ) -> None:
        head = RecordHead.objects.get(election=election)
        for at, act in acts:
            office = act.actor.office if act.actor else Office.COMMITTEE
            writer = writers[_WRITES.get(office, Role.VILLAGE_SECRETARY)]
            inserted(writer, election, head, seal(act, head.digest), at)

    def real(self, one: Published) -> None:
        case, code = one.case, one.code
        county = County.objects.create(code=code[:5], name=case.county_name, law=case.overlay or "")
        district = District.objects.create(county=county, code=code[:8], name=case.district)
        village = Village.objects.create(district=district, code=code, name=case.village)
        wave = Wave.objects.create(county=county, name=one.wave, polling_day=case.law_day)
        chair = self._person(village, Role.VILLAGE_CHAIR, f"Ketua panitia {case.village}")
        self._person(county, Role.COUNTY, f"Kabupaten {case.county_name}")
        election = Election.objects.create(
            # The name under which the case's own chain begins, so that each digest is the one of the replay.
            key=case.id,
            village=village,
            wave=wave,
            polling_day=case.law_day,
            rulebook_digest=rulebook_on(case.law_day, case.overlay).digest,
            opened_at=self.now,
        )
        head = RecordHead.objects.create(election=election, digest=case.record.start)
        for act in case.record.acts:
            inserted(chair, election, head, act, self.now)

    def operator(self) -> None:
        user = User.objects.create_user(f"{PREFIX}operator", names.person("operator"))
        User.objects.filter(pk=user.pk).update(is_operator=True)
        StaffAccess.objects.create(user=user, reason="Peragaan", starts=self.now, until=self.now + _AN_HOUR)

    def _person(self, place: Place, role: Role, name: str) -> User:
        user = User.objects.create_user(f"{PREFIX}{place.code}-{role}", name)
        order = Order(role, place, self.now - _SINCE, self.now + _UNTIL)
        give(None, user, order, Kinship.NONE if role in COMMITTEE_ROLES else Kinship.NOT_ASKED, self.now)
        return user
