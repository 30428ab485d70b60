"""The application of this package."""

from django.apps import AppConfig


class DemonstrationConfig(AppConfig):
    """A made-up county to look at; refused where the data are real."""

    name = "pilkades.web.demonstration"
    label = "demonstration"
