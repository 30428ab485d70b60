"""A new password by a printed code, for somebody who forgot it or lost the phone."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods
from typing_extensions import override

from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text
from pilkades.web.accounts.frame import HTTP_FAULTS, answer
from pilkades.web.accounts.invitation import HELD
from pilkades.web.accounts.parts import Doors, Said
from pilkades.web.accounts.passwords import NewPasswordForm, user_name_field
from pilkades.web.core import clock
from pilkades.web.core.services.renew_password import renew_password, standing_password_code
from pilkades.web.shared.components.decision import Decision
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.models import User


class RenewalForm(NewPasswordForm):
    """A new password, twice, for a known person."""

    def __init__(self, user: User, *args: Any, **options: Any) -> None:  # noqa: ANN401 -- Django's own arguments
        self.user = user
        super().__init__(*args, **options)
        self.fields["username"] = user_name_field(user)

    @override
    def whose(self) -> User:
        return self.user


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new_password(request: HttpRequest) -> HttpResponse:
    """Set it; every session ends, and the phone's code is set up anew at the next sign-in."""
    code_hash = str(request.session.get(HELD, ""))
    try:
        held = standing_password_code(code_hash, clock.now())
    except PilkadesError:
        return redirect("accounts:invitation")
    form = RenewalForm(held.user, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            user = renew_password(code_hash, form.cleaned_data["password"])
        except PilkadesError:
            return redirect("accounts:invitation")
        request.session.pop(HELD, None)
        return _done(request, user)
    title = Text("Kata sandi baru untuk {name}", "A new password for {name}").fill(name=held.user.full_name)
    lead = Text(
        "Nama pengguna Anda: {name}. Semua perangkat keluar, dan kode dua langkah dipasang lagi.",
        "Your user name: {name}. All devices are signed out, and two-step codes are set up anew.",
    ).fill(name=held.user.username)
    shown = Decision(title, form, Text("Simpan kata sandi", "Save the password"), lead=lead)
    return answer(request, title, (shown,), status=HTTP_FAULTS if form.errors else 200, heading=False)


def _done(request: HttpRequest, user: User) -> HttpResponse:
    title = Text("Kata sandi baru sudah disimpan", "The new password is saved")
    said = Text("Masuk dengan nama pengguna {name}.", "Sign in with the user name {name}.")
    doors = Doors((Link(reverse("account_login"), Text("Masuk", "Sign in")),))
    return answer(request, title, (Said((said.fill(name=user.username),)), doors))
