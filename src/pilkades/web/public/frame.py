"""The frame of a public page and the way from one page to the next."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import wraps
from hashlib import sha256
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from pilkades.base.language import Language, Text
from pilkades.web.shared.components.page import LanguageLink, Link, NavItem, Page
from pilkades.web.shared.components.record import Village
from pilkades.web.shared.templatetags.pilkades import moment

_COUNTY = Text(
    "Diterbitkan panitia pemilihan kabupaten, bukan KPU.", "Published by the county committee, not by KPU."
)
_OCCASION = Text("Pemilihan Kepala Desa", "Village-head election")
_ALL = Text("Semua pemilihan", "All elections")
Rest = ParamSpec("Rest")
Shown = tuple[Page, tuple[object, ...]]
View = Callable[Concatenate[HttpRequest, Rest], Shown]


def address(name: str, language: Language, **place: str) -> str:
    """Where a public page stands in a language."""
    within = "public:en:" if language is Language.EN else "public:"
    return reverse(within + name, kwargs=place)


def frame(  # noqa: PLR0913 -- by name; each is a part of the frame
    title: Text,
    place: Text,
    *,
    language: Language,
    name: str,
    made: datetime | None = None,
    at: Mapping[str, str] | None = None,
    publisher: Text = _COUNTY,
    query: str = "",
    navigation: tuple[NavItem, ...] = (),
) -> Page:
    """The frame: both languages as links, the hour, the address; nobody's name and no form that changes."""
    where = dict(at or {})
    return Page(
        title=title,
        place=place,
        occasion=_OCCASION,
        home=address("counties", language),
        navigation=navigation,
        languages=tuple(
            LanguageLink(address(name, each, **where) + query, each, each is language) for each in Language
        ),
        publisher=publisher,
        made=made,
        address=address(name, language, **where),
        links=(Link(address("counties", language), _ALL),),
    )


def public(view: View[Rest]) -> Callable[..., HttpResponse]:
    """Set a view's page in its language; it can only be read, and tells apart what has changed.

    Its tag leaves out the hour at which the page was made: a reader who has the page already is told so as
    long as nothing else on it is new.
    """

    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, *rest: Rest.args, **more: Rest.kwargs) -> HttpResponse:
        more["language"] = Language(str(more.get("language", Language.ID)))
        return lasting(*view(request, *rest, **more))

    return answer


def lasting(page: Page, components: tuple[object, ...]) -> HttpResponse:
    """A page that anyone may keep, under a tag that tells whether anything but its hour is new."""
    response = set_in_type(page, components)
    body = response.content.decode()
    kept = body.replace(moment(page.made), "") if page.made else body
    response.headers["ETag"] = f'W/"{sha256(kept.encode()).hexdigest()[:32]}"'
    return response


def set_in_type(page: Page, components: tuple[object, ...], status: int = 200) -> HttpResponse:
    """The page with its components; search engines are told of one that is not for them."""
    context = {
        "page": page,
        "components": components,
        "heading": not any(isinstance(part, Village) for part in components),
    }
    response = HttpResponse(render_to_string("shared/page.html", context), status=status)
    if page.unlisted:
        response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response
