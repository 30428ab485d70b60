"""Writing an announcement: a title, the words, where it is posted; then it stands in the record."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods
from typing_extensions import override

from pilkades.base.language import Text
from pilkades.web.committee.frame import reader_of
from pilkades.web.committee.preparation.entry import Entry, EntryForm, entered
from pilkades.web.committee.preparation.timetable import may_plan
from pilkades.web.core.access import Need, NotThereError
from pilkades.web.shared.components.page import Link

_TITLE = Text("Catat pengumuman", "Record the announcement")
_LEAD = Text(
    "Tulis seperti yang akan ditempel. Sesudah tercatat, pengumuman dapat dicetak.",
    "Write it as it will be posted. Once recorded, it can be printed.",
)
_NO_TITLE = Text("Isi judul pengumuman.", "Enter the title of the announcement.")
_NO_WORDS = Text("Isi kalimat pengumumannya.", "Enter the words of the announcement.")
_PLACES = Text("Contoh: balai desa, masjid, pos ronda.", "Example: village hall, mosque, watch post.")


class AnnouncementForm(EntryForm):
    """What an announcement says, when it was made and where it hangs."""

    kind = "announcement"

    @override
    def prepare(self) -> None:
        self.words_field("title", _NO_TITLE)
        self.words_field("words", _NO_WORDS, long=True)
        self.date_field("date")
        self.words_field("posted_at", hint=_PLACES)
        self.person_field()

    @override
    def clean(self) -> dict[str, Any]:
        self.check_years()
        return self.cleaned_data

    @override
    def facts(self) -> dict[str, object]:
        return {name: self.cleaned_data.get(name) for name in ("title", "words", "date", "posted_at")}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, election_id: int) -> HttpResponse:
    """Write an announcement of the committee."""
    reader = reader_of(request, election_id, Need.RECORD)
    if not may_plan(reader):
        raise NotThereError
    back = Link(
        reader.to("preparation-announcements"), Text("Kembali ke pengumuman", "Back to the announcements")
    )
    return entered(request, Entry(reader, _TITLE, _LEAD, back, AnnouncementForm))
