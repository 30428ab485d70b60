"""The application of this package."""

from django.apps import AppConfig


class CountyBoardConfig(AppConfig):
    """The county sees every village of a wave, sets waves up and approves."""

    name = "pilkades.web.county"
    label = "county"
