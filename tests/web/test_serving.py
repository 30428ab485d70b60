"""`python -m pilkades.web` as a person starts it: it serves until it is stopped, or says what keeps it."""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SECRET = "s" * 50
PATIENCE = 60


def settings(data: Path, **own: str) -> dict[str, str]:
    """An environment with these settings alone."""
    held = {
        name: value for name, value in os.environ.items() if not name.startswith(("PILKADES_", "DJANGO_"))
    }
    named = {f"PILKADES_{name}": value for name, value in own.items()}
    return {**held, "PYTHONUNBUFFERED": "1", "PILKADES_CONFIG": "", "PILKADES_DATA": str(data), **named}


def earnest(data: Path) -> dict[str, str]:
    return settings(data, SECRET_KEY=SECRET, HOSTS="127.0.0.1", HTTPS="false")


def shown(data: Path, **own: str) -> dict[str, str]:
    return settings(data, DEBUG="true", DEMONSTRATION="true", **own)


def ended(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 -- our own program
        [sys.executable, "-m", "pilkades.web", *words],
        env=environment, capture_output=True, text=True, check=False, timeout=PATIENCE,
    )  # fmt: skip


@contextmanager
def running(environment: dict[str, str], *words: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The program once it has said its address."""
    process = subprocess.Popen(  # noqa: S603 -- our own program
        [sys.executable, "-m", "pilkades.web", *words],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        for line in process.stdout:
            found = re.search(r"http://\S+", line)
            if found:
                yield process, found[0]
                break
        else:
            pytest.fail("it ended without an address")
    finally:
        process.kill()
        process.communicate()


def free_port() -> str:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return str(one.getsockname()[1])


def opened(address: str) -> str:
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 -- our own server
        return str(answer.read().decode())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_stopped_and_ends_with_one_line(tmp_path: Path, number: signal.Signals) -> None:
    with running(earnest(tmp_path), "serve", "--port", free_port()) as (process, address):
        page = opened(f"{address}akun/login/")
        assert "<h1>" in page
        style = re.search(r'href="(/static/shared/site\.[0-9a-f]+\.css)"', page)
        assert style is not None
        assert "--bg" in opened(f"{address.rstrip('/')}{style[1]}")
        process.send_signal(number)
        said, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert said.splitlines()[-1] == "Situs ditutup. Semua yang tercatat tersimpan."
    assert "Traceback" not in said


def test_what_is_missing_to_serve_is_said_with_its_remedy(tmp_path: Path) -> None:
    said = ended(settings(tmp_path), "serve")
    assert (said.returncode, said.stdout) == (2, "")
    assert "python -m pilkades.web new_secret_key" in said.stderr
    assert "Tulis nama atau alamat yang diketik orang." in said.stderr


@pytest.mark.parametrize("command", ["serve", "demonstrate"])
def test_a_port_in_use_is_said_before_anything_is_done(tmp_path: Path, command: str) -> None:
    environment = earnest(tmp_path) if command == "serve" else shown(tmp_path)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        said = ended(environment, command, "--port", port)
    assert said.returncode == 2
    assert f"Alamat 127.0.0.1:{port} sudah dipakai program lain." in said.stderr
    assert f"Another program already uses the address 127.0.0.1:{port}." in said.stderr
    assert "--port" in said.stderr
    assert not list(tmp_path.glob("*.sqlite3"))


def test_a_port_that_is_none_is_refused(tmp_path: Path) -> None:
    said = ended(earnest(tmp_path), "serve", "--port", "99999")
    assert (said.returncode, "Tulis bilangan dari 1 sampai 65535." in said.stderr) == (2, True)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    said = ended(earnest(tmp_path / "berkas" / "data"), "serve")
    assert said.returncode == 2
    assert "Folder data ini tidak dapat ditulis." in said.stderr
    assert "PILKADES_DATA" in said.stderr


def test_a_file_that_is_no_database_is_said(tmp_path: Path) -> None:
    (tmp_path / "pilkades.sqlite3").write_text("bukan basis data, hanya teks yang panjang " * 50)
    said = ended(earnest(tmp_path), "serve", "--port", free_port())
    assert said.returncode == 2
    assert "Basis data tidak dapat dibuka" in said.stderr
    assert "Traceback" not in said.stderr


def test_every_other_command_goes_to_django(tmp_path: Path) -> None:
    assert ended(settings(tmp_path), "new_secret_key").returncode == 0
    assert len((tmp_path / "secret_key").read_text().strip()) == 80


def test_a_demonstration_opens_on_its_day_and_is_made_anew(tmp_path: Path) -> None:
    environment = shown(tmp_path, DEMONSTRATION_DAY="2027-03-12")
    first = ended(environment, "demonstrate", "--only-load")
    assert (first.returncode, first.stderr) == (0, "")
    assert "Peragaan untuk 12 Maret 2027: 15 desa, 17 pemilihan" in first.stdout
    with running(environment, "demonstrate", "--port", free_port(), "--lang", "en") as (process, address):
        assert address.endswith("/demonstrasi/")
        assert "Hari ini 12 Maret 2027." in opened(address)
        second = ended(environment, "demonstrate", "--only-load")
        assert (second.returncode, "Stop that one, or choose another folder." in second.stderr) == (2, True)
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert said.splitlines()[-1] == "The demonstration is over. Next time it is made anew."


def test_a_database_that_no_demonstration_made_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "pilkades.sqlite3"
    assert ended(shown(tmp_path), "migrate", "--verbosity", "0").returncode == 0
    with sqlite3.connect(file) as held:
        held.execute(
            "INSERT INTO core_county (code, name, law, zone) VALUES ('33.28', 'Tegal', '', 'Asia/Jakarta')"
        )
    held.close()
    before = file.read_bytes()
    said = ended(shown(tmp_path), "demonstrate", "--only-load")
    assert said.returncode == 2
    assert "Tidak ada yang diubah." in said.stderr
    assert file.read_bytes() == before


def test_a_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "pilkades.sqlite3"
    with sqlite3.connect(file) as held:
        held.execute("CREATE TABLE surat (isi TEXT)")
    held.close()
    before = file.read_bytes()
    assert ended(shown(tmp_path), "demonstrate", "--only-load").returncode == 2
    assert file.read_bytes() == before


def test_in_earnest_nothing_is_demonstrated(tmp_path: Path) -> None:
    said = ended(earnest(tmp_path), "demonstrate", "--only-load")
    assert (said.returncode, "Ini bukan mode peragaan." in said.stderr) == (2, True)
    both = ended({**earnest(tmp_path), "PILKADES_DEMONSTRATION": "true"}, "serve")
    assert (both.returncode, "Mode peragaan membuka semua akun tanpa sandi" in both.stderr) == (2, True)
    lonely = ended({**earnest(tmp_path), "PILKADES_DEMONSTRATION_DAY": "2027-01-01"}, "serve")
    assert (lonely.returncode, "PILKADES_DEMONSTRATION_DAY" in lonely.stderr) == (2, True)
