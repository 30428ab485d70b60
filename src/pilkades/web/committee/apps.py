"""The Django app of the committee's desk; it owns no table."""

from django.apps import AppConfig


class CommitteeConfig(AppConfig):
    """Pages of one election for those who run it."""

    name = "pilkades.web.committee"
    label = "committee"
