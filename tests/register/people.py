"""Synthetic people; their numbers carry an area code (99) that no province has."""

from dataclasses import replace
from datetime import date

from pilkades.base.day import Day
from pilkades.register.nik import Nik, Sex
from pilkades.register.reasons import Poll, Stated
from pilkades.register.voter import Marital, Proof, Voter
from pilkades.regulation.rulebook import Rulebook

BENGKAYANG_POLL = date(2007, 6, 7)
PERMENDAGRI_POLL = date(2019, 11, 17)
TEGAL_POLL = date(2027, 2, 3)
TEGAL_DPS = Day.exactly(date(2026, 12, 11))

EVERYTHING_STATED = Stated(
    citizen=True,
    resident=True,
    residence_proven=True,
    not_disenfranchised=True,
    sound_mind=True,
    civilian=True,
)


def number(born: date, sex: Sex = Sex.MALE, serial: int = 1, area: str = "990102") -> Nik:
    """A NIK as the Dukcapil page explains it: area, day (women plus 40), month, year, serial."""
    day = born.day + (40 if sex is Sex.FEMALE else 0)
    return Nik.parse(f"{area}{day:02d}{born.month:02d}{born.year % 100:02d}{serial:04d}")


def adult(**changes: object) -> Voter:
    """Somebody whose row states everything that any regime asks."""
    born = date(1980, 5, 12)
    whole = Voter(
        name="Contoh Satu",
        nik=number(born),
        sex=Sex.MALE,
        birth=Day.exactly(born),
        marital=Marital.NEVER,
        rt="001",
        dusun="Melati",
        resident_since=Day.exactly(date(1990, 1, 1)),
        registered_since=Day.exactly(date(1990, 1, 1)),
        proofs=frozenset(Proof),
        citizen=True,
        disenfranchised=False,
        of_unsound_mind=False,
        military_or_police=False,
    )
    return replace(whole, **changes)  # type: ignore[arg-type] # a test names the field it changes


def born(day: date, **changes: object) -> Voter:
    """The same person, born on another day, unmarried."""
    return adult(birth=Day.exactly(day), **changes)


def poll(
    day: date, county: str | None = None, dps: Day | None = None, stated: Stated = EVERYTHING_STATED
) -> Poll:
    """A poll under the law of its day."""
    return Poll(day, Rulebook.at(day, county), dps, stated)


BENGKAYANG = poll(BENGKAYANG_POLL, "bengkayang", Day.exactly(date(2007, 4, 13)))
PERMENDAGRI = poll(PERMENDAGRI_POLL, None, Day.exactly(date(2019, 9, 1)))
TEGAL = poll(TEGAL_POLL, "tegal", TEGAL_DPS)
