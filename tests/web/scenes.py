"""Short builders for tests of the web: places, people, roles, elections, drafts of acts."""

from datetime import UTC, date, datetime, timedelta
from itertools import count

from pilkades.acts.act import Act, Actor, Statement, read_fact
from pilkades.acts.identity import uuid7
from pilkades.acts.payload import Office
from pilkades.web.core.models import Cohort, County, District, Election, Grant, Role, Village, Wave
from pilkades.web.core.services.grant_role import Place, place_columns
from pilkades.web.core.services.open_election import opened
from pilkades.web.shared.models import User

NOW = datetime(2026, 8, 3, 2, 0, tzinfo=UTC)
POLLING_DAY = date(2026, 12, 6)
_numbers = count(1)


def person(name: str = "Siti Aminah") -> User:
    return User.objects.create_user(f"orang-{next(_numbers)}", name)


def county(code: str = "33.28", law: str = "tegal") -> County:
    made, _ = County.objects.get_or_create(code=code, defaults={"name": f"Kabupaten {code}", "law": law})
    return made


def village(code: str = "33.28.01.2001", law: str = "tegal") -> Village:
    above = county(code[:5], law)
    district, _ = District.objects.get_or_create(
        code=code[:8], defaults={"county": above, "name": f"Kecamatan {code[:8]}"}
    )
    made, _ = Village.objects.get_or_create(
        code=code, defaults={"district": district, "name": f"Desa {code}"}
    )
    return made


def wave(of: County, name: str = "Gelombang I", *, rehearsal: bool = False) -> Wave:
    made, _ = Wave.objects.get_or_create(
        county=of, name=name, rehearsal=rehearsal, defaults={"polling_day": POLLING_DAY}
    )
    return made


def election(code: str = "33.28.01.2001", *, rehearsal: bool = False, law: str = "tegal") -> Election:
    where = village(code, law)
    held = wave(where.district.county, rehearsal=rehearsal)
    cohort, _ = Cohort.objects.get_or_create(wave=held, name="Akhir 2026", term_ends=date(2026, 12, 26))
    return opened(held, where, cohort, NOW)


def granted(to: User, role: Role, place: Place, starts: datetime = NOW, days: int = 200) -> Grant:
    return Grant.objects.create(
        user=to,
        role=role,
        starts=starts,
        until=starts + timedelta(days=days),
        granted_at=starts,
        **place_columns(place),
    )


def chair_of(held: Election) -> User:
    made = person("Budi Santoso")
    granted(made, Role.VILLAGE_CHAIR, held.village)
    return made


def draft(kind: str = "bpd_notice", *, number: int | None = None, **facts: object) -> Act:
    stated = facts or {"date": "2026-06-02", "written": True}
    chosen = next(_numbers) if number is None else number
    return Act(
        id=uuid7(1_000_000 + chosen, chosen.to_bytes(10, "big")),
        kind=kind,
        facts={name: (Statement(read_fact(kind, name, value)),) for name, value in stated.items()},
        actor=Actor(Office.BPD, "Ketua BPD"),
    )
