"""Refuses to serve pages while something is missing that would make them unsafe."""

import os
import sys
from pathlib import Path
from typing import NoReturn

from pilkades.base.errors import FaultyInput
from pilkades.web.config import Config, load, serving_faults, told

BAD_INPUT = 2


def demand_servable() -> Config:
    """The configuration, or an end with every fault and its remedy on the error channel."""
    try:
        config = load(os.environ, Path.cwd())
    except FaultyInput as faulty:
        end_with(faulty)
    faults = serving_faults(config)
    if faults:
        end_with(FaultyInput(faults))
    prepare(config)
    return config


def prepare(config: Config) -> None:
    """Make the data folder, for its owner alone."""
    config.data.mkdir(mode=0o700, parents=True, exist_ok=True)


def end_with(faulty: FaultyInput) -> NoReturn:
    """Say every fault and end with the status for bad input."""
    sys.stderr.write(told(faulty) + "\n")
    sys.exit(BAD_INPUT)
