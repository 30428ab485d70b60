"""Addresses of this application."""

from django.urls import path

from pilkades.web.accounts import invitation, inviting, logs, own, people, renewal, start

app_name = "accounts"
urlpatterns = [
    path("", start.start, name="start"),
    path("akun/", own.own, name="own"),
    path("akun/ubah/", own.details, name="details"),
    path("akun/tutup-sesi/", own.sign_out_everywhere, name="sign_out_everywhere"),
    path("akun/undangan/", invitation.enter, name="invitation"),
    path("akun/undangan/terima/", invitation.accept, name="accept"),
    path("akun/sandi-baru/", renewal.new_password, name="new_password"),
    path("akun/orang/", people.people, name="people"),
    path("akun/orang/undang/", inviting.invite_somebody, name="invite"),
    path("akun/orang/undangan/<int:invitation_id>/tarik/", people.withdraw, name="withdraw"),
    path("akun/orang/tugas/<int:grant_id>/akhiri/", people.end, name="end"),
    path("akun/orang/<int:user_id>/sandi/", inviting.password_code, name="password_code"),
    path("akun/operator/", logs.operator, name="operator"),
    path("akun/penglihatan/", logs.looks, name="looks"),
]
