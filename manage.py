#!/usr/bin/env python
"""Django's door for the person at the machine."""

import os
import sys
from pathlib import Path

from django.core.management import execute_from_command_line

from pilkades.base.errors import FaultyInput
from pilkades.web.config import load
from pilkades.web.serving import end_with, prepare


def main() -> None:
    """Run a command, once the configuration holds."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pilkades.web.settings")
    try:
        prepare(load(os.environ, Path.cwd()))
    except FaultyInput as faulty:
        end_with(faulty)
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
