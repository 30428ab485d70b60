"""The Django app that brings templates, static files and the English catalogue."""

from django.apps import AppConfig


class SharedConfig(AppConfig):
    """Page frame and components; it owns no table."""

    name = "pilkades.web.shared"
    label = "shared"
