"""What every template may read beside its own page."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from pilkades.base.language import Text
from pilkades.web.shared.components.page import BANDS, Link, Mode


@dataclass(frozen=True, slots=True)
class Band:
    """The band over every page of a demonstration, with the way to become somebody else."""

    word: Text
    sentence: Text
    link: Link


def demonstration(_request: HttpRequest) -> dict[str, Band | None]:
    """The band, or nothing where the site is no demonstration."""
    if not settings.CONFIG.demonstration:
        return {"demonstration": None}
    band = Band(
        BANDS[Mode.DEMONSTRATION],
        Text(
            "Data rekaan, atau dari penelitian yang sudah terbit.",
            "Made-up data, or from published research.",
        ),
        Link(reverse("demonstration:people"), Text("Ganti orang", "Become somebody else")),
    )
    return {"demonstration": band}
