"""A death beside an adopted DPT: found by the number on the list, looked at, then noted."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from pilkades.base.day import Day
from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text, same
from pilkades.register.changes import RemovalReason, may_touch
from pilkades.register.lists import ListKind
from pilkades.web.committee.act_form import HEAD
from pilkades.web.committee.beside import bases_of
from pilkades.web.committee.frame import Reader, reader_of
from pilkades.web.committee.preparation.exact import ExactDate
from pilkades.web.committee.voters.parts import Asked, Note
from pilkades.web.committee.voters.rooms import room
from pilkades.web.committee.voters.words import area_of
from pilkades.web.core.access import Need
from pilkades.web.core.messages import said
from pilkades.web.core.models import ListVersionRow
from pilkades.web.core.queries.lists import Numbered, latest_of, row_under
from pilkades.web.core.services.append_act import ChangedError
from pilkades.web.core.services.keep_overview import keep_overviews
from pilkades.web.core.services.note_death import note_death
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.people import Weighed, WeighedReason
from pilkades.web.shared.forms import lazily
from pilkades.web.shared.templatetags.pilkades import say

_SEE_OTHER, _UNPROCESSABLE = 303, 422
NUMBER, DIED, WHY, SURE = "nomor", "meninggal", "alasan", "pasti"

TITLE = Text("Catat pemilih yang meninggal", "Note a voter who died")
_RULE = Text("Perubahan DPT", "Changes of the DPT")
_NUMBER = Text("Nomor urut dalam DPT", "Number on the DPT")
_NO_NUMBER = Text("Isi nomor urut seperti tertulis di DPT.", "Enter the number as it stands on the DPT.")
_NOT_THERE = Text("DPT ini tidak memuat nomor itu.", "That number is not on this DPT.")
_DIED = Text("Tanggal meninggal", "Day of death")
_WHY = Text("Surat atau keterangan yang menunjukkannya", "The paper or statement that shows it")
_LOOK = Text("Lihat siapa orangnya", "See who it is")
_THIS_IS = Text(
    "Nomor {number}: {name}, {area}. Sesudah dicatat baris tetap ada dengan catatan “meninggal dunia”.",
    "Number {number}: {name}, {area}. Once noted the row stays, with the note “meninggal dunia”.",
)
_NOTE = Text("Catat {name} meninggal dunia", "Note that {name} died")
_BACK = Text("Kembali ke DPT", "Back to the DPT")


class DeathForm(forms.Form):
    """Whom, when, and by what it is shown; `pasti` is sent once the name was looked at."""

    def __init__(self, reader: Reader, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, auto_id="id_%s", initial={HEAD: reader.election.head.digest})
        self.fields[NUMBER] = forms.IntegerField(
            label=say(_NUMBER),
            min_value=1,
            error_messages={"required": lazily(_NO_NUMBER), "invalid": lazily(_NO_NUMBER)},
            widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
        )
        self.fields[DIED] = ExactDate(label=say(_DIED))
        self.fields[WHY] = forms.CharField(label=say(_WHY), max_length=300, required=False)
        self.fields[HEAD] = forms.CharField(widget=forms.HiddenInput)
        self.fields[SURE] = forms.CharField(required=False, widget=forms.HiddenInput)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def death(request: HttpRequest, election_id: int) -> HttpResponse:
    """Ask for the number, show who it is, then note it."""
    reader = reader_of(request, election_id, Need.DECIDE_VOTERS)
    dpt = latest_of(reader.election, ListKind.DPT)
    if dpt is None:
        return room(request, reader, TITLE, (Note(said(PilkadesError("no-dpt"))),))
    form = DeathForm(reader, request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, reader, dpt, form)
    sent = form.cleaned_data
    found = row_under(dpt, sent[NUMBER])
    if found is None:
        form.add_error(NUMBER, say(_NOT_THERE))
        return _page(request, reader, dpt, form)
    if sent[SURE] != str(found.listed.person):
        data = {**request.POST.dict(), SURE: str(found.listed.person)}
        return _page(request, reader, dpt, DeathForm(reader, data), found)
    return _noted(request, reader, dpt, form, found)


def _noted(
    request: HttpRequest, reader: Reader, dpt: ListVersionRow, form: DeathForm, found: Numbered
) -> HttpResponse:
    sent, person = form.cleaned_data, found.listed.person
    try:
        died = Day.exactly(sent[DIED])
        note_death(reader.user, reader.election.pk, person, died, sent[HEAD], sent[WHY], at=reader.at)
    except ChangedError as error:
        form = DeathForm(reader, {**request.POST.dict(), HEAD: error.head})
        form.add_error(None, say(said(error)))
        return _page(request, reader, dpt, form, found)
    except PilkadesError as error:
        form.add_error(None, say(said(error)))
        return _page(request, reader, dpt, form, found)
    keep_overviews(reader.election.pk)
    return HttpResponseRedirect(_to_dpt(reader, dpt), status=_SEE_OTHER)


def _to_dpt(reader: Reader, dpt: ListVersionRow) -> str:
    return reader.to("voters-lists-one", dpt.kind, str(dpt.number))


def _page(
    request: HttpRequest, reader: Reader, dpt: ListVersionRow, form: DeathForm, found: Numbered | None = None
) -> HttpResponse:
    rulebook = reader.state.rulebook
    allowed = may_touch(RemovalReason.DIED, rulebook)
    basis = bases_of((allowed.article,), rulebook) if allowed.article else ()
    parts: list[object] = [Weighed(_RULE, None, (WeighedReason(_RULE, None, allowed.message, basis),))]
    submit = _LOOK
    if found is not None:
        voter = found.listed.voter
        area = area_of(voter) or "–"
        parts.append(Note(_THIS_IS.fill(number=found.number, name=same(voter.name), area=same(area))))
        submit = _NOTE.fill(name=same(voter.name))
    faults = bool(form.is_bound and form.errors)
    asked = Asked(form, submit, action=request.path, back=Link(_to_dpt(reader, dpt), _BACK))
    parts = [asked, *parts] if faults else [*parts, asked]
    return room(request, reader, TITLE, parts, faults=faults, status=_UNPROCESSABLE if faults else 200)
