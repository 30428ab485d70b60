"""Villages of people who do not exist: the same seed gives the same people, on every machine.

Nobody here is real. The numbers carry the area code 99, which no province has. Nothing is drawn by chance:
every choice is read off a hash of the seed.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import Enum, auto

from pilkades.base.day import Day
from pilkades.register.invented_names import HAMLETS, PLACES, STREETS, family_name, first_name
from pilkades.register.nik import WOMEN_ADD, Kk, Nik, Sex
from pilkades.register.voter import Disability, Marital, Proof, Voter

AREA = "990102"
"""The area of an invented village: a province, kabupaten and kecamatan that no decree names."""

_ELSEWHERE = ("990103", "990201", "990305", "997101")
_VOTING_AGE = 17
_THOUSAND = 1000
# Shares in a thousand. They are choices, not statistics.
_BORN_ELSEWHERE = 120
_DISABLED = 28
_TWINS = 15
_COUPLES = 820
_HOUSEHOLDS_TO_AN_RT = 30
# Before every day up to which a text counts residence; those of less than 150 days are too new by each.
_LONG_HERE = 400
_NEW_HERE = 150
_IN_EVERY_MONTH = 28
_SOME_NEVER_MARRY_BEFORE = 35
_WITH_PARENTS_BEFORE = 50


@dataclass(frozen=True, slots=True)
class Hamlet:
    """A dusun: exactly so many people who may vote, and so many who may not, most of them children."""

    name: str
    voters: int
    others: int = 0
    tps: str = ""


def evenly(voters: int, hamlets: int = 4) -> tuple[Hamlet, ...]:
    """A village of so many voters, shared out over its dusun, with two others to every three voters."""
    sizes = [voters // hamlets + (at < voters % hamlets) for at in range(hamlets)]
    return tuple(
        Hamlet(HAMLETS[at % len(HAMLETS)], size, size * 2 // 3, str(at + 1)) for at, size in enumerate(sizes)
    )


def village(
    seed: str, hamlets: Sequence[Hamlet], on: date, odd: int = 0, area: str = AREA
) -> tuple[Voter, ...]:
    """Everybody who lives there, family by family; `on` is the polling day by which the ages are set.

    So many voters in a thousand as `odd` says have a row with something to look at: no NIK, a NIK of another
    sex or birth date, a birth date of which only the year is known. They may vote all the same.
    Villages that are held against each other take different areas (six digits from 99), so that a number
    belongs to one person.
    """
    return tuple(people(seed, hamlets, on, odd, area))


def people(seed: str, hamlets: Sequence[Hamlet], on: date, odd: int = 0, area: str = AREA) -> Iterator[Voter]:
    """The same people one by one, for registers that are too large to be held."""
    numbers = _Numbers()
    for at, hamlet in enumerate(hamlets, start=1):
        settling = _Settling(f"{seed}/{at}", hamlet, f"{at:03d}", on, odd, area, numbers)
        yield from settling.people()


class _Chance:
    """Whole numbers read off a hash, one after another."""

    __slots__ = ("_key", "_rest", "_times")

    def __init__(self, key: str) -> None:
        self._key, self._times, self._rest = key, 0, 0

    def __call__(self, below: int) -> int:
        """A number from 0 to below that."""
        if self._rest < 1 << 64:
            hashed = hashlib.blake2b(f"{self._key}/{self._times}".encode()).digest()
            self._times, self._rest = self._times + 1, int.from_bytes(hashed, "big")
        self._rest, drawn = divmod(self._rest, below)
        return drawn

    def happens(self, share: int) -> bool:
        """Whether one of so many in a thousand."""
        return self(_THOUSAND) < share


class _Numbers:
    """Serials as an office hands them out: from 0001 for each area and date."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def next(self, before_serial: str) -> str:
        self._given[before_serial] += 1
        return f"{before_serial}{self._given[before_serial]:04d}"


class _Standing(Enum):
    """Why somebody may vote or not."""

    VOTER = auto()
    CHILD = auto()
    DEAD = auto()
    MOVED = auto()
    NEWCOMER = auto()


@dataclass(slots=True)
class _Member:
    sex: Sex
    age: int
    marital: Marital
    standing: _Standing = _Standing.VOTER
    twin: bool = False


@dataclass(slots=True)
class _Household:
    members: list[_Member]
    children: list[_Member] = field(default_factory=list)


@dataclass(slots=True)
class _Settling:
    """One dusun being filled."""

    seed: str
    hamlet: Hamlet
    rw: str
    on: date
    odd: int
    area: str
    numbers: _Numbers

    def people(self) -> Iterator[Voter]:
        households = self._households()
        for at, household in enumerate(households):
            chance = _Chance(f"{self.seed}/family/{at}")
            name, kk = family_name(chance), self._kk(chance)
            home = replace(
                _NOBODY,
                kk=kk,
                address=f"{STREETS[chance(len(STREETS))]} {chance(90) + 1}",
                rt=f"{at // _HOUSEHOLDS_TO_AN_RT + 1:03d}",
                rw=self.rw,
                dusun=self.hamlet.name,
                tps=self.hamlet.tps,
            )
            born: date | None = None
            taken: set[str] = set()
            for number, member in enumerate((*household.members, *household.children)):
                drawn = _Chance(f"{self.seed}/{at}/{number}")
                born = born if member.twin and born else self._birth(drawn, member.age)
                person = self._person(drawn, home, member, born, name)
                # Nobody gives two of one family one name, and twins least of all.
                other = _Chance(f"{self.seed}/{at}/{number}/name")
                while person.name in taken:
                    first = first_name(other, woman=member.sex is Sex.FEMALE)
                    person = replace(person, name=f"{first} {name}")
                taken.add(person.name)
                yield person

    def _households(self) -> list[_Household]:
        chance = _Chance(f"{self.seed}/households")
        households: list[_Household] = []
        left = self.hamlet.voters
        while left:
            household = _Household(_adults(chance)[:left])
            left -= len(household.members)
            households.append(household)
        self._settle_others(chance, households)
        return households

    def _settle_others(self, chance: _Chance, households: list[_Household]) -> None:
        if not households and self.hamlet.others:
            households.append(_Household([]))
        others = self.hamlet.others
        few = {_Standing.DEAD: others // 50, _Standing.MOVED: others // 40, _Standing.NEWCOMER: others // 45}
        for standing, number in few.items():
            for _ in range(number):
                household = households[chance(len(households))]
                household.children.append(_other(chance, standing))
        parents = [home for home in households if home.members and home.members[0].age in range(22, 56)]
        for _ in range(others - sum(few.values())):
            home = (parents or households)[chance(len(parents or households))]
            oldest = min(_VOTING_AGE, max(1, home.members[0].age - 18)) if home.members else _VOTING_AGE
            sex = (Sex.MALE, Sex.FEMALE)[chance(2)]
            home.children.append(_Member(sex, chance(oldest), Marital.NEVER, _Standing.CHILD))

    def _birth(self, chance: _Chance, age: int) -> date:
        """A day that makes that age on the polling day; a birthday on that very day is one of them."""
        latest = _years_before(self.on, age)
        first = _years_before(self.on, age + 1) + timedelta(days=1)
        return latest - timedelta(days=chance((latest - first).days + 1))

    def _kk(self, chance: _Chance) -> Kk:
        issued = self.on - timedelta(days=500 + chance(5000))
        return Kk.parse(self.numbers.next(f"{self.area}{issued:%d%m%y}"))

    def _person(self, chance: _Chance, home: Voter, member: _Member, born: date, family: str) -> Voter:
        elsewhere = chance.happens(_BORN_ELSEWHERE)
        area = _ELSEWHERE[chance(len(_ELSEWHERE))] if elsewhere else self.area
        woman = member.sex is Sex.FEMALE
        day = born.day + (WOMEN_ADD if woman else 0)
        name = f"{first_name(chance, woman=woman)} {family}"
        here = Day.exactly(self._arrival(chance, member, born))
        grown = member.age >= _VOTING_AGE
        person = replace(
            home,
            name=name,
            nik=Nik.parse(self.numbers.next(f"{area}{day:02d}{born:%m%y}")),
            sex=member.sex,
            birth_place=PLACES[chance(len(PLACES))],
            birth=Day.exactly(born),
            marital=member.marital,
            tps=home.tps if member.standing is _Standing.VOTER else "",
            disabilities=_disabilities(chance),
            resident_since=here,
            registered_since=here,
            proofs=frozenset({Proof.KTP, Proof.KK}) if grown else frozenset({Proof.KK}),
            dead=member.standing is _Standing.DEAD,
            moved=member.standing is _Standing.MOVED,
            remark=_REMARKS.get(member.standing, ""),
        )
        odd = member.standing is _Standing.VOTER and chance.happens(self.odd)
        return self._made_odd(person, chance) if odd else person

    def _arrival(self, chance: _Chance, member: _Member, born: date) -> date:
        if member.standing is _Standing.NEWCOMER:
            return self.on - timedelta(days=1 + chance(_NEW_HERE))
        if member.standing is not _Standing.VOTER or chance(4):
            return born
        return max(born, self.on - timedelta(days=_LONG_HERE + chance(9000)))

    def _made_odd(self, person: Voter, chance: _Chance) -> Voter:
        """A row with something to look at; what makes the person a voter stays."""
        nik, birth = person.nik, person.birth
        if nik is None or birth is None:
            return person
        day, woman_adds = int(nik.digits[6:8]), WOMEN_ADD if person.sex is Sex.FEMALE else 0
        other_sex = day - woman_adds if woman_adds else day + WOMEN_ADD
        other_day = woman_adds + birth.earliest.day % _IN_EVERY_MONTH + 1
        year_known = replace(person, birth=Day.parse(f"{birth.earliest.year}"))
        of_age_by_any_day = self.on.year - birth.earliest.year > _VOTING_AGE + 1
        ways = (
            replace(person, nik=None),
            replace(person, nik=_renumbered(nik, other_sex, self.numbers)),
            replace(person, nik=_renumbered(nik, other_day, self.numbers)),
            year_known if of_age_by_any_day else replace(person, nik=None),
        )
        return ways[chance(len(ways))]


def _renumbered(nik: Nik, day: int, numbers: _Numbers) -> Nik:
    return Nik.parse(numbers.next(f"{nik.digits[:6]}{day:02d}{nik.digits[8:12]}"))


_NOBODY = Voter(name="", citizen=True, disenfranchised=False, of_unsound_mind=False, military_or_police=False)
# As lists write it; a reader takes them for reports.
_REMARKS = {_Standing.DEAD: "Meninggal dunia", _Standing.MOVED: "Pindah domisili"}


def _adults(chance: _Chance) -> list[_Member]:
    """Those of a household who may vote: head, partner, grown children, sometimes a parent of the head."""
    man = chance(10) > 0
    age = 22 + chance(50) if chance(12) else 72 + chance(24)
    together = man and chance.happens(_COUPLES)
    alone = Marital.NEVER if age < _SOME_NEVER_MARRY_BEFORE and chance(2) else Marital.FORMERLY
    head = _Member(Sex.MALE if man else Sex.FEMALE, age, Marital.MARRIED if together else alone)
    members = [head]
    if together:
        members.append(_Member(Sex.FEMALE, max(18, age - chance(9)), Marital.MARRIED))
    if age in range(38, 68):
        members += _grown_children(chance, age)
    if age < _WITH_PARENTS_BEFORE and chance(8) == 0:
        parent = (Sex.MALE, Sex.FEMALE)[chance(3) > 0]
        members.append(_Member(parent, min(97, age + 20 + chance(15)), Marital.FORMERLY))
    return members


def _grown_children(chance: _Chance, parent: int) -> list[_Member]:
    grown: list[_Member] = []
    for _ in range(chance(4)):
        age = _VOTING_AGE + chance(max(1, min(14, parent - 18 - _VOTING_AGE)))
        grown.append(_Member((Sex.MALE, Sex.FEMALE)[chance(2)], age, Marital.NEVER))
        if chance.happens(_TWINS):
            grown.append(_Member(grown[-1].sex, age, Marital.NEVER, twin=True))
    return grown


def _other(chance: _Chance, standing: _Standing) -> _Member:
    sex = (Sex.MALE, Sex.FEMALE)[chance(2)]
    if standing is _Standing.DEAD:
        return _Member(sex, 58 + chance(35), Marital.FORMERLY, standing)
    return _Member(sex, 19 + chance(20), Marital.NEVER, standing)


def _disabilities(chance: _Chance) -> frozenset[Disability]:
    if not chance.happens(_DISABLED):
        return frozenset()
    kinds = tuple(Disability)
    first = kinds[chance(len(kinds))]
    return frozenset({first, kinds[chance(len(kinds))]} if chance(12) == 0 else {first})


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 2, 28)


# The figures are those of the case file bani-amas-2007: voters of each TPS (source 002, lines 1391 to 1394),
# 1,619 inhabitants (line 1210), 2 additions and 5 corrections of names (line 1384). The people are invented.
BANI_AMAS_POLL = date(2007, 6, 7)
BANI_AMAS = (
    Hamlet("Setagi Tapang", 209, 137, "1"),
    Hamlet("Sentagi", 350, 229, "2"),
    Hamlet("Timonong", 293, 191, "3"),
    Hamlet("Tampe", 127, 83, "4"),
)


@dataclass(frozen=True, slots=True, repr=False)
class BaniAmas:
    """Bani Amas 2007 with invented people: what the registrars wrote, and what the announcement brought.

    `registered` gives a DPS of 977; with the two additions, and five names put right, `people` gives the DPT
    of 979. Each correction is the row as registered and as corrected.
    """

    people: tuple[Voter, ...]
    registered: tuple[Voter, ...]
    additions: tuple[Voter, ...]
    corrections: tuple[tuple[Voter, Voter], ...]


def bani_amas() -> BaniAmas:
    """The 1,619 inhabitants, 979 of whom may vote."""
    everybody = village("bani amas", BANI_AMAS, BANI_AMAS_POLL)
    by_tps = {
        hamlet.tps: [at for at, one in enumerate(everybody) if one.tps == hamlet.tps] for hamlet in BANI_AMAS
    }
    added = (by_tps["2"][41], by_tps["4"][17])
    wrong = {by_tps[tps][place]: way for way, (tps, place) in enumerate(_MISWRITTEN_AT)}
    corrections = tuple(
        (replace(everybody[at], name=_miswritten(everybody[at].name, way)), everybody[at])
        for at, way in sorted(wrong.items())
    )
    as_registered = {right.nik: miswritten for miswritten, right in corrections}
    registered = tuple(as_registered.get(one.nik, one) for at, one in enumerate(everybody) if at not in added)
    return BaniAmas(everybody, registered, tuple(everybody[at] for at in added), corrections)


_MISWRITTEN_AT = (("1", 12), ("1", 140), ("2", 7), ("3", 88), ("3", 201))


def _miswritten(name: str, way: int) -> str:
    """A slip of the pen: two letters swapped, one lost, one doubled, one mistaken, the family name lost."""
    first, _, family = name.rpartition(" ")
    middle = len(family) // 2
    return (
        f"{first} {family[:middle]}{family[middle + 1]}{family[middle]}{family[middle + 2 :]}",
        f"{first} {family[:-1]}",
        f"{first} {family[:middle]}{family[middle]}{family[middle:]}",
        f"{first} {family[0]}{'e' if family[1] != 'e' else 'o'}{family[2:]}",
        first,
    )[way]
