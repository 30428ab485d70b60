"""Components of these pages alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from django.forms import BaseForm

from pilkades.base.language import EMPTY, Text
from pilkades.web.shared.components.decision import CheckRow, Law, Question
from pilkades.web.shared.components.page import Link, Pages


@dataclass(frozen=True, slots=True)
class Said:
    """A heading, where one is given, and sentences below it; with `screen` they stay off paper."""

    template: ClassVar[str] = "accounts/said.html"

    sentences: tuple[Text, ...] = ()
    title: Text = EMPTY
    screen: bool = False


@dataclass(frozen=True, slots=True)
class Doors:
    """Ways on as buttons: the first is the main one, unless all are `quiet`."""

    template: ClassVar[str] = "accounts/doors.html"

    links: Sequence[Link]
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """Ways on as whole rows, each with a sentence of what is there."""

    template: ClassVar[str] = "accounts/rows.html"

    rows: Sequence[tuple[Link, Text]]
    title: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Facts:
    """What holds, line by line."""

    template: ClassVar[str] = "accounts/facts.html"

    rows: Sequence[CheckRow]
    title: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Press:
    """One button that does one thing, with a sentence of what follows."""

    template: ClassVar[str] = "accounts/press.html"

    action: str
    label: Text
    sentence: Text = EMPTY
    hidden: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Titled:
    """The title of a page whose form stands further down."""

    template: ClassVar[str] = "accounts/titled.html"

    title: Text
    lead: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Ask:
    """A form with its button; faults and title stand above, in parts of their own."""

    template: ClassVar[str] = "accounts/ask.html"

    form: BaseForm
    submit: Text
    action: str = ""
    back: Link | None = None
    laws: Mapping[str, Law] = field(default_factory=dict)

    @property
    def questions(self) -> Iterator[Question]:
        """The visible fields, each with the law that asks for it where one is given."""
        return (Question(bound, self.laws.get(bound.name)) for bound in self.form.visible_fields())


@dataclass(frozen=True, slots=True)
class Secret:
    """The key of the second factor: as a picture to scan, as a link for this phone, as letters to type."""

    template: ClassVar[str] = "accounts/secret.html"

    FIRST: ClassVar[tuple[Text, ...]] = (
        Text("1. Pasang aplikasi kode di HP", "1. Install a code app on the phone"),
        Text(
            "Cari “authenticator” di toko aplikasi, misalnya Aegis atau Google Authenticator. "
            "Aplikasi ini bekerja tanpa internet.",
            "Look for “authenticator” in the app store, such as Aegis or Google Authenticator. "
            "It works without internet.",
        ),
    )
    SECOND: ClassVar[tuple[Text, ...]] = (
        Text("2. Beri tahu aplikasi kunci ini", "2. Give the app this key"),
        Text("Pindai gambar ini dengan aplikasi itu.", "Scan this picture with the app."),
        Text("Gambar kunci untuk dipindai aplikasi kode", "Picture of the key for the code app"),
        Text("Buka di aplikasi HP ini", "Open in the app on this phone"),
        Text("Atau ketik kunci ini:", "Or type this key:"),
    )
    THIRD: ClassVar[Text] = Text("3. Ketik kode yang tampil", "3. Type the code that it shows")

    picture: str
    address: str
    letters: str


@dataclass(frozen=True, slots=True)
class Codes:
    """Spare codes for paper."""

    template: ClassVar[str] = "accounts/codes.html"

    ADVICE: ClassVar[Text] = Text(
        "Cetak halaman ini atau salin dengan tangan. Simpan di rumah, jauh dari HP.",
        "Print this page or copy it by hand. Keep it at home, away from the phone.",
    )
    DOWNLOAD: ClassVar[Text] = Text("Unduh sebagai berkas teks", "Download as a text file")

    codes: tuple[str, ...]
    download: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The paper that a person takes home: the code in large letters, and what to do with it."""

    template: ClassVar[str] = "accounts/letter.html"
    CODE: ClassVar[Text] = Text("Kode", "Code")
    UNTIL: ClassVar[Text] = Text("Berlaku sampai", "Good until")
    STEPS: ClassVar[Text] = Text("Yang perlu dilakukan", "What to do")

    code: str
    until: Text
    steps: tuple[Text, ...]
    warning: Text
    lost: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody's role at a place, or an invitation to one."""

    name: str
    role: Text
    place: Text
    time: Text
    by: object
    notes: tuple[Text, ...] = ()
    acts: tuple[Link, ...] = ()
    over: bool = False


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """Many of them, as a table from 768 px on and as cards below."""

    template: ClassVar[str] = "accounts/people.html"
    HEADS: ClassVar[tuple[Text, ...]] = (
        Text("Nama", "Name"),
        Text("Tugas", "Role"),
        Text("Masa tugas", "Time"),
        Text("Diberikan oleh", "Given by"),
        Text("Yang dapat dilakukan", "What can be done"),
    )
    SEARCH: ClassVar[Text] = Text("Cari nama, desa, atau kecamatan", "Search name, village or district")
    FIND: ClassVar[Text] = Text("Cari", "Search")

    title: Text
    people: tuple[Person, ...]
    nothing: Text
    search: str = ""
    searched: bool = False
    pages: Pages | None = None
