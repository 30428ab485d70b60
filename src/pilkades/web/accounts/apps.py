"""The application of this package."""

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in
from typing_extensions import override


class AccountsConfig(AppConfig):
    """People come in, get roles and leave: sign-in, invitations, second factor."""

    name = "pilkades.web.accounts"
    label = "accounts"

    @override
    def ready(self) -> None:
        # Before the applications are ready the models that it names are not there.
        from pilkades.web.accounts.sessions import begin  # noqa: PLC0415

        user_logged_in.connect(begin, dispatch_uid="a sign-in begins")
