"""A sign-in ends: after an hour without use, and at the latest after the hours of the configuration."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeAlias

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from pilkades.web.core import clock
from pilkades.web.shared.models import User

Answer: TypeAlias = Callable[[HttpRequest], HttpResponse]
IDLE = timedelta(hours=1)
# The last use is written down at most once in so long, so that reading writes little.
_NOTED = timedelta(minutes=2)
_BEGAN, _USED = "session_began", "session_used"


def begin(request: HttpRequest | None = None, **_: object) -> None:
    """Note when somebody signed in; `apps.py` ties this to Django's signal."""
    session = getattr(request, "session", None)
    if session is not None:
        session[_BEGAN] = session[_USED] = clock.now().isoformat()


class SessionsEndMiddleware:
    """Ends a sign-in that is too old or was left alone; what was typed and not sent is then lost.

    Django's own limit counts from the last time that a session was written, so a session in use could go on.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; as a stranger's where the sign-in has ended."""
        if isinstance(request.user, User):
            _end_or_note(request, clock.now())
        return self.get_response(request)


def _end_or_note(request: HttpRequest, now: datetime) -> None:
    began, used = (_moment(request.session.get(name)) for name in (_BEGAN, _USED))
    if began is None or used is None:
        begin(request)
        return
    if now - began >= timedelta(hours=settings.CONFIG.session_hours) or now - used >= IDLE:
        logout(request)
    elif now - used >= _NOTED:
        request.session[_USED] = now.isoformat()


def _moment(held: object) -> datetime | None:
    return datetime.fromisoformat(held) if isinstance(held, str) else None
