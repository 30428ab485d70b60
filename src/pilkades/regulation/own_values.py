"""A county's own dated values laid over the law that ships: what the county states of its own instruments."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from fractions import Fraction

from pilkades.base.article import Article
from pilkades.base.digest import Json
from pilkades.base.errors import PilkadesError
from pilkades.base.language import EMPTY, Text
from pilkades.regulation.instrument import County, Instrument, Provision
from pilkades.regulation.law import Law, LocatedParameter
from pilkades.regulation.parameter import DatedValue, Evidence, Length, ParameterEntry, Unit

INSTRUMENTS: Mapping[str, tuple[str, str, int]] = {
    "perda": ("Peraturan Daerah", "Perda", 6),
    "perbup": ("Peraturan Bupati", "Perbup", 7),
    "perwali": ("Peraturan Wali Kota", "Perwali", 7),
    "kepbup": ("Keputusan Bupati", "Kepbup", 8),
    "kepwali": ("Keputusan Wali Kota", "Kepwali", 8),
}
"""The kinds of a county's instruments: full name, short name, rank."""

_ID = re.compile(rf"({'|'.join(INSTRUMENTS)})-([a-z0-9-]+)-(\d{{4}})")
_SHARE = re.compile(r"(\d{1,4})/([1-9]\d{0,3})")
_CLOCK = re.compile(r"([01]\d|2[0-3])[.:]([0-5]\d)")
_MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class OwnInstrument:
    """An instrument of the county as people cite it: kind, number, year, and the place in it."""

    kind: str
    number: str
    year: int
    place: str

    @property
    def id(self) -> str:
        """Its name in articles: `perbup-12-2026`."""
        number = re.sub(r"[^a-z0-9]+", "-", self.number.casefold()).strip("-")
        return f"{self.kind}-{number}-{self.year}"

    @property
    def article(self) -> Article:
        """The place that is cited.

        Raises:
            PilkadesError: `article-notation` when the place is none.
        """
        return Article.parse(f"{self.id}:{self.place}")

    @property
    def short(self) -> str:
        """`Perbup 12/2026`."""
        return f"{INSTRUMENTS[self.kind][1]} {self.number}/{self.year}"

    @property
    def title(self) -> str:
        """`Peraturan Bupati Nomor 12 Tahun 2026`."""
        return f"{INSTRUMENTS[self.kind][0]} Nomor {self.number} Tahun {self.year}"


@dataclass(frozen=True, slots=True)
class OwnValue:
    """A value that the county states: of which parameter, from which day, by which place, on what evidence.

    `value` is written as a law file writes it: `12`, `"1/2"`, `"07.00"`, `{"n": 7, "unit": "working_day"}`.
    """

    parameter: str
    start: date
    value: Json
    instrument: OwnInstrument
    evidence: Evidence
    quote: str = ""


def law_with(law: Law, county: str, named: County, values: Sequence[OwnValue]) -> Law:
    """The law with a county's own values, each in force from its day until the county's next one.

    A value with a later start takes the place of an earlier one, whether the county stated that or a file
    ships it; of two with one start the last stated counts. A question of the file gives way to a value.

    Raises:
        PilkadesError: `no-such-parameter`, `value-kind` or `article-notation` for a value that fits nothing.
    """
    if not values:
        return law
    instruments = dict(law.instruments)
    provisions: dict[Article, Provision] = {}
    for own in values:
        held = instruments.get(own.instrument.id)
        if held is not None and held.county != county:
            raise PilkadesError("instrument-of-another", instrument=own.instrument.short)
        start = min(own.start, held.start) if held else own.start
        instruments[own.instrument.id] = Instrument.model_validate(
            {
                "title": own.instrument.title,
                "short": own.instrument.short,
                "rank": INSTRUMENTS[own.instrument.kind][2],
                "county": county,
                "from": start,
                "evidence": own.evidence,
                "source": "stated by the county",
            }
        )
        provisions[own.instrument.article] = Provision.model_construct(
            article=own.instrument.article,
            text=own.quote,
            start=start,
            end=None,
            evidence=own.evidence,
            no_rule="restates",
            note=EMPTY,
        )
    return replace(
        law,
        instruments=instruments,
        provisions=(*law.provisions, *provisions.values()),
        counties={**law.counties, county: law.counties.get(county, named)},
        parameters=tuple(_parameters(law, county, values)),
    )


def _parameters(law: Law, county: str, values: Iterable[OwnValue]) -> Iterable[LocatedParameter]:
    own: dict[str, list[OwnValue]] = {}
    for value in values:
        own.setdefault(value.parameter, []).append(value)
    for located in law.parameters:
        if located.county != county or located.name not in own:
            yield located
    for name, several in own.items():
        yield _merged(law, county, name, several)


def _merged(law: Law, county: str, name: str, several: Iterable[OwnValue]) -> LocatedParameter:
    """One row of values in time: those of the county's file, then the county's own in their places."""
    shipped = next((one for one in law.parameters if (one.name, one.county) == (name, county)), None)
    entry = shipped.entry if shipped is not None else entry_of(law, name)
    by_start = {value.start: value for value in (shipped.entry.value if shipped is not None else [])}
    for own in several:
        by_start[own.start] = _dated(own, entry.kind)
    starts = sorted(by_start)
    ended = [
        by_start[start].model_copy(update={"end": _earlier(by_start[start].end, after)})
        for start, after in zip(starts, [*starts[1:], None], strict=True)
    ]
    merged = ParameterEntry.model_construct(label=entry.label, kind=entry.kind, value=ended)
    return LocatedParameter(name, merged, county, f"county/{county}")


def _earlier(end: date | None, after: date | None) -> date | None:
    return min((day for day in (end, after) if day is not None), default=None)


def _dated(own: OwnValue, kind: str) -> DatedValue:
    return DatedValue.model_validate(
        {
            "from": own.start,
            "value": typed(kind, own.value),
            "article": own.instrument.article,
            "evidence": own.evidence,
        }
    )


def entry_of(law: Law, name: str) -> ParameterEntry:
    """The parameter as a file states it; the nation's where it has one.

    Raises:
        PilkadesError: `no-such-parameter`.
    """
    found = [located for located in law.parameters if located.name == name]
    if not found:
        raise PilkadesError("no-such-parameter", parameter=name)
    return min(found, key=lambda located: located.county is not None).entry


def typed(kind: str, value: Json) -> object:
    """The value as the law holds it, if it is one of that kind.

    Raises:
        PilkadesError: `value-kind` when it is none.
    """
    match kind, value:
        case "count", bool():
            pass
        case "count", int() if 0 <= value <= _MOST:
            return value
        case "switch", bool():
            return value
        case "clock", str() if _CLOCK.fullmatch(value):
            return value.replace(":", ".")
        case "share", str() if (found := _SHARE.fullmatch(value)) and int(found[1]) <= int(found[2]):
            return Fraction(int(found[1]), int(found[2]))
        case "words", str() if value.strip():
            return value.strip()
        case "period", {"n": int(n), "unit": str(unit)} if unit in set(Unit) and 0 <= n <= _MOST:
            return Length(n=n, units=(Unit(unit),))
    raise PilkadesError("value-kind", kind=kind, value=value)


def said(kind: str, value: Json) -> object:
    """The value as people read it: a clock as a time of day, a period with its unit."""
    found = typed(kind, value)
    return time.fromisoformat(str(found).replace(".", ":")) if kind == "clock" else found


def short_of(instrument: str) -> str:
    """A county's own instrument by its id: `perbup-12-2026` is `Perbup 12/2026`; any other id as it is."""
    found = _ID.fullmatch(instrument)
    return f"{INSTRUMENTS[found[1]][1]} {found[2]}/{found[3]}" if found else instrument


FILLABLE = frozenset({"count", "share", "period", "clock", "switch", "words"})
"""The kinds of values that a county can state here; lists and tables of the law are not among them."""

KINDS: Mapping[str, Text] = {
    "count": Text("angka bulat", "a whole number"),
    "share": Text("pecahan", "a fraction"),
    "period": Text("lama waktu", "a length of time"),
    "clock": Text("jam", "a time of day"),
    "switch": Text("ya atau tidak", "yes or no"),
    "words": Text("kata", "words"),
    "list": Text("daftar", "a list"),
    "table": Text("tabel", "a table"),
}
