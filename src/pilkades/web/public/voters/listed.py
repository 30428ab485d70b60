"""The posted list as a page: who stands on it, by TPS and RT, in the order in which it was fixed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from urllib.parse import urlencode

from pilkades.base.language import EMPTY, Language, Text, joined
from pilkades.register.lists import LISTS, ListKind
from pilkades.register.nik import SEXES, Sex
from pilkades.register.summary import LEAST_CELL, TABLES, By, Summary
from pilkades.web.core.queries.posted_lists import Place, PostedLine
from pilkades.web.core.queries.postings import Posting
from pilkades.web.public.dates import capital
from pilkades.web.public.parts import Choice
from pilkades.web.public.voters.parts import Block, Count, Counts, CountTable, Line, Narrow
from pilkades.web.shared.components.due import Basis

ON_A_PAGE = 100
"""People on one page; its first load stays below 50 kB."""

_LONGEST = 300
_DIGITS = 4
_EVERY_TPS = Text("Semua TPS", "Every TPS")
_EVERY_RT = Text("Semua RT", "Every RT")
_RT = Text("RT {rt}", "RT {rt}")
_RT_RW = Text("RT {rt} / RW {rw}", "RT {rt} / RW {rw}")
_TPS = Text("TPS {tps}", "TPS {tps}")
_NO_TPS = Text("TPS belum ditentukan", "No TPS set yet")
_NO_RT = Text("RT tidak disebut", "no RT stated")
_DUSUN = Text("Dusun {dusun}", "Dusun {dusun}")
_NO_SEX = Text("tidak disebut", "not stated")
_DIED = Text("meninggal dunia", "died")
_NO_NIK = "–"
_FOUND = Text("{n} orang", "{n} people")
_FOUND_OF = Text("{n} dari {all} orang", "{n} of {all} people")
_SUMMARY = Text("Jumlah pemilih", "Number of voters")
_TOTAL = Text("{n} pemilih dalam {list}.", "{n} voters on the {list}.")
_FEW = Text("Kurang dari {n} pemilih dalam {list}.", "Fewer than {n} voters on the {list}.")
_WITHHELD = Text("tidak ditampilkan", "not shown")
_WHY_WITHHELD = Text(
    "Jumlah di bawah {n} tidak ditampilkan, agar tidak ada orang yang dikenali darinya.",
    "Numbers below {n} are not shown, so that nobody is recognised by them.",
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of the list the reader asks for; whatever is no page is the first."""

    tps: str = ""
    rt: str = ""
    page: int = 1

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Wanted":
        """Read it from an address; nothing in it can be wrong, and nothing in it names a person."""
        number = query.get("halaman", "")
        known = number.isascii() and number.isdecimal() and len(number) <= _DIGITS
        tps, rt = (query.get(name, "")[:_LONGEST].replace("\0", "") for name in ("tps", "rt"))
        return cls(tps, rt, max(1, int(number)) if known else 1)

    @property
    def query(self) -> str:
        """As it stands in an address; nothing where the whole list is asked for from its beginning."""
        held = {"tps": self.tps, "rt": self.rt, "halaman": str(self.page) if self.page > 1 else ""}
        kept = urlencode({name: value for name, value in held.items() if value})
        return f"?{kept}" if kept else ""

    def at(self, page: int) -> str:
        """The same at another page."""
        return replace(self, page=page).query or "?"


def list_name(kind: ListKind) -> Text:
    """`DPS (daftar pemilih sementara)`: the term of the law, explained."""
    short = kind.value.upper() if kind is not ListKind.DPTB else "DPTb"
    return Text("{short} ({long})", "{short} ({long})").fill(short=short, long=LISTS[kind])


def basis_of(posting: Posting) -> tuple[Basis, ...]:
    """The article that sets for how long it is posted."""
    return (Basis(posting.article, posting.evidence),) if posting.article else ()


def narrowing(
    wanted: Wanted, places: Iterable[Place], action: str, found: int, total: int, language: Language
) -> Narrow:
    """The two lists to choose from, with what is chosen."""
    held = tuple(places)
    stations = sorted({place.tps for place in held if place.tps}, key=lambda tps: tps.zfill(3))
    within = [place for place in held if not wanted.tps or place.tps == wanted.tps]
    narrowed = bool(wanted.tps or wanted.rt)
    return Narrow(
        action,
        _FOUND_OF.fill(n=found, all=total) if narrowed else _FOUND.fill(n=total),
        (
            Choice("", _EVERY_TPS.to(language)),
            *(Choice(tps, _TPS.fill(tps=tps).to(language), tps == wanted.tps) for tps in stations),
        ),
        (
            Choice("", _EVERY_RT.to(language)),
            *(
                Choice(
                    place.code,
                    joined([_neighbourhood(place), _dusun(place)], ", ").to(language),
                    place.code == wanted.rt,
                )
                for place in _once(within)
            ),
        ),
    )


def blocks(lines: Iterable[PostedLine]) -> Iterable[Block]:
    """One table for each TPS and RT, in the order of the list."""
    for place, several in groupby(lines, lambda line: line.place):
        station = _TPS.fill(tps=place.tps) if place.tps else _NO_TPS
        yield Block(
            joined([station, capital(_neighbourhood(place)), _dusun(place)], ", "),
            tuple(_line(each) for each in several),
        )


def counts(summary: Summary, kind: ListKind, left_out: Text) -> Counts:
    """The summary as it may be published; `left_out` says why first-time voters are not counted."""
    named = list_name(kind)
    total = _FEW.fill(n=LEAST_CELL, list=named)
    if summary.total is not None:
        total = _TOTAL.fill(n=summary.total, list=named)
    withheld = any(cell.count is None for cells in summary.tables.values() for cell in cells)
    return Counts(
        _SUMMARY,
        total,
        tuple(
            CountTable(
                capital(TABLES[by]),
                tuple(
                    Count(
                        capital(cell.label),
                        _WITHHELD if cell.count is None else Text("{n}", "{n}").fill(n=cell.count),
                    )
                    for cell in cells
                ),
            )
            for by, cells in summary.tables.items()
            if cells
        ),
        tuple(
            note
            for note in (
                _WHY_WITHHELD.fill(n=LEAST_CELL) if withheld else EMPTY,
                EMPTY if By.FIRST_VOTE in summary.tables else left_out,
            )
            if note
        ),
    )


def _line(line: PostedLine) -> Line:
    sex = SEXES[Sex(line.sex)] if line.sex else _NO_SEX
    return Line(line.number, line.name, line.nik or _NO_NIK, sex, _DIED if line.died else EMPTY)


def _neighbourhood(place: Place) -> Text:
    if not place.rt:
        return _NO_RT
    return _RT_RW.fill(rt=place.rt, rw=place.rw) if place.rw else _RT.fill(rt=place.rt)


def _dusun(place: Place) -> Text:
    return _DUSUN.fill(dusun=place.dusun.removeprefix("Dusun ")) if place.dusun else EMPTY


def _once(places: Iterable[Place]) -> list[Place]:
    """Each RT once, whichever its TPS."""
    found: dict[str, Place] = {}
    for place in places:
        if place.rt:
            found.setdefault(place.code, place)
    return [found[code] for code in sorted(found)]
