"""What a fresh process really holds: settings as production has them, and the pragmas of its database."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ASK = """
import json, os, django
django.setup()
from django.conf import settings
from django.db import connection
with connection.cursor() as cursor:
    pragmas = {}
    for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout"):
        pragmas[name] = cursor.execute(f"PRAGMA {name}").fetchone()[0]
print(json.dumps({"pragmas": pragmas, "mode": connection.transaction_mode,
    "hasher": settings.PASSWORD_HASHERS[0], **{
    name: getattr(settings, name) for name in
    ("DEBUG", "SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SESSION_COOKIE_AGE",
     "SECURE_HSTS_SECONDS", "LANGUAGE_CODE", "TIME_ZONE", "AUTH_USER_MODEL", "ALLOWED_HOSTS")}}))
"""


def run(*command: str, **own: str) -> subprocess.CompletedProcess[str]:
    held = {name: value for name, value in os.environ.items() if not name.startswith("PILKADES_")}
    environment = {**held, "PILKADES_CONFIG": "", "DJANGO_SETTINGS_MODULE": "pilkades.web.settings", **own}
    return subprocess.run(  # noqa: S603 -- our own program
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def test_production_is_safe_and_sqlite_keeps_what_it_acknowledged(tmp_path: Path) -> None:
    answer = run(
        "-c", ASK, PILKADES_DATA=str(tmp_path), PILKADES_SECRET_KEY="s" * 50, PILKADES_HOSTS="desa.local"
    )
    assert answer.returncode == 0, answer.stderr
    assert json.loads(answer.stdout) == {
        # SQLite writes FULL as 2.
        "pragmas": {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 20000},
        "mode": "IMMEDIATE",
        # Slow on purpose; these tests themselves use a fast one.
        "hasher": "django.contrib.auth.hashers.PBKDF2PasswordHasher",
        "DEBUG": False,
        "SECURE_SSL_REDIRECT": True,
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SESSION_COOKIE_AGE": 8 * 3600,
        "SECURE_HSTS_SECONDS": 31_536_000,
        "LANGUAGE_CODE": "id",
        "TIME_ZONE": "Asia/Jakarta",
        "AUTH_USER_MODEL": "shared.User",
        "ALLOWED_HOSTS": ["desa.local"],
    }


@pytest.mark.parametrize("door", ["wsgi", "asgi"])
def test_the_server_does_not_start_without_a_secret_and_says_what_to_do(door: str, tmp_path: Path) -> None:
    answer = run("-c", f"import pilkades.web.{door}", PILKADES_DATA=str(tmp_path))
    assert (answer.returncode, answer.stdout) == (2, "")
    assert "PILKADES_SECRET_KEY" in answer.stderr
    assert "new_secret_key" in answer.stderr


def test_a_new_secret_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    made = run("manage.py", "new_secret_key", PILKADES_DATA=str(tmp_path))
    path = tmp_path / "secret_key"
    assert (made.returncode, path.stat().st_mode & 0o777, len(path.read_text().strip())) == (0, 0o600, 80)
    before = path.read_text()
    again = run("manage.py", "new_secret_key", PILKADES_DATA=str(tmp_path))
    assert (again.returncode, path.read_text()) == (1, before)
    assert (
        run("-c", "import pilkades.web.wsgi", PILKADES_DATA=str(tmp_path), PILKADES_HOSTS="a").returncode == 0
    )
