"""The checks in tools/ are no part of the package: make them importable for their own tests."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
