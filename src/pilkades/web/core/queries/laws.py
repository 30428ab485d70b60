"""The law under which a county's elections stand: what ships, with the county's own values laid over it."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import lru_cache

from pilkades.base.digest import Json
from pilkades.regulation.instrument import County as NamedCounty
from pilkades.regulation.law import Law
from pilkades.regulation.loader import shipped_law
from pilkades.regulation.own_values import OwnInstrument, OwnValue, law_with
from pilkades.regulation.parameter import Evidence
from pilkades.regulation.rulebook import Rulebook
from pilkades.web.core.models import County, CountyValue, Election
from pilkades.web.core.queries.kept import Kept

# The digest of a county's last value names all of them, so what is kept under it is never out of date.
_LAWS: Kept[str, Law] = Kept(most=50)
_RULEBOOKS: Kept[tuple[str, date], Rulebook] = Kept(most=200)


def forget() -> None:
    """Drop all that is kept; tests need it, nothing else does."""
    _LAWS.clear()
    _RULEBOOKS.clear()


@dataclass(frozen=True, slots=True)
class Stated:
    """A value that the county stated: who recorded it, when and why; withdrawn where a later one says so."""

    pk: int
    own: OwnValue
    reason: str
    recorded_at: datetime
    recorded_by: str
    withdrawn: bool


def law_of(election: Election) -> Rulebook:
    """The law under which the election stands; one query where its county's own values are not kept."""
    return law_in(election.village.district.county, election.law_day)


def law_in(county: County, day: date) -> Rulebook:
    """The law of a day in the county."""
    if not county.values_head:
        return rulebook_on(day, county.law or None)
    key = (county.values_head, day)
    held = _RULEBOOKS.get(key)
    if held is None:
        law = _LAWS.get(county.values_head)
        if law is None:
            law = laid_over(county, [one.own for one in stated_by(county) if not one.withdrawn])
            _LAWS.put(county.values_head, law)
        held = Rulebook.at(day, slug_of(county), law)
        _RULEBOOKS.put(key, held)
    return held


@lru_cache(maxsize=200)
def rulebook_on(day: date, county: str | None) -> Rulebook:
    """The law of a day as it ships, frozen once."""
    return Rulebook.at(day, county)


def slug_of(county: County) -> str:
    """The county's name in the law; one without a folder there goes by its code."""
    return county.law or f"kab-{county.code.replace('.', '-')}"


def laid_over(county: County, values: Iterable[OwnValue]) -> Law:
    """The shipped law with these values of the county."""
    named = NamedCounty(name=county.name, code=county.code)
    return law_with(shipped_law(), slug_of(county), named, tuple(values))


def stated_by(county: County) -> tuple[Stated, ...]:
    """Every value that the county stated, in the order in which it did; one query."""
    rows = list(CountyValue.objects.filter(county=county).select_related("recorded_by").order_by("sequence"))
    withdrawn = {row.withdraws_id for row in rows if row.withdraws_id is not None}
    return tuple(
        Stated(
            row.pk,
            own_from(json.loads(row.text)),
            row.reason,
            row.recorded_at,
            row.recorded_by.full_name,
            row.pk in withdrawn,
        )
        for row in rows
        if row.withdraws_id is None
    )


def own_json(own: OwnValue) -> dict[str, Json]:
    """Write a value down, as it is kept and as a form carries it."""
    return {
        "parameter": own.parameter,
        "from": own.start.isoformat(),
        "value": own.value,
        "instrument": asdict(own.instrument),
        "evidence": own.evidence.value,
        "quote": own.quote,
    }


def own_from(held: dict[str, Json]) -> OwnValue:
    """Read what `own_json` wrote.

    Raises:
        KeyError, TypeError, ValueError: it is something else.
    """
    instrument = held["instrument"]
    if not isinstance(instrument, dict):
        raise TypeError("an instrument has parts")
    return OwnValue(
        parameter=str(held["parameter"]),
        start=date.fromisoformat(str(held["from"])),
        value=held["value"],
        instrument=OwnInstrument(
            kind=str(instrument["kind"]),
            number=str(instrument["number"]),
            year=int(str(instrument["year"])),
            place=str(instrument["place"]),
        ),
        evidence=Evidence(str(held["evidence"])),
        quote=str(held["quote"]),
    )
