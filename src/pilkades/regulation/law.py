"""All the law the program knows, as read from files."""

from collections.abc import Mapping
from dataclasses import dataclass

from pilkades.regulation.instrument import County, Instrument, Provision, Regime
from pilkades.regulation.parameter import ParameterEntry
from pilkades.regulation.rule import Rule


@dataclass(frozen=True, slots=True)
class LocatedParameter:
    """A parameter and the file it stands in; `county` is None for national law."""

    name: str
    entry: ParameterEntry
    county: str | None
    file: str


@dataclass(frozen=True, slots=True)
class LocatedRule:
    """A rule and the file it stands in."""

    rule: Rule
    file: str


@dataclass(frozen=True, slots=True)
class Law:
    """Instruments, regimes, provisions, counties, parameters and rules."""

    instruments: Mapping[str, Instrument]
    regimes: tuple[Regime, ...]
    provisions: tuple[Provision, ...]
    counties: Mapping[str, County]
    parameters: tuple[LocatedParameter, ...]
    rules: tuple[LocatedRule, ...]
