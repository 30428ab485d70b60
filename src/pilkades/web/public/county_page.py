"""Counties, and a county's villages: found by name or district, each with its stage and its next day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from urllib.parse import urlencode

from django.db.models import Count, Max, Min, Q, QuerySet

from pilkades.base.language import EMPTY, Language, Text, same
from pilkades.web.core.access import NotThereError, public_elections
from pilkades.web.core.models import County, Election
from pilkades.web.core.queries.states import State, states_of
from pilkades.web.public.course import reached_in
from pilkades.web.public.dates import dates_of, first_day, span
from pilkades.web.public.frame import address
from pilkades.web.public.parts import Choice, Group, Row, Search
from pilkades.web.shared.components.page import Empty, Pages
from pilkades.web.shared.components.words import long_day

ON_A_PAGE = 30
"""Villages on one page; first load stays below 50 kB."""

_LONGEST = 60
_DIGITS = 4
_POLL = Text("Pemungutan suara: {day}", "Poll: {day}")
_POLLS = Text("Pemungutan suara: {first} sampai {last}", "Polls: {first} to {last}")
_NEXT = Text("Berikutnya {by}: {what}, {day}", "Next, {by}: {what}, {day}")
_NOW = Text("Sekarang {by}: {what}, sampai {day}", "Now, {by}: {what}, until {day}")
_TODAY = Text("Hari ini {by}: {what}", "Today, {by}: {what}")
_DISTRICT = "Kecamatan "
_UNKNOWN_NEXT = Text("Tanggal berikutnya belum diketahui", "The next date is not known yet")
_COUNTIES = Text("Kabupaten dan kota", "Counties")
_NONE = Text("Belum ada pemilihan yang dibuka di sini.", "No election has been opened here yet.")
_NOT_FOUND = Text(
    "Tidak ada desa yang cocok. Periksa ejaannya, atau kosongkan pencarian.",
    "No village matches. Check the spelling, or empty the search.",
)
_FOUND = Text("{n} desa", "Villages: {n}")
_FOUND_OF = Text("{n} dari {all} desa", "{n} of {all} villages")
_ALL_DISTRICTS = Text("Semua kecamatan", "All districts")
_VILLAGES = Text("{n} desa", "Villages: {n}")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader looks for: words of a name, a district, a page; whatever is no page is the first."""

    words: str = ""
    district: str = ""
    page: int = 1

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Asked":
        """Read it from an address; nothing in it can be wrong."""
        number = query.get("halaman", "")
        known = number.isascii() and number.isdecimal() and len(number) <= _DIGITS
        return cls(
            " ".join(query.get("cari", "").split())[:_LONGEST].replace("\0", ""),
            query.get("kecamatan", "")[:_LONGEST].replace("\0", ""),
            max(1, int(number)) if known else 1,
        )

    @property
    def query(self) -> str:
        """As it stands in an address; nothing where nothing is looked for."""
        held = {
            "cari": self.words,
            "kecamatan": self.district,
            "halaman": str(self.page) if self.page > 1 else "",
        }
        kept = urlencode({name: value for name, value in held.items() if value})
        return f"?{kept}" if kept else ""

    def at(self, page: int) -> str:
        """The same at another page."""
        return replace(self, page=page).query or "?"


def county_of(code: str) -> County:
    """The county, if an election in it is public.

    Raises:
        NotThereError: there is none, or only rehearsals.
    """
    held = public_elections().filter(village__district__county__code=code).first()
    if held is None:
        raise NotThereError
    return held.village.district.county


def counties_shown(asked: Asked, today: date, language: Language) -> tuple[object, ...]:
    """Every county as a link, or the villages of that name anywhere."""
    found = _counties(language)
    if not found:
        return (Empty(_NONE),)
    if asked.words:
        return villages_shown(asked, today, language)
    total = sum(count for _, count in found)
    return (
        Search(address("counties", language), "", _FOUND.fill(n=total)),
        Group(_COUNTIES, tuple(row for row, _ in found)),
    )


def villages_shown(
    asked: Asked, today: date, language: Language, county: County | None = None
) -> tuple[object, ...]:
    """The villages asked for, by district and name, with what is next in each; five queries at most."""
    every = public_elections()
    if county is not None:
        every = every.filter(village__district__county=county)
    found = every.filter(Q(village__name__icontains=asked.words) | Q(village__code=asked.words))
    choices: tuple[Choice, ...] = ()
    if county is not None:
        choices = _districts(every, asked, language)
        if asked.district in {choice.value for choice in choices if choice.value}:
            found = found.filter(village__district__code=asked.district)
    count = found.count()
    total = max(1, -(-count // ON_A_PAGE))
    page = min(asked.page, total)
    ordered = found.order_by("village__district__name", "village__district__code", "village__name", "key")
    shown = list(ordered[(page - 1) * ON_A_PAGE : page * ON_A_PAGE])
    where = address("counties", language) if county is None else address("county", language, code=county.code)
    narrowed = asked.words or asked.district
    said = _FOUND_OF.fill(n=count, all=every.count()) if narrowed else _FOUND.fill(n=count)
    search = Search(where, asked.words, said, choices)
    if not shown:
        return (search, Empty(_NOT_FOUND if narrowed else _NONE))
    return (
        search,
        *_groups(shown, today, language, with_county=county is None),
        Pages(
            page,
            total,
            asked.at(page - 1) if page > 1 else "",
            asked.at(page + 1) if page < total else "",
        ),
    )


def _counties(language: Language) -> list[tuple[Row, int]]:
    above = "village__district__county__"
    found = (
        public_elections()
        .select_related(None)
        .order_by(f"{above}code")
        .values_list(f"{above}code", f"{above}name")
        .annotate(Count("pk"), Min("polling_day"), Max("polling_day"))
    )
    return [
        (
            Row(
                address("county", language, code=code),
                name,
                (_VILLAGES.fill(n=count), _polls(first, last)),
            ),
            count,
        )
        for code, name, count, first, last in found
    ]


def _polls(first: date, last: date) -> Text:
    if first == last:
        return _POLL.fill(day=long_day(first))
    return _POLLS.fill(first=long_day(first), last=long_day(last))


def _districts(every: QuerySet[Election], asked: Asked, language: Language) -> tuple[Choice, ...]:
    district = "village__district__"
    held = every.select_related(None).order_by(f"{district}name", f"{district}code")
    found = held.values_list(f"{district}code", f"{district}name").distinct()
    return (
        Choice("", _ALL_DISTRICTS.to(language)),
        *(Choice(code, name, code == asked.district) for code, name in found),
    )


def _groups(shown: list[Election], today: date, language: Language, *, with_county: bool) -> Iterable[Group]:
    states = states_of(shown, today)

    def place(held: Election) -> str:
        district = held.village.district
        name = f"{_DISTRICT}{district.name.removeprefix(_DISTRICT)}"
        return f"{name}, {district.county.name}" if with_county else name

    for name, several in groupby(shown, place):
        yield Group(name, tuple(_row(states[held.pk], language) for held in several))


def _row(state: State, language: Language) -> Row:
    held = state.election
    return Row(
        address("village", language, key=held.key),
        same(held.village.name),
        (_POLL.fill(day=long_day(held.polling_day)), reached_in(state), _next(state)),
    )


def _next(state: State) -> Text:
    dates = dates_of(state)
    coming = dates.next(state.today)
    if coming is None:
        return _UNKNOWN_NEXT
    first, last = first_day(coming), coming.end or coming.start
    if state.today == last:
        return _TODAY.fill(by=dates.by, what=coming.label)
    if first is not None and last is not None and first <= state.today:
        return _NOW.fill(by=dates.by, what=coming.label, day=long_day(last))
    return _NEXT.fill(by=dates.by, what=coming.label, day=span([coming]) or EMPTY)
