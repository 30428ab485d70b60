"""What must be put right before a form is taken (ui.md, pattern 6)."""

from dataclasses import dataclass
from typing import ClassVar

from django.forms import BaseForm, MultiWidget
from django.forms.boundfield import BoundField


@dataclass(frozen=True, slots=True)
class FieldFault:
    """The same sentence as at the field, and the way to it."""

    href: str
    message: str


@dataclass(frozen=True, slots=True)
class FaultSummary:
    """All faults of a form at its head; it takes the focus when the page opens."""

    template: ClassVar[str] = "shared/components/fault_summary.html"

    faults: tuple[FieldFault, ...]

    @classmethod
    def of(cls, form: BaseForm) -> "FaultSummary":
        """The faults in the order of the fields; those of the whole form lead to its head."""
        whole = tuple(FieldFault("#isian", str(message)) for message in form.non_field_errors())
        return cls(
            whole
            + tuple(
                FieldFault(f"#{first_input(bound)}", str(said)) for bound in form for said in bound.errors
            )
        )


def first_input(bound: BoundField) -> str:
    """The id of the first control of a field: a date entered in three boxes has one per box."""
    if isinstance(bound.field.widget, MultiWidget):
        return f"{bound.auto_id}_0"
    return bound.id_for_label or f"{bound.auto_id}_0"
