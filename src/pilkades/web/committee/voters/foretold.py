"""Whom a file would renew, and in which fields, before it is taken."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from pilkades.base.errors import FaultyInput, PilkadesError
from pilkades.base.language import Text, joined, same
from pilkades.web.committee.frame import reader_of
from pilkades.web.committee.parts import Links
from pilkades.web.committee.voters.importing import brought_of
from pilkades.web.committee.voters.rooms import room
from pilkades.web.committee.voters.words import FIELDS, NOT_STATED, said
from pilkades.web.committee.written import Grid
from pilkades.web.core.access import Need
from pilkades.web.core.models import ImportState
from pilkades.web.core.queries.brought import Foreseen, foreseen
from pilkades.web.shared.components.page import Empty, Link

_SEE_OTHER = 303
TITLE = Text("Yang akan diperbarui dari {name}", "What {name} would renew")
_LEAD = Text(
    "Orang dikenali dari NIK. Yang tidak disebut di berkas tetap seperti tercatat.",
    "People are known by their NIK. What the file does not say stays as recorded.",
)
_CAPTION = Text("Orang yang akan diperbarui", "People who would be renewed")
_HEADS = (Text("Nama", "Name"), Text("NIK", "NIK"), Text("Yang berubah", "What changes"))
_CHANGE = Text("{field}: {before} menjadi {after}", "{field}: {before} becomes {after}")
_NOTHING = Text("Tidak ada orang yang akan diperbarui.", "Nobody would be renewed.")
_BACK = Text("Kembali ke berkas", "Back to the file")


@login_required
@require_safe
def changes(request: HttpRequest, election_id: int, import_id: int) -> HttpResponse:
    """Each person whom the file would renew, field by field: what stands there, and what would."""
    reader = reader_of(request, election_id, Need.EDIT_VOTERS)
    brought = brought_of(reader, import_id)
    whole = reader.to("voters-imports-one", str(brought.pk))
    if brought.state not in {ImportState.FAULTY, ImportState.READY}:
        return HttpResponseRedirect(whole, status=_SEE_OTHER)
    try:
        found = foreseen(brought)
    except (FaultyInput, PilkadesError):
        return HttpResponseRedirect(whole, status=_SEE_OTHER)
    shown = Grid(_CAPTION, _HEADS, [_row(one) for one in found]) if found else Empty(_NOTHING)
    parts = [shown, Links([Link(whole, _BACK)])]
    return room(request, reader, TITLE.fill(name=brought.file_name), parts, lead=_LEAD)


def _row(one: Foreseen) -> tuple[Text, Text, Text]:
    changed = [
        _CHANGE.fill(
            field=FIELDS[name],
            before=said(one.before, name) or NOT_STATED,
            after=said(one.after, name),
        )
        for name in one.fields
    ]
    return same(one.before.voter.name), same(one.before.nik_tail), joined(changed, "; ")
