"""Components of the pages about the voter list."""

from dataclasses import dataclass
from typing import ClassVar

from django.forms import BaseForm

from pilkades.base.language import EMPTY, Text
from pilkades.web.public.parts import Choice
from pilkades.web.shared.components.due import Basis
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.status import Tag


@dataclass(frozen=True, slots=True)
class Ask:
    """A form of a public page; it carries no token, see `pilkades.web.public.forms`."""

    template: ClassVar[str] = "public/voters/ask.html"

    form: BaseForm
    submit: Text
    action: str
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class Narrow:
    """Choose a TPS and an RT of the list; it only reads."""

    template: ClassVar[str] = "public/voters/narrow.html"
    show: ClassVar[Text] = Text("Tampilkan", "Show")

    action: str
    found: Text
    stations: tuple[Choice, ...]
    neighbourhoods: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One person as the posted list shows him: never a birth date or an address."""

    number: int
    name: str
    nik: str
    sex: Text
    note: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one RT at one TPS."""

    template: ClassVar[str] = "public/voters/block.html"
    heads: ClassVar[tuple[Text, ...]] = (
        Text("Nama", "Name"),
        Text("NIK", "NIK"),
        Text("Jenis kelamin", "Sex"),
    )
    number: ClassVar[Text] = Text("No.", "No.")

    title: Text
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """One line of a table of the summary."""

    label: Text
    count: Text


@dataclass(frozen=True, slots=True)
class CountTable:
    """The list counted by one thing."""

    title: Text
    lines: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """The publishable summary; it stands folded below its total."""

    template: ClassVar[str] = "public/voters/counts.html"
    open: ClassVar[Text] = Text(
        "Lihat jumlah menurut dusun, jenis kelamin, umur, dan lainnya",
        "See the numbers by dusun, sex, age and more",
    )

    title: Text
    total: Text
    tables: tuple[CountTable, ...]
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """An answer to a question: one large sentence, then what to do, in the same shape for every answer."""

    template: ClassVar[str] = "public/voters/told.html"

    title: Text
    answer: Text
    sentences: tuple[Text, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A number that is shown once, large, with how to keep it."""

    template: ClassVar[str] = "public/voters/kept.html"

    title: Text
    number: str
    sentences: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of a proposal, where it stands, and when it was done."""

    label: Text
    tag: Tag
    when: Text = EMPTY
    note: Text = EMPTY
    current: bool = False


@dataclass(frozen=True, slots=True)
class Stages:
    """The steps of a proposal in their order."""

    template: ClassVar[str] = "public/voters/stages.html"

    title: Text
    stages: tuple[Stage, ...]
