"""The checks in tools/ find what they are meant to find."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tools.tree import LARGEST_FILE, complaints

ROOT = Path(__file__).parents[2]
GIT = shutil.which("git") or "git"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """An empty git repository."""
    subprocess.run([GIT, "init", "-q", str(tmp_path)], check=True)  # noqa: S603 -- git with constant arguments
    return tmp_path


def track(tree: Path, name: str, content: str) -> None:
    """Write a file and let git track it."""
    path = tree / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    subprocess.run([GIT, "-C", str(tree), "add", name], check=True)  # noqa: S603 -- git with constant arguments


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        (
            "a.txt",
            "\nsee https://" + "pypi" + ".org/simple",
            "a.txt:2: the address of a package host: pypi" + ".org",
        ),
        ("a.txt", "deb" + ".debian.org", "a.txt:1: the address of a package host: deb" + ".debian.org"),
        ("a.txt", "read /" + "work/x first", "a.txt:1: a path of one machine: /" + "work"),
        ("a.txt", "file:///" + "opt/wheels", "a.txt:1: a path of one machine: /" + "opt"),
        ("a.txt", "'/" + "home/ani'", "a.txt:1: a path of one machine: /" + "home"),
        (
            "requirements/a.txt",
            "--" + "index-url x",
            "requirements/a.txt:1: an option that names a package host: --" + "index-url",
        ),
        ("src/a.py", "x\n" * 401, "src/a.py:401: 401 lines; at most 400"),
        ("a.bin", "x" * (LARGEST_FILE + 1), "a.bin:1: 1,000,001 bytes; at most 1,000,000"),
    ],
)
def test_a_planted_fault_is_found(tree: Path, name: str, content: str, complaint: str) -> None:
    track(tree, name, content)
    assert complaints(tree) == [complaint]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("src/a.py", "x\n" * 400),
        ("tests/a.py", "x\n" * 401),
        ("a.bin", "x" * LARGEST_FILE),
        ("a.txt", "https://peraturan.example.go.id/work/x and framework/tmp"),
        ("requirements/a.txt", "a==1 \\\n    --hash=sha256:00"),
    ],
)
def test_what_is_allowed_is_not_complained_of(tree: Path, name: str, content: str) -> None:
    track(tree, name, content)
    assert complaints(tree) == []


def test_a_file_that_git_does_not_track_is_left_alone(tree: Path) -> None:
    (tree / "notes.txt").write_text("/" + "root/notes", encoding="utf-8")
    assert complaints(tree) == []


@pytest.mark.parametrize(("content", "status"), [("fine", 0), ("/" + "root/x", 1)])
def test_the_command_ends_with_one_where_it_complains(tree: Path, content: str, status: int) -> None:
    track(tree, "a.txt", content)
    run = subprocess.run([sys.executable, "-m", "tools", str(tree)], cwd=ROOT, check=False)  # noqa: S603 -- ourselves
    assert run.returncode == status


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("def test_a(): pass", 0),
        ("import pytest\n@pytest.mark.skip\ndef test_a(): pass", 1),
        ("import pytest\npytest.importorskip('no_such_module')\ndef test_a(): pass", 1),
        ("import pytest\n@pytest.mark.xfail\ndef test_a(): assert False", 0),
    ],
)
@pytest.mark.parametrize("workers", ["0", "2"])
def test_a_skipped_test_fails_a_run_where_nothing_may_be_left_out(
    tmp_path: Path, body: str, status: int, workers: str
) -> None:
    # A passing test beside it: a run of skips alone has a status of its own.
    (tmp_path / "test_planted.py").write_text(body, encoding="utf-8")
    (tmp_path / "test_beside.py").write_text("def test_b(): pass", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "xdist", "-p", "tools.nothing_left_out", "-n", workers]
    command += ["-c", str(tmp_path / "pytest.ini"), str(tmp_path)]
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    bare = {
        **os.environ,
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    }  # the planted test needs no Django, no browser
    run = subprocess.run(  # noqa: S603 -- ourselves
        command, cwd=ROOT, env=bare, check=False, capture_output=True, text=True
    )
    assert run.returncode == status, run.stdout + run.stderr
