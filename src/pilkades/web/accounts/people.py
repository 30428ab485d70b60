"""People with roles at one's places: who, where, from when until when, given by whom, ended why."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from pilkades.base.errors import PilkadesError
from pilkades.base.language import EMPTY, Text
from pilkades.web.accounts.frame import HTTP_FAULTS, answer
from pilkades.web.accounts.parts import Ask, Doors, Facts, PeopleTable, Person, Press, Titled
from pilkades.web.accounts.words import moment_words, place_of, place_words, role_words, time_words, zone_of
from pilkades.web.core import clock
from pilkades.web.core.access import NotThereError
from pilkades.web.core.frame import person_of
from pilkades.web.core.messages import said
from pilkades.web.core.models import Grant, Invitation, Role
from pilkades.web.core.models.access import Kinship
from pilkades.web.core.queries.people import Reach, grants_at, open_invitations_at, own_grants, reach_of
from pilkades.web.core.services.end_grant import end_grant
from pilkades.web.core.services.withdraw_invitation import withdraw_invitation
from pilkades.web.shared.components.decision import CheckRow
from pilkades.web.shared.components.faults import FaultSummary
from pilkades.web.shared.components.page import Link, Pages
from pilkades.web.shared.components.status import Status, Tag
from pilkades.web.shared.forms import lazily
from pilkades.web.shared.models import User
from pilkades.web.shared.templatetags.pilkades import say

PER_PAGE = 50
TITLE = Text("Orang dan undangan", "People and invitations")
BACK = Text("Kembali ke daftar orang", "Back to the people")
_KINSHIP = {
    Kinship.NOT_ASKED: Text("Tidak ditanya", "Not asked"),
    Kinship.NONE: Text("Menyatakan tidak berkerabat", "Declared no kinship"),
    Kinship.KIN: Text("Menyatakan berkerabat", "Declared kinship"),
}
_DONE = {
    "akhir": Text("Tugas sudah diakhiri. Alasannya tercatat.", "The role has ended. The reason is logged."),
    "tarik": Text(
        "Undangan sudah ditarik. Kodenya tidak berlaku lagi.",
        "The invitation is withdrawn; its code is void.",
    ),
}
_KEEPER = Text("Pengelola situs", "The site's keeper")


def reach_or_nothing(request: HttpRequest, now: datetime) -> Reach:
    """Where the person may invite.

    Raises:
        NotThereError: nowhere.
    """
    reach = reach_of(person_of(request), now)
    if not reach:
        raise NotThereError
    return reach


@login_required
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Open invitations first, then every role given at one's places, the latest first."""
    now = clock.now()
    reach = reach_or_nothing(request, now)
    search = request.GET.get("cari", "").strip()[:100]
    page = Paginator(grants_at(reach, search), PER_PAGE).get_page(request.GET.get("halaman"))
    waiting = Paginator(open_invitations_at(reach, now), PER_PAGE).get_page(request.GET.get("undangan"))
    parts: list[object] = []
    done = _DONE.get(request.GET.get("sudah", ""))
    if done:
        parts.append(Tag(Status.DONE, done))
    parts += [
        Doors((Link(reverse("accounts:invite"), Text("Undang orang", "Invite somebody")),)),
        PeopleTable(
            Text("Undangan yang belum dipakai", "Invitations not used yet"),
            tuple(_invited(one) for one in waiting),
            Text("Tidak ada undangan yang menunggu.", "No invitation is waiting."),
            pages=pages_of(waiting, "undangan", search),
        ),
        PeopleTable(
            Text("Tugas yang diberikan", "Roles given"),
            tuple(_granted(one, reach, person_of(request), now) for one in page),
            Text("Tidak ada yang cocok. Periksa ejaannya.", "Nobody matches. Check the spelling."),
            search=search,
            searched=True,
            pages=pages_of(page, "halaman", search),
        ),
    ]
    lead = Text(
        "Akun dibuat dengan kode di kertas. Setiap tugas ada tempat dan batas waktunya.",
        "Accounts are made with a code on paper. Every role has its place and its time.",
    )
    return answer(request, TITLE, parts, lead=lead)


def pages_of(page: Page[Any], name: str, search: str = "") -> Pages:
    """Where one is in a list, and the ways on."""

    def to(number: int) -> str:
        asked: dict[str, str | int] = {"cari": search, name: number} if search else {name: number}
        return f"?{urlencode(asked)}"

    return Pages(
        page.number,
        page.paginator.num_pages,
        to(page.previous_page_number()) if page.has_previous() else "",
        to(page.next_page_number()) if page.has_next() else "",
    )


def _invited(one: Invitation) -> Person:
    place = place_of(one)
    zone = zone_of(place)
    good = Text("Kode berlaku sampai {until}", "Code good until {until}")
    return Person(
        name=one.invited,
        role=role_words(one.role),
        place=place_words(place),
        time=time_words(one.starts, one.until, zone),
        by=one.created_by or _KEEPER,
        notes=(good.fill(until=moment_words(one.expires_at, zone)),),
        acts=(Link(reverse("accounts:withdraw", args=(one.pk,)), Text("Tarik undangan", "Withdraw")),),
    )


def _granted(one: Grant, reach: Reach, reader: User, now: datetime) -> Person:
    place = place_of(one)
    state, over = _state(one, now)
    acts: list[Link] = []
    if not over and Role(one.role) in reach.roles:
        acts.append(Link(reverse("accounts:end", args=(one.pk,)), Text("Akhiri tugas", "End the role")))
        if one.user_id != reader.pk:
            code = Text("Beri kode kata sandi", "Give a password code")
            acts.append(Link(reverse("accounts:password_code", args=(one.user_id,)), code))
    return Person(
        name=one.user.full_name,
        role=role_words(one.role),
        place=place_words(place),
        time=time_words(one.starts, one.until, zone_of(place)),
        by=one.granted_by or _KEEPER,
        notes=(*((_KINSHIP[Kinship(one.kinship)],) if one.kinship != Kinship.NOT_ASKED else ()), *state),
        acts=tuple(acts),
        over=over,
    )


def _state(one: Grant, now: datetime) -> tuple[tuple[Text, ...], bool]:
    zone = zone_of(place_of(one))
    if one.ended_at:
        ended = Text("Diakhiri {who} pada {at}. Alasan: {why}", "Ended by {who} on {at}. Reason: {why}")
        line = ended.fill(
            who=one.ended_by or _KEEPER, at=moment_words(one.ended_at, zone), why=one.ended_because
        )
        return (line,), True
    if one.until <= now:
        return (Text("Masa tugas sudah lewat", "Its time is over"),), True
    if one.starts > now:
        return (Text("Belum mulai", "Not begun yet"),), False
    return (), False


class ReasonForm(forms.Form):
    """Why; the reason stays on the log."""

    reason = forms.CharField(
        label=lazily(Text("Alasan", "Reason")),
        help_text=lazily(
            Text("Alasan ini tercatat dan dapat dibaca.", "This reason is logged and can be read.")
        ),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": lazily(Text("Tulis alasannya.", "Write the reason."))},
    )


def _facts(one: Grant | Invitation, name: str) -> Facts:
    place = place_of(one)
    return Facts(
        (
            CheckRow(Text("Nama", "Name"), name),
            CheckRow(Text("Tugas", "Role"), role_words(one.role)),
            CheckRow(Text("Tempat", "Place"), place_words(place)),
            CheckRow(Text("Masa tugas", "Time"), time_words(one.starts, one.until, zone_of(place))),
        )
    )


def _ask(
    form: forms.Form, title: Text, middle: tuple[object, ...], submit: Text, lead: Text = EMPTY
) -> Iterator[object]:
    if form.errors:
        yield FaultSummary.of(form)
    yield Titled(title, lead)
    yield from middle
    yield Ask(form, submit, back=Link(reverse("accounts:people"), BACK))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, grant_id: int) -> HttpResponse:
    """End a role before its time, one's own or one that is one's to give."""
    now, user = clock.now(), person_of(request)
    own = next((one for one in own_grants(user) if one.pk == grant_id), None)
    held = own or grants_at(reach_or_nothing(request, now)).filter(pk=grant_id).first()
    if held is None:
        raise NotThereError
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            end_grant(user, grant_id, form.cleaned_data["reason"], at=now)
        except PilkadesError as error:
            form.add_error(None, say(said(error)))
        else:
            where = "accounts:own" if own else "accounts:people"
            return redirect(f"{reverse(where)}?sudah=akhir")
    title = Text("Akhiri tugas {name}", "End the role of {name}").fill(name=held.user.full_name)
    lead = Text(
        "Tugas berakhir saat ini juga. Tindakan yang sudah tercatat tetap ada.",
        "The role ends at once. Acts that are recorded stay.",
    )
    parts = tuple(
        _ask(form, title, (_facts(held, held.user.full_name),), Text("Akhiri tugas", "End the role"), lead)
    )
    return answer(request, title, parts, status=HTTP_FAULTS if form.errors else 200, heading=False)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, invitation_id: int) -> HttpResponse:
    """Take an invitation back whose code was not used."""
    now = clock.now()
    held = open_invitations_at(reach_or_nothing(request, now), now).filter(pk=invitation_id).first()
    if held is None:
        raise NotThereError
    if request.method == "POST":
        withdraw_invitation(person_of(request), invitation_id, at=now)
        return redirect(f"{reverse('accounts:people')}?sudah=tarik")
    title = Text("Tarik undangan untuk {name}", "Withdraw the invitation of {name}").fill(name=held.invited)
    effect = Text(
        "Kodenya tidak berlaku lagi. Untuk orang yang sama, buat undangan baru.",
        "Its code is void. For the same person, make a new invitation.",
    )
    press = Press(request.path, Text("Tarik undangan", "Withdraw the invitation"), effect)
    back = Doors((Link(reverse("accounts:people"), BACK),), quiet=True)
    return answer(request, title, (_facts(held, held.invited), press, back))
