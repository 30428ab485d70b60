"""Coming in by a printed code: type it, see what it stands for, take the role, making an account or not."""

from typing import Any

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.core import ratelimit
from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods
from typing_extensions import override

from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text, joined
from pilkades.web.accounts.frame import HTTP_FAULTS, answer
from pilkades.web.accounts.kinship import kinship_field, kinship_law
from pilkades.web.accounts.parts import Ask, Doors, Facts, Press, Said, Titled
from pilkades.web.accounts.passwords import NewPasswordForm
from pilkades.web.accounts.words import moment_words, place_of, place_words, role_words, time_words, zone_of
from pilkades.web.core import clock
from pilkades.web.core.access import needs_second_factor
from pilkades.web.core.messages import MESSAGES, said
from pilkades.web.core.models import Grant, Invitation, Kinship, Role, Village
from pilkades.web.core.queries.people import asks_for_kinship
from pilkades.web.core.services.invite import hashed
from pilkades.web.core.services.redeem_invitation import (
    Newcomer,
    join_by_invitation,
    redeem_held,
    standing_invitation,
)
from pilkades.web.core.services.renew_password import standing_password_code
from pilkades.web.shared.components.decision import CheckRow
from pilkades.web.shared.components.faults import FaultSummary
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.forms import lazily
from pilkades.web.shared.models import User
from pilkades.web.shared.templatetags.pilkades import say

HELD = "code_of_paper"
"""The session keeps the hash of the code that was typed, never the code."""

TOO_OFTEN = Text(
    "Terlalu banyak kode dicoba dari tempat ini. Tunggu 10 menit, lalu coba lagi.",
    "Too many codes were tried from this place. Wait 10 minutes, then try again.",
)
_WHERE = {"user-name-form": "username", "user-name-taken": "username", "full-name-missing": "full_name"}


class CodeForm(forms.Form):
    """The code from the paper."""

    code = forms.CharField(
        label=lazily(Text("Kode di kertas undangan", "Code on the paper")),
        help_text=lazily(
            Text(
                "12 huruf dan angka. Besar kecilnya huruf, spasi, dan garis tidak berpengaruh.",
                "12 letters and digits. Capitals, blanks and hyphens make no difference.",
            )
        ),
        max_length=60,
        error_messages={
            "required": lazily(Text("Isi kode dari kertas.", "Fill in the code from the paper."))
        },
        widget=forms.TextInput(
            {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "class": "code"}
        ),
    )


@sensitive_post_parameters("code")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Ask for the code; a good one leads on, for a role or for a new password."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        if not ratelimit.consume(request, action="invitation", dry_run=True):
            form.add_error("code", say(TOO_OFTEN))
        else:
            code_hash = hashed(form.cleaned_data["code"])
            name = _leads_to(code_hash)
            if name:
                request.session[HELD] = code_hash
                return redirect(name)
            ratelimit.consume(request, action="invitation")
            form.add_error("code", say(MESSAGES["invitation-not-good"]))
    title = Text("Masukkan kode undangan", "Enter the code")
    lead = Text(
        "Kode ini dicetak di kertas yang Anda terima. Belum ada yang dibuat sebelum Anda menyetujuinya.",
        "It is printed on the paper that you were given. Nothing is made before you agree.",
    )
    parts: list[object] = [FaultSummary.of(form)] if form.errors else []
    parts += [Titled(title, lead), Ask(form, Text("Periksa kode", "Check the code"))]
    return answer(request, title, parts, status=HTTP_FAULTS if form.errors else 200, heading=False)


def _leads_to(code_hash: str) -> str:
    now = clock.now()
    for ask, name in (
        (standing_invitation, "accounts:accept"),
        (standing_password_code, "accounts:new_password"),
    ):
        try:
            ask(code_hash, now)
        except PilkadesError:
            continue
        return name
    return ""


class AcceptForm(forms.Form):
    """What somebody who has an account is asked."""

    def __init__(self, role: Role, *args: Any, **options: Any) -> None:  # noqa: ANN401 -- Django's own arguments
        super().__init__(*args, **options)
        if asks_for_kinship(role):
            self.fields["kinship"] = kinship_field()

    @property
    def kinship(self) -> Kinship:
        """What was declared."""
        return Kinship(self.cleaned_data.get("kinship") or Kinship.NOT_ASKED)


class JoinForm(AcceptForm, NewPasswordForm):
    """What somebody without an account is asked."""

    field_order = ("full_name", "username", "password", "again", "kinship")
    full_name = forms.CharField(
        label=lazily(Text("Nama lengkap", "Full name")),
        help_text=lazily(
            Text(
                "Seperti di surat keputusan. Catatan pemilihan memuat nama ini.",
                "As the decree writes it. The record of the election shows this name.",
            )
        ),
        max_length=200,
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    username = forms.CharField(
        label=lazily(Text("Nama pengguna", "User name")),
        help_text=lazily(
            Text("Untuk masuk. Huruf kecil dan angka, misalnya siti.aminah", "For signing in, as siti.aminah")
        ),
        max_length=50,
        widget=forms.TextInput({"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )

    @override
    def whose(self) -> User:
        held = self.cleaned_data
        return User(username=held.get("username", ""), full_name=held.get("full_name", ""))


@sensitive_post_parameters("password", "again")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: HttpRequest) -> HttpResponse:
    """Show what the code stands for; then give the role, making the account where there is none."""
    now = clock.now()
    try:
        held = standing_invitation(str(request.session.get(HELD, "")), now)
    except PilkadesError:
        return redirect("accounts:invitation")
    user = request.user if isinstance(request.user, User) else None
    role = Role(held.role)
    data = request.POST if request.method == "POST" else None
    form = AcceptForm(role, data) if user else JoinForm(role, data, initial={"full_name": held.invited})
    parts: list[object] = []
    if form.is_bound and form.is_valid():
        try:
            grant = _taken(user, held, form)
        except PilkadesError as error:
            where = _WHERE.get(error.code)
            form.add_error(where if where in form.fields else _kin_field(error, form), say(said(error)))
            parts = _what_to_do(error, held)
        else:
            return _onward(request, grant, is_new=user is None)
    return _offer(request, held, form, parts)


def _kin_field(error: PilkadesError, form: forms.Form) -> str | None:
    return "kinship" if error.code.startswith("kinship") and "kinship" in form.fields else None


def _taken(user: User | None, held: Invitation, form: AcceptForm) -> Grant:
    if user:
        return redeem_held(user, held.code_hash, form.kinship)
    typed = form.cleaned_data
    newcomer = Newcomer(typed["username"], typed["full_name"], typed["password"])
    return join_by_invitation(newcomer, held.code_hash, form.kinship)


def _onward(request: HttpRequest, grant: Grant, *, is_new: bool) -> HttpResponse:
    request.session.pop(HELD, None)
    user = grant.user
    guarded = not settings.CONFIG.demonstration and needs_second_factor(user, max(grant.starts, clock.now()))
    address = reverse("mfa_activate_totp" if guarded else "accounts:start")
    if not is_new:
        return redirect("accounts:start")
    # The password was chosen a moment ago: nobody is asked for it again on the next page.
    record_authentication(request, user, method="password", username=user.username, reauthenticated=True)
    answered: HttpResponse = perform_login(request, Login(user=user, redirect_url=address))
    request.session.set_expiry(0)
    return answered


def _offer(request: HttpRequest, held: Invitation, form: AcceptForm, more: list[object]) -> HttpResponse:
    place, role = place_of(held), Role(held.role)
    zone = zone_of(place)
    title = Text("Undangan bertugas: {role}", "Invitation: {role}").fill(role=role_words(role))
    facts = Facts(
        (
            CheckRow(Text("Tugas", "Role"), role_words(role)),
            CheckRow(Text("Tempat", "Place"), place_words(place)),
            CheckRow(Text("Masa tugas", "Time"), time_words(held.starts, held.until, zone)),
            CheckRow(Text("Undangan untuk", "Invitation for"), held.invited),
            CheckRow(
                Text("Diberikan oleh", "Given by"),
                held.created_by.full_name
                if held.created_by
                else Text("Pengelola situs", "The site's keeper"),
            ),
            CheckRow(Text("Kode berlaku sampai", "Code good until"), moment_words(held.expires_at, zone)),
        )
    )
    laws = {}
    if isinstance(place, Village) and asks_for_kinship(role):
        laws["kinship"] = kinship_law(place, clock.now().astimezone(zone).date())
    parts: list[object] = [FaultSummary.of(form)] if form.errors else []
    parts += [Titled(title), facts, *more]
    if isinstance(request.user, User):
        who = Text(
            "Anda masuk sebagai {name}. Tugas ini ditambahkan ke akun itu.", "You are signed in as {name}."
        )
        parts.append(Said((who.fill(name=request.user.full_name),)))
        parts.append(Ask(form, Text("Terima tugas ini", "Take this role"), laws=laws))
        other = Text(
            "Bukan Anda? Keluar dahulu, lalu ketik lagi kodenya.",
            "Not you? Sign out, then type the code again.",
        )
        hidden = (("next", reverse("accounts:invitation")),)
        parts.append(Press(reverse("account_logout"), Text("Keluar", "Sign out"), other, hidden))
    else:
        door = f"{reverse('account_login')}?next={reverse('accounts:accept')}"
        have = Text("Saya sudah punya akun", "I have an account already")
        about = Text("Buat akun untuk tugas ini", "Make an account for this role")
        parts.append(Doors((Link(door, have),), quiet=True))
        parts.append(Said((), about))
        parts.append(
            Ask(form, Text("Buat akun dan terima tugas", "Make the account and take the role"), laws=laws)
        )
    return answer(request, title, parts, status=HTTP_FAULTS if form.errors else 200, heading=False)


def _what_to_do(error: PilkadesError, held: Invitation) -> list[object]:
    if error.code != "kinship-conflict":
        return []
    zone = zone_of(place_of(held))
    steps = joined(
        [
            Text("Beri tahu BPD, supaya BPD menunjuk orang lain.", "Tell the BPD, so that it names another."),
            Text(
                "Salah memilih jawaban? Pilih lagi; kode tetap berlaku sampai {until}.",
                "A slip of the finger? Choose again; the code stays good until {until}.",
            ).fill(until=moment_words(held.expires_at, zone)),
        ]
    )
    return [Said((steps,), Text("Yang dapat dilakukan sekarang", "What can be done now"))]
