"""One's own account: name, language, address for reminders, roles, keys, sessions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from allauth.core import ratelimit
from allauth.mfa.utils import is_mfa_enabled
from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from pilkades.base.language import EMPTY, Text, same
from pilkades.web.accounts.frame import HTTP_FAULTS, answer, local, roles_of
from pilkades.web.accounts.parts import Facts, Rows, Said
from pilkades.web.accounts.passwords import keep_only_this_session, password_field, user_name_field
from pilkades.web.accounts.start import CODE
from pilkades.web.accounts.words import moment_words, place_of, place_words, role_words, time_words, zone_of
from pilkades.web.core import clock
from pilkades.web.core.frame import person_of
from pilkades.web.core.models import Grant, Role
from pilkades.web.core.queries.looks import may_see_looks
from pilkades.web.core.queries.people import own_grants, own_password_codes, reach_of
from pilkades.web.shared.components.decision import CheckRow, Decision
from pilkades.web.shared.components.page import Empty, Link
from pilkades.web.shared.components.status import Status, Tag
from pilkades.web.shared.components.words import long_moment
from pilkades.web.shared.forms import lazily
from pilkades.web.shared.models import User

_DONE = {
    "sandi": Text(
        "Kata sandi sudah diganti. Perangkat lain perlu masuk lagi.",
        "The password is changed. Other devices have to sign in again.",
    ),
    "data": Text("Data akun sudah disimpan.", "Your details are saved."),
    "akhir": Text("Tugas sudah diakhiri. Alasannya tercatat.", "The role has ended. The reason is logged."),
    "sesi": Text("Sesi di perangkat lain sudah ditutup.", "All other devices are signed out."),
}
_LANGUAGES = {"id": same("Bahasa Indonesia"), "en": same("English")}
_BACK = Text("Kembali ke akun", "Back to the account")


@login_required
@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """Everything that the site holds of one's own account."""
    user, now = person_of(request), clock.now()
    title = Text("Akun Anda", "Your account")
    change = reverse("accounts:details")
    facts = Facts(
        (
            CheckRow(Text("Nama lengkap", "Full name"), user.full_name),
            CheckRow(Text("Nama pengguna", "User name"), user.username),
            CheckRow(Text("Bahasa", "Language"), _LANGUAGES[user.language], change),
            CheckRow(Text("Surel untuk pengingat", "E-mail for reminders"), user.email, change),
        )
    )
    parts: list[object] = []
    done = _DONE.get(request.GET.get("sudah", ""))
    if done:
        parts.append(Tag(Status.DONE, done))
    parts += [facts, *_roles(user, now)]
    rooms = tuple(_rooms(user, now))
    if rooms:
        parts.append(Rows(rooms, Text("Yang Anda jaga", "In your care")))
    parts.append(Rows(tuple(_ways(user)), Text("Yang dapat diatur", "To set")))
    codes = own_password_codes(user)
    if codes:
        line = Text(
            "{at}: {who} membuat kode kata sandi baru untuk Anda. Alasan: {why}",
            "{at}: {who} made you a code for a new password. Reason: {why}",
        )
        unknown = Text("Pengelola mesin", "The person at the machine")
        said = tuple(
            line.fill(at=long_moment(local(one.created_at)), who=one.created_by or unknown, why=one.reason)
            for one in codes
        )
        parts.append(Said(said, Text("Kode kata sandi", "Codes for a password")))
    return answer(request, title, parts)


@dataclass(frozen=True, slots=True)
class _Way:
    name: str
    label: Text
    words: Text = EMPTY


def _ways(user: User) -> list[tuple[Link, Text]]:
    guarded = (
        Text("Terpasang.", "Set up.") if is_mfa_enabled(user) else Text("Belum terpasang.", "Not set up yet.")
    )
    ways = [
        _Way("account_change_password", Text("Ganti kata sandi", "Change the password")),
        _Way("mfa_index", Text("Kode dua langkah", "Two-step codes"), guarded),
        _Way(
            "accounts:sign_out_everywhere",
            Text("Tutup sesi di perangkat lain", "Sign out everywhere else"),
        ),
        _Way("accounts:invitation", CODE),
    ]
    return [(Link(reverse(way.name), way.label), way.words) for way in ways]


def _rooms(user: User, now: datetime) -> Iterator[tuple[Link, Text]]:
    if reach_of(user, now):
        words = Text("Undang, akhiri tugas, beri kode.", "Invite, end roles, give codes.")
        yield Link(reverse("accounts:people"), Text("Orang dan undangan", "People and invitations")), words
    if may_see_looks(user, now):
        words = Text("Siapa, kapan, sebagai apa, mengapa.", "Who, when, as what, why.")
        yield (
            Link(reverse("accounts:looks"), Text("Siapa melihat berkas orang", "Who looked at papers")),
            words,
        )
    if user.is_operator or Role.COUNTY in roles_of(user, now):
        words = Text("Setiap pembukaan tercatat.", "Every opening is logged.")
        yield Link(reverse("accounts:operator"), Text("Akses operator", "Operators' access")), words


def _roles(user: User, now: datetime) -> list[object]:
    title = Text("Tugas Anda", "Your roles")
    grants = own_grants(user)
    if not grants:
        nothing = Text(
            "Anda belum memegang tugas. Masukkan kode undangan dari kertas.",
            "You hold no role yet. Enter the code from your paper.",
        )
        return [Empty(nothing, Link(reverse("accounts:invitation"), CODE))]
    return [Facts(tuple(CheckRow(_held(one), _time(one, now)) for one in grants), title)]


def _held(one: Grant) -> Text:
    return Text("{role}, {place}", "{role}, {place}").fill(
        role=role_words(one.role), place=place_words(place_of(one))
    )


def _time(one: Grant, now: datetime) -> Text:
    zone = zone_of(place_of(one))
    words = time_words(one.starts, one.until, zone)
    if one.ended_at:
        ended = Text(" · diakhiri {at}: {why}", " · ended {at}: {why}")
        return words + ended.fill(at=moment_words(one.ended_at, zone), why=one.ended_because)
    if one.until <= now:
        return words + Text(" · sudah berakhir", " · over")
    return words


class DetailsForm(forms.Form):
    """What a person may change alone; not the name, for the record shows under it what the person entered."""

    language = forms.ChoiceField(
        label=lazily(Text("Bahasa", "Language")),
        choices=[(code, str(words)) for code, words in _LANGUAGES.items()],
        widget=forms.RadioSelect,
    )
    email = forms.EmailField(
        label=lazily(Text("Surel untuk pengingat", "E-mail for reminders")),
        help_text=lazily(
            Text(
                "Hanya untuk pengingat batas waktu. Tidak untuk masuk.",
                "For reminders of limits alone. Not for signing in.",
            )
        ),
        required=False,
        widget=forms.EmailInput({"autocomplete": "email"}),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def details(request: HttpRequest) -> HttpResponse:
    """Change language and address for reminders."""
    user = person_of(request)
    title = Text("Ubah data akun", "Change your details")
    held = {"language": user.language, "email": user.email}
    form = DetailsForm(request.POST if request.method == "POST" else None, initial=held)
    if form.is_bound and form.is_valid():
        for name, value in form.cleaned_data.items():
            setattr(user, name, value)
        user.save(update_fields=list(held))
        moved = redirect(f"{reverse('accounts:own')}?sudah=data")
        speak(moved, user)
        return moved
    back = Link(reverse("accounts:own"), _BACK)
    shown = Decision(title, form, Text("Simpan data", "Save the details"), back=back)
    return answer(request, title, (shown,), status=HTTP_FAULTS if form.errors else 200, heading=False)


def speak(response: HttpResponse, user: User) -> None:
    """Speak the person's language from now on."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        user.language,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        samesite="Lax",
    )


class EverywhereForm(forms.Form):
    """The password once more: its new salt ends the other sessions."""

    password = password_field(Text("Kata sandi Anda", "Your password"), autocomplete="current-password")

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        super().__init__(request.POST if request.method == "POST" else None)
        self.fields["username"] = user_name_field(person_of(request))

    def clean_password(self) -> str:
        """The password, if it is the person's; tried only so often."""
        typed: str = self.cleaned_data["password"]
        user = person_of(self.request)
        if not ratelimit.consume(self.request, action="change_password", user=user):
            raise ValidationError(
                lazily(Text("Terlalu sering dicoba. Tunggu 5 menit.", "Tried too often. Wait 5 minutes."))
            )
        if not user.check_password(typed):
            raise ValidationError(
                lazily(
                    Text(
                        "Kata sandi ini tidak cocok. Ketik lagi.",
                        "This password does not match. Type it again.",
                    )
                )
            )
        return typed


@sensitive_post_parameters()
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    """End every session of the person but this one."""
    title = Text("Tutup sesi di perangkat lain", "Sign out everywhere else")
    form = EverywhereForm(request)
    if form.is_bound and form.is_valid():
        keep_only_this_session(request, form.cleaned_data["password"])
        return redirect(f"{reverse('accounts:own')}?sudah=sesi")
    lead = Text(
        "Pakai ini bila HP hilang atau Anda lupa keluar di komputer lain.",
        "Use this for a lost phone, or a computer where you forgot to sign out.",
    )
    back = Link(reverse("accounts:own"), _BACK)
    shown = Decision(title, form, Text("Tutup sesi lain", "Sign out there"), lead=lead, back=back)
    return answer(request, title, (shown,), status=HTTP_FAULTS if form.errors else 200, heading=False)
