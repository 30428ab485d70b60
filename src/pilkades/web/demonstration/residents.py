"""Who lives in the made-up villages: nobody who exists, and for each stage what a list of them lacks."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO

from pilkades.exchange.lists import WHOLE, page_of, write_xlsx
from pilkades.register.invented import Hamlet, village
from pilkades.register.invented_names import HAMLETS
from pilkades.register.nik import Nik
from pilkades.register.voter import Voter
from pilkades.web.demonstration.plan import stations

BEGUN, SEARCHED, POSTED, ADOPTED = "99.01.03.2002", "99.01.03.2001", "99.01.02.2004", "99.01.02.2003"
"""A file waits there; rows are compared; the DPS is posted; the DPT is adopted."""
VOTERS: Mapping[str, int] = {BEGUN: 384, SEARCHED: 420, POSTED: 520, ADOPTED: 612}
"""Small, so that the demonstration opens quickly."""
# An area of its own for each village, so that a number belongs to one person. None of them is assigned.
_AREAS: Mapping[str, str] = {BEGUN: "990132", SEARCHED: "990131", POSTED: "990124", ADOPTED: "990123"}
_PER_HAMLET = 14
_YOUNGEST = 16
_APART = 30
_ROWS_IN_A_FILE = 60


@dataclass(frozen=True, slots=True, repr=False)
class Listed:
    """A village on its way to the DPT: what a DPS corrected brought, and who came later still.

    Each correction is the row as it was taken and as it is right.
    """

    taken: tuple[Voter, ...]
    added: tuple[Voter, ...]
    corrected: tuple[tuple[Voter, Voter], ...]
    later: tuple[Voter, ...]


def residents(code: str, polling_day: date, *, with_stations: bool = False) -> tuple[Voter, ...]:
    """Everybody of voting age or nearly; a TPS stands in the rows once stations are planned."""
    everybody = village(code, tuple(_hamlets(VOTERS[code])), polling_day, area=_AREAS[code])
    grown = (one for one in everybody if _born_by(one, polling_day.year - _YOUNGEST))
    return tuple(one if with_stations else replace(one, tps="") for one in grown)


def on_the_way(code: str, polling_day: date, additions: int, corrections: int, later: int) -> Listed:
    """The residents, parted so that the lists hold just so many additions and corrections."""
    everybody = residents(code, polling_day, with_stations=True)
    voters = [one for one in everybody if one.tps]
    added, late, wrong = (
        [voters[_APART * turn + shift] for turn in range(count)]
        for shift, count in ((1, additions), (2, later), (3, corrections))
    )
    corrected = tuple((_miswritten(one, turn), one) for turn, one in enumerate(wrong))
    as_taken = {right.nik: miswritten for miswritten, right in corrected}
    absent = {one.nik for one in (*added, *late)}
    taken = tuple(as_taken.get(one.nik, one) for one in everybody if one.nik not in absent)
    return Listed(taken, tuple(added), corrected, tuple(late))


def noted_twice(people: Sequence[Voter]) -> Iterator[Voter]:
    """Rows that state somebody once more: written otherwise, without number, with another; and one slip."""
    first, second, third, fourth, fifth, sixth = (people[_APART * turn + 7] for turn in range(6))
    yield replace(first, name=_doubled(first.name), address="Jalan Umpama 4", rt="009")
    yield replace(second, nik=None, kk=None)
    yield replace(third, nik=_other_serial(third.nik))
    given, _, family = fourth.name.partition(" ")
    yield replace(fourth, name=f"{given[0]}. {family}", nik=_other_serial(fourth.nik), rt="008")
    yield replace(sixth, nik=fifth.nik)


def file_of(title: str, people: Sequence[Voter]) -> bytes:
    """A list as a spreadsheet."""
    target = BytesIO()
    write_xlsx(target, [page_of(title, [title], WHOLE, enumerate(people, start=1))])
    return target.getvalue()


def file_with_faults(people: Sequence[Voter]) -> bytes:
    """A short list as many are brought: most rows are right, some wait for a repair, some want a look."""
    page = page_of("Pemilih", ["Data pemilih"], WHOLE, enumerate(people[:_ROWS_IN_A_FILE], start=1))
    rows = [dict(zip(page.headings, row, strict=True)) for row in page.rows]
    for at, (heading, wrong) in enumerate(_FAULTS):
        row = rows[at * 3 + 1]
        row[heading] = wrong(row[heading]) if callable(wrong) else wrong
    rows[50]["NIK"] = rows[49]["NIK"]
    target = BytesIO()
    write_xlsx(target, [replace(page, rows=[tuple(row.values()) for row in rows])])
    return target.getvalue()


_FAULTS: tuple[tuple[str, str | Callable[[str], str]], ...] = (
    ("NIK", lambda nik: nik[:-1]),
    ("NIK", lambda nik: nik.replace("0", "O")),
    ("NIK", lambda nik: f"{nik[:6]}**********"),
    ("NAMA", ""),
    ("TANGGAL LAHIR", "31-02-1985"),
    ("TANGGAL LAHIR", "1971"),
    ("JENIS KELAMIN", "X"),
    ("STATUS PERKAWINAN", "K?"),
    ("NO KK", "hilang"),
    ("RT", "depan balai"),
    ("KETERANGAN", "Meninggal dunia"),
    ("NIK", ""),
)


def _hamlets(voters: int) -> Iterator[Hamlet]:
    """Two dusun to a TPS, which share its voters."""
    names = iter(HAMLETS)
    for number, size in enumerate(stations(voters), start=1):
        yield Hamlet(next(names), size // 2, size // _PER_HAMLET * 4, str(number))
        yield Hamlet(next(names), size - size // 2, size // _PER_HAMLET * 4, str(number))


def _born_by(one: Voter, year: int) -> bool:
    return one.birth is None or one.birth.earliest.year <= year


def _miswritten(one: Voter, way: int) -> Voter:
    ways = (
        replace(one, name=_doubled(one.name)),
        replace(one, name=one.name[:-1]),
        replace(one, address=""),
        replace(one, birth_place="Batu Ampira Lama"),
    )
    return ways[way % len(ways)]


def _doubled(name: str) -> str:
    middle = len(name) // 2
    return f"{name[:middle]}{name[middle - 1]}{name[middle:]}"


def _other_serial(nik: Nik | None) -> Nik | None:
    """The number with another last digit."""
    return nik and Nik.parse(f"{nik.digits[:-1]}{(int(nik.digits[-1]) + 5) % 10}")
