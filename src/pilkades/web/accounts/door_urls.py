"""The library's addresses that this site uses, under the library's own names; the others do not exist."""

from allauth.mfa.recovery_codes.views import download_recovery_codes
from django.urls import path

from pilkades.web.accounts import door, passwords

urlpatterns = [
    path("login/", door.SignInPage.as_view(), name="account_login"),
    path("logout/", door.SignOutPage.as_view(), name="account_logout"),
    path("inactive/", door.InactivePage.as_view(), name="account_inactive"),
    path("reauthenticate/", door.PasswordAgainPage.as_view(), name="account_reauthenticate"),
    path("password/change/", passwords.change, name="account_change_password"),
    path("password/reset/", passwords.forgotten, name="account_reset_password"),
    path("2fa/", door.FactorPage.as_view(), name="mfa_index"),
    path("2fa/authenticate/", door.CodePage.as_view(), name="mfa_authenticate"),
    path("2fa/reauthenticate/", door.CodeAgainPage.as_view(), name="mfa_reauthenticate"),
    path("2fa/totp/activate/", door.SetUpPage.as_view(), name="mfa_activate_totp"),
    path("2fa/totp/deactivate/", door.SwitchOffPage.as_view(), name="mfa_deactivate_totp"),
    path("2fa/recovery-codes/", door.SparePage.as_view(), name="mfa_view_recovery_codes"),
    path("2fa/recovery-codes/generate/", door.NewSparePage.as_view(), name="mfa_generate_recovery_codes"),
    path("2fa/recovery-codes/download/", download_recovery_codes, name="mfa_download_recovery_codes"),
]
