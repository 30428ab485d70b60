"""The gallery: every component on static pages, in both languages, with what a village would put there."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import django_htmx
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation
from tests.web.shared import public_content as public
from tests.web.shared import village_content as village
from tests.web.shared import voter_content as voters

import pilkades.web.shared
from pilkades.base.language import EMPTY, Language, Text
from pilkades.web.shared.components.page import Empty, Link, Mode, Page, Pages
from pilkades.web.shared.components.status import STATUS_WORDS, Tag

LANGUAGES = tuple(Language)


@dataclass(frozen=True, slots=True)
class Shown:
    """One page: its frame and what stands on it."""

    page: Page
    components: tuple[object, ...] = ()
    aside: tuple[object, ...] = ()
    heading: bool = True
    lead: Text = EMPTY
    template: str = "shared/page.html"
    more: dict[str, object] = field(default_factory=dict)


def _desk(language: str, mode: Mode = Mode.REAL) -> Shown:
    title = Text("Selamat siang, Bu Rini", "Good afternoon, Rini")
    frame = village.page(title, language, current="desk", mode=mode)
    return Shown(frame, (village.NEXT_LIMIT, village.DESK), (village.WAITING, village.FIGURES))


def _committee(name: str, title: Text, *parts: object, heading: bool = True) -> Callable[[str], Shown]:
    return lambda language: Shown(village.page(title, language, current=name), parts, heading=heading)


def _decision(language: str) -> Shown:
    frame = village.page(Text("Tetapkan DPT", "Adopt the DPT"), language)
    return Shown(frame, (village.decision(language),), heading=False)


def _decision_faults(language: str) -> Shown:
    typed = {"adopted_0": "31", "adopted_1": "2", "adopted_2": "2027", "present": "tujuh", "place": "balai"}
    frame = village.page(Text("Tetapkan DPT", "Adopt the DPT"), language, faults=True)
    return Shown(frame, (village.decision(language, typed=typed),), heading=False)


def _timeline(language: str) -> Shown:
    frame = village.page(Text("Jadwal", "Timetable"), language, current="timeline")
    return Shown(frame, (village.timeline(),))


def _public(title: Text, *parts: object) -> Callable[[str], Shown]:
    return lambda language: Shown(public.public_page(title, language), parts, heading=False)


def _county(title: Text, *parts: object) -> Callable[[str], Shown]:
    return lambda language: Shown(public.county_page(title, language), parts)


def _fault_page(number: int) -> Callable[[str], Shown]:
    return lambda _language: Shown(Page(EMPTY, EMPTY), template=f"{number}.html")


_EMPTY = Empty(
    Text("Belum ada keberatan yang dicatat.", "No objection is on record."),
    Link("decision.html", Text("Catat keberatan", "Record an objection")),
)
_VILLAGE = Text("Pilkades Sukamaju", "Sukamaju election")

PAGES: dict[str, Callable[[str], Shown]] = {
    "desk": _desk,
    "rehearsal": lambda language: _desk(language, Mode.REHEARSAL),
    "demonstration": lambda language: _desk(language, Mode.DEMONSTRATION),
    "course": _committee("course", Text("Tahapan", "Stages"), village.COURSE),
    "timeline": _timeline,
    "decision": _decision,
    "faults": _decision_faults,
    "check": _committee("", Text("Periksa", "Check"), village.CHECK, heading=False),
    "receipt": _committee("", Text("Bukti", "Receipt"), village.RECEIPT, heading=False),
    "gate": _committee("", Text("Penetapan DPT", "Adopting the DPT"), village.GATE, village.GATE_OPEN),
    "findings": _committee("findings", Text("Temuan", "Findings"), *public.FINDINGS),
    "log": _committee("log", Text("Catatan", "Record"), public.LOG),
    "board": _county(Text("Papan kabupaten", "County board"), public.COUNTY_FIGURES, public.BOARD),
    "board-empty": _county(Text("Papan kabupaten", "County board"), public.NO_VILLAGES),
    "village": _public(_VILLAGE, public.VILLAGE_BEFORE),
    "counting": _public(_VILLAGE, public.VILLAGE_COUNTING),
    "parts": _committee(
        "",
        Text("Bagian kecil", "Small parts"),
        _EMPTY,
        *(Tag(state) for state in STATUS_WORDS),
        *public.LADDERS,
        Pages(1, 3, "", "?halaman=2"),
    ),
    "mapping": _committee("", Text("Periksa kolom", "Check the columns"), voters.MAPPING),
    "file-faults": _committee("", Text("Temuan berkas", "Faults of the file"), voters.FAULT_GROUPS),
    "progress": _committee("", Text("Impor", "Import"), voters.PROGRESS),
    "people": _committee(
        "", Text("Orang", "People"), voters.ROOMS, voters.FILTERS, voters.PEOPLE, voters.NOBODY
    ),
    "person": _committee("", Text("ST. AMINAH", "ST. AMINAH"), voters.WEIGHED),
    "404": _fault_page(404),
    "403": _fault_page(403),
    "500": _fault_page(500),
    "503": _fault_page(503),
}


def render(name: str, language: str) -> str:
    """One page of the gallery as HTML."""
    with translation.override(language):
        shown = PAGES[name](language)
        return render_to_string(
            shown.template,
            {
                "page": shown.page,
                "components": shown.components,
                "aside": shown.aside,
                "heading": shown.heading,
                "lead": shown.lead,
                **shown.more,
            }
            if shown.components
            else {},
            request=RequestFactory().get("/"),
        )


def write(folder: Path) -> None:
    """The whole gallery with its static files, ready to be served."""
    for package in (pilkades.web.shared, django_htmx):
        static = Path(str(package.__file__)).parent / "static"
        shutil.copytree(static, folder / "static", dirs_exist_ok=True)
    for language in LANGUAGES:
        (folder / language).mkdir(exist_ok=True)
        for name in PAGES:
            (folder / language / f"{name}.html").write_text(render(name, language), encoding="utf-8")
