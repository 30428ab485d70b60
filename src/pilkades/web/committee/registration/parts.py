"""Components of the registrar's pages."""

from dataclasses import dataclass
from typing import ClassVar

from django.forms import BaseForm
from django.forms.boundfield import BoundField

from pilkades.base.language import EMPTY, Text
from pilkades.web.committee.registration.entry import HOUSE
from pilkades.web.committee.registration.looks import Look
from pilkades.web.shared.components.page import Link

NEXT, DONE = "orang", "selesai"
"""What the two buttons send: another person of this family, or the family is complete."""


@dataclass(frozen=True, slots=True)
class Row:
    """A place to begin at, or a person to correct."""

    href: str
    label: Text
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows under one heading; without any, the sentence that says so."""

    template: ClassVar[str] = "committee/registration/rows.html"

    title: Text
    rows: tuple[Row, ...]
    nothing: Text = EMPTY
    action: Link | None = None


@dataclass(frozen=True, slots=True)
class Household:
    """Whose family it is, and who was entered of it so far."""

    template: ClassVar[str] = "committee/registration/household.html"

    place: Text
    card: Text
    people: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """What was kept just now, said once on the next page."""

    template: ClassVar[str] = "committee/registration/kept.html"

    sentence: Text
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Asking:
    """The form for one person, with what is worth a second look before it is kept."""

    template: ClassVar[str] = "committee/registration/asking.html"

    form: BaseForm
    action: str
    submit: Text
    finish: Text = EMPTY
    looks: tuple[Look, ...] = ()
    back: Link | None = None
    next: ClassVar[str] = NEXT
    done: ClassVar[str] = DONE
    look_title: ClassVar[Text] = Text("Cocokkan dulu dengan kartunya", "Compare with the card first")
    look_tail: ClassVar[Text] = Text(
        "Bila isian Anda sudah sesuai kartu, simpan apa adanya.",
        "If your entry is as the card says, save it as it is.",
    )
    look_save: ClassVar[Text] = Text("Simpan apa adanya", "Save it as it is")
    house_title: ClassVar[Text] = Text("Rumah dan keluarga", "House and family")
    person_title: ClassVar[Text] = Text("Orangnya", "The person")

    @property
    def house_fields(self) -> tuple[BoundField, ...]:
        """What is asked of the house."""
        return tuple(field for field in self.form.visible_fields() if field.name in HOUSE)

    @property
    def person_fields(self) -> tuple[BoundField, ...]:
        """What is asked of the person."""
        return tuple(field for field in self.form.visible_fields() if field.name not in HOUSE)
