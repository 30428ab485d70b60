"""Set up a wave from a list of villages: all of it, or nothing and every fault."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from pilkades.base.errors import Fault, FaultyInput
from pilkades.base.language import Text
from pilkades.web.core import clock
from pilkades.web.core.access import Need, access_county
from pilkades.web.core.models import Cohort, County, District, Village, Wave
from pilkades.web.core.services.open_election import opened
from pilkades.web.shared.models import User

_VILLAGE = re.compile(r"\d{2}\.\d{2}\.\d{2}\.\d{4}")
_DISTRICT_LENGTH = len("33.28.01")


@dataclass(frozen=True, slots=True)
class VillageRow:
    """A line of the list; `at` says where it stands, as people find it (row 7)."""

    at: str
    code: str
    village: str
    district: str
    cohort: str = ""


@dataclass(frozen=True, slots=True)
class WavePlan:
    """A wave as its list has it: its villages, and for each cohort the day on which the terms end."""

    file: str
    name: str
    polling_day: date
    rehearsal: bool
    cohorts: tuple[tuple[str, date], ...]
    villages: tuple[VillageRow, ...]


def set_up_wave(user: User, county_id: int, plan: WavePlan, *, at: datetime | None = None) -> Wave:
    """Make the wave, its cohorts, the districts and villages that are new, and open every election.

    Raises:
        NotThereError: the county is not there for this person.
        FaultyInput: every fault of the list; nothing was made.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        county = access_county(user, county_id, Need.OPEN, moment)
        # Two who set up the same list at once: the second waits here, and then finds the name taken.
        County.objects.select_for_update(no_key=True).get(pk=county.pk)
        faults = faults_of(county, plan)
        if faults:
            raise FaultyInput(faults)
        wave = Wave.objects.create(
            county=county, name=plan.name.strip(), polling_day=plan.polling_day, rehearsal=plan.rehearsal
        )
        cohorts = {
            name: Cohort.objects.create(wave=wave, name=name, term_ends=day) for name, day in plan.cohorts
        }
        villages = _villages(county, plan.villages)
        for row in plan.villages:
            opened(wave, villages[row.code], cohorts.get(row.cohort), moment)
        return wave


def faults_of(county: County, plan: WavePlan) -> tuple[Fault, ...]:
    """All that is wrong with a list, for the preview and before anything is made."""
    return (*_faults_of_wave(county, plan), *_faults_of_rows(county, plan))


def _faults_of_wave(county: County, plan: WavePlan) -> Iterator[Fault]:
    if not plan.name.strip():
        yield _fault(plan, "-", _NO_NAME, _GIVE_NAME)
    elif Wave.objects.filter(county=county, name=plan.name.strip(), rehearsal=plan.rehearsal).exists():
        yield _fault(plan, plan.name, _NAME_TAKEN, _OTHER_NAME)
    if not plan.villages:
        yield _fault(plan, "-", _NO_VILLAGES, _ADD_VILLAGES)
    for name, count in Counter(name for name, _ in plan.cohorts).items():
        if count > 1:
            yield _fault(plan, name, _COHORT_TWICE, _ONE_LINE)


def _faults_of_rows(county: County, plan: WavePlan) -> Iterator[Fault]:
    counts = Counter(row.code for row in plan.villages)
    cohorts = {name for name, _ in plan.cohorts}
    for row in plan.villages:
        if not _VILLAGE.fullmatch(row.code):
            yield _fault(plan, row.at, _BAD_CODE.fill(code=row.code), _WRITE_CODE)
        elif not row.code.startswith(f"{county.code}."):
            yield _fault(plan, row.at, _OTHER_COUNTY.fill(code=row.code, county=county.name), _TAKE_OUT)
        if counts[row.code] > 1:
            yield _fault(plan, row.at, _CODE_TWICE.fill(code=row.code), _ONE_LINE)
        if not row.village.strip() or not row.district.strip():
            yield _fault(plan, row.at, _NAMELESS, _WRITE_NAMES)
        if row.cohort and row.cohort not in cohorts:
            yield _fault(plan, row.at, _NO_COHORT.fill(cohort=row.cohort), _WRITE_COHORT)


def _villages(county: County, rows: Sequence[VillageRow]) -> dict[str, Village]:
    districts = {row.code[:_DISTRICT_LENGTH]: row.district.strip() for row in rows}
    District.objects.bulk_create(
        [District(county=county, code=code, name=name) for code, name in districts.items()],
        ignore_conflicts=True,
    )
    ids = dict(District.objects.filter(code__in=districts).values_list("code", "pk"))
    Village.objects.bulk_create(
        [
            Village(district_id=ids[row.code[:_DISTRICT_LENGTH]], code=row.code, name=row.village.strip())
            for row in rows
        ],
        ignore_conflicts=True,
    )
    return {village.code: village for village in Village.objects.filter(code__in=[row.code for row in rows])}


def _fault(plan: WavePlan, key: str, problem: Text, remedy: Text) -> Fault:
    return Fault(plan.file, key, problem, remedy)


_NO_NAME = Text("Gelombang ini belum bernama.", "This wave has no name.")
_GIVE_NAME = Text("Tulis namanya.", "Write its name.")
_NAME_TAKEN = Text("Nama gelombang ini sudah dipakai.", "A wave has this name already.")
_OTHER_NAME = Text("Pilih nama lain.", "Choose another name.")
_NO_VILLAGES = Text("Daftar desa kosong.", "The list of villages is empty.")
_ADD_VILLAGES = Text("Isi sedikitnya satu desa.", "Fill in at least one village.")
_COHORT_TWICE = Text("Kelompok ini tertulis lebih dari sekali.", "This cohort is written more than once.")
_CODE_TWICE = Text("Kode {code} tertulis lebih dari sekali.", "Code {code} is written more than once.")
_ONE_LINE = Text("Sisakan satu baris.", "Leave one line.")
_BAD_CODE = Text("Kode desa {code} tidak terbaca.", "The village code {code} cannot be read.")
_WRITE_CODE = Text("Tulis seperti 33.28.01.2001.", "Write it like 33.28.01.2001.")
_OTHER_COUNTY = Text("Kode {code} bukan desa di {county}.", "Code {code} is no village of {county}.")
_TAKE_OUT = Text("Periksa kodenya, atau keluarkan baris ini.", "Check the code, or take this line out.")
_NAMELESS = Text("Nama desa atau kecamatan kosong.", "The name of the village or its district is empty.")
_WRITE_NAMES = Text("Tulis kedua nama itu.", "Write both names.")
_NO_COHORT = Text("Kelompok {cohort} tidak ada dalam daftar.", "Cohort {cohort} is not in the list.")
_WRITE_COHORT = Text(
    "Pakai nama kelompok yang ada, atau tambahkan kelompok itu dengan akhir masa jabatannya.",
    "Use a cohort of the list, or add it with the end of its terms.",
)
