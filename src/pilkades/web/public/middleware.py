"""Public pages are answered before anything asks who is there."""

from collections.abc import Callable
from typing import TypeAlias

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.middleware.gzip import GZipMiddleware
from django.template.loader import render_to_string
from django.urls import is_valid_path, resolve
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_cache_control

from pilkades.base.language import EMPTY, Language, same
from pilkades.web.public.frame import address, frame

Answer: TypeAlias = Callable[[HttpRequest], HttpResponse]

FRESH = 60
"""Seconds for which anyone may keep a public answer: a limit may pass and an act may come at any time."""

_PILKADES = same("Pilkades")
_READING = frozenset({"GET", "HEAD"})


class NoSessionMiddleware:
    """Answers every address below the public front page itself, so that no later middleware runs.

    It stands before sessions, sign-in and forms: on a public page there is no `request.session` and no
    `request.user` to read, even for those who are signed in elsewhere on the site. So every reader gets the
    same answer, any cache may keep it, and it may be compressed: it holds no secret to guess. Only what
    somebody sends in a form is answered to that one alone; see `forms`.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        self._zip = GZipMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a public address; hand on every other."""
        if not f"{request.path_info}/".startswith(address("counties", Language.ID)):
            return self.get_response(request)
        english = f"{request.path_info}/".startswith(address("counties", Language.EN))
        language = Language.EN if english else Language.ID
        with translation.override(language):
            response = _answer(request, language)
        response.headers["Content-Language"] = language.value
        if request.method not in _READING:
            # What was sent and what was answered to it stays between the two: nobody keeps it, and nothing
            # about it can be read from how far it was compressed.
            response.headers["Cache-Control"] = "no-store"
            return response
        patch_cache_control(response, public=True, max_age=FRESH)
        self._zip.process_response(request, response)
        return _only_what_is_asked(request, response)


def _answer(request: HttpRequest, language: Language) -> HttpResponse:
    path = request.path_info
    try:
        match = resolve(path)
        request.resolver_match = match
        answer = match.func(request, *match.args, **match.kwargs)
    except Http404:
        if not path.endswith("/") and is_valid_path(f"{path}/"):
            query = request.META.get("QUERY_STRING", "")
            return HttpResponsePermanentRedirect(f"{request.path}/" + (f"?{query}" if query else ""))
        return _not_there(language)
    if not isinstance(answer, HttpResponse):
        raise TypeError("a public view answers whole, not in pieces")
    return answer


def _not_there(language: Language) -> HttpResponse:
    """The same words for what is unknown and for a rehearsal, in the language of the address."""
    page = frame(EMPTY, _PILKADES, language=language, name="counties")
    return HttpResponse(render_to_string("404.html", {"page": page}), status=404)


def _only_what_is_asked(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Nothing where the reader has it already; the head alone where only that is asked for."""
    tag = response.headers.get("ETag")
    if response.status_code == 200 and tag:  # noqa: PLR2004 -- the number everyone knows
        response = get_conditional_response(request, etag=tag, response=response) or response
    if request.method == "HEAD":
        response.headers.setdefault("Content-Length", str(len(response.content)))
        response.content = b""
    return response
