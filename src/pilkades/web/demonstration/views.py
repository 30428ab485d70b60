"""One click to be anybody, in a demonstration alone; elsewhere these addresses do not exist."""

from collections.abc import Callable
from functools import wraps
from typing import TypeAlias

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from pilkades.base.language import Language, Text, same
from pilkades.web.core import clock
from pilkades.web.core.access import Need, NotThereError, elections_for
from pilkades.web.core.models import Grant, Role
from pilkades.web.demonstration.people import parts
from pilkades.web.demonstration.published import CODES
from pilkades.web.shared.components.page import LanguageLink, Link, Page
from pilkades.web.shared.models import User
from pilkades.web.shared.templatetags.pilkades import active_language

View: TypeAlias = Callable[[HttpRequest], HttpResponse]
_PERSON = "orang"
_ABOVE = frozenset({Role.COUNTY, Role.SUPERVISOR, Role.DISTRICT, Role.CAMAT})


def _only_in_a_demonstration(view: View) -> View:
    @wraps(view)
    def asked(request: HttpRequest) -> HttpResponse:
        if not (settings.CONFIG.demonstration and settings.CONFIG.debug):
            raise NotThereError
        return view(request)

    return asked


@_only_in_a_demonstration
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Everybody of the demonstration by place, each with a button."""
    here = active_language()
    today = timezone.localdate(clock.now())
    user = request.user if isinstance(request.user, User) else None
    page = Page(
        title=Text("Masuk sebagai siapa?", "Sign in as whom?"),
        place=same("Pilkades"),
        home=request.path,
        person=user.full_name if user else "",
        sign_out=reverse("account_logout") if user else "",
        languages=tuple(LanguageLink("", language, current=language is here) for language in Language),
        language_action=reverse("set_language"),
        publisher=Text("Peragaan di komputer ini saja.", "A demonstration on this computer alone."),
    )
    lead = Text(
        "Hari ini {day}. Pilih satu orang. Untuk berganti, tekan Ganti orang di pita atas.",
        "Today is {day}. Choose somebody. To change, press Become somebody else in the band above.",
    ).fill(day=today)
    components = list(parts(today, _public()))
    context = {"page": page, "components": components, "heading": True, "lead": lead}
    return render(request, "demonstration/people.html", context)


@_only_in_a_demonstration
@require_POST
def sign_in(request: HttpRequest) -> HttpResponse:
    """Be that person from now on, without a password."""
    chosen = request.POST.get(_PERSON, "")
    user = User.objects.filter(pk=chosen).first() if chosen.isdecimal() else None
    if user is None:
        raise NotThereError
    language = active_language()
    logout(request)
    login(request, user)
    answer = redirect(_first_page(user))
    answer.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, samesite="Lax")
    return answer


def _first_page(user: User) -> str:
    """Those above begin at the board, a village's people at its election, a past one at its findings."""
    held = Grant.objects.filter(user=user).select_related("village").first()
    if held is not None and held.role in _ABOVE:
        return reverse("county:home")
    registrar = held is not None and held.role == Role.REGISTRAR
    need = Need.REGISTER_VOTERS if registrar else Need.READ
    election = elections_for(user, need).filter(rehearsal=False).first() if held else None
    if held is None or election is None:
        return reverse(settings.LOGIN_REDIRECT_URL)
    if registrar:
        return reverse("committee:registration", args=(election.pk,))
    past = held.village is not None and held.village.code in CODES.values()
    return reverse("committee:findings" if past else "committee:desk", args=(election.pk,))


def _public() -> Link:
    return Link(
        reverse("public:counties"),
        Text("Warga: buka halaman umum, tanpa masuk", "A citizen: open the public pages, unsigned"),
    )
