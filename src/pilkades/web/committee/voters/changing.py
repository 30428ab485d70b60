"""One person corrected, taken off the list, or put back; each with its reason, and nothing written over."""

from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.views.decorators.http import require_http_methods

from pilkades.base.article import Article
from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text
from pilkades.register.changes import REMOVALS, RemovalReason
from pilkades.web.committee.fields import capital
from pilkades.web.committee.frame import Reader, reader_of
from pilkades.web.committee.voters.parts import Asked
from pilkades.web.committee.voters.rooms import room
from pilkades.web.committee.voters.voter_form import REASON, REVISION, VoterForm
from pilkades.web.core.access import Need, NotThereError
from pilkades.web.core.messages import MESSAGES, said
from pilkades.web.core.queries.voters import Listed, history_of, person_now
from pilkades.web.core.services.correct_voter import Correction, correct_voter
from pilkades.web.core.services.remove_voter import remove_voter, restore_voter
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.forms import lazily
from pilkades.web.shared.templatetags.pilkades import article, say

BECAUSE = "sebab"
_UNPROCESSABLE, _SEE_OTHER = 422, 303
_LONGEST = 300
_AT_FIELD = {"name-missing": "name", "nik-on-register": "nik", "change-without-reason": REASON}

_CORRECT = Text("Perbaiki {name}", "Correct {name}")
_CORRECT_LEAD = Text(
    "Yang lama tetap ada di riwayat. Ubah seperlunya, lalu tulis alasannya.",
    "What stood there stays in the history. Change what is needed and write the reason.",
)
_SAVE = Text("Simpan perbaikan", "Save the correction")
_REMOVE = Text("Coret {name} dari daftar", "Take {name} off the list")
_REMOVE_LEAD = Text(
    "Baris ini dicoret dari daftar. Riwayatnya tetap ada, dan orang ini dapat dikembalikan.",
    "The row leaves the list. Its history stays, and the person can be put back.",
)
_LAW = Text(
    "Tiga sebab pertama disebut {article}. Yang keempat untuk orang yang tercatat dua kali.",
    "{article} names the first three. The fourth is for a person who was entered twice.",
)
_BECAUSE = Text("Sebab dicoret dari daftar", "Why the person leaves the list")
_NO_BECAUSE = Text("Pilih sebabnya.", "Choose why.")
_WORDS = Text("Keterangan", "In words")
_WORDS_HINT = Text(
    "Contoh: surat kematian dari RT 02, 3 Agustus 2026.",
    "Example: death certificate of RT 02, 3 August 2026.",
)
_TAKE_OFF = Text("Coret dari daftar", "Take off the list")
_RESTORE = Text("Kembalikan {name}", "Put {name} back")
_RESTORE_LEAD = Text(
    "Orang ini kembali ke daftar seperti tercatat terakhir kali.",
    "The person comes back as last recorded.",
)
_WHY = Text("Alasan mengembalikan", "Reason for putting back")
_PUT_BACK = Text("Kembalikan ke daftar", "Put back on the list")
_BACK = Text("Kembali ke orang ini", "Back to this person")
REMOVAL_LAW = Article.parse("permendagri-112-2014:13(2)")
"""Where the reasons stand for which a person leaves the list."""


class RemovalForm(forms.Form):
    """Why a person leaves the list: by the text, and in words."""

    sebab = forms.ChoiceField(
        label=lazily(_BECAUSE),
        choices=[(one.value, lazily(capital(words))) for one, words in REMOVALS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": lazily(_NO_BECAUSE)},
    )
    alasan = forms.CharField(
        label=lazily(_WORDS),
        help_text=lazily(_WORDS_HINT),
        max_length=_LONGEST,
        error_messages={"required": lazily(MESSAGES["change-without-reason"])},
    )
    revisi = forms.IntegerField(widget=forms.HiddenInput())


class ReturnForm(forms.Form):
    """Why a person comes back."""

    alasan = forms.CharField(
        label=lazily(_WHY),
        max_length=_LONGEST,
        error_messages={"required": lazily(MESSAGES["change-without-reason"])},
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, election_id: int, person_id: UUID) -> HttpResponse:
    """Correct what the register states of a person."""
    reader = reader_of(request, election_id, Need.EDIT_VOTERS)
    now = _standing(reader, person_id)
    if request.method != "POST":
        return _correct_page(request, reader, now, VoterForm(reader, now.voter, now.row.revision))
    form = VoterForm(reader, now.voter, now.row.revision, request.POST)
    if form.is_valid():
        given = form.cleaned_data
        wanted = Correction(person_id, given[REVISION], form.voter(), given[REASON])
        try:
            correct_voter(reader.user, election_id, wanted, at=reader.at)
        except PilkadesError as error:
            form = VoterForm(reader, now.voter, now.row.revision, _read_anew(request.POST, now, error))
            form.add_error(_AT_FIELD.get(error.code), say(said(error)))
        else:
            return _to_person(reader, person_id)
    return _correct_page(request, reader, now, form)


def _correct_page(request: HttpRequest, reader: Reader, now: Listed, form: VoterForm) -> HttpResponse:
    asked = Asked(form, _SAVE, back=Link(_address(reader, now.person), _BACK))
    return _form_page(request, reader, _CORRECT.fill(name=now.voter.name), asked, _CORRECT_LEAD)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, election_id: int, person_id: UUID) -> HttpResponse:
    """Take a person off the list, for one of the reasons that the text names."""
    reader = reader_of(request, election_id, Need.EDIT_VOTERS)
    now = _standing(reader, person_id)
    form = RemovalForm(request.POST or None, initial={REVISION: now.row.revision})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        because, reason = RemovalReason(given[BECAUSE]), given[REASON]
        try:
            remove_voter(reader.user, election_id, person_id, given[REVISION], because, reason, at=reader.at)
        except PilkadesError as error:
            form = RemovalForm(_read_anew(request.POST, now, error))
            form.add_error(None, say(said(error)))
        else:
            return _to_person(reader, person_id)
    law = _LAW.fill(article=article(REMOVAL_LAW))
    asked = Asked(form, _TAKE_OFF, sentence=law, back=Link(_address(reader, person_id), _BACK))
    return _form_page(request, reader, _REMOVE.fill(name=now.voter.name), asked, _REMOVE_LEAD)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def restore(request: HttpRequest, election_id: int, person_id: UUID) -> HttpResponse:
    """Put a person back who was taken off the list."""
    reader = reader_of(request, election_id, Need.EDIT_VOTERS)
    history = history_of(reader.election, person_id)
    if not history or not history[-1].row.removal:
        raise NotThereError
    form = ReturnForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            restore_voter(reader.user, election_id, person_id, form.cleaned_data[REASON], at=reader.at)
        except PilkadesError as error:
            form.add_error(None, say(said(error)))
        else:
            return _to_person(reader, person_id)
    asked = Asked(form, _PUT_BACK, back=Link(_address(reader, person_id), _BACK))
    return _form_page(request, reader, _RESTORE.fill(name=history[-1].voter.name), asked, _RESTORE_LEAD)


def _read_anew(sent: QueryDict, now: Listed, error: PilkadesError) -> QueryDict:
    """What was sent; where the row was changed meanwhile, pressing again is a decision on the new one."""
    data = sent.copy()
    if error.code == "row-changed":
        data[REVISION] = str(now.row.revision)
    return data


def _standing(reader: Reader, person_id: UUID) -> Listed:
    now = person_now(reader.election, person_id)
    if now is None:
        raise NotThereError
    return now


def _form_page(request: HttpRequest, reader: Reader, title: Text, asked: Asked, lead: Text) -> HttpResponse:
    faults = bool(asked.form.errors)
    status = _UNPROCESSABLE if faults else 200
    return room(request, reader, title, [asked], lead=lead, faults=faults, status=status)


def _address(reader: Reader, person_id: UUID) -> str:
    return reader.to("voters-people-one", str(person_id))


def _to_person(reader: Reader, person_id: UUID) -> HttpResponse:
    return HttpResponseRedirect(_address(reader, person_id), status=_SEE_OTHER)
