"""The law frozen for one day and county: values, rules, their digest, and a trace of what was read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from fractions import Fraction
from typing import Any

from pilkades.base.article import Article
from pilkades.base.digest import Json, digest
from pilkades.base.errors import PilkadesError
from pilkades.base.findings import Used
from pilkades.base.language import EMPTY, Language, Text
from pilkades.regulation.instrument import Instrument, Provision, Regime
from pilkades.regulation.law import Law, LocatedParameter
from pilkades.regulation.loader import regime_on, shipped_law
from pilkades.regulation.parameter import DatedValue, Evidence, Held, Length
from pilkades.regulation.rule import Rule


@dataclass(frozen=True, slots=True)
class Rulebook:
    """What the law says on a day in a county; equal digests mean equal law."""

    day: date
    county: str | None
    regime: Regime
    instruments: Mapping[str, Instrument]
    parameters: Mapping[str, Held]
    rules: tuple[Rule, ...]
    provisions: Mapping[Article, Provision]
    digest: str

    @classmethod
    def at(cls, day: date, county: str | None = None, law: Law | None = None) -> "Rulebook":
        """Freeze the law of a day: national values, then what the county sets in their place.

        Raises:
            PilkadesError: `no-regime` before the first known regime,
                `unknown-county` for a county without a file.
        """
        law = law or shipped_law()
        county = _county_slug(law, county)
        instruments = {
            key: instrument
            for key, instrument in law.instruments.items()
            if instrument.holds_on(day) and instrument.county in {None, county}
        }
        provisions = {
            item.article: item
            for item in law.provisions
            if item.article.instrument in instruments and item.holds_on(day)
        }
        parameters = _parameters(law.parameters, instruments, day, county)
        rules = _rules(law, instruments, provisions)
        regime = regime_on(law, day)
        fingerprint: Json = {
            "day": day.isoformat(),
            "county": county,
            "regime": regime.id,
            "parameters": {name: _plain(held) for name, held in sorted(parameters.items())},
            "rules": [rule.model_dump(mode="json", exclude_defaults=True) for rule in rules],
            "provisions": sorted(f"{item.article.notation} {item.text}" for item in provisions.values()),
        }
        return cls(day, county, regime, instruments, parameters, rules, provisions, digest(fingerprint))

    def held(self, name: str) -> Held:
        """The value that decides, with its article.

        Raises:
            PilkadesError: `no-parameter` if the law of this day and county states no such value.
        """
        if name not in self.parameters:
            raise PilkadesError("no-parameter", name=name, day=self.day, county=self.county)
        return self.parameters[name]

    def used(self, name: str) -> Used:
        """The line of the trace for a value that decided."""
        held = self.held(name)
        return Used(name, held.to(Language.ID), held.article, held.evidence.value)

    def short(self, article: Article) -> str:
        """An article as people cite it: `Perda Bengkayang 13/2006 Ps. 17 ayat (1)`."""
        instrument = self.instruments.get(article.instrument) or shipped_law().instruments.get(
            article.instrument
        )
        return f"{instrument.short if instrument else article.instrument} {article.place}"

    def question_of(self, article: Article | None) -> Text:
        """The open question on the force of the instrument that an article stands in; empty where none is."""
        instrument = self.instruments.get(article.instrument) if article else None
        open_on = instrument.unresolved if instrument else None
        return Text(open_on.id, open_on.en) if open_on and open_on.start <= self.day else EMPTY

    def questions(self) -> tuple[Text, ...]:
        """Open questions on the force of the instruments themselves."""
        return tuple(
            Text(item.unresolved.id, item.unresolved.en)
            for item in self.instruments.values()
            if item.unresolved is not None and item.unresolved.start <= self.day
        )


def _county_slug(law: Law, county: str | None) -> str | None:
    if county is None or county in law.counties:
        return county
    by_code = {entry.code: slug for slug, entry in law.counties.items() if entry.code}
    if county in by_code:
        return by_code[county]
    raise PilkadesError("unknown-county", county=county, known=sorted(law.counties))


def _parameters(
    located: Iterable[LocatedParameter], instruments: Mapping[str, Instrument], day: date, county: str | None
) -> dict[str, Held]:
    standing: dict[str, list[Held]] = defaultdict(list)
    for parameter in located:
        if parameter.county not in {None, county}:
            continue
        standing[parameter.name].extend(
            _hold(parameter, value)
            for value in parameter.entry.value
            if value.holds_on(day) and (value.article is None or value.article.instrument in instruments)
        )
    chosen: dict[str, Held] = {}
    for name, values in standing.items():
        if not values:
            continue
        ordered = sorted(values, key=lambda held: _precedence(held, instruments))
        first = ordered[0]
        chosen[name] = Held(
            first.name,
            first.label,
            first.value,
            first.unknown,
            first.article,
            first.evidence,
            first.note,
            first.county,
            tuple(ordered[1:]),
        )
    return chosen


def _hold(parameter: LocatedParameter, value: DatedValue) -> Held:
    content: Any = value.value
    if parameter.entry.kind == "clock" and isinstance(content, str):
        content = time.fromisoformat(content.replace(".", ":"))
    return Held(
        parameter.name,
        parameter.entry.label,
        content,
        value.unknown,
        value.article,
        value.evidence,
        value.note,
        parameter.county,
    )


def _precedence(held: Held, instruments: Mapping[str, Instrument]) -> tuple[bool, bool, int, bool]:
    """County before nation (the special norm), value before question, then the higher rank."""
    rank = instruments[held.article.instrument].rank if held.article else 9
    return (held.county is None, bool(held.unknown), rank, held.evidence is not Evidence.PRIMARY)


def _rules(
    law: Law, instruments: Mapping[str, Instrument], provisions: Mapping[Article, Provision]
) -> tuple[Rule, ...]:
    groups: dict[str, list[Rule]] = defaultdict(list)
    for located in law.rules:
        standing = [article for article in located.rule.articles if article in provisions]
        if standing:
            # A reading is of an article: where that is not in force, it is no reading of this law.
            readings = [
                reading
                for reading in located.rule.readings
                if not reading.articles or any(article in provisions for article in reading.articles)
            ]
            kept = {"articles": standing, "readings": readings}
            groups[located.rule.subject].append(located.rule.model_copy(update=kept))
    return tuple(_merged(group, instruments) for group in groups.values())


def _merged(group: list[Rule], instruments: Mapping[str, Instrument]) -> Rule:
    """One rule of several that speak of the same fact: the most specific defines, all articles are cited."""

    def specific(rule: Rule) -> tuple[bool, int]:
        cited = [instruments[article.instrument] for article in rule.articles]
        return (all(item.county is None for item in cited), min(item.rank for item in cited))

    ordered = sorted(group, key=specific)
    articles = sorted(
        {article for rule in group for article in rule.articles},
        key=lambda article: (instruments[article.instrument].rank, article),
    )
    return ordered[0].model_copy(update={"articles": articles})


def _plain(held: Held) -> Json:
    return {
        "value": _json(held.value),
        "unknown": held.unknown.id,
        "article": held.article.notation if held.article else None,
        "evidence": held.evidence.value,
        "beside": [_plain(other) for other in held.beside],
    }


def _json(value: object) -> Json:
    match value:
        case Length():
            return {"n": value.n, "units": [unit.value for unit in value.units]}
        case Fraction() | time():
            return str(value)
        case list() | tuple():
            return [_json(item) for item in value]
        case dict():
            return {str(key): _json(item) for key, item in value.items()}
        case bool() | int() | str() | None:
            return value
        case _:
            return str(value)
