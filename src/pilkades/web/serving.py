"""Refuses to serve pages while something is missing that would make them unsafe."""

import os
import sys
from pathlib import Path
from typing import NoReturn

from pilkades.base.errors import Fault, FaultyInput
from pilkades.web.config import Config, load, serving_faults, told
from pilkades.web.config_faults import Problem
from pilkades.web.serving_faults import FOLDER_CLOSED

BAD_INPUT = 2


def demand_servable() -> Config:
    """The configuration, or an end with every fault and its remedy on the error channel."""
    try:
        config = load(os.environ, Path.cwd())
        prepare(config)
    except FaultyInput as faulty:
        end_with(faulty)
    faults = serving_faults(config)
    if faults:
        end_with(FaultyInput(faults))
    return config


def prepare(config: Config) -> None:
    """Make the data folder, for its owner alone, and let pass where it can be written to.

    Raises:
        FaultyInput: it cannot.
    """
    try:
        config.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise one_fault(str(config.data), FOLDER_CLOSED) from error
    if not os.access(config.data, os.W_OK | os.X_OK):
        raise one_fault(str(config.data), FOLDER_CLOSED)


def one_fault(key: str, problem: Problem, **fields: object) -> FaultyInput:
    """A single fault with its remedy, its blanks filled."""
    what, remedy = problem
    return FaultyInput([Fault("pilkades", key, what.fill(**fields), remedy)])


def end_with(faulty: FaultyInput) -> NoReturn:
    """Say every fault and end with the status for bad input."""
    sys.stderr.write(told(faulty) + "\n")
    sys.exit(BAD_INPUT)
