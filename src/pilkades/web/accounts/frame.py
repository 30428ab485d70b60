"""What every page of this package shares: the frame, with or without somebody signed in."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pilkades.base.language import EMPTY, Text
from pilkades.web.core import clock
from pilkades.web.core.access import standing_grants
from pilkades.web.core.frame import ROLES, frame
from pilkades.web.core.models import Role
from pilkades.web.shared.components.page import Page
from pilkades.web.shared.models import User

_PUBLISHER = Text(
    "Situs kerja panitia desa, BPD, dan kabupaten. Bukan situs KPU.",
    "The working site of village committees, BPD and county. Not a site of KPU.",
)


def framed(request: HttpRequest, title: Text, *, faults: bool = False) -> Page:
    """The frame of a page here, for whoever asks."""
    user = request.user if isinstance(request.user, User) else None
    roles = roles_of(user, clock.now()) if user else frozenset()
    return replace(
        frame(request, title, user, roles),
        role=next((words for role, words in ROLES.items() if role in roles), EMPTY),
        publisher=_PUBLISHER,
        faults=faults,
    )


def answer(
    request: HttpRequest,
    title: Text,
    components: Sequence[object],
    *,
    status: int = 200,
    lead: Text = EMPTY,
    heading: bool = True,
) -> HttpResponse:
    """A page; status 422 marks one whose form has faults."""
    context = {
        "page": framed(request, title, faults=status == HTTP_FAULTS),
        "components": components,
        "heading": heading,
        "lead": lead,
    }
    return render(request, "shared/page.html", context, status=status)


HTTP_FAULTS = 422


def roles_of(user: User, at: datetime) -> frozenset[Role]:
    """The roles that the person holds anywhere now."""
    return frozenset(Role(role) for role in standing_grants(user, at).values_list("role", flat=True))


def local(moment: datetime) -> datetime:
    """The moment on this installation's clock."""
    return moment.astimezone(ZoneInfo(settings.CONFIG.time_zone))
