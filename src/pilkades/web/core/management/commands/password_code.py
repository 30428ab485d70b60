"""`manage.py password_code siti.aminah "HP hilang"`: a way back in when nobody else can give one."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from typing_extensions import override

from pilkades.base.errors import PilkadesError
from pilkades.base.language import Language
from pilkades.web.core.messages import said
from pilkades.web.core.services.renew_password import give_password_code
from pilkades.web.shared.models import User


class Command(BaseCommand):
    """Prints a code for a new password; that it was made, and why, stays on the person's own page."""

    help = "Print a code by which a person sets a new password."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", help="siti.aminah")
        parser.add_argument("reason", help="HP hilang")

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(username__iexact=options["username"], is_active=True).first()
        if user is None:
            raise CommandError(f"{options['username']}: tidak ada / is not there")
        try:
            self.stdout.write(give_password_code(None, user.pk, options["reason"]).code)
        except PilkadesError as error:
            raise CommandError(said(error).to(Language.ID)) from error
