"""The library's own pages for sign-in and for the second factor, each in the dress of the site."""

from collections.abc import Sequence
from typing import Any, ClassVar

from allauth.account import views as account
from allauth.account.adapter import get_adapter
from allauth.mfa.base import views as mfa
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as spare
from allauth.mfa.totp import views as totp
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from typing_extensions import override

from pilkades.base.language import EMPTY, Text
from pilkades.web.accounts.frame import HTTP_FAULTS, framed
from pilkades.web.accounts.parts import Ask, Codes, Doors, Press, Rows, Said, Secret, Titled
from pilkades.web.core import clock
from pilkades.web.core.access import needs_second_factor
from pilkades.web.core.frame import person_of
from pilkades.web.shared.components.faults import FaultSummary
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.status import Status, Tag

_TO_WORK = Text("Lanjut ke pekerjaan", "Go on to the work")
_TO_ACCOUNT = Text("Kembali ke akun", "Back to the account")
_SIGN_IN = Text("Masuk", "Sign in")


class Dressed:
    """Sets a view of the library with our components; each says its title and what stands below."""

    title: ClassVar[Text]
    lead: ClassVar[Text] = EMPTY
    submit: ClassVar[Text] = EMPTY
    template_name = "shared/page.html"
    request: HttpRequest

    def above(self, context: dict[str, Any]) -> Sequence[object]:
        """What stands between the lead and the form."""
        del context
        return ()

    def below(self, context: dict[str, Any]) -> Sequence[object]:
        """What stands after the form."""
        del context
        return ()

    def get_context_data(self, **more: Any) -> dict[str, Any]:  # noqa: ANN401 -- Django's own arguments
        """The library's context, and in it our page."""
        context: dict[str, Any] = super().get_context_data(**more)  # type: ignore[misc]  # of the view below
        form = context.get("form")
        faults = isinstance(form, forms.Form) and self.request.method == "POST" and bool(form.errors)
        parts: list[object] = [FaultSummary.of(form)] if faults and form else []
        parts += [Titled(self.title, self.lead), *self.above(context)]
        if isinstance(form, forms.Form) and self.submit:
            _carry_on(form, context.get("redirect_field_value"))
            parts.append(Ask(form, self.submit))
        parts += self.below(context)
        return {
            **context,
            "page": framed(self.request, self.title, faults=faults),
            "components": parts,
            "heading": False,
        }

    def render_to_response(self, context: dict[str, Any], **options: Any) -> HttpResponse:  # noqa: ANN401 -- the same
        """Answer 422 where the form has faults."""
        if context["page"].faults:
            options["status"] = HTTP_FAULTS
        shown: HttpResponse = super().render_to_response(context, **options)  # type: ignore[misc]  # the same
        return shown


def _carry_on(form: forms.Form, address: str | None) -> None:
    if address:
        form.fields["next"] = forms.CharField(required=False, initial=address, widget=forms.HiddenInput)


class SignInPage(Dressed, account.LoginView):  # type: ignore[misc]  # allauth ships no types
    """The door."""

    title = submit = _SIGN_IN

    @override
    def below(self, context: dict[str, Any]) -> Sequence[object]:
        rows = (
            (
                Link(reverse("accounts:invitation"), Text("Saya punya kode undangan", "I have a code")),
                Text("Untuk membuat akun pertama kali.", "To make an account for the first time."),
            ),
            (
                Link(reverse("account_reset_password"), Text("Lupa kata sandi", "Forgotten password")),
                Text("Situs ini tidak mengirim surel.", "This site sends no mail."),
            ),
        )
        return (Rows(rows),)


class SignOutPage(Dressed, account.LogoutView):  # type: ignore[misc]  # allauth ships no types
    """Asked for by its address; the button of the frame signs out at once."""

    title = Text("Selesai bekerja di situs ini", "Done working on this site")

    @override
    def below(self, context: dict[str, Any]) -> Sequence[object]:
        return (Press(reverse("account_logout"), Text("Keluar", "Sign out")),)


class InactivePage(Dressed, account.AccountInactiveView):  # type: ignore[misc]  # allauth ships no types
    """For an account that was closed."""

    title = Text("Akun ini tidak aktif", "This account is not active")
    lead = Text(
        "Tanyakan kepada kabupaten atau BPD yang memberi Anda tugas.",
        "Ask the county or the BPD that gave you the role.",
    )


class _SomeWay:
    """Somebody without password and code has nothing to be asked for again."""

    def _check_reauthentication_method_available(self, request: HttpRequest) -> HttpResponse | None:
        if not get_adapter().get_reauthentication_methods(request.user):
            return redirect("accounts:own")
        found: HttpResponse | None = super()._check_reauthentication_method_available(request)  # type: ignore[misc]  # of the view below
        return found


class PasswordAgainPage(Dressed, _SomeWay, account.ReauthenticateView):  # type: ignore[misc]  # allauth ships no types
    """The password once more."""

    title = Text("Ketik lagi kata sandi Anda", "Type your password again")
    lead = Text(
        "Halaman berikutnya mengatur kunci akun Anda.", "The next page sets the keys of your account."
    )
    submit = Text("Periksa kata sandi", "Check the password")

    @override
    def below(self, context: dict[str, Any]) -> Sequence[object]:
        return _other_ways(context)


class CodeAgainPage(Dressed, _SomeWay, mfa.ReauthenticateView):  # type: ignore[misc]  # allauth ships no types
    """A code once more."""

    title = Text("Ketik kode dari HP", "Type a code from the phone")
    lead = PasswordAgainPage.lead
    submit = Text("Periksa kode", "Check the code")

    @override
    def below(self, context: dict[str, Any]) -> Sequence[object]:
        return _other_ways(context)


_WAYS = {
    "reauthenticate": Text("Pakai kata sandi", "Use the password"),
    "mfa_reauthenticate": Text("Pakai kode dari HP", "Use a code from the phone"),
}


def _other_ways(context: dict[str, Any]) -> Sequence[object]:
    links = tuple(
        Link(way["url"], _WAYS[way["id"]])
        for way in context["reauthentication_alternatives"]
        if way["id"] in _WAYS
    )
    return (Rows(tuple((link, EMPTY) for link in links)),) if links else ()


class CodePage(Dressed, mfa.AuthenticateView):  # type: ignore[misc]  # allauth ships no types
    """The second step of signing in."""

    title = Text("Langkah kedua: kode dari HP", "Second step: the code from the phone")
    submit = _SIGN_IN

    @override
    def below(self, context: dict[str, Any]) -> Sequence[object]:
        lost = Text(
            "HP hilang dan kode cadangan tidak ada: minta kode baru kepada yang mengundang Anda.",
            "Phone lost and no spare code: ask whoever invited you for a new code.",
        )
        back = Text("Masuk dengan akun lain", "Sign in with another account")
        hidden = (("next", reverse("account_login")),)
        return (Said((lost,)), Press(reverse("account_logout"), back, hidden=hidden))


class SetUpPage(Dressed, totp.ActivateTOTPView):  # type: ignore[misc]  # allauth ships no types
    """The phone learns the key once."""

    title = Text("Pasang kode dua langkah", "Set up two-step codes")
    lead = Text(
        "Panitia dan kabupaten masuk dengan kata sandi dan kode 6 angka dari HP.",
        "Committee and county sign in with a password and a 6-digit code from the phone.",
    )
    submit = Text("Periksa kode", "Check the code")

    @override
    def above(self, context: dict[str, Any]) -> Sequence[object]:
        key = context["form"].secret
        groups = " ".join(key[at : at + 4] for at in range(0, len(key), 4))
        return (Secret(context["totp_svg_data_uri"], context["totp_url"], groups),)


class SwitchOffPage(Dressed, totp.DeactivateTOTPView):  # type: ignore[misc]  # allauth ships no types
    """Only for those whose roles do without it."""

    title = Text("Matikan kode dua langkah", "Switch two-step codes off")
    lead = Text(
        "Sesudah ini akun Anda hanya dijaga kata sandi.",
        "After this your account is guarded by its password alone.",
    )

    @override
    def below(self, context: dict[str, Any]) -> Sequence[object]:
        refused = [Text(str(said), str(said)) for said in context["form"].non_field_errors()]
        if refused:
            return (Said(tuple(refused)), Doors((Link(reverse("mfa_index"), _TO_ACCOUNT),)))
        return (Press(reverse("mfa_deactivate_totp"), Text("Matikan kode", "Switch the codes off")),)


class FactorPage(Dressed, mfa.IndexView):  # type: ignore[misc]  # allauth ships no types
    """What guards the account, and what can be changed."""

    title = Text("Kode dua langkah", "Two-step codes")

    @override
    def below(self, context: dict[str, Any]) -> Sequence[object]:
        held = context["authenticators"]
        rows: list[tuple[Link, Text]] = []
        if Authenticator.Type.TOTP in held:
            state = Tag(Status.DONE, Text("Terpasang di HP", "Set up on a phone"))
        else:
            state = Tag(Status.NOT_STARTED, Text("Belum terpasang", "Not set up yet"))
            rows.append((Link(reverse("mfa_activate_totp"), SetUpPage.title), EMPTY))
        if Authenticator.Type.RECOVERY_CODES in held:
            left = len(held[Authenticator.Type.RECOVERY_CODES].get_unused_codes())
            rows.append(
                (
                    Link(reverse("mfa_view_recovery_codes"), Text("Kode cadangan", "Spare codes")),
                    Text("Tersisa {n} kode.", "{n} codes left.").fill(n=left),
                )
            )
        if Authenticator.Type.TOTP in held:
            rows.append((Link(reverse("mfa_generate_recovery_codes"), NewSparePage.title), EMPTY))
            if not needs_second_factor(person_of(self.request), clock.now()):
                rows.append((Link(reverse("mfa_deactivate_totp"), SwitchOffPage.title), EMPTY))
        return (state, Rows(tuple(rows)), Doors((Link(reverse("accounts:own"), _TO_ACCOUNT),)))


class SparePage(Dressed, spare.ViewRecoveryCodesView):  # type: ignore[misc]  # allauth ships no types
    """Spare codes, to print or to copy by hand."""

    title = Text("Simpan kode cadangan", "Keep the spare codes")
    lead = Text(
        "Kode ini dipakai bila HP hilang atau rusak. Setiap kode hanya sekali.",
        "These are for a phone that is lost or broken. Each works once.",
    )

    @override
    def below(self, context: dict[str, Any]) -> Sequence[object]:
        return (
            Codes(tuple(context["unused_codes"]), reverse("mfa_download_recovery_codes")),
            Doors((Link(reverse("accounts:start"), _TO_WORK),)),
        )


class NewSparePage(Dressed, spare.GenerateRecoveryCodesView):  # type: ignore[misc]  # allauth ships no types
    """A new sheet of spare codes; the old one is void."""

    title = Text("Buat kode cadangan baru", "Make new spare codes")
    lead = Text(
        "Kode cadangan yang lama tidak berlaku lagi.", "The old spare codes will not be good any more."
    )
    submit = Text("Buat kode cadangan", "Make spare codes")
