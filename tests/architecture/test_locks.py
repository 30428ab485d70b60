"""What is installed is pinned, hashed, and says nothing of where it comes from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCKS = ("build.lock.txt", "lock.txt", "dev.lock.txt")
SHA256 = re.compile(r"^--hash=sha256:[0-9a-f]{64}$")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def entries(lock: str) -> dict[str, list[str]]:
    """`name==version ; marker` -> its hashes."""
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        requirement, *hashes = re.split(r"\s+(?=--)", line.strip())
        found[requirement] = [part.strip() for part in hashes]
    return found


def versions(lock: str) -> dict[str, str]:
    """Name -> the one version that is pinned."""
    pins = [Requirement(entry) for entry in entries(lock)]
    return {canonicalize_name(pin.name): str(pin.specifier).removeprefix("==") for pin in pins}


def declared(*extras: str) -> list[Requirement]:
    """What pyproject.toml asks for."""
    lines = list(PROJECT["project"]["dependencies"])
    for extra in extras:
        lines += PROJECT["project"]["optional-dependencies"][extra]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_is_one_version_with_the_hash_of_every_file(lock: str) -> None:
    for requirement, hashes in entries(lock).items():
        assert re.fullmatch(r"[a-z0-9.\-]+==[^ ]+( ; .+)?", requirement), requirement
        assert hashes, requirement
        assert [part for part in hashes if not SHA256.match(part)] == [], requirement


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address(lock: str) -> None:
    assert "://" not in (ROOT / "requirements" / lock).read_text(encoding="utf-8")


@pytest.mark.parametrize(("lock", "extras"), [("lock.txt", ()), ("dev.lock.txt", ("dev",))])
def test_a_lock_answers_all_that_the_project_asks_for(lock: str, extras: tuple[str, ...]) -> None:
    pinned = versions(lock)
    unanswered = [
        str(asked)
        for asked in declared(*extras)
        if not asked.specifier.contains(pinned.get(canonicalize_name(asked.name), "0"))
    ]
    assert unanswered == []


def test_the_run_time_is_the_same_for_those_who_test() -> None:
    assert versions("lock.txt").items() <= versions("dev.lock.txt").items()


def test_the_build_backend_is_locked_everywhere() -> None:
    assert all("setuptools" in versions(lock) for lock in LOCKS)


def test_build_in_asks_for_what_the_build_system_asks_for() -> None:
    lines = (ROOT / "requirements" / "build.in").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == PROJECT["build-system"]["requires"]
