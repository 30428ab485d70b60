"""The band over every page of a demonstration, also those that are made without a request."""

from dataclasses import dataclass

from django import template
from django.conf import settings
from django.urls import reverse

from pilkades.base.language import Text
from pilkades.web.shared.components.page import BANDS, Link, Mode

register = template.Library()


@dataclass(frozen=True, slots=True)
class Band:
    """Its word, what that means, and the way to become somebody else."""

    word: Text
    sentence: Text
    link: Link


@register.simple_tag
def demonstration_band() -> Band | None:
    """The band, or nothing where the site is no demonstration."""
    if not settings.CONFIG.demonstration:
        return None
    return Band(
        BANDS[Mode.DEMONSTRATION],
        Text(
            "Data rekaan, atau dari penelitian yang sudah terbit.",
            "Made-up data, or from published research.",
        ),
        Link(reverse("demonstration:people"), Text("Ganti orang", "Become somebody else")),
    )
