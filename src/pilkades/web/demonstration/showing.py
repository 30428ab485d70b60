"""The demonstration from an empty folder to an open page: made anew each time, and only in its own folder."""

import fcntl
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from django.db import connections
from django.utils import timezone

from pilkades.base.language import Language, Text, same
from pilkades.web import server
from pilkades.web.config import Config
from pilkades.web.core import clock
from pilkades.web.demonstration.loading import COUNTIES, PREFIX, Loaded, is_empty, load
from pilkades.web.serving import one_fault
from pilkades.web.serving_faults import ALREADY_SHOWN, HELD_BY_OTHERS, NOT_A_DEMONSTRATION

_LOADED = Text(
    "Peragaan untuk {day}: {villages} desa, {elections} pemilihan, {acts} tindakan, {people} orang. "
    "Dibuat dalam {seconds} detik.",
    "The demonstration of {day}: {villages} villages, {elections} elections, {acts} acts, {people} people. "
    "Made in {seconds} seconds.",
)
_MADE_UP = Text(
    "Kabupaten 99.01 dan semua orangnya rekaan. Tiga pemilihan berkode 98 diambil dari penelitian terbit.",
    "County 99.01 and all its people are made up. Three elections with code 98 come from published research.",
)
_OPEN = Text("Buka {address}", "Open {address}")
_CHOOSE = Text(
    "Di sana tersedia tombol masuk untuk setiap orang: kabupaten, camat, BPD, ketua panitia, pengawas.",
    "There is a button to sign in as each person: county, camat, BPD, committee chair, supervisor.",
)
_GONE = Text(
    "Peragaan berakhir. Lain kali dibuat baru dari awal.",
    "The demonstration is over. Next time it is made anew.",
)
_LOCK = "demonstration.lock"


def show(config: Config, place: tuple[str, int] | None, language: Language) -> None:
    """Make it anew and serve it at that host and port until somebody stops it; without one only make it.

    Raises:
        FaultyInput: the address or folder is taken, or the database holds what no demonstration made.
    """
    if not config.demonstration:
        raise one_fault("PILKADES_DEMONSTRATION", NOT_A_DEMONSTRATION)
    listening = server.listen(*place) if place else None
    with _alone(config.data / _LOCK):
        began = time.perf_counter()
        day = config.demonstration_day or timezone.localdate()
        loaded = _made_anew(config, day)
        server.tell(*_told(loaded, day, time.perf_counter() - began, language))
        if listening is None:
            return
        address = f"{server.address_of(listening, config)}demonstrasi/"
        opened = _OPEN.fill(address=same(address)).to(language)
        server.tell(opened, _CHOOSE.to(language), server.STOP.to(language))
        server.run(listening, workers=1)
        server.tell(_GONE.to(language))


def _told(loaded: Loaded, day: date, seconds: float, language: Language) -> Iterator[str]:
    yield _LOADED.fill(
        day=day,
        villages=loaded.villages,
        elections=loaded.elections,
        acts=loaded.acts,
        people=loaded.people,
        seconds=same(f"{seconds:.1f}".replace(".", "," if language is Language.ID else ".")),
    ).to(language)
    yield _MADE_UP.to(language)


def _made_anew(config: Config, day: date) -> Loaded:
    if config.database.engine == "sqlite3":
        _clear(Path(config.database.name))
    server.lay_tables(config)
    with server.database_in_words():
        # Only a server's database can hold something here: a file was cleared before.
        if not is_empty():
            raise one_fault("database", HELD_BY_OTHERS)
        return load(day, clock.now())


def _clear(file: Path) -> None:
    """Remove a file that a demonstration made; leave any other where it is.

    Raises:
        FaultyInput: it holds what no demonstration made.
    """
    if not file.exists():
        return
    with (
        server.database_in_words(),
        closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as held,
    ):
        if not _is_ours(held):
            raise one_fault(str(file), HELD_BY_OTHERS)
    connections.close_all()
    for name in (file.name, f"{file.name}-wal", f"{file.name}-shm"):
        file.with_name(name).unlink(missing_ok=True)


def _is_ours(held: sqlite3.Connection) -> bool:
    tables = {row[0] for row in held.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return True
    if not {"core_county", "shared_user"} <= tables:
        return False
    others = held.execute(
        "SELECT (SELECT count(*) FROM core_county WHERE substr(code, 1, 3) NOT IN (?, ?))"
        " + (SELECT count(*) FROM shared_user WHERE substr(username, 1, ?) <> ?)",
        (*COUNTIES, len(PREFIX), PREFIX),
    )
    return bool(others.fetchone() == (0,))


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Hold the folder, so that a second demonstration does not clear it under the first."""
    with lock.open("w", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise one_fault(str(lock.parent), ALREADY_SHOWN) from error
        yield
