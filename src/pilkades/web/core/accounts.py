"""Accounts come by invitation; nobody makes one unasked."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from typing_extensions import override


class ByInvitationOnly(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Keeps the open sign-up closed."""

    @override
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
