"""What must hold before this site runs: its configuration is whole, and the record is guarded."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Tags, register
from django.db import connections

from pilkades.base.language import Language
from pilkades.web.config import serving_faults
from pilkades.web.core.guards import missing_guards


@register(Tags.security, deploy=True)
def configuration_is_whole(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:  # noqa: ANN401, ARG001 -- Django's signature
    """Nothing is served without a key and a name of its own."""
    return [
        checks.Error(
            fault.problem.to(Language.EN), hint=fault.remedy.to(Language.EN), obj=fault.key, id="core.E001"
        )
        for fault in serving_faults(settings.CONFIG)
    ]


@register(Tags.database)
def record_is_guarded(
    app_configs: Sequence[AppConfig] | None,  # noqa: ARG001 -- Django's signature
    databases: Sequence[str] | None = None,
    **_: Any,  # noqa: ANN401 -- Django's signature
) -> list[CheckMessage]:
    """The triggers stand; SQLite drops those of a table that a later migration makes anew."""
    return [
        checks.Warning(
            f"The table of acts is not guarded by {name}.",
            hint="Run manage.py migrate; if it stays, a migration must lay the triggers again.",
            id="core.W001",
        )
        for alias in databases or ()
        for name in missing_guards(connections[alias])
    ]
