"""How this installation is set up: one typed configuration from the environment or `pilkades.toml`."""

import base64
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeAlias, cast
from urllib.parse import parse_qsl, unquote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pilkades.base.errors import Fault, FaultyInput
from pilkades.base.language import Language, same
from pilkades.web.config_faults import (
    DAY_WITHOUT_DEMONSTRATION,
    DEMONSTRATION_IN_EARNEST,
    NO_HOSTS,
    NO_SECRET,
    NOT_A_DATABASE,
    NOT_A_DAY,
    NOT_A_KEY,
    NOT_A_MAIL_SERVER,
    NOT_A_NUMBER,
    NOT_A_PLACE,
    NOT_A_ZONE,
    NOT_SEVERAL,
    NOT_TOML,
    NOT_WORDS,
    NOT_YES_OR_NO,
    SHORT_SECRET,
    UNKNOWN_KEY,
    Problem,
)

PREFIX = "PILKADES_"
FILE = "pilkades.toml"
ENVIRONMENT = "environment"
# Where the file is, and the language of the command line.
_NOT_OURS = frozenset({"config", "lang"})
_SHORTEST_SECRET = 50
_LONGEST_SESSION = 24
_KEY_BYTES = 32
_YES = {"1": True, "true": True, "yes": True, "ya": True, "0": False, "false": False, "no": False}
_YES["tidak"] = False


@dataclass(frozen=True, slots=True)
class Database:
    """Where the tables are: a file of SQLite, or a database of a PostgreSQL server."""

    engine: Literal["sqlite3", "postgresql"]
    name: str
    user: str = ""
    password: str = field(default="", repr=False)
    host: str = ""
    port: str = ""
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MailServer:
    """The server that takes reminders; without one none are sent."""

    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)
    tls: bool = False


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that differs between installations; what differs between elections stands in their rows.

    `demonstration_day` is the day that a demonstration takes for today. `voter_keys` are the
    keys of the voter register, the newest last; without them a file in the data folder holds them.
    `session_hours` is how long a sign-in lasts at most; `paper_megabytes` how large an attachment may be.
    """

    data: Path
    database: Database
    debug: bool = False
    demonstration: bool = False
    demonstration_day: date | None = None
    secret_key: str = field(default="", repr=False)
    voter_keys: tuple[str, ...] = field(default=(), repr=False)
    hosts: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    https: bool = True
    behind_proxy: bool = False
    time_zone: str = "Asia/Jakarta"
    session_hours: int = 8
    paper_megabytes: int = 20
    mail: MailServer | None = None
    mail_from: str = ""

    @property
    def papers(self) -> Path:
        """The folder that holds attached papers, each under its digest."""
        return self.data / "papers"

    @property
    def brought(self) -> Path:
        """The folder that holds files of voters, sealed, until they are taken or given up."""
        return self.data / "brought"


Add: TypeAlias = Callable[[Problem], None]
Reader: TypeAlias = Callable[[object], Any]


def load(environ: Mapping[str, str], folder: Path) -> Config:
    """Read `pilkades.toml` in the folder (or where PILKADES_CONFIG says), then the environment.

    A value of the environment goes before one of the file. A key `database` is PILKADES_DATABASE there.

    Raises:
        FaultyInput: every fault at once, each with its key and what to do.
    """
    file = Path(environ.get(f"{PREFIX}CONFIG", folder / FILE))
    given, faults = _gathered(environ, file)
    read: dict[str, Any] = {}
    for key, (source, raw) in given.items():
        if key not in _READERS:
            what, known = UNKNOWN_KEY
            faults.append(_fault(source, key, (what, known.fill(keys=sorted(_READERS)))))
            continue
        reader, problem = _READERS[key]
        try:
            read[key] = reader(raw)
        except (ValueError, TypeError):
            faults.append(_fault(source, key, problem))
    config = _config(read, folder)
    faults += [_fault(given.get(key, (ENVIRONMENT,))[0], key, problem) for key, problem in _misfits(config)]
    if faults:
        raise FaultyInput(faults)
    return config


def serving_faults(config: Config) -> tuple[Fault, ...]:
    """What is still missing before pages may be shown to people: a secret of its own, names of hosts."""
    found: list[Fault] = []
    if not config.secret_key and not config.debug:
        found.append(_fault(ENVIRONMENT, "secret_key", NO_SECRET))
    if not config.hosts and not config.debug:
        found.append(_fault(ENVIRONMENT, "hosts", NO_HOSTS))
    return tuple(found)


def _gathered(environ: Mapping[str, str], file: Path) -> tuple[dict[str, tuple[str, object]], list[Fault]]:
    given: dict[str, tuple[str, object]] = {}
    faults: list[Fault] = []
    if file.is_file():
        try:
            table = tomllib.loads(file.read_text(encoding="utf-8"))
            given = {key: (file.name, value) for key, value in table.items()}
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            problem, remedy = NOT_TOML
            faults.append(Fault(file.name, "-", problem.fill(reason=same(str(error))), remedy))
    elif environ.get(f"{PREFIX}CONFIG"):
        faults.append(_fault(ENVIRONMENT, "config", NOT_A_PLACE))
    for name, value in environ.items():
        key = name.removeprefix(PREFIX).lower()
        if name.startswith(PREFIX) and key not in _NOT_OURS:
            given[key] = (ENVIRONMENT, value)
    return given, faults


def _config(read: Mapping[str, Any], folder: Path) -> Config:
    values = dict(read)
    data = folder / cast("Path", values.pop("data", Path("pilkades-data")))
    debug = values.get("debug", False)
    values.setdefault("https", not debug)
    values.setdefault("database", Database("sqlite3", str(data / "pilkades.sqlite3")))
    secret_file = data / "secret_key"
    if "secret_key" not in values and secret_file.is_file():
        values["secret_key"] = secret_file.read_text(encoding="utf-8").strip()
    return Config(data=data, **values)


def _misfits(config: Config) -> Iterator[tuple[str, Problem]]:
    if config.demonstration and not config.debug:
        yield "demonstration", DEMONSTRATION_IN_EARNEST
    if config.demonstration_day and not config.demonstration:
        yield "demonstration_day", DAY_WITHOUT_DEMONSTRATION
    if config.secret_key and len(config.secret_key) < _SHORTEST_SECRET and not config.debug:
        yield "secret_key", SHORT_SECRET


def _fault(source: str, key: str, problem: Problem) -> Fault:
    name = f"{PREFIX}{key.upper()}" if source == ENVIRONMENT else key
    return Fault(source, name, *problem)


def _yes(raw: object) -> bool:
    if isinstance(raw, bool):
        return raw
    if isinstance(raw, str) and raw.strip().lower() in _YES:
        return _YES[raw.strip().lower()]
    raise ValueError(raw)


def _words(raw: object) -> str:
    if isinstance(raw, str) and raw.strip():
        return raw.strip()
    raise ValueError(raw)


def _several(raw: object) -> tuple[str, ...]:
    parts = raw.split(",") if isinstance(raw, str) else raw
    if not isinstance(parts, list):
        raise TypeError(raw)
    return tuple(_words(part) for part in parts)


def _keys(raw: object) -> tuple[str, ...]:
    keys = _several(raw)
    for key in keys:
        if len(base64.b64decode(key, altchars=b"-_", validate=True)) != _KEY_BYTES:
            raise ValueError(key)
    return keys


def _place(raw: object) -> Path:
    return Path(_words(raw)).expanduser()


def _day(raw: object) -> date:
    if type(raw) is date:
        return raw
    return date.fromisoformat(_words(raw))


def _number(least: int, most: int) -> Reader:
    def read(raw: object) -> int:
        number = int(raw) if isinstance(raw, str) else raw
        if not isinstance(number, int) or isinstance(number, bool) or not least <= number <= most:
            raise ValueError(raw)
        return number

    return read


def _zone(raw: object) -> str:
    try:
        return ZoneInfo(_words(raw)).key
    except ZoneInfoNotFoundError as error:
        raise ValueError(raw) from error


def _database(raw: object) -> Database:
    url = urlsplit(_words(raw))
    if url.scheme == "sqlite" and not url.netloc and url.path.strip("/"):
        return Database("sqlite3", unquote(url.path[1:]))
    if url.scheme not in {"postgres", "postgresql"} or not url.path.strip("/"):
        raise ValueError(raw)
    options = dict(parse_qsl(url.query, strict_parsing=bool(url.query)))
    return Database(
        "postgresql",
        unquote(url.path.strip("/")),
        unquote(url.username or ""),
        unquote(url.password or ""),
        options.pop("host", url.hostname or ""),
        str(url.port or ""),
        options,
    )


def _mail(raw: object) -> MailServer:
    url = urlsplit(_words(raw))
    if url.scheme not in {"smtp", "smtps"} or not url.hostname:
        raise ValueError(raw)
    tls = url.scheme == "smtps"
    port = url.port or (465 if tls else 25)
    return MailServer(url.hostname, port, unquote(url.username or ""), unquote(url.password or ""), tls)


_READERS: Mapping[str, tuple[Reader, Problem]] = {
    "data": (_place, NOT_WORDS),
    "database": (_database, NOT_A_DATABASE),
    "debug": (_yes, NOT_YES_OR_NO),
    "demonstration": (_yes, NOT_YES_OR_NO),
    "demonstration_day": (_day, NOT_A_DAY),
    "secret_key": (_words, NOT_WORDS),
    "voter_keys": (_keys, NOT_A_KEY),
    "hosts": (_several, NOT_SEVERAL),
    "origins": (_several, NOT_SEVERAL),
    "https": (_yes, NOT_YES_OR_NO),
    "behind_proxy": (_yes, NOT_YES_OR_NO),
    "time_zone": (_zone, NOT_A_ZONE),
    "session_hours": (_number(1, _LONGEST_SESSION), NOT_A_NUMBER[_LONGEST_SESSION]),
    "paper_megabytes": (_number(1, 200), NOT_A_NUMBER[200]),
    "mail": (_mail, NOT_A_MAIL_SERVER),
    "mail_from": (_words, NOT_WORDS),
}


def told(faulty: FaultyInput) -> str:
    """Every fault on a line, Indonesian first, English below it."""
    return "\n".join(f"{one.to(Language.ID)}\n  {one.to(Language.EN)}" for one in faulty.faults)
