"""Passwords: chosen, changed; what is wrong with one is said in plain words."""

from collections.abc import Mapping
from typing import Any

from allauth.core import ratelimit
from django import forms
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe
from typing_extensions import override

from pilkades.base.language import Text
from pilkades.web.accounts.frame import HTTP_FAULTS, answer
from pilkades.web.accounts.parts import Doors, Said
from pilkades.web.core.frame import person_of
from pilkades.web.shared.components.decision import Decision
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.forms import lazily
from pilkades.web.shared.models import User

_WEAK: Mapping[str, Text] = {
    "password_too_short": Text(
        "Pakai sedikitnya 12 huruf. Beberapa kata biasa mudah diingat.",
        "Use at least 12 letters. A few plain words are easy to remember.",
    ),
    "password_too_common": Text(
        "Kata sandi ini banyak dipakai orang. Pilih yang lain.",
        "Many people use this password. Choose another.",
    ),
    "password_entirely_numeric": Text(
        "Pakai huruf juga, bukan angka saja.", "Use letters too, not digits alone."
    ),
    "password_too_similar": Text(
        "Kata sandi ini mirip nama Anda. Pilih yang lain.",
        "This password is like your name. Choose another.",
    ),
}
_DIFFERENT = Text(
    "Kedua isian kata sandi belum sama. Ketik lagi keduanya.",
    "The two passwords are not the same. Type both again.",
)
_NOT_YOURS = Text(
    "Kata sandi lama ini tidak cocok. Ketik lagi.", "This is not your old password. Type it again."
)
_TOO_OFTEN = Text(
    "Terlalu sering dicoba. Tunggu 5 menit, lalu coba lagi.",
    "Tried too often. Wait 5 minutes, then try again.",
)
NEW = Text("Kata sandi baru", "New password")
_AGAIN = Text("Ketik lagi kata sandi baru", "Type the new password again")
_OLD = Text("Kata sandi lama", "Old password")
_HINT = Text(
    "Sedikitnya 12 huruf. Contoh bentuk: tiga kata biasa dengan spasi.",
    "At least 12 letters. An example of a form: three plain words with blanks.",
)


def password_field(label: Text, hint: Text | None = None, autocomplete: str = "new-password") -> forms.Field:
    """A box for a password; blanks at its ends count."""
    return forms.CharField(
        label=lazily(label),
        help_text=lazily(hint) if hint else "",
        strip=False,
        max_length=200,
        widget=forms.PasswordInput({"autocomplete": autocomplete}),
    )


class _UserName(forms.TextInput):
    """Not shown; it tells a keeper of passwords whose password this is."""

    is_hidden = True


def user_name_field(user: User) -> forms.Field:
    """The user name for the browser's keeper of passwords; what comes back is not read."""
    widget = _UserName({"autocomplete": "username", "hidden": True, "readonly": True})
    return forms.CharField(required=False, disabled=True, initial=user.username, widget=widget)


class NewPasswordForm(forms.Form):
    """A new password, twice; `whose` is the person, so that it is not like the name."""

    password = password_field(NEW, _HINT)
    again = password_field(_AGAIN)

    def whose(self) -> User | None:
        """Whose password it becomes."""
        return None

    @override
    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        first, second = values.get("password"), values.get("again")
        if first:
            for said in weaknesses(first, self.whose()):
                self.add_error("password", lazily(said))
        if first and second and first != second:
            self.add_error("again", lazily(_DIFFERENT))
        return values


def weaknesses(password: str, user: User | None) -> list[Text]:
    """What is wrong with it."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        return [_WEAK[str(one.code)] for one in error.error_list]
    return []


class ChangeForm(NewPasswordForm):
    """The old password, then the new one twice."""

    field_order = ("old", "password", "again")
    old = password_field(_OLD, autocomplete="current-password")

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        super().__init__(request.POST if request.method == "POST" else None)
        self.fields["username"] = user_name_field(self.whose())

    @override
    def whose(self) -> User:
        return person_of(self.request)

    def clean_old(self) -> str:
        """The old password, if it is the person's; tried only so often."""
        old: str = self.cleaned_data["old"]
        if not ratelimit.consume(self.request, action="change_password", user=self.whose()):
            raise ValidationError(lazily(_TOO_OFTEN), code="too_often")
        if not self.whose().check_password(old):
            raise ValidationError(lazily(_NOT_YOURS), code="not_yours")
        return old


@sensitive_post_parameters()
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest) -> HttpResponse:
    """Change one's own password; every other device has to sign in anew."""
    title = Text("Ganti kata sandi", "Change the password")
    form = ChangeForm(request)
    if form.is_bound and form.is_valid():
        keep_only_this_session(request, form.cleaned_data["password"])
        return redirect(f"{reverse('accounts:own')}?sudah=sandi")
    lead = Text(
        "Sesudah itu, perangkat lain perlu masuk lagi.", "After that, other devices have to sign in again."
    )
    back = Link(reverse("accounts:own"), Text("Kembali ke akun", "Back to the account"))
    shown = Decision(title, form, Text("Simpan kata sandi", "Save the password"), lead=lead, back=back)
    return answer(request, title, (shown,), status=HTTP_FAULTS if form.errors else 200, heading=False)


def keep_only_this_session(request: HttpRequest, password: str) -> None:
    """Set the password; its new salt ends every session but this one."""
    user = person_of(request)
    user.set_password(password)
    user.save(update_fields=["password"])
    update_session_auth_hash(request, user)


@require_safe
def forgotten(request: HttpRequest) -> HttpResponse:
    """No mail is sent from here: whoever invited a person gives a new code."""
    title = Text("Lupa kata sandi", "Forgotten password")
    said = Said(
        (
            Text("Situs ini tidak mengirim surel.", "This site sends no mail."),
            Text(
                "Minta kode baru kepada yang mengundang Anda: BPD untuk panitia, kabupaten untuk yang lain.",
                "Ask whoever invited you for a new code: the BPD for the committee, the county for others.",
            ),
        )
    )
    doors = Doors((Link(reverse("account_login"), Text("Kembali ke halaman masuk", "Back to sign-in")),))
    return answer(request, title, (said, doors))
