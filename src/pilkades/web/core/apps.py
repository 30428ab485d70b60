"""The application that owns every table of an election."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from typing_extensions import override


class CoreConfig(AppConfig):
    """Elections, their record, who may do what."""

    name = "pilkades.web.core"
    label = "core"
    verbose_name = _("Pemilihan")

    @override
    def ready(self) -> None:
        # Importing registers the checks; before the applications are ready the models are not there.
        from pilkades.web.core import system_checks  # noqa: F401, PLC0415
