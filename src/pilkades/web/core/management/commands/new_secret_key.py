"""`manage.py new_secret_key`: make this site's secret key, once."""

import secrets
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from typing_extensions import override


class Command(BaseCommand):
    """Writes the key into the data folder, readable by its owner alone; it never writes over one."""

    help = "Make this site's secret key in the data folder."
    requires_system_checks = ()

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        path = settings.CONFIG.data / "secret_key"
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            with path.open("x", encoding="utf-8") as file:
                path.chmod(0o600)
                file.write(secrets.token_urlsafe(60) + "\n")
        except FileExistsError as error:
            raise CommandError(f"{path}: sudah ada / is there already") from error
        self.stdout.write(f"{path}")
