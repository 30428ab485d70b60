"""How the library for sign-in behaves here: nobody signs up unasked, and it speaks in our words."""

from io import BytesIO
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.http import HttpRequest
from typing_extensions import override

from pilkades.base.language import Text
from pilkades.web.core import clock
from pilkades.web.core.access import needs_second_factor
from pilkades.web.shared.forms import lazily

_LATER = Text(
    "Terlalu sering dicoba. Tunggu 5 menit, lalu coba lagi.",
    "Tried too often. Wait 5 minutes, then try again.",
)


class ByInvitationOnly(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Keeps the open sign-up closed."""

    error_messages: ClassVar[dict[str, object]] = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": lazily(
            Text(
                "Nama pengguna dan kata sandi ini tidak cocok. Periksa keduanya.",
                "This user name and password do not match. Check both.",
            )
        ),
        "incorrect_password": lazily(
            Text("Kata sandi ini tidak cocok. Ketik lagi.", "This password does not match. Type it again.")
        ),
        "too_many_login_attempts": lazily(_LATER),
        "rate_limited": lazily(_LATER),
    }

    @override
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    @override
    def add_message(self, *args: Any, **options: Any) -> None:
        """Say nothing in passing: each page shows what holds now, and stays."""


class SecondFactor(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """The second factor of committee and county cannot be switched off while they hold the role."""

    error_messages: ClassVar[dict[str, object]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": lazily(
            Text(
                "Kode ini tidak cocok. Tunggu kode berikutnya di HP, lalu ketik 6 angkanya.",
                "This code does not match. Wait for the next one on the phone, then type its 6 digits.",
            )
        ),
        "cannot_delete_authenticator": lazily(
            Text(
                "Tugas Anda memakai kode dua langkah. Kode ini dapat dimatikan setelah tugas berakhir.",
                "Your role uses two-step codes. They can be switched off after the role has ended.",
            )
        ),
        "cannot_generate_recovery_codes": lazily(
            Text("Pasang dahulu kode dua langkah di HP.", "First set up two-step codes on the phone.")
        ),
    }

    @override
    def build_totp_svg(self, url: str) -> str:
        # Readers of such pictures want dark on light, in a dark dress too.
        import qrcode  # noqa: PLC0415 -- brought by allauth[mfa], needed on this page alone
        from qrcode.image.svg import SvgPathFillImage  # noqa: PLC0415 -- the same

        held = BytesIO()
        qrcode.make(url, image_factory=SvgPathFillImage).save(held)
        return held.getvalue().decode()

    @override
    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return not needs_second_factor(authenticator.user, clock.now())
