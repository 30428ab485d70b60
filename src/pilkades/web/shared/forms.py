"""Forms in our dress: the renderer, and a date written in three boxes."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import DjangoTemplates
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from typing_extensions import override

from pilkades.web.shared.templatetags.pilkades import say

lazily = lazy(say, str)
"""A `Text` for a field's label, hint or message: said when it is shown, in the reader's language."""


class Renderer(DjangoTemplates):
    """Sets whole forms and single fields in our dress; FORM_RENDERER names it."""

    form_template_name = "shared/forms/form.html"
    field_template_name = "shared/forms/field.html"


class ThreeBoxes(forms.MultiWidget):
    """Day, month, year, each in a box with its label; no calendar to tap, no jump to the next box."""

    template_name = "shared/forms/widgets/three_boxes.html"
    use_fieldset = True

    def __init__(self) -> None:
        def box(digits: int) -> forms.TextInput:
            return forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "maxlength": digits})

        super().__init__([box(2), box(2), box(4)])

    @override
    def get_context(self, name: str, value: object, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        labels = (_("Tanggal"), _("Bulan"), _("Tahun"))
        context["boxes"] = list(zip(labels, context["widget"]["subwidgets"], strict=True))
        return context

    @override
    def decompress(self, value: date | None) -> list[int | None]:
        return [value.day, value.month, value.year] if value else [None, None, None]


class DateEntry(forms.MultiValueField):
    """A day of the calendar, typed as 27 3 2026."""

    widget = ThreeBoxes

    def __init__(self, **options: object) -> None:
        options.setdefault("help_text", _("Contoh: 27 3 2026"))
        boxes = tuple(
            forms.IntegerField(error_messages={"invalid": _("Isi dengan angka.")}) for _box in range(3)
        )
        messages = {
            "required": _("Isi tanggal, bulan, dan tahun."),
            "incomplete": _("Isi tanggal, bulan, dan tahun."),
        }
        super().__init__(
            fields=boxes,
            require_all_fields=True,
            error_messages=messages,
            **options,  # type: ignore[arg-type] # Field's own options, passed through
        )

    @override
    def compress(self, data_list: list[int]) -> date | None:
        if not data_list:
            return None
        day, month, year = data_list
        try:
            return date(year, month, day)
        except (ValueError, OverflowError) as error:
            raise ValidationError(
                _("Tanggal ini tidak ada di kalender. Periksa tanggal, bulan, dan tahun."), code="no_such_day"
            ) from error
