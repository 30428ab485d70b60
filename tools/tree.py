"""Rules of the tree: no address of a package host, no path of one machine, no large file, no long module."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

LARGEST_FILE = 1_000_000
"""Bytes; larger things are data of somebody's, not source."""

LONGEST_MODULE = 400
"""Lines of a Python file in src/."""

# The patterns are written so that they do not match themselves: this file is held against them too.
_HOST = re.compile(
    rb"(?:pypi|test\.pypi|pythonhosted|npmjs)\.(?:org|com)|(?:deb|security|archive)\.debian\.org"
    rb"|(?:archive|ports)\.ubuntu\.com|crates\.io|proxy\.golang\.org|repo1?\.maven\.org"
)
_INDEX_OPTION = re.compile(
    rb"^\s*-(?:-index-url|-extra-index-url|-find-links|-trusted-host|i\b|f\b)", re.MULTILINE
)
_MACHINE_PATH = re.compile(rb"(?<![\w.)}\-])/(?:work|root|opt|tmp|home|Users)(?![\w\-])")


def complaints(root: Path) -> list[str]:
    """All that is wrong with the tracked files under `root`, as `path:line: what`."""
    return [complaint for path in sorted(tracked(root)) for complaint in _of(root, path)]


def tracked(root: Path) -> list[Path]:
    """Paths that git tracks, relative to `root`; those deleted in the work tree are left out."""
    git = shutil.which("git") or "git"
    listing = subprocess.run(  # noqa: S603 -- git with constant arguments
        [git, "-C", str(root), "ls-files", "-z"], check=True, capture_output=True
    ).stdout
    names = (Path(name.decode()) for name in listing.split(b"\0") if name)
    return [name for name in names if (root / name).is_file()]


def _of(root: Path, path: Path) -> Iterator[str]:
    content = (root / path).read_bytes()
    if len(content) > LARGEST_FILE:
        yield f"{path}:1: {len(content):,} bytes; at most {LARGEST_FILE:,}"
    lines = content.count(b"\n")
    if path.parts[0] == "src" and path.suffix == ".py" and lines > LONGEST_MODULE:
        yield f"{path}:{lines}: {lines} lines; at most {LONGEST_MODULE}"
    yield from _matches(path, content, _HOST, "the address of a package host")
    yield from _matches(path, content, _MACHINE_PATH, "a path of one machine")
    if path.parts[0].startswith("requirements"):
        yield from _matches(path, content, _INDEX_OPTION, "an option that names a package host")


def _matches(path: Path, content: bytes, pattern: re.Pattern[bytes], what: str) -> Iterator[str]:
    for match in pattern.finditer(content):
        line = content.count(b"\n", 0, match.start()) + 1
        yield f"{path}:{line}: {what}: {match.group().decode().strip()}"
