"""The frame round every page: who publishes it, for whom, in which mode."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from pilkades.base.language import EMPTY, Language, Text


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    href: str
    label: Text


@dataclass(frozen=True, slots=True)
class NavItem:
    """One entry of the navigation; `count` is what waits there."""

    href: str
    label: Text
    current: bool = False
    count: int = 0


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """This same page in a language; its label stands in that language."""

    href: str
    language: Language
    current: bool = False

    @property
    def label(self) -> str:
        """The language's name for itself."""
        return {Language.ID: "Indonesia", Language.EN: "English"}[self.language]


class Mode(StrEnum):
    """Whether the data are real; every other mode carries a band on screen and paper (pattern 20)."""

    REAL = "real"
    REHEARSAL = "rehearsal"
    DEMONSTRATION = "demonstration"


BANDS = {
    Mode.REHEARSAL: Text("MODE LATIHAN", "REHEARSAL"),
    Mode.DEMONSTRATION: Text("DEMONSTRASI", "DEMONSTRATION"),
}
_BAND_SENTENCES = {
    Mode.REHEARSAL: Text("Bukan data asli.", "These are not real data."),
    Mode.DEMONSTRATION: Text(
        "Desa, orang, dan angka ini rekaan.", "Village, people and figures are made up."
    ),
}


_PUBLISHER = Text("Diterbitkan panitia desa, bukan KPU.", "Published by the village committee, not by KPU.")


@dataclass(frozen=True, slots=True)
class Page:
    """The frame of one page, read by `shared/base.html` under the name `page`.

    `place` is the village or county, `occasion` what is held there. `person` and `role` are empty on public
    pages; `own` are the links beside the name. With `language_action` the languages are buttons that post
    `language` and `next` there (as Django's `set_language` reads them), else links. `publisher` is the
    sentence of who publishes; `address` is this page's own, for paper. `faults` makes the title begin with
    "Ada kesalahan:". `unlisted` asks search engines to leave the page out.
    """

    title: Text
    place: Text
    occasion: Text = EMPTY
    home: str = "/"
    person: str = ""
    role: Text = EMPTY
    sign_out: str = ""
    own: tuple[Link, ...] = ()
    navigation: tuple[NavItem, ...] = ()
    languages: tuple[LanguageLink, ...] = ()
    language_action: str = ""
    mode: Mode = Mode.REAL
    publisher: Text = _PUBLISHER
    contact: Text = EMPTY
    made: datetime | None = None
    address: str = ""
    links: tuple[Link, ...] = ()
    faults: bool = False
    htmx: bool = False
    unlisted: bool = False

    @property
    def band(self) -> Text:
        """The word of the band; empty where the data are real."""
        return BANDS.get(self.mode, EMPTY)

    @property
    def band_sentence(self) -> Text:
        """What the band's word means."""
        return _BAND_SENTENCES.get(self.mode, EMPTY)


@dataclass(frozen=True, slots=True)
class Empty:
    """Nothing is here yet: said as a sentence, with what to do about it."""

    template: ClassVar[str] = "shared/components/empty.html"

    sentence: Text
    action: Link | None = None


@dataclass(frozen=True, slots=True)
class Pages:
    """Which page of a long list this is."""

    template: ClassVar[str] = "shared/components/pages.html"

    current: int
    total: int
    previous: str = ""
    next: str = ""


@dataclass(frozen=True, slots=True)
class Stat:
    """One figure with its unit in words; `href` leads to the rows that it counts."""

    value: int | Text | str
    label: Text
    note: Text = EMPTY
    href: str = ""


@dataclass(frozen=True, slots=True)
class Stats:
    """A row of figures."""

    template: ClassVar[str] = "shared/components/stats.html"

    label: Text
    tiles: tuple[Stat, ...]
