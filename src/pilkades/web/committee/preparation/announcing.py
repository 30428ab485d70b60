"""The committee's announcements: a list, and each as a poster."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from pilkades.acts.announced import Announced, announcements
from pilkades.base.language import EMPTY, Text, same
from pilkades.web.committee.frame import answer, reader_of
from pilkades.web.committee.parts import Links
from pilkades.web.committee.preparation.paper import number_of, printed
from pilkades.web.committee.preparation.timetable import may_plan
from pilkades.web.core.access import NotThereError
from pilkades.web.shared.components.page import Empty, Link
from pilkades.web.shared.components.words import long_day

TITLE = Text("Pengumuman panitia", "The committee's announcements")
_NONE = Text("Belum ada pengumuman yang tercatat.", "No announcement is recorded yet.")
_WRITE = Text("Tulis pengumuman", "Write an announcement")
_UNTITLED = Text("Tanpa judul", "Without a title")


@dataclass(frozen=True, slots=True)
class Notice:
    """An announcement in the list."""

    title: Text
    day: Text
    words: str
    posted: Text
    poster: Link
    receipt: Link


@dataclass(frozen=True, slots=True)
class NoticeList:
    """The announcements, newest first."""

    template: ClassVar[str] = "committee/notice_list.html"

    notices: Sequence[Notice]


@login_required
@require_safe
def board(request: HttpRequest, election_id: int) -> HttpResponse:
    """Every announcement of the election."""
    reader = reader_of(request, election_id)
    write = Link(reader.to("preparation-write"), _WRITE) if may_plan(reader) else None
    found = announcements(reader.state.record)
    if not found:
        return answer(request, reader, TITLE, [Empty(_NONE, write)])
    notices = [
        Notice(
            title=same(one.title) if one.title else _UNTITLED,
            day=_day(one),
            words=one.words,
            posted=Text("Ditempel di: {where}", "Posted at: {where}").fill(where=same(one.posted_at))
            if one.posted_at
            else EMPTY,
            poster=Link(
                reader.to("preparation-poster", one.act.id), Text("Lihat untuk dicetak", "View for printing")
            ),
            receipt=Link(reader.to("receipt", one.act.id), Text("Lihat catatannya", "See its record")),
        )
        for one in found
    ]
    parts: list[object] = [Links([write])] if write else []
    return answer(request, reader, TITLE, [*parts, NoticeList(notices)])


@login_required
@require_safe
def poster(request: HttpRequest, election_id: int, act_id: str) -> HttpResponse:
    """One announcement as a poster to be printed and posted."""
    reader = reader_of(request, election_id)
    one = next((held for held in announcements(reader.state.record) if held.act.id == act_id), None)
    if one is None:
        raise NotThereError
    return printed(
        request,
        reader,
        "committee/poster.html",
        same(one.title) if one.title else _UNTITLED,
        reader.to("preparation-announcements"),
        status=Text("Pengumuman", "Announcement"),
        words=one.words,
        day=_day(one),
        number=number_of(reader, act_id),
        polling_day=EMPTY,
    )


def _day(one: Announced) -> Text:
    return long_day(one.on.earliest) if one.on is not None and one.on.known else EMPTY
