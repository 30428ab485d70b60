"""A village with a fixed and announced voter list, for the tests of its public pages: nobody in it exists."""

from datetime import date, datetime
from itertools import count as count_up
from uuid import UUID

from tests.web.public.content import append
from tests.web.scenes import NOW, draft, election, person

from pilkades.base.day import Day
from pilkades.register.nik import Kk, Nik, Sex
from pilkades.register.voter import Marital, Voter
from pilkades.web.core.models import Election, ListEntryRow, ListVersionRow, VoterRow
from pilkades.web.core.vault.keys import ring
from pilkades.web.core.voter_rows import columns_of
from pilkades.web.shared.models import User

_lists = count_up(1)
# Province 99 is not assigned.
AREA = "990102"
NAMES = ("AMINAH CONTOH", "BUDI REKAAN", "CITRA UMPAMA", "DEDI MISALNYA", "ENDANG ANGGAPAN")


def voter(number: int, **changed: object) -> Voter:
    """Somebody invented; women and men in turn, five names, three RT, two TPS."""
    woman = number % 2 == 0
    day, year = number % 28 + 1, 1950 + number % 55
    digits = f"{AREA}{day + 40 * woman:02d}05{year % 100:02d}{number % 10_000:04d}"
    stated: dict[str, object] = {
        "name": f"{NAMES[number % 5]} {number:03d}",
        "nik": Nik(digits),
        "kk": Kk(f"{AREA}0101{number // 3:06d}"),
        "sex": Sex.FEMALE if woman else Sex.MALE,
        "birth": Day.exactly(date(year, 5, day)),
        "marital": Marital.MARRIED,
        "address": "Jalan Rahasia 7",
        "rt": f"{number % 3 + 1:03d}",
        "rw": "001",
        "dusun": "Krajan",
        "tps": f"{number % 2 + 1}",
        **changed,
    }
    return Voter(**stated)  # type: ignore[arg-type] # each value fits its own column


def on_register(
    held: Election, number: int, at: datetime = NOW, by: User | None = None, **changed: object
) -> VoterRow:
    """A row of the register, entered by hand."""
    who = by or person("Petugas Rekaan")
    mark = UUID(int=held.pk * 1_000_000 + number)
    columns = columns_of(voter(number, **changed), held.pk, mark, ring())
    return VoterRow.objects.create(election=held, person=mark, changed_at=at, changed_by=who, **columns)


def fixed(
    held: Election,
    kind: str = "dps",
    count: int = 12,
    *,
    at: datetime = NOW,
    number: int = 1,
    first: int = 1,
) -> ListVersionRow:
    """A list of so many people, fixed at that moment."""
    rows = [on_register(held, each) for each in range(first, first + count)]
    version = ListVersionRow.objects.create(
        election=held,
        kind=kind,
        number=number,
        digest=f"{next(_lists):064d}",
        count=count,
        order="tps,rt,name",
        act_id="00000000-0000-7000-8000-000000000001",
        fixed_at=at,
        fixed_by=person("Sri Penetap"),
    )
    for place, row in enumerate(rows, 1):
        ListEntryRow.objects.create(version=version, number=place, voter=row)
    return version


def posted(count: int = 12, code: str = "33.28.01.2001") -> Election:
    """A village whose DPS has been announced on the day of the scenes."""
    held = election(code)
    fixed(held, count=count)
    append(held, draft("dps_announced", date="2026-08-03"))
    return held
