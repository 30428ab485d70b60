"""The application of this package."""

from django.apps import AppConfig


class PublicPagesConfig(AppConfig):
    """What everybody may see, without a session."""

    name = "pilkades.web.public"
    label = "public"
