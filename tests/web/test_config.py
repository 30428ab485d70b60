from pathlib import Path

import pytest

from pilkades.base.errors import FaultyInput
from pilkades.web.config import Config, Database, MailServer, load, serving_faults, told

SECRET = "s" * 50


def faulty(environ: dict[str, str], folder: Path) -> list[tuple[str, str]]:
    with pytest.raises(FaultyInput) as told_:
        load(environ, folder)
    return [(fault.file, fault.key) for fault in told_.value.faults]


def test_without_any_setting_it_is_a_file_of_sqlite_in_the_data_folder_and_not_debug(tmp_path: Path) -> None:
    config = load({}, tmp_path)
    data = tmp_path / "pilkades-data"
    assert config == Config(data=data, database=Database("sqlite3", str(data / "pilkades.sqlite3")))
    assert (config.debug, config.demonstration, config.https, config.time_zone) == (
        False, False, True, "Asia/Jakarta",
    )  # fmt: skip


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    (tmp_path / "pilkades.toml").write_text('session_hours = 4\nhosts = ["desa.local"]\nhttps = false\n')
    config = load({"PILKADES_SESSION_HOURS": "6"}, tmp_path)
    assert (config.session_hours, config.hosts, config.https) == (6, ("desa.local",), False)


@pytest.mark.parametrize(
    ("address", "database"),
    [
        ("sqlite:///data/a.sqlite3", Database("sqlite3", "data/a.sqlite3")),
        ("sqlite:////srv/a.sqlite3", Database("sqlite3", "/srv/a.sqlite3")),
        (
            "postgresql://panitia:s%40ndi@db.desa:5433/pilkades?sslmode=require",
            Database("postgresql", "pilkades", "panitia", "s@ndi", "db.desa", "5433", {"sslmode": "require"}),
        ),
        (
            "postgresql://panitia@/pilkades?host=/run/pg",
            Database("postgresql", "pilkades", "panitia", "", "/run/pg"),
        ),
    ],
)
def test_one_address_says_which_database(address: str, database: Database, tmp_path: Path) -> None:
    assert load({"PILKADES_DATABASE": address}, tmp_path).database == database


def test_a_mail_server_is_one_address(tmp_path: Path) -> None:
    config = load({"PILKADES_MAIL": "smtps://a:b@surat.desa"}, tmp_path)
    assert config.mail == MailServer("surat.desa", 465, "a", "b", tls=True)


def test_every_fault_is_told_at_once_each_with_its_key(tmp_path: Path) -> None:
    (tmp_path / "pilkades.toml").write_text(
        'debug = "mungkin"\nhostz = ["a"]\nsession_hours = 99\nhosts = 3\n'
    )
    environ = {
        "PILKADES_DATABASE": "mysql://a/b",
        "PILKADES_TIME_ZONE": "Asia/Tegal",
        "PILKADES_MAIL": "surat.desa",
        "PILKADES_SECRET_KEY": "short",
        "OTHER": "x",
    }
    assert sorted(faulty(environ, tmp_path)) == [
        ("environment", "PILKADES_DATABASE"),
        ("environment", "PILKADES_MAIL"),
        ("environment", "PILKADES_SECRET_KEY"),
        ("environment", "PILKADES_TIME_ZONE"),
        ("pilkades.toml", "debug"),
        ("pilkades.toml", "hosts"),
        ("pilkades.toml", "hostz"),
        ("pilkades.toml", "session_hours"),
    ]


def test_each_fault_is_said_in_both_languages_with_its_remedy(tmp_path: Path) -> None:
    with pytest.raises(FaultyInput) as told_:
        load({"PILKADES_HTTPS": "perhaps"}, tmp_path)
    assert told(told_.value).splitlines() == [
        "environment: PILKADES_HTTPS: Nilai ini bukan ya atau tidak. Tulis true atau false.",
        "  environment: PILKADES_HTTPS: This value is neither yes nor no. Write true or false.",
    ]


def test_a_file_that_is_no_toml_and_a_file_that_is_not_there_are_faults(tmp_path: Path) -> None:
    (tmp_path / "pilkades.toml").write_text("debug = \n")
    assert faulty({}, tmp_path) == [("pilkades.toml", "-")]
    assert faulty({"PILKADES_CONFIG": str(tmp_path / "none.toml")}, tmp_path) == [
        ("environment", "PILKADES_CONFIG")
    ]


@pytest.mark.parametrize(("debug", "refused"), [("false", True), ("true", False)])
def test_demonstration_is_refused_while_debug_is_off(debug: str, refused: bool, tmp_path: Path) -> None:  # noqa: FBT001 -- a column of the table
    environ = {"PILKADES_DEMONSTRATION": "true", "PILKADES_DEBUG": debug}
    if refused:
        assert faulty(environ, tmp_path) == [("environment", "PILKADES_DEMONSTRATION")]
    else:
        assert load(environ, tmp_path).demonstration


def test_nothing_is_served_without_a_secret_and_a_name(tmp_path: Path) -> None:
    assert [fault.key for fault in serving_faults(load({}, tmp_path))] == [
        "PILKADES_SECRET_KEY",
        "PILKADES_HOSTS",
    ]
    ready = load({"PILKADES_SECRET_KEY": SECRET, "PILKADES_HOSTS": "desa.local, 10.0.0.1"}, tmp_path)
    assert (serving_faults(ready), ready.hosts) == ((), ("desa.local", "10.0.0.1"))
    assert serving_faults(load({"PILKADES_DEBUG": "ya"}, tmp_path)) == ()


def test_a_secret_is_read_from_the_data_folder_and_shown_nowhere(tmp_path: Path) -> None:
    (tmp_path / "pilkades-data").mkdir()
    (tmp_path / "pilkades-data" / "secret_key").write_text(SECRET + "\n")
    config = load({"PILKADES_DATABASE": "postgresql://a:sandi@b/c"}, tmp_path)
    assert config.secret_key == SECRET
    assert SECRET not in repr(config)
    assert "sandi" not in repr(config)
