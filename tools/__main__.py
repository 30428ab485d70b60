"""`python -m tools [FOLDER]`: hold every tracked file against the rules of the tree."""

import sys
from pathlib import Path

from tools.tree import complaints


def main() -> int:
    """Write each complaint on a line; 0 when there is none, else 1."""
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path.cwd()
    found = complaints(root)
    for complaint in found:
        sys.stdout.write(f"{complaint}\n")
    sys.stdout.write(f"tree: {len(found)} complaints\n" if found else "tree: nothing to complain of\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
