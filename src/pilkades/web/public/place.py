"""The frame of every public page of one village, and the hour there."""

from datetime import datetime
from zoneinfo import ZoneInfo

from pilkades.base.language import Language, Text, same
from pilkades.web.core import clock
from pilkades.web.core.models import County, Election
from pilkades.web.public.frame import address, frame
from pilkades.web.shared.components.page import NavItem, Page

_COMMITTEE = Text(
    "Diterbitkan panitia pemilihan {name}, bukan KPU.", "Published by the committee of {name}, not by KPU."
)
_PLACES = (
    ("village", Text("Ringkasan", "Summary")),
    ("schedule", Text("Jadwal", "Timetable")),
    ("voters", Text("Daftar pemilih", "Voter list")),
    ("record", Text("Catatan", "Record")),
)


def now_in(place: County) -> datetime:
    """This moment on the county's clock."""
    return clock.now().astimezone(ZoneInfo(place.zone))


def village_frame(
    title: Text, held: Election, language: Language, made: datetime, name: str, query: str = ""
) -> Page:
    """The frame: the county above, the village's own pages beside."""
    above = held.village.district.county
    return frame(
        title.fill(name=held.village.name), same(held.village.name), language=language, made=made, name=name,
        at={"key": held.key}, publisher=_COMMITTEE.fill(name=held.village.name), query=query,
        navigation=(
            NavItem(address("county", language, code=above.code), same(above.name)),
            *(
                NavItem(address(each, language, key=held.key), label, current=name.startswith(each))
                for each, label in _PLACES
            ),
        ),
    )  # fmt: skip
