"""`manage.py make_operator penjaga "Nama Lengkap"`: an account that keeps the installation running."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from typing_extensions import override

from pilkades.web.core.services.renew_password import give_password_code
from pilkades.web.shared.models import User


class Command(BaseCommand):
    """Makes the account and prints a code, which typed at /akun/undangan/ sets its first password."""

    help = "Make an operator's account and print the code for its password."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", help="penjaga")
        parser.add_argument("full_name", help="Nama Lengkap")

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        username = options["username"].strip().lower()
        if User.objects.filter(username__iexact=username).exists():
            raise CommandError(f"{username}: sudah ada / is there already")
        user = User.objects.create_user(username, options["full_name"])
        user.is_operator = True
        user.save(update_fields=["is_operator"])
        self.stdout.write(give_password_code(None, user.pk, "manage.py make_operator").code)
