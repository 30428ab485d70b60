"""Django for the tests of the web: our own settings, fed by an environment without anything of this machine.

It is set up here, while conftest files are read, because those further down import models.
"""

import os

import django

for _name in [name for name in os.environ if name.startswith("PILKADES_")]:
    del os.environ[_name]
os.environ["PILKADES_CONFIG"] = ""
os.environ["PILKADES_DEBUG"] = "true"
os.environ["PILKADES_DATABASE"] = os.environ.get("TEST_DATABASE", "sqlite:///:memory:")
os.environ["DJANGO_SETTINGS_MODULE"] = "pilkades.web.settings"
django.setup()
