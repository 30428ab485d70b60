"""TOML files of the law -> one checked `Law`; every fault of every file is listed with its remedy."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from pilkades.base.article import Article
from pilkades.base.errors import Fault, FaultyInput, PilkadesError
from pilkades.base.language import Text
from pilkades.regulation.checks import check_law
from pilkades.regulation.faults import faults_of, toml_fault
from pilkades.regulation.instrument import (
    County,
    Instrument,
    Provision,
    ProvisionFile,
    Regime,
    RegimeFile,
)
from pilkades.regulation.law import Law, LocatedParameter, LocatedRule
from pilkades.regulation.parameter import ParameterEntry
from pilkades.regulation.rule import RuleFile

Model = TypeVar("Model", bound=BaseModel)

# Files of a county folder that are not parameters: read by their own packages.
_OTHER_COUNTY_FILES = {"county.toml", "steps.toml", "holidays.toml"}


@dataclass
class _Reading:
    """What has been read so far, and what was wrong with it."""

    faults: list[Fault]

    def toml(self, file: Traversable, name: str) -> dict[str, Any] | None:
        try:
            return tomllib.loads(file.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            self.faults.append(toml_fault(name, error))
            return None

    def model(self, kind: type[Model], data: Mapping[str, Any], name: str, key: str = "") -> Model | None:
        try:
            return kind.model_validate(data)
        except ValidationError as error:
            self.faults.extend(faults_of(error, name, key))
            return None


def _files(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        name = f"{prefix}{entry.name}"
        if entry.is_dir():
            yield from _files(entry, f"{name}/")
        elif entry.name.endswith(".toml"):
            yield name, entry


def load(root: Traversable) -> Law:
    """Read a folder of law (instruments, regimes, articles, national, county, rules).

    Raises:
        FaultyInput: every fault of every file, with file, key and remedy; nothing is taken over then.
    """
    reading = _Reading([])
    instruments = _instruments(reading, root)
    regimes = _regimes(reading, root)
    provisions = _provisions(reading, root, instruments)
    counties, parameters = _parameters(reading, root)
    rules = _rules(reading, root)
    law = Law(instruments, regimes, provisions, counties, parameters, rules)
    faults = reading.faults or check_law(law)
    if faults:
        raise FaultyInput(faults)
    return law


def _instruments(reading: _Reading, root: Traversable) -> dict[str, Instrument]:
    name = "instruments.toml"
    data = reading.toml(root / name, name) or {}
    read = {key: reading.model(Instrument, entry, name, key) for key, entry in data.items()}
    return {key: instrument for key, instrument in read.items() if instrument is not None}


def _regimes(reading: _Reading, root: Traversable) -> tuple[Regime, ...]:
    name = "regimes.toml"
    model = reading.model(RegimeFile, reading.toml(root / name, name) or {"regime": []}, name)
    return tuple(sorted(model.regime, key=lambda regime: regime.start)) if model else ()


def _provisions(
    reading: _Reading, root: Traversable, instruments: Mapping[str, Instrument]
) -> tuple[Provision, ...]:
    provisions: list[Provision] = []
    for name, file in _files(root / "articles", "articles/"):
        data = reading.toml(file, name)
        model = reading.model(ProvisionFile, data, name) if data is not None else None
        if model is None:
            continue
        instrument = instruments.get(model.instrument)
        if instrument is None:
            reading.faults.append(
                Fault(
                    name,
                    "instrument",
                    Text(
                        f"instrumen {model.instrument!r} tidak dikenal.",
                        f"instrument {model.instrument!r} is not known.",
                    ),
                    Text("Daftarkan dahulu di instruments.toml.", "List it in instruments.toml first."),
                )
            )
            continue
        for number, entry in enumerate(model.provision, start=1):
            try:
                article = Article.parse(f"{model.instrument}:{entry.at}")
            except PilkadesError:
                reading.faults.append(
                    Fault(
                        name,
                        f"provision[{number}].at",
                        Text(f"{entry.at!r} bukan tempat pasal.", f"{entry.at!r} is no place of an article."),
                        Text(
                            "Tulis seperti 41(2).a, 33.g, atau #1.b.2.",
                            "Write it like 41(2).a, 33.g or #1.b.2.",
                        ),
                    )
                )
                continue
            provisions.append(
                Provision(
                    article=article,
                    text=entry.text,
                    start=entry.start or instrument.start,
                    end=entry.end or instrument.end,
                    evidence=entry.evidence or instrument.evidence,
                    no_rule=entry.no_rule,
                    note=entry.note,
                )
            )
    return tuple(provisions)


def _parameters(
    reading: _Reading, root: Traversable
) -> tuple[dict[str, County], tuple[LocatedParameter, ...]]:
    counties: dict[str, County] = {}
    parameters: list[LocatedParameter] = []
    for name, file in _files(root / "national", "national/"):
        if file.name not in _OTHER_COUNTY_FILES:
            parameters.extend(_parameter_file(reading, name, file, None))
    for name, file in _files(root / "county", "county/"):
        slug = name.split("/")[1]
        if file.name == "county.toml":
            county = reading.model(County, reading.toml(file, name) or {}, name)
            if county is not None:
                counties[slug] = county
        elif file.name not in _OTHER_COUNTY_FILES:
            parameters.extend(_parameter_file(reading, name, file, slug))
    return counties, tuple(parameters)


def _parameter_file(
    reading: _Reading, name: str, file: Traversable, county: str | None
) -> Iterator[LocatedParameter]:
    subject = file.name.removesuffix(".toml")
    for key, data in (reading.toml(file, name) or {}).items():
        if not isinstance(data, dict):
            data = {}  # noqa: PLW2901 -- the model then names what is missing
        entry = reading.model(ParameterEntry, data, name, key)
        if entry is not None:
            yield LocatedParameter(f"{subject}.{key}", entry, county, name)


def _rules(reading: _Reading, root: Traversable) -> tuple[LocatedRule, ...]:
    rules: list[LocatedRule] = []
    for name, file in _files(root / "rules", "rules/"):
        data = reading.toml(file, name)
        model = reading.model(RuleFile, data, name) if data is not None else None
        rules.extend(LocatedRule(rule, name) for rule in (model.rule if model else []))
    return tuple(rules)


def data_folder() -> Traversable:
    """The folder of law that ships with the program."""
    return resources.files("pilkades.regulation") / "data"


@cache
def shipped_law() -> Law:
    """The law that ships with the program, read once."""
    return load(data_folder())


def regime_on(law: Law, day: date) -> Regime:
    """The regime of a day.

    Raises:
        PilkadesError: code `no-regime` before the first regime the program knows.
    """
    held = [regime for regime in law.regimes if regime.start <= day]
    if not held:
        raise PilkadesError("no-regime", day=day)
    return held[-1]
