"""The application of this package."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People come in, get roles and leave: sign-in, invitations, second factor."""

    name = "pilkades.web.accounts"
    label = "accounts"
