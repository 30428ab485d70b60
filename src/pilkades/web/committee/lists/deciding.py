"""A decision on two rows, and which row stays of those that are one person."""

from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_POST

from pilkades.base.digest import canonical
from pilkades.base.errors import PilkadesError
from pilkades.base.language import EMPTY, Text, same
from pilkades.register.changes import REMOVALS, RemovalReason
from pilkades.register.review import CONTRADICTED, Decided, Group
from pilkades.web.committee.frame import Reader, reader_of
from pilkades.web.committee.lists.pairs import TITLE, address_of, pairs_at
from pilkades.web.committee.lists.parts import Weigh
from pilkades.web.committee.voters.parts import Note
from pilkades.web.committee.voters.rooms import room
from pilkades.web.committee.voters.words import area_of, short_birth
from pilkades.web.core.access import Need, NotThereError
from pilkades.web.core.messages import said
from pilkades.web.core.queries.found_pairs import evidence_on, group_of, names_of
from pilkades.web.core.queries.voters import Listed
from pilkades.web.core.services.decide_pair import Judged, decide_pair, keep_one
from pilkades.web.shared.components.status import Status, Tag

_SEE_OTHER, _UNPROCESSABLE = 303, 422
STAYS, WHY = "tetap", "alasan"

_OFF = Text("keluar dari daftar: {why}", "off the list: {why}")
_STAYS = Text("Baris mana yang tetap?", "Which row stays?")
_LEAD = Text(
    "Baris lain keluar dari daftar dengan alasan “{why}”. Riwayatnya tetap terbaca dan dapat dikembalikan.",
    "The other rows leave the list for the reason “{why}”. Their history stays and they can be put back.",
)
_WHY = Text("Alasan, bila ada", "Reason, if any")
_CHOOSE_ONE = Text("Pilih satu baris yang tetap.", "Choose the one row that stays.")
_ONE_LEFT = Text("Tinggal satu baris di daftar.", "One row is left on the list.")


class DecisionForm(forms.Form):
    """A decision on two persons, sent by the buttons of their card."""

    pertama = forms.UUIDField()
    kedua = forms.UUIDField()
    keputusan = forms.ChoiceField(choices=[(one.value, one.value) for one in Decided])
    alasan = forms.CharField(max_length=300, required=False)
    kembali = forms.CharField(max_length=200, required=False)


@login_required
@require_POST
def decide(request: HttpRequest, election_id: int) -> HttpResponse:
    """Write a decision or take one back; after "the same person" it is asked which row stays."""
    reader = reader_of(request, election_id, Need.EDIT_VOTERS)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        raise NotThereError
    sent = form.cleaned_data
    first, second, decided = sent["pertama"], sent["kedua"], Decided(sent["keputusan"])
    try:
        seen = evidence_on(reader.election, first, second)
        judged = Judged(first, second, decided, sent["alasan"], canonical(seen).decode())
        decide_pair(reader.user, election_id, judged, at=reader.at)
    except PilkadesError as error:
        return pairs_at(request, reader, said(error))
    return HttpResponseRedirect(_next(reader, first, decided, sent["kembali"]), status=_SEE_OTHER)


def _next(reader: Reader, first: UUID, decided: Decided, back: str) -> str:
    if decided is Decided.SAME:
        return reader.to("voters-pairs-one", str(first))
    here = reader.to("voters-pairs")
    return back if back.partition("?")[0] == here else here


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def stays(request: HttpRequest, election_id: int, person_id: UUID) -> HttpResponse:
    """Everybody who by the decisions is one person; the others leave once somebody chose who stays."""
    reader = reader_of(request, election_id, Need.EDIT_VOTERS)
    found = group_of(reader.election, person_id)
    if found is None:
        raise NotThereError
    group, rows = found
    if request.method != "POST":
        return _page(request, reader, group, rows)
    chosen = request.POST.get(STAYS, "")
    if chosen not in {str(row.person) for row in rows if not row.row.removal}:
        return _page(request, reader, group, rows, _CHOOSE_ONE)
    try:
        keep_one(reader.user, election_id, UUID(chosen), request.POST.get(WHY, ""), at=reader.at)
    except PilkadesError as error:
        return _page(request, reader, group, rows, said(error))
    return HttpResponseRedirect(address_of(reader, Decided.SAME), status=_SEE_OTHER)


def _page(
    request: HttpRequest, reader: Reader, group: Group, rows: tuple[Listed, ...], fault: Text = EMPTY
) -> HttpResponse:
    parts: list[object] = list(_contradictions(reader, group))
    if sum(not row.row.removal for row in rows) == 1:
        parts.append(Note(_ONE_LEFT, good=True))
    lines = tuple((str(row.person), _cells(row), _tag(row)) for row in rows)
    chosen, why = request.POST.get(STAYS, ""), request.POST.get(WHY, "")
    parts.append(Weigh(_STAYS, lines, request.path, _WHY, fault, chosen, why))
    lead = _LEAD.fill(why=REMOVALS[RemovalReason.SAME_PERSON])
    status = _UNPROCESSABLE if fault else 200
    return room(request, reader, TITLE, parts, lead=lead, faults=bool(fault), status=status)


def _contradictions(reader: Reader, group: Group) -> list[Note]:
    if not group.contradictions:
        return []
    names = names_of(reader.election, group.persons)
    return [
        Note(CONTRADICTED.fill(one=names[one.two.first], other=names[one.two.second]))
        for one in group.contradictions
    ]


def _cells(row: Listed) -> tuple[Text, ...]:
    voter = row.voter
    return same(voter.name), same(row.nik_tail or "–"), short_birth(voter), same(area_of(voter))


def _tag(row: Listed) -> Tag | None:
    if not row.row.removal:
        return None
    return Tag(Status.NOT_APPLICABLE, _OFF.fill(why=REMOVALS[RemovalReason(row.row.removal)]))
