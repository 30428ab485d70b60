"""Public pages that take a form: sent, answered to that one alone, and not kept.

Why no token against forged forms. Such a token keeps another site from acting with the powers that a browser
lends to whoever is signed in: its cookie. Here is no cookie, no session and no user: `NoSessionMiddleware`
sees to it that none is read even from somebody who is signed in elsewhere on the site. So a form sent from
another site could do nothing that its author could not do himself from his own machine. A token would need a
cookie to be held against, so it would bring in the very thing whose misuse it prevents, and it would make
every page differ, so that none could be kept.

What is left is that another site might use its visitors' browsers to send forms here, and so spend their
number of questions or fill a village's desk. Browsers say from where a form comes, and a page cannot forge
that: `Sec-Fetch-Site` and `Origin` are asked instead. Where a browser sends neither, as old ones do, the form
is taken: it has no power to lend.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import Any, Concatenate

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from pilkades.base.errors import PilkadesError
from pilkades.base.language import Language, Text, same
from pilkades.web.core.uploads import OnlyCounted
from pilkades.web.public.frame import Rest, frame, lasting, set_in_type
from pilkades.web.shared.components.page import Empty, Link, Page

_OWN = frozenset({"same-origin", "none"})
_ELSEWHERE = Text("Formulir ini datang dari situs lain", "This form came from another site")
_FILL_HERE = Text(
    "Isian itu belum dibaca. Buka halaman ini, lalu isi di sini.",
    "It was not read. Open this page and fill it in here.",
)
_OPEN = Text("Buka formulirnya", "Open the form")


@dataclass(frozen=True, slots=True)
class Reply:
    """A page with what it shows, and the number that tells a browser what it is."""

    page: Page
    components: tuple[object, ...]
    status: int = HTTPStatus.OK


Asked = Callable[Concatenate[HttpRequest, Rest], Reply]


def public_form(view: Asked[Rest]) -> Callable[..., HttpResponse]:
    """Set a view's page: opened, it is like any public page; sent, it is answered to this one alone."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def answer(request: HttpRequest, *rest: Rest.args, **more: Rest.kwargs) -> HttpResponse:
        language = Language(str(more.get("language", Language.ID)))
        more["language"] = language
        if request.method == "POST":
            if not sent_from_here(request):
                return _from_elsewhere(request, language)
            # No public form asks for a file: what a stranger sends all the same fills no memory.
            request.upload_handlers = [OnlyCounted(request)]
            reply = view(request, *rest, **more)
            return set_in_type(reply.page, reply.components, reply.status)
        reply = view(request, *rest, **more)
        return lasting(reply.page, reply.components)

    return answer


def sent_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that the form comes from a page of this site, or says nothing."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    own = {f"{request.scheme}://{request.get_host()}", *settings.CSRF_TRUSTED_ORIGINS}
    return (site is None or site in _OWN) and (origin is None or origin in own)


def _from_elsewhere(request: HttpRequest, language: Language) -> HttpResponse:
    page = frame(_ELSEWHERE, same("Pilkades"), language=language, name="counties")
    return set_in_type(page, (Empty(_FILL_HERE, Link(request.path, _OPEN)),), HTTPStatus.FORBIDDEN)


def asker_of(request: HttpRequest) -> str:
    """The address of who asks, to count questions by; behind our own proxy the last one that it adds."""
    forwarded = request.headers.get("X-Forwarded-For", "")
    if settings.CONFIG.behind_proxy and forwarded:
        return forwarded.rpartition(",")[2].strip()
    meta: dict[str, Any] = request.META
    return str(meta.get("REMOTE_ADDR", ""))


def status_of(error: PilkadesError) -> HTTPStatus:
    """The number for a form that was refused: too many of them, or something to put right."""
    often = error.code == "asked-too-often"
    return HTTPStatus.TOO_MANY_REQUESTS if often else HTTPStatus.UNPROCESSABLE_ENTITY
