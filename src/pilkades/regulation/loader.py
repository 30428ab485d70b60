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

# Files of a county folder that are not parameters: `timetable` reads steps and holidays.
_OTHER_COUNTY_FILES = {"county.toml", "instruments.toml", "steps.toml", "holidays.toml"}
# A county folder may hold its own articles and rules, whole or in parts: `rules.toml`, `rules.polling.toml`.
_COUNTY_PARTS = ("articles", "rules")


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

    A county may keep everything of its own (instruments, articles, values, rules) in its one folder.

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


def _county_files(root: Traversable) -> Iterator[tuple[str, str, Traversable]]:
    """Short name of the county, name of the file, file."""
    for name, file in _files(root / "county", "county/"):
        yield name.split("/")[1], name, file


def _parts(root: Traversable, kind: str) -> Iterator[tuple[str, Traversable]]:
    """The files of articles or of rules: the shared folder's, then those in county folders."""
    yield from _files(root / kind, f"{kind}/")
    yield from ((name, file) for _, name, file in _county_files(root) if file.name.split(".")[0] == kind)


def _instruments(reading: _Reading, root: Traversable) -> dict[str, Instrument]:
    name = "instruments.toml"
    found = dict(_instrument_file(reading, name, root / name, None))
    for slug, county_name, file in _county_files(root):
        if file.name == name:
            own = dict(_instrument_file(reading, county_name, file, slug))
            reading.faults.extend(_listed_twice(county_name, key) for key in own.keys() & found.keys())
            found |= own
    return found


def _instrument_file(
    reading: _Reading, name: str, file: Traversable, county: str | None
) -> Iterator[tuple[str, Instrument]]:
    """The instruments of a file; those in a county's folder are that county's without saying so."""
    for key, entry in (reading.toml(file, name) or {}).items():
        stated = {"county": county, **entry} if county and isinstance(entry, dict) else entry
        instrument = reading.model(Instrument, stated, name, key)
        if instrument is not None and county is not None and instrument.county != county:
            reading.faults.append(_of_another_county(name, key, instrument.county))
        elif instrument is not None:
            yield key, instrument


def _listed_twice(name: str, key: str) -> Fault:
    return Fault(
        name,
        key,
        Text("instrumen dengan nama ini sudah terdaftar.", "an instrument of this name is already listed."),
        Text("Beri nama lain, atau hapus salah satunya.", "Give it another name, or remove one."),
    )


def _of_another_county(name: str, key: str, county: str | None) -> Fault:
    return Fault(
        name,
        f"{key}.county",
        Text(
            f"instrumen ini disebut milik {county!r}, padahal foldernya kabupaten lain.",
            f"this instrument is said to be of {county!r}, yet the folder is another county's.",
        ),
        Text("Hapus county; foldernya sudah menyebut.", "Remove county; the folder says it."),
    )


def _regimes(reading: _Reading, root: Traversable) -> tuple[Regime, ...]:
    name = "regimes.toml"
    model = reading.model(RegimeFile, reading.toml(root / name, name) or {"regime": []}, name)
    return tuple(sorted(model.regime, key=lambda regime: regime.start)) if model else ()


def _provisions(
    reading: _Reading, root: Traversable, instruments: Mapping[str, Instrument]
) -> tuple[Provision, ...]:
    provisions: list[Provision] = []
    for name, file in _parts(root, "articles"):
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
                    Text(
                        "Daftarkan dahulu di instruments.toml (bersama, atau di folder kabupaten).",
                        "List it in instruments.toml first (the shared one, or the county's).",
                    ),
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
    for slug, name, file in _county_files(root):
        if file.name == "county.toml":
            county = reading.model(County, reading.toml(file, name) or {}, name)
            if county is not None:
                counties[slug] = county
        elif file.name not in _OTHER_COUNTY_FILES and file.name.split(".")[0] not in _COUNTY_PARTS:
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
    for name, file in _parts(root, "rules"):
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
