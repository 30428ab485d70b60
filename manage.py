#!/usr/bin/env python
"""Django's door for the person at the machine: the same as `python -m pilkades.web`."""

from pilkades.web.__main__ import main

if __name__ == "__main__":
    main()
