"""The library's forms for sign-in with our labels: above the box, no placeholder, no reset by mail."""

from typing import Any

from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeAgainForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms

from pilkades.base.language import EMPTY, Text
from pilkades.web.accounts.passwords import user_name_field
from pilkades.web.shared.forms import lazily

_USER_NAME = Text("Nama pengguna", "User name")
_PASSWORD = Text("Kata sandi", "Password")
_SIX = Text("Kode 6 angka dari HP", "6-digit code from the phone")
_EITHER = Text(
    "Tanpa HP: ketik satu kode cadangan dari kertas.",
    "Without the phone: type one spare code from your paper.",
)
_FILL = Text("Isi {what}.", "Fill in: {what}.")


def _dress(field: forms.Field, label: Text, hint: Text = EMPTY, **attributes: str) -> None:
    field.label = lazily(label)
    field.help_text = lazily(hint) if hint else ""
    what = Text(label.id[:1].lower() + label.id[1:], label.en[:1].lower() + label.en[1:])
    field.error_messages["required"] = lazily(_FILL.fill(what=what))
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs.update(attributes)


class SignIn(LoginForm):  # type: ignore[misc]  # allauth ships no types
    """Name and password."""

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 -- Django's own arguments
        super().__init__(*args, **options)
        _dress(self.fields["login"], _USER_NAME, autocapitalize="none", spellcheck="false")
        _dress(self.fields["password"], _PASSWORD)


class PasswordAgain(ReauthenticateForm):  # type: ignore[misc]  # allauth ships no types
    """The password once more, before something that matters."""

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 -- Django's own arguments
        super().__init__(*args, **options)
        _dress(self.fields["password"], _PASSWORD)
        self.fields["username"] = user_name_field(self.user)


class Code(AuthenticateForm):  # type: ignore[misc]  # allauth ships no types
    """The second step: a code of the phone, or a spare one from paper."""

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 -- Django's own arguments
        super().__init__(*args, **options)
        _dress(self.fields["code"], _SIX, _EITHER)


class CodeAgain(CodeAgainForm):  # type: ignore[misc]  # allauth ships no types
    """A code once more, before something that matters."""

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 -- Django's own arguments
        super().__init__(*args, **options)
        _dress(self.fields["code"], _SIX, _EITHER)


class FirstCode(ActivateTOTPForm):  # type: ignore[misc]  # allauth ships no types
    """The first code shows that phone and site agree."""

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 -- Django's own arguments
        super().__init__(*args, **options)
        _dress(self.fields["code"], _SIX, inputmode="numeric")
