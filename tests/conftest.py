"""Django for the tests of the web, and one browser for all tests of a process.

Django is set up here, while conftest files are read, because those further down import models: our own
settings, fed by an environment without anything of this machine.
"""

import os
import shutil
from collections.abc import Iterator

import django
import pytest
from django.conf import settings as django_settings
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

for _name in [name for name in os.environ if name.startswith("PILKADES_")]:
    del os.environ[_name]
os.environ["PILKADES_CONFIG"] = ""
os.environ["PILKADES_DEBUG"] = "true"
os.environ["PILKADES_DATABASE"] = os.environ.get("TEST_DATABASE", "sqlite:///:memory:")
os.environ["DJANGO_SETTINGS_MODULE"] = "pilkades.web.settings"
# Playwright's synchronous interface leaves an event loop standing in the thread; Django would take any later
# test of the database for one inside that loop. Nothing of ours is asynchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
django.setup()
# A password is meant to take half a second to check; tests check hundreds.
django_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# How fast an example runs tells of the machine, not of the program; speed is measured in benchmarks/.
settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, started once: a process can hold only one of Playwright's synchronous drivers."""
    command = shutil.which("chromium")
    if command is None:
        pytest.skip("the command chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=command, args=ARGUMENTS)
        yield browser
        browser.close()
