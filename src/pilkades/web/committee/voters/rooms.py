"""The rooms of the voter list, and the page that each of them is set on."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse

from pilkades.base.language import Text
from pilkades.web.committee.frame import Reader, answer
from pilkades.web.core.access import Need
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.people import Rooms

ROOMS: Sequence[tuple[str, Text, Need]] = (
    ("voters", Text("Ringkasan", "Overview"), Need.READ_VOTERS),
    ("voters-people", Text("Orang", "People"), Need.READ_VOTERS),
    ("voters-imports", Text("Impor", "Import"), Need.EDIT_VOTERS),
    ("voters-pairs", Text("Mungkin sama", "Maybe the same"), Need.READ_VOTERS),
    ("voters-objections", Text("Usul", "Proposals"), Need.READ_VOTERS),
    ("voters-lists", Text("DPS, DPTb, DPT", "DPS, DPTb, DPT"), Need.READ_VOTERS),
    ("voters-exports", Text("Ekspor", "Export"), Need.READ_VOTERS),
)
"""Address, label, who may enter; a page whose address begins with a room's stands in that room."""

_LABEL = Text("Ruang daftar pemilih", "Rooms of the voter list")


def room(
    request: HttpRequest, reader: Reader, title: Text, parts: Sequence[object], **more: object
) -> HttpResponse:
    """A page of the voter list, below the way to its other rooms."""
    shown = (request.resolver_match.url_name or "") if request.resolver_match else ""
    rooms = tuple(
        (Link(reader.to(name), label), name == _room_of(shown))
        for name, label, need in ROOMS
        if reader.may(need)
    )
    return answer(request, reader, title, [Rooms(_LABEL, rooms), *parts], **more)


def _room_of(shown: str) -> str:
    """The room with the longest name that the page's own begins with."""
    return max((name for name, _, _ in ROOMS if shown.startswith(name)), key=len, default="")
