"""A day that a plan names exactly."""

from datetime import date

from django.core.exceptions import ValidationError
from typing_extensions import override

from pilkades.web.shared.forms import DateEntry


class ExactDate(DateEntry):
    """An exact day that may be left out whole, but not in part."""

    @override
    def compress(self, data_list: list[int]) -> date | None:
        if data_list and any(part is None for part in data_list):
            raise ValidationError(self.error_messages["incomplete"], code="incomplete")
        return super().compress(data_list)
