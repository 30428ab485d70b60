"""Committee and county sign in with a second factor."""

from collections.abc import Callable
from typing import TypeAlias

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from pilkades.web.core import clock
from pilkades.web.core.access import needs_second_factor
from pilkades.web.shared.models import User

Answer: TypeAlias = Callable[[HttpRequest], HttpResponse]
_SEEN = "second_factor_is_set_up"


class SecondFactorMiddleware:
    """Sends those who need a second factor and have none to set it up, before any other page.

    What signs in and out and sets the factor up stays open; in demonstration mode nobody is asked.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or send to the page that sets the factor up."""
        if self._must_set_up(request):
            return redirect("mfa_activate_totp")
        return self.get_response(request)

    def _must_set_up(self, request: HttpRequest) -> bool:
        user = request.user
        if settings.CONFIG.demonstration or not isinstance(user, User) or request.session.get(_SEEN):
            return False
        if _is_open(request.path) or not needs_second_factor(user, clock.now()):
            return False
        if is_mfa_enabled(user):
            request.session[_SEEN] = True
            return False
        return True


_OPEN = (
    "account_login",
    "account_logout",
    "account_inactive",
    "account_reauthenticate",
    "account_reset_password",
    "mfa_authenticate",
    "mfa_reauthenticate",
    "mfa_activate_totp",
    "set_language",
)


def _is_open(path: str) -> bool:
    # Not every page below /akun/: from there people are invited and accesses opened.
    return path in {reverse(name) for name in _OPEN}
