"""Short builders for tests of the register: files of people who do not exist, and the work done at once."""

from collections.abc import Sequence
from unittest.mock import patch

from django_tasks_db.management.commands.db_worker import Worker
from tests.web.scenes import NOW

from pilkades.web.core.models import Election, Job, VoterImport
from pilkades.web.core.services.bring_list import bring_list
from pilkades.web.core.services.take_import import take_import
from pilkades.web.shared.models import User

HEADER = "NAMA;NIK;NO KK;L/P;TEMPAT LAHIR;TANGGAL LAHIR;STATUS;ALAMAT;RT;RW;DUSUN"
# Province 99 is not assigned.
AREA = "990102"


def nik(number: int, birth: str = "120580") -> str:
    return f"{AREA}{birth}{number:04d}"


def kk(number: int) -> str:
    return f"{AREA}0101{number:06d}"


def line(number: int, name: str = "", **changed: str) -> str:
    """One row of a file; `changed` names headings in small letters without blanks."""
    held = {
        "nama": name or f"WARGA {_letters(number)}",
        "nik": f"'{nik(number % 10_000, f'12{number // 10_000 % 12 + 1:02d}80')}",
        "nokk": f"'{kk(number // 3)}",
        "l/p": "L",
        "tempatlahir": "CONTOH",
        "tanggallahir": "12-05-1980",
        "status": "S",
        "alamat": "Jalan Contoh",
        "rt": f"{number % 5 + 1:03d}",
        "rw": "001",
        "dusun": "Krajan",
        **changed,
    }
    return ";".join(held.values())


def file_of(lines: Sequence[str]) -> bytes:
    return "\n".join((HEADER, *lines)).encode()


def people(number: int, first: int = 1) -> bytes:
    """A file of that many, each with a name and numbers of its own."""
    return file_of([line(at) for at in range(first, first + number)])


def do_the_work() -> None:
    """The real worker, until nothing waits any more; the connection is the test's, which is not closed."""
    worker = Worker(
        queue_names=["default"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="tests",
        excluded_queue_names=[],
    )
    with patch(f"{Worker.__module__}.close_old_connections"):
        worker.run()


def brought(user: User, held: Election, content: bytes, name: str = "daftar.csv") -> VoterImport:
    """The file after it was read."""
    made = bring_list(user, held.pk, name, content, at=NOW)
    do_the_work()
    made.refresh_from_db()
    return made


def taken(user: User, held: Election, content: bytes, name: str = "daftar.csv") -> VoterImport:
    """The file after it was taken over."""
    made = brought(user, held, content, name)
    job = take_import(user, held.pk, made.pk, at=NOW)
    do_the_work()
    assert Job.objects.get(pk=job.pk).state == "done"
    made.refresh_from_db()
    return made


def _letters(number: int) -> str:
    """A name of letters alone, another for each number."""
    found = ""
    while number:
        number, rest = divmod(number, 26)
        found += chr(ord("A") + rest)
    return found
