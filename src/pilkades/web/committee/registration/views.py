"""The registrar's day: choose an RT, then household by household, person by person."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from pilkades.base.errors import PilkadesError
from pilkades.base.language import EMPTY, Text, joined, same
from pilkades.register.voter import Voter
from pilkades.web.committee.frame import Reader, answer, reader_of
from pilkades.web.committee.registration.entry import LOOKED, PersonForm
from pilkades.web.committee.registration.looks import Look, looks_at, seen_before
from pilkades.web.committee.registration.parts import DONE, Asking, Household, Kept, Row, Rows
from pilkades.web.core.access import Need, NotThereError, areas_of
from pilkades.web.core.messages import said
from pilkades.web.core.queries.polls import poll_of
from pilkades.web.core.queries.registrations import (
    Entered,
    Neighbourhood,
    entered_of,
    entered_today,
    family_of,
    neighbourhoods_of,
    standing_with_nik,
)
from pilkades.web.core.queries.voters import Listed
from pilkades.web.core.services.add_voter import add_voter
from pilkades.web.core.services.correct_voter import Correction, correct_voter
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.words import clock as clock_words
from pilkades.web.shared.templatetags.pilkades import say

_TITLE = Text("Pendataan pemilih", "Registering voters")
_LEAD = Text(
    "Pilih RT, lalu catat satu keluarga sampai selesai sebelum ke rumah berikutnya.",
    "Choose an RT, then enter one family to the end before the next house.",
)
_START = Text("Mulai dari RT mana?", "At which RT?")
_NO_RT = Text("Belum ada RT yang tercatat di desa ini.", "No RT of this village is on record yet.")
_OTHER_RT = Text("Catat keluarga di RT lain", "Enter a family of another RT")
_RT = Text("RT {rt}", "RT {rt}")
_RT_RW = Text("RT {rt} / RW {rw}", "RT {rt} / RW {rw}")
_DUSUN = Text("Dusun {dusun}", "Dusun {dusun}")
_COUNT = Text("{n} orang tercatat", "{n} people on record")
_TODAY = Text("Yang Anda catat hari ini ({n})", "What you entered today ({n})")
_NOTHING = Text("Belum ada yang Anda catat hari ini.", "You have entered nobody today.")
_AT = Text("{place}, {clock}", "{place}, {clock}")
_CHANGED = Text("diperbaiki {clock}", "corrected at {clock}")
_NIK = Text("NIK {nik}", "NIK {nik}")
_NEW = Text("Keluarga baru", "A new family")
_NEXT_PERSON = Text("Orang berikutnya", "The next person")
_NEXT_LEAD = Text("Isi orang lain di keluarga yang sama.", "Enter another person of the same family.")
_CORRECT = Text("Perbaiki catatan Anda", "Correct your entry")
_SAVE_NEXT = Text("Simpan dan orang berikutnya", "Save and enter the next person")
_SAVE_DONE = Text("Simpan, keluarga ini selesai", "Save, this family is complete")
_SAVE = Text("Simpan perbaikan", "Save the correction")
_BACK = Text("Kembali ke pendataan", "Back to the registration")
_KEPT = Text("{name} tersimpan.", "{name} is kept.")
_MEND = Text("Perbaiki", "Correct")
_CARD = Text("KK …{kk}. Sudah dicatat: {n} orang.", "Family card …{kk}. Entered so far: {n}.")
_NO_CARD = Text("KK belum dicatat. Sudah dicatat: {n} orang.", "No family card yet. Entered so far: {n}.")
_THERE = Text(
    "NIK ini sudah ada di daftar: {name}, {place}. Bila orangnya sama, jangan dicatat lagi. "
    "Bila orangnya lain, cocokkan angkanya dengan KTP.",
    "This NIK is on the register already: {name}, {place}. If it is the same person, do not enter it again. "
    "If not, compare the digits with the card.",
)
_ELSEWHERE = Text(
    "NIK ini sudah ada di daftar, di RT lain. Cocokkan angkanya dengan KTP. "
    "Bila sama, tanyakan kepada panitia.",
    "This NIK is on the register already, in another RT. Compare the digits with the card. "
    "If they are the same, ask the committee.",
)
_UNPROCESSABLE, _SEE_OTHER = 422, 303
_QUERY = ("dusun", "rw", "rt")


@dataclass(frozen=True, slots=True)
class _Page:
    """One of the three pages that ask for a person: its words, and the house where it is known."""

    reader: Reader
    title: Text
    action: str
    submit: Text
    finish: Text = EMPTY
    before: tuple[object, ...] = ()
    house: Voter | None = None
    kept: Listed | None = None


@login_required
@require_safe
def today(request: HttpRequest, election_id: int) -> HttpResponse:
    """Where to begin, and what this registrar entered today."""
    reader = reader_of(request, election_id, Need.REGISTER_VOTERS)
    places = neighbourhoods_of(reader.election, areas_of(reader.user, reader.election))
    entered = entered_today(reader.user, reader.election, reader.today)
    start = Rows(
        _START,
        tuple(_place_row(reader, place) for place in places),
        _NO_RT,
        Link(reader.to("registration-first"), _OTHER_RT),
    )
    mine = Rows(_TODAY.fill(n=len(entered)), tuple(_entered_row(reader, each) for each in entered), _NOTHING)
    return answer(request, reader, _TITLE, (*_told(request, reader), start, mine), lead=_LEAD)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def first(request: HttpRequest, election_id: int) -> HttpResponse:
    """The first person of a family, with the house."""
    reader = reader_of(request, election_id, Need.REGISTER_VOTERS)
    asked = {name: request.GET.get(name, "")[:100] for name in _QUERY}
    page = _Page(reader, _NEW, request.path, _SAVE_NEXT, _SAVE_DONE)
    if request.method == "POST":
        return _sent(request, page, _form(reader, request.POST))
    return _shown(request, page, _form(reader, initial=asked))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def following(request: HttpRequest, election_id: int, person: UUID) -> HttpResponse:
    """The next person of the family of somebody entered before: house and card are taken from there."""
    reader = reader_of(request, election_id, Need.REGISTER_VOTERS)
    house = entered_of(reader.user, reader.election, person).voter
    family = family_of(reader.election, house, areas_of(reader.user, reader.election))
    card = _CARD.fill(kk=house.kk.digits[-4:], n=len(family)) if house.kk else _NO_CARD.fill(n=len(family))
    before = (
        *_told(request, reader),
        Household(_place(Neighbourhood(house.dusun, house.rw, house.rt)), card, tuple(map(same, family))),
    )
    page = _Page(reader, _NEXT_PERSON, request.path, _SAVE_NEXT, _SAVE_DONE, before, house)
    if request.method == "POST":
        return _sent(request, page, _form(reader, request.POST, house=False))
    return _shown(request, page, _form(reader, house=False))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, election_id: int, person: UUID) -> HttpResponse:
    """Correct somebody whom this registrar entered; NIK and KK stay where their boxes are left empty."""
    reader = reader_of(request, election_id, Need.REGISTER_VOTERS)
    held = entered_of(reader.user, reader.election, person)
    page = _Page(reader, _CORRECT, request.path, _SAVE, kept=held)
    if request.method == "POST":
        return _sent(request, page, _form(reader, request.POST, kept=held.voter))
    return _shown(request, page, _form(reader, initial=_filled(held), kept=held.voter))


def _form(reader: Reader, *args: Any, **options: Any) -> PersonForm:  # noqa: ANN401 -- the form's own arguments
    return PersonForm(reader.today, reader.election.polling_day, *args, **options)


def _sent(request: HttpRequest, page: _Page, form: PersonForm) -> HttpResponse:
    if not form.is_valid():
        return _shown(request, page, form)
    voter, reader = form.voter(page.house), page.reader
    if (there := _there(page, voter)) is not None:
        form.add_error("nik", say(there))
        return _shown(request, page, form)
    county, poll = reader.election.village.district.county, poll_of(reader.election)
    looks = looks_at(form, voter, poll, county.code)
    if looks and not seen_before(form.cleaned_data[LOOKED], looks):
        return _shown(request, page, form, looks)
    try:
        person = _keep(page, form, voter)
    except PilkadesError as error:
        form.add_error(None, say(said(error)))
        return _shown(request, page, form)
    more = page.kept is None and request.POST.get("lalu") != DONE
    where = reader.to("registration-next", str(person)) if more else reader.to("registration")
    answered = HttpResponseRedirect(f"{where}?{urlencode({'tersimpan': str(person)})}")
    answered.status_code = _SEE_OTHER
    return answered


def _keep(page: _Page, form: PersonForm, voter: Voter) -> UUID:
    user, election, at = page.reader.user, page.reader.election.pk, page.reader.at
    if page.kept is None:
        return add_voter(user, election, voter, at=at).person
    said_why, seen = form.cleaned_data["alasan"], form.cleaned_data["revisi"]
    return correct_voter(user, election, Correction(page.kept.person, seen, voter, said_why), at=at).person


def _there(page: _Page, voter: Voter) -> Text | None:
    """Who holds this NIK on the register already, and where; who it is in another's RT is not told."""
    kept = page.kept.person if page.kept else None
    found = standing_with_nik(page.reader.election, voter.nik, but=kept) if voter.nik else None
    if found is None:
        return None
    areas = areas_of(page.reader.user, page.reader.election)
    if areas is not None and found.place.rt not in areas:
        return _ELSEWHERE
    return _THERE.fill(name=found.name, place=_place(found.place))


def _shown(request: HttpRequest, page: _Page, form: PersonForm, looks: Sequence[Look] = ()) -> HttpResponse:
    """The form with all that was typed; remarks that were shown go with it, so that it can be kept."""
    faults = bool(form.is_bound and form.errors)
    if looks:
        data = request.POST.copy()
        data[LOOKED] = " ".join(look.code for look in looks)
        form.data = data
    back = Link(page.reader.to("registration"), _BACK)
    asking = Asking(form, page.action, page.submit, page.finish, tuple(looks), back)
    return answer(
        request,
        page.reader,
        page.title,
        (*page.before, asking),
        faults=faults,
        status=_UNPROCESSABLE if faults else 200,
    )


def _told(request: HttpRequest, reader: Reader) -> tuple[Kept, ...]:
    """What was kept just now: the address names the person by a mark of chance alone."""
    try:
        person = UUID(request.GET.get("tersimpan", ""))
        held = entered_of(reader.user, reader.election, person)
    except (ValueError, NotThereError):
        return ()
    link = Link(reader.to("registration-correct", str(person)), _MEND)
    return (Kept(_KEPT.fill(name=held.voter.name), link),)


def _place_row(reader: Reader, place: Neighbourhood) -> Row:
    asked = {name: getattr(place, name) for name in _QUERY if getattr(place, name)}
    where = f"{reader.to('registration-first')}?{urlencode(asked)}"
    return Row(where, _place(place), (_COUNT.fill(n=place.count),) if place.count else ())


def _entered_row(reader: Reader, each: Entered) -> Row:
    at = clock_words(each.at.astimezone(reader.at.tzinfo))
    notes = [_AT.fill(place=_place(each.place), clock=at)]
    if each.revision > 1:
        notes = [joined([_place(each.place), _CHANGED.fill(clock=at)], ", ")]
    if each.nik_tail:
        notes.append(_NIK.fill(nik=each.nik_tail))
    return Row(reader.to("registration-correct", str(each.person)), same(each.name), tuple(notes))


def _place(place: Neighbourhood) -> Text:
    area = _RT_RW.fill(rt=place.rt, rw=place.rw) if place.rw else _RT.fill(rt=place.rt)
    return joined([area, _DUSUN.fill(dusun=place.dusun) if place.dusun else EMPTY], ", ")


def _filled(held: Listed) -> dict[str, object]:
    """What the boxes show of a person: never NIK and KK, which are kept without being shown."""
    voter = held.voter
    return {
        "revisi": held.row.revision,
        "rt": voter.rt,
        "rw": voter.rw,
        "dusun": voter.dusun,
        "alamat": voter.address,
        "nama": voter.name,
        "jk": voter.sex,
        "lahir": voter.birth,
        "tempat_lahir": voter.birth_place,
        "kawin": voter.marital,
        "sejak": voter.resident_since,
        "bukti": sorted(voter.proofs or ()),
        "disabilitas": sorted(voter.disabilities),
    }
